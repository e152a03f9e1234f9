"""A real browser for each module, and a tiny site whose pages each test writes itself."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser

from bots.adapters.browser import BrowserPortal
from bots.adapters.selector_map import parse_map
from bots.errors import ConfigError
from tests.browsers import a_browser

PASSWORD = "canary-p@ss/w0rd"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with contextlib.ExitStack() as stack:
        try:
            opened = stack.enter_context(a_browser())
        except ConfigError as error:
            pytest.skip(str(error))
        yield opened


class Secret:
    def reveal(self) -> str:
        return PASSWORD

    def __repr__(self) -> str:
        return "•••"


@dataclass(frozen=True)
class Asked:
    """One request: what was sent, in the address or in the form."""

    method: str
    path: str
    sent: Mapping[str, str]


class CutOff(Exception):
    """Raised by a page: the connection is cut without an answer."""


@dataclass(frozen=True)
class Status:
    code: int
    html: str
    location: str | None = None


Answer = str | Status | Callable[[Asked], "str | Status"]


@dataclass
class Site:
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    url: str = ""

    def posts(self, path: str) -> list[Mapping[str, str]]:
        return [one.sent for one in self.asked if one.path == path and one.method == "POST"]

    def answer(self, asked: Asked) -> str | Status:
        self.asked.append(asked)
        found = self.pages.get(asked.path, Status(404, "not here"))
        return found(asked) if callable(found) else found


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # connections are kept, as real portals keep them

        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            self._answer(dict(parse_qsl(body, keep_blank_values=True)))

        def _answer(self, form: Mapping[str, str]) -> None:
            address = urlsplit(self.path)
            sent = dict(parse_qsl(address.query, keep_blank_values=True)) | form
            try:
                answer = served.answer(Asked(self.command, address.path, sent))
            except CutOff:
                self.close_connection = True
                return
            status = answer if isinstance(answer, Status) else Status(200, answer)
            body = status.html.encode()
            with contextlib.suppress(ConnectionError):
                self.send_response(status.code)
                if status.location:
                    self.send_header("Location", status.location)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing: the requests are kept in `asked`."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield served
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass
class Notes:
    """What a portal told of itself."""

    told: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)

    def __call__(self, event: str, particulars: Mapping[str, object]) -> None:
        self.told.append((event, particulars))

    def of(self, event: str) -> list[Mapping[str, object]]:
        return [particulars for name, particulars in self.told if name == event]


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def portal(browser: Browser, site: Site, notes: Notes) -> Iterator[Callable[..., BrowserPortal]]:
    """Makes a portal over the tiny site from a map's text; short patience, so that what is missing is soon told."""
    opened: list[BrowserPortal] = []

    def make(text: str, patience: float = 1.5) -> BrowserPortal:
        made = BrowserPortal(
            "acme", parse_map(text, "acme.yaml"), url=site.url, user="bot", password=Secret(), browser=browser,
            note=notes, patience=patience,
        )  # fmt: skip
        opened.append(made)
        return made

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def slowly() -> Callable[[float, str], Callable[[Asked], str]]:
    """A page that takes its time."""

    def page(seconds: float, html: str) -> Callable[[Asked], str]:
        def answer(_: Asked) -> str:
            time.sleep(seconds)
            return html

        return answer

    return page


@pytest.fixture
def cut_off() -> type[CutOff]:
    return CutOff


@pytest.fixture
def status() -> type[Status]:
    return Status


@pytest.fixture
def moved() -> Callable[[str], Status]:
    return lambda location: Status(303, "", location)
