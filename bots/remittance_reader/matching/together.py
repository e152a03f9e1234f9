"""Several payments at once: what two of them claim is posted for neither, in whatever order they come."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bots.domain.allocation import Match, ResidualKind
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.payment import Payment
from bots.remittance_reader.matching.policy import Policy

ZERO = Decimal(0)


@dataclass(frozen=True)
class _Claim:
    """Something only one payment can have, and what is said to each when two want it."""

    what: str
    doubt: str


@dataclass(frozen=True)
class _Budget:
    """Whose budget of what is let go, and of which year."""

    payer: str
    year: int


def with_conflicts(
    payments: Sequence[Payment], matches: Sequence[Match], book: Book, policy: Policy
) -> tuple[Match, ...]:
    """The matches, with a doubt on each that claims what another claims too.

    That is an open item, the very same money reported twice, or the customer's budget for what is let go.
    """
    pairs = list(zip(payments, matches, strict=True))
    claims = [tuple(_claims(payment, match)) for payment, match in pairs]
    count = Counter(claim.what for each in claims for claim in each)
    let_go = _let_go(pairs)
    return tuple(
        _doubted(
            match, [one.doubt for one in each if count[one.what] > 1] + _over(payment, match, let_go, book, policy)
        )
        for (payment, match), each in zip(pairs, claims, strict=True)
    )


def _doubted(match: Match, doubts: list[str]) -> Match:
    return replace(match, doubts=(*match.doubts, *doubts)) if doubts else match


def _claims(payment: Payment, match: Match) -> Iterator[_Claim]:
    if match.sure:
        yield _Claim(payment.identity, "This very money is reported twice: find out which report is posted.")
        for one in match.proposals[0].allocations:
            doubt = f"Another payment of today pays {one.item} too: find out whether it is paid twice."
            yield _Claim(f"item {one.item}", doubt)


def _let_go(pairs: Sequence[tuple[Payment, Match]]) -> Mapping[_Budget, Decimal]:
    used: dict[_Budget, Decimal] = defaultdict(Decimal)
    for payment, match in pairs:
        if budget := _budget(payment, match):
            used[budget] += _forgiven(match)
    return used


def _over(payment: Payment, match: Match, let_go: Mapping[_Budget, Decimal], book: Book, policy: Policy) -> list[str]:
    budget = _budget(payment, match)
    if budget is None or not _forgiven(match):
        return []
    together = book.let_go(budget.payer, budget.year) + let_go[budget]
    if together <= policy.tolerance_yearly:
        return []
    return [
        f"With the other payments of today {together:f} would be let go for {book.customer_named(budget.payer)} in "
        f"{budget.year}, more than the {policy.tolerance_yearly:f} allowed: say for which."
    ]


def _budget(payment: Payment, match: Match) -> _Budget | None:
    payer = match.proposals[0].payer if match.sure else None
    return _Budget(payer, (payment.line.valued or payment.line.booked).year) if payer else None


def _forgiven(match: Match) -> Decimal:
    residuals = (residual for one in match.proposals[0].allocations for residual in one.residuals)
    return sum((one.amount for one in residuals if one.kind is ResidualKind.TOLERANCE), ZERO)
