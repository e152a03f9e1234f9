"""`o2c totals`: what was received is posted, rejected, waiting or in doubt; by day, or by run."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bots.errors import BusinessError
from orchestrator.commands.options import AsJson, ConfigFile, open_house
from orchestrator.commands.output import RED, print_json

if TYPE_CHECKING:
    from orchestrator.assembly import House
    from orchestrator.totals import Totals

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; today when not given.")]


def add_to(app: typer.Typer) -> None:
    """Join `totals` to the command."""
    app.command("totals")(totals)


def totals(
    config: ConfigFile = None,
    day: Day = None,
    run: Annotated[str | None, typer.Option(help="A run by its id instead of a day.")] = None,
    portal: Annotated[
        bool, typer.Option("--portal", help="Look too whether the portal shows what was posted.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Control totals of each bot, reconciled with its mailboxes; with --portal with what its portal shows.

    Ends with 8 when anything does not balance, and says what is missing.
    """
    from orchestrator.report import print_totals

    with open_house(config) as house:
        found = _of_run(house, run) if run else _of_day(house, day, portal)
    if as_json:
        print_json({name: one.as_json() for name, one in found.items()})
    else:
        for name, one in found.items():
            print_totals(f"Control totals of {name}", one, Console(highlight=False))
    if any(one.red() for one in found.values()):
        raise typer.Exit(RED)


def _of_run(house: House, run: str) -> dict[str, Totals]:
    from orchestrator.totals import of_run

    found = house.store.runs.get(run)
    if found is None:
        raise BusinessError(f"there is no run {run}; nothing was counted")
    return {f"{found.bot}, run {run}": of_run(house.store, run)}


def _of_day(house: House, day: datetime | None, portal: bool) -> dict[str, Totals]:
    from orchestrator.portal_totals import not_shown
    from orchestrator.totals import of_day

    zone = ZoneInfo(house.config.time_zone)
    when = (day or house.store.now().astimezone(zone)).date()
    return {
        f"{bot}, {when}": of_day(house.store, bot, when, zone).with_faults(
            not_shown(house, bot, when, zone) if portal else ()
        )
        for bot in house.config.bots
    }
