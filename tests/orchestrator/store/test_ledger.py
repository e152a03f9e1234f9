"""The book of money on each database: the contract, and what only people and the database itself see of it."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

pytest.register_assert_rewrite("tests.bots.adapters.ledger_contract")

from bots.domain.allocation import Residual, ResidualKind  # noqa: E402
from bots.domain.documents import Document  # noqa: E402
from bots.domain.ledger import PostingState  # noqa: E402
from bots.errors import BusinessError, StoreError  # noqa: E402
from orchestrator.store.bank_book import PAUSE  # noqa: E402
from orchestrator.store.items import State  # noqa: E402
from tests.bots.adapters.ledger_contract import (  # noqa: E402
    IBAN,
    LedgerContract,
    a_case,
    advice,
    entered,
    money,
    posting,
)


@pytest.fixture
def ledger(store):
    return store.ledger


@pytest.fixture
def agree(store):
    """A person agrees to the plan under which the receipt of a line is then begun."""

    def agrees(line):
        worker = store.workers.enlist("test", socket.gethostname(), os.getpid(), store.now())
        document = Document(line.encode(), "application/json")
        item, _ = store.items.receive("remittance_reader", line, document, f"ledger:{line}")
        store.items.start(item.id, 1, worker)
        store.items.settle(item.id, 1, State.APPROVAL, plan={"line": line}, plan_hash="p" * 64, reasons=["look"])
        store.items.approve(item.id, "p" * 64, "Anne", "the advice says so")
        item = store.items.reopen(item.id, "Anne", "the advice says so")
        store.items.start(item.id, item.revision, worker)
        store.intents.begin(item.id, f"receipt:{line}", "p" * 64, worker, "portal.new_receipt.submit", {})

    return agrees


@pytest.fixture
def ask_reversal(ledger):
    return lambda line, why: ledger.ask_reversal(line, "Anne", why)


class TestStoredLedger(LedgerContract):
    """SQLite and PostgreSQL keep what the fake keeps."""


def booked(ledger, **told):
    (key, *_) = entered(ledger, money())
    ledger.draft(posting(key, **told))
    ledger.book(key, "20061", [a_case(key)])
    return key


def test_a_person_asks_for_a_reversal_once_and_the_customer_is_locked(ledger):
    key = booked(ledger)
    ledger.ask_reversal(key, "Anne", "wrong customer")
    assert ledger.history().of("C-1000").locked == "wrong customer"
    with pytest.raises(BusinessError, match="to reverse"):
        ledger.ask_reversal(key, "Anne", "again")
    with pytest.raises(BusinessError, match="not posted"):
        ledger.ask_reversal("BK-NONE", "Anne", "again")


def test_a_reversed_posting_teaches_nothing_any_more_and_agreements_count_from_the_lock(ledger, agree):
    (key,) = entered(ledger, money())
    ledger.draft(posting(key))
    agree(key)
    ledger.book(key, "20061")
    ledger.ask_reversal(key, "Anne", "wrong customer")
    ledger.book_reversal(key, "20070")
    assert ledger.history().payers(IBAN) == ()
    assert ledger.history().of("C-1000").agreements == 0


def test_small_remainders_are_added_up_over_the_year(ledger):
    let_go = replace(posting("x").allocations[0], residuals=(Residual(ResidualKind.TOLERANCE, Decimal("0.40")),))
    booked(ledger, on_account=Decimal(0))
    (key, *_) = [key for key in entered(ledger, money("119.60"), document="d") if not ledger.posting(key)]
    ledger.draft(replace(posting(key), allocations=(let_go,)))
    assert ledger.history().of("C-1000").tolerated == 0
    ledger.book(key, "20063")
    assert ledger.history().of("C-1000").tolerated == Decimal("0.40")


def test_cases_are_listed_until_somebody_closes_them_and_says_why(ledger):
    key = booked(ledger)
    ledger.open_case(a_case(key))
    (case,) = ledger.cases()
    assert case.about == a_case(key)
    closed = ledger.close_case(case.id, "Anne", "credit note A2603009")
    assert (closed.who, closed.why, ledger.cases()) == ("Anne", "credit note A2603009", ())
    assert ledger.cases(everything=True)[0].closed is not None
    with pytest.raises(BusinessError, match="no open case"):
        ledger.close_case(case.id, "Anne", "again")


def test_everything_is_on_record(store, ledger):
    key = booked(ledger)
    ledger.note(advice("F2603001", noted=store.now()))
    ledger.ask_reversal(key, "Anne", "wrong customer")
    ledger.book_reversal(key, "20070")
    actions = [record.action for record in store.audit.list() if record.action.startswith("ledger.")]
    assert actions == [
        "ledger.entered", "ledger.drafted", "ledger.booked", "ledger.noted", "ledger.reversal_asked", "ledger.reversed"
    ]  # fmt: skip
    assert store.audit.verify().ok


def test_an_advice_whose_money_never_came_pauses_nothing_any_more(store, ledger):
    ledger.note(advice("F2603001", noted=store.now() - PAUSE - timedelta(days=1)))
    assert ledger.paused("F2603001") is None
    assert len(ledger.advices()) == 1


def waiting(store, line_key, state=State.WAITING):
    """The work item of a line, waiting for a person."""
    arrival = next(one for one in store.ledger.arrivals() if one.source.endswith(line_key))
    item, _ = store.items.receive("remittance_reader", line_key, arrival.documents[0], arrival.source)
    worker = store.workers.enlist("test", socket.gethostname(), os.getpid(), store.now())
    store.items.start(item.id, 1, worker)
    return store.items.settle(item.id, 1, state, reasons=["nobody says what it is for"])


@pytest.mark.parametrize(
    ("total", "state"),
    [
        pytest.param("120.00", State.NEW, id="its advice"),
        pytest.param("300.00", State.NEW, id="the first of two transfers"),
        pytest.param("119.99", State.WAITING, id="too small to be its advice"),
    ],
)
def test_money_that_waits_is_looked_at_again_when_an_advice_comes(store, total, state):
    (key,) = entered(store.ledger, money())
    item = waiting(store, key)
    store.ledger.note(advice("F2603001", total=total, noted=store.now()))
    assert store.items.get(item.id).state is state


def test_money_that_was_settled_stays_settled_when_an_advice_comes(store):
    (key,) = entered(store.ledger, money())
    item = waiting(store, key, State.REJECTED)
    store.ledger.note(advice("F2603001", noted=store.now()))
    assert store.items.get(item.id).state is State.REJECTED


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        pytest.param("postings", "99, line, customer, state, record, receipt, reversal, who, why, drafted_at, "
                     "posted_at, reversed_at", id="a line has one posting that stands"),
        pytest.param("bank_lines", "'BK-OTHER', document, account, booked, amount, currency, end_to_end_id, "
                     "bank_reference, occurrence, record, entered_at, taken_at", id="the same money is one line"),
        pytest.param("cases", "99, kind, line, item, customer, amount, currency, reason, document, owner, opened_at, "
                     "closed_at, who, why", id="a thing has one open case"),
    ],
)  # fmt: skip
def test_the_database_itself_refuses_what_may_be_only_once(store, ledger, table, columns):
    booked(ledger)
    with pytest.raises(StoreError), store.database.write() as connection:
        connection.exec_driver_sql(f"insert into {table} select {columns} from {table}")


def test_the_database_refuses_a_posting_that_stands_without_a_receipt(store, ledger):
    booked(ledger)
    with pytest.raises(StoreError), store.database.write() as connection:
        connection.exec_driver_sql("update postings set receipt = null")


def test_a_line_whose_posting_was_reversed_may_be_posted_anew(ledger):
    key = booked(ledger)
    ledger.ask_reversal(key, "Anne", "wrong customer")
    ledger.book_reversal(key, "20070")
    ledger.draft(posting(key))
    assert ledger.posting(key).state is PostingState.DRAFT
