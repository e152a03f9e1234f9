"""The price of a line in our own unit, and whether it is the price list's."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bots.domain.customers import Article
from bots.domain.figures import figure, nearest, price_figure
from bots.domain.orders import OrderLine
from bots.order_entry.settings import Settings

PRICE_PLACES = 4  #: decimals a portal's price field is trusted to hold


def net_price(line: OrderLine, factor: Fraction, article: Article) -> Decimal | None:
    """The line's price after discount for the article's `price_per` selling units; None when none is printed.

    `factor` is how many selling units one printed unit is. Rounded to PRICE_PLACES: whether that is exact enough
    shows in the line's amount, to the cent.
    """
    if line.unit_price is None:
        return None
    per_printed_unit = Fraction(line.unit_price) / Fraction(line.price_per or 1)
    discounted = per_printed_unit * (1 - Fraction(line.discount_percent or 0) / 100)
    price = nearest(discounted / factor * Fraction(article.price_per), PRICE_PLACES)
    return Decimal(price_figure(price))


def within_tolerance(price: Decimal, article: Article, settings: Settings) -> bool:
    """Whether a price (for the article's `price_per`) is the list's within both tolerances, percent and amount."""
    allowed = min(article.price * settings.price_tolerance_percent / 100, settings.price_tolerance_amount)
    return abs(price - article.price) <= allowed


def price_doubt(price: Decimal, article: Article, settings: Settings) -> str | None:
    """Why a price cannot be keyed as it is, without the line's number; None if it can."""
    if price <= 0:
        return f"the price of {article.sku} is {price_figure(price)}, the price list says {listed(article)}"
    if within_tolerance(price, article, settings):
        return None
    return (
        f"the document says {price_figure(price)} for {per_unit(article)} of {article.sku}, the price list "
        f"{listed(article)} (allowed: {figure(settings.price_tolerance_percent)} % and at most "
        f"{price_figure(settings.price_tolerance_amount)} {settings.currency})"
    )


def per_unit(article: Article) -> str:
    """What the article's price is for, in words: `1 EA`, `100 EA`."""
    return f"{figure(article.price_per)} {article.unit}"


def listed(article: Article) -> str:
    """The price list's price in words: `18.50 for 100 EA`."""
    return f"{price_figure(article.price)} for {per_unit(article)}"
