"""Cash application in the loop, over a real store: a statement becomes receipts, each made once; one is taken back."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from bots.domain.allocation import Match
from bots.domain.ledger import CaseKind, Choice, PostingState
from bots.remittance_reader import decide_money
from orchestrator.store.items import State
from tests.orchestrator.money_loop import MONEY, by_reference, till


@pytest.fixture(autouse=True)
def matched(monkeypatch):
    monkeypatch.setattr(decide_money, "match", by_reference)


@pytest.fixture
def house(tmp_path):
    with till(tmp_path) as opened:
        yield opened


def states(house):
    return [item.state for item in house.store.items.list("remittance_reader")]


def posting_of(house, item):
    return house.store.ledger.posting(item.source.removeprefix("ledger:"))


def test_a_statement_becomes_a_receipt_for_each_payment(house):
    house.receive()
    house.work()
    assert states(house) == [State.POSTED] * 3
    assert [receipt.amount for receipt in house.portal.receipts] == [line.amount for line in MONEY]
    assert house.portal.open_items() == []
    assert [posting_of(house, item).receipt for item in house.lines()] == ["20061", "20062"]
    assert [item.amount for item in house.lines()] == ["525.17 EUR", "268.80 EUR"]


def test_the_statement_itself_counts_for_no_money_in_the_totals(house):
    item = house.receive()
    house.work()
    assert house.store.items.get(item.id).amount is None
    assert house.store.items.get(item.id).result == "2 bank lines in our book"


def test_worked_again_nothing_is_posted_twice(house):
    item = house.receive()
    house.work()
    for one in (item, *house.lines()):
        house.store.items.reopen(one.id, "Anne", "once more")
    house.work()
    assert len(house.portal.receipts) == 2
    assert states(house) == [State.POSTED] * 3


def in_shadow(payment, book, policy):
    """Everything needs a person's agreement."""
    found = by_reference(payment, book, policy)
    said = ("the customer has not earned automatic posting",)
    return Match(found.proposals, said, said)


def test_in_shadow_mode_a_person_agrees_and_the_book_learns_who_pays_from_where(house, monkeypatch):
    monkeypatch.setattr(decide_money, "match", in_shadow)
    house.receive()
    house.work()
    first = house.lines()[0]
    assert (first.state, house.portal.receipts) == (State.APPROVAL, [])
    house.store.items.approve(first.id, first.plan_hash, "Anne", "the advice says so")
    house.store.items.reopen(first.id, "Anne", "the advice says so")
    house.work()
    assert [receipt.customer for receipt in house.portal.receipts] == ["C-1000"]
    assert posting_of(house, first).who == "Anne"
    assert house.store.ledger.history().of("C-1000").agreements == 1


def test_money_nobody_could_explain_is_posted_as_a_person_says_once(house, monkeypatch):
    monkeypatch.setattr(decide_money, "match", lambda payment, book, policy: Match((), ("nothing fits",)))
    house.receive()
    house.work()
    first = house.lines()[0]
    assert first.state is State.WAITING
    line = first.source.removeprefix("ledger:")
    house.store.ledger.choose(Choice(line, "C-1000", (("F2604102", Decimal("500.00")),), "Anne", "she asked"))
    for _ in range(2):
        house.store.items.reopen(first.id, "Anne", "she asked")
        house.work()
    (receipt,) = house.portal.receipts
    assert (receipt.customer, receipt.settles) == ("C-1000", (("F2604102", Decimal("500.00")),))
    assert posting_of(house, first).who == "Anne"
    assert house.store.ledger.history().payers("") == ()
    (case,) = house.store.ledger.cases()
    assert (case.about.kind, case.about.amount) == (CaseKind.ON_ACCOUNT, Decimal("25.17"))


def test_an_answer_lost_is_looked_for_and_booked_once(tmp_path):
    with till(tmp_path, lose_answer_after_commit=True) as house:
        house.receive()
        house.work()
        assert len(house.portal.receipts) == 2
        assert states(house) == [State.POSTED] * 3


def test_a_press_that_never_arrived_is_a_question_unless_the_search_is_proof(tmp_path):
    with till(tmp_path, lose_answer_before_commit=True) as house:
        house.receive()
        house.work()
        assert states(house).count(State.IN_DOUBT) == 1
    with till(tmp_path / "proof", lose_answer_before_commit=True, search_is_proof_after=timedelta(0)) as house:
        house.receive()
        house.work()
        house.work()
        assert len(house.portal.receipts) == 2


def test_a_receipt_is_taken_back_once_its_customer_is_locked_and_its_money_is_a_case(house):
    house.receive()
    house.work()
    item = house.lines()[0]
    line = item.source.removeprefix("ledger:")
    house.store.ledger.ask_reversal(line, "Anne", "wrong customer")
    house.store.items.reopen(item.id, "Anne", "wrong customer")
    house.work()
    house.store.items.reopen(item.id, "Anne", "again")
    house.work()
    turned = house.portal.receipts[2:]
    assert [(receipt.reference, receipt.amount) for receipt in turned] == [(f"{line}/R", -MONEY[0].amount)]
    assert [invoice.number for invoice in house.portal.open_items()] == ["F2604102"]
    assert posting_of(house, item).state is PostingState.REVERSED
    assert house.store.items.get(item.id).result == "receipt 20061, taken back by receipt 20063"
    assert house.store.ledger.history().of("C-1000").locked == "wrong customer"
    (case,) = house.store.ledger.cases()
    assert case.about.amount == MONEY[0].amount


def test_a_receipt_somebody_changed_in_the_portal_goes_to_a_person(house):
    house.receive()
    house.work()
    house.portal.receipts[0] = house.portal.receipts[0].__class__(
        **{**vars(house.portal.receipts[0]), "customer": "C-1001"}
    )
    item = house.lines()[0]
    house.store.items.reopen(item.id, "Anne", "look again")
    house.work()
    assert house.store.items.get(item.id).state is State.WAITING
    assert "customer: the portal shows C-1001" in house.store.items.get(item.id).reasons[0]
