"""What stands in the portal on its first day: the demo world's customers and articles, and some history of payment."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from decimal import Decimal

from bots.domain.money import cents
from orchestrator.demo import world

FIRST_ORDER = 104211
FIRST_RECEIPT = 20051

ADDRESSES = {
    "C-1000": ("8 rue des Forges", "42000 Saint-Étienne"),
    "C-1001": ("Industriestraße 27", "70565 Stuttgart"),
    "C-1002": ("2210 Harbor Avenue", "Cleveland, OH 44114"),
    "C-1003": ("Unit 6, Mead Lane", "Bristol BS35 2AX"),
    "C-1004": ("Polígono Ugaldeguren 14", "48160 Derio"),
    "C-1005": ("Werkstrasse 3", "8400 Winterthur"),
    "C-1006": ("31 quai du Rhône", "69007 Lyon"),
    "C-1007": ("5 rue du Rhin", "67000 Strasbourg"),
}

#: Amounts still open, beside the balance, that cancel each other: goods sent back, with their credit note.
RETURNED = {"C-1007": Decimal("318.40")}
#: Amounts that came in without a word what for: they stand on account, beside invoices of the same sum.
ON_ACCOUNT = {"C-1005": Decimal("2460.00")}

#: Shares of a customer's balance its open invoices take; the last invoice takes what is left.
SHARES = (Decimal("0.42"), Decimal("0.31"), Decimal("0.27"))
TERMS = timedelta(days=30)


def seed(connection: sqlite3.Connection, today: date) -> None:
    """Fill an empty database in one transaction. Does nothing when customers are there already."""
    if connection.execute("SELECT 1 FROM customers").fetchone():
        return
    with connection:
        _customers(connection)
        _articles(connection)
        _start_numbers(connection)
        for place, customer in enumerate(world.CUSTOMERS):
            _history(connection, customer.number, place, today)


def _customers(connection: sqlite3.Connection) -> None:
    for customer in world.CUSTOMERS:
        credit = world.CREDIT[customer.number]
        street, town = ADDRESSES.get(customer.number, ("", ""))
        limit = None if credit.limit is None else str(credit.limit)
        connection.execute(
            "INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?)",
            (customer.number, customer.name, street, town, customer.country or "", limit, credit.blocked),
        )


def _articles(connection: sqlite3.Connection) -> None:
    for place, article in enumerate(world.ARTICLES):
        stock = (place * 137 + 40) % 900
        connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                article.sku, article.description, article.unit, str(article.price), str(article.price_per),
                article.gtin, str(stock),
            ),
        )  # fmt: skip


def _start_numbers(connection: sqlite3.Connection) -> None:
    """Number series that began years ago, as in any system in use."""
    for table, first in (("orders", FIRST_ORDER), ("receipts", FIRST_RECEIPT)):
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, first - 1))


def _history(connection: sqlite3.Connection, customer: str, place: int, today: date) -> None:
    """Two invoices paid long ago, then open ones that sum up to the customer's balance, and what cancels out."""
    for step, amount in enumerate((Decimal("412.60"), Decimal("1088.35"))):
        issued = today - timedelta(days=120 - 22 * step + place)
        invoice = _invoice(connection, customer, f"{issued:%y}{4100 + 10 * place + step:05d}", issued, amount)
        _paid(connection, customer, invoice, issued + TERMS + timedelta(days=4), amount)
    on_account = ON_ACCOUNT.get(customer)
    for number, issued, amount in owed(customer, today):
        _invoice(connection, customer, number[1:], issued, amount)
    if on_account:
        _receipt(connection, customer, "VIREMENT SANS REFERENCE", today - timedelta(days=6), on_account)


def owed(customer: str, today: date) -> list[tuple[str, date, Decimal]]:
    """Number, day and amount of what a customer owes on the portal's first day; a credit note's is negative."""
    place = next(place for place, one in enumerate(world.CUSTOMERS) if one.number == customer)
    returned = RETURNED.get(customer)
    amounts = _split(world.CREDIT[customer].balance + ON_ACCOUNT.get(customer, Decimal(0)))
    found = []
    for step, amount in enumerate([*amounts, *((returned, -returned) if returned else ())]):
        issued = today - timedelta(days=58 - 17 * step + place)
        found.append((_number(f"{issued:%y}{4102 + 10 * place + step:05d}", amount), issued, amount))
    return found


def _split(balance: Decimal) -> list[Decimal]:
    """The balance in amounts of one invoice each; nothing for a customer who owes nothing."""
    if not balance:
        return []
    first = [cents(balance * share) for share in SHARES[:-1]]
    return [*first, balance - sum(first)]


def _invoice(connection: sqlite3.Connection, customer: str, serial: str, issued: date, amount: Decimal) -> str:
    number = _number(serial, amount)
    connection.execute(
        "INSERT INTO invoices VALUES (?, ?, ?, ?, ?)",
        (number, customer, issued.isoformat(), (issued + TERMS).isoformat(), str(amount)),
    )
    return number


def _number(serial: str, amount: Decimal) -> str:
    return f"{'F' if amount > 0 else 'A'}{serial}"


def _paid(connection: sqlite3.Connection, customer: str, invoice: str, booked: date, amount: Decimal) -> None:
    receipt = _receipt(connection, customer, f"VIR {invoice}", booked, amount)
    connection.execute("INSERT INTO allocations VALUES (?, ?, ?)", (receipt, invoice, str(amount)))


def _receipt(
    connection: sqlite3.Connection, customer: str, reference: str, booked: date, amount: Decimal
) -> int | None:
    return connection.execute(
        "INSERT INTO receipts (customer, booked, reference, amount) VALUES (?, ?, ?, ?)",
        (customer, booked.isoformat(), reference, str(amount)),
    ).lastrowid
