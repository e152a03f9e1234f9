"""Opening the store: what it makes, what it refuses, and how a failing database is told."""

from __future__ import annotations

import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bots.errors import ConfigError, StoreError
from orchestrator.store.store import Store, open_store
from orchestrator.store.tables import metadata


def test_the_migrations_lead_to_the_schema(store: Store) -> None:
    with store.database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_unique_rules_of_the_schema_are_the_databases(store: Store) -> None:
    with store.database.read() as connection:
        inspector = sqlalchemy.inspect(connection)
        unique = {
            index["name"] for table in metadata.tables for index in inspector.get_indexes(table) if index["unique"]
        }
    assert {"uq_intents_live_posting_key", "uq_intents_open_item", "uq_approvals_standing"} <= unique


def test_a_store_opened_again_holds_what_was_put_there(store: Store, url: str, data: Path) -> None:
    sha256 = store.evidence.keep(b"an order", "application/pdf")
    store.close()

    again = open_store(url, data)
    assert again.evidence.read(sha256) == b"an order"
    assert again.audit.verify().records == store.audit.verify().records
    assert again.audit.fingerprint == store.audit.fingerprint
    again.close()
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_signing_key_is_its_owners_only(store: Store, data: Path) -> None:
    assert stat.S_IMODE((data / "audit.key").stat().st_mode) == 0o600
    assert (data / "audit.pub").read_text().startswith("-----BEGIN PUBLIC KEY-----")
    assert sorted(path.name for path in data.iterdir()) == ["audit-heads.jsonl", "audit.key", "audit.pub"]


def test_a_database_of_a_newer_version_is_not_touched(store: Store, url: str, data: Path) -> None:
    with store.database.write() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")

    with pytest.raises(StoreError, match="newer version"):
        open_store(url, data)


def test_a_key_that_is_none_is_a_store_error(store: Store, url: str, data: Path) -> None:
    (data / "audit.key").write_text("not a key")

    with pytest.raises(StoreError, match=r"audit\.key"):
        open_store(url, data)


@pytest.mark.parametrize(
    ("url", "named"),
    [
        pytest.param("mysql://user:secret@host/o2c", "mysql is not supported", id="another kind of database"),
        pytest.param("nonsense", "expected sqlite:///", id="no address"),
        pytest.param("sqlite://", "memory does not", id="memory"),
        pytest.param("sqlite:///:memory:", "memory does not", id="memory by name"),
    ],
)
def test_an_address_that_names_no_database_is_a_configuration_error(url: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=named) as refused:
        open_store(url, tmp_path)
    assert "secret" not in str(refused.value)


def test_a_server_that_does_not_answer_is_a_store_error_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not answer") as failed:
        open_store("postgresql://o2c:hidden@127.0.0.1:9/o2c", tmp_path)
    assert "hidden" not in str(failed.value)


def test_a_file_that_is_no_database_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "o2c.sqlite3").write_bytes(b"this is no database " * 100)

    with pytest.raises(StoreError, match="not a database"):
        open_store(f"sqlite:///{tmp_path / 'o2c.sqlite3'}", tmp_path / "data")


def test_a_data_folder_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreError, match="cannot be made"):
        open_store(f"sqlite:///{tmp_path / 'o2c.sqlite3'}", tmp_path / "file" / "data")


@pytest.fixture
def on_sqlite(tmp_path: Path) -> tuple[Path, Path]:
    """A store that has been used and closed: its database file and its data folder."""
    file, data = tmp_path / "o2c.sqlite3", tmp_path / "data"
    store = open_store(f"sqlite:///{file}", data)
    store.audit.append("clerk", "typed", "portal", {})
    store.close()
    return file, data


def hinder(store: Store, pragma: str) -> None:
    """Make every connection of this store meet a limit of the real kind."""
    store.close()

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    sqlalchemy.event.listen(store.database.engine, "connect", limit)


WRITES: list[Callable[[Store], object]] = [
    lambda store: store.audit.append("clerk", "typed", "portal", {"text": "x" * 50_000}),
    lambda store: store.runs.begin("order_entry", "x" * 50_000, "w1"),
    lambda store: store.mail.remember("m" * 50_000, "INBOX", 1, 1, None, "a" * 64),
]


@pytest.mark.parametrize("write", WRITES, ids=["audit", "run", "mail"])
@pytest.mark.parametrize(
    ("pragma", "told"),
    [("max_page_count=1", "disk is full"), ("query_only=ON", "may only be read")],
    ids=["disk full", "read only"],
)
def test_what_cannot_be_written_is_a_store_error_and_leaves_nothing(
    on_sqlite: tuple[Path, Path], pragma: str, told: str, write: Callable[[Store], object]
) -> None:
    file, data = on_sqlite
    store = open_store(f"sqlite:///{file}", data)
    hinder(store, pragma)

    with pytest.raises(StoreError, match=told):
        write(store)

    assert store.audit.verify().records == 2
    assert store.runs.list() == ()
    store.close()


def test_a_database_that_may_only_be_read_can_be_verified(on_sqlite: tuple[Path, Path]) -> None:
    file, data = on_sqlite
    store = open_store(f"sqlite:///file:{file}?mode=ro&uri=true", data)

    assert store.audit.verify().ok
    with pytest.raises(StoreError, match="may only be read"):
        store.audit.append("clerk", "typed", "portal", {})
    store.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_checkpoint_that_does_not_reach_the_disk_is_a_store_error(on_sqlite: tuple[Path, Path]) -> None:
    file, data = on_sqlite
    store = open_store(f"sqlite:///{file}", data)
    (data / "audit-heads.jsonl").unlink()
    (data / "audit-heads.jsonl").symlink_to("/dev/full")

    with pytest.raises(StoreError, match="No space left"):
        store.audit.checkpoint()
    store.close()


def test_a_writer_waits_its_turn_instead_of_failing(on_sqlite: tuple[Path, Path]) -> None:
    file, data = on_sqlite
    store = open_store(f"sqlite:///{file}", data)
    with store.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 60_000
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close()
