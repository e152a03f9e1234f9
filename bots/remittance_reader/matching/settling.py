"""Money put on the items a payer names: what each gets, what is missing of it, and what is left over.

The identities that always hold, to the cent: Σ paid + on account = the payment; paid + Σ residuals = the item's
balance. So the balances touched, less everything missing of them, plus what stays on account, is the payment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bots.domain.advices import Deduction, Reason
from bots.domain.allocation import Allocation, Basis, Residual, ResidualKind
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching.residuals import CENT, Terms, discount_allowed, explain, tolerated

ZERO = Decimal(0)


@dataclass(frozen=True)
class Named:
    """An open item the payer names: how it was found, and what is paid on it, None where only a sum is said."""

    item: OpenItem
    basis: Basis
    evidence: tuple[str, ...]
    net: Decimal | None = None
    deductions: tuple[Deduction, ...] = ()


@dataclass(frozen=True)
class Settlement:
    """The money on the items. `doubts`: what the words and the money leave open."""

    allocations: tuple[Allocation, ...]
    on_account: Decimal
    doubts: tuple[str, ...] = ()


@dataclass
class _Shares:
    """What each item gets so far, and residuals that are explained already."""

    paid: dict[str, Decimal] = field(default_factory=dict)
    missing: dict[str, Residual] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    @property
    def sum(self) -> Decimal:
        return sum(self.paid.values(), ZERO)


def settle(money: Decimal, named: Sequence[Named], terms: Terms, lacking: str = "") -> Settlement:
    """Put the money on the items named. `lacking`: why the payer may deduct something that is on no item, in words."""
    ordered = sorted(named, key=lambda one: one.item.number)
    shares = _Shares()
    _stated([one for one in ordered if one.net is not None], shares)
    _shared(money, [one for one in ordered if one.net is None], terms, shares)
    _absorbed(money, {one.item.number: one.item for one in ordered}, terms, shares, lacking)
    allocations = tuple(_allocation(one, shares, terms) for one in ordered if shares.paid.get(one.item.number))
    return Settlement(allocations, money - sum((one.paid for one in allocations), ZERO), tuple(shares.doubts))


def _stated(named: Sequence[Named], shares: _Shares) -> None:
    """What the payer says to pay on each item, never beyond its balance; the rest stays over."""
    for one in named:
        net, balance = one.net or ZERO, one.item.balance
        same_side = (net > 0) == (balance > 0)
        paid = ZERO if not same_side else min(net, balance) if balance > 0 else max(net, balance)
        shares.paid[one.item.number] = paid
        if not net:
            shares.doubts.append(f"The payer lists {one.item.number} and pays nothing on it: find out what settles it.")
        elif paid != net:
            shares.doubts.append(
                f"The payer puts {net:f} on {one.item.number}, of which {balance:f} is open: find out what the "
                f"{abs(net - paid):f} more is for."
            )


def _shared(money: Decimal, named: Sequence[Named], terms: Terms, shares: _Shares) -> None:
    """The rest of the money on items without an amount of their own: in full, or with one reason for what is short."""
    if not named:
        return
    items = [one.item for one in named]
    rest = money - shares.sum
    short = sum((item.balance for item in items), ZERO) - rest
    for item in items:
        shares.paid[item.number] = item.balance
    if short > 0 and not _explained(items, short, terms, shares):
        _oldest_first(items, rest, shares)


def _explained(items: Sequence[OpenItem], short: Decimal, terms: Terms, shares: _Shares) -> bool:
    """One explanation for all that is short: every discount in time, the bank's fee, a difference let go, one item."""
    discounts = {item.number: discount_allowed(item, terms.valued) for item in items}
    largest = max(items, key=lambda item: (item.balance, item.number))
    off = short - sum(discounts.values(), ZERO)
    if any(discounts.values()) and abs(off) <= CENT * len(items):
        discounts[max(discounts, key=lambda number: (discounts[number], number))] += off
        _less(
            shares,
            {
                number: Residual(ResidualKind.DISCOUNT, part, Reason.DISCOUNT)
                for number, part in discounts.items()
                if part
            },
        )
    elif 0 < short == terms.fee <= terms.policy.bank_fee_cap and short < largest.balance:
        _less(shares, {largest.number: Residual(ResidualKind.BANK_FEE, short, Reason.BANK_FEE)})
    elif len(items) > 1 and tolerated(short, largest.balance, terms.policy):
        _less(shares, {largest.number: Residual(ResidualKind.TOLERANCE, short)})
    elif len(items) == 1 and short < largest.balance:
        shares.paid[largest.number] -= short
    else:
        return False
    return True


