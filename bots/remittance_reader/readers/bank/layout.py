"""A bank's CSV whose columns an admin has declared: nothing about it is guessed.

A file is of a layout when its heading names every column of it; where two layouts fit, one must be made stricter.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bots.adapters import sniff
from bots.domain import numbers
from bots.domain.bank import Balance, BankLine, Scope, Statement
from bots.domain.bank_references import given, valid_iban
from bots.domain.documents import Document
from bots.domain.evidence import Evidence
from bots.errors import BusinessError
from bots.remittance_reader.readers.raw import stands, text_of

_PATTERN = {"yyyy": "%Y", "yy": "%y", "MM": "%m", "dd": "%d"}


class Columns(BaseModel):
    """Which column, by its heading, holds what. The amount stands in one column, or in two (`received`, `paid`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    booked: str
    amount: str | None = None
    received: str | None = None  #: unsigned, money to us
    paid: str | None = None  #: money from us
    valued: str | None = None
    balance: str | None = None  #: of the account after the line
    currency: str | None = None
    end_to_end_id: str | None = None
    bank_reference: str | None = None
    payer_name: str | None = None
    payer_account: str | None = None
    text: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_way_to_say_the_amount(self) -> Columns:
        if (self.amount is None) == (self.received is None or self.paid is None):
            raise ValueError("name either the column `amount`, or both `received` and `paid`")
        return self

    def named(self) -> set[str]:
        """Every heading the layout needs."""
        single = [value for name, value in self if name != "text" and value]
        return {*single, *self.text}


class CsvLayout(BaseModel):
    """One bank's CSV, as config.yaml declares it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    account: str  #: the account the file is about: IBAN, or as the bank writes it
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    columns: Columns
    separator: Literal[",", ";", "\t", "|"] = ";"
    decimal: Literal[",", "."]
    dates: str = Field(pattern=r"^(?:(?:dd|MM|yyyy|yy)[./ -]?){3}$")  #: `dd/MM/yyyy`
    money_in: Literal["plus", "minus"] = "plus"  #: the sign of money to us in the column `amount`
    order: Literal["oldest first", "newest first"] = "oldest first"

    def day(self, text: str) -> date:
        """A day in the declared form. Raises ValueError when it is none."""
        form = self.dates
        for sign, code in _PATTERN.items():
            form = form.replace(sign, code)
        return datetime.strptime(text, form).date()  # noqa: DTZ007 (a day has no zone)

    def number(self, text: str) -> Decimal | None:
        """A number with the declared decimal mark; None when it is none."""
        return numbers.parse(text, numbers.Mark(self.decimal))


@dataclass(frozen=True)
class CsvReader:
    """The reader of one layout."""

    layout: CsvLayout

    @property
    def NAME(self) -> str:  # noqa: N802 (as in the modules of the other formats)
        """What tells this layout from others."""
        return f"CSV of account {self.layout.account}"

    def claims(self, document: Document) -> bool:
        """Whether a heading with every column of the layout stands among its first lines."""
        if document.media_type not in {sniff.CSV, sniff.TEXT}:
            return False
        try:
            return self._heading(text_of(document.content)) is not None
        except csv.Error:
            return False

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The one statement in it. With a column of balances it is proven whole, without one it is a notice."""
        text = text_of(document.content)
        try:
            rows = list(self._rows(text, self._heading(text) or 0))
        except csv.Error as error:
            raise BusinessError(
                f"its rows and cells cannot be told apart ({error}); ask the bank for it again"
            ) from error
        rows = rows if self.layout.order == "oldest first" else rows[::-1]
        lines = tuple(row.line() for row in rows)
        opening, closing = _ends(rows, lines)
        has_balance = self.layout.columns.balance is not None
        return (
            Statement(
                account=valid_iban(self.layout.account) or self.layout.account, currency=self.layout.currency,
                lines=lines,
                opening=opening, closing=closing, scope=Scope.STATEMENT if has_balance else Scope.NOTICE,
            ),
        )  # fmt: skip

    def _heading(self, text: str) -> int | None:
        """The index of the row with the headings; some banks put the account's name above it."""
        reader = csv.reader(io.StringIO(text), delimiter=self.layout.separator)
        wanted = self.layout.columns.named()
        for index, row in zip(range(20), reader, strict=False):
            if wanted <= {cell.strip() for cell in row}:
                return index
        return None

    def _rows(self, text: str, heading: int) -> Iterator[_Row]:
        reader = csv.reader(io.StringIO(text), delimiter=self.layout.separator)
        for _ in range(heading):
            next(reader)
        names = [name.strip() for name in next(reader)]
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names):
                raise BusinessError(
                    f"line {reader.line_num} has {len(cells)} cells under {len(names)} headings; ask the bank"
                )
            padded = [*cells, *[""] * (len(names) - len(cells))]
            yield _Row(reader.line_num, dict(zip(names, map(str.strip, padded), strict=True)), self.layout)


