"""How a portal prints numbers, dates and durations, and how they are typed into it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, model_validator

from bots.adapters.selector_map.strict import Strict, wrong

_SPACES = " \u00a0\u202f\u2009"
_DAY_MONTH_YEAR = {"dd": "%d", "d": "%d", "MM": "%m", "M": "%m", "yyyy": "%Y", "yy": "%y"}
_TOKEN = re.compile(r"yyyy|yy|dd?|MM?")
_CURRENCY = re.compile(r"^(?:[A-Z]{3}|[€$£¥])\s*|\s*(?:[A-Z]{3}|[€$£¥])$")
_UNITS = {"s": "seconds", "min": "minutes", "h": "hours"}


class Numbers(Strict):
    """The portal's number format. Nothing is guessed: `1.5` is no number where the point groups thousands."""

    decimal: str = "."
    thousands: str = ""

    @model_validator(mode="after")
    def _marks_differ(self) -> Numbers:
        if len(self.decimal) != 1 or len(self.thousands) > 1 or self.decimal == self.thousands:
            raise wrong('numbers need one decimal mark and another (or no, "") thousands mark')
        return self

    def typed(self, value: Decimal) -> str:
        """The number as it is keyed: plain, without thousands marks."""
        return format(value, "f").replace(".", self.decimal)

    def parse(self, text: str) -> Decimal:
        """Read a printed number; a currency beside it, a minus before or after and brackets are understood.

        Raises ValueError if it is none in this format.
        """
        bare, negative = _without_sign(_CURRENCY.sub("", text.strip(), count=1))
        mark = f"[{_SPACES}]" if self.thousands in _SPACES else re.escape(self.thousands)
        whole = rf"\d{{1,3}}(?:{mark}\d{{3}})+|\d+" if self.thousands else r"\d+"
        found = re.fullmatch(rf"(?P<whole>{whole})(?:{re.escape(self.decimal)}(?P<part>\d+))?", bare)
        if not found:
            raise ValueError(f"{text!r} is not a number as this portal prints them ({self.example})")
        number = Decimal(re.sub(r"\D", "", found["whole"]) + "." + (found["part"] or "0"))
        if not found["part"]:
            number = Decimal(int(number))
        return -number if negative else number

    @property
    def example(self) -> str:
        """`1.234,50`"""
        return f"1{self.thousands}234{self.decimal}50"


def _without_sign(text: str) -> tuple[str, bool]:
    """The digits of a negative: `-12`, `12-` and `(12)` are one."""
    bare = text.strip().replace("\u2212", "-")
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1].strip(), True
    if bare.startswith("-") or bare.endswith("-"):
        return bare.strip("-").strip(), True
    return bare, False


def typed_date(pattern: str, value: date) -> str:
    """The date as it is keyed. `d` and `M` alone are printed without a leading zero."""
    parts = {"dd": f"{value.day:02}", "d": str(value.day), "MM": f"{value.month:02}", "M": str(value.month)}
    years = {"yyyy": f"{value.year:04}", "yy": f"{value.year % 100:02}"}
    return _TOKEN.sub(lambda found: (parts | years)[found[0]], pattern)


def parse_date(pattern: str, text: str) -> date:
    """Read a printed date. Raises ValueError if it is none in this pattern."""
    directives = _TOKEN.sub(lambda found: _DAY_MONTH_YEAR[found[0]], pattern.replace("%", "%%"))
    try:
        return datetime.strptime(text.strip(), directives).date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        raise ValueError(f"{text!r} is not a date as this portal prints them ({pattern})") from None


def _date_pattern(pattern: str) -> str:
    found = sorted(token[0] for token in _TOKEN.findall(pattern))
    if found != ["M", "d", "y"] or re.search(r"[A-Za-z]", _TOKEN.sub("", pattern)):
        raise wrong(f"{pattern!r} is not a date pattern; write it like dd.MM.yyyy, MM-dd-yyyy or yyyy-MM-dd")
    return pattern


DatePattern = Annotated[str, AfterValidator(_date_pattern)]


def _duration(data: Any) -> Any:
    found = re.fullmatch(r"(\d+) ?(s|min|h)", data.strip()) if isinstance(data, str) else None
    if isinstance(data, timedelta):
        return data
    if not found:
        raise wrong(f"{data!r} is not a duration; write it like 30s, 2min or 1h")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


Duration = Annotated[timedelta, BeforeValidator(_duration)]
