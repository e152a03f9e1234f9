"""What stands in the portal's database, read past its pages: for tests and the demo to compare with."""

from __future__ import annotations

import contextlib
from pathlib import Path

from orchestrator.demo.old_portal import receipts as posted
from orchestrator.demo.old_portal import receivables
from orchestrator.demo.old_portal.database import connect
from orchestrator.demo.old_portal.orders import Order, read_all


def orders(database: Path) -> list[Order]:
    """Every order with its lines, oldest first."""
    with contextlib.closing(connect(database)) as connection:
        return read_all(connection)


def clashes(database: Path) -> list[tuple[str, str]]:
    """User and moment (UTC) of every page asked for in a session that another log-in of the same user had ended."""
    with contextlib.closing(connect(database)) as connection:
        return [(row["user"], row["at"]) for row in connection.execute("SELECT user, at FROM clashes ORDER BY at")]


def receipts(database: Path) -> list[posted.Receipt]:
    """Every receipt with its allocations, newest first; those of the first day are among them."""
    with contextlib.closing(connect(database)) as connection:
        return list(posted.find(connection))


def open_invoices(database: Path, customer: str = "") -> list[receivables.Invoice]:
    """Every invoice that is not settled, first due first; of one customer's number or of all."""
    with contextlib.closing(connect(database)) as connection:
        return receivables.open_invoices(connection, customer)
