"""Options that several commands share."""

from __future__ import annotations

import getpass
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from orchestrator.assembly import House

ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", "-c", envvar="O2C_CONFIG", help="The configuration; ./config.yaml when not given."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of text for a person.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the audit trail.", show_default=False)]
Who = Annotated[str, typer.Option("--who", help="Who says so.", default_factory=getpass.getuser, show_default="you")]


def open_house(config: Path | None) -> AbstractContextManager[House]:
    """The house of a configuration. Loaded only now: a command that reads a document needs no database."""
    from orchestrator.assembly import open_house

    return open_house(config)
