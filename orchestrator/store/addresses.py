"""Database addresses: where the engine's tables stand beside ours, and where a password belongs."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlalchemy.engine import make_url


def with_password(url: str, password: str | None) -> str:
    """The address with a password in it, where one is given."""
    address = make_url(url)
    if password is not None:
        address = address.set(password=password)
    return address.render_as_string(hide_password=False)


def engine_address(url: str) -> str:
    """Where the queue's engine keeps its tables: the same PostgreSQL (schema `dbos`), or a SQLite file beside ours."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return address.set(drivername="postgresql").render_as_string(hide_password=False)
    stem = address.database.removesuffix(".sqlite3")
    return address.set(database=f"{stem}.engine.sqlite3").render_as_string(hide_password=False)


def write_ahead(url: str) -> None:
    """Switch the engine's own SQLite file to a write-ahead log, for good: its readers and its writer go on beside each
    other. Does nothing for a server."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        with closing(sqlite3.connect(address.database, timeout=60)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
