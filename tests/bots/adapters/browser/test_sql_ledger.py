"""SQL-Ledger through its map: the traps of a portal nobody here wrote, each met on the real thing."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from bots.adapters.browser import BrowserPortal, Verdict, inspect_portal
from bots.adapters.selector_map import load_map
from bots.domain.customers import Customer
from bots.domain.orders import SalesOrderLine
from bots.errors import ApplicationError, BusinessError, LoginRefused
from bots.order_entry.entering import enter_order
from bots.order_entry.plan import EnterOrder
from bots.order_entry.portal import Sought, find_orders, find_other_spelling, orders_of
from tests.sql_ledger import MAP, Password

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]  # on a bare machine the first test waits for the packages

ACME = Customer("C-1002", "Acme Retail Ltd")


@pytest.fixture
def portal(sql_ledger, browser, notes):
    made = BrowserPortal(
        "ledger", load_map(MAP), url=sql_ledger.url, user=sql_ledger.user, password=Password(), browser=browser,
        note=notes, patience=2,
    )  # fmt: skip
    yield made
    made.close()


@pytest.fixture
def po_number():
    return f"PO-{uuid4().hex[:10]}"


def line(place, article, quantity, price):
    quantity, price = Decimal(quantity), Decimal(price)
    return SalesOrderLine(place, article, "", quantity, "ea", price, quantity * price)


def plan(po_number, *lines, currency="GBP", total=None, customer=ACME):
    lines = lines or (line(1, "WID-100", "4", "12.50"), line(2, "WID-200", "10", "27.80"))
    net = sum((one.amount for one in lines), Decimal(0)) if total is None else Decimal(total)
    return EnterOrder(customer.number, customer.name, po_number, None, currency, lines, net, date(2026, 12, 24))


def typed(portal, po_number):
    """An order of one line, ready to be saved."""
    page = portal.open("new_order").choose("customer_name", ACME.name).fill("po_number", po_number)
    page.row(1).fill("article", "WID-100").fill("quantity", Decimal(4)).fill("price", Decimal("12.50"))
    return page.click("update")


def found(portal, po_number):
    sought = Sought(ACME, po_number, "", (ACME,))
    return find_orders(portal, sought) or find_other_spelling(portal, sought, orders_of(portal, ACME))


def test_an_order_is_entered_and_reads_back_as_it_was_planned(portal, sql_ledger, po_number):
    wanted = plan(po_number)
    enter_order(portal, wanted)
    (order,) = found(portal, po_number)
    assert (order.customer, order.po_number, order.total, order.requested) == (
        "C-1002", po_number, Decimal("328.00"), date(2026, 12, 24),
    )  # fmt: skip
    assert [(one.sku, one.quantity, one.unit_price, one.amount) for one in order.lines] == [
        (one.sku, one.quantity, one.unit_price, one.amount) for one in wanted.lines
    ]
    (stored,) = sql_ledger.orders(po_number)
    assert stored.lines == (("WID-100", 4, Decimal("12.5")), ("WID-200", 10, Decimal("27.8")))


def test_the_net_total_is_compared_whatever_vat_is_added(portal, po_number):
    enter_order(portal, plan(po_number))
    (row,) = portal.open("order_search").fill("po_number", po_number).click("search").table("orders")
    assert portal.parse_number(row["total"]) == Decimal("328.00")


def test_fields_of_the_same_name_on_the_next_page_are_typed_into_on_the_next_page(portal, sql_ledger, po_number):
    """Choosing the customer and every Update bring a page with the same field names; nothing typed goes astray."""
    lines = [line(place, "WID-100", str(place), "12.50") for place in range(1, 6)]
    enter_order(portal, plan(po_number, *lines))
    (stored,) = sql_ledger.orders(po_number)
    assert [quantity for _, quantity, _ in stored.lines] == [1, 2, 3, 4, 5]


def test_the_empty_form_after_the_save_is_no_order_and_the_next_one_starts_anew(portal, sql_ledger, po_number):
    for number in ("1", "2"):
        enter_order(portal, plan(po_number + number))
    assert [len(sql_ledger.orders(po_number + number)) for number in ("1", "2")] == [1, 1]


def test_the_first_part_of_several_numbers_is_a_question_and_nothing_is_saved(portal, sql_ledger, po_number):
    with pytest.raises(BusinessError, match="Select items"):
        enter_order(portal, plan(po_number, line(1, "WID", "1", "12.50")))
    assert sql_ledger.orders(po_number) == []


@pytest.mark.parametrize("place", [1, 2])
def test_a_part_it_does_not_know_is_told_in_its_words(portal, sql_ledger, po_number, place):
    lines = [line(1, "WID-100", "1", "12.50"), line(2, "WID-100", "1", "12.50")]
    lines[place - 1] = line(place, "NOPE", "1", "12.50")
    with pytest.raises(BusinessError, match="Item not on file!"):
        enter_order(portal, plan(po_number, *lines))
    assert sql_ledger.orders(po_number) == []


def test_a_raw_database_error_with_status_200_is_told_and_nothing_is_saved(portal, sql_ledger, po_number):
    page = typed(portal, po_number).fill("requested", "2026-13-45")
    with pytest.raises(BusinessError, match="date/time field value out of range"):
        page.commit("submit")
    assert sql_ledger.orders(po_number) == []
    assert found(portal, po_number) == ()


def test_a_database_that_is_down_is_tried_again_later(portal, sql_ledger):
    portal.open("order_search")
    with sql_ledger.closed_database(), pytest.raises(ApplicationError, match="out of order") as failure:
        portal.open("order_search")
    assert failure.value.retry
    portal.open("order_search")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param({"currency": "EUR"}, "currency: it shows 'GBP', the order is in EUR", id="another currency"),
        pytest.param({"total": "327.99"}, "net total: it shows 328.00", id="another total"),
    ],
)
def test_what_it_would_save_otherwise_is_not_saved(portal, sql_ledger, po_number, wrong, told):
    with pytest.raises(BusinessError, match=told):
        enter_order(portal, plan(po_number, **wrong))
    assert sql_ledger.orders(po_number) == []


def test_a_discount_kept_with_the_customer_is_seen_before_the_press(portal, sql_ledger, po_number):
    with sql_ledger.discount(ACME.number, "0.1"), pytest.raises(BusinessError, match=r"net total: it shows 295\.20"):
        enter_order(portal, plan(po_number))
    assert sql_ledger.orders(po_number) == []


def test_a_name_two_customers_have_is_never_chosen(portal, sql_ledger, po_number):
    with sql_ledger.namesake(ACME.name), pytest.raises(BusinessError, match="has 2 entries 'Acme Retail Ltd'"):
        enter_order(portal, plan(po_number))
    assert sql_ledger.orders(po_number) == []


@pytest.mark.parametrize("signs", ["\\", "'", '"', "%_;&+", "Äé"], ids=lambda signs: f"with {signs}")
def test_an_order_is_found_again_whatever_stands_in_its_number(portal, sql_ledger, po_number, signs):
    """Its search takes some signs for wildcards and confuses some letters: then the customer's list is looked at."""
    wanted = f"{po_number}{signs}7"
    enter_order(portal, plan(wanted))
    assert [order.po_number for order in found(portal, wanted)] == [wanted]


