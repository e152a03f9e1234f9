"""Receipts on SQL-Ledger: what it does to them, each met on the real thing, and what stands when things go wrong."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from bots.adapters.browser import BrowserPortal
from bots.adapters.fakes import FakeLedger, FakeWorkspace
from bots.decision import Done, Go, Review
from bots.domain.allocation import Allocation, Basis
from bots.domain.bank import BankLine
from bots.domain.customers import Customer
from bots.domain.figures import price_figure
from bots.domain.ledger import BankReport, Posting, PostingState, Trust, line_key
from bots.domain.money import Money
from bots.errors import ApplicationError
from bots.remittance_reader import BOT
from bots.remittance_reader.comparison import differences
from bots.remittance_reader.portal import find_receipts, open_items_of
from bots.remittance_reader.posting import post_receipt
from bots.remittance_reader.reading import LineRead
from bots.remittance_reader.settings import Settings
from tests.ledger_invoices import enter_by_hand, map_with_invoices, owe
from tests.sql_ledger import Password

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]  # on a bare machine the first test waits for the packages

ACME = Customer("C-1002", "Acme Retail Ltd")
DAY = date(2026, 3, 2)
PART = Decimal("1.25")


@pytest.fixture(scope="module")
def logged_in(sql_ledger, browser):
    with BrowserPortal(
        "ledger", map_with_invoices(), url=sql_ledger.url, user=sql_ledger.user, password=Password(), browser=browser,
        patience=2,
    ) as made:  # fmt: skip
        owe(made, ACME)
        yield made


@pytest.fixture
def portal(logged_in):
    with logged_in.fresh() as fresh:
        yield fresh


@pytest.fixture
def owed(portal):
    return [item for item in open_items_of(portal, ACME, "GBP") if item.balance > 10]


@pytest.fixture
def line():
    return f"BK-{uuid4().hex[:16].upper()}"


def posting(line, *parts, on_account="0", valued=DAY):
    allocations = tuple(Allocation(item.number, ACME.number, paid, Basis.EXACT) for item, paid in parts)
    amount = sum((paid for _, paid in parts), Decimal(on_account))
    return Posting(line, ACME.number, amount, "GBP", valued, allocations, Decimal(on_account))


def half_typed(portal, line, item):
    """A receipt of one invoice, ready to be posted."""
    page = portal.open("new_receipt").choose("customer_name", ACME.name)
    page.fill("reference", line).fill("valued", DAY).fill("amount", PART)
    page.row(1).fill("invoice", item.number).fill("amount", PART)
    return page


def test_what_the_bot_posts_it_finds_equal_and_what_it_settled_is_owed_no_more(portal, sql_ledger, owed, line):
    """Valued today: its form lists nothing while its filters are as it opened, and the day of today is no change."""
    parts = ((owed[1], PART), (owed[0], 2 * PART))
    wanted = posting(line, *parts, on_account="0.75", valued=date.today())  # noqa: DTZ011 - the ledger's own day
    post_receipt(portal, wanted, ACME.name)
    (shown,) = find_receipts(portal, line)
    assert differences(shown, wanted) == ()
    left = {item.number: item.balance for item in open_items_of(portal, ACME, "GBP")}
    assert left[owed[0].number] == owed[0].balance - 2 * PART
    assert left[owed[1].number] == owed[1].balance - PART
    assert sql_ledger.unbooked(line) == []


def test_money_on_account_alone_is_a_receipt_and_no_open_item(portal, owed, line):
    wanted = posting(line, on_account="5.00")
    post_receipt(portal, wanted, ACME.name)
    (shown,) = find_receipts(portal, line)
    assert differences(shown, wanted) == ()
    assert {item.number for item in open_items_of(portal, ACME, "GBP")} >= {item.number for item in owed}


def test_a_reference_that_holds_another_is_another(portal, owed, line):
    post_receipt(portal, posting(f"{line}7", (owed[0], PART)), ACME.name)
    assert find_receipts(portal, line) == ()
    post_receipt(portal, posting(line, (owed[1], PART)), ACME.name)
    assert [dict(shown.settles) for shown in find_receipts(portal, line)] == [{owed[1].number: PART}]


def test_a_session_that_ends_in_mid_receipt_leaves_nothing_and_it_is_posted_next(portal, sql_ledger, owed, line):
    page = half_typed(portal, line, owed[0])
    sql_ledger.log_in_elsewhere()
    with pytest.raises(ApplicationError, match="the session ended in the middle of new_receipt") as failure:
        page.row(2).fill("invoice", owed[1].number)
    assert failure.value.retry
    assert find_receipts(portal, line) == ()
    post_receipt(portal, posting(line, (owed[0], PART)), ACME.name)
    assert [shown.amount for shown in find_receipts(portal, line)] == [PART]


def test_a_server_killed_between_press_and_answer_leaves_one_receipt_or_none_and_it_is_told(
    portal, sql_ledger, owed, line
):
    page = half_typed(portal, line, owed[0])
    killer = threading.Timer(0.15, sql_ledger.restart)
    told = None
    try:
        page.commit("submit", lambda fields: killer.start())
    except ApplicationError as error:
        told = error
    killer.join()
    found = find_receipts(portal, line)
    assert told is None or told.retry
    assert len(found) in ({0, 1} if told else {1})
    assert all(shown.settles == ((owed[0].number, PART),) for shown in found)


ACCOUNT, PAYERS = "GB29NWBK60161331926819", "DE89370400440532013000"
SETTINGS = Settings(currency="GBP", series=("INV-{n:5}",))
TRUSTING = {"sample_percent": Decimal(0), "unattended_cap": Money(Decimal(10_000), "GBP")}
SURE = SETTINGS.model_copy(update={"matching": SETTINGS.matching.model_copy(update=TRUSTING)})


def worked(workspace, line):
    """Look, decide and act until there is nothing to do, as the runner does, without its intents."""
    for _ in range(4):
        decision = BOT.decide(LineRead(line), BOT.look(LineRead(line), workspace, SURE), SURE)
        if not isinstance(decision, Go) or decision.approval:
            return decision
        BOT.act(decision.plan, workspace)
    raise AssertionError("it never ended")


def test_the_bot_posts_and_books_a_payment_and_books_what_a_person_took_back(portal, sql_ledger, owed):
    item, now = owed[0], datetime.now(UTC)
    money = BankLine(
        item.balance, "GBP", now.date(), now.date(), f"E-{uuid4().hex[:8]}", payer_name=ACME.name, payer_iban=PAYERS,
        text=(item.number,),
    )  # fmt: skip
    ledger = FakeLedger(learned={ACME.number: Trust((PAYERS,), agreements=20)}, now=now)
    workspace = FakeWorkspace(now, (ACME,), portal=portal, ledger=ledger)
    ledger.enter(BankReport("a" * 64, ((ACCOUNT, (money,)),)))
    line = ledger.lines[line_key(ACCOUNT, money, 1)]
    assert worked(workspace, line) == Done(f"receipt {line.key}")
    assert item.number not in {one.number for one in open_items_of(portal, ACME, "GBP")}
    assert sql_ledger.unbooked(line.key) == []
    ledger.postings[line.key] = replace(ledger.posting(line.key), state=PostingState.TO_REVERSE, why="not theirs")
    decision = worked(workspace, line)
    assert isinstance(decision, Review)
    told = f"under the reference {line.key}/R, {price_figure(-item.balance)} on {item.number}"
    assert told in decision.reasons[0]
    enter_by_hand(portal, line.key, f"{line.key}/R", -item.balance)
    assert worked(workspace, line) == Done(f"receipt {line.key}, taken back by receipt {line.key}/R")
    assert item in open_items_of(portal, ACME, "GBP")
    assert sql_ledger.unbooked(line.key) == []
