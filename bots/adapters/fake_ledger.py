"""Our book of money in memory, for authors of bots: the same rules as the real one, nothing written anywhere.

    ledger = FakeLedger()
    ledger.confirmed_by["receipt:BK-…"] = "Anne"      # a person agreed to the plan of this receipt
    ledger.learned["C-1000"] = Trust(agreements=5)    # what earlier postings taught

`reports`, `notes`, `postings` and `opened` hold what was entered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal

from bots.adapters.workspace import BeforePress, press_freely
from bots.domain.bank import BankLine
from bots.domain.documents import Arrival, Document
from bots.domain.ledger import (
    SOURCE,
    BankReport,
    Choice,
    EnteredReport,
    History,
    LedgerLine,
    NewCase,
    NotedAdvice,
    Posting,
    PostingState,
    Trust,
    identity,
    line_key,
    unknown_lines,
)
from bots.domain.ledger_documents import LINE, line_document
from bots.domain.orders import same_number
from bots.errors import BusinessError

STANDING = frozenset({PostingState.POSTED, PostingState.TO_REVERSE})


@dataclass
class FakeLedger:
    """The book; see the module's docstring."""

    reports: dict[str, EnteredReport] = field(default_factory=dict)
    lines: dict[str, LedgerLine] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)  #: keys of lines no work item was made of
    notes: dict[str, NotedAdvice] = field(default_factory=dict)
    postings: dict[str, Posting] = field(default_factory=dict)
    opened: list[NewCase] = field(default_factory=list)
    learned: dict[str, Trust] = field(default_factory=dict)
    choices: dict[str, Choice] = field(default_factory=dict)
    confirmed_by: dict[str, str] = field(default_factory=dict)
    now: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def arrivals(self) -> Iterator[Arrival]:
        """Lines no work item was made of."""
        for key in tuple(self.waiting):
            content = line_document(self.lines[key])
            yield Arrival(f"{SOURCE}{key}", content, (Document(content, LINE, self.lines[key].title),))

    def settle(self, arrival: Arrival) -> None:
        """A work item was made of it. Twice is once."""
        key = arrival.source.removeprefix(SOURCE)
        if key in self.waiting:
            self.waiting.remove(key)

    def report(self, document: str) -> EnteredReport | None:
        """What was entered of a file."""
        return self.reports.get(document)

    def enter(self, report: BankReport, before_press: BeforePress = press_freely) -> None:
        """Enter what nobody told of before."""
        before_press({"document": report.document, "lines": str(report.lines)})
        if report.document not in self.reports:
            new = [key for account, lines in report.accounts for key in self._enter(account, lines)]
            self.reports[report.document] = EnteredReport(report.document, report.lines, len(new))

    def noted(self, content: str) -> NotedAdvice | None:
        """The advice that says this."""
        return self.notes.get(content)

    def note(self, advice: NotedAdvice, before_press: BeforePress = press_freely) -> None:
        """Note it, once."""
        before_press({"document": advice.document, "total": advice.advice.amount() or ""})
        self.notes.setdefault(advice.content, advice)

    def advices(self) -> Sequence[NotedAdvice]:
        """Those whose money has not come."""
        return tuple(one for one in self.notes.values() if one.line is None)

    def posting(self, line: str) -> Posting | None:
        """The posting of a line."""
        return self.postings.get(line)

    def posted(self, amount: Decimal) -> Sequence[tuple[LedgerLine, Posting]]:
        """What stands of exactly this amount."""
        standing = [one for one in self.postings.values() if one.state in STANDING]
        pairs = ((self.lines[one.line], one) for one in standing if one.line in self.lines)
        return tuple((line, one) for line, one in pairs if line.line.amount == amount)

    def unposted(self) -> Sequence[LedgerLine]:
        """Money to us without a posting."""
        done = {one.line for one in self.postings.values() if one.state in STANDING}
        return tuple(one for key, one in self.lines.items() if key not in done and one.line.amount > 0)

    def choose(self, choice: Choice) -> None:
        """A person says what a line is for."""
        self.choices[choice.line] = choice

    def choice(self, line: str) -> Choice | None:
        """What a person said it is for."""
        return self.choices.get(line)

    def draft(self, posting: Posting) -> None:
        """Keep what is about to be posted."""
        earlier = self.postings.get(posting.line)
        if earlier and earlier.state in STANDING:
            raise BusinessError(f"The bank line {posting.line} is posted already, as receipt {earlier.receipt}.")
        self.postings[posting.line] = posting

    def book(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        """The draft stands in the portal."""
        before_press({"line": line, "receipt": receipt})
        draft = self.postings.get(line)
        if draft is None:
            raise BusinessError(f"Nothing was drafted for the bank line {line}.")
        if draft.state is not PostingState.DRAFT:
            return
        who = self.choices[line].who if draft.chosen else self.confirmed_by.get(draft.key)
        self.postings[line] = replace(draft, state=PostingState.POSTED, receipt=receipt, who=who)
        self.opened += [case for case in cases if case not in self.opened]
        if draft.advice in self.notes:
            self.notes[draft.advice] = replace(self.notes[draft.advice], line=line)
        if who:
            self._learn(draft)

    def book_reversal(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        """The portal shows that it was taken back."""
        before_press({"line": line, "reversal": receipt})
        posting = self.postings.get(line)
        if posting and posting.state is PostingState.TO_REVERSE:
            self.postings[line] = replace(posting, state=PostingState.REVERSED, reversal=receipt)
            self.opened += [case for case in cases if case not in self.opened]

    def ask_reversal(self, line: str, why: str) -> None:
        """A person wants the receipt of this line taken back."""
        self.postings[line] = replace(self.postings[line], state=PostingState.TO_REVERSE, why=why)

    def history(self) -> History:
        """What was learned."""
        return History(dict(self.learned))

    def paused(self, invoice: str) -> str | None:
        """Whether an advice names the invoice."""
        wanted = same_number(invoice)
        for note in self.advices():
            if any(line.reference and same_number(line.reference) == wanted for line in note.advice.lines):
                return f"an advice of {note.advice.paid_on or note.noted.date()} says that it is paid"
        return None

    def _enter(self, account: str, lines: Sequence[BankLine]) -> Iterator[str]:
        known = [one.line for one in self.lines.values() if one.account == account]
        for line in unknown_lines(lines, known):
            key = line_key(account, line, 1 + sum(identity(one) == identity(line) for one in known))
            known.append(replace(line, evidence={}))
            self.lines[key] = LedgerLine(key, account, known[-1])
            if line.amount > 0 or line.returned:
                self.waiting.append(key)
            yield key

    def _learn(self, posting: Posting) -> None:
        trust = self.learned.get(posting.customer, Trust())
        ibans = tuple(dict.fromkeys([*trust.ibans, *([posting.payer_iban] if posting.payer_iban else [])]))
        agreements = 0 if posting.agrees is False else trust.agreements + bool(posting.agrees)
        self.learned[posting.customer] = replace(trust, ibans=ibans, agreements=agreements)
