"""`o2c bots`: which bots there are, and letting one rest."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from orchestrator.commands.options import AsJson, ConfigFile, Who, Why, open_house
from orchestrator.commands.output import print_json
from orchestrator.duty import bots_exist, lines_of

group = typer.Typer(help="The bots: list them, pause one, resume it.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The bot, e.g. order_entry.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Join the group `bots` to the command."""
    app.add_typer(group, name="bots")


@group.command("list")
def list_bots(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """The configured bots, the log-in each works under, and which of them rest."""
    with open_house(config) as house:
        paused = house.store.pauses.all()
        found = [
            {"bot": bot, "line": login, "paused": paused[bot].sentence() if bot in paused else None}
            for login, bots in lines_of(house.config).items()
            for bot in bots
        ]
    if as_json:
        print_json(found)
        return
    table = Table("bot", "line", "", box=None, pad_edge=False)
    for one in found:
        table.add_row(one["bot"], one["line"], one["paused"] or "at work")
    Console().print(table)


@group.command("pause")
def pause(bot: Name, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Let a bot rest: nothing of it is begun, what runs ends. Its mail and its items wait."""
    with open_house(config) as house:
        bots_exist(house.config, [bot])
        resting = house.store.pauses.pause(bot, who, why)
    typer.echo(f"Nothing is begun: {resting.sentence()}. `o2c bots resume {bot}` lets it work again.")


@group.command("resume")
def resume(bot: Name, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Let a bot work again."""
    with open_house(config) as house:
        rested = house.store.pauses.resume(bot, who, why)
    typer.echo(f"{bot} works again." if rested else f"{bot} was not paused; nothing was changed.")
