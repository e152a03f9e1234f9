"""A month of payments against a ledger: ours beside the digit-token and oldest-first rule of open ERP modules.

50,000 open items of 5,000 customers, 10,000 bank lines, then twice of everything. The generator (`benchmarks/month`)
knows what each payment is for; its docstrings give every rate of noise. Both rules get the same lines and advices.
"""

from __future__ import annotations

import json
from typing import Any

from benchmarks.month.company import company
from benchmarks.month.days import worked
from benchmarks.month.payments import month
from benchmarks.month.score import automatic, left_to_a_person, score
from benchmarks.month.token_rule import TokenRule

CUSTOMERS, ITEMS, LINES, SEED = 5_000, 50_000, 10_000, 20260401


def run() -> dict[str, Any]:
    """Rates of both rules, lines a second, and how the time grows when everything doubles."""
    once, twice = _measured(1), _measured(2)
    return {
        **{f"month: {name}": value for name, value in once.items()},
        **{f"twice: {name}": value for name, value in twice.items()},
        "growth when everything doubles (2 is linear)": round(twice["seconds"] / once["seconds"], 2),
        "automatic postings in all": once["posted"] + twice["posted"],
        "wrong in all": once["wrong"] + twice["wrong"],
    }


def _measured(scale: int) -> dict[str, Any]:
    made = company(CUSTOMERS * scale, ITEMS * scale, SEED)
    coming = month(made, LINES * scale, SEED + scale)
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
