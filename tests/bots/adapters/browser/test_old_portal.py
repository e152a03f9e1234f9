"""The demo's old portal through its map: an order keyed and found again, and what can go wrong on the way."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bots.adapters.browser import BrowserPortal, Verdict, inspect_portal
from bots.adapters.selector_map import load_map
from bots.errors import ApplicationError, BusinessError, SelectorMissing
from orchestrator.demo.old_portal.ledger import orders
from orchestrator.demo.old_portal.process import running_portal

pytestmark = pytest.mark.browser

MAP = load_map(Path(__file__).parents[4] / "selectors" / "old_portal.yaml")
LINES = (("BR-1001", "1250", "4.80"), ("BR-2010", "200", "18.50"), ("BR-4100", "2.5", "9.75"))


@pytest.fixture(scope="module")
def mercure(tmp_path_factory):
    with running_portal(tmp_path_factory.mktemp("mercure"), slow=0) as running:
        yield running


@pytest.fixture
def faults(mercure):
    yield mercure.faults
    mercure.faults.set(
        answer_lost_after_commit=0, answer_lost_before_commit=0, error_500=0, log_out=0, error_text=None,
        rename_label={}, move_field=[], remove_field=[],
    )  # fmt: skip


@pytest.fixture
def portal(mercure, browser, notes):
    class Password:
        def reveal(self):
            return mercure.password

    made = BrowserPortal(
        "orders", MAP, url=mercure.url, user=mercure.user, password=Password(), browser=browser, note=notes, patience=2
    )
    yield made
    made.close()


def typed(portal, po_number, lines=LINES):
    page = portal.open("new_order")
    page.fill("customer", "C-1000").fill("po_number", po_number).fill("reference", f"C-1000:{po_number}:0")
    page.fill("requested", date(2026, 12, 24))
    for number, (article, quantity, price) in enumerate(lines, start=1):
        row = page.row(number)
        row.fill("article", article).fill("quantity", Decimal(quantity)).fill("price", Decimal(price))
        page.click("add_line")
    return page


def kept(mercure, po_number):
    return [order for order in orders(mercure.database) if order.po_number == po_number]


def found(portal, po_number):
    return portal.open("order_search").fill("po_number", po_number).click("search").table("orders")


def test_an_order_is_keyed_found_again_and_read_whole(portal, mercure, notes):
    fields = []
    typed(portal, "PO-1").commit("submit", fields.append)
    assert fields[0]["line[1].quantity"] == "1250"
    assert fields[0]["requested"] == "24.12.2026"
    (row,) = found(portal, "PO-1")
    order = portal.open("order", number=row["number"])
    assert [order.read(name) for name in ("customer", "po_number", "reference", "requested", "total")] == [
        "C-1000", "PO-1", "C-1000:PO-1:0", "24.12.2026", "6.061,38",
    ]  # fmt: skip
    assert portal.parse_date(order.read("requested")) == date(2026, 12, 24)
    numbers = ("quantity", "price", "per", "amount")
    lines = order.table("lines")
    assert [(line["article"], *(portal.parse_number(line[name]) for name in numbers)) for line in lines] == [
        ("BR-1001", 1250, Decimal("4.80"), 1, 6000), ("BR-2010", 200, Decimal("18.50"), 100, 37),
        ("BR-4100", Decimal("2.5"), Decimal("9.75"), 1, Decimal("24.38")),
    ]  # fmt: skip
    assert len(kept(mercure, "PO-1")) == 1
    assert notes.of("notice"), "the portal puts up its notice after a log-in"
    assert not notes.of("failure")


def test_what_the_portal_says_of_articles_and_customers_is_read(portal):
    articles = portal.open("articles").fill("article", "BR-2010").click("search").table("articles")
    assert articles == [
        {"article": "BR-2010", "description": "Hexagon bolt M8 x 40, zinc plated", "unit": "EA", "price": "18,50",
         "per": "100", "gtin": "3760012300303"},
    ]  # fmt: skip
    assert portal.open("articles").fill("article", "BR-0000").click("search").table("articles") == []
    blocked = portal.open("customer", number="C-1006")
    assert blocked.shows("blocked")
    assert blocked.read("name") == "Papeterie du Rhône SARL"
    good = portal.open("customer", number="C-1000")
    assert not good.shows("blocked")
    assert (good.number("limit"), good.number("balance")) == (Decimal(20000), Decimal("1250.40"))


def test_more_orders_than_one_page_shows_are_all_listed(portal, mercure):
    order = ("2026-11-01", "BOT01", "C-1000", "PO-11", "", None, "", "4.80")
    with contextlib.closing(sqlite3.connect(mercure.database)) as database, database:
        database.executemany(
            "INSERT INTO orders (entered, entered_by, customer, po_number, ext_ref, requested, remarks, total) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [order] * 11,
        )
    numbers = [row["number"] for row in found(portal, "PO-11")]
    assert len(numbers) == len(set(numbers)) == 11


def test_an_answer_lost_after_the_save_is_a_doubt_and_one_order(portal, mercure, faults):
    page = typed(portal, "PO-LOST")
    faults.set(answer_lost_after_commit=1)
    with pytest.raises(ApplicationError, match=r"broke off while answering new_order\.submit") as doubt:
        page.commit("submit")
    assert doubt.value.retry
    assert len(kept(mercure, "PO-LOST")) == 1
    assert len(found(portal, "PO-LOST")) == 1


def test_an_answer_lost_before_the_save_is_a_doubt_and_no_order(portal, mercure, faults):
    page = typed(portal, "PO-NEVER")
    faults.set(answer_lost_before_commit=1)
    with pytest.raises(ApplicationError, match=r"broke off while answering new_order\.submit"):
        page.commit("submit")
    assert not kept(mercure, "PO-NEVER")
    assert found(portal, "PO-NEVER") == []


def test_a_server_error_at_the_press_is_a_doubt(portal, mercure, faults):
    page = typed(portal, "PO-500")
    faults.set(error_500=1)
    with pytest.raises(ApplicationError, match=r"answered new_order\.submit with HTTP 500"):
        page.commit("submit")
    assert found(portal, "PO-500") == []


def test_the_portals_refusal_is_told_in_its_words(portal, mercure, faults):
    page = typed(portal, "PO-NO")
    faults.set(error_text="ERR-150 Credit limit exceeded")
    with pytest.raises(BusinessError, match="with an error: ERR-150 Credit limit exceeded"):
        page.commit("submit")
    assert not kept(mercure, "PO-NO")


def test_an_article_the_portal_does_not_know_is_told_in_its_words(portal):
    with pytest.raises(BusinessError, match="ERR-201 Article not on file 'BR-0'"):
        typed(portal, "PO-X", [("BR-0", "1", "1.00")])


def test_a_po_number_the_portal_would_cut_off_is_never_sent(portal, mercure):
    with pytest.raises(BusinessError, match=r"new_order\.po_number did not keep what was typed"):
        typed(portal, "PO-2026-0123456789-0123456789-A", LINES[:1])


def test_a_session_that_ends_in_mid_order_starts_the_work_over(portal, mercure, faults, notes):
    page = typed(portal, "PO-MID", LINES[:1])
    faults.set(log_out=1)
    page.row(2).fill("article", "BR-1002").fill("quantity", Decimal(1)).fill("price", Decimal("5.95"))
    with pytest.raises(ApplicationError, match="the session ended in the middle of new_order"):
        page.click("add_line")
    assert found(portal, "PO-MID") == []
    assert [event for event, _ in notes.told if event.startswith("login")] == ["login", "login again"]
    typed(portal, "PO-MID").commit("submit")
    assert len(kept(mercure, "PO-MID")) == 1


def test_a_session_that_ends_at_the_press_is_a_doubt(portal, mercure, faults):
    page = typed(portal, "PO-END")
    faults.set(log_out=1)
    with pytest.raises(ApplicationError, match=r"the session ended when new_order\.submit was pressed"):
        page.commit("submit")
    assert found(portal, "PO-END") == []


def test_a_search_goes_on_over_an_ended_session(portal, faults, notes):
    page = portal.open("order_search").fill("po_number", "PO-NONE")
    faults.set(log_out=1)
    assert page.click("search").table("orders") == []
    assert len(notes.of("login again")) == 1


@pytest.fixture
def moves(portal):
    """Every document a frame has shown since."""
    portal.open("order_search")
    shown = []
    portal.session.tab.page.on("framenavigated", lambda frame: shown.append(frame.url))
    return shown


def test_the_next_search_starts_from_the_answer_of_the_last_one_with_its_fields_emptied(portal, moves):
    typed(portal, "PO-TWICE", LINES[:1]).commit("submit")
    assert found(portal, "PO-NONE") == []
    moves.clear()
    rows = portal.open("order_search").fill("reference", "C-1000:PO-TWICE:0").click("search").table("orders")
    assert [row["po_number"] for row in rows] == ["PO-TWICE"]
    assert len(moves) == 1  # the search itself


def test_a_search_from_the_last_answer_goes_on_over_an_ended_session_too(portal, moves, faults, notes):
    assert found(portal, "PO-NONE") == []
    page = portal.open("order_search").fill("po_number", "PO-TWICE")
    faults.set(log_out=1)
    assert [row["po_number"] for row in page.click("search").table("orders")] == ["PO-TWICE"]
    assert len(notes.of("login again")) == 1


def test_a_session_that_ended_on_the_page_itself_is_begun_again_before_the_next_search(portal, faults, notes):
    page = portal.open("order_search").fill("po_number", "PO-NONE")
    page.click("search")
    portal.session.tab.frame("main").goto(f"{portal.session.account.url}/welcome.do")
    faults.set(log_out=1)
    portal.session.tab.frame("main").goto(f"{portal.session.account.url}/order_search.do")
    assert [row["po_number"] for row in found(portal, "PO-TWICE")] == ["PO-TWICE"]
    assert len(notes.of("login again")) == 1


def test_a_portal_that_was_restarted_is_logged_in_to_again(portal, mercure, notes):
    portal.open("order_search")
    mercure.restart()
    assert found(portal, "PO-NONE") == []
    assert len(notes.of("login again")) == 1


def test_a_renamed_label_is_found_another_way_and_told(portal, faults, notes):
    faults.set(rename_label={"Customer PO": "Purchase order"})
    typed(portal, "PO-LABEL", LINES[:1]).commit("submit")
    assert {note["element"] for note in notes.of("fallback")} == {"new_order.po_number"}
    assert len(found(portal, "PO-LABEL")) == 1


def test_fields_moved_to_another_box_are_found_there(portal, mercure, faults):
    faults.set(move_field=["customer", "po_number", "reference", "requested"])
    typed(portal, "PO-MOVED", LINES[:1]).commit("submit")
    (order,) = kept(mercure, "PO-MOVED")
    assert (order.customer, order.reference, order.requested) == ("C-1000", "C-1000:PO-MOVED:0", date(2026, 12, 24))


@pytest.mark.parametrize("field", ["customer", "po_number", "reference"])
def test_a_field_that_was_removed_is_told_gone(portal, faults, notes, field):
    faults.set(remove_field=[field])
    with pytest.raises(SelectorMissing, match=rf"new_order\.{field} was not found"):
        typed(portal, "PO-GONE")
    assert notes.of("failure")[0]["screenshot"].startswith(b"\x89PNG")


def test_every_selector_of_the_map_stands_in_the_portal(portal):
    seen = {one.name: one.verdict for one in inspect_portal(portal)}
    asked_for = {name for name, page in MAP.pages.items() if page.parameters}  # pages of one order, one customer …
    assert {name for name, verdict in seen.items() if verdict is Verdict.UNSEEN} == asked_for >= {"order", "customer"}
    assert set(seen.values()) == {Verdict.FOUND, Verdict.UNSEEN}
    assert "new_order.line.price" in seen


def test_what_a_release_changed_is_told_without_touching_anything(portal, mercure, faults):
    faults.set(rename_label={"Customer PO": "Purchase order"}, remove_field=["reference"])
    before = len(orders(mercure.database))
    changed = {one.name: one.verdict for one in inspect_portal(portal) if one.name.startswith("new_order.")}
    assert changed["new_order.po_number"] is Verdict.FALLBACK
    assert changed["new_order.reference"] is Verdict.MISSING
    assert changed["new_order.customer"] is Verdict.FOUND
    assert len(orders(mercure.database)) == before


def test_the_next_item_keeps_the_log_in(portal, notes):
    portal.open("order_search")
    portal.close()
    with portal.fresh() as fresh:
        fresh.open("new_order")
    assert [event for event, _ in notes.told if event.startswith("login")] == ["login"]
