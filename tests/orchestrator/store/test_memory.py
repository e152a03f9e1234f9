"""Runs, mail and customers: what is remembered of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.domain.customers import Customer
from bots.errors import StoreError
from orchestrator.demo.world import CUSTOMERS
from orchestrator.store.store import Store


def test_a_run_is_remembered_from_beginning_to_end(store: Store) -> None:
    run = store.runs.begin("order_entry", "schedule", "w1")
    going = store.runs.last("order_entry")
    store.runs.end(run, {"posted": {"count": 2, "EUR": "10.15"}}, "one is missing")
    ended = store.runs.last("order_entry")

    assert going is not None
    assert (going.id, going.trigger, going.ended_at, going.totals) == (run, "schedule", None, None)
    assert ended is not None
    assert (ended.totals, ended.red) == ({"posted": {"count": 2, "EUR": "10.15"}}, "one is missing")
    assert ended.ended_at is not None
    assert ended.ended_at >= ended.begun_at


def test_the_end_of_a_run_makes_a_checkpoint(store: Store, data: Path) -> None:
    run = store.runs.begin("order_entry", "schedule", "w1")
    store.runs.end(run, {}, None)

    assert store.audit.list(run=run)[-1].hash in (data / "audit-heads.jsonl").read_text()


def test_a_run_ends_once(store: Store) -> None:
    run = store.runs.begin("order_entry", "schedule", "w1")
    store.runs.end(run, {"posted": 1}, None)
    store.runs.end(run, {"posted": 2}, "red")

    ended = store.runs.last("order_entry")
    assert ended is not None
    assert (ended.totals, ended.red) == ({"posted": 1}, None)
    assert [record.action for record in store.audit.list(run=run)] == ["run.begun", "run.ended"]


def test_runs_are_listed_latest_first(store: Store) -> None:
    ids = [store.runs.begin(bot, "by hand", "w1") for bot in ("order_entry", "dunning", "order_entry")]

    assert [run.id for run in store.runs.list()] == ids[::-1]
    assert [run.id for run in store.runs.list("order_entry")] == [ids[2], ids[0]]
    assert len(store.runs.list(limit=1)) == 1
    assert store.runs.last("unknown") is None


def test_a_message_is_known_by_mailbox_folder_and_uidvalidity(store: Store) -> None:
    store.mail.remember("orders", "INBOX", 3, 7, "<1@example.com>", "a" * 64)
    store.mail.remember("orders", "INBOX", 3, 7, "<1@example.com>", "a" * 64)
    store.mail.remember("orders", "INBOX", 3, 9, None, "b" * 64)

    assert store.mail.known("orders", "INBOX", 3) == {7, 9}
    assert store.mail.known("orders", "INBOX", 4) == frozenset()
    assert store.mail.known("orders", "Old", 3) == frozenset()
    assert store.mail.known("sales", "INBOX", 3) == frozenset()


def test_customers_come_back_exactly_as_they_were_put(store: Store) -> None:
    for customer in reversed(CUSTOMERS):
        store.customers.put(customer, "setup")

    assert store.customers.all() == CUSTOMERS


def test_a_changed_customer_is_recorded_with_what_stood_before_and_the_same_again_is_not(store: Store) -> None:
    for name in ("Morel SA", "Morel SA", "Morel SAS"):
        store.customers.put(Customer("C-1", name), "anna")

    told = [record for record in store.audit.list() if record.action == "customer.put"]
    assert [customer.name for customer in store.customers.all()] == ["Morel SAS"]
    assert [(record.detail["before"] or {}).get("name") for record in told] == [None, "Morel SA"]
    assert {(record.actor, record.target) for record in told} == {("anna", "C-1")}


def test_a_run_that_cannot_be_recorded_is_not_begun(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("the record cannot be written")

    monkeypatch.setattr(store.audit, "write", refuse)

    with pytest.raises(StoreError):
        store.runs.begin("order_entry", "schedule", "w1")
    assert store.runs.list() == ()
