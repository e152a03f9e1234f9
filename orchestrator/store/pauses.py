"""Bots that a person has stopped for a while: nothing of theirs is begun, what runs may end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.duty_tables import pauses


@dataclass(frozen=True)
class Pause:
    """Since when a bot rests, who said so, and why."""

    bot: str
    since: datetime
    who: str
    why: str

    def sentence(self) -> str:
        """As it is read beside whatever did not happen."""
        return f"the bot {self.bot} was paused by {self.who} at {self.since:%Y-%m-%d %H:%M %Z}: {self.why}"


class Pauses:
    """All pauses that hold now. Their beginning and end are in the audit trail."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def pause(self, bot: str, who: str, why: str) -> Pause:
        """Let a bot rest. Pausing a bot that rests already changes nothing."""
        with self._database.write() as connection:
            if insert_once(connection, pauses, bot=bot, since=now(), who=who, why=why):
                self._audit.write(connection, Event(who, "bot.paused", bot, {"why": why}))
        return self.all()[bot]

    def resume(self, bot: str, who: str, why: str) -> bool:
        """Let a bot work again; False when it did not rest."""
        with self._database.write() as connection:
            rested = connection.execute(delete(pauses).where(pauses.c.bot == bot)).rowcount == 1
            if rested:
                self._audit.write(connection, Event(who, "bot.resumed", bot, {"why": why}))
            return rested

    def all(self) -> Mapping[str, Pause]:
        """The pauses that hold, by bot."""
        with self._database.read() as connection:
            return {row["bot"]: Pause(**row) for row in connection.execute(select(pauses)).mappings()}
