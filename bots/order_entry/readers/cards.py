"""Lines without a table: each a block of labels with their values (`Item: …`, `Quantity: …`, `Unit price: …`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bots.domain.reading.figures import money_text
from bots.domain.reading.words import Row, Sheet, Span
from bots.order_entry.readers.body import NAMES, Body, Item
from bots.order_entry.readers.headings import Col, column_kind

_HEAD = re.compile(
    r"^(?:line|item|pos(?:ition)?|ligne|poste|linea|posicion|artikel)\.?\s*(?:no\.?|n°|nr\.?|#)?\s*(?P<number>\d{1,4})\W*$"
)
_TITLE = re.compile(
    r"^(?:line|item|pos(?:ition)?|ligne|poste|linea|posicion)\.?\s*(?:no\.?|n°|nr\.?|#)?\s*(?P<number>\d{1,4})\s*[:.–-]\s*(?P<what>[^\W\d].*)$"
)
_TOLD = NAMES | {Col.GTIN, Col.QTY, Col.UOM, Col.PRICE, Col.PER, Col.DISCOUNT, Col.AMOUNT, Col.DATE}


def card_body(sheets: Sequence[Sheet]) -> Body:
    """The blocks that hold at least an article, a quantity and a price or an amount."""
    body = Body()
    for item in _blocks([row for sheet in sheets for row in sheet.rows]):
        if item.first(Col.QTY) and (item.first(Col.PRICE) or item.first(Col.AMOUNT)) and NAMES & item.cells.keys():
            body.used |= {id(row) for row in item.rows}
            item.rows = item.rows[:1]
            item.priced = item.rows[0]
            body.items.append(item)
    return body


def _blocks(rows: Sequence[Row]) -> Iterator[Item]:
    item = Item()
    for row in rows:
        number = _number(row)
        cells = {Col.POSITION: number} if number else _titled(row) or dict(_pairs(row))
        if Col.POSITION in cells or item.cells.keys() & cells.keys():
            yield item
            item = Item()
        if cells:
            item.take(cells)
            item.rows.append(row)
    yield item


def _titled(row: Row) -> dict[Col, Span]:
    """A card's title with its number, what is wanted and perhaps the amount: `Line 1: Desk frame … $2,280.00`."""
    first = row.phrases[0]
    found = _TITLE.match(first.folded)
    number = first.part(found.start("number"), found.end("number")) if found else None
    what = first.part(found.start("what")) if found else None
    if not number or not what:
        return {}
    amount = next((phrase for phrase in row.phrases[1:] if money_text(phrase.text)), None)
    return {Col.POSITION: number, Col.DESCRIPTION: what} | ({Col.AMOUNT: amount} if amount else {})


def _number(row: Row) -> Span | None:
    found = _HEAD.match(row.span.folded)
    return row.span.part(found.start("number"), found.end("number")) if found else None


def _pairs(row: Row) -> Iterator[tuple[Col, Span]]:
    """The labels of a row that name a column of a table, each with what follows its colon."""
    for place, phrase in enumerate(row.phrases):
        label, colon, _ = phrase.folded.partition(":")
        kind = column_kind(label) if colon else None
        if kind not in _TOLD:
            continue
        following = row.phrases[place + 1] if place + 1 < len(row.phrases) else None
        value = phrase.part(len(label) + 1) or following
        if kind and value:
            yield kind, value
