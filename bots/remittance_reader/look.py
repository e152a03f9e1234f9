"""Gather what the decision needs, and no more: money whose receipt stands needs no open items."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bots.adapters.workspace import Portal, Workspace
from bots.domain.customers import Customer
from bots.domain.ledger import LedgerLine, NotedAdvice, Posting, PostingState, advice_content
from bots.domain.receivables import OpenItem, ReceiptInPortal
from bots.remittance_reader.debts import open_items
from bots.remittance_reader.decide_money import reversal_reference
from bots.remittance_reader.facts import Facts
from bots.remittance_reader.matching import Book, Payment, Shelf
from bots.remittance_reader.portal import find_receipts, open_items_of, read_receipts, receipts_of
from bots.remittance_reader.reading import AdviceRead, BankFileRead, CashReading
from bots.remittance_reader.records import filed, our_records
from bots.remittance_reader.settings import Settings
from bots.remittance_reader.suspects import Suspects

TAKEN_BACK = frozenset({PostingState.TO_REVERSE, PostingState.REVERSED})


def look(reading: CashReading, workspace: Workspace, settings: Settings) -> Facts:
    """See the world for one document: our book for papers, the portal too for money."""
    facts = Facts(today=workspace.now().date())
    match reading:
        case BankFileRead():
            return replace(facts, entered=workspace.ledger.report(reading.document))
        case AdviceRead():
            return replace(facts, noted=workspace.ledger.noted(advice_content(reading.advice)))
        case _:
            return _look_at_money(reading.line, facts, workspace, settings)


def _look_at_money(line: LedgerLine, facts: Facts, workspace: Workspace, settings: Settings) -> Facts:
    posting = workspace.ledger.posting(line.key)
    facts = replace(facts, posting=posting, standing=find_receipts(workspace.portal, line.key))
    if posting and posting.state in TAKEN_BACK:
        reversals = find_receipts(workspace.portal, reversal_reference(line.key))
        return replace(facts, reversals=reversals, takes_back=workspace.portal.offers("receipt_reversal"))
    if facts.standing or _is_posted(posting):
        return facts
    return _before_posting(line, facts, workspace, settings)


def _is_posted(posting: Posting | None) -> bool:
    return posting is not None and posting.state is PostingState.POSTED


def _before_posting(line: LedgerLine, facts: Facts, workspace: Workspace, settings: Settings) -> Facts:
    """All that matters only while no receipt stands."""
    advices = _advices_about(line, workspace, settings)
    others = workspace.ledger.unposted() if advices else ()  # only an advice can be paid by several transfers
    beside = tuple(one.line for one in others if one.key != line.key)
    payment = Payment(line.line, line.account, line.key, tuple(filed(one) for one in advices), beside=beside)
    book = our_records(line, workspace, settings, facts.today)
    facts = replace(facts, advices=advices, payment=payment)
    if line.line.amount <= 0:
        return replace(facts, book=book)
    choice = workspace.ledger.choice(line.key)
    if choice:
        items = _owed_by(choice.customer, book, workspace.portal, settings)
        return replace(facts, choice=choice, book=replace(book, items=items))
    suspects = Suspects(payment, book, settings.matching)
    items = open_items(workspace.portal, suspects, book, settings)
    alike = _alike(line, suspects.customers, workspace.portal, settings)
    return replace(facts, book=replace(book, items=items), alike=alike)


def _owed_by(number: str, book: Book, portal: Portal, settings: Settings) -> tuple[OpenItem, ...]:
    customer = next((one for one in book.customers if one.number == number), None)
    return open_items_of(portal, customer, settings.currency) if customer else ()


def _advices_about(line: LedgerLine, workspace: Workspace, settings: Settings) -> tuple[NotedAdvice, ...]:
    """The advices that wait for money and were for a day near enough to the line's, and those of any day that are for
    the same amount or that the money names: whoever compares must know of them."""
    before = timedelta(days=settings.matching.advice_days_before)
    after = timedelta(days=settings.matching.advice_days_after)
    waiting = [(one, filed(one)) for one in workspace.ledger.advices()]
    named = {one.content for one in Shelf(tuple(paper for _, paper in waiting)).beside(line.line)}
    return tuple(
        one
        for one, paper in waiting
        if paper.content in named or paper.day - before <= line.line.booked <= paper.day + after
    )


def _alike(
    line: LedgerLine, customers: tuple[Customer, ...], portal: Portal, settings: Settings
) -> tuple[ReceiptInPortal, ...]:
    """Receipts of the likely payers that may be this very money, keyed by hand under another reference."""
    if not settings.hand_keyed_days:
        return ()
    day, near = line.line.valued or line.line.booked, timedelta(days=settings.hand_keyed_days)
    numbers = [
        row["number"]
        for customer in customers
        for row in receipts_of(portal, customer)
        if portal.parse_number(row["amount"]) == line.line.amount
        and abs(portal.parse_date(row["valued"]) - day) <= near
        and not row["reference"].startswith("BK-")
    ]
    return read_receipts(portal, numbers)
