"""The part of the schema that remembers portals: which are parked or rest, and what their elements looked like."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, PrimaryKeyConstraint, Table, text

from orchestrator.store.columns import Instant, Number, Plain, Words
from orchestrator.store.tables import metadata

parkings = Table(
    "parkings",
    metadata,
    Column("id", Number, primary_key=True),
    Column("portal", Words, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("released_by", Words),
    Column("released_why", Words),
    Column("released_at", Instant),
    CheckConstraint(
        "(released_at is null) = (released_by is null) and (released_at is null) = (released_why is null)",
        name="released",
    ),
    # A portal is parked once at a time: the first reason stands until somebody releases it.
    Index(
        "uq_parkings_standing",
        "portal",
        unique=True,
        sqlite_where=text("released_at is null"),
        postgresql_where=text("released_at is null"),
    ),
)

circuits = Table(
    "circuits",
    metadata,
    Column("portal", Words, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("why", Words, nullable=False),
    Column("until", Instant),
    CheckConstraint("failures >= 1", name="failures"),
)

looks = Table(
    "looks",
    metadata,
    Column("portal", Words, nullable=False),
    Column("element", Words, nullable=False),
    Column("looks", Plain, nullable=False),
    Column("seen_at", Instant, nullable=False),
    PrimaryKeyConstraint("portal", "element"),
)
