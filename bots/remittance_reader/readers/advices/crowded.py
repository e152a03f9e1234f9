"""Headings printed so close that they were taken for one: the two figures below on every row tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bots.domain.paper import Ruling
from bots.domain.reading.decks import Cell
from bots.domain.reading.lanes import Column, columns, in_columns
from bots.domain.reading.words import Row, Span
from bots.remittance_reader.readers.advices.headings import Col, column_kind

_FIGURE = re.compile(r"\d[.,]\d{2}(?!\d)")
_FIGURES = frozenset({Col.GROSS, Col.NET, Col.AMOUNT, Col.DISCOUNT, Col.DEDUCTION, Col.DEBIT, Col.CREDIT})


def uncrowded(
    cells: Sequence[Cell], rows: Sequence[Row], down: Sequence[Ruling], texts: frozenset[Col | None]
) -> tuple[Column, ...]:
    """The columns under some headings, a heading over two figures taken apart where its words allow it."""
    table = columns(cells, rows, down, texts)
    for column in table:
        if column.kind in _FIGURES and len(column.heading.words) > 1 and _holds_two(column, table, rows):
            for pair in _pairs(column.heading):
                others = [cell for cell in cells if cell.span is not column.heading]
                return uncrowded([*others, *pair], rows, down, texts)
    return table


def _holds_two(column: Column, table: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Whether most rows with a figure under this heading have two."""
    index = table.index(column)
    held = [len(_FIGURE.findall(span.text)) for row in rows if (span := in_columns(row, table).get(index))]
    return sum(count == 2 for count in held) > 0.5 * sum(count > 0 for count in held)


def _pairs(heading: Span) -> Iterator[tuple[Cell, Cell]]:
    """The ways to cut a heading into two that name different columns of figures."""
    for cut in range(1, len(heading.words)):
        left, right = Span.of(heading.words[:cut]), Span.of(heading.words[cut:])
        kinds = column_kind(left.folded), column_kind(right.folded)
        if kinds[0] in _FIGURES and kinds[1] in _FIGURES and kinds[0] != kinds[1]:
            yield Cell(kinds[0], left), Cell(kinds[1], right)
