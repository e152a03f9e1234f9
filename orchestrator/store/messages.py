"""What was found in the mailboxes, written down before anything is made of it, so that it can be counted against.

A message found and never settled under the same content is what a control total must name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update

from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.duty_tables import messages
from orchestrator.store.tables import deliveries, items


@dataclass(frozen=True)
class Message:
    """One message a bot found. `documents` is the number of different documents in it, as it was taken apart."""

    source: str
    bot: str
    run: str | None
    sha256: str
    documents: int
    found_at: datetime
    settled_at: datetime | None
    items: int = 0  #: how many items were made of it or already stood


class Messages:
    """Every message every bot ever found. The first run that finds one keeps it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def found(self, bot: str, source: str, sha256: str, documents: int, run: str | None) -> None:
        """A message lies there; its content (SHA-256) tells it again after the mailbox numbers its messages anew."""
        about = {"bot": bot, "source": source, "sha256": sha256, "documents": documents, "run": run}
        with self._database.write() as connection:
            insert_once(connection, messages, found_at=now(), **about)

    def settled(self, bot: str, source: str) -> None:
        """All documents in it are items, and it was moved away."""
        it = (messages.c.bot == bot, messages.c.source == source)
        with self._database.write() as connection:
            connection.execute(update(messages).where(*it).values(settled_at=now()))

    def of_run(self, run: str) -> tuple[Message, ...]:
        """The messages a run found."""
        return self._where(messages.c.run == run)

    def of_day(self, bot: str, begin: datetime, end: datetime) -> tuple[Message, ...]:
        """The messages a bot found from `begin` until before `end`."""
        return self._where(messages.c.bot == bot, messages.c.found_at >= begin, messages.c.found_at < end)

    def lost(self, found: tuple[Message, ...]) -> tuple[Message, ...]:
        """Those of them that were never settled, nor one of the same content."""
        copy = messages.alias()
        with self._database.read() as connection:
            return tuple(
                one
                for one in found
                if one.settled_at is None
                and not connection.scalar(
                    select(exists().where(copy.c.sha256 == one.sha256, copy.c.settled_at.is_not(None)))
                )
            )

    def _where(self, *conditions: Any) -> tuple[Message, ...]:
        made = (
            select(deliveries.c.source, items.c.bot)
            .join(items, deliveries.c.item == items.c.id)
            .where(deliveries.c.source == messages.c.source, items.c.bot == messages.c.bot)
        )
        query = select(messages).where(*conditions).order_by(messages.c.found_at, messages.c.source)
        with self._database.read() as connection:
            rows = list(connection.execute(query).mappings())
            counted = [
                len(
                    connection.execute(
                        made.where(messages.c.source == row["source"], messages.c.bot == row["bot"])
                    ).all()
                )
                for row in rows
            ]
        return tuple(Message(items=count, **row) for row, count in zip(rows, counted, strict=True))
