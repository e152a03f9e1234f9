"""Rows that belong to the page and not to the order: letterheads and footers, the same on page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from bots.domain.reading.words import Row, Sheet


def repeated_rows(sheets: Sequence[Sheet]) -> tuple[frozenset[int], frozenset[int]]:
    """`id` of the rows of letterheads and of footers: the same on most pages, with nothing else up to the edge."""
    places = Counter(_place(row) for sheet in sheets for row in sheet.rows)
    often = max(2, round(0.6 * len(sheets)))

    def same(row: Row) -> bool:
        return places[_place(row)] >= often

    heads = {id(row) for sheet in sheets for row in takewhile(same, sheet.rows)}
    feet = {id(row) for sheet in sheets for row in _foot(sheet, list(takewhile(same, sheet.rows[::-1])))}
    return frozenset(heads), frozenset(feet) | _moved_up(sheets)


def _moved_up(sheets: Sequence[Sheet]) -> frozenset[int]:
    """`id` of the rows that end every page but the last, where the table is shorter and its foot follows it up."""
    ends = {sheet.rows[-1].span.folded for sheet in sheets[:-1] if sheet.rows}
    rows = [row for sheet in sheets for row in sheet.rows if row.span.folded in ends]
    once = len(ends) == 1 and [row.page for row in rows] == [sheet.number for sheet in sheets]
    return frozenset(map(id, rows)) if once and len(rows[0].words) > 5 else frozenset()


def _foot(sheet: Sheet, rows: list[Row]) -> list[Row]:
    """Of the repeated last rows (from below) those that a gap parts from what stands above: the rest may be goods."""
    while rows:
        place = len(sheet.rows) - len(rows)
        above = sheet.rows[place - 1] if place else None
        if rows[-1].top > 0.8 * sheet.page.height and (
            above is None or rows[-1].top - above.bottom > 1.2 * _high(above)
        ):
            return rows
        rows = rows[:-1]
    return rows


def _high(row: Row) -> float:
    return row.bottom - row.top


def _place(row: Row) -> tuple[str, int]:
    return re.sub(r"(?<![\w-])\d+(?![\w-])", "0", row.span.folded), round(row.top / 6)
