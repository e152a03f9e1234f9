"""What order entry asks of any portal, in logical names: find and read orders, and a customer's credit.

A portal's map may lack some of it (`order_search.reference`, `order_search.customer`, `customer`): that is asked
first, and worked without. Where customers are chosen by name, the map has `order_search.customer_name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bots.adapters.workspace import Page, Portal, Row, Workspace
from bots.domain.customer_matching import plain_name
from bots.domain.customers import Credit, Customer
from bots.domain.orders import OrderInPortal, SalesOrderLine, same_number
from bots.order_entry.price_list import price_unit


@dataclass(frozen=True)
class Sought:
    """One order to be found again: whose it is, its PO number, and the reference we would type."""

    customer: Customer
    po_number: str
    reference: str
    customers: Sequence[Customer]  #: all we know, to tell others' orders of the same number

    def numbers(self, rows: Iterable[Row]) -> tuple[str, ...]:
        """The order numbers of the rows that are this order.

        A row is left out only if it is plainly another customer's; one whose customer cannot be told stays in.
        """
        return tuple(row["number"] for row in rows if self._is_it(row) and self._may_be_theirs(row["customer"]))

    def _is_it(self, row: Row) -> bool:
        return same_number(row["po_number"]) == same_number(self.po_number) or row.get("reference") == self.reference

    def _may_be_theirs(self, shown: str) -> bool:
        return is_of(shown, self.customer) or not any(is_of(shown, other) for other in self.customers)


def find_orders(portal: Portal, sought: Sought) -> tuple[OrderInPortal, ...]:
    """The customer's orders under the PO number as printed, or under our reference.

    The two are typed together: what is found by the one with the other in its row need not be searched for again.
    """
    rows = _search(portal, "po_number", sought.po_number)
    found = [*sought.numbers(rows)]
    if portal.offers("order_search.reference") and not any(row.get("reference") == sought.reference for row in rows):
        found += sought.numbers(_search(portal, "reference", sought.reference))
    return _read(portal, found, sought.customer)


def count(keys: Sequence[str], workspace: Workspace) -> Mapping[str, int]:
    """How many orders the portal shows under the reference of each plan key, `order:C-1000:po1001:0`.

    Other keys (letters) are not the portal's, and a portal that cannot be searched by reference is not counted.
    """
    portal = workspace.portal
    if not portal.offers("order_search.reference"):
        return {}
    references = {key: key.removeprefix("order:") for key in keys if key.startswith("order:")}
    return {
        key: sum(row.get("reference") == reference for row in _search(portal, "reference", reference))
        for key, reference in references.items()
    }


def find_other_spelling(portal: Portal, sought: Sought, history: Sequence[Row] | None) -> tuple[OrderInPortal, ...]:
    """The same under another spelling: among the customer's orders, or spelling by spelling where there is no list.

    The portal's own search may compare letter by letter.
    """
    if history is not None:
        return _read(portal, sought.numbers(history), sought.customer)
    others = spellings(sought.po_number)[1:]
    found = [number for text in others for number in sought.numbers(_search(portal, "po_number", text))]
    return _read(portal, found, sought.customer)


def orders_of(portal: Portal, customer: Customer) -> Sequence[Row] | None:
    """The list of all orders of a customer; None where the portal cannot be searched by customer."""
    page = _search_by_customer(portal, customer)
    return [row for row in page.table("orders") if is_of(row["customer"], customer)] if page else None


def find_similar(
    portal: Portal, sought: Sought, history: Sequence[Row], total: Decimal, since: date
) -> tuple[OrderInPortal, ...]:
    """The customer's orders since a day with the same total under other PO numbers."""
    found = [
        row["number"]
        for row in history
        if same_number(row["po_number"]) != same_number(sought.po_number)
        and portal.parse_date(row["date"]) >= since
        and portal.parse_number(row["total"]) == total
    ]
    return _read(portal, found, sought.customer)


def spellings(po_number: str) -> tuple[str, ...]:
    """The number as printed, then the ways others write it: `PO-1001`, `PO1001`, `PO 1001`."""
    runs = re.findall(r"\d+|[^\W\d_]+", po_number)
    return tuple(dict.fromkeys([po_number, *(sign.join(runs) for sign in ("", "-", " ", "/"))]))


def is_of(shown: str, customer: Customer) -> bool:
    """Whether a portal's customer column means this customer: by number, alone or beside a name, or by name."""
    words = re.split(r"[\s,;:()\[\]/|]+", shown.casefold())
    return customer.number.casefold() in words or plain_name(shown) == plain_name(customer.name)


def read_order_page(portal: Portal, number: str, customer: Customer) -> OrderInPortal:
    """One order with its lines, as the portal shows it."""
    page = portal.open("order", number=number)

    def text(element: str) -> str:
        return page.read(element).strip() if portal.offers(f"order.{element}") else ""

    shown, requested, total = text("customer"), text("requested"), text("total")
    return OrderInPortal(
        number=number,
        customer=customer.number if is_of(shown, customer) else shown,
        po_number=text("po_number"),
        reference=text("reference") or None,
        total=portal.parse_number(total) if total else None,
        lines=tuple(_line(portal, row, place) for place, row in enumerate(page.table("lines"), start=1)),
        requested=portal.parse_date(requested) if requested else None,
    )


def credit_of(portal: Portal, customer: str) -> Credit | None:
    """The customer's credit; None where the portal shows none. A limit without a figure ("none", "-") is no limit."""
    if not portal.offers("customer"):
        return None
    page = portal.open("customer", number=customer)
    limit = page.read("limit")
    return Credit(
        limit=portal.parse_number(limit) if re.search(r"\d", limit) else None,
        balance=page.number("balance"),
        blocked=page.shows("blocked"),
    )


def _search_by_customer(portal: Portal, customer: Customer) -> Page | None:
    if portal.offers("order_search.customer"):
        return portal.open("order_search").fill("customer", customer.number).click("search")
    if portal.offers("order_search.customer_name"):
        return portal.open("order_search").choose("customer_name", customer.name).click("search")
    return None


def _search(portal: Portal, element: str, text: str) -> Sequence[Row]:
    page = portal.open("order_search")
    page.fill(element, text).click("search")
    return page.table("orders")


def _read(portal: Portal, numbers: Iterable[str], customer: Customer) -> tuple[OrderInPortal, ...]:
    return tuple(read_order_page(portal, number, customer) for number in dict.fromkeys(numbers))


def _line(portal: Portal, row: Row, place: int) -> SalesOrderLine:
    position = row.get("position", "").strip()
    return SalesOrderLine(
        position=int(position) if position.isdigit() else place,
        sku=row["article"],
        description=row["description"],
        quantity=portal.parse_number(row["quantity"]),
        unit=row["unit"],
        unit_price=portal.parse_number(row["price"]),
        amount=portal.parse_number(row["amount"]),
        price_per=price_unit(portal, row),
    )
