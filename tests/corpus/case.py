"""What a paper of the corpus says: the order behind it, and the truth a reader is measured against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Case:
    """One document of the corpus.

    `truth` has the shape of `o2c read order --json`; a field it does not hold is not compared, null means that
    nothing is printed. A line may hold `item` instead of `buyer_item` and `sku`: the heading does not say whose number
    it is, so either will do. `must_doubt`: reading it without any doubt is a fault; one of the words of `doubt_about`
    (any, if empty) has to stand in the doubts. `may_doubt`: a person would ask too, so a doubt is not held against it.
    """

    name: str
    content: bytes
    truth: dict[str, Any]
    must_doubt: bool = False
    doubt_about: tuple[str, ...] = ()
    may_doubt: bool = False

    @property
    def honest(self) -> bool:
        """A paper that a clerk would key without asking anybody."""
        return not self.must_doubt and not self.may_doubt


@dataclass(frozen=True)
class Item:
    """A line as printed, in plain decimals; None where the paper says nothing."""

    qty: str | None
    price: str | None
    description: str | None = None
    uom: str | None = None
    buyer_item: str | None = None
    sku: str | None = None
    item: str | None = None  #: a number whose owner the heading does not tell
    gtin: str | None = None
    per: str | None = None
    discount: str | None = None  #: per cent
    line: int | None = None  #: None: its place, from 1
    amount_printed: bool = True
    says: str | None = None  #: the amount printed, where it is not the product

    @property
    def amount(self) -> Decimal:
        """Quantity × price, for so many, less the discount; to cents."""
        if self.says is not None:
            return Decimal(self.says)
        gross = Decimal(self.qty or 0) * Decimal(self.price or 0) / Decimal(self.per or 1)
        return (gross * (100 - Decimal(self.discount or 0)) / 100).quantize(CENT, ROUND_HALF_UP)

    def truth(self, place: int) -> dict[str, Any]:
        """The line as `--json` has to show it."""
        printed: dict[str, Any] = {
            "line": self.line or place,
            "description": self.description,
            "qty": self.qty,
            "uom": self.uom,
            "unit_price": self.price,
            "price_per": self.per,
            "amount": str(self.amount) if self.amount_printed else None,
        }
        printed |= {"item": self.item} if self.item else {"buyer_item": self.buyer_item, "sku": self.sku}
        printed |= {"gtin": self.gtin} if self.gtin else {}
        return printed | ({"discount_percent": self.discount} if self.discount else {})


@dataclass(frozen=True)
class Order:
    """An order a paper is drawn from; what it adds up to is computed, so that an honest paper is honest."""

    po: str | None
    date: str | None
    currency: str | None
    items: tuple[Item, ...]
    name: str | None = None
    vat: str | None = None
    country: str | None = None
    need: str | None = None
    vat_rate: str | None = None  #: per cent; None: the paper shows no tax
    charges: str = "0"
    kind: str = "order"

    @property
    def goods(self) -> Decimal:
        """Σ lines."""
        return sum((one.amount for one in self.items), Decimal("0.00"))

    @property
    def net(self) -> Decimal:
        """Σ lines with charges, without tax."""
        return self.goods + Decimal(self.charges)

    @property
    def tax(self) -> Decimal:
        """Tax on the net total, to cents."""
        return (self.net * Decimal(self.vat_rate or 0) / 100).quantize(CENT, ROUND_HALF_UP)

    @property
    def total(self) -> Decimal:
        """What the paper adds up to."""
        return self.net + self.tax

    def truth(self, **other: Any) -> dict[str, Any]:
        """What `--json` has to show; `other` replaces fields, and `...` leaves one out of the comparison."""
        buyer = {"name": self.name, "vat": self.vat, "country": self.country}
        printed: dict[str, Any] = {
            "kind": self.kind,
            # A country nobody prints may still be concluded; so only a printed one is compared.
            "buyer": {name: value for name, value in buyer.items() if value or name == "vat"},
            "po_number": self.po,
            "po_date": self.date,
            "currency": self.currency,
            "total": str(self.total),
            "need_date": self.need,
            "lines": [one.truth(place) for place, one in enumerate(self.items, 1)],
        } | other
        return {name: value for name, value in printed.items() if value is not ...}

    def change(self, **other: Any) -> Order:
        """The same order with something else in it."""
        return replace(self, **other)


@dataclass(frozen=True)
class Notation:
    """How a country prints a number; called with the plain one."""

    point: str
    thousands: str
    lakh: bool = False

    def __call__(self, plain: Decimal | str | None, places: int | None = 2) -> str:
        if plain is None:
            return ""
        value = Decimal(plain)
        text = f"{value:f}" if places is None else f"{value:.{places}f}"
        whole, _, rest = text.lstrip("-").partition(".")
        return ("-" if value < 0 else "") + self._grouped(whole) + (self.point + rest if rest else "")

    def whole(self, plain: Decimal | str | None) -> str:
        """As many places as the number has."""
        return self(plain, None)

    def _grouped(self, digits: str) -> str:
        groups = list(self._groups(digits))
        return self.thousands.join(reversed(groups))

    def _groups(self, digits: str) -> Iterator[str]:
        size = 3
        while digits:
            yield digits[-size:]
            digits = digits[:-size]
            size = 2 if self.lakh else 3


US = Notation(".", ",")
DE = Notation(",", ".")
FR = Notation(",", " ")
FR_HARD = Notation(",", "\xa0")
SI = Notation(",", "\u202f")
CH = Notation(".", "'")
INDIA = Notation(".", ",", lakh=True)
PLAIN = Notation(".", "")
COMMA = Notation(",", "")
