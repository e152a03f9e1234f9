"""Which browser is taken, and what is said when there is none."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bots.adapters.browser import find_browser, open_browser
from bots.errors import ConfigError

pytestmark = pytest.mark.browser


def program(path: Path) -> Path:
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def only_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_the_configured_browser_comes_first(tmp_path, only_on_the_path):
    mine, bundled = program(tmp_path / "mine"), program(tmp_path / "bundled")
    program(only_on_the_path / "chromium")
    assert find_browser(mine, bundled) == mine


def test_a_configured_browser_that_is_not_there_is_never_replaced(tmp_path, only_on_the_path):
    program(only_on_the_path / "chromium")
    with pytest.raises(ConfigError, match=r"mine named in config\.yaml is not there"):
        find_browser(tmp_path / "mine", program(tmp_path / "bundled"))


def test_playwrights_own_comes_before_the_path(tmp_path, only_on_the_path):
    program(only_on_the_path / "chromium")
    bundled = program(tmp_path / "bundled")
    assert find_browser(None, bundled) == bundled


def test_chromium_comes_before_chrome_and_edge(tmp_path, only_on_the_path):
    program(only_on_the_path / "msedge")
    chrome = program(only_on_the_path / "google-chrome")
    assert find_browser(None, tmp_path / "none") == chrome
    chromium = program(only_on_the_path / "chromium")
    assert find_browser(None, tmp_path / "none") == chromium


def test_none_is_none(tmp_path, only_on_the_path):
    assert find_browser(None, tmp_path / "none") is None


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
