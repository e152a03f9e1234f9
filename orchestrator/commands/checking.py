"""`o2c check` and `o2c config`: is everything the bots need there, and where does each setting come from?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import typer
from rich.console import Console
from rich.table import Table

from bots.errors import ApplicationError, O2CError
from orchestrator.commands.options import AsJson, ConfigFile
from orchestrator.commands.output import print_json

Check = tuple[str, str | None]  #: what was looked at; the trouble, None when it is well


def add_to(app: typer.Typer) -> None:
    """Join `check` and `config` to the command."""
    app.command("check")(check)
    app.command("config")(show_config)


def check(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """Look at the configuration, the database, every mailbox and every page of every portal. Changes nothing."""
    from orchestrator.assembly import open_house
    from orchestrator.checkup import checkup

    with open_house(config) as house:
        found = list(tried(checkup(house)))
    if as_json:
        print_json([{"what": what, "trouble": trouble} for what, trouble in found])
    else:
        console = Console(highlight=False, soft_wrap=True)
        for what, trouble in found:
            console.print(
                f"{'well  ' if trouble is None else 'BROKEN'} {what}{f': {trouble}' if trouble else ''}", markup=False
            )
    if any(trouble for _, trouble in found):
        raise typer.Exit(5)


def tried(checks: Iterator[tuple[str, Callable[[], object]]]) -> Iterator[Check]:
    """Carry each check out; one that fails does not stop the others."""
    for what, look in checks:
        try:
            look()
        except O2CError as trouble:
            yield what, str(trouble)
        except OSError as trouble:
            yield what, str(ApplicationError(f"{trouble}; is the server running and reachable from here?"))
        else:
            yield what, None


def show_config(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """Print every value in force and where it comes from. Secrets are shown by name only."""
    from orchestrator.config import default_path, effective, load

    values = effective(load(config or default_path()))
    if as_json:
        print_json([{"key": key, "value": value, "origin": origin} for key, value, origin in values])
        return
    table = Table("key", "value", "from", box=None, pad_edge=False)
    for row in values:
        table.add_row(*row)
    Console().print(table)
