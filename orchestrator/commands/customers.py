"""`o2c customers`: our own records of customers, which matching relies on. Changed by people only, never by a mail."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer
import yaml
from pydantic import TypeAdapter, ValidationError
from rich.console import Console
from rich.table import Table

from bots.domain.customers import Customer
from bots.domain.plain import canonical
from bots.errors import ConfigError
from orchestrator.commands.options import AsJson, ConfigFile, open_house
from orchestrator.commands.output import print_json

group = typer.Typer(help="The customer records that matching relies on.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Join the group `customers` to the command."""
    app.add_typer(group, name="customers")


@group.command("list")
def list_customers(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """All customer records."""
    with open_house(config) as house:
        found = house.store.customers.all()
    if as_json:
        print_json([canonical(customer) for customer in found])
        return
    table = Table("number", "name", "VAT", "domains", "own part numbers", box=None, pad_edge=False)
    for customer in found:
        domains, references = ", ".join(customer.domains), str(len(customer.cross_references))
        table.add_row(customer.number, customer.name, customer.vat or "", domains, references)
    Console().print(table)


@group.command("import")
def import_customers(
    file: Annotated[Path, typer.Argument(help="A YAML or JSON list of customer records.")],
    who: Annotated[str, typer.Option(help="Who vouches for them.", default_factory=getpass.getuser)],
    config: ConfigFile = None,
) -> None:
    """Add or replace customer records from a file. The whole file is checked before anything is changed."""
    records = customers_in(file)
    with open_house(config) as house:
        for customer in records:
            house.store.customers.put(customer, who)
    typer.echo(f"{len(records)} customer records are in force.")


def customers_in(file: Path) -> tuple[Customer, ...]:
    """The records of a file. Raises ConfigError naming file, record, field and what was expected."""
    try:
        plain = yaml.safe_load(file.read_text(encoding="utf-8"))
        return TypeAdapter(tuple[Customer, ...]).validate_python(plain)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{file} cannot be read as YAML: {error}; nothing was changed") from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise ConfigError(f"{file} is not a list of customer records: {wrong}; nothing was changed") from error
