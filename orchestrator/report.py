"""A run as a person reads it: a line when an item is settled, then tables of what happened and the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from orchestrator.store.item import Item, State
from orchestrator.totals import Column, Totals

if TYPE_CHECKING:
    from orchestrator.run import RunReport

LOOK = {
    State.POSTED: "green",
    State.REJECTED: "dim",
    State.WAITING: "yellow",
    State.APPROVAL: "yellow",
    State.IN_DOUBT: "red",
    State.FAILED: "red",
}

WORDS = {State.APPROVAL: "waiting", State.IN_DOUBT: "in doubt"}


def say_settled(item: Item, console: Console) -> None:
    """One line of progress."""
    why = item.result if item.state is State.POSTED else "; ".join(item.reasons)
    line = f"  {WORDS.get(item.state, item.state.value):<9} {title(item)}: {why or ''}"
    console.print(line, style=LOOK.get(item.state, ""), markup=False, no_wrap=True, overflow="ellipsis")


def print_report(report: RunReport, console: Console) -> None:
    """What was posted, what waits and why, what needs nothing, and the control totals."""
    for heading, states in (
        ("Posted", (State.POSTED,)),
        ("Waiting for a person", (State.WAITING, State.APPROVAL, State.FAILED, State.IN_DOUBT)),
        ("Nothing to post", (State.REJECTED,)),
    ):
        items = sorted((item for item in report.items if item.state in states), key=lambda item: item.id)
        if items:
            console.print(f"\n{heading} ({len(items)})", style="bold")
        for item in items:
            print_item(item, console)
    console.print()
    print_totals("Control totals", report.totals, console)


def print_item(item: Item, console: Console) -> None:
    """An item in a line, then its result or its reasons, one a line."""
    amount = f"  {item.amount}" if item.amount else ""
    console.print(Padding(Text(f"{item.id:>4}  {title(item)}{amount}"), (0, 0, 0, 2)))
    for reason in (item.result,) if item.state is State.POSTED and item.result else item.reasons:
        console.print(Padding(Text(f"- {sentence(reason)}", style=LOOK.get(item.state, "")), (0, 0, 0, 8)))


def sentence(text: str) -> str:
    """With a capital at its beginning, as sentences stand in a list."""
    return text[:1].upper() + text[1:]


def print_totals(heading: str, totals: Totals, console: Console) -> None:
    """Totals, and in red what is missing from them."""
    console.print(table_of_totals(totals, heading))
    for reason in totals.red():
        console.print(f"NOT BALANCED: {reason}", style="bold red", markup=False)


def table_of_totals(totals: Totals, heading: str = "Control totals") -> Table:
    """received = posted + rejected + waiting + in doubt, by count and amount."""
    table = Table(title=heading, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    table.add_column("")
    table.add_column("documents", justify="right")
    table.add_column("amount as read", justify="right")
    for name, column in totals.columns.items():
        if column.count or name != "open":
            table.add_row(name, str(column.count), amounts(column))
    table.add_section()
    table.add_row("received", str(totals.received), "balanced" if not totals.red() else "NOT BALANCED")
    return table


def amounts(column: Column) -> str:
    """A column's sums, a currency each."""
    return ", ".join(f"{amount:,.2f} {currency}" for currency, amount in sorted(column.amounts.items()))


def title(item: Item) -> str:
    """What a person calls the document."""
    subject = item.envelope.subject if item.envelope else ""
    return item.filename or subject or item.source
