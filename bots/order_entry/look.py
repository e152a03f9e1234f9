"""Gather what the decision needs, and no more: an order that already stands needs no price list and no credit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bots.adapters.workspace import Portal, Workspace
from bots.domain.customer_matching import Unknown
from bots.domain.customers import Article, Customer
from bots.domain.item_matching import candidates, is_called
from bots.domain.orders import Kind, OrderInPortal, PurchaseOrder
from bots.order_entry.confirmation import message_id
from bots.order_entry.draft import draft_order, who_orders
from bots.order_entry.facts import Facts
from bots.order_entry.plan import order_reference
from bots.order_entry.portal import Sought, credit_of, find_orders, find_other_spelling, find_similar, orders_of
from bots.order_entry.price_list import articles_like, find_articles
from bots.order_entry.settings import Settings

NOTHING_TO_LOOK_UP = frozenset({Kind.NOT_AN_ORDER, Kind.UNREADABLE})


def look(order: PurchaseOrder, workspace: Workspace, settings: Settings) -> Facts:
    """See the world for one order. Without a customer there is nothing to ask; without a number, no order to find."""
    facts = Facts(today=workspace.now().date(), customers=tuple(workspace.master.customers()))
    who = who_orders(order, facts.customers, settings)
    if order.kind in NOTHING_TO_LOOK_UP or isinstance(who, Unknown):
        return facts
    if not order.po_number:
        return replace(facts, articles=_articles(order, who.customer, facts, workspace))
    reference = order_reference(who.customer.number, order.po_number, order.revision)
    sought = Sought(who.customer, order.po_number, reference, facts.customers)
    facts = _look_up(order, sought, facts, workspace, settings)
    if not facts.standing:
        return facts
    return replace(facts, confirmed=settings.confirm and workspace.outbox.sent(message_id(reference, settings.domain)))


def _look_up(order: PurchaseOrder, sought: Sought, facts: Facts, workspace: Workspace, settings: Settings) -> Facts:
    """The order if it stands; if not, all that matters before it is entered."""
    portal = workspace.portal
    standing, history = find_orders(portal, sought), None
    if not standing:
        history = orders_of(portal, sought.customer)
        standing = find_other_spelling(portal, sought, history)
    facts = replace(facts, standing=standing)
    facts = replace(facts, articles=_articles(order, sought.customer, facts, workspace))
    if standing:
        return facts
    facts = _before_entry(facts, sought.customer, portal, settings)
    plan = draft_order(order, facts, settings).plan
    if plan is None or not history or not settings.duplicate_days:
        return facts
    since = facts.today - timedelta(days=settings.duplicate_days)
    return replace(facts, similar=find_similar(portal, sought, history, plan.total, since))


def _before_entry(facts: Facts, customer: Customer, portal: Portal, settings: Settings) -> Facts:
    """What matters only while the order does not stand: whether the portal can hold its date, and the credit."""
    holds = portal.offers("new_order.requested") and portal.offers("order.requested")
    credit = credit_of(portal, customer.number) if settings.credit_check else None
    return replace(facts, holds_requested=holds, credit=credit)


def _articles(order: PurchaseOrder, customer: Customer, facts: Facts, workspace: Workspace) -> tuple[Article, ...]:
    """The price list for the numbers on the lines; what the standing order shows of an article need not be asked."""
    shown = _as_entered(facts.standing)
    on = order.po_date or facts.today
    numbers = {line: candidates(line, customer, on) for line in order.lines}
    open_lines = [line for line in order.lines if not _known(numbers[line], shown)]
    wanted = dict.fromkeys(number for line in open_lines for number in numbers[line])
    found = _price_list(workspace, tuple(wanted))
    texts = dict.fromkeys(line.description for line in open_lines if not _known(numbers[line], found))
    return (*shown, *found, *(article for text in texts if text for article in articles_like(workspace.portal, text)))


def _price_list(workspace: Workspace, numbers: Sequence[str]) -> tuple[Article, ...]:
    """The articles under these numbers, each asked for once in an attempt: what was entered is held against the prices
    it was decided by."""
    noted: dict[str, tuple[Article, ...]] = workspace.notes.setdefault("price list", {})
    noted |= {number: find_articles(workspace.portal, (number,)) for number in numbers if number not in noted}
    return tuple({article.sku: article for number in numbers for article in noted[number]}.values())


def _known(numbers: Sequence[str], articles: Sequence[Article]) -> bool:
    return any(is_called(article, number) for article in articles for number in numbers)


def _as_entered(standing: Sequence[OrderInPortal]) -> tuple[Article, ...]:
    """The articles of an order at the prices it was entered at, which the list may have left since."""
    lines = {line.sku: line for order in standing for line in order.lines}
    return tuple(
        Article(line.sku, line.description, line.unit, line.unit_price, line.price_per) for line in lines.values()
    )
