"""What customers owe us: open invoices and credit notes, as the portal shows them now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class DiscountTerms:
    """A discount agreed for paying early: `percent` of the gross amount if the money is there by `until` (included)."""

    percent: Decimal
    until: date


@dataclass(frozen=True)
class OpenItem:
    """An invoice, or a credit note when its amounts are negative. `balance` is what nothing has settled yet.

    `number` is as our own series prints it; it is the item's identity in the portal.
    """

    number: str
    customer: str
    issued: date
    due: date
    amount: Decimal
    balance: Decimal
    currency: str
    po_number: str | None = None
    reference: str | None = None  #: ISO 11649 reference printed on the invoice (BT-83), compact
    discount: DiscountTerms | None = None


@dataclass(frozen=True)
class ReceiptInPortal:
    """Money that came in, as the portal shows it now: what was received, and what it settles.

    `settles` holds invoice or credit note and the amount put on it (negative for a credit note); the rest of the
    amount stands on account. Of a receipt taken back the portal keeps another with the amounts turned round.
    """

    number: str
    customer: str
    reference: str
    valued: date
    amount: Decimal
    settles: tuple[tuple[str, Decimal], ...] = ()
