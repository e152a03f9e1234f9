"""Money that names nothing: one equal amount, the balance of the account, or a sum of items. Suggestions only.

Amounts alone never post: what is found here has the basis `amount`, which no machine may post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bots.domain.allocation import Allocation, Basis, Proposal
from bots.domain.bank import BankLine
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.payer import Payer
from bots.remittance_reader.matching.policy import Policy
from bots.remittance_reader.matching.subset_sum import subsets

ZERO = Decimal(0)


def by_amount(line: BankLine, payer: Payer, book: Book, policy: Policy) -> tuple[Proposal, ...]:
    """What the amount alone suggests, best first; each says how many equally good ones there are, counted to two."""
    owed = [item for item in book.items_of(payer.group) if item.currency == line.currency]
    if not payer.group:
        return tuple(_equal(line, payer, book.of_amount(line.amount, line.currency)))
    equal = [item for item in owed if item.balance == line.amount]
    return (*_equal(line, payer, equal), *_balance(line, payer, owed), *_sum(line, payer, owed, policy))


def _equal(line: BankLine, payer: Payer, items: Sequence[OpenItem]) -> Iterator[Proposal]:
    first = sorted(items, key=lambda item: (item.due, item.number))[:1]
    if first:
        only = "only" if len(items) == 1 else f"first of {len(items)}"
        said = f"{first[0].number} is the {only} open item of exactly {line.amount:f} {line.currency}."
        yield _proposal(payer, first, said, min(len(items), 2))


def _balance(line: BankLine, payer: Payer, owed: Sequence[OpenItem]) -> Iterator[Proposal]:
    """All that is open, or all that is due."""
    due = [item for item in owed if item.due <= line.booked or item.balance < 0]
    for items, what in ((owed, "all that is open"), (due, "all that is due")):
        if len(items) > 1 and sum((item.balance for item in items), ZERO) == line.amount:
            yield _proposal(payer, items, f"{line.amount:f} {line.currency} is {what} on the payer's account.", 1)
            return


def _sum(line: BankLine, payer: Payer, owed: Sequence[OpenItem], policy: Policy) -> Iterator[Proposal]:
    """Items that add up to the payment; never with a tolerance."""
    items = [item for item in owed if 0 < item.balance < line.amount]
    if len(items) > policy.subset_items:
        return
    found = subsets([item.balance for item in items], line.amount, policy.subset_steps)
    if found.solutions:
        chosen = [items[place] for place in found.places]
        count = 1 if found.solutions == 1 and found.exhausted else 2
        ways = "in this way only" if count == 1 else "in this way among others"
        numbers = ", ".join(item.number for item in chosen)
        said = (
            f"{numbers} add up to {line.amount:f} {line.currency} {ways}. Amounts alone prove nothing: ask the payer."
        )
        yield _proposal(payer, chosen, said, count)


def _proposal(payer: Payer, items: Sequence[OpenItem], said: str, solutions: int) -> Proposal:
    ordered = sorted(items, key=lambda item: item.number)
    allocations = tuple(Allocation(one.number, one.customer, one.balance, Basis.AMOUNT, (), (said,)) for one in ordered)
    return Proposal(payer.customer, allocations, ZERO, (*payer.evidence, said), solutions)
