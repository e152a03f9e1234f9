"""Listens for mail, so that a bot starts when it comes. Only a reason to look sooner: the mailbox is what counts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from loguru import logger

from bots.errors import O2CError

AGAIN_AFTER = 30.0  #: seconds after a mailbox could not be reached
ONE_WAIT = 60.0  #: seconds; how long the end is waited for at most


class Listening(Protocol):
    """A mailbox that can be waited on; see `bots.adapters.mailbox.ImapMailbox`."""

    def lying(self) -> str | None:
        """Which mail lies in it, by the server's numbers, the same for whoever asks; None when none does."""

    def wait(self, seconds: float) -> bool:
        """Wait until mail may have come."""


@dataclass
class MailWatch:
    """A thread for each mailbox that a schedule waits on; `came` is told its name and which mail lies there."""

    open: Callable[[str], AbstractContextManager[Listening]]
    came: Callable[[str, str], None]
    _watched: set[str] = field(default_factory=set)
    _stop: threading.Event = field(default_factory=threading.Event)

    def watch(self, mailbox: str) -> None:
        """Listen to a mailbox from now on; again changes nothing."""
        if mailbox not in self._watched:
            self._watched.add(mailbox)
            threading.Thread(target=self._listen, args=(mailbox,), name=f"mail {mailbox}", daemon=True).start()

    def stop(self) -> None:
        """Tell nobody any more. The threads end with the process."""
        self._stop.set()

    def _listen(self, mailbox: str) -> None:
        while not self._stop.is_set():
            try:
                self._hear(mailbox)
            except O2CError as failure:
                logger.warning("mailbox {} cannot be listened to: {}", mailbox, failure)
                self._stop.wait(AGAIN_AFTER)

    def _hear(self, mailbox: str) -> None:
        with self.open(mailbox) as listening:
            told: str | None = None
            while not self._stop.is_set():
                lying = listening.lying()
                if lying and lying != told and not self._stop.is_set():
                    self.came(mailbox, lying)
                told = lying
                listening.wait(ONE_WAIT)
