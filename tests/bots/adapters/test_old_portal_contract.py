"""The demo's old portal in a real browser keeps the contract the fake keeps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.bots.adapters.portal_contract", "tests.bots.adapters.receipt_contract")

from bots.adapters.browser import BrowserPortal  # noqa: E402
from bots.adapters.selector_map import load_map  # noqa: E402
from bots.adapters.workspace import Portal  # noqa: E402
from bots.errors import ConfigError  # noqa: E402
from orchestrator.demo.old_portal.process import running_portal  # noqa: E402
from tests.bots.adapters.portal_contract import CreditContract, ReferenceContract  # noqa: E402
from tests.bots.adapters.receipt_contract import NumberedReceiptContract  # noqa: E402
from tests.browsers import a_browser  # noqa: E402

MAP = Path(__file__).parents[3] / "selectors" / "old_portal.yaml"


@dataclass(frozen=True)
class Password:
    text: str

    def reveal(self) -> str:
        return self.text


@pytest.fixture(scope="module")
def logged_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserPortal]:
    with ExitStack() as stack:
        try:
            browser = stack.enter_context(a_browser())
        except ConfigError as error:
            pytest.skip(str(error))
        running = stack.enter_context(running_portal(tmp_path_factory.mktemp("portal"), slow=0))
        yield stack.enter_context(
            BrowserPortal(
                "old_portal",
                load_map(MAP),
                url=running.url,
                user=running.user,
                password=Password(running.password),
                browser=browser,
            )
        )


@pytest.mark.browser
class TestOldPortal(ReferenceContract, CreditContract, NumberedReceiptContract):
    @pytest.fixture
    def portal(self, logged_in: BrowserPortal) -> Portal:
        return logged_in
