"""What stands in a payer's words and is no reference: dates, our own numbers, accounts, amounts.

Published matching code takes the payment date `20260412` for the invoice FAC/2026/0412; this is where that ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bots.domain.bank_references import valid_iban

MASK = "\x02"  #: stands where something was taken out, so that nothing reads across it
_BACK, _AHEAD = timedelta(days=400), timedelta(days=200)  #: dates people write in payments lie so near to the booking
_WRITTEN_DATE = re.compile(
    r"(?<!\d)(?:(?P<y>20\d\d)[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>20\d\d|\d\d))(?!\d)"
)
_MONTH = re.compile(r"(?<![\d/.-])(?:20\d\d[-/.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.]20\d\d)(?![\d/-])")
_DIGITS = re.compile(r"(?<![0-9A-Z])(?:\d{8}|\d{6})(?![0-9A-Z])")
_AMOUNT = re.compile(
    r"(?<![\d/.-])\d{1,3}(?:[ .',]?\d{3})*[.,]\d{2}(?!\d)"
    r"|\b(?:EUR|USD|GBP|CHF) ?\d+|(?<![\d/])\d+ ?(?:EUR|USD|GBP|CHF)\b"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")


@dataclass(frozen=True)
class Ignored:
    """Words that name no document, and what they are: "a date", "our own number"."""

    words: str
    what: str

    @property
    def sentence(self) -> str:
        """The same for a person."""
        return f'"{self.words}" is {self.what}, so it names no document.'


def masked(text: str, own_numbers: tuple[str, ...], around: date | None) -> tuple[str, tuple[Ignored, ...]]:
    """The text, of the same length, with everything that is no reference taken out, and what that was.

    `text` is in capitals; `around` is the day the money was booked, None where dates and amounts have no place.
    """
    ignored: list[Ignored] = []
    for start, end, what in _spans(text, own_numbers, around):
        if MASK not in text[start:end]:
            ignored.append(Ignored(text[start:end].strip(), what))
            text = text[:start] + MASK * (end - start) + text[end:]
    return text, tuple(ignored)


def is_date(digits: str, around: date) -> bool:
    """Whether six or eight digits are a day near the booking in any order people write one."""
    return digits.isdigit() and any(_near(day, around) for day in _days(digits))


def _spans(text: str, own_numbers: tuple[str, ...], around: date | None) -> Iterator[tuple[int, int, str]]:
    if own_numbers:
        yield from ((*found.span(), "our own number") for found in _own(own_numbers).finditer(text))
    yield from ((*found.span(), "an account number") for found in _IBAN.finditer(text) if valid_iban(found[0]))
    if around is None:
        return
    yield from ((*found.span(), "a date") for found in _WRITTEN_DATE.finditer(text) if _near(_written(found), around))
    yield from ((*found.span(), "a date") for found in _DIGITS.finditer(text) if is_date(found[0], around))
    yield from ((*found.span(), "an amount") for found in _AMOUNT.finditer(text))
    yield from ((*found.span(), "a month") for found in _MONTH.finditer(text))


@lru_cache(maxsize=64)
def _own(numbers: tuple[str, ...]) -> re.Pattern[str]:
    """Our numbers however they are spaced; a telephone number with +33 or with 0."""
    bare = [re.sub(r"[^0-9A-Z]", "", number.upper()) for number in numbers]
    forms = {form for one in bare for form in (one, re.sub(r"^33", "0", one), re.sub(r"^[A-Z]{2}\d{2}", "", one))}
    longest_first = sorted((form for form in forms if len(form) >= 6), key=lambda form: (-len(form), form))
    spaced = "|".join(r"[ ./\-]?".join(map(re.escape, form)) for form in longest_first)
    return re.compile(rf"(?<![0-9A-Z])(?:{spaced or '(?!)'})(?![0-9A-Z])")


def _written(found: re.Match[str]) -> date | None:
    year, month, day = (int(found[name] or found[f"{name}2"]) for name in ("y", "m", "d"))
    year += 2000 if year < 100 else 0
    return _day(year, month, day) or _day(year, day, month)


def _days(digits: str) -> Iterator[date | None]:
    if len(digits) == 8:
        first, last = digits[:4], digits[4:]
        yield _day(int(first), int(last[:2]), int(last[2:]))
        yield _day(int(last), int(first[2:]), int(first[:2]))
        yield _day(int(last), int(first[:2]), int(first[2:]))
    elif len(digits) == 6:
        one, two, three = (int(digits[place : place + 2]) for place in (0, 2, 4))
        yield _day(2000 + one, two, three)
        yield _day(2000 + three, two, one)
        yield _day(2000 + three, one, two)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near(day: date | None, around: date) -> bool:
    return day is not None and around - _BACK <= day <= around + _AHEAD
