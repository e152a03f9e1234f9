"""What must come of each of the demo's mails: the yardstick its portal and its exception desk are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

State = Literal["posted", "waiting", "rejected"]


@dataclass(frozen=True)
class ExpectedLine:
    """A line as the portal must show it: our article, our selling unit, the price for one of it, in EUR."""

    sku: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    amount: Decimal


@dataclass(frozen=True)
class ExpectedOrder:
    """An order as the portal must show it; `total` is net, the sum of the lines, in EUR."""

    customer: str
    po_number: str  #: as printed on the paper
    lines: tuple[ExpectedLine, ...]
    total: Decimal
    requested: date | None


@dataclass(frozen=True)
class Expected:
    """The state a mail must end in.

    `reason` is a fragment of the sentence a person must be shown, compared without case; empty for posted mails.
    `order` is what the mail asks for, set wherever it asks for an order that can be named: only "posted" ones
    may stand in the portal. A duplicate is "rejected": it makes nothing, and it carries no order.
    """

    state: State
    reason: str = ""
    order: ExpectedOrder | None = None


@dataclass(frozen=True)
class DemoMail:
    """One mail as our receiving server stored it: `raw` is the whole RFC 5322 message, lines ended by CRLF."""

    name: str
    raw: bytes
    expectation: Expected
