"""What stands under the headings of a table: items being gathered, and the rows that are none of an item's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bots.domain.numbers import looks_numeric
from bots.domain.paper import Ruling
from bots.domain.reading.decks import Cell
from bots.domain.reading.lanes import Column, columns
from bots.domain.reading.words import Row, Sheet, Span
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.headings import Col
from bots.order_entry.readers.table import NUMBERED, TEXTS, Heading
from bots.order_entry.readers.unheaded import numbered, with_unheaded

SUMMARY = (vocabulary.NET, vocabulary.GROSS, vocabulary.TOTAL, vocabulary.TAX)
NUMBERS = NUMBERED - {Col.GTIN}
NAMES = NUMBERS | {Col.DESCRIPTION}
TOTALS = (vocabulary.TOTAL, vocabulary.NET, vocabulary.GROSS, vocabulary.SUBTOTAL)
BETWEEN = (vocabulary.SUBTOTAL, vocabulary.CHARGES, vocabulary.DISCOUNT)
_PRICED = re.compile(r"^\W*\d[\d.,' ]*[.,]\d{2,5}(?!\d)")  #: a phrase that begins with an amount


@dataclass
class Item:
    """The rows of one item while they are being gathered: cells by kind of column, in reading order."""

    cells: dict[Col, list[Span]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    priced: Row | None = None
    unknown: set[str] = field(default_factory=set)  #: headings of its columns that say nothing known

    def take(self, found: dict[Col, Span]) -> None:
        for kind, span in found.items():
            self.cells.setdefault(kind, []).append(span)

    def first(self, kind: Col) -> Span | None:
        held = self.cells.get(kind)
        return held[0] if held else None


@dataclass
class Body:
    """What stood under the headings: items, and the rows that are none of an item's."""

    items: list[Item] = field(default_factory=list)
    summary: list[Row] = field(default_factory=list)  #: totals, charges, discounts
    carried: list[Row] = field(default_factory=list)
    loose: list[Row] = field(default_factory=list)  #: text between items
    used: set[int] = field(default_factory=set)  #: `id` of each row that belongs to an item or a heading
    last_open: bool = False  #: the last item began but never showed a figure


@dataclass(frozen=True)
class Deck:
    """One deck of columns over some rows of one page."""

    sheet: Sheet
    rows: tuple[Row, ...]
    lower: tuple[Column, ...]
    upper: tuple[Column, ...] = ()
    headed: bool = True  #: whether the page has a heading of its own, or goes on under the one before


def decks(
    sheets: Sequence[Sheet], chosen: Sequence[Heading], letterheads: frozenset[int], footers: frozenset[int]
) -> Iterator[Deck]:
    """The rows under each heading; a page without one carries on under the last heading's columns."""
    last: Deck | None = None
    for sheet in sheets:
        here = [heading for heading in chosen if heading.page == sheet.number]
        if not here and last:
            rows = _carried_on([row for row in sheet.rows if id(row) not in letterheads | footers])
            yield Deck(sheet, rows, last.lower, last.upper, headed=False)
        for index, heading in enumerate(here):
            end = here[index + 1].first if index + 1 < len(here) else len(sheet.rows)
            rows = tuple(row for row in sheet.rows[heading.last + 1 : end] if id(row) not in footers)
            sample = _until_totals(rows)
            down = sheet.page.down
            above, below = _by_deck(sample) if heading.upper else ((), sample)
            upper = _columns(heading.upper, above, down) if heading.upper else ()
            last = Deck(sheet, rows, _columns(heading.cells, below, down), upper)
            yield last


def _by_deck(sample: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows that stand under the upper headings and those under the lower: the latter hold prices."""
    priced = [row for row in sample if any(_PRICED.search(phrase.text) for phrase in row.phrases)]
    named = [row for row in sample if row not in priced]
    return (named, priced) if named and priced else (sample, sample)


def _columns(cells: Sequence[Cell], sample: Sequence[Row], down: Sequence[Ruling]) -> tuple[Column, ...]:
    told = with_unheaded(cells, sample)
    found = columns([Cell(cell.kind or Col.OTHER, cell.span) for cell in told], sample, down, TEXTS)
    return numbered(found, sample)


def _carried_on(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a page without a heading, from the first that carries figures, or stands close above it."""
    first = next((i for i, row in enumerate(rows) if sum(looks_numeric(w.text) for w in row.words) >= 2), 0)
    while first > 0 and rows[first].top - rows[first - 1].bottom < 0.9 * (rows[first].bottom - rows[first].top):
        first -= 1
    return tuple(rows[first:])


def _until_totals(rows: Sequence[Row]) -> list[Row]:
    held: list[Row] = []
    for row in rows:
        if held and begins(row, TOTALS):
            break
        held.append(row)
    return held


def begins(row: Row, patterns: Sequence[str]) -> bool:
    first = next((phrase for phrase in row.phrases if any(c.isalpha() for c in phrase.text)), None)
    return first is not None and any(vocabulary.start(pattern).match(first.folded) for pattern in patterns)
