"""Which customer a printed name is: like enough, and far enough from the next one (DOMAIN: score ≥ 90, margin ≥ 10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bots.domain.customer_matching import plain_name
from bots.domain.customers import Customer


@dataclass(frozen=True)
class Namesake:
    """The one customer a name means, with how like it is and how like the next one is (0 to 100)."""

    customer: str
    score: float
    next_score: float


class NameIndex:
    """Every name and alias of every customer, compared by their words in any order, legal forms left out."""

    def __init__(self, customers: Iterable[Customer]) -> None:
        self._keys: list[str] = []
        self._owners: list[str] = []
        for customer in customers:
            for key in sorted({_key(name) for name in (customer.name, *customer.aliases)}):
                self._keys.append(key)
                self._owners.append(customer.number)
        self._asked: dict[tuple[str, float, float], Namesake | None] = {}

    def meant(self, printed: str, score: float, margin: float) -> Namesake | None:
        """The customer whose name it is; None when nobody's is like it enough or somebody else's is too near."""
        question = (_key(printed), score, margin)
        if question not in self._asked:
            self._asked[question] = self._find(*question)
        return self._asked[question]

    def _find(self, key: str, score: float, margin: float) -> Namesake | None:
        near = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=max(0.0, score - margin), limit=None)
        best: dict[str, float] = {}
        for _, like, place in near:
            owner = self._owners[place]
            best[owner] = max(like, best.get(owner, 0.0))
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or ranked[0][1] < score:
            return None
        next_score = ranked[1][1] if len(ranked) > 1 else 0.0
        return Namesake(ranked[0][0], ranked[0][1], next_score) if ranked[0][1] - next_score >= margin else None


def _key(name: str) -> str:
    return " ".join(sorted(plain_name(name).split()))
