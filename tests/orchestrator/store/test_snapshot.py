"""How everything stands, counted in the database, on both."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy

from orchestrator.store import snapshot as snapshots
from orchestrator.store.duty_tables import firings
from orchestrator.store.items import State
from orchestrator.store.snapshot import Doubt, Miss, Parked, RunCount, take_snapshot
from tests.orchestrator.store.conftest import document


def received(store, number):
    return store.items.receive("order_entry", f"k{number}", document(b"%d" % number), f"imap:1/{number}")[0]


def test_an_empty_store_counts_nothing(store):
    found = take_snapshot(store.database)
    assert (found.items, found.doubts, found.runs, found.workers, found.letters) == ((), (), (), (), 0)


def test_items_are_counted_by_bot_and_state_with_the_oldest(store, worker):
    first, *_ = [received(store, number) for number in range(3)]
    store.items.start(first.id, 1, worker)
    waiting = store.items.settle(first.id, 1, State.WAITING, reasons=("why",))
    by_state = {one.state: one for one in take_snapshot(store.database).items}
    assert {state: one.count for state, one in by_state.items()} == {State.NEW: 2, State.WAITING: 1}
    assert by_state[State.WAITING].since == waiting.updated_at


def test_a_press_counts_as_in_doubt_once_nobody_works_on_it(store, worker):
    item = received(store, 1)
    store.items.start(item.id, 1, worker)
    store.intents.begin(item.id, "order:1", "h", worker, "acme.new_order.submit", {})
    assert take_snapshot(store.database).doubts == ()
    store.items.settle(item.id, 1, State.IN_DOUBT, reasons=("why",))
    assert take_snapshot(store.database).doubts == (Doubt("acme.new_order.submit", 1),)


def test_a_letter_counts_when_it_is_known_to_have_left(store, worker):
    item = received(store, 1)
    store.items.start(item.id, 1, worker)
    intent = store.intents.begin(item.id, "letter:1", "h", worker, "outbox", {})
    assert take_snapshot(store.database).letters == 0
    store.intents.confirm(intent.id, "seen")
    assert take_snapshot(store.database).letters == 1


def test_runs_count_when_they_end_and_the_latest_tells(store):
    for red in ("2 missing", None, "1 missing"):
        last = store.runs.begin("order_entry", "test", "w")
        store.runs.end(last, {}, red)
    store.runs.begin("order_entry", "test", "w")
    assert take_snapshot(store.database).runs == (RunCount("order_entry", 3, 2, "1 missing", last),)


def test_a_silent_worker_is_stale_until_it_retires(store, worker, monkeypatch):
    (seen,) = take_snapshot(store.database).workers
    assert not seen.stale
    monkeypatch.setattr(snapshots, "now", lambda: datetime.now(UTC) + timedelta(minutes=5))
    (seen,) = take_snapshot(store.database).workers
    assert seen.stale
    store.workers.retire(worker)
    assert take_snapshot(store.database).workers == ()


@pytest.mark.parametrize(
    ("late", "run", "hours_ago", "missed"),
    [
        pytest.param(600, None, 1, True, id="nobody was there for ten minutes"),
        pytest.param(5, None, 1, False, id="a holiday, decided in time"),
        pytest.param(600, "r1", 1, False, id="it ran, late"),
        pytest.param(600, None, 30, False, id="longer ago than a day"),
    ],
)
def test_a_run_counts_as_missed_when_nobody_was_there_in_time(store, late, run, hours_ago, missed):
    decided = datetime.now(UTC) - timedelta(hours=hours_ago)
    planned = decided - timedelta(seconds=late)
    told = {"nominal": planned, "planned": planned, "decided_at": decided, "run": run, "reason": "nobody was there"}
    with store.database.write() as connection:
        connection.execute(sqlalchemy.insert(firings).values(schedule="hourly", bot="b", **told))
    expected = (Miss("hourly", "b", planned, "nobody was there"),) if missed else ()
    assert take_snapshot(store.database).misses == expected


def test_a_portal_is_parked_until_it_is_released(store):
    parking = store.portals.park("acme", "o2c", "the log-in was refused")
    assert take_snapshot(store.database).parked == (Parked("acme", parking.at, "o2c", "the log-in was refused"),)
    store.portals.release("acme", "anna", "a new password")
    assert take_snapshot(store.database).parked == ()
