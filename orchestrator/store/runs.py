"""Runs: one time a bot was set to work, what it counted, and whether the count came out even."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database
from orchestrator.store.tables import runs


@dataclass(frozen=True)
class Run:
    """One run. `red` says in a sentence why it does not balance, or failed; None when it ended well."""

    id: str
    bot: str
    trigger: str
    worker: str
    begun_at: datetime
    ended_at: datetime | None
    totals: Mapping[str, Any] | None
    red: str | None
    parameters: Mapping[str, Any] | None = None  #: settings of the bot that hold for this run's items only
    collected_at: datetime | None = None  #: when all its mail had become items
    handed_in: int = 0  #: whether its collection was handed to the queue


class Runs:
    """All runs. Beginning and end are recorded in the audit trail, and each end makes a checkpoint of it."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def begin(self, bot: str, trigger: str, worker: str, parameters: Mapping[str, Any] | None = None) -> str:
        """A new run's id: short, and sorting as time does."""
        with self._database.write() as connection:
            return self.write(connection, bot, trigger, worker, parameters)

    def write(
        self, connection: Connection, bot: str, trigger: str, who: str, parameters: Mapping[str, Any] | None = None
    ) -> str:
        """Begin a run in the caller's transaction: it stands with what asked for it, or not at all."""
        moment = now()
        run_id = f"{moment:%Y%m%d-%H%M%S}-{moment.microsecond // 1000:03d}{secrets.token_hex(2)}"
        values = {"id": run_id, "bot": bot, "trigger": trigger, "worker": who, "begun_at": moment}
        connection.execute(insert(runs).values(parameters=dict(parameters) if parameters else None, **values))
        self._audit.write(connection, Event(who, "run.begun", bot, {"trigger": trigger}, run=run_id))
        return run_id

    def get(self, run_id: str) -> Run | None:
        """One run."""
        return next(iter(self._where(runs.c.id == run_id)), None)

    def open(self, bots: Iterable[str] | None = None) -> tuple[Run, ...]:
        """Runs that have not ended, the oldest first."""
        going = runs.c.ended_at.is_(None)
        return self._where(going if bots is None else and_(going, runs.c.bot.in_(tuple(bots))))

    def ended_after(self, bot: str, moment: datetime) -> tuple[Run, ...]:
        """Runs of a bot that ended after an instant and had collected their mail."""
        return self._where(and_(runs.c.bot == bot, runs.c.ended_at > moment, runs.c.collected_at.is_not(None)))

    def hand_in(self, run_id: str) -> None:
        """Its collection is in the queue."""
        self._set(run_id, handed_in=1)

    def collected(self, run_id: str) -> None:
        """All mail that waited for it has become items."""
        self._set(run_id, collected_at=now())

    def _set(self, run_id: str, **values: Any) -> None:
        with self._database.write() as connection:
            connection.execute(update(runs).where(runs.c.id == run_id).values(**values))

    def _where(self, condition: Any) -> tuple[Run, ...]:
        query = select(runs).where(condition).order_by(runs.c.begun_at, runs.c.id)
        with self._database.read() as connection:
            return tuple(Run(**row) for row in connection.execute(query).mappings())

    def end(self, run_id: str, totals: Mapping[str, Any], red: str | None) -> None:
        """The run is over. Ending it again changes nothing."""
        going = (runs.c.id == run_id, runs.c.ended_at.is_(None))
        with self._database.write() as connection:
            row = connection.execute(select(runs.c.bot, runs.c.worker).where(*going).with_for_update()).first()
            if row is not None:
                connection.execute(update(runs).where(*going).values(ended_at=now(), totals=totals, red=red))
                told = {"totals": totals, "red": red}
                self._audit.write(connection, Event(row.worker, "run.ended", row.bot, told, run=run_id))
        self._audit.checkpoint()

    def last(self, bot: str) -> Run | None:
        """The bot's latest run, ended or not."""
        return next(iter(self.list(bot, limit=1)), None)

    def list(self, bot: str | None = None, limit: int = 100) -> tuple[Run, ...]:
        """Runs, the latest first."""
        query = select(runs).order_by(runs.c.begun_at.desc(), runs.c.id.desc()).limit(limit)
        if bot is not None:
            query = query.where(runs.c.bot == bot)
        with self._database.read() as connection:
            return tuple(Run(**row) for row in connection.execute(query).mappings())
