"""Write a first map of a page nobody has described yet: every field, button and table, under the name a person gives.

It is a beginning: which buttons commit, what proves the page and how it is reached is for a person to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Frame, Page

from bots.adapters.browser.fingerprint import Fingerprint, in_page
from bots.adapters.browser.portal import BrowserPortal
from bots.adapters.browser.spot import locate
from bots.adapters.browser.tab import reason
from bots.adapters.browser.ways import ways_to
from bots.adapters.selector_map import Locator, parse_map
from bots.adapters.selector_map.patch import quoted, written
from bots.errors import ApplicationError

_EVERYTHING = in_page("looks.everything()", "")


@dataclass(frozen=True)
class Learned:
    """An element under its name: what a person would call it, and the ways to it."""

    name: str
    called: str
    looks: Fingerprint
    ways: tuple[Locator, ...]


def learn_page(page: Page, portal: str) -> str:
    """The map, as YAML, of what the browser shows now; of several frames the one with the most on it.

    Raises ApplicationError when the page shows nothing to type into, press or list.
    """
    frame = max(page.frames, key=_size)
    seen = frame.evaluate(_EVERYTHING)
    elements = tuple(_named(frame, [Fingerprint.of(one) for one in seen["elements"]]))
    if not elements and not seen["tables"]:
        raise ApplicationError(f"{page.url} shows no field, no button and no table: there is nothing to map")
    text = "\n".join(_lines(frame, portal, seen, elements)) + "\n"
    parse_map(text, "the map learned")
    return text


def learn_address(browser: Browser, url: str) -> str:
    """The map of a page that asks for no log-in. Raises ApplicationError when it cannot be reached."""
    page = browser.new_page()
    try:
        page.goto(url)
        return learn_page(page, urlsplit(url).hostname or "portal")
    except Error as error:
        raise ApplicationError(f"{url} cannot be reached: {reason(error)}") from None
    finally:
        page.close()


def learn_inside(portal: BrowserPortal, url: str) -> str:
    """The map of a page behind the portal's log-in; its address may be given below the portal's own."""
    session = portal.session
    with session.watched():
        session.enter()
        session.tab.goto(url if "://" in url else session.account.address(url))
        session.tab.next_document(None, url)
        return learn_page(session.tab.page, portal.name)


def _size(frame: Frame) -> int:
    try:
        seen = frame.evaluate(_EVERYTHING)
    except Error:
        return -1  # gone, or never loaded
    return len(seen["elements"]) + len(seen["tables"])


def _named(frame: Frame, found: list[Fingerprint]) -> Iterator[Learned]:
    taken: set[str] = set()
    for looks in found:
        called = looks.label or looks.text or looks.placeholder or looks.title or looks.name or looks.kind
        name = _free(snake(called) or snake(looks.name) or looks.kind, taken)
        taken.add(name)
        yield Learned(name, called, looks, ways_to(frame, looks))


def snake(words: str) -> str:
    """`Customer no.` → `customer_no`; empty when no letter is left to begin with."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:40].strip("_")


def _free(name: str, taken: set[str]) -> str:
    number = 2
    wanted = name
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name


def _lines(frame: Frame, portal: str, seen: dict[str, Any], elements: tuple[Learned, ...]) -> Iterator[str]:
    address = urlsplit(frame.url)
    path = address.path + (f"?{address.query}" if address.query else "")
    yield f"# A first map of {frame.url}, written by a machine. To do: see that the names are those the bot speaks,"
    yield "# that the proof is on show exactly when this page is, and name under commits what cannot be taken back."
    yield f"portal: {snake(portal) or 'portal'}"
    yield "pages:"
    yield f"  {snake(seen['heading']) or 'page'}:"
    yield f"    path: {quoted(path)}"
    yield f"    proof: {written(_proof(frame, seen, elements))}"
    if elements:
        yield "    elements:"
    for one in elements:
        yield f"      {one.name}: {written(one.ways)}  # {_remark(one)}"
    pressed = [one.name for one in elements if one.looks.kind == "button" and one.looks.type in {"submit", "image"}]
    if pressed:
        yield f"    navigates: [{', '.join(pressed)}]"
    yield from _tables(seen["tables"])


def _proof(frame: Frame, seen: dict[str, Any], elements: tuple[Learned, ...]) -> tuple[Locator, ...]:
    heading = Locator(role="heading", name=seen["heading"]) if seen["heading"] else None
    if heading is not None and locate(frame, heading).count() == 1:
        return (heading,)
    return elements[0].ways[:1] if elements else (Locator(css="table"),)


def _remark(one: Learned) -> str:
    kinds = {"choice": "list", "tick": "box to tick"}
    return f"{kinds.get(one.looks.kind, one.looks.kind)} {one.called!r}"


def _tables(tables: list[list[str]]) -> Iterator[str]:
    if tables:
        yield "    tables:"
    for number, heads in enumerate(tables, start=1):
        columns: dict[str, str] = {}
        for head in filter(None, heads):
            columns.setdefault(_free(snake(head) or "column", set(columns)), head)
        signs = "".join(f":has(th:text-is({_single(head)}))" for head in columns.values())
        yield f"      table_{number}:"
        yield f"        table: {{css: {quoted(f'table{signs}:not(:has(table))')}}}"
        yield f"        columns: {{{', '.join(f'{name}: {quoted(head)}' for name, head in columns.items())}}}"


def _single(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
