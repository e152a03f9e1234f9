"""How many audit records a second reach the disk, beside what the same disk does without us.

    python -m benchmarks.audit

One writer, one record a commit, nothing batched: that is how a bot writes, each record before its action.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from orchestrator.store.store import open_store

RECORDS = 2000
DETAIL = {"field": "new_order.line[3].quantity", "value": "144", "read_back": "144", "page": "new_order"}


def run() -> dict[str, Any]:
    """Records a second of the audit trail, of bare sqlite3 with the same durability, and of bare fsync."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        place = Path(folder)
        bare, bare_chain, ours, verified = [], [], [], []
        for turn in range(3):  # in turns, so that a busy moment of the machine meets all of them
            bare.append(_bare(place / f"bare{turn}.sqlite3", chained=False))
            bare_chain.append(_bare(place / f"chain{turn}.sqlite3", chained=True))
            appended, looked_at = _ours(place / f"ours{turn}")
            ours.append(appended)
            verified.append(looked_at)
        fsyncs = _fsync(place / "raw")
    best = max(ours)
    return {
        "records": RECORDS,
        "audit_records_per_second": best,
        "bare_sqlite_inserts_per_second": max(bare),
        "bare_sqlite_select_insert_update_per_second": max(bare_chain),
        "ratio_to_bare_insert": round(max(bare) / best, 2),
        "fsyncs_per_second": fsyncs,
        "verified_records_per_second": max(verified),
        "target": 1000,
        "passed": best >= 1000,
    }


def _ours(place: Path) -> tuple[int, int]:
    store = open_store(f"sqlite:///{place / 'o2c.sqlite3'}", place / "data")
    appended = _rate(lambda: store.audit.append("worker-1", "portal.filled", "acme", DETAIL, 1, "run-1"), RECORDS)
    begun = time.perf_counter()
    found = store.audit.verify()
    looked_at = round(found.records / (time.perf_counter() - begun))
    store.close()
    if not found.ok:
        raise AssertionError(found.what)
    return appended, looked_at


def _bare(path: Path, chained: bool) -> int:
    """The same bytes by sqlite3 alone: one insert a commit, or with the head read and moved as a chain must."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("create table t (seq integer primary key, a, b, c, d, e, f, g, h, i, j)")
    connection.execute("create table head (id integer primary key, seq, hash)")
    connection.execute("insert into head values (1, 0, '')")
    row = ("2026-01-31T08:00:00.000000+00:00", "worker-1", "portal.filled", "acme", json.dumps(DETAIL), 1, "run-1")
    row += ("a" * 64, "b" * 64, "c" * 128)

    def write() -> None:
        connection.execute("begin immediate")
        if chained:
            connection.execute("select seq, hash from head").fetchone()
        connection.execute(f"insert into t values (null{', ?' * 10})", row)
        if chained:
            connection.execute("update head set seq = seq + 1, hash = ?", ("b" * 64,))
        connection.execute("commit")

    rate = _rate(write, RECORDS)
    connection.close()
    return rate


def _fsync(path: Path) -> int:
    with path.open("wb") as file:

        def write() -> None:
            file.write(b"x" * 512)
            file.flush()
            os.fsync(file.fileno())

        return _rate(write, RECORDS)


def _rate(write: Callable[[], object], times: int) -> int:
    begun = time.perf_counter()
    for _ in range(times):
        write()
    return round(times / (time.perf_counter() - begun))


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
