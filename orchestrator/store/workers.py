"""Workers and their leases: who is at work, and who went silent, so that its items may be taken over."""

from __future__ import annotations

import re
import secrets
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from orchestrator.store import processes
from orchestrator.store.columns import now
from orchestrator.store.database import Database
from orchestrator.store.tables import workers

LEASE = timedelta(seconds=60)  #: a worker silent for longer has lost its items, unless it enlisted with another
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
    lease: int  #: seconds it may be silent

    def silent_too_long(self, moment: datetime) -> bool:
        """Whether its lease has lapsed."""
        return moment - self.beat > timedelta(seconds=self.lease)


class Workers:
    """All workers' leases. A lease that has lapsed never comes back: the worker enlists anew.

    Instants are those of the worker's own clock: machines that share a database keep their clocks together (NTP).
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def enlist(self, name: str, host: str, pid: int, started: datetime, lease: timedelta = LEASE) -> str:
        """Begin a lease and return its token. `started` is the instant the worker's process says it began.

        `lease` (whole seconds) is longer than the slowest click with its answer: who is silent for longer is dead.
        """
        token = f"{re.sub(r'[^A-Za-z0-9]+', '-', name)}-{secrets.token_hex(4)}"
        about: dict[str, Any] = {"token": token, "name": name, "host": host, "place": processes.place(), "pid": pid}
        about["lease"] = int(lease.total_seconds())
        with self._database.write() as connection:
            connection.execute(insert(workers).values(started=started, beat=now(), **about))
        return token

    def beat(self, token: str) -> bool:
        """Renew the lease; to be called every few seconds. False: it has lapsed, stop and enlist anew."""
        moment = now()
        with self._database.write() as connection:
            if not lease_holds(connection, token, moment):
                return False
            return connection.execute(update(workers).where(_standing(token)).values(beat=moment)).rowcount == 1

    def live(self, token: str, now: datetime) -> bool:
        """Whether the lease holds at this instant."""
        with self._database.read() as connection:
            return lease_holds(connection, token, now)

    def dead(self, after: timedelta | float | None = None) -> tuple[Worker, ...]:
        """Workers not retired and silent for longer than their lease (or `after`), or whose process is gone.

        The second is known at once, but only of processes on this machine. Retire them when their items are taken
        over: that is what keeps a worker that was merely paused from pressing anything.
        """
        moment, span = now(), timedelta(seconds=after) if isinstance(after, int | float) else after
        return tuple(worker for worker in self.list() if _silent(worker, moment, span) or gone(worker))

    def list(self, retired: bool = False) -> tuple[Worker, ...]:
        """Workers in order of their beginning; those that have retired only if asked for."""
        query = select(workers).order_by(workers.c.started, workers.c.token)
        with self._database.read() as connection:
            rows = connection.execute(query if retired else query.where(workers.c.retired_at.is_(None)))
            return tuple(Worker(**row) for row in rows.mappings())

    def retire(self, token: str) -> None:
        """End a lease for good: by the worker as it leaves, or by whoever takes over from a dead one."""
        with self._database.write() as connection:
            connection.execute(update(workers).where(_standing(token)).values(retired_at=now()))


def lease_holds(connection: Connection, token: str, moment: datetime) -> bool:
    """Whether a lease holds, asked within a transaction that depends on it."""
    query = select(workers.c.beat, workers.c.lease).where(_standing(token)).with_for_update(read=True)
    row = connection.execute(query).first()
    return row is not None and moment - row.beat <= timedelta(seconds=row.lease)


def _standing(token: str) -> ColumnElement[bool]:
    return and_(workers.c.token == token, workers.c.retired_at.is_(None))


def _silent(worker: Worker, moment: datetime, span: timedelta | None) -> bool:
    return worker.silent_too_long(moment) if span is None else moment - worker.beat > span


def gone(worker: Worker) -> bool:
    """Whether its process is known to have ended: told only of processes on this machine."""
    if worker.host != socket.gethostname() or worker.place != processes.place():
        return False
    if not processes.runs(worker.pid):
        return True
    began = processes.began(worker.pid)
    return began is not None and began > worker.started + _SLACK
