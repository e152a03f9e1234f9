"""Articles and customers as the portal's own programs look them up."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from decimal import Decimal

from orchestrator.demo.old_portal.figures import Refused


@dataclass(frozen=True)
class Article:
    """An article of the price list; `price` in EUR for `per` units."""

    number: str
    description: str
    unit: str
    price: Decimal
    per: Decimal
    gtin: str
    stock: Decimal


@dataclass(frozen=True)
class Customer:
    """A customer; `balance` is what is owed now, in EUR."""

    number: str
    name: str
    street: str
    town: str
    country: str
    limit: Decimal | None
    balance: Decimal
    blocked: bool


def articles(database: sqlite3.Connection, number: str = "", gtin: str = "", text: str = "") -> list[Article]:
    """Articles by exact number, exact GTIN or a part of the text; all when nothing is asked."""
    rows = database.execute(
        "SELECT * FROM articles WHERE (? = '' OR number = upper(?)) AND (? = '' OR gtin = ?) "
        "AND (? = '' OR description LIKE '%' || ? || '%') ORDER BY number",
        (number, number, gtin, gtin, text, text),
    )
    return [
        Article(
            row["number"], row["description"], row["unit"], Decimal(row["price"]), Decimal(row["per"]),
            row["gtin"] or "", Decimal(row["stock"]),
        )
        for row in rows
    ]  # fmt: skip


def article(database: sqlite3.Connection, number: str) -> Article:
    """The article of a number. Raises Refused (ERR-201)."""
    found = articles(database, number) if number else []
    if not found:
        raise Refused(f"ERR-201 Article not on file '{number}'")
    return found[0]


def customers(database: sqlite3.Connection, number: str = "", name: str = "") -> list[Customer]:
    """Customers by exact number or a part of the name; all when nothing is asked."""
    rows = database.execute(
        "SELECT * FROM customers WHERE (? = '' OR number = upper(?)) AND (? = '' OR name LIKE '%' || ? || '%') "
        "ORDER BY number",
        (number, number, name, name),
    )
    return [_customer(database, row) for row in rows]


def customer(database: sqlite3.Connection, number: str) -> Customer:
    """The customer of a number. Raises Refused: ERR-101 nothing typed, ERR-102 not on file."""
    if not number:
        raise Refused("ERR-101 Customer no. missing")
    found = customers(database, number)
    if not found:
        raise Refused(f"ERR-102 Customer not on file '{number}'")
    return found[0]


def typed_customer(database: sqlite3.Connection, number: str) -> tuple[Customer | None, list[str]]:
    """The customer a form names, and what is wrong with it; no complaint while the field is still empty."""
    try:
        return (customer(database, number), []) if number else (None, [])
    except Refused as refusal:
        return None, [str(refusal)]


def _customer(database: sqlite3.Connection, row: sqlite3.Row) -> Customer:
    limit = None if row["credit_limit"] is None else Decimal(row["credit_limit"])
    balance = _sum(database, "invoices", row["number"]) - _sum(database, "receipts", row["number"])
    return Customer(
        row["number"], row["name"], row["street"], row["town"], row["country"], limit, balance, bool(row["blocked"])
    )


def _sum(database: sqlite3.Connection, table: str, customer_number: str) -> Decimal:
    rows = database.execute(f"SELECT amount FROM {table} WHERE customer = ?", (customer_number,))  # noqa: S608
    return sum((Decimal(row["amount"]) for row in rows), Decimal(0))
