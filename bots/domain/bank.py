"""Money in the bank: statements and their lines, whatever format they came in.

Readers fill these values, matching only reads them. An amount is signed: plus is money to us, minus is money from us.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bots.domain.bank_references import Reference
from bots.domain.evidence import Evidence
from bots.domain.money import Money
from bots.domain.plain import canonical


class Scope(StrEnum):
    """How much of the account a report covers. The same money can come in all three, and is posted once."""

    STATEMENT = "statement"  #: a closed period between two booked balances (camt.053, MT940, CFONB 120)
    INTRADAY = "intraday"  #: what was booked so far today; comes again in the statement (camt.052, MT942)
    NOTICE = "notice"  #: single bookings with their details, without balances (camt.054, CSV)


@dataclass(frozen=True)
class Balance:
    """What stood on the account at the start or the end of a day. Negative: overdrawn."""

    amount: Decimal
    currency: str
    day: date | None = None


@dataclass(frozen=True)
class Return:
    """Money that goes back: a payment returned by the other bank, or a booking the bank takes back."""

    reversal: bool  #: the bank reverses its own earlier booking (camt RvslInd, MT940 RC and RD)
    code: str | None = None  #: the reason as given: ISO 20022 (`AC04`), CFONB, or text key
    text: str | None = None


@dataclass(frozen=True)
class BankLine:
    """One booked movement of money; of a batch, one of its payments.

    `payer_*` is the other side: who paid us, or where our money went when the amount is negative.
    `evidence` maps a field name (`amount`, `payer_iban`) to the words in the bank's file it came from.
    """

    amount: Decimal
    currency: str  #: ISO 4217
    booked: date
    valued: date | None = None
    end_to_end_id: str | None = None  #: given by the payer; None for NOTPROVIDED, NONREF and the like
    bank_reference: str | None = None
    payer_name: str | None = None
    payer_iban: str | None = None  #: compact, check digits right; None otherwise
    payer_account: str | None = None  #: an account that is no valid IBAN, as printed
    ultimate_debtor: str | None = None  #: on whose behalf the payer paid
    mandate: str | None = None  #: SEPA direct debit mandate
    references: tuple[Reference, ...] = ()
    text: tuple[str, ...] = ()  #: all free text, in the bank's order
    code: str | None = None  #: the bank's kind of movement: `PMNT/RCDT/ESCT`, `NTRF`, `165`
    returned: Return | None = None
    original: Money | None = None  #: as instructed, where that is another amount or currency
    charges: Money | None = None  #: taken by banks on the way
    member: int | None = None  #: place in a batch, from 1; None: booked alone
    members: int | None = None  #: how many payments the batch has
    doubts: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The line without its evidence; numbers as plain decimal text, missing values null."""
        plain: dict[str, Any] = canonical(replace(self, evidence={}))
        del plain["evidence"]
        return plain


@dataclass(frozen=True)
class Statement:
    """What a bank reports on one account. With any doubt of its own, nothing in it may be posted by a machine."""

    account: str  #: IBAN, compact, where the bank gives one; else the bank's own form
    currency: str
    lines: tuple[BankLine, ...]
    opening: Balance | None = None
    closing: Balance | None = None
    scope: Scope = Scope.STATEMENT
    controlled: bool = False  #: the bank's own counts and control totals cover every line; wrong ones are doubts
    number: str | None = None  #: the bank's identification or number of this statement
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  #: worth knowing, no reason to stop: what was skipped, what could not be checked
    evidence: Mapping[str, Evidence] = field(default_factory=dict)  #: of `account`, `opening`, `closing`

    @property
    def moved(self) -> Decimal:
        """The sum of the lines."""
        return sum((line.amount for line in self.lines), Decimal(0))

    def checked(self) -> Statement:
        """The statement with what its arithmetic says: a doubt naming the difference, or a note that there is none."""
        doubts, notes = _arithmetic(self)
        return replace(self, doubts=(*self.doubts, *doubts), notes=(*self.notes, *notes))

    def as_json(self) -> dict[str, Any]:
        """The statement with its lines and without evidence."""
        plain: dict[str, Any] = canonical(replace(self, lines=(), evidence={}))
        del plain["evidence"]
        return {**plain, "lines": [line.as_json() for line in self.lines]}


