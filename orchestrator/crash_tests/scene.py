"""One bot, one document, a world in memory and a clock that stands still: what is played again for every kill."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import time_machine

from bots.adapters.fakes import FakeWorkspace
from bots.adapters.recorded import RecordedWorkspace
from bots.adapters.sniff import media_type
from bots.bot import Reading
from bots.domain.documents import Arrival, Document
from bots.errors import BusinessError, O2CError
from orchestrator.intake import collect
from orchestrator.journal import ItemJournal
from orchestrator.registry import AnyBot
from orchestrator.runner import Runner
from orchestrator.store.items import OPEN, Item
from orchestrator.store.store import Store

MOST_ROUNDS = 20  #: attempts after which an item that still is not settled is reported as it stands
MakeWorld = Callable[[], FakeWorkspace]


@dataclass(frozen=True)
class Scene:
    """What is played: a bot with its settings, the world it finds, and the document that lies in its mailbox.

    `document` None: what the world's own mailbox holds. Reading is pure, so each document is read once for all kills.
    """

    bot: AnyBot
    settings: Any
    make_world: MakeWorld
    document: Document | None = None
    _read: dict[str, Reading | O2CError] = field(default_factory=dict)

    def world(self) -> FakeWorkspace:
        """The world before anything happened, the document waiting."""
        world = self.make_world()
        if self.document is not None:
            source = f"imap:orders/INBOX/1/{len(world.mailbox.waiting) + 1}"
            world.mailbox.waiting.append(Arrival(source, self.document.content or source.encode(), (self.document,)))
        return world

    def play(self, store: Store, world: FakeWorkspace) -> None:
        """Collect what waits and work on it until every item is settled or in front of a person.

        The clock stands at the world's instant; it moves on only to when a postponed item is due.
        """
        with time_machine.travel(world.at, tick=False) as clock:
            self._retire_the_dead(store)
            self._collect(store, world)
            for _ in range(MOST_ROUNDS):
                due = store.items.list(self.bot.name, OPEN)
                if not due:
                    return
                self._work(store, world, due[0], clock)

    def _retire_the_dead(self, store: Store) -> None:
        for worker in store.workers.list():
            store.workers.retire(worker.token)

    def _collect(self, store: Store, world: FakeWorkspace) -> None:
        token = enlist(store)
        journal = ItemJournal(store, f"{self.bot.name}@{token}", token)
        collect(self.bot, RecordedWorkspace(world, journal), store, journal)

    def _work(self, store: Store, world: FakeWorkspace, item: Item, clock: time_machine.Traveller) -> None:
        if item.until is not None and item.until > store.now():
            clock.move_to(item.until)
            world.at = item.until.astimezone(world.at.tzinfo)
        runner = Runner(self.bot, self.settings, store, enlist(store), partial(recorded, world))
        reading = self._reading(store.items.document(item))
        if isinstance(reading, O2CError):
            runner.give_up(item.id, None, BusinessError(str(reading)))
        else:
            runner.work(item.id, item.revision, reading)

    def _reading(self, document: Document) -> Reading | O2CError:
        if document.sha256 not in self._read:
            try:
                self._read[document.sha256] = self.bot.read(document)
            except O2CError as failure:
                self._read[document.sha256] = failure
        return self._read[document.sha256]


@contextmanager
def recorded(world: FakeWorkspace, journal: ItemJournal) -> Iterator[RecordedWorkspace]:
    """The world as a bot is given it: every action on record."""
    yield RecordedWorkspace(world, journal)


def enlist(store: Store) -> str:
    """A lease of this process."""
    return store.workers.enlist("crash test", socket.gethostname(), os.getpid(), store.now())


def as_document(given: Document | bytes | None) -> Document | None:
    """A document from its bytes alone, where no mail around it matters."""
    return Document(given, media_type(given)) if isinstance(given, bytes) else given
