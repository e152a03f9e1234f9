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
from bots.order_entry.prices import net_price, price_doubt, within_tolerance
from bots.order_entry.settings import Settings

QUANTITY_PLACES = 4  #: decimals a portal's quantity field is trusted to hold, for what is measured


@dataclass(frozen=True)
class Keyable:
    """What became of one line. `line` is None when it cannot be said in our terms at all.

    `doubts` stand against the line whatever the portal shows; `off_list` only against entering it at that price.
    """

    line: SalesOrderLine | None
    doubts: tuple[str, ...] = ()
    off_list: str | None = None
    notes: tuple[str, ...] = ()


def keyable(line: OrderLine, customer: Customer, on: date, articles: Sequence[Article], settings: Settings) -> Keyable:
    """Match, convert and price one line. `on` is the day cross-references must be valid."""
    name = f"Line {line.position}"
    found = match(line, customer, on, articles)
    if isinstance(found, Unmatched):
        return Keyable(None, (*(f"{name}: {doubt}." for doubt in _unfit(line)), f"{name}: {found.reason}."))
    unit = _unit(line, found.article, customer, settings)
    doubts = [*_unfit(line), *([unit.reason] if isinstance(unit, Unconverted) else [])]
    if isinstance(unit, Unconverted) or line.qty is None:
        return Keyable(None, tuple(f"{name}: {doubt}." for doubt in doubts))
    return _priced(line, found.article, unit, [found.evidence, unit.because], settings)


def _unfit(line: OrderLine) -> tuple[str, ...]:
    """What no order line may be, whoever orders."""
    if line.qty is None:
        return ("no quantity is printed",)
    return (f"the quantity is {figure(line.qty)}, and only more than 0 can be delivered",) if line.qty <= 0 else ()


def _unit(line: OrderLine, article: Article, customer: Customer, settings: Settings) -> Converted | Unconverted:
    """The unit printed; where none is, the selling unit, but only if the printed price is the price for it."""
    if line.uom:
        return convert(line.uom, article, customer)
    price = net_price(line, Fraction(1), article)
    if price is not None and within_tolerance(price, article, settings):
        return Converted(Fraction(1), f"no unit is printed; the price is that for our selling unit {article.unit}")
    return Unconverted(
        f"no unit is printed, and the price does not show that {article.unit} is meant: say in which unit "
        f"{article.sku} is ordered"
    )


def _priced(line: OrderLine, article: Article, unit: Converted, notes: Sequence[str], settings: Settings) -> Keyable:
    name = f"Line {line.position}"
    price = net_price(line, unit.factor, article)
    if price is None and settings.missing_price == "list":
        price = article.price
        notes = [*notes, "no price is printed; the price list's is taken"]
    quantity, broken = _quantity(line, article, unit)
    doubts = [*_unfit(line), *([broken] if broken else [])]
    if price is None:
        doubts.append(f"no price is printed; the price list says {price_figure(article.price)}")
    if price is None or quantity is None:
        return Keyable(None, tuple(f"{name}: {doubt}." for doubt in doubts))
    amount = cents(quantity * price / article.price_per)
    if line.amount is not None and amount != line.amount:
        doubts.append(
            f"{figure(quantity)} {article.unit} at {price_figure(price)} for {figure(article.price_per)} come to "
            f"{amount:f}, the document says {line.amount:f}"
        )
    off_list = price_doubt(price, article, settings)
    return Keyable(
        SalesOrderLine(
            line.position, article.sku, article.description, quantity, article.unit, price, amount, article.price_per
        ),
        tuple(f"{name}: {doubt}." for doubt in doubts),
        f"{name}: {off_list}." if off_list else None,
        tuple(f"line {line.position}: {note}" for note in notes),
    )


def _quantity(line: OrderLine, article: Article, unit: Converted) -> tuple[Decimal | None, str | None]:
    """The quantity in selling units, or why there is none: part of a piece cannot be delivered."""
    ordered = Fraction(line.qty or 0) * unit.factor
    quantity = exact(ordered, 0 if is_piece(article.unit) else QUANTITY_PLACES)
    if quantity is not None:
        return quantity, None
    asked = f"{figure(line.qty or Decimal(0))} {line.uom or article.unit}"
    return None, f"{asked} is not a whole number of {article.unit} of {article.sku} ({unit.because})"
