"""The arithmetic gate: what a document's own figures say about each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from bots.domain.money import cents
from bots.domain.orders import OrderLine

HALF_A_CENT = Decimal("0.005")


def worked_out(line: OrderLine) -> Decimal | None:
    """Quantity × price ÷ price unit × (1 − discount), unrounded; None when a part is missing."""
    if line.qty is None or line.unit_price is None:
        return None
    value = line.qty * line.unit_price / (line.price_per or Decimal(1))
    return value * (1 - (line.discount_percent or Decimal(0)) / 100)


def closes(line: OrderLine) -> bool | None:
    """Whether the line's amount is its quantity times its price, to the cent; None when that cannot be said."""
    value = worked_out(line)
    if value is None or line.amount is None:
        return None
    return abs(value - line.amount) <= HALF_A_CENT


def line_doubts(lines: Sequence[OrderLine]) -> list[str]:
    """A sentence for each line whose own figures contradict each other."""
    return [_contradiction(line) for line in lines if closes(line) is False]


def _contradiction(line: OrderLine) -> str:
    value = worked_out(line) or Decimal(0)
    per = f" / {line.price_per:f}" if line.price_per not in {None, Decimal(1)} else ""
    off = f" less {line.discount_percent:f} %" if line.discount_percent else ""
    return (
        f"line {line.position}: {line.qty:f} × {line.unit_price:f}{per}{off} = {cents(value):f}, "
        f"the document says {line.amount or 0:f}"
    )


def sum_of(lines: Sequence[OrderLine]) -> Decimal | None:
    """The sum of the lines: each printed amount, else the one worked out to the cent; None if a line has neither."""
    total = Decimal(0)
    for line in lines:
        value = line.amount if line.amount is not None else worked_out(line)
        if value is None:
            return None
        total += value if line.amount is not None else cents(value)
    return total if lines else None


def reached(start: Decimal, additions: Sequence[Decimal], goal: Decimal, slack: Decimal = HALF_A_CENT) -> bool:
    """Whether `start` and some of the additions (charges, discounts, taxes printed beside) make `goal`."""
    for choice in product((False, True), repeat=len(additions)):
        value = start + sum((amount for amount, taken in zip(additions, choice, strict=True) if taken), Decimal(0))
        if abs(value - goal) <= slack:
            return True
    return False
