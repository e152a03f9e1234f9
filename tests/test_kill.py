"""SIGKILL for the real thing: the command, its browser and its processes, killed around each press.

A few positions; `./o2c bench kill_everywhere` kills at every one, on both databases, with and without lost answers.
"""

from __future__ import annotations

import secrets
import sys
import time

import pytest

from orchestrator.assembly import open_house
from orchestrator.store import processes
from orchestrator.store.doomed import make_database
from tests.killing_ground import Position, killing_ground, verdict
from tests.postgres import postgres  # noqa: F401 - a fixture is found by its name here

pytestmark = [
    pytest.mark.browser,
    pytest.mark.imap,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows"),
]

AROUND_THE_PRESSES = (
    Position("working", r"^fill \S+new_order\.po_number", "after"),
    Position("working", r"^intent\.begun \S+submit", "after"),
    Position("working", r"^answered \S+submit", "before"),
    Position("working", "^intent.begun outbox", "after"),
)
AROUND_A_LOST_ANSWER = (
    Position("working", r"^intent\.begun \S+submit", "after"),
    Position("working", "^failed ", "before"),
)


def killed_at_each(positions, folder, **ground):
    """One order for each position, and the run over it killed there; then a last run to the end."""
    with killing_ground(folder, **ground) as one:
        for position in positions:
            assert one.kill(position)
        one.finish()
        return verdict(one)


def test_kills_around_the_presses_leave_one_order_each(tmp_path):
    found = killed_at_each(AROUND_THE_PRESSES, tmp_path)
    assert found.faults == ()
    assert found.documents == len(AROUND_THE_PRESSES)
    assert found.with_a_person <= 1  # the letter that was begun and is not in Sent


def test_kills_around_a_lost_answer_leave_one_order_each_on_postgresql(tmp_path, postgres):  # noqa: F811
    database = make_database(postgres, f"o2c_kill_{secrets.token_hex(4)}")
    found = killed_at_each(AROUND_A_LOST_ANSWER, tmp_path, database=database, answers_lost=True)
    assert found.faults == ()
    assert found.posted == found.documents == len(AROUND_A_LOST_ANSWER)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process was started by")
def test_no_browser_outlives_its_killed_worker(tmp_path):
    with killing_ground(tmp_path) as one:
        assert one.kill(AROUND_THE_PRESSES[0])
        with open_house(one.config) as house:
            for dead in house.store.workers.list():
                browsers_end(dead.token, within=60)


def browsers_end(token, within):
    """The browser ends by itself when its pipe breaks, or the next worker sweeps it; here nobody sweeps."""
    end = time.monotonic() + within
    while processes.marked(token):
        assert time.monotonic() < end, f"still running: {processes.marked(token)}"
        time.sleep(0.2)
