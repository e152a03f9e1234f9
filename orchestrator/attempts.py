"""One attempt at one item: its document is read, the item is worked on, both in processes that can be killed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from loguru import logger

from bots.bot import Reading
from bots.errors import ApplicationError, BusinessError, O2CError, StoreError
from orchestrator.isolation import Hands, Overrun
from orchestrator.store.item import Item, OutOfTurn
from orchestrator.store.store import Store

A_MOMENT = 0.5  #: seconds in which a worker learns that it was its own signal that ended a process


class Bench(Protocol):
    """What a worker works with for one bot, made by the assembly."""

    @property
    def reader(self) -> Hands:
        """Answers a Document with its Reading; no network, capped memory."""

    @property
    def hands(self) -> Hands:
        """Answers (item id, revision, reading) by working the item in the portal."""

    def give_up(self, item: Item, reading: Reading | None, failure: O2CError) -> Item:
        """Settle an item whose process could not do it itself."""


@dataclass
class Attempts:
    """What the queue calls for each attempt. `stopping` is set when the worker is told to leave: a process that ends
    after that was ended for it, by us or by the signal to the whole group, and says nothing of the document."""

    store: Store
    bench: Callable[[str], Bench]
    token: str
    reading_seconds: float
    item_seconds: float
    on_settled: Callable[[Item], None] = lambda _item: None
    stopping: threading.Event = field(default_factory=threading.Event)
    _under_way: int = 0

    @property
    def under_way(self) -> bool:
        """Whether an attempt runs now."""
        return self._under_way > 0

    def attempt(self, item_id: int, revision: int) -> str:
        """One attempt, as the queue calls it. Returns the state the item is in afterwards."""
        self._under_way += 1
        try:
            item = self._whole(self.store.items.get(item_id), revision)
        except OutOfTurn as late:
            logger.info("item {} r{}: {}", item_id, revision, late)
            item = self.store.items.get(item_id)
        else:
            self.on_settled(item)
        finally:
            self._under_way -= 1
        return item.state.value

    def _whole(self, item: Item, revision: int) -> Item:
        if item.revision != revision:
            raise OutOfTurn(f"revision {revision} is over, the item is at {item.revision}: nothing to do")
        pause = self.store.pauses.all().get(item.bot)
        if pause is not None:
            return self.store.backlog.hand_back(item.id, revision, self.token, pause.sentence())
        try:
            reading = self._read(item)
        except (StoreError, OutOfTurn):
            raise
        except O2CError as failure:
            advice = f"{failure}; open the original and decide what to do with it"
            return self._given_up(item, None, BusinessError(advice), isinstance(failure, Overrun))
        return self._work(item, reading)

    def _read(self, item: Item) -> Reading:
        name = item.filename or "the mail"
        reader = self.bench(item.bot).reader
        reading: Reading = reader.ask(self.store.items.document(item), self.reading_seconds, f"reading {name}")
        return reading

    def _work(self, item: Item, reading: Reading) -> Item:
        request = (item.id, item.revision, reading)
        try:
            self.bench(item.bot).hands.ask(request, self.item_seconds, f"working on item {item.id}")
        except Overrun as overrun:
            return self._given_up(item, reading, ApplicationError(str(overrun)), True)
        return self.store.items.get(item.id)

    def _given_up(self, item: Item, reading: Reading | None, failure: O2CError, ended: bool) -> Item:
        """Settle what failed; hand back what was `ended` with its process because this worker leaves."""
        if ended and self.stopping.wait(A_MOMENT):
            return self.store.backlog.hand_back(item.id, item.revision, self.token, "its worker was stopped")
        return self.bench(item.bot).give_up(item, reading, failure)


@dataclass
class Benches:
    """The benches of one line, each made when its bot first has work. Closed together."""

    make: Callable[[str], Bench]
    _made: dict[str, Bench] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, bot: str) -> Bench:
        """The bench of a bot, its processes already starting."""
        with self._turn:
            if bot not in self._made:
                self._made[bot] = self.make(bot)
                self._made[bot].reader.warm()
                self._made[bot].hands.warm()
            return self._made[bot]

    @property
    def all(self) -> Mapping[str, Bench]:
        """Those that were made."""
        return dict(self._made)

    def keep_alive(self) -> None:
        """Tell every process that its worker's lease holds."""
        for bench in self.all.values():
            bench.reader.keep_alive()
            bench.hands.keep_alive()

    def stop(self) -> None:
        """End every process whatever it does."""
        for bench in self.all.values():
            bench.reader.stop()
            bench.hands.stop()

    def close(self) -> None:
        """End every process; nothing is being worked on."""
        with self._turn:
            for bench in self._made.values():
                bench.reader.close()
                bench.hands.close()
            self._made.clear()
