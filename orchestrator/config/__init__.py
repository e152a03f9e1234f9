"""config.yaml: read once, checked wholly, and every value knows where it comes from.

`load` either returns a configuration that can be worked with or raises one ConfigError with all that is wrong.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bots.errors import ConfigError
from orchestrator.config.checks import check_references, check_settings, validated
from orchestrator.config.models import (
    BotEntry,
    Browser,
    Company,
    Config,
    Limits,
    Login,
    Mailbox,
    Outbox,
    Portal,
    SecretRef,
    SecretStore,
    SentFolder,
)
from orchestrator.config.schedules import Blackout, Schedule, read_schedule
from orchestrator.config.source import Place, Source, dotted, read_scalar, read_source
from orchestrator.registry import find_bot as find_registered_bot

__all__ = [
    "Blackout", "BotEntry", "Browser", "Company", "Config", "Limits", "Login", "Mailbox", "Outbox", "Portal",
    "Schedule", "SecretRef", "SecretStore", "SentFolder", "default_path", "effective", "from_values", "load",
    "read_schedule",
]  # fmt: skip

OVERRIDE = "O2C__"  #: `O2C__MAILBOXES__ORDERS__PORT=1143` replaces one value of the file

FindBot = Callable[[str], Any]


def default_path() -> Path:
    """The configuration to use when none is named: `O2C_CONFIG`, else config.yaml in the working directory."""
    return Path(os.environ.get("O2C_CONFIG", "config.yaml"))


def load(
    path: Path, *, environment: Mapping[str, str] | None = None, find_bot: FindBot = find_registered_bot
) -> Config:
    """The configuration at `path`. Raises ConfigError naming file, line, key and what was expected, for all errors."""
    source = read_source(path)
    _override(source, os.environ if environment is None else environment)
    return _checked(source, path.resolve().parent, find_bot)


def from_values(
    values: Mapping[str, Any], folder: Path, *, name: str = "built in", find_bot: FindBot = find_registered_bot
) -> Config:
    """A configuration made by a program (the demo, a test), checked the same way; paths start at `folder`."""
    source = Source(name, tree=dict(values), lines={place: 0 for place, _ in _leaves(values, ())})
    return _checked(source, folder.resolve(), find_bot)


def effective(config: Config) -> list[tuple[str, str, str]]:
    """Every value in force: its key path, the value (a secret as the name it is found under), and its origin."""
    return [
        (dotted(place), _printed(value), config.origin(dotted(place))) for place, value in _leaves(_plain(config), ())
    ]


def _checked(source: Source, folder: Path, find_bot: FindBot) -> Config:
    source.tree = {key: value for key, value in source.tree.items() if value is not None or (key,) in source.refused}
    text = json.dumps(source.tree, default=str)
    config = validated(source, lambda: Config.model_validate_json(text, context={"folder": folder}), Config)
    check_references(source)
    settings = check_settings(source, find_bot)
    if config is None or source.problems:
        raise ConfigError("\n".join(str(problem) for problem in sorted(set(source.problems))))
    config._settings.update(settings)
    config._origins.update(_origins(config, source))
    return config


def _override(source: Source, environment: Mapping[str, str]) -> None:
    for variable in sorted(environment):
        if variable.startswith(OVERRIDE):
            place = tuple(part.lower() for part in variable.removeprefix(OVERRIDE).split("__"))
            source.environment[place] = variable
            try:
                _put(source.tree, place, read_scalar(environment[variable]))
            except (yaml.YAMLError, TypeError):
                source.problem(place, f"not a value that can stand at {dotted(place)}")


def _put(tree: dict[str, Any], place: tuple[str, ...], value: Any) -> None:
    *above, last = place
    for part in above:
        tree = tree.setdefault(part, {})
        if not isinstance(tree, dict):
            raise TypeError(f"{part} is not a block of keys")
    tree[last] = value


def _origins(config: Config, source: Source) -> dict[Place, str]:
    return {tuple(str(part) for part in place): source.origin(place) for place, _ in _leaves(_plain(config), ())}


def _plain(config: Config) -> dict[str, Any]:
    """The configuration as plain values, each bot's settings with their defaults."""
    plain = config.model_dump(mode="json", by_alias=True)
    for bot, entry in plain["bots"].items():
        entry["settings"] = config.settings(bot).model_dump(mode="json", by_alias=True)
    return plain


def _leaves(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    if isinstance(value, Mapping) and value and set(value) != {"secret"}:
        for key, inner in value.items():
            yield from _leaves(inner, (*place, key))
    elif place:
        yield place, value


def _printed(value: Any) -> str:
    if isinstance(value, Mapping) and set(value) == {"secret"}:
        return f"secret {value['secret']}"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
