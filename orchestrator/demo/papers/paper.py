"""A customer's order before it is drawn: what its paper says, and what that must come to in our portal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bots.domain.customers import Article
from bots.domain.money import cents
from orchestrator.demo.papers.expected import ExpectedLine, ExpectedOrder
from orchestrator.demo.world import ARTICLES, CUSTOMERS

_ARTICLES = {article.sku: article for article in ARTICLES}
_CUSTOMERS = {customer.number: customer for customer in CUSTOMERS}


@dataclass(frozen=True)
class PaperLine:
    """A line as the customer prints it. `price` is for `per` of `unit`; `factor` of our selling units is one `unit`."""

    sku: str  #: the article it means, printed or not
    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    per: Decimal = Decimal(1)
    factor: Decimal = Decimal(1)
    item: str | None = None  #: the customer's own number
    misprint: Decimal = Decimal(0)  #: added to the amount printed, for papers that are wrong on purpose

    @property
    def amount(self) -> Decimal:
        """The amount printed."""
        return cents(self.quantity * self.price / self.per) + self.misprint

    @property
    def gtin(self) -> str:
        """The article's GTIN."""
        return _ARTICLES[self.sku].gtin or ""

    def expected(self) -> ExpectedLine:
        """The line in our article, our unit and our price."""
        article = _ARTICLES[self.sku]
        quantity = self.quantity * self.factor
        price = _price_of_one(article)
        return ExpectedLine(self.sku, quantity, article.unit, price, cents(quantity * price))


def _price_of_one(article: Article) -> Decimal:
    return article.price / article.price_per


def line(
    sku: str, quantity: str, unit: str, description: str, *, item: str | None = None, per: int = 1, factor: int = 1
) -> PaperLine:
    """A line at the price of our price list, printed for `per` of the customer's `unit`."""
    price = _price_of_one(_ARTICLES[sku]) * factor * per
    return PaperLine(sku, description, Decimal(quantity), unit, price, Decimal(per), Decimal(factor), item)


@dataclass(frozen=True)
class Paper:
    """An order as the customer means it: number and dates as printed, lines, tax rate in percent (0: none shown)."""

    customer: str
    number: str
    day: date
    need: date
    lines: tuple[PaperLine, ...]
    tax_rate: Decimal = Decimal(0)
    revision: str | None = None

    @property
    def net(self) -> Decimal:
        """The sum of the amounts printed, misprints left out: what a customer's own system would add up."""
        return sum((line.amount - line.misprint for line in self.lines), Decimal(0))

    @property
    def tax(self) -> Decimal:
        """Tax on the whole, rounded once."""
        return cents(self.net * self.tax_rate / 100)

    @property
    def gross(self) -> Decimal:
        """Net plus tax."""
        return self.net + self.tax

    def expected(self) -> ExpectedOrder:
        """What the portal must show if this order is entered."""
        lines = tuple(line.expected() for line in self.lines)
        total = sum((line.amount for line in lines), Decimal(0))
        return ExpectedOrder(self.customer, self.number, lines, total, self.need)


def mapped(customer: str, item: str, day: date) -> str:
    """The article a customer's own number means on `day`. Raises LookupError when the world knows none."""
    for reference in _CUSTOMERS[customer].cross_references:
        begun = reference.since is None or reference.since <= day
        if reference.buyer_item == item and begun and (reference.until is None or day <= reference.until):
            return reference.sku
    raise LookupError(f"{customer} has no article under {item} on {day}")
