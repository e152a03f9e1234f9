"""The first schema: work, intents, evidence, customers, and a trail that can only grow."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orchestrator.store.migrations.triggers import postgresql_triggers, sqlite_triggers

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_LIVE = sa.text("state in ('open', 'confirmed')")
_OPEN = sa.text("state = 'open'")
_STANDING = sa.text("withdrawn_at is null")


def upgrade() -> None:
    """Make every table, then the triggers."""
    _work()
    _decisions()
    _trail()
    _surroundings()
    dialect = op.get_bind().dialect.name
    for statement in postgresql_triggers() if dialect == "postgresql" else sqlite_triggers():
        op.execute(statement)


def _work() -> None:
    op.create_table(
        "evidence",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("size", _NUMBER, nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_evidence"),
    )
    op.create_table(
        "items",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("filename", sa.Text()),
        sa.Column("envelope", sa.Text()),
        sa.Column("trouble", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Text()),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("result", sa.Text()),
        sa.Column("plan", sa.Text()),
        sa.Column("plan_hash", sa.String(64)),
        sa.Column("sentences", sa.Text(), nullable=False),
        sa.Column("until", sa.Text()),
        sa.Column("run", sa.Text()),
        sa.Column("worker", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_items"),
        sa.UniqueConstraint("bot", "key", name="uq_items_bot_key"),
        sa.ForeignKeyConstraint(["document"], ["evidence.sha256"], name="fk_items_document"),
        sa.CheckConstraint("revision >= 1", name="ck_items_revision"),
    )
    op.create_index("ix_items_state_bot", "items", ["state", "bot"])
    op.create_table(
        "deliveries",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("item", _NUMBER, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("item", "source", name="uq_deliveries_item_source"),
        sa.ForeignKeyConstraint(["item"], ["items.id"], name="fk_deliveries_item"),
    )


def _decisions() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("item", _NUMBER, nullable=False),
        sa.Column("plan_hash", sa.String(64), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_approvals"),
        sa.ForeignKeyConstraint(["item"], ["items.id"], name="fk_approvals_item"),
    )
    _only_one("uq_approvals_standing", "approvals", ["item", "plan_hash"], _STANDING)
    op.create_table(
        "intents",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("item", _NUMBER, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("posting_key", sa.Text(), nullable=False),
        sa.Column("plan_hash", sa.String(64), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.Text()),
        sa.Column("seen", sa.Text()),
        sa.Column("who", sa.Text()),
        sa.Column("why", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_intents"),
        sa.ForeignKeyConstraint(["item"], ["items.id"], name="fk_intents_item"),
    )
    _only_one("uq_intents_live_posting_key", "intents", ["posting_key"], _LIVE)
    _only_one("uq_intents_open_item", "intents", ["item"], _OPEN)
    op.create_index("ix_intents_item", "intents", ["item"])


def _trail() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("item", _NUMBER),
        sa.Column("run", sa.Text()),
        sa.Column("prev", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("signature", sa.String(128), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_index("ix_audit_item", "audit", ["item"])
    op.create_index("ix_audit_run", "audit", ["run"])
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", _NUMBER, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("signature", sa.String(128), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
        sa.CheckConstraint("id = 1", name="ck_audit_head_only_one"),
    )
    op.create_table(
        "audit_checkpoints",
        sa.Column("seq", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("signature", sa.String(128), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_checkpoints"),
    )


def _surroundings() -> None:
    op.create_table(
        "customers",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_customers"),
    )
    op.create_table(
        "mail",
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("uidvalidity", _NUMBER, nullable=False),
        sa.Column("uid", _NUMBER, nullable=False),
        sa.Column("message_id", sa.Text()),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("mailbox", "folder", "uidvalidity", "uid", name="pk_mail"),
    )
    op.create_table(
        "workers",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("pid", _NUMBER, nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("beat", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
        sa.PrimaryKeyConstraint("token", name="pk_workers"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        sa.Column("totals", sa.Text()),
        sa.Column("red", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_bot_begun_at", "runs", ["bot", "begun_at"])


def _only_one(name: str, table: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, columns, unique=True, sqlite_where=where, postgresql_where=where)
