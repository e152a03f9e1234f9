"""What order entry makes in the world: an order in the portal, then a confirmation to the customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bots.domain.orders import SalesOrderLine, same_number


def order_reference(customer: str, po_number: str, revision: str | None) -> str:
    """The idempotency key of an order: customer, normalised PO number, revision (0: first issue)."""
    return f"{customer}:{same_number(po_number)}:{same_number(revision or '0')}"


@dataclass(frozen=True)
class EnterOrder:
    """A sales order to key: the customer's order in our customer number, our articles, our units and prices."""

    customer: str  #: customer number in the portal
    customer_name: str
    po_number: str
    revision: str | None
    currency: str
    lines: tuple[SalesOrderLine, ...]
    total: Decimal  #: net, the sum of the lines
    requested: date | None = None
    notes: tuple[str, ...] = ()  #: how customer, articles and units were recognised, for the person who reads the plan

    @property
    def key(self) -> str:
        """The order's identity whatever its spelling: `order:C-1000:po1001:0`."""
        return f"order:{self.reference}"

    @property
    def reference(self) -> str:
        """The idempotency key typed into the portal, by which the order is found again."""
        return order_reference(self.customer, self.po_number, self.revision)

    def sentences(self) -> tuple[str, ...]:
        """The order as a clerk reads it, a line each."""
        who = f"{self.customer_name} ({self.customer})"
        head = f"Enter order {self.po_number} of {who}, {self.total:f} {self.currency} net"
        return (
            head,
            *(
                f"line {line.position}: {line.quantity:f} {line.unit} of {line.sku} {line.description} "
                f"at {line.unit_price:f}{_per(line)} = {line.amount:f}"
                for line in self.lines
            ),
            *((f"delivery requested for {self.requested.isoformat()}",) if self.requested else ()),
            *self.notes,
        )


def _per(line: SalesOrderLine) -> str:
    return "" if line.price_per == 1 else f" per {line.price_per:f}"


@dataclass(frozen=True)
class ConfirmOrder:
    """A confirmation to the customer, sent only for an order that was read back from the portal."""

    reference: str  #: the order's idempotency key
    number: str  #: the order's number in the portal
    to: str
    subject: str
    text: str
    message_id: str
    in_reply_to: str | None = None

    @property
    def key(self) -> str:
        """One confirmation per order, ever."""
        return f"confirmation:{self.reference}"

    def sentences(self) -> tuple[str, ...]:
        """The letter as a clerk reads it."""
        return (f"Send the confirmation of order {self.number} to {self.to}", self.subject)


OrderPlan = EnterOrder | ConfirmOrder
