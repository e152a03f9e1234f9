"""A month of payments against a ledger: ours beside the digit-token and oldest-first rule of open ERP modules.

50,000 open items of 5,000 customers, 10,000 bank lines, then twice of everything. The generator (`benchmarks/month`)
knows what each payment is for; its docstrings give every rate of noise. Both rules get the same lines and advices.
"""

from __future__ import annotations

import json
import time
from typing import Any

from benchmarks.month.company import OWN_NUMBERS, POLICY, company
from benchmarks.month.payments import Coming, month
from benchmarks.month.score import automatic, left_to_a_person, score
from benchmarks.month.token_rule import TokenRule
from bots.remittance_reader.matching import Book, Payment, Shelf, match_all

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
    shown = payments(coming)
    _warm(made.book)
    begun = time.process_time()
    matches = match_all(shown, made.book, POLICY)
    seconds = time.process_time() - begun
    ours = score(coming, map(automatic, matches))
    theirs_rule = TokenRule(made.book)
    theirs = score(coming, map(theirs_rule.post, coming))
    left = left_to_a_person(matches)
    return {
        "lines": len(coming), "seconds": round(seconds, 2), "lines a second": round(len(coming) / seconds),
        "posted": ours.posted, "wrong": ours.wrong, "wrong per 10,000": ours.wrong_per_10000,
        "items closed": ours.closable, "hit rate %": ours.hit_rate,
        "token rule hit rate %": theirs.hit_rate, "token rule wrong per 10,000": theirs.wrong_per_10000,
        "left to a person %": {name: round(100 * count / len(coming), 2) for name, count in left.most_common()},
    }  # fmt: skip


def payments(coming: list[Coming]) -> list[Payment]:
    """Each line with the advices that may belong to it, as a bot would ask."""
    shelf = Shelf(tuple(filed for one in coming for filed in one.advices))
    return [Payment(one.line, OWN_NUMBERS[2], f"{one.line.booked}", shelf.beside(one.line)) for one in coming]


def _warm(book: Book) -> None:
    """The indexes are made once for a book, before the first payment."""
    book.items_of(())
    book.numbered("")
    book.spelt("")
    book.ending("00000")


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
