"""A portal worked in a browser by its selector map: the contract `Portal`, made real."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from playwright.sync_api import Browser

from bots.adapters.browser.fingerprint import InProcess, Memory
from bots.adapters.browser.login import Account, Secret
from bots.adapters.browser.page import BrowserPage, Visit
from bots.adapters.browser.picking import Picks
from bots.adapters.browser.session import Kept, Session
from bots.adapters.browser.tab import Note, SessionOver
from bots.adapters.browser.typed import Form
from bots.adapters.browser.walk import Walk
from bots.adapters.selector_map import SelectorMap, parse_date
from bots.adapters.selector_map.strict import nearest
from bots.errors import ApplicationError, ConfigError

PATIENCE = 5.0  #: seconds the best way to an element is waited for on a loaded page before the next is tried


def no_note(event: str, particulars: Mapping[str, object]) -> None:
    """Nobody is told of inner events: for a portal used on its own."""


class BrowserPortal:
    """One portal under one log-in, for one item: its browser context opens with the first page, ends with `close`.

    `note` is told of inner events and their particulars: `login` and `login again` (user), `fallback` (element,
    missed, found_by, screenshot), `healed` (element, found_by, score, second, rival, screenshot), `notice` (words),
    `failure` (kind, why, url, last_actions, screenshot, html). `memory` keeps what elements look like.
    """

    def __init__(
        self, name: str, selector_map: SelectorMap, *, url: str, user: str, password: Secret, browser: Browser,
        note: Note = no_note, patience: float = PATIENCE, kept: Kept | None = None, memory: Memory | None = None,
    ) -> None:  # fmt: skip
        self._account = Account(name, url, user, password)
        self._map = selector_map
        self._browser = browser
        self._note = note
        self._patience = patience
        self._kept = kept or Kept()
        self._memory = memory or InProcess()
        self._session = Session(
            self._account, selector_map, browser, note=note, patience=patience, kept=self._kept, memory=self._memory
        )

    def fresh(self) -> BrowserPortal:
        """The same portal for the next item: a context of its own, with the log-in made here if it still holds."""
        account = self._account
        return BrowserPortal(
            account.portal, self._map, url=account.url, user=account.user, password=account.password,
            browser=self._browser, note=self._note, patience=self._patience, kept=self._kept,
            memory=self._memory,
        )  # fmt: skip

    def close(self) -> None:
        """End this item's browser context; harmless twice, or when the browser is gone."""
        self._session.close()

    def __enter__(self) -> BrowserPortal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Its name in config.yaml."""
        return self._account.portal

    @property
    def search_is_proof_after(self) -> timedelta | None:
        """After this quiet time an order the portal's search does not find was not entered; None: never proof."""
        return self._map.search_is_proof_after

    @property
    def session(self) -> Session:
        """Where its pages are worked: for who looks at how they stand."""
        return self._session

    @property
    def selector_map(self) -> SelectorMap:
        """The map it is worked by."""
        return self._map

    def open(self, page: str, **parameters: str) -> BrowserPage:
        """Go to a page of the map and prove that we are there. Logs in first, and again when the session ended."""
        self._check(page, parameters)
        with self._session.watched():
            self._session.enter()
            self._session.did(f"open {page}")
            try:
                return self._go(page, parameters)
            except SessionOver:
                self._session.enter_again()
                return self._go(page, parameters)

    def offers(self, path: str) -> bool:
        """Whether the map has this page (`articles`), element (`new_order.reference`), row, table or column."""
        return self._map.offers(path)

    def parse_number(self, text: str) -> Decimal:
        """A number printed by this portal. Raises ApplicationError if it is none."""
        try:
            return self._map.numbers.parse(text)
        except ValueError as error:
            raise ApplicationError(f"{self.name}: {error}") from None

    def parse_date(self, text: str) -> date:
        """A date printed by this portal. Raises ApplicationError if it is none."""
        try:
            return parse_date(self._map.dates, text)
        except ValueError as error:
            raise ApplicationError(f"{self.name}: {error}") from None

    def _check(self, page: str, parameters: Mapping[str, str]) -> None:
        found = self._map.pages.get(page)
        if found is None:
            raise ConfigError(f"the selector map of {self.name} has no page {page}{nearest(page, self._map.pages)}")
        if found.parameters != set(parameters):
            needed, given = (", ".join(sorted(names)) or "nothing" for names in (found.parameters, parameters))
            raise ConfigError(f"{self.name}: the page {page} is opened with {needed}, not with {given}")

    def _go(self, name: str, parameters: Mapping[str, str]) -> BrowserPage:
        page = self._map.pages[name]

        def walk() -> None:
            Walk(self._session, name, page, parameters, lambda other: self._go(other, {})).go()
            self._session.current = visit

        def come_back() -> None:
            self._session.enter_again()
            walk()

        picks = Picks(self.name, name, page, self._map.numbers)
        visit = Visit(name, page, parameters, Form(self._session), picks, come_back)
        walk()
        return BrowserPage(self._session, visit)