def _arithmetic(statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Opening + lines = closing: doubts and notes. Only a whole statement must bring both balances."""
    strange = {line.currency for line in statement.lines} - {statement.currency}
    if strange:
        return (_other_currency(statement, strange),), ()
    if statement.opening is None or statement.closing is None:
        return _missing(statement)
    if {statement.opening.currency, statement.closing.currency} != {statement.currency}:
        return (_two_currencies(statement, statement.opening, statement.closing),), ()
    return _difference(statement, statement.opening.amount, statement.closing.amount), ()


def _difference(statement: Statement, opening: Decimal, closing: Decimal) -> tuple[str, ...]:
    expected = opening + statement.moved
    if expected == closing:
        return ()
    return (
        f"the opening balance {opening:f} and {len(statement.lines)} lines of together {statement.moved:f} make "
        f"{expected:f}, but the closing balance is {closing:f} {statement.currency}: the difference is "
        f"{closing - expected:f}. Lines are missing or wrong, so none of them is used; ask the bank for it again",
    )


def _missing(statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A missing balance stops a statement, unless control totals take its place; other reports have none to bring."""
    gone = " and no ".join(name for name in ("opening", "closing") if getattr(statement, name) is None)
    if statement.controlled:
        return (), (f"no booked {gone} balance is given; the bank's own control totals were checked instead",)
    sentence = f"no booked {gone} balance is given, so nothing proves that every line is here"
    if statement.scope is Scope.STATEMENT:
        return (f"{sentence}: none of them is used; ask the bank for the whole statement",), ()
    return (), (sentence,)


def _two_currencies(statement: Statement, opening: Balance, closing: Balance) -> str:
    return (
        f"the account is kept in {statement.currency}, but its balances are {opening.amount:f} {opening.currency} and "
        f"{closing.amount:f} {closing.currency}: they cannot be compared, so no line is used; ask the bank"
    )


def _other_currency(statement: Statement, strange: set[str]) -> str:
    return (
        f"lines are in {', '.join(sorted(strange))} on an account kept in {statement.currency}: they cannot "
        "be added up, "
        "so none of them is used; ask the bank"
    )


@dataclass(frozen=True)
class BankFile:
    """Everything one file of a bank holds, as `o2c read bank` shows it."""

    statements: tuple[Statement, ...]

    @property
    def doubts(self) -> tuple[str, ...]:
        """The doubts of all statements and lines, each with its place."""
        return tuple(
            f"{place}: {doubt}"
            for number, statement in enumerate(self.statements, 1)
            for place, doubts in _doubtful(number, statement)
            for doubt in doubts
        )

    def as_json(self) -> dict[str, Any]:
        """`{"statements": […], "doubts": […], "evidence": {"statements[0].lines[2].amount": {…}}}`."""
        evidence = {
            path: proof.as_json() for number, one in enumerate(self.statements) for path, proof in _proofs(number, one)
        }
        return {
            "statements": [one.as_json() for one in self.statements],
            "doubts": list(self.doubts),
            "evidence": evidence,
        }

    def amount(self) -> str | None:
        """Money received, for control totals: `1234.50 EUR`; None when it is in several currencies."""
        received = [line for one in self.statements for line in one.lines if line.amount > 0]
        currencies = {line.currency for line in received}
        return f"{sum(line.amount for line in received):f} {currencies.pop()}" if len(currencies) == 1 else None


def _doubtful(number: int, statement: Statement) -> list[tuple[str, tuple[str, ...]]]:
    where = f"statement {number} of account {statement.account}"
    return [
        (where, statement.doubts),
        *((f"{where}, line {place}", line.doubts) for place, line in enumerate(statement.lines, 1)),
    ]


def _proofs(number: int, statement: Statement) -> list[tuple[str, Evidence]]:
    here = f"statements[{number}]"
    lines = enumerate(statement.lines)
    return [
        *((f"{here}.{name}", proof) for name, proof in statement.evidence.items()),
        *((f"{here}.lines[{place}].{name}", proof) for place, line in lines for name, proof in line.evidence.items()),
    ]
