"""Small values in camt messages: amounts, days, directions, codes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bots.domain.money import Money
from bots.errors import BusinessError
from bots.remittance_reader.readers.xml import Node

_AMOUNT = re.compile(r"\d{1,18}(?:\.\d{0,5})?|\.\d{1,5}")


def amount_of(node: Node, *path: str) -> tuple[Decimal, str, str] | None:
    """The amount at a path (`Amt` below it): value, currency and words. Raises BusinessError for what is no amount."""
    found = node.at(*path, "Amt")
    if found is None or not found.words:
        return None
    if not _AMOUNT.fullmatch(found.words):
        raise BusinessError(
            f"{found.words!r} on line {found.element.sourceline} ({found.place}) is no amount; ask the bank"
        )
    currency = found.element.get("Ccy", "")
    return Decimal(found.words), currency, f"{found.words} {currency}".strip()


def money_of(node: Node, *path: str) -> Money | None:
    """The same as money."""
    found = amount_of(node, *path)
    return Money(found[0], found[1]) if found else None


def direction(node: Node) -> int:
    """1 for money in (CRDT), -1 for money out (DBIT). Raises BusinessError when neither is said."""
    said = node.said("CdtDbtInd")
    if said not in {"CRDT", "DBIT"}:
        raise BusinessError(
            f"line {node.element.sourceline} ({node.place}) says {said or 'nothing'} where CRDT or DBIT must "
            "stand; ask the bank"
        )
    return 1 if said == "CRDT" else -1


def day_of(node: Node, *path: str) -> date | None:
    """The day at a path, given as a date or as a moment (its own day, as the bank writes it)."""
    said = node.said(*path, "Dt") or node.said(*path, "DtTm")
    if not said:
        return None
    try:
        return date.fromisoformat(said[:10])
    except ValueError as error:
        raise BusinessError(
            f"{said!r} on line {node.element.sourceline} ({node.place}) is no day; ask the bank"
        ) from error


def transaction_code(node: Node) -> str | None:
    """The kind of movement: `PMNT/RCDT/ESCT` of the ISO list, else the bank's own."""
    domain = node.at("BkTxCd", "Domn")
    if domain is not None:
        parts = domain.said("Cd"), domain.said("Fmly", "Cd"), domain.said("Fmly", "SubFmlyCd")
        return "/".join(part for part in parts if part)
    return node.said("BkTxCd", "Prtry", "Cd")
