"""Send what a commit sends exactly once.

Chromium repeats a request by itself, a POST too, when a kept-alive or preconnected connection breaks before any byte
of an answer (net/http/http_network_transaction.cc, ShouldResendRequest): one press, two orders, and nobody told.
So the request of a commit is taken over from the browser and sent by Playwright's own client, which never repeats.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Error, Page, Request, Route

EVERYTHING = "**/*"


@contextlib.contextmanager
def sent_once(page: Page, answer_within: float) -> Iterator[None]:
    """While this lasts, whatever the page sends is sent once; a broken connection reaches the page as such.

    `answer_within` is in seconds. Redirects are left to the browser.
    """

    def pass_on(route: Route, request: Request) -> None:
        if request.method == "GET" and not request.is_navigation_request():
            route.continue_()  # pictures and styles: no harm in asking twice
            return
        try:
            route.fulfill(response=route.fetch(max_redirects=0, timeout=answer_within * 1000))
        except Error:
            with contextlib.suppress(Error):
                route.abort("connectionreset")

    page.route(EVERYTHING, pass_on)
    try:
        yield
    finally:
        with contextlib.suppress(Error):
            page.unroute(EVERYTHING, pass_on)
