"""Our own records as matching asks for them: who pays from which account, what was posted, what a machine may do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bots.adapters.workspace import Ledger, Workspace
from bots.domain.ledger import History, LedgerLine, NotedAdvice, Posting
from bots.remittance_reader.matching import (
    Autonomy,
    Book,
    ConfirmedAccount,
    FiledAdvice,
    Mode,
    Payment,
    Period,
    PostedPayment,
    Series,
    ToleranceUsed,
)
from bots.remittance_reader.settings import Settings


def our_records(line: LedgerLine, workspace: Workspace, settings: Settings, today: date) -> Book:
    """Everything but the open items, which only the portal knows."""
    history = workspace.ledger.history()
    return Book(
        customers=tuple(workspace.master.customers()),
        groups=settings.groups,
        accounts=tuple(_accounts(history)),
        series=tuple(Series(pattern) for pattern in settings.series),
        own_numbers=(line.account, *settings.ours),
        posted=tuple(_posted(line, workspace.ledger)),
        tolerance_used=tuple(_tolerance(history, today)),
        autonomy=tuple(_autonomy(history, settings)),
        periods=(Period(settings.open_since or first_open_day(today), today),),
    )


def filed(noted: NotedAdvice) -> FiledAdvice:
    """An advice of our book as matching wants it."""
    return FiledAdvice(noted.advice, noted.noted.date())


def first_open_day(today: date) -> date:
    """The first day of last month: what is usually still open for postings."""
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def _accounts(history: History) -> Iterator[ConfirmedAccount]:
    for customer, trust in history.trust.items():
        yield from (ConfirmedAccount(iban, customer) for iban in trust.ibans)


def _tolerance(history: History, today: date) -> Iterator[ToleranceUsed]:
    for customer, trust in history.trust.items():
        if trust.tolerated:
            yield ToleranceUsed(customer, today.year, trust.tolerated)


def _autonomy(history: History, settings: Settings) -> Iterator[Autonomy]:
    """Earned by agreements in a row since the last reversal; nothing else switches it on."""
    for customer, trust in history.trust.items():
        earned = trust.agreements >= settings.matching.agreements_needed
        yield Autonomy(customer, Mode.AUTOMATIC if earned else Mode.SHADOW, trust.agreements)


def _posted(line: LedgerLine, ledger: Ledger) -> Iterator[PostedPayment]:
    """Postings of the same amount: this very money seen before, or the payment that is given back now."""
    for other, posting in ledger.posted(abs(line.line.amount)):
        if other.key != line.key:
            yield _as_posted(other, posting, ledger)


def _as_posted(line: LedgerLine, posting: Posting, ledger: Ledger) -> PostedPayment:
    noted = ledger.noted(posting.advice) if posting.advice else None
    return PostedPayment(
        receipt=posting.receipt or "",
        identity=Payment(line.line, line.account, line.key).identity,
        payer=posting.customer,
        amount=posting.amount,
        currency=posting.currency,
        booked=line.line.booked,
        end_to_end_id=line.line.end_to_end_id,
        advice=filed(noted).content if noted else None,
    )
