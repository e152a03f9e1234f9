"""The dates of an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bots.domain.dates import DateText, find_dates, nearest_week
from bots.domain.evidence import Evidence
from bots.domain.reading.calendar import Calendar
from bots.domain.reading.words import Span
from bots.order_entry.readers.header_dates import DateField


@dataclass
class Days:
    """The order's dates, with evidence and doubts."""

    po_date: date | None = None
    need_date: date | None = None
    evidence: dict[str, Evidence] | None = None
    doubts: tuple[str, ...] = ()


def order_date(found: Sequence[DateField], how: Calendar) -> Days:
    """The day the order was written: the best labelled date; another day under an equally good label is a doubt."""
    if not found:
        return Days(evidence={}, doubts=("no date of the order was found",))
    best = found[0]
    day = how.read(best.date)
    doubts = [how.doubt("order date", best.date)]
    rivals = {how.read(entry.date) for entry in found if entry.worth > 0.85 and entry.worth >= best.worth - 0.05}
    if len(rivals - {None}) > 1:
        doubts.append(f"the order date may be {' or '.join(sorted(map(str, rivals - {None})))}")
    evidence = {"po_date": best.span.evidence(f"label: {best.label}", best.worth)}
    return Days(po_date=day, evidence=evidence, doubts=tuple(filter(None, doubts)))


def wanted_date(
    found: Sequence[DateField], lines: Sequence[Sequence[Span]], how: Calendar, ordered: date | None
) -> Days:
    """The day the goods are wanted: printed for the whole order, or the same on every line that has one."""
    days: dict[date, tuple[Span, DateText]] = {}
    doubts: list[str] = []
    for span, entry in [(item.span, item.date) for item in found[:1]]:
        day = _day(entry, how, ordered)
        if day:
            days[day] = (span, entry)
        doubts += filter(None, [how.doubt("delivery date", entry)])
    per_line = [_line_days(spans, how, ordered) for spans in lines]
    for entries in per_line:
        for day, span, entry in entries:
            if not found and not days:
                doubts += filter(None, [how.doubt("delivery date", entry)])
            days.setdefault(day, (span, entry))
    if not days:
        return Days(evidence={}, doubts=tuple(doubts))
    day = next(iter(days))
    if len(days) > 1:
        doubts.append(f"the order asks for delivery on different days: {', '.join(sorted(map(str, days)))}")
    elif not found and not all(per_line):
        doubts.append(f"only some lines name a delivery date ({day})")
    if ordered and day < ordered:
        doubts.append(f"delivery is asked for {day}, before the order's own date {ordered}")
    span, entry = days[day]
    rule = "ISO week, its Monday" if entry.week else "label: delivery" if found else "delivery date of the lines"
    wanted = day if found or len(days) == 1 else None
    return Days(
        need_date=wanted, evidence={"need_date": span.evidence(rule, 0.9)} if wanted else {}, doubts=tuple(doubts)
    )


def _day(entry: DateText, how: Calendar, ordered: date | None) -> date | None:
    if entry.week and not entry.year:
        return nearest_week(entry.week, ordered) if ordered else None
    return how.read(entry)


def _line_days(spans: Sequence[Span], how: Calendar, ordered: date | None) -> list[tuple[date, Span, DateText]]:
    found = []
    for span in spans:
        for entry in find_dates(span.text):
            day = _day(entry, how, ordered)
            if day:
                found.append((day, span, entry))
    return found
