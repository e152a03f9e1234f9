"""`o2c schedule`: when bots run, what is to come, what became of the times that were, and a run by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from orchestrator.commands.options import AsJson, ConfigFile, Who, Why, open_house
from orchestrator.commands.output import print_json
from orchestrator.duty import standstill

if TYPE_CHECKING:
    from orchestrator.assembly import House
    from orchestrator.config import Schedule
    from orchestrator.scheduling.scheduler import Kept, Scheduler
    from orchestrator.scheduling.verdicts import Verdict
    from orchestrator.store.firings import Firing

group = typer.Typer(help="When bots run: list, what comes next, pause, resume, run now.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The schedule, as `o2c schedule list` names it.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Join the group `schedule` to the command."""
    app.add_typer(group, name="schedule")


@group.command("list")
def list_schedules(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """The schedules in force: what makes each fire, and which of them rest."""
    with open_house(config) as house:
        kept = [_row(house, one) for one in _timetable(house).kept()]
    if as_json:
        print_json(kept)
        return
    table = Table("schedule", "bot", "fires", "from", "", box=None, pad_edge=False)
    for one in kept:
        table.add_row(*(str(value or "") for value in one.values()))
    Console().print(table)


@group.command("next")
def next_times(
    count: Annotated[int, typer.Argument(min=1, help="How many times.")] = 10,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """The next times by the clock: the runs, and those that will not happen with the reason."""
    with open_house(config) as house:
        found = [_coming(*pair) for pair in _timetable(house).upcoming(house.store.now(), count)]
    if as_json:
        print_json(found)
        return
    table = Table("at", "schedule", "bot", "", box=None, pad_edge=False)
    for one in found:
        told = one["reason"] if one["runs"] else f"will not run: {one['reason']}"
        table.add_row(str(one["at"]), str(one["schedule"]), str(one["bot"]), str(told))
    Console().print(table)


@group.command("log")
def log(
    count: Annotated[int, typer.Argument(min=1, help="How many times.")] = 30,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """What became of the latest times: the run, or why there was none."""
    with open_house(config) as house:
        zone = ZoneInfo(house.config.time_zone)
        found = [_decided(one, zone) for one in house.store.firings.list(limit=count)]
    if as_json:
        print_json(found)
        return
    table = Table("at", "schedule", "run", "reason", box=None, pad_edge=False)
    for one in found:
        table.add_row(str(one["at"]), str(one["schedule"]), str(one["run"] or "none"), str(one["reason"]))
    Console().print(table)


@group.command("pause")
def pause(name: Name, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Let a schedule rest; each time it would have fired is noted with your reason."""
    with open_house(config) as house:
        _timetable(house)
        house.store.schedules.pause(name, who, why)
    typer.echo(f"{name} is paused. `o2c schedule resume {name}` lets it fire again.")


@group.command("resume")
def resume(name: Name, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Let a schedule fire again, from now on."""
    with open_house(config) as house:
        _timetable(house)
        house.store.schedules.resume(name, who, why)
    typer.echo(f"{name} fires again.")


@group.command("run")
def run(name: Name, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Ask for a run now, with the schedule's parameters; a worker does it (`o2c up` or `o2c worker` must run)."""
    with open_house(config) as house:
        kept = {one.name: one for one in _timetable(house).kept()}
        bot = house.store.schedules.get(name).bot
        parameters = kept[name].schedule.parameters if name in kept else None
        begun = house.store.runs.begin(bot, f"schedule {name}, by hand: {why}", who, parameters)
    typer.echo(f"The run {begun} of {bot} is asked for; a worker takes it when its line is free.")


def fires(schedule: Schedule) -> str:
    """What makes a schedule fire, in words."""
    if schedule.mail is not None:
        return f"when mail comes into {schedule.mail}"
    if schedule.queue is not None:
        return f"when {schedule.queue} items wait"
    if schedule.after is not None:
        return f"after each run of {schedule.after}"
    days = "" if schedule.business_days == "any" else f", business days: {schedule.business_days}"
    return f"{schedule.when}{days}"


def _row(house: House, one: Kept) -> dict[str, object]:
    paused = one.row.paused or standstill(house.config, house.store, one.schedule.bot)
    about: dict[str, object] = {"schedule": one.name, "bot": one.schedule.bot, "fires": fires(one.schedule)}
    return about | {"origin": one.row.origin, "paused": paused}


def _coming(one: Kept, verdict: Verdict) -> dict[str, object]:
    at = verdict.time.planned.astimezone(verdict.time.zone).isoformat(timespec="minutes")
    about: dict[str, object] = {"at": at, "schedule": one.name, "bot": one.schedule.bot}
    return about | {"runs": verdict.runs, "reason": verdict.reason}


def _decided(one: Firing, zone: ZoneInfo) -> dict[str, object]:
    at = one.planned.astimezone(zone).isoformat(timespec="minutes")
    return {"at": at, "schedule": one.schedule, "bot": one.bot, "run": one.run, "reason": one.reason}


def _timetable(house: House) -> Scheduler:
    """The timetable as the file and the store have it now."""
    from orchestrator.scheduling.scheduler import Scheduler, follow_file

    follow_file(house.store, house.config.timetable())
    return Scheduler(house.store, house.config, partial(standstill, house.config, house.store))