def _less(shares: _Shares, missing: Mapping[str, Residual]) -> None:
    for number, residual in missing.items():
        shares.paid[number] -= residual.amount
        shares.missing[number] = residual


def _oldest_first(items: Sequence[OpenItem], rest: Decimal, shares: _Shares) -> None:
    """The law's fallback when the debtor does not say (Code civil 1342-10), and never silently."""
    numbers = ", ".join(item.number for item in items)
    total = sum((item.balance for item in items), ZERO)
    shares.doubts.append(
        f"{numbers} are {total:f} together and {rest:f} came for them: nobody says which is short. The oldest are "
        "shown as paid first, as the law does when the debtor is silent; ask the payer."
    )
    left = rest - sum((item.balance for item in items if item.balance < 0), ZERO)
    for item in sorted(items, key=lambda item: (item.due, item.number)):
        if item.balance > 0:
            shares.paid[item.number] = min(item.balance, max(left, ZERO))
            left -= shares.paid[item.number]


def _absorbed(money: Decimal, items: Mapping[str, OpenItem], terms: Terms, shares: _Shares, lacking: str) -> None:
    """Where the items named get more than came (a fee, a deduction that is on no item), the largest get less."""
    over = shares.sum - money
    if over <= 0:
        return
    fee = over == terms.fee and over <= terms.policy.bank_fee_cap
    if not fee:
        shares.doubts.append(
            f"The items named come to {shares.sum:f}, and {money:f} came{lacking}: the {over:f} missing are shown on "
            "the largest of them; say what they are."
        )
    for number in sorted(shares.paid, key=lambda number: (shares.paid[number], number), reverse=True):
        part = min(over, max(shares.paid[number], ZERO))
        shares.paid[number] -= part
        over -= part
        if fee and part and items[number].balance == shares.paid[number] + part:
            shares.missing[number] = Residual(ResidualKind.BANK_FEE, part, Reason.BANK_FEE)


def _allocation(one: Named, shares: _Shares, terms: Terms) -> Allocation:
    number = one.item.number
    paid = shares.paid[number]
    known = shares.missing.get(number)
    whole = known is not None and paid + known.amount == one.item.balance
    residuals = (known,) if known and whole else explain(one.item, paid, one.deductions, terms)
    return Allocation(number, one.item.customer, paid, one.basis, residuals, one.evidence)


def merged(named: Sequence[Named]) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    """Each item once, by the best basis it was found on; and a doubt for each that an advice lists twice."""
    order = list(Basis)
    found: dict[str, Named] = {}
    doubts: dict[str, str] = {}
    for one in sorted(named, key=lambda one: (order.index(one.basis), one.item.number, str(one.net), one.evidence)):
        first = found.setdefault(one.item.number, one)
        if first is one:
            continue
        if first.net is not None and one.net is not None:
            doubts[one.item.number] = (
                f"{one.item.number} is paid on two lines of the advice: check that both are meant."
            )
            first = replace(first, net=first.net + one.net, deductions=(*first.deductions, *one.deductions))
        elif first.net is None:
            first = replace(first, net=one.net, deductions=one.deductions)
        found[one.item.number] = replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *one.evidence))))
    return tuple(found[number] for number in sorted(found)), tuple(doubts[number] for number in sorted(doubts))
