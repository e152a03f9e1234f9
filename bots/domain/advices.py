"""What a payer says a payment is for: remittance advices, whatever format they came in.

The debtor may choose which debt a payment settles (French Code civil, art. 1342-10), so an advice is a legal
allocation. It is no money: alone it posts nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bots.domain.documents import Envelope
from bots.domain.evidence import Evidence
from bots.domain.plain import canonical


class AdviceKind(StrEnum):
    """What a document in the cash mailbox is."""

    ADVICE = "advice"
    NOT_AN_ADVICE = "not_an_advice"  #: a statement of account, a reminder, a letter, the reply of a machine
    UNREADABLE = "unreadable"  #: cannot be opened or holds no text; a person looks


class Reason(StrEnum):
    """Why a payer pays less than an invoice says, in our words; the payer's own stand beside it."""

    QUANTITY = "quantity"
    PRICE = "price"
    FREIGHT = "freight"
    REBATE = "rebate"
    PROMOTION = "promotion"
    TAX_WITHHELD = "tax_withheld"
    BANK_FEE = "bank_fee"
    DISCOUNT = "discount"  #: for paying early (escompte, Skonto)
    DUPLICATE = "duplicate"  #: the payer says it was paid or deducted before
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Deduction:
    """What a payer takes off one invoice. Positive: that much less is paid. `text` is the payer's code and words."""

    reason: Reason
    text: str
    amount: Decimal


@dataclass(frozen=True)
class AdviceLine:
    """One document the payer says to settle; None where nothing is printed. A credit note's amounts are negative.

    `gross` − Σ deductions = `net`, and the payer pays `net`.
    """

    reference: str | None = None  #: the number as printed, a number broken over rows joined again
    document_date: date | None = None
    gross: Decimal | None = None
    deductions: tuple[Deduction, ...] = ()
    net: Decimal | None = None


@dataclass(frozen=True)
class Payer:
    """Who says that they pay, as printed. Every field is None when the advice does not say it.

    An account number here is never proof of who pays and never becomes master data.
    """

    name: str | None = None
    vat: str | None = None  #: VAT identification number, compact
    registration: str | None = None  #: SIREN/SIRET, company register number
    gln: str | None = None
    number: str | None = None  #: the customer number we gave them
    iban: str | None = None  #: of the account they pay from, compact, check digits right
    country: str | None = None  #: ISO 3166 alpha-2
    email: str | None = None


@dataclass(frozen=True)
class RemittanceAdvice:
    """An advice as its document says it, before any of our own data is consulted.

    `evidence` maps a field path (`total`, `lines[0].reference`, `lines[2].deductions[0].amount`) to the words it
    came from; `doubts` is empty only when every value would stand without a person, Σ net = total included.
    """

    kind: AdviceKind
    why: str  #: a sentence: what made it this kind
    payer: Payer = Payer()
    payment_ref: str | None = None  #: transfer, cheque or end-to-end number the payer gives the payment
    paid_on: date | None = None  #: the date of the payment, as announced
    currency: str | None = None  #: ISO 4217
    total: Decimal | None = None  #: the stated amount of the payment
    lines: tuple[AdviceLine, ...] = ()
    doubts: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    envelope: Envelope | None = None

    def amount(self) -> str | None:
        """The total for control totals, `1234.50 EUR`."""
        return f"{self.total:f} {self.currency}" if self.total is not None and self.currency else None

    def as_json(self) -> dict[str, Any]:
        """The object `o2c read remittance --json` prints; numbers are plain decimal text, missing values null."""
        plain: dict[str, Any] = {
            name: canonical(getattr(self, name)) for name in ("kind", "why", "payer", "payment_ref")
        }
        plain |= {"date": canonical(self.paid_on), "currency": self.currency, "total": canonical(self.total)}
        plain |= {"lines": canonical(self.lines), "doubts": list(self.doubts)}
        return {**plain, "evidence": {path: evidence.as_json() for path, evidence in self.evidence.items()}}
