"""When a bot runs, as it is written in config.yaml and kept in the timetable."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal

from pydantic import Field, PositiveInt, ValidationError, model_validator

from bots.errors import ConfigError
from orchestrator.config.block import Block
from orchestrator.config.values import Cron, HolidayCalendar, Name, Span, TimeZone

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_DAYS = re.compile(r"^[a-z]{3}(-[a-z]{3})?$")


class Blackout(Block):
    """A time in which nothing begins: every day (or on `days`) from one time to another, or on dates, both included.

    A window that ends before it begins lasts over midnight and belongs to the day it begins on.
    """

    begin: str = Field(alias="from", examples=['"22:00"'])
    end: str = Field(alias="to", examples=['"05:00"'])
    days: str | None = Field(None, examples=["mon-fri"])
    why: str = Field("no reason was given", examples=["the portal is backed up"])

    @model_validator(mode="after")
    def _of_one_kind(self) -> Blackout:
        times = all(_TIME.match(one) for one in (self.begin, self.end))
        if not times and not (all(_DATE.match(one) for one in (self.begin, self.end)) and self.days is None):
            raise ValueError('expected two times (`from: "22:00"`, `to: "05:00"`, `days: mon-fri`) or two dates')
        _weekdays(self.days)
        return self

    def covers(self, instant: datetime) -> bool:
        """Whether it holds at this instant, which stands in the schedule's time zone."""
        if _DATE.match(self.begin):
            return date.fromisoformat(self.begin) <= instant.date() <= date.fromisoformat(self.end)
        clock, begin, end = f"{instant:%H:%M}", self.begin, self.end
        if begin <= end:
            return begin <= clock < end and self._on(instant)
        return (clock >= begin and self._on(instant)) or (clock < end and self._on(instant - timedelta(days=1)))

    def _on(self, instant: datetime) -> bool:
        return WEEKDAYS[instant.weekday()] in _weekdays(self.days)


class Schedule(Block):
    """One schedule of a bot. It fires by the clock (`when`), when mail comes (`mail`), when so many of the bot's items
    wait for a machine (`queue`), or when a run of another bot has ended (`after`): exactly one of these."""

    bot: Name = Field(examples=["order_entry"])
    when: Cron | None = Field(None, examples=['"0 6 * * mon-fri"'])
    mail: Name | None = Field(None, examples=["orders"])
    queue: PositiveInt | None = Field(None, examples=[20])
    after: Name | None = Field(None, examples=["remittance_reader"])
    time_zone: TimeZone | None = Field(None, examples=["Europe/Paris"])
    business_days: Literal["any", "skip", "previous", "next"] = Field("any", examples=["next"])
    holidays: HolidayCalendar | None = Field(None, examples=["FR"])
    blackouts: tuple[Blackout, ...] = Field((), examples=['[{from: "22:00", to: "05:00"}]'])
    misfire: Literal["run_once", "skip"] = Field("run_once", examples=["skip"])
    grace: Span = Field(timedelta(minutes=10), examples=["10 min"])
    coalesce: bool = Field(True, examples=["true"])
    parameters: dict[str, Any] = Field(default_factory=dict, examples=['{approval_above: "1000.00 EUR"}'])

    @model_validator(mode="after")
    def _fires_one_way(self) -> Schedule:
        ways = [one for one in (self.when, self.mail, self.queue, self.after) if one is not None]
        if len(ways) != 1:
            raise ValueError("write exactly one of `when`, `mail`, `queue` and `after`: what makes it fire")
        if self.when is None and self.business_days != "any":
            raise ValueError("`business_days` belongs to `when`: what mail or another bot starts is not moved to a day")
        return self

    def definition(self) -> dict[str, Any]:
        """What differs from the defaults, as plain values for the store."""
        plain: dict[str, Any] = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return plain

    def blackout_at(self, instant: datetime) -> Blackout | None:
        """What forbids this instant, which stands in the schedule's time zone."""
        return next((one for one in self.blackouts if one.covers(instant)), None)


def read_schedule(definition: Mapping[str, Any]) -> Schedule:
    """A kept schedule. Raises ConfigError for one that this version does not understand, or a person wrote wrongly."""
    try:
        return Schedule.model_validate_json(json.dumps(dict(definition)))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"the schedule cannot be read: {place}: {first['msg']}") from error


def _weekdays(days: str | None) -> tuple[str, ...]:
    """The weekdays of `mon-fri` or `sat`; all of them where nothing is said."""
    if days is None:
        return WEEKDAYS
    first, _, last = days.partition("-")
    if not _DAYS.match(days) or not {first, last or first} <= set(WEEKDAYS):
        raise ValueError("write weekdays by name: `sat`, `mon-fri`")
    begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
    return WEEKDAYS[begin : end + 1] if begin <= end else WEEKDAYS[begin:] + WEEKDAYS[: end + 1]
