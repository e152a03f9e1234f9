"""Customers: search, and one customer's page."""

from __future__ import annotations

from starlette.responses import Response

from orchestrator.demo.old_portal.catalogue import customer, customers
from orchestrator.demo.old_portal.figures import Refused
from orchestrator.demo.old_portal.visit import Visit

KEYS = ("find_number", "find_name")


def search(visit: Visit) -> Response:
    """The search form, and below it what it found once it was asked."""
    asked = {key: visit.layout.typed(visit.query, key) for key in KEYS}
    found = customers(visit.database, *asked.values()) if "cmd" in visit.query else None
    return visit.main_page("customer_search.html", typed=asked, found=found)


def show(visit: Visit) -> Response:
    """One customer: address, credit, and BLOCKED where it is so."""
    try:
        found = customer(visit.database, visit.query.get("no", ""))
    except Refused as refusal:
        return visit.main_page("error.html", title="Customer", error=str(refusal))
    return visit.main_page("customer_show.html", customer=found)
