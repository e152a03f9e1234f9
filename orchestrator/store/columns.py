"""How values lie in a column: the same text in SQLite and in PostgreSQL, so that one code path serves both."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from bots.domain.plain import canonical_json

#: A counted identity. SQLite numbers rows by itself only in a column called INTEGER.
Number = BigInteger().with_variant(Integer, "sqlite")


def now() -> datetime:
    """The instant of a record, aware, in UTC."""
    return datetime.now(UTC)


def written(instant: datetime) -> str:
    """An instant as text of one fixed width, so that text sorts as time does: `2026-01-31T08:00:00.000000+00:00`."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant} has no time zone: which instant is meant?")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def storable(text: str) -> str:
    """Text any database takes: what mail headers smuggle in (lone surrogates, NUL) becomes a replacement sign."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "\ufffd")


def as_json(value: Any) -> str:
    """Canonical JSON any database takes."""
    return storable(canonical_json(value))


class Instant(TypeDecorator[datetime]):
    """An aware instant."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """To its text."""
        return None if value is None else written(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        """From its text."""
        return None if value is None else datetime.fromisoformat(value)


class Words(TypeDecorator[str]):
    """Text that may have come from outside."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Made storable."""
        return None if value is None else storable(value)


class Plain(TypeDecorator[Any]):
    """Any plain value, as canonical JSON. None stays NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        """To canonical JSON."""
        return None if value is None else as_json(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        """From JSON."""
        return None if value is None else json.loads(value)
