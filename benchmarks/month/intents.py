"""What payers mean to do: which items they pay, how much on each, and why not all of it. Rates are in `noise`."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.month.noise import Noise
from bots.domain.advices import Deduction, Reason
from bots.domain.money import cents
from bots.domain.receivables import OpenItem

ZERO = Decimal(0)
_REASONS = (
    (Reason.QUANTITY, "Manquant a la livraison"), (Reason.PRICE, "Ecart de prix"), (Reason.FREIGHT, "Port non prevu"),
    (Reason.REBATE, "RFA"), (Reason.PROMOTION, "Participation promo"),
)  # fmt: skip


@dataclass
class Intent:
    """What a payer means: money on each item, with deductions; `kept` by banks on the way, `more` than is owed."""

    kind: str
    items: list[OpenItem]
    paid: dict[str, Decimal]
    deductions: dict[str, Deduction] = field(default_factory=dict)
    kept: Decimal = ZERO
    more: Decimal = ZERO
    open_left: set[str] = field(default_factory=set)  #: items it does not close

    @property
    def told(self) -> Decimal:
        """What the payer's bank is told to pay."""
        return sum(self.paid.values(), ZERO) + self.more

    def true(self) -> dict[str, Decimal]:
        """The money each item truly gets: what banks kept is missing on the largest, of equals on the last number."""
        paid = dict(self.paid)
        largest = max(paid, key=lambda number: (paid[number], number))
        paid[largest] -= self.kept
        return {number: money for number, money in paid.items() if money}

    def closed(self) -> frozenset[str]:
        """The items it closes, once discounts, fees and cents are let go."""
        return frozenset(self.paid) - self.open_left


def chosen(owed: list[OpenItem], advises: bool, booked: date, chance: random.Random) -> list[OpenItem]:
    """The oldest due items, mostly; whoever sends advices pays many at once, with credit notes. They leave `owed`."""
    pool = [one for one in owed if one.issued < booked - timedelta(5)]
    invoices = [one for one in pool if one.balance > 0]
    few = chance.choices((1, 2, 3, 4, 5), (70, 17, 8, 3, 2))[0]
    count = 1 + min(int(chance.expovariate(1 / 5)), 60) if advises else few
    start = chance.choice((0, 0, 0, 1, 2))
    items = invoices[start : start + count] or invoices[:count]
    if advises and len(items) > 1:
        most = sum((one.balance for one in items), ZERO) / 4
        items += [one for one in pool if one.balance < 0 and -one.balance < most][:2]
    for one in items:
        owed.remove(one)
    return items


def intent(items: list[OpenItem], advises: bool, booked: date, noise: Noise, chance: random.Random) -> Intent:
    """What is paid on each item, which is nearly always what is owed."""
    meant = Intent("plain", items, {one.number: one.balance for one in items})
    kind, largest = chance.random(), max(items, key=lambda one: (one.balance, one.number))
    if (kind := kind - noise.partial) < 0:
        meant.kind, meant.open_left = "partial", {largest.number}
        meant.paid[largest.number] = cents(largest.balance * chance.randint(30, 70) / 100)
    elif (kind := kind - noise.cents) < 0:
        meant.kind = "cents short"
        meant.paid[largest.number] -= Decimal(chance.randint(1, 90)) / 100
    elif (kind := kind - noise.fee) < 0 and largest.balance > 100:
        meant.kind, meant.kept = "bank fee", Decimal(chance.randint(5, 25))
    elif (kind := kind - noise.over) < 0:
        meant.kind, meant.more = "overpaid", Decimal(chance.randint(5, 300))
    else:
        _deduct(meant, advises, booked, noise, chance)
    return meant


def _deduct(meant: Intent, advises: bool, booked: date, noise: Noise, chance: random.Random) -> None:
    takes = chance.random()
    for one in meant.items:
        if one.discount and one.balance > 0:
            late = booked > one.discount.until
            if takes < (noise.late if late else noise.in_time):
                cut = Deduction(Reason.DISCOUNT, "Escompte", cents(one.balance * one.discount.percent / 100))
                _cut(meant, one, cut, "discount late" if late else "discount", open_left=late)
        elif advises and one.balance > 20 and chance.random() < noise.deduction:
            said, text = chance.choice(_REASONS)
            reason = said if chance.random() >= noise.reasonless else Reason.UNKNOWN
            part = cents(one.balance * chance.randint(2, 25) / 100)
            _cut(
                meant, one, Deduction(reason, text if reason is said else "Retenue", part), "deduction", open_left=True
            )


def _cut(meant: Intent, item: OpenItem, deduction: Deduction, kind: str, open_left: bool) -> None:
    meant.kind = kind
    meant.paid[item.number] -= deduction.amount
    meant.deductions[item.number] = deduction
    if open_left:
        meant.open_left.add(item.number)
