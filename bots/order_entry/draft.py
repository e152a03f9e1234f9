"""The purchase order in our own terms, as far as it can be said, with every doubt against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.customer_matching import Identified, Unknown, identify
from bots.domain.customers import Customer
from bots.domain.orders import PurchaseOrder
from bots.domain.senders import sender_doubts
from bots.order_entry.facts import Facts
from bots.order_entry.lines import Keyable, LineDoubt, keyable, quantity_doubts
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
    doubts = [*order.doubts, *_paper_doubts(order, settings), *_mail_doubts(order, facts, settings)]
    if isinstance(who, Unknown):
        return Draft(None, None, _once([*doubts, *who.reasons]))
    on = order.po_date or facts.today
    lines = [keyable(line, who.customer, on, facts.articles, settings) for line in order.lines]
    plan = _plan(order, who, lines, settings)
    doubts += _sentences(order, [line.doubts for line in lines])
    doubts += _sum_doubts(order, plan) if plan else []
    return Draft(who.customer, plan, _once(doubts), tuple(_sentences(order, [line.off_list for line in lines])))


def _plan(order: PurchaseOrder, who: Identified, lines: Sequence[Keyable], settings: Settings) -> EnterOrder | None:
    keyed = tuple(line.line for line in lines if line.line)
    if not order.po_number or not keyed or len(keyed) < len(lines):
        return None
    notes = [f"line {one.line.position}: {note}" for one in lines if one.line for note in one.notes]
    return EnterOrder(
        customer=who.customer.number,
        customer_name=who.customer.name,
        po_number=order.po_number,
        revision=order.revision,
        currency=settings.currency,
        lines=keyed,
        total=sum((line.amount for line in keyed), Decimal(0)),
        requested=order.need_date,
        notes=(who.evidence, *notes),
    )


def _paper_doubts(order: PurchaseOrder, settings: Settings) -> list[str]:
    """What the paper itself leaves open, whoever sent it."""
    doubts = _sentences(order, [quantity_doubts(line) for line in order.lines])
    if order.currency and order.currency != settings.currency:
        doubts.append(f"The order is in {order.currency}, and our prices are in {settings.currency}.")
    if order.charges:
        doubts.append(f"The order adds charges of {order.charges:f}, and the portal's order has no field for them.")
    return doubts + ([] if order.doubts else _missing(order))


def _missing(order: PurchaseOrder) -> list[str]:
    """What an order cannot do without. A reader says so itself; this is for one that says nothing."""
    stated = order.net_total is not None or order.total is not None
    missing = (
        (order.po_number, "The document shows no order number, so it cannot be told from another: ask the customer."),
        (order.lines, "The document shows no order lines: see what is ordered."),
        (order.currency, "The order names no currency: ask the customer."),
        (stated, "The document states no total, so nothing proves that its lines are complete: check them."),
    )
    lines = [f"Line {line.position}: no quantity is printed." for line in order.lines if line.qty is None]
    return [sentence for there, sentence in missing if not there] + lines


def _mail_doubts(order: PurchaseOrder, facts: Facts, settings: Settings) -> list[str]:
    """Whether the mail is from whom it says, and was written to order something."""
    doubts = sender_doubts(
        order.envelope, facts.customers, settings.domain, authenticated_only=settings.authenticated_senders_only
    )
    if order.envelope is None or order.envelope.automatic is None:
        return list(doubts)
    return [*doubts, f"A machine wrote the mail ({order.envelope.automatic}), yet it carries what reads as an order."]


def _sum_doubts(order: PurchaseOrder, plan: EnterOrder) -> list[str]:
    """The lines as we would key them must lead to the stated total, to the cent."""
    stated = order.net_total
    if stated is None and order.total is not None:
        stated = order.total - (order.tax or 0) - (order.charges or 0)
    if stated is None or plan.total == stated:
        return []
    return [f"The lines come to {plan.total:f} {plan.currency} net, the document states {stated:f}."]


def _sentences(order: PurchaseOrder, doubts: Iterable[Sequence[LineDoubt]]) -> list[str]:
    """The doubts on each line, in order of the lines, with the line's number and the words they are about."""
    return [
        f"Line {order.lines[place].position}: {doubt.text}{_printed(order, f'lines[{place}].{doubt.about}')}."
        for place, of_line in enumerate(doubts)
        for doubt in of_line
    ]


def _printed(order: PurchaseOrder, path: str) -> str:
    evidence = order.evidence.get(path)
    return f' (printed: "{evidence.text}")' if evidence else ""


def _once(doubts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(doubts))
