"""One worker: holds a lease, serves one line at a time, and leaves when its lease is gone or it is told to stop.

Its lease is what the items' intents and every recorded action are checked against. A worker that was paused finds its
lease old, ends its processes, and settles nothing more.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from loguru import logger

from bots.errors import ApplicationError, O2CError
from orchestrator.line import Line
from orchestrator.store import processes, workers
from orchestrator.store.store import Store

BEATS = 12  #: in one lease
PAUSE = 0.25  #: seconds between two looks at the store, which cost a worker without work a few per cent of a core
WATCH_EVERY = 5.0  #: seconds
LONGEST_TURN = 120.0  #: seconds a line is served while others wait for a worker
GRACE = timedelta(seconds=30)


class LeaseLost(ApplicationError):
    """This worker was silent for longer than its lease: another has its line by now. Start it again."""


@dataclass
class Worker:
    """Works until told to stop; `lines` names the bots of each log-in, `make` makes the line to be served."""

    store: Store
    token: str
    lines: Mapping[str, tuple[str, ...]]
    make: Callable[[str], Line]
    lease: timedelta = workers.LEASE
    close_runs: Callable[[tuple[str, ...]], None] = lambda _bots: None
    grace: timedelta = GRACE
    line: Line | None = None
    _stop: threading.Event = field(default_factory=threading.Event)
    _lost: threading.Event = field(default_factory=threading.Event)
    _left: threading.Event = field(default_factory=threading.Event)
    _since: float = 0.0
    _watched: float = 0.0

    def work(self, enough: Callable[[], bool] = lambda: False) -> None:
        """Serve lines until `enough()` or `stop()`. Raises LeaseLost when the lease has lapsed, StoreError when the
        store cannot be reached."""
        beat = threading.Thread(target=self._beat, name="lease", daemon=True)
        beat.start()
        try:
            while not (self._stop.is_set() or self._lost.is_set() or enough()):
                self._turn()
                self._stop.wait(PAUSE)
        finally:
            self._leave()
        if self._lost.is_set():
            raise LeaseLost(f"the worker {self.token} was silent for longer than {self.lease.total_seconds():.0f} s")

    def stop(self) -> None:
        """Take nothing more; what runs ends within the grace, or is handed back. Returns at once."""
        self._stop.set()
        if self.line is not None:
            self.line.attempts.stopping.set()

    def _turn(self) -> None:
        self.close_runs(tuple(bot for bots in self.lines.values() for bot in bots))
        self.line = self.line or self._next_line()
        if self.line is None:
            return
        self.line.feed()
        if time.monotonic() - self._watched > WATCH_EVERY:
            self._watched = time.monotonic()
            self.line.watch()
            self._take_over()
            self._make_room(self.line)

    def _next_line(self) -> Line | None:
        """A line with work that nobody serves, taken by us; the lines stand in the order of the configuration."""
        self._take_over()
        for login in self._wanted():
            if self.store.lines.take(login, self.token):
                line = self.make(login)
                line.open()
                self._since = self._watched = time.monotonic()
                return line
        return None

    def _wanted(self) -> tuple[str, ...]:
        """The lines with something to do that are not ours."""
        busy = self.store.backlog.bots_with_work(self.store.now()) - set(self.store.pauses.all())
        mine = self.line.login if self.line else None
        return tuple(login for login, bots in self.lines.items() if login != mine and busy & set(bots))

    def _make_room(self, line: Line) -> None:
        """Leave a line that has nothing to do, or had its turn, when another waits that nobody serves."""
        if not line.idle() and time.monotonic() - self._since < LONGEST_TURN:
            return
        alive = {worker.token for worker in self.store.workers.list()}
        served = {login for login, holder in self.store.lines.holders().items() if holder in alive}
        if set(self._wanted()) - served:
            line.close(self.grace)
            self.store.lines.leave(self.token)
            self.line = None

    def _take_over(self) -> None:
        """End what dead workers left running on this machine, then end their leases: their lines are free."""
        for worker in self.store.workers.dead():
            if worker.token == self.token:
                continue
            if worker.place == processes.place():
                processes.end(processes.marked(worker.token))
            self.store.workers.retire(worker.token)
            logger.warning("worker {} is dead; what it had is taken over", worker.token)

    def _beat(self) -> None:
        every = self.lease.total_seconds() / BEATS
        while not self._left.wait(every):
            try:
                if not self.store.workers.beat(self.token):
                    return self._abandon()
                if self.line is not None:
                    self.line.benches.keep_alive()
            except O2CError as failure:
                logger.error("the lease could not be renewed: {}", failure)
        return None

    def _abandon(self) -> None:
        logger.error("the lease of {} has lapsed: it does nothing more", self.token)
        self._lost.set()
        if self.line is not None:
            self.line.hand_back()

    def _leave(self) -> None:
        line, self.line = self.line, self.line
        if line is not None:
            line.close(timedelta(0) if self._lost.is_set() else self.grace)
        self._left.set()
        if line is None or not line.attempts.under_way:
            self.store.lines.leave(self.token)
            self.store.workers.retire(self.token)


def enlist(store: Store, name: str, lease: timedelta = workers.LEASE) -> str:
    """Take a lease for this process and return its token."""
    pid = os.getpid()
    return store.workers.enlist(name, socket.gethostname(), pid, processes.began(pid) or store.now(), lease)
