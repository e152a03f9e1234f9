"""`o2c cash`, `cases`, `allocate`, `reverse`: what is left to do about money, and a person's answer to it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bots.domain.ledger import SOURCE, Case, Choice, PostingState
from bots.domain.plain import canonical
from bots.errors import BusinessError
from orchestrator.commands.items import WAITING, Number, why_of
from orchestrator.commands.options import AsJson, ConfigFile, Who, Why, open_house
from orchestrator.commands.output import print_json
from orchestrator.report import title
from orchestrator.store.item import Item

if TYPE_CHECKING:
    from orchestrator.assembly import House

cases = typer.Typer(help="What money left to be done: disputes, write-offs, money on account.", no_args_is_help=True)

CaseNumber = Annotated[int, typer.Argument(help="The case's number, as `o2c cases list` shows it.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Join `cash`, `cases` and `reverse` to the command."""
    app.command("cash")(cash)
    app.command("allocate")(allocate)
    app.command("reverse")(reverse)
    app.add_typer(cases, name="cases")


def cash(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """One screen: money that waits for a person, advices whose money is not posted, open cases; each with its age."""
    with open_house(config) as house:
        told = screen(house)
    if as_json:
        print_json({name: [dict(row) for row in rows] for name, rows in told.items()})
        return
    console = Console()
    for name, rows in told.items():
        console.print(f"{name} ({len(rows)})", style="bold")
        if rows:
            console.print(as_table(rows))


def allocate(
    item: Number,
    customer: Annotated[str, typer.Argument(help="Whose money it is: the customer's number.", show_default=False)],
    parts: Annotated[
        list[str] | None, typer.Argument(help="F2604102=525.17 …; the rest stays on account.", show_default=False)
    ] = None,
    *,
    why: Why,
    who: Who,
    config: ConfigFile = None,
) -> None:
    """Say what an item's money is for. It is posted so at the next run, if the portal still can take it so."""
    with open_house(config) as house:
        found = house.store.items.get(item)
        told = tuple(part_of(text) for text in parts or ())
        house.store.ledger.choose(Choice(line_of(found), customer, told, who, why))
        house.store.items.reopen(item, who, why)
    typer.echo(f"Item {item} will be posted as you said at the next run of {found.bot}.")


def part_of(text: str) -> tuple[str, Decimal]:
    """`F2604102=525.17` as item and amount. BusinessError for any other form."""
    number, _, amount = text.rpartition("=")
    try:
        read = Decimal(amount)
    except InvalidOperation:
        read = Decimal(0)
    if not number or not read.is_finite() or not read:
        raise BusinessError(
            f"{text!r} is no invoice with its amount; write it like F2604102=525.17; nothing was changed"
        )
    return number, read


def reverse(item: Number, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Have the receipt of an item taken back in the portal. Its customer's money is posted by a machine no more."""
    with open_house(config) as house:
        found = house.store.items.get(item)
        line = line_of(found)
        posting = house.store.ledger.posting(line)
        if posting is None or posting.state is not PostingState.TO_REVERSE:  # asked for, and died before it was told
            posting = house.store.ledger.ask_reversal(line, who, why)
        house.store.items.reopen(item, who, why)
    typer.echo(
        f"Receipt {posting.receipt} of item {item} is taken back at the next run of {found.bot}. From now on a person "
        f"agrees to every posting of customer {posting.customer}."
    )


@cases.command("list")
def list_cases(
    everything: Annotated[bool, typer.Option("--all", help="Closed ones too.")] = False,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """The open cases, oldest first."""
    with open_house(config) as house:
        found = house.store.ledger.cases(everything)
        now = house.store.now()
    if as_json:
        print_json([canonical(case) for case in found])
    elif found:
        Console().print(as_table([case_row(case, now) for case in found]))
    else:
        typer.echo("There is no open case.")


@cases.command("show")
def show_case(number: CaseNumber, config: ConfigFile = None, as_json: AsJson = False) -> None:
    """One case with its reason, its paper and its bank line."""
    with open_house(config) as house:
        case = next((one for one in house.store.ledger.cases(everything=True) if one.id == number), None)
        if case is None:
            raise BusinessError(f"there is no case {number}; `o2c cases list --all` shows them all")
        paper = case.about.document
        path = house.config.data / "evidence" / paper[:2] / paper if paper else None
    if as_json:
        print_json({**canonical(case), "paper": str(path) if path else None})
        return
    for line in told_of(case, str(path) if path else None):
        typer.echo(line)


@cases.command("close")
def close_case(number: CaseNumber, why: Why, who: Who, config: ConfigFile = None) -> None:
    """Settle a case."""
    with open_house(config) as house:
        house.store.ledger.close_case(number, who, why)
    typer.echo(f"Case {number} is closed.")


def screen(house: House) -> dict[str, list[dict[str, Any]]]:
    """The rows of `o2c cash` under their headings."""
    now, ledger = house.store.now(), house.store.ledger
    waiting = [item for item in house.store.items.list(states=WAITING) if item.source.startswith(SOURCE)]
    return {
        "Money that waits for a person": [money_row(item, now) for item in waiting],
        "Advices whose money is not posted": [
            {
                "advice": note.advice.payment_ref or note.document[:12],
                "payer": note.advice.payer.name or "",
                "amount": note.advice.amount() or "",
                "announced": str(note.advice.paid_on or ""),
                "days": (now - note.noted).days,
            }
            for note in ledger.advices()
        ],
        "Open cases": [case_row(case, now) for case in ledger.cases()],
    }


def money_row(item: Item, now: datetime) -> dict[str, Any]:
    """Money as a row."""
    days = (now - item.received_at).days
    return {"item": item.id, "amount": item.amount or "", "days": days, "state": title_of(item), "why": why_of(item)}


def title_of(item: Item) -> str:
    """Where it stands, in a word or two."""
    return item.state.value.replace("_", " ")


def case_row(case: Case, now: datetime) -> dict[str, Any]:
    """A case as a row."""
    one = case.about
    row: dict[str, Any] = {"case": case.id, "kind": one.kind.value.replace("_", " "), "customer": one.customer}
    row |= {"amount": f"{one.amount:f} {one.currency}", "owner": one.owner, "reason": one.reason}
    return {**row, "days": (now - case.opened).days, "closed": case.why or ""}


def told_of(case: Case, paper: str | None) -> tuple[str, ...]:
    """A case in lines."""
    one = case.about
    closed = f"closed {case.closed:%Y-%m-%d} by {case.who}: {case.why}" if case.closed else "open"
    return (
        f"case {case.id}, {one.kind.value.replace('_', ' ')} of customer {one.customer}: {one.amount:f} {one.currency}",
        one.reason,
        f"owner: {one.owner}; opened {case.opened:%Y-%m-%d}; {closed}",
        f"bank line: {one.line}",
        *((f"paper: {paper}",) if paper else ()),
    )


def as_table(rows: list[dict[str, Any]]) -> Table:
    """Rows under their own names."""
    table = Table(*rows[0], box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    return table


def line_of(item: Item) -> str:
    """The key of the bank line an item is about. BusinessError for an item that is no money."""
    if not item.source.startswith(SOURCE):
        raise BusinessError(f"item {item.id} ({title(item)}) is no money, so there is no receipt to take back")
    return item.source.removeprefix(SOURCE)
