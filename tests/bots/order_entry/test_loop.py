"""Look, decide, act, look again, as the runner does, over the fakes."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bots.adapters.fakes import FakePortal, FakeWorkspace
from bots.decision import Decision, Done, Go
from bots.domain.documents import Envelope
from bots.domain.orders import Buyer, Kind, OrderLine, PurchaseOrder
from bots.order_entry import BOT
from bots.order_entry.plan import OrderPlan
from bots.order_entry.settings import Settings
from orchestrator.demo import world

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))
SETTINGS = Settings(company=world.COMPANY, domain=world.COMPANY_DOMAIN)
MAIL = Envelope(
    "orders", "INBOX", 1, 7, "<order-1@ateliers-morel.example>", "achats@ateliers-morel.example", None,
    "ateliers-morel.example", "Commande", NOW,
)  # fmt: skip
ORDER = PurchaseOrder(
    Kind.ORDER,
    "it is headed Commande",
    Buyer(vat="FR64482103371", name="Ateliers Morel SA"),
    po_number="PO-1001",
    po_date=date(2026, 3, 1),
    need_date=date(2026, 3, 20),
    currency="EUR",
    net_total=Decimal("1003.80"),
    lines=(
        OrderLine(1, buyer_item="ROUL-6204", qty=Decimal(4), uom="pièces", unit_price=Decimal("4.80"),
                  amount=Decimal("19.20")),
        OrderLine(2, gtin="3760012300303", qty=Decimal(5000), uom="EA", unit_price=Decimal("18.50"),
                  price_per=Decimal(100), amount=Decimal("925.00")),
        OrderLine(3, buyer_item="COURR-12", qty=Decimal(4), uom="EA", unit_price=Decimal("14.90"), amount=Decimal("59.60")),
    ),
    envelope=MAIL,
)  # fmt: skip


def workspace() -> FakeWorkspace:
    portal = FakePortal(articles=world.ARTICLES, credit=world.CREDIT, today=NOW.date())
    return FakeWorkspace(NOW, world.CUSTOMERS, portal=portal)


def next_decision(at: FakeWorkspace) -> Decision[OrderPlan]:
    return BOT.decide(ORDER, BOT.look(ORDER, at, SETTINGS), SETTINGS)


def test_an_order_is_entered_then_confirmed_then_done() -> None:
    at = workspace()
    seen = []
    while isinstance(decision := next_decision(at), Go):
        seen.append(decision.plan.key)
        BOT.act(decision.plan, at)
        assert len(seen) < 5
    assert seen == ["order:C-1000:po1001:0", "confirmation:C-1000:po1001:0"]
    assert decision == Done("order 4711")
    assert len(at.portal.orders) == len(at.outbox.letters) == 1
