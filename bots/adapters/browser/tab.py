"""One browser tab: its frames, waiting for the next document, and what a document says went wrong."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from playwright.sync_api import Dialog, Error, Frame, Page
from playwright.sync_api import Locator as Found
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from bots.adapters.browser.once import sent_once
from bots.adapters.selector_map import SelectorMap, Sign
from bots.errors import ApplicationError, BusinessError, SelectorMissing

Note = Callable[[str, Mapping[str, object]], None]  #: told of inner events: what happened, and its particulars

SLICE = 0.25  #: seconds between two looks at whether the browser itself said something (an alert)
POLLING = 20  #: milliseconds between two looks for a frame that is not there yet

_SHOWS = """(signs) => signs.some((sign) => sign.url ? location.href.includes(sign.url)
  : [...(sign.css ? document.querySelectorAll(sign.css) : [document.body])].some(
      (e) => e && e.getClientRects().length > 0 && e.innerText.includes(sign.text || '')))"""

_MARK = "() => { document.__o2c_old = true }"

#: Answers false while the marked document stands or the next one loads, then says what it shows.
_FACTS = """(signs) => {
  if (document.__o2c_old || document.readyState !== 'complete') return false;
  const shown = document.body ? document.body.innerText || '' : '';
  const visible = (e) => e.getClientRects().length > 0;
  const cut = (text) => text.trim().replace(/\\s+/g, ' ').slice(0, 300);
  const words = (sign, mute) => {
    if (sign.url) return location.href.includes(sign.url) ? location.href : null;
    if (sign.css) {
      const holds = (e) => visible(e) && (e.innerText || '').includes(sign.text || '');
      const found = [...document.querySelectorAll(sign.css)].find(holds);
      return found ? cut(found.innerText || '') || mute : null;
    }
    const line = shown.split('\\n').find((one) => one.includes(sign.text));
    return line === undefined ? null : cut(line);
  };
  const first = (list, mute) => list.map((sign) => words(sign, mute)).find((found) => found) || null;
  const navigation = performance.getEntriesByType('navigation')[0];
  return {
    unreachable: location.protocol === 'chrome-error:',
    status: navigation ? navigation.responseStatus || 0 : 0,
    text: cut(shown), title: document.title,
    error: first(signs.errors, null), expired: first(signs.expired, 'log-in asked for'),
    refused: first(signs.refused, null), out_of_order: first(signs.out_of_order, null),
  };
}"""


class SessionOver(Exception):
    """The portal says our session ended. Never leaves this package: it is answered by logging in or starting over."""


@dataclass(frozen=True)
class Facts:
    """What a loaded document shows: the words of an error, of a closed portal, an ended session, a refused log-in."""

    unreachable: bool
    status: int
    text: str
    title: str
    error: str | None
    out_of_order: str | None
    expired: str | None
    refused: str | None


class Tab:
    """A Playwright page as the rest of this package needs it."""

    def __init__(self, page: Page, selector_map: SelectorMap, name: str, patience: float) -> None:
        self.page = page
        self.name = name  #: the portal's, for messages
        self.patience = patience  #: seconds an element is waited for on a loaded page
        self.secret: Callable[[], str] = str  #: the password, asked for when a picture is taken
        self.clear: Callable[[], bool] = bool  #: sends away what is put over the page; whether there was anything
        self._answer_within = selector_map.answer_within.total_seconds()
        self._guards_commits = selector_map.commits_sent_by == "client"
        self._accepts = selector_map.accepts
        self._said: str | None = None
        refused = selector_map.login.refused if selector_map.login else ()
        self._signs = {
            "errors": _plain(selector_map.errors),
            "out_of_order": _plain(selector_map.out_of_order),
            "expired": _plain(selector_map.session_expired),
            "refused": _plain(refused),
        }
        page.set_default_timeout(patience * 1000)
        self._navigations = 0
        page.on("dialog", self._hear)
        page.on("framenavigated", self._count_navigation)

    def frame(self, name: str | None) -> Frame:
        """The frame of that name (None: the page itself), waited for: frames of a set attach one after the other."""
        if name is None:
            return self.page.main_frame
        until = time.monotonic() + self.patience
        while (found := self.page.frame(name)) is None:
            if time.monotonic() > until:
                raise SelectorMissing(f"{self.name}: the page has no frame {name!r}; {self.on_show()}")
            self.page.wait_for_timeout(POLLING)
        return found

    def has_frame(self, name: str | None) -> bool:
        """Whether that frame is there now; the page itself (None) always is."""
        return name is None or self.page.frame(name) is not None

    def goto(self, url: str, frame: str | None = None) -> None:
        """Load an address in a frame (None: the whole tab). Raises ApplicationError if it cannot be reached."""
        try:
            self.frame(frame).goto(url, timeout=self._answer_within * 1000)
        except PlaywrightTimeout:
            raise self._no_answer(f"the address {url}") from None
        except Error as error:
            raise ApplicationError(
                f"{self.name} cannot be reached: {reason(error)}. It is tried again later."
            ) from None

    def mark(self, frame: str | None) -> None:
        """Mark the document now in a frame, so that the next one can be told from it. A frame to come has none."""
        found = self.page.frame(frame) if frame else self.page.main_frame
        if found is not None:
            found.evaluate(_MARK)

    def leave_field(self, frame: str | None) -> None:
        """Let the field that has the focus lose it: some portals rewrite or look up what was typed only then."""
        self.frame(frame).evaluate("() => { if (document.activeElement) document.activeElement.blur() }")

    def next_document(self, frame: str | None, awaited: str) -> Facts:
        """Wait until the marked document is gone and its successor complete; raise what that one says went wrong, and
        clear it of what is put over it."""
        facts = self.facts(frame, awaited)
        self.judge(facts, awaited)
        self.clear()
        return facts

    def sent_once(self) -> AbstractContextManager[None]:
        """While this lasts, nothing the page sends is repeated by the browser (unless the map leaves it to it)."""
        return sent_once(self.page, self._answer_within) if self._guards_commits else contextlib.nullcontext()

    def facts(self, frame: str | None, awaited: str) -> Facts:
        """What the document in a frame shows, once it is loaded and not a marked one."""
        until = time.monotonic() + self._answer_within
        while (left := until - time.monotonic()) > 0:
            seen = self._navigations
            if found := self._shown_in(frame, left):
                return found
            self.heard()
            if seen == self._navigations:
                self._await_navigation(min(SLICE, left))
        raise self._no_answer(awaited)

    def _shown_in(self, frame: str | None, left: float) -> Facts | None:
        """The facts of a frame's document; None while it is a marked one, is loading, or is just being replaced."""
        try:
            document = self.frame(frame)
            document.wait_for_load_state(timeout=left * 1000)
            found = document.evaluate(_FACTS, self._signs)
        except Error:
            return None
        return Facts(**found) if found else None

    def _await_navigation(self, seconds: float) -> None:
        """Until any frame shows another document; so that we look again at once, and not by the clock."""
        with contextlib.suppress(PlaywrightTimeout):
            self.page.wait_for_event("framenavigated", timeout=seconds * 1000)

    def judge(self, facts: Facts, awaited: str) -> None:
        """Raise what a document says: SessionOver, ApplicationError (no page, 5xx) or BusinessError (error text)."""
        self.heard()
        if facts.unreachable:
            raise ApplicationError(f"{self.name} broke off while answering {awaited}. Look what it shows now.")
        if facts.expired:
            raise SessionOver(facts.expired)
        if facts.status >= 400:
            raise ApplicationError(f"{self.name} answered {awaited} with HTTP {facts.status}: {facts.text[:120]}")
        if facts.out_of_order:
            raise ApplicationError(f"{self.name} is out of order, it answered {awaited} with: {facts.out_of_order}")
        if facts.error:
            raise BusinessError(f"{self.name} answered {awaited} with an error: {facts.error}")

    def trouble(self, awaited: str) -> None:
        """Raise what any frame says went wrong; nothing if nothing did. Asked when an element is not found."""
        self.heard()
        for frame in self.page.frames:
            try:
                found = frame.evaluate(_FACTS, self._signs)
            except Error:
                continue  # it is loading or gone; the others are asked
            if found:
                self.judge(Facts(**found), awaited)

    def shows_sign(self, frame: str | None, signs: tuple[Sign, ...]) -> bool:
        """Whether the document in a frame shows one of these signs now."""
        return bool(self.frame(frame).evaluate(_SHOWS, _plain(signs)))

    def picture(self) -> Mapping[str, object]:
        """The page as it stands, as particulars of a note: `screenshot` (PNG, passwords covered) or `no_picture`."""
        try:
            return {"screenshot": self.page.screenshot(mask=self.covered())}
        except Error as failed:
            return {"no_picture": reason(failed)}

    def covered(self) -> list[Found]:
        """What no picture may show: password fields, and the password wherever the portal repeats it."""
        fields = [frame.locator("input[type=password]") for frame in self.page.frames]
        return fields + [frame.get_by_text(self.secret()) for frame in self.page.frames if self.secret()]

    def on_show(self) -> str:
        """A half sentence for messages: what a person would see now."""
        texts = []
        for frame in self.page.frames:
            try:
                texts.append(frame.evaluate("() => document.body ? document.body.innerText || '' : ''"))
            except Error:
                continue
        words = " ".join(" ".join(texts).split())[:160]
        return f"it shows {words!r} at {self.page.url}" if words else f"it shows an empty page at {self.page.url}"

    def _count_navigation(self, _: Frame) -> None:
        self._navigations += 1

    def _hear(self, dialog: Dialog) -> None:
        if any(text in dialog.message for text in self._accepts):
            dialog.accept()
            return
        self._said = dialog.message
        dialog.dismiss()

    def heard(self) -> None:
        """Raise what the browser put up as a message (alert, confirm) since we last listened."""
        if self._said is not None:
            said, self._said = self._said, None
            raise BusinessError(f"{self.name} put up a message, which was answered with no: {said}")

    def _no_answer(self, awaited: str) -> ApplicationError:
        return ApplicationError(
            f"{self.name} did not answer {awaited} within {self._answer_within:g} s. "
            "Look what it shows before anything is tried again."
        )


def reason(error: Error) -> str:
    """The first line of a Playwright error; the lines below it may hold typed text."""
    line = error.message.splitlines()[0] if error.message else type(error).__name__
    return re.sub(r"^\w+\.\w+: ", "", line)  # the name of Playwright's method says nothing to a clerk


def _plain(signs: tuple[Sign, ...]) -> list[dict[str, str]]:
    return [sign.model_dump(exclude_none=True) for sign in signs]
