import threading
import time
from datetime import timedelta

import pytest

from orchestrator.engine import GIVES_WAY, Engine, Ticket
from orchestrator.store.addresses import engine_address


@pytest.fixture
def engine(tmp_path):
    started = []

    def start(work, executor="here", **options):
        one = Engine(f"sqlite:///{tmp_path}/o2c.sqlite3", executor, work, **options)
        one.start()
        started.append(one)
        return one

    yield start
    for one in started:
        one.stop(timedelta(0))


def all_finished(engine, *names):
    return engine.wait_until(lambda: all(engine.finished(name) for name in names), 30)


def test_an_attempt_handed_in_twice_runs_once(engine):
    ran = []
    one = engine(lambda item, revision: ran.append((item, revision)) or "posted")
    for _ in range(3):
        one.submit(Ticket("bot:key:r1", 7, 1, "portal/user"))
    assert all_finished(one, "bot:key:r1")
    assert ran == [(7, 1)]


def test_one_login_never_holds_two_attempts_while_another_works_beside(engine):
    at_work, most, seen_together = {"a": 0, "b": 0}, {"a": 0, "b": 0}, []
    lock = threading.Lock()

    def work(item, revision):
        login = "a" if item < 4 else "b"
        with lock:
            at_work[login] += 1
            most[login] = max(most[login], at_work[login])
            seen_together.append(at_work["a"] and at_work["b"])
        time.sleep(0.2)
        with lock:
            at_work[login] -= 1
        return "posted"

    one = engine(work)
    names = [f"bot:{n}:r1" for n in range(8)]
    for n, name in enumerate(names):
        one.submit(Ticket(name, n, 1, "a" if n < 4 else "b"))
    assert all_finished(one, *names)
    assert most == {"a": 1, "b": 1}
    assert any(seen_together)


def test_attempts_of_one_login_run_in_the_order_of_their_arrival(engine):
    ran = []
    one = engine(lambda item, revision: ran.append(item) or "posted")
    for n in range(12):
        one.submit(Ticket(f"bot:{n}:r1", n, 1, "p/u"))
    assert all_finished(one, *(f"bot:{n}:r1" for n in range(12)))
    assert ran == list(range(12))


@pytest.mark.parametrize(
    ("urgencies", "order"),
    [
        pytest.param([10, 10, 0], [2, 0, 1], id="the urgent one comes first"),
        pytest.param([20, 10, 10], [1, 2, 0], id="the least urgent one last"),
    ],
)
def test_urgency_moves_an_item_in_its_line(engine, urgencies, order):
    first, ran = threading.Event(), []
    one = engine(lambda item, revision: (first.wait(30), ran.append(item)) and "posted")
    one.submit(Ticket("bot:busy:r1", 99, 1, "p/u", urgency=0))
    assert one.wait_until(lambda: one._running().get_workflow_status("bot:busy:r1").status == "PENDING", 30)
    for item, urgency in enumerate(urgencies):
        one.submit(Ticket(f"bot:{item}:r1", item, 1, "p/u", urgency=urgency))
    first.set()
    assert all_finished(one, *(f"bot:{item}:r1" for item in range(3)))
    assert ran == [99, *order]


def test_no_item_is_passed_by_more_than_its_share_of_later_ones_so_none_waits_for_ever():
    least = Ticket("bot:1:r1", 1, 1, "p/u", urgency=20)
    urgent = [Ticket(f"bot:{item}:r1", item, 1, "p/u", urgency=0) for item in range(2, 10_000)]
    assert sum(one.priority < least.priority for one in urgent) == 20 * GIVES_WAY - 1


def test_an_attempt_can_be_handed_in_for_later(engine):
    ran = []
    one = engine(lambda item, revision: ran.append(item) or "posted")
    one.submit(Ticket("bot:late:r1", 1, 1, "p/u", delay=timedelta(hours=1)))
    one.submit(Ticket("bot:now:r1", 2, 1, "p/u"))
    assert all_finished(one, "bot:now:r1")
    assert ran == [2]


def test_what_a_dead_executor_left_is_run_by_a_live_one(engine):
    release = threading.Event()

    def hang(item, revision):
        release.wait(60)
        return "never"

    dead = engine(hang, executor="dead")
    dead.submit(Ticket("bot:left:r1", 5, 1, "p/u"))
    assert dead.wait_until(lambda: release.is_set() or status(dead) == "PENDING", 30)
    dead.stop(timedelta(0))
    ran = []
    live = engine(lambda item, revision: ran.append(item) or "posted", executor="live")
    live.recover(["dead"])
    assert all_finished(live, "bot:left:r1")
    release.set()
    assert ran == [5]


def status(engine):
    """What the engine itself says of the attempt; private, so it is watched here."""
    return engine._running().get_workflow_status("bot:left:r1").status


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("sqlite:////data/o2c.sqlite3", "sqlite:////data/o2c.engine.sqlite3"),
        ("postgresql+psycopg://u:p@h/o2c", "postgresql://u:p@h/o2c"),
    ],
)
def test_the_engine_keeps_its_tables_beside_ours(ours, theirs):
    assert engine_address(ours) == theirs
