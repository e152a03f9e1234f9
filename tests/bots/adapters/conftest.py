"""A SQL-Ledger for the whole session of one test process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sql_ledger import SqlLedger, absent, running


@pytest.fixture(scope="session")
def sql_ledger() -> Iterator[SqlLedger]:
    """One running ledger; a test that stops it starts it again."""
    reason = absent()
    if reason:
        pytest.skip(reason)
    with running() as ledger:
        yield ledger
