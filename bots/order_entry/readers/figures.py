"""Figures of one document: which decimal mark it uses, and what a cell with a number in it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.numbers import Mark, parse, proven_marks, readings

_NUMBER = re.compile(r"[-\u2212(]?\s?\d[\d.,'\u2019 \u00a0\u2009\u202f]*(?:-(?!\w))?\)?")
_SIGN = r"(?:[A-Z]{3}|[€$£¥₹]|US\$|C\$|CA\$|A\$|Rs\.?|Fr\.?)"
_MONEY = re.compile(
    rf"(?:{_SIGN}\s*)?(?P<number>[-\u2212(]?\s?{_SIGN}?\s?(?:\d[\d.,'\u2019 ]*|\.\d+)(?:[-\u2013\u2014]{{1,2}})?\)?(?:\s?CR)?)\s*(?:{_SIGN})?",
)
_PER = re.compile(
    r"(?:/|\bper\b|\bpar\b|\bpro\b|\bpor\b|\bje\b|\bthe\b)\s*(?P<count>\d[\d.,']*|[CM](?![A-Za-z])|%|cent\b|hundred\b|thousand\b|mille\b)?\s*(?P<unit>[A-Za-zéÉüÜµ²³.]{0,8})\s*$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"^(?P<number>[-\u2212]?\s?\d[\d.,'\u2019 ]*|\.\d+)(?![\w.,]*\d)\s*(?P<unit>[^\W\d][\w.²³%/]{0,11}\.?)?(?P<rest>\s.*)?$"
)
_UNIT_FIRST = re.compile(r"^(?P<unit>[^\W\d]{1,8}\.?)\s+(?P<number>\d[\d.,'\u2019 ]*)$")
_HUNDREDS = {"c": 100, "%": 100, "cent": 100, "hundred": 100, "m": 1000, "thousand": 1000, "mille": 1000}


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


@dataclass(frozen=True)
class QuantityText:
    """A quantity cell taken apart: `2 CRT of 12` is number `2`, unit `CRT`, rest `of 12`."""

    number: str
    unit: str | None = None
    rest: str | None = None


def quantity_text(text: str) -> QuantityText | None:
    """Take a quantity cell apart; None when it does not begin with a number."""
    bare = text.strip()
    found = _QUANTITY.match(bare) or _UNIT_FIRST.match(bare)
    if not found or not readings(found["number"].strip()):
        return None
    rest = found.groupdict().get("rest")
    return QuantityText(found["number"].strip(), found["unit"], rest.strip() if rest else None)


@dataclass(frozen=True)
class PriceText:
    """A price cell taken apart: `18,50 € / 100 St` is number `18,50`, per 100, unit `St`."""

    number: str
    per: Decimal | None = None
    unit: str | None = None
    per_text: str | None = None  #: how the price unit is printed


def price_text(text: str) -> PriceText | None:
    """Take a price cell apart; None when there is no number in it."""
    bare = text.strip().rstrip("*")
    per, unit, told = None, None, None
    found = _PER.search(bare)
    if found and found.start() > 0:
        bare = bare[: found.start()].strip()
        told = found["count"]
        per, unit = _count(told), found["unit"].strip(". ") or None
    number = money_text(bare)
    return PriceText(number, per, unit, told) if number else None


def _count(text: str | None) -> Decimal | None:
    if not text:
        return None
    if text.lower() in _HUNDREDS:
        return Decimal(_HUNDREDS[text.lower()])
    digits = re.sub(r"\D", "", text)
    return Decimal(digits) if digits and int(digits) > 0 else None


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
