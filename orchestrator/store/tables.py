"""The schema, once. Migrations lead to it, and a test proves that they do."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from orchestrator.store.columns import Instant, Number, Plain, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

LIVE = "state in ('open', 'confirmed')"  #: an intent that still holds its posting key

evidence = Table(
    "evidence",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", Words, nullable=False),
    Column("name", Words),
    Column("size", Number, nullable=False),
    Column("kept_at", Instant, nullable=False),
)

items = Table(
    "items",
    metadata,
    Column("id", Number, primary_key=True),
    Column("bot", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("document", String(64), ForeignKey("evidence.sha256"), nullable=False),
    Column("media_type", Words, nullable=False),
    Column("filename", Words),
    Column("envelope", Plain),
    Column("trouble", Words),
    Column("source", Words, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("amount", Words),
    Column("reasons", Plain, nullable=False),
    Column("result", Words),
    Column("plan", Plain),
    Column("plan_hash", String(64)),
    Column("sentences", Plain, nullable=False),
    Column("until", Instant),
    Column("run", Words),
    Column("worker", Words),
    Column("urgency", Integer, nullable=False, server_default=text("10")),
    Column("due", Words),
    Column("handed_in", Integer, nullable=False, server_default=text("0")),
    Column("cause", Words),
    UniqueConstraint("bot", "key"),
    CheckConstraint("revision >= 1", name="revision"),
    Index(None, "state", "bot"),
    Index(None, "run"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Number, primary_key=True),
    Column("item", Number, ForeignKey("items.id"), nullable=False),
    Column("source", Words, nullable=False),
    Column("document", String(64), nullable=False),
    Column("received_at", Instant, nullable=False),
    UniqueConstraint("item", "source"),
)

approvals = Table(
    "approvals",
    metadata,
    Column("id", Number, primary_key=True),
    Column("item", Number, ForeignKey("items.id"), nullable=False),
    Column("plan_hash", String(64), nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Index(
        "uq_approvals_standing",
        "item",
        "plan_hash",
        unique=True,
        sqlite_where=text("withdrawn_at is null"),
        postgresql_where=text("withdrawn_at is null"),
    ),
)

intents = Table(
    "intents",
    metadata,
    Column("id", Number, primary_key=True),
    Column("item", Number, ForeignKey("items.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("posting_key", Words, nullable=False),
    Column("plan_hash", String(64), nullable=False),
    Column("worker", Words, nullable=False),
    Column("target", Words, nullable=False),
    Column("fields", Plain, nullable=False),
    Column("state", String(16), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Column("seen", Words),
    Column("who", Words),
    Column("why", Words),
    # One thing is made once, whatever item asks for it.
    Index(
        "uq_intents_live_posting_key", "posting_key", unique=True, sqlite_where=text(LIVE), postgresql_where=text(LIVE)
    ),
    # One item has one open intent: while that is in doubt, the item begins nothing else, under no other key either.
    Index(
        "uq_intents_open_item",
        "item",
        unique=True,
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
    Index(None, "item"),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("item", Number),
    Column("run", Text),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("signature", String(128), nullable=False),
    Index(None, "item"),
    Index(None, "run"),
)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Number, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("signature", String(128), nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

audit_checkpoints = Table(
    "audit_checkpoints",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False),
    Column("at", Text, nullable=False),
    Column("signature", String(128), nullable=False),
)

customers = Table(
    "customers",
    metadata,
    Column("number", Words, primary_key=True),
    Column("record", Plain, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("who", Words, nullable=False),
)

mail = Table(
    "mail",
    metadata,
    Column("mailbox", Words, nullable=False),
    Column("folder", Words, nullable=False),
    Column("uidvalidity", Number, nullable=False),
    Column("uid", Number, nullable=False),
    Column("message_id", Words),
    Column("sha256", String(64), nullable=False),
    Column("seen_at", Instant, nullable=False),
    PrimaryKeyConstraint("mailbox", "folder", "uidvalidity", "uid"),
)

workers = Table(
    "workers",
    metadata,
    Column("token", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("host", Words, nullable=False),
    Column("place", Words, nullable=False),
    Column("pid", Number, nullable=False),
    Column("started", Instant, nullable=False),
    Column("beat", Instant, nullable=False),
    Column("retired_at", Instant),
    Column("lease", Integer, nullable=False, server_default=text("60")),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Words, primary_key=True),
    Column("bot", Words, nullable=False),
    Column("trigger", Words, nullable=False),
    Column("worker", Words, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("totals", Plain),
    Column("red", Words),
    Column("parameters", Plain),
    Column("collected_at", Instant),
    Column("handed_in", Integer, nullable=False, server_default=text("0")),
    Index(None, "bot", "begun_at"),
    Index(None, "ended_at"),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Number, primary_key=True),
    Column("cause", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("cleared_at", Instant),
    # A cause stands once, whichever machine looks.
    Index(
        "uq_alerts_standing",
        "cause",
        unique=True,
        sqlite_where=text("cleared_at is null"),
        postgresql_where=text("cleared_at is null"),
    ),
)

notices = Table(
    "notices",
    metadata,
    Column("id", Number, primary_key=True),
    Column("alert", Number, ForeignKey("alerts.id"), nullable=False),
    Column("channel", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("claimed_until", Instant),
    Column("sent_at", Instant),
    UniqueConstraint("alert", "channel", "what"),
)
