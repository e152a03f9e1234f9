"""Read a table as its map describes it: chosen columns, without headings and totals, all result pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import JSHandle

from bots.adapters.browser.locate import Finder
from bots.adapters.browser.spot import Spot, locate
from bots.adapters.browser.tab import Tab
from bots.adapters.selector_map import SelectorMap, Table
from bots.adapters.selector_map.models import CssColumn
from bots.adapters.workspace import Row
from bots.errors import ApplicationError, BusinessError, SelectorMissing

MOST_PAGES = 200  #: result pages; more means that `next` leads in a circle

#: The rows of a table element (its own, not those of tables inside it), or the elements that are the rows.
_ROWS_OF = "const rowsOf = (found) => Array.isArray(found) ? found : [...found.rows];"

#: Of each row: its cells by the column they begin in (from 1), and what the CSS columns find in it.
_READ = (
    "(found, selectors) => {"
    + _ROWS_OF
    + """
  const shown = (e) => {
    const isField = e.matches('input, select, textarea');
    const text = isField ? '' : (e.innerText || '').trim().replace(/\\s+/g, ' ');
    const inside = text ? null : e.querySelector('input:not([type=hidden], [type=submit]), select, textarea');
    const field = isField ? e : inside;
    return field ? field.value.trim() : text;
  };
  return rowsOf(found).map((row) => {
    const cells = {};
    let column = 1;
    for (const cell of row.cells || row.children) { cells[column] = shown(cell); column += cell.colSpan || 1; }
    const chosen = Object.entries(selectors).map(([name, css]) => [name, row.querySelector(css)]);
    return {cells, chosen: Object.fromEntries(chosen.map(([name, one]) => [name, one ? shown(one) : '']))};
  });
}"""
)

_LINK = (
    "(found, [place, column, css]) => {"
    + _ROWS_OF
    + """
  const row = rowsOf(found)[place];
  let cell = css ? row.querySelector(css) : null;
  let at = 1;
  for (const one of css ? [] : row.cells || row.children) { if (at === column) cell = one; at += one.colSpan || 1; }
  const pressed = 'a, button, input';
  return cell && (cell.matches(pressed) ? cell : cell.querySelector(pressed));
}"""
)


@dataclass(frozen=True)
class Listed:
    """One row that was kept, its place among all rows of the document, and the place of each column in it."""

    place: int
    row: Row
    columns: Mapping[str, int]


@dataclass(frozen=True)
class TableOnPage:
    """A table of the map, on the tab that shows its page."""

    name: str
    table: Table
    frame: str | None
    tab: Tab
    finder: Finder
    selector_map: SelectorMap

    def pages(self) -> Iterator[Sequence[Listed]]:
        """The rows of one result page after the other; going on presses the table's `next`."""
        for _ in range(MOST_PAGES):
            yield self.listed()
            if not self._turned():
                return
        raise ApplicationError(f"{self.tab.name}: {self.name} has no end after {MOST_PAGES} pages; check its `next`.")

    def press_link(self, listed: Listed) -> None:
        """Press the link of a row on the result page now on show; what it leads to is not waited for."""
        name = self.table.link or ""
        at = [listed.place, listed.columns.get(name, 0), self._css_columns().get(name)]
        element = self._evaluate_handle(_LINK, at).as_element()
        if element is None:
            raise SelectorMissing(f"{self.tab.name}: {self.name}: the row {dict(listed.row)} has no link to press.")
        element.click(no_wait_after=True)

    def is_on_show(self) -> bool:
        """Whether the table stands on the tab now; nothing is waited for."""
        if self.table.rows is None:
            return self.finder.shows(self._spot())
        return locate(self.tab.frame(self.frame), self.table.rows).count() > 0

    def listed(self) -> list[Listed]:
        """The rows of the result page now on show."""
        if self.table.empty and self.tab.shows_sign(self.frame, self.table.empty):
            return []
        rows = self._evaluate(_READ, self._css_columns())
        heading = self._heading(rows)
        columns = self._places(rows[heading]["cells"] if heading is not None else {})
        first = 0 if heading is None else heading + 1
        listed = (Listed(place, self._row(rows[place], columns), columns) for place in range(first, len(rows)))
        return [one for one in listed if self._kept(one.row)]

    def _row(self, found: Mapping[str, Any], columns: Mapping[str, int]) -> Row:
        return {
            name: found["chosen"][name] if name in found["chosen"] else found["cells"].get(str(columns[name]), "")
            for name in self.table.columns
        }

    def _kept(self, row: Row) -> bool:
        return all(row[name] for name in self.table.filled) and all(
            map(self._is_number, map(row.get, self.table.numbered))
        )

    def _is_number(self, text: str | None) -> bool:
        try:
            self.selector_map.numbers.parse(text or "")
        except ValueError:
            return False
        return True

    def _heading(self, rows: Sequence[Mapping[str, Any]]) -> int | None:
        """The place of the first row that holds all column headers of the map; None if the map names none."""
        wanted = {column for column in self.table.columns.values() if isinstance(column, str)}
        if not wanted:
            return None
        for place, row in enumerate(rows):
            if wanted <= set(row["cells"].values()):
                return place
        raise SelectorMissing(
            f"{self.tab.name}: {self.name} has no row with the headers {', '.join(sorted(wanted))}; "
            f"{self.tab.on_show()}. The page changed: correct the portal's selector map."
        )

    def _places(self, heading: Mapping[str, str]) -> dict[str, int]:
        by_text = {text: int(column) for column, text in reversed(list(heading.items()))}
        columns = self.table.columns.items()
        by_place = {name: column for name, column in columns if isinstance(column, int)}
        return by_place | {name: by_text[column] for name, column in columns if isinstance(column, str)}

    def _css_columns(self) -> dict[str, str]:
        return {name: column.css for name, column in self.table.columns.items() if isinstance(column, CssColumn)}

    def _turned(self) -> bool:
        """Go to the next result page, if there is one."""
        if self.table.next is None:
            return False
        on = locate(self.tab.frame(self.table.next.frame or self.frame), self.table.next)
        if on.count() == 0 or not on.is_enabled():
            return False
        self.tab.mark(self.frame)
        on.click(no_wait_after=True)
        self.tab.next_document(self.frame, f"{self.name}: next page")
        return True

    def _evaluate(self, script: str, argument: object) -> list[dict[str, Any]]:
        if self.table.rows is None:
            found: list[dict[str, Any]] = self.finder.ask(self._spot(), script, argument)
            return found
        rows = locate(self.tab.frame(self.frame), self.table.rows)
        found = rows.evaluate_all(script, argument)
        if not found:
            self.tab.trouble(self.name)
            raise SelectorMissing(
                f"{self.tab.name}: {self.name} shows no row ({self.table.rows}) and nothing that says it is empty; "
                f"{self.tab.on_show()}"
            )
        return found

    def _evaluate_handle(self, script: str, argument: object) -> JSHandle:
        if self.table.rows is None:
            return self.finder.act(self._spot(), lambda table: table.evaluate_handle(script, argument))
        handles = locate(self.tab.frame(self.frame), self.table.rows).element_handles()
        return self.tab.frame(self.frame).evaluate_handle(f"([rows, at]) => ({script})(rows, at)", [handles, argument])

    def _spot(self) -> Spot:
        return Spot(self.name, self.table.table, self.frame)


def no_such_row(table: str, where: Mapping[str, str], count: int) -> BusinessError:
    """A row to follow is not there, or there is more than one."""
    wanted = ", ".join(f"{name} {value!r}" for name, value in where.items())
    found = f"{count} rows" if count else "no row"
    return BusinessError(f"{table} shows {found} with {wanted} where exactly one was expected")
