"""Which of the advices a proposal follows: the one that announced this money and names what it settles."""

from __future__ import annotations

from collections.abc import Sequence

from bots.domain.allocation import Allocation, Proposal
from bots.domain.bank import BankLine
from bots.domain.ledger import NotedAdvice
from bots.domain.orders import same_number

LAST_DIGITS = 5  #: a payer may leave out what stands before them


def advice_followed(advices: Sequence[NotedAdvice], line: BankLine, proposal: Proposal) -> NotedAdvice | None:
    """That advice; None when none fits, or several do."""
    fitting = [one for one in advices if _announces(one, line) and _names_all(one, proposal.allocations)]
    return fitting[0] if len(fitting) == 1 else None


def _announces(noted: NotedAdvice, line: BankLine) -> bool:
    """Its total is the money, or the money and what banks took on the way."""
    charges = line.charges.amount if line.charges and line.charges.currency == line.currency else 0
    return noted.advice.total in {line.amount, line.amount + charges}


def _names_all(noted: NotedAdvice, allocations: Sequence[Allocation]) -> bool:
    named = [same_number(one.reference) for one in noted.advice.lines if one.reference]
    return bool(allocations) and all(any(_is(one.item, name) for name in named) for one in allocations)


def _is(item: str, named: str) -> bool:
    number = same_number(item)
    return named == number or (len(named) >= LAST_DIGITS and number.endswith(named))
