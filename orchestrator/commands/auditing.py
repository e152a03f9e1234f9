"""`o2c audit`: verify the record, here or on another machine, and export it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestrator.commands.options import AsJson, ConfigFile, open_house
from orchestrator.commands.output import RED, print_json

if TYPE_CHECKING:
    from orchestrator.store.verify import Verification

group = typer.Typer(help="The record of every action: verify it, export it.", no_args_is_help=True)

ExportFile = Annotated[Path | None, typer.Argument(help="An exported record to verify instead of the database.")]


def add_to(app: typer.Typer) -> None:
    """Join the group `audit` to the command."""
    app.add_typer(group, name="audit")


@group.command("verify")
def verify(
    file: ExportFile = None,
    public_key: Annotated[
        Path | None, typer.Option(help="The signer's public key, kept apart from the export.")
    ] = None,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Check every record, its links, its signatures and the evidence it names. Exit code 8: it does not stand."""
    from orchestrator.store.verify import verify_export

    if file is not None:
        found = verify_export(file, public_key)
    else:
        with open_house(config) as house:
            found = house.store.audit.verify(evidence=house.store.evidence.trouble_with)
    report(found, as_json)


@group.command("export")
def export(file: Path, config: ConfigFile = None) -> None:
    """Write the record, its signed heads and the public key to a file that anyone can verify without us."""
    with open_house(config) as house:
        records = house.store.audit.export(file)
    typer.echo(f"{records} records written to {file}; check them anywhere with: o2c audit verify {file}")


def report(found: Verification, as_json: bool) -> None:
    """Say how it stands; exit code 8 when it does not."""
    if as_json:
        print_json({"ok": found.ok, "records": found.records, "first_bad": found.first_bad, "what": found.what})
    elif found.ok:
        typer.echo(f"The record stands: {found.records} records, every link and signature is right.")
    else:
        typer.echo(f"The record does NOT stand: {found.what}", err=True)
    if not found.ok:
        raise typer.Exit(RED)
