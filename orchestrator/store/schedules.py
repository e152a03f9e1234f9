"""The timetable as it is kept: what config.yaml says and what people add, each change with who and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bots.errors import BusinessError
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database
from orchestrator.store.duty_tables import schedules

FILE = "config.yaml"  #: the origin of schedules an admin edits in the file
PERSON = "person"  #: the origin of those a person keeps here


@dataclass(frozen=True)
class Schedule:
    """One kept schedule. `definition` is what `orchestrator.config.Schedule` reads; `since` is when it last changed:
    what would have happened before is nobody's miss."""

    name: str
    bot: str
    definition: Mapping[str, Any]
    origin: str
    since: datetime
    who: str
    why: str
    paused: str | None  #: who paused it and why, as a sentence
    removed_at: datetime | None


class Schedules:
    """All schedules. Every change is recorded in the audit trail in the same transaction."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def list(self) -> tuple[Schedule, ...]:
        """The schedules in force, by name."""
        query = select(schedules).where(schedules.c.removed_at.is_(None)).order_by(schedules.c.name)
        with self._database.read() as connection:
            return tuple(Schedule(**row) for row in connection.execute(query).mappings())

    def get(self, name: str) -> Schedule:
        """One schedule in force. Raises BusinessError when there is none of that name."""
        found = next((one for one in self.list() if one.name == name), None)
        if found is None:
            raise BusinessError(f"there is no schedule `{name}`; `o2c schedule list` shows all")
        return found

    def put(self, name: str, bot: str, definition: Mapping[str, Any], who: str, why: str) -> Schedule:
        """Keep a person's schedule, new or changed. Raises BusinessError for one that config.yaml holds."""
        with self._database.write() as connection:
            self._free_to_edit(connection, name)
            self._write(connection, name, bot, definition, PERSON, who, why)
        return self.get(name)

    def remove(self, name: str, who: str, why: str) -> None:
        """It fires no more. Raises BusinessError for one that config.yaml holds, or none."""
        with self._database.write() as connection:
            self._free_to_edit(connection, name)
            self._remove(connection, name, who, why)

    def follow(self, wanted: Mapping[str, tuple[str, Mapping[str, Any]]]) -> None:
        """Make the file's schedules what the file says: name to bot and definition. People's own stay as they are."""
        with self._database.write() as connection:
            rows = connection.execute(select(schedules).with_for_update()).mappings()
            kept = {row["name"]: Schedule(**row) for row in rows}
            for name, (bot, definition) in wanted.items():
                if not _same(kept.get(name), bot, definition):
                    self._write(connection, name, bot, definition, FILE, FILE, "the file says so")
            for name, one in kept.items():
                if one.origin == FILE and name not in wanted and one.removed_at is None:
                    self._remove(connection, name, FILE, "it is no longer in the file")

    def pause(self, name: str, who: str, why: str) -> Schedule:
        """Let a schedule rest; each time it would have fired is noted with this reason."""
        return self._set_paused(name, f"paused by {who}: {why}", who, why, "schedule.paused")

    def resume(self, name: str, who: str, why: str) -> Schedule:
        """Let it fire again, from now on."""
        return self._set_paused(name, None, who, why, "schedule.resumed")

    def _set_paused(self, name: str, paused: str | None, who: str, why: str, action: str) -> Schedule:
        self.get(name)
        with self._database.write() as connection:
            connection.execute(update(schedules).where(schedules.c.name == name).values(paused=paused))
            self._audit.write(connection, Event(who, action, name, {"why": why}))
        return self.get(name)

    def _free_to_edit(self, connection: Connection, name: str) -> None:
        standing = (schedules.c.name == name, schedules.c.removed_at.is_(None))
        if connection.scalar(select(schedules.c.origin).where(*standing)) == FILE:
            raise BusinessError(
                f"the schedule {name} stands in config.yaml: change it there, or pause it here; nothing was changed"
            )

    def _write(
        self,
        connection: Connection,
        name: str,
        bot: str,
        definition: Mapping[str, Any],
        origin: str,
        who: str,
        why: str,
    ) -> None:
        values = {"bot": bot, "definition": dict(definition), "origin": origin, "since": now(), "who": who, "why": why}
        values |= {"removed_at": None}
        if connection.scalar(select(schedules.c.name).where(schedules.c.name == name)) is None:
            connection.execute(insert(schedules).values(name=name, **values))
        else:
            connection.execute(update(schedules).where(schedules.c.name == name).values(**values))
        told = {"why": why, "bot": bot, "definition": dict(definition)}
        self._audit.write(connection, Event(who, "schedule.set", name, told))

    def _remove(self, connection: Connection, name: str, who: str, why: str) -> None:
        standing = (schedules.c.name == name, schedules.c.removed_at.is_(None))
        if connection.execute(update(schedules).where(*standing).values(removed_at=now())).rowcount != 1:
            raise BusinessError(f"there is no schedule `{name}`; nothing was changed")
        self._audit.write(connection, Event(who, "schedule.removed", name, {"why": why}))


def _same(kept: Schedule | None, bot: str, definition: Mapping[str, Any]) -> bool:
    return (
        kept is not None
        and kept.removed_at is None
        and (kept.bot, dict(kept.definition), kept.origin) == (bot, dict(definition), FILE)
    )
