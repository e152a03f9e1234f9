"""Leases: who is at work, who went silent, and whose process is gone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from orchestrator.store import processes
from orchestrator.store.store import Store

HERE = socket.gethostname()
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when a process began")


def now() -> datetime:
    return datetime.now(UTC)


def test_a_lease_holds_while_it_is_renewed(store: Store) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        token = store.workers.enlist("worker one", "elsewhere", 1, now())
        clock.shift(timedelta(seconds=59))
        assert store.workers.beat(token)
        clock.shift(timedelta(seconds=59))
        assert store.workers.live(token, now())
        clock.shift(timedelta(seconds=2))
        assert not store.workers.live(token, now())


def test_a_lease_that_lapsed_never_comes_back(store: Store) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        token = store.workers.enlist("worker", "elsewhere", 1, now())
        clock.shift(timedelta(seconds=61))
        assert not store.workers.beat(token)
        assert not store.workers.live(token, now())


def test_a_retired_worker_does_not_beat(store: Store) -> None:
    token = store.workers.enlist("worker", "elsewhere", 1, now())
    store.workers.retire(token)

    assert not store.workers.beat(token)
    assert store.workers.list() == store.workers.dead() == ()
    assert [worker.token for worker in store.workers.list(retired=True)] == [token]


def test_a_worker_silent_for_longer_than_asked_is_dead(store: Store) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        token = store.workers.enlist("worker", "elsewhere", 1, now())
        clock.shift(timedelta(seconds=30))
        assert store.workers.dead() == ()
        assert [worker.token for worker in store.workers.dead(after=20)] == [token]
        assert [worker.token for worker in store.workers.dead(after=timedelta(seconds=20))] == [token]


def test_a_worker_whose_process_runs_here_is_not_dead(store: Store) -> None:
    store.workers.enlist("worker", HERE, os.getpid(), now())

    assert store.workers.dead() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_a_worker_whose_process_is_gone_is_dead_at_once_even_before_it_is_buried(store: Store) -> None:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    token = store.workers.enlist("worker", HERE, process.pid, now())
    assert store.workers.dead() == ()

    process.kill()
    while processes.runs(process.pid):
        pass
    assert [worker.token for worker in store.workers.dead()] == [token]

    assert process.stdin is not None
    process.stdin.close()
    process.wait()
    assert [worker.token for worker in store.workers.dead()] == [token]


@linux
def test_a_worker_whose_number_another_process_got_is_dead_at_once(store: Store) -> None:
    long_ago = now() - timedelta(days=400)
    token = store.workers.enlist("worker", HERE, os.getpid(), long_ago)

    assert [worker.token for worker in store.workers.dead()] == [token]


def test_the_process_of_another_machine_is_not_judged(store: Store) -> None:
    store.workers.enlist("worker", "elsewhere", 2**22 + 1, now())

    assert store.workers.dead() == ()


def test_a_container_of_the_same_host_name_is_not_judged(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.workers.enlist("worker", HERE, 2**22 + 1, now())
    assert len(store.workers.dead()) == 1

    monkeypatch.setattr(processes, "place", lambda: "another boot")
    assert store.workers.dead() == ()


@linux
def test_a_process_began_before_now_and_not_long_ago() -> None:
    began = processes.began(os.getpid())

    assert began is not None
    assert now() - timedelta(days=1) < began < now() + timedelta(seconds=2)


def test_a_process_that_is_not_there_neither_runs_nor_began() -> None:
    assert not processes.runs(2**22 + 1)
    assert processes.began(2**22 + 1) is None
