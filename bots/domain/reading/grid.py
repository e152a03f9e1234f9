"""Tables whose cells are known (a sheet, a CSV file, a table in a mail) laid out as a page: one reader reads all.

Each column gets its place and a line beside it; a row of one cell is a line of text that runs across. The page has
number 0: its places are not places on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bots.domain.paper import Page, Ruling, Word

_WIDE, _HIGH = 6.0, 12.0  #: points a character and a line would take
_BETWEEN = 4  #: characters between two columns

Cells = Sequence[str]


@dataclass(frozen=True)
class _Block:
    """Rows of a table that stand under each other, from row `first`, and where each column begins (in characters)."""

    first: int
    rows: Sequence[Cells]
    starts: tuple[int, ...]

    @property
    def rulings(self) -> Iterator[Ruling]:
        top, bottom = (self.first - 0.1) * _HIGH, (self.first + len(self.rows)) * _HIGH
        for start in self.starts[1:]:
            yield Ruling((start - _BETWEEN / 2) * _WIDE, top, bottom)


def page_of(rows: Sequence[Cells]) -> Page:
    """Rows of cells as a page. A row of one cell is text; an empty row is a blank line."""
    words: list[Word] = []
    down: list[Ruling] = []
    for block in _blocks(rows):
        down += block.rulings
        for offset, row in enumerate(block.rows):
            words += _words(row, block.first + offset, block.starts)
    width = max((word.x1 for word in words), default=0.0) + 60.0
    height = max(len(rows) * _HIGH + _HIGH, 800.0)
    return Page(0, width, height, tuple(words), down=tuple(down))


def _blocks(rows: Sequence[Cells]) -> Iterator[_Block]:
    """Runs of rows with cells, and each row of text between them."""
    first = 0
    while first < len(rows):
        end = first + 1
        if len(rows[first]) > 1:
            while end < len(rows) and len(rows[end]) > 1:
                end += 1
        run = rows[first:end]
        yield _Block(first, run, _starts(run))
        first = end


def _starts(rows: Sequence[Cells]) -> tuple[int, ...]:
    count = max((len(row) for row in rows), default=0)
    starts = [0]
    for column in range(count - 1):
        starts.append(starts[-1] + max(len(row[column]) if column < len(row) else 0 for row in rows) + _BETWEEN)
    return tuple(starts)


def _words(row: Cells, line: int, starts: Sequence[int]) -> Iterator[Word]:
    top = line * _HIGH
    for start, cell in zip(starts, row, strict=False):
        for found in re.finditer(r"\S+", cell):
            x0, x1 = (start + found.start()) * _WIDE, (start + found.end()) * _WIDE
            yield Word(found.group(), x0, top, x1, top + 10.0, 0)
