"""The times a schedule names, as instants; daylight saving and business days are settled here.

APScheduler's cron trigger is the timetable, in memory and only that: which times are decided is in the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from orchestrator.config import Schedule
from orchestrator.scheduling.calendar import Calendar

FARTHEST_MOVE = timedelta(days=15)  #: no run of days without business is longer


@dataclass(frozen=True)
class Time:
    """One time a schedule names. `planned` is `nominal`, unless business days move it; `why_not` forbids it; `event`
    names what happened then, where that and not the clock is the reason.

    Instants are in UTC: Python compares two local times of one zone by the clock on the wall, which shows some twice.
    """

    nominal: datetime
    planned: datetime
    zone: ZoneInfo
    why_not: str | None = None
    event: str | None = None

    @property
    def told(self) -> str:
        """When it is planned, as a person of its zone says it."""
        return stamp(self.planned, self.zone)

    @property
    def named(self) -> str:
        """The same of what the schedule names."""
        return stamp(self.nominal, self.zone)


@dataclass(frozen=True)
class Timetable:
    """One schedule's times, in its time zone and by its calendar."""

    schedule: Schedule
    zone: ZoneInfo
    calendar: Calendar

    def times(self, after: datetime, until: datetime) -> tuple[Time, ...]:
        """The times planned after one instant and not after another, in order."""
        reach = FARTHEST_MOVE if self.schedule.business_days in ("previous", "next") else timedelta(0)
        named = nominal_times(self.schedule.when or "", self.zone, after - reach, until + reach)
        found = (self._time(nominal.astimezone(self.zone)) for nominal in named)
        due = (one for one in found if after.astimezone(UTC) < one.planned <= until.astimezone(UTC))
        return tuple(sorted(due, key=lambda one: (one.planned, one.nominal)))

    def upcoming(self, after: datetime, count: int) -> tuple[Time, ...]:
        """The next times after an instant, those that will not happen included."""
        span = timedelta(days=2)
        while span < timedelta(days=366 * 9):
            found = self.times(after, after + span)
            if len(found) >= count:
                return found[:count]
            span *= 4
        return self.times(after, after + span)

    def event(self, instant: datetime, name: str | None = None) -> Time:
        """The time of something that just happened; a blackout forbids it as any other."""
        moment = instant.astimezone(UTC)
        return Time(moment, moment, self.zone, self._blacked_out(instant.astimezone(self.zone)), name)

    def _time(self, nominal: datetime) -> Time:
        no_business = self.calendar.no_business(nominal.date())
        match self.schedule.business_days:
            case "skip" if no_business:
                return Time(nominal.astimezone(UTC), nominal.astimezone(UTC), self.zone, no_business)
            case "previous" if no_business:
                planned = self._moved(nominal, -1)
            case "next" if no_business:
                planned = self._moved(nominal, 1)
            case _:
                planned = nominal
        return Time(nominal.astimezone(UTC), planned.astimezone(UTC), self.zone, self._blacked_out(planned))

    def _moved(self, nominal: datetime, direction: int) -> datetime:
        day = self.calendar.moved(nominal.date(), direction)
        return real(nominal.replace(year=day.year, month=day.month, day=day.day))

    def _blacked_out(self, instant: datetime) -> str | None:
        found = self.schedule.blackout_at(instant)
        return f"blacked out from {found.begin} to {found.end}: {found.why}" if found else None


def nominal_times(when: str, zone: ZoneInfo, after: datetime, until: datetime) -> Iterator[datetime]:
    """The instants (UTC) a cron line names after one instant and not after another.

    A time the clock skips in spring happens at the instant it would have been (02:30 is 03:30). A time that comes
    twice in autumn happens once, the first time, unless the hour is `*`: then it is meant by the minute and comes
    twice (the rule of Vixie cron).
    """
    trigger, last = _trigger(when, zone.key), after.astimezone(UTC)
    every_hour = when.split()[1].startswith("*")
    fire: datetime | None = trigger.get_next_fire_time(None, (after + timedelta(microseconds=1)).astimezone(zone))
    while fire is not None:
        instant = fire.astimezone(UTC)
        if instant > until.astimezone(UTC):
            return
        if instant > last and (every_hour or not real(fire).fold):
            yield instant
            last = instant
        fire = trigger.get_next_fire_time(fire, fire)


def real(local: datetime) -> datetime:
    """A wall time as an instant that exists: through UTC and back."""
    return local.astimezone(UTC).astimezone(local.tzinfo)


def stamp(instant: datetime, zone: ZoneInfo) -> str:
    """An instant as a reason names it."""
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M}"


@lru_cache(maxsize=256)
def _trigger(when: str, zone: str) -> CronTrigger:
    return CronTrigger.from_crontab(when, timezone=ZoneInfo(zone))
