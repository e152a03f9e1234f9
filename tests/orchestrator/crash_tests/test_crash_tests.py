"""The tool itself: what it calls a fault, and that it never takes a run that was not killed for one that was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bots.adapters.fakes import FakeMailbox, FakeOutbox, FakeWorkspace
from bots.adapters.workspace import Letter
from bots.bot import Bot, Settings
from bots.decision import Skip
from bots.domain.documents import Arrival, Document
from orchestrator.crash_tests.crash import Aftermath, Crash
from orchestrator.crash_tests.grounds import SqliteGrounds
from orchestrator.crash_tests.kill import Kill
from orchestrator.crash_tests.rehearsal import rehearse
from orchestrator.crash_tests.scene import Scene
from orchestrator.store.items import State
from orchestrator.store.verify import Verification

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PAPER = Document(b"paper", "text/plain")
LETTER = Letter(("a@example.com",), "Hello", "text", "<1@example.com>")


class Reading:
    doubts = ()

    def as_json(self):
        return {}

    def amount(self):
        return None


def skipping(collect=lambda workspace: workspace.mailbox.arrivals()):
    """The smallest bot: it takes every document and does nothing."""
    return Bot(
        "skipper", "paper", Settings, collect, lambda document: Reading(), lambda *_: None,
        lambda *_: Skip("nothing to do"), lambda *_: None,
    )  # fmt: skip


def scene(**different):
    return Scene(skipping(**different), Settings(), lambda: FakeWorkspace(NOW), PAPER)


@pytest.fixture(scope="module")
def grounds(tmp_path_factory):
    made = SqliteGrounds(tmp_path_factory.mktemp("grounds"))
    made.prepare()
    return made


@pytest.fixture
def ground(grounds):
    with grounds.fresh() as fresh:
        yield fresh


@pytest.fixture
def after(ground):
    """What a run leaves that nobody killed."""
    with ground.store() as store:
        play, world = scene(), scene().world()
        play.play(store, world)
        return Aftermath(world, store.items.list(), store.audit.verify())


def test_every_write_is_a_position_before_it_and_after_it():
    kills = rehearse(scene())
    assert [(kill.number, kill.when) for kill in kills[:4]] == [
        (1, "before"), (1, "after"), (2, "before"), (2, "after"),
    ]  # fmt: skip
    actions = {kill.action for kill in kills}
    assert {"arrived imap:orders/INBOX/1/1", "settle imap:orders/INBOX/1/1", "decide skip"} <= actions


def test_a_run_that_went_well_has_no_faults(after):
    assert after.faults == ()
    assert after.item.state is State.REJECTED
    assert not after.asks_a_person


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        pytest.param(
            lambda after: replace(after, items=(replace(after.item, state=State.WORKING),)),
            "item 1 is left working: nobody will work on it", id="an item nobody works on",
        ),
        pytest.param(
            lambda after: replace(after, items=()), "the document made no work item: it is lost", id="a lost document"
        ),
        pytest.param(
            lambda after: replace(after, world=FakeWorkspace(NOW, outbox=FakeOutbox([LETTER, LETTER]))),
            "the letter <1@example.com> left 2 times", id="a letter sent twice",
        ),
        pytest.param(
            lambda after: replace(
                after, world=FakeWorkspace(NOW, mailbox=FakeMailbox([Arrival("imap:7", b"", (PAPER,))]))
            ),
            "imap:7 was never taken out of the mailbox", id="a mail left behind",
        ),
        pytest.param(
            lambda after: replace(after, record=Verification(False, 3, 2, "record 2 differs")),
            "the record does not verify: record 2 differs", id="a record that does not stand",
        ),
    ],
)  # fmt: skip
def test_what_must_never_be_is_a_fault(after, spoil, fault):
    assert spoil(after).faults == (fault,)


@pytest.mark.parametrize("by", ["exception", "sigkill"])
def test_a_run_that_ends_before_its_kill_is_no_kill(ground, by):
    crash = Crash(Kill(999, "after", "never"), scene(), ground, by)
    with pytest.raises(AssertionError, match="the run ended before 999 after never"):
        crash.happens()


def test_a_run_that_fails_in_its_process_says_why(ground):
    def refuses(_workspace):
        raise RuntimeError("no mailbox today")

    crash = Crash(Kill(999, "after", "never"), scene(collect=refuses), ground, "sigkill")
    with pytest.raises(AssertionError, match="no mailbox today"):
        crash.happens()


@pytest.mark.parametrize("by", ["exception", "sigkill"])
def test_a_killed_run_leaves_its_work_to_the_next(ground, by):
    play = scene()
    kill = next(kill for kill in rehearse(play) if kill.action.startswith("item.started") and kill.when == "after")
    crash = Crash(kill, play, ground, by)
    crash.happens()
    with ground.store() as store:
        assert [item.state for item in store.items.list()] == [State.WORKING]
    assert crash.after_recovery().faults == ()
