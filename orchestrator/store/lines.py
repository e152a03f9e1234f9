"""Lines: all that waits for one portal log-in, one thing after another, served by one worker at a time on any machine.

The database's primary key says that a line has one holder; a holder counts only while its lease does.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, select, update

from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.duty_tables import lines
from orchestrator.store.workers import lease_holds


class Lines:
    """Who serves which log-in's line."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, login: str, token: str) -> bool:
        """Become the one who serves this line; False while another worker with a living lease does, or ours is gone."""
        moment = now()
        with self._database.write() as connection:
            if not lease_holds(connection, token, moment):
                return False
            if insert_once(connection, lines, login=login, worker=token, taken_at=moment):
                return True
            holder = connection.scalar(select(lines.c.worker).where(lines.c.login == login).with_for_update())
            if holder == token or holder is None or lease_holds(connection, holder, moment):
                return holder == token
            connection.execute(update(lines).where(lines.c.login == login).values(worker=token, taken_at=moment))
            return True

    def leave(self, token: str) -> None:
        """Serve no line any more: the worker's browsers are closed."""
        with self._database.write() as connection:
            connection.execute(delete(lines).where(lines.c.worker == token))

    def holders(self) -> Mapping[str, str]:
        """The worker that took each line last; whether its lease holds is another question."""
        with self._database.read() as connection:
            return {row.login: row.worker for row in connection.execute(select(lines))}
