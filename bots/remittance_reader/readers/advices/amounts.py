"""Amounts as advices print them: `1.234,56`, `12,00-`, `(12,00)`, `-12,00`, `12,00 CR`, `12,00 C`, `12,00 H`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.numbers import readings
from bots.domain.reading.currency import BESIDE, SIGNS
from bots.domain.reading.figures import Figures, money_text
from bots.domain.reading.words import Span

_CURRENCY = rf"(?:{BESIDE}|{SIGNS})"
_MARK = re.compile(rf"(?<=[\d)\s-])\s?(?P<mark>CR|DR|Cr|Dr|cr|dr|C|D|H|S)\.?\s*(?P<currency>{_CURRENCY})?$")
_LEADING = re.compile(r"^(?P<mark>CR|DR|Cr|Dr|C|D|H|S)\.?\s+(?=[\d(€$£-])")
_CENTS = re.compile(r"[.,]\d{2}\s?\)?\s?[-\u2212\u2013]?$|^[.,]\d{2}$")
_BLANK = re.compile(r"^[-\u2013\u2014./]{1,3}$")


@dataclass(frozen=True)
class Amount:
    """An amount in a cell: its number as printed, and the letter that says on which side it stands (`CR`, `S`)."""

    number: str
    span: Span
    mark: str | None = None

    @property
    def has_cents(self) -> bool:
        """Whether two decimals are printed."""
        return bool(_CENTS.search(self.number))

    def value(self, figures: Figures) -> Decimal | None:
        """The number, its own minus counted; what the mark means the document decides.

        Money has no thousandths: where nothing else proves the decimal mark, `1.250` is more than a thousand.
        """
        if figures.ambiguous(self.number):
            coins = [value for value in readings(self.number) if -int(value.as_tuple().exponent) <= 2]
            return coins[0] if len(coins) == 1 else None
        return figures.read(self.number)


def amount_in(span: Span | None) -> Amount | None:
    """The amount a cell holds and nothing else but a currency and a side; None for a dash or words."""
    if span is None:
        return None
    text, mark = span.text.strip().strip("*").strip(), None
    if _BLANK.match(text):
        return None
    found = _MARK.search(text) or _LEADING.match(text)
    if found:
        mark = found["mark"].upper()
        text = f"{text[: found.start()]} {text[found.end() :]}".strip()
    number = money_text(text)
    if number is None and text.startswith("(") and text.endswith(")"):  # the currency inside the brackets
        inner = money_text(text[1:-1].strip())
        number = f"({inner})" if inner else None
    return Amount(number, span, mark) if number else None


def money_at_end(span: Span) -> Amount | None:
    """The amount a phrase ends with (`Total payment EUR 1.234,56`); None when it ends with something else."""
    for start in range(len(span.words)):
        part = Span.of(span.words[start:])
        found = amount_in(part)
        if found and (found.has_cents or len(part.words) <= 2):
            return found
    return None
