# ruff: noqa: E501 - one expression a line
"""Paid documents written without a table: a line each, in a letter, on a stub or in a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bots.domain.dates import find_dates
from bots.domain.numbers import Mark, parse
from bots.domain.reading.currency import BESIDE, SIGNS
from bots.domain.reading.lanes import Column
from bots.domain.reading.words import Row, Sheet, Span
from bots.remittance_reader.readers.advices.amounts import amount_in
from bots.remittance_reader.readers.advices.entries import Body, Cells, LineRows
from bots.remittance_reader.readers.advices.headings import Col
from bots.remittance_reader.readers.advices.references import is_reference
from bots.remittance_reader.readers.advices.rows import Sum, label_of
from bots.remittance_reader.readers.advices.vocabulary import vocabulary

_SIGN = rf"(?:{BESIDE}|{SIGNS})"
_MONEY = re.compile(
    rf"(?<![\w.,/-])(?:{_SIGN}\s?)?[-\u2212(]?\s?(?:{_SIGN}\s?)?(?:\d{{1,3}}(?:[.,' \u00a0\u202f]\d{{3}})+|\d+)[.,]\d{{2}}(?![\d,/]|\.\d|\s?%)"
    rf"[-\u2212]?\)?(?:\s?{_SIGN})?(?:\s?CR\b)?"
)
_TOKEN = re.compile(r"(?<![\w/.-])[A-Za-z]{0,6}[-/.]?\d[\w/.-]*|(?<![\w/.-])[A-Za-z]{1,8}[-/][\w/.-]*\d[\w/.-]*")
_NEVER = re.compile(
    r"(?<![a-z])(?:iban|bic|swift|tel|telefon|telephone|phone|fax|siret|siren|rcs|hrb|vat|tva|ust|ustid|account|konto|compte|cuenta|sort code|p\.?o\.? box|postfach)(?![a-z])"
)
_DISCOUNT = re.compile(r"skonto|escompte|sconto|discount|descuento|korting")
_PLACES = ((Col.INVOICE, 0), (Col.DATE, 1), (Col.AMOUNT, 2), (Col.TEXT, 3))


@dataclass(frozen=True)
class _Pieces:
    """What one row holds: amounts, dates, numbers that may be documents'."""

    amounts: list[Span]
    dates: list[Span]
    numbers: list[Span]
    named: bool  #: whether the row calls a number an invoice's


def loose_body(sheets: Sequence[Sheet], heads: frozenset[int]) -> Body:
    """The rows that name a document and an amount; those that sum; nothing else."""
    body = Body()
    for sheet in sheets:
        for row in sheet.rows:
            if id(row) not in heads:
                _take(body, row)
    return body


def _take(body: Body, row: Row) -> None:
    label = label_of(row)
    pieces = _pieces(row)
    if label and pieces.amounts and not pieces.named:
        body.used.add(id(row.words[0]))
        if label[0] is not Sum.CARRIED:
            body.sums.append((label[0], _cells(row, pieces, None)))
    elif pieces.amounts and pieces.numbers and (pieces.named or len(row.words) <= 12):
        _line(body, row, pieces)
    elif pieces.amounts and body.lines and len(row.words) <= 10 and _follows(body.lines[-1], row):
        body.used.add(id(row.words[0]))
        body.lines[-1].extras.append(_cells(row, pieces, None))
        body.lines[-1].last_row = row


def _line(body: Body, row: Row, pieces: _Pieces) -> None:
    body.used.add(id(row.words[0]))
    number = pieces.numbers[0] if len(pieces.numbers) == 1 else None
    if number is None:
        said = ", ".join(span.text for span in pieces.numbers)
        body.doubts.append(f"which of {said} in {row.text!r} is the document's number is not clear")
    if len(pieces.amounts) > 1 and not _works_out(pieces.amounts):
        body.doubts.append(f"{row.text!r} names several amounts: which is paid is not clear")
    body.lines.append(LineRows(_cells(row, pieces, number), [number] if number else []))


