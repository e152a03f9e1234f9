"""`o2c selectors`: is every element of a portal's map still there, what should the map say instead, a first map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from orchestrator.commands.options import AsJson, ConfigFile, open_house
from orchestrator.commands.output import print_json
from orchestrator.journal import ItemJournal

if TYPE_CHECKING:
    from orchestrator.assembly import House

group = typer.Typer(help="The selector maps against the live portals. Nothing is posted.", no_args_is_help=True)

Portal = Annotated[str | None, typer.Argument(help="One portal of config.yaml; all when not given.")]
ACTOR = "selectors"


def add_to(app: typer.Typer) -> None:
    """Join the group `selectors` to the command."""
    app.add_typer(group, name="selectors")


@group.command("check")
def check(portal: Portal = None, config: ConfigFile = None, as_json: AsJson = False) -> None:
    """Log in, walk every page of the map, and tell of each element: found, fallback, healed, missing or unseen."""
    with open_house(config) as house:
        found = [seen for name in chosen(house, portal) for seen in looked_at(house, name)]
    if as_json:
        print_json(found)
    else:
        console = Console(highlight=False, soft_wrap=True)
        for seen in found:
            picture = f" [picture {seen['picture']}]" if seen["picture"] else ""
            line = f"{seen['verdict']:<8} {seen['portal']}.{seen['name']}: {seen['told']}{picture}"
            console.print(line, markup=False)
    if any(seen["verdict"] == "missing" for seen in found):
        raise typer.Exit(5)


@group.command("propose")
def propose(portal: Portal = None, config: ConfigFile = None) -> None:
    """Print a unified diff of each map: what it should say where the portal changed. Read it, then `git apply` it."""
    with open_house(config) as house:
        for name in chosen(house, portal):
            with house.at_portal(name) as equipment:
                diff = equipment.proposal(journal_of(house))
            typer.echo(diff or f"# {name}: nothing to propose\n", nl=False)


@group.command("learn")
def learn(
    url: Annotated[str, typer.Argument(help="The page's address; with --portal also a path below the portal's.")],
    portal: Annotated[str | None, typer.Option("--portal", help="Log in to this portal first.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write the map there instead of printing it.")] = None,
    config: ConfigFile = None,
) -> None:
    """Write a first map of a page: every field, button and table, with several ways to each."""
    from orchestrator import assembly

    if portal is None:
        text = assembly.learn(url)
    else:
        with open_house(config) as house, house.at_portal(portal) as equipment:
            text = equipment.learn(url, journal_of(house))
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
        typer.echo(f"{out} is written: read it, and name under `commits` what cannot be taken back.")


def chosen(house: House, portal: str | None) -> tuple[str, ...]:
    """The portal named, or all there are."""
    return (portal,) if portal is not None else tuple(house.config.portals)


def looked_at(house: House, portal: str) -> list[dict[str, str | None]]:
    """Each page and element of a portal; the picture of each page is kept as evidence and named by its SHA-256."""
    journal = journal_of(house)
    found = []
    with house.at_portal(portal) as equipment:
        for seen in equipment.inspect(journal):
            picture = journal.keep(seen.picture, "image/png") if seen.picture else None
            line = {"portal": portal, "name": seen.name, "verdict": seen.verdict.value, "told": seen.told}
            found.append({**line, "picture": picture})
            if seen.verdict.value in {"fallback", "healed", "missing"}:
                journal.record("selector", f"{portal}.{seen.name}", {"verdict": seen.verdict.value, "told": seen.told})
    return found


def journal_of(house: House) -> ItemJournal:
    """What is met on the way is on record, under a name that can press nothing."""
    return ItemJournal(house.store, ACTOR, ACTOR)
