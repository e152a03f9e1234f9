"""Gather what the decision needs, and no more: an order that already stands needs no price list and no credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bots.adapters.workspace import Portal, Workspace
from bots.domain.customer_matching import Unknown
from bots.domain.customers import Article, Customer
from bots.domain.item_matching import candidates, same_item
from bots.domain.orders import Kind, OrderInPortal, PurchaseOrder
from bots.order_entry.confirmation import message_id
from bots.order_entry.draft import draft_order, who_orders
from bots.order_entry.facts import Facts
from bots.order_entry.plan import order_reference
from bots.order_entry.portal import credit_of, find_articles, find_orders, find_similar
from bots.order_entry.settings import Settings

NOTHING_TO_LOOK_UP = frozenset({Kind.NOT_AN_ORDER, Kind.UNREADABLE})


def look(order: PurchaseOrder, workspace: Workspace, settings: Settings) -> Facts:
    """See the world for one order. Without a customer or an order number there is nothing to search the portal for."""
    facts = Facts(today=workspace.now().date(), customers=tuple(workspace.master.customers()))
    who = who_orders(order, facts.customers, settings)
    if order.kind in NOTHING_TO_LOOK_UP or isinstance(who, Unknown) or not order.po_number:
        return facts
    reference = order_reference(who.customer.number, order.po_number, order.revision)
    standing = find_orders(workspace.portal, who.customer, order.po_number, reference)
    facts = replace(
        facts, standing=standing, articles=_articles(order, who.customer, standing, facts, workspace.portal)
    )
    if standing:
        sent = settings.confirm and workspace.outbox.sent(message_id(reference, settings.domain))
        return replace(facts, confirmed=sent)
    return _before_entry(order, who.customer, facts, workspace.portal, settings)


def _before_entry(order: PurchaseOrder, customer: Customer, facts: Facts, portal: Portal, settings: Settings) -> Facts:
    facts = replace(facts, holds_requested=portal.offers("new_order.requested"))
    if settings.credit_check:
        facts = replace(facts, credit=credit_of(portal, customer.number))
    plan = draft_order(order, facts, settings).plan
    if plan is None or not settings.duplicate_days:
        return facts
    since = facts.today - timedelta(days=settings.duplicate_days)
    return replace(facts, similar=find_similar(portal, customer, plan.po_number, plan.total, since))


def _articles(
    order: PurchaseOrder, customer: Customer, standing: tuple[OrderInPortal, ...], facts: Facts, portal: Portal
) -> tuple[Article, ...]:
    """The price list for the numbers on the lines; what the standing order shows of an article need not be asked."""
    shown = _as_entered(standing)
    on = order.po_date or facts.today
    known = {same_item(article.sku) for article in shown}
    wanted = [
        number
        for numbers in (candidates(line, customer, on) for line in order.lines)
        if not known & {same_item(number) for number in numbers}
        for number in numbers
    ]
    return (*shown, *find_articles(portal, list(dict.fromkeys(wanted))))


def _as_entered(standing: tuple[OrderInPortal, ...]) -> tuple[Article, ...]:
    """The articles of an order at the prices it was entered at, which the list may have left since."""
    return tuple(
        {
            line.sku: Article(line.sku, line.description, line.unit, line.unit_price, line.price_per)
            for order in standing
            for line in order.lines
        }.values()
    )
