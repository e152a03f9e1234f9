"""Where the table of goods stands and where its columns run: taken from the words of its heading.

Ruling lines help where there are any; most orders have none, so the borders of the columns are the white lanes
between the figures below the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bots.domain.numbers import looks_numeric
from bots.domain.reading.decks import Cell, Naming, row_cells, stacked, whole_phrases, woven
from bots.domain.reading.words import Row, Sheet, rows
from bots.order_entry.readers.headings import Col, column_kind

_PRICE_UNIT = re.compile(r"10{1,3}(?![\d.,])")  #: `Price per` / `1000 pcs`: how many a price is for
_NO_VALUE = re.compile(rf"{_PRICE_UNIT.pattern}|\d{{1,2}}\.$")  #: nor is the number of a form's box: `16.` / `UNIT`
_TAXED = re.compile(
    r"(?P<without>ht|h\.t\.?|htva|hors t\w+|excl?\.?(?: \w+)?|net|netto|neto|sin iva)|"
    r"(?P<with>ttc|t\.t\.c\.?|tvac|incl?\.?(?: \w+)?|brutto|con iva)"
)
NUMBERED = {Col.ITEM, Col.CODE, Col.SKU, Col.BUYER_ITEM, Col.GTIN}
TEXTS = NUMBERED | {Col.DESCRIPTION}
FIGURES = {Col.QTY, Col.PRICE, Col.AMOUNT, Col.GROSS}


@dataclass(frozen=True)
class Heading:
    """The heading of a table on one page: its cells, and the rows `first` to `last` of the sheet it takes.

    `upper` holds a second deck of headings when each item takes two rows, each under its own deck.
    """

    page: int
    first: int
    last: int
    cells: tuple[Cell, ...]
    upper: tuple[Cell, ...] = ()

    @property
    def kinds(self) -> frozenset[Col]:
        return frozenset(Col(cell.kind) for cell in (*self.cells, *self.upper) if cell.kind)

    @property
    def worth(self) -> float:
        """How much it looks like the heading of a table of goods."""
        cells = (*self.cells, *self.upper)
        unknown = sum(cell.kind is None for cell in cells)
        twice = sum(cell.kind is not None for cell in cells) - len(self.kinds)
        deep = 0.05 * (self.last - self.first) - 0.2 * bool(self.upper)
        return len(self.kinds) + 0.5 * len(self.kinds & FIGURES) - 0.4 * unknown - 0.3 * twice + deep


def headings(sheet: Sheet) -> list[Heading]:
    """Every way to read a heading on this page, best first at each place; none where there is no table."""
    found: list[Heading] = []
    for index in range(len(sheet.rows)):
        options = [heading for heading in _options(sheet, index) if _is_table(heading)]
        found += sorted(options, key=lambda heading: -heading.worth)
    return found


def _options(sheet: Sheet, index: int) -> Iterator[Heading]:
    decks: list[tuple[Cell, ...]] = []
    for last in range(index, min(index + 3, len(sheet.rows))):
        row = sheet.rows[last]
        if _has_figures(row) or _is_prose(row):
            return
        if len(decks) == 1 and (split := _with_tax_and_without(decks[0], row)):
            yield Heading(sheet.number, index, last, split)
            return
        if decks and not _follows(sheet.rows[last - 1], row):
            lower = row_cells(row, NAMING)
            if len(decks) == 1 and _follows(sheet.rows[last - 1], row, 1.2) and _two_decks(decks[0], lower):
                yield Heading(sheet.number, index, last, lower, decks[0])
            return
        decks.append(row_cells(row, NAMING))
        if len(decks) > 1 and any(map(_holds_a_value, decks)):
            return
        if len(decks) == 1:
            yield Heading(sheet.number, index, last, decks[0])
        elif sum(cell.kind is not None for deck in decks for cell in deck) > 1:
            yield Heading(sheet.number, index, last, stacked(decks, NAMING))
            rows = sheet.rows[index : last + 1]
            yield Heading(sheet.number, index, last, stacked([whole_phrases(row, NAMING) for row in rows], NAMING))
            yield Heading(sheet.number, index, last, woven(rows, NAMING))
        if len(decks) == 2 and _two_decks(*decks):
            yield Heading(sheet.number, index, last, decks[1], decks[0])


def _with_tax_and_without(upper: Sequence[Cell], row: Row) -> tuple[Cell, ...]:
    """The headings when the row below parts some of them in two (`Unit price` over `excl. tax` and `incl. tax`)."""
    if len(row.phrases) < 2 or not all(_TAXED.fullmatch(phrase.folded) for phrase in row.phrases):
        return ()
    found = []
    nearest = [
        min(upper, key=lambda cell: abs(cell.span.x0 + cell.span.x1 - part.x0 - part.x1)) for part in row.phrases
    ]
    for cell in upper:
        parts = [part for part, over in zip(row.phrases, nearest, strict=True) if over is cell]
        kinds = [cell.kind if _TAXED.fullmatch(part.folded)["without"] else Col.OTHER for part in parts]  # type: ignore[index]
        found += [Cell(kind, part) for kind, part in zip(kinds, parts, strict=True)] or [cell]
    return tuple(found) if len(found) > len(upper) else ()


def _is_table(heading: Heading) -> bool:
    kinds = heading.kinds
    figures = kinds & FIGURES
    if Col.QTY in kinds and (kinds & TEXTS or len(figures) > 1):
        return len(kinds) >= 3 or heading.worth >= 2.4
    return bool(figures) and bool(kinds & TEXTS) and len(kinds) >= 3


def _two_decks(upper: Iterable[Cell], lower: Iterable[Cell]) -> bool:
    """Whether each item takes two rows: what it is under the upper headings, its figures under the lower."""
    above, below = {cell.kind for cell in upper}, {cell.kind for cell in lower}
    return (
        len(above - {None}) >= 2
        and bool(above & TEXTS)
        and not above & FIGURES
        and len(below & FIGURES) >= 2
        and not above & below - {None}
    )


def _is_prose(row: Row) -> bool:
    """Whether a row is one phrase too long for headings, however close they stand."""
    return len(row.phrases) == 1 and len(row.words) > 15


def _has_figures(row: Row) -> bool:
    figures = sum(looks_numeric(word.text) and not _PRICE_UNIT.match(word.text) for word in row.words)
    return figures > 0.25 * len(row.words)


def _holds_a_value(deck: Sequence[Cell]) -> bool:
    """Whether a row close above a heading is a label with its value (`Contract no. C-20011`), no part of it."""
    unknown = (cell.span.text for cell in deck if cell.kind is None)
    return any(any(c.isdigit() for c in text) and not _NO_VALUE.match(text) for text in unknown)


def _follows(above: Row, below: Row, gap: float = 0.65) -> bool:
    height = below.bottom - below.top
    return -height < below.top - above.bottom < gap * height


def told_apart(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Two headings that can both be an article (`Item`, `Material`): the second is its number. One behind the price of
    what is described is no article's: a budget's, a paragraph's."""
    items = [index for index, cell in enumerate(cells) if cell.kind is Col.ITEM]
    priced = next((index for index, cell in enumerate(cells) if cell.kind is Col.PRICE), len(cells))
    described = any(cell.kind is Col.DESCRIPTION for cell in cells)
    behind = [index for index in items if described and index > priced]
    again = dict.fromkeys(items[1:], Col.CODE) | dict.fromkeys(behind, Col.OTHER)
    return tuple(
        Cell(again[index], cell.span) if index in again else cell for index, cell in enumerate(_one_unit(cells))
    )


