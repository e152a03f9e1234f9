"""The command `o2c`: joins the subcommands, turns failures into one line and an exit code (docs/exit-codes.md)."""

from __future__ import annotations

import sys

import typer
from rich.console import Console

from bots.errors import ApplicationError, BusinessError, ConfigError, InDoubt, O2CError, StoreError
from orchestrator.commands import (
    auditing,
    bots,
    checking,
    customers,
    demo,
    development,
    items,
    money,
    portals,
    reading,
    running,
    schedules,
    selectors,
    serving,
    totals,
    watching,
)
from orchestrator.logs import install_logging

EXIT_CODES: tuple[tuple[type[O2CError], int], ...] = (
    (ConfigError, 3),
    (BusinessError, 4),
    (ApplicationError, 5),
    (InDoubt, 6),
    (StoreError, 7),
    (O2CError, 1),
)

app = typer.Typer(
    name="o2c",
    help="Bots that carry an order from a customer's e-mail to cash in the bank, each posting made exactly once.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for commands in (
    demo,
    reading,
    running,
    serving,
    schedules,
    items,
    money,
    bots,
    portals,
    selectors,
    totals,
    watching,
    customers,
    auditing,
    checking,
    watching,
    development,
):
    commands.add_to(app)


def main() -> None:
    """Run the command line; the exit code says how it ended."""
    install_logging(str, level="WARNING")  # until a configuration is open there are no secrets to hide
    try:
        app()
    except O2CError as failure:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"o2c: {failure}", style="red", markup=False)
        sys.exit(exit_code(failure))


def exit_code(failure: O2CError) -> int:
    """The documented exit code of a kind of failure."""
    return next(code for kind, code in EXIT_CODES if isinstance(failure, kind))


if __name__ == "__main__":
    main()
