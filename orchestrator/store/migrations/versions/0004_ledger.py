"""Our book of money that came in: bank lines, advices, postings, and what is left to do (docs/cash.md)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, those others point to first."""
    _bank_reports()
    _bank_lines()
    _choices()
    _advices()
    _advice_references()
    _postings()
    _residuals()
    _payer_ibans()
    _autonomy_locks()
    _cases()


def _bank_reports() -> None:
    op.create_table(
        "bank_reports",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_bank_reports"),
    )


def _bank_lines() -> None:
    op.create_table(
        "bank_lines",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("booked", sa.String(10), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("end_to_end_id", sa.Text(), nullable=False),
        sa.Column("bank_reference", sa.Text(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Text()),
        sa.PrimaryKeyConstraint("key", name="pk_bank_lines"),
        sa.UniqueConstraint(
            "account",
            "booked",
            "amount",
            "currency",
            "end_to_end_id",
            "bank_reference",
            "occurrence",
            name="uq_bank_lines_money",
        ),
        sa.ForeignKeyConstraint(["document"], ["bank_reports.document"], name="fk_bank_lines_document"),
    )
    op.create_index("ix_bank_lines_account_booked", "bank_lines", ["account", "booked"])


def _choices() -> None:
    op.create_table(
        "choices",
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("chosen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("line", name="pk_choices"),
        sa.ForeignKeyConstraint(["line"], ["bank_lines.key"], name="fk_choices_line"),
    )


def _advices() -> None:
    op.create_table(
        "advices",
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.Text(), nullable=False),
        sa.Column("line", sa.Text()),
        sa.PrimaryKeyConstraint("content", name="pk_advices"),
        sa.ForeignKeyConstraint(["line"], ["bank_lines.key"], name="fk_advices_line"),
    )
    op.create_index("ix_advices_line", "advices", ["line"])


def _advice_references() -> None:
    op.create_table(
        "advice_references",
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("content", "reference", name="pk_advice_references"),
        sa.ForeignKeyConstraint(["content"], ["advices.content"], name="fk_advice_references_content"),
    )
    op.create_index("ix_advice_references_reference", "advice_references", ["reference"])


def _postings() -> None:
    op.create_table(
        "postings",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text()),
        sa.Column("reversal", sa.Text()),
        sa.Column("who", sa.Text()),
        sa.Column("why", sa.Text()),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("drafted_at", sa.Text(), nullable=False),
        sa.Column("posted_at", sa.Text()),
        sa.Column("reversed_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_postings"),
        sa.CheckConstraint("state = 'draft' or receipt is not null", name="ck_postings_shown"),
        sa.CheckConstraint("state in ('draft', 'posted', 'to_reverse', 'reversed')", name="ck_postings_state"),
        sa.ForeignKeyConstraint(["line"], ["bank_lines.key"], name="fk_postings_line"),
    )
    op.create_index("ix_postings_customer", "postings", ["customer"])
    _only_one("uq_postings_standing", "postings", ["line"], sa.text("state <> 'reversed'"))


def _residuals() -> None:
    op.create_table(
        "residuals",
        sa.Column("posting", _NUMBER, nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("posting", "item", "place", name="pk_residuals"),
        sa.ForeignKeyConstraint(["posting"], ["postings.id"], name="fk_residuals_posting"),
    )
    op.create_index("ix_residuals_kind_customer", "residuals", ["kind", "customer"])


def _payer_ibans() -> None:
    op.create_table(
        "payer_ibans",
        sa.Column("iban", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("learned_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("iban", "customer", name="pk_payer_ibans"),
        sa.CheckConstraint("who <> ''", name="ck_payer_ibans_confirmed"),
        sa.ForeignKeyConstraint(["line"], ["bank_lines.key"], name="fk_payer_ibans_line"),
    )


def _autonomy_locks() -> None:
    op.create_table(
        "autonomy_locks",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("locked_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_autonomy_locks"),
    )
    op.create_index("ix_autonomy_locks_customer", "autonomy_locks", ["customer"])


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("document", sa.String(64)),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text()),
        sa.Column("who", sa.Text()),
        sa.Column("why", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.CheckConstraint(
            "closed_at is null or (who is not null and why is not null)", name="ck_cases_closed_by_somebody"
        ),
        sa.ForeignKeyConstraint(["line"], ["bank_lines.key"], name="fk_cases_line"),
    )
    op.create_index("ix_cases_customer", "cases", ["customer"])
    _only_one("uq_cases_open", "cases", ["line", "item", "kind"], sa.text("closed_at is null"))


def _only_one(name: str, table: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, columns, unique=True, sqlite_where=where, postgresql_where=where)
