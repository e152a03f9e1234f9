"""Which open items a payment settles, as pure functions: no clock, no file, no portal; the same question, one answer.

`match` takes one payment through the stages of docs/matching.md; `match_all` takes several at once, and what two of
them claim is posted for neither.
"""

from __future__ import annotations

from bots.domain.allocation import Match, Proposal
from bots.remittance_reader.matching.autonomy import Autonomy, Mode
from bots.remittance_reader.matching.book import Book
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

__all__ = [
    "Autonomy", "Book", "ConfirmedAccount", "FiledAdvice", "Mode", "PayerGroup", "Payment", "Period",
    "Policy", "PostedPayment", "Series", "SettledItem", "ToleranceUsed", "match",
]  # fmt: skip


def match(payment: Payment, book: Book, policy: Policy) -> Match:  # noqa: ARG001 (the stages follow)
    """The best explanations of a payment, at most three, and what stands against posting the first unattended."""
    money = Proposal(None, (), payment.line.amount, ("Nothing was looked for yet: the stages are not built.",))
    return Match((money,), ("Matching is not built yet: a person allocates this payment.",))
