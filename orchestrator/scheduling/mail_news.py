"""What came into the mailboxes and no run was begun for yet. It is kept until one is, whatever stands in the way.

Mail is known by the numbers its server gives (`ImapMailbox.lying`), so that any number of schedulers that hear of the
same mail ask for one run of it, and mail that comes a moment later is another event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from orchestrator.config import Schedule
from orchestrator.store.runs import Run
from orchestrator.store.store import Store


@dataclass(frozen=True)
class Heard:
    """The mail that lay in a mailbox, and when that was heard."""

    lying: str
    at: datetime


@dataclass
class MailNews:
    """The latest of each mailbox, and for which schedules a run takes it in. A new start hears of it anew."""

    store: Store
    _heard: dict[str, Heard] = field(default_factory=dict)
    _taken_in: dict[str, Heard] = field(default_factory=dict)
    _waits: dict[str, tuple[Heard, str]] = field(default_factory=dict)  #: of schedules: the run that is to take it in

    def hear(self, mailbox: str, lying: str) -> None:
        """Mail lies in a mailbox. May be called from any thread."""
        self._heard[mailbox] = Heard(lying, self.store.now())

    def event(self, name: str, schedule: Schedule, waiting: Callable[[str], Run | None]) -> str | None:
        """The event a schedule has to begin a run for; None when there is none, or while a run is to take it in.

        `waiting` finds a run of a bot that still has all its mail to collect.
        """
        heard = self._heard.get(schedule.mail or "")
        if heard is None or heard == self._taken_in.get(name):
            return None
        event = self._open_event(name, heard)
        if event is None:
            self._taken_in[name] = heard
            return None
        if self._is_awaited(name, heard):
            return None
        run = waiting(schedule.bot) if schedule.coalesce else None
        if run is not None:
            self._waits[name] = heard, run.id
        return event

    def _open_event(self, name: str, heard: Heard) -> str | None:
        """None when a run was begun for it. One that failed to collect it counts until it is heard of again."""
        event = heard.lying
        while (firing := self.store.firings.of_event(name, event)) is not None:
            run = self.store.runs.get(firing.run) if firing.run else None
            if run is None or run.collected_at or run.ended_at is None or run.ended_at >= heard.at:
                return None
            event = f"{heard.lying} after {run.id}"
        return event

    def _is_awaited(self, name: str, heard: Heard) -> bool:
        """Whether a run that had not begun to collect when the mail came has still to do so, or has done it."""
        awaited, run_id = self._waits.get(name, (None, ""))
        run = self.store.runs.get(run_id) if awaited == heard else None
        if run is None or (run.ended_at and not run.collected_at):
            return False
        if run.collected_at:
            self._taken_in[name] = heard
        return True


def held_back(event: str) -> str:
    """The name under which it is kept, once, that an event has no run as yet."""
    return f"{event}, held back"
