"""What stands in the portal's database, read past its pages: for tests and the demo to compare with."""

from __future__ import annotations

import contextlib
from pathlib import Path

from orchestrator.demo.old_portal.database import connect
from orchestrator.demo.old_portal.orders import Order, read_all


def orders(database: Path) -> list[Order]:
    """Every order with its lines, oldest first."""
    with contextlib.closing(connect(database)) as connection:
        return read_all(connection)
