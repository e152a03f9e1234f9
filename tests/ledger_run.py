"""Orders keyed into SQL-Ledger through the real runner while things go wrong, and the count afterwards.

Sessions are ended by a log-in from elsewhere, the web server is stopped and started, at random moments and right
after a press. At the end the ledger's own database is asked: each order once, each equal to its document.
"""

from __future__ import annotations

import os
import random
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from bots.adapters.browser import BrowserPortal
from bots.adapters.fakes import FakeMailbox, FakeMasterData, FakeOutbox
from bots.adapters.recorded import RecordedWorkspace
from bots.adapters.selector_map import SelectorMap, load_map
from bots.adapters.workspace import BeforePress, Fields, Page, Portal, press_freely
from bots.domain.customers import Customer
from bots.domain.documents import Document, Envelope
from bots.domain.money import cents
from bots.domain.orders import Buyer, Kind, OrderLine, PurchaseOrder
from bots.order_entry import BOT
from bots.order_entry.settings import Settings
from orchestrator.journal import ItemJournal
from orchestrator.runner import Runner
from orchestrator.store.items import Item, State
from orchestrator.store.store import Store, open_store
from tests.browsers import a_browser
from tests.sql_ledger import MAP, Password, SqlLedger, Stored

CUSTOMERS = tuple(
    Customer(number, name, domains=(f"customer{number[-1]}.example",), contact=f"buyer@customer{number[-1]}.example")
    for number, name in (
        ("C-1001", "Acme Industrial Supplies Ltd"), ("C-1002", "Acme Retail Ltd"), ("C-1003", "Müller & Söhne KG"),
        ("C-1004", "Northwind Traders"),
    )
)  # fmt: skip
ITEMS = (("WID-100", "12.50"), ("WID-200", "27.80"), ("BLT-M8", "9.95"), ("SRV-INST", "64.00"), ("FRT-STD", "15.00"))
#: The customers repeat themselves here, as random orders of five items do; that question is asked in other tests.
SETTINGS = Settings(company="O2C Test Trading Ltd", domain="trading.example", currency="GBP", duplicate_days=0)
OPEN = (State.NEW, State.WORKING, State.POSTPONED)
FOR_A_PERSON = (State.FAILED, State.IN_DOUBT)  #: what a person has tried again, once the trouble is understood
MOST_QUESTIONS = 5  #: for one item; who is asked more often gives up


@dataclass(frozen=True)
class Plague:
    """How much goes wrong: a disturbance every so many seconds (from, to; None: never by the clock), the share of
    presses at which the server is killed, and the share of page openings that find the session ended.

    By the clock a slow machine is struck more often for each order, until none gets through.
    """

    every: tuple[float, float] | None
    at_press: float
    at_opening: float = 0


@dataclass
class Trouble:
    """Ends sessions and stops the server, from a thread of its own and whenever a press was just allowed."""

    ledger: SqlLedger
    chance: random.Random
    plague: Plague
    counted: Counter[str] = field(default_factory=Counter)
    over: threading.Event = field(default_factory=threading.Event)
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)
    struck: list[threading.Thread] = field(default_factory=list)

    @contextmanager
    def while_working(self) -> Iterator[None]:
        """Trouble from now on, and none after."""
        clock = [threading.Thread(target=self._now_and_then, args=(self.plague.every,))] if self.plague.every else []
        for one in clock:
            one.start()
        try:
            yield
        finally:
            self.over.set()
            for one in (*clock, *self.struck):
                one.join()

    def at_an_opening(self) -> None:
        """Called before a page is opened: now and then somebody else has logged in meanwhile."""
        if self.chance.random() < self.plague.at_opening:
            self._log_in_elsewhere()

    def at_the_press(self) -> None:
        """Called between the intent and the click: now and then the server dies while it works on the answer."""
        if self.chance.random() < self.plague.at_press:
            delay, pause = self.chance.uniform(0, 0.5), self.chance.uniform(0.1, 2)
            one = threading.Thread(target=self._kill_server, args=(delay, pause, "server killed at a press"))
            self.struck.append(one)
            one.start()

    def _now_and_then(self, every: tuple[float, float]) -> None:
        chance = random.Random(self.chance.random())
        while not self.over.wait(chance.uniform(*every)):
            if chance.random() < 0.6:
                self._log_in_elsewhere()
            else:
                self._kill_server(0, chance.uniform(0.1, 4), "server restarted")

    def _log_in_elsewhere(self) -> None:
        with self.one_at_a_time:
            self.ledger.log_in_elsewhere()
            self.counted["session ended"] += 1

    def _kill_server(self, delay: float, pause: float, what: str) -> None:
        time.sleep(delay)
        with self.one_at_a_time:
            self.ledger.stop()
            time.sleep(pause)
            self.ledger.start()
            self.counted[what] += 1


