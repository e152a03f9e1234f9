"""config.yaml as a tree of plain values that remembers where each of them stands.

Stricter than YAML: `yes`, `on` and `NO` are text, dates are text, a key may stand once, nothing is shared by anchors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bots.errors import ConfigError

Place = tuple[str | int, ...]  #: where a value stands in the tree: ("mailboxes", "orders", "port")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with the configuration, and where it was written."""

    line: int
    where: str  #: `config.yaml:12` or `environment O2C__DATABASE`
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


@dataclass
class Source:
    """What was written: the values, and the line of each key (from 1)."""

    name: str  #: the file as the person named it
    tree: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)  #: 0 for values that stand in no file
    environment: dict[Place, str] = field(default_factory=dict)  #: values that an environment variable replaced
    problems: list[Problem] = field(default_factory=list)
    refused: set[Place] = field(default_factory=set)  #: already told what is wrong there: nothing more is said

    def problem(self, place: Place, text: str) -> None:
        """Note what is wrong with the value at `place`, or the nearest thing around it that was written."""
        spot = self._written(place)
        self.problems.append(Problem(self.lines.get(spot, 0), self._where(spot), text))

    def origin(self, place: Place) -> str:
        """`config.yaml:12`, `environment O2C__DATABASE`, or `default` when nothing was written for it."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.environment:
                return self._where(place[:length])
        return self._where(place) if place in self.lines else "default"

    def _written(self, place: Place) -> Place:
        while place and place not in self.lines and place not in self.environment:
            place = place[:-1]
        return place

    def _where(self, place: Place) -> str:
        if place in self.environment:
            return f"environment {self.environment[place]}"
        return f"{self.name}:{self.lines[place]}" if self.lines.get(place) else self.name


class _Loader(yaml.SafeLoader):
    """YAML scalars as most people expect them: null, true/false, decimal numbers; all else is text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own shape)


for _tag, _form, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), _first)

_PLAIN = {f"tag:yaml.org,2002:{tag}" for tag in ("null", "bool", "int", "float", "str", "map", "seq")}


def read_source(path: Path) -> Source:
    """Read a file. Raises ConfigError when it is not readable as YAML at all; lesser problems are collected."""
    source = Source(str(path))
    root = _compose(source.name, _text(path))
    if not isinstance(root, yaml.MappingNode):
        raise ConfigError(f"{path}:1: expected keys like `company:` at the left margin; see docs/configuration.md")
    source.tree = _Reader(source).mapping(root, ())
    return source


def read_scalar(text: str) -> Any:
    """A value given in an environment variable, read as it would be in the file. Raises yaml.YAMLError."""
    source = Source("environment")
    node = yaml.compose(text, Loader=_Loader)
    return None if node is None else _Reader(source).value(node, ())


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read ({error.strerror}); name the file with --config or O2C_CONFIG"
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{path}:{line}: byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        ) from error
    if not text.strip():
        raise ConfigError(f"{path}: the file is empty; start from the example in docs/configuration.md")
    return text


def _compose(name: str, text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise ConfigError(f"{name}:{line}: {_advice(error, text.splitlines(), line)}") from error
    except yaml.YAMLError as error:
        raise ConfigError(f"{name}: not YAML: {error}") from error


def _advice(error: yaml.MarkedYAMLError, lines: list[str], line: int) -> str:
    written = lines[line - 1] if line <= len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return "the line is indented with a tab; YAML takes only spaces"
    if (error.problem and "single document" in error.problem) or (error.context and "single document" in error.context):
        return "a second document begins (`---`); the configuration is one document"
    return (
        f"not YAML: {error.problem or error.context}; look for a missing colon, quote or bracket on this line or above"
    )


class _Reader:
    """Turns YAML nodes into plain values, noting lines and what is not allowed."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, place: Place) -> Any:
        if id(node) in self.seen:
            return self._refuse(node, place, "anchors (`&`, `*`) are not read here; write the values out")
        self.seen.add(id(node))
        if node.tag not in _PLAIN:
            return self._refuse(node, place, f"the tag {node.tag} is not read here; write plain values")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(item, (*place, number)) for number, item in enumerate(node.value)]
        return self._scalar(node, place)

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            here = (*place, key)
            if key in found:
                self._note(line, f"{dotted(here)} stands twice; the first is on line {self.source.lines[here]}")
                continue
            self.source.lines[here] = line
            found[key] = self.value(value_node, here)
        return found

    def _item(self, node: yaml.Node, place: Place) -> Any:
        self.source.lines[place] = node.start_mark.line + 1
        return self.value(node, place)

    def _scalar(self, node: yaml.Node, place: Place) -> Any:
        kind, text = node.tag.rpartition(":")[2], str(node.value)
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true"
        if kind == "int":
            return int(text) if text.lstrip("+-").isdecimal() and len(text) < 20 else text
        if kind == "float":
            return self._refuse(node, place, f'write {dotted(place)} in quotes: "{text}"; a bare {text} loses digits')
        return text

    def _refuse(self, node: yaml.Node, place: Place, text: str) -> None:
        self._note(node.start_mark.line + 1, text)
        self.source.refused.add(place)

    def _note(self, line: int, text: str) -> None:
        self.source.problems.append(Problem(line, f"{self.source.name}:{line}", text))


def at(tree: Mapping[str, Any], *place: str) -> Mapping[str, Any]:
    """The block of keys at `place`, empty when it is absent or something else stands there."""
    found: Any = tree
    for part in place:
        found = found.get(part) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def dotted(place: Place) -> str:
    """`mailboxes.orders.port`, as a place is written in a message."""
    return ".".join(str(part) for part in place)
