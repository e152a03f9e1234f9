"""What a portal puts over its pages and wants answered with OK: sent away when a document is shown, and when something
could not be used because it may be under one.

Playwright can look for such a thing before every action; that nearly doubles the time of each.
"""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Error, Frame, Page

from bots.adapters.browser.spot import locate
from bots.adapters.selector_map import Notice

PATIENCE = 2000  #: milliseconds its button may take


class PopUps:
    """The notices of a portal's map, on one tab."""

    def __init__(self, page: Page, notices: Iterable[Notice]) -> None:
        self._page = page
        self._notices = tuple(notices)

    def send_away(self) -> tuple[str, ...]:
        """Press OK on those on show now; their words. One that goes by itself meanwhile is none."""
        return tuple(words for notice in self._notices if (words := self._send_away(notice)) is not None)

    def _send_away(self, notice: Notice) -> str | None:
        over, beside = self._frame(notice.overlay.frame), self._frame(notice.ok.frame or notice.overlay.frame)
        if over is None or beside is None:
            return None
        try:
            overlay = locate(over, notice.overlay)
            if not overlay.count():
                return None
            words = " ".join(overlay.first.inner_text(timeout=PATIENCE).split())[:300]
            locate(beside, notice.ok).first.click(timeout=PATIENCE)
        except Error:
            return None
        return words

    def _frame(self, name: str | None) -> Frame | None:
        return self._page.main_frame if name is None else self._page.frame(name)
