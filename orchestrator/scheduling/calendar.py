"""Business days of a country: weekends and its public holidays are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel.dates import format_date


@dataclass(frozen=True)
class Calendar:
    """The business days of a country or region (`FR`, `DE-BY`), by the library `holidays`."""

    code: str

    def no_business(self, day: date) -> str | None:
        """Why a day is no business day, as a sentence; None: it is one."""
        told = format_date(day, "EEEE y-MM-dd", locale="en")
        holiday = _holidays(self.code).get(day)
        if holiday is not None:
            return f"{told} is a public holiday in {self.code}: {holiday}"
        return f"{told} is a weekend" if day.weekday() >= 5 else None

    def moved(self, day: date, direction: int) -> date:
        """The day itself, or the nearest business day before (-1) or after (1) it."""
        while self.no_business(day):
            day += timedelta(days=direction)
        return day


@cache
def _holidays(code: str) -> Mapping[date, str]:
    import holidays

    country, _, region = code.partition("-")
    found: Mapping[date, str] = holidays.country_holidays(country, subdiv=region or None)
    return found
