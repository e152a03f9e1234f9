"""Find a browser on this machine and start it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright
from playwright.sync_api import TimeoutError as TooSlow

from bots.errors import ApplicationError, ConfigError

#: Names a Chromium goes by on the path, in the order they are tried.
ON_THE_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
#: The same browser built without a window: half the work for the machine, and nothing to see.
WITHOUT_WINDOW = ("chromium-headless-shell",)
#: Where Playwright itself knows Chrome and Edge to be installed, on systems that do not use the path.
CHANNELS = ("chrome", "msedge")
#: A bot's browser talks to its portal and to nobody else.
QUIET = ("--disable-background-networking", "--disable-quic", "--disable-sync", "--disable-component-update")

NONE_FOUND = (
    "No browser was found, so no portal can be worked. Install one with `playwright install chromium`, "
    "or your system's chromium or google-chrome, or name one in config.yaml: browser: {path: …}."
)


@contextmanager
def open_browser(path: Path | None = None, headed: bool = False) -> Iterator[Browser]:
    """A running browser for one thread.

    Raises ConfigError if none is found or the one found does not start, ApplicationError when it was too slow to.
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


def find_browser(configured: Path | None, bundled: Path, headed: bool = False) -> Path | None:
    """The configured browser, else Playwright's own (`bundled`, if it was ever downloaded), else one on the path; where
    no window is wanted, one without a window first.

    Raises ConfigError if the configured one is not there: it is never replaced by another without a word.
    """
    if configured is not None:
        if not configured.is_file():
            raise ConfigError(f"The browser {configured} named in config.yaml is not there; correct browser: path.")
        return configured
    if bundled.is_file():
        return bundled
    names = ON_THE_PATH if headed else (*WITHOUT_WINDOW, *ON_THE_PATH)
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def _launch(playwright: Playwright, configured: Path | None, headed: bool) -> Browser:
    path = find_browser(configured, Path(playwright.chromium.executable_path), headed)
    if path is None:
        return _launch_installed(playwright, headed)
    try:
        return playwright.chromium.launch(executable_path=path, headless=not headed, args=_arguments())
    except TooSlow as slow:
        raise ApplicationError(
            f"The browser {path} did not answer in time: nothing was done in the portal; it is tried again later"
        ) from slow
    except Error as error:
        raise ConfigError(f"The browser {path} does not start: {_reason(error)}") from None


def _launch_installed(playwright: Playwright, headed: bool) -> Browser:
    """Chrome or Edge where macOS and Windows keep them."""
    for channel in CHANNELS:
        try:
            return playwright.chromium.launch(channel=channel, headless=not headed, args=_arguments())
        except Error:
            continue
    raise ConfigError(NONE_FOUND)


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
