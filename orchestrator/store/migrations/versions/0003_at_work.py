"""Many workers and a timetable: whose line is whose, what is due when, what was found in the mail, why nothing ran."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_RUNS = sa.text("run is not null")


def upgrade() -> None:
    """Add what is missing; what stood before stays as it is."""
    _items_and_workers()
    _runs_and_messages()
    _timetable()


def _items_and_workers() -> None:
    op.add_column("items", sa.Column("urgency", sa.Integer(), nullable=False, server_default=sa.text("10")))
    op.add_column("items", sa.Column("due", sa.Text()))
    op.add_column("items", sa.Column("handed_in", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.add_column("items", sa.Column("cause", sa.Text()))
    op.create_index("ix_items_run", "items", ["run"])
    op.add_column("workers", sa.Column("lease", sa.Integer(), nullable=False, server_default=sa.text("60")))
    op.create_table(
        "lines",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_lines"),
    )
    op.create_table(
        "pauses",
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bot", name="pk_pauses"),
    )


def _runs_and_messages() -> None:
    op.add_column("runs", sa.Column("parameters", sa.Text()))
    op.add_column("runs", sa.Column("collected_at", sa.Text()))
    op.add_column("runs", sa.Column("handed_in", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.create_index("ix_runs_ended_at", "runs", ["ended_at"])
    op.create_table(
        "messages",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("run", sa.Text()),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("found_at", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.Text()),
        sa.PrimaryKeyConstraint("source", "bot", name="pk_messages"),
    )
    op.create_index("ix_messages_run", "messages", ["run"])


def _timetable() -> None:
    op.create_table(
        "schedules",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("paused", sa.Text()),
        sa.Column("removed_at", sa.Text()),
        sa.PrimaryKeyConstraint("name", name="pk_schedules"),
    )
    op.create_table(
        "firings",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("schedule", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("nominal", sa.Text(), nullable=False),
        sa.Column("planned", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("run", sa.Text()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_firings"),
        sa.UniqueConstraint("schedule", "nominal", name="uq_firings_schedule_nominal"),
    )
    op.create_index(
        "uq_firings_run_at", "firings", ["schedule", "planned"], unique=True,
        sqlite_where=_RUNS, postgresql_where=_RUNS,
    )  # fmt: skip
    op.create_index("ix_firings_decided_at", "firings", ["decided_at"])
