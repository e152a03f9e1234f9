"""The cells of one row of a table: its words by kind of column, and which of them are figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product

from bots.domain.numbers import readings
from bots.domain.reading.figures import money_text
from bots.domain.reading.lanes import Column, in_columns, lane_of
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.arithmetic import HALF_A_CENT
from bots.order_entry.readers.body import Deck
from bots.order_entry.readers.figures import EACH, price_text, quantity_text
from bots.order_entry.readers.headings import Col, column_kind
from bots.order_entry.readers.table import TEXTS

_EACH = re.compile(EACH)
_GTIN = re.compile(r"\d{8}")


def cells_of(row: Row, part: Deck) -> dict[Col, Span]:
    """The row's words by kind of column, under the deck that fits it better."""
    labelled = _labelled_number(row)
    if labelled:
        return labelled
    lower = _by_kind(row, part.lower)
    if not part.upper:
        return lower
    upper = _by_kind(row, part.upper)
    if len(figures_of(lower) & {Col.QTY, Col.PRICE, Col.AMOUNT}) >= 2:
        return lower
    return upper


def _labelled_number(row: Row) -> dict[Col, Span]:
    """A row that says whose number follows, and nothing else: `Ihre Materialnr. │ 6205-2RSH/C3`."""
    if len(row.phrases) != 2:
        return {}
    label, number = row.phrases
    kind = column_kind(label.folded)
    told = kind in {Col.SKU, Col.BUYER_ITEM, Col.GTIN} and any(character.isdigit() for character in number.text)
    return {kind: number} if kind and told and not any(map(str.isdigit, label.text)) else {}


def _by_kind(row: Row, table: Sequence[Column]) -> dict[Col, Span]:
    found: dict[Col, Span] = {}
    cells = in_columns(row, table)
    for index, span in _run_on(row, table, cells) or cells.items():
        kind = Col(table[index].kind or Col.OTHER)
        if kind is not Col.OTHER and kind not in found:
            found[kind] = span
    unit = found.get(Col.UOM)
    if unit and Col.QTY not in found and quantity_text(unit.text):
        found[Col.QTY] = found.pop(Col.UOM)
    price = found.get(Col.PRICE)
    if price and unit and Col.UOM in found and _EACH.fullmatch(unit.text):
        del found[Col.UOM]  # `à 18,90`, cut before the figure
    if price and Col.UOM not in found and Col.QTY in found and not price_text(price.text):
        found |= _unit_before(price)
    return found


def _unit_before(cell: Span) -> dict[Col, Span]:
    """A unit that stands nearer to the price than to its quantity, where no heading parts them: `kg 1,60`."""
    unit, rest = Span.of(cell.words[:1]), Span.of(cell.words[1:]) if len(cell.words) > 1 else None
    if rest is None or not unit.text.strip(".").isalpha() or len(unit.text) > 8 or not price_text(rest.text):
        return {}
    return {Col.UOM: unit, Col.PRICE: rest}


def _run_on(row: Row, table: Sequence[Column], cells: Mapping[int, Span]) -> list[tuple[int, Span]]:
    """A row that is one phrase of words and reaches below the figures, whole in the column it begins in.

    Only where prices are printed: without them `Valve DN50 12 pcs` may be all that a line says.
    """
    kinds = {table[index].kind for index in cells}
    first = min(cells, default=None)
    if len(row.phrases) != 1 or first is None or table[first].kind not in TEXTS:
        return []
    if any(table[index].kind is Col.GTIN and not _GTIN.search(cells[index].text) for index in cells):
        begun = lane_of(row.words[0].x0 + 1, table)  # a description that runs on below the bar codes
        return [(begun, row.phrases[0])] if begun is not None and table[begun].kind is not Col.GTIN else []
    if not {Col.DESCRIPTION, Col.ITEM} & {column.kind for column in table}:
        return [(first, row.phrases[0])]  # no column is the description's: it runs on below the number
    beyond = [index for index in cells if table[index].kind not in {*TEXTS, Col.QTY, Col.UOM}]
    reaches = bool(kinds - TEXTS) and not any(c.isdigit() for index in beyond for c in cells[index].text)
    priced = any(column.kind in {Col.PRICE, Col.AMOUNT} for column in table)
    return [(first, row.phrases[0])] if reaches and priced else []


def figures_of(found: dict[Col, Span]) -> set[Col]:
    """The columns whose cell in this row holds a figure of the right form."""
    held = set()
    if Col.QTY in found and quantity_text(found[Col.QTY].text):
        held.add(Col.QTY)
    if Col.PRICE in found and price_text(found[Col.PRICE].text):
        held.add(Col.PRICE)
    held |= {kind for kind in (Col.AMOUNT, Col.GROSS) if kind in found and money_text(found[kind].text)}
    return held


def multiplies(found: dict[Col, Span]) -> bool:
    """Whether a row's quantity times its price is its amount, in some reading of its figures."""
    quantity, price = quantity_text(found[Col.QTY].text), price_text(found[Col.PRICE].text)
    amount = money_text(found[Col.AMOUNT].text)
    if not (quantity and price and amount):
        return False
    per = price.per or 1
    choices = product(readings(quantity.number), readings(price.number), readings(amount))
    return any(abs(many * each / per - value) <= HALF_A_CENT for many, each, value in choices)
