"""One run of one bot, from the mailbox to control totals: what `o2c run`, the schedule and the demo start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bots.errors import ConfigError
from orchestrator.assembly import House
from orchestrator.intake import Intake, collect
from orchestrator.journal import ItemJournal
from orchestrator.store.items import Item, State
from orchestrator.totals import Totals, total
from orchestrator.worker import Worker, enlist

BUSY = (State.NEW, State.WORKING, State.POSTPONED)


@dataclass(frozen=True)
class RunReport:
    """What a run took in, how its items stand, and whether it balances."""

    run: str
    intake: Intake
    items: tuple[Item, ...]  #: every item this run worked on
    totals: Totals  #: over all items the bot ever received

    def as_json(self) -> dict[str, Any]:
        """Plain JSON for the run's row and for `--json`."""
        return {
            "run": self.run,
            "messages": self.intake.messages,
            "documents": self.intake.documents,
            "new": len(self.intake.new),
            "delivered_again": self.intake.again,
            "totals": self.totals.as_json(),
        }


def run_once(
    house: House,
    bot: str,
    trigger: str,
    patience: timedelta,
    on_settled: Callable[[Item], None],
) -> RunReport:
    """Collect, work everything that is due, and settle the totals.

    Waits at most `patience` for items; those postponed beyond it stay for the next run and make the run red.
    """
    if bot not in house.config.bots:
        raise ConfigError(f"there is no bot `{bot}` in the configuration; add it under `bots`")
    token = enlist(house.store, f"run {bot}")
    run = house.store.runs.begin(bot, trigger, token)
    worked: dict[int, Item] = {}

    def settled(item: Item) -> None:
        worked[item.id] = item
        on_settled(item)

    worker = worker_for(house, bot, token, settled)
    worker.start()
    handed: set[tuple[int, int]] = set()

    def nothing_left() -> bool:
        """Hand in what came forth meanwhile; whether nothing is left to do."""
        for item in house.store.items.list(bot, (State.NEW, State.POSTPONED)):
            if (item.id, item.revision) not in handed:
                worker.submit(item)
                handed.add((item.id, item.revision))
        return not due(house, bot)

    try:
        intake = take_in(house, bot, token, run)
        worker.engine.wait_until(nothing_left, patience.total_seconds())
    finally:
        worker.stop()
    report = RunReport(run, intake, tuple(worked.values()), totals_of(house, bot))
    house.store.runs.end(run, report.as_json(), "; ".join(report.totals.red()) or None)
    house.store.audit.append(bot, "run", run, report.as_json(), run=run)
    house.store.audit.checkpoint()
    return report


def worker_for(house: House, bot: str, token: str, settled: Callable[[Item], None]) -> Worker:
    """A worker for one bot with this house's limits."""
    limits = house.config.limits
    bench = house.bench(bot, token)
    return Worker(
        house.store,
        house.database,
        {bot: bench},
        token,
        limits.reading_seconds,
        limits.item_seconds,
        settled,
    )


def take_in(house: House, bot: str, token: str, run: str) -> Intake:
    """Collect all that waits for the bot."""
    journal = ItemJournal(house.store, f"{bot}@{token}", token, run)
    with house.workspace(bot, journal) as workspace:
        return collect(house.bot(bot), workspace, house.store, journal)


def due(house: House, bot: str) -> bool:
    """Whether anything is still to be worked on now."""
    return bool(house.store.items.list(bot, BUSY, limit=1))


def totals_of(house: House, bot: str) -> Totals:
    """Control totals of all a bot received: counted where documents came in, and again where their items stand."""
    return total(house.store.items.received(bot), house.store.items.counts(bot))
