"""A SQL-Ledger for the whole session of one test process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.sql_ledger import NotSetUp, SqlLedger, absent, running


@pytest.fixture(scope="session")
def sql_ledger() -> Iterator[SqlLedger]:
    """One running ledger; a test that stops it starts it again."""
    reason = absent()
    if reason:
        pytest.skip(reason)
    with ExitStack() as stack:
        try:
            ledger = stack.enter_context(running())
        except NotSetUp as failed:
            pytest.skip(f"SQL-Ledger could not be set up: {failed}")
        yield ledger
