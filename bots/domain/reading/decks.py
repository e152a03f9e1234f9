"""The headings of a table: phrases over its columns, in one row or stacked in several, named by a trade's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bots.domain.paper import Word
from bots.domain.reading.words import Row, Span, overlap

_LONGEST_TERM = 6  #: words


@dataclass(frozen=True)
class Cell:
    """One heading: its words and the kind of column they name (None: a word that names none)."""

    kind: StrEnum | None
    span: Span


def _as_they_are(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(cells)


def _the_same(kinds: Sequence[StrEnum | None]) -> StrEnum | None:
    return kinds[0] if len(set(kinds)) == 1 else None


@dataclass(frozen=True)
class Naming:
    """How a trade names its columns: the kind a heading (without case and accents) means, what tells two of the same
    kind apart once the whole row is known, and what a column holds whose heading is several, one under the other."""

    kind_of: Callable[[str], StrEnum | None]
    told_apart: Callable[[Sequence[Cell]], tuple[Cell, ...]] = _as_they_are
    piled: Callable[[Sequence[StrEnum | None]], StrEnum | None] = _the_same


@lru_cache(maxsize=2048)
def row_cells(row: Row, naming: Naming) -> tuple[Cell, ...]:
    """The headings in a row: whole phrases where they mean something, else the words in them that do."""
    found: list[Cell] = []
    for phrase in row.phrases:
        kind = naming.kind_of(phrase.folded)
        found += [Cell(kind, phrase)] if kind else _split(phrase.words, naming)
    return naming.told_apart(found)


def whole_phrases(row: Row, naming: Naming) -> tuple[Cell, ...]:
    """The phrases of a row as they stand: a heading over two rows may mean nothing in either (`Unit of` `Measure`)."""
    return tuple(Cell(naming.kind_of(phrase.folded), phrase) for phrase in row.phrases)


def _split(words: Sequence[Word], naming: Naming) -> list[Cell]:
    """Headings that stand as close as words do: the longest terms from the left."""
    found: list[Cell] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_TERM), start, -1):
            span = Span.of(words[start:end])
            kind = naming.kind_of(span.folded)
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


def stacked(decks: Sequence[tuple[Cell, ...]], naming: Naming) -> tuple[Cell, ...]:
    """Headings written over two or three rows: what stands under each other is one."""
    piles: list[list[Span]] = [[cell.span] for cell in decks[0]]
    for deck in decks[1:]:
        for cell in deck:
            homes = [pile for pile in piles if _over(pile, cell.span)]
            if len(homes) == 1:
                homes[0].append(cell.span)
            else:
                piles.append([cell.span])
    cells = [_pile_cell(pile, naming) for pile in piles]
    return naming.told_apart(sorted(cells, key=lambda cell: cell.span.x0))


def woven(rows: Sequence[Row], naming: Naming) -> tuple[Cell, ...]:
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
    return naming.told_apart(_joined_piles(piles, naming))


def _under(pile: Sequence[tuple[int, Word]], word: Word) -> bool:
    return any(
        overlap((other.x0, other.x1), (word.x0, word.x1)) > 0.3 * min(other.x1 - other.x0, word.x1 - word.x0)
        for _, other in pile
    )


def _joined_piles(piles: Sequence[list[tuple[int, Word]]], naming: Naming) -> list[Cell]:
    found: list[Cell] = []
    start = 0
    while start < len(piles):
        for end in range(min(len(piles), start + 4), start, -1):
            span = _pile_span([entry for pile in piles[start:end] for entry in pile])
            kind = naming.kind_of(span.folded)
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


def _pile_cell(pile: Sequence[Span], naming: Naming) -> Cell:
    span = Span(tuple(word for part in pile for word in part.words), " ".join(part.text for part in pile))
    kind = naming.kind_of(span.folded)
    if kind is None and len(pile) > 1:
        kind = naming.piled([naming.kind_of(part.folded) for part in pile])
    return Cell(kind, span)
