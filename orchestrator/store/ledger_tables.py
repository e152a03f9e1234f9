"""The schema of our book of money that came in. Amounts are decimal text, days ISO 8601 text."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, Table, text
from sqlalchemy import UniqueConstraint as Unique

from orchestrator.store.columns import Instant, Number, Plain, Words
from orchestrator.store.tables import metadata

STANDS = text("state <> 'reversed'")  #: a posting that still holds its bank line
STANDING = ("posted", "to_reverse")  #: states of a posting the portal shows
OPEN_CASE = text("closed_at is null")

bank_reports = Table(
    "bank_reports",
    metadata,
    Column("document", String(64), primary_key=True),
    Column("lines", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("entered_at", Instant, nullable=False),
)

bank_lines = Table(
    "bank_lines",
    metadata,
    Column("key", Words, primary_key=True),
    Column("document", String(64), ForeignKey("bank_reports.document"), nullable=False),
    Column("account", Words, nullable=False),
    Column("booked", String(10), nullable=False),
    Column("amount", Words, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("end_to_end_id", Words, nullable=False),
    Column("bank_reference", Words, nullable=False),
    Column("occurrence", Integer, nullable=False),
    Column("record", Plain, nullable=False),
    Column("entered_at", Instant, nullable=False),
    Column("taken_at", Instant),
    # The same money is one line, whichever report told of it and however many processes enter it.
    Unique(
        "account", "booked", "amount", "currency", "end_to_end_id", "bank_reference", "occurrence",
        name="uq_bank_lines_money",
    ),
    Index(None, "account", "booked"),
)  # fmt: skip

advices = Table(
    "advices",
    metadata,
    Column("content", String(64), primary_key=True),
    Column("document", String(64), nullable=False),
    Column("record", Plain, nullable=False),
    Column("noted_at", Instant, nullable=False),
    Column("line", Words, ForeignKey("bank_lines.key")),
    Index(None, "line"),
)

advice_references = Table(
    "advice_references",
    metadata,
    Column("content", String(64), ForeignKey("advices.content"), nullable=False),
    Column("reference", Words, nullable=False),
    PrimaryKeyConstraint("content", "reference"),
    Index(None, "reference"),
)

postings = Table(
    "postings",
    metadata,
    Column("id", Number, primary_key=True),
    Column("line", Words, ForeignKey("bank_lines.key"), nullable=False),
    Column("customer", Words, nullable=False),
    Column("state", String(16), nullable=False),
    Column("record", Plain, nullable=False),
    Column("receipt", Words),
    Column("reversal", Words),
    Column("who", Words),
    Column("why", Words),
    Column("agreed", Integer, nullable=False, default=0),  # a person posted what the machine was sure of
    Column("drafted_at", Instant, nullable=False),
    Column("posted_at", Instant),
    Column("reversed_at", Instant),
    CheckConstraint("state in ('draft', 'posted', 'to_reverse', 'reversed')", name="state"),
    CheckConstraint("state = 'draft' or receipt is not null", name="shown"),
    # One bank line is posted once.
    Index("uq_postings_standing", "line", unique=True, sqlite_where=STANDS, postgresql_where=STANDS),
    Index(None, "customer"),
)

choices = Table(
    "choices",
    metadata,
    Column("line", Words, ForeignKey("bank_lines.key"), primary_key=True),
    Column("customer", Words, nullable=False),
    Column("parts", Plain, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("chosen_at", Instant, nullable=False),
)

residuals = Table(
    "residuals",
    metadata,
    Column("posting", Number, ForeignKey("postings.id"), nullable=False),
    Column("item", Words, nullable=False),
    Column("place", Integer, nullable=False),
    Column("customer", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("amount", Words, nullable=False),
    PrimaryKeyConstraint("posting", "item", "place"),
    Index(None, "kind", "customer"),
)

payer_ibans = Table(
    "payer_ibans",
    metadata,
    Column("iban", Words, nullable=False),
    Column("customer", Words, nullable=False),
    Column("line", Words, ForeignKey("bank_lines.key"), nullable=False),
    Column("who", Words, nullable=False),  # nobody learns an account from a machine's posting
    Column("learned_at", Instant, nullable=False),
    PrimaryKeyConstraint("iban", "customer"),
    CheckConstraint("who <> ''", name="confirmed"),
)

autonomy_locks = Table(
    "autonomy_locks",
    metadata,
    Column("id", Number, primary_key=True),
    Column("customer", Words, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("locked_at", Instant, nullable=False),
    Index(None, "customer"),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Number, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("line", Words, ForeignKey("bank_lines.key"), nullable=False),
    Column("item", Words, nullable=False),
    Column("customer", Words, nullable=False),
    Column("amount", Words, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("reason", Words, nullable=False),
    Column("document", String(64)),
    Column("owner", Words, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("who", Words),
    Column("why", Words),
    CheckConstraint("closed_at is null or (who is not null and why is not null)", name="closed_by_somebody"),
    Index(
        "uq_cases_open", "line", "item", "kind", unique=True, sqlite_where=OPEN_CASE, postgresql_where=OPEN_CASE
    ),
    Index(None, "customer"),
)  # fmt: skip
