"""What is worked on: a bank's file, a payer's advice, and each line of money our book has taken from a bank's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bots.domain.advices import RemittanceAdvice
from bots.domain.bank import BankFile, Scope
from bots.domain.documents import Document
from bots.domain.ledger import BankReport, LedgerLine, identity, line_key
from bots.domain.ledger_documents import LINE, line_of
from bots.domain.plain import canonical


@dataclass(frozen=True)
class BankFileRead:
    """A bank's file. It is about no money of its own in the totals: each of its lines is, once it is in our book."""

    document: str  #: SHA-256
    file: BankFile

    @property
    def doubts(self) -> tuple[str, ...]:
        """With any, none of its lines is used."""
        return self.file.doubts

    @property
    def report(self) -> BankReport:
        """What is to be entered of it: not what was booked so far today, which the statement will tell of again."""
        told = [one for one in self.file.statements if one.scope is not Scope.INTRADAY]
        bare = ((one.account, tuple(replace(line, evidence={}) for line in one.lines)) for one in told)
        return BankReport(self.document, tuple(bare))

    def as_json(self) -> dict[str, Any]:
        """As `o2c read bank` prints it."""
        return self.file.as_json()

    def amount(self) -> str | None:
        """None: its lines are counted."""
        return None


@dataclass(frozen=True)
class AdviceRead:
    """An advice. It is no money, so that it counts for none in the totals."""

    document: str  #: SHA-256
    advice: RemittanceAdvice

    @property
    def doubts(self) -> tuple[str, ...]:
        """With any, a person reads it."""
        return self.advice.doubts

    def as_json(self) -> dict[str, Any]:
        """As `o2c read remittance` prints it."""
        return self.advice.as_json()

    def amount(self) -> str | None:
        """None: the money it announces is counted when it comes."""
        return None


@dataclass(frozen=True)
class LineRead:
    """A line of our book: money, to be posted once."""

    line: LedgerLine

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the bank's file left unclear about it."""
        return self.line.line.doubts

    def as_json(self) -> dict[str, Any]:
        """The line with its key and account."""
        plain = {"key": self.line.key, "account": self.line.account, "line": self.line.line.as_json()}
        return {**canonical(plain), "doubts": list(self.doubts), "evidence": {}}

    def amount(self) -> str | None:
        """The money."""
        return f"{self.line.line.amount:f} {self.line.line.currency}"


CashReading = BankFileRead | AdviceRead | LineRead


def read(document: Document) -> CashReading:
    """What a document of the cash mailbox, a watched folder or our own book holds.

    Raises BusinessError for a bank's file that is broken. The readers are loaded only when something is read.
    """
    if document.media_type == LINE:
        return LineRead(line_of(document.content))
    from bots.remittance_reader.readers.advices import read_remittance
    from bots.remittance_reader.readers.bank import is_bank_file, read_bank_file

    if is_bank_file(document):
        return BankFileRead(document.sha256, read_bank_file(document))
    return AdviceRead(document.sha256, read_remittance(document))


def parts(reading: CashReading) -> Iterator[CashReading]:
    """The money of a bank's file, for a dry run: each line as our book would hold it."""
    if isinstance(reading, BankFileRead) and not reading.doubts:
        for account, lines in reading.report.accounts:
            for place, line in enumerate(lines):
                if line.amount > 0 or line.returned:
                    equal = sum(identity(one) == identity(line) for one in lines[:place])
                    yield LineRead(LedgerLine(line_key(account, line, equal + 1), account, line))
