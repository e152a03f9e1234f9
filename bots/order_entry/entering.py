"""Key an order into any portal, and see that the portal understood it before the point of no return.

A portal's map may lack `new_order.reference` and `new_order.requested`: the order is keyed without. What it may have
beside: `customer_name` instead of `customer`, where customers are chosen by name; `update`, which has the portal work
out what was typed; and what it shows then: `customer_shown`, `currency`, `total` (net).
"""

from __future__ import annotations

from bots.adapters.workspace import Page, Portal
from bots.domain.customers import Customer
from bots.domain.figures import price_figure
from bots.errors import BusinessError
from bots.order_entry.plan import EnterOrder
from bots.order_entry.portal import is_of


def enter_order(portal: Portal, order: EnterOrder) -> None:
    """Key the order and press the point of no return. PO number and reference make it findable whatever happens then.

    Raises BusinessError before the press if the portal refuses something or shows another order than was typed.
    """
    page = portal.open("new_order")
    _key_head(portal, page, order)
    _key_lines(page, order)
    if portal.offers("new_order.update"):
        page.click("update")
    misunderstood = _misunderstood(portal, page, order)
    if misunderstood:
        raise BusinessError(
            f"{portal.name} understood the order otherwise than it was typed ({'; '.join(misunderstood)}). It was not "
            "saved: see in the portal why (a discount, a price or a currency kept with the customer?), then enter it."
        )
    page.commit("submit")


def _key_head(portal: Portal, page: Page, order: EnterOrder) -> None:
    if portal.offers("new_order.customer"):
        page.fill("customer", order.customer)
    else:
        page.choose("customer_name", order.customer_name)
    page.fill("po_number", order.po_number)
    if portal.offers("new_order.reference"):
        page.fill("reference", order.reference)
    if order.requested:
        page.fill("requested", order.requested)


def _key_lines(page: Page, order: EnterOrder) -> None:
    for place, line in enumerate(order.lines, start=1):
        if place > 1:
            page.click("add_line")
        row = page.row(place)
        row.fill("article", line.sku).fill("quantity", line.quantity).fill("price", line.unit_price)


def _misunderstood(portal: Portal, page: Page, order: EnterOrder) -> tuple[str, ...]:
    """What the portal is about to save, where it shows that, against what we want saved."""

    def shown(element: str) -> str | None:
        return page.read(element).strip() if portal.offers(f"new_order.{element}") else None

    customer, currency, total = shown("customer_shown"), shown("currency"), shown("total")
    found = []
    if customer is not None and not is_of(customer, Customer(order.customer, order.customer_name)):
        found.append(f"customer: it shows {customer!r}, the order is of {order.customer_name} ({order.customer})")
    if currency is not None and currency != order.currency:
        found.append(f"currency: it shows {currency!r}, the order is in {order.currency}")
    if total is not None and (not total or portal.parse_number(total) != order.total):
        found.append(f"net total: it shows {total or 'none'}, the order comes to {price_figure(order.total)}")
    return tuple(found)
