"""Database addresses: where the engine's tables stand beside ours, and where a password belongs."""

from __future__ import annotations

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
