"""Invoices for customers of SQL-Ledger to owe, keyed through its own form by a page that only tests have."""

from __future__ import annotations

from decimal import Decimal

from bots.adapters.browser import BrowserPortal
from bots.adapters.selector_map import SelectorMap, parse_map
from bots.adapters.workspace import Portal
from bots.domain.customers import Customer
from bots.remittance_reader.portal import open_items_of
from tests.sql_ledger import MAP

ENOUGH = Decimal(100)  #: an invoice that owes so much is good for many small receipts
NEW_INVOICE = """
  new_invoice:
    reach: [{menu: [AR, Sales Invoice]}]
    frame: main_window
    proof: {css: "th.listtop:text-is('Add Sales Invoice')"}
    elements:
      customer_name: {css: "select[name=customer]"}
      update: {role: button, name: Update}
      submit: {role: button, name: Post}
    rows:
      line:
        article: {css: "input[name=partnumber_{n}]"}
        quantity: {css: "input[name=qty_{n}]"}
    navigates: [customer_name, update, submit]
    commits: [submit]
"""


def map_with_invoices() -> SelectorMap:
    """The portal's map, and the form of invoices."""
    return parse_map(MAP.read_text(encoding="utf-8") + NEW_INVOICE, str(MAP))


def owe(portal: Portal, customer: Customer, invoices: int = 2) -> None:
    """See to it that the customer owes so many invoices; what earlier tests left counts."""
    owed = [item for item in open_items_of(portal, customer, "GBP") if item.balance >= ENOUGH]
    for _ in range(invoices - len(owed)):
        page = portal.open("new_invoice").choose("customer_name", customer.name)
        page.row(1).fill("article", "WID-200").fill("quantity", Decimal(100))
        page.click("update").commit("submit")


def enter_by_hand(portal: BrowserPortal, receipt: str, reference: str, amount: Decimal) -> None:
    """As a person would: one more payment on the page of the one invoice a receipt settles, under its own source."""
    portal.open("receipt", number=receipt)
    frame = portal.session.tab.frame("main_window")
    frame.click("a[href^='is.pl']")
    for name, text in {"paid": format(amount, "f"), "source": reference, "datepaid": "03-02-2026"}.items():
        frame.locator(f"input[name^={name}_]").last.fill(text)  # the last row is the empty one
    frame.click("input[value=Post]")
    frame.click("input[type=submit][value=Continue]")
    frame.locator("input[type=submit][value=Continue]").wait_for(state="detached")
