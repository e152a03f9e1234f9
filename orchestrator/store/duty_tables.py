"""The schema's second half: who works which line, what was found in the mail, and the timetable with its outcomes."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, UniqueConstraint, text

from orchestrator.store.columns import Instant, Number, Plain, Words
from orchestrator.store.tables import metadata

lines = Table(
    "lines",
    metadata,
    Column("login", Words, primary_key=True),
    Column("worker", Words, nullable=False),
    Column("taken_at", Instant, nullable=False),
)

pauses = Table(
    "pauses",
    metadata,
    Column("bot", Words, primary_key=True),
    Column("since", Instant, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
)

messages = Table(
    "messages",
    metadata,
    Column("source", Words, primary_key=True),
    Column("bot", Words, primary_key=True),
    Column("run", Words),
    Column("sha256", String(64), nullable=False),
    Column("documents", Integer, nullable=False),
    Column("found_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Index(None, "run"),
)

schedules = Table(
    "schedules",
    metadata,
    Column("name", Words, primary_key=True),
    Column("bot", Words, nullable=False),
    Column("definition", Plain, nullable=False),
    Column("origin", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("paused", Words),
    Column("removed_at", Instant),
)

firings = Table(
    "firings",
    metadata,
    Column("id", Number, primary_key=True),
    Column("schedule", Words, nullable=False),
    Column("bot", Words, nullable=False),
    Column("nominal", Instant, nullable=False),
    Column("planned", Instant, nullable=False),
    Column("decided_at", Instant, nullable=False),
    Column("run", Words),
    Column("reason", Words, nullable=False),
    Column("event", Words),
    # One nominal time is decided once, whoever asks; so is one event; one planned time begins one run.
    UniqueConstraint("schedule", "nominal"),
    Index("uq_firings_event", "schedule", "event", unique=True),
    Index(
        "uq_firings_run_at",
        "schedule",
        "planned",
        unique=True,
        sqlite_where=text("run is not null"),
        postgresql_where=text("run is not null"),
    ),
    Index(None, "decided_at"),
)
