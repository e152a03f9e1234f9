"""1,000 items and 8 workers: is each worked once?

    ./o2c bench eight_workers

On SQLite and PostgreSQL, in four lines, so that half the workers stand by: that, too, must not double anything.
O2C_EIGHT_MAILS (250) is how many mails each of the four bots gets.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from orchestrator.store.doomed import make_database
from orchestrator.store.items import State
from tests.post_office import post_office, until
from tests.postgres import cluster, programs

BOTS = ("receipts_a", "receipts_b", "receipts_c", "receipts_d")
MAILS = int(os.environ.get("O2C_EIGHT_MAILS", "250"))
MOST = 3600.0


def run() -> dict[str, object]:
    """Per database: items, how many were begun more than once, letters, letters that left twice, items a second."""
    return dict(_figures())


def _figures() -> Iterator[tuple[str, object]]:
    yield "SQLite", measured("sqlite:///o2c.sqlite3")
    if programs() is None:
        yield "PostgreSQL", "not measured: its server programs are not installed"
        return
    with cluster() as server:
        yield "PostgreSQL", measured(make_database(server, "o2c_eight"))


def measured(database: str) -> dict[str, object]:
    """1,000 mails in four folders, a run for each, eight workers."""
    with tempfile.TemporaryDirectory() as place, post_office(Path(place), BOTS, database) as scene:
        for bot in BOTS:
            scene.deliver(bot, MAILS)
        with scene.house() as house:
            for bot in BOTS:
                house.store.runs.begin(bot, "by hand", "bench")
            for number in range(8):
                scene.start("worker", "--name", f"worker-{number}")
            store, count = house.store, MAILS * len(BOTS)
            until(lambda: store.items.list(states=[State.POSTED], limit=1), MOST, lambda: scene.log)
            began = time.monotonic()
            until(lambda: len(store.items.list(states=[State.POSTED], limit=count)) == count, MOST, lambda: scene.log)
            seconds = time.monotonic() - began
            begun = Counter(one.item for one in store.audit.list(limit=10**7) if one.action == "item.started")
            letters = scene.letters()
            until(lambda: not store.runs.open(), 60)
            return {
                "items": len(begun),
                "begun more than once": sum(times > 1 for times in begun.values()),
                "letters": letters.total(),
                "left twice": sum(times > 1 for times in letters.values()),
                "runs that do not balance": sum(run.red is not None for run in store.runs.list()),
                "workers that had a line": len({one.worker for one in store.items.list(limit=count)}),
                "items a second": round(count / seconds, 2),
            }


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
