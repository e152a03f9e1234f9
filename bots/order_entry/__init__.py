"""Key e-mailed purchase orders into the order portal, each exactly once, and confirm what was keyed."""

from __future__ import annotations

from collections.abc import Iterable

from bots.adapters.workspace import Letter, Workspace
from bots.bot import Bot
from bots.domain.documents import Arrival, Document
from bots.domain.orders import PurchaseOrder
from bots.order_entry.decide import decide
from bots.order_entry.entering import enter_order
from bots.order_entry.look import look
from bots.order_entry.plan import EnterOrder, OrderPlan
from bots.order_entry.portal import count
from bots.order_entry.settings import Settings


def collect(workspace: Workspace) -> Iterable[Arrival]:
    """Every mail not handled yet."""
    return workspace.mailbox.arrivals()


def read(document: Document) -> PurchaseOrder:
    """The purchase order a document holds. The readers are loaded only when something is read."""
    from bots.order_entry.readers import read_order

    return read_order(document)


def act(plan: OrderPlan, workspace: Workspace) -> None:
    """Key the order, or send the letter: each a point of no return that the workspace guards."""
    if isinstance(plan, EnterOrder):
        enter_order(workspace.portal, plan)
    else:
        workspace.outbox.send(Letter((plan.to,), plan.subject, plan.text, plan.message_id, plan.in_reply_to))


BOT = Bot("order_entry", "order", Settings, collect, read, look, decide, act, count=count)
