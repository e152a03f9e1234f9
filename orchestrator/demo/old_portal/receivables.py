"""Invoices and what is still open on them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from orchestrator.demo.old_portal.patterns import pattern


@dataclass(frozen=True)
class Invoice:
    """An invoice, or a credit note when its amount is negative; `balance` is what no receipt has settled, in EUR."""

    number: str
    customer: str
    customer_name: str
    issued: date
    due: date
    amount: Decimal
    balance: Decimal


def invoices(database: sqlite3.Connection, customer: str = "", number: str = "") -> list[Invoice]:
    """Invoices of a customer, or by number (`*` at the end: any ending); all when not asked. First due first."""
    rows = database.execute(
        "SELECT invoices.*, customers.name, "
        "(SELECT group_concat(allocations.amount, ' ') FROM allocations WHERE invoice = invoices.number) AS settled "
        "FROM invoices JOIN customers ON customers.number = invoices.customer "
        "WHERE (? = '' OR customer = upper(?)) AND (? = '' OR lower(invoices.number) GLOB lower(?)) "
        "ORDER BY due, invoices.number",
        (customer, customer, number, pattern(number)),
    )
    return [_invoice(row) for row in rows]


def open_invoices(database: sqlite3.Connection, customer: str = "", number: str = "") -> list[Invoice]:
    """Those of them that are not settled."""
    return [invoice for invoice in invoices(database, customer, number) if invoice.balance]


def _invoice(row: sqlite3.Row) -> Invoice:
    amount = Decimal(row["amount"])
    settled = sum((Decimal(part) for part in (row["settled"] or "").split()), Decimal(0))
    return Invoice(
        row["number"], row["customer"], row["name"], date.fromisoformat(row["issued"]), date.fromisoformat(row["due"]),
        amount, amount - settled,
    )  # fmt: skip
