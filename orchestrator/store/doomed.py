"""A database for crash tests: it tells of each write before it begins and after it stands, so that one can die there.

What is written is not synced to the disk: a killed process loses nothing the system has taken, only a power cut does,
and that is not what is tested here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url

from orchestrator.store.database import Database

When = Literal["before", "after"]
Strike = Callable[[When], None]


class DoomedDatabase(Database):
    """Calls `strike("before")` as each write begins and `strike("after")` once it is committed."""

    def __init__(self, url: str, strike: Strike) -> None:
        super().__init__(url)
        self.strike = strike
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _unsynced)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes, and may be the last."""
        self.strike("before")
        with super().write() as connection:
            yield connection
        self.strike("after")


def copy_database(server: str, original: str, copy: str) -> str:
    """On PostgreSQL, make database `copy` as `original` stands; its address. Nobody may be connected to `original`."""
    _administer(server, f'create database "{copy}" template "{original}"')
    return f"{server}{copy}"


def make_database(server: str, name: str) -> str:
    """On PostgreSQL, an empty database; its address. `server` is an address up to the database's name."""
    _administer(server, f'create database "{name}"')
    return f"{server}{name}"


def drop_database(server: str, name: str) -> None:
    """On PostgreSQL, end a database and whoever is connected to it."""
    _administer(server, f'drop database if exists "{name}" with (force)')


def _administer(server: str, statement: str) -> None:
    place = make_url(f"{server}postgres").set(drivername="postgresql+psycopg")
    engine = create_engine(place, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def _unsynced(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF")
