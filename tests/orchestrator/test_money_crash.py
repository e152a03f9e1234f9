"""A process that dies at any write while a statement becomes receipts: one receipt for each payment, or a question."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import timedelta

import pytest

from bots.remittance_reader import decide_money
from orchestrator.store.items import OPEN, State
from tests.orchestrator.money_loop import READ_ONE, by_reference, till

MOST_WRITES = 400
STEP = {"after": 1, "before": 4}  #: what stands after a write was before the next: every fourth is enough there
PAYMENTS = 1
PARTS = ("items", "intents", "audit", "evidence", "workers", "ledger")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


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
        if (self.writes, self.when) == (self.at, "before"):
            raise Killed
        with self.inner.write() as connection:
            yield connection
        if (self.writes, self.when) == (self.at, "after"):
            raise Killed


@pytest.fixture(autouse=True)
def matched(monkeypatch):
    monkeypatch.setattr(decide_money, "match", by_reference)


def on(house, database):
    for part in PARTS:
        getattr(house.store, part)._database = database


def killed_at(tmp_path, number, when, **manners):
    """The till after a death at the n-th write and another worker's work; None: the work ended before."""
    folder = tmp_path / "now"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tmp_path / "empty", folder)
    with till(folder, READ_ONE, **manners) as house:
        database = house.store.database
        house.receive()
        on(house, DyingDatabase(database, number, when))
        try:
            house.work()
        except Killed:
            on(house, database)
        else:
            return None
        for worker in house.store.workers.list():
            house.store.workers.retire(worker.token)
        house.work()
        told = house.store.audit.verify()
        assert told.ok, f"write {number}: {told.what}"
        return house.store.items.list("remittance_reader"), list(house.portal.receipts)


def every_death(tmp_path, when, step, **manners):
    with till(tmp_path / "empty"):
        pass  # made once and copied: making the tables takes longer than the work
    for number in range(1, MOST_WRITES, step):
        outcome = killed_at(tmp_path, number, when, **manners)
        if outcome is None:
            assert number > 40
            return
        yield number, *outcome
    raise AssertionError("the work never ended")


def posted_once(number, receipts):
    references = [receipt.reference for receipt in receipts]
    assert len(references) == len(set(references)) <= PAYMENTS, f"write {number}: {receipts}"


@pytest.mark.parametrize(
    ("when", "manners"),
    [
        pytest.param("after", {}, id="answers come"),
        pytest.param("before", {"lose_answer_after_commit": True}, id="an answer is lost"),
    ],
)
def test_a_death_at_any_write_leaves_one_receipt_or_a_question(tmp_path, when, manners):
    questions = 0
    for number, items, receipts in every_death(tmp_path, when, STEP[when], **manners):
        posted_once(number, receipts)
        assert not [item for item in items if item.state in OPEN], f"write {number}: work is left"
        doubtful = [item for item in items if item.state is State.IN_DOUBT]
        questions += bool(doubtful)
        assert len(doubtful) <= 1
        assert {item.state for item in items} <= {State.POSTED, State.IN_DOUBT}
        assert len(receipts) + len(doubtful) >= PAYMENTS, f"write {number}: money is lost"
    assert questions <= 8


def test_where_the_search_is_proof_a_death_leaves_a_receipt_for_each_payment(tmp_path):
    for number, items, receipts in every_death(tmp_path, "after", 5, search_is_proof_after=timedelta(0)):
        posted_once(number, receipts)
        open_items = [item for item in items if item.state is State.POSTPONED]
        assert len(receipts) + len(open_items) == PAYMENTS, f"write {number}: {items}"
