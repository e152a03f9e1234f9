"""One order of the demo's world in every form it passes through, for the tables of tests beside this file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bots.domain.documents import Envelope
from bots.domain.orders import Buyer, Kind, OrderInPortal, OrderLine, PurchaseOrder
from bots.order_entry.draft import draft_order
from bots.order_entry.facts import Facts
from bots.order_entry.plan import EnterOrder
from bots.order_entry.settings import Settings
from orchestrator.demo import world

D = Decimal
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))
TODAY = NOW.date()
SETTINGS = Settings(company=world.COMPANY, domain=world.COMPANY_DOMAIN)
MAIL = Envelope(
    mailbox="orders",
    folder="INBOX",
    uidvalidity=1,
    uid=7,
    message_id="<order-1@ateliers-morel.example>",
    sender="achats@ateliers-morel.example",
    sender_name="Service achats",
    authenticated="ateliers-morel.example",
    subject="Commande PO-1001",
    received=NOW,
)
ORDER = PurchaseOrder(
    kind=Kind.ORDER,
    why="it is headed Commande",
    buyer=Buyer(name="Ateliers Morel SA", vat="FR64482103371"),
    po_number="PO-1001",
    po_date=date(2026, 3, 1),
    need_date=date(2026, 3, 20),
    currency="EUR",
    net_total=D("1003.80"),
    tax=D("200.76"),
    total=D("1204.56"),
    lines=(
        OrderLine(1, buyer_item="ROUL-6204", qty=D(4), uom="pièces", unit_price=D("4.80"), amount=D("19.20")),
        OrderLine(
            2, gtin="3760012300303", qty=D(5000), uom="EA", unit_price=D("18.50"), price_per=D(100), amount=D("925.00")
        ),
        OrderLine(3, buyer_item="COURR-12", qty=D(4), uom="U", unit_price=D("14.90"), amount=D("59.60")),
    ),
    envelope=MAIL,
)
FACTS = Facts(
    today=TODAY, customers=world.CUSTOMERS, articles=world.ARTICLES, credit=world.CREDIT["C-1000"], holds_requested=True
)


def planned(order: PurchaseOrder = ORDER, facts: Facts = FACTS, settings: Settings = SETTINGS) -> EnterOrder:
    """The order as it would be keyed."""
    plan = draft_order(order, facts, settings).plan
    assert plan is not None
    return plan


PLAN = planned()
STANDING = OrderInPortal("4711", "C-1000", "PO-1001", PLAN.reference, PLAN.total, PLAN.lines, PLAN.requested)


def with_line(number: int, **changes: object) -> PurchaseOrder:
    """The order with one line changed; its totals are left as they are."""
    lines = list(ORDER.lines)
    lines[number - 1] = replace(lines[number - 1], **changes)  # type: ignore[arg-type]
    return replace(ORDER, lines=tuple(lines))


def of_one(line: OrderLine, net_total: str, **changes: object) -> PurchaseOrder:
    """An order of this one line."""
    return replace(ORDER, lines=(line,), net_total=D(net_total), tax=None, total=None, **changes)  # type: ignore[arg-type]


def from_customer(number: str, order: PurchaseOrder = ORDER) -> PurchaseOrder:
    """The order as another customer would send it: by customer number, from their own domain."""
    customer = next(one for one in world.CUSTOMERS if one.number == number)
    sender = f"x@{customer.domains[0]}"
    envelope = replace(MAIL, sender=sender, authenticated=customer.domains[0])
    return replace(order, buyer=Buyer(number=number), envelope=envelope)
