"""Numbers as papers print them: `1.234,56`, `1,234.56`, `1 234,56`, `1'234.56`, `44,25,090.00`.

One text can be two numbers (`1.234`). So a text is read under a decimal mark, and the mark is settled for a whole
document by the numbers that allow only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache


class Mark(StrEnum):
    """The character between units and decimals."""

    DOT = "."
    COMMA = ","


#: Spaces that stand between thousands: space, no-break, figure, thin, narrow no-break; and both apostrophes.
_SPACES = "\u0020\u00a0\u2007\u2009\u202f"
_APOSTROPHES = "'\u2019\u02bc\u00b4`"
_MINUS = "-\u2212\u2013\u2010\u2011"

_WHOLE = r"(?:\d+|[1-9]\d{0,2}(?:[G]\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:'\d{3})+"
_DOT = re.compile(_WHOLE.replace("[G]", ",") + r"|[1-9]\d?(?:,\d{2})+,\d{3})?(?:\.\d+)?")
_COMMA = re.compile(_WHOLE.replace("[G]", r"\.") + r"|[1-9]\d?(?:\.\d{2})+\.\d{3})?(?:,\d+)?")

_CURRENCY = (
    r"(?:EUR|USD|GBP|CHF|CAD|AUD|NZD|INR|SEK|NOK|DKK|PLN|CZK|JPY|CNY|MXN|BRL|ZAR|SGD|HKD|"
    r"Rs\.?|US\$|C\$|A\$|CA\$|AU\$|[€$£¥₹])"
)
_TRIM = re.compile(rf"^{_CURRENCY}\s*|\s*{_CURRENCY}$", re.IGNORECASE)
_EMPTY_CENTS = re.compile(r"[.,][-\u2013\u2014]{1,2}$")


def _bare(text: str) -> tuple[str, bool]:
    """The digits and marks of a printed number, and whether it is negative (`-5`, `5-`, `(5)`, `5 CR`)."""
    bare = text.strip()
    negative = False
    if bare.isdigit():
        return bare, negative
    for _ in range(2):
        bare = _TRIM.sub("", bare).strip()
        if bare.startswith("(") and bare.endswith(")"):
            bare, negative = bare[1:-1].strip(), True
        bare = _EMPTY_CENTS.sub("", bare)
        if bare[-2:].upper() == "CR":
            bare, negative = bare[:-2].strip(), True
        if bare and (bare[0] in _MINUS or bare[-1] in _MINUS):
            bare, negative = bare.strip(_MINUS + " "), not negative
        elif bare.startswith("+"):
            bare = bare[1:].strip()
    for space in _SPACES[1:]:
        bare = bare.replace(space, " ")
    for apostrophe in _APOSTROPHES[1:]:
        bare = bare.replace(apostrophe, "'")
    return bare, negative


@lru_cache(maxsize=16384)
def parse(text: str, mark: Mark) -> Decimal | None:
    """The number a text is under a decimal mark; None when it is none. Currency signs and ISO codes are ignored."""
    if not any(character.isdigit() for character in text):
        return None
    cents = _EMPTY_CENTS.search(_TRIM.sub("", text).strip())
    if cents and cents.group()[0] != mark:
        return None
    bare, negative = _bare(text)
    form = _DOT if mark is Mark.DOT else _COMMA
    if not bare or not bare[-1].isdigit() or not form.fullmatch(bare):
        return None
    for group in " '", "," if mark is Mark.DOT else ".":
        for sign in group:
            bare = bare.replace(sign, "")
    value = Decimal(bare.replace(",", "."))
    return -value if negative else value


@lru_cache(maxsize=16384)
def looks_numeric(text: str) -> bool:
    """Whether the text is a number under either mark."""
    return parse(text, Mark.DOT) is not None or parse(text, Mark.COMMA) is not None


@lru_cache(maxsize=16384)
def readings(text: str) -> tuple[Decimal, ...]:
    """Every value the text can have: none, one, or two when the mark must decide."""
    found = (parse(text, mark) for mark in Mark)
    return tuple(dict.fromkeys(value for value in found if value is not None))


def only_mark(text: str) -> Mark | None:
    """The decimal mark this text proves; None when it fits both (`12`, `1.234`) or none."""
    dot, comma = parse(text, Mark.DOT), parse(text, Mark.COMMA)
    if dot is not None and comma is None:
        return Mark.DOT
    if comma is not None and dot is None:
        return Mark.COMMA
    return None


def proven_marks(texts: Iterable[str]) -> dict[Mark, int]:
    """How many of the texts prove each mark."""
    votes = dict.fromkeys(Mark, 0)
    for text in texts:
        mark = only_mark(text)
        if mark is not None:
            votes[mark] += 1
    return votes
