"""Where runs are played: a fresh memory for each, copied from an empty one, since making the tables takes longer than
the work itself."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from orchestrator.crash_tests.kill import spare
from orchestrator.store.doomed import DoomedDatabase, Strike, copy_database, drop_database, make_database
from orchestrator.store.store import Store, open_on

FILE = "o2c.sqlite3"


@dataclass(frozen=True)
class Ground:
    """One run's memory: a database and a folder. It outlives whoever is killed in it."""

    url: str
    folder: Path

    @contextmanager
    def store(self, strike: Strike = spare) -> Iterator[Store]:
        """The memory, opened; `strike` is told of every write."""
        store = open_on(DoomedDatabase(self.url, strike), self.folder)
        try:
            yield store
        finally:
            store.close()


@dataclass(frozen=True)
class SqliteGrounds:
    """Grounds in a folder, a file each."""

    folder: Path

    def prepare(self) -> None:
        """Make the empty memory that all are copied from."""
        with Ground(f"sqlite:///{self._empty / FILE}", self._empty).store():
            pass

    @contextmanager
    def fresh(self) -> Iterator[Ground]:
        """A memory nobody has written in."""
        folder = self.folder / secrets.token_hex(6)
        shutil.copytree(self._empty, folder)
        try:
            yield Ground(f"sqlite:///{folder / FILE}", folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def _empty(self) -> Path:
        return self.folder / "empty"


@dataclass(frozen=True)
class PostgresGrounds:
    """Grounds on a PostgreSQL server, a database each. `server` is its address up to the database's name."""

    server: str
    folder: Path
    name: str

    def prepare(self) -> None:
        """Make the empty memory that all are copied from."""
        with Ground(make_database(self.server, self.name), self.folder / "empty").store():
            pass

    @contextmanager
    def fresh(self) -> Iterator[Ground]:
        """A memory nobody has written in."""
        name = f"{self.name}_{secrets.token_hex(6)}"
        shutil.copytree(self.folder / "empty", self.folder / name)
        try:
            yield Ground(copy_database(self.server, self.name, name), self.folder / name)
        finally:
            drop_database(self.server, name)
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def clear(self) -> None:
        """Drop the empty memory."""
        drop_database(self.server, self.name)


Grounds = SqliteGrounds | PostgresGrounds
