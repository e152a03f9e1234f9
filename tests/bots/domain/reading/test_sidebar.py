"""A bar at the left is a column of its own; a column of a table is not, nor is an address."""

from __future__ import annotations

from bots.domain.paper import Page, Word
from bots.domain.reading.words import sheet


def words(x, tops, text="word", width=40.0):
    return [Word(f"{text}{place}", x, top, x + width, top + 9, 1) for place, top in enumerate(tops)]


def rows_of(*groups):
    page = Page(1, 595, 842, tuple(word for group in groups for word in group))
    return [row.text for row in sheet(page).rows]


BAR = [80 + 27 * place for place in range(16)]
REST = [73 + 19 * place for place in range(24)]


def test_the_words_of_a_bar_come_first_and_keep_no_row_with_the_rest():
    rows = rows_of(words(20, BAR, "bar"), words(150, REST, "main", 300))
    assert rows[:16] == [f"bar{place}" for place in range(16)]
    assert rows[16:] == [f"main{place}" for place in range(24)]


def test_the_first_column_of_a_table_stays_in_its_rows():
    rows = rows_of(words(20, REST, "code"), words(150, REST, "text", 300))
    assert rows[0] == "code0 text0"


def test_an_address_beside_other_words_is_no_bar():
    rows = rows_of(words(20, BAR[:6], "street"), words(150, REST, "main", 300))
    assert rows[0] == "main0"


def test_a_wide_column_is_no_bar():
    rows = rows_of(words(20, BAR, "text", 200), words(300, REST, "main", 200))
    assert rows[0] == "main0"
