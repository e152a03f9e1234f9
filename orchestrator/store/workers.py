"""Workers and their leases: who is at work, and who went silent, so that its items may be taken over."""

from __future__ import annotations

import re
import secrets
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from orchestrator.store import processes
from orchestrator.store.columns import now
from orchestrator.store.database import Database
from orchestrator.store.tables import workers

LEASE = timedelta(seconds=60)  #: a worker silent for longer has lost its items
_SLACK = timedelta(seconds=2)  #: between two ways of telling when a process began


@dataclass(frozen=True)
class Worker:
    """A worker as it was last heard of. `place` tells two machines, or containers, of the same host name apart."""

    token: str
    name: str
    host: str
    place: str
    pid: int
    started: datetime
    beat: datetime
    retired_at: datetime | None


class Workers:
    """All workers' leases. A lease that has lapsed never comes back: the worker enlists anew.

    Instants are those of the worker's own clock: machines that share a database keep their clocks together (NTP).
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def enlist(self, name: str, host: str, pid: int, started: datetime) -> str:
        """Begin a lease and return its token. `started` is the instant the worker's process says it began."""
        token = f"{re.sub(r'[^A-Za-z0-9]+', '-', name)}-{secrets.token_hex(4)}"
        about = {"token": token, "name": name, "host": host, "place": processes.place(), "pid": pid}
        with self._database.write() as connection:
            connection.execute(insert(workers).values(started=started, beat=now(), **about))
        return token

    def beat(self, token: str) -> bool:
        """Renew the lease; to be called every few seconds. False: it has lapsed, stop and enlist anew."""
        moment = now()
        with self._database.write() as connection:
            alive = (workers.c.token == token, workers.c.retired_at.is_(None), workers.c.beat >= moment - LEASE)
            return connection.execute(update(workers).where(*alive).values(beat=moment)).rowcount == 1

    def live(self, token: str, now: datetime) -> bool:
        """Whether the lease holds at this instant."""
        with self._database.read() as connection:
            return lease_holds(connection, token, now)

    def dead(self, after: timedelta | float = LEASE) -> tuple[Worker, ...]:
        """Workers not retired and silent for longer than `after` (seconds, or a span), or whose process is gone.

        The second is known at once, but only of processes on this machine. Retire them when their items are taken
        over: that is what keeps a worker that was merely paused from pressing anything.
        """
        span = after if isinstance(after, timedelta) else timedelta(seconds=after)
        moment = now()
        return tuple(worker for worker in self.list() if moment - worker.beat > span or _gone(worker))

    def list(self, retired: bool = False) -> tuple[Worker, ...]:
        """Workers in order of their beginning; those that have retired only if asked for."""
        query = select(workers).order_by(workers.c.started, workers.c.token)
        with self._database.read() as connection:
            rows = connection.execute(query if retired else query.where(workers.c.retired_at.is_(None)))
            return tuple(Worker(**row) for row in rows.mappings())

    def retire(self, token: str) -> None:
        """End a lease for good: by the worker as it leaves, or by whoever takes over from a dead one."""
        standing = (workers.c.token == token, workers.c.retired_at.is_(None))
        with self._database.write() as connection:
            connection.execute(update(workers).where(*standing).values(retired_at=now()))


def lease_holds(connection: Connection, token: str, moment: datetime) -> bool:
    """Whether a lease holds, asked within a transaction that depends on it."""
    query = select(workers.c.beat, workers.c.retired_at).where(workers.c.token == token).with_for_update(read=True)
    row = connection.execute(query).first()
    return row is not None and row.retired_at is None and moment - row.beat <= LEASE


def _gone(worker: Worker) -> bool:
    if worker.host != socket.gethostname() or worker.place != processes.place():
        return False
    if not processes.runs(worker.pid):
        return True
    began = processes.began(worker.pid)
    return began is not None and began > worker.started + _SLACK
