"""The purchase order in our own terms, as far as it can be said, with every doubt against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.customer_matching import Identified, Unknown, identify
from bots.domain.customers import Customer
from bots.domain.orders import Kind, PurchaseOrder
from bots.domain.senders import sender_doubts
from bots.order_entry.facts import Facts
from bots.order_entry.lines import Keyable, keyable
from bots.order_entry.plan import EnterOrder
from bots.order_entry.settings import Settings


@dataclass(frozen=True)
class Draft:
    """`plan` is None when the order cannot be said in our terms; `doubts` stand against it whatever the portal shows.

    `off_list` are prices that are not the price list's: a reason against entering, none against an order that stands.
    """

    customer: Customer | None
    plan: EnterOrder | None
    doubts: tuple[str, ...]
    off_list: tuple[str, ...] = ()


def who_orders(order: PurchaseOrder, customers: Sequence[Customer], settings: Settings) -> Identified | Unknown:
    """The customer, by the document and its envelope."""
    return identify(order.buyer, order.envelope, customers, settings.domain)


def draft_order(order: PurchaseOrder, facts: Facts, settings: Settings) -> Draft:
    """Say the order in our terms; nothing here depends on what the portal shows beyond its price list."""
    who = who_orders(order, facts.customers, settings)
    doubts = [*order.doubts, *_paper_doubts(order, settings), *_sender_doubts(order, facts, settings)]
    if isinstance(who, Unknown):
        return Draft(None, None, _once([*doubts, *who.reasons]))
    on = order.po_date or facts.today
    lines = [keyable(line, who.customer, on, facts.articles, settings) for line in order.lines]
    plan = _plan(order, who, lines, settings)
    doubts += [doubt for line in lines for doubt in line.doubts]
    doubts += _sum_doubts(order, plan) if plan else []
    return Draft(who.customer, plan, _once(doubts), tuple(line.off_list for line in lines if line.off_list))


def _plan(order: PurchaseOrder, who: Identified, lines: Sequence[Keyable], settings: Settings) -> EnterOrder | None:
    keyed = tuple(line.line for line in lines if line.line)
    if not order.po_number or not keyed or len(keyed) < len(lines):
        return None
    return EnterOrder(
        customer=who.customer.number,
        customer_name=who.customer.name,
        po_number=order.po_number,
        revision=order.revision,
        currency=settings.currency,
        lines=keyed,
        total=sum((line.amount for line in keyed), Decimal(0)),
        requested=order.need_date,
        notes=(who.evidence, *(note for line in lines for note in line.notes)),
    )


def _paper_doubts(order: PurchaseOrder, settings: Settings) -> list[str]:
    """What the paper itself leaves open, whoever sent it."""
    doubts = [*_kind_doubts(order)]
    if not order.po_number:
        doubts.append("The document shows no order number, so it cannot be told from another order: ask the customer.")
    if not order.lines:
        doubts.append("The document shows no order lines: see what is ordered.")
    if order.currency != settings.currency:
        doubts.append(
            f"The order is in {order.currency or 'no currency it names'}, our prices are in {settings.currency}."
        )
    if order.charges:
        doubts.append(f"The order adds charges of {order.charges:f}, and the portal's order has no field for them.")
    return doubts


def _kind_doubts(order: PurchaseOrder) -> list[str]:
    doubts = {
        Kind.REVISION: f"This changes order {order.po_number}: {order.why}",
        Kind.CALL_OFF: f"This draws on a blanket order under the number {order.po_number}: {order.why}",
        Kind.CANCELLATION: f"This cancels order {order.po_number}: {order.why}",
    }
    return [doubts[order.kind]] if order.kind in doubts else []


def _sender_doubts(order: PurchaseOrder, facts: Facts, settings: Settings) -> list[str]:
    doubts = sender_doubts(
        order.envelope, facts.customers, settings.domain, authenticated_only=settings.authenticated_senders_only
    )
    automatic = order.envelope.automatic if order.envelope else None
    return [
        *doubts,
        *([f"A machine wrote the mail ({automatic}), yet it carries what reads as an order."] if automatic else []),
    ]


def _sum_doubts(order: PurchaseOrder, plan: EnterOrder) -> list[str]:
    """The lines as we would key them must lead to the stated total, to the cent."""
    stated = order.net_total
    if stated is None and order.total is not None:
        stated = order.total - (order.tax or 0) - (order.charges or 0)
    if stated is None:
        return ["The document states no total, so that nothing proves the lines complete: check them."]
    if plan.total == stated:
        return []
    return [f"The lines come to {plan.total:f} {plan.currency} net, the document states {stated:f}."]


def _once(doubts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(doubts))
