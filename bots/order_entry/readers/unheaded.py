"""Columns whose heading is missing or says too little: their cells say themselves what they hold.

`Need by` over a day in every line heads a column of dates; `Item` over 10, 20, 30 heads the line numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bots.domain.dates import read_date
from bots.domain.reading.decks import Cell
from bots.domain.reading.lanes import Column, figure_words, in_columns
from bots.domain.reading.words import Row, Span, overlap
from bots.order_entry.readers.headings import Col, column_kind
from bots.order_entry.readers.numbering import is_position, rising


def with_unheaded(cells: Sequence[Cell], sample: Sequence[Row]) -> list[Cell]:
    """The headings, and one more for each such column between two of them."""
    ordered = sorted(cells, key=lambda cell: cell.span.x0)
    figured = [row for row in sample if figure_words(row) >= 2]
    between = [_between(left.span, right.span, figured) for left, right in pairwise(ordered)]
    return [*ordered, *(cell for cell in map(_cell, between) if cell)]


def _between(left: Span, right: Span, rows: Sequence[Row]) -> list[Span]:
    """What stands between two headings in every row, both columns being filled beside it; nothing if a row lacks it."""
    found = [inside for row in rows if (inside := _inside(left, right, row))]
    return found if len(found) == len(rows) else []


def _inside(left: Span, right: Span, row: Row) -> Span | None:
    for before, phrase, after in zip(row.phrases, row.phrases[1:], row.phrases[2:], strict=False):
        free = left.x1 < phrase.x0 and phrase.x1 < right.x0
        if free and _under(before, left) and _under(after, right):
            return phrase
    return None


def _under(phrase: Span, heading: Span) -> bool:
    return overlap((phrase.x0, phrase.x1), (heading.x0, heading.x1)) > 0


def _cell(spans: Sequence[Span]) -> Cell | None:
    """The column as a heading, if its words name a kind of column or are days."""
    texts = {span.folded for span in spans}
    if not texts:
        return None
    kind = column_kind(next(iter(texts))) if len(texts) == 1 else None
    if kind is None and all(read_date(span.text) for span in spans):
        kind = Col.DATE
    return Cell(kind, spans[0]) if kind is Col.DATE else None


def numbered(table: Sequence[Column], sample: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with `Item` as the line numbers, where it stands first and its cells are numbers that rise."""
    first = table[0] if table else None
    if first is None or first.kind is not Col.ITEM or len(table) < 4:
        return tuple(table)
    cells = [found[0].text for row in sample if 0 in (found := in_columns(row, table))]
    if not cells or not all(map(is_position, cells)) or not rising(cells):
        return tuple(table)
    return (replace(first, kind=Col.POSITION), *table[1:])
