"""An order as the portal shows it against the order we would enter: by content, not only by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest

from bots.domain.figures import figure, price_figure
from bots.domain.orders import OrderInPortal, SalesOrderLine, same_number
from bots.order_entry.plan import EnterOrder


def differences(portal: OrderInPortal, plan: EnterOrder) -> tuple[str, ...]:
    """Every difference as a sentence part ("line 2, quantity: the portal shows 10, the document 12"); none if equal."""
    pairs = [
        ("customer", portal.customer, plan.customer, portal.customer == plan.customer),
        ("PO number", portal.po_number, plan.po_number, same_number(portal.po_number) == same_number(plan.po_number)),
        ("requested date", _day(portal.requested), _day(plan.requested), portal.requested == plan.requested),
        ("total", _amount(portal.total), _amount(plan.total), portal.total in {None, plan.total}),
    ]
    head = [_differs(what, shown, document) for what, shown, document, equal in pairs if not equal]
    return (*head, *_line_differences(portal.lines, plan.lines))


def same_goods(one: Sequence[SalesOrderLine], other: Sequence[SalesOrderLine]) -> bool:
    """Whether two orders are for the same articles in the same quantities, whatever their lines' order."""
    return Counter((line.sku, line.quantity) for line in one) == Counter((line.sku, line.quantity) for line in other)


def _line_differences(portal: Sequence[SalesOrderLine], plan: Sequence[SalesOrderLine]) -> tuple[str, ...]:
    if Counter(map(_content, portal)) == Counter(map(_content, plan)):
        return ()
    return tuple(text for shown, document in zip_longest(portal, plan) for text in _one_line(shown, document))


def _content(line: SalesOrderLine) -> tuple[str, Decimal, Fraction, Decimal]:
    return line.sku, line.quantity, Fraction(line.unit_price) / Fraction(line.price_per), line.amount


def _one_line(shown: SalesOrderLine | None, document: SalesOrderLine | None) -> tuple[str, ...]:
    if shown is None or document is None:
        line = shown or document
        where = f"line {line.position}" if line else ""
        return (_differs(where, _goods(shown), _goods(document)),)
    pairs = [
        ("article", shown.sku, document.sku, shown.sku == document.sku),
        ("quantity", figure(shown.quantity), figure(document.quantity), shown.quantity == document.quantity),
        ("price", _price(shown), _price(document), _content(shown)[2] == _content(document)[2]),
        ("amount", _amount(shown.amount), _amount(document.amount), shown.amount == document.amount),
    ]
    return tuple(
        _differs(f"line {document.position}, {what}", there, here) for what, there, here, equal in pairs if not equal
    )


def _differs(what: str, shown: str, document: str) -> str:
    return f"{what}: the portal shows {shown}, the document {document}"


def _goods(line: SalesOrderLine | None) -> str:
    return f"{figure(line.quantity)} {line.unit} of {line.sku}" if line else "no such line"


def _price(line: SalesOrderLine) -> str:
    return f"{price_figure(line.unit_price)} for {figure(line.price_per)}"


def _amount(amount: Decimal | None) -> str:
    return "none" if amount is None else price_figure(amount)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "none"
