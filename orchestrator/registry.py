"""Which bots there are. The orchestrator never imports one: it finds it by name, so a company's own bot is a
package beside ours that declares an entry point in the group `o2c.bots`."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from bots.bot import Bot
from bots.errors import ConfigError

GROUP = "o2c.bots"
_CHECKOUT = Path(__file__).parents[1] / "pyproject.toml"

AnyBot = Bot[Any, Any, Any, Any]


def known_bots() -> tuple[str, ...]:
    """The names of all bots that can be run here, sorted."""
    return tuple(sorted(_declared()))


def find_bot(name: str) -> AnyBot:
    """The bot of that name. Raises ConfigError when there is none, or when what is declared is not a bot."""
    declared = _declared()
    if name not in declared:
        raise ConfigError(_unknown(name, sorted(declared)))
    entry = declared[name]
    try:
        bot = entry.load()
    except (ImportError, AttributeError) as error:
        raise ConfigError(
            f"the bot {name} cannot be loaded from {entry.value}: {error}; install its package"
        ) from error
    if not isinstance(bot, Bot):
        raise ConfigError(f"{entry.value} is declared as the bot {name} but is a {type(bot).__name__}, not a Bot")
    return bot


def _declared() -> dict[str, EntryPoint]:
    found: dict[str, EntryPoint] = {}
    for entry in (*_of_the_checkout(), *entry_points(group=GROUP)):
        first = found.setdefault(entry.name, entry)
        if first.value != entry.value:
            raise ConfigError(
                f"two packages declare a bot {entry.name} ({first.value} and {entry.value}); uninstall one of them"
            )
    return found


def _of_the_checkout() -> Iterator[EntryPoint]:
    """The project's own bots when it runs from its checkout, where nothing is installed."""
    if not _CHECKOUT.is_file():
        return
    project = tomllib.loads(_CHECKOUT.read_text(encoding="utf-8")).get("project", {})
    for name, value in project.get("entry-points", {}).get(GROUP, {}).items():
        yield EntryPoint(name, value, GROUP)


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known) or 'none'}"
    return f"there is no bot `{name}`; {advice}"
