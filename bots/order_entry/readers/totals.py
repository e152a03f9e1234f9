"""Totals below the lines: net, charges, discounts, tax, gross, and which of them the lines lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from bots.domain.evidence import Evidence
from bots.domain.orders import OrderLine
from bots.domain.reading.currency import BESIDE, SIGNS
from bots.domain.reading.figures import Figures, money_text, numbers_in
from bots.domain.reading.words import Row, Span, overlap
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.arithmetic import HALF_A_CENT, reached, sum_of


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
_SUMS = {Sum.SUBTOTAL, Sum.NET, Sum.GROSS, Sum.TOTAL}
_NOT_MONEY = vocabulary.start(
    r"(?:total|gesamt|summe|number|nombre)\s*(?:no\.? of|number of|quantity|qty|pieces|units|items|weight|"
    r"gross weight|net weight|volume|pages|lines|colis|poids|gewicht|menge|stuck|peso|cantidad|packages|pallets)|"
    r"(?:%|taux|satz|rate)\s*(?:de\s)?(?:vat|tva|mwst|ust|iva|btw|tax)|"
    r"(?:vat|tva|mwst|ust|iva|btw|tax)[ .-]*(?:%|rate|satz)\W*$"
)


_CURRENCY = re.compile(rf"(?:\(?\b(?:{BESIDE.lower()})\b\)?|{SIGNS}) ?")


@dataclass(frozen=True)
class Stated:
    """An amount with the label it is printed under."""

    kind: Sum
    value: Decimal
    span: Span
    label: str


@dataclass
class Totals:
    """The totals of an order, with what does not agree."""

    net_total: Decimal | None = None
    tax: Decimal | None = None
    charges: Decimal | None = None
    total: Decimal | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    texts: tuple[str, ...] = ()  #: the phrases with the amounts, for the currency they may name


def read_totals(rows: Sequence[Row], lines: Sequence[OrderLine], figures: Figures, last: Row | None = None) -> Totals:
    """Read the stated totals among the rows that are no line's, and prove them against the lines.

    A sum printed above the `last` row of goods is a line's or a group's own, and so are all of the same name.
    """
    stated = [entry for index in range(len(rows)) for entry in _in_row(rows, index, figures)]
    within = {entry.label for entry in stated if entry.kind in _SUMS and last and not _is_below(entry.span, last)}
    stated = [entry for entry in stated if entry.kind not in _SUMS or entry.label not in within]
    totals = _assign(stated, sum_of(lines))
    totals.texts = tuple(f"{entry.label} {entry.span.text}" for entry in stated)
    _prove(totals, stated, lines)
    return totals


def _is_below(span: Span, row: Row) -> bool:
    return (span.page, span.top) >= (row.page, row.top)


def _in_row(rows: Sequence[Row], index: int, figures: Figures) -> list[Stated]:
    row = rows[index]
    found = []
    for place, phrase in enumerate(row.phrases):
        match = _kind(phrase)
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
    if best and _letters(phrase.folded[best[1] :]) > 24:
        return None
    return best


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
        over = overlap((label.x0, label.x1), (phrase.x0, phrase.x1)) > 0
        here = place in places if paired else over or (grid and _nearest(rows[index], phrase) is label)
        if value is not None and here:
            return value, phrase
    return None


def _nearest(row: Row, amount: Span) -> Span:
    """The label an amount under a row of labels stands nearest to, middle to middle: the one is centred, the other
    set at the right."""
    return min(row.phrases, key=lambda phrase: abs(phrase.x0 + phrase.x1 - amount.x0 - amount.x1))


def _assign(stated: Sequence[Stated], lines: Decimal | None) -> Totals:
    """Which printed amount is which total."""
    totals = Totals()
    by = {kind: [entry for entry in stated if entry.kind is kind] for kind in Sum}
    gross = by[Sum.GROSS][-1:] or []
    plain = _final(by[Sum.TOTAL])
    net = by[Sum.NET][-1:] or ([entry for entry in by[Sum.SUBTOTAL] if entry.value == lines] or by[Sum.SUBTOTAL])[-1:]
    if not gross and plain and (by[Sum.TAX] or net):
        gross, plain = plain, []
    if gross and not net and plain and plain[0].value != gross[0].value:
        net = plain
    _set(totals, "net_total", net)
    _set(totals, "total", gross or plain or net)
    _set_sum(totals, "tax", _taxes(by[Sum.TAX], totals))
    _set_sum(totals, "charges", _distinct(by[Sum.CHARGES]))
    return totals


def _final(plain: Sequence[Stated]) -> list[Stated]:
    """Of several amounts called total, the last on the last page."""
    return [max(plain, key=lambda entry: (entry.span.page, entry.span.top))] if plain else []


def _set(totals: Totals, name: str, entries: Sequence[Stated]) -> None:
    if entries:
        entry = entries[-1]
        setattr(totals, name, entry.value)
        totals.evidence[name] = entry.span.evidence(f"total label: {entry.label}", 0.95)


def _distinct(entries: Sequence[Stated]) -> list[Stated]:
    """The same amount printed twice under one name is one amount."""
    held: dict[tuple[Decimal, str], Stated] = {}
    for entry in entries:
        held.setdefault((entry.value, ""), entry)
    return list(held.values())


def _taxes(entries: Sequence[Stated], totals: Totals) -> list[Stated]:
    """The taxes that lie between net and total: two of the same amount (CGST, SGST) count twice only if both do."""
    once, between = _distinct(entries), None
    if totals.net_total is not None and totals.total is not None:
        between = totals.total - totals.net_total
    if sum((entry.value for entry in once), Decimal(0)) != between == sum((e.value for e in entries), Decimal(0)):
        return list(entries)
    return once


def _set_sum(totals: Totals, name: str, entries: Sequence[Stated]) -> None:
    if entries:
        setattr(totals, name, sum((entry.value for entry in entries), Decimal(0)))
        totals.evidence[name] = entries[-1].span.evidence(f"total label: {entries[-1].label}", 0.9)


def _prove(totals: Totals, stated: Sequence[Stated], lines: Sequence[OrderLine]) -> None:
    """Lines + charges − discounts = net; net + tax = total. What does not hold becomes a doubt."""
    computed = sum_of(lines)
    if totals.total is None:
        totals.doubts.append(
            "no order total was found" + (f": the lines make {computed:f}" if computed is not None else "")
        )
        return
    if computed is None:
        if lines:
            totals.doubts.append(f"the total {totals.total:f} cannot be proved: a line has no amount")
        return
    additions = [entry.value for entry in stated if entry.kind is Sum.CHARGES]
    additions += [-abs(entry.value) for entry in stated if entry.kind is Sum.DISCOUNT]
    taxes = [entry.value for entry in stated if entry.kind is Sum.TAX]
    if not _holds(computed, additions[:8], taxes[:6], totals.total, totals.net_total):
        said = f"the lines make {computed:f}"
        if additions:
            said += f", charges and discounts {sum(additions, Decimal(0)):f}"
        if totals.tax is not None:
            said += f", tax {totals.tax:f}"
        totals.doubts.append(f"{said}, the document says {totals.total:f}")
        if totals.net_total is not None and totals.net_total not in {totals.total, computed}:
            totals.doubts.append(f"the lines make {computed:f}, the document says {totals.net_total:f} net")


def _holds(
    computed: Decimal, additions: Sequence[Decimal], taxes: Sequence[Decimal], total: Decimal, net: Decimal | None
) -> bool:
    if net is None or net == total:
        return reached(computed, [*additions, *taxes], total)
    if not (reached(computed, additions, net) or abs(computed - total) <= HALF_A_CENT):
        return False
    return reached(net, [*additions, *taxes], total) or abs(net - total) <= HALF_A_CENT
