"""Intents: one thing is made once, and only by the worker whose turn it is."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy
import time_machine

from bots.domain.documents import Document
from bots.errors import StoreError
from orchestrator.store import tables
from orchestrator.store.intents import Intent, IntentRefused
from orchestrator.store.items import Item
from orchestrator.store.store import Store

HASH = "a" * 64
FIELDS = {"po_number": "PO 1001", "line[1].article": "BR-1001"}


@pytest.fixture
def started(store: Store, item: Item, worker: str) -> Item:
    return store.items.start(item.id, 1, worker)


@pytest.fixture
def another(store: Store, worker: str) -> Item:
    item, _ = store.items.receive("order_entry", "order-2", Document(b"x", "text/plain"), "file:2", None)
    return store.items.start(item.id, 1, worker)


def begin(store: Store, item: Item, key: str = "order:C-1000:po1001:0", worker: str | None = None) -> Intent:
    return store.intents.begin(item.id, key, HASH, worker or item.worker or "", "portal acme", FIELDS)


def test_an_intent_is_open_until_its_result_is_seen(store: Store, started: Item) -> None:
    intent = begin(store, started)

    assert (intent.state, intent.item, intent.revision, intent.fields) == ("open", started.id, 1, FIELDS)
    assert store.intents.open_for(started.id) == (intent,)
    assert store.intents.find(intent.posting_key) == intent

    confirmed = store.intents.confirm(intent.id, "order A-1")
    assert (confirmed.state, confirmed.seen) == ("confirmed", "order A-1")
    assert store.intents.open_for(started.id) == ()
    assert store.intents.find(intent.posting_key) == confirmed


def test_the_same_thing_is_not_begun_twice_by_one_item(store: Store, started: Item) -> None:
    first = begin(store, started)

    with pytest.raises(IntentRefused, match=r"item 1 began order:C-1000:po1001:0 .* \(intent 1, open\)") as refusal:
        begin(store, started)
    assert refusal.value.earlier == first


def test_the_same_thing_is_not_begun_by_another_item_even_after_it_was_made(
    store: Store, started: Item, another: Item
) -> None:
    store.intents.confirm(begin(store, started).id, "order A-1")

    with pytest.raises(IntentRefused, match="confirmed: order A-1"):
        begin(store, another)


def test_an_item_with_an_open_intent_begins_nothing_under_another_key(store: Store, started: Item) -> None:
    begin(store, started)

    with pytest.raises(IntentRefused, match="item 1 began order:C-1000:po1001:0"):
        begin(store, started, key="order:C-1001:po1001:0")


def test_the_next_thing_may_be_made_once_the_first_was_seen(store: Store, started: Item) -> None:
    first = store.intents.confirm(begin(store, started).id, "order A-1")
    second = begin(store, started, key="confirmation:C-1000:po1001:0")

    assert [intent.id for intent in store.intents.of(started.id)] == [first.id, second.id]


def test_what_was_proven_not_made_may_be_begun_again(store: Store, started: Item) -> None:
    first = begin(store, started)
    refuted = store.intents.refute(first.id, "anna", "the portal shows nothing after a minute")

    assert (refuted.state, refuted.who) == ("refuted", "anna")
    assert store.intents.find(first.posting_key) is None
    assert begin(store, started).id != first.id


def test_an_outcome_is_final_and_saying_it_twice_is_saying_it_once(store: Store, started: Item) -> None:
    intent = begin(store, started)
    store.intents.confirm(intent.id, "order A-1")

    assert store.intents.confirm(intent.id, "order A-2").seen == "order A-1"
    with pytest.raises(IntentRefused, match="confirmed already"):
        store.intents.refute(intent.id, "anna", "not there")


@pytest.mark.parametrize(
    ("posting_key", "of_another"), [("order:1", True), ("order:2", False)], ids=["one posting key", "one item"]
)
def test_the_database_itself_refuses_a_second_live_intent(
    store: Store, started: Item, another: Item, posting_key: str, of_another: bool
) -> None:
    begin(store, started, key="order:1")
    row = {
        "item": another.id if of_another else started.id, "revision": 1, "posting_key": posting_key, "worker": "x",
        "plan_hash": HASH, "target": "portal", "fields": {}, "state": "open", "begun_at": datetime.now(UTC),
    }  # fmt: skip

    with pytest.raises(StoreError, match=r"(?i)unique"), store.database.write() as connection:
        connection.execute(sqlalchemy.insert(tables.intents), row)


@pytest.mark.parametrize("same_item", [True, False], ids=["one item, many keys", "one key, many items"])
def test_of_threads_that_begin_at_once_one_wins(store: Store, worker: str, same_item: bool) -> None:
    items = []
    for number in range(5):
        received, _ = store.items.receive("order_entry", f"k{number}", Document(b"x", "text/plain"), "file:x", None)
        items.append(store.items.start(received.id, 1, worker))
    won: list[Intent] = []
    lost: list[IntentRefused] = []

    def race(number: int) -> None:
        try:
            won.append(begin(store, items[0 if same_item else number], f"order:{number if same_item else 1}"))
        except IntentRefused as refusal:
            lost.append(refusal)

    threads = [threading.Thread(target=race, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(won), len(lost)) == (1, 4)
    assert [refusal.earlier for refusal in lost] == won * 4
    assert store.audit.verify().ok


def test_a_worker_silent_for_too_long_begins_nothing(store: Store, started: Item) -> None:
    with (
        time_machine.travel(datetime.now(UTC) + timedelta(seconds=61)),
        pytest.raises(IntentRefused, match="silent for too long"),
    ):
        begin(store, started)
    assert store.intents.of(started.id) == ()


def test_a_worker_that_was_retired_begins_nothing(store: Store, started: Item, worker: str) -> None:
    store.workers.retire(worker)

    with pytest.raises(IntentRefused, match="silent for too long"):
        begin(store, started)


def test_a_worker_nobody_knows_begins_nothing(store: Store, item: Item) -> None:
    started = store.items.start(item.id, 1, "a stranger")

    with pytest.raises(IntentRefused, match="silent for too long"):
        begin(store, started)


def test_a_worker_whose_item_another_took_over_begins_nothing(store: Store, started: Item, worker: str) -> None:
    other = store.workers.enlist("other", "elsewhere", 2, datetime.now(UTC))
    store.items.start(started.id, 1, other)

    with pytest.raises(IntentRefused, match="not worker"):
        begin(store, started, worker=worker)
    assert begin(store, started, worker=other).worker == other


def test_an_item_that_moved_on_begins_nothing(store: Store, started: Item, worker: str) -> None:
    store.items.reopen(started.id, "anna", "the customer called")
    with pytest.raises(IntentRefused, match="not worker"):
        begin(store, started)

    store.items.start(started.id, 2, worker)
    with pytest.raises(IntentRefused, match="revision 2"):
        store.intents.begin(started.id, "order:1", HASH, worker, "portal", {}, revision=1)
    assert store.intents.begin(started.id, "order:1", HASH, worker, "portal", {}, revision=2).revision == 2


def test_an_item_nobody_started_and_one_that_is_not_there_begin_nothing(store: Store, item: Item, worker: str) -> None:
    with pytest.raises(IntentRefused, match="is new"):
        begin(store, item, worker=worker)
    with pytest.raises(IntentRefused, match="no work item 99"):
        store.intents.begin(99, "order:1", HASH, worker, "portal", {})
    with pytest.raises(IntentRefused, match="no intent 99"):
        store.intents.confirm(99, "order A-1")


def test_every_change_of_an_intent_is_in_the_trail(store: Store, started: Item) -> None:
    first = begin(store, started)
    store.intents.refute(first.id, "anna", "not there")
    store.intents.confirm(begin(store, started).id, "order A-1")

    told = [record for record in store.audit.list(item=started.id) if record.action.startswith("intent")]
    assert [record.action for record in told] == ["intent.begun", "intent.refuted", "intent.begun", "intent.confirmed"]
    assert told[0].detail["fields"] == FIELDS
