"""Bring a database to the schema of this version, whoever comes first, everyone else waiting."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text

from bots.errors import StoreError
from orchestrator.store.database import Database

_LOCK = 7_236_112_001  #: any number, the same in every process: PostgreSQL's advisory lock for migrations


def migrate(database: Database) -> None:
    """Run the migrations that are missing, all in one transaction. Raises StoreError for a newer database."""
    with database.read() as connection:
        if _version(connection) == newest():
            return
    with database.write() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:number)"), {"number": _LOCK})
        settings = config()
        settings.attributes["connection"] = connection
        try:
            command.upgrade(settings, "head")
        except CommandError as error:
            raise StoreError(
                f"The database was made by a newer version of this software ({error}); nothing was touched. "
                "Install that version, or restore the backup taken before it."
            ) from error


def config() -> Config:
    """Alembic's configuration, without a file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return settings


def newest() -> str | None:
    """The revision this version of the software works with."""
    return ScriptDirectory.from_config(config()).get_current_head()


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("select version_num from alembic_version"))
    return version
