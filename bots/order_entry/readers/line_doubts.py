"""What makes the lines of an order unsure beyond their arithmetic: gaps, numbers that skip, figures nobody explains."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bots.domain.dates import fold
from bots.domain.orders import OrderLine
from bots.domain.paper import Ruling
from bots.domain.reading.figures import money_text
from bots.domain.reading.words import Row, Sheet
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.body import Body, Item
from bots.order_entry.readers.headings import Col

_NUMBERS = {"buyer_item", "sku"}  #: a line that gives a GTIN instead of one of these lacks nothing


def gaps(lines: Sequence[OrderLine]) -> list[str]:
    """What some lines have and others lack: it may have been missed there."""
    found = []
    for name, word in (
        ("uom", "unit"),
        ("buyer_item", "article number"),
        ("sku", "article number of ours"),
        ("description", "description"),
    ):
        having = [line for line in lines if getattr(line, name)]
        if len(having) * 2 >= len(lines):
            found += [
                f"line {line.position}: no {word} was read, other lines have one"
                for line in lines
                if not getattr(line, name) and not _is_charge(line) and not (name in _NUMBERS and line.gtin)
            ]
    return found


def _is_charge(line: OrderLine) -> bool:
    """Whether a line is freight or the like: it has no article."""
    return bool(line.description and vocabulary.start(vocabulary.CHARGES).match(fold(line.description)))


def numbering(lines: Sequence[OrderLine]) -> list[str]:
    """Line numbers that skip or repeat: a line may have been missed."""
    numbers = [line.position for line in lines]
    steps = [right - left for left, right in pairwise(numbers)]
    found = []
    if steps and min(steps) <= 0:
        found.append(f"the line numbers do not rise: {', '.join(map(str, numbers))}")
    elif steps:
        step = min(steps)
        found += [
            f"no line between {left} and {right}, although the others are numbered by {step}: one may have been missed"
            for left, right in pairwise(numbers)
            if right - left != step
        ]
        if numbers[0] not in {step, 1, 0}:
            found.append(f"the first line is number {numbers[0]}: lines before it may have been missed")
    elif numbers and numbers[0] not in {0, 1, 10, 100}:
        found.append(f"the only line is number {numbers[0]}: lines before it may have been missed")
    return found


def unexplained(body: Body) -> list[str]:
    found = []
    for item in body.items:
        if not item.priced and not item.cells.get(Col.POSITION):
            continue
        for row in item.rows:
            figure = _stray_figure(item, row)
            if figure:
                found.append(f"the figure {figure!r} on page {row.page} stands beside a line and belongs to no column")
    if body.last_open:
        found.append("the last line of the table has no figures: it may go on where nothing was found")
    return found


def struck_out(sheets: Sequence[Sheet], body: Body) -> list[str]:
    """Rows of items with a line drawn through their words: somebody crossed them out."""
    pages = {sheet.number: sheet.page for sheet in sheets}
    return [
        f"a line is drawn through {row.text[:60]!r} on page {row.page}: it may be crossed out"
        for item in body.items
        for row in item.rows
        if any(_through(line, row) for line in pages[row.page].across)
    ]


def _through(line: Ruling, row: Row) -> bool:
    third = (row.bottom - row.top) / 3
    reach = row.words[-1].x1 - row.words[0].x0
    covered = min(line.end, row.words[-1].x1) - max(line.start, row.words[0].x0)
    return row.top + third < line.at < row.bottom - third and covered > 0.6 * reach


def _stray_figure(item: Item, row: Row) -> str | None:
    """Money in a row of an item that is not its priced row: a second price, a rebate, a schedule."""
    if row is item.priced:
        return None
    held = set(map(id, row.words))
    for kind in (Col.AMOUNT, Col.PRICE, Col.QTY):
        for span in item.cells.get(kind, []):
            if any(id(word) in held for word in span.words) and money_text(span.text):
                return span.text
    return None
