"""A store on each database, and hands that tamper with it behind the software's back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy

from bots.domain.documents import Document
from orchestrator.store.items import Item
from orchestrator.store.store import Store, open_store
from tests.postgres import postgres  # noqa: F401 - a fixture is found by its name here

Tamper = Callable[..., None]

GUARDED = ("audit", "audit_head", "audit_checkpoints")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'o2c.sqlite3'}"
    server = request.getfixturevalue("postgres")
    name = f"o2c_{secrets.token_hex(6)}"
    maker = sqlalchemy.create_engine(plain(f"{server}postgres"), isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        connection.exec_driver_sql(f"create database {name}")
    maker.dispose()
    return f"{server}{name}"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(url: str, data: Path) -> Iterator[Store]:
    opened = open_store(url, data)
    yield opened
    opened.close()


@pytest.fixture
def tamper(url: str) -> Tamper:
    """Run SQL as an intruder does who has the database but not the key: its triggers taken out first."""

    def run(*statements: str) -> None:
        engine = sqlalchemy.create_engine(plain(url))
        with engine.begin() as connection:
            if engine.dialect.name == "sqlite":
                names = connection.exec_driver_sql("select name from sqlite_master where type = 'trigger'").scalars()
                guards = [f"drop trigger {name}" for name in names.all()]
            else:
                guards = [f"alter table {table} disable trigger all" for table in GUARDED]
            for statement in [*guards, *statements]:
                connection.exec_driver_sql(statement)
        engine.dispose()

    return run


def plain(url: str) -> str:
    """The address with the driver that is installed."""
    return url.replace("postgresql://", "postgresql+psycopg://")


def document(content: bytes = b"%PDF-1.7 an order") -> Document:
    return Document(content, "application/pdf", "order.pdf")


@pytest.fixture
def item(store: Store) -> Item:
    """A work item that has just arrived."""
    return store.items.receive("order_entry", "order-1", document(), "imap:orders/INBOX/1/7", None)[0]


@pytest.fixture
def worker(store: Store) -> str:
    """The lease token of a worker at work."""
    return store.workers.enlist("worker", "elsewhere", 1, datetime.now(UTC))
