"""Our own book of money that came in: what the bank booked, what payers said, what was posted, and what is left to do.

The portal keeps the receivables; this book keeps what no portal knows: that a line of a statement is the money of
yesterday's notice, that an advice waits for its money, and who agreed to what.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bots.domain.advices import RemittanceAdvice
from bots.domain.allocation import Allocation
from bots.domain.bank import BankLine
from bots.domain.plain import canonical_json

SOURCE = "ledger:"  #: how the source of a line's work item begins; the line's key follows

Compare = Callable[[BankLine, BankLine], bool]


@dataclass(frozen=True)
class LedgerLine:
    """A bank line in our book: money the bank booked, one line whichever of its reports told of it first."""

    key: str  #: `BK-3F2A…`, its identity for good; typed into the portal as the receipt's reference
    account: str
    line: BankLine  #: without its evidence, which stays with the bank's file

    @property
    def title(self) -> str:
        """What a person calls it: who paid, and when."""
        return f"{self.line.payer_name or 'payment'} {self.line.booked}"


@dataclass(frozen=True)
class BankReport:
    """What is to be entered of one file of a bank: the lines of each account, none of them in doubt."""

    document: str  #: SHA-256 of the file
    accounts: tuple[tuple[str, tuple[BankLine, ...]], ...]  #: account and its lines, in the bank's order

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return sum(len(lines) for _, lines in self.accounts)


@dataclass(frozen=True)
class EnteredReport:
    """A file of a bank that was entered: how many lines it told of, and how many nobody had told of before."""

    document: str
    lines: int
    new: int


@dataclass(frozen=True)
class NotedAdvice:
    """An advice in our book. `line` is the key of the bank line that brought its money, None while that has not come.

    The advice is kept without its evidence and the text of its mail: those stay with the document.
    """

    document: str  #: SHA-256 of the document it came in first
    advice: RemittanceAdvice
    noted: datetime
    line: str | None = None

    @property
    def content(self) -> str:
        """Its identity: the same advice sent again, in whatever mail, is the same advice."""
        return advice_content(self.advice)


class PostingState(StrEnum):
    """How far the posting of a bank line is."""

    DRAFT = "draft"  #: about to be posted; counts for nothing before the portal shows the receipt
    POSTED = "posted"
    TO_REVERSE = "to_reverse"  #: somebody asked to take it back
    REVERSED = "reversed"


@dataclass(frozen=True)
class Posting:
    """The receipt of one bank line, as it was decided; kept before the portal is touched, so that what the portal
    shows afterwards can be compared with it."""

    line: str
    customer: str
    amount: Decimal
    currency: str
    valued: date
    allocations: tuple[Allocation, ...]
    on_account: Decimal = Decimal(0)
    advice: str | None = None  #: `content` of the advice it follows
    paper: str | None = None  #: SHA-256 of that advice's document
    payer_iban: str | None = None
    state: PostingState = PostingState.DRAFT
    receipt: str | None = None  #: its number in the portal
    who: str | None = None  #: the person who agreed to exactly this; None: a machine posted it
    why: str | None = None  #: why it is to be reversed
    reversal: str | None = None  #: number of the receipt that took it back
    sampled: bool = False  #: a machine posts it, and a person compares it afterwards
    chosen: bool = False  #: a person said what the money is for, so that nobody has to agree to it
    #: Whether a person who posts this says what the machine was sure of; None: it was not sure, and nothing counts.
    agrees: bool | None = True

    @property
    def key(self) -> str:
        """The business identity of the receipt: one for each bank line, ever."""
        return f"receipt:{self.line}"


@dataclass(frozen=True)
class Choice:
    """What a person says a bank line is for: so much on each of a customer's items, the rest on account."""

    line: str
    customer: str
    parts: tuple[tuple[str, Decimal], ...]  #: item and amount, negative for a credit note
    who: str
    why: str


class CaseKind(StrEnum):
    """What is left to do after money came in."""

    DISPUTE = "dispute"  #: the payer took something off, with or without saying why
    WRITE_OFF = "write_off"  #: a discount, fee, difference or remainder that is let go, to be booked in the portal
    ON_ACCOUNT = "on_account"  #: money nobody has said an invoice for
    SAMPLE = "sample"  #: a machine posted it alone, and it is of the share a person compares
    REVERSED = "reversed"  #: money whose receipt was taken back: it has to be posted anew


