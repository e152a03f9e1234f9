"""One customer's account: invoices and receipts in order of day, with the balance after each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import accumulate

from orchestrator.demo.old_portal.receipts import find
from orchestrator.demo.old_portal.receivables import invoices


@dataclass(frozen=True)
class Entry:
    """One line of the account, in EUR: what raises the balance is positive. A receipt goes by its bank reference."""

    day: date
    kind: str
    document: str
    due: date | None
    amount: Decimal
    balance: Decimal = Decimal(0)


def statement(database: sqlite3.Connection, customer: str) -> tuple[Entry, ...]:
    """The account of a customer's number from its first day; the last balance is what is owed now."""
    entries = sorted((*_billed(database, customer), *_received(database, customer)), key=lambda entry: entry.day)
    balances = accumulate(entry.amount for entry in entries)
    return tuple(replace(entry, balance=balance) for entry, balance in zip(entries, balances, strict=True))


def _billed(database: sqlite3.Connection, customer: str) -> Iterator[Entry]:
    for invoice in invoices(database, customer):
        kind = "Credit note" if invoice.amount < 0 else "Invoice"
        yield Entry(invoice.issued, kind, invoice.number, invoice.due, invoice.amount)


def _received(database: sqlite3.Connection, customer: str) -> Iterator[Entry]:
    for receipt in reversed(list(find(database, customer=customer))):
        yield Entry(receipt.booked, "Receipt", receipt.reference, None, -receipt.amount)
