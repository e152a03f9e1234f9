"""Numbers as sentences show them, and fractions brought back to the decimals a field can hold."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def figure(number: Decimal) -> str:
    """Plain decimal text without idle zeros: `12.000` is `12`, `1E+2` is `100`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def price_figure(number: Decimal) -> str:
    """A price as price lists print it: at least two decimals, more only where they say something."""
    text = figure(number)
    decimals = len(text.partition(".")[2])
    return text if decimals >= 2 else format(number, ".2f")


def exact(fraction: Fraction, places: int) -> Decimal | None:
    """The fraction as a decimal of at most `places` decimals; None if it has more."""
    found = nearest(fraction, places)
    return found if Fraction(found) == fraction else None


def nearest(fraction: Fraction, places: int) -> Decimal:
    """The fraction rounded half up (away from zero) to `places` decimals."""
    scaled = fraction * 10**places
    whole = int(abs(scaled) + Fraction(1, 2))
    signed = whole if scaled >= 0 else -whole
    return Decimal(signed).scaleb(-places).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
