"""The days that stand above and around the table: what each is the day of, told by its label or its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bots.domain.dates import DateText, find_dates
from bots.domain.reading.labels import Label
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.labels import Layout, labels_in

_OTHER_THINGS = {"other_date", "quote", "contract", "invoice"}  #: what dates in the same phrase are about
_OTHER_DAYS = _OTHER_THINGS | {"need_date", "due_date"}
_OF = re.compile(r"(?:le|vom|du|dated|of)")  #: words that date whatever stands before them
_THEIRS = re.compile(r"(?<![a-z])(?:your|votre|vos|ihre?[mnrs]?|su|vuestr[ao])\s")
_ON = re.compile(r"(?:(?:on|am|le|el|den)\s+)?")
_BY = re.compile(r"(?:bis(?: spatestens)?(?: zum)?|until|by|no later than|jusqu'au|hasta el)\s*$")
_ANSWER = re.compile(r"confirm|acknowledg|reply|respon|bestatig|antwort|accuse|reponse")
_LONG_AGO = 1900  #: `Av. 5 de Febrero 1345` is a street
_WEEKDAY = re.compile(r"(?:[a-z]{4,10},?\s+)?")
_TOWN = re.compile(r"[A-ZÀ-Þ][\w' .-]{2,30},\s*(?:(?:den|le|a|the|am|el)\s+)?")


@dataclass(frozen=True)
class DateField:
    """A date found beside a label."""

    span: Span
    date: DateText
    label: str
    worth: float


def dates(layout: Layout, *kinds: str) -> list[DateField]:
    """The dates beside labels of some kinds, best first."""
    labels = (label for label in layout.labels if label.kind in kinds and not _asks_for_an_answer(label))
    found = [entry for label in labels for entry in _dates_of(layout, label)]
    return sorted(found, key=lambda entry: -entry.worth)


def _asks_for_an_answer(label: Label) -> bool:
    """Whether a sentence wants something else than goods by a day: `we need your confirmation by 20 November`."""
    near = label.phrase.folded[max(label.start - 40, 0) : label.end]
    return label.kind == "need_date" and len(label.phrase.words) > 8 and bool(_ANSWER.search(near))


def written_dates(layout: Layout) -> list[DateField]:
    """The dates under a bare `Date`, `vom` or `du`; else the one beside a town, as letters are headed.

    `Your quotation │ Q-771 of 2 April` dates the quotation.
    """
    found = [
        entry
        for label in layout.labels
        if label.kind == "date" and not _is_of_another_paper(layout, label)
        for entry in _dates_of(layout, label)
    ]
    return sorted(found, key=lambda entry: -entry.worth) or list(_beside_a_town(layout)) or _by_itself(layout)


def _by_itself(layout: Layout) -> list[DateField]:
    """The one date that stands alone in its row, as letters have it, perhaps with its day of the week."""
    found = []
    for index, row in enumerate(layout.rows):
        phrase = row.phrases[0]
        entry = next(find_dates(phrase.text), None)
        if entry and len(row.phrases) == 1 and _WEEKDAY.fullmatch(row.span.folded[: entry.start]):
            span = phrase.part(entry.start, entry.end)
            above = layout.rows[index - 1] if index else None
            under = above is not None and row.top - above.bottom < phrase.height and labels_in(above.span.folded)
            if span and not phrase.text[entry.end :].strip(" .") and not under:
                found.append(DateField(span, entry, "a row of its own", 0.65))
    return found if len({entry.date.readings for entry in found}) == 1 else []


def _is_of_another_paper(layout: Layout, label: Label) -> bool:
    lead = [kind for kind, _, end in labels_in(label.phrase.folded) if end <= label.start]
    if {*lead} & {"po_number", "po_title"} or not _OF.fullmatch(label.text):
        return False
    if {*lead} & _OTHER_THINGS or _THEIRS.search(label.phrase.folded[: label.start]):
        return True
    near = [*layout.before(label)[-1:], *layout.over(label)]
    return any(kind in _OTHER_DAYS for phrase in near for kind, _, _ in labels_in(phrase.folded))


def _beside_a_town(layout: Layout) -> Iterator[DateField]:
    for row in layout.rows:
        for phrase in row.phrases:
            entry = next(find_dates(phrase.text), None)
            if entry and _TOWN.fullmatch(phrase.text, 0, entry.start) and not phrase.text[entry.end :].strip(" ."):
                span = phrase.part(entry.start, entry.end)
                if span and not labels_in(phrase.folded[: entry.start].rpartition(",")[0]):
                    yield DateField(span, entry, "town and date", 0.7)


def _dates_of(layout: Layout, label: Label) -> Iterator[DateField]:
    for candidate in layout.values(label, _date_in(label.kind)):
        entry = next(find_dates(candidate.span.text), None)
        if entry and not (entry.week and label.kind not in {"need_date", "due_date"}):
            weight = 1.0 if label.kind != "date" else 0.75 if _OF.fullmatch(label.text) else 0.8
            yield DateField(candidate.span, entry, label.text, weight * candidate.worth)


def run_on(layout: Layout) -> Layout:
    """The same page with the rows of each paragraph as one, so that a sentence is found whole: `… need everything by 20
    November` / `2026`."""
    held: list[Row] = []
    for row in layout.rows:
        if held and len(row.phrases) == 1 and _goes_on_below(held[-1], row):
            held[-1] = Row((*held[-1].words, *row.words))
        else:
            held.append(row)
    return Layout(layout.sheet, held)


def _goes_on_below(above: Row, row: Row) -> bool:
    """Whether a row is the next of a paragraph: close below a long one, and at its left edge."""
    first, last, height = above.words[0], above.words[-1], row.bottom - row.top
    near = row.page == last.page and -1 < row.top - last.bottom < 0.8 * height
    long = last.x1 - first.x0 > 30 * height and len(above.phrases) == 1
    return near and long and abs(row.words[0].x0 - first.x0) < 3


def due_dates(layout: Layout) -> list[DateField]:
    """The dates due that are no payment's: no terms of payment stand in the row of the label."""
    found: list[DateField] = []
    for label in layout.labels:
        if label.kind != "due_date" or any(
            kind == "terms" for phrase in layout.row_of(label).phrases for kind, _, _ in labels_in(phrase.folded)
        ):
            continue
        found += _dates_of(layout, label)
    return sorted(found, key=lambda entry: -entry.worth)


