"""The cells of one row of a table: its words by kind of column, and which of them are figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from bots.domain.numbers import readings
from bots.domain.reading.figures import money_text
from bots.domain.reading.lanes import Column, in_columns
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.arithmetic import HALF_A_CENT
from bots.order_entry.readers.body import Deck
from bots.order_entry.readers.figures import price_text, quantity_text
from bots.order_entry.readers.headings import Col


def cells_of(row: Row, part: Deck) -> dict[Col, Span]:
    """The row's words by kind of column, under the deck that fits it better."""
    lower = _by_kind(row, part.lower)
    if not part.upper:
        return lower
    upper = _by_kind(row, part.upper)
    if len(figures_of(lower) & {Col.QTY, Col.PRICE, Col.AMOUNT}) >= 2:
        return lower
    return upper


def _by_kind(row: Row, table: Sequence[Column]) -> dict[Col, Span]:
    found: dict[Col, Span] = {}
    for index, span in in_columns(row, table).items():
        kind = Col(table[index].kind or Col.OTHER)
        if kind is not Col.OTHER and kind not in found:
            found[kind] = span
    unit = found.get(Col.UOM)
    if unit and Col.QTY not in found and quantity_text(unit.text):
        found[Col.QTY] = found.pop(Col.UOM)
    return found


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
