"""A process that dies at any write to the store: what the next one finds, and that nothing is made twice."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import timedelta

import pytest
from loop import ORDER, house

from orchestrator.store.items import State

MOST_WRITES = 200
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


class Killed(BaseException):
    """Not an Exception: nothing in the product may catch it, as nothing catches SIGKILL."""


class DyingDatabase:
    """Ends the process at its n-th write: `before` it, or `after` it reached the disk."""

    def __init__(self, database, at, when):
        self.inner, self.at, self.when, self.writes = database, at, when, 0

    def __getattr__(self, name):
        return getattr(self.inner, name)

    @contextmanager
    def write(self):
        self.writes += 1
        if self.writes == self.at and self.when == "before":
            raise Killed
        with self.inner.write() as connection:
            yield connection
        if self.writes == self.at and self.when == "after":
            raise Killed


def die_at(one, number, when):
    """Make every part of the store write through a database that dies."""
    dying = DyingDatabase(one.store.database, number, when)
    for part in ("items", "intents", "audit", "evidence", "workers"):
        getattr(one.store, part)._database = dying
    return dying


def recover(one):
    for part in ("items", "intents", "audit", "evidence", "workers"):
        getattr(one.store, part)._database = one.store.database


def killed_and_recovered(tmp_path, number, when, **portal):
    """Run one order to the n-th write, die there, and let another worker take over. None: it ended before."""
    folder = tmp_path / f"{when}{number}"
    shutil.copytree(tmp_path / "empty", folder)
    with house(folder) as one:
        for name, value in portal.items():
            setattr(one.portal, name, value)
        item, runner = one.receive(), one.runner()
        die_at(one, number, when)
        try:
            runner.work(item.id, 1, ORDER)
        except Killed:
            recover(one)
        else:
            return None
        one.store.workers.retire(runner.worker)
        settled = one.store.items.get(item.id)
        if settled.state in (State.NEW, State.WORKING):
            settled = one.work(settled)
        return settled, one.portal.orders, one.outbox.letters, one.store.audit.verify()


def every_write(tmp_path, when, **portal):
    with house(tmp_path / "empty"):
        pass  # made once and copied: making the tables takes longer than the work
    for number in range(1, MOST_WRITES):
        outcome = killed_and_recovered(tmp_path, number, when, **portal)
        if outcome is None:
            assert number > 30
            return
        yield number, *outcome
    raise AssertionError("the work never ended")


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("answer_lost", [False, True], ids=["answers come", "the answer to the press is lost"])
def test_a_death_at_any_write_leaves_one_order_or_a_question(tmp_path, when, answer_lost):
    ends = []
    for number, item, orders, letters, record in every_write(tmp_path, when, lose_answer_after_commit=answer_lost):
        assert record.ok, f"write {number}: {record.what}"
        assert len(orders) <= 1, f"write {number}: entered twice"
        assert len(letters) <= 1, f"write {number}: confirmed twice"
        assert item.state in (State.POSTED, State.IN_DOUBT), f"write {number}: {item}"
        if item.state is State.POSTED:
            assert len(orders) == len(letters) == 1, f"write {number}: posted, but not there"
        ends.append(item.state)
    assert ends.count(State.IN_DOUBT) <= 4
    assert ends.count(State.POSTED) > 30


def test_where_the_search_is_proof_the_order_is_entered_after_a_death_at_any_write(tmp_path):
    proof = {"search_is_proof_after": timedelta(0)}
    for number, item, orders, _, _ in every_write(tmp_path, "after", **proof):
        assert len(orders) == 1, f"write {number}: {item}"