@dataclass(frozen=True)
class _Row:
    """One row under its headings."""

    number: int
    cells: dict[str, str]
    layout: CsvLayout

    def line(self) -> BankLine:
        columns = self.layout.columns
        account = self.cell(columns.payer_account)
        iban = valid_iban(account)
        return BankLine(
            amount=self.amount(), currency=self.cell(columns.currency) or self.layout.currency,
            booked=self.day(columns.booked),
            valued=self.day(columns.valued) if self.cell(columns.valued) else None,
            end_to_end_id=given(self.cell(columns.end_to_end_id)),
            bank_reference=given(self.cell(columns.bank_reference)),
            payer_name=self.cell(columns.payer_name), payer_iban=iban, payer_account=None if iban else account,
            text=tuple(text for name in columns.text if (text := self.cell(name))), evidence=self.evidence(),
        )  # fmt: skip

    def amount(self) -> Decimal:
        columns = self.layout.columns
        if columns.amount:
            return self.money(columns.amount) * (1 if self.layout.money_in == "plus" else -1)
        received, paid = self.cell(columns.received), self.cell(columns.paid)
        if bool(received) == bool(paid):
            raise BusinessError(
                f"line {self.number} has {'both' if received else 'neither'} of {columns.received} and "
                f"{columns.paid}; ask the bank"
            )
        return self.money(columns.received) if received else -abs(self.money(columns.paid))

    def money(self, column: str | None) -> Decimal:
        said = self.cell(column) or ""
        value = self.layout.number(said)
        if value is None:
            raise BusinessError(
                f"line {self.number} has {said!r} in the column {column}, which is no number with "
                f"{self.layout.decimal!r} before its "
                "decimals; look at `decimal` in the layout, or ask the bank"
            )
        return value

    def day(self, column: str | None) -> date:
        said = self.cell(column) or ""
        try:
            return self.layout.day(said)
        except ValueError as error:
            raise BusinessError(
                f"line {self.number} has {said!r} in the column {column}, which is no day like "
                f"{self.layout.dates}; look at `dates` "
                "in the layout, or ask the bank"
            ) from error

    def cell(self, column: str | None) -> str | None:
        return self.cells.get(column) or None if column else None

    def evidence(self) -> dict[str, Evidence]:
        columns = self.layout.columns
        wanted = {
            "amount": columns.amount or (columns.received if self.cell(columns.received) else columns.paid),
            "booked": columns.booked, "payer_name": columns.payer_name, "payer_account": columns.payer_account,
            "end_to_end_id": columns.end_to_end_id, "text": next(iter(columns.text), None),
        }  # fmt: skip
        return {
            name: stands(said, f"line {self.number}, column {column}")
            for name, column in wanted.items()
            if (said := self.cell(column))
        }


def _ends(rows: list[_Row], lines: tuple[BankLine, ...]) -> tuple[Balance | None, Balance | None]:
    """The balances before the first and after the last line, from the column of running balances."""
    if not rows or not rows[0].cell(rows[0].layout.columns.balance):
        return None, None
    column, currency = rows[0].layout.columns.balance, rows[0].layout.currency
    return (
        Balance(rows[0].money(column) - lines[0].amount, currency, lines[0].booked),
        Balance(rows[-1].money(column), currency, lines[-1].booked),
    )
