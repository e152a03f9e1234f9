"""Receipts that were posted: found again, and read whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from orchestrator.demo.old_portal.figures import Refused, read_date
from orchestrator.demo.old_portal.patterns import pattern


@dataclass(frozen=True)
class Allocation:
    """What a receipt settles of one invoice, in EUR; negative for a credit note."""

    invoice: str
    amount: Decimal


@dataclass(frozen=True)
class Receipt:
    """Money that came in, in EUR, and what it was for."""

    number: str
    customer: str
    customer_name: str
    booked: date
    reference: str
    amount: Decimal
    allocations: tuple[Allocation, ...]

    @property
    def allocated(self) -> Decimal:
        """The part that settles invoices; the rest stands on account."""
        return sum((one.amount for one in self.allocations), Decimal(0))

    @property
    def on_account(self) -> Decimal:
        """The part nobody has said an invoice for."""
        return self.amount - self.allocated


_SELECT = "SELECT receipts.*, customers.name FROM receipts JOIN customers ON customers.number = receipts.customer "


def find(database: sqlite3.Connection, reference: str = "", customer: str = "") -> Iterator[Receipt]:
    """Receipts by reference (`*` at the end: any ending) and customer's number, newest first; all when not asked."""
    rows = database.execute(
        _SELECT + "WHERE (? = '' OR lower(reference) GLOB lower(?)) AND (? = '' OR customer = upper(?)) "
        "ORDER BY receipts.number DESC",
        (reference, pattern(reference), customer, customer),
    )
    return (_receipt(database, row) for row in rows)


def read(database: sqlite3.Connection, number: str) -> Receipt:
    """The receipt of a number. Raises Refused (ERR-302)."""
    row = database.execute(_SELECT + "WHERE receipts.number = ?", (number,)).fetchone()
    if row is None:
        raise Refused(f"ERR-302 Receipt not on file '{number}'")
    return _receipt(database, row)


def turn_round(database: sqlite3.Connection, receipt: Receipt, reference: str, day: str) -> None:
    """Add the receipt that takes another back. Raises Refused (ERR-402) without a value date."""
    booked = read_date(day)
    if booked is None:
        raise Refused("ERR-402 Value date missing")
    number = database.execute(
        "INSERT INTO receipts (customer, booked, reference, amount) VALUES (?, ?, ?, ?)",
        (receipt.customer, booked.isoformat(), reference, str(-receipt.amount)),
    ).lastrowid
    for one in receipt.allocations:
        database.execute("INSERT INTO allocations VALUES (?, ?, ?)", (number, one.invoice, str(-one.amount)))


def _receipt(database: sqlite3.Connection, row: sqlite3.Row) -> Receipt:
    settled = database.execute(
        "SELECT invoice, amount FROM allocations WHERE receipt = ? ORDER BY invoice", (row["number"],)
    )
    return Receipt(
        str(row["number"]), row["customer"], row["name"], date.fromisoformat(row["booked"]), row["reference"],
        Decimal(row["amount"]), tuple(Allocation(one["invoice"], Decimal(one["amount"])) for one in settled),
    )  # fmt: skip
