"""The lanes below the headings of a table, and the words of a row sorted into them.

Ruling lines help where there are any; most orders have none, so the borders of the columns are the white lanes
between the figures below the headings.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median

from bots.domain.numbers import looks_numeric
from bots.domain.paper import Ruling, Word
from bots.domain.reading.decks import Cell
from bots.domain.reading.words import Row, Span

_WORD_GAP = 3.2  #: points; words of one cell stand no further apart than this
_GROUP = re.compile(r"-?\d{1,3}(?: ?\d{3})*")
_NEXT_GROUP = re.compile(r"\d{3}(?!\d)")


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the lane from `left` to `right` its words stand in."""

    kind: StrEnum | None
    heading: Span
    left: float
    right: float


def columns(
    cells: Sequence[Cell], rows: Sequence[Row], down: Sequence[Ruling], texts: Container[StrEnum | None]
) -> tuple[Column, ...]:
    """The columns under some headings: each lane ends where the figures below leave the widest white gap.

    `texts`: the kinds of columns that hold words, so that rows without figures tell their borders too.
    """
    ordered = sorted(cells, key=lambda cell: (cell.span.x0 + cell.span.x1) / 2)
    sample = _sample(rows)
    figured = [row for row in sample if figure_words(row) >= 2]
    borders = [
        _border(left.span, right.span, sample if left.kind in texts or right.kind in texts else figured, down)
        for left, right in pairwise(ordered)
    ]
    lanes = zip([-1e6, *borders], [*borders, 1e6], strict=True)
    return tuple(Column(cell.kind, cell.span, left, right) for cell, (left, right) in zip(ordered, lanes, strict=True))


def _sample(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows from the first to a little after the last with figures: what stands in the columns."""
    figured = [index for index, row in enumerate(rows) if figure_words(row) >= 2]
    return rows[: figured[-1] + 2] if figured else rows


def figure_words(row: Row) -> int:
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
    wide = max(_WORD_GAP, 1.2 * _space(sample))
    gap = _best_gap(low, high, extents, (left, right), 1 if len(sample) < 3 else 2, wide)
    return gap if gap is not None else (left.x1 + right.x0) / 2


def _space(sample: Sequence[Row]) -> float:
    """How wide the space between two words of a phrase is here: far wider in typewriter letters than in others."""
    gaps = [
        right.x0 - left.x1 for row in sample for phrase in row.phrases for left, right in pairwise(phrase.words)
    ]  # fmt: skip
    return median(gaps) if gaps else 0.0


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
    low: float,
    high: float,
    extents: Sequence[tuple[float, float]],
    headings: tuple[Span, Span],
    enough: int,
    wide: float,
) -> float | None:
    """The middle of the white stretch between two headings that the fewest words cross.

    Among equals, one that leaves the left heading some words, then one wider than `wide` where the words below line
    up with an edge of a heading, unless another is four times as wide (`15 000 bouchons` is one cell), else the widest.
    """
    edges = headings[0].x1, headings[1].x0
    between = [x1 for _, x1 in extents if headings[0].x0 < x1 <= headings[1].x0]  # words under no other heading
    first = min(between, default=low)
    inside = [extent for extent in extents if extent[1] > low and extent[0] < high]
    cuts = sorted({low, high, *(edge for extent in inside for edge in extent if low < edge < high)})
    begun, ended = sorted(x0 for x0, _ in inside), sorted(x1 for _, x1 in inside)
    best: tuple[int, bool, bool, float, float] | None = None
    gaps = [(end - start, _crossing(begun, ended, (start + end) / 2)) for start, end in pairwise(cuts)]
    widest = max((width for width, crossed in gaps if not crossed), default=0.0)
    for start, end in pairwise(cuts):
        middle = (start + end) / 2
        crossed = _crossing(begun, ended, middle)
        ends = sum(abs(x1 - edges[0]) < 1.5 for _, x1 in inside) if abs(start - edges[0]) < 1.5 else 0
        begins = sum(abs(x0 - edges[1]) < 1.5 for x0, _ in inside) if abs(end - edges[1]) < 1.5 else 0
        lined_up = max(ends, begins) >= enough and end - start > max(wide, widest / 4)
        entry = (crossed, middle < first, not lined_up, -(end - start), middle)
        if best is None or entry < best:
            best = entry
    return best[4] if best and inside else None


def _crossing(begun: Sequence[float], ended: Sequence[float], middle: float) -> int:
    """How many stretches lie across a place, from where they begin and where they end, each in order."""
    return bisect_left(begun, middle) - bisect_right(ended, middle)


def in_columns(row: Row, table: Sequence[Column]) -> dict[int, Span]:
    """The row's words by the column they stand in; a row of text alone keeps its phrases whole."""
    found: dict[int, list[Word]] = {}
    whole = figure_words(row) == 0 or _is_labelled(row)
    for phrase in row.phrases:
        first = phrase.words[0]
        home = lane_of((first.x0 + first.x1) / 2, table) if whole else None
        for word in phrase.words:
            index = home if whole else lane_of((word.x0 + word.x1) / 2, table)
            if index is not None:
                found.setdefault(index, []).append(word)
    return {index: Span.of(words) for index, words in found.items()}


def _is_labelled(row: Row) -> bool:
    """Whether a row is one label with its value (`Planned receipt date: 10 Jul 2026`), whatever columns it crosses."""
    label, colon, value = row.text.partition(": ")
    return len(row.phrases) == 1 and bool(colon and value) and not any(character.isdigit() for character in label)


def lane_of(middle: float, table: Sequence[Column]) -> int | None:
    """The column whose lane a place across the page lies in."""
    return next((i for i, column in enumerate(table) if column.left <= middle < column.right), None)
