"""The form of a new order: read from what was typed, completed from the price list, saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import count, takewhile

from bots.domain.money import cents
from orchestrator.demo.old_portal.catalogue import Article, article, customer
from orchestrator.demo.old_portal.figures import Refused, print_amount, print_price, read_date, read_number
from orchestrator.demo.old_portal.layout import Layout

LONGEST_PO_NUMBER = 30  #: the width of the old column; what is longer is cut off without a word


@dataclass(frozen=True)
class Row:
    """One line of the form: three texts as typed, and what the price list adds to them."""

    article: str = ""
    quantity: str = ""
    price: str = ""
    known: Article | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.article or self.quantity or self.price)

    def amount(self) -> Decimal:
        """Quantity × price ÷ per, to the cent. Raises Refused for a line that is not complete."""
        if self.known is None:
            raise Refused("ERR-201 Article not on file ''")
        if not self.quantity:
            raise Refused("ERR-202 Quantity missing")
        return cents(read_number(self.quantity) * read_number(self.price) / self.known.per)

    def shown_amount(self) -> str:
        """The amount as the form shows it; empty while the line is not complete."""
        try:
            return print_amount(self.amount())
        except Refused:
            return ""


@dataclass(frozen=True)
class OrderForm:
    """The whole form as typed."""

    customer: str = ""
    po_number: str = ""
    reference: str = ""
    requested: str = ""
    remarks: str = ""
    rows: tuple[Row, ...] = field(default=(Row(),))


def read_form(form: Mapping[str, str], layout: Layout) -> OrderForm:
    """The form as it was posted; a customer chosen from the list counts when no number was typed."""
    typed = {key: layout.typed(form, key) for key in ("customer", "po_number", "reference", "requested", "remarks")}
    typed["customer"] = typed["customer"] or form.get("ctl$17$lstA", "")
    typed["po_number"] = typed["po_number"][:LONGEST_PO_NUMBER]
    numbers = takewhile(lambda n: layout.line_name("article", n) in form, count(1))
    rows = tuple(_read_row(form, layout, number) for number in numbers)
    return OrderForm(**typed, rows=rows or (Row(),))


def _read_row(form: Mapping[str, str], layout: Layout, number: int) -> Row:
    def typed(key: str) -> str:
        return form.get(layout.line_name(key, number), "").strip()

    return Row(typed("article"), typed("quantity"), typed("price"))


def complete(database: sqlite3.Connection, form: OrderForm) -> tuple[OrderForm, list[str]]:
    """Fill in text and price of every line, and say what cannot be taken; empty lines stay empty."""
    errors: list[str] = []
    rows = []
    for row in form.rows:
        try:
            rows.append(row if row.empty else _completed(database, row))
        except Refused as refusal:
            errors.append(str(refusal))
            rows.append(row)
    try:
        read_date(form.requested)
    except Refused as refusal:
        errors.append(str(refusal))
    return replace(form, rows=tuple(rows)), errors


def _completed(database: sqlite3.Connection, row: Row) -> Row:
    known = article(database, row.article)
    for typed in filter(None, (row.quantity, row.price)):
        read_number(typed)
    return replace(row, article=known.number, known=known, price=row.price or print_price(known.price))


def save(database: sqlite3.Connection, form: OrderForm, user: str, today: date) -> None:
    """Write the order, all of it or nothing. The same PO number twice is no concern of this portal.

    Raises Refused for a form that is not complete.
    """
    buyer = customer(database, form.customer)
    rows = [row for row in form.rows if not row.empty]
    if not rows:
        raise Refused("ERR-210 Order has no lines")
    amounts = [row.amount() for row in rows]
    requested = read_date(form.requested)
    number = database.execute(
        "INSERT INTO orders (entered, entered_by, customer, po_number, ext_ref, requested, remarks, total) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            today.isoformat(), user, buyer.number, form.po_number, form.reference,
            requested.isoformat() if requested else None, form.remarks, str(sum(amounts)),
        ),
    ).lastrowid  # fmt: skip
    for position, (row, amount) in enumerate(zip(rows, amounts, strict=True), start=1):
        _save_line(database, number, position, row, amount)


def _save_line(database: sqlite3.Connection, number: int | None, position: int, row: Row, amount: Decimal) -> None:
    known = row.known
    if known is None:
        raise Refused("ERR-201 Article not on file ''")
    values = (read_number(row.quantity), known.unit, read_number(row.price), known.per, amount)
    database.execute(
        "INSERT INTO order_lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, position, known.number, known.description, *map(str, values)),
    )
