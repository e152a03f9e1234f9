"""One worker: takes attempts from the queue, has documents read and items worked on in processes it can kill.

It holds the lease that the items' intents are checked against, and takes over what a dead worker left behind.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from loguru import logger

from bots.bot import Reading
from bots.domain.documents import Document
from bots.errors import ApplicationError, BusinessError, O2CError, StoreError
from orchestrator.engine import Engine, Ticket
from orchestrator.isolation import Hands, Overrun
from orchestrator.store import processes
from orchestrator.store.items import Item, OutOfTurn, State
from orchestrator.store.store import Store

HEARTBEAT = timedelta(seconds=5)


class Bench(Protocol):
    """What a worker works with for one bot, made by the assembly."""

    @property
    def login(self) -> str:
        """`portal/user`: items with the same log-in run one after another."""

    @property
    def reader(self) -> Hands:
        """Answers a Document with its Reading; no network, capped memory."""

    @property
    def hands(self) -> Hands:
        """Answers (item id, revision, reading) by working the item in the portal."""

    def give_up(self, item: Item, reading: Reading | None, failure: O2CError) -> Item:
        """Settle an item whose process could not do it itself."""


@dataclass
class Worker:
    """Works the queue while `running()`; see the module's docstring."""

    store: Store
    database: str
    benches: Mapping[str, Bench]
    token: str
    reading_seconds: float
    item_seconds: float
    on_settled: Callable[[Item], None]
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)
    engine: Engine = field(init=False)

    def __post_init__(self) -> None:
        self.engine = Engine(self.database, self.token, self.attempt, self.follow)

    def start(self) -> None:
        """Launch the queue, take over from dead workers, begin to beat."""
        for bench in self.benches.values():
            bench.reader.warm()
            bench.hands.warm()
        self.engine.start()
        self._take_over()
        beat = threading.Thread(target=self._beat, name="lease", daemon=True)
        beat.start()
        self._threads.append(beat)

    def stop(self) -> None:
        """Let what runs end, hand back the lease, end the processes."""
        self._stop.set()
        self.engine.stop()
        for bench in self.benches.values():
            bench.reader.close()
            bench.hands.close()
        self.store.workers.retire(self.token)

    def submit_all(self) -> int:
        """Hand every item that waits for a machine to the queue; those handed in already stay as they are."""
        due = [item for bot in self.benches for item in self.store.items.list(bot, (State.NEW, State.POSTPONED))]
        for item in due:
            self.submit(item)
        return len(due)

    def submit(self, item: Item) -> None:
        """Hand one item to the queue, now or when it is due."""
        self.engine.submit(self._ticket(item))

    def follow(self, item_id: int) -> Ticket | None:
        """What the queue is handed after an attempt: the item again if it was postponed."""
        item = self.store.items.get(item_id)
        return self._ticket(item) if item.state in (State.NEW, State.POSTPONED) else None

    def _ticket(self, item: Item) -> Ticket:
        wait = (item.until - self.store.now()) if item.until else timedelta(0)
        login = self.benches[item.bot].login
        name = f"{item.bot}:{item.key}:r{item.revision}"
        return Ticket(name, item.id, item.revision, login, max(wait, timedelta(0)))

    def attempt(self, item_id: int, revision: int) -> str:
        """One attempt, as the queue calls it: read and work."""
        try:
            item = self._attempt(self.store.items.get(item_id), revision)
        except OutOfTurn as late:
            logger.info("item {} r{}: {}", item_id, revision, late)
            item = self.store.items.get(item_id)
        else:
            self.on_settled(item)
        return item.state.value

    def _attempt(self, item: Item, revision: int) -> Item:
        if item.revision != revision:
            raise OutOfTurn(f"revision {revision} is over, the item is at {item.revision}: nothing to do")
        bench = self.benches[item.bot]
        try:
            reading = self._read(item, bench)
        except (StoreError, OutOfTurn):
            raise
        except O2CError as failure:
            advice = f"{failure}; open the original and decide what to do with it"
            return bench.give_up(item, None, BusinessError(advice))
        return self._work(item, reading, bench)

    def _work(self, item: Item, reading: Reading, bench: Bench) -> Item:
        what = f"working on item {item.id}"
        try:
            bench.hands.ask((item.id, item.revision, reading), self.item_seconds, what)
        except Overrun as overrun:
            return bench.give_up(item, reading, ApplicationError(str(overrun)))
        return self.store.items.get(item.id)

    def _read(self, item: Item, bench: Bench) -> Reading:
        content = self.store.evidence.read(item.document)
        document = Document(content, item.media_type, item.filename, item.envelope, item.trouble)
        name = item.filename or "the mail"
        reading: Reading = bench.reader.ask(document, self.reading_seconds, f"reading {name}")
        return reading

    def _take_over(self) -> None:
        dead = self.store.workers.dead()
        self.engine.recover([worker.token for worker in dead])
        for worker in dead:
            self.store.workers.retire(worker.token)

    def _beat(self) -> None:
        while not self._stop.wait(HEARTBEAT.total_seconds()):
            try:
                if not self.store.workers.beat(self.token):
                    logger.error("this worker's lease has lapsed; it posts nothing more: start it again")
                self._take_over()
            except O2CError as failure:
                logger.error("the lease could not be renewed: {}", failure)


def enlist(store: Store, name: str) -> str:
    """Take a lease for this process and return its token."""
    pid = os.getpid()
    return store.workers.enlist(name, socket.gethostname(), pid, processes.began(pid) or store.now())
