"""Where a run is killed: a write to the store, just before it begins or just after it stands."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass

from orchestrator.store.doomed import When


class Killed(BaseException):
    """The end of a process, as an exception. Not an Exception: nothing in a bot may catch it, as nothing catches
    SIGKILL."""


@dataclass(frozen=True)
class Kill:
    """One position. `action` is what the record says of that write: `fill fake_orders.new_order.po_number`."""

    number: int  #: of the write, from 1
    when: When
    action: str

    def __str__(self) -> str:
        return f"{self.number:03d} {self.when} {self.action}"


@dataclass
class Hand:
    """Counts writes and deals the blow at one of them. `blow` does not return."""

    kill: Kill
    blow: Callable[[], None]
    writes: int = 0

    def __call__(self, when: When) -> None:
        """Told by the database of each write; see `DoomedDatabase`."""
        self.writes += when == "before"
        if (self.writes, when) == (self.kill.number, self.kill.when):
            self.blow()


def raise_killed() -> None:
    """End this run within the process."""
    raise Killed


def kill_process() -> None:
    """End this process as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


def spare(_: When) -> None:
    """No blow: the database of whoever comes after."""
