"""One page view: what came with the request, and how a page is answered."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from orchestrator.demo.old_portal import figures
from orchestrator.demo.old_portal.faults import Faults
from orchestrator.demo.old_portal.layout import Layout
from orchestrator.demo.old_portal.sessions import Session

PER_PAGE = 10

Result = TypeVar("Result")


def templates() -> Environment:
    """The pages, with the portal's own way of printing figures."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True, undefined=StrictUndefined
    )
    environment.filters.update(
        amount=figures.print_amount,
        price=figures.print_price,
        quantity=figures.print_quantity,
        day=figures.print_date,
    )
    return environment


def fresh_id() -> str:
    """An element id as the portal's framework makes them: another at every page view."""
    return f"f_{secrets.token_hex(3)[:5]}"


@dataclass(frozen=True)
class Visit:
    """What a view is given. Only `database` and `faults` reach beyond this one request."""

    pages: Environment
    database: sqlite3.Connection
    faults: Faults
    layout: Layout
    query: Mapping[str, str]
    form: Mapping[str, str] = field(default_factory=dict)
    session: Session | None = None

    @property
    def user(self) -> str:
        """Who is logged in."""
        return self.session.user if self.session else ""

    def page(self, template: str, **values: Any) -> HTMLResponse:
        """Answer a page, status 200 whatever it says, as this portal does."""
        shown = {"error": "", "message": "", "notice": False, **values}
        text = self.pages.get_template(template).render(
            layout=self.layout, fresh_id=fresh_id, user=self.user, today=self.today(), **shown
        )
        return HTMLResponse(text, headers={"Cache-Control": "no-store"})

    def main_page(self, template: str, **values: Any) -> HTMLResponse:
        """A page of the main frame: carries the notice when it is due."""
        due = self.session is not None and self.session.notice_is_due()
        return self.page(template, notice=due, **values)

    def leaf(self, path: str, results: Iterable[Result]) -> tuple[list[Result], str]:
        """The ten results of the page asked for, and the address of the next ten ("" at the end)."""
        asked = self.query.get("page", "")
        page = int(asked) if asked.isdecimal() else 1
        first = PER_PAGE * (max(page, 1) - 1)
        found = list(islice(results, first, first + PER_PAGE + 1))
        more = len(found) > PER_PAGE
        return found[:PER_PAGE], f"{path}?{urlencode({**self.query, 'page': page + 1})}" if more else ""

    @staticmethod
    def today() -> date:
        """The day by this machine's clock, which is what an intranet server prints."""
        return date.today()  # noqa: DTZ011
