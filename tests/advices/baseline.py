"""What thirty lines can do, as a yardstick: a line is any row of text with a number like an invoice's and an amount."""

from __future__ import annotations

import io
import re
from decimal import Decimal

import pdfplumber

from bots.domain.dates import find_dates
from tests.advices.comparison import Reading
from tests.corpus.baseline import figure

INVOICE = re.compile(r"(?<![\w.,/-])(?:[A-Z]{1,6}[-/]?)?\d[\w/-]{3,}(?![.,]\d)")
AMOUNT = re.compile(r"(?<!\S)[-(]?[€$£]?\d{1,3}(?:[.,' \u00a0]?\d{3})*[.,]\d{2}\)?-?(?!\S)")
TOTAL = re.compile(
    r"total|summe|zahlbetrag|virement|importe|bonifico|net payment|payment amount|check amount", re.IGNORECASE
)
PAID = re.compile(r"date|datum|fecha|data", re.IGNORECASE)
CURRENCY = re.compile(r"\b(EUR|USD|GBP|CHF|NZD)\b")


def baseline(content: bytes) -> Reading:
    """The reading of a PDF by expressions over its lines of text."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        rows = [row for page in pdf.pages for row in (page.extract_text() or "").splitlines()]
    lines, total = [], None
    for row in rows:
        amounts = [value for value in map(signed, AMOUNT.findall(row)) if value is not None]
        numbers = [found for found in INVOICE.findall(AMOUNT.sub(" ", row)) if not next(find_dates(found), None)]
        if amounts and TOTAL.search(row):
            total = amounts[-1]
        elif amounts and numbers:
            day = next(find_dates(row), None)
            lines.append(
                {"reference": numbers[0], "net": str(amounts[-1]), "document_date": str(day.day_first) if day else None}
            )
    text = "\n".join(rows)
    dated = [entry for row in rows if PAID.search(row) for entry in find_dates(row)]
    currency = CURRENCY.search(text)
    return {
        "kind": "advice", "payer": {"name": rows[0] if rows else None}, "payment_ref": None, "doubts": [],
        "date": str(dated[0].day_first) if dated else None, "currency": currency[1] if currency else None,
        "total": str(total) if total is not None else None, "lines": lines,
    }  # fmt: skip


def signed(text: str) -> Decimal | None:
    """An amount with the minus it carries on either side."""
    value = figure(text.strip("-()€$£"))
    return -value if value is not None and (text[0] in "-(" or text[-1] in "-)") else value
