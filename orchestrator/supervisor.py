"""`o2c up`: keeps its posts manned. Each post is a command in a process of its own; one that ends is started again.

A process learns that the supervisor is gone, whatever ended it, by the end of its standard input.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

LOOK_EVERY = 0.2  #: seconds
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=1)
LONG_ENOUGH = timedelta(seconds=60)  #: a process that lived so long had a good start
SLACK = timedelta(seconds=30)  #: beyond the grace, before a process that does not end is killed


@dataclass(frozen=True)
class Post:
    """Something that must always run: a worker, the scheduler, the console."""

    name: str
    command: tuple[str, ...]
    log: Path | None = None  #: where what it says is kept; None: it is said where we say what we do


def own_command(config: Path, *words: str) -> tuple[str, ...]:
    """One of our commands as a post: it leaves when whoever started it is gone."""
    return (sys.executable, "-m", "orchestrator.cli", *words, "--ends-with-input", "--config", str(config))


def wait_before_start(failures: int) -> timedelta:
    """How long to wait before a process that failed so many times in a row is started again: doubling, to a minute."""
    if failures == 0:
        return timedelta(0)
    doubled: timedelta = FIRST_WAIT * 2 ** min(failures - 1, 10)
    return min(LONGEST_WAIT, doubled)


@dataclass
class Manned:
    """One post with its process."""

    post: Post
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    next_start: float = 0.0


@dataclass
class Supervisor:
    """Starts every post, starts again what ends, and ends all when told to stop."""

    posts: Sequence[Post]
    grace: timedelta
    say: Callable[[str], None]
    _manned: list[Manned] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Keep the posts manned until `stop()`."""
        self._manned = [Manned(post) for post in self.posts]
        try:
            while not self._stop.is_set():
                for one in self._manned:
                    self._look_after(one)
                self._stop.wait(LOOK_EVERY)
        finally:
            self._end_all()

    def stop(self) -> None:
        """Have every process end what it is at. Returns at once."""
        self._stop.set()

    def _look_after(self, one: Manned) -> None:
        now = time.monotonic()
        if one.process is not None and one.process.poll() is not None:
            self._note_end(one, one.process.returncode, now)
        if one.process is None and now >= one.next_start:
            one.process = _start(one.post)
            one.started = now
            self.say(f"{one.post.name} runs (process {one.process.pid})")

    def _note_end(self, one: Manned, code: int, now: float) -> None:
        if now - one.started > LONG_ENOUGH.total_seconds():
            one.failures = 0
        one.failures += 1
        wait = wait_before_start(one.failures)
        how = f"was ended by signal {-code}" if code < 0 else f"ended with {code}"
        self.say(f"{one.post.name} {how}; it is started again in {wait.total_seconds():.0f} s")
        _hang_up(one.process)
        one.process, one.next_start = None, now + wait.total_seconds()

    def _end_all(self) -> None:
        running = [one for one in self._manned if one.process is not None]
        self.say(f"ending {len(running)} processes; what they are at has {self.grace.total_seconds():.0f} s")
        for one in running:
            _hang_up(one.process)
        end = time.monotonic() + (self.grace + SLACK).total_seconds()
        for one in running:
            self._await(one, max(0.0, end - time.monotonic()))

    def _await(self, one: Manned, seconds: float) -> None:
        if one.process is None:
            return
        try:
            one.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.say(f"{one.post.name} does not end: killed; what it was at is taken over by the next worker")
            one.process.kill()
            one.process.wait()


def when_left_alone(stop: Callable[[], None]) -> None:
    """Call `stop` when standard input ends: whoever started this process is gone, whatever ended it.

    Reads the file itself: Python's own buffered input, held by a thread, aborts a process that leaves by itself.
    """

    def wait() -> None:
        with suppress(OSError):
            while os.read(0, 1024):
                pass
        stop()

    threading.Thread(target=wait, name="input", daemon=True).start()


def _start(post: Post) -> subprocess.Popen[bytes]:
    with ExitStack() as opened:
        said = opened.enter_context(post.log.open("ab")) if post.log else None
        return subprocess.Popen(post.command, stdin=subprocess.PIPE, stdout=said, stderr=said)  # noqa: S603 - ours


def _hang_up(process: subprocess.Popen[bytes] | None) -> None:
    """Tell a process to end what it is at and leave, the same way on every system."""
    if process is not None and process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
