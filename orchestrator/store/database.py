"""One door to the database: short transactions, writers one after another, every failure a plain sentence.

SQLite: write-ahead log, synchronous FULL (a commit is on the disk when it returns), a writer takes its turn at BEGIN
and waits for it, so that nobody meets "database is locked" halfway. PostgreSQL: read committed; whoever must be
alone locks a row.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from bots.errors import ConfigError, StoreError

BUSY = 60.0  #: seconds a writer waits for its turn on SQLite
#: A process opens no more to PostgreSQL, for its store and for its queue each; who needs another waits for one.
MOST_CONNECTIONS = 4

_CAUSES = (
    ("disk is full", "the disk is full; free some space and start again"),
    ("no space left", "the disk is full; free some space and start again"),
    ("readonly", "it may only be read; give this user the right to write it and start again"),
    ("read-only", "it may only be read; give this user the right to write it and start again"),
    ("locked", "another program holds it; close that program and start again"),
    ("malformed", "its file is damaged; restore it from a backup"),
    ("not a database", "its file is not a database; restore it from a backup or name another file"),
    ("unable to open", "its file cannot be opened; see that the folder exists and may be written"),
    ("connection", "its server does not answer; see that it runs and that the address is right"),
)


class Conflict(StoreError):
    """The database refused a row that may exist only once. For the store's own modules to tell apart."""


class Database:
    """The engine and its two kinds of transaction."""

    def __init__(self, url: str) -> None:
        """Connect lazily. Raises ConfigError when `url` names no database this software knows."""
        self.engine = _engine(url)
        self._writer = self.engine.execution_options(writes=True)
        self._steady = self.engine
        if self.engine.dialect.name == "postgresql":
            self._steady = self.engine.execution_options(isolation_level="REPEATABLE READ")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with _plainly(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A transaction that only reads and sees one moment, however long it lasts."""
        with _plainly(), self._steady.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes; all of it is on the disk afterwards, or nothing."""
        with _plainly(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def insert_once(connection: Connection, table: Table, **values: Any) -> bool:
    """Insert a row unless one like it stands already. Returns whether it is new."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = make(table).values(**values).on_conflict_do_nothing()
    return connection.execute(statement.returning(literal(1))).first() is not None


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Conflict(f"The database refused this, so nothing was done: {_first_line(error)}.") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(sentence(error)) from error


def sentence(error: Exception) -> str:
    """What a database failure means and what to do, without addresses or passwords."""
    said = _first_line(error)
    cause = next((meaning for sign, meaning in _CAUSES if sign in said.lower()), None)
    ending = f"{cause} ({said})." if cause else f"{said}."
    return f"The database could not do its work, so nothing was done: {ending}"


def _first_line(error: Exception) -> str:
    inner = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    lines = str(inner).strip().splitlines() or [type(inner).__name__]
    return lines[0].rstrip(".")


def _engine(url: str) -> Engine:
    try:
        place = make_url(url)
        if place.get_backend_name() == "sqlite":
            return _sqlite(place)
        if place.get_backend_name() == "postgresql":
            psycopg = place.set(drivername="postgresql+psycopg")
            return create_engine(psycopg, pool_pre_ping=True, pool_size=2, max_overflow=MOST_CONNECTIONS - 2)
    except (ArgumentError, NoSuchModuleError) as error:
        raise ConfigError(f"database: {_first_line(error)}; {_EXPECTED}") from error
    raise ConfigError(f"database: {place.get_backend_name()} is not supported; {_EXPECTED}")


_EXPECTED = "expected sqlite:///var/o2c.sqlite3 or postgresql://user@host/name"


def _sqlite(place: URL) -> Engine:
    if not place.database or place.database == ":memory:":
        raise ConfigError(f"database: work must outlive the process, and memory does not; {_EXPECTED}")
    if not place.database.startswith("file:"):
        Path(place.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(place, connect_args={"timeout": BUSY}, pool_size=5, max_overflow=-1)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions behind our back
    _write_ahead(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to its write-ahead log. SQLite does not wait its turn for this one, so we do."""
    deadline = time.monotonic() + BUSY
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
