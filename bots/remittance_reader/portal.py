"""What cash application asks of any portal, in logical names: open items, and receipts found again and read whole.

A portal's map may lack `open_items.number`, `receipt_search.customer`, the page `receipt_reversal`: that is asked
first, and worked without. Where customers are chosen by name, the map has `open_items.customer_name`. The reference
typed into a receipt is our key.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bots.adapters.workspace import Page, Portal, Row
from bots.domain.customers import Customer
from bots.domain.receivables import OpenItem, ReceiptInPortal


def open_items_of(portal: Portal, customer: Customer, currency: str) -> tuple[OpenItem, ...]:
    """What a customer owes now: invoices and credit notes with their balances."""
    page = portal.open("open_items")
    if portal.offers("open_items.customer"):
        page.fill("customer", customer.number)
    else:
        page.choose("customer_name", customer.name)
    return tuple(_item(portal, row, currency) for row in page.click("search").table("open_items"))


def open_item(portal: Portal, number: str, currency: str) -> OpenItem | None:
    """The open item of this number, whoever owes it; None when it is not open, or cannot be asked for by number."""
    if not portal.offers("open_items.number"):
        return None
    rows = portal.open("open_items").fill("number", number).click("search").table("open_items")
    found = [_item(portal, row, currency) for row in rows]
    return next((item for item in found if item.number.casefold() == number.casefold()), None)


def find_receipts(portal: Portal, reference: str) -> tuple[ReceiptInPortal, ...]:
    """Every receipt that stands under our reference; more than one is a person's matter."""
    rows = portal.open("receipt_search").fill("reference", reference).click("search").table("receipts")
    return read_receipts(portal, (row["number"] for row in rows if row["reference"].strip() == reference))


def receipts_of(portal: Portal, customer: Customer) -> Sequence[Row]:
    """The list of a customer's receipts; empty where the portal cannot be searched by customer."""
    if not portal.offers("receipt_search.customer"):
        return []
    page = portal.open("receipt_search").fill("customer", customer.number).click("search")
    return page.table("receipts")


def read_receipts(portal: Portal, numbers: Iterable[str]) -> tuple[ReceiptInPortal, ...]:
    """Receipts by number, each with what it settles."""
    return tuple(_receipt(portal, portal.open("receipt", number=number), number) for number in dict.fromkeys(numbers))


def _receipt(portal: Portal, page: Page, number: str) -> ReceiptInPortal:
    rows = page.table("allocations")
    return ReceiptInPortal(
        number=number,
        customer=page.read("customer").strip(),
        reference=page.read("reference").strip(),
        valued=portal.parse_date(page.read("valued")),
        amount=page.number("amount"),
        settles=tuple((row["invoice"], portal.parse_number(row["amount"])) for row in rows),
    )


def _item(portal: Portal, row: Row, currency: str) -> OpenItem:
    return OpenItem(
        number=row["number"],
        customer=row["customer"],
        issued=portal.parse_date(row["issued"]),
        due=portal.parse_date(row["due"]),
        amount=portal.parse_number(row["amount"]),
        balance=portal.parse_number(row["balance"]),
        currency=row.get("currency") or currency,
    )
