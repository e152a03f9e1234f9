"""Whether a reading says what the paper says, field by field."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from tests.corpus.case import Case

Reading = dict[str, Any]
NUMBERS = {"total", "qty", "unit_price", "price_per", "amount", "discount_percent"}
PLAIN = ("kind", "po_number", "revision", "po_date", "currency", "total", "need_date")


def differences(case: Case, reading: Reading) -> dict[str, str]:
    """The fields of the truth that are read otherwise, each with both values; empty when all is right."""
    return {
        path: f"{wanted!r} read as {got!r}"
        for path, wanted, got in compared(case, reading)
        if not same(path, wanted, got)
    }


def compared(case: Case, reading: Reading) -> Iterator[tuple[str, Any, Any]]:
    """Path, truth and reading of every field that is compared."""
    truth = case.truth
    for name in PLAIN if truth["kind"] not in {"not_an_order", "unreadable"} else ("kind",):
        if name in truth:
            yield name, truth[name], reading.get(name)
    for name, wanted in truth.get("buyer", {}).items():
        yield f"buyer.{name}", wanted, (reading.get("buyer") or {}).get(name)
    if "lines" in truth:
        yield from _lines(truth["lines"], reading.get("lines") or [])


def _lines(wanted: list[Reading], got: list[Reading]) -> Iterator[tuple[str, Any, Any]]:
    if len(wanted) != len(got):
        yield "lines", f"{len(wanted)} lines", f"{len(got)} lines"
        return
    for place, (line, read) in enumerate(zip(wanted, got, strict=True)):
        for name, value in line.items():
            found = [read.get("buyer_item"), read.get("sku")] if name == "item" else read.get(name)
            yield f"lines[{place}].{name}", value, found


def same(path: str, wanted: Any, got: Any) -> bool:
    """Whether both are the same as a person reads them."""
    name = path.rpartition(".")[2]
    if name == "item":
        return wanted in got
    if name == "price_per" and {wanted, got} <= {None, "1", "1.00"}:
        return True  # a price is for one unless another number stands there
    if wanted is None or got is None:
        return wanted is got
    if name in NUMBERS:
        return _number(wanted) == _number(got)
    if name == "description":
        return _folded(wanted) in _folded(got)
    if path in {"buyer.name", "buyer.vat"}:
        return _folded(wanted).replace(" ", "") == _folded(got).replace(" ", "")
    return bool(wanted == got)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text
