"""An order killed by `kill -9` at every record of its trail, from the arrival of its mail until it is settled.

A record is written before what it tells of is done: killed right after it is committed, that was not done; killed
right before the next one is, it was done and nothing tells of it. The first is tried at every record, the second too
where something is done that a look does not undo: presses, letters, mail that is moved, items that are settled.

On SQLite and PostgreSQL, with a portal that answers and with one whose every answer to a press is lost; the whole
command, a real browser, a real mailbox. About an hour on a quiet machine, so it runs only when it is named:
`./o2c bench kill_everywhere`. O2C_KILL_EVERY=10 takes each tenth position; O2C_KILL_ON=sqlite one database.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from orchestrator.store.doomed import make_database
from tests.killing_ground import KillingGround, Position, killing_ground, verdict
from tests.postgres import cluster

EVERY = int(os.environ.get("O2C_KILL_EVERY", "1"))
#: What is recorded next to something that stays done.
FOLLOWS = re.compile("received|settle|item[.]|intent[.]|answered|failed|read back|send|decide")
DATABASES = os.environ.get("O2C_KILL_ON", "sqlite,postgresql").split(",")


def run() -> dict[str, Any]:
    """Figures for each database and each manner of the portal; `faults` must be empty."""
    found: dict[str, Any] = {}
    for database, lost in itertools.product(DATABASES, (False, True)):
        name = f"{database}, {'answers lost' if lost else 'answers come'}"
        found[name] = killed_everywhere(database, lost)
        print(name, json.dumps(found[name]), file=sys.stderr, flush=True)  # the rest may take half an hour
    return found


def killed_everywhere(database: str, lost: bool) -> dict[str, Any]:
    """Rehearse an order, then kill one order at each position, then let a last run finish."""
    with (
        tempfile.TemporaryDirectory(prefix="o2c-kill-") as folder,
        address(database) as url,
        killing_ground(Path(folder), url, lost) as ground,
    ):
        recorded = ground.rehearse()
        died = [ground.kill(position) for position in chosen(recorded)]
        ground.finish()
        return figures(recorded, sum(died), ground)


def chosen(recorded: tuple[Position, ...]) -> Iterator[Position]:
    """Each position after its record, and before it where what was just done stays done; or each n-th of them."""
    before = [replace(position, when="before") for position in recorded if FOLLOWS.match(position.action)]
    yield from [*recorded, *before][::EVERY]


def figures(recorded: tuple[Position, ...], died: int, ground: KillingGround) -> dict[str, Any]:
    """What became of the orders, in numbers."""
    found = verdict(ground)
    return {
        "records of an order": len(recorded),
        "runs": len(ground.seconds),
        "killed": died,  # the others were done before they came to their record
        "documents": found.documents,
        "posted": found.posted,
        "with a person": found.with_a_person,
        "letters": found.letters,
        "faults": found.faults,
        "seconds a kill": round(statistics.median(ground.seconds), 1),
    }


@contextmanager
def address(database: str) -> Iterator[str | None]:
    """An empty database; None: a SQLite file beside the rest."""
    if database == "sqlite":
        yield None
        return
    with cluster() as server:
        yield make_database(server, "o2c_kill")


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
