"""Reading a map from YAML: whatever is wrong is named with its file, line and what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bots.adapters.selector_map.models import SelectorMap
from bots.errors import ConfigError

Place = tuple[str | int, ...]


def load_map(path: Path) -> SelectorMap:
    """The map in a file. Raises ConfigError naming file, line, key and what was expected."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: the selector map cannot be read ({error}); check its path in config.yaml") from None
    return parse_map(text, str(path))


def parse_map(text: str, source: str) -> SelectorMap:
    """The map in a text; `source` names it in errors."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        lines = dict(_lines(node, ())) if node else {}
        return SelectorMap.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise ConfigError(f"{source}{_mark(error)}: this is not YAML ({_problem(error)})") from None
    except _Twice as error:
        raise ConfigError(f"{source}, line {error.line}: {error} stands twice; one of them would be lost") from None
    except ValidationError as error:
        raise ConfigError("\n".join(_sentences(error, lines, source))) from None


class _Twice(Exception):
    """A key stands twice in one mapping; YAML would silently take the last."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.line = line


def _lines(node: yaml.Node, place: Place) -> Iterator[tuple[Place, int]]:
    yield place, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                raise _Twice(key.value, line)
            seen.add(key.value)
            yield from ((found, line if found == (*place, key.value) else at)
                        for found, at in _lines(value, (*place, key.value)))  # fmt: skip
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*place, index))


def _sentences(error: ValidationError, lines: dict[Place, int], source: str) -> Iterator[str]:
    for found in error.errors(include_url=False, include_input=False):
        place = (*found["loc"], *found.get("ctx", {}).get("at", ()))
        known = _nearest_place(place, lines)
        yield f"{source}, line {lines.get(known, 1)}: {'.'.join(map(str, known)) or 'the map'}: {_words(found)}"


def _words(found: ErrorDetails) -> str:
    if found["type"] == "missing":
        return f"{found['loc'][-1]} is missing"
    return found["msg"] if found["type"] == "map" else found["msg"].lower()


def _nearest_place(place: Place, lines: dict[Place, int]) -> Place:
    """The place as far as the file has it: pydantic adds words of its own (which kind of step was meant)."""
    known: Place = ()
    for part in place:
        if (*known, part) in lines:
            known = (*known, part)
    return known


def _mark(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f", line {mark.line + 1}" if mark else ""


def _problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]
