"""`o2c demo`: the main job, from mailbox to portal, on servers of its own. Needs nothing but this checkout."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from orchestrator.commands.options import AsJson
from orchestrator.commands.output import RED, print_json

if TYPE_CHECKING:
    from orchestrator.demo.show import DemoReport

DIRECTORY = Path("var/demo")


def add_to(app: typer.Typer) -> None:
    """Join `demo` to the command."""
    app.command("demo")(demo)


def demo(
    headed: Annotated[bool, typer.Option("--headed", help="Show the browser while it works.")] = False,
    as_json: AsJson = False,
    directory: Annotated[Path, typer.Option(help="Where the demo keeps its portal, record and evidence.")] = DIRECTORY,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what an earlier demo did there.")] = False,
) -> None:
    """Key a dozen e-mailed orders into an old portal, post the money of a bank statement there, and show what was
    done and what was not.

    Run it again: nothing is posted twice.
    """
    from orchestrator.browser_setup import ensure_browser
    from orchestrator.demo.show import show
    from orchestrator.report import say_settled

    console = Console(stderr=as_json, highlight=False)
    if fresh and (directory / "day.txt").exists():
        shutil.rmtree(directory)

    def say(text: str) -> None:
        console.print(text, style="bold", markup=False)

    browser = ensure_browser(say, headed=headed)
    report = show(directory.resolve(), browser, headed, say, lambda item: say_settled(item, console))
    if as_json:
        print_json(report.as_json())
    else:
        explain(report, console)
    if not report.well:
        raise typer.Exit(RED)


def explain(report: DemoReport, console: Console) -> None:
    """The report, then where everything lies and what to try next."""
    from orchestrator.report import print_report

    console.print("\nOrders", style="bold underline")
    print_report(report.run, console)
    console.print("\nMoney", style="bold underline")
    print_report(report.cash.run, console)
    config = report.directory / "config.yaml"
    stands = "every link and signature right." if report.record.ok else f"NOT right: {report.record.what}"
    lines = [
        f"In the portal's own database: {report.in_portal} orders and {report.cash.receipts} receipts of ours. "
        f"Letters sent: {report.letters}.",
        f"The record: {report.record.records} actions, {stands}",
        *(f"DIFFERENT FROM WHAT IT SHOULD BE: {difference}" for difference in report.differences),
        f"Originals and screenshots: {report.directory / 'evidence'}",
        f"Look closer: o2c items list -c {config} · o2c items show 1 -c {config} · o2c cash -c {config} · "
        f"o2c audit verify -c {config}",
        "Run the demo again: the same mails arrive, and nothing is posted twice.",
    ]
    for line in lines:
        console.print(line, markup=False, soft_wrap=True)
