"""A month of payments against a ledger: ours beside the digit-token and oldest-first rule of open ERP modules.

50,000 open items of 5,000 customers and 10,000 bank lines, then twice of everything, then the same in a rough month.
The generator (`benchmarks/month`) knows what each payment is for and gives every rate of noise by name. Both rules get
the same lines and advices. Seconds are those of `match_all`, in processor time, without the indexes of each morning.
"""

from __future__ import annotations

import json
from typing import Any

from benchmarks.month.company import company
from benchmarks.month.days import worked
from benchmarks.month.noise import ROUGH, USUAL, Noise
from benchmarks.month.payments import month
from benchmarks.month.score import automatic, left_to_a_person, score
from benchmarks.month.token_rule import TokenRule

CUSTOMERS, ITEMS, LINES, SEED = 5_000, 50_000, 10_000, 20260401


def run() -> dict[str, Any]:
    """Rates of both rules, lines a second, and how the time grows when everything doubles."""
    months = {"month": measured(1), "twice": measured(2), "rough": measured(1, ROUGH)}
    return {
        **{f"{which}: {name}": value for which, figures in months.items() for name, value in figures.items()},
        "growth when everything doubles (2 is linear)": round(
            months["twice"]["seconds"] / months["month"]["seconds"], 2
        ),
        "automatic postings in all": sum(one["posted"] for one in months.values()),
        "wrong in all": sum(one["wrong"] for one in months.values()),
    }


def measured(scale: float, noise: Noise = USUAL) -> dict[str, Any]:
    """One month of a company so many times as large."""
    made = company(round(CUSTOMERS * scale), round(ITEMS * scale), SEED, noise)
    coming = month(made, round(LINES * scale), SEED + 1, noise)
    done = worked(coming, made.book)
    ours = score(coming, map(automatic, done.matches))
    theirs = score(coming, map(TokenRule(made.book).post, coming))
    left = left_to_a_person(done.matches)
    return {
        "lines": len(coming), "seconds": round(done.seconds, 2), "lines a second": round(len(coming) / done.seconds),
        "posted": ours.posted, "wrong": ours.wrong, "wrong per 10,000": ours.wrong_per_10000,
        "items closed": ours.closable, "hit rate %": ours.hit_rate,
        "token rule hit rate %": theirs.hit_rate, "token rule wrong per 10,000": theirs.wrong_per_10000,
        "left to a person %": {name: round(100 * count / len(coming), 2) for name, count in left.most_common()},
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
