"""A run as a person reads it: a line when an item is settled, then tables of what happened and the totals."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from orchestrator.run import RunReport
from orchestrator.store.items import Item, State
from orchestrator.totals import Column, Totals

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
        items = [item for item in report.items if item.state in states]
        if items:
            console.print(table_of(heading, items))
    console.print(table_of_totals(report.totals))
    for reason in report.totals.red():
        console.print(f"NOT BALANCED: {reason}", style="bold red", markup=False)


def table_of(heading: str, items: list[Item]) -> Table:
    """Items with their amount and their reasons, one reason a line."""
    table = Table(title=f"{heading} ({len(items)})", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    table.add_column("item", justify="right")
    table.add_column("document", overflow="fold", max_width=26)
    table.add_column("amount", justify="right", no_wrap=True)
    table.add_column("result" if heading == "Posted" else "why", ratio=1)
    for item in sorted(items, key=lambda item: item.id):
        bullets = "\n".join(f"• {reason}" if len(item.reasons) > 1 else reason for reason in item.reasons)
        why = item.result if item.state is State.POSTED else bullets
        table.add_row(str(item.id), escape(title(item)), item.amount or "", escape(why or ""))
    return table


def table_of_totals(totals: Totals) -> Table:
    """received = posted + rejected + waiting + in doubt, by count and amount."""
    table = Table(title="Control totals", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
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
