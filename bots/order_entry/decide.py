"""What order entry does about a purchase order: enter it, confirm it, call it done, or ask a person."""

from __future__ import annotations

from bots.decision import Decision, Done, Go, Review, Skip
from bots.domain.orders import Kind, PurchaseOrder
from bots.order_entry.comparison import differences
from bots.order_entry.confirmation import confirmation
from bots.order_entry.draft import Draft, draft_order
from bots.order_entry.facts import Facts
from bots.order_entry.gates import approvals, entry_doubts
from bots.order_entry.plan import OrderPlan
from bots.order_entry.settings import Settings


def decide(order: PurchaseOrder, facts: Facts, settings: Settings) -> Decision[OrderPlan]:
    """Pure: the same order, facts and settings always give the same answer, with all doubts together."""
    if order.kind is Kind.NOT_AN_ORDER:
        return Skip(order.why)
    if order.kind is Kind.UNREADABLE:
        return Review((order.why, *order.doubts))
    draft = draft_order(order, facts, settings)
    if facts.standing:
        return _about_standing(order, draft, facts, settings)
    doubts = (*draft.doubts, *entry_doubts(order, draft, facts, settings))
    if doubts or draft.plan is None:
        return Review(doubts)
    return Go(draft.plan, approvals(draft.plan, settings))


def _about_standing(order: PurchaseOrder, draft: Draft, facts: Facts, settings: Settings) -> Decision[OrderPlan]:
    """The portal shows the order already: right, and then confirmed, or a person compares."""
    doubts = (*draft.doubts, *_against_standing(draft, facts))
    if doubts or draft.plan is None or draft.customer is None:
        return Review(doubts)
    standing = facts.standing[0]
    if facts.confirmed or not settings.confirm:
        return Done(f"order {standing.number}")
    letter = confirmation(standing, draft.plan, draft.customer, order.envelope, settings)
    if letter is None:
        return Review((f"Order {standing.number} is entered, but nobody is known to confirm to.",))
    return Go(letter, shown=(draft.plan.key,))


def _against_standing(draft: Draft, facts: Facts) -> tuple[str, ...]:
    first, *others = facts.standing
    if others:
        numbers = ", ".join(order.number for order in facts.standing)
        return (f"The portal holds this order {len(facts.standing)} times already ({numbers}): keep one of them.",)
    if draft.plan is None:
        return ()
    return tuple(f"Order {first.number}: {difference}." for difference in differences(first, draft.plan))