def _one_unit(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Two headings that can both be the unit (`Cond`, `U/M`): the one beside the quantity is."""
    units = [index for index, cell in enumerate(cells) if cell.kind is Col.UOM]
    count = next((index for index, cell in enumerate(cells) if cell.kind is Col.QTY), None)
    if len(units) < 2 or count is None:
        return cells
    own = min(units, key=lambda index: (abs(index - count), index < count))
    return [Cell(Col.OTHER, cell.span) if index in units and index != own else cell for index, cell in enumerate(cells)]


def piled(kinds: Sequence[StrEnum | None]) -> StrEnum | None:
    """What stands under headings that stand under each other: two numbers, or a number over its description."""
    held = set(kinds)
    if len(held) == 1:
        return kinds[0]
    if None in held or not held <= NUMBERED | {Col.DESCRIPTION}:
        return None
    return Col.DESCRIPTION if Col.DESCRIPTION in held else kinds[0]


def decks_of(cell: Cell) -> tuple[str, ...]:
    """The texts of a heading that stand under each other, or beside a slash."""
    decks = rows(cell.span.words)
    if len(decks) > 1:
        return tuple(deck.span.folded for deck in decks)
    return tuple(half.strip(" .") for half in cell.span.folded.split("/"))


NAMING = Naming(column_kind, told_apart, piled)
