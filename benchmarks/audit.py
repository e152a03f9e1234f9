"""How many audit records a second reach the disk, beside what the same disk does without us.

    python -m benchmarks.audit

One writer, one record a commit, nothing batched: that is how a bot writes, each record before its action.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from orchestrator.store.store import Store, open_store

ROUNDS = 20  #: the contestants take turns, so that a busy moment of the machine meets all of them
BLOCK = 100  #: records a turn
TARGET = 1000  #: records a second
DETAIL = {"field": "new_order.line[3].quantity", "value": "144", "read_back": "144", "page": "new_order"}

Write = Callable[[], object]


def run() -> dict[str, Any]:
    """Records a second (median of all turns) of the audit trail, of bare sqlite3 equally durable, and of bare fsync."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, _contestants(Path(folder)) as (store, writers):
        rates = {name: round(statistics.median(turns)) for name, turns in _race(writers).items()}
        verified = _verified(store)
    return {
        "records": ROUNDS * BLOCK,
        "audit_records_per_second": rates["audit"],
        "bare_sqlite_inserts_per_second": rates["bare insert"],
        "bare_sqlite_select_insert_update_per_second": rates["bare chain"],
        "ratio_to_bare_insert": round(rates["bare insert"] / rates["audit"], 2),
        "fsyncs_per_second": rates["fsync"],
        "verified_records_per_second": verified,
        "target": TARGET,
        "passed": rates["audit"] >= TARGET,
    }


def _race(writers: Mapping[str, Write]) -> dict[str, list[float]]:
    rates: dict[str, list[float]] = {name: [] for name in writers}
    for _ in range(ROUNDS):
        for name, write in writers.items():
            begun = time.perf_counter()
            for _ in range(BLOCK):
                write()
            rates[name].append(BLOCK / (time.perf_counter() - begun))
    return rates


@contextmanager
def _contestants(place: Path) -> Iterator[tuple[Store, dict[str, Write]]]:
    store = open_store(f"sqlite:///{place / 'o2c.sqlite3'}", place / "data")
    insert, chain = _connection(place / "insert.sqlite3"), _connection(place / "chain.sqlite3")
    with (place / "raw").open("wb") as raw:
        writers: dict[str, Write] = {
            "audit": lambda: store.audit.append("worker-1", "portal.filled", "acme", DETAIL, 1, "run-1"),
            "bare insert": lambda: _bare(insert, chained=False),
            "bare chain": lambda: _bare(chain, chained=True),
            "fsync": lambda: _synced(raw),
        }
        yield store, writers
    insert.close()
    chain.close()
    store.close()


def _synced(file: BinaryIO) -> None:
    file.write(b"x" * 512)
    file.flush()
    os.fsync(file.fileno())


def _verified(store: Store) -> int:
    begun = time.perf_counter()
    found = store.audit.verify()
    if not found.ok:
        raise AssertionError(found.what)
    return round(found.records / (time.perf_counter() - begun))


def _connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("create table t (seq integer primary key, a, b, c, d, e, f, g, h, i, j)")
    connection.execute("create table head (id integer primary key, seq, hash)")
    connection.execute("insert into head values (1, 0, '')")
    return connection


def _bare(connection: sqlite3.Connection, chained: bool) -> None:
    """The same bytes by sqlite3 alone: one insert a commit, or with the head read and moved as a chain must."""
    row = ("2026-01-31T08:00:00.000000+00:00", "worker-1", "portal.filled", "acme", json.dumps(DETAIL), 1, "run-1")
    seal = ("a" * 64, "b" * 64, "c" * 128)
    connection.execute("begin immediate")
    if chained:
        connection.execute("select seq, hash from head").fetchone()
    connection.execute(f"insert into t values (null{', ?' * 10})", row + seal)
    if chained:
        connection.execute("update head set seq = seq + 1, hash = ?", ("b" * 64,))
    connection.execute("commit")


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
