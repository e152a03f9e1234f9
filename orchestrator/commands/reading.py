"""`o2c read` and `o2c plan`: what a document says, and what a bot would do with it. Neither changes anything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bots.adapters.sniff import media_type
from bots.bot import Reading
from bots.decision import Done, Go, Review, Skip, Wait
from bots.domain.documents import Document
from bots.domain.plain import canonical
from bots.errors import BusinessError
from orchestrator.commands.options import AsJson, ConfigFile, open_house
from orchestrator.commands.output import print_json
from orchestrator.isolation import Hands
from orchestrator.reading import kind_hands, reading_hands
from orchestrator.registry import find_bot, known_kinds

FileToRead = Annotated[
    Path, typer.Argument(help="The document: a PDF, a mail as .eml, a bank's file.", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Join `read` and `plan` to the command."""
    app.command("read")(read)
    app.command("plan")(plan)


def read(
    kind: Annotated[str, typer.Argument(help="What the document is: order, bank, remittance, cash.")],
    file: FileToRead,
    as_json: AsJson = False,
) -> None:
    """Read a document and show every value with the words it came from. Touches nothing."""
    must_be_readable(kind)
    reading = read_alone(kind_hands(kind), document_of(file))
    if as_json:
        print_json(reading.as_json())
    else:
        show(reading, Console())


def plan(
    bot: Annotated[str, typer.Argument(help="The bot, e.g. order_entry.")],
    file: FileToRead,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Read a document, look at the portal, and print what would be posted. Nothing is posted."""
    with open_house(config) as house:
        reading = read_alone(reading_hands(find_bot(bot).name), document_of(file))
        first, *parts = house.decide_only(bot, reading)
    if as_json:
        whole = {**plain_decision(first), "reading": reading.as_json()}
        print_json({**whole, "parts": [plain_decision(part) for part in parts]} if parts else whole)
        return
    for decision in (first, *parts):
        for sentence in sentences(decision):
            typer.echo(sentence)


def plain_decision(decision: Any) -> dict[str, Any]:
    """A decision as plain JSON, its kind beside its content."""
    return {"decision": type(decision).__name__.lower(), **canonical(decision)}


def must_be_readable(kind: str) -> None:
    """Raises typer.BadParameter naming the kinds of documents there are, when this is none of them."""
    kinds = known_kinds()
    if kind not in kinds:
        raise typer.BadParameter(f"there is no reader for `{kind}`; there is: {', '.join(kinds)}")


def document_of(file: Path) -> Document:
    """A file as a document. Raises BusinessError when it cannot be opened."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise BusinessError(f"{file} cannot be read ({error.strerror}): nothing was done; check the path") from error
    return Document(content, media_type(content, file.name), file.name)


def read_alone(hands: Hands, document: Document) -> Reading:
    """Read in a process of its own, with the limits a worker has."""
    try:
        reading: Reading = hands.ask(document, 60, f"reading {document.filename}")
    finally:
        hands.close()
    return reading


def sentences(decision: Any) -> tuple[str, ...]:
    """A decision as a person reads it."""
    match decision:
        case Go(plan, approval):
            return (*plan.sentences(), *(f"needs approval: {reason}" for reason in approval), "Nothing was posted.")
        case Done(made):
            return (f"Nothing to do: the portal already shows {made}.",)
        case Review(reasons):
            return ("A person must decide:", *(f"- {reason}" for reason in reasons))
        case Wait(until, reason):
            return (f"Waits until {until:%Y-%m-%d %H:%M}: {reason}",)
        case Skip(reason):
            return (f"Nothing to post: {reason}",)
    raise TypeError(f"{decision!r} is no decision")


def show(reading: Reading, console: Console) -> None:
    """The reading as a table of values with their evidence, then the doubts."""
    plain = reading.as_json()
    evidence = plain.pop("evidence", {})
    doubts = plain.pop("doubts", [])
    table = Table("field", "value", "words", "place", "confidence", box=None, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"  # a path or a reference cut short helps nobody
    for path, value in flat(plain):
        proof = evidence.get(path) or {}
        place = f"page {proof['page']}" if proof.get("page") else proof.get("rule", "")
        table.add_row(path, str(value), proof.get("text", ""), place, str(proof.get("confidence", "")))
    console.print(table)
    for doubt in doubts:
        console.print(f"doubt: {doubt}", style="yellow", markup=False)
    if not doubts:
        console.print("no doubts", style="green")


def flat(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """Every leaf that is not null with its path, `lines[0].qty`."""
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in flat(item, f"{path}.{key}" if path else key)]
    if isinstance(value, list):
        return [leaf for number, item in enumerate(value) for leaf in flat(item, f"{path}[{number}]")]
    return [] if value is None else [(path, value)]
