"""Work in a process that can be killed: a document that eats memory or a page that never answers ends alone.

The process is started once and asked many times; it is replaced when it dies, when a deadline passes, or after a
number of answers, so that leaks end with it. It ends when its parent ends, whatever killed the parent.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from bots.errors import ApplicationError, O2CError

Answer = Callable[[Any], Any]
Setup = Callable[..., Answer]


class Overrun(O2CError):
    """The work took longer or needed more memory than it may, or its process died. A person looks at the input."""


@dataclass
class Hands:
    """One worker process. `setup(*arguments)` runs in it once and returns the function that answers requests.

    `memory` caps the address space in bytes (None: no cap, needed where a browser is started); not on Windows.
    `what` names the work in messages ("reading order.pdf").
    """

    setup: Setup
    arguments: tuple[Any, ...]
    memory: int | None = None
    answers_before_renewal: int = 200
    _process: SpawnProcess | None = None
    _pipe: Connection | None = None
    _lifeline: Connection | None = None  #: never written to; its end tells the process that its parent is gone
    _answered: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, request: Any, seconds: float, what: str) -> Any:
        """The answer to `request`. Raises Overrun when it did not come in time or the process died of it, and
        whatever failure the work itself raised."""
        with self._turn:
            pipe = self._ready()
            try:
                pipe.send(request)
                if not pipe.poll(seconds):
                    self._kill()
                    raise Overrun(f"{what} took longer than {seconds:.0f} s and was stopped")
                ok, answer = pipe.recv()
            except (EOFError, ConnectionError) as gone:
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

    def _ready(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._kill()
        return self._start()

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        pipe, theirs = context.Pipe()
        end, self._lifeline = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(theirs, end, self.memory, self.setup, self.arguments))
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
        self._pipe = self._lifeline = self._process = None


def _end(process: SpawnProcess) -> None:
    """Kill the process and all it started (a browser is in its group)."""
    if process.pid:
        _kill_group(process.pid)
    process.join(timeout=10)


def _kill_group(leader: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            os.kill(leader, signal.SIGTERM)
        else:
            os.killpg(leader, signal.SIGKILL)


def _serve(
    pipe: Connection, lifeline: Connection, memory: int | None, setup: Setup, arguments: tuple[Any, ...]
) -> None:
    """The process's life: set up once, answer until the pipe closes."""
    _prepare(lifeline, memory)
    ready, answer = _attempt(lambda _: setup(*arguments), None)
    while True:
        try:
            request = pipe.recv()
        except EOFError:
            _kill_group(os.getpid())
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


def _prepare(lifeline: Connection, memory: int | None) -> None:
    """A group of its own, an end with the parent, a cap on memory."""
    if sys.platform != "win32":
        os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    if memory is not None and sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _end_with_parent(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv()
    _kill_group(os.getpid())
