"""Cash application from look to receipt, over the fakes and with the real matching."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.adapters.fakes import FakeLedger, FakePortal, FakeWorkspace
from bots.decision import Done, Go, Review
from bots.domain.bank import BankFile, Statement
from bots.domain.documents import Document
from bots.domain.ledger import BankReport, CaseKind, NotedAdvice, PostingState, Trust, unknown_lines
from bots.errors import ApplicationError, BusinessError
from bots.remittance_reader import BOT
from bots.remittance_reader.plan import NoteAdvice
from bots.remittance_reader.reading import AdviceRead, BankFileRead, LineRead
from tests.bots.remittance_reader.examples import (
    ACCOUNT,
    ADVICE,
    HARTMANN,
    ITEMS,
    LINE,
    MONEY,
    MOREL,
    POSTING,
    SETTINGS,
    TODAY,
    given_back,
    posted,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
EARNED = Trust((MONEY.payer_iban,), agreements=20)
TRUSTING = SETTINGS.model_copy(update={"matching": SETTINGS.matching.model_copy(update={"sample_percent": Decimal(0)})})


@pytest.fixture
def workspace():
    portal = FakePortal(invoices=list(ITEMS), today=TODAY)
    ledger = FakeLedger(learned={"C-1000": EARNED}, now=NOW)
    return FakeWorkspace(NOW, (MOREL, HARTMANN), portal=portal, ledger=ledger)


def decision_on(workspace, line=LINE):
    reading = LineRead(line)
    return BOT.decide(reading, BOT.look(reading, workspace, TRUSTING), TRUSTING)


def worked(workspace, line=LINE, looks=6):
    """Look, decide and act until there is nothing to do, as the runner does, without its intents."""
    for _ in range(looks):
        decision = decision_on(workspace, line)
        if not isinstance(decision, Go) or decision.approval:
            return decision
        try:
            BOT.act(decision.plan, workspace)
        except (ApplicationError, BusinessError):
            continue
    raise AssertionError("it never ended")


def test_a_payment_that_names_its_invoices_from_a_known_account_is_posted_and_booked(workspace):
    workspace.ledger.enter(BankReport("a" * 64, ((ACCOUNT, (MONEY,)),)))
    assert worked(workspace) == Done("receipt 20061")
    (receipt,) = workspace.portal.receipts
    assert (receipt.customer, receipt.reference, receipt.amount) == ("C-1000", LINE.key, MONEY.amount)
    assert dict(receipt.settles) == {item.number: item.balance for item in ITEMS}
    assert workspace.ledger.posting(LINE.key).state is PostingState.POSTED
    assert workspace.portal.open_items() == []


def test_in_shadow_mode_the_same_payment_waits_for_an_agreement(workspace):
    workspace.ledger.learned = {"C-1000": Trust((MONEY.payer_iban,))}
    decision = worked(workspace)
    assert "shadow mode" in " ".join(decision.approval)
    assert workspace.portal.receipts == []


def test_a_lock_takes_the_machine_back_to_asking(workspace):
    workspace.ledger.learned = {"C-1000": Trust((MONEY.payer_iban,), agreements=0, locked="wrong customer")}
    assert worked(workspace).approval


def test_money_whose_payer_says_what_he_took_off_is_matched_by_the_advice_and_leaves_a_dispute(workspace):
    from bots.domain.advices import AdviceLine, Deduction, Reason

    off = Deduction(Reason.PRICE, "Preisdifferenz", Decimal("12.00"))
    short = AdviceLine(ITEMS[0].number, gross=ITEMS[0].balance, deductions=(off,), net=ITEMS[0].balance - 12)
    said = replace(ADVICE, total=MONEY.amount - 12, lines=(short, ADVICE.lines[1]))
    workspace.ledger.note(NotedAdvice("b" * 64, said, NOW))
    line = replace(LINE, line=replace(MONEY, amount=MONEY.amount - 12, text=("WITHOUT A WORD",)))
    decision = decision_on(workspace, line)
    assert decision.approval == ()
    BOT.act(decision.plan, workspace)
    booking = decision_on(workspace, line)
    (case,) = booking.plan.cases
    assert (case.kind, case.amount, case.document) == (CaseKind.DISPUTE, Decimal("12.00"), "b" * 64)
    BOT.act(booking.plan, workspace)
    assert workspace.ledger.advices() == ()
    assert workspace.portal.open_items()[0].balance == Decimal("12.00")


def test_money_from_nobody_we_know_goes_to_a_person_and_nothing_is_asked_of_the_portal_in_vain(workspace):
    strange = replace(
        LINE, line=replace(MONEY, payer_name="SOMEBODY ELSE", payer_iban=None, text=("THANKS",))
    )  # fmt: skip
    assert isinstance(worked(workspace, strange), Review)
    assert "open open_items" not in workspace.portal.actions


def test_an_invoice_named_by_a_stranger_brings_its_debtors_items_to_the_proposals(workspace):
    strange = replace(LINE, line=replace(MONEY, payer_name="HOLDING SA", payer_iban=None))
    assert ITEMS[0].number in " ".join(worked(workspace, strange).reasons)


def test_a_receipt_keyed_by_hand_for_the_same_money_is_shown_before_another_is_posted(workspace):
    by_hand = {"customer": "C-1000", "reference": "VIREMENT", "valued": "01.03.2026", "amount": "912,79"}
    workspace.portal.enter_receipt(by_hand)
    decision = worked(workspace)
    assert "stands under 'VIREMENT'" in " ".join(decision.approval)


def test_money_that_came_back_names_the_receipt_of_its_payment(workspace):
    workspace.ledger.enter(BankReport("a" * 64, ((ACCOUNT, (MONEY,)),)))
    worked(workspace)
    back = replace(given_back(), key="BK-BACK")
    decision = worked(workspace, back)
    assert isinstance(decision, Review)
    assert "receipt 20061" in " ".join(decision.reasons)


def test_a_receipt_that_stands_is_found_without_asking_for_open_items(workspace):
    workspace.ledger.postings[LINE.key] = posted()
    assert isinstance(worked(workspace), Review)
    assert "open open_items" not in workspace.portal.actions


def test_a_statement_is_entered_once_and_its_lines_are_shown_by_a_dry_run(workspace):
    reading = BankFileRead(
        "a" * 64, BankFile((Statement(ACCOUNT, "EUR", (MONEY, replace(MONEY, amount=-MONEY.amount))),))
    )
    go = BOT.decide(reading, BOT.look(reading, workspace, SETTINGS), SETTINGS)
    BOT.act(go.plan, workspace)
    assert BOT.decide(reading, BOT.look(reading, workspace, SETTINGS), SETTINGS) == Done("2 bank lines in our book")
    assert [part.line.key for part in BOT.parts(reading)] == [LINE.key]
    assert [arrival.source for arrival in BOT.brings(workspace)] == [f"ledger:{LINE.key}"]
    assert BOT.read(next(iter(BOT.brings(workspace))).documents[0]) == LineRead(LINE)


def test_an_advice_sent_twice_is_noted_once(workspace):
    first, again = AdviceRead("b" * 64, ADVICE), AdviceRead("c" * 64, ADVICE)
    go = BOT.decide(first, BOT.look(first, workspace, SETTINGS), SETTINGS)
    assert isinstance(go.plan, NoteAdvice)
    BOT.act(go.plan, workspace)
    assert isinstance(BOT.decide(again, BOT.look(again, workspace, SETTINGS), SETTINGS), Done)
    assert [one.document for one in workspace.ledger.advices()] == ["b" * 64]


def test_what_is_no_bank_file_and_no_line_of_ours_is_read_as_an_advice():
    assert isinstance(BOT.read(Document(b"Hello", "text/plain", "hello.txt")), AdviceRead)


FAULTS = st.lists(st.sampled_from(["lose_answer_after_commit", "lose_answer_before_commit", "session", ""]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(faults=FAULTS)
def test_nothing_is_posted_twice_for_one_bank_line_whatever_answers_are_lost(faults):
    portal = FakePortal(invoices=list(ITEMS), today=TODAY)
    ledger = FakeLedger(learned={"C-1000": EARNED}, now=NOW)
    ledger.enter(BankReport("a" * 64, ((ACCOUNT, (MONEY,)),)))
    workspace = FakeWorkspace(NOW, (MOREL, HARTMANN), portal=portal, ledger=ledger)
    for fault in [*faults, "", ""]:
        if fault == "session":
            portal.session_ends_after(12)
        elif fault:
            setattr(portal, fault, True)
        try:
            worked(workspace)
        except ApplicationError:
            continue
    assert len(portal.receipts) == 1
    assert ledger.posting(LINE.key).receipt == portal.receipts[0].number


AMOUNTS = st.lists(st.integers(1, 10**6), min_size=1, max_size=8, unique=True)


@settings(deadline=None)
@given(amounts=AMOUNTS, data=st.data())
def test_however_many_reports_tell_of_money_each_is_one_line(amounts, data):
    """In any order, in any selection, with or without the payer's id."""
    money = [replace(MONEY, amount=Decimal(cents) / 100, end_to_end_id=f"E-{cents}") for cents in amounts]
    known = []
    for _ in range(data.draw(st.integers(1, 5))):
        told = data.draw(st.lists(st.sampled_from(money), unique_by=lambda one: one.amount))
        told = [replace(one, end_to_end_id=None) if data.draw(st.booleans()) else one for one in told]
        known += list(unknown_lines(told, known))
    assert len(known) == len({one.amount for one in known})


def test_two_equal_payments_of_one_report_are_two():
    assert list(unknown_lines([MONEY, MONEY], [])) == [MONEY, MONEY]
    assert list(unknown_lines([MONEY, MONEY], [MONEY])) == [MONEY]


def test_the_day_of_a_report_matters():
    assert list(unknown_lines([MONEY], [replace(MONEY, booked=date(2026, 3, 1))])) == [MONEY]
    assert POSTING.key == f"receipt:{LINE.key}"
