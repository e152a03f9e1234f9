"""The totals a camt message states about itself (TxsSummry), compared with its entries."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from bots.remittance_reader.readers.bank.camt_batch import Entry
from bots.remittance_reader.readers.xml import Node


def total_doubts(report: Node, entries: Sequence[Entry]) -> tuple[str, ...]:
    """A doubt for each stated count or sum that is neither that of all entries nor that of the booked ones."""
    return (
        *_doubts(report, "TtlNtries", entries),
        *_doubts(report, "TtlCdtNtries", [entry for entry in entries if entry.sign > 0]),
        *_doubts(report, "TtlDbtNtries", [entry for entry in entries if entry.sign < 0]),
    )


def _doubts(report: Node, name: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    booked = [entry for entry in entries if entry.status == "BOOK"]
    checks = (
        ("NbOfNtries", "entries", {Decimal(len(group)) for group in (entries, booked)}),
        ("Sum", "in all", {_gross(group) for group in (entries, booked)}),
    )
    return tuple(
        f"the message says {stated} {what} ({name}), but holds {' or '.join(f'{one:f}' for one in sorted(found))}: "
        "entries are missing or wrong; ask the bank for it again"
        for field, what, found in checks
        if (stated := report.said("TxsSummry", name, field)) and _number(stated) not in found
    )


def _gross(entries: Sequence[Entry]) -> Decimal:
    return sum((abs(entry.amount) for entry in entries), Decimal(0))


def _number(stated: str) -> Decimal | None:
    try:
        return Decimal(stated)
    except InvalidOperation:
        return None
