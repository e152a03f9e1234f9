"""A bank statement of two payments, a portal in memory and a real store: what tests of cash in the loop work with."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from bots.adapters.fakes import FakePortal, FakeWorkspace
from bots.adapters.recorded import RecordedWorkspace
from bots.domain.allocation import Allocation, Basis, Match, Proposal
from bots.domain.bank import BankFile, BankLine, Statement
from bots.domain.documents import Document
from bots.domain.ledger_documents import LINE
from bots.domain.receivables import OpenItem
from bots.remittance_reader import BOT
from bots.remittance_reader.reading import BankFileRead, CashReading
from bots.remittance_reader.settings import Settings
from orchestrator.demo import world
from orchestrator.intake import collect
from orchestrator.journal import ItemJournal
from orchestrator.runner import Runner
from orchestrator.store.items import OPEN, Item
from orchestrator.store.store import Store, open_store

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))
TODAY = NOW.date()
ACCOUNT = "FR7630006000011234567890189"
FILE = Document(b"a bank statement", "application/xml", "camt.xml")
MOST_ATTEMPTS = 20


def paid(amount: str, invoice: str, name: str) -> BankLine:
    """A payment of one invoice."""
    return BankLine(
        Decimal(amount), "EUR", TODAY, TODAY, f"E-{invoice}", payer_name=name, text=(f"FACTURE {invoice}",)
    )  # fmt: skip


MONEY = (paid("525.17", "F2604102", "ATELIERS MOREL"), paid("268.80", "F2604142", "TALLERES IBARRA"))
READ = BankFileRead(FILE.sha256, BankFile((Statement(ACCOUNT, "EUR", MONEY),)))
READ_ONE = BankFileRead(FILE.sha256, BankFile((Statement(ACCOUNT, "EUR", MONEY[:1]),)))
INVOICES = tuple(
    OpenItem(number, customer, date(2026, 1, 5), date(2026, 2, 4), Decimal(owed), Decimal(owed), "EUR")
    for number, customer, owed in (("F2604102", "C-1000", "525.17"), ("F2604142", "C-1004", "268.80"))
)


def by_reference(payment, book, policy) -> Match:
    """Stands in for matching: the open item the payment names, whoever paid."""
    named = [item for item in book.items if any(item.number in text for text in payment.line.text)]
    allocations = tuple(Allocation(item.number, item.customer, item.balance, Basis.EXACT) for item in named)
    payer = named[0].customer if named else None
    left = payment.line.amount - sum((one.paid for one in allocations), Decimal(0))
    return Match((Proposal(payer, allocations, left),), () if named else ("nothing is named",))


@dataclass
class Till:
    """A store on disk and a portal in memory: the store can be left in the middle, the portal stays as it is."""

    store: Store
    portal: FakePortal = field(default_factory=lambda: FakePortal(invoices=list(INVOICES), today=TODAY))
    settings: Settings = field(default_factory=Settings)
    read: BankFileRead = READ

    def receive(self) -> Item:
        """The statement's work item, as if it had just been collected."""
        return self.store.items.receive(BOT.name, FILE.sha256, FILE, "folder:bank/camt.xml")[0]

    def worker(self) -> str:
        """A lease of this process."""
        return self.store.workers.enlist("test", socket.gethostname(), os.getpid(), self.store.now())

    def work(self) -> None:
        """Collect what our book holds, and work until nothing is left for a machine."""
        worker = self.worker()
        journal = ItemJournal(self.store, f"{BOT.name}@{worker}", worker)
        with self._workspace(journal) as workspace:
            collect(BOT, workspace, self.store, journal)
        runner = Runner(BOT, self.settings, self.store, worker, self._workspace)
        for _ in range(MOST_ATTEMPTS):
            due = self.store.items.list(BOT.name, OPEN)
            if not due:
                return
            runner.work(due[0].id, due[0].revision, self.reading(due[0]))

    def reading(self, item: Item) -> CashReading:
        """What the item's document holds."""
        return BOT.read(self.store.items.document(item)) if item.media_type == LINE else self.read

    def lines(self) -> tuple[Item, ...]:
        """The items of the statement's payments."""
        return tuple(item for item in self.store.items.list(BOT.name) if item.media_type == LINE)

    @contextmanager
    def _workspace(self, journal: ItemJournal) -> Iterator[RecordedWorkspace]:
        customers = [replace(one, cross_references=(), units=()) for one in world.CUSTOMERS]
        workspace = FakeWorkspace(NOW, customers, portal=self.portal)
        workspace.ledger = self.store.ledger
        yield RecordedWorkspace(workspace, journal)


@contextmanager
def till(folder: Path, read: BankFileRead = READ, **manners: object) -> Iterator[Till]:
    """A till in a folder of its own, its portal with these manners."""
    store = open_store(f"sqlite:///{folder}/o2c.sqlite3", folder)
    try:
        opened = Till(store, read=read)
        for name, value in manners.items():
            setattr(opened.portal, name, value)
        yield opened
    finally:
        store.close()
