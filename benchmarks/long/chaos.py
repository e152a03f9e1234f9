"""An hour of chaos squeezed: 4 workers, 320 mails, everything that can die dies at random, on both databases.

    ./o2c bench chaos

Takes about an hour in all. O2C_CHAOS_MAILS (80) is how many mails each of the four bots gets, O2C_CHAOS_SEED the seed.
PostgreSQL is restarted too; on SQLite, as root, the disk is filled up too. Mailboxes change their UIDVALIDITY on both.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from orchestrator.store.doomed import make_database
from tests.chaos import Outcome, small_disk, torment, tormented
from tests.postgres import cluster, programs

BOTS = ("receipts_a", "receipts_b", "receipts_c", "receipts_d")
WORKERS = 4
MAILS = int(os.environ.get("O2C_CHAOS_MAILS", "80"))
SEED = int(os.environ.get("O2C_CHAOS_SEED", "20261126"))
STRIKES = (2.0, 6.0)  #: seconds between two
MOST = timedelta(minutes=45)


def run() -> dict[str, object]:
    """The outcome on each database, `faults` first: it must be empty."""
    return dict(_outcomes())


def _outcomes() -> Iterator[tuple[str, object]]:
    with tempfile.TemporaryDirectory() as place, ExitStack() as opened:
        disk = None
        try:
            disk = opened.enter_context(small_disk(Path(place) / "disk", "300m"))
        except OSError as why:
            yield "no disk was filled", str(why)
        with tormented(disk or Path(place), WORKERS, BOTS, SEED, disk=disk) as chaos:
            yield "SQLite", figures(torment(chaos, MAILS, STRIKES, MOST))
    if programs() is None:
        yield "PostgreSQL", "not measured: its server programs are not installed"
        return
    with cluster() as server, tempfile.TemporaryDirectory() as place:
        database = make_database(server, "o2c_chaos")
        with tormented(Path(place), WORKERS, BOTS, SEED, database) as chaos:
            yield "PostgreSQL", figures(torment(chaos, MAILS, STRIKES, MOST))


def figures(outcome: Outcome) -> dict[str, object]:
    """The outcome in numbers."""
    return {
        "faults": list(outcome.faults),
        "mails": outcome.mails,
        "letters": outcome.letters,
        "twice": len(outcome.twice),
        "lost": len(outcome.lost),
        "items": dict(outcome.states),
        "two workers at one line": len(outcome.together),
        "runs that do not balance": len(outcome.red),
        "runs that could not collect, made up for by later ones": outcome.uncollected,
        "record verifies": outcome.record_stands,
        "done to it": dict(outcome.done),
        "attempts": outcome.attempts,
        "seconds": round(outcome.seconds),
    }


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
