"""Where the table of goods stands and where its columns run: taken from the words of its heading.

Ruling lines help where there are any; most orders have none, so the borders of the columns are the white lanes
between the figures below the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bots.adapters.pdf import Ruling, Word
from bots.domain.numbers import looks_numeric
from bots.order_entry.readers.headings import Col, column_kind
from bots.order_entry.readers.words import Row, Sheet, Span, overlap

_TEXTS = {Col.DESCRIPTION, Col.ITEM, Col.CODE, Col.SKU, Col.BUYER_ITEM, Col.GTIN}
_FIGURES = {Col.QTY, Col.PRICE, Col.AMOUNT, Col.GROSS}
_LONGEST_TERM = 6  #: words
_WORD_GAP = 3.2  #: points; words of one cell stand no further apart than this
_GROUP = re.compile(r"-?\d{1,3}(?: ?\d{3})*")
_NEXT_GROUP = re.compile(r"\d{3}(?!\d)")


@dataclass(frozen=True)
class Cell:
    """One heading: its words and the kind of column they name (None: a word that names none)."""

    kind: Col | None
    span: Span


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the lane from `left` to `right` its words stand in."""

    kind: Col
    heading: Span
    left: float
    right: float

    @property
    def figures(self) -> bool:
        return self.kind in _FIGURES | {Col.DISCOUNT, Col.PER, Col.TAX}


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
        return frozenset(cell.kind for cell in (*self.cells, *self.upper) if cell.kind)

    @property
    def worth(self) -> float:
        """How much it looks like the heading of a table of goods."""
        cells = (*self.cells, *self.upper)
        unknown = sum(cell.kind is None for cell in cells)
        twice = sum(cell.kind is not None for cell in cells) - len(self.kinds)
        deep = 0.05 * (self.last - self.first) - 0.2 * bool(self.upper)
        return len(self.kinds) + 0.5 * len(self.kinds & _FIGURES) - 0.4 * unknown - 0.3 * twice + deep


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
        if _has_figures(row) or (decks and not _follows(sheet.rows[last - 1], row)):
            return
        decks.append(row_cells(row))
        if len(decks) == 1:
            yield Heading(sheet.number, index, last, decks[0])
        else:
            yield Heading(sheet.number, index, last, stacked(decks))
            yield Heading(sheet.number, index, last, stacked([_whole(sheet.rows[i]) for i in range(index, last + 1)]))
        if len(decks) == 2 and _two_decks(*decks):
            yield Heading(sheet.number, index, last, decks[1], decks[0])


def _is_table(heading: Heading) -> bool:
    kinds = heading.kinds
    figures = kinds & _FIGURES
    if Col.QTY in kinds and (kinds & _TEXTS or len(figures) > 1):
        return len(kinds) >= 3 or heading.worth >= 2.4
    return bool(figures) and bool(kinds & _TEXTS) and len(kinds) >= 3


def _two_decks(upper: Iterable[Cell], lower: Iterable[Cell]) -> bool:
    """Whether each item takes two rows: what it is under the upper headings, its figures under the lower."""
    above, below = {cell.kind for cell in upper}, {cell.kind for cell in lower}
    return (
        len(above - {None}) >= 2
        and bool(above & _TEXTS)
        and not above & _FIGURES
        and len(below & _FIGURES) >= 2
        and not above & below - {None}
    )


def _has_figures(row: Row) -> bool:
    figures = sum(looks_numeric(word.text) for word in row.words)
    return figures > 0.25 * len(row.words)


def _follows(above: Row, below: Row) -> bool:
    height = below.bottom - below.top
    return below.top - above.bottom < 0.65 * height


@lru_cache(maxsize=2048)
def row_cells(row: Row) -> tuple[Cell, ...]:
    """The headings in a row: whole phrases where they mean something, else the words in them that do."""
    found: list[Cell] = []
    for phrase in row.phrases:
        kind = column_kind(phrase.folded)
        found += [Cell(kind, phrase)] if kind else _split(phrase.words)
    return told_apart(found)


