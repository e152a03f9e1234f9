"""What the orders that already stand in the portal say about the document in hand."""

from __future__ import annotations

from bots.domain.orders import Kind, OrderInPortal, PurchaseOrder
from bots.order_entry.comparison import differences
from bots.order_entry.draft import Draft
from bots.order_entry.facts import Facts

#: Kinds that a person handles, and what to tell them first.
CHANGES = {
    Kind.REVISION: "This document changes order {number} ({why})",
    Kind.CALL_OFF: "This document draws on a blanket order under the number {number} ({why})",
    Kind.CANCELLATION: "This document cancels order {number} ({why})",
}


def kind_doubts(order: PurchaseOrder, facts: Facts) -> tuple[str, ...]:
    """A document that changes an order is for a person, who is told what stands."""
    if order.kind not in CHANGES:
        return ()
    says = CHANGES[order.kind].format(number=order.po_number or "without a number", why=order.why.rstrip("."))
    numbers = ", ".join(standing.number for standing in facts.standing)
    shown = f"the portal shows it as order {numbers}" if numbers else "the portal shows no such order"
    return (f"{says}; {shown}.",)


def standing_doubts(order: PurchaseOrder, draft: Draft, facts: Facts) -> tuple[str, ...]:
    """Why what stands is not simply this order: it stands more than once, or with other content."""
    if order.kind in {Kind.CALL_OFF, Kind.CANCELLATION}:
        return ()
    if len(facts.standing) > 1:
        numbers = ", ".join(standing.number for standing in facts.standing)
        return (f"The portal holds order {order.po_number} {len(facts.standing)} times ({numbers}): keep one of them.",)
    return tuple(difference for standing in facts.standing for difference in _differs(standing, draft))


def _differs(standing: OrderInPortal, draft: Draft) -> tuple[str, ...]:
    if draft.plan is None:
        return ()
    return tuple(f"Order {standing.number}, {difference}." for difference in differences(standing, draft.plan))
