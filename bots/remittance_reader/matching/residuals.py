"""What is missing of an item and why: a discount in time, a fee, a difference let go, a dispute, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bots.domain.advices import Deduction, Reason
from bots.domain.allocation import Residual, ResidualKind
from bots.domain.money import cents
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching.policy import Policy

ZERO, CENT = Decimal(0), Decimal("0.01")


@dataclass(frozen=True)
class Terms:
    """What a difference is held against: the day the money counts, what banks kept, and whether it says "in part"."""

    valued: date
    fee: Decimal  #: what the bank says was kept on the way; zero where it says nothing
    in_part: bool
    policy: Policy


def explain(item: OpenItem, paid: Decimal, deductions: Sequence[Deduction], terms: Terms) -> tuple[Residual, ...]:
    """Why `paid` is not the whole balance: the payer's own reasons first, then ours. They add up to what is missing."""
    missing = item.balance - paid
    if missing < 0 or item.balance < 0:
        return (Residual(ResidualKind.OPEN, missing),) if missing else ()
    said: list[Residual] = []
    for deduction in sorted(deductions, key=lambda one: (one.reason, one.amount, one.text)):
        part = min(deduction.amount, missing)
        if part > 0:
            said.append(_said(item, deduction, part, terms))
            missing -= part
    return (*said, *([_unsaid(item, missing, terms)] if missing else ()))


def discount_allowed(item: OpenItem, valued: date) -> Decimal:
    """The discount agreed on an item if the money counts in time, in cents; zero where none is."""
    if item.discount is None or valued > item.discount.until or item.balance <= 0:
        return ZERO
    return min(cents(item.amount * item.discount.percent / 100), item.balance)


def tolerated(amount: Decimal, settled: Decimal, policy: Policy) -> bool:
    """Whether a difference is small enough to be let go: by amount and by share of what is settled."""
    return 0 < amount <= min(policy.tolerance_amount, abs(settled) * policy.tolerance_percent / 100)


def _said(item: OpenItem, deduction: Deduction, part: Decimal, terms: Terms) -> Residual:
    """A reason the payer gives. A discount or a fee we do not owe is a dispute like any other."""
    if deduction.reason is Reason.DISCOUNT and part <= discount_allowed(item, terms.valued) + CENT:
        return Residual(ResidualKind.DISCOUNT, part, Reason.DISCOUNT, deduction.text)
    if deduction.reason is Reason.BANK_FEE and part <= terms.policy.bank_fee_cap:
        return Residual(ResidualKind.BANK_FEE, part, Reason.BANK_FEE, deduction.text)
    if deduction.reason is Reason.UNKNOWN:
        return Residual(ResidualKind.UNEXPLAINED, part, Reason.UNKNOWN, deduction.text)
    refused = _refused_discount(item, terms.valued) if deduction.reason is Reason.DISCOUNT else ""
    return Residual(ResidualKind.DISPUTE, part, deduction.reason, f"{deduction.text} {refused}".strip())


def _unsaid(item: OpenItem, missing: Decimal, terms: Terms) -> Residual:
    """A difference nobody explains: what it equals, or unexplained."""
    allowed = discount_allowed(item, terms.valued)
    if allowed and abs(missing - allowed) <= CENT:
        return Residual(ResidualKind.DISCOUNT, missing, Reason.DISCOUNT)
    if missing == terms.fee and missing <= terms.policy.bank_fee_cap:
        return Residual(ResidualKind.BANK_FEE, missing, Reason.BANK_FEE)
    if tolerated(missing, item.balance, terms.policy):
        return Residual(ResidualKind.TOLERANCE, missing)
    if terms.in_part:
        return Residual(ResidualKind.OPEN, missing, text="the payer says that it is a part")
    return Residual(ResidualKind.UNEXPLAINED, missing, text=" ".join(_like(item, missing, terms)))


def _like(item: OpenItem, missing: Decimal, terms: Terms) -> Iterator[str]:
    """What an unexplained difference looks like, for the person who asks the payer."""
    if item.discount and abs(missing - cents(item.amount * item.discount.percent / 100)) <= CENT:
        yield _refused_discount(item, terms.valued)


def _refused_discount(item: OpenItem, valued: date) -> str:
    if item.discount is None:
        return f"(no discount is agreed on {item.number})"
    late = (valued - item.discount.until).days
    if late > 0:
        terms = f"{item.discount.percent:f} % until {item.discount.until}"
        return f"(the discount agreed was {terms}, and the money came {late} days later)"
    return f"(the discount agreed is {item.discount.percent:f} %)"
