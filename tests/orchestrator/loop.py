"""One order, the fakes and a real store: what the tests of the loop work with."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bots.adapters.fakes import FakeOutbox, FakePortal, FakeWorkspace
from bots.adapters.recorded import RecordedWorkspace
from bots.domain.documents import Document, Envelope
from bots.domain.orders import Buyer, Kind, OrderLine, PurchaseOrder
from bots.order_entry import BOT
from bots.order_entry.settings import Settings
from orchestrator.demo import world
from orchestrator.journal import ItemJournal
from orchestrator.runner import Runner
from orchestrator.store.items import Item
from orchestrator.store.store import Store, open_store

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))
SETTINGS = Settings(company=world.COMPANY, domain=world.COMPANY_DOMAIN)
ENVELOPE = Envelope(
    "orders", "INBOX", 1, 7, "<1@ateliers-morel.example>", "achats@ateliers-morel.example", None,
    "ateliers-morel.example", "Commande PO-1001", NOW,
)  # fmt: skip
ORDER = PurchaseOrder(
    Kind.ORDER,
    "it is headed Commande",
    Buyer(vat="FR64482103371", name="Ateliers Morel SA"),
    po_number="PO-1001",
    po_date=date(2026, 3, 1),
    need_date=date(2026, 3, 20),
    currency="EUR",
    net_total=Decimal("78.80"),
    total=Decimal("78.80"),
    lines=(
        OrderLine(1, buyer_item="ROUL-6204", qty=Decimal(4), uom="EA", unit_price=Decimal("4.80"),
                  amount=Decimal("19.20")),
        OrderLine(2, buyer_item="COURR-12", qty=Decimal(4), uom="EA", unit_price=Decimal("14.90"),
                  amount=Decimal("59.60")),
    ),
    envelope=ENVELOPE,
)  # fmt: skip


@dataclass
class House:
    """A store on disk and a world in memory: the store can be left in the middle, the world stays as it is."""

    store: Store
    portal: FakePortal = field(
        default_factory=lambda: FakePortal(articles=world.ARTICLES, credit=world.CREDIT, today=NOW.date())
    )
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    settings: Settings = SETTINGS
    bot: Any = BOT

    def receive(self, content: bytes = b"%PDF order", key: str = "k1") -> Item:
        """A work item, as if its mail had just been collected."""
        document = Document(content, "application/pdf", "order.pdf", ENVELOPE)
        return self.store.items.receive("order_entry", key, document, "imap:orders/INBOX/1/7")[0]

    def worker(self) -> str:
        """A lease of this process."""
        return self.store.workers.enlist("test", socket.gethostname(), os.getpid(), self.store.now())

    def runner(self, worker: str | None = None) -> Runner:
        """The loop, ready to work."""
        return Runner(self.bot, self.settings, self.store, worker or self.worker(), self._workspace)

    def work(self, item: Item, order: PurchaseOrder = ORDER) -> Item:
        """One attempt at the item as it stands now, by a new worker."""
        return self.runner().work(item.id, self.store.items.get(item.id).revision, order)

    @contextmanager
    def _workspace(self, journal: ItemJournal) -> Iterator[RecordedWorkspace]:
        world_now = FakeWorkspace(NOW, world.CUSTOMERS, portal=self.portal, outbox=self.outbox)
        yield RecordedWorkspace(world_now, journal)


@contextmanager
def house(folder: Path, **options: Any) -> Iterator[House]:
    """A house in a folder of its own."""
    store = open_store(f"sqlite:///{folder}/o2c.sqlite3", folder)
    try:
        yield House(store, **options)
    finally:
        store.close()
