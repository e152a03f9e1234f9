"""Cells laid out as a page stay in their columns, and text between tables runs across."""

from __future__ import annotations

from bots.domain.reading.grid import page_of
from bots.domain.reading.words import sheet

ROWS = [
    ["A long line of text above the table, longer than its columns"],
    [],
    ["Invoice", "Amount", "Remark"],
    ["4711", "", "no amount here"],
    ["INV-4712-LONG", "1 234,56", ""],
]


def phrases():
    return [[phrase.text for phrase in row.phrases] for row in sheet(page_of(ROWS)).rows]


def test_a_row_of_one_cell_is_one_phrase():
    assert phrases()[0] == ["A long line of text above the table, longer than its columns"]


def test_cells_are_phrases_of_their_own():
    assert phrases()[1:] == [["Invoice", "Amount", "Remark"], ["4711", "no amount here"], ["INV-4712-LONG", "1 234,56"]]


def test_an_empty_cell_keeps_its_place():
    heading, empty, _ = sheet(page_of(ROWS)).rows[1:]
    assert empty.phrases[1].x0 == heading.phrases[2].x0


def test_the_page_is_no_page_of_paper():
    assert page_of(ROWS).number == 0
    assert page_of([]).words == ()
