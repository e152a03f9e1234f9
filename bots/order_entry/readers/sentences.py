"""Lines written as sentences, in a letter or a mail: `- 30 hinges (ref. CHI-110) at 4.10 EUR, that is 123.00 EUR`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.domain.reading.currency import BESIDE, SIGNS
from bots.domain.reading.figures import numbers_in
from bots.domain.reading.words import Row, Sheet, Span
from bots.order_entry.readers.body import Body, Item
from bots.order_entry.readers.headings import Col
from bots.order_entry.readers.references import is_code

_NUMBER = r"\d[\d.,']*(?: \d{3})*(?:[.,]\d+)?"
_UNIT = (
    r"(?:x|×|pcs?|pieces?|pce|units?|unites?|unidades|uds?|stk|stuck|stueck|st|ea|each|boxes|box|cartons?|ctn|crt|bte|boites?|"
    r"m|mtr|kg|l|pairs?|paires?|paar|packs?|sets?|rolls?|rouleaux?)"
)
_SIGN = rf"(?:{SIGNS}|{BESIDE.lower()})"
_MONEY = rf"{_SIGN}?\s?{_NUMBER}\s?{_SIGN}?"
_LINE = re.compile(
    rf"^(?P<mark>\s*[-*•–]\s*)?(?P<qty>{_NUMBER})\s*(?:(?P<unit>{_UNIT})\b\.?)?\s*(?:x|×|of|de|d'|von)?\s*"
    r"(?P<what>[^\W\d_].*?|\w*\d\w*[-/].*?)"
    rf"(?P<told>\s*,?\s(?:a|at|@|zu|je|for|fur|per)\s*(?P<price>{_MONEY})"
    rf"(?:\s*(?:ht|net|netto|each|/\s?\w+|le \w+|pro \w+))*(?:\s+(?P<makes>{_MONEY}))?)?"
    rf"(?:\s*,?\s*(?:soit|=|that is|total|gesamt)\s*:?\s*(?P<amount>{_MONEY}))?\s*(?:ht)?[.;,]?$"
)
_CODE_IN = re.compile(r"\(?(?:ref\.?|art\.?|item|code|part|artikel|nr\.?)\s*:?\s*(?P<code>[\w./-]*\d[\w./-]*)\)?")


_CELLS = {"qty": Col.QTY, "unit": Col.UOM, "price": Col.PRICE, "amount": Col.AMOUNT, "makes": Col.AMOUNT}


def sentence_body(sheets: Sequence[Sheet]) -> Body:
    """The rows that say how many of what, and mostly at which price."""
    body = Body()
    for sheet in sheets:
        for row in sheet.rows:
            item = _item(row)
            if item:
                body.items.append(item)
                body.used.add(id(row))
    return body


def _item(row: Row) -> Item | None:
    found = _LINE.match(row.span.folded)
    if not found or not (found["mark"] or found["unit"] or found["price"]) or not (found["unit"] or found["price"]):
        return None
    item = Item(rows=[row], priced=row)
    for name, kind in _CELLS.items():
        span = row.span.part(found.start(name), found.end(name)) if found[name] else None
        if span and (kind is not Col.UOM or span.text not in "x×") and (kind is Col.UOM or numbers_in(span.text)):
            item.take({kind: span})
    _name(item, row.span, found.start("what"), found.end("what"))
    return item


def _name(item: Item, line: Span, start: int, end: int) -> None:
    """What is wanted: an article number told in brackets or standing first, and the words."""
    code = _CODE_IN.search(line.folded, start, end)
    first = line.text[start:end].split(" ", 1)[0]
    if code:
        item.take(_cell(Col.CODE, line.part(code.start("code"), code.end("code"))))
        item.take(_cell(Col.DESCRIPTION, line.part(start, code.start())))
    elif is_code(first):
        item.take(_cell(Col.CODE, line.part(start, start + len(first))))
        item.take(_cell(Col.DESCRIPTION, line.part(start + len(first), end)))
    else:
        item.take(_cell(Col.DESCRIPTION, line.part(start, end)))


def _cell(kind: Col, span: Span | None) -> dict[Col, Span]:
    return {kind: span} if span else {}
