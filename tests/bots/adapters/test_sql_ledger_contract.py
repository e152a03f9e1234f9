"""SQL-Ledger, a portal nobody here wrote, keeps the contract the fake and the demo's portal keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from decimal import Decimal

import pytest

pytest.register_assert_rewrite("tests.bots.adapters.portal_contract")

from bots.adapters.browser import BrowserPortal, open_browser  # noqa: E402
from bots.adapters.selector_map import load_map  # noqa: E402
from bots.adapters.workspace import Portal  # noqa: E402
from bots.domain.customers import Article  # noqa: E402
from bots.errors import ConfigError  # noqa: E402
from tests.bots.adapters.portal_contract import Line, OrderPortalContract, World  # noqa: E402
from tests.sql_ledger import MAP, Password, SqlLedger  # noqa: E402


@pytest.fixture(scope="module")
def logged_in(sql_ledger: SqlLedger) -> Iterator[BrowserPortal]:
    with ExitStack() as stack:
        try:
            browser = stack.enter_context(open_browser())
        except ConfigError as error:
            pytest.skip(str(error))
        yield stack.enter_context(
            BrowserPortal(
                "sql_ledger",
                load_map(MAP),
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
