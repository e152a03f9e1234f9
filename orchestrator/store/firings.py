"""What became of every time a schedule named: a run, or the reason why there was none. Decided once, whoever asks.

A time may stand for an event, such as mail that lies in a mailbox; then the event is decided once, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from orchestrator.store.columns import now
from orchestrator.store.database import Conflict, Database, insert_once
from orchestrator.store.duty_tables import firings
from orchestrator.store.runs import Runs


@dataclass(frozen=True)
class Firing:
    """One decided time. `nominal` is what the schedule names, `planned` what business days made of it; `event` names
    what happened then, if that and not the clock is the reason."""

    schedule: str
    bot: str
    nominal: datetime
    planned: datetime
    decided_at: datetime
    run: str | None  #: None: there was no run, and `reason` says why
    reason: str
    event: str | None = None


class Firings:
    """All decided times. Unique indexes hold them: one decision for a nominal time and for an event, one run for a
    planned time."""

    def __init__(self, database: Database, runs: Runs) -> None:
        self._database = database
        self._runs = runs

    def run(
        self,
        schedule: str,
        bot: str,
        nominal: datetime,
        planned: datetime,
        reason: str,
        parameters: Mapping[str, Any] | None = None,
        event: str | None = None,
    ) -> Firing | None:
        """Begin the run of a nominal time, or of an event. None when another scheduler decided it before."""
        about = {"schedule": schedule, "bot": bot, "nominal": nominal, "planned": planned, "event": event}
        try:
            with self._database.write() as connection:
                run = self._runs.write(connection, bot, f"schedule {schedule}", "scheduler", parameters)
                connection.execute(insert(firings).values(run=run, reason=reason, decided_at=now(), **about))
        except Conflict:
            return None
        return self.find(schedule, nominal)

    def do_not(
        self, schedule: str, bot: str, nominal: datetime, planned: datetime, reason: str, event: str | None = None
    ) -> bool:
        """Note that a nominal time, or an event, begins no run, and why. False when it was decided before."""
        about = {"schedule": schedule, "bot": bot, "nominal": nominal, "planned": planned, "event": event}
        with self._database.write() as connection:
            return insert_once(connection, firings, run=None, reason=reason, decided_at=now(), **about)

    def find(self, schedule: str, nominal: datetime) -> Firing | None:
        """What was decided for a nominal time."""
        return next(iter(self._where(firings.c.schedule == schedule, firings.c.nominal == nominal)), None)

    def of_event(self, schedule: str, event: str) -> Firing | None:
        """What was decided for an event."""
        return next(iter(self._where(firings.c.schedule == schedule, firings.c.event == event)), None)

    def decided(self, schedule: str, since: datetime) -> frozenset[datetime]:
        """The nominal times of a schedule, from `since` on, that are decided."""
        query = select(firings.c.nominal).where(firings.c.schedule == schedule, firings.c.nominal >= since)
        with self._database.read() as connection:
            return frozenset(connection.scalars(query))

    def looked_until(self, schedule: str) -> datetime | None:
        """The latest planned time of a schedule that was decided; all before it are, too."""
        with self._database.read() as connection:
            latest: datetime | None = connection.scalar(
                select(func.max(firings.c.planned)).where(firings.c.schedule == schedule)
            )
            return latest

    def list(self, schedule: str | None = None, limit: int = 50) -> tuple[Firing, ...]:
        """Decided times, the latest first."""
        conditions = () if schedule is None else (firings.c.schedule == schedule,)
        return self._where(*conditions, limit=limit)

    def _where(self, *conditions: Any, limit: int = 1) -> tuple[Firing, ...]:
        query = select(firings).where(*conditions).order_by(firings.c.decided_at.desc(), firings.c.id.desc())
        with self._database.read() as connection:
            rows = connection.execute(query.limit(limit)).mappings()
            return tuple(Firing(**{name: row[name] for name in Firing.__annotations__}) for row in rows)