@dataclass(frozen=True)
class NewCase:
    """A case to be opened. `item` is the invoice it is about; one open case per line, item and kind."""

    kind: CaseKind
    line: str
    customer: str
    amount: Decimal
    currency: str
    reason: str  #: a sentence
    owner: str  #: who has to see to it
    item: str = ""
    document: str | None = None  #: SHA-256 of the paper that says so


@dataclass(frozen=True)
class Case:
    """A case in our book; `closed`, `who` and `why` once somebody closed it."""

    id: int
    about: NewCase
    opened: datetime
    closed: datetime | None = None
    who: str | None = None
    why: str | None = None


@dataclass(frozen=True)
class Trust:
    """What we have learned of one customer as a payer, from postings a person agreed to and from nothing else."""

    ibans: tuple[str, ...] = ()
    agreements: int = 0  #: postings a person made of which the machine was sure too, since the last lock
    locked: str | None = None  #: why automatic posting was taken back the last time; None: never
    tolerated: Decimal = Decimal(0)  #: small remainders let go this calendar year


@dataclass(frozen=True)
class History:
    """What the book knows that helps to recognise payers and to decide whether a machine may post."""

    trust: Mapping[str, Trust] = field(default_factory=dict)  #: by customer number

    def of(self, customer: str) -> Trust:
        """What is known of one customer."""
        return self.trust.get(customer, Trust())

    def payers(self, iban: str) -> tuple[str, ...]:
        """The customers who paid from this account before, sorted."""
        return tuple(sorted(number for number, one in self.trust.items() if iban in one.ibans))


def advice_content(advice: RemittanceAdvice) -> str:
    """SHA-256 (hex) of what an advice says, whoever sent it, however it was read, in whatever order it lists."""
    payer, lines = replace(advice.payer, email=None), tuple(sorted(advice.lines, key=canonical_json))
    said = replace(advice, why="", payer=payer, lines=lines, doubts=(), evidence={}, envelope=None)
    return hashlib.sha256(canonical_json(said).encode()).hexdigest()


def identity(line: BankLine) -> dict[str, str]:
    """What tells a line from others of its account, but for equal ones; 12.5 and 12.50 are one amount."""
    return {
        "booked": line.booked.isoformat(),
        "amount": f"{line.amount.normalize():f}",
        "currency": line.currency,
        "end_to_end_id": line.end_to_end_id or "",
        "bank_reference": line.bank_reference or "",
    }


def line_key(account: str, line: BankLine, occurrence: int) -> str:
    """The key of a line for good: account, identity, and its number (from 1) among equal ones."""
    told = canonical_json([account, identity(line), occurrence])
    return f"BK-{hashlib.sha256(told.encode()).hexdigest()[:16].upper()}"


def unknown_lines(told: Sequence[BankLine], known: Sequence[BankLine]) -> Iterator[BankLine]:
    """The lines of one report that none of the known lines of the account is the money of.

    The same money comes in a report during the day, in a notice and in the statement. Within one report each line is
    money of its own; across reports two lines are one when amount, currency and booking day are equal and the first id
    that both carry is. Lines that share no id at all are counted: as many as are known are the known ones.
    """
    left = list(known)
    surely = [_take(left, line, _same_id) for line in told]
    for line, found in zip(told, surely, strict=True):
        if not found and not _take(left, line, _no_contradiction):
            yield line


def _take(left: list[BankLine], line: BankLine, same: Compare) -> bool:
    found = next((one for one in left if _same_money(one, line) and same(one, line)), None)
    if found is None:
        return False
    left.remove(found)
    return True


def _same_money(one: BankLine, other: BankLine) -> bool:
    return (one.amount, one.currency, one.booked) == (other.amount, other.currency, other.booked)


def _same_id(one: BankLine, other: BankLine) -> bool:
    return _compared(one, other) is True


def _no_contradiction(one: BankLine, other: BankLine) -> bool:
    return _compared(one, other) is None


def _compared(one: BankLine, other: BankLine) -> bool | None:
    """Whether the first id both carry is equal; None when they carry no id in common."""
    ids = ("end_to_end_id", "bank_reference", "payer_iban")
    pairs = ((getattr(one, name), getattr(other, name)) for name in ids)
    return next((here == there for here, there in pairs if here and there), None)
