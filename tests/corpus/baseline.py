"""What forty lines can do, as a yardstick: label expressions, and any row with q, p and a where q × p = a is a line."""

from __future__ import annotations

import io
import itertools
import re
from decimal import Decimal, InvalidOperation

import pdfplumber

from bots.domain.dates import find_dates
from tests.corpus.comparison import Reading

NUMBER = re.compile(
    r"(?:purchase\s+order|order|p\.?\s?o\.?|commande|bestell\w*|pedido|ordine?\w*)\s*(?:number|no\.?|n[°ºo.]+|nr\.?|num\w*|#)?\s*[:#]?\s*"
    r"([A-Z]{0,4}[-/ ]?\d[\w/-]{2,})",
    re.IGNORECASE,
)
FIGURE = re.compile(r"(?<![\w.,])\d[\d.,' \u00a0\u202f]*(?![\w])")
TOTAL = re.compile(r"total|summe|gesamt|importe|montant", re.IGNORECASE)
CURRENCY = re.compile(r"\b(EUR|USD|GBP|CHF|SEK|INR|MXN)\b|([€$£])")


def figure(text: str) -> Decimal | None:
    """A number whose last point or comma before at most two places is the decimal one."""
    plain = re.sub(r"[ '\u00a0\u202f]", "", text.strip(" .,'"))
    found = re.fullmatch(r"([\d.,]*?)(?:[.,](\d{1,2}))?", plain)
    try:
        return Decimal(re.sub(r"[.,]", "", found[1]) + "." + (found[2] or "0")) if found else None
    except InvalidOperation:
        return None


def line(text: str) -> Reading | None:
    """The row as a line, when three of its numbers multiply."""
    words = [
        word
        for word in (figure(found) for found in re.findall(r"(?<!\S)[^\sA-Za-z]*\d[^\sA-Za-z]*(?!\S)", text))
        if word
    ]
    for qty, price, amount in itertools.combinations(words, 3):
        if qty * price == amount and price != 1:
            return {"qty": str(qty), "unit_price": str(price), "amount": str(amount)}
    return None


def baseline(content: bytes) -> Reading:
    """The reading, in the shape of ours with the fields it knows."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        text = "\n".join(page.extract_text() or "" for page in pdf.pages)
    rows = text.splitlines()
    sums = [value for row in rows if TOTAL.search(row) for value in map(figure, FIGURE.findall(row)) if value]
    number, currency, day = NUMBER.search(text), CURRENCY.search(text), next(find_dates(text), None)
    sign = {"€": "EUR", "$": "USD", "£": "GBP"}
    return {
        "kind": "order",
        "po_number": number[1] if number else None,
        "po_date": day.readings[0].isoformat() if day and day.readings else None,
        "currency": (currency[1] or sign[currency[2]]) if currency else None,
        "total": str(max(sums)) if sums else None,
        "lines": [found for found in map(line, rows) if found],
        "doubts": [],
    }
