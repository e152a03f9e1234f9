"""What becomes of the times that have come: every rule a line of a table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from orchestrator.config import Schedule
from orchestrator.scheduling.timetable import Time
from orchestrator.scheduling.verdicts import verdicts

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def judged(minutes, standstill=None, waits=None, why_not=None, **values):
    """The verdicts, as `+` and `-`, on times so many minutes ago, and the last reason."""
    schedule = Schedule.model_validate({"bot": "order_entry", "when": "0 6 * * *", **values}, strict=False)
    instants = [NOON - timedelta(minutes=one) for one in minutes]
    times = [Time(instant, instant, ZoneInfo("Europe/Paris"), why_not) for instant in instants]
    found = verdicts(schedule, times, NOON, standstill, waits)
    return "".join("+" if one.runs else "-" for one in found), found[-1].reason


@pytest.mark.parametrize(
    ("minutes", "options", "outcome", "reason"),
    [
        pytest.param([0], {}, "+", "on time", id="on time"),
        pytest.param([9], {}, "+", "on time", id="late within the grace is on time"),
        pytest.param([180], {}, "+", "3:00:00 late", id="missed: run once, by default"),
        pytest.param([180], {"misfire": "skip"}, "-", "missed: no scheduler was at work until 3:00:00", id="or not"),
        pytest.param([300, 180, 60], {}, "--+", "1:00:00 late", id="of many missed the last is made up for"),
        pytest.param([300, 180, 0], {}, "--+", "on time", id="and none when the present one comes anyway"),
        pytest.param([300, 180, 0], {"misfire": "skip"}, "--+", "on time", id="skipped ones stop nothing"),
        pytest.param([4, 2, 0], {}, "--+", "on time", id="several at once are one run"),
        pytest.param([4, 2, 0], {"coalesce": False}, "+++", "on time", id="unless each is wanted"),
        pytest.param([300, 180, 0], {"coalesce": False}, "-++", "on time", id="but of those missed only the last"),
        pytest.param([0], {"standstill": "the bot was paused by anna"}, "-", "paused by anna", id="a paused bot"),
        pytest.param([0], {"why_not": "blacked out"}, "-", "blacked out", id="a blackout or a holiday"),
        pytest.param([0], {"waits": "the run of 11:55"}, "-", "has still to begin", id="one waits already"),
        pytest.param([0], {"waits": "the run of 11:55", "coalesce": False}, "+", "on time", id="but each is wanted"),
    ],
)
def test_a_time_that_has_come_is_a_run_or_a_reason(minutes, options, outcome, reason):
    found, last = judged(minutes, **options)
    assert found == outcome
    assert reason in last
