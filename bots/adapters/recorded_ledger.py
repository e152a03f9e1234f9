"""Our book of money, with every entry written down before it is made; see `bots.adapters.recorded`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from bots.adapters.workspace import BeforePress, Fields, Ledger, press_freely
from bots.domain.documents import Arrival
from bots.domain.ledger import BankReport, Choice, EnteredReport, History, LedgerLine, NewCase, NotedAdvice, Posting


class Journal(Protocol):
    """What of the journal an entry needs; see `bots.adapters.recorded.Journal`."""

    def record(self, action: str, target: str, detail: Mapping[str, object]) -> None: ...

    def intend(self, target: str, fields: Fields) -> None: ...


@dataclass(frozen=True)
class RecordedLedger:
    """A book whose looks are on record and whose entries are each begun under an intent; see `Ledger`.

    What is entered is recorded by the book itself, in the transaction that enters it.
    """

    inner: Ledger
    journal: Journal

    def arrivals(self) -> Iterator[Arrival]:
        for arrival in self.inner.arrivals():
            self.journal.record("arrived", arrival.source, {"bytes": len(arrival.original)})
            yield arrival

    def settle(self, arrival: Arrival) -> None:
        self.journal.record("settle", arrival.source, {})
        self.inner.settle(arrival)

    def report(self, document: str) -> EnteredReport | None:
        found = self.inner.report(document)
        self._looked("report", document=document, new=found.new if found else None)
        return found

    def enter(self, report: BankReport, before_press: BeforePress = press_freely) -> None:
        self.inner.enter(report, self._intending("enter", before_press))

    def noted(self, content: str) -> NotedAdvice | None:
        found = self.inner.noted(content)
        self._looked("noted", content=content, found=found is not None)
        return found

    def note(self, advice: NotedAdvice, before_press: BeforePress = press_freely) -> None:
        self.inner.note(advice, self._intending("note", before_press))

    def advices(self) -> Sequence[NotedAdvice]:
        found = self.inner.advices()
        self._looked("advices", documents=[one.document for one in found])
        return found

    def posting(self, line: str) -> Posting | None:
        found = self.inner.posting(line)
        self._looked("posting", line=line, state=found.state.value if found else None)
        return found

    def posted(self, amount: Decimal) -> Sequence[tuple[LedgerLine, Posting]]:
        found = self.inner.posted(amount)
        self._looked("posted", amount=f"{amount:f}", lines=[line.key for line, _ in found])
        return found

    def unposted(self) -> Sequence[LedgerLine]:
        found = self.inner.unposted()
        self._looked("unposted", lines=[line.key for line in found])
        return found

    def choice(self, line: str) -> Choice | None:
        found = self.inner.choice(line)
        self._looked("choice", line=line, who=found.who if found else None)
        return found

    def draft(self, posting: Posting) -> None:
        self.inner.draft(posting)

    def book(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        self.inner.book(line, receipt, cases, self._intending("book", before_press))

    def book_reversal(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        self.inner.book_reversal(line, receipt, cases, self._intending("book_reversal", before_press))

    def history(self) -> History:
        return self.inner.history()

    def paused(self, invoice: str) -> str | None:
        found = self.inner.paused(invoice)
        self._looked("paused", invoice=invoice, why=found)
        return found

    def _looked(self, what: str, **seen: object) -> None:
        self.journal.record("look", f"ledger.{what}", seen)

    def _intending(self, what: str, before_press: BeforePress) -> BeforePress:
        def write_intent(fields: Fields) -> None:
            before_press(fields)
            self.journal.intend(f"ledger.{what}", fields)

        return write_intent
