"""One worker with its queue and a real store; the processes in which items are worked stand aside."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from loop import ORDER, House, house

from bots.errors import ApplicationError
from orchestrator.attempts import Attempts, Benches
from orchestrator.engine import Engine
from orchestrator.isolation import Overrun
from orchestrator.line import Line, name_of
from orchestrator.store.items import State
from orchestrator.worker import LeaseLost, Worker

LINES = {"portal/bot": ("order_entry",)}


@dataclass
class HandsHere:
    """Hands that work in this process: `answer` takes what a process would be asked."""

    answer: object
    stopped: threading.Event = field(default_factory=threading.Event)

    def ask(self, request, seconds, what):
        answer = self.answer(request)
        if self.stopped.is_set():
            raise Overrun(f"{what} ended its process")
        return answer

    def stop(self):
        self.stopped.set()

    def warm(self):
        pass

    close = keep_alive = warm


class BenchHere:
    """A bench over the fakes."""

    def __init__(self, one: House, token: str, work=None):
        self.one, self.token = one, token
        self.reader = HandsHere(lambda document: ORDER)
        self.hands = HandsHere(work or (lambda request: one.runner(token).work(*request)))

    def give_up(self, item, reading, failure):
        return self.one.runner(self.token).give_up(item.id, reading, failure)


@pytest.fixture
def one(tmp_path):
    with house(tmp_path) as made:
        yield made


@pytest.fixture
def hire(one, tmp_path):
    """Makes workers; each works in a thread until the test is over, and its failure is kept in `raised`."""
    hired = []

    def make(work=None, **options):
        token = one.worker()

        def line(login):
            benches = Benches(lambda bot: BenchHere(one, token, work))
            attempts = Attempts(one.store, benches, token, 60, 60)
            engine = Engine(f"sqlite:///{tmp_path}/o2c.sqlite3", token, attempts.attempt, line=login)
            return Line(login, LINES[login], one.store, engine, attempts, benches)

        worker = Worker(one.store, token, LINES, line, grace=timedelta(seconds=0.3), **options)
        worker.raised = []
        thread = threading.Thread(target=lambda: outcome(worker))
        thread.start()
        hired.append((worker, thread))
        return worker

    yield make
    for worker, thread in hired:
        worker.stop()
        thread.join(60)


def outcome(worker):
    try:
        worker.work()
    except LeaseLost as lost:
        worker.raised.append(lost)


def until(true, seconds=60):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def ends(one, item):
    until(lambda: one.store.items.get(item.id).state in (State.POSTED, State.FAILED, State.WAITING))
    return one.store.items.get(item.id)


def test_what_waits_is_worked(one, hire):
    item = one.receive()
    hire()
    assert ends(one, item).state is State.POSTED


def test_what_was_postponed_comes_back_in_its_time_without_anyone_handing_it_in(one, hire, monkeypatch):
    monkeypatch.setattr("orchestrator.runner.wait_before_next", lambda *_: timedelta(seconds=0.5))
    item, looked = one.receive(), one.bot.look
    stumbles = [ApplicationError("the portal does not answer"), None]

    def stumbling(reading, workspace, settings):
        if stumbles and (failure := stumbles.pop(0)):
            raise failure
        return looked(reading, workspace, settings)

    one.bot = one.bot.__class__(**{**one.bot.__dict__, "look": stumbling})
    hire()
    settled = ends(one, item)
    assert (settled.state, settled.attempts, settled.revision) == (State.POSTED, 2, 2)


def test_what_a_paused_bot_was_handed_stands_still_until_the_bot_is_resumed(one, hire):
    one.store.pauses.pause("order_entry", "anna", "the price list is wrong")
    item = one.receive()
    hire()
    time.sleep(0.5)
    assert one.store.items.get(item.id).state is State.NEW
    one.store.pauses.resume("order_entry", "anna", "it is right again")
    assert ends(one, item).state is State.POSTED


def test_a_worker_told_to_stop_hands_back_what_does_not_end_within_the_grace(one, hire):
    item, begun, stopped = one.receive(), threading.Event(), threading.Event()

    def work_for_ever(request):
        one.store.items.start(item.id, 1, worker.token)
        begun.set()
        until(worker.line.attempts.stopping.is_set)
        stopped.set()

    worker = hire(work_for_ever)
    assert begun.wait(60)
    worker.stop()
    assert stopped.wait(60)
    until(lambda: one.store.items.get(item.id).state is State.NEW)
    handed_back = one.store.items.get(item.id)
    assert (handed_back.revision, handed_back.attempts) == (2, 0)
    until(lambda: not one.store.workers.list())
    hire()
    assert ends(one, item).state is State.POSTED


def test_a_line_has_one_worker_and_the_next_one_takes_it_when_the_first_has_left(one, hire):
    first = one.worker()
    assert one.store.lines.take("portal/bot", first)
    item = one.receive()
    worker = hire()
    time.sleep(0.5)
    assert worker.line is None
    assert one.store.items.get(item.id).state is State.NEW
    one.store.workers.retire(first)
    assert ends(one, item).state is State.POSTED


def test_a_worker_whose_lease_has_lapsed_stops(one, hire):
    worker = hire(lease=timedelta(seconds=1))
    one.store.workers.retire(worker.token)
    until(lambda: worker.raised)
    assert "silent for longer than 1 s" in str(worker.raised[0])


def test_work_that_stands_as_begun_while_no_queue_knows_it_is_put_back_by_the_watch(one, hire, monkeypatch):
    monkeypatch.setattr("orchestrator.worker.WATCH_EVERY", 0.2)
    item, gone = one.receive(), one.worker()
    one.store.items.start(item.id, 1, gone)
    one.store.backlog.hand_in(item)
    one.store.workers.retire(gone)
    hire()
    settled = ends(one, item)
    assert settled.state is State.POSTED
    assert "item.put_back" in [record.action for record in one.store.audit.list(item=item.id)]


def test_what_no_worker_ever_ends_is_given_up_in_front_of_a_person(one, hire, monkeypatch):
    monkeypatch.setattr("orchestrator.worker.WATCH_EVERY", 0.1)
    item = one.receive()
    original = next((one.store.evidence._folder / item.document[:2]).iterdir())
    original.unlink()
    hire()
    settled = ends(one, item)
    assert (settled.state, settled.attempts) == (State.FAILED, 5)
    assert "no worker ended it" in settled.reasons[0]


def test_a_worker_leaves_a_line_that_is_done_for_one_that_waits(one, hire, monkeypatch):
    monkeypatch.setattr("orchestrator.worker.WATCH_EVERY", 0.1)
    monkeypatch.setitem(LINES, "another", ("dunning",))
    item = one.receive()
    worker = hire()
    ends(one, item)
    one.store.runs.begin("dunning", "by hand", "anna")
    until(lambda: worker.line and worker.line.login == "another")


def test_an_attempt_has_one_name_for_each_revision(one):
    item = one.receive()
    assert name_of(item) == "order_entry:k1:r1"
    assert name_of(one.store.items.reopen(item.id, "anna", "again")) == "order_entry:k1:r2"
