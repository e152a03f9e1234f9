"""Records of BAI2: fields between commas, ended by a slash, continued by records 88.

Banks also continue by plain line breaks, leave the slash away behind free text, or write several records on a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from bots.errors import BusinessError

_START = re.compile(r"\s*(01|02|03|16|49|88|98|99),")
_NEXT_ON_LINE = re.compile(r"/\s+(?=(?:01|02|03|16|49|88|98|99),)")
_AMOUNT = re.compile(r"[+-]?\d{1,18}")
#: How many fields follow a funds type: V has a date and a time, S three amounts; D says itself how many pairs follow.
_AFTER_FUNDS = {"V": 2, "S": 3}


@dataclass
class Record:
    """A record with its continuations: `parts[0]` is its own line, the others are those of the records 88."""

    number: int  #: its line in the file
    code: str
    parts: list[str]
    written: int = 1  #: how many records it took, for the counts in the trailers

    @property
    def fields(self) -> list[str]:
        """All fields, those of the continuations included, as in a record 03."""
        return [one.strip() for one in ",".join(part.strip().removesuffix("/") for part in self.parts).split(",")]

    def amount(self, text: str) -> int:
        """A whole number of the smallest unit; 0 when empty. Raises BusinessError for anything else."""
        if not text:
            return 0
        if not _AMOUNT.fullmatch(text):
            raise BusinessError(
                f"line {self.number} (record {self.code}) has {text!r} where an amount must stand; ask the bank"
            )
        return int(text)


@dataclass
class Detail:
    """The fields of a record 16 and the free text behind them."""

    record: Record
    type: str = ""
    amount: str = ""
    valued: str = ""  #: yymmdd, for funds type V
    bank_reference: str = ""
    customer_reference: str = ""
    text: list[str] = field(default_factory=list)


def records(text: str) -> Iterator[Record]:
    """Every record of a file, each with its continuations."""
    held: Record | None = None
    for number, line in enumerate(text.splitlines(), 1):
        for piece in _NEXT_ON_LINE.split(line):
            found = _START.match(piece)
            if found and found[1] != "88":
                if held:
                    yield held
                held = Record(number, found[1], [piece[found.end() :]])
            elif piece.strip() and held:
                held.parts.append(piece[found.end() :] if found else piece)
                held.written += 1 if found else 0
    if held:
        yield held


def detail(record: Record) -> Detail:
    """A record 16 taken apart: type, amount, funds type with its own fields, two references, text."""
    parts = [part.strip().removesuffix("/") for part in record.parts]
    fields, rest = parts[0].split(","), parts[1:]
    while len(fields) < _needed(fields) and rest:
        fields += rest.pop(0).split(",")
    needed = _needed(fields)
    fields += [""] * (needed - len(fields))
    text = ",".join(fields[needed:])
    return Detail(
        record=record, type=fields[0].strip(), amount=fields[1].strip(),
        valued=fields[3].strip() if fields[2].strip() == "V" else "", bank_reference=fields[needed - 2].strip(),
        customer_reference=fields[needed - 1].strip(), text=[one for one in (text, *rest) if one.strip()],
    )  # fmt: skip


def _needed(fields: list[str]) -> int:
    """How many fields stand before the text: type, amount, funds type with its own, two references."""
    funds = fields[2].strip() if len(fields) > 2 else ""
    if funds == "D":
        pairs = fields[3].strip() if len(fields) > 3 else ""
        return 6 + 2 * int(pairs) if pairs.isdigit() and len(pairs) < 3 else 6
    return 5 + _AFTER_FUNDS.get(funds, 0)


def summaries(fields: list[str]) -> Iterator[tuple[str, str]]:
    """Type and amount of each summary of a record 03 (from its fourth field on)."""
    index = 0
    while index < len(fields):
        kind, amount, _, funds = (*fields[index : index + 4], "", "", "", "")[:4]
        index += 4 + _AFTER_FUNDS.get(funds, 0)
        if funds == "D":
            pairs = fields[index] if index < len(fields) else ""
            index += 1 + (2 * int(pairs) if pairs.isdigit() and len(pairs) < 3 else 0)
        if kind:
            yield kind, amount


def units(amount: int, decimals: int) -> Decimal:
    """An amount of smallest units as money."""
    return Decimal(amount).scaleb(-decimals)
