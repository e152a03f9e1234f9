"""Lines without a heading: any row with three figures q, p and a where q × p = a."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from bots.domain.orders import OrderLine
from bots.domain.reading.figures import Figures, figures, money_text
from bots.domain.reading.words import Row, Sheet, Span
from bots.order_entry.readers.arithmetic import HALF_A_CENT
from bots.order_entry.readers.body import Body
from bots.order_entry.readers.figures import quantity_text
from bots.order_entry.readers.line_draft import LineDraft
from bots.order_entry.readers.references import is_code


def loose_items(sheets: Sequence[Sheet]) -> tuple[Body, Figures, list[LineDraft]]:
    """Every row of the document that closes, as a line; the rest is left for the totals."""
    rows = [row for sheet in sheets for row in sheet.rows]
    settled = figures(text for row in rows for phrase in row.phrases if (text := money_text(phrase.text)))
    body = Body()
    drafts: list[LineDraft] = []
    for row in rows:
        draft = _line(row, settled, len(drafts) + 1)
        if draft:
            drafts.append(draft)
            body.used.add(id(row))
        else:
            body.summary.append(row)
    return body, settled, drafts


def _line(row: Row, settled: Figures, place: int) -> LineDraft | None:
    found = [(phrase, number) for phrase in row.phrases if (number := _figure(phrase, settled))]
    texts = [
        phrase for phrase in row.phrases if sum(c.isalpha() for c in phrase.text) > 2 and not _figure(phrase, settled)
    ]
    if len(found) < 3 or not texts:
        return None
    for quantity, price, amount in permutations(found, 3):
        if quantity[0].x0 > price[0].x0 or amount[0].x0 < price[0].x0:
            continue
        if _fits(quantity[1], price[1], amount[1]):
            return _draft(place, texts, quantity, price, amount)
    return None


def _fits(quantity: Decimal, price: Decimal, amount: Decimal) -> bool:
    small = quantity == 1 or price == 1 or amount == 0
    return not small and abs(quantity * price - amount) <= HALF_A_CENT


def _figure(phrase: Span, settled: Figures) -> Decimal | None:
    number = money_text(phrase.text)
    if number is None:
        taken = quantity_text(phrase.text)
        number = taken.number if taken and not taken.rest else None
    return settled.read(number) if number else None


def _draft(
    place: int,
    texts: Sequence[Span],
    quantity: tuple[Span, Decimal],
    price: tuple[Span, Decimal],
    amount: tuple[Span, Decimal],
) -> LineDraft:
    code = next((text for text in texts if is_code(text.text)), None)
    words = [text for text in texts if text is not code]
    taken = quantity_text(quantity[0].text)
    line = OrderLine(
        place, buyer_item=code.text if code else None, description=" ".join(text.text for text in words) or None,
        qty=quantity[1], uom=taken.unit if taken else None, unit_price=price[1], amount=amount[1],
    )  # fmt: skip
    draft = LineDraft(line)
    for name, span in (("qty", quantity[0]), ("unit_price", price[0]), ("amount", amount[0])):
        draft.evidence[name] = span.evidence("row that closes", 0.5)
    if code:
        draft.evidence["buyer_item"] = code.evidence("row that closes", 0.4)
    if words:
        draft.evidence["description"] = words[0].evidence("row that closes", 0.4)
    return draft
