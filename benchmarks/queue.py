"""The durable queue: items a second and how soon one is begun, for more and more workers, on both databases.

Items take no portal here, so the figures are the queue's and the store's alone. Beside them: DBOS alone with as much
to do, and the same questions to a store that holds 100,000 items.

    ./o2c bench queue
"""

from __future__ import annotations

import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bots.domain.documents import Document
from orchestrator.store import tables
from orchestrator.store.doomed import make_database
from orchestrator.store.items import Item, State
from orchestrator.store.store import Store, open_store
from tests.postgres import cluster, programs

ROOT = Path(__file__).parents[1]
WORKERS = tuple(int(one) for one in os.environ.get("O2C_QUEUE_WORKERS", "1,2,4,8").split(","))
ITEMS = int(os.environ.get("O2C_QUEUE_ITEMS", "30"))  #: for each worker
SINGLE = 12  #: items that come one by one, to see how soon each is begun
STORED = 100_000
CLAIMS = 60
STEP = 0.25  #: seconds: a tenth of what the quickest order takes in a portal
TARGET = 1.5


def run() -> dict[str, Any]:
    """Every figure; times in milliseconds, medians."""
    figures: dict[str, Any] = {}
    with databases() as make:
        for database, address in make.items():
            for workers in WORKERS:
                figures[f"{database}, {workers} workers"] = throughput(address, workers)
            figures[f"{database}, overhead of the loop"] = overhead(address)
            figures[f"{database}, claim"] = claims(address)
    return figures


def throughput(address: Callable[[Path], str], workers: int) -> dict[str, Any]:
    """So many workers, a line and a backlog for each; then items one by one."""
    with tempfile.TemporaryDirectory(prefix="o2c-queue-", dir=Path.cwd()) as place, ExitStack() as hired:
        folder, bots = Path(place), [f"bot{one}" for one in range(workers)]
        url = address(folder)
        store = open_store(url, folder)
        hired.callback(store.close)
        for _ in range(workers):
            hired.enter_context(worker(url, folder, workers, 0.0))
        backlog = [receive(store, bot, number) for number in range(ITEMS) for bot in bots]
        wait_for(store, len(backlog))
        for number in range(SINGLE):
            receive(store, bots[number % workers], ITEMS + number)
            time.sleep(0.4)
        wait_for(store, len(backlog) + SINGLE)
        return worked(store, {item.id for item in backlog})


def worked(store: Store, backlog: set[int]) -> dict[str, Any]:
    """What the record says of it."""
    records = [record for record in every_record(store) if record.item is not None]
    received = {record.item: record.at for record in records if record.action == "item.received"}
    begun = Counter(record.item for record in records if record.action == "item.started")
    starts = {record.item: record.at for record in records if record.action == "item.started"}
    ends = {record.item: record.at for record in records if record.action == "item.settled"}
    first, last = min(starts[item] for item in backlog), max(ends[item] for item in backlog)
    waited = [(starts[item] - at).total_seconds() * 1000 for item, at in received.items() if item not in backlog]
    return {
        "items": len(ends),
        "items a second": round(len(backlog) / (last - first).total_seconds(), 1),
        "start latency ms": round(statistics.median(waited)),
        "worked more than once": sum(count > 1 for count in begun.values()),
        "never worked": len(received) - len(ends),
    }


def overhead(address: Callable[[Path], str]) -> dict[str, Any]:
    """An item of ours beside a bare workflow of DBOS whose one step takes as long."""
    with tempfile.TemporaryDirectory(prefix="o2c-queue-", dir=Path.cwd()) as place:
        folder = Path(place)
        bare, mine = alone(address(folder / "bare"), STEP), looped(address(folder / "ours"), folder / "ours", STEP)
    return {
        "bare DBOS ms": round(bare * 1000),
        "ours ms": round(mine * 1000),
        "ratio": round(mine / bare, 2),
        "target": TARGET,
    }