def _cells(row: Row, pieces: _Pieces, number: Span | None) -> Cells:
    held: dict[int, Span] = {}
    if number:
        held[0] = number
    if len(pieces.dates) == 1:
        held[1] = pieces.dates[0]
    if len(pieces.amounts) == 1:
        held[2] = pieces.amounts[0]
    table = tuple(Column(kind, row.span, float(place), float(place + 1)) for kind, place in _PLACES)
    if _works_out(pieces.amounts):
        table += _worked(row, pieces.amounts)
        held |= dict(enumerate(pieces.amounts, len(_PLACES)))
    taken = {id(word) for span in held.values() for word in span.words}
    rest = [word for word in row.words if id(word) not in taken]
    if rest and any(sign.isalpha() for word in rest for sign in word.text):
        held[3] = Span.of(rest)
    return Cells(row, table, held, 0)


def _works_out(amounts: Sequence[Span]) -> bool:
    """Whether a line says `a less b is c`."""
    numbers = [amount_in(span) for span in amounts]
    if len(numbers) != 3 or None in numbers:
        return False
    for mark in Mark:
        gross, off, net = (parse(one.number, mark) if one else None for one in numbers)
        if gross is not None and off is not None and net is not None and off and gross - abs(off) == net:
            return True
    return False


def _worked(row: Row, amounts: Sequence[Span]) -> tuple[Column, ...]:
    """Columns for gross, deduction and net, the second under the words that stand before its amount."""
    start, end = amounts[0].words[-1], amounts[1].words[0]
    said = [word for word in row.words if start.x1 <= word.x0 and word.x1 <= end.x0]
    heading = Span.of(said) if said else row.span
    kinds = (
        (Col.GROSS, row.span),
        (Col.DISCOUNT if _DISCOUNT.search(heading.folded) else Col.DEDUCTION, heading),
        (Col.NET, row.span),
    )
    return tuple(Column(kind, span, 10.0 + place, 11.0 + place) for place, (kind, span) in enumerate(kinds))


def _pieces(row: Row) -> _Pieces:
    """The row taken apart from left to right, each stretch used once."""
    text = row.text
    taken: list[tuple[int, int]] = []
    dates = [row.span.part(entry.start, entry.end) for entry in find_dates(text) if not entry.week]
    taken += [(entry.start, entry.end) for entry in find_dates(text)]
    amounts = []
    for found in _MONEY.finditer(text):
        if not _inside(found.span(), taken):
            amounts.append(row.span.part(*found.span()))
            taken.append(found.span())
    labels = vocabulary().labels_in(row.span.folded)
    numbers = [] if _NEVER.search(row.span.folded) else list(_numbers(row, taken))
    named = [span for start, span in numbers if _label_before(labels, start) == "invoice"]
    others = [span for start, span in numbers if _label_before(labels, start) in {None, "invoice", "date"}]
    return _Pieces([a for a in amounts if a], [d for d in dates if d], named or others, bool(named))


def _numbers(row: Row, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Span]]:
    for found in _TOKEN.finditer(row.text):
        text = found.group().rstrip(".,-/")
        span = row.span.part(found.start(), found.start() + len(text))
        if (
            span
            and is_reference(text)
            and sum(sign.isdigit() for sign in text) >= 3
            and not _inside(found.span(), taken)
        ):
            yield found.start(), span


def _label_before(labels: Sequence[tuple[str, int, int]], start: int) -> str | None:
    before = [kind for kind, begin, _ in labels if begin < start and kind not in {"date", "currency"}]
    return before[-1] if before else None


def _inside(stretch: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(stretch[0] < end and start < stretch[1] for start, end in taken)


def _follows(line: LineRows, row: Row) -> bool:
    return line.near(row) and not _NEVER.search(row.span.folded)
