"""What a cell with a quantity or a price in it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.numbers import Mark, parse, readings
from bots.domain.reading.figures import money_text

_PER = re.compile(
    r"(?:/|\bper\b|\bpar\b|\bl[ae]s?\b|\bpro\b|\bpor\b|\bje\b|\bthe\b)\s*(?P<count>\d[\d.,']*|[CM](?![A-Za-z])|%|cent\b|hundred\b|thousand\b|mille\b)?\s*(?P<unit>[A-Za-zÀ-ÿµ²³.]{0,8})\s*$",
    re.IGNORECASE,
)
EACH = r"(?i:à|a|@|je|zu|at)"  #: what may stand before a price: `à 18,90`
_EACH = re.compile(rf"^{EACH}\s+(?=\d)")
_SPACED_PER = re.compile(r"\s(?P<count>1|10|100|1000|1[.,]000)\s(?P<unit>[^\W\d][\w²³]{0,7})$")
_UNIT_BEHIND = re.compile(r"(?P<number>.*\d[.,]\d{2,5}(?:\s[€$£])?)\s(?P<unit>[^\W\d_]{1,6})\.?")
_QUANTITY = re.compile(
    r"^(?P<number>[-\u2212]?\s?\d[\d.,'\u2019 ]*|\.\d+)(?![\w.,]*\d)\s*"
    r"\(?(?P<unit>[^\W\d][\w.²³%/]{0,11}(?:\(s\))?\.?)?\)?(?P<rest>\s.*)?$"
)
_UNIT_FIRST = re.compile(r"^(?P<unit>[^\W\d]{1,8}\.?)\s+(?P<number>\d[\d.,'\u2019 ]*)$")
#: Currencies without a hundredth (ISO 4217, exponent 0): three figures behind a mark can only be thousands.
WITHOUT_CENTS = re.compile(r"\b(?:JPY|KRW|CLP|ISK|PYG|VND|UGX|RWF|XAF|XOF|XPF)\b|[¥₩₫]")
_HUNDREDS = {"c": 100, "%": 100, "cent": 100, "hundred": 100, "m": 1000, "thousand": 1000, "mille": 1000}


def told_by_amounts(amounts: Iterable[str]) -> Mark | None:
    """The decimal mark that amounts prove in a currency without a hundredth (`WITHOUT_CENTS`): `222,000` is 222
    thousand. None where they do not agree."""
    marks = set()
    for text in amounts:
        values = {mark: parse(text, mark) for mark in Mark}
        thousands = [mark for mark, value in values.items() if value is not None and value.as_tuple().exponent == 0]
        if len(readings(text)) > 1:
            marks.add(thousands[0] if len(thousands) == 1 else None)
    return marks.pop() if len(marks) == 1 else None


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
    if bare.endswith("%") or not found or not readings(found["number"].strip()):
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
    bare = _EACH.sub("", text.strip().rstrip("*"))
    per, unit, told = None, None, None
    found = _PER.search(bare) or _spaced(bare)
    if found and found.start() > 0:
        bare = bare[: found.start()].strip()
        told = found["count"]
        per, unit = _count(told), found["unit"].strip(". ") or None
    number = money_text(bare)
    if number is None and (behind := _UNIT_BEHIND.fullmatch(bare)):
        number, unit = money_text(behind["number"]), behind["unit"]
    return PriceText(number, per, unit, told) if number else None


def _spaced(text: str) -> re.Match[str] | None:
    """Price, price unit and unit side by side, as SAP prints them: `12,50 100 ST`."""
    found = _SPACED_PER.search(text)
    return found if found and re.search(r"[.,]\d{2,5}(?: ?[A-Z]{3})?$", text[: found.start()]) else None


def _count(text: str | None) -> Decimal | None:
    if not text:
        return None
    if text.lower() in _HUNDREDS:
        return Decimal(_HUNDREDS[text.lower()])
    if not re.fullmatch(r"\d+|\d{1,3}(?:[.,' ]\d{3})+", text.strip(" .,'")):
        return None
    digits = re.sub(r"\D", "", text)
    return Decimal(digits) if digits and int(digits) > 0 else None
