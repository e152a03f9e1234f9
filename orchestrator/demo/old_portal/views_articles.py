"""Articles: search by number, GTIN or text."""

from __future__ import annotations

from starlette.responses import Response

from orchestrator.demo.old_portal.catalogue import articles
from orchestrator.demo.old_portal.visit import Visit

KEYS = ("find_article", "find_gtin", "find_text")


def search(visit: Visit) -> Response:
    """The search form, and below it what it found once it was asked."""
    asked = {key: visit.layout.typed(visit.query, key) for key in KEYS}
    found = articles(visit.database, *asked.values()) if "cmd" in visit.query else None
    return visit.main_page("article_search.html", typed=asked, found=found)
