"""SQL-Ledger, a portal nobody here wrote, keeps the contract the fake and the demo's portal keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from decimal import Decimal

import pytest

pytest.register_assert_rewrite("tests.bots.adapters.portal_contract", "tests.bots.adapters.receipt_contract")

from bots.adapters.browser import BrowserPortal  # noqa: E402
from bots.adapters.workspace import Portal  # noqa: E402
from bots.domain.customers import Article, Customer  # noqa: E402
from bots.errors import ConfigError  # noqa: E402
from bots.remittance_reader.portal import find_receipts  # noqa: E402
from tests.bots.adapters.portal_contract import Line, OrderPortalContract, World  # noqa: E402
from tests.bots.adapters.receipt_contract import ONE, ReceiptContract  # noqa: E402
from tests.browsers import a_browser  # noqa: E402
from tests.ledger_invoices import map_with_invoices, owe  # noqa: E402
from tests.sql_ledger import Password, SqlLedger  # noqa: E402


@pytest.fixture(scope="module")
def logged_in(sql_ledger: SqlLedger) -> Iterator[BrowserPortal]:
    with ExitStack() as stack:
        try:
            browser = stack.enter_context(a_browser())
        except ConfigError as error:
            pytest.skip(str(error))
        yield stack.enter_context(
            BrowserPortal(
                "sql_ledger",
                map_with_invoices(),
                url=sql_ledger.url,
                user=sql_ledger.user,
                password=Password(),
                browser=browser,
            )
        )


@pytest.mark.browser
@pytest.mark.timeout(900)  # on a bare machine the first test waits for the packages
class TestSqlLedger(OrderPortalContract):
    world = World(
        "C-1003",
        "Müller & Söhne KG",
        (
            Line("WID-100", Decimal(1200), Decimal("12.50"), Decimal("15000.00"), "ea"),
            Line("BLT-M8", Decimal("2.5"), Decimal("10.05"), Decimal("25.13"), "box"),  # not the list's price
        ),
        Article("WID-100", "Widget, standard, 100 mm", "ea", Decimal("12.50")),
    )

    @pytest.fixture
    def portal(self, logged_in: BrowserPortal) -> Portal:
        return logged_in


@pytest.mark.browser
@pytest.mark.timeout(900)
class TestSqlLedgerReceipts(ReceiptContract):
    customer = Customer("C-1003", "Müller & Söhne KG")

    @pytest.fixture
    def portal(self, logged_in: BrowserPortal) -> Portal:
        owe(logged_in, self.customer)
        return logged_in

    def test_the_same_receipt_twice_is_shown_as_one_of_double_amount(self, portal: Portal, reference: str) -> None:
        """It keeps no receipts, only payments under a source: two are seen by what they come to."""
        first, _ = self.owed(portal)
        for _ in range(2):
            self.post(portal, reference, (first, ONE), amount=ONE)
        (receipt,) = find_receipts(portal, reference)
        assert (receipt.amount, dict(receipt.settles)) == (2 * ONE, {first.number: 2 * ONE})
