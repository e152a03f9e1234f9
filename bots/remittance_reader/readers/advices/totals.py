# ruff: noqa: E501 - one expression a line
"""The stated amount of the payment: under a label, in the last row of the list, or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.reading.currency import BESIDE, SIGNS
from bots.domain.reading.figures import Figures
from bots.domain.reading.labels import Layout
from bots.domain.reading.words import Row, Span, overlap
from bots.remittance_reader.readers.advices import vocabulary
from bots.remittance_reader.readers.advices.amounts import Amount, amount_in, money_at_end
from bots.remittance_reader.readers.advices.entries import Body, Cells
from bots.remittance_reader.readers.advices.headings import Col
from bots.remittance_reader.readers.advices.rows import Sum, label_of, sum_of

_SIGN = rf"(?:{BESIDE.lower()}|{SIGNS})"
_SENTENCE = re.compile(
    rf"(?<![a-z])(?:{vocabulary.SAID})\s*:?\s*(?P<money>{_SIGN}?\s?\d[\d.,' \u00a0\u202f]*[.,]\d{{2}}(?:\s?{_SIGN})?)(?!\d)"
)


@dataclass(frozen=True)
class Stated:
    """An amount with the label it stands under, and how plainly that says that it is what is paid."""

    kind: Sum
    value: Decimal
    span: Span
    label: str
    number: str  #: as printed


@dataclass(frozen=True)
class Total:
    """The amount paid, where it stands, and what contradicts it."""

    stated: Stated | None
    doubts: tuple[str, ...] = ()


def stated_totals(body: Body, layouts: Sequence[Layout], figures: Figures) -> list[Stated]:
    """Every amount that may be the payment's, those of a part of the lines left out."""
    found = [entry for kind, cells in body.sums if kind >= Sum.TOTAL for entry in _in_list(kind, cells, figures)]
    for layout in layouts:
        found += _labelled(layout, figures)
        found += [entry for place, row in enumerate(layout.rows) for entry in _plain(layout.rows, place, figures)]
        found += _sentences(layout.rows, figures)
    return found


def values(found: Sequence[Stated]) -> list[Decimal]:
    """The values the lines may have to make: those called the payment; only where none is, those called a total."""
    payment = [entry.value for entry in found if entry.kind is Sum.PAYMENT]
    return payment or [entry.value for entry in found]


def total_of(found: Sequence[Stated], made: Decimal | None) -> Total:
    """Which of them the total is. `made`: what the lines make."""
    payment = [entry for entry in found if entry.kind is Sum.PAYMENT]
    different = {entry.value for entry in payment}
    if len(different) > 1:
        said = " and ".join(f"{entry.value:f} ({entry.label})" for entry in _each_once(payment))
        agreeing = [entry for entry in payment if entry.value == made]
        return Total((agreeing or payment)[0], (f"several amounts are called the payment: {said}",))
    if payment:
        return Total(payment[0])
    agreeing = [entry for entry in found if entry.value == made]
    return Total((agreeing or list(found))[-1] if found else None)


def _each_once(entries: Sequence[Stated]) -> list[Stated]:
    return list({entry.value: entry for entry in entries}.values())


def _in_list(kind: Sum, cells: Cells, figures: Figures) -> Iterator[Stated]:
    """The sum in a row below the lines: under the column of what is paid, else the last amount of the row."""
    label = label_of(cells.row)
    under = cells.money(Col.NET) or cells.money(Col.AMOUNT)
    found = under[-1][1] if under else _last_amount(cells.row, label[1] if label else None)
    yield from _made(kind, found, label[1].text if label else "figures alone below the list", figures)


def _last_amount(row: Row, label: Span | None) -> Amount | None:
    after = False
    found: Amount | None = None
    for phrase in row.phrases:
        if phrase is label or label is None or after:
            after = True
            found = amount_in(phrase) or money_at_end(phrase) or found
    return found


def _made(kind: Sum, amount: Amount | None, label: str, figures: Figures) -> Iterator[Stated]:
    value = amount.value(figures) if amount else None
    if amount and value is not None and (amount.has_cents or kind is Sum.PAYMENT):
        yield Stated(kind, value, amount.span, label.strip(" :"), amount.number)


def _labelled(layout: Layout, figures: Figures) -> Iterator[Stated]:
    for label in layout.labels:
        if label.kind == "total":
            for candidate in layout.values(label, _money):
                yield from _made(Sum.PAYMENT, amount_in(candidate.span), label.text, figures)
                break


def _money(span: Span) -> Span | None:
    """The amount a stretch of words begins with or is."""
    for end in range(min(len(span.words), 6), 0, -1):
        part = Span.of(span.words[:end])
        found = amount_in(part)
        if found and (found.has_cents or end == len(span.words)):
            return part
    return None


def _plain(rows: Sequence[Row], place: int, figures: Figures) -> Iterator[Stated]:
    """What is called a total, outside the list: its amount at its right, or in the row below it."""
    row = rows[place]
    label = label_of(row)
    if label and label[0] is Sum.TOTAL:
        yield from _made(Sum.TOTAL, _last_amount(row, label[1]), label[1].text[: label[2]], figures)
    for phrase in row.phrases:
        found = sum_of(phrase.folded)
        rest = phrase.part(found[1]) if found and found[0] is Sum.TOTAL and label is None else None
        if rest:
            yield from _made(Sum.TOTAL, amount_in(rest), phrase.text[: found[1] if found else 0], figures)
        if found and found[0] is Sum.TOTAL and not phrase.text[found[1] :].strip(" :"):
            below = rows[place + 1].phrases if place + 1 < len(rows) else ()
            under = [one for one in below if overlap((phrase.x0, phrase.x1), (one.x0, one.x1)) > 0]
            if under and under[0].top - phrase.bottom < 2 * phrase.height:
                yield from _made(Sum.TOTAL, amount_in(under[0]), phrase.text, figures)


def _sentences(rows: Sequence[Row], figures: Figures) -> Iterator[Stated]:
    for row in rows:
        found = _SENTENCE.search(row.span.folded)
        span = row.span.part(found.start("money"), found.end("money")) if found else None
        if span:
            yield from _made(Sum.PAYMENT, amount_in(span), row.text, figures)
