"""One browser context and the log-in that lives in it; whatever fails in it leaves a picture behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error

from bots.adapters.browser.fingerprint import Memory
from bots.adapters.browser.locate import Finder
from bots.adapters.browser.login import Account, log_in, still_in
from bots.adapters.browser.popups import PopUps
from bots.adapters.browser.repair import Repairs
from bots.adapters.browser.tab import Note, SessionOver, Tab, reason
from bots.adapters.selector_map import SelectorMap
from bots.errors import ApplicationError, BusinessError, LoginRefused

LAST_ACTIONS = 20  #: told with a failure


@dataclass
class Kept:
    """The session of one log-in, handed from one item's browser context to the next."""

    state: Any = None
    refused: str | None = None  #: the portal's refusal: nobody tries again
    known: set[str] = field(default_factory=set)  #: elements whose looks were compared since the log-in


class Session:
    """A context of its own for one item; opened by `enter`, ended by `close`."""

    def __init__(
        self, account: Account, selector_map: SelectorMap, browser: Browser, *, note: Note, patience: float,
        kept: Kept, memory: Memory,
    ) -> None:  # fmt: skip
        self.account = account
        self.selector_map = selector_map
        self.current: object = None  #: the visit of the page now open
        self._browser = browser
        self._tell = note
        self._patience = patience
        self._kept = kept
        self._context: BrowserContext | None = None
        self._tab: Tab | None = None
        self._finder: Finder | None = None
        self._depth = 0
        self._memory = memory
        self._done: deque[str] = deque(maxlen=LAST_ACTIONS)

    def did(self, action: str) -> None:
        """Note an action for the report of a failure: what and where, never what was typed."""
        self._done.append(action)

    @property
    def tab(self) -> Tab:
        """The tab everything happens in."""
        if self._tab is None:
            raise ApplicationError(f"{self.account.portal}: the page belongs to a session that was closed")
        return self._tab

    @property
    def finder(self) -> Finder:
        """Finds elements on that tab."""
        if self._finder is None:
            raise ApplicationError(f"{self.account.portal}: the page belongs to a session that was closed")
        return self._finder

    def enter(self) -> None:
        """Have a logged-in tab: this one, or a new one with the session kept from before, or with a new log-in."""
        if self._context is not None:
            return
        self._open_context()
        login = self.selector_map.login
        if login is None or (self._kept.state and still_in(self.tab, self.finder, login, self.account)):
            return
        self._log_in("login")

    def enter_again(self) -> None:
        """The portal ended our session: log in once more. No page is on show after it."""
        self.current = None
        self._log_in("login again")

    def close(self) -> None:
        """End the context; harmless twice, or when the browser is gone."""
        context, self._context, self._tab, self._finder = self._context, None, None, None
        if context is not None:
            try:
                context.close()
            except Error:
                return

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Around everything done here: a picture is kept of what fails, and no Playwright error gets out."""
        self._depth += 1
        try:
            yield
        except Error as error:
            broken = ApplicationError(f"{self.account.portal}: the browser gave up: {reason(error)}")
            self._keep_picture(broken)
            raise broken from None
        except SessionOver as over:
            if self._depth > 1:
                raise
            raise ApplicationError(
                f"{self.account.portal} ended the session again right after the log-in ({over}). "
                f"Perhaps somebody else works as {self.account.user}; it is tried again later."
            ) from None
        except (ApplicationError, BusinessError) as error:
            error.args = (self.account.hide(str(error)),)  # the portal's own words may repeat what was typed
            self._keep_picture(error)
            raise
        finally:
            self._depth -= 1

    def _note(self, event: str, particulars: Mapping[str, object]) -> None:
        hidden = {
            name: self.account.hide(what) if isinstance(what, str) else what for name, what in particulars.items()
        }
        self._tell(event, hidden)

    def _open_context(self) -> None:
        try:
            self._context = self._browser.new_context(
                storage_state=self._kept.state, viewport={"width": 1280, "height": 960}
            )
            page = self._context.new_page()
        except Error as error:
            raise ApplicationError(f"The browser does not answer any more: {reason(error)}") from None
        self._tab = Tab(page, self.selector_map, self.account.portal, self._patience)
        self._tab.secret = self.account.password.reveal
        repairs = Repairs(self._tab, self.selector_map, self._memory, self._kept.known)
        self._finder = Finder(self._tab, self._note, repairs)
        self._tab.clear = partial(self._clear, PopUps(page, self.selector_map.notices))

    def _clear(self, popups: PopUps) -> bool:
        """Send away what is put over the page; whether there was anything."""
        sent_away = popups.send_away()
        for words in sent_away:
            self._note("notice", {"words": words})
        return bool(sent_away)

    def _log_in(self, event: str) -> None:
        login = self.selector_map.login
        if login is None:
            raise ApplicationError(f"{self.account.portal} asks for a log-in that its selector map does not describe")
        if self._kept.refused:
            raise LoginRefused(self._kept.refused)
        self._note(event, {"user": self.account.user})
        self.did(event)
        self._kept.known.clear()
        try:
            log_in(self.tab, self.finder, login, self.account)
        except LoginRefused as refusal:
            self._kept.refused = self.account.hide(str(refusal))
            raise LoginRefused(self._kept.refused) from None
        if self._context is not None:
            self._kept.state = self._context.storage_state()

    def _keep_picture(self, error: Exception) -> None:
        """Note what the page looked like when it failed, once for each error."""
        if getattr(error, "pictured", False) or self._tab is None:
            return
        error.pictured = True  # type: ignore[attr-defined]  # a mark on this one error, read two lines above
        tab = self._tab
        about = {"kind": type(error).__name__, "why": str(error), "url": tab.page.url, "last_actions": list(self._done)}
        self._note("failure", {**about, **tab.picture(), **self._html(tab)})

    def _html(self, tab: Tab) -> Mapping[str, object]:
        """What all frames hold, the password hidden wherever the portal wrote it."""
        try:
            text = "\n".join(frame.content() for frame in tab.page.frames)
        except Error as failed:
            return {"no_html": reason(failed)}
        return {"html": self.account.hide(text).encode("utf-8", "replace")}
