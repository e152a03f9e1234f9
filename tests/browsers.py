"""A browser for tests and benchmarks: one that is installed. Nothing is fetched; `./o2c test` did that before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

from bots.adapters.browser import open_browser
from bots.errors import ConfigError
from orchestrator.browser_setup import NONE_FOUND, installed_browser


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Running, without a window. Raises ConfigError where there is none."""
    found = installed_browser()
    if found is None:
        raise ConfigError(NONE_FOUND)
    with open_browser(found) as browser:
        yield browser
