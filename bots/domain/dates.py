"""Dates as papers print them, in six languages, with every reading a text allows.

`03/04/2026` is two dates until somebody knows who wrote it; `3 avr. 2026`, `2026-04-03` and `KW 23/2026` are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel import Locale

LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")


#: Two signs between figures, or figures beside letters: nothing else can be a date.
_MAYBE = re.compile(r"\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d|[^\W\d]\.?[\s/-]*\d|\d[\s./-]*[^\W\d]")


@dataclass(frozen=True)
class DateText:
    """A date found in a text: what it is with the day first, and with the month first (None: impossible).

    `week` is an ISO week number whose `year` may be missing; its day is the Monday.
    """

    text: str
    start: int
    end: int
    day_first: date | None = None
    month_first: date | None = None
    week: int | None = None
    year: int | None = None

    @property
    def readings(self) -> tuple[date, ...]:
        """The different days it can be: one when it is clear, two when it is not."""
        return tuple(dict.fromkeys(day for day in (self.day_first, self.month_first) if day))

    @property
    def proves_day_first(self) -> bool | None:
        """True or False when the digits allow one order only and the order matters; None when they say nothing."""
        if self.day_first and self.month_first is None:
            return True
        if self.month_first and self.day_first is None:
            return False
        return None


def find_dates(text: str) -> Iterator[DateText]:
    """Every date in a line of text, from left to right, without overlaps."""
    if not _MAYBE.search(text):
        return
    folded = fold(text)
    position = 0
    for found in _any_date().finditer(folded):
        if found.start() < position:
            continue
        entry = _read(found, text)
        if entry:
            position = found.end()
            yield entry


def read_date(text: str) -> DateText | None:
    """The date a text begins with; None when it begins with something else."""
    first = next(find_dates(text), None)
    return first if first and not text[: first.start].strip(" :.-") else None


def monday(week: int, year: int) -> date | None:
    """The Monday of an ISO 8601 week; None when the year has no such week."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def nearest_week(week: int, after: date) -> date | None:
    """The Monday of the next such week, counted from a week before `after`."""
    for year in (after.year, after.year + 1):
        day = monday(week, year)
        if day and day >= after - timedelta(days=7):
            return day
    return None


def fold(text: str) -> str:
    """The text without case and accents, each character still in its place."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@cache
def _folded(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)[0].lower()
    return plain if len(plain) == 1 else character


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in LANGUAGES:
        widths = Locale(language).months["format"]
        for width in ("wide", "abbreviated"):
            for number, name in widths[width].items():
                names[fold(name).rstrip(".")] = int(number)
    names |= {"sept": 9, "juill": 7, "mrz": 3, "aout": 8, "fevr": 2}
    return {name: number for name, number in names.items() if len(name) > 2}


@cache
def _any_date() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    weeks = r"(?:kw|cw|wk|week|weeks|woche|kalenderwoche|semaine|sem|semana|settimana)"
    return re.compile(
        rf"""(?<![\w/.,-])(?:
        (?P<iso_year>\d{{4}})[-/.](?P<iso_month>\d{{1,2}})[-/.](?P<iso_day>\d{{1,2}})(?:t[\d:.]+z?)?
        |(?P<first>\d{{1,2}})\s?(?P<sign>[./-])\s?(?P<second>\d{{1,2}})\s?(?P=sign)\s?(?P<short>\d{{4}}|\d{{2}})
        |(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|o|\.)?[\s/-]*(?:de\s+)?(?P<name>{month})\.?[\s,/-]*(?:de\s+|del\s+)?(?P<named_year>\d{{4}}|'?\d{{2}})
        |(?P<us_name>{month})\.?[\s-]*(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?[\s,-]+(?P<us_year>\d{{4}})
        |(?P<joined_year>20\d\d)(?P<joined_name>{month})(?P<joined_day>\d{{2}})
        |(?P<week_year>\d{{4}})[\s-]*w(?P<year_week>\d{{1,2}})
        |[sw]\s?(?P<letter_week>\d{{1,2}})\s?[/.-]\s?(?P<letter_year>\d{{4}}|\d{{2}})
        |{weeks}\.?\s*(?:no\.?\s*)?(?P<week>\d{{1,2}})(?:\s*[/.-]\s*(?P<of_year>\d{{4}}|\d{{2}})|\s+(?P<spaced_year>20\d\d))?
        )(?![\w/-]|[.,]\d)""",
        re.VERBOSE,
    )


def _read(found: re.Match[str], text: str) -> DateText | None:
    groups = found.groupdict()
    printed = text[found.start() : found.end()]
    if groups["week"] or groups["year_week"] or groups["letter_week"]:
        return _week(found, printed)
    if groups["iso_year"]:
        days = (_day(groups["iso_year"], groups["iso_month"], groups["iso_day"]), None)
        clear = days[0]
    elif groups["first"]:
        return _digits(found, printed)
    elif groups["name"]:
        clear = _day(groups["named_year"], str(_months()[groups["name"]]), groups["day"])
    elif groups["joined_name"]:
        clear = _day(groups["joined_year"], str(_months()[groups["joined_name"]]), groups["joined_day"])
    else:
        clear = _day(groups["us_year"], str(_months()[groups["us_name"]]), groups["us_day"])
    return DateText(printed, found.start(), found.end(), clear, clear) if clear else None


def _digits(found: re.Match[str], printed: str) -> DateText | None:
    first, second, year = found["first"], found["second"], found["short"]
    day_first = _day(year, second, first)
    month_first = None if found["sign"] == "." else _day(year, first, second)
    if day_first is None and month_first is None:
        return None
    return DateText(printed, found.start(), found.end(), day_first, month_first)


def _week(found: re.Match[str], printed: str) -> DateText | None:
    number = int(found["week"] or found["year_week"] or found["letter_week"])
    year = _year(found["of_year"] or found["spaced_year"] or found["week_year"] or found["letter_year"])
    if not 1 <= number <= 53:
        return None
    day = monday(number, year) if year else None
    return DateText(printed, found.start(), found.end(), day, day, number, year)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: str, month: str, day: str) -> date | None:
    full = _year(year)
    try:
        return date(full or 0, int(month), int(day))
    except ValueError:
        return None
