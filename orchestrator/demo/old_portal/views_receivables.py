"""Receivables as they stand: open invoices, receipts that were posted, and one customer's account."""

from __future__ import annotations

from starlette.responses import Response

from orchestrator.demo.old_portal.catalogue import customer
from orchestrator.demo.old_portal.figures import Refused
from orchestrator.demo.old_portal.receipts import find, read
from orchestrator.demo.old_portal.receivables import open_invoices
from orchestrator.demo.old_portal.statement import statement
from orchestrator.demo.old_portal.visit import Visit


def invoices(visit: Visit) -> Response:
    """The selection and, once asked, ten open invoices with a link to the next ten."""
    typed = {key: visit.layout.typed(visit.query, key) for key in ("find_debtor", "find_invoice")}
    if "cmd" not in visit.query:
        return visit.main_page("open_invoices.html", typed=typed, found=None, following="")
    found, following = visit.leaf("/open_invoices.do", open_invoices(visit.database, *typed.values()))
    return visit.main_page("open_invoices.html", typed=typed, found=found, following=following)


def receipts(visit: Visit) -> Response:
    """The search form and, once asked, ten receipts: the only place that tells a receipt's number."""
    typed = {key: visit.layout.typed(visit.query, key) for key in ("find_receipt", "find_payer")}
    if "cmd" not in visit.query:
        return visit.main_page("receipt_search.html", typed=typed, found=None, following="")
    found, following = visit.leaf("/receipt_search.do", find(visit.database, *typed.values()))
    return visit.main_page("receipt_search.html", typed=typed, found=found, following=following)


def receipt(visit: Visit) -> Response:
    """One receipt with its allocations."""
    try:
        found = read(visit.database, visit.query.get("no", ""))
    except Refused as refusal:
        return visit.main_page("error.html", title="Receipt", error=str(refusal))
    return visit.main_page("receipt_show.html", receipt=found)


def account(visit: Visit) -> Response:
    """The selection and, once asked, one customer's account."""
    typed = {"account": visit.layout.typed(visit.query, "account")}
    if "cmd" not in visit.query:
        return visit.main_page("statement.html", typed=typed, customer=None)
    try:
        found = customer(visit.database, typed["account"])
    except Refused as refusal:
        return visit.main_page("statement.html", typed=typed, customer=None, error=str(refusal))
    entries = statement(visit.database, found.number)
    return visit.main_page("statement.html", typed=typed, customer=found, entries=entries)
