"""Go to a page the way its map says: by address, or step by step through menus, searches and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from bots.adapters.browser.locate import Spot
from bots.adapters.browser.page import BrowserPage, no_such_row
from bots.adapters.browser.session import Session
from bots.adapters.browser.tables import Listed
from bots.adapters.selector_map import Page
from bots.adapters.selector_map.locators import fill_in
from bots.adapters.selector_map.steps import (
    ClickElement,
    FillFields,
    FollowRow,
    InFrame,
    LoadPath,
    Menu,
    OpenPage,
    Step,
    filled,
)


class Walk:
    """One way to one page. `open_page` opens another page of the map on the way."""

    def __init__(
        self, session: Session, name: str, page: Page, parameters: Mapping[str, str],
        open_page: Callable[[str], BrowserPage],
    ) -> None:  # fmt: skip
        self._session = session
        self._name = name
        self._page = page
        self._parameters = parameters
        self._open_page = open_page
        self._frame: str | None = None
        self._opened: BrowserPage | None = None

    def go(self) -> None:
        """Arrive, and prove it. Raises what the portal shows instead."""
        for step in (LoadPath(path=self._page.path),) if self._page.path is not None else self._page.reach:
            self._take(step)
        tab = self._session.tab
        if self._page.frame is not None:
            tab.judge(tab.facts(None, self._name), self._name)
        tab.next_document(self._page.frame, self._name)
        proof = Spot(f"{self._name} (its proof)", self._page.proof, self._page.frame)
        self._session.finder.prove(proof.holding(self._parameters))

    def _take(self, step: Step) -> None:
        if isinstance(step, InFrame):
            self._frame = step.frame
        elif isinstance(step, LoadPath):
            quoted = {name: quote(value, safe="") for name, value in self._parameters.items()}
            self._session.tab.goto(self._session.account.address(fill_in(step.path, quoted)), self._frame)
        elif isinstance(step, OpenPage):
            self._opened = self._open_page(step.open)
        elif isinstance(step, Menu):
            self._press_menu(step)
        elif self._opened is not None:
            self._on_page(step, self._opened)

    def _on_page(self, step: FillFields | ClickElement | FollowRow, page: BrowserPage) -> None:
        if isinstance(step, FillFields):
            for name, value in filled(step.fill, self._parameters).items():
                page.fill(name, value)
        elif isinstance(step, ClickElement):
            page.click(step.click)
        else:
            self._follow(step, page)

    def _press_menu(self, menu: Menu) -> None:
        spot = Spot(f"{self._name} (on the way: {menu})", (menu,), self._frame).holding(self._parameters)
        if menu.opens is not None:
            unfolded = Spot(f"{spot.name}, unfolded", (menu.opens,), self._frame).holding(self._parameters)
            if not self._session.finder.shows(unfolded):
                self._session.finder.act(spot, lambda found: found.click())
                self._session.finder.prove(unfolded)
            return
        self._session.tab.frame(self._page.frame)  # a link whose frame is not there yet would open a window of its own
        self._session.tab.mark(self._page.frame)
        self._session.finder.act(spot, lambda found: found.click(no_wait_after=True))

    def _follow(self, step: FollowRow, page: BrowserPage) -> None:
        """Press the link of the one row that holds the texts; only the result page that shows it is searched on."""
        where = filled(step.where, self._parameters)
        table = page.on_page(step.follow)

        def matches(listed: Listed) -> bool:
            return all(listed.row[name] == value for name, value in where.items())

        for listed in table.pages():
            found = [one for one in listed if matches(one)]
            if len(found) > 1:
                raise no_such_row(table.name, where, len(found))
            if found:
                self._session.tab.mark(self._page.frame)
                table.press_link(found[0])
                return
        raise no_such_row(table.name, where, 0)
