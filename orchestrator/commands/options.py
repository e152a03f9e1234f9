"""Options that several commands share."""

from __future__ import annotations

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


def open_house(config: Path | None) -> AbstractContextManager[House]:
    """The house of a configuration. Loaded only now: a command that reads a document needs no database."""
    from orchestrator.assembly import open_house

    return open_house(config)
