"""One worker with its queue and a real store; the processes in which items are worked stand aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from loop import ORDER, House, house

from bots.errors import ApplicationError
from orchestrator.store.items import State
from orchestrator.worker import Worker


@dataclass
class HandsHere:
    """Hands that work in this process: `answer` takes what a process would be asked."""

    answer: object

    def ask(self, request, seconds, what):
        return self.answer(request)

    def warm(self):
        pass

    def close(self):
        pass


@dataclass
class BenchHere:
    """A bench over the fakes."""

    one: House
    token: str
    login: str = "portal/bot"

    def __post_init__(self):
        self.reader = HandsHere(lambda document: ORDER)
        self.hands = HandsHere(lambda request: self.one.runner(self.token).work(*request))

    def give_up(self, item, reading, failure):
        return self.one.runner(self.token).give_up(item.id, reading, failure)


@pytest.fixture
def one(tmp_path):
    with house(tmp_path) as made:
        yield made


@pytest.fixture
def worker(one, tmp_path):
    token = one.worker()
    database = f"sqlite:///{tmp_path}/o2c.sqlite3"
    made = Worker(one.store, database, {"order_entry": BenchHere(one, token)}, token, 60, 60, lambda item: None)
    made.start()
    yield made
    made.stop()


def ends(one, worker, item):
    wanted = (State.POSTED, State.FAILED, State.WAITING)
    assert worker.engine.wait_until(lambda: one.store.items.get(item.id).state in wanted, 60)
    return one.store.items.get(item.id)


def test_what_waits_is_worked(one, worker):
    item = one.receive()
    worker.submit_all()
    assert ends(one, worker, item).state is State.POSTED


def test_what_was_postponed_comes_back_in_its_time_without_anyone_handing_it_in(one, worker, monkeypatch):
    monkeypatch.setattr("orchestrator.runner.wait_before_next", lambda *_: timedelta(seconds=0.5))
    item, looked = one.receive(), one.bot.look
    stumbles = [ApplicationError("the portal does not answer"), None]

    def stumbling(reading, workspace, settings):
        if stumbles and (failure := stumbles.pop(0)):
            raise failure
        return looked(reading, workspace, settings)

    one.bot = one.bot.__class__(**{**one.bot.__dict__, "look": stumbling})
    worker.submit_all()
    settled = ends(one, worker, item)
    assert (settled.state, settled.attempts, settled.revision) == (State.POSTED, 2, 2)
