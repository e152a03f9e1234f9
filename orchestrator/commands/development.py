"""`o2c test` and `o2c bench`: for those who change the code; both need a checkout."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bots.errors import BusinessError
from orchestrator.commands.options import AsJson
from orchestrator.commands.output import print_json

CHECKOUT = Path(__file__).parents[2]


def add_to(app: typer.Typer) -> None:
    """Join `test` and `bench` to the command."""
    app.command("test", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(test)
    app.command("bench")(bench)


def test(context: typer.Context) -> None:
    """Run every check and every test; arguments go to pytest."""
    from orchestrator.testing import run

    raise typer.Exit(run(context.args))


def bench(
    names: Annotated[list[str] | None, typer.Argument(help="Which measurements; all short ones by default.")] = None,
    as_json: AsJson = False,
) -> None:
    """Measure, always beside something: a bare script, a library alone, the limit. Ratios and medians, no verdicts."""
    short, long = _measurements("benchmarks"), _measurements("benchmarks/long")
    known = short | long
    wanted = names or list(short)
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise BusinessError(f"there is no measurement `{unknown[0]}`; there is: {', '.join(known)}")
    figures = {name: measured(known[name]) for name in wanted}
    if as_json:
        print_json(figures)
        return
    table = Table("measurement", "figure", "value", box=None, pad_edge=False)
    for name, found in figures.items():
        for figure, value in found.items():
            table.add_row(name, figure, f"{value:.3g}" if isinstance(value, float) else str(value))
    Console().print(table)


def _measurements(folder: str) -> dict[str, Path]:
    """The measurements of a folder by name. Long ones have a folder of their own and run only when named."""
    return {path.stem: path for path in sorted((CHECKOUT / folder).glob("*.py")) if path.stem[0] != "_"}


def measured(path: Path) -> dict[str, Any]:
    """The figures of one measurement: the file's own `run()`."""
    sys.path.insert(0, str(CHECKOUT))
    specification = importlib.util.spec_from_file_location(f"benchmarks.{path.stem}", path)
    if specification is None or specification.loader is None:
        raise BusinessError(f"{path} cannot be loaded as a measurement")
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    figures: dict[str, Any] = module.run()
    return figures
