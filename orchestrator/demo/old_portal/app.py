"""The web program: which page answers where, and what every request passes through."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from orchestrator.demo.old_portal import (
    views_articles,
    views_customers,
    views_order_entry,
    views_order_search,
    views_receipt_entry,
    views_receipt_reversal,
    views_receivables,
    views_session,
)
from orchestrator.demo.old_portal.database import connect, note_clash
from orchestrator.demo.old_portal.faults import AnswerLost, Faults
from orchestrator.demo.old_portal.layout import Layout
from orchestrator.demo.old_portal.sessions import Sessions
from orchestrator.demo.old_portal.visit import Visit, templates

COOKIE = "MERCURESID"
View = Callable[[Visit], Response]
Endpoint = Callable[[Request], Awaitable[Response]]

#: Pages of the main frame: each needs a session, may carry the notice, and is where faults strike.
MAIN_PAGES: Mapping[str, View] = {
    "/welcome.do": views_session.welcome,
    "/order_new.do": views_order_entry.new_order,
    "/order_search.do": views_order_search.search,
    "/order_show.do": views_order_search.show,
    "/open_invoices.do": views_receivables.invoices,
    "/receipt_new.do": views_receipt_entry.new_receipt,
    "/receipt_search.do": views_receivables.receipts,
    "/receipt_show.do": views_receivables.receipt,
    "/receipt_reverse.do": views_receipt_reversal.reverse_receipt,
    "/statement.do": views_receivables.account,
    "/article_search.do": views_articles.search,
    "/customer_search.do": views_customers.search,
    "/customer_show.do": views_customers.show,
}
#: The frames around them: they need a session and nothing ever goes wrong with them.
OUTER_PAGES: Mapping[str, View] = {"/frames.do": views_session.frames, "/menu.do": views_session.menu}


class HangUp(Response):
    """No answer at all: the connection is cut."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Cut, then wait until the server has noticed, so that it does not answer 500 in our place."""
        scope["mercure.transport"].abort()
        while (await receive())["type"] != "http.disconnect":
            pass


class WithTransport:
    """Lets a page reach the connection it came by; uvicorn's `send` is a method of the object that holds it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope["mercure.transport"] = cast("Any", send).__self__.transport
        await self._app(scope, receive, send)


@dataclass(frozen=True)
class Portal:
    """What all requests share."""

    database: Path
    faults: Faults
    sessions: Sessions
    token: str  #: opens `/_faults`
    pages: Environment = field(default_factory=templates)

    def application(self) -> ASGIApp:
        """The program, to be served by uvicorn."""
        routes = [
            Route("/", self._open(views_session.front), methods=["GET"]),
            Route("/login.do", self._log_in, methods=["POST"]),
            Route("/logout.do", self._log_out, methods=["GET"]),
            Route("/_faults", self._faults, methods=["GET", "POST"]),
            *(Route(path, self._guarded(view, may_fail=False), methods=["GET"]) for path, view in OUTER_PAGES.items()),
            *(Route(path, self._guarded(view), methods=["GET", "POST"]) for path, view in MAIN_PAGES.items()),
        ]
        return WithTransport(Starlette(routes=routes))

    def _open(self, view: View) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(self._answer, view, request, {})

        return endpoint

    def _guarded(self, view: View, *, may_fail: bool = True) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            form = await _typed(request)
            await asyncio.sleep(self.faults.settings.slow_ms / 1000)
            if may_fail and self.faults.strikes("log_out"):
                self.sessions.end(request.cookies.get(COOKIE))
            if may_fail and self.faults.strikes("error_500"):
                return HTMLResponse("<h1>500 Internal Server Error</h1>", status_code=500)
            key = request.cookies.get(COOKIE)
            if user := self.sessions.displaced(key):
                await run_in_threadpool(note_clash, self.database, user)
            known = self.sessions.find(key)
            return await run_in_threadpool(self._answer, view if known else views_session.expired, request, form)

        return endpoint

    def _answer(self, view: View, request: Request, form: Mapping[str, str]) -> Response:
        with contextlib.closing(connect(self.database)) as database:
            session = self.sessions.find(request.cookies.get(COOKIE))
            layout = Layout(self.faults.settings)
            visit = Visit(self.pages, database, self.faults, layout, request.query_params, form, session)
            try:
                return view(visit)
            except AnswerLost:
                return HangUp()

    async def _log_in(self, request: Request) -> Response:
        form = await _typed(request)

        def check(visit: Visit) -> Response:
            return views_session.log_in(visit, self.sessions, COOKIE)

        return await run_in_threadpool(self._answer, check, request, form)

    async def _log_out(self, request: Request) -> Response:
        self.sessions.end(request.cookies.get(COOKIE))
        return await run_in_threadpool(self._answer, views_session.goodbye, request, {})

    async def _faults(self, request: Request) -> Response:
        if not secrets.compare_digest(request.headers.get("x-fault-token", ""), self.token):
            return JSONResponse({"error": "send the token printed at start as X-Fault-Token"}, status_code=403)
        if request.method == "POST":
            try:
                self.faults.change(await request.json())
            except ValidationError as error:
                return JSONResponse({"error": str(error)}, status_code=422)
        return JSONResponse(self.faults.settings.model_dump())


def portal(database: Path, token: str, slow_ms: int, session_seconds: float, notice_every: int) -> Portal:
    """A portal over a database that has been created and filled."""
    return Portal(database, Faults(slow_ms), Sessions(session_seconds, time.monotonic, notice_every), token)


async def _typed(request: Request) -> dict[str, str]:
    """What a form sent, text only."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
