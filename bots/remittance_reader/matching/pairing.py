"""Which advice a payment belongs to: by amount, currency, date and reference. An advice alone posts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from bots.domain.advices import AdviceKind
from bots.domain.money import Money
from bots.domain.orders import same_number
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.payment import FiledAdvice, Payment
from bots.remittance_reader.matching.policy import Policy
from bots.remittance_reader.matching.shelf import words_of


@dataclass(frozen=True)
class Paired:
    """An advice that fits the money, and why, as a sentence. `fee`: taken by banks on the way; the rest came."""

    filed: FiledAdvice
    named: bool  #: the money carries the advice's own payment reference
    fee: Decimal
    evidence: str


@dataclass(frozen=True)
class Unpaired:
    """An advice that is near this money and does not fit it; `why` is a sentence for a person."""

    filed: FiledAdvice
    why: str
    used: bool = False  #: it belongs to money posted before


def pair(payment: Payment, book: Book, policy: Policy) -> tuple[tuple[Paired, ...], tuple[Unpaired, ...]]:
    """Every advice that fits the money, each content once, and those that only come near, in an order of their own.

    One that the money names by its reference leaves no room for others.
    """
    once = {one.content: one for one in payment.advices if one.advice.kind is AdviceKind.ADVICE}
    tried = [_try(payment, once[content], book, policy) for content in sorted(once)]
    fitting = tuple(one for one in tried if isinstance(one, Paired))
    near = tuple(one for one in tried if isinstance(one, Unpaired))
    named = tuple(one for one in fitting if one.named)
    return named or fitting, near


def same_amount(payment: Payment, paired: Paired, book: Book) -> tuple[FiledAdvice, ...]:
    """Other advices of the same money that nothing was posted for, whatever their date.

    Where the money does not name its advice, one of them may be the one it belongs to.
    """
    total, currency = paired.filed.advice.total, paired.filed.advice.currency
    others = {
        one.content: one
        for one in payment.advices
        if (one.advice.total, one.advice.currency) == (total, currency) and not book.used(one.content)
    }
    others.pop(paired.filed.content, None)
    return () if paired.named else tuple(others[content] for content in sorted(others))


def _try(payment: Payment, filed: FiledAdvice, book: Book, policy: Policy) -> Paired | Unpaired | None:
    advice, line = filed.advice, payment.line
    if not _in_window(payment, filed, policy):
        return None
    named = _names(payment, advice.payment_ref)
    used = book.used(filed.content)
    if used and advice.total != line.amount:
        return None
    if used:
        return Unpaired(filed, f"The advice of {filed.day} was used for receipt {used.receipt} already.", used=True)
    if advice.total is None or advice.currency != line.currency:
        return Unpaired(filed, _other_money(payment, filed)) if named else None
    fee = advice.total - line.amount
    if fee and not _is_fee(fee, payment, policy):
        return Unpaired(filed, _two_transfers(payment, filed)) if named or _beside(payment, filed) else None
    return Paired(filed, named, fee, _evidence(payment, filed, named, fee))


def _in_window(payment: Payment, filed: FiledAdvice, policy: Policy) -> bool:
    """Money may come from five days before to ten days after the day its advice names (DOMAIN section 4)."""
    first, last = timedelta(days=policy.advice_days_before), timedelta(days=policy.advice_days_after)
    return filed.day - first <= payment.line.booked <= filed.day + last


def _names(payment: Payment, reference: str | None) -> bool:
    return same_number(reference or "") in words_of(payment.line)


def _is_fee(fee: Decimal, payment: Payment, policy: Policy) -> bool:
    """The bank says that it took exactly this, and it is no more than banks take."""
    charges = payment.line.charges
    return charges == Money(fee, payment.line.currency) and 0 < fee <= policy.bank_fee_cap


def _beside(payment: Payment, filed: FiledAdvice) -> bool:
    """Whether other money of the same payer, not posted yet, makes up the advice's total together with this."""
    missing = (filed.advice.total or Decimal(0)) - payment.line.amount
    return any(
        other.amount == missing and other.currency == payment.line.currency and _same_payer(payment, other.payer_iban)
        for other in payment.beside
    )


def _same_payer(payment: Payment, iban: str | None) -> bool:
    return iban is not None and iban == payment.line.payer_iban


def _evidence(payment: Payment, filed: FiledAdvice, named: bool, fee: Decimal) -> str:
    line = payment.line
    days = (line.booked - filed.day).days
    how = "names its payment reference" if named else f"is booked {days} days after it" if days else "is of its day"
    less = f" less the {fee:f} its bank says to have kept" if fee else ""
    return f"The money {how} and is the {filed.advice.total:f} {line.currency} of the advice of {filed.day}{less}."


def _other_money(payment: Payment, filed: FiledAdvice) -> str:
    total, currency = filed.advice.total, filed.advice.currency
    said = f"{total:f} {currency}" if total is not None else "no total"
    return (
        f"The money names the advice of {filed.day}, which says {said}, and {payment.line.amount:f} "
        f"{payment.line.currency} came: compare both before anything is posted."
    )


def _two_transfers(payment: Payment, filed: FiledAdvice) -> str:
    others = [one for one in payment.beside if _same_payer(payment, one.payer_iban)]
    beside = "".join(f" {one.amount:f} of {one.booked} came from the same account." for one in others)
    return (
        f"The advice of {filed.day} is for {filed.advice.total:f} {payment.line.currency}, and {payment.line.amount:f} "
        f"came: it may be paid in several transfers.{beside} Allocate them together."
    )
