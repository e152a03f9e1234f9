"""Which bots and readers there are. The orchestrator never imports one: it finds it by name, so a company's own bot is
a package beside ours that declares an entry point in the group `o2c.bots`; a reader of documents that are no bot's
own (bank statements), one in `o2c.readers`, named by the kind of document it reads."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, cast

from bots.bot import Bot, Reading
from bots.domain.documents import Document
from bots.errors import ConfigError

GROUP = "o2c.bots"
READERS = "o2c.readers"
_CHECKOUT = Path(__file__).parents[1] / "pyproject.toml"

AnyBot = Bot[Any, Any, Any, Any]
Reader = Callable[[Document], Reading]


def known_bots() -> tuple[str, ...]:
    """The names of all bots that can be run here, sorted."""
    return tuple(sorted(_declared(GROUP)))


def find_bot(name: str) -> AnyBot:
    """The bot of that name. Raises ConfigError when there is none, or when what is declared is not a bot."""
    value, bot = _load("bot", name, _declared(GROUP))
    if not isinstance(bot, Bot):
        raise ConfigError(f"{value} is declared as the bot {name} but is a {type(bot).__name__}, not a Bot")
    return bot


def known_kinds() -> tuple[str, ...]:
    """Every kind of document that can be read here: what bots work on, and what other readers read; sorted."""
    return tuple(sorted({*_kinds_of_bots(), *_declared(READERS)}))


def find_reader(kind: str) -> Reader:
    """What reads documents of that kind. Raises ConfigError when nothing does, or two do."""
    bots, readers = _kinds_of_bots(), _declared(READERS)
    if kind in bots and kind in readers:
        raise ConfigError(
            f"the bot {bots[kind]} and the reader {readers[kind].value} both read `{kind}`; uninstall one"
        )
    if kind in bots:
        return find_bot(bots[kind]).read
    value, reader = _load("reader", kind, readers)
    if not callable(reader):
        raise ConfigError(f"{value} is declared as the reader {kind} but is a {type(reader).__name__}, not a function")
    return cast("Reader", reader)


def _kinds_of_bots() -> dict[str, str]:
    """The kind of document each bot reads, and the bot's name."""
    return {find_bot(name).reads: name for name in known_bots()}


def _load(what: str, name: str, declared: dict[str, EntryPoint]) -> tuple[str, object]:
    """Where it was declared, and what stands there."""
    if name not in declared:
        raise ConfigError(_unknown(what, name, sorted(declared)))
    entry = declared[name]
    try:
        return entry.value, entry.load()
    except (ImportError, AttributeError) as error:
        raise ConfigError(
            f"the {what} {name} cannot be loaded from {entry.value}: {error}; install its package"
        ) from error


def _declared(group: str) -> dict[str, EntryPoint]:
    found: dict[str, EntryPoint] = {}
    for entry in (*_of_the_checkout(group), *entry_points(group=group)):
        first = found.setdefault(entry.name, entry)
        if first.value != entry.value:
            what = group.partition(".")[2].removesuffix("s")
            raise ConfigError(
                f"two packages declare a {what} {entry.name} ({first.value} and {entry.value}); uninstall one of them"
            )
    return found


def _of_the_checkout(group: str) -> Iterator[EntryPoint]:
    """The project's own when it runs from its checkout, where nothing is installed."""
    if not _CHECKOUT.is_file():
        return
    project = tomllib.loads(_CHECKOUT.read_text(encoding="utf-8")).get("project", {})
    for name, value in project.get("entry-points", {}).get(group, {}).items():
        yield EntryPoint(name, value, group)


def _unknown(what: str, name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known) or 'none'}"
    return f"there is no {what} `{name}`; {advice}"
