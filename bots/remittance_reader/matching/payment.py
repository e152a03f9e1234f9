"""What matching is asked about: money on the account, and the advices that may belong to it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bots.domain.advices import RemittanceAdvice
from bots.domain.bank import BankLine, Scope
from bots.domain.ledger import advice_content
from bots.domain.plain import canonical_json


@dataclass(frozen=True)
class FiledAdvice:
    """An advice as it lies in our files, waiting for its money."""

    advice: RemittanceAdvice
    arrived: date

    @property
    def day(self) -> date:
        """The day the payer says the money leaves; the day the advice came where it says none."""
        return self.advice.paid_on or self.arrived

    @cached_property
    def content(self) -> str:
        """SHA-256 (hex) of what the advice says, so that the same advice sent again under other bytes is one."""
        return advice_content(self.advice)


@dataclass(frozen=True)
class Payment:
    """One bank line in its statement, with every advice that may belong to it; which one does is for `match` to find.

    `statement_doubts` are those of the whole statement: with any, none of its lines is posted by a machine.
    """

    line: BankLine
    account: str  #: our own account the money came to, as the statement names it
    statement: str  #: what the bank calls the statement, or the hash of its file
    advices: tuple[FiledAdvice, ...] = ()
    scope: Scope = Scope.STATEMENT
    statement_doubts: tuple[str, ...] = ()
    beside: tuple[BankLine, ...] = ()  #: other money not posted yet that may pay the same advices

    @cached_property
    def identity(self) -> str:
        """SHA-256 (hex), the same for the same money in whichever report it comes.

        Account, amount, currency and day with the payer's end-to-end id; without one with the bank's reference and the
        place in its batch; without either with the payer and the words.
        """
        line = self.line
        said: list[object] = [self.account, line.amount, line.currency, line.booked]
        if line.end_to_end_id:
            said += [line.end_to_end_id]
        elif line.bank_reference:
            said += [line.bank_reference, line.member]
        else:
            said += [line.payer_iban, line.payer_name, "".join(line.text), line.member]
        return hashlib.sha256(canonical_json(said).encode()).hexdigest()
