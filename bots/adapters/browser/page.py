"""One page of a portal, worked in the logical names of its map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from playwright.sync_api import Error
from playwright.sync_api import Locator as Found

from bots.adapters.browser.picking import Picks
from bots.adapters.browser.session import Session
from bots.adapters.browser.spot import Spot
from bots.adapters.browser.tab import SessionOver, reason
from bots.adapters.browser.tables import TableOnPage
from bots.adapters.browser.typed import SHOWN, Form
from bots.adapters.selector_map import Locator
from bots.adapters.selector_map import Page as PageMap
from bots.adapters.selector_map.strict import nearest
from bots.adapters.workspace import BeforePress, Row, Value, press_freely
from bots.errors import ApplicationError, ConfigError

T = TypeVar("T")


@dataclass
class Visit:
    """What is known of one page since it was opened, shared by the page and its rows."""

    name: str
    page: PageMap
    parameters: Mapping[str, str]
    form: Form
    picks: Picks
    come_back: Callable[[], None]  #: log in again and go to the page again
    steps: list[Callable[[], None]] = field(default_factory=list)  #: what was done, to do it again after a log-in
    stays: bool = False  #: one of its own buttons was answered by the page again


class BrowserPage:
    """A page, or one row of it (`row_name`, `row_number`)."""

    def __init__(self, session: Session, visit: Visit, row: tuple[str, int] | None = None) -> None:
        self._session = session
        self._visit = visit
        self._row = row

    def fill(self, element: str, value: Value) -> BrowserPage:
        """Type a value and read it back, or pick the row that shows it. BusinessError if the field did not take it."""
        if self._key(element) in self._visit.page.picks:
            return self._pick(element, str(value))
        if self._row:
            self._visit.picks.check(self._row, element, value)
        spot, lasting = self._spot(element), self._is_lasting(element)
        self._did("fill", element)
        self._step(lambda: self._visit.form.fill(self._path(element), spot, value, lasting))
        return self

    def choose(self, element: str, value: str) -> BrowserPage:
        """Choose an entry of a list by its value or label, and read it back, on the next document if it leads there."""
        spot, lasting = self._spot(element), self._is_lasting(element)
        self._did("choose", element)
        self._step(lambda: self._choose(element, spot, value, lasting))
        return self

    def row(self, number: int, name: str = "line") -> BrowserPage:
        """The repeating row `number` (from 1)."""
        if name not in self._visit.page.rows:
            raise self._unknown(f"rows {name}", name, self._visit.page.rows)
        return BrowserPage(self._session, self._visit, (name, number))

    def click(self, element: str) -> BrowserPage:
        """Press something that changes nothing for good; waits for the next document if the map says so."""
        if self._key(element) in self._visit.page.needless:
            return self
        if self._key(element) in self._visit.page.commits:
            raise ConfigError(
                f"{self._place(element)} is a point of no return: it is pressed by commit, never by click"
            )
        spot = replace(self._spot(element), by_looks=False)
        self._did("click", element)
        self._step(lambda: self._press(element, spot))
        return self

    def commit(self, element: str, before_press: BeforePress = press_freely) -> None:
        """Read back, see that it can be pressed, call `before_press`, press, wait for the answer."""
        if self._key(element) not in self._visit.page.commits:
            raise ConfigError(
                f"{self._place(element)} is not among the page's commits in the selector map; add it there"
            )
        with self._session.watched():
            self._still_here()
            self._did("commit", element)
            self._commit(self._spot(element), before_press)

    def read(self, element: str) -> str:
        """The text or the field value an element shows; nothing of one that need not be there and is not."""
        spot = self._spot(element)
        if self._key(element) in self._visit.page.optional and not self.shows(element):
            return ""
        return str(self._guarded(lambda: self._session.finder.ask(spot, SHOWN)))

    def number(self, element: str) -> Decimal:
        """The number an element shows, read by the portal's own number format."""
        shown = self.read(element)
        try:
            return self._session.selector_map.numbers.parse(shown)
        except ValueError as error:
            raise ApplicationError(f"{self._session.tab.name}: {self._place(element)}: {error}") from None

    def shows(self, element: str) -> bool:
        """Whether an element that need not be there is on the page now."""
        spot = self._spot(element)
        with self._session.watched():
            self._still_here()
            return self._session.finder.shows(spot)

    def picture(self) -> bytes:
        """A PNG of the whole page as it stands."""
        with self._session.watched():
            return self._session.tab.page.screenshot(full_page=True, mask=self._session.tab.covered())

    def table(self, name: str) -> Sequence[Row]:
        """All rows a table of the map shows, further result pages included."""
        table = self.on_page(name)
        return self._guarded(lambda: [listed.row for result_page in table.pages() for listed in result_page])

    def spots(self) -> Mapping[str, Spot]:
        """Every element of the page by its name, of rows the first (`line.article`)."""
        page = self._visit.page
        spots = {name: self._spot(name) for name in page.elements}
        for row, elements in page.rows.items():
            spots |= {f"{row}.{name}": self.row(1, row)._spot(name) for name in elements}
        return spots

    def count_all(self) -> Mapping[str, tuple[int, ...]]:
        """For every element, rows at number 1 included: how many elements each of its ways leads to now."""
        with self._session.watched():
            return {name: tuple(self._session.finder.counts(spot)) for name, spot in self.spots().items()}

    def on_page(self, name: str) -> TableOnPage:
        """A table of this page, to be read or followed."""
        table = self._visit.page.tables.get(name)
        if table is None:
            raise self._unknown(f"table {name}", name, self._visit.page.tables)
        session = self._session
        frame = table.frame or self._visit.page.frame
        return TableOnPage(
            f"{self._visit.name}.{name}", table, frame, session.tab, session.finder, session.selector_map
        )

    def _pick(self, element: str, wanted: str) -> BrowserPage:
        """Find the row of the list, and tick it if that is how the portal is told."""
        pick, row = self._visit.page.picks[self._key(element)], self._row or ("", 0)
        self._did("pick", element)

        def step() -> None:
            picked = self._visit.picks.pick(row, self._path(element), pick, self.on_page(pick.table), wanted)
            if pick.ticks is not None and not self._is_ticked(row[0], picked.place, pick.ticks):
                spot = self._spot(pick.ticks)
                with self._next_document_awaited(element, spot):
                    self._session.finder.act(spot, lambda box: box.click(no_wait_after=True))

        self._step(step)
        return self

    def _is_ticked(self, row: str, place: int, element: str) -> bool:
        """Whether the row at this place of the list is ticked, be it picked or not."""
        page, values = self._visit.page, dict[str, str | int](self._visit.parameters) | {"n": place}
        spot = Spot(f"{self._visit.name}.{row} at {place}: {element}", page.rows[row][element], page.frame)
        return bool(self._session.finder.ask(spot.holding(values), "(box) => box.checked"))

    def _press(self, element: str, spot: Spot) -> None:
        with self._next_document_awaited(element, spot):
            self._session.finder.act(spot, lambda found: found.click(no_wait_after=True))
        self._visit.stays = self._key(element) in self._visit.page.stays

    def _choose(self, element: str, spot: Spot, value: str, lasting: bool) -> None:
        form = self._visit.form
        with self._next_document_awaited(element, spot):
            form.choose(spot, value)
        form.keep_choice(self._path(element), spot, value, lasting)

    @contextmanager
    def _next_document_awaited(self, element: str, spot: Spot) -> Iterator[None]:
        """Around what is done to an element: if the map says it is answered by a new document, that one is awaited."""
        frame = self._visit.page.frame
        if self._key(element) not in self._visit.page.navigates:
            yield
            return
        self._session.tab.mark(frame)
        yield
        self._session.tab.next_document(frame, spot.name)
        self._visit.form.next_document()

    def _commit(self, spot: Spot, before_press: BeforePress) -> None:
        tab, frame = self._session.tab, self._visit.page.frame
        self._visit.form.type_again(self._visit.page.reckoned)
        tab.leave_field(frame)
        fields = {**self._visit.form.read_back(), **self._visit.picks.read_back(self._is_ticked)}
        target = self._session.finder.act_on_best(spot, _pressable)
        tab.mark(frame)
        tab.heard()
        before_press(fields)
        try:
            with tab.sent_once():
                target.click(no_wait_after=True)
                tab.next_document(frame, spot.name)
        except SessionOver as over:
            raise ApplicationError(
                f"{tab.name}: the session ended when {spot.name} was pressed ({over}). {_LOOK}"
            ) from None
        except Error as error:
            raise ApplicationError(
                f"{tab.name}: {spot.name} was being pressed when: {reason(error)}. {_LOOK}"
            ) from None
        self._visit.form.forget()
        self._visit.picks.forget()

    def _step(self, action: Callable[[], None]) -> None:
        def step() -> None:
            action()
            self._session.tab.heard()

        self._guarded(step)
        self._visit.steps.append(action)

    def _guarded(self, action: Callable[[], T]) -> T:
        """Do it; if the session turns out to have ended, log in, do what was done here again, and then this."""
        with self._session.watched():
            self._still_here()
            try:
                return action()
            except SessionOver as over:
                self._come_back(over)
                return action()

    def _did(self, action: str, element: str) -> None:
        self._session.did(f"{action} {self._place(element)}")

    def _still_here(self) -> None:
        """A bot that types into a page it has left would fill another page's field of the same name."""
        current = self._session.current
        if isinstance(current, Visit) and current is not self._visit:
            raise RuntimeError(
                f"{self._visit.name} was left: {current.name} is open now. Open {self._visit.name} again."
            )

    def _come_back(self, over: SessionOver) -> None:
        tab = self._session.tab
        if self._visit.form and self._visit.page.commits:
            raise ApplicationError(
                f"{tab.name}: the session ended in the middle of {self._visit.name} ({over}). Nothing was sent; "
                "the work starts again from what the portal shows."
            )
        self._visit.come_back()
        self._visit.form.forget()
        for step in self._visit.steps:
            step()

    def _spot(self, element: str) -> Spot:
        page, values = self._visit.page, dict[str, str | int](self._visit.parameters)
        elements: Mapping[str, tuple[Locator, ...]] = page.elements
        if self._row:
            picked = self._visit.picks.of(self._row)
            elements, values["n"] = page.rows[self._row[0]], picked.place if picked else self._row[1]
        if element not in elements:
            raise self._unknown(f"element {self._key(element)}", element, elements)
        by_looks = not self._row and element not in {*page.commits, *page.navigates, *page.optional}
        return Spot(self._place(element), elements[element], page.frame, by_looks).holding(values)

    def _is_lasting(self, element: str) -> bool:
        """Whether the field is still this one on the next document: an entry row without a number is used again."""
        return self._row is None or any("n" in way.places for way in self._visit.page.rows[self._row[0]][element])

    def _key(self, element: str) -> str:
        return f"{self._row[0]}.{element}" if self._row else element

    def _path(self, element: str) -> str:
        return f"{self._row[0]}[{self._row[1]}].{element}" if self._row else element

    def _place(self, element: str) -> str:
        return f"{self._visit.name}.{self._path(element)}"

    def _unknown(self, what: str, name: str, known: Mapping[str, object]) -> ConfigError:
        where = f"the selector map of {self._session.tab.name}"
        return ConfigError(f"{where} has no {what} on page {self._visit.name}{nearest(name, known)}")


_LOOK = "Whether it was saved is not known: look, never press again."


def _pressable(found: Found) -> Found:
    found.click(trial=True)
    return found