def _date_in(kind: str) -> Callable[[Span], Span | None]:
    def fits(span: Span) -> Span | None:
        first = next(find_dates(span.text), None)
        if not first or (kind != "po_number" and first.start > 24 and not _BY.search(span.folded[: first.start])):
            return None
        return span.part(first.start, first.end)

    return fits


def all_dates(layout: Layout) -> Iterator[tuple[Span, DateText]]:
    """Every full date printed in the rows."""
    for row in layout.rows:
        for phrase in row.phrases:
            for entry in find_dates(phrase.text):
                span = phrase.part(entry.start, entry.end)
                if span and any(day.year > _LONG_AGO for day in entry.readings):
                    yield span, entry


def dates_among(rows: Sequence[Span], label: str) -> list[DateField]:
    """The dates that begin a row of an address: `am 28.04.2026 zwischen 06:00 und 10:00 Uhr`."""
    found = []
    for row in rows:
        entry = next(find_dates(row.text), None)
        span = row.part(entry.start, entry.end) if entry and _ON.fullmatch(row.folded[: entry.start]) else None
        if entry and span:
            found.append(DateField(span, entry, label, 0.8))
    return found


def unplaced_dates(layout: Layout, rows: Sequence[Row]) -> list[tuple[Span, DateText]]:
    """The dates in some rows that stand under no label: nothing says what they are."""
    kinds = {label.kind for label in layout.labels} - {"number", "po_title"}
    placed = {(entry.span.top, entry.span.x0) for entry in dates(layout, *kinds)}
    held = set(map(id, rows))
    others = [label for label in layout.labels if label.kind in _OTHER_THINGS]
    told = {
        id(word)
        for label in others
        for phrase in (label.phrase, *layout.near(label))
        for word in phrase.words  # `Period: 01.06.2026 - 30.06.2026`, `replaces quotation Q-771 of 1 May`
    }
    inside = Layout(layout.sheet, [row for row in layout.rows if id(row) in held])
    own = set(map(id, inside.rows))
    joined = Layout(layout.sheet, [row for row in run_on(inside).rows if id(row) not in own])
    broken = [(span, entry) for span, entry in all_dates(joined) if span.bottom - span.top > 1.5 * span.height]
    return [
        (span, entry)
        for span, entry in (*all_dates(inside), *broken)
        if (span.top, span.x0) not in placed and not any(id(word) in told for word in span.words)
        if not _goes_on(inside, span)
    ]


def _goes_on(layout: Layout, span: Span) -> bool:
    """Whether a row goes on with a sentence that named what the day is of: `… Q-771` / `of 1 May 2026.`"""
    phrase = next(phrase for row in layout.rows for phrase in row.phrases if span.words[0] in phrase.words)
    return phrase.text[0].islower() and bool(re.match(r"(?:of|dated|vom|du|del?|di|van)\s\W*\d", phrase.folded))
