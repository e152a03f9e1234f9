"""Times as instants: daylight saving, leap days, business days, blackouts. Each rule is a line of a table."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from orchestrator.config import Schedule
from orchestrator.scheduling.calendar import Calendar
from orchestrator.scheduling.timetable import Timetable

PARIS = ZoneInfo("Europe/Paris")


def timetable(when, **values):
    schedule = Schedule.model_validate({"bot": "order_entry", "when": when, **values}, strict=False)
    return Timetable(schedule, PARIS, Calendar("FR"))


def planned(when, begin, end, **values):
    found = timetable(when, **values).times(local(begin), local(end))
    return [f"{time.planned.astimezone(PARIS):%m-%d %H:%M %z}" for time in found if not time.why_not]


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("when", "begin", "end", "times"),
    [
        pytest.param("30 2 * * *", "2026-03-28T12:00", "2026-03-30T12:00", ["03-29 03:30 +0200", "03-30 02:30 +0200"],
                     id="in spring 02:30 does not exist: it happens at the instant it would have been"),
        pytest.param("30 2 * * *", "2026-10-24T12:00", "2026-10-26T12:00", ["10-25 02:30 +0200", "10-26 02:30 +0100"],
                     id="in autumn 02:30 comes twice: it happens once, the first time"),
        pytest.param("0,30 2 * * *", "2026-10-24T12:00", "2026-10-25T12:00", ["10-25 02:00 +0200", "10-25 02:30 +0200"],
                     id="so does every time of that hour"),
        pytest.param("30 * * * *", "2026-10-25T01:00", "2026-10-25T03:45",
                     ["10-25 01:30 +0200", "10-25 02:30 +0200", "10-25 02:30 +0100", "10-25 03:30 +0100"],
                     id="what is meant by the hour comes in both"),
        pytest.param("30 * * * *", "2026-03-29T01:00", "2026-03-29T04:00", ["03-29 01:30 +0100", "03-29 03:30 +0200"],
                     id="and in spring not in the hour there is not"),
        pytest.param("30 2,3 * * *", "2026-03-28T12:00", "2026-03-29T12:00", ["03-29 03:30 +0200"],
                     id="two times that fall on one instant happen once"),
        pytest.param("0 6 29 2 *", "2027-01-01T00:00", "2029-01-01T00:00", ["02-29 06:00 +0100"],
                     id="a leap day comes in its year"),
        pytest.param("0 6 last * *", "2028-02-01T00:00", "2028-04-01T00:00", ["02-29 06:00 +0100", "03-31 06:00 +0200"],
                     id="the last day of a month"),
        pytest.param("0 6 * * mon", "2026-03-01T00:00", "2026-03-10T00:00", ["03-02 06:00 +0100", "03-09 06:00 +0100"],
                     id="a Monday is a Monday"),
    ],
)  # fmt: skip
def test_a_time_is_an_instant_that_exists(when, begin, end, times):
    assert planned(when, begin, end) == times


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        pytest.param("any", ["04-30", "05-01", "05-02", "05-03", "05-04"], id="any day"),
        pytest.param("skip", ["04-30", "05-04"], id="business days only"),
        pytest.param("next", ["04-30", "05-04", "05-04", "05-04", "05-04"], id="what falls on none waits for the next"),
        pytest.param("previous", ["04-30", "04-30", "04-30", "04-30", "05-04"], id="or comes on the one before"),
    ],
)
def test_the_first_of_may_2026_is_a_friday_and_no_business_day(rule, times):
    found = planned("0 6 * * *", "2026-04-30T00:00", "2026-05-05T00:00", business_days=rule)
    assert [time[:5] for time in found] == times


def test_the_reason_names_the_holiday():
    (time,) = timetable("0 6 1 5 *", business_days="skip").upcoming(local("2026-04-01T00:00"), 1)
    assert time.why_not.startswith("Friday 2026-05-01 is a public holiday in FR: ")


def test_a_monthly_run_moved_over_a_month_end_is_found_from_the_month_before():
    found = timetable("0 6 1 * *", business_days="previous").times(local("2026-10-30T00:00"), local("2026-10-31T00:00"))
    assert [(time.named[5:10], time.told[5:10]) for time in found] == [("11-01", "10-30")]


@pytest.mark.parametrize(
    ("blackout", "instant", "black"),
    [
        ({"from": "12:00", "to": "14:00"}, "2026-03-02T12:00", True),
        ({"from": "12:00", "to": "14:00"}, "2026-03-02T14:00", False),
        ({"from": "22:00", "to": "05:00"}, "2026-03-02T23:00", True),
        ({"from": "22:00", "to": "05:00"}, "2026-03-02T04:59", True),
        ({"from": "22:00", "to": "05:00", "days": "fri"}, "2026-03-07T04:59", True),
        ({"from": "22:00", "to": "05:00", "days": "fri"}, "2026-03-06T04:59", False),
        ({"from": "00:00", "to": "24:00", "days": "sat-sun"}, "2026-03-07T23:59", True),
        ({"from": "2026-12-24", "to": "2026-12-26"}, "2026-12-26T23:59", True),
        ({"from": "2026-12-24", "to": "2026-12-26"}, "2026-12-27T00:00", False),
    ],
)
def test_a_blackout_holds_from_its_beginning_until_before_its_end(blackout, instant, black):
    time = timetable("* * * * *", blackouts=[{**blackout, "why": "backup"}]).event(local(instant))
    assert (time.why_not is not None) is black
    assert not black or "backup" in time.why_not


def test_what_will_not_happen_stands_among_the_next_times_with_its_reason():
    found = timetable("0 6 * * *", business_days="skip").upcoming(local("2026-05-01T00:00"), 4)
    assert [time.why_not is None for time in found] == [False, False, False, True]


def test_the_next_time_may_be_years_away():
    (time,) = timetable("0 6 29 2 *").upcoming(datetime(2026, 3, 1, tzinfo=UTC), 1)
    assert f"{time.planned:%Y-%m-%d}" == "2028-02-29"


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"when": "0 6 * * 1"}, "numbers mean different days in different programs"),
        ({"when": "0 6 * * *", "mail": "orders"}, "exactly one of"),
        ({}, "exactly one of"),
        ({"mail": "orders", "business_days": "next"}, "belongs to `when`"),
        ({"when": "0 6 * * *", "blackouts": [{"from": "22:00", "to": "2026-01-01"}]}, "expected two times"),
        ({"when": "0 6 * * *", "blackouts": [{"from": "22:00", "to": "23:00", "days": "1-5"}]}, "weekdays by name"),
        ({"when": "0 6 * * *", "grace": "ten minutes"}, "10 min"),
    ],
)
def test_a_schedule_that_could_be_misread_is_refused(values, complaint):
    with pytest.raises(ValidationError, match=complaint):
        Schedule.model_validate({"bot": "order_entry", **values}, strict=False)
