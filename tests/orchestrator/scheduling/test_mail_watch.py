"""Listening for mail: what is told to the scheduler, and when."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import pytest

from bots.errors import ApplicationError
from orchestrator.scheduling import mail_watch
from orchestrator.scheduling.mail_watch import MailWatch


class Scripted:
    """A mailbox that shows one state after another; the last one ends the watch."""

    def __init__(self, *states):
        self.states, self.opened, self.over = list(states), 0, threading.Event()
        self.told = []
        self.watch = MailWatch(self.open, lambda name, lying: self.told.append((name, lying)))

    @contextmanager
    def open(self, name):
        self.opened += 1
        yield self

    def lying(self):
        state = self.states.pop(0)
        if not self.states:
            self.watch.stop()
            self.over.set()
        if isinstance(state, Exception):
            raise state
        return state

    def wait(self, seconds):
        return False

    def listen(self):
        self.watch.watch("orders")
        assert self.over.wait(30)
        return self.told


def test_mail_is_told_once_until_more_comes():
    assert Scripted(None, "7/2", "7/2", "7/3", "7/3", None).listen() == [("orders", "7/2"), ("orders", "7/3")]


def test_what_the_server_says_counts_and_not_that_it_woke_us():
    assert Scripted("7/2", "7/2", None).listen() == [("orders", "7/2")]


def test_after_a_connection_is_lost_what_lies_there_is_told_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mail_watch, "AGAIN_AFTER", 0.0)
    mailbox = Scripted("7/2", ApplicationError("the server hung up"), "7/2", None)
    assert mailbox.listen() == [("orders", "7/2")] * 2
    assert mailbox.opened == 2
