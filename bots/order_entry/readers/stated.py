"""Sums as they are printed: a label, and its amount beside it, below it or level with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bots.domain.reading.currency import BESIDE, SIGNS
from bots.domain.reading.figures import Figures, money_text, numbers_in
from bots.domain.reading.words import Row, Span, overlap
from bots.order_entry.readers import vocabulary


class Sum(StrEnum):
    """What a labelled amount sums."""

    CARRIED = "carried"
    SUBTOTAL = "subtotal"
    NET = "net"
    TAX = "tax"
    GROSS = "gross"
    TOTAL = "total"
    CHARGES = "charges"
    DISCOUNT = "discount"


_PATTERNS = {
    Sum.CARRIED: vocabulary.CARRIED,
    Sum.GROSS: vocabulary.GROSS,
    Sum.NET: vocabulary.NET,
    Sum.TAX: vocabulary.TAX,
    Sum.SUBTOTAL: vocabulary.SUBTOTAL,
    Sum.CHARGES: vocabulary.CHARGES,
    Sum.DISCOUNT: vocabulary.DISCOUNT,
    Sum.TOTAL: vocabulary.TOTAL,
}
_NOT_MONEY = vocabulary.start(
    r"(?:total|gesamt|summe|number|nombre)\s*(?:no\.? of|number of|quantity|qty|pieces|units|items|weight|"
    r"gross weight|net weight|volume|pages|lines|colis|poids|gewicht|menge|stuck|peso|cantidad|packages|pallets)|"
    r"(?:%|taux|satz|rate)\s*(?:de\s)?(?:vat|tva|mwst|ust|iva|btw|tax)|"
    r"(?:vat|tva|mwst|ust|iva|btw|tax)[ .-]*(?:%|rate|satz)\W*$"
)
_TOTALLED = re.compile(r"(?:grand|order|p\.?o\.?|purchase order) total:?$")
_REMARK = re.compile(r"\([^)]*\)|\s[–—-]\s.*$")  #: `TOTAL – TAX EXEMPT, CERTIFICATE ON FILE`
_RATE = re.compile(r"(?:@|at|a|de|zu)?\s*\d[\d.,]*\s?%")
_CURRENCY = re.compile(rf"(?:\(?\b(?:{BESIDE.lower()})\b\)?|{SIGNS}) ?")


@dataclass(frozen=True)
class Stated:
    """An amount with the label it is printed under."""

    kind: Sum
    value: Decimal
    span: Span
    label: str


def stated_in(rows: Sequence[Row], index: int, figures: Figures) -> list[Stated]:
    """The sums whose labels stand in a row, each with its amount beside it, below it or level with it."""
    row = rows[index]
    found = []
    for place, phrase in enumerate(row.phrases):
        match = _kind(phrase) or _at_the_end(phrase)
        if not match:
            continue
        kind, end = match
        value = (
            _beside(row, place, end, figures)
            or _under(rows, index, phrase, figures)
            or _level(rows, index, phrase, figures)
        )
        if value:
            found.append(Stated(kind, value[0], value[1], phrase.text[:end].strip()))
    return found


def _kind(phrase: Span) -> tuple[Sum, int] | None:
    """What sum a phrase is the label of: the pattern that covers most of it."""
    if _NOT_MONEY.match(phrase.folded):
        return None
    code = _CURRENCY.search(phrase.folded)
    text = phrase.folded[: code.start()] + phrase.folded[code.end() :] if code else phrase.folded
    best: tuple[Sum, int] | None = None
    for kind, pattern in _PATTERNS.items():
        found = vocabulary.start(pattern).match(text)
        if found and found.end() > (best[1] if best else 0):
            best = (kind, found.end())
    if best and code and best[1] > code.start():
        best = (best[0], best[1] + code.end() - code.start())
    if best and _letters(_REMARK.sub("", phrase.folded[best[1] :])) > 24:
        return _behind_a_slash(phrase)
    return best


def _behind_a_slash(phrase: Span) -> tuple[Sum, int] | None:
    """The last of two labels in one: `Total cases / total order value excl. VAT`."""
    place = phrase.text.rfind(" / ")
    last = phrase.part(place + 3) if place > 0 else None
    found = _kind(last) if last else None
    return (found[0], place + 3 + found[1]) if found else None


def is_label_of_a_sum(phrase: Span) -> bool:
    """Whether a phrase is the label of a sum, or of a rate beside sums, with its rate and currency and nothing else."""
    found = _kind(phrase)
    rest = _RATE.sub("", _CURRENCY.sub("", phrase.folded[found[1] :])) if found else ""
    return not any(map(str.isalnum, rest)) if found else bool(_NOT_MONEY.match(phrase.folded))


def _at_the_end(phrase: Span) -> tuple[Sum, int] | None:
    """A total that ends a note set close before it: `… certificate on request. P.O. TOTAL`."""
    for count in (3, 2):
        last = Span.of(phrase.words[-count:])
        if len(phrase.words) > count + 3 and _TOTALLED.match(last.folded):
            return Sum.TOTAL, len(phrase.text)
    return None


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _beside(row: Row, place: int, end: int, figures: Figures) -> tuple[Decimal, Span] | None:
    """The last amount to the right of a label, before the next label."""
    found: tuple[Decimal, Span] | None = None
    rest = row.phrases[place].part(end)
    if rest:
        number = _amount_at_end(rest)
        value = figures.read(number.text) if number else None
        if number and value is not None:
            found = (value, number)
    for phrase in row.phrases[place + 1 :]:
        if _kind(phrase):
            break
        text = money_text(phrase.text.rstrip("*"))
        if found and not text:
            break  # what follows an amount and is none is a note beside the totals
        number = phrase if text else _amount_at_end(phrase)
        value = figures.read(text or (number.text if number else ""))
        if number and value is not None:
            found = (value, number)
    return found


def _level(rows: Sequence[Row], index: int, label: Span, figures: Figures) -> tuple[Decimal, Span] | None:
    """The one amount right of a label that is set so large that it counts to the row above or below."""
    near = [row for row in (*rows[max(index - 1, 0) : index], *rows[index + 1 : index + 2]) if row.page == label.page]
    beside = [
        phrase
        for row in near
        for phrase in row.phrases
        if phrase.x0 > label.x1 and phrase.top < (label.top + label.bottom) / 2 < phrase.bottom
    ]
    number = money_text(beside[0].text) if len(beside) == 1 else None
    value = figures.read(number) if number else None
    return (value, beside[0]) if value is not None else None


def _amount_at_end(span: Span) -> Span | None:
    """The amount a phrase ends with: `20 % 123,45` ends with `123,45`; a percentage is none."""
    for start in range(len(span.words)):
        part = Span.of(span.words[start:])
        text = money_text(part.text)
        if text:
            return Span(part.words, text)
    numbers = numbers_in(span.text)
    if len(numbers) == 1 and "%" not in span.text:
        place = span.text.rfind(numbers[0])
        return span.part(place, place + len(numbers[0]))
    return None


def _under(rows: Sequence[Row], index: int, label: Span, figures: Figures) -> tuple[Decimal, Span] | None:
    """The amount printed under a label, when the totals stand side by side."""
    if index + 1 >= len(rows):
        return None
    below = rows[index + 1]
    if below.page != label.page or below.top - label.bottom > 1.6 * label.height:
        return None
    if any(_kind(phrase) for phrase in below.phrases):
        return None
    places = [place for place, phrase in enumerate(rows[index].phrases) if phrase is label]
    paired = len(below.phrases) == len(rows[index].phrases) > 2  # a grid, label over amount, however each is set
    grid = sum(_kind(phrase) is not None for phrase in rows[index].phrases) > 2
    for place, phrase in enumerate(below.phrases):
        text = money_text(phrase.text)
        value = figures.read(text) if text else None
        over = overlap((label.x0, label.x1), (phrase.x0, phrase.x1)) > 0 or (
            label is rows[index].phrases[-1] and phrase is below.phrases[-1] and phrase.x0 > label.x0
        )
        here = place in places if paired else over or (grid and _nearest(rows[index], phrase) is label)
        if value is not None and here:
            return value, phrase
    return None


def _nearest(row: Row, amount: Span) -> Span:
    """The label an amount under a row of labels stands nearest to, middle to middle: the one is centred, the other
    set at the right."""
    return min(row.phrases, key=lambda phrase: abs(phrase.x0 + phrase.x1 - amount.x0 - amount.x1))
