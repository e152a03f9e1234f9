"""One record per customer and per article: what matching is allowed to rely on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class CrossReference:
    """The customer's own part number for one of our articles, valid from `since` to `until` (both included)."""

    buyer_item: str
    sku: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class UnitFactor:
    """One `unit` of the buyer's is `factor` of the article's selling unit: CRT = 12 EA.

    `sku` None: for every article of the customer. Units are UNECE Recommendation 20 codes or printed words.
    """

    unit: str
    factor: Decimal
    sku: str | None = None


@dataclass(frozen=True)
class Customer:
    """What we know of a customer and may rely on. `number` is the key in the portal."""

    number: str
    name: str
    aliases: tuple[str, ...] = ()
    vat: str | None = None
    registration: str | None = None
    gln: str | None = None
    buyer_numbers: tuple[str, ...] = ()  #: numbers under which the customer's papers name itself or us
    domains: tuple[str, ...] = ()  #: mail domains that are the customer's own
    country: str | None = None
    language: str = "en"
    contact: str | None = None  #: address for confirmations
    cross_references: tuple[CrossReference, ...] = ()
    units: tuple[UnitFactor, ...] = ()


@dataclass(frozen=True)
class Article:
    """An article as the portal's price list shows it: `price` in the company's currency for `price_per` units."""

    sku: str
    description: str
    unit: str
    price: Decimal
    price_per: Decimal = Decimal(1)
    gtin: str | None = None


@dataclass(frozen=True)
class Credit:
    """A customer's credit as the portal shows it; amounts in the company's currency."""

    limit: Decimal | None
    balance: Decimal
    blocked: bool
