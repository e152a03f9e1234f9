"""Letters leave at a pace, whoever sends them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from loop import house

from bots.adapters.fakes import FakeOutbox
from bots.adapters.workspace import Letter
from bots.errors import ApplicationError
from orchestrator.pace import PacedOutbox

LETTER = Letter(("anna@customer.example",), "It has arrived", "Thank you.", "<1@brunel.example>")


@dataclass
class Sleeper:
    """Counts the pauses, and lets go after some."""

    store: object
    pauses: int = 0

    def __call__(self, seconds):
        self.pauses += 1


@pytest.fixture
def one(tmp_path):
    with house(tmp_path) as made:
        yield made


def press(one, key):
    """A letter that another worker is sending just now."""
    item, worker = one.receive(key.encode(), key), one.worker()
    one.store.items.start(item.id, 1, worker)
    one.store.intents.begin(item.id, key, "hash", worker, "outbox", {})


def test_a_letter_leaves_at_once_while_there_is_room(one):
    press(one, "first")
    paced, sleeper = FakeOutbox(), Sleeper(one.store)
    PacedOutbox(paced, one.store, 2, sleeper).send(LETTER)
    assert (len(paced.letters), sleeper.pauses) == (1, 0)


def test_a_letter_waits_for_its_turn_and_leaves_when_there_is_room_again(one, monkeypatch):
    room = iter([2, 2, 1])
    monkeypatch.setattr(type(one.store.intents), "begun_since", lambda *_: next(room))
    paced, sleeper = FakeOutbox(), Sleeper(one.store)
    PacedOutbox(paced, one.store, 2, sleeper).send(LETTER)
    assert (len(paced.letters), sleeper.pauses) == (1, 2)


def test_a_letter_that_finds_no_room_for_long_is_tried_again_later_and_nothing_was_begun(one):
    press(one, "first")
    paced, begun = FakeOutbox(), []
    with pytest.raises(ApplicationError, match="did not leave") as full:
        PacedOutbox(paced, one.store, 1, Sleeper(one.store)).send(LETTER, begun.append)
    assert full.value.retry
    assert (paced.letters, begun) == ([], [])


def test_presses_of_a_portal_are_not_counted(one):
    item, worker = one.receive(), one.worker()
    one.store.items.start(item.id, 1, worker)
    one.store.intents.begin(item.id, "order:1", "hash", worker, "old_portal.new_order.submit", {})
    assert one.store.intents.begun_since("outbox", item.received_at) == 0
