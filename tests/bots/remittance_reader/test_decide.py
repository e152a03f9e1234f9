"""What is done about files, advices and money, as tables. Matching answers here what each row says it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bots.decision import Done, Go, Review, Skip
from bots.domain.advices import AdviceKind
from bots.domain.allocation import Match, Proposal
from bots.domain.bank import BankFile, Scope, Statement
from bots.domain.ledger import BankReport, CaseKind, Choice, EnteredReport, NotedAdvice, PostingState
from bots.remittance_reader import decide_money
from bots.remittance_reader.decide import decide
from bots.remittance_reader.facts import Facts
from bots.remittance_reader.plan import BookReceipt, EnterReport, NoteAdvice, PostReceipt, ReverseReceipt
from bots.remittance_reader.reading import AdviceRead, BankFileRead, LineRead
from tests.bots.remittance_reader.examples import (
    ACCOUNT,
    ADVICE,
    ASKED,
    ITEMS,
    LINE,
    MONEY,
    POSTING,
    PROPOSAL,
    SETTINGS,
    SHOWN,
    SURE,
    TODAY,
    given_back,
    posted,
    short_paid,
)

DOCUMENT = "d" * 64
STATEMENT = Statement(ACCOUNT, "EUR", (MONEY,))
FILE = BankFileRead(DOCUMENT, BankFile((STATEMENT,)))
DOUBTFUL = BankFileRead(DOCUMENT, BankFile((replace(STATEMENT, doubts=("the difference is 1.00",)),)))
INTRADAY = BankFileRead(DOCUMENT, BankFile((replace(STATEMENT, scope=Scope.INTRADAY),)))
REPORT = BankReport(DOCUMENT, ((ACCOUNT, (MONEY,)),))
EMPTY = Facts(TODAY)


def read(**told):
    return AdviceRead(DOCUMENT, replace(ADVICE, **told))


NOTED = NotedAdvice(DOCUMENT, ADVICE, datetime(2026, 3, 2, tzinfo=UTC))
UNREADABLE = read(kind=AdviceKind.UNREADABLE, why="no text")


@pytest.mark.parametrize(
    ("reading", "facts", "decision"),
    [
        pytest.param(FILE, EMPTY, Go(EnterReport(REPORT)), id="a statement that proves itself is entered"),
        pytest.param(INTRADAY, EMPTY, Skip("it reports on the day so far: its money comes again in the statement, and "
                     "is entered then"), id="what was booked so far today waits for the statement"),
        pytest.param(FILE, replace(EMPTY, entered=EnteredReport(DOCUMENT, 5, 5)), Done("5 bank lines in our book"),
                     id="once"),
        pytest.param(FILE, replace(EMPTY, entered=EnteredReport(DOCUMENT, 5, 2)),
                     Done("5 bank lines in our book, 3 of them told of before"), id="what was told before is said"),
        pytest.param(read(), EMPTY, Go(NoteAdvice(DOCUMENT, ADVICE)), id="an advice is noted and posts nothing"),
        pytest.param(read(), replace(EMPTY, noted=NOTED), Done("advice of 912.79 EUR for 2 documents noted"),
                     id="an advice is noted once"),
        pytest.param(read(kind=AdviceKind.NOT_AN_ADVICE, why="it is a reminder"), EMPTY, Skip("it is a reminder"),
                     id="what is no advice is left alone"),
        pytest.param(UNREADABLE, EMPTY, Review(("no text",)), id="what cannot be read is looked at"),
        pytest.param(read(doubts=("the lines make 900.00",)), EMPTY, Review(("the lines make 900.00",)),
                     id="an advice that does not add up is a person's"),
    ],
)  # fmt: skip
def test_papers(reading, facts, decision):
    assert decide(reading, facts, SETTINGS) == decision


def test_a_file_with_any_doubt_is_entered_by_nobody():
    decision = decide(DOUBTFUL, EMPTY, SETTINGS)
    assert isinstance(decision, Review)
    assert "the difference is 1.00" in decision.reasons[0]


@pytest.fixture
def matched(monkeypatch):
    """Have matching answer what a row says."""

    def answers(found):
        monkeypatch.setattr(decide_money, "match", lambda payment, book, policy: found)

    return answers


def money(facts, line=LINE, settings=SETTINGS):
    return decide(LineRead(line), facts, settings)


NOTES = PROPOSAL.evidence
PLAN = PostReceipt(POSTING, "Ateliers Morel SA", NOTES)
UNSURE = replace(PLAN, posting=replace(POSTING, agrees=None))
SAMPLED = replace(PLAN, posting=replace(POSTING, sampled=True))
SHADOW = Match((PROPOSAL,), ("C-1000 has not earned automatic posting",), ("C-1000 has not earned automatic posting",))


@pytest.mark.parametrize(
    ("found", "decision"),
    [
        pytest.param(SURE, Go(PLAN), id="what a machine may post it posts"),
        pytest.param(SHADOW, Go(PLAN, SHADOW.doubts), id="in shadow mode a person agrees to what it would post"),
        pytest.param(Match((PROPOSAL,), ("known by one source only",)), Go(UNSURE, ("known by one source only",)),
                     id="a doubt is a person's to judge, and agreeing says nothing of the machine"),
        pytest.param(replace(SURE, sampled=True), Go(SAMPLED), id="the sample is posted, and compared after"),
    ],
)  # fmt: skip
def test_money_that_has_one_explanation_is_a_receipt(matched, found, decision):
    matched(found)
    assert money(ASKED) == decision


OTHERS = replace(PROPOSAL, allocations=(replace(PROPOSAL.allocations[0], customer="C-1001"),))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(Match((replace(PROPOSAL, payer=None),), ("nobody is known",)), "nobody is known",
                     id="an unknown payer"),
        pytest.param(Match((replace(PROPOSAL, solutions=2),), ()), "others as good", id="more than one explanation"),
        pytest.param(Match((), ("nothing fits",)), "nothing fits", id="no explanation"),
        pytest.param(Match((OTHERS,), ()), "C-1001 too", id="another customer's invoice in one receipt"),
    ],
)  # fmt: skip
def test_money_without_one_explanation_goes_to_a_person(matched, found, said):
    matched(found)
    decision = money(ASKED)
    assert isinstance(decision, Review)
    assert said in " ".join(decision.reasons)


def test_a_person_is_shown_the_three_best_proposals_with_their_evidence(matched):
    other = Proposal("C-1001", (), MONEY.amount, ("The name is alike.",))
    matched(Match((replace(PROPOSAL, solutions=2), other, other, other), ("two explanations",)))
    reasons = money(ASKED).reasons
    assert reasons[0] == "two explanations"
    assert reasons[1] == (
        "Proposal 1: Ateliers Morel SA (C-1000): 525.17 to F2604102, 387.62 to F2604103; there are others as good. "
        "Morel paid from this account before."
    )
    assert reasons[2].endswith("912.79 on account. The name is alike.")
    assert len(reasons) == 4


def test_a_portal_that_takes_several_customers_in_one_receipt_is_given_them(matched):
    matched(Match((OTHERS,), ()))
    across = SETTINGS.model_copy(update={"one_customer_per_receipt": False})
    assert isinstance(money(ASKED, settings=across), Go)


def test_foreign_money_is_posted_by_hand(matched):
    matched(SURE)
    dollars = replace(LINE, line=replace(MONEY, currency="USD"))
    assert "USD came in, and the portal keeps EUR" in " ".join(money(ASKED, dollars).reasons)


def test_money_that_may_have_been_keyed_by_hand_needs_an_agreement(matched):
    matched(SURE)
    by_hand = replace(SHOWN, number="20050", reference="VIREMENT MOREL")
    decision = money(replace(ASKED, alike=(by_hand,)))
    assert decision.plan == PLAN
    assert "Receipt 20050 of the same amount" in decision.approval[0]


def test_money_given_back_names_the_receipt_it_takes_back(matched):
    matched(Match((), (), reverses="20061"))
    decision = money(ASKED, given_back())
    assert "912.79 EUR of receipt 20061 went back to the payer (account closed)" in decision.reasons[0]


def test_the_advice_that_was_followed_goes_with_the_receipt(matched):
    matched(Match((replace(PROPOSAL, advice=NOTED.content),), ()))
    posting = money(replace(ASKED, advices=(NOTED,))).plan.posting
    assert (posting.advice, posting.paper) == (NOTED.content, DOCUMENT)
    matched(SURE)
    assert money(replace(ASKED, advices=(NOTED,))).plan.posting.advice is None


CHOICE = Choice(LINE.key, "C-1000", (("F2604102", Decimal("500.00")),), "Anne", "the payer said so on the phone")


def test_what_a_person_said_money_is_for_is_posted_without_asking_again():
    go = money(replace(ASKED, choice=CHOICE))
    assert go.approval == ()
    assert (go.plan.posting.on_account, go.plan.posting.chosen) == (Decimal("412.79"), True)
    assert "Anne says so: the payer said so on the phone" in go.plan.sentences()


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        pytest.param(replace(CHOICE, parts=(("F1", Decimal(1)),)), "F1 was chosen, but it is not open", id="not open"),
        pytest.param(replace(CHOICE, parts=(("F2604102", Decimal(600)),)), "525.17 of it is open", id="too much of it"),
        pytest.param(replace(CHOICE, customer="C-1001"), "not open for customer C-1001", id="another customer's"),
        pytest.param(replace(CHOICE, customer="C-9", parts=()), "no such customer", id="nobody's"),
    ],
)
def test_a_choice_the_portal_cannot_take_goes_back_to_a_person(choice, said):
    decision = money(replace(ASKED, choice=choice))
    assert isinstance(decision, Review)
    assert said in " ".join(decision.reasons)


def test_more_than_came_in_cannot_be_chosen():
    small = replace(LINE, line=replace(MONEY, amount=Decimal(10)))
    assert "only 10.00 came in" in " ".join(money(replace(ASKED, choice=CHOICE), small).reasons)


BOOKED = BookReceipt(LINE.key, "20061")


@pytest.mark.parametrize(
    ("posting", "standing", "decision"),
    [
        pytest.param(POSTING, (SHOWN,), Go(BOOKED, shown=(POSTING.key,)), id="what the portal shows is booked"),
        pytest.param(posted(), (SHOWN,), Done("receipt 20061"), id="what is booked is done"),
        pytest.param(posted(PostingState.REVERSED, reversal="20070"), (SHOWN,),
                     Done("receipt 20061, taken back by receipt 20070"), id="what was taken back is done"),
    ],
)  # fmt: skip
def test_a_receipt_that_stands_is_never_posted_again(posting, standing, decision):
    assert money(replace(EMPTY, posting=posting, standing=standing)) == decision


@pytest.mark.parametrize(
    ("posting", "standing", "said"),
    [
        pytest.param(POSTING, (replace(SHOWN, amount=Decimal(900)),), "amount: the portal shows 900.00, decided was",
                     id="another amount"),
        pytest.param(POSTING, (replace(SHOWN, settles=SHOWN.settles[:1]),), "F2604103: the portal shows nothing",
                     id="an invoice missing"),
        pytest.param(POSTING, (replace(SHOWN, customer="C-1001"),), "customer: the portal shows C-1001",
                     id="another customer"),
        pytest.param(POSTING, (SHOWN, replace(SHOWN, number="20062")), "Receipts 20061 and 20062 stand",
                     id="twice"),
        pytest.param(None, (SHOWN,), "nothing was decided for it here", id="nobody decided it"),
        pytest.param(posted(), (), "the portal shows none", id="booked, and gone from the portal"),
    ],
)  # fmt: skip
def test_the_same_reference_with_other_content_goes_to_a_person(posting, standing, said):
    decision = money(replace(EMPTY, posting=posting, standing=standing))
    assert isinstance(decision, Review)
    assert said in " ".join(decision.reasons)


def test_what_a_payer_took_off_becomes_a_case_with_amount_reason_paper_and_owner():
    posting = replace(POSTING, allocations=short_paid(), amount=MONEY.amount - 12, paper=DOCUMENT)
    shown = replace(
        SHOWN, amount=posting.amount, settles=tuple((one.item, one.paid) for one in posting.allocations)
    )  # fmt: skip
    (case,) = money(replace(EMPTY, posting=posting, standing=(shown,))).plan.cases
    assert (case.kind, case.amount, case.item, case.document) == (
        CaseKind.DISPUTE, Decimal("12.00"), ITEMS[0].number, DOCUMENT,
    )  # fmt: skip
    assert case.owner == "credit control"
    assert 'short by 12.00 EUR (price: "Preisdifferenz")' in case.reason


def test_money_on_account_becomes_a_task():
    posting = replace(POSTING, on_account=Decimal("50.00"), amount=MONEY.amount + 50)
    (case,) = money(replace(EMPTY, posting=posting, standing=(replace(SHOWN, amount=posting.amount),))).plan.cases
    assert (case.kind, case.amount) == (CaseKind.ON_ACCOUNT, Decimal("50.00"))


def test_a_posting_of_the_sample_is_somebodys_to_compare():
    posting = replace(POSTING, sampled=True)
    (case,) = money(replace(EMPTY, posting=posting, standing=(SHOWN,))).plan.cases
    assert (case.kind, case.amount, case.owner) == (CaseKind.SAMPLE, MONEY.amount, "credit control")
    assert "have it taken back (o2c reverse)" in case.reason


TO_REVERSE = posted(PostingState.TO_REVERSE, why="wrong customer")
TURNED = replace(SHOWN, number="20070", amount=-SHOWN.amount, settles=tuple((i, -a) for i, a in SHOWN.settles))


def test_a_receipt_is_taken_back_once_and_its_money_is_a_case():
    facts = replace(EMPTY, posting=TO_REVERSE, standing=(SHOWN,))
    assert money(facts) == Go(ReverseReceipt(LINE.key, "20061", f"{LINE.key}/R", TODAY, "wrong customer"))
    after = money(replace(facts, reversals=(TURNED,)))
    assert after.shown == (f"reversal:{LINE.key}",)
    assert (after.plan.reversal, after.plan.case.kind, after.plan.case.amount) == (
        "20070", CaseKind.REVERSED, MONEY.amount,
    )  # fmt: skip


def test_where_the_portal_cannot_take_a_receipt_back_a_person_is_told_how_and_what_they_enter_is_booked():
    facts = replace(EMPTY, posting=TO_REVERSE, standing=(SHOWN,), takes_back=False)
    (reason,) = money(facts).reasons
    assert f"under the reference {LINE.key}/R, -" in reason
    assert all(f"on {item}" in reason for item, _ in SHOWN.settles)
    assert money(replace(facts, reversals=(TURNED,))).plan.reversal == "20070"


@pytest.mark.parametrize(
    ("standing", "reversals", "said"),
    [
        pytest.param((SHOWN,), (replace(TURNED, amount=-SHOWN.amount + 1),), "amount: the portal shows",
                     id="it turns round another amount"),
        pytest.param((SHOWN,), (TURNED, TURNED), "stand under the reference", id="twice"),
        pytest.param((), (), "shows none", id="nothing to take back"),
    ],
)  # fmt: skip
def test_a_reversal_that_is_not_right_goes_to_a_person(standing, reversals, said):
    decision = money(replace(EMPTY, posting=TO_REVERSE, standing=standing, reversals=reversals))
    assert isinstance(decision, Review)
    assert said in " ".join(decision.reasons)


def test_plans_are_told_in_sentences():
    posting = replace(POSTING, allocations=short_paid(), on_account=Decimal(12))
    assert PostReceipt(posting, "Ateliers Morel SA", NOTES).sentences() == (
        "Post a receipt of 912.79 EUR of Ateliers Morel SA (C-1000), valued 2026-03-02",
        "513.17 to F2604102 (exact)",
        'F2604102: 12.00 is missing (dispute, "Preisdifferenz")',
        "387.62 to F2604103 (exact)",
        "12.00 stays on account",
        "Morel paid from this account before.",
    )
    assert NoteAdvice(DOCUMENT, ADVICE).sentences()[0] == (
        "Note that Ateliers Morel SA pays 912.79 EUR on 2026-03-02; nothing is posted for it"
    )
    assert EnterReport(REPORT).sentences()[1] == "2026-03-02 912.79 EUR ATELIERS MOREL"
