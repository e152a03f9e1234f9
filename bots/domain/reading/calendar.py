"""Which way round a document writes its dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bots.domain.dates import DateText, find_dates

_MONTH_FIRST = {"US"}


@dataclass(frozen=True)
class Calendar:
    """How the document writes `03/04/2026`. `day_first` is None when nothing in it says so."""

    day_first: bool | None

    def read(self, entry: DateText) -> date | None:
        """The day a text names; the day-first reading when nothing decides."""
        if len(entry.readings) < 2:
            return entry.readings[0] if entry.readings else None
        return entry.month_first if self.day_first is False else entry.day_first

    def doubt(self, what: str, entry: DateText) -> str | None:
        """A sentence with both readings when the text has two and nothing decides."""
        if self.day_first is not None or len(entry.readings) < 2:
            return None
        return f"the {what} {entry.text!r} may be {entry.readings[0]} or {entry.readings[1]}: nothing says which"


def calendar(texts: Iterable[str], country: str | None, language: str, american: bool) -> Calendar:
    """Settle the order of day and month: by a date that allows one only, by the buyer's country, by the language."""
    proofs = {entry.proves_day_first for text in texts for entry in find_dates(text) if "." not in entry.text} - {None}
    if len(proofs) == 1:
        return Calendar(proofs.pop())
    if len(proofs) > 1:
        return Calendar(None)
    if country in _MONTH_FIRST or (country is None and american):
        return Calendar(False)
    if language != "en" or (country is not None and country not in {"CA", "PH"}):
        return Calendar(True)
    return Calendar(None)