def test_a_number_in_it_finds_no_longer_number(portal, po_number):
    enter_order(portal, plan(f"{po_number}1"))
    assert found(portal, po_number) == ()


def test_a_closed_order_is_found_too(portal, sql_ledger, po_number):
    enter_order(portal, plan(po_number))
    with sql_ledger.database() as connection:
        connection.execute("UPDATE oe SET closed = '1' WHERE ponumber = %s", [po_number])
    assert len(found(portal, po_number)) == 1


def test_a_second_log_in_ends_the_session_and_a_search_goes_on(portal, sql_ledger, notes):
    page = portal.open("order_search").fill("po_number", "PO-NONE")
    sql_ledger.log_in_elsewhere()
    assert page.click("search").table("orders") == []
    assert len(notes.of("login again")) == 1


def test_a_session_that_ends_in_mid_order_leaves_nothing_and_the_order_is_entered_next(portal, sql_ledger, po_number):
    page = portal.open("new_order").choose("customer_name", ACME.name).fill("po_number", po_number)
    page.row(1).fill("article", "WID-100").fill("quantity", Decimal(4)).fill("price", Decimal("12.50"))
    sql_ledger.log_in_elsewhere()
    with pytest.raises(ApplicationError, match="the session ended in the middle of new_order") as failure:
        page.click("add_line")
    assert failure.value.retry
    assert found(portal, po_number) == ()
    enter_order(portal, plan(po_number))
    assert len(sql_ledger.orders(po_number)) == 1


