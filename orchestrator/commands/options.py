"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", "-c", envvar="O2C_CONFIG", help="The configuration; ./config.yaml when not given."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of text for a person.")]
