"""What cash application does about a bank's file, an advice, and each line of money."""

from __future__ import annotations

from bots.decision import Decision, Done, Go, Review, Skip
from bots.domain.advices import AdviceKind
from bots.domain.ledger_documents import without_papers
from bots.remittance_reader.decide_money import decide_money
from bots.remittance_reader.facts import Facts
from bots.remittance_reader.plan import CashPlan, EnterReport, NoteAdvice
from bots.remittance_reader.reading import AdviceRead, BankFileRead, CashReading
from bots.remittance_reader.settings import Settings


def decide(reading: CashReading, facts: Facts, settings: Settings) -> Decision[CashPlan]:
    """Pure: the same reading, facts and settings always give the same answer, with all doubts together."""
    match reading:
        case BankFileRead():
            return _decide_file(reading, facts)
        case AdviceRead():
            return _decide_advice(reading, facts)
        case _:
            return decide_money(reading.line, facts, settings)


def _decide_file(reading: BankFileRead, facts: Facts) -> Decision[CashPlan]:
    if reading.doubts:
        return Review(reading.doubts)
    if facts.entered:
        known = facts.entered.lines - facts.entered.new
        told = f", {known} of them told of before" if known else ""
        return Done(f"{_count(facts.entered.lines, 'bank line')} in our book{told}")
    if not reading.report.accounts:
        return Skip("it reports on the day so far: its money comes again in the statement, and is entered then")
    return Go(EnterReport(reading.report))


def _decide_advice(reading: AdviceRead, facts: Facts) -> Decision[CashPlan]:
    advice = reading.advice
    if advice.kind is AdviceKind.NOT_AN_ADVICE:
        return Skip(advice.why)
    if advice.kind is AdviceKind.UNREADABLE:
        return Review((advice.why, *advice.doubts))
    if advice.doubts:
        return Review(advice.doubts)
    if facts.noted:
        return Done(
            f"advice of {advice.amount() or 'an unknown amount'} for {_count(len(advice.lines), 'document')} noted"
        )
    return Go(NoteAdvice(reading.document, without_papers(advice)))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
