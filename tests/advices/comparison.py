"""Whether a reading says what the advice says, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.advices.case import Case

Reading = dict[str, Any]
_PLAIN = ("kind", "payment_ref", "date", "currency", "total")
_NUMBERS = {"total", "gross", "net", "amount"}


def differences(case: Case, reading: Reading) -> dict[str, str]:
    """The fields of the truth that are read otherwise, each with both values; empty when all is right."""
    return {
        path: f"{wanted!r} read as {got!r}"
        for path, wanted, got in compared(case.truth, reading)
        if not same(path, wanted, got)
    }


def compared(truth: Reading, reading: Reading) -> Iterator[tuple[str, Any, Any]]:
    """Path, truth and reading of every field that is compared; of a paper that is no advice only the kind."""
    for name in _PLAIN if truth["kind"] == "advice" else ("kind",):
        if name in truth:
            yield name, truth[name], reading.get(name)
    for name, wanted in truth.get("payer", {}).items():
        yield f"payer.{name}", wanted, (reading.get("payer") or {}).get(name)
    if "lines" in truth:
        yield from _lists("lines", truth["lines"], reading.get("lines") or [])


def _lists(path: str, wanted: list[Reading], got: list[Reading]) -> Iterator[tuple[str, Any, Any]]:
    if len(wanted) != len(got):
        yield path, f"{len(wanted)}", f"{len(got)}"
        return
    for place, (line, read) in enumerate(zip(wanted, got, strict=True)):
        for name, value in line.items():
            if isinstance(value, list):
                yield from _lists(f"{path}[{place}].{name}", value, read.get(name) or [])
            else:
                yield f"{path}[{place}].{name}", value, read.get(name)


def same(path: str, wanted: Any, got: Any) -> bool:
    """Whether both are the same as a person reads them."""
    name = path.rpartition(".")[2]
    if wanted is None or got is None:
        return wanted is got
    if name in _NUMBERS:
        return Decimal(wanted) == Decimal(got)
    if name == "text":
        return _folded(wanted) in _folded(got)
    if path == "payer.name":
        return _folded(wanted) == _folded(got)
    return bool(wanted == got)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