@dataclass(frozen=True)
class StruckPage:
    """A page as the bot knows it, with trouble between the intent and the press."""

    page: Page
    trouble: Trouble

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    def commit(self, element: str, before_press: BeforePress = press_freely) -> None:
        def then_trouble(fields: Fields) -> None:
            before_press(fields)
            self.trouble.at_the_press()

        self.page.commit(element, then_trouble)


@dataclass(frozen=True)
class StruckPortal:
    """A portal whose pages are struck."""

    portal: Portal
    trouble: Trouble

    def __getattr__(self, name: str) -> Any:
        return getattr(self.portal, name)

    def open(self, page: str, **parameters: str) -> StruckPage:
        self.trouble.at_an_opening()
        return StruckPage(self.portal.open(page, **parameters), self.trouble)


@dataclass(frozen=True)
class Workspace:
    """The real portal between a mailbox and an outbox that are not."""

    portal: StruckPortal
    outbox: FakeOutbox
    mailbox: FakeMailbox = field(default_factory=FakeMailbox)
    master: FakeMasterData = field(default_factory=lambda: FakeMasterData(CUSTOMERS))

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True)
class Outcome:
    """What the run left behind."""

    documents: tuple[PurchaseOrder, ...]
    stored: tuple[Stored, ...]
    items: tuple[Item, ...]
    letters: int
    attempts: int
    refuted: int
    asked: tuple[str, ...]  #: why a person had to have an item tried again
    audit_ok: bool
    troubles: Counter[str]
    seconds: float

    @property
    def equal(self) -> int:
        """Documents whose order stands in the database once and is the same to the last figure."""
        standing = Counter(_content_stored(order) for order in self.stored)
        return sum(standing[_content_wanted(order)] == 1 for order in self.documents)

    @property
    def twice(self) -> list[str]:
        """PO numbers that stand in the database more than once."""
        count = Counter(order.po_number for order in self.stored)
        return [number for number, times in count.items() if times > 1]

    @property
    def states(self) -> dict[str, int]:
        return dict(Counter(item.state.value for item in self.items))

    @property
    def unsettled(self) -> list[str]:
        """Why each item that was not posted was not."""
        return [f"{item.state.value}: {' '.join(item.reasons)}" for item in self.items if item.state != State.POSTED]


def key_orders(ledger: SqlLedger, count: int, seed: int, plague: Plague, hurry: timedelta | None = None) -> Outcome:
    """Key so many random orders while the plague is on.

    `hurry` stands for the map's time until a search is proof, and is the longest that anything is put off.
    """
    chance = random.Random(seed)
    documents = random_orders(count, chance, prefix=uuid4().hex[:6])
    found = load_map(MAP)
    selector_map = found.model_copy(update={"search_is_proof_after": hurry}) if hurry else found
    trouble = Trouble(ledger, random.Random(chance.random()), plague)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = open_store(f"sqlite:///{folder}/o2c.sqlite3", Path(folder))
        try:
            return _work_through(store, ledger, selector_map, documents, trouble, hurry or timedelta.max)
        finally:
            store.close()


def random_orders(count: int, chance: random.Random, prefix: str) -> tuple[PurchaseOrder, ...]:
    """Orders of one to four lines, as a reader would hand them over."""
    return tuple(_random_order(f"PO-{prefix}-{number:04}", chance) for number in range(1, count + 1))


def _random_order(po_number: str, chance: random.Random) -> PurchaseOrder:
    customer = chance.choice(CUSTOMERS)
    lines = tuple(
        _line(place, item, price, chance)
        for place, (item, price) in enumerate(chance.sample(ITEMS, chance.randint(1, 4)), start=1)
    )
    net = sum((line.amount for line in lines if line.amount), Decimal(0))
    sender, domain = customer.contact, customer.domains[0]
    return PurchaseOrder(
        Kind.ORDER, "it is headed Purchase Order", Buyer(name=customer.name, number=customer.number),
        po_number=po_number, po_date=datetime.now(UTC).date(), currency="GBP", net_total=net, total=net, lines=lines,
        need_date=datetime.now(UTC).date() + timedelta(days=chance.randint(5, 90)) if chance.random() < 0.7 else None,
        envelope=Envelope("orders", "INBOX", 1, 1, f"<{po_number}@{domain}>", sender, None, domain, po_number,
                          datetime.now(UTC)),
    )  # fmt: skip


