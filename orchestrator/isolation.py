"""Work in a process that can be killed: a document that eats memory or a page that never answers ends alone.

The process is started once and asked many times; it is replaced when it dies, when a deadline passes, or after a
number of answers, so that leaks end with it. It ends, with all it started, when its parent ends, whatever killed the
parent, and when the parent gives no sign of life for too long: what a paused worker began goes no further.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from bots.errors import ApplicationError, O2CError
from orchestrator.store import processes

LOOK_EVERY = 1.0  #: seconds between two looks at the memory of what works
Answer = Callable[[Any], Any]
Setup = Callable[..., Answer]


class Overrun(O2CError):
    """The work took longer or needed more memory than it may, or its process died. A person looks at the input."""


@dataclass
class Hands:
    """One worker process. `setup(*arguments)` runs in it once and returns the function that answers requests.

    `memory` caps the address space in bytes (None: no cap, needed where a browser is started); not on Windows.
    `most_memory` is for those: the bytes the process and all it started may hold themselves while they work (Linux).
    `mark` is put into the environment of what the process starts, so that it can be found when all else is gone.
    `patience` is the number of seconds without `keep_alive` after which the process ends itself; None: never.
    """

    setup: Setup
    arguments: tuple[Any, ...]
    memory: int | None = None
    answers_before_renewal: int = 200
    most_memory: int | None = None
    mark: str | None = None
    patience: float | None = None
    _process: SpawnProcess | None = None
    _pipe: Connection | None = None
    _lifeline: Connection | None = None  #: its end, or a long silence on it, tells the process to end
    _answered: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, request: Any, seconds: float, what: str) -> Any:
        """The answer to `request`. Raises Overrun when it did not come in time or the process died of it, and
        whatever failure the work itself raised. `what` names the work in messages ("reading order.pdf")."""
        with self._turn:
            pipe = self._ready()
            try:
                pipe.send(request)
                self._await_answer(pipe, seconds, what)
                ok, answer = pipe.recv()
            except (EOFError, OSError) as gone:
                self._kill()
                raise Overrun(f"{what} ended its process, most likely by needing too much memory") from gone
            self._count()
        if not ok:
            raise answer
        return answer

    def warm(self) -> None:
        """Start the process before it is needed: it sets itself up while others work."""
        with self._turn:
            self._ready()

    def close(self) -> None:
        """End the process; nothing is being worked on."""
        with self._turn:
            self._kill()

    def stop(self) -> None:
        """End the process whatever it does: who waits for its answer gets an Overrun."""
        process = self._process
        if process is not None and process.pid:
            _kill_tree(process.pid)

    def keep_alive(self) -> None:
        """Give the process a sign of life of its parent, whose lease still holds."""
        with suppress(OSError, AttributeError):
            self._lifeline.send(True)  # type: ignore[union-attr]

    def _await_answer(self, pipe: Connection, seconds: float, what: str) -> None:
        """Wait for the answer, and look at the memory meanwhile. Raises Overrun when it is over with either."""
        end = time.monotonic() + seconds
        while not pipe.poll(max(0.0, min(LOOK_EVERY, end - time.monotonic()))):
            if time.monotonic() >= end:
                self._kill()
                raise Overrun(f"{what} took longer than {seconds:.0f} s and was stopped")
            if self.most_memory is not None and self._memory() > self.most_memory:
                self._kill()
                raise Overrun(f"{what} needed more than {self.most_memory >> 20} MiB of memory and was stopped")

    def _memory(self) -> int:
        return processes.memory(processes.tree(self._process.pid)) if self._process and self._process.pid else 0

    def _ready(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._kill()
        return self._start()

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        pipe, theirs = context.Pipe()
        end, self._lifeline = context.Pipe(duplex=False)
        limits = Limits(self.memory, self.mark, self.patience)
        self._process = context.Process(target=_serve, args=(theirs, end, limits, self.setup, self.arguments))
        self._process.start()
        theirs.close()
        end.close()
        self._pipe, self._answered = pipe, 0
        return pipe

    def _count(self) -> None:
        self._answered += 1
        if self._answered >= self.answers_before_renewal:
            self._kill()

    def _kill(self) -> None:
        for end in (self._pipe, self._lifeline):
            if end is not None:
                end.close()
        if self._process is not None:
            _end(self._process)
            if self.mark:
                processes.end(processes.marked(self.mark))
        self._pipe = self._lifeline = self._process = None


@dataclass(frozen=True)
class Limits:
    """What holds for the process itself; see `Hands`."""

    memory: int | None
    mark: str | None
    patience: float | None


def _end(process: SpawnProcess) -> None:
    """Kill the process and all it started."""
    if process.pid:
        _kill_tree(process.pid)
    process.join(timeout=10)


def _kill_tree(root: int) -> None:
    """First those that left the group (a browser does), then the group, its leader with it."""
    processes.end(processes.tree(root)[1:])
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            os.kill(root, signal.SIGTERM)
        else:
            os.killpg(root, signal.SIGKILL)


def _serve(pipe: Connection, lifeline: Connection, limits: Limits, setup: Setup, arguments: tuple[Any, ...]) -> None:
    """The process's life: set up once, answer until the pipe closes."""
    _prepare(lifeline, limits)
    ready, answer = _attempt(lambda _: setup(*arguments), None)
    while True:
        try:
            request = pipe.recv()
        except EOFError:
            _kill_tree(os.getpid())
            return
        if not ready:
            ready, answer = _attempt(lambda _: setup(*arguments), None)
        pipe.send(_attempt(answer, request) if ready else (False, answer))


def _attempt(answer: Answer, request: Any) -> tuple[bool, Any]:
    """Whether it succeeded, with the answer or the failure."""
    try:
        return True, answer(request)
    except MemoryError:
        os._exit(1)  # nothing can be trusted any more; the parent reads this as an overrun
    except O2CError as failure:
        return False, failure
    except Exception as surprise:
        return False, ApplicationError(f"{type(surprise).__name__}: {surprise}")


def _prepare(lifeline: Connection, limits: Limits) -> None:
    """A group of its own, an end with the parent, a cap on memory, a mark on what it will start."""
    if sys.platform != "win32":
        os.setpgid(0, 0)
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, signal.SIG_IGN)  # the parent decides when the work is over
    if limits.mark is not None:
        os.environ[processes.MARK] = limits.mark
    threading.Thread(target=_end_with_parent, args=(lifeline, limits.patience), daemon=True).start()
    if limits.memory is not None and sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _end_with_parent(lifeline: Connection, patience: float | None) -> None:
    with suppress(EOFError, OSError):
        while lifeline.poll(patience):
            lifeline.recv()
    _kill_tree(os.getpid())
