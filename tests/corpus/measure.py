"""Measure the reader on the corpus: `python -m tests.corpus.measure [N]`, N papers at random (200).

Prints, for the papers designed by hand and for the random ones, the share of papers on which each field is right,
beside the forty-line baseline's on the same papers; then every reading that is wrong and not doubted, by name.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.corpus.baseline import baseline
from tests.corpus.case import Case
from tests.corpus.collection import cases, reading
from tests.corpus.comparison import Reading, compared, differences, same
from tests.corpus.layouts import layouts

FIGURES = ("qty", "unit_price", "amount")


@dataclass
class Tally:
    """Right and compared papers per field, of one reader."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)

    def add(self, case: Case, read: Reading) -> None:
        """Count one paper; a field of the lines is right when it is right in every line."""
        if case.truth["kind"] != "order":
            self._count("kind", case.truth["kind"] == read["kind"])
            return
        wrong = {path.rpartition(".")[2] if path.startswith("lines[") else path for path in differences(case, read)}
        asked = {path for path, _, _ in compared(case, read) if not path.startswith("lines")}
        for name in sorted(asked):
            self._count(name, name not in wrong)
        if case.truth.get("lines"):
            self._lines(case, wrong)

    def _lines(self, case: Case, wrong: set[str]) -> None:
        names = {name for line in case.truth["lines"] for name in line}
        for name in names:
            self._count(f"lines.{name}", not wrong & {name, "lines"})
        self._count("all lines: qty, price, amount", not wrong & {*FIGURES, "lines"})
        self._count("all lines: every field", not wrong & {*names, "lines"})

    def _count(self, name: str, right: bool) -> None:
        self.of[name] += 1
        self.right[name] += right

    def rate(self, name: str) -> str:
        """`93.1 %`, or nothing where nothing was compared."""
        return f"{100 * self.right[name] / self.of[name]:5.1f} %" if self.of[name] else ""


@dataclass(frozen=True)
class Reads:
    """A case with both readings."""

    case: Case
    ours: Reading
    theirs: Reading

    @property
    def wrong(self) -> dict[str, str]:
        """Where ours differs from the paper."""
        return differences(self.case, self.ours)


def both(some: Iterable[Case]) -> list[Reads]:
    """Every case read by our reader and by the baseline."""
    return [Reads(case, reading(case), baseline(case.content)) for case in some]


def table(title: str, reads: Sequence[Reads]) -> None:
    """The rates side by side, over honest papers (and kinds over all)."""
    ours, theirs = Tally(), Tally()
    honest = [one for one in reads if one.case.honest]
    for one in [*honest, *(one for one in reads if not one.case.honest and one.case.truth["kind"] != "order")]:
        ours.add(one.case, one.ours)
        theirs.add(one.case, one.theirs)
    print(f"\n{title}: {len(reads)} papers, {len(honest)} of them honest orders")
    print(f"{'':34}{'ours':>9}{'baseline':>11}{'papers':>9}")
    for name in sorted(ours.of, key=lambda name: (name.startswith("all"), name.startswith("lines"), name)):
        print(f"{name:34}{ours.rate(name):>9}{theirs.rate(name):>11}{ours.of[name]:>9}")
    quiet = sum(not one.ours["doubts"] for one in honest)
    print(f"{'honest papers without a doubt':34}{100 * quiet / max(len(honest), 1):7.1f} %{'':11}{len(honest):>9}")
    asked = [one for one in reads if one.case.must_doubt]
    if asked:
        print(
            f"{'papers that need a doubt, doubted':34}{100 * sum(bool(o.ours['doubts']) for o in asked) / len(asked):7.1f} %{'':11}{len(asked):>9}"
        )


def faults(reads: Sequence[Reads]) -> None:
    """What matters most first: wrong and not doubted, then doubts without need, then wrong but doubted."""
    silent = [one for one in reads if not one.ours["doubts"] and (one.wrong or one.case.must_doubt)]
    print(f"\nWRONG AND NOT DOUBTED: {len(silent)} of {len(reads)} (the baseline never doubts and is wrong on "
          f"{sum(bool(_known_wrong(one)) for one in reads)})")  # fmt: skip
    for one in silent:
        print(f"  {one.case.name}: " + "; ".join(f"{path} {what}" for path, what in one.wrong.items())[:400])
    needless = [one for one in reads if one.case.honest and one.ours["doubts"]]
    print(f"\nDOUBTED WITHOUT NEED: {len(needless)}")
    for one in needless:
        print(f"  {one.case.name}: " + " | ".join(one.ours["doubts"])[:300])
        if one.wrong:
            print("      and wrong: " + "; ".join(f"{path} {what}" for path, what in one.wrong.items())[:300])


def _known_wrong(one: Reads) -> bool:
    """Whether the baseline errs in a field it reads at all."""
    if one.case.truth["kind"] != "order":
        return True
    truth = one.case.truth
    asked = [name for name in ("po_number", "po_date", "currency", "total") if name in truth]
    if any(not same(name, truth[name], one.theirs[name]) for name in asked):
        return True
    lines = truth.get("lines") or []
    read = one.theirs["lines"]
    return len(lines) != len(read) or any(
        not same(name, want[name], got[name]) for want, got in zip(lines, read, strict=True) for name in FIGURES
    )


def main(count: int = 200) -> None:
    """Print it all."""
    designed, random = both(cases()), both(layouts(seed) for seed in range(count))
    table("Designed by hand", designed)
    faults(designed)
    table("Laid out at random", random)
    faults(random)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
