"""How MERCURE prints and reads figures: decimal comma, thousands dot, dates dd.mm.yyyy."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_PLAIN = re.compile(r"^-?\d{1,9}(,\d{1,4})?$")
_GROUPED = re.compile(r"^-?\d{1,3}([. \u00a0]\d{3})+,\d{1,4}$")  # a lone 1.250 is refused: it could mean 1,25
_DATE = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$")


class Refused(Exception):
    """What was typed cannot be taken. Its text is the error line the page shows, with status 200."""


def print_number(value: Decimal, least: int, most: int) -> str:
    """The number with at least `least` and at most `most` decimals: 1250.4 as `1.250,40`."""
    digits = f"{value:,.{most}f}"
    whole, _, fraction = digits.partition(".")
    kept = fraction[:least] + fraction[least:].rstrip("0")
    return whole.replace(",", ".") + (f",{kept}" if kept else "")


def print_amount(value: Decimal) -> str:
    """An amount of money: `1.250,40`."""
    return print_number(value, 2, 2)


def print_price(value: Decimal) -> str:
    """A price, kept with four decimals: `18,50`, `0,0485`."""
    return print_number(value, 2, 4)


def print_quantity(value: Decimal) -> str:
    """A quantity: `12`, `2,5`."""
    return print_number(value, 0, 3)


def print_date(day: date) -> str:
    """A day: `07.04.2026`."""
    return day.strftime("%d.%m.%Y")


def read_number(text: str) -> Decimal:
    """A number as typed, with a decimal comma. Raises Refused (ERR-113) for a decimal point or anything else."""
    typed = text.strip()
    if not (_PLAIN.match(typed) or _GROUPED.match(typed)):
        raise Refused(f"ERR-113 Invalid number '{typed}'")
    return Decimal(re.sub(r"[. \u00a0]", "", typed).replace(",", "."))


def read_amount(text: str) -> Decimal:
    """An amount of money as typed. Raises Refused (ERR-113) for what is no number or has parts of a cent."""
    amount = read_number(text)
    if amount != round(amount, 2):
        raise Refused(f"ERR-113 Invalid number '{text.strip()}'")
    return amount


def read_date(text: str) -> date | None:
    """A day as typed, None when left empty. Raises Refused (ERR-114) for any form but dd.mm.yyyy."""
    typed = text.strip()
    if not typed:
        return None
    found = _DATE.match(typed)
    try:
        day, month, year = map(int, found.groups() if found else ())
        return date(year, month, day)
    except ValueError:
        raise Refused(f"ERR-114 Invalid date '{typed}'") from None
