"""The fake book keeps the contract of the real one."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.bots.adapters.ledger_contract")

from bots.adapters.fakes import FakeLedger  # noqa: E402
from tests.bots.adapters.ledger_contract import LedgerContract, a_case, entered, money, posting  # noqa: E402


class TestFakeLedger(LedgerContract):
    @pytest.fixture
    def ledger(self):
        return FakeLedger()

    @pytest.fixture
    def agree(self, ledger):
        return lambda line: ledger.confirmed_by.update({f"receipt:{line}": "Anne"})

    @pytest.fixture
    def ask_reversal(self, ledger):
        return ledger.ask_reversal


def test_its_cases_are_opened_once():
    ledger = FakeLedger()
    (key,) = entered(ledger, money())
    ledger.draft(posting(key))
    ledger.book(key, "20061", [a_case(key)])
    ledger.book(key, "20061", [a_case(key)])
    assert ledger.opened == [a_case(key)]
