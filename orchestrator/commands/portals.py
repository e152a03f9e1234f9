"""`o2c portals`: which portals are worked, which are parked or rest and why; park one, release one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bots.errors import ConfigError
from orchestrator.commands.options import AsJson, ConfigFile, Who, Why, open_house
from orchestrator.commands.output import print_json

if TYPE_CHECKING:
    from orchestrator.assembly import House

group = typer.Typer(help="The portals: which are worked, which are parked and why.", invoke_without_command=True)

Name = Annotated[str, typer.Argument(help="The portal's name in config.yaml.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Join the group `portals` to the command."""
    app.add_typer(group, name="portals")


@group.callback()
def list_portals(context: typer.Context, config: ConfigFile = None, as_json: AsJson = False) -> None:
    """Every portal of the configuration: worked, resting after failures, or parked until it is released."""
    if context.invoked_subcommand:
        return
    with open_house(config) as house:
        found = [state_of(house, name) for name in house.config.portals]
    if as_json:
        print_json(found)
        return
    table = Table("portal", "state", "since", "by", "why", box=None, pad_edge=False)
    for row in found:
        table.add_row(*(str(row[name] or "") for name in ("portal", "state", "since", "who", "why")))
    Console().print(table)


@group.command("park")
def park(name: Name, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Begin nothing there until it is released. Items stay for a machine."""
    with open_house(config) as house:
        known(house, name)
        parking = house.store.portals.park(name, who, why)
    typer.echo(f"The portal {name} is parked since {parking.at:%Y-%m-%d %H:%M %Z} by {parking.who}: {parking.why}")


@group.command("release")
def release(name: Name, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Let work begin there again. See first with `o2c selectors check` that it will go well."""
    with open_house(config) as house:
        known(house, name)
        house.store.portals.release(name, who, why)
    typer.echo(f"The portal {name} is released; its items are worked on at the next run, each when it is due.")


def known(house: House, name: str) -> None:
    """Raises ConfigError for a portal the configuration does not have."""
    if name not in house.config.portals:
        raise ConfigError(f"there is no portal `{name}`; there is: {', '.join(house.config.portals) or 'none'}")


def state_of(house: House, name: str) -> dict[str, Any]:
    """One line of the list: `state` is worked, resting or parked; `until` when a rest ends."""
    parking, circuit = house.store.portals.parked(name), house.store.portals.circuit(name)
    line: dict[str, Any] = {"portal": name, "state": "worked", "since": None, "until": None, "who": None, "why": None}
    if parking:
        return line | {"state": "parked", "since": parking.at.isoformat(), "who": parking.who, "why": parking.why}
    if circuit:
        resting = circuit.until.isoformat() if circuit.until else None
        why = f"{circuit.failures} failures in a row, the last: {circuit.why}"
        return line | {"state": "resting" if resting else "worked", "until": resting, "why": why}
    return line
