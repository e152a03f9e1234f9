"""One printed line in our own terms: our article, our selling unit, our way of pricing, or the doubts against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bots.domain.customers import Article, Customer
from bots.domain.figures import exact, figure, price_figure
from bots.domain.item_matching import Unmatched, match
from bots.domain.money import cents
from bots.domain.orders import OrderLine, SalesOrderLine
from bots.domain.units import Converted, Unconverted, convert, is_piece
from bots.order_entry.prices import listed, net_price, price_doubt, within_tolerance
from bots.order_entry.settings import Settings

QUANTITY_PLACES = 4  #: decimals a portal's quantity field is trusted to hold, for what is measured


@dataclass(frozen=True)
class LineDoubt:
    """What stands against a line, without its number, and the printed value it is about (`unit_price`)."""

    about: str
    text: str


@dataclass(frozen=True)
class Keyable:
    """What became of one line. `line` is None when it cannot be said in our terms at all.

    `doubts` stand against the line whatever the portal shows; `off_list` only against entering it at that price.
    """

    line: SalesOrderLine | None
    doubts: tuple[LineDoubt, ...] = ()
    off_list: tuple[LineDoubt, ...] = ()
    notes: tuple[str, ...] = ()


def keyable(line: OrderLine, customer: Customer, on: date, articles: Sequence[Article], settings: Settings) -> Keyable:
    """Match, convert and price one line. `on` is the day its cross-references must be valid."""
    found = match(line, customer, on, articles)
    if isinstance(found, Unmatched):
        return Keyable(None, (LineDoubt(_identifier(line), found.reason),))
    unit = _unit(line, found.article, customer, settings)
    if isinstance(unit, Unconverted):
        return Keyable(None, (LineDoubt("uom", unit.reason),))
    return _priced(line, found.article, unit, (found.evidence, unit.because), settings)


def quantity_doubts(line: OrderLine) -> tuple[LineDoubt, ...]:
    """A printed quantity that no order line may have, whoever orders."""
    if line.qty is None or line.qty > 0:
        return ()
    return (LineDoubt("qty", f"the quantity is {figure(line.qty)}, and only more than 0 can be delivered"),)


def _identifier(line: OrderLine) -> str:
    return "buyer_item" if line.buyer_item else "gtin" if line.gtin else "sku" if line.sku else "description"


def _unit(line: OrderLine, article: Article, customer: Customer, settings: Settings) -> Converted | Unconverted:
    """The unit printed; where none is, the selling unit, but only if the printed price is the price for it."""
    if line.uom:
        return convert(line.uom, article, customer)
    price = net_price(line, Fraction(1), article)
    if price is not None and within_tolerance(price, article, settings):
        return Converted(Fraction(1), f"no unit is printed; the price is that for our selling unit {article.unit}")
    return Unconverted(
        f"no unit is printed, and the price does not show that {article.unit} is meant (the price list says "
        f"{listed(article)}): say in which unit {article.sku} is ordered"
    )


def _priced(line: OrderLine, article: Article, unit: Converted, notes: tuple[str, ...], settings: Settings) -> Keyable:
    price = net_price(line, unit.factor, article)
    if price is None and settings.missing_price == "list":
        price, notes = article.price, (*notes, "no price is printed; the price list's is taken")
    quantity = _quantity(line, article, unit)
    if price is None or quantity is None:
        return Keyable(None, (*_part_doubts(line, article, unit, quantity), *_no_price(price, article)))
    keyed = SalesOrderLine(
        line.position, article.sku, article.description, quantity, article.unit, price,
        cents(quantity * price / article.price_per), article.price_per,
    )  # fmt: skip
    off_list = price_doubt(price, article, settings)
    return Keyable(keyed, _amount_doubts(line, keyed), (LineDoubt("unit_price", off_list),) if off_list else (), notes)


def _quantity(line: OrderLine, article: Article, unit: Converted) -> Decimal | None:
    """The quantity in selling units; None where none is printed or it would be part of a piece."""
    if line.qty is None:
        return None
    return exact(Fraction(line.qty) * unit.factor, 0 if is_piece(article.unit) else QUANTITY_PLACES)


def _part_doubts(line: OrderLine, article: Article, unit: Converted, quantity: Decimal | None) -> tuple[LineDoubt, ...]:
    if line.qty is None or quantity is not None:
        return ()
    asked = f"{figure(line.qty)} {line.uom or article.unit}"
    return (LineDoubt("qty", f"{asked} is no whole number of {article.unit} of {article.sku} ({unit.because})"),)


def _no_price(price: Decimal | None, article: Article) -> tuple[LineDoubt, ...]:
    if price is not None:
        return ()
    return (LineDoubt("unit_price", f"no price is printed for {article.sku}; the price list says {listed(article)}"),)


def _amount_doubts(line: OrderLine, keyed: SalesOrderLine) -> tuple[LineDoubt, ...]:
    """The amount in our units and at our way of pricing must be the printed one, to the cent."""
    if line.amount is None or line.amount == keyed.amount:
        return ()
    sum_of = f"{figure(keyed.quantity)} {keyed.unit} at {price_figure(keyed.unit_price)} for {figure(keyed.price_per)}"
    return (LineDoubt("amount", f"{sum_of} come to {keyed.amount:f}, the document says {line.amount:f}"),)
