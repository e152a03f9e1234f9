"""A browser is started, or what is said instead."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bots.adapters.browser import open_browser
from bots.errors import ConfigError

pytestmark = pytest.mark.browser


def program(path: Path) -> Path:
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    return path


def test_something_that_is_no_browser_is_told_by_its_path(tmp_path):
    path = program(tmp_path / "nothing-of-the-kind")

    def start() -> None:
        with open_browser(path):
            pytest.fail("it started")

    with ThreadPoolExecutor(1) as own_thread, pytest.raises(ConfigError, match="nothing-of-the-kind does not start"):
        own_thread.submit(start).result()


def test_a_browser_starts_and_loads_a_page(browser):
    page = browser.new_page()
    page.set_content("<h1>here</h1>")
    assert page.inner_text("h1") == "here"
    page.close()
