"""Portals: which are parked and why, which are resting after failures, and what their elements look like."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STANDING = sa.text("released_at is null")


def upgrade() -> None:
    """Make the three tables."""
    _parkings()
    op.create_table(
        "circuits",
        sa.Column("portal", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("until", sa.Text()),
        sa.PrimaryKeyConstraint("portal", name="pk_circuits"),
        sa.CheckConstraint("failures >= 1", name="ck_circuits_failures"),
    )
    op.create_table(
        "looks",
        sa.Column("portal", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("looks", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("portal", "element", name="pk_looks"),
    )


def _parkings() -> None:
    op.create_table(
        "parkings",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("portal", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("released_by", sa.Text()),
        sa.Column("released_why", sa.Text()),
        sa.Column("released_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_parkings"),
        sa.CheckConstraint(
            "(released_at is null) = (released_by is null) and (released_at is null) = (released_why is null)",
            name="ck_parkings_released",
        ),
    )
    op.create_index(
        "uq_parkings_standing",
        "parkings",
        ["portal"],
        unique=True,
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )
