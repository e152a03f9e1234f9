"""One worker at a log-in's line, whatever asks for it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from orchestrator.store.store import Store

LOGIN = "old_portal/BOT01"


@pytest.fixture
def hire(store: Store) -> Callable[[], str]:
    return lambda: store.workers.enlist("worker", "elsewhere", 1, datetime.now(UTC), timedelta(seconds=30))


def test_a_line_is_served_by_the_first_who_takes_it(store: Store, hire: Callable[[], str]) -> None:
    first, second = hire(), hire()
    assert store.lines.take(LOGIN, first)
    assert store.lines.take(LOGIN, first), "taking it again changes nothing"
    assert not store.lines.take(LOGIN, second)
    assert store.lines.take("sql_ledger/anna", second)
    assert store.lines.holders() == {LOGIN: first, "sql_ledger/anna": second}


def test_of_many_who_ask_at_once_one_gets_it(store: Store, hire: Callable[[], str]) -> None:
    workers = [hire() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda worker: store.lines.take(LOGIN, worker), workers))
    assert taken.count(True) == 1


def test_a_line_is_free_when_its_worker_leaves_it(store: Store, hire: Callable[[], str]) -> None:
    first, second = hire(), hire()
    store.lines.take(LOGIN, first)
    store.lines.leave(first)
    assert store.lines.take(LOGIN, second)


@pytest.mark.parametrize("how", ["it retired", "it is silent for too long"])
def test_a_line_is_free_when_its_workers_lease_is_over(store: Store, hire: Callable[[], str], how: str) -> None:
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        first = hire()
        store.lines.take(LOGIN, first)
        if how == "it retired":
            store.workers.retire(first)
        else:
            clock.shift(timedelta(seconds=31))
        second = hire()
        assert store.lines.take(LOGIN, second)
        assert not store.lines.take(LOGIN, first), "and whose lease is over takes none"


def test_a_lease_lasts_as_long_as_was_agreed(store: Store) -> None:
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        token = store.workers.enlist("slow", socket.gethostname() + "x", 1, datetime.now(UTC), timedelta(seconds=300))
        clock.shift(timedelta(seconds=299))
        assert store.workers.dead() == ()
        assert store.workers.beat(token)
