"""Start a browser, and end it with all it began."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright
from playwright.sync_api import TimeoutError as TooSlow

from bots.errors import ApplicationError, ConfigError

#: A bot's browser talks to its portal and to nobody else.
QUIET = ("--disable-background-networking", "--disable-quic", "--disable-sync", "--disable-component-update")


@contextmanager
def open_browser(path: Path, headed: bool = False) -> Iterator[Browser]:
    """A running browser for one thread; `path` is a Chromium, Chrome or Edge (`orchestrator.browser_setup` finds one).

    Raises ConfigError if it does not start, ApplicationError when it was too slow to.
    """
    playwright = _driver()
    try:
        browser = _launch(playwright, path, headed)
        try:
            yield browser
        finally:
            _close(browser)
    finally:
        playwright.stop()


def _driver() -> Playwright:
    """Playwright's own process. Its death at the start is a bare Exception, and tells nothing of the machine."""
    try:
        return sync_playwright().start()
    except Exception as error:
        raise ApplicationError(
            f"Playwright's driver did not start ({error}): nothing was done in the portal; it is tried again later"
        ) from error


def _launch(playwright: Playwright, path: Path, headed: bool) -> Browser:
    try:
        return playwright.chromium.launch(executable_path=path, headless=not headed, args=_arguments())
    except TooSlow as slow:
        raise ApplicationError(
            f"The browser {path} did not answer in time: nothing was done in the portal; it is tried again later"
        ) from slow
    except Error as error:
        raise ConfigError(f"The browser {path} does not start: {_reason(error)}") from None


def _arguments() -> list[str]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, "--no-sandbox"] if root else list(QUIET)  # Chromium's sandbox refuses to start as root


def _close(browser: Browser) -> None:
    try:
        browser.close()
    except Error:
        return  # it crashed or was killed: there is nothing left to close


def _reason(error: Error) -> str:
    return next((line.strip() for line in error.message.splitlines() if line.strip()), "no reason given")
