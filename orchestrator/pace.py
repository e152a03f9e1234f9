"""Letters leave at a pace the mail server bears, all workers together."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bots.adapters.workspace import BeforePress, Letter, Outbox, press_freely
from bots.errors import ApplicationError
from orchestrator.store.store import Store

TARGET = "outbox"  #: what letters are called among the intents
WINDOW = timedelta(minutes=1)
LOOK_EVERY = 0.5  #: seconds
PATIENCE = 120.0  #: seconds a letter waits for its turn before its item is postponed


@dataclass(frozen=True)
class PacedOutbox:
    """An outbox that sends at most so many letters a minute; see `Outbox`. The letters are counted where their intents
    stand, so that every worker on every machine counts the same ones. Workers that ask at the same moment may exceed
    it by one letter each: it spares a mail server, it is no lock."""

    inner: Outbox
    store: Store
    per_minute: int
    pause: Callable[[float], None] = time.sleep

    def sent(self, message_id: str) -> bool:
        """Whether the Sent folder holds this message."""
        return self.inner.sent(message_id)

    def send(self, letter: Letter, before_press: BeforePress = press_freely) -> None:
        """Send when there is room. Raises ApplicationError, before anything is begun, when there is none for long."""
        waited = 0.0
        while self.store.intents.begun_since(TARGET, self.store.now() - WINDOW) >= self.per_minute:
            if waited >= PATIENCE:
                raise ApplicationError(
                    f"{self.per_minute} letters a minute leave already (outbox: per_minute), so this one "
                    "did not leave; it is tried again later"
                )
            self.pause(LOOK_EVERY)
            waited += LOOK_EVERY
        self.inner.send(letter, before_press)
