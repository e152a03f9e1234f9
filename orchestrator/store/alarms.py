"""Alerts that were raised, and who has still to be told: one standing alert for a cause, one notice for a channel.

A notice is a row before it is sent, so that a crash forgets none; a unique index keeps a cause from standing twice,
whichever machine looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.tables import alerts, notices

CLAIM = timedelta(minutes=2)  #: whoever sends a notice has so long before another may try


@dataclass(frozen=True)
class Standing:
    """An alert that was raised and has not cleared."""

    id: int
    cause: str
    text: str
    raised_at: datetime


@dataclass(frozen=True)
class Notice:
    """Something one channel has still to say. `what`: raised or cleared."""

    id: int
    channel: str
    what: str
    cause: str
    text: str
    raised_at: datetime


class Alarms:
    """All alerts, and the notices about them."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def standing(self) -> tuple[Standing, ...]:
        """Alerts that stand, the oldest first."""
        with self._database.read() as connection:
            return _standing(connection)

    def observe(self, found: Iterable[tuple[str, str]], channels: Sequence[str]) -> None:
        """Take what is wrong now, (cause, text) each: raise what is new, clear what is gone, note whom to tell.

        What stands already keeps its first text and is not told again. An alert that cleared before a channel was
        told of it is not told there at all.
        """
        wrong = dict(found)
        with self._database.read() as connection:
            before = {one.cause for one in _standing(connection)}
        if before == set(wrong):
            return
        with self._database.write() as connection:
            for cause in wrong.keys() - before:
                self._raise(connection, cause, wrong[cause], channels)
            for one in _standing(connection):
                if one.cause not in wrong:
                    self._clear(connection, one)

    def claim(self) -> Notice | None:
        """The next notice to be sent, nobody else's for two minutes; None when all is said."""
        moment, it = now(), notices.c
        free = it.sent_at.is_(None) & (it.claimed_until.is_(None) | (it.claimed_until < moment))
        with self._database.write() as connection:
            joined = notices.join(alerts, it.alert == alerts.c.id)
            query = select(it.id, it.channel, it.what, alerts.c.cause, alerts.c.text, alerts.c.raised_at)
            row = connection.execute(query.select_from(joined).where(free).order_by(it.id).limit(1)).mappings().first()
            if row is None:
                return None
            taken = update(notices).where(it.id == row["id"], free).values(claimed_until=moment + CLAIM)
            return Notice(**row) if connection.execute(taken).rowcount else None

    def sent(self, notice: Notice) -> None:
        """The channel took it."""
        with self._database.write() as connection:
            connection.execute(update(notices).where(notices.c.id == notice.id).values(sent_at=now()))
            detail = {"channel": notice.channel, "what": notice.what}
            self._audit.write(connection, Event("o2c", "alert.told", notice.cause, detail))

    def _raise(self, connection: Connection, cause: str, text: str, channels: Sequence[str]) -> None:
        if not insert_once(connection, alerts, cause=cause, text=text, raised_at=now()):
            return
        number = connection.scalar(select(alerts.c.id).where(alerts.c.cause == cause, alerts.c.cleared_at.is_(None)))
        for channel in channels:
            connection.execute(insert(notices).values(alert=number, channel=channel, what="raised"))
        self._audit.write(connection, Event("o2c", "alert.raised", cause, {"text": text}))

    def _clear(self, connection: Connection, one: Standing) -> None:
        moment, it = now(), notices.c
        standing = update(alerts).where(alerts.c.id == one.id, alerts.c.cleared_at.is_(None))
        if connection.execute(standing.values(cleared_at=moment)).rowcount == 0:
            return
        of_it = (it.alert == one.id, it.what == "raised")
        told = connection.scalars(select(it.channel).where(*of_it, it.sent_at.is_not(None))).all()
        connection.execute(update(notices).where(*of_it, it.sent_at.is_(None)).values(sent_at=moment))
        for channel in told:
            connection.execute(insert(notices).values(alert=one.id, channel=channel, what="cleared"))
        self._audit.write(connection, Event("o2c", "alert.cleared", one.cause, {"raised_at": one.raised_at}))


def _standing(connection: Connection) -> tuple[Standing, ...]:
    it = alerts.c
    query = select(it.id, it.cause, it.text, it.raised_at).where(it.cleared_at.is_(None)).order_by(it.id)
    return tuple(Standing(*row) for row in connection.execute(query))