def test_a_session_that_ends_at_the_press_is_a_doubt(portal, sql_ledger, po_number):
    page = typed(portal, po_number)
    with pytest.raises(ApplicationError, match=r"the session ended when new_order\.submit was pressed"):
        page.commit("submit", lambda fields: sql_ledger.log_in_elsewhere())
    assert found(portal, po_number) == ()
    assert sql_ledger.orders(po_number) == []


def test_the_next_item_logs_in_again_when_the_kept_session_ended(portal, sql_ledger, notes):
    portal.open("order_search")
    portal.close()
    sql_ledger.log_in_elsewhere()
    with portal.fresh() as fresh:
        fresh.open("new_order")
    assert [event for event, _ in notes.told if event.startswith("login")] == ["login", "login"]


def test_a_server_that_is_down_is_tried_again_later(portal, sql_ledger, po_number):
    page = typed(portal, po_number)
    sql_ledger.stop()
    try:
        with pytest.raises(ApplicationError, match=r"broke off while answering new_order\.submit") as failure:
            page.commit("submit")
    finally:
        sql_ledger.start()
    assert failure.value.retry
    assert found(portal, po_number) == ()


@pytest.mark.parametrize("delay", [0.0, 0.15, 0.3], ids=lambda delay: f"{delay:g} s after the click")
def test_a_server_killed_between_click_and_answer_leaves_one_order_or_none_and_it_is_told(
    portal, sql_ledger, po_number, delay
):
    page = typed(portal, po_number)
    killer = threading.Timer(delay, sql_ledger.restart)
    told = None
    try:
        page.commit("submit", lambda fields: killer.start())
    except ApplicationError as error:
        told = error
    killer.join()
    stored = sql_ledger.orders(po_number)
    assert told is None or told.retry
    assert len(stored) in ({0, 1} if told else {1})
    assert len(found(portal, po_number)) == len(stored)


def test_a_wrong_password_is_refused_once_in_its_words(sql_ledger, browser):
    made = BrowserPortal(
        "ledger", load_map(MAP), url=sql_ledger.url, user=sql_ledger.user, password=Password("wrong"), browser=browser,
        patience=1,
    )  # fmt: skip
    with made, pytest.raises(LoginRefused, match="Incorrect Password!"):
        made.open("new_order")


def test_every_selector_of_the_map_stands_in_the_portal(portal):
    seen = {one.name: one.verdict for one in inspect_portal(portal)}
    unseen = {name for name, verdict in seen.items() if verdict is not Verdict.FOUND}
    owing = {"new_receipt", "new_receipt.line.settled", "new_receipt.line.amount"}  # shown while something is owed
    assert unseen - owing == {"order", "receipt"}
    assert Verdict.MISSING not in seen.values()
    assert "new_order.line.price" in seen


@pytest.mark.parametrize("page", ["new_order", "order_search", "articles", "open_items", "receipt_search"])
def test_every_way_to_every_element_leads_to_it(portal, page):
    counts = portal.open(page).count_all()
    assert {name: ways for name, ways in counts.items() if set(ways) != {1}} == {}


def test_every_way_to_every_element_of_an_order_leads_to_it(portal, po_number):
    enter_order(portal, plan(po_number))
    (order,) = found(portal, po_number)
    counts = portal.open("order", number=order.number).count_all()
    assert {name: ways for name, ways in counts.items() if set(ways) != {1}} == {}
