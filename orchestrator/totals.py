"""Control totals: everything received is posted, rejected, waiting or in doubt, by count and by amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from orchestrator.store.item import State
from orchestrator.store.messages import Message
from orchestrator.store.store import Store

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
    faults: tuple[str, ...] = ()  #: what the mailbox or the portal shows that the columns do not, a sentence each

    def red(self) -> tuple[str, ...]:
        """Why the totals do not balance, a sentence each; empty: they do."""
        accounted = sum(column.count for column in self.columns.values())
        faults = list(self.faults)
        if accounted != self.received:
            faults.append(
                f"{self.received} documents were received but {accounted} are accounted for: "
                "look for the missing ones in the mailbox and in the list of items"
            )
        if self.columns["open"].count:
            faults.append(f"{self.columns['open'].count} documents are not settled yet: run the bot again")
        return tuple(faults)

    def with_faults(self, faults: Iterable[str]) -> Totals:
        """The same with more that was found amiss."""
        return replace(self, faults=(*self.faults, *faults))

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


def total(
    received: int, counts: Mapping[State, tuple[int, Mapping[str, Decimal]]], faults: Iterable[str] = ()
) -> Totals:
    """Totals from the count and the amounts of the items in each state."""
    columns = {name: Column() for name in NAMES}
    for state, (count, amounts) in counts.items():
        columns[COLUMNS[state]] = columns[COLUMNS[state]].plus(count, amounts)
    return Totals(received, columns, tuple(faults))


def of_run(store: Store, run: str) -> Totals:
    """What a run was the first to receive, reconciled with the messages it found."""
    found = store.messages.of_run(run)
    received, counts = _received(store, run), store.items.counts(run=run)
    return total(received, counts, mail_faults(found, store.messages.lost(found)))


def of_day(store: Store, bot: str, day: date, zone: ZoneInfo) -> Totals:
    """What a bot received on a day of this time zone, reconciled with the messages it found on it."""
    begin, end = (datetime.combine(one, time.min, zone) for one in (day, day + timedelta(days=1)))
    found = store.messages.of_day(bot, begin, end)
    received, counts = store.items.received(bot, begin, end), store.items.counts(bot, begin, end)
    return total(received, counts, mail_faults(found, store.messages.lost(found)))


def mail_faults(found: Sequence[Message], lost: Sequence[Message]) -> Iterator[str]:
    """What the mailbox held that is not among the items: a sentence each."""
    for message in lost:
        yield f"the message {message.source} was found and never settled: run the bot again, or look for it there"
    for message in found:
        if message.settled_at is not None and message.items < message.documents:
            yield (
                f"the message {message.source} brought {message.documents} documents but {message.items} became "
                "items: open its original in the evidence and look which is missing"
            )


def _received(store: Store, run: str) -> int:
    begun = store.runs.get(run)
    return store.items.received(begun.bot, run=run) if begun else 0
