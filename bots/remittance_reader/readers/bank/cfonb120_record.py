"""One record of CFONB 120: values in fixed columns, counted from 1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bots.errors import BusinessError

#: The last digit of an amount also carries its sign: `{ABC…I` is +0 to +9, `}JKL…R` is -0 to -9 (zoned decimal).
_PLUS, _MINUS = "{ABCDEFGHI", "}JKLMNOPQR"


@dataclass(frozen=True)
class Record:
    """A line of the file, 120 characters long, with its number."""

    number: int
    text: str

    def columns(self, first: int, last: int) -> str:
        """The characters from column `first` to `last`, both included."""
        return self.text[first - 1 : last]

    @property
    def code(self) -> str:
        """01, 04, 05 or 07."""
        return self.columns(1, 2)

    @property
    def account(self) -> str:
        """Bank, branch and account number, as a French bank prints them."""
        return f"{self.columns(3, 7)} {self.columns(12, 16)} {self.columns(22, 32)}".strip()

    @property
    def number_at_bank(self) -> str:
        """Branch and account number, without the bank."""
        return self.columns(12, 16) + self.columns(22, 32)

    @property
    def currency(self) -> str:
        """ISO 4217."""
        return self.columns(17, 19).strip()

    @property
    def decimals(self) -> int:
        """How many decimals the amount has."""
        said = self.columns(20, 20)
        if not said.isdigit():
            raise BusinessError(
                f"line {self.number} says {said!r} where the number of decimals must stand (column 20); ask the bank"
            )
        return int(said)

    @property
    def amount(self) -> Decimal:
        """The signed amount in columns 91 to 104."""
        value = signed(self.columns(91, 104), self.decimals)
        if value is None:
            raise BusinessError(
                f"line {self.number} has {self.columns(91, 104)!r} as its amount (columns 91-104); ask the bank"
            )
        return value

    @property
    def booked(self) -> date:
        """The day in columns 35 to 40."""
        return self.day(35)

    def day(self, first: int) -> date:
        """A day written ddmmyy from a column on, of this century."""
        said = self.columns(first, first + 5)
        try:
            return date(2000 + int(said[4:]), int(said[2:4]), int(said[:2]))
        except ValueError as error:
            raise BusinessError(
                f"line {self.number} has {said!r} where a day must stand (columns {first}-{first + 5}); ask the bank"
            ) from error


def signed(text: str, decimals: int) -> Decimal | None:
    """An amount with its sign in the last digit; without a sign it is positive. None when it is no amount."""
    bare = text.strip()
    if not re.fullmatch(r"\d*[\dA-R{}]", bare):
        return None
    last = bare[-1]
    if last.isdigit():
        return Decimal(bare).scaleb(-decimals)
    sign, digits = (1, _PLUS) if last in _PLUS else (-1, _MINUS)
    return sign * Decimal(f"{bare[:-1]}{digits.index(last)}").scaleb(-decimals)
