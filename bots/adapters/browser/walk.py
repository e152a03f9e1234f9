"""Go to a page the way its map says: by address, or step by step through menus, searches and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from urllib.parse import quote

from playwright.sync_api import Locator as Found

from bots.adapters.browser.page import BrowserPage, Visit
from bots.adapters.browser.session import Session
from bots.adapters.browser.spot import Spot
from bots.adapters.browser.tables import Listed, TableOnPage, no_such_row
from bots.adapters.browser.typed import SHOWN
from bots.adapters.selector_map import Page
from bots.adapters.selector_map.locators import fill_in
from bots.adapters.selector_map.steps import (
    ChooseEntries,
    ClickElement,
    FillFields,
    FollowRow,
    InFrame,
    LoadPath,
    Menu,
    MenuPath,
    OpenPage,
    Step,
    filled,
)
from bots.errors import ApplicationError, SelectorMissing


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
        """Arrive, prove it, and set what the map wants set. Raises what the portal shows instead."""
        stood = self._stood_still()
        if not (stood or self._row_still_on_show()):
            for step in (LoadPath(path=self._page.path),) if self._page.path is not None else self._page.reach:
                self._take(step)
        tab = self._session.tab
        if self._page.frame is not None:
            tab.judge(tab.facts(None, self._name), self._name)
        tab.next_document(self._page.frame, self._name)
        proof = Spot(f"{self._name} (its proof)", self._page.proof, self._page.frame)
        self._session.finder.prove(proof.holding(self._parameters))
        if stood:
            stood.form.empty()
        self._see_what_it_holds()
        self._set_what_is_wanted()

    def _see_what_it_holds(self) -> None:
        """A page with the right heading may still be the page of another order."""
        for element, text in self._page.holds.items():
            wanted = fill_in(text, self._parameters)
            shown = str(self._session.finder.ask(self._spot(element), SHOWN)).strip()
            if shown != wanted:
                raise ApplicationError(
                    f"{self._session.tab.name}: the page {self._name} was to show {wanted} as {element}, "
                    f"and shows {shown!r}. Nothing was done there."
                )

    def _set_what_is_wanted(self) -> None:
        for element, wanted in self._page.sets.items():
            if isinstance(wanted, bool):
                self._session.finder.act(self._spot(element), partial(_tick, on=wanted))
            else:
                self._session.finder.act(self._spot(element), partial(_type, text=wanted))

    def _spot(self, element: str) -> Spot:
        spot = Spot(f"{self._name}.{element}", self._page.elements[element], self._page.frame)
        return spot.holding(self._parameters)

    def _take(self, step: Step) -> None:
        if isinstance(step, InFrame):
            self._frame = step.frame
        elif isinstance(step, LoadPath):
            quoted = {name: quote(value, safe="") for name, value in self._parameters.items()}
            self._session.tab.goto(self._session.account.address(fill_in(step.path, quoted)), self._frame)
        elif isinstance(step, OpenPage):
            self._opened = self._open_page(step.open)
        elif isinstance(step, MenuPath):
            self._go_down_the_menu(step)
        elif isinstance(step, Menu):
            self._press_menu(step)
        elif self._opened is not None:
            self._on_page(step, self._opened)

    def _on_page(self, step: FillFields | ChooseEntries | ClickElement | FollowRow, page: BrowserPage) -> None:
        if isinstance(step, FillFields):
            for name, value in filled(step.fill, self._parameters).items():
                page.fill(name, value)
        elif isinstance(step, ChooseEntries):
            for name, value in filled(step.choose, self._parameters).items():
                page.choose(name, value)
        elif isinstance(step, ClickElement):
            page.click(step.click)
        else:
            self._follow(step, page)

    def _go_down_the_menu(self, path: MenuPath) -> None:
        tree = self._session.selector_map.menu
        if tree is not None:
            self._frame = tree.frame
            for entry in tree.way_to(path.menu):
                self._press_menu(entry)

    def _press_menu(self, menu: Menu) -> None:
        spot = Spot(f"{self._name} (on the way: {menu})", (menu,), self._frame).holding(self._parameters)
        if menu.opens is not None:
            unfolded = Spot(f"{spot.name}, unfolded", (menu.opens,), self._frame).holding(self._parameters)
            self._unfold(spot, unfolded)
            return
        self._session.tab.frame(self._page.frame)  # a link whose frame is not there yet would open a window of its own
        self._session.tab.mark(self._page.frame)
        self._session.finder.act(spot, lambda found: found.click(no_wait_after=True))

    def _unfold(self, spot: Spot, unfolded: Spot) -> None:
        """Press until what lies below is on show: one answered late may have been made twice, and folded it again."""
        finder = self._session.finder
        for last in (False, True):
            if finder.shows(unfolded):
                return
            finder.act(spot, lambda found: found.click())
            try:
                finder.prove(unfolded)
            except SelectorMissing:
                if last:
                    raise
            else:
                return

    def _stood_still(self) -> Visit | None:
        """The visit that one of the page's own buttons answered with this page: it need not be reached again."""
        last = self._session.current
        if not isinstance(last, Visit) or last.name != self._name or self._parameters:
            return None
        return last if last.stays and last.form.can_be_emptied else None

    def _row_still_on_show(self) -> bool:
        """Whether the list that leads here is on show since a search just made; then its row is followed at once."""
        last, current = self._page.reach[-1] if self._page.reach else None, self._session.current
        opened = next((step.open for step in reversed(self._page.reach) if isinstance(step, OpenPage)), None)
        if not isinstance(last, FollowRow) or not isinstance(current, Visit) or current.name != opened:
            return False
        table = BrowserPage(self._session, current).on_page(last.follow)
        return table.is_on_show() and self._press_row(table, table.listed(), filled(last.where, self._parameters))

    def _follow(self, step: FollowRow, page: BrowserPage) -> None:
        """Press the link of the one row that holds the texts; only the result page that shows it is searched on."""
        where = filled(step.where, self._parameters)
        table = page.on_page(step.follow)
        if not any(self._press_row(table, listed, where) for listed in table.pages()):
            raise no_such_row(table.name, where, 0)

    def _press_row(self, table: TableOnPage, listed: Sequence[Listed], where: Mapping[str, str]) -> bool:
        found = [one for one in listed if all(one.row[name] == value for name, value in where.items())]
        if len(found) > 1:
            raise no_such_row(table.name, where, len(found))
        if found:
            self._session.tab.mark(self._page.frame)
            table.press_link(found[0])
        return bool(found)


def _tick(box: Found, on: bool) -> None:
    box.set_checked(on)


def _type(field: Found, text: str) -> None:
    field.fill(text)
