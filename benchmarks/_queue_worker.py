"""One process for `benchmarks.queue`: a worker of ours whose items take no portal, or DBOS alone doing as much.

python -m benchmarks._queue_worker ours|bare URL FOLDER LINES SECONDS
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestrator.attempts import Attempts, Benches
from orchestrator.engine import Engine, Ticket
from orchestrator.line import Line
from orchestrator.store.items import Item, State
from orchestrator.store.store import Store, open_store
from orchestrator.worker import Worker, enlist


class Nothing:
    """What a document is read as: nothing is read here."""

    doubts = ()

    def as_json(self) -> dict[str, Any]:
        """Nothing."""
        return {}

    def amount(self) -> None:
        """Nothing."""


@dataclass
class HandsHere:
    """Works in this process: an item is begun, takes its time, and is settled."""

    store: Store
    token: str
    seconds: float

    def ask(self, request: Any, _seconds: float, _what: str) -> Any:
        """Work an item; read a document."""
        if not isinstance(request, tuple):
            return Nothing()
        item, revision, _ = request
        self.store.items.start(item, revision, self.token)
        time.sleep(self.seconds)
        return self.store.items.settle(item, revision, State.POSTED, result="done", worker=self.token).state.value

    def stand(self) -> None:
        """There is no process to warm, keep alive or end."""

    warm = close = stop = keep_alive = stand


@dataclass
class BenchHere:
    """See `orchestrator.attempts.Bench`."""

    reader: HandsHere
    hands: HandsHere

    def give_up(self, item: Item, _reading: object, failure: Exception) -> Item:
        """Nothing fails here."""
        raise AssertionError(f"{item.id}: {failure}") from failure


def ours(url: str, folder: Path, lines: Mapping[str, tuple[str, ...]], seconds: float) -> None:
    """Work until killed."""
    store = open_store(url, folder)
    token = enlist(store, "bench")

    def line(login: str) -> Line:
        hands = HandsHere(store, token, seconds)
        benches = Benches(lambda _bot: BenchHere(hands, hands))  # type: ignore[arg-type]
        attempts = Attempts(store, benches, token, 60, 60)
        engine = Engine(url, token, attempts.attempt, line=login)
        return Line(login, lines[login], store, engine, attempts, benches)

    worker = Worker(store, token, lines, line)
    threading.Thread(target=_tell, daemon=True).start()
    worker.work()


def _tell() -> None:
    print("ready", flush=True)


def bare(url: str, number: int, seconds: float) -> None:
    """Have DBOS alone work so many steps of so many seconds, one after another; print how long each took."""
    done = threading.Event()
    ends: list[float] = []

    def work(_item: int, _revision: int) -> str:
        time.sleep(seconds)
        ends.append(time.monotonic())
        if len(ends) == number:
            done.set()
        return "done"

    engine = Engine(url, "bare", work, line="bare")
    engine.start()
    for item in range(number):
        engine.submit(Ticket(f"bare:{item}:r1", item, 1, "bare", line="bare"))
    done.wait(300)
    engine.stop()
    print((ends[-1] - ends[0]) / (number - 1), flush=True)


if __name__ == "__main__":
    kind, address, where, count, pause = sys.argv[1:]
    if kind == "bare":
        bare(address, int(count), float(pause))
    else:
        ours(address, Path(where), {f"line{one}": (f"bot{one}",) for one in range(int(count))}, float(pause))
