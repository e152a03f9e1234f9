"""BAI2, the North American cash management report: file 01, group 02, account 03, detail 16, trailers 49, 98, 99.

Every level carries a control total and a count; a report in which one of them is wrong is not used.
Source: Cash Management Balance Reporting Specifications, version 2 (BAI; X9.121).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from babel.numbers import get_currency_precision

from bots.adapters import sniff
from bots.domain.bank import Balance, Scope, Statement
from bots.domain.documents import Document
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.bai2_line import line_of
from bots.remittance_reader.readers.bank.bai2_record import Record, detail, records, summaries, units
from bots.remittance_reader.readers.raw import stands, text_of

NAME = "BAI2"
_CLAIM = re.compile(r"\s*01,[^,\n]*,[^,\n]*,\d{6},")
_OPENING, _CLOSING = "010", "015"  #: ledger balances; available ones (040, 045) do not add up with entries
#: What a group is for besides 1 (update); none of these is news of money.
_GROUPS = {"2": "deletes an earlier report", "3": "corrects an earlier report", "4": "is only a test"}


@dataclass
class _Account:
    head: Record
    details: list[Record] = field(default_factory=list)
    trailer: Record | None = None

    @property
    def count(self) -> int:
        return sum(one.written for one in (self.head, *self.details)) + 1

    @property
    def total(self) -> int:
        amounts = [self.head.amount(amount) for _, amount in summaries(self.head.fields[2:])]
        return sum(amounts) + sum(one.amount(detail(one).amount) for one in self.details)


@dataclass
class _Group:
    head: Record
    accounts: list[_Account] = field(default_factory=list)
    trailer: Record | None = None


def claims(document: Document) -> bool:
    """Whether it begins with a file header: 01, sender, receiver, a date."""
    return document.media_type in {sniff.TEXT, sniff.UNKNOWN, sniff.CSV} and bool(
        _CLAIM.match(text_of(document.content[:400]))
    )


def read(document: Document) -> tuple[Statement, ...]:
    """One statement per account record. Raises BusinessError when headers and trailers do not pair."""
    groups, trailer = _groups(list(records(text_of(document.content))))
    whole = tuple(_file_doubts(groups, trailer))
    return tuple(
        _statement(account, group, (*whole, *_group_doubts(group))) for group in groups for account in group.accounts
    )


def _groups(found: Sequence[Record]) -> tuple[list[_Group], Record]:
    """The records sorted under their headers."""
    groups: list[_Group] = []
    trailer = None
    for record in found[1:]:
        match record.code:
            case "02":
                groups.append(_Group(record))
            case "03":
                _last(groups, record, "98").accounts.append(_Account(record))
            case "16":
                _open_account(groups, record).details.append(record)
            case "49":
                _open_account(groups, record).trailer = record
            case "98":
                _last(groups, record, "98").trailer = record
            case "99":
                trailer = record
    if trailer is None or any(group.trailer is None for group in groups):
        raise BusinessError(
            "its trailer (98 or 99) is missing: the file is cut off, so money may be missing; ask the bank"
        )
    return groups, trailer


def _last(groups: list[_Group], record: Record, trailer: str) -> _Group:
    if not groups or groups[-1].trailer is not None:
        raise BusinessError(
            f"line {record.number} (record {record.code}) stands outside any group; ask the bank ({trailer} "
            "came before)"
        )
    return groups[-1]


def _open_account(groups: list[_Group], record: Record) -> _Account:
    accounts = groups[-1].accounts if groups else []
    if not accounts or accounts[-1].trailer is not None:
        raise BusinessError(f"line {record.number} (record {record.code}) stands outside any account; ask the bank")
    return accounts[-1]


def _statement(account: _Account, group: _Group, doubts: tuple[str, ...]) -> Statement:
    number, currency = _field(account.head, 0), _field(account.head, 1) or _field(group.head, 5) or "USD"
    if not number:
        raise BusinessError(
            f"line {account.head.number} (record 03) does not say which account it is about; ask the bank"
        )
    decimals, day = get_currency_precision(currency), _day(group.head)
    balances = {
        kind: Balance(units(account.head.amount(amount), decimals), currency, day)
        for kind, amount in summaries(account.head.fields[2:])
        if kind in {_OPENING, _CLOSING} and amount
    }
    lines = tuple(line_of(detail(one), currency, decimals, day) for one in account.details if detail(one).type != "890")
    words, place = ",".join(account.head.parts), f"line {account.head.number}, record 03"
    return Statement(
        account=number, currency=currency, lines=lines, opening=balances.get(_OPENING), closing=balances.get(_CLOSING),
        scope=Scope.INTRADAY if _field(group.head, 6) in {"1", "3"} else Scope.STATEMENT,
        controlled=True,
        doubts=(*doubts, *_account_doubts(account)),
        evidence={"account": stands(number, place), **{name: stands(words, place) for name, kind in
                  (("opening", _OPENING), ("closing", _CLOSING)) if kind in balances}},
    )  # fmt: skip


def _field(record: Record, index: int) -> str:
    fields = record.fields
    return fields[index] if index < len(fields) else ""


def _day(group: Record) -> date:
    """The as-of date of a group, yymmdd."""
    said = _field(group, 3)
    try:
        return date(2000 + int(said[:2]), int(said[2:4]), int(said[4:6]))
    except ValueError as error:
        raise BusinessError(f"line {group.number} (record 02) has {said!r} as its date; ask the bank") from error


def _account_doubts(account: _Account) -> Iterator[str]:
    if account.trailer is None:
        raise BusinessError(
            f"the account on line {account.head.number} has no trailer (49): the file is cut off; ask the bank"
        )
    yield from _wrong(account.trailer, account.total, account.count, "account", count_at=1)


def _group_doubts(group: _Group) -> Iterator[str]:
    status = _field(group.head, 2)
    if status in _GROUPS:
        yield f"the bank says that this group {_GROUPS[status]} (status {status}): nothing of it may be posted unseen"
    trailers = [account.trailer for account in group.accounts if account.trailer]
    total = sum(one.amount(_field(one, 0)) for one in trailers)
    if group.trailer:
        yield from _wrong(group.trailer, total, sum(one.count for one in group.accounts) + 2, "group", count_at=2)


def _file_doubts(groups: Sequence[_Group], trailer: Record) -> Iterator[str]:
    total = sum(one.trailer.amount(_field(one.trailer, 0)) for one in groups if one.trailer)
    count = sum(account.count for group in groups for account in group.accounts) + 2 * len(groups) + 2
    yield from _wrong(trailer, total, count, "file", count_at=2)


def _wrong(trailer: Record, total: int, count: int, level: str, count_at: int) -> Iterator[str]:
    """What a trailer says, against what is there."""
    stated = trailer.amount(_field(trailer, 0))
    if stated != total:
        yield (
            f"the control total of the {level} on line {trailer.number} is {stated}, but its records make {total}: the "
            f"difference is {stated - total}; something is missing or wrong, ask the bank"
        )
    records_said = _field(trailer, count_at)
    if records_said and trailer.amount(records_said) != count:
        yield f"the {level} trailer on line {trailer.number} counts {records_said} records, not {count}; ask the bank"