def _line(place: int, item: str, price: str, chance: random.Random) -> OrderLine:
    quantity = Decimal(chance.randint(1, 3000))
    if item == "SRV-INST" and chance.random() < 0.5:
        quantity += Decimal("0.5")  # half an hour; nobody orders half a widget
    return OrderLine(place, sku=item, qty=quantity, unit_price=Decimal(price), amount=cents(quantity * Decimal(price)))


def _work_through(
    store: Store, ledger: SqlLedger, selector_map: SelectorMap, documents: tuple[PurchaseOrder, ...],
    trouble: Trouble, longest: timedelta,
) -> Outcome:  # fmt: skip
    by_item = {_receive(store, order): order for order in documents}
    outbox, start, attempts, person = FakeOutbox(), time.monotonic(), 0, Person(store, ledger)
    with a_browser() as browser, trouble.while_working():
        account = BrowserPortal(
            "sql_ledger", selector_map, url=ledger.url, user=ledger.user, password=Password(), browser=browser
        )

        @contextmanager
        def workspace(journal: ItemJournal) -> Iterator[RecordedWorkspace]:
            with account.fresh() as portal:
                yield RecordedWorkspace(Workspace(StruckPortal(portal, trouble), outbox), journal)

        with _lease(store) as token:
            runner = Runner(BOT, SETTINGS, store, token, workspace)
            for item in _due(store, person, longest):
                attempts += 1
                runner.work(item.id, item.revision, by_item[item.id])
    numbers = {order.po_number for order in documents}
    return Outcome(
        documents,
        tuple(order for order in ledger.orders() if order.po_number in numbers),
        tuple(store.items.get(item) for item in by_item),
        len(outbox.letters),
        attempts,
        sum(record.action == "intent.refuted" for record in store.audit.list(limit=1_000_000)),
        tuple(person.asked),
        store.audit.verify().ok,
        trouble.counted,
        time.monotonic() - start,
    )


@contextmanager
def _lease(store: Store) -> Iterator[str]:
    """A worker's token, kept alive."""
    token = store.workers.enlist("test", socket.gethostname(), os.getpid(), store.now())
    over = threading.Event()

    def beat() -> None:
        while not over.wait(5):
            store.workers.beat(token)

    thread = threading.Thread(target=beat)
    thread.start()
    try:
        yield token
    finally:
        over.set()
        thread.join()


def _due(store: Store, person: Person, longest: timedelta) -> Iterator[Item]:
    """The next item that may be worked on, waiting for one (never `longest` or more), until none is left open.

    Then a person is asked: the loop looks first, whatever happened before.
    """
    while waiting := store.items.list(BOT.name, OPEN) or person.have_tried_again():
        first = min(waiting, key=lambda item: item.until or item.received_at)
        left = (first.until or store.now()) - store.now()
        time.sleep(max(0.0, min(left, longest).total_seconds()))
        yield first


@dataclass
class Person:
    """Who is asked about what failed or is in doubt: looks into the ledger, then has it tried again."""

    store: Store
    ledger: SqlLedger
    asked: list[str] = field(default_factory=list)
    times: Counter[int] = field(default_factory=Counter)  #: for each item; its revision counts postponements too

    def have_tried_again(self) -> list[Item]:
        """The items that are open again; none when there is nothing to ask, or too much was asked."""
        stopped = self.store.items.list(BOT.name, FOR_A_PERSON)
        return [self._try_again(item) for item in stopped if self.times[item.id] < MOST_QUESTIONS]

    def _try_again(self, item: Item) -> Item:
        self.times[item.id] += 1
        self.asked.append(f"{item.state.value}: {' '.join(item.reasons)}")
        for intent in self.store.intents.open_for(item.id):
            if not self.ledger.orders(item.key):
                self.store.intents.refute(intent.id, "claire", "the ledger has no such order")
        return self.store.items.reopen(item.id, "claire", "looked, and had it tried again")


def _receive(store: Store, order: PurchaseOrder) -> int:
    document = Document(str(order.po_number).encode(), "text/plain", "order.txt", order.envelope)
    item, _ = store.items.receive(BOT.name, str(order.po_number), document, f"test:{order.po_number}")
    return item.id


Content = tuple[str, str, str, date | None, Decimal, tuple[tuple[str, Decimal, Decimal], ...]]


def _content_stored(order: Stored) -> Content:
    return order.po_number, order.customer, order.currency, order.requested, order.net, order.lines


def _content_wanted(order: PurchaseOrder) -> Content:
    lines = tuple((str(line.sku), Decimal(line.qty or 0), Decimal(line.unit_price or 0)) for line in order.lines)
    head = str(order.po_number), str(order.buyer.number), str(order.currency)
    return *head, order.need_date, order.net_total or Decimal(0), lines
