"""What becomes of the times that have come: a run, or no run and why. A pure rule, no clock and no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestrator.config import Schedule
from orchestrator.scheduling.timetable import Time


@dataclass(frozen=True)
class Verdict:
    """One time with what becomes of it; the reason is a sentence either way."""

    time: Time
    runs: bool
    reason: str


def verdicts(
    schedule: Schedule, times: Sequence[Time], now: datetime, standstill: str | None = None, waits: str | None = None
) -> tuple[Verdict, ...]:
    """A verdict on each of the times that have come, which are in order and were not decided yet.

    `standstill` says why nothing of the bot may begin now; `waits` names a run of the bot that still has all its mail
    to collect, and so takes in whatever this one would.
    """
    refused = {time: _why_not(schedule, time, now, standstill) for time in times}
    left = [time for time in times if refused[time] is None]
    late = [time for time in left if is_late(schedule, time, now)]
    for time in late[:-1]:
        refused[time] = f"missed, and made up for by the run of {late[-1].told}"
    left = [time for time in left if refused[time] is None]
    if schedule.coalesce and left:
        for time in left[:-1]:
            refused[time] = f"falls together with the run of {left[-1].told}"
        if waits:
            refused[left[-1]] = f"{waits} has still to begin, and takes in what this one would"
    return tuple(_verdict(schedule, time, refused[time], now) for time in times)


def is_late(schedule: Schedule, time: Time, now: datetime) -> bool:
    """Whether the time is found later than the schedule forgives."""
    return now - time.planned > schedule.grace


def _why_not(schedule: Schedule, time: Time, now: datetime, standstill: str | None) -> str | None:
    if time.why_not or standstill:
        return time.why_not or standstill
    if schedule.misfire == "skip" and is_late(schedule, time, now):
        return f"missed: no scheduler was at work until {_told(now - time.planned)} later, and `misfire` is skip"
    return None


def _verdict(schedule: Schedule, time: Time, why_not: str | None, now: datetime) -> Verdict:
    if why_not is not None:
        return Verdict(time, False, why_not)
    moved = f", moved from {time.named}" if time.planned != time.nominal else ""
    if is_late(schedule, time, now):
        return Verdict(time, True, f"{_told(now - time.planned)} late: no scheduler was at work{moved}")
    return Verdict(time, True, f"on time{moved}")


def _told(span: timedelta) -> str:
    return str(timedelta(seconds=int(span.total_seconds())))
