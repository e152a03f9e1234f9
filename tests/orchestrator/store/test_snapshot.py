"""How everything stands, counted in the database, on both."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy

from orchestrator.store import snapshot as snapshots
from orchestrator.store.items import State
from orchestrator.store.snapshot import Doubt, Miss, Parked, RunCount, take_snapshot
from tests.orchestrator.store.conftest import document

WAS = datetime(2026, 3, 2, 9, tzinfo=UTC)


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


@pytest.fixture
def timetable(store):
    """The tables of schedules and pauses, whichever migration makes them."""
    metadata = sqlalchemy.MetaData()
    text = sqlalchemy.Text
    columns = {
        "firings": ("schedule", "bot", "nominal", "planned", "decided_at", "run", "reason"),
        "pauses": ("bot", "since", "who", "why"),
    }
    with store.database.write() as connection:
        there = sqlalchemy.inspect(connection).get_table_names()
        for name, names in columns.items():
            made = sqlalchemy.Table(name, metadata, *(sqlalchemy.Column(one, text) for one in names))
            if name not in there:
                made.create(connection)
    return metadata.tables


def put(store, table, **values):
    with store.database.write() as connection:
        connection.execute(sqlalchemy.insert(table).values(**values))


def instant(moment):
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


@pytest.mark.parametrize(
    ("late", "run", "hours_ago", "missed"),
    [
        pytest.param(600, None, 1, True, id="nobody was there for ten minutes"),
        pytest.param(5, None, 1, False, id="a holiday, decided in time"),
        pytest.param(600, "r1", 1, False, id="it ran, late"),
        pytest.param(600, None, 30, False, id="longer ago than a day"),
    ],
)
def test_a_run_counts_as_missed_when_nobody_was_there_in_time(store, timetable, late, run, hours_ago, missed):
    decided = datetime.now(UTC) - timedelta(hours=hours_ago)
    planned = decided - timedelta(seconds=late)
    put(
        store, timetable["firings"], schedule="hourly", bot="b", nominal=instant(planned), planned=instant(planned),
        decided_at=instant(decided), run=run, reason="the scheduler was not running",
    )  # fmt: skip
    expected = (Miss("hourly", "b", planned, "the scheduler was not running"),) if missed else ()
    assert take_snapshot(store.database).misses == expected


@pytest.mark.parametrize(("who", "parked"), [("machine", True), ("anna", False)])
def test_what_a_machine_stopped_is_parked_and_what_a_person_paused_is_not(store, timetable, who, parked):
    put(store, timetable["pauses"], bot="b", since=instant(WAS), who=who, why="locked out")
    assert take_snapshot(store.database).parked == ((Parked("b", WAS, "locked out"),) if parked else ())
