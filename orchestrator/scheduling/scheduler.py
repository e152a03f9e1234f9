"""The scheduler: rebuilt from the store at every look, so that any number of them agree and none remembers wrongly.

Each time a schedule names is decided once, by a unique row: a run is asked for in the same transaction, or the reason
is kept why there is none. What no scheduler saw come is decided at the next look, by the schedule's own rule.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from loguru import logger

from bots.errors import ConfigError, O2CError
from orchestrator.config import Config, Schedule, read_schedule
from orchestrator.scheduling.calendar import Calendar
from orchestrator.scheduling.mail_news import MailNews, held_back
from orchestrator.scheduling.timetable import Time, Timetable, stamp
from orchestrator.scheduling.verdicts import Verdict, verdicts
from orchestrator.store import schedules
from orchestrator.store.item import State
from orchestrator.store.runs import Run
from orchestrator.store.store import Store

LOOK_EVERY = 1.0  #: seconds
FARTHEST_BACK = timedelta(days=35)  #: what was missed longer ago is not told any more
Standstill = Callable[[str], str | None]


@dataclass(frozen=True)
class Kept:
    """A schedule in force with its times."""

    name: str
    row: schedules.Schedule
    schedule: Schedule
    timetable: Timetable


@dataclass
class Scheduler:
    """Looks at the timetable and decides what has come. `standstill` says of a bot why nothing of it may begin."""

    store: Store
    config: Config
    standstill: Standstill
    say: Callable[[str], None] = lambda _text: None
    on_mail_wanted: Callable[[str], None] = lambda _mailbox: None  #: told each mailbox a schedule waits on
    _mail: MailNews = field(init=False)
    _looked: dict[str, datetime] = field(default_factory=dict)
    _stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._mail = MailNews(self.store)

    def run(self) -> None:
        """Look every second until `stop()`. A database that does not answer is asked again."""
        while not self._stop.is_set():
            try:
                self.look(self.store.now())
            except O2CError as failure:
                logger.error("the timetable could not be looked at: {}", failure)
            self._stop.wait(LOOK_EVERY)

    def stop(self) -> None:
        """Look no more. Returns at once."""
        self._stop.set()

    def mail_came(self, mailbox: str, lying: str) -> None:
        """Mail lies in a mailbox: its schedules fire at the next look. May be called from any thread."""
        self._mail.hear(mailbox, lying)

    def look(self, now: datetime) -> None:
        """Decide every time that has come."""
        for one in self.kept():
            if one.schedule.mail is not None:
                self.on_mail_wanted(one.schedule.mail)
            begin = self._looked.get(one.name) or self._begin(one, now)
            self._decide(one, self._times(one, begin, now), now)
            self._looked[one.name] = now

    def kept(self) -> tuple[Kept, ...]:
        """The schedules in force; one that cannot be read is told and left out."""
        return tuple(found for row in self.store.schedules.list() if (found := self._read(row)) is not None)

    def upcoming(self, now: datetime, count: int) -> tuple[tuple[Kept, Verdict], ...]:
        """The next times by the clock with what is to become of them, as things stand now."""
        found = []
        for one in self.kept():
            if one.schedule.when is not None:
                standstill = self._standstill(one)
                for time in one.timetable.upcoming(now, count):
                    why_not = time.why_not or standstill
                    moved = "" if time.planned == time.nominal else f"moved from {time.named}"
                    found.append((one, Verdict(time, why_not is None, why_not or moved)))
        return tuple(sorted(found, key=lambda pair: pair[1].time.planned)[:count])

    def _read(self, row: schedules.Schedule) -> Kept | None:
        try:
            schedule = read_schedule(row.definition)
        except ConfigError as wrong:
            logger.error("schedule {}: {}", row.name, wrong)
            return None
        zone = ZoneInfo(schedule.time_zone or self.config.time_zone)
        calendar = Calendar(schedule.holidays or self.config.holidays)
        return Kept(row.name, row, schedule, Timetable(schedule, zone, calendar))

    def _begin(self, one: Kept, now: datetime) -> datetime:
        """From where on nothing is decided yet."""
        return max(self.store.firings.looked_until(one.name) or one.row.since, one.row.since, now - FARTHEST_BACK)

    def _times(self, one: Kept, begin: datetime, now: datetime) -> Sequence[Time]:
        schedule = one.schedule
        if schedule.when is not None:
            return one.timetable.times(begin, now)
        if schedule.after is not None:
            ended = self.store.runs.ended_after(schedule.after, begin)
            return [one.timetable.event(run.ended_at) for run in ended if run.ended_at is not None]
        if schedule.queue is not None:
            waiting = len(self.store.items.list(schedule.bot, (State.NEW,), limit=schedule.queue))
            full = waiting >= schedule.queue and not self.store.runs.open([schedule.bot])
            return [one.timetable.event(now.replace(second=0, microsecond=0))] if full else []
        event = self._mail.event(one.name, schedule, self._waiting)
        return [one.timetable.event(now, event)] if event else []

    def _decide(self, one: Kept, times: Sequence[Time], now: datetime) -> None:
        if not times:
            return
        decided = self.store.firings.decided(one.name, min(time.nominal for time in times))
        left = [time for time in times if time.nominal not in decided]
        waits = self._told(self._waiting(one.schedule.bot))
        for verdict in verdicts(one.schedule, left, now, self._standstill(one), waits):
            self._keep(one, verdict)

    def _keep(self, one: Kept, verdict: Verdict) -> None:
        time, bot = verdict.time, one.schedule.bot
        if verdict.runs:
            reason, parameters = self._why(one, verdict), one.schedule.parameters
            firing = self.store.firings.run(one.name, bot, time.nominal, time.planned, reason, parameters, time.event)
            if firing is not None:
                self.say(f"{one.name}: a run of {bot}, {reason}")
            elif time.event is None and self.store.firings.find(one.name, time.nominal) is None:
                other = f"falls together with another run planned for {time.told}"
                self.store.firings.do_not(one.name, bot, time.nominal, time.planned, other)
        elif self._do_not(one, verdict):
            self.say(f"{one.name}: no run of {bot} at {time.told}: {verdict.reason}")

    def _do_not(self, one: Kept, verdict: Verdict) -> bool:
        """Keep the reason. An event is looked at again until it has its run; that it is held back is kept once."""
        time, event = verdict.time, verdict.time.event and held_back(verdict.time.event)
        if event and self.store.firings.of_event(one.name, event) is not None:
            return False
        return self.store.firings.do_not(one.name, one.schedule.bot, time.nominal, time.planned, verdict.reason, event)

    def _why(self, one: Kept, verdict: Verdict) -> str:
        schedule = one.schedule
        if schedule.mail is not None:
            return f"mail came into {schedule.mail}"
        if schedule.queue is not None:
            return f"{schedule.queue} items wait"
        if schedule.after is not None:
            return f"a run of {schedule.after} ended"
        return verdict.reason

    def _standstill(self, one: Kept) -> str | None:
        return one.row.paused or self.standstill(one.schedule.bot)

    def _waiting(self, bot: str) -> Run | None:
        """A run of the bot that still has all its mail to collect."""
        return next((run for run in self.store.runs.open([bot]) if not run.handed_in), None)

    def _told(self, run: Run | None) -> str | None:
        zone = ZoneInfo(self.config.time_zone)
        return f"the run of {run.bot} asked for at {stamp(run.begun_at, zone)}" if run else None


def follow_file(store: Store, timetable: Mapping[str, Schedule]) -> None:
    """Take the configuration's schedules into the store's timetable."""
    store.schedules.follow({name: (one.bot, one.definition()) for name, one in timetable.items()})
