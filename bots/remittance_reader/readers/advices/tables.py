"""Remittance advices as CSV files and as Excel workbooks."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

from bots.adapters import sniff
from bots.adapters.workbook import read_workbook
from bots.domain.advices import AdviceKind, RemittanceAdvice
from bots.domain.documents import Document
from bots.domain.reading.grid import page_of
from bots.errors import BusinessError
from bots.remittance_reader.readers.advices.advice import advice_from
from bots.remittance_reader.readers.raw import text_of

MAX_ROWS, MAX_CELLS = 20_000, 100
_SIGNS = ";\t|,"


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document."""
    return document.media_type in {sniff.CSV, sniff.XLSX}


def read(document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """Read the table. Raises BusinessError, with what to do, for one that is damaged, locked or too large."""
    if document.media_type == sniff.CSV:
        return advice_from([page_of(csv_rows(document.content))], document.envelope, own)
    book = read_workbook(document.content)
    found = advice_from([page_of(book.rows)], document.envelope, own)
    if found.kind is AdviceKind.ADVICE:
        return replace(found, doubts=tuple(dict.fromkeys([*found.doubts, *book.doubts])))
    return found


def csv_rows(content: bytes) -> list[list[str]]:
    """The rows of a CSV file, cut at the sign that cuts most of its lines alike. A row of one cell is text."""
    text = text_of(content)
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise BusinessError("the file holds no text: ask the sender for it again")
    sign = max(_SIGNS, key=lambda one: _evenness(lines, one))
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=sign)]
    except csv.Error as error:
        raise BusinessError(f"the CSV file is damaged ({error}): ask the sender for it again") from error
    if len(rows) > MAX_ROWS or max(map(len, rows)) > MAX_CELLS:
        raise BusinessError(f"the CSV file has {len(rows)} rows: a person must open it")
    return [_trimmed(row) for row in rows]


def _evenness(lines: list[str], sign: str) -> int:
    """How many lines hold a sign as often as most lines with it do, each weighed by how often that is."""
    counts = [line.count(sign) for line in lines if sign in line]
    usual = max(set(counts), key=counts.count) if counts else 0
    return counts.count(usual) * min(usual, 5)


def _trimmed(row: list[str]) -> list[str]:
    filled = [cell for cell in row if cell]
    return filled[:1] if len(filled) == 1 and row[0] else row
