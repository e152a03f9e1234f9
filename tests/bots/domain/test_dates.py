from datetime import date

import pytest

from bots.domain.dates import find_dates, monday, nearest_week, read_date

CLEAR = [
    ("2026-04-03", date(2026, 4, 3)),
    ("2026/04/03", date(2026, 4, 3)),
    ("2026-04-03T10:00:00Z", date(2026, 4, 3)),
    ("03.04.26", date(2026, 4, 3)),
    ("3. April 2026", date(2026, 4, 3)),
    ("3. März 2026", date(2026, 3, 3)),
    ("3 avr. 2026", date(2026, 4, 3)),
    ("1er juin 2026", date(2026, 6, 1)),
    ("le 3 août 2026", date(2026, 8, 3)),
    ("Apr 3, 2026", date(2026, 4, 3)),
    ("April 3rd, 2026", date(2026, 4, 3)),
    ("03-APR-2026", date(2026, 4, 3)),
    ("2026APR03", date(2026, 4, 3)),
    ("03-Apr-26", date(2026, 4, 3)),
    ("3 de abril de 2026", date(2026, 4, 3)),
    ("30 mei 2026", date(2026, 5, 30)),
    ("13/04/2026", date(2026, 4, 13)),
    ("04/13/2026", date(2026, 4, 13)),
    ("S23/2026", date(2026, 6, 1)),
    ("KW 23/2026", date(2026, 6, 1)),
    ("2026-W23", date(2026, 6, 1)),
    ("semaine 23 2026", date(2026, 6, 1)),
]


@pytest.mark.parametrize(("text", "day"), [pytest.param(text, day, id=text) for text, day in CLEAR])
def test_a_clear_date_has_one_reading(text, day):
    assert [entry.readings for entry in find_dates(text)] == [(day,)]


def test_a_slashed_date_has_both_readings_and_proves_nothing():
    (entry,) = find_dates("03/04/2026")
    assert entry.readings == (date(2026, 4, 3), date(2026, 3, 4))
    assert entry.proves_day_first is None


@pytest.mark.parametrize(("text", "proof"), [("13/04/2026", True), ("04/13/2026", False), ("2026-04-03", None)])
def test_digits_above_twelve_prove_the_order_of_day_and_month(text, proof):
    (entry,) = find_dates(text)
    assert entry.proves_day_first is proof


@pytest.mark.parametrize(
    "text", ["1.234.567", "12.345,67", "192.168.10.20", "M8 x 40", "KW 54/2026", "31/02/2026", "W 5", ""]
)
def test_what_is_no_date_is_not_found(text):
    assert list(find_dates(text)) == []


def test_two_dates_of_a_line_are_found_in_their_places():
    found = list(find_dates("Date: 12.05.2026, Delivery: 14.05.2026"))
    assert [(entry.text, entry.start) for entry in found] == [("12.05.2026", 6), ("14.05.2026", 28)]


def test_a_date_is_read_only_at_the_beginning():
    assert read_date("12.05.2026 / 4711") is not None
    assert read_date("4711 / 12.05.2026") is None


def test_a_week_without_a_year_is_the_next_one():
    (entry,) = find_dates("week 23")
    assert entry.week == 23
    assert entry.readings == ()
    assert nearest_week(23, date(2026, 4, 3)) == date(2026, 6, 1)
    assert nearest_week(2, date(2026, 12, 20)) == date(2027, 1, 11)


def test_a_year_may_have_no_week_53():
    assert monday(53, 2025) is None
    assert monday(53, 2026) == date(2026, 12, 28)
