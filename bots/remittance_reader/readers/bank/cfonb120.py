"""CFONB 120, the French statement: records of 120 characters; 01 old balance, 04 movement, 05 detail, 07 new balance.

Source: CFONB, Relevé de compte sur support informatique, July 2004, and its supplement on transfers, August 2007.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bots.adapters import sniff
from bots.domain.bank import Balance, BankLine, Statement
from bots.domain.documents import Document
from bots.domain.evidence import Evidence
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.cfonb120_line import line_of
from bots.remittance_reader.readers.bank.cfonb120_record import Record
from bots.remittance_reader.readers.raw import stands, text_of

NAME = "CFONB 120"
_RECORD = re.compile(r"(?:01|04|05|07)\d{5}.{9}[A-Z]{3}\d.{100}")
_LENGTH = 120


def claims(document: Document) -> bool:
    """Whether its first line with text is a record: code, bank, currency and decimals in their columns."""
    if document.media_type not in {sniff.TEXT, sniff.UNKNOWN}:
        return False
    first = next((line for line in text_of(document.content[:4000]).splitlines() if line.strip()), "")
    return len(first.rstrip()) <= _LENGTH and _RECORD.match(first.ljust(_LENGTH)) is not None


def read(document: Document) -> tuple[Statement, ...]:
    """Every statement in the file, one per pair of 01 and 07. Raises BusinessError when records are out of order."""
    statements: list[Statement] = []
    held: list[Record] = []
    for record in _records(text_of(document.content)):
        _must_follow(record, held[-1] if held else None)
        held.append(record)
        if record.code == "07":
            statements.append(_statement(held))
            held = []
    if held:
        raise BusinessError(
            f"the statement that begins on line {held[0].number} has no new balance (07): the file is cut off"
        )
    return tuple(statements)


def _records(text: str) -> Iterator[Record]:
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.rstrip("\r\n\x1a")
        if not bare.strip():
            continue
        if len(bare.rstrip()) > _LENGTH:
            raise BusinessError(
                f"line {number} is longer than {_LENGTH} characters, so its columns cannot be trusted; ask the bank"
            )
        yield Record(number, bare[:_LENGTH].ljust(_LENGTH))


#: What may stand before each record; None is the start of a statement.
_BEFORE: dict[str, tuple[str | None, ...]] = {
    "01": (None,), "04": ("01", "04", "05"), "05": ("04", "05"), "07": ("01", "04", "05"),
}  # fmt: skip
_NAMES = {"01": "an old balance", "04": "a movement", "05": "the detail of a movement", "07": "a new balance"}


def _must_follow(record: Record, before: Record | None) -> None:
    if record.code not in _BEFORE:
        raise BusinessError(
            f"line {record.number} begins with {record.code!r}, which is no record of CFONB 120; ask the bank"
        )
    if (before.code if before else None) not in _BEFORE[record.code]:
        where = f"behind {_NAMES[before.code]} ({before.code})" if before else "at the start of a statement"
        raise BusinessError(
            f"line {record.number} is {_NAMES[record.code]} ({record.code}) {where}: a record is missing, so "
            "nothing can be trusted; "
            "ask the bank for the file again"
        )


def _statement(records: list[Record]) -> Statement:
    first, last = records[0], records[-1]
    return Statement(
        account=first.account, currency=first.currency, lines=tuple(_lines(records[1:-1])), opening=_balance(first),
        closing=_balance(last), doubts=tuple(_foreign(first, records[1:])), notes=_other_bank(first, last),
        evidence={"account": stands(first.account, f"line {first.number}, record 01"), "opening": _proof(first),
        "closing": _proof(last)},
    )  # fmt: skip


def _lines(records: list[Record]) -> Iterator[BankLine]:
    held: list[Record] = []
    for record in records:
        if record.code == "04" and held:
            yield line_of(held[0], held[1:])
            held = []
        held.append(record)
    if held:
        yield line_of(held[0], held[1:])


def _balance(record: Record) -> Balance:
    return Balance(record.amount, record.currency, record.booked)


def _proof(record: Record) -> Evidence:
    return stands(record.columns(91, 104), f"line {record.number}, record {record.code}, columns 91-104")


def _foreign(first: Record, others: list[Record]) -> Iterator[str]:
    """A record of another account or currency inside a statement. Movements may carry the code of another bank."""
    for record in others:
        if (record.number_at_bank, record.currency) != (first.number_at_bank, first.currency):
            yield (
                f"line {record.number} is about the account {record.account} in {record.currency}, inside the "
                f"statement of {first.account} in {first.currency}: whose money it is cannot be told; ask the bank"
            )
            return


def _other_bank(first: Record, last: Record) -> tuple[str, ...]:
    """Banks of one group write each other's code; branch, account and the sum tell that it is one account."""
    if first.account == last.account:
        return ()
    return (f"it begins with the account {first.account} and ends with {last.account}: only the bank's code differs",)
