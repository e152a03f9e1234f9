"""Keying an order into the old portal: our BrowserPortal against a bare Playwright script with the same clicks.

Both search the PO number first, key three lines, save, find the order and read its page. The bare script types and
clicks and looks at nothing it does not need; ours reads every field back twice, sees that no error, notice or log-in
page stands there, and is ready for a log-in in between. They take turns on one portal; the figure is the ratio of the
medians.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Browser, Frame, Page

from bots.adapters.browser import BrowserPortal
from bots.adapters.selector_map import load_map
from orchestrator.demo.old_portal.process import OldPortal, running_portal
from orchestrator.demo.old_portal.sessions import set_password
from tests.browsers import a_browser

ROUNDS = 12
TARGET = 1.3  #: at most this many times the bare script
MAP = Path(__file__).parents[1] / "selectors" / "old_portal.yaml"
LINES = (("BR-1001", "10", "4,80"), ("BR-2010", "200", "18,50"), ("BR-4100", "2,5", "9,75"))


@dataclass(frozen=True)
class Password:
    """What the portal printed at its start."""

    value: str

    def reveal(self) -> str:
        """The value itself."""
        return self.value

    def __repr__(self) -> str:
        return "•••"


def run() -> dict[str, object]:
    """Medians in milliseconds of both, and their ratio, measured in one run, turn by turn."""
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    with (
        tempfile.TemporaryDirectory() as directory,
        running_portal(Path(directory)) as portal,
        a_browser() as browser,
    ):
        contestants = {"ours": _ours(portal, browser), "bare": _bare(portal, browser)}
        for number in range(ROUNDS + 1):
            for name, key in contestants.items():
                taken = _ms(key, f"{name}-{number}")
                if number:  # the first round warms up
                    times[name].append(taken)
    medians = {name: round(statistics.median(values), 1) for name, values in times.items()}
    return {"keying_ms": medians, "ratio": round(medians["ours"] / medians["bare"], 3), "target": TARGET}


def _ms(key: Callable[[str], None], po_number: str) -> float:
    start = time.perf_counter()
    key(po_number)
    return (time.perf_counter() - start) * 1000


def _ours(portal: OldPortal, browser: Browser) -> Callable[[str], None]:
    session = BrowserPortal(
        "old_portal",
        load_map(MAP),
        url=portal.url,
        user=portal.user,
        password=Password(portal.password),
        browser=browser,
    )
    session.open("order_search")

    def key(po_number: str) -> None:
        search = session.open("order_search").fill("po_number", po_number).click("search")
        assert not search.table("orders")
        page = session.open("new_order")
        page.fill("customer", "C-1000").fill("po_number", po_number).fill("reference", f"C-1000:{po_number}:0")
        for number, (article, quantity, price) in enumerate(LINES, start=1):
            row = page.row(number).fill("article", article)
            row.fill("quantity", Decimal(quantity.replace(",", "."))).fill("price", Decimal(price.replace(",", ".")))
            page.click("add_line")
        page.commit("submit")
        found = session.open("order_search").fill("po_number", po_number).click("search").table("orders")
        order = session.open("order", number=found[0]["number"])
        assert order.read("reference") == f"C-1000:{po_number}:0"
        assert order.number("total") == Decimal("109.38")
        assert len(order.table("lines")) == len(LINES)

    return key


def _second_user(portal: OldPortal) -> str:
    """A user beside the bot's: the portal allows one session each."""
    with contextlib.closing(sqlite3.connect(portal.database)) as connection:
        set_password(connection, "BENCH", portal.password)
    return "BENCH"


def _bare(portal: OldPortal, browser: Browser) -> Callable[[str], None]:
    page = browser.new_context(viewport={"width": 1280, "height": 960}).new_page()
    notice = page.frame_locator("[name=main]").locator("div:has(input[value=OK])")
    page.add_locator_handler(notice, lambda found: found.get_by_role("button", name="OK").click())
    page.goto(portal.url)
    page.get_by_label("User").fill(_second_user(portal))
    page.get_by_label("Password").fill(portal.password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/frames.do")

    def key(po_number: str) -> None:
        main = _bare_search(page, portal.url, po_number)
        main.get_by_text("No orders found.").wait_for()
        _bare_order(page, po_number)
        main = _bare_search(page, portal.url, po_number)
        main.locator("td a").first.click()
        main.get_by_text("Total EUR").wait_for()
        assert main.locator("td:text-is('Ext. ref') + td").inner_text().strip() == f"C-1000:{po_number}:0"
        assert main.locator("td:has(> b:text-is('Total EUR')) + td").inner_text().strip() == "109,38"
        lines = main.locator("table:has(> tbody > tr > th:text-is('Qty')) tr")
        assert len([row.split("\t") for row in lines.all_inner_texts()]) == len(LINES) + 1

    return key


def _bare_search(page: Page, url: str, po_number: str) -> Frame:
    main = _main(page)
    main.goto(f"{url}/order_search.do")
    main.get_by_label("Customer PO").fill(po_number)
    with main.expect_navigation():
        main.get_by_role("button", name="Search").click()
    return main


def _bare_order(page: Page, po_number: str) -> None:
    main = _main(page)
    page.frame_locator("[name=menu]").get_by_text("New order").click()
    head = {"ctl$17$txtA": "C-1000", "ctl$17$txtB": po_number, "extref": f"C-1000:{po_number}:0"}
    for name, value in head.items():
        main.locator(f"[name='{name}']").fill(value)
    for number, (article, quantity, price) in enumerate(LINES, start=1):
        main.locator(f"[name='lin$art${number}']").fill(article)
        main.locator(f"[name='lin$qty${number}']").fill(quantity)
        main.locator(f"[name='lin$prc${number}']").fill(price)
        with main.expect_navigation():
            main.get_by_role("button", name="Add line").click()
    with main.expect_navigation():
        main.get_by_role("button", name="Save order").click()
    main.get_by_text("Saved.").wait_for()


def _main(page: Page) -> Frame:
    main = page.frame("main")
    assert main is not None
    return main


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
