"""Excel workbooks (xlsx) as rows of text: what a person sees when opening one, and what stands there unseen.

A formula counts with the value kept in the file. Hidden rows, columns and sheets are left out and named.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bots.errors import BusinessError

MAX_BYTES = 25 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024  #: bytes of all parts together
MAX_ROWS, MAX_COLUMNS = 20_000, 100
_LEADING_ZEROS = re.compile(r"0{2,}")


@dataclass
class Workbook:
    """The visible rows of all visible sheets, sheets parted by an empty row, and what a person should know."""

    rows: list[list[str]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_workbook(content: bytes) -> Workbook:
    """Read an xlsx file. Raises BusinessError, with what to do, for one that is locked, damaged or too large."""
    import openpyxl

    _check(content)
    try:
        values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(content), data_only=False)
    except Exception as error:  # openpyxl raises anything at all on damaged files
        raise BusinessError(f"the workbook is damaged ({type(error).__name__}): ask the sender for it again") from error
    found = Workbook()
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            found.doubts.append(f"the sheet {sheet.title!r} is hidden: it was left out")
            continue
        found.rows += [*_rows(sheet, formulas[sheet.title], found.doubts), []]
    return found


def _check(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        raise BusinessError(f"the workbook is larger than {MAX_BYTES // 1048576} MiB: a person must open it")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise BusinessError("the workbook is damaged or locked: ask the sender for an open copy") from error
    if unpacked > MAX_UNPACKED:
        raise BusinessError(f"the workbook unpacks to {unpacked // 1048576} MiB: a person must look where it came from")


def _rows(sheet: Any, formulas: Any, doubts: list[str]) -> Iterator[list[str]]:
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
        raise BusinessError(
            f"the sheet {sheet.title!r} has {sheet.max_row} rows and {sheet.max_column} columns: a person must open it"
        )
    hidden = _hidden_columns(sheet)
    if hidden:
        doubts.append(f"the sheet {sheet.title!r} has hidden columns ({', '.join(sorted(hidden))}): they were left out")
    for row, written in zip(sheet.iter_rows(), formulas.iter_rows(), strict=False):
        texts = [_text(cell, source, sheet, doubts) for cell, source in zip(row, written, strict=False)
                 if getattr(cell, "column_letter", "") not in hidden]  # fmt: skip
        if sheet.row_dimensions[row[0].row].hidden:
            if any(texts):
                said = " ".join(filter(None, texts))[:80]
                doubts.append(f"row {row[0].row} of the sheet {sheet.title!r} is hidden: {said!r} was left out")
            continue
        yield _trimmed(texts)


def _trimmed(texts: list[str]) -> list[str]:
    """A row without its empty end; a title in the first cell alone is one cell."""
    while texts and not texts[-1]:
        texts.pop()
    if sum(map(bool, texts)) == 1 and texts[0]:
        return [texts[0]]
    return [*texts, ""] if len(texts) == 1 else texts


def _hidden_columns(sheet: Any) -> set[str]:
    from openpyxl.utils import get_column_letter

    hidden: set[str] = set()
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.hidden:
            first, last = dimension.min or 0, min(dimension.max or 0, MAX_COLUMNS)
            hidden |= {get_column_letter(place) for place in range(first, last + 1)} or {letter}
    return hidden


def _text(cell: Any, source: Any, sheet: Any, doubts: list[str]) -> str:
    value = cell.value
    if value is None:
        if isinstance(source.value, str) and source.value.startswith("="):
            doubts.append(f"{sheet.title}!{source.coordinate} holds a formula whose result the file does not keep")
        return ""
    if isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return number_text(value, cell.number_format)
    return " ".join(str(value).split())


def number_text(value: float, form: str) -> str:
    """A number as text that can be read in one way only: whole, or with a dot and two decimals or more."""
    if isinstance(value, int) or value.is_integer():
        whole = str(int(value))
        if _LEADING_ZEROS.fullmatch(form):
            return whole.zfill(len(form))
        return whole if form in {"General", "@", "0"} else f"{whole}.00"
    exact = Decimal(repr(round(value, 6)))
    places = max(2, -int(exact.as_tuple().exponent))
    return f"{exact:.{places if places != 3 else 4}f}"
