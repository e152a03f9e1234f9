"""Orders on both sides: what the customer's paper says, and what will stand in the portal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bots.domain.documents import Envelope
from bots.domain.evidence import Evidence
from bots.domain.plain import canonical


class Kind(StrEnum):
    """What a document in the order mailbox is."""

    ORDER = "order"
    REVISION = "revision"  #: changes an order sent before
    CALL_OFF = "call_off"  #: draws on a blanket order that carries the same number
    CANCELLATION = "cancellation"
    NOT_AN_ORDER = "not_an_order"  #: quote request, confirmation, terms, reply of a machine…
    UNREADABLE = "unreadable"  #: cannot be opened or holds no text; a person looks


@dataclass(frozen=True)
class Buyer:
    """Who orders, as printed. Every field is None when the document does not say it."""

    name: str | None = None
    vat: str | None = None  #: VAT identification number, compact: FR40303265045
    registration: str | None = None  #: SIREN/SIRET, company register number
    gln: str | None = None
    number: str | None = None  #: the customer number we gave them
    address: str | None = None
    country: str | None = None  #: ISO 3166 alpha-2
    email: str | None = None


@dataclass(frozen=True)
class OrderLine:
    """One line as printed; None where nothing is printed. `price_per` 100 means the price is for a hundred."""

    position: int  #: the line number printed, else its place in the table, from 1
    buyer_item: str | None = None
    sku: str | None = None  #: our own article number, as the buyer prints it
    gtin: str | None = None
    description: str | None = None
    qty: Decimal | None = None
    uom: str | None = None
    unit_price: Decimal | None = None
    price_per: Decimal | None = None
    discount_percent: Decimal | None = None
    amount: Decimal | None = None


@dataclass(frozen=True)
class PurchaseOrder:
    """A customer's order as its document says it, before any of our own data is consulted.

    `evidence` maps a field path (`po_number`, `total`, `lines[0].qty`, `buyer.vat`) to the words it came from.
    """

    kind: Kind
    why: str  #: a sentence: what made it this kind
    buyer: Buyer = Buyer()
    po_number: str | None = None
    revision: str | None = None  #: as printed ("B", "2"); None for a first issue
    po_date: date | None = None
    need_date: date | None = None  #: delivery requested for the whole order
    currency: str | None = None  #: ISO 4217
    net_total: Decimal | None = None
    tax: Decimal | None = None
    charges: Decimal | None = None
    total: Decimal | None = None  #: the stated order total the lines must lead to
    lines: tuple[OrderLine, ...] = ()
    doubts: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    envelope: Envelope | None = None

    def amount(self) -> str | None:
        """The total for control totals, `1234.50 EUR`."""
        return f"{self.total:f} {self.currency}" if self.total is not None and self.currency else None

    def as_json(self) -> dict[str, Any]:
        """The object `o2c read order --json` prints; numbers are plain decimal text, missing values null."""
        plain: dict[str, Any] = {
            name: canonical(getattr(self, name))
            for name in (
                "kind", "why", "buyer", "po_number", "revision", "po_date", "currency", "total", "net_total",
                "tax", "charges", "need_date", "doubts",
            )
        }  # fmt: skip
        plain["lines"] = [_line_json(line) for line in self.lines]
        plain["evidence"] = {path: evidence.as_json() for path, evidence in self.evidence.items()}
        return plain


def _line_json(line: OrderLine) -> dict[str, Any]:
    plain: dict[str, Any] = canonical(line)
    return {"line": plain.pop("position"), **plain}


def same_number(text: str) -> str:
    """A PO number without spelling: `PO-1001`, `PO 1001` and `po1001` are one."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^0-9a-z]", "", folded)


@dataclass(frozen=True)
class SalesOrderLine:
    """A line as it will be keyed: our article, our selling unit, and the price as the article's price list is kept.

    `unit_price` is for `price_per` units (18.50 per 100); `amount` is quantity × unit_price ÷ price_per, to cents.
    """

    position: int
    sku: str
    description: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    amount: Decimal
    price_per: Decimal = Decimal(1)


@dataclass(frozen=True)
class OrderInPortal:
    """An order as the portal shows it now."""

    number: str
    customer: str
    po_number: str
    reference: str | None  #: the idempotency key typed at entry; None where the portal has no field for it
    total: Decimal | None
    lines: tuple[SalesOrderLine, ...]
    requested: date | None = None
