"""How a month went: what was closed without a person, what was posted wrongly, and what a person was asked and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.month.payments import Coming
from bots.domain.allocation import Match

#: The first of these whose words stand in a doubt is the reason a payment counts under.
_REASONS = (
    ("the bank returns", "returned"),
    ("within the", "over the cap"), ("not recorded to pay", "child not on record"),
    ("not read beyond doubt", "advice read with a doubt"), ("another payment of today", "another payment pays it too"),
    ("several transfers", "several transfers"), ("settled on", "settled before"),
    ("say who pays", "payer not known twice"), ("names neither", "two advices of one amount"),
    ("is a proposal: only its last", "last digits only"), ("is a proposal: a sign", "misread"),
    ("is a proposal: only its order", "order number only"), ("stay unpaid", "short, late discount or dispute"),
    ("would be let go", "tolerance used up"), ("on no item named", "overpaid"),
    ("nothing the payer wrote", "no reference"), ("is no open item", "unknown number"),
    ("names no document", "unknown number"),
)  # fmt: skip


@dataclass(frozen=True)
class Score:
    """Counts of one month under one rule."""

    posted: int  #: payments posted without a person
    wrong: int  #: of these, not what the payment was for
    closed: int  #: open items closed correctly without a person
    closable: int  #: open items the month's payments close

    @property
    def hit_rate(self) -> float:
        """Open items closed correctly without a person ÷ open items closed (DOMAIN section 6), in percent."""
        return round(100 * self.closed / self.closable, 2)

    @property
    def wrong_per_10000(self) -> float:
        """Wrong posts per 10,000 automatic ones."""
        return round(10_000 * self.wrong / max(self.posted, 1), 1)


def score(coming: Sequence[Coming], posted: Iterable[Mapping[str, Decimal] | None]) -> Score:
    """`posted`: the money put on items for each line; None or empty where nothing was posted."""
    pairs = [(one, made) for one, made in zip(coming, posted, strict=True) if made]
    wrong = [one for one, made in pairs if dict(made) != one.truth.paid]
    right = [one for one, made in pairs if dict(made) == one.truth.paid]
    closable = sum(len(one.truth.closes) for one in coming)
    return Score(len(pairs), len(wrong), sum(len(one.truth.closes) for one in right), closable)


def automatic(match: Match) -> Mapping[str, Decimal] | None:
    """What a machine posts."""
    return {one.item: one.paid for one in match.proposals[0].allocations} if match.automatic else None


def left_to_a_person(matches: Sequence[Match]) -> Counter[str]:
    """The payments a person gets, by the first reason."""
    return Counter(_reason(one) for one in matches if not one.automatic)


def _reason(match: Match) -> str:
    said = " ".join(match.doubts).casefold()
    return next((reason for words, reason in _REASONS if words in said), "other")
