"""Log in to a portal: once per session, never twice after a refusal, the password never in a message."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, quote_plus

from playwright.sync_api import Error
from playwright.sync_api import Locator as Found

from bots.adapters.browser.locate import Finder
from bots.adapters.browser.spot import Spot
from bots.adapters.browser.tab import Facts, Tab
from bots.adapters.selector_map import Login
from bots.adapters.selector_map.locators import fill_in
from bots.errors import ApplicationError, LoginRefused, O2CError

HIDDEN = "•••"


class Secret(Protocol):
    """A password that shows itself only when asked to."""

    def reveal(self) -> str: ...


@dataclass(frozen=True)
class Account:
    """Where the portal is, and who logs in."""

    portal: str  #: its name in config.yaml
    url: str
    user: str
    password: Secret

    def address(self, path: str) -> str:
        """The whole address of a path of the map."""
        return f"{self.url.rstrip('/')}/{path.lstrip('/')}"

    def hide(self, text: str) -> str:
        """The text without the password, however a page would write it."""
        secret = self.password.reveal()
        for form in (secret, quote(secret, safe=""), quote_plus(secret), html.escape(secret)):
            text = text.replace(form, HIDDEN) if form else text
        return text


def log_in(tab: Tab, finder: Finder, login: Login, account: Account) -> None:
    """Fill in the log-in page and prove that we are in. Raises LoginRefused if the portal does not let us."""
    tab.goto(account.address(login.path))
    facts = tab.facts(login.frame, "log-in")
    if _broken(facts):
        tab.judge(facts, "log-in")
    finder.act(_spot("user", login), lambda found: found.fill(account.user))
    _type_password(tab, finder, login, account.password)
    tab.mark(login.frame)
    finder.act(_spot("button", login), lambda found: found.click(no_wait_after=True))
    _see_the_answer(tab, finder, login, account.user)


def still_in(tab: Tab, finder: Finder, login: Login, account: Account) -> bool:
    """Whether a kept session still holds: its home page shows the proof."""
    if login.home is None:
        return False
    tab.goto(account.address(fill_in(login.home, {"user": quote(account.user, safe="")})))
    facts = tab.facts(None, "log-in")
    return facts.expired is None and finder.shows(_spot("proof", login))


def _type_password(tab: Tab, finder: Finder, login: Login, password: Secret) -> None:
    """Playwright's own errors may quote what was to be typed: none of them gets out of here."""
    failed = False

    def type_it(found: Found) -> None:
        nonlocal failed
        try:
            found.fill(password.reveal())
        except Error:
            failed = True

    finder.act(_spot("password", login), lambda found: found.wait_for(state="visible"))
    finder.act(_spot("password", login), type_it)
    if failed:
        raise ApplicationError(f"{tab.name}: the password field of the log-in page does not take any text")


def _see_the_answer(tab: Tab, finder: Finder, login: Login, user: str) -> None:
    facts = tab.facts(None, "log-in")
    if _broken(facts):
        tab.judge(facts, "log-in")
    if facts.refused:
        raise _refusal(tab, user, facts.refused)
    try:
        finder.prove(_spot("proof", login))
    except O2CError:
        if finder.shows(_spot("password", login)):
            raise _refusal(tab, user, facts.text or "the log-in page again, without a word") from None
        raise


def _broken(facts: Facts) -> bool:
    return facts.unreachable or facts.status >= 400 or facts.out_of_order is not None


def _refusal(tab: Tab, user: str, words: str) -> LoginRefused:
    return LoginRefused(
        f"{tab.name} refused the log-in of {user}: {words}. No second try is made, it could lock the account; "
        "check the user and the password's secret, then release the portal."
    )


def _spot(element: str, login: Login) -> Spot:
    frame = None if element == "proof" else login.frame
    return Spot(f"login.{element}", getattr(login, element), frame)
