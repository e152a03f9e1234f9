"""An hour of chaos squeezed: 4 workers, 300 mails, everything that can die dies at random, on both databases.

    ./o2c bench chaos

Three bots write letters, and order entry keys orders into the old portal in a real browser. Takes about an hour in all.
O2C_CHAOS_MAILS (80) is how many mails each of the three gets, O2C_CHAOS_ORDERS (60) how many orders there are,
O2C_CHAOS_SEED the seed, O2C_CHAOS_ON=sqlite one database. The portal is killed and paused too, PostgreSQL restarted;
on SQLite, as root, the disk is filled up too. Mailboxes change their UIDVALIDITY on both.
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
from tests.aftermath import aftermath
from tests.chaos import Chaos, small_disk, torment, tormented
from tests.order_desk import DESK
from tests.postgres import cluster, programs

WORKERS = 4
MAILS = {
    **dict.fromkeys(("receipts_a", "receipts_b", "receipts_c"), int(os.environ.get("O2C_CHAOS_MAILS", "80"))),
    DESK: int(os.environ.get("O2C_CHAOS_ORDERS", "60")),
}
DATABASES = os.environ.get("O2C_CHAOS_ON", "sqlite,postgresql").split(",")
SEED = int(os.environ.get("O2C_CHAOS_SEED", "20261126"))
STRIKES = (2.0, 6.0)  #: seconds between two
MOST = timedelta(minutes=45)


def run() -> dict[str, object]:
    """The outcome on each database, `faults` first: it must be empty."""
    return dict(_outcomes())


def _outcomes() -> Iterator[tuple[str, object]]:
    if "sqlite" in DATABASES:
        with tempfile.TemporaryDirectory() as place, ExitStack() as opened:
            disk = None
            try:
                disk = opened.enter_context(small_disk(Path(place) / "disk", "400m"))
            except OSError as why:
                yield "no disk was filled", str(why)
            with tormented(disk or Path(place), WORKERS, tuple(MAILS), SEED, disk=disk) as chaos:
                yield "SQLite", figures(chaos, torment(chaos, MAILS, STRIKES, MOST))
    if "postgresql" not in DATABASES:
        return
    if programs() is None:
        yield "PostgreSQL", "not measured: its server programs are not installed"
        return
    with cluster() as server, tempfile.TemporaryDirectory() as place:
        database = make_database(server, "o2c_chaos")
        with tormented(Path(place), WORKERS, tuple(MAILS), SEED, database) as chaos:
            yield "PostgreSQL", figures(chaos, torment(chaos, MAILS, STRIKES, MOST))


def figures(chaos: Chaos, seconds: float) -> dict[str, object]:
    """The outcome in numbers."""
    outcome = aftermath(chaos.scene, chaos.house.store, chaos.portal.database if chaos.portal else None)
    return {
        "faults": list(outcome.faults),
        "mails": outcome.mails,
        "letters": outcome.letters,
        "orders in the portal": outcome.orders,
        "twice": len(outcome.twice),
        "lost": len(outcome.lost),
        "items": dict(outcome.states),
        "two at one line or log-in": len(outcome.together),
        "runs that do not balance": len(outcome.red),
        "runs red when they ended, made up for by later ones": outcome.made_up,
        "runs that could not collect, made up for by later ones": outcome.uncollected,
        "record verifies": outcome.record_stands,
        "done to it": dict(chaos.done),
        "attempts": outcome.attempts,
        "seconds": round(seconds),
    }


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
