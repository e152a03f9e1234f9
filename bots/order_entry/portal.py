"""What order entry asks of any portal, in logical names: find, read and enter orders; look up articles and credit.

A portal's map may lack some of it (`new_order.reference`, `new_order.requested`, `order_search.reference`,
`order_search.customer`, `articles`, `articles.description`, `customer`): that is asked first, and worked without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from bots.adapters.workspace import Portal, Row
from bots.domain.customer_matching import plain_name
from bots.domain.customers import Article, Credit, Customer
from bots.domain.item_matching import is_called
from bots.domain.orders import OrderInPortal, SalesOrderLine, same_number
from bots.order_entry.plan import EnterOrder


def find_orders(
    portal: Portal, customer: Customer, customers: Sequence[Customer], po_number: str, reference: str
) -> tuple[OrderInPortal, ...]:
    """This customer's orders under the PO number, however it is spelt, or under our reference.

    Other spellings are searched only while nothing was found: the portal's own search may compare letter by letter.
    An order is left out only if it is plainly that of another customer; one whose customer cannot be told is shown.
    """

    def search(element: str, text: str) -> list[str]:
        rows = [row for row in _search(portal, element, text) if _is_order(row, po_number, reference)]
        return [row["number"] for row in rows if may_be_of(row["customer"], customer, customers)]

    found = search("po_number", po_number)
    if portal.offers("order_search.reference"):
        found += search("reference", reference)
    if not found:
        found = [number for spelling in spellings(po_number)[1:] for number in search("po_number", spelling)]
    return tuple(read_order_page(portal, number, customer) for number in dict.fromkeys(found))


def find_similar(
    portal: Portal, customer: Customer, po_number: str, total: Decimal, since: date
) -> tuple[OrderInPortal, ...]:
    """The customer's orders since a day of the same total under other PO numbers; none if search is by PO only."""
    if not portal.offers("order_search.customer"):
        return ()
    numbers = [
        row["number"]
        for row in _search(portal, "customer", customer.number)
        if is_of(row["customer"], customer)
        and same_number(row["po_number"]) != same_number(po_number)
        and portal.parse_date(row["date"]) >= since
        and portal.parse_number(row["total"]) == total
    ]
    return tuple(read_order_page(portal, number, customer) for number in dict.fromkeys(numbers))


def spellings(po_number: str) -> tuple[str, ...]:
    """The number as printed, then the ways others write it: `PO-1001`, `PO1001`, `PO 1001`."""
    runs = re.findall(r"\d+|[^\W\d_]+", po_number)
    return tuple(dict.fromkeys([po_number, *(sign.join(runs) for sign in ("", "-", " ", "/"))]))


def is_of(shown: str, customer: Customer) -> bool:
    """Whether a portal's customer column means this customer: by number, alone or beside a name, or by name."""
    words = re.split(r"[\s,;:()\[\]/|]+", shown.casefold())
    return customer.number.casefold() in words or plain_name(shown) == plain_name(customer.name)


def may_be_of(shown: str, customer: Customer, customers: Sequence[Customer]) -> bool:
    """Whether a portal's customer column means this customer, or nobody we know."""
    return is_of(shown, customer) or not any(is_of(shown, other) for other in customers)


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


def find_articles(portal: Portal, numbers: Sequence[str]) -> tuple[Article, ...]:
    """The articles the price list shows under these numbers or GTINs; what it does not know is left out."""
    if not portal.offers("articles"):
        return ()
    found = [article for number in numbers for article in _look_up(portal, number)]
    return tuple({article.sku: article for article in found}.values())


def articles_like(portal: Portal, text: str) -> tuple[Article, ...]:
    """Articles whose text holds the most telling word of a description: proposals for a person, nothing more."""
    words = re.findall(r"\w+(?:[-./]\w+)*", text)
    if not words or not portal.offers("articles.description"):
        return ()
    page = portal.open("articles")
    telling = max(words, key=lambda word: (any(sign.isdigit() for sign in word), len(word)))
    page.fill("description", telling).click("search")
    return tuple(_article(portal, row) for row in page.table("articles"))


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


def enter_order(portal: Portal, order: EnterOrder) -> None:
    """Key the order and press the point of no return. The reference makes it findable whatever happens then."""
    page = portal.open("new_order").fill("customer", order.customer).fill("po_number", order.po_number)
    if portal.offers("new_order.reference"):
        page.fill("reference", order.reference)
    if order.requested:
        page.fill("requested", order.requested)
    for place, line in enumerate(order.lines, start=1):
        if place > 1:
            page.click("add_line")
        row = page.row(place)
        row.fill("article", line.sku).fill("quantity", line.quantity).fill("price", line.unit_price)
    page.commit("submit")


def _search(portal: Portal, element: str, text: str) -> Iterator[Row]:
    page = portal.open("order_search")
    page.fill(element, text).click("search")
    yield from page.table("orders")


def _is_order(row: Row, po_number: str, reference: str) -> bool:
    return same_number(row["po_number"]) == same_number(po_number) or row.get("reference") == reference


def _look_up(portal: Portal, number: str) -> Iterator[Article]:
    page = portal.open("articles")
    page.fill("article", number).click("search")
    for row in page.table("articles"):
        article = _article(portal, row)
        if is_called(article, number):
            yield article


def _article(portal: Portal, row: Row) -> Article:
    return Article(
        sku=row["article"],
        description=row["description"],
        unit=row["unit"],
        price=portal.parse_number(row["price"]),
        price_per=_per(portal, row),
        gtin=row.get("gtin") or None,
    )


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
        price_per=_per(portal, row),
    )


def _per(portal: Portal, row: Row) -> Decimal:
    """For how many units the price is; a portal without that column prices single units."""
    per = row.get("per", "").strip()
    return portal.parse_number(per) if per else Decimal(1)
