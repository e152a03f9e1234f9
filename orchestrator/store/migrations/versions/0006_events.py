"""What a run was begun for besides a time: mail that lies in a mailbox, known by the numbers its server gives."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the event; times decided before have none."""
    op.add_column("firings", sa.Column("event", sa.Text()))
    op.create_index("uq_firings_event", "firings", ["schedule", "event"], unique=True)
