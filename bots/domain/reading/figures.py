"""Figures of one document: which decimal mark it uses, and what a cell with an amount in it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.numbers import Mark, parse, proven_marks, readings

_NUMBER = re.compile(r"[-\u2212(]?\s?\d[\d.,'\u2019 \u00a0\u2009\u202f]*(?:-(?!\w))?\)?")
_SIGN = r"(?:[A-Z]{3}|[€$£¥₹]|US\$|C\$|CA\$|A\$|Rs\.?|Fr\.?)"
_MONEY = re.compile(
    rf"(?:{_SIGN}\s*)?(?P<number>[-\u2212(]?\s?{_SIGN}?\s?(?:\d[\d.,'\u2019 ]*|\.\d+)"
    rf"(?:[-\u2013\u2014]{{1,2}})?\)?(?:\s?CR)?)\s*(?:{_SIGN})?",
)


@dataclass(frozen=True)
class Figures:
    """How this document writes numbers. `sure` is False when nothing in it proves the mark."""

    mark: Mark
    sure: bool
    mixed: bool = False  #: some of its numbers prove the other mark

    def read(self, text: str) -> Decimal | None:
        """The number a text is here; by its only reading when it fits the other mark alone."""
        value = parse(text, self.mark)
        if value is not None:
            return value
        others = readings(text)
        return others[0] if len(others) == 1 else None

    def ambiguous(self, text: str) -> bool:
        """Whether the text has two readings and nothing in the document says which."""
        return not self.sure and len(readings(text)) > 1


def figures(texts: Iterable[str]) -> Figures:
    """The mark that the document's own numbers prove; the dot, unsure, when they prove none."""
    votes = proven_marks(texts)
    dot, comma = votes[Mark.DOT], votes[Mark.COMMA]
    mark = Mark.COMMA if comma > dot else Mark.DOT
    return Figures(mark, sure=dot != comma, mixed=bool(dot and comma))


def money_text(text: str) -> str | None:
    """The number in a cell that holds one amount and at most a currency; None for anything else."""
    found = _MONEY.fullmatch(text.strip())
    if not found:
        return None
    number = found["number"].strip()
    return number if readings(number) else None


def numbers_in(text: str) -> list[str]:
    """Every number-like piece of a text that has a value."""
    return [found.group().strip() for found in _NUMBER.finditer(text) if readings(found.group().strip())]
