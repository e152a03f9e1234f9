"""What must hold before an order may be entered; each function answers with sentences, none when it holds."""

from __future__ import annotations

from datetime import date

from bots.domain.customers import Credit
from bots.domain.orders import OrderInPortal, PurchaseOrder
from bots.order_entry.comparison import same_goods
from bots.order_entry.confirmation import addressee
from bots.order_entry.draft import Draft
from bots.order_entry.facts import Facts
from bots.order_entry.plan import EnterOrder
from bots.order_entry.settings import Settings


def entry_doubts(order: PurchaseOrder, draft: Draft, facts: Facts, settings: Settings) -> tuple[str, ...]:
    """Everything that stands against entering the order now."""
    doubts = [*draft.off_list, *date_doubts(order.need_date, facts)]
    if draft.customer and settings.confirm and addressee(draft.customer, order.envelope) is None:
        doubts.append(
            f"There is no address to confirm to: give {draft.customer.name} ({draft.customer.number}) a contact."
        )
    if draft.plan:
        doubts += repeat_doubts(draft.plan, facts.similar, settings)
    if draft.customer and settings.credit_check:
        doubts += credit_doubts(draft, facts.credit, settings)
    return tuple(doubts)


def date_doubts(requested: date | None, facts: Facts) -> tuple[str, ...]:
    """A requested date must lie ahead, and the portal must be able to hold it."""
    if requested is None:
        return ()
    if requested < facts.today:
        return (f"Delivery is requested for {requested}, which is past (today is {facts.today}): agree on a date.",)
    if not facts.holds_requested:
        return (f"Delivery is requested for {requested}, and the portal's order has no field for it.",)
    return ()


def repeat_doubts(plan: EnterOrder, similar: tuple[OrderInPortal, ...], settings: Settings) -> tuple[str, ...]:
    """The same goods under another number may be one order sent twice."""
    return tuple(
        f"Order {order.number} of this customer under {order.po_number} is for the same articles and quantities and "
        f"less than {settings.duplicate_days} days old: say whether {plan.po_number} is another order."
        for order in similar
        if same_goods(order.lines, plan.lines)
    )


def credit_doubts(draft: Draft, credit: Credit | None, settings: Settings) -> tuple[str, ...]:
    """The customer must not be blocked, and the order must fit under the limit. None: the portal shows no credit."""
    if credit is None or draft.customer is None:
        return ()
    name, currency = f"{draft.customer.name} ({draft.customer.number})", settings.currency
    doubts = [f"{name} is blocked in the portal: release the customer first."] if credit.blocked else []
    total = draft.plan.total if draft.plan else None
    if total is not None and credit.limit is not None and credit.balance + total > credit.limit:
        doubts.append(
            f"{name} owes {credit.balance:f} {currency}; with this order of {total:f} that is "
            f"{credit.balance + total:f}, over the credit limit of {credit.limit:f}."
        )
    return tuple(doubts)


def approvals(plan: EnterOrder, settings: Settings) -> tuple[str, ...]:
    """Why a person must agree to an order that nothing stands against."""
    above = settings.approval_above
    if above is None or plan.total <= above.amount:
        return ()
    return (f"The order is for {plan.total:f} {plan.currency} net, and more than {above} waits for approval.",)
