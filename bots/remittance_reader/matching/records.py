"""What our own records say, as matching needs it. Nothing here is ever learned from a mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class PayerGroup:
    """A customer that pays for others: a parent for its children, a buying office for its members."""

    payer: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class ConfirmedAccount:
    """An account a customer paid from, as a person confirmed by a posting (a bank account number, never from mail)."""

    iban: str
    customer: str


@dataclass(frozen=True)
class PostedPayment:
    """Money that is posted already; `receipt` names the posting, `advice` is `FiledAdvice.content` if one was used."""

    receipt: str
    identity: str  #: `Payment.identity`
    payer: str
    amount: Decimal
    currency: str
    booked: date
    end_to_end_id: str | None = None
    advice: str | None = None


@dataclass(frozen=True)
class SettledItem:
    """An invoice or credit note that nothing is open of any more."""

    number: str
    customer: str
    settled: date


@dataclass(frozen=True)
class Period:
    """Days that may still be posted to, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class ToleranceUsed:
    """What was let go for a customer in a calendar year, in the currency of the customer's items."""

    customer: str
    year: int
    amount: Decimal
