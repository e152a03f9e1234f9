"""One line while a worker serves it: fed from the store, worked by the engine, watched for what was left behind."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta

from loguru import logger

from orchestrator.attempts import Attempts, Benches
from orchestrator.engine import Engine, Ticket
from orchestrator.retry import MOST_ATTEMPTS
from orchestrator.store.item import Item, OutOfTurn, State
from orchestrator.store.runs import Run
from orchestrator.store.store import Store

WATCHMAN = "watchman"  #: who puts back what nobody works on
LOOKED_AT = 50  #: items at the head of the line that are looked after: those behind get there
LAST_MOMENT = timedelta(seconds=15)  #: what an attempt has to end in when its process was stopped


@dataclass
class Line:
    """The line of one log-in. Nothing of it waits in the engine but what the store says waits."""

    login: str  #: `portal/user`, or a bot without portal
    bots: tuple[str, ...]
    store: Store
    engine: Engine
    attempts: Attempts
    benches: Benches

    def open(self) -> None:
        """Begin to serve. Whoever began something here before serves no more: the line is ours, so it is taken over."""
        self.engine.start()
        self.engine.recover(self.engine.others())

    def feed(self) -> None:
        """Hand to the engine what waits in the store: runs to be collected, items to be worked on."""
        bots = self._at_work()
        for run in self.store.runs.open(bots):
            if not run.handed_in:
                self.engine.submit_collection(run.id, self.login)
                self.benches(run.bot)  # its processes start while the mail is fetched
                self.store.runs.hand_in(run.id)
        for item in self.store.backlog.to_hand_in(bots):
            self.engine.submit(self.ticket(item))
            self.store.backlog.hand_in(item)

    def ticket(self, item: Item) -> Ticket:
        """The item's present revision as the engine takes it, for now or for when it is due."""
        moment = self.store.now()
        wait = max(item.until - moment, timedelta(0)) if item.until else timedelta(0)
        urgency = 0 if item.due is not None and item.due <= moment.date() else item.urgency
        return Ticket(name_of(item), item.id, item.revision, self.login, wait, urgency, self.engine.line)

    def watch(self) -> None:
        """Put back into the line what stands as handed in or in work while the engine knows nothing of it any more."""
        waiting = self.store.backlog.handed_in(self.bots, LOOKED_AT)
        for item in (*self.store.backlog.in_work(self.bots), *waiting):
            if not self.engine.pending(name_of(item)) and not self._is_being_settled(item):
                self._put_back(item)
        for run in self.store.runs.open(self.bots):
            if run.handed_in and run.collected_at is None:
                self._look_after(run)

    def idle(self) -> bool:
        """Whether nothing of this line can be worked on now."""
        return not self.attempts.under_way and not self.store.backlog.bots_with_work(self.store.now()) & set(self.bots)

    def close(self, grace: timedelta) -> None:
        """Take nothing more, let what runs end within `grace`, then hand it back; end the processes."""
        hurry = threading.Timer(grace.total_seconds(), self.hand_back)
        hurry.daemon = True
        hurry.start()
        self.engine.stop(grace + LAST_MOMENT)
        hurry.cancel()
        self.benches.close()

    def hand_back(self) -> None:
        """End the processes now: what they were at goes back into the line."""
        self.attempts.stopping.set()
        self.benches.stop()

    def _at_work(self) -> tuple[str, ...]:
        """The bots of this line that no one has paused."""
        paused = self.store.pauses.all()
        return tuple(bot for bot in self.bots if bot not in paused)

    def _is_being_settled(self, item: Item) -> bool:
        """Whether the item has moved on between the two questions."""
        now = self.store.items.get(item.id)
        return (now.revision, now.state) != (item.revision, item.state)

    def _put_back(self, item: Item) -> None:
        why = f"{item.state.value} since {item.updated_at:%H:%M:%S}, but no worker has it"
        try:
            if item.attempts >= MOST_ATTEMPTS:
                reason = f"it was begun {item.attempts} times and no worker ended it; see the technical log"
                self.store.items.settle(item.id, item.revision, State.FAILED, reasons=[reason], cause="never ended")
            else:
                self.store.backlog.put_back(item.id, item.revision, WATCHMAN, why)
        except OutOfTurn:
            return
        logger.warning("item {}: {}", item.id, why)

    def _look_after(self, run: Run) -> None:
        if self.engine.pending(f"run:{run.id}"):
            return
        again = self.store.runs.get(run.id)
        if again and again.ended_at is None and again.collected_at is None:
            self.store.runs.end(
                run.id, {}, "its mail was not collected, and nothing does it any more: run the bot again"
            )


def name_of(item: Item) -> str:
    """What the engine calls the present attempt at an item."""
    return f"{item.bot}:{item.key}:r{item.revision}"
