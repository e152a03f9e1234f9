"""How everything stands at one moment, counted in the database: what metrics show and alerts are decided on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from orchestrator.store.columns import now
from orchestrator.store.database import Database
from orchestrator.store.duty_tables import firings
from orchestrator.store.item import FINAL, State
from orchestrator.store.portal_tables import parkings
from orchestrator.store.tables import intents, items, runs, workers

LOOKED_BACK = timedelta(hours=24)  #: a schedule that did not run longer ago is no news
TOO_LATE = timedelta(seconds=60)  #: decided so long after its time, a run was missed; in time, it was not wanted


@dataclass(frozen=True)
class Standing:
    """How many items of a bot stand in a state, and since when the oldest of them; None where nobody waits for it."""

    bot: str
    state: State
    count: int
    since: datetime | None


@dataclass(frozen=True)
class Doubt:
    """How many presses on a target were begun and nobody knows their result."""

    target: str
    count: int


@dataclass(frozen=True)
class RunCount:
    """A bot's runs that have ended, how many of them red, and what is wrong with the latest (None: it balances)."""

    bot: str
    ended: int
    red: int
    latest_red: str | None
    latest: str | None  #: its id


@dataclass(frozen=True)
class WorkerSeen:
    """A worker that has not retired, and how long it has been silent."""

    token: str
    name: str
    host: str
    silent: timedelta
    lease: timedelta

    @property
    def stale(self) -> bool:
        """Whether it has lost its lease: what it holds may be taken over, and nobody did."""
        return self.silent > self.lease


@dataclass(frozen=True)
class Miss:
    """A time at which a schedule should have run and did not, because nobody was there in time."""

    schedule: str
    bot: str
    planned: datetime
    reason: str


@dataclass(frozen=True)
class Parked:
    """A portal nobody works in until a person releases it: its log-in was refused, or its pages changed."""

    portal: str
    since: datetime
    who: str
    why: str


@dataclass(frozen=True)
class Snapshot:
    """Everything at the instant `at`."""

    at: datetime
    items: tuple[Standing, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    runs: tuple[RunCount, ...] = ()
    workers: tuple[WorkerSeen, ...] = ()
    misses: tuple[Miss, ...] = ()
    parked: tuple[Parked, ...] = ()
    letters: int = 0  #: mails that are known to have left, ever


def take_snapshot(database: Database) -> Snapshot:
    """Count, in one transaction that sees one moment."""
    moment = now()
    with database.snapshot() as connection:
        return Snapshot(
            at=moment,
            items=_items(connection),
            doubts=_doubts(connection),
            runs=_runs(connection),
            workers=_workers(connection, moment),
            misses=_misses(connection, moment),
            parked=_parked(connection),
            letters=_letters(connection),
        )


def _items(connection: Connection) -> tuple[Standing, ...]:
    it = items.c
    keys = (it.bot, it.state)
    counted = select(*keys, func.count()).group_by(*keys).order_by(*keys)
    unsettled = it.state.in_([state.value for state in State if state not in FINAL])  # years of settled ones: no matter
    oldest = select(*keys, func.min(it.updated_at)).where(unsettled).group_by(*keys)
    since = {(bot, state): moment for bot, state, moment in connection.execute(oldest)}
    return tuple(
        Standing(bot, State(state), count, since.get((bot, state))) for bot, state, count in connection.execute(counted)
    )


def _doubts(connection: Connection) -> tuple[Doubt, ...]:
    joined = intents.join(items, intents.c.item == items.c.id)
    query = select(intents.c.target, func.count()).select_from(joined).group_by(intents.c.target)
    query = query.where(intents.c.state == "open", items.c.state != State.WORKING.value)
    return tuple(Doubt(target, count) for target, count in connection.execute(query.order_by(intents.c.target)))


def _runs(connection: Connection) -> tuple[RunCount, ...]:
    it = runs.c
    ended = it.ended_at.is_not(None)
    query = select(it.bot, func.count(), func.count(it.red)).where(ended).group_by(it.bot).order_by(it.bot)
    return tuple(_run_count(connection, *row) for row in connection.execute(query).all())


def _run_count(connection: Connection, bot: str, ended: int, red: int) -> RunCount:
    it = runs.c
    query = select(it.id, it.red).where(it.bot == bot, it.ended_at.is_not(None))
    latest = connection.execute(query.order_by(it.begun_at.desc(), it.id.desc()).limit(1)).one()
    return RunCount(bot, ended, red, latest.red, latest.id)


def _workers(connection: Connection, moment: datetime) -> tuple[WorkerSeen, ...]:
    it = workers.c
    query = select(it.token, it.name, it.host, it.beat, it.lease).where(it.retired_at.is_(None)).order_by(it.started)
    return tuple(
        WorkerSeen(token, name, host, moment - beat, timedelta(seconds=lease))
        for token, name, host, beat, lease in connection.execute(query)
    )


def _misses(connection: Connection, moment: datetime) -> tuple[Miss, ...]:
    it = firings.c
    query = select(it.schedule, it.bot, it.planned, it.reason, it.decided_at)
    query = query.where(it.run.is_(None), it.decided_at >= moment - LOOKED_BACK).order_by(it.decided_at)
    return tuple(
        Miss(schedule, bot, planned, reason)
        for schedule, bot, planned, reason, decided in connection.execute(query)
        if decided - planned > TOO_LATE
    )


def _parked(connection: Connection) -> tuple[Parked, ...]:
    it = parkings.c
    query = select(it.portal, it.at, it.who, it.why).where(it.released_at.is_(None)).order_by(it.portal)
    return tuple(Parked(*row) for row in connection.execute(query))


def _letters(connection: Connection) -> int:
    it = intents.c
    query = select(func.count()).where(it.target == "outbox", it.state == "confirmed")
    return connection.scalar(query) or 0
