"""Excel workbooks as a person sees them: printed numbers, what is hidden named, nothing guessed."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest

from bots.adapters.workbook import number_text, read_workbook
from bots.errors import BusinessError


def saved(build):
    book = openpyxl.Workbook()
    build(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_cells_become_text_that_can_be_read_in_one_way():
    def build(book):
        book.active.append(["No", 4711, 1234.5, 0.1 + 0.2, date(2026, 4, 2), datetime(2026, 4, 3, 12), None, "a  b"])  # noqa: DTZ001 (Excel knows no zones)

    (row, _) = read_workbook(saved(build)).rows
    assert row == ["No", "4711", "1234.50", "0.30", "2026-04-02", "2026-04-03", "", "a b"]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (4711, "00000000", "00004711"),
        (500, "0.00", "500.00"),
        (1234.567, "General", "1234.5670"),
        (12, "General", "12"),
    ],
)
def test_a_number_is_written_as_its_format_shows_it(value, form, text):
    assert number_text(value, form) == text


def test_a_merged_title_is_one_cell():
    def build(book):
        book.active.append(["Remittance advice"])
        book.active.merge_cells("A1:F1")

    assert read_workbook(saved(build)).rows[0] == ["Remittance advice"]


def test_hidden_columns_are_left_out_and_named():
    def build(book):
        book.active.append(["a", "secret", "c"])
        book.active.column_dimensions["B"].hidden = True

    found = read_workbook(saved(build))
    assert found.rows[0] == ["a", "c"]
    assert "hidden columns (B)" in found.doubts[0]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", saved(lambda book: None)[:400]])
def test_a_damaged_workbook_says_what_to_do(content):
    with pytest.raises(BusinessError, match="ask the sender"):
        read_workbook(content)
