"""Order search, the only place that tells an order's number, and the order's own page."""

from __future__ import annotations

from starlette.responses import Response

from orchestrator.demo.old_portal.figures import Refused, read_date
from orchestrator.demo.old_portal.orders import Wanted, find, read
from orchestrator.demo.old_portal.visit import Visit

KEYS = ("find_po_number", "find_customer", "find_reference", "find_date")


def search(visit: Visit) -> Response:
    """The search form and, once asked, ten results with a link to the next ten."""
    typed = {key: visit.layout.typed(visit.query, key) for key in KEYS}
    if "cmd" not in visit.query:
        return visit.main_page("order_search.html", typed=typed, found=None, following="")
    try:
        wanted = _wanted(typed)
    except Refused as refusal:
        return visit.main_page("order_search.html", typed=typed, found=None, following="", error=str(refusal))
    found, following = visit.leaf("/order_search.do", find(visit.database, wanted))
    return visit.main_page("order_search.html", typed=typed, found=found, following=following)


def _wanted(typed: dict[str, str]) -> Wanted:
    day = read_date(typed["find_date"])
    return Wanted(typed["find_po_number"], typed["find_customer"], typed["find_reference"], day)


def show(visit: Visit) -> Response:
    """One order with its lines."""
    try:
        order = read(visit.database, visit.query.get("no", ""))
    except Refused as refusal:
        return visit.main_page("error.html", title="Order", error=str(refusal))
    return visit.main_page("order_show.html", order=order)
