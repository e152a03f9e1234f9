"""Orders that were saved: found again, and read whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from orchestrator.demo.old_portal.figures import Refused
from orchestrator.demo.old_portal.patterns import pattern


@dataclass(frozen=True)
class Line:
    """One line; `price` is for `per` units."""

    position: int
    article: str
    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    per: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Order:
    """An order; `lines` is empty in a result list."""

    number: str
    entered: date
    entered_by: str
    customer: str
    customer_name: str
    po_number: str
    reference: str
    requested: date | None
    remarks: str
    total: Decimal
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """What to search; an empty text asks nothing. A `*` at the end of a text stands for anything."""

    po_number: str = ""
    customer: str = ""
    reference: str = ""
    entered: date | None = None


_SELECT = "SELECT orders.*, customers.name FROM orders JOIN customers ON customers.number = orders.customer "


def find(database: sqlite3.Connection, wanted: Wanted) -> Iterator[Order]:
    """The orders wanted, newest first."""
    rows = database.execute(
        _SELECT + "WHERE (? = '' OR lower(po_number) GLOB lower(?)) AND (? = '' OR customer = upper(?)) "
        "AND (? = '' OR lower(ext_ref) GLOB lower(?)) AND (? = '' OR entered = ?) "
        "ORDER BY orders.number DESC",
        _conditions(wanted),
    )
    return (_order(row) for row in rows)


def _conditions(wanted: Wanted) -> list[str]:
    """Each condition twice: once to ask whether it is set, once to apply it."""
    entered = wanted.entered.isoformat() if wanted.entered else ""
    texts = (pattern(wanted.po_number), wanted.customer, pattern(wanted.reference), entered)
    return [text for text in texts for _ in range(2)]


def read(database: sqlite3.Connection, number: str) -> Order:
    """The whole order of a number. Raises Refused (ERR-301)."""
    row = database.execute(_SELECT + "WHERE orders.number = ?", (number,)).fetchone()
    if row is None:
        raise Refused(f"ERR-301 Order not on file '{number}'")
    lines = database.execute("SELECT * FROM order_lines WHERE order_number = ? ORDER BY position", (number,))
    return _order(row, tuple(_line(line) for line in lines))


def read_all(database: sqlite3.Connection) -> list[Order]:
    """Every order with its lines, in order of number."""
    return [read(database, row["number"]) for row in database.execute("SELECT number FROM orders ORDER BY number")]


def _order(row: sqlite3.Row, lines: tuple[Line, ...] = ()) -> Order:
    return Order(
        str(row["number"]), date.fromisoformat(row["entered"]), row["entered_by"], row["customer"], row["name"],
        row["po_number"], row["ext_ref"], date.fromisoformat(row["requested"]) if row["requested"] else None,
        row["remarks"], Decimal(row["total"]), lines,
    )  # fmt: skip


def _line(row: sqlite3.Row) -> Line:
    quantity, price, per, amount = (Decimal(row[name]) for name in ("quantity", "price", "per", "amount"))
    return Line(row["position"], row["article"], row["description"], quantity, row["unit"], price, per, amount)
