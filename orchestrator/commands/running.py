"""`o2c run`: run a bot now."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer
from rich.console import Console

from orchestrator.commands.options import AsJson, ConfigFile
from orchestrator.commands.output import RED, print_json


def add_to(app: typer.Typer) -> None:
    """Join `run` to the command."""
    app.command("run")(run)


def run(
    bot: Annotated[str, typer.Argument(help="The bot, e.g. order_entry.", show_default=False)],
    config: ConfigFile = None,
    as_json: AsJson = False,
    minutes: Annotated[int, typer.Option(help="How long to wait at most for the items to be worked on.")] = 60,
) -> None:
    """Collect what waits for a bot, work it, and print what was posted, what waits for a person, and the totals."""
    from orchestrator.assembly import open_house
    from orchestrator.duty import standstill
    from orchestrator.report import print_report, say_settled
    from orchestrator.run import run_once

    console = Console(stderr=as_json, highlight=False)
    with open_house(config) as house:
        report = run_once(house, bot, "by hand", timedelta(minutes=minutes), lambda item: say_settled(item, console))
        held = standstill(house.config, house.store, bot)
    if as_json:
        print_json(report.as_json())
    else:
        print_report(report, console)
    if held:
        told = f"Not worked on: {held}. Mend the cause, release it (o2c portals release), and run the bot again."
        console.print(told, style="bold red", markup=False, soft_wrap=True)
    if report.totals.red():
        raise typer.Exit(RED)
