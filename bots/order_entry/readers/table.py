"""Where the table of goods stands and where its columns run: taken from the words of its heading.

Ruling lines help where there are any; most orders have none, so the borders of the columns are the white lanes
between the figures below the headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bots.domain.numbers import looks_numeric
from bots.domain.paper import Word
from bots.order_entry.readers.headings import Col, column_kind
from bots.order_entry.readers.words import Row, Sheet, Span, overlap

TEXTS = {Col.DESCRIPTION, Col.ITEM, Col.CODE, Col.SKU, Col.BUYER_ITEM, Col.GTIN}
FIGURES = {Col.QTY, Col.PRICE, Col.AMOUNT, Col.GROSS}
_LONGEST_TERM = 6  #: words


@dataclass(frozen=True)
class Cell:
    """One heading: its words and the kind of column they name (None: a word that names none)."""

    kind: Col | None
    span: Span


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
        if _has_figures(row) or _is_prose(row) or (decks and not _follows(sheet.rows[last - 1], row)):
            return
        decks.append(row_cells(row))
        if len(decks) == 1:
            yield Heading(sheet.number, index, last, decks[0])
        elif sum(cell.kind is not None for deck in decks for cell in deck) > 1:
            yield Heading(sheet.number, index, last, stacked(decks))
            rows = sheet.rows[index : last + 1]
            yield Heading(sheet.number, index, last, stacked([_whole(row) for row in rows]))
            yield Heading(sheet.number, index, last, woven(rows))
        if len(decks) == 2 and _two_decks(*decks):
            yield Heading(sheet.number, index, last, decks[1], decks[0])


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


def woven(rows: Sequence[Row]) -> tuple[Cell, ...]:
    """Headings over several rows that stand as close as words do: words under each other first, then neighbours."""
    piles: list[list[tuple[int, Word]]] = []
    for deck, row in enumerate(rows):
        for word in row.words:
            home = next((pile for pile in piles if _under(pile, word)), None)
            if home is None:
                piles.append([(deck, word)])
            else:
                home.append((deck, word))
    piles.sort(key=lambda pile: min(word.x0 for _, word in pile))
    return told_apart(_joined_piles(piles))


def _under(pile: Sequence[tuple[int, Word]], word: Word) -> bool:
    return any(
        overlap((other.x0, other.x1), (word.x0, word.x1)) > 0.3 * min(other.x1 - other.x0, word.x1 - word.x0)
        for _, other in pile
    )


def _joined_piles(piles: Sequence[list[tuple[int, Word]]]) -> list[Cell]:
    found: list[Cell] = []
    start = 0
    while start < len(piles):
        for end in range(min(len(piles), start + 4), start, -1):
            span = _pile_span([entry for pile in piles[start:end] for entry in pile])
            kind = column_kind(span.folded)
            if kind or end == start + 1:
                found.append(Cell(kind, span))
                start = end
                break
    return found


def _pile_span(entries: Sequence[tuple[int, Word]]) -> Span:
    words = tuple(word for _, word in sorted(entries, key=lambda entry: (entry[0], entry[1].x0)))
    return Span(words, " ".join(word.text for word in words))


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
