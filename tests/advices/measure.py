"""Reads the whole corpus, with the reader and with the baseline, and prints how often each is right.

    python -m tests.advices.measure [HOW MANY] [FROM SEED]
"""  # fmt: skip

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.advices.baseline import baseline
from tests.advices.case import Case
from tests.advices.collection import cases, reading
from tests.advices.comparison import Reading, compared, differences, same
from tests.advices.layouts import layouts

ASKED_OF_BOTH = ("reference", "net", "document_date", "total", "date", "currency")


@dataclass(frozen=True)
class Reads:
    """A case with both readings."""

    case: Case
    ours: Reading
    theirs: Reading

    @property
    def right(self) -> bool:
        """Whether ours says what the paper says, in every field."""
        return not differences(self.case, self.ours)

    @property
    def silent(self) -> bool:
        """Wrong somewhere, and nothing doubted: what must never be."""
        return not self.right and not self.ours["doubts"]


def both(some: Iterable[Case]) -> list[Reads]:
    """Every case read by both."""
    return [Reads(case, reading(case), baseline(case.content)) for case in some]


def fields(case: Case, read: Reading) -> dict[str, bool]:
    """Each field both are asked for, and whether it is right on the whole paper."""
    if case.truth["kind"] != "advice":
        return {"kind": read["kind"] == case.truth["kind"]}
    found: dict[str, bool] = {}
    for path, wanted, got in compared(case.truth, read):
        name = path.rpartition(".")[2]
        names = ASKED_OF_BOTH[:3] if name == "lines" else (name,)
        for one in names:
            if one in ASKED_OF_BOTH:
                found[one] = found.get(one, True) and same(path, wanted, got)
    return found | {"lines: number and net": found.get("reference", True) and found.get("net", True)}


def table(title: str, reads: list[Reads]) -> None:
    """The rates side by side."""
    ours, theirs, of = Counter[str](), Counter[str](), Counter[str]()
    for one in reads:
        for name, right in fields(one.case, one.ours).items():
            ours[name] += right
            theirs[name] += fields(one.case, one.theirs).get(name, False)
            of[name] += 1
    print(f"\n{title}: {len(reads)} papers")
    print(f"{'':28}{'ours':>9}{'baseline':>11}{'papers':>9}")
    for name in sorted(of):
        print(f"{name:28}{100 * ours[name] / of[name]:7.1f} %{100 * theirs[name] / of[name]:9.1f} %{of[name]:>9}")
    honest = [one for one in reads if not one.case.must_doubt]
    right = sum(one.right for one in honest)
    quiet = sum(one.right and not one.ours["doubts"] for one in honest)
    print(f"every field right            {100 * right / len(honest):7.1f} % of {len(honest)}")
    print(f"every field right, no doubt  {100 * quiet / len(honest):7.1f} % of {len(honest)}")
    print(f"WRONG AND NOT DOUBTED        {sum(one.silent for one in reads)} of {len(reads)}")
    for one in reads:
        if one.silent or (one.case.must_doubt and not one.ours["doubts"]):
            print(f"  {one.case.name}: {differences(one.case, one.ours)}"[:300])


def main(count: int = 100, first: int = 0) -> None:
    """Print it all."""
    table("Designed by hand", both(cases()))
    table("Laid out at random", both(layouts(seed) for seed in range(first, first + count)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
