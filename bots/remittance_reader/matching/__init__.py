"""Which open items a payment settles, as pure functions: no clock, no file, no portal; the same question, one answer.

`match` takes one payment through the stages of docs/matching.md; `match_all` takes several at once, and what two of
them claim is posted for neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from bots.domain.allocation import Match, Proposal
from bots.remittance_reader.matching.automatic import Case, against, held_back, rivals
from bots.remittance_reader.matching.autonomy import Autonomy, Mode, agrees, same_posting, sampled
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.claims import from_money
from bots.remittance_reader.matching.explaining import Explanation, by_advice, by_words, unexplained
from bots.remittance_reader.matching.money_back import not_incoming
from bots.remittance_reader.matching.pairing import Unpaired, pair
from bots.remittance_reader.matching.payment import FiledAdvice, Payment
from bots.remittance_reader.matching.policy import Policy
from bots.remittance_reader.matching.records import (
    ConfirmedAccount,
    PayerGroup,
    Period,
    PostedPayment,
    SettledItem,
    ToleranceUsed,
)
from bots.remittance_reader.matching.series import Series
from bots.remittance_reader.matching.shelf import Shelf
from bots.remittance_reader.matching.together import with_conflicts
from bots.remittance_reader.matching.without_references import by_amount

__all__ = [
    "Autonomy", "Book", "ConfirmedAccount", "FiledAdvice", "Mode", "PayerGroup", "Payment", "Period",
    "Policy", "PostedPayment", "Series", "SettledItem", "Shelf", "ToleranceUsed", "agrees", "match",
    "match_all",
]  # fmt: skip


def match(payment: Payment, book: Book, policy: Policy) -> Match:
    """The best explanations of a payment, at most three, and what stands against posting the first unattended."""
    other = not_incoming(payment, book)
    if other:
        return other
    explained, near = _explanations(payment, book, policy)
    best = explained[0]
    case = Case(payment, best, rivals(best, explained), book, policy)
    doubts = (*against(case), *(one.why for one in near if not (one.used and best.whole)))
    held = held_back(case)
    every = (*doubts, *held)
    compared = not every and sampled(payment.identity, policy.sample_percent)
    return Match(_shown(explained), every, held, sampled=compared)


def match_all(payments: Sequence[Payment], book: Book, policy: Policy) -> tuple[Match, ...]:
    """Each payment against the same book; what two of them claim is posted for neither. Their order changes nothing."""
    return with_conflicts(payments, [match(one, book, policy) for one in payments], book, policy)


def _explanations(payment: Payment, book: Book, policy: Policy) -> tuple[list[Explanation], tuple[Unpaired, ...]]:
    """Every explanation, best first: where words and money agree, then by stage. And advices that only come near."""
    said = from_money(payment.line, book)
    fitting, near = pair(payment, book, policy)
    made = [by_advice(payment, paired, said, book, policy) for paired in fitting]
    made += by_words(payment, said, book, policy)
    told = tuple(doubt for one in made if not one.proposal.allocations for doubt in one.doubts)
    made = sorted((one for one in made if one.proposal.allocations), key=lambda one: (not one.whole, _left(one)))
    if not any(one.whole for one in made):
        nothing = unexplained(payment, said, told, book, policy)
        guesses = by_amount(payment.line, nothing.payer, book, policy)
        made += [Explanation(one, nothing.payer, nothing.doubts) for one in guesses] + [nothing]
    return made, near


def _left(explanation: Explanation) -> bool:
    """Whether money stays over; what spends all of it is the better guess."""
    return bool(explanation.proposal.on_account)


def _shown(explained: Sequence[Explanation]) -> tuple[Proposal, ...]:
    """The three best proposals that are not the same posting."""
    shown: list[Proposal] = []
    for one in explained:
        if not any(same_posting(one.proposal, other) for other in shown):
            shown.append(one.proposal)
    return tuple(shown[:3])