def alone(url: str, seconds: float) -> float:
    """Seconds an item, DBOS alone."""
    command = [sys.executable, "-m", "benchmarks._queue_worker", "bare", url, "-", str(ITEMS), str(seconds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=True)
    return float(done.stdout.split()[-1])


def looped(url: str, folder: Path, seconds: float) -> float:
    """Seconds an item, through our worker, line, store and record."""
    store = open_store(url, folder)
    for number in range(ITEMS):
        receive(store, "bot0", number)
    with worker(url, folder, 1, seconds):
        wait_for(store, ITEMS)
    ends = sorted(record.at for record in every_record(store) if record.action == "item.settled")
    store.close()
    return (ends[-1] - ends[0]).total_seconds() / (len(ends) - 1)


def claims(address: Callable[[Path], str]) -> dict[str, Any]:
    """What a worker asks the store for one item, with nothing else in it and with 100,000 items, turn by turn."""
    with tempfile.TemporaryDirectory(prefix="o2c-queue-", dir=Path.cwd()) as place, ExitStack() as opened:
        stores = {}
        for name in ("empty", "full"):
            folder = Path(place) / name
            stores[name] = open_store(address(folder), folder)
            opened.callback(stores[name].close)
        fill(stores["full"])
        times: dict[str, list[float]] = {"empty": [], "full": []}
        for number in range(CLAIMS):
            for name, store in stores.items():
                times[name].append(claim(store, number))
    medians = {name: statistics.median(values) * 1000 for name, values in times.items()}
    return {
        "empty ms": round(medians["empty"], 1),
        f"{STORED} items ms": round(medians["full"], 1),
        "ratio": round(medians["full"] / medians["empty"], 2),
        "target": TARGET,
    }


def claim(store: Store, number: int) -> float:
    """Seconds from looking for work to having begun an item; it is settled afterwards."""
    waiting = receive(store, "bot0", number)
    token = store.workers.enlist("bench", "here", 1, store.now())
    began = time.perf_counter()
    assert "bot0" in store.backlog.bots_with_work(store.now())
    (item,) = store.backlog.to_hand_in(("bot0",))
    assert item.id == waiting.id
    store.backlog.hand_in(item)
    store.items.start(item.id, item.revision, token)
    taken = time.perf_counter() - began
    store.items.settle(item.id, item.revision, State.POSTED, result="done")
    return taken


def fill(store: Store) -> None:
    """100,000 items of years: most posted, some rejected, some hundred with a person."""
    sha256 = store.evidence.keep(b"old", "text/plain")
    states = ("posted",) * 90 + ("rejected",) * 9 + ("waiting",)
    moment = store.now()
    rows = [
        {
            "bot": f"bot{number % 2}", "key": f"old-{number}", "revision": 1, "state": states[number % 100],
            "document": sha256, "media_type": "text/plain", "source": f"imap:1/{number}", "received_at": moment,
            "updated_at": moment, "attempts": 1, "reasons": [], "sentences": [], "amount": "12.50 EUR",
            "run": f"r{number // 50}",
        }
        for number in range(STORED)
    ]  # fmt: skip
    with store.database.write() as connection:
        for start in range(0, STORED, 5000):
            connection.execute(insert(tables.items), rows[start : start + 5000])
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("analyze")  # its server does so by itself, in time; SQLite never does
    settle_down(store)


def settle_down(store: Store) -> None:
    """Let what was just written reach its place, so that it is not written while we measure."""
    if store.database.engine.dialect.name == "sqlite":
        with store.database.engine.connect() as connection:
            connection.rollback()
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    os.sync()


def receive(store: Store, bot: str, number: int) -> Item:
    """An item as if its mail had just been collected."""
    document = Document(f"{bot} {number}".encode(), "text/plain")
    return store.items.receive(bot, f"{bot}-{number}-{secrets.token_hex(3)}", document, f"imap:1/{number}")[0]


def wait_for(store: Store, number: int) -> None:
    """Until so many items are settled."""
    end = time.monotonic() + 600
    while store.items.counts()[State.POSTED].number < number:
        if time.monotonic() > end:
            raise AssertionError(f"only {store.items.counts()[State.POSTED].number} of {number} items were worked")
        time.sleep(0.2)


def every_record(store: Store) -> Iterator[Any]:
    """The whole trail."""
    after = 0
    while page := store.audit.list(after=after):
        yield from page
        after = page[-1].seq


@contextmanager
def worker(url: str, folder: Path, lines: int, seconds: float) -> Iterator[None]:
    """A worker in a process of its own, ended by its id."""
    command = [sys.executable, "-m", "benchmarks._queue_worker", "ours", url, str(folder), str(lines), str(seconds)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield
        finally:
            process.kill()


@contextmanager
def databases() -> Iterator[dict[str, Callable[[Path], str]]]:
    """How to make an empty database, by kind; PostgreSQL where its programs are."""

    def sqlite(folder: Path) -> str:
        folder.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{folder / 'o2c.sqlite3'}"

    if programs() is None:
        yield {"sqlite": sqlite}
        return
    with cluster() as server:
        yield {"sqlite": sqlite, "postgresql": lambda _: make_database(server, f"o2c_{secrets.token_hex(4)}")}


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
