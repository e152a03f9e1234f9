"""What our book of money must do, fake or real: a test class derives from LedgerContract and has a fixture `ledger`.

`agree` is a fixture that makes a person agree to the receipt of a line before it is booked.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bots.domain.advices import AdviceKind, AdviceLine, RemittanceAdvice
from bots.domain.allocation import Allocation, Basis
from bots.domain.bank import BankLine, Return
from bots.domain.ledger import BankReport, CaseKind, Choice, NewCase, NotedAdvice, Posting, PostingState
from bots.domain.ledger_documents import LINE, line_of
from bots.errors import BusinessError

ACCOUNT = "FR7630006000011234567890189"
DAY = date(2026, 3, 2)
IBAN = "DE89370400440532013000"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def money(amount: str = "120.00", **told: object) -> BankLine:
    """A bank line of 2 March in EUR."""
    return BankLine(**{"amount": Decimal(amount), "currency": "EUR", "booked": DAY, "payer_name": "Morel", **told})


def report(*lines: BankLine, document: str = "a") -> BankReport:
    """A file of one account."""
    return BankReport(document * 64, ((ACCOUNT, lines),))


def advice(*references: str, total: str = "120.00", document: str = "b", noted: datetime = NOON) -> NotedAdvice:
    """An advice of these invoices."""
    lines = tuple(AdviceLine(reference, net=Decimal(total) / len(references)) for reference in references)
    told = RemittanceAdvice(
        AdviceKind.ADVICE, "it says so", currency="EUR", total=Decimal(total), lines=lines, paid_on=noted.date()
    )
    return NotedAdvice(document * 64, told, noted)


def posting(line: str, **told: object) -> Posting:
    """What is about to be posted for a line."""
    paid = Allocation("F2603001", "C-1000", Decimal("120.00"), Basis.EXACT)
    return Posting(line, "C-1000", Decimal("120.00"), "EUR", DAY, (paid,), payer_iban=IBAN, **told)


def entered(ledger, *lines: BankLine, document: str = "a") -> list[str]:
    """Enter a file of these lines; the keys of all lines that wait to be worked on."""
    ledger.enter(report(*lines, document=document))
    return [line_of(arrival.original).key for arrival in ledger.arrivals()]


class LedgerContract:
    """The contract, a sentence a test."""

    def test_a_line_arrives_as_a_document_that_holds_it_whole_until_it_is_settled(self, ledger):
        line = money(end_to_end_id="E-1", payer_iban=IBAN, text=("FACTURE 2603001",), valued=DAY)
        ledger.enter(report(line))
        (arrival,) = ledger.arrivals()
        assert arrival.source == f"ledger:{line_of(arrival.original).key}"
        assert (arrival.documents[0].media_type, arrival.documents[0].content) == (LINE, arrival.original)
        assert (line_of(arrival.original).account, line_of(arrival.original).line) == (ACCOUNT, line)
        ledger.settle(arrival)
        ledger.settle(arrival)
        assert list(ledger.arrivals()) == []

    def test_the_same_file_again_changes_nothing(self, ledger):
        assert ledger.report("a" * 64) is None
        first = entered(ledger, money(end_to_end_id="E-1"), money(end_to_end_id="E-2"))
        assert entered(ledger, money(end_to_end_id="E-1"), money(end_to_end_id="E-2")) == first
        told = ledger.report("a" * 64)
        assert (told.lines, told.new) == (2, 2)

    @pytest.mark.parametrize(
        ("notice", "statement", "lines"),
        [
            pytest.param([{"end_to_end_id": "E-1"}], [{"end_to_end_id": "E-1"}], 1, id="one id, one money"),
            pytest.param([{"end_to_end_id": "E-1"}], [{"end_to_end_id": "E-2"}], 2, id="two ids, two moneys"),
            pytest.param([{"bank_reference": "B"}], [{"bank_reference": "B", "end_to_end_id": "E-1"}], 1,
                         id="the bank's reference is one, the payer's id only in one report"),
            pytest.param([{"end_to_end_id": "E-1"}], [{"bank_reference": "B"}], 1, id="no id in common: counted"),
            pytest.param([{}], [{}, {}], 2, id="without ids: as many as the longer report has"),
            pytest.param([{"payer_iban": IBAN}], [{"payer_iban": "FR7630006000011234567890189"}], 2,
                         id="two payers, two moneys"),
            pytest.param([{"end_to_end_id": "E-1"}, {"end_to_end_id": "E-1"}], [{"end_to_end_id": "E-1"}], 2,
                         id="an id twice in one report is money twice"),
        ],
    )  # fmt: skip
    def test_money_told_of_by_two_reports_is_one_line(self, ledger, notice, statement, lines):
        entered(ledger, *(money(**told) for told in notice))
        keys = entered(ledger, *(money(**told) for told in statement), document="c")
        assert len(keys) == len(set(keys)) == lines

    def test_another_amount_or_another_day_is_other_money(self, ledger):
        entered(ledger, money(end_to_end_id="E-1"))
        other = money("120.01", end_to_end_id="E-1"), replace(money(end_to_end_id="E-1"), booked=date(2026, 3, 3))
        assert len(entered(ledger, *other, document="c")) == 3

    def test_an_amount_is_the_same_however_many_noughts_it_is_written_with(self, ledger):
        assert entered(ledger, money("120.00")) == entered(ledger, money("120.0"), document="c")

    def test_money_we_sent_waits_for_nobody_and_money_given_back_does(self, ledger):
        back = money("-50.00", returned=Return(reversal=False, code="AC04"))
        assert len(entered(ledger, money("-80.00"), back)) == 1

    def test_what_stands_before_an_entry_prevents_it(self, ledger):
        def refuse(fields):
            raise PermissionError(fields["document"])

        with pytest.raises(PermissionError, match="aaa"):
            ledger.enter(report(money()), refuse)
        with pytest.raises(PermissionError, match="bbb"):
            ledger.note(advice("F1"), refuse)
        assert (ledger.report("a" * 64), ledger.noted("b" * 64), list(ledger.arrivals())) == (None, None, [])

    def test_an_advice_is_noted_once_and_pauses_the_reminders_of_its_invoices(self, ledger):
        assert ledger.paused("F2603001") is None
        given = advice("F-2603001", "A2603002", noted=ledger_now(ledger))
        ledger.note(given)
        ledger.note(replace(given, document="c" * 64))
        assert ledger.noted(given.content) == given
        assert list(ledger.advices()) == [given]
        assert "says that it is paid" in ledger.paused("F2603001")
        assert ledger.paused("F2603003") is None

    def test_a_draft_counts_for_nothing_and_the_last_one_is_kept(self, ledger):
        (key,) = entered(ledger, money())
        assert ledger.posting(key) is None
        ledger.draft(posting(key))
        ledger.draft(posting(key, on_account=Decimal("1.00")))
        assert ledger.posting(key) == posting(key, on_account=Decimal("1.00"))
        assert ledger.history().of("C-1000").agreements == 0

    def test_a_booked_draft_stands_and_its_advice_has_its_money(self, ledger):
        (key,) = entered(ledger, money())
        given = advice("F2603001", noted=ledger_now(ledger))
        ledger.note(given)
        ledger.draft(posting(key, advice=given.content))
        ledger.book(key, "20061")
        ledger.book(key, "20062")
        booked = ledger.posting(key)
        assert (booked.state, booked.receipt, booked.who) == (PostingState.POSTED, "20061", None)
        assert list(ledger.advices()) == []
        assert ledger.noted(given.content).line == key
        assert ledger.paused("F2603001") is None
        with pytest.raises(BusinessError, match="posted already, as receipt 20061"):
            ledger.draft(posting(key))

    def test_money_is_unposted_until_its_receipt_is_booked(self, ledger):
        today = ledger_now(ledger).date()
        (key,) = entered(ledger, replace(money(), booked=today), replace(money("-9.00"), booked=today))
        ledger.draft(posting(key))
        assert [line.key for line in ledger.unposted()] == [key]
        assert ledger.posted(Decimal("120.00")) == ()
        ledger.book(key, "20061")
        assert ledger.unposted() == ()
        ((line, booked),) = ledger.posted(Decimal("120.0"))
        assert (line.key, line.account, booked.receipt) == (key, ACCOUNT, "20061")
        assert ledger.posted(Decimal("120.01")) == ()

    def test_what_a_person_said_money_is_for_is_kept_and_counts_as_agreed_to(self, ledger):
        (key,) = entered(ledger, money())
        assert ledger.choice(key) is None
        parts = (("F2603001", Decimal("100.00")), ("A2603002", Decimal("-5.50")))
        for why in ("first", "second"):
            ledger.choose(Choice(key, "C-1000", parts, "Anne", why))
        assert ledger.choice(key) == Choice(key, "C-1000", parts, "Anne", "second")
        ledger.draft(posting(key, chosen=True))
        ledger.book(key, "20061")
        assert ledger.posting(key).who == "Anne"
        assert ledger.history().of("C-1000").agreements == 1

    def test_nothing_is_booked_that_was_not_drafted(self, ledger):
        (key,) = entered(ledger, money())
        with pytest.raises(BusinessError, match="Nothing was drafted"):
            ledger.book(key, "20061")

    def test_a_machines_posting_teaches_no_account(self, ledger):
        (key,) = entered(ledger, money())
        ledger.draft(posting(key))
        ledger.book(key, "20061")
        assert ledger.history().payers(IBAN) == ()
        assert ledger.history().of("C-1000").agreements == 0

    def test_a_posting_somebody_agreed_to_teaches_the_payers_account_and_counts(self, ledger, agree):
        (key,) = entered(ledger, money())
        ledger.draft(posting(key))
        agree(key)
        ledger.book(key, "20061")
        assert ledger.posting(key).who == "Anne"
        assert ledger.history().payers(IBAN) == ("C-1000",)
        assert ledger.history().of("C-1000").agreements == 1

    def test_agreeing_to_what_the_machine_doubted_teaches_the_account_and_nothing_of_the_machine(self, ledger, agree):
        (key,) = entered(ledger, money())
        ledger.draft(posting(key, agrees=None))
        agree(key)
        ledger.book(key, "20061")
        assert ledger.history().payers(IBAN) == ("C-1000",)
        assert ledger.history().of("C-1000").agreements == 0

    def test_posting_something_else_than_the_machine_was_sure_of_begins_the_count_anew(self, ledger, agree):
        for key, agrees in zip(entered(ledger, money("12.50"), money("12.60")), (True, False), strict=True):
            ledger.draft(posting(key, agrees=agrees))
            agree(key)
            ledger.book(key, "20061")
        assert ledger.history().of("C-1000").agreements == 0

    def test_a_reversal_is_booked_once_it_was_asked_for(self, ledger, ask_reversal):
        (key,) = entered(ledger, money())
        ledger.draft(posting(key))
        ledger.book(key, "20061")
        ledger.book_reversal(key, "20070")
        assert ledger.posting(key).state is PostingState.POSTED
        ask_reversal(key, "wrong customer")
        assert ledger.posting(key).why == "wrong customer"
        ledger.book_reversal(key, "20070")
        taken_back = ledger.posting(key)
        assert (taken_back.state, taken_back.receipt, taken_back.reversal) == (PostingState.REVERSED, "20061", "20070")


def a_case(line: str) -> NewCase:
    """A short payment of 12.00."""
    return NewCase(
        CaseKind.DISPUTE, line, "C-1000", Decimal("12.00"), "EUR", "12.00 less was paid", "credit control", "F2603001"
    )


def ledger_now(ledger) -> datetime:
    """The instant the book thinks it is."""
    return getattr(ledger, "now", None) or datetime.now(UTC)
