"""What the columns of a table turn out to be, by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from bots.domain.reading.figures import money_text
from bots.order_entry.readers.body import Item
from bots.order_entry.readers.figures import quantity_text
from bots.order_entry.readers.headings import Col
from bots.order_entry.readers.numbering import is_position, position_of, rising
from bots.order_entry.readers.references import is_code


def meanings(items: Sequence[Item]) -> dict[Col, Col]:
    """What the columns turn out to be by what stands in them, where a heading can mean several things."""
    found: dict[Col, Col] = {}
    texts = {kind: [span.text for item in items if (span := item.first(kind))] for kind in Col}
    numbered = bool(texts[Col.POSITION]) and all(map(is_position, texts[Col.POSITION]))
    if texts[Col.POSITION] and (not numbered or not rising(texts[Col.POSITION])):
        found[Col.POSITION] = Col.CODE if texts[Col.DESCRIPTION] or texts[Col.ITEM] else Col.DESCRIPTION
    if texts[Col.ITEM]:
        found[Col.ITEM] = _item_meaning(texts, numbered)
    if texts[Col.UOM] and not texts[Col.PRICE] and all(money_text(text) for text in texts[Col.UOM]):
        found[Col.UOM] = Col.PRICE
    if texts[Col.PER] and not texts[Col.PRICE] and not any(map(_is_count, texts[Col.PER])):
        found[Col.PER] = Col.PRICE
    if texts[Col.PER] and texts[Col.PRICE] and not texts[Col.UOM] and all(map(str.isalpha, texts[Col.PER])):
        found[Col.PER] = Col.UOM
    code = Col.SKU if texts[Col.BUYER_ITEM] and not texts[Col.SKU] else Col.BUYER_ITEM
    found = {kind: code if meaning is Col.CODE else meaning for kind, meaning in found.items()}
    if texts[Col.CODE]:
        counted = not texts[Col.POSITION] and all(map(is_position, texts[Col.CODE])) and texts[Col.DESCRIPTION]
        first = counted and len(texts[Col.CODE]) > 1 and position_of(texts[Col.CODE][0]) == 1
        found[Col.CODE] = Col.POSITION if first and rising(texts[Col.CODE]) else code  # `Part.` for `partida`
    return found


def _is_count(text: str) -> bool:
    """Whether a text can say how many a price is for: `100`, `1000 St`."""
    taken = quantity_text(text.strip(" /"))
    return taken is not None and taken.number.isdigit()


def _item_meaning(texts: dict[Col, list[str]], numbered: bool) -> Col:
    values = texts[Col.ITEM]
    if not numbered and all(map(is_position, values)) and rising(values):
        return Col.POSITION
    if texts[Col.DESCRIPTION] or sum(map(is_code, values)) > len(values) / 2:
        return Col.CODE
    return Col.DESCRIPTION
