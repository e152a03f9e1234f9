from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine

from bots.domain.documents import Document
from orchestrator.portal_totals import not_shown
from orchestrator.store.items import State
from orchestrator.totals import of_day, of_run, total

EUR = {"EUR": Decimal("10.50")}


def test_what_was_received_is_posted_rejected_waiting_or_in_doubt():
    totals = total(
        5,
        {
            State.POSTED: (1, EUR),
            State.REJECTED: (1, {}),
            State.APPROVAL: (1, EUR),
            State.WAITING: (1, {"CHF": Decimal("3.00")}),
            State.IN_DOUBT: (1, EUR),
        },
    )
    assert totals.red() == ()
    assert totals.columns["waiting"].count == 2
    assert totals.columns["waiting"].amounts == {"EUR": Decimal("10.50"), "CHF": Decimal("3.00")}


def test_a_document_that_is_nowhere_makes_the_run_red():
    totals = total(2, {State.POSTED: (1, EUR)})
    assert "2 documents were received but 1 are accounted for" in totals.red()[0]
    assert totals.as_json()["balanced"] is False


def test_work_that_is_not_settled_makes_the_run_red():
    assert "not settled" in total(1, {State.WORKING: (1, {})}).red()[0]


def test_a_dead_letter_waits_for_a_person():
    assert total(1, {State.FAILED: (1, EUR)}).columns["waiting"].count == 1


PAPER = Document(b"%PDF", "application/pdf", "order.pdf")


@pytest.fixture
def run(house):
    return house.store.runs.begin("order_entry", "by hand", "anna")


def found(house, run, source, documents=1, settled=True, sha256="a" * 64):
    house.store.messages.found("order_entry", source, sha256, documents, run)
    if settled:
        house.store.messages.settled("order_entry", source)


def made(house, run, source, key):
    item, _ = house.store.items.receive("order_entry", key, PAPER, source, run)
    return house.store.items.settle(item.id, 1, State.WAITING, reasons=["why"], amount="12.50 EUR")


def test_a_run_counts_what_it_was_the_first_to_receive(house, run):
    earlier = house.store.runs.begin("order_entry", "by hand", "anna")
    made(house, earlier, "imap:a/1", "k0")
    found(house, run, "imap:a/2", documents=2)
    made(house, run, "imap:a/2", "k1")
    house.store.items.receive("order_entry", "k0", PAPER, "imap:a/2", run)
    totals = of_run(house.store, run)
    assert (totals.received, totals.columns["waiting"].count, totals.red()) == (1, 1, ())
    assert totals.columns["waiting"].amounts == {"EUR": Decimal("12.50")}


def test_a_message_that_was_found_and_never_settled_makes_the_run_red_by_its_name(house, run):
    found(house, run, "imap:a/2", settled=False)
    (fault,) = of_run(house.store, run).red()
    assert "imap:a/2 was found and never settled" in fault


def test_a_message_that_was_numbered_anew_and_settled_then_is_not_missing(house, run):
    found(house, run, "imap:orders/INBOX/1/7", settled=False)
    found(house, run, "imap:orders/INBOX/2/1", settled=True)
    made(house, run, "imap:orders/INBOX/2/1", "k1")
    assert of_run(house.store, run).red() == ()


def test_a_document_that_became_no_item_makes_the_run_red(house, run):
    found(house, run, "imap:a/2", documents=3)
    made(house, run, "imap:a/2", "k1")
    (fault,) = of_run(house.store, run).red()
    assert "brought 3 documents but 1 became items" in fault


def test_a_day_counts_what_arrived_on_it_in_the_companys_time_zone(house, run):
    paris = ZoneInfo("Europe/Paris")
    with time_machine.travel(datetime(2026, 3, 1, 23, 30, tzinfo=UTC), tick=False):
        found(house, run, "imap:a/2")
        made(house, run, "imap:a/2", "k1")
    days = [of_day(house.store, "order_entry", date(2026, 3, day), paris) for day in (1, 2, 3)]
    assert [day.received for day in days] == [0, 1, 0]
    assert [day.red() for day in days] == [(), (), ()]


def test_what_the_portal_does_not_show_once_is_told(house, monkeypatch):
    item = house.receive()
    posted = house.work(item)
    assert posted.state is State.POSTED
    assert not list(portal_faults(house, {}))
    assert "shows it 0 times" in next(iter(portal_faults(house, {"order:C-1000:po1001:0": 0})))
    assert "shows it 2 times" in next(iter(portal_faults(house, {"order:C-1000:po1001:0": 2})))
    house.portal.orders.clear()
    assert "shows it 0 times" in next(iter(portal_faults(house)))


def portal_faults(house, shown=None):
    """As `o2c totals --portal` asks; the bot's own count of the fake portal unless the test says what is shown."""
    zone = ZoneInfo("Europe/Paris")
    bot = house.bot if shown is None else replace(house.bot, count=lambda keys, workspace: shown)
    there = SimpleNamespace(
        store=house.store, bot=lambda _: bot, workspace=lambda _, journal: house._workspace(journal)
    )
    return not_shown(there, "order_entry", house.store.now().astimezone(zone).date(), zone)
