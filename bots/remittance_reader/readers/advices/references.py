# ruff: noqa: E501 - one expression a line
"""Numbers of documents as a payer prints them, and what looks like one and is none (a date, an amount, a sentence)."""

from __future__ import annotations

import re

from bots.domain.dates import find_dates
from bots.domain.reading.words import Span

_KIND = (
    r"(?:(?:your |our |votre |notre |ihre? |unsere? |su )?(?:invoices?|inv\.|bill|rechnung|re\.?-?nr\.?|rg\.?-?nr\.?|rechnungs?-?nr\.?|rechnungsnummer|facture|fact\.|factura|fra\.|"
    r"fattura|factuur|credit ?-?(?:note|memo)|debit ?-?(?:note|memo)|avoir|gutschrift|abono|nota (?:de|di) (?:credito|abono)|note de credit|creditnota|"
    r"beleg|document|piece)(?:\s*(?:no|nr|number|num|n°|nº|numero|nummer|#)\.?(?![a-z]))?|(?:no|nr|n°|nº|num)\.?(?=\s))"
)
_LEAD = re.compile(rf"^{_KIND}\s*[:#.]?\s+(?=\S*\d)")
_MONEY = re.compile(r"[-(]?(?:\d{1,3}(?:[.,' ]\d{3})+|\d+)[.,]\d{2}\)?-?")
_TOKEN = re.compile(r"[A-Za-z0-9ÄÖÜ][\w./\\#&+°-]*|[-/#+&]")
_TWO = re.compile(r"(\w*\d{4,})\s*(?:[,;+&]|\bet\b|\band\b|\bund\b|\by\b|\be\b|/)\s*(\w*\d{4,})$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def reference_in(span: Span | None) -> Span | None:
    """The number a cell holds, with the word before it that only says `invoice` left out; None when it holds none."""
    if span is None:
        return None
    found = _LEAD.match(span.folded)
    bare = span.part(found.end()) if found else span.part(0)
    return bare if bare and is_reference(bare.text) else None


def is_reference(text: str) -> bool:
    """Whether a text has the form of a document's number: digits, at most a short prefix, no date, no amount."""
    text = text.strip()
    if not any(sign.isdigit() for sign in text) or "%" in text or len(text) > 60 or _MONEY.fullmatch(text):
        return False
    if is_date(text):
        return False
    tokens = text.split()
    return len(tokens) <= 4 and all(_fits(token) for token in tokens)


_SHORT = {"inv", "fact", "fac", "fra", "ft", "rg", "re", "rech", "bill"}  #: what stands before a number as its part


def _fits(token: str) -> bool:
    if token.lower() in _SHORT:
        return True
    if not _TOKEN.fullmatch(token):
        return False
    return any(sign.isdigit() for sign in token) or (len(token) <= 5 and (token.isupper() or not token.isalpha()))


def is_date(text: str) -> bool:
    """Whether the whole text is one date."""
    return any(entry.start == 0 and entry.end == len(text.strip()) for entry in find_dates(text.strip()))


def names_two(text: str) -> bool:
    """Whether one cell names two documents (`0411/0412`, `4711, 4712`); `2026/0412` is one with its year."""
    found = _TWO.match(text.strip())
    if not found:
        return False
    digits = [re.sub(r"\D", "", part) for part in found.groups()]
    dated = any(_YEAR.fullmatch(part) for part in digits)
    return "/" not in text or (not dated and len(digits[0]) == len(digits[1]))


def shape(text: str) -> str:
    """The form of a number: letters as A, digits as 9, everything else as it is."""
    return re.sub(r"[^\W\d_]", "A", re.sub(r"\d", "9", text))


def is_fragment(text: str) -> bool:
    """Whether a text can be a part of a number broken over rows: one piece of letters, digits and their signs."""
    return bool(re.fullmatch(r"[A-Za-z0-9./_-]{1,24}", text)) and (
        any(sign.isdigit() for sign in text) or (text.isupper() and len(text) <= 6) or text.endswith(("-", "/", "_"))
    )
