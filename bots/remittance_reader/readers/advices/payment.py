"""The number and the day of a payment, as its advice announces them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from bots.domain.dates import DateText, find_dates
from bots.domain.evidence import Evidence
from bots.domain.reading.calendar import Calendar
from bots.domain.reading.labels import Candidate, Layout
from bots.domain.reading.words import Span
from bots.remittance_reader.readers.advices.entries import Body
from bots.remittance_reader.readers.advices.headings import ideas_of
from bots.remittance_reader.readers.advices.references import is_date, is_reference

_TOKEN = re.compile(r"(?<![\w/.-])[A-Za-z0-9][\w/.-]*")
_MONEY = re.compile(r"[\d.,' ]*\d[.,]\d{2}")
_PAID = re.compile(
    r"(?:paid|transfer|remit|credited|debited|vir(?:e|ement)|regl|pay(?:e|ment)|uberw|zahl|gutgeschrieben|transferid|pagad|abonad|bonific|pagat|accredit)"
)


T = TypeVar("T")


@dataclass(frozen=True)
class Found(Generic[T]):
    """A value with its origin, None where it is not printed, and what is unsure about it."""

    value: T | None = None
    evidence: Evidence | None = None
    doubts: tuple[str, ...] = ()


def payment_ref(layouts: Sequence[Layout], body: Body) -> Found[str]:
    """The number the payer gives the payment; that of the advice where the payment has none."""
    for kind in ("payment_ref", "advice_no", "reference"):
        found = [candidate for layout in layouts for candidate in _labelled(layout, kind, _number)]
        found = [one for one in found if kind != "reference" or one.label.colon or one.label.alone]
        if found:
            best = max(found, key=lambda candidate: (_rank(candidate.label.text), candidate.worth))
            return Found(best.span.text, best.span.evidence(f"label: {best.label.text}", best.worth))
    return _one_in_column(body, lambda ideas: "payment" in ideas and bool(ideas & {"reference", "number", "document"}))


def _one_in_column(body: Body, means: Callable[[frozenset[str]], bool]) -> Found[str]:
    """What a column says on every line alike; different values are several payments in one paper."""
    cells = [
        (span, column)
        for rows in body.lines
        for index, column in enumerate(rows.cells.table)
        if means(frozenset(ideas_of(column.heading.folded) or ())) and (span := rows.cells.held.get(index))
    ]
    different = list(dict.fromkeys(span.text for span, _ in cells))
    if len(different) > 1:
        said = ", ".join(different[:3])
        return Found(None, None, (f"the lines name several payments ({said}): read each by itself",))
    if not cells:
        return Found()
    span, column = cells[0]
    return Found(span.text, span.evidence(f"column: {column.heading.text}", 0.9))


def _labelled(layout: Layout, kind: str, fits: object) -> Iterator[Candidate]:
    for label in layout.labels:
        if label.kind == kind:
            yield from list(layout.values(label, fits))[:1]  # type: ignore[arg-type]


def _rank(label: str) -> int:
    """End-to-end before cheque and trace numbers, those before the number of a run or a document."""
    if "end" in label:
        return 3
    if re.search(r"che(?:que|ck)|scheck|trace|utr|ref", label):
        return 2
    return 0 if re.search(r"lauf|run|doc|beleg", label) else 1


def _number(span: Span) -> Span | None:
    """The number a stretch of words begins with."""
    if is_reference(span.text) and len(span.text) <= 40:
        return span
    for found in _TOKEN.finditer(span.text):
        text = found.group().rstrip(".,-/")
        if any(sign.isdigit() for sign in text):
            fits = len(text) >= 3 and not is_date(text) and not _MONEY.fullmatch(text)
            return span.part(found.start(), found.start() + len(text)) if fits else None
        if len(text) > 12:
            return None
    return None


def payment_date(layouts: Sequence[Layout], body: Body, how: Calendar) -> Found[date]:
    """The day of the payment: labelled so, else its value date, else the date of the advice."""
    for kind in ("payment_date", "value_date", "date"):
        found = [entry for layout in layouts for entry in _dates(layout, kind)]
        if found:
            return _settled(found, how, strict=kind == "payment_date")
    column = _one_in_column(body, lambda ideas: {"payment", "date"} <= ideas)
    entry = next(find_dates(column.value or ""), None)
    if column.value and entry and how.doubt("", entry) is None:
        return Found(how.read(entry), column.evidence)
    for reader in (_said, _only):
        found = [entry for layout in layouts[:1] for entry in reader(layout)]
        if found:
            return _settled(found, how, strict=True)
    return Found()


_Dated = tuple[Span, DateText, str, float]  #: the words, the date in them, the rule, how sure


def _dates(layout: Layout, kind: str) -> Iterator[_Dated]:
    for candidate in _labelled(layout, kind, _date):
        yield candidate.span, next(find_dates(candidate.span.text)), f"label: {candidate.label.text}", candidate.worth


def _date(span: Span) -> Span | None:
    found = next(find_dates(span.text), None)
    return span.part(found.start, found.end) if found and found.start <= 12 and not found.week else None


def _said(layout: Layout) -> Iterator[_Dated]:
    """Dates in sentences that speak of paying."""
    for row in layout.rows:
        if _PAID.search(row.span.folded) and len(row.words) > 4:
            for entry in find_dates(row.text):
                span = row.span.part(entry.start, entry.end)
                if span and not entry.week:
                    yield span, entry, "a sentence that says when it is paid", 0.85


def _only(layout: Layout) -> Iterator[_Dated]:
    """The one date of the first page outside the list."""
    found = []
    for row in layout.rows:
        for entry in find_dates(row.text):
            span = row.span.part(entry.start, entry.end)
            if span and not entry.week:
                found.append((span, entry, "the only date without a label", 0.7))
    if len({entry.readings for _, entry, _, _ in found}) == 1:
        yield found[0]


def _settled(found: Sequence[_Dated], how: Calendar, *, strict: bool) -> Found[date]:
    span, entry, rule, worth = max(found, key=lambda one: one[3])
    doubt = how.doubt("date of the payment", entry)
    if doubt:
        return Found(None, span.evidence(rule, 0.3), (doubt,))
    days = {how.read(one[1]) for one in found} - {None}
    doubts = (
        (f"the date of the payment may be {' or '.join(sorted(map(str, days)))}",) if strict and len(days) > 1 else ()
    )
    return Found(how.read(entry), span.evidence(rule, worth), doubts)
