"""The order of work, and how people and machines change it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bots.domain.documents import Document
from orchestrator.store.item import Item, OutOfTurn, State
from orchestrator.store.store import Store

BOTS = ("order_entry",)


def another(store: Store, key: str) -> Item:
    return store.items.receive("order_entry", key, Document(key.encode(), "application/pdf", f"{key}.pdf"), key)[0]


def test_what_was_handed_in_is_not_handed_in_again_until_it_has_a_new_revision(store: Store, item: Item) -> None:
    assert store.backlog.to_hand_in(BOTS) == (item,)
    store.backlog.hand_in(item)
    assert store.backlog.to_hand_in(BOTS) == ()
    again = store.items.reopen(item.id, "anna", "the price list was wrong")
    assert store.backlog.to_hand_in(BOTS) == (again,)


def test_handing_in_an_older_revision_marks_nothing(store: Store, item: Item) -> None:
    again = store.items.reopen(item.id, "anna", "again")
    store.backlog.hand_in(item)
    assert store.backlog.to_hand_in(BOTS) == (again,)


def test_what_a_machine_hands_back_waits_again_and_the_attempt_does_not_count(
    store: Store, item: Item, worker: str
) -> None:
    store.items.start(item.id, 1, worker)
    back = store.backlog.hand_back(item.id, 1, worker, "its worker was stopped")
    assert (back.state, back.revision, back.attempts, back.worker) == (State.NEW, 2, 0, None)
    with pytest.raises(OutOfTurn):
        store.items.settle(item.id, 1, State.POSTED, worker=worker)


def test_a_worker_hands_back_nothing_that_another_has_by_now(store: Store, item: Item, worker: str) -> None:
    store.items.start(item.id, 1, "another")
    with pytest.raises(OutOfTurn, match="it hands nothing back"):
        store.backlog.hand_back(item.id, 1, worker, "its worker was stopped")


def test_what_is_put_back_counts_as_an_attempt(store: Store, item: Item, worker: str) -> None:
    again = store.backlog.put_back(item.id, 1, "watchman", "no queue knows it")
    assert (again.state, again.revision, again.attempts) == (State.NEW, 2, 1)
    store.items.start(item.id, 2, worker)
    assert store.backlog.put_back(item.id, 2, "watchman", "its worker is dead").attempts == 2


def test_what_a_person_settled_is_not_handed_back(store: Store, item: Item, worker: str) -> None:
    store.items.reject(item.id, "anna", "no order")
    with pytest.raises(OutOfTurn):
        store.backlog.hand_back(item.id, 2, worker, "stopped")


def test_a_person_postpones_what_waits_and_what_is_begun_is_refused_from_then_on(
    store: Store, item: Item, worker: str
) -> None:
    store.items.start(item.id, 1, worker)
    until = datetime.now(UTC) + timedelta(days=1)
    late = store.backlog.postpone(item.id, until, "anna", "the customer calls back tomorrow")
    assert (late.state, late.until, late.revision) == (State.POSTPONED, until, 2)
    with pytest.raises(OutOfTurn):
        store.items.settle(item.id, 1, State.POSTED, worker=worker)
    (record,) = [one for one in store.audit.list(item=item.id) if one.action == "item.postponed"]
    assert (record.actor, record.detail["why"]) == ("anna", "the customer calls back tomorrow")


def test_a_settled_item_is_not_postponed(store: Store, item: Item) -> None:
    store.items.reject(item.id, "anna", "no order")
    with pytest.raises(OutOfTurn, match="tried again"):
        store.backlog.postpone(item.id, datetime.now(UTC), "anna", "later")


def test_a_person_says_how_urgent_an_item_is_and_it_takes_another_place(store: Store, item: Item) -> None:
    second = another(store, "second")
    store.backlog.hand_in(second)
    urgent = store.backlog.prioritise(second.id, 0, date(2026, 3, 20), "anna", "they stand still without it")
    assert (urgent.urgency, urgent.due, urgent.revision) == (0, date(2026, 3, 20), 2)
    assert [one.id for one in store.backlog.to_hand_in(BOTS)] == [second.id, item.id]


def test_what_is_begun_goes_on_when_its_urgency_changes(store: Store, item: Item, worker: str) -> None:
    store.items.start(item.id, 1, worker)
    assert store.backlog.prioritise(item.id, 0, None, "anna", "now").revision == 1


def test_an_urgency_beyond_the_scale_is_refused(store: Store, item: Item) -> None:
    with pytest.raises(ValueError, match="0 is the most urgent"):
        store.backlog.prioritise(item.id, 21, None, "anna", "never")


def test_two_hundred_failures_of_one_cause_are_one_group_with_the_first_reason(store: Store, worker: str) -> None:
    for number in range(20):
        item = another(store, f"k{number}")
        store.items.start(item.id, 1, worker)
        cause = "SelectorMissing at old_portal.new_order" if number else "BusinessError at the document"
        store.items.settle(item.id, 1, State.FAILED, reasons=[f"reason {number}"], cause=cause)
    first, second = store.backlog.groups([State.FAILED])
    assert (first.count, first.cause, first.first.reasons) == (
        19,
        "SelectorMissing at old_portal.new_order",
        ("reason 1",),
    )
    assert (second.count, second.first.reasons) == (1, ("reason 0",))
    assert store.backlog.groups([State.FAILED], "dunning") == ()


def test_an_item_is_work_when_it_is_due(store: Store, item: Item) -> None:
    moment = datetime.now(UTC)
    assert store.backlog.bots_with_work(moment) == {"order_entry"}
    store.backlog.postpone(item.id, moment + timedelta(hours=1), "anna", "later")
    assert store.backlog.bots_with_work(moment) == frozenset()
    assert store.backlog.bots_with_work(moment + timedelta(hours=2)) == {"order_entry"}


def test_a_run_that_was_asked_for_is_work(store: Store) -> None:
    run = store.runs.begin("dunning", "by hand", "anna")
    assert store.backlog.bots_with_work(datetime.now(UTC)) == {"dunning"}
    store.runs.end(run, {}, None)
    assert store.backlog.bots_with_work(datetime.now(UTC)) == frozenset()
