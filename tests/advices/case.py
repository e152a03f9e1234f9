"""What an advice of the corpus says: the payment behind it, and the truth a reader is measured against."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.corpus.sheet import Sheet

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Taken:
    """A deduction as printed: the payer's words, the reason a clerk would file it under, the amount."""

    text: str
    reason: str
    amount: Decimal


@dataclass(frozen=True)
class Paid:
    """One document that is paid. `gross_printed`: the paper shows the amount before deductions."""

    reference: str
    day: date | None
    gross: Decimal
    taken: tuple[Taken, ...] = ()
    gross_printed: bool = True

    @property
    def net(self) -> Decimal:
        return self.gross - sum((one.amount for one in self.taken), ZERO)

    def truth(self) -> dict[str, Any]:
        """The line as `--json` has to show it."""
        return {
            "reference": self.reference,
            "document_date": self.day.isoformat() if self.day else None,
            "gross": str(self.gross) if self.gross_printed else None,
            "deductions": [
                {"reason": one.reason, "text": one.text, "amount": str(one.amount)} for one in self.taken
            ],
            "net": str(self.net),
        }  # fmt: skip


@dataclass(frozen=True)
class Payment:
    """An advice a paper is drawn from; what it adds up to is computed, so that an honest paper is honest."""

    payer: str
    number: str | None
    day: date | None
    currency: str
    lines: tuple[Paid, ...]

    @property
    def total(self) -> Decimal:
        """Σ net."""
        return sum((one.net for one in self.lines), ZERO)

    def truth(self, **other: Any) -> dict[str, Any]:
        """What `--json` has to show; `other` replaces fields, and `...` leaves one out of the comparison."""
        printed: dict[str, Any] = {
            "kind": "advice",
            "payer": {"name": self.payer},
            "payment_ref": self.number,
            "date": self.day.isoformat() if self.day else None,
            "currency": self.currency,
            "total": str(self.total),
            "lines": [one.truth() for one in self.lines],
        } | other
        return {name: value for name, value in printed.items() if value is not ...}

    def change(self, **other: Any) -> Payment:
        """The same payment with something else in it."""
        return replace(self, **other)


@dataclass(frozen=True)
class Case:
    """One document of the corpus, its truth, and whether reading it without a doubt would be a fault."""

    name: str
    content: bytes
    truth: dict[str, Any]
    must_doubt: bool = False
    may_doubt: bool = False
    filename: str = field(default="advice.pdf")


Draw = Callable[[Sheet], dict[str, Any]]


@dataclass(frozen=True)
class Draft:
    """A paper by its drawing, which answers the truth."""

    draw: Draw
    must_doubt: bool = False
    may_doubt: bool = False

    @property
    def name(self) -> str:
        """The drawing's name in words."""
        return self.draw.__name__.replace("_", " ")

    def case(self) -> Case:
        """The paper as its sender meant it."""
        sheet = Sheet()
        truth = self.draw(sheet)
        return Case(self.name, sheet.content(), truth, self.must_doubt, self.may_doubt)


class Chance:
    """Numbers, days and amounts that are always the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def amount(self, low: int = 5_000, high: int = 900_000) -> Decimal:
        """An amount with cents, from `low` to `high` cents."""
        return Decimal(self.random.randrange(low, high)) / 100

    def day(self, start: date = date(2026, 1, 5), days: int = 60) -> date:
        """A day after `start`."""
        return start + timedelta(days=self.random.randrange(days))

    def paid(
        self, reference: str, *, discount: str | None = None, text: str = "", reason: str = "discount", **other: Any
    ) -> Paid:
        """A line; `discount` per cent are taken off under the words `text`."""
        gross = self.amount()
        off = (gross * Decimal(discount) / 100).quantize(ZERO) if discount else ZERO
        taken = (Taken(text, reason, off),) if off else ()
        return Paid(reference, self.day(), gross, taken, **other)
