"""One run of one bot, from the mailbox to control totals: what `o2c run`, the schedule and the demo start.

A run is asked for by a row in the store; whoever serves the bot's line collects its mail and works its items; it ends
when none of its items is a machine's business any more. So a run asked for here may be done by a worker elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bots.errors import ApplicationError, BusinessError, O2CError, StoreError
from orchestrator.assembly import House
from orchestrator.attempts import Attempts, Benches
from orchestrator.duty import bots_exist, grace_of, lease_of, lines_of, standstill
from orchestrator.engine import Engine
from orchestrator.intake import Intake, collect
from orchestrator.journal import ItemJournal
from orchestrator.line import Line
from orchestrator.store.items import Item, OutOfTurn, State
from orchestrator.store.store import Store
from orchestrator.totals import Totals, of_run, total
from orchestrator.worker import Worker, enlist

AT_WORK = (State.NEW, State.WORKING)
BUSY = (*AT_WORK, State.POSTPONED)


@dataclass(frozen=True)
class RunReport:
    """What a run took in, how its items stand, and whether it balances."""

    run: str
    intake: Intake
    items: tuple[Item, ...]  #: every item settled while it ran
    totals: Totals  #: over all items the bot ever received
    own: Totals  #: over what this run received

    def as_json(self) -> dict[str, Any]:
        """Plain JSON for `--json`."""
        return {
            "run": self.run,
            "messages": self.intake.messages,
            "documents": self.intake.documents,
            "new": len(self.intake.new),
            "delivered_again": self.intake.again,
            "totals": self.totals.as_json(),
            "totals_of_this_run": self.own.as_json(),
        }


def run_once(
    house: House,
    bot: str,
    trigger: str,
    patience: timedelta,
    on_settled: Callable[[Item], None],
) -> RunReport:
    """Collect, work everything that is due, and settle the totals.

    Waits at most `patience` for items; those postponed beyond it stay for the next run and make the run red, and so do
    those a parked portal holds, which are not waited for. Raises what kept the mail from being collected, BusinessError
    when the bot is paused.
    """
    bots_exist(house.config, [bot])
    pause = house.store.pauses.all().get(bot)
    if pause is not None:
        raise BusinessError(f"{pause.sentence()}. Nothing was done. `o2c bots resume {bot}` lets it work again.")
    token = enlist(house.store, f"run {bot}", lease_of(house.config))
    asked = ask(house, bot, trigger, token, on_settled)
    crew = Crew(house, token)
    end = time.monotonic() + patience.total_seconds()
    crew.worker((bot,)).work(lambda: asked.is_over() or time.monotonic() > end)
    crew.reraise(asked.run)
    return asked.report()


def ask(house: House, bot: str, trigger: str, who: str, on_settled: Callable[[Item], None]) -> Asked:
    """Ask for a run of a bot: whoever serves its line does it."""
    watch = Watch(house.store, bot, house.store.now(), on_settled)
    return Asked(house, bot, house.store.runs.begin(bot, trigger, who), watch)


@dataclass
class Asked:
    """A run that was asked for, and what becomes of it."""

    house: House
    bot: str
    run: str
    watch: Watch

    def is_over(self) -> bool:
        """Whether a machine has nothing more to do for the bot now; what a parked portal holds is a person's turn.
        Tells of what was settled since the last look."""
        self.watch.look()
        store, run = self.house.store, self.house.store.runs.get(self.run)
        if standstill(self.house.config, store, self.bot) is None:
            return run is not None and run.ended_at is not None and not store.items.list(self.bot, BUSY, limit=1)
        taken_in = run is not None and (run.collected_at or run.ended_at) is not None
        return taken_in and not store.items.list(self.bot, AT_WORK, limit=1)

    def report(self) -> RunReport:
        """How it stands; a run whose items are not all settled ends red here. Raises ApplicationError when its mail
        could not be collected."""
        store, run = self.house.store, self.run
        self.watch.look()
        if not _ended(store, run):
            end_run(store, run)
        found = store.runs.get(run)
        if found and found.ended_at and found.collected_at is None:
            raise ApplicationError(found.red or "the mail could not be collected; run the bot again")
        totals = totals_of(self.house, self.bot)
        return RunReport(run, intake_of(store, run), self.watch.settled, totals, of_run(store, run))


@dataclass
class Watch:
    """Tells of each item of a bot as it is settled, whoever worked on it."""

    store: Store
    bot: str
    since: datetime
    tell: Callable[[Item], None]
    _told: dict[tuple[int, int], Item] = field(default_factory=dict)

    def look(self) -> None:
        """Tell of what was settled since the last look."""
        for item in self.store.items.settled_since(self.bot, self.since):
            if (item.id, item.revision) not in self._told:
                self._told[item.id, item.revision] = item
                self.tell(item)

    @property
    def settled(self) -> tuple[Item, ...]:
        """The items told of, as they were last settled."""
        return tuple({item.id: item for item in self._told.values()}.values())


@dataclass
class Crew:
    """What makes workers for this house under one lease: their lines, and the collecting of mail."""

    house: House
    token: str
    on_settled: Callable[[Item], None] = lambda _item: None
    _failures: dict[str, O2CError] = field(default_factory=dict)

    def worker(self, bots: tuple[str, ...] = ()) -> Worker:
        """A worker for the lines of these bots; for all bots when none is named."""
        house, config = self.house, self.house.config
        lines, lease, grace = lines_of(config, bots), lease_of(config), grace_of(config)
        return Worker(house.store, self.token, lines, self.line, lease, self._close_runs, grace)

    def line(self, login: str) -> Line:
        """The line of a log-in with its engine and its processes."""
        house, limits = self.house, self.house.config.limits
        benches = Benches(lambda bot: house.bench(bot, self.token))
        attempts = Attempts(
            house.store, benches, self.token, limits.reading_seconds, limits.item_seconds, self.on_settled
        )
        engine = Engine(house.database, self.token, attempts.attempt, collect=self.collect, line=login)
        return Line(login, lines_of(house.config)[login], house.store, engine, attempts, benches)

    def collect(self, run_id: str) -> str:
        """Collect the mail of a run, as the queue calls it. Again after a crash, it goes on where it stood."""
        run = self.house.store.runs.get(run_id)
        if run is None or run.ended_at is not None or run.collected_at is not None:
            return "over"
        try:
            self._take_in(run.bot, run_id)
        except (StoreError, OutOfTurn):
            raise
        except O2CError as failure:
            self._failures[run_id] = failure
            self.house.store.runs.end(run_id, {}, str(failure))
            return "failed"
        self.house.store.runs.collected(run_id)
        return "collected"

    def reraise(self, run: str) -> None:
        """Raise what kept the run's mail from being collected here."""
        if run in self._failures:
            raise self._failures[run]

    def _take_in(self, bot: str, run: str) -> None:
        journal = ItemJournal(self.house.store, f"{bot}@{self.token}", self.token, run)
        with self.house.workspace(bot, journal) as workspace:
            collect(self.house.bot(bot), workspace, self.house.store, journal)

    def _close_runs(self, bots: tuple[str, ...]) -> None:
        for run in self.house.store.runs.open(bots):
            if run.collected_at is not None and not self.house.store.backlog.open_in(run.id):
                end_run(self.house.store, run.id)


def end_run(store: Store, run: str) -> None:
    """Settle a run's totals, as they stand now."""
    totals = of_run(store, run)
    store.runs.end(run, totals.as_json(), "; ".join(totals.red()) or None)


def intake_of(store: Store, run: str) -> Intake:
    """What a run took in, counted where it was written down."""
    messages = store.messages.of_run(run)
    return Intake(len(messages), sum(one.documents for one in messages), store.items.of_run(run))


def totals_of(house: House, bot: str) -> Totals:
    """Control totals of all a bot received: counted where documents came in, and again where their items stand."""
    return total(house.store.items.received(bot), house.store.items.counts(bot))


def _ended(store: Store, run: str) -> bool:
    found = store.runs.get(run)
    return found is not None and found.ended_at is not None
