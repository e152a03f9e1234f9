"""What order entry does about a purchase order: enter it, confirm it, call it done, or ask a person."""

from __future__ import annotations

from bots.decision import Decision, Done, Go, Review, Skip
from bots.domain.customers import Customer
from bots.domain.orders import Kind, PurchaseOrder
from bots.order_entry.confirmation import confirmation
from bots.order_entry.draft import draft_order
from bots.order_entry.facts import Facts
from bots.order_entry.gates import approvals, entry_doubts
from bots.order_entry.plan import EnterOrder, OrderPlan
from bots.order_entry.settings import Settings
from bots.order_entry.standing import kind_doubts, standing_doubts


def decide(order: PurchaseOrder, facts: Facts, settings: Settings) -> Decision[OrderPlan]:
    """Pure: the same order, facts and settings always give the same answer, with all doubts together."""
    if order.kind is Kind.NOT_AN_ORDER:
        return Skip(order.why)
    if order.kind is Kind.UNREADABLE:
        return Review((order.why, *order.doubts))
    draft = draft_order(order, facts, settings)
    doubts = [*kind_doubts(order, facts), *draft.doubts, *standing_doubts(order, draft, facts)]
    if not facts.standing:
        doubts += entry_doubts(order, draft, facts, settings)
    if doubts or draft.plan is None or draft.customer is None:
        return Review(tuple(doubts))
    if facts.standing:
        return _after_entry(order, draft.plan, draft.customer, facts, settings)
    return Go(draft.plan, approvals(draft.plan, settings))


def _after_entry(
    order: PurchaseOrder, plan: EnterOrder, customer: Customer, facts: Facts, settings: Settings
) -> Decision[OrderPlan]:
    """The portal shows the order, and rightly: what is left is to tell the customer."""
    standing = facts.standing[0]
    if facts.confirmed or not settings.confirm:
        return Done(f"order {standing.number}")
    letter = confirmation(standing, plan, customer, order.envelope, settings)
    if letter is None:
        return Review((f"Order {standing.number} is entered, but nobody is known to confirm it to.",))
    return Go(letter, shown=(plan.key,))
