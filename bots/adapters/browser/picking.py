"""Pick rows a portal lists by itself by what they show, and see before the press that they are still those rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bots.adapters.browser.tables import TableOnPage
from bots.adapters.selector_map import Numbers, Page
from bots.adapters.selector_map.picks import Pick
from bots.adapters.workspace import Row, Value
from bots.errors import BusinessError, ConfigError

RowOfBot = tuple[str, int]  #: `("line", 2)`, as the bot counts
IsTicked = Callable[[str, int, str], bool]  #: of `line`, at a place of the list, the element that ticks


@dataclass(frozen=True)
class Picked:
    """A row of the list: its place among the rows kept (from 1), the text it was found by, and what it showed."""

    element: str  #: `line[2].invoice`
    pick: Pick
    table: TableOnPage
    place: int
    wanted: str
    row: Row


class Picks:
    """The rows picked on one page since it was opened."""

    def __init__(self, portal: str, name: str, page: Page, numbers: Numbers) -> None:
        self._portal = portal
        self._name = name
        self._page = page
        self._numbers = numbers
        self._rows: dict[RowOfBot, Picked] = {}

    def of(self, row: RowOfBot) -> Picked | None:
        """What the bot's row stands for; None: nothing was picked for it."""
        return self._rows.get(row)

    def pick(self, row: RowOfBot, element: str, pick: Pick, table: TableOnPage, wanted: str) -> Picked:
        """Find the one row that shows the text. Raises BusinessError for none, several, or one picked already."""
        listed = [one.row for one in table.listed()]
        places = [place for place, one in enumerate(listed, start=1) if one[pick.column] == wanted]
        if len(places) != 1:
            found = f"{len(places)} rows" if places else "no row"
            raise BusinessError(
                f"{self._portal}: {table.name} shows {found} with {pick.column} {wanted!r} where exactly one was "
                "expected. Nothing was sent; look in the portal whether it is still open there, or in somebody's work."
            )
        for other, earlier in self._rows.items():
            if other != row and earlier.place == places[0]:
                raise BusinessError(f"{self._portal}: {wanted} was picked twice on one page. Nothing was sent.")
        self._rows[row] = Picked(element, pick, table, places[0], wanted, listed[places[0] - 1])
        return self._rows[row]

    def check(self, row: RowOfBot, name: str, value: Value) -> None:
        """What is typed into a row. Raises ConfigError where the row was to be picked first, and BusinessError for a
        number that exceeds the figure its row showed, or has the other sign."""
        if not any(element.startswith(f"{row[0]}.") for element in self._page.picks):
            return
        picked = self.of(row)
        if picked is None:
            raise ConfigError(f"{self._name}: {row[0]}[{row[1]}] is picked first, then typed into (picks in the map)")
        column = picked.pick.most.get(name)
        if column is None or not isinstance(value, Decimal | int):
            return
        figure, most = Decimal(value), self._numbers.parse(picked.row[column])
        if figure * most <= 0 or abs(figure) > abs(most):
            raise BusinessError(
                f"{self._portal}: {value} for {picked.wanted} exceeds what the portal shows as {column}, {most}. "
                "Nothing was sent; look what was settled meanwhile."
            )

    def read_back(self, is_ticked: IsTicked) -> dict[str, str]:
        """What each picked row shows now, by its element. BusinessError if it is another row now, or not ticked."""
        return dict(self._as_shown_now(is_ticked))

    def forget(self) -> None:
        """The page was sent, or opened anew."""
        self._rows.clear()

    def _as_shown_now(self, is_ticked: IsTicked) -> Iterator[tuple[str, str]]:
        for (name, _), picked in self._rows.items():
            listed = [one.row[picked.pick.column] for one in picked.table.listed()]
            shown = listed[picked.place - 1] if picked.place <= len(listed) else ""
            ticks = picked.pick.ticks
            if shown != picked.wanted or (ticks is not None and not is_ticked(name, picked.place, ticks)):
                raise BusinessError(
                    f"{self._portal}: {picked.element} did not keep the row of {picked.wanted}: it shows {shown!r}"
                    f"{'' if ticks is None else ', or is not ticked any more'}. Nothing was sent."
                )
            yield picked.element, shown
        self._nothing_else_is_ticked(is_ticked)

    def _nothing_else_is_ticked(self, is_ticked: IsTicked) -> None:
        """A row that the portal ticked by itself would go with the receipt."""
        places = {one.place for one in self._rows.values()}
        lists = {name: picked for (name, _), picked in self._rows.items() if picked.pick.ticks}
        for name, picked in lists.items():
            for place, one in enumerate(picked.table.listed(), start=1):
                if place not in places and is_ticked(name, place, picked.pick.ticks or ""):
                    raise BusinessError(
                        f"{self._portal}: {one.row[picked.pick.column]} is ticked on {self._name}, and nobody picked "
                        "it. Nothing was sent; look in the portal why."
                    )