def told_apart(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Two headings that can both be an article (`Item`, `Material`): the second is its number."""
    items = [index for index, cell in enumerate(cells) if cell.kind is Col.ITEM]
    return tuple(
        Cell(Col.CODE, cell.span) if index in items[1:] else cell for index, cell in enumerate(cells)
    )  # fmt: skip


def _whole(row: Row) -> tuple[Cell, ...]:
    """The phrases of a row as they stand: a heading over two rows may mean nothing in either (`Unit of` `Measure`)."""
    return tuple(Cell(column_kind(phrase.folded), phrase) for phrase in row.phrases)


def _split(words: Sequence[Word]) -> list[Cell]:
    """Headings that stand as close as words do: the longest terms from the left."""
    found: list[Cell] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_TERM), start, -1):
            span = Span.of(words[start:end])
            kind = column_kind(span.folded)
            if kind:
                found.append(Cell(kind, span))
                start = end
                break
        else:
            _unknown(found, words[start])
            start += 1
    return found if any(cell.kind for cell in found) else [Cell(None, Span.of(words))]


def _unknown(found: list[Cell], word: Word) -> None:
    if found and found[-1].kind is None:
        found[-1] = Cell(None, Span.of((*found[-1].span.words, word)))
    elif any(character.isalnum() for character in word.text):
        found.append(Cell(None, Span.of([word])))


def stacked(decks: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """Headings written over two or three rows: what stands under each other is one."""
    piles: list[list[Span]] = [[cell.span] for cell in decks[0]]
    for deck in decks[1:]:
        for cell in deck:
            homes = [pile for pile in piles if _over(pile, cell.span)]
            if len(homes) == 1:
                homes[0].append(cell.span)
            else:
                piles.append([cell.span])
    cells = [_pile_cell(pile) for pile in piles]
    return told_apart(sorted(cells, key=lambda cell: cell.span.x0))


def _over(pile: Sequence[Span], span: Span) -> bool:
    x0, x1 = min(part.x0 for part in pile), max(part.x1 for part in pile)
    return overlap((x0, x1), (span.x0, span.x1)) > 0.3 * min(x1 - x0, span.x1 - span.x0)


def _pile_cell(pile: Sequence[Span]) -> Cell:
    span = Span(tuple(word for part in pile for word in part.words), " ".join(part.text for part in pile))
    kind = column_kind(span.folded)
    if kind is None and len(pile) > 1:
        kinds = {column_kind(part.folded) for part in pile}
        kind = kinds.pop() if len(kinds) == 1 else None
    return Cell(kind, span)


def columns(cells: Sequence[Cell], rows: Sequence[Row], down: Sequence[Ruling]) -> tuple[Column, ...]:
    """The columns under some headings: each lane ends where the figures below leave the widest white gap."""
    ordered = sorted(cells, key=lambda cell: (cell.span.x0 + cell.span.x1) / 2)
    sample = _sample(rows)
    figured = [row for row in sample if _figure_words(row) >= 2]
    borders = [
        _border(left.span, right.span, sample if {left.kind, right.kind} & _TEXTS else figured, down)
        for left, right in zip(ordered, ordered[1:], strict=False)
    ]
    lanes = zip([-1e6, *borders], [*borders, 1e6], strict=True)
    return tuple(
        Column(cell.kind or Col.OTHER, cell.span, left, right)
        for cell, (left, right) in zip(ordered, lanes, strict=True)
    )


def _sample(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows from the first to a little after the last with figures: what stands in the columns."""
    figured = [index for index, row in enumerate(rows) if _figure_words(row) >= 2]
    return rows[: figured[-1] + 2] if figured else rows


def _figure_words(row: Row) -> int:
    return sum(looks_numeric(word.text.strip("€$£")) for word in row.words)


def _border(left: Span, right: Span, sample: Sequence[Row], down: Sequence[Ruling]) -> float:
    low, high = (left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2
    ruled = [
        line.at for line in down
        if left.x1 - 3 < line.at < right.x0 + 3 and line.start < left.bottom + 30 and line.end > left.top
    ]  # fmt: skip
    if ruled:
        return ruled[len(ruled) // 2]
    extents = [extent for row in sample for extent in _extents(row)]
    gap = _best_gap(low, high, extents, (left.x1, right.x0), 1 if len(sample) < 3 else 2)
    return gap if gap is not None else (left.x1 + right.x0) / 2


def _extents(row: Row) -> list[tuple[float, float]]:
    """The stretches the words of a row cover; the groups of one number (`1 234,56`) are one stretch."""
    found: list[tuple[float, float]] = []
    before: Word | None = None
    for word in row.words:
        if before and _same_number(before, word):
            found[-1] = (found[-1][0], word.x1)
        else:
            found.append((word.x0, word.x1))
        before = word
    return found


def _same_number(left: Word, right: Word) -> bool:
    close = right.x0 - left.x1 < 0.7 * (left.bottom - left.top)
    return close and bool(_GROUP.fullmatch(left.text)) and bool(_NEXT_GROUP.match(right.text))


def _best_gap(
    low: float, high: float, extents: Sequence[tuple[float, float]], edges: tuple[float, float], enough: int
) -> float | None:
    """The middle of the white stretch between two headings that the fewest words cross.

    Among equals, one where the words below line up with an edge of a heading, else the widest.
    """
    inside = [extent for extent in extents if extent[1] > low and extent[0] < high]
    cuts = sorted({low, high, *(edge for extent in inside for edge in extent if low < edge < high)})
    best: tuple[int, bool, float, float] | None = None
    for start, end in zip(cuts, cuts[1:], strict=False):
        middle = (start + end) / 2
        crossed = sum(x0 < middle < x1 for x0, x1 in inside)
        ends = sum(abs(x1 - edges[0]) < 1.5 for _, x1 in inside) if abs(start - edges[0]) < 1.5 else 0
        begins = sum(abs(x0 - edges[1]) < 1.5 for x0, _ in inside) if abs(end - edges[1]) < 1.5 else 0
        lined_up = max(ends, begins) >= enough and end - start > _WORD_GAP
        entry = (crossed, not lined_up, -(end - start), middle)
        if best is None or entry < best:
            best = entry
    return best[3] if best and inside else None


def in_columns(row: Row, table: Sequence[Column]) -> dict[int, Span]:
    """The row's words by the column they stand in; a row of text alone keeps its phrases whole."""
    found: dict[int, list[Word]] = {}
    whole = _figure_words(row) == 0
    for phrase in row.phrases:
        first = phrase.words[0]
        home = _lane((first.x0 + first.x1) / 2, table) if whole else None
        for word in phrase.words:
            index = home if whole else _lane((word.x0 + word.x1) / 2, table)
            if index is not None:
                found.setdefault(index, []).append(word)
    return {index: Span.of(words) for index, words in found.items()}


def _lane(middle: float, table: Sequence[Column]) -> int | None:
    return next((i for i, column in enumerate(table) if column.left <= middle < column.right), None)


def renamed(column: Column, kind: Col) -> Column:
    """The same lane under another meaning."""
    return replace(column, kind=kind)
