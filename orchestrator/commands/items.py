"""`o2c items`: what waits for a person and why, and the person's answer. Every answer carries who and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from bots.domain.plain import canonical
from bots.errors import BusinessError
from orchestrator.commands.options import AsJson, ConfigFile, Who, Why, open_house
from orchestrator.commands.output import print_json
from orchestrator.report import title
from orchestrator.store.backlog import Group
from orchestrator.store.item import Item, State

group = typer.Typer(help="The documents in work: list, look, approve, reject, try again.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(help="The item's number, as `o2c items list` shows it.", show_default=False)]
WAITING = (State.WAITING, State.APPROVAL, State.IN_DOUBT, State.FAILED)


def add_to(app: typer.Typer) -> None:
    """Join the group `items` to the command."""
    app.add_typer(group, name="items")


@group.command("list")
def list_items(
    everything: Annotated[bool, typer.Option("--all", help="Settled ones too, not only those that wait.")] = False,
    state: Annotated[
        list[State] | None, typer.Option(help="Only those in this state; `failed` are dead letters.")
    ] = None,
    bot: Annotated[str | None, typer.Option(help="Only this bot's.")] = None,
    grouped: Annotated[bool, typer.Option("--grouped", help="One line for each cause, the largest first.")] = False,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """The items that wait for a person, oldest first."""
    states = tuple(state or (() if everything else WAITING))
    with open_house(config) as house:
        if grouped:
            return print_groups(house.store.backlog.groups(states or tuple(State), bot), as_json)
        found = house.store.items.list(bot, states)
    if as_json:
        print_json([canonical(item) for item in found])
        return None
    table = Table("item", "bot", "document", "amount", "state", "why", box=None, pad_edge=False)
    for item in found:
        table.add_row(str(item.id), item.bot, title(item), item.amount or "", item.state.value, why_of(item))
    Console().print(table)
    return None


def print_groups(groups: Sequence[Group], as_json: bool) -> None:
    """Each cause once: how many items it stopped, and what the first of them said."""
    if as_json:
        print_json([canonical(group) for group in groups])
        return
    table = Table("items", "bot", "state", "cause", "first", "why", box=None, pad_edge=False)
    for group in groups:
        first = str(group.first.id)
        table.add_row(str(group.count), group.bot, group.state.value, group.cause or "", first, why_of(group.first))
    Console().print(table)


@group.command("show")
def show(item: Number, config: ConfigFile = None, as_json: AsJson = False) -> None:
    """One item: its document, its reasons, the plan that waits, and what was done."""
    with open_house(config) as house:
        found = house.store.items.get(item)
        trail = house.store.audit.list(item=item)
        path = house.config.data / "evidence" / found.document[:2] / found.document[2:]
    if as_json:
        print_json({"item": canonical(found), "original": str(path), "trail": [canonical(record) for record in trail]})
        return
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"item {found.id} of {found.bot}: {title(found)}, {found.state.value}", markup=False)
    console.print(f"original: {path}", markup=False)
    for line in (*found.reasons, *found.sentences):
        console.print(f"- {line}", markup=False)
    for record in trail:
        console.print(f"{record.seq:>7} {record.at:%H:%M:%S} {record.action} {record.target}", markup=False)


@group.command("approve")
def approve(item: Number, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Agree to the plan an item waits with. It counts for that plan only."""
    with open_house(config) as house:
        found = house.store.items.get(item)
        if found.state is not State.APPROVAL or found.plan_hash is None:
            raise BusinessError(
                f"item {item} does not wait for an approval, it is {found.state.value}; nothing was changed"
            )
        house.store.items.approve(item, found.plan_hash, who, why)
        house.store.items.reopen(item, who, why)
    typer.echo(f"Item {item} is approved and will be posted at the next run of {found.bot}.")


@group.command("retry")
def retry(item: Number, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Have an item tried again, from the first look."""
    with open_house(config) as house:
        found = house.store.items.reopen(item, who, why)
    typer.echo(f"Item {item} will be worked on by the next worker, or at the next run of {found.bot}.")


@group.command("not-there")
def not_there(item: Number, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Settle a doubt: you looked, and what was begun is not in the portal. It will be tried again."""
    with open_house(config) as house:
        begun = house.store.intents.open_for(item)
        if not begun:
            raise BusinessError(f"nothing is in doubt for item {item}; nothing was changed")
        for intent in begun:
            house.store.intents.refute(intent.id, who, why)
        found = house.store.items.reopen(item, who, why)
    typer.echo(f"Item {item} will be entered at the next run of {found.bot}.")


@group.command("postpone")
def postpone(
    item: Number,
    until: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"], help="Not before this day or time.")
    ],
    why: Why,
    who: Who,
    config: ConfigFile = None,
) -> None:
    """Have an item worked on later."""
    with open_house(config) as house:
        when = until.replace(tzinfo=ZoneInfo(house.config.time_zone))
        house.store.backlog.postpone(item, when, who, why)
    typer.echo(f"Item {item} is left alone until {when:%Y-%m-%d %H:%M}.")


@group.command("prioritise")
def prioritise(
    item: Number,
    why: Why,
    who: Who,
    urgency: Annotated[int, typer.Option(min=0, max=20, help="0 is the most urgent, 10 usual, 20 the least.")] = 0,
    due: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="By this day; on it it comes first.")
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Say how urgent an item is."""
    with open_house(config) as house:
        house.store.backlog.prioritise(item, urgency, due.date() if due else None, who, why)
    typer.echo(f"Item {item} has urgency {urgency}{f' and is due on {due:%Y-%m-%d}' if due else ''}.")


@group.command("skip", hidden=True)
@group.command("cancel", hidden=True)
@group.command("reject")
def reject(item: Number, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Settle an item for good without posting it (`skip` and `cancel` are the same)."""
    with open_house(config) as house:
        house.store.items.reject(item, who, why)
    typer.echo(f"Item {item} is rejected.")


def why_of(item: Item) -> str:
    """All reasons, or the result, in one cell."""
    return "; ".join(item.reasons) or item.result or ""
