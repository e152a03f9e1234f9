"""Workers as processes, on SQLite and PostgreSQL: killed, paused, told to stop. Every letter leaves once."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy
import time_machine

from orchestrator.scheduling.scheduler import follow_file
from orchestrator.store.items import State
from tests.post_office import post_office, until
from tests.postgres import postgres  # noqa: F401 - a fixture is found by its name here

pytestmark = [
    pytest.mark.imap,
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows"),
]
BOTS = ("receipts_a", "receipts_b")
PATIENT = {"limits": {"lease_seconds": 4, "grace_seconds": 10}}


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    if request.param == "sqlite":
        return "sqlite:///o2c.sqlite3"
    server, name = request.getfixturevalue("postgres"), f"o2c_{secrets.token_hex(6)}"
    maker = sqlalchemy.create_engine(f"{server}postgres".replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        connection.exec_driver_sql(f"create database {name}")
    maker.dispose()
    return f"{server}{name}"


def posted(house):
    return house.store.items.list(states=[State.POSTED])


def stands(house):
    return {item.id: (item.bot, item.state.value, item.reasons, item.worker) for item in house.store.items.list()}


def all_posted(scene, house, count):
    until(lambda: len(posted(house)) == count, 150, lambda: f"{stands(house)}\n{scene.log}")


def balanced_and_once(scene, house, count):
    assert scene.letters().total() == len(scene.letters()) == count, "a letter left twice, or not at all"
    until(lambda: not house.store.runs.open(), says=house.store.runs.list)
    assert {run.red for run in house.store.runs.list()} == {None}
    assert house.store.audit.verify().ok


def started(scene, house, count=6):
    """Mails in every bot's folder, a run asked for each, and two workers at work."""
    for bot in scene.bots:
        scene.deliver(bot, count)
        house.store.runs.begin(bot, "by hand", "anna")
    workers = [
        scene.start("worker", "--name", name, "--ends-with-input", stdin=subprocess.PIPE) for name in ("one", "two")
    ]
    until(lambda: len(posted(house)) > 1, says=lambda: f"{stands(house)}\n{scene.log}")
    return workers


def test_a_killed_worker_loses_nothing_and_repeats_nothing(tmp_path, database):
    with post_office(tmp_path, BOTS, database, settings={"slow": 100}, **PATIENT) as scene, scene.house() as house:
        first, _ = started(scene, house)
        first.kill()
        all_posted(scene, house, 12)
        balanced_and_once(scene, house, 12)


def test_a_paused_worker_finds_its_lease_old_and_leaves(tmp_path, database):
    with post_office(tmp_path, BOTS, database, settings={"slow": 100}, **PATIENT) as scene, scene.house() as house:
        first, _ = started(scene, house)
        first.send_signal(signal.SIGSTOP)
        all_posted(scene, house, 12)
        first.send_signal(signal.SIGCONT)
        assert first.wait(60) == 5
        assert "silent for longer than 4 s" in scene.log
        balanced_and_once(scene, house, 12)


def test_two_workers_are_never_at_one_line_together(tmp_path):
    with post_office(tmp_path, ("receipts_a",), settings={"slow": 50}, **PATIENT) as scene, scene.house() as house:
        first, second = started(scene, house, 12)
        first.kill()
        all_posted(scene, house, 12)
        at_work = set()
        for record in house.store.audit.list():
            if record.action == "item.started":
                assert at_work <= {record.item}, f"item {record.item} was begun while {at_work} was"
                at_work = {record.item}
            elif record.action in ("item.settled", "item.handed_back"):
                at_work.discard(record.item)
        assert second.poll() is None


def test_a_worker_told_to_stop_ends_what_it_is_at_and_leaves(tmp_path):
    with post_office(tmp_path, BOTS, settings={"slow": 300}, **PATIENT) as scene, scene.house() as house:
        workers = started(scene, house)
        for worker in workers:
            worker.terminate()
        assert [worker.wait(60) for worker in workers] == [0, 0]
        assert house.store.items.list(states=[State.WORKING]) == ()
        assert house.store.workers.list() == ()
        assert house.store.lines.holders() == {}
        assert scene.letters().total() == len(scene.letters()) < 12


def test_up_starts_again_what_dies_and_ends_everything_when_told(tmp_path):
    with post_office(tmp_path, BOTS, **PATIENT) as scene, scene.house() as house:
        up = scene.start("up", "--workers", "2")
        until(lambda: len(house.store.workers.list()) == 2, says=lambda: scene.log)
        first = house.store.workers.list()[0]
        os.kill(first.pid, signal.SIGKILL)
        scene.deliver("receipts_a", 3)
        house.store.runs.begin("receipts_a", "by hand", "anna")
        all_posted(scene, house, 3)
        until(lambda: len({one.name for one in house.store.workers.list()}) == 2, says=lambda: scene.log)
        assert first.token not in {one.token for one in house.store.workers.list()}
        up.terminate()
        assert up.wait(60) == 0
        assert house.store.workers.list() == ()
        assert "was ended by signal 9; it is started again" in scene.log


def test_two_schedulers_that_decide_the_same_times_at_once_ask_for_each_run_once(tmp_path, database):
    tick = {"bot": "receipts_a", "when": "* * * * *", "coalesce": False, "grace": "9 h"}
    with post_office(tmp_path, BOTS, database, schedules={"tick": tick}) as scene, scene.house() as house:
        half_an_hour_ago = house.store.now() - timedelta(minutes=30)
        with time_machine.travel(half_an_hour_ago):
            follow_file(house.store, house.config.timetable())
        schedulers = [scene.start("scheduler") for _ in range(2)]
        until(lambda: len(house.store.firings.list(limit=500)) >= 30, says=lambda: scene.log)
        until(lambda: all(listens(scheduler.pid) for scheduler in schedulers), says=lambda: scene.log)
        for scheduler in schedulers:
            scheduler.terminate()
        assert [scheduler.wait(30) for scheduler in schedulers] == [0, 0]
        firings = house.store.firings.list(limit=500)
        assert len({one.nominal for one in firings}) == len(firings)
        assert sorted(one.run for one in firings) == sorted(run.id for run in house.store.runs.list(limit=500))


def listens(pid):
    """Whether a process has come so far that it stops when told to; only Linux says so, elsewhere it is believed."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return True
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1)


def test_mail_that_comes_starts_its_bot(tmp_path):
    on_mail = {"listen": {"bot": "receipts_a", "mail": "receipts_a"}}
    with post_office(tmp_path, ("receipts_a",), schedules=on_mail) as scene, scene.house() as house:
        up = scene.start("up")
        until(house.store.schedules.list, says=lambda: scene.log)
        scene.deliver("receipts_a", 2)
        all_posted(scene, house, 2)
        assert {one.reason for one in house.store.firings.list() if one.run} == {"mail came into receipts_a"}
        scene.deliver("receipts_a", 1, start=2)
        all_posted(scene, house, 3)
        balanced_and_once(scene, house, 3)
        up.terminate()
        assert up.wait(60) == 0
