"""Control totals: everything received is posted, rejected, waiting or in doubt, by count and by amount."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from orchestrator.store.item import State

#: Where a work item stands, in the words of the totals. FAILED waits for a person too.
COLUMNS = {
    State.POSTED: "posted",
    State.REJECTED: "rejected",
    State.WAITING: "waiting",
    State.APPROVAL: "waiting",
    State.FAILED: "waiting",
    State.IN_DOUBT: "in doubt",
    State.NEW: "open",
    State.WORKING: "open",
    State.POSTPONED: "open",
}
NAMES = ("posted", "rejected", "waiting", "in doubt", "open")


@dataclass(frozen=True)
class Column:
    """A number of documents and what they are about, by currency (amounts that could not be read are not in it)."""

    count: int = 0
    amounts: Mapping[str, Decimal] = field(default_factory=dict)

    def plus(self, count: int, amounts: Mapping[str, Decimal]) -> Column:
        """This column with more in it."""
        sums = dict(self.amounts)
        for currency, amount in amounts.items():
            sums[currency] = sums.get(currency, Decimal(0)) + amount
        return Column(self.count + count, sums)


@dataclass(frozen=True)
class Totals:
    """A run's or a day's totals. `received` is counted where documents arrive, the columns where items stand."""

    received: int
    columns: Mapping[str, Column]

    def red(self) -> tuple[str, ...]:
        """Why the totals do not balance, a sentence each; empty: they do."""
        accounted = sum(column.count for column in self.columns.values())
        faults = []
        if accounted != self.received:
            faults.append(
                f"{self.received} documents were received but {accounted} are accounted for: "
                "look for the missing ones in the mailbox and in the list of items"
            )
        if self.columns["open"].count:
            faults.append(f"{self.columns['open'].count} documents are not settled yet: run the bot again")
        return tuple(faults)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON; amounts as decimal text by currency."""
        return {
            "received": self.received,
            **{
                name: {"count": column.count, "amounts": {c: f"{a:f}" for c, a in sorted(column.amounts.items())}}
                for name, column in self.columns.items()
            },
            "balanced": not self.red(),
            "red": list(self.red()),
        }


def total(received: int, counts: Mapping[State, tuple[int, Mapping[str, Decimal]]]) -> Totals:
    """Totals from the count and the amounts of the items in each state."""
    columns = {name: Column() for name in NAMES}
    for state, (count, amounts) in counts.items():
        columns[COLUMNS[state]] = columns[COLUMNS[state]].plus(count, amounts)
    return Totals(received, columns)
