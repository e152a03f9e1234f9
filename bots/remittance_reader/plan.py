"""What cash application makes: entries in our own book, and receipts in the portal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bots.domain.advices import RemittanceAdvice
from bots.domain.allocation import Allocation
from bots.domain.figures import price_figure
from bots.domain.ledger import BankReport, NewCase, Posting, advice_content


@dataclass(frozen=True)
class EnterReport:
    """The lines of a bank's file, into our book."""

    report: BankReport

    @property
    def key(self) -> str:
        """A file is entered once."""
        return f"bank:{self.report.document}"

    def sentences(self) -> tuple[str, ...]:
        """Per account, then a line each."""
        return tuple(
            text
            for account, lines in self.report.accounts
            for text in (
                f"Enter {len(lines)} lines of the account {account}; those another report told of are left out",
                *(
                    f"{line.booked} {price_figure(line.amount)} {line.currency} {line.payer_name or ''}".rstrip()
                    for line in lines
                ),
            )
        )


@dataclass(frozen=True)
class NoteAdvice:
    """An advice, into our book; posts nothing."""

    document: str
    advice: RemittanceAdvice  #: as our book keeps it

    @property
    def key(self) -> str:
        """An advice is noted once, whatever it was sent in."""
        return f"advice:{advice_content(self.advice)}"

    def sentences(self) -> tuple[str, ...]:
        """Who pays what, when, then a line each."""
        payer, lines = self.advice.payer.name or "somebody", self.advice.lines
        head = f"Note that {payer} pays {self.advice.amount() or 'an unknown amount'}"
        return (
            f"{head}{f' on {self.advice.paid_on}' if self.advice.paid_on else ''}; nothing is posted for it",
            *(f"{line.reference or 'no reference'}: {line.net or line.gross or 'no amount'}" for line in lines),
        )


@dataclass(frozen=True)
class PostReceipt:
    """One receipt with its allocations, for one line of our book."""

    posting: Posting
    customer_name: str
    notes: tuple[str, ...] = ()  #: who pays and how we know, for the person who reads the plan

    @property
    def key(self) -> str:
        """One receipt for a bank line, ever."""
        return self.posting.key

    def sentences(self) -> tuple[str, ...]:
        """The receipt as a clerk reads it, a line each."""
        one = self.posting
        who = f"{self.customer_name} ({one.customer})"
        return (
            f"Post a receipt of {price_figure(one.amount)} {one.currency} of {who}, valued {one.valued}",
            *(text for allocation in one.allocations for text in _allocated(allocation, one.customer)),
            *((f"{price_figure(one.on_account)} stays on account",) if one.on_account else ()),
            *self.notes,
        )


@dataclass(frozen=True)
class BookReceipt:
    """The receipt the portal shows, into our book, with the cases it leaves."""

    line: str
    receipt: str
    cases: tuple[NewCase, ...] = ()

    @property
    def key(self) -> str:
        """A line's receipt is booked once."""
        return f"booked:{self.line}"

    def sentences(self) -> tuple[str, ...]:
        """The receipt, then a case each."""
        opened = (f"Open a case for {case.owner}: {case.reason}" for case in self.cases)
        return (f"Book receipt {self.receipt} for the bank line {self.line}", *opened)


@dataclass(frozen=True)
class ReverseReceipt:
    """A receipt of ours to be taken back in the portal."""

    line: str
    receipt: str
    reference: str
    day: date
    why: str

    @property
    def key(self) -> str:
        """A line's receipt is taken back once."""
        return f"reversal:{self.line}"

    def sentences(self) -> tuple[str, ...]:
        """What and why."""
        return (f"Take back receipt {self.receipt}, under the reference {self.reference}: {self.why}",)


@dataclass(frozen=True)
class BookReversal:
    """The reversal the portal shows, into our book."""

    line: str
    reversal: str
    case: NewCase

    @property
    def key(self) -> str:
        """Booked once."""
        return f"reversal booked:{self.line}"

    def sentences(self) -> tuple[str, ...]:
        """Which receipt takes the other back."""
        return (f"Book that receipt {self.reversal} takes back the one of the bank line {self.line}",)


CashPlan = EnterReport | NoteAdvice | PostReceipt | BookReceipt | ReverseReceipt | BookReversal


def _allocated(one: Allocation, payer: str) -> Iterator[str]:
    whose = "" if one.customer == payer else f" of customer {one.customer}"
    yield f"{price_figure(one.paid)} to {one.item}{whose} ({one.basis.value.replace('_', ' ')})"
    for rest in one.residuals:
        said = f', "{rest.text}"' if rest.text else ""
        yield f"{one.item}: {price_figure(rest.amount)} is missing ({rest.kind.value.replace('_', ' ')}{said})"
    yield from one.evidence
