"""Change some elements of a map in its text: comments, order and everything else stay as they are."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping

import yaml

from bots.adapters.selector_map.locators import KINDS, Locator
from bots.adapters.selector_map.reading import parse_map
from bots.errors import ConfigError

Element = tuple[str, str]  #: page, element

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_ .-]*[A-Za-z0-9_.]|[A-Za-z]")
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def proposed(text: str, source: str, changes: Mapping[Element, tuple[Locator, ...]]) -> str:
    """The changes as a unified diff of the map's text; empty when there are none. `source` names the file.

    Raises ConfigError when the changed text would not be the same map with just these elements changed.
    """
    changed = with_ways(text, source, changes)
    old, new = text.splitlines(keepends=True), changed.splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, new, f"a/{source}", f"b/{source}"))


def with_ways(text: str, source: str, changes: Mapping[Element, tuple[Locator, ...]]) -> str:
    """The text with other ways to some elements."""
    spans = sorted((*_span(text, element), written(ways)) for element, ways in changes.items())
    for start, end, value in reversed(spans):
        text = text[:start] + value + text[end:]
    pages = parse_map(text, source).pages
    for (page, element), ways in changes.items():
        if pages[page].elements[element] != ways:
            raise ConfigError(f"{source}: {page}.{element} cannot be changed by a program there; change it by hand")
    return text


def written(ways: tuple[Locator, ...]) -> str:
    """Ways as a map writes them: `[{label: PO number}, {css: "input[name=po]"}]`."""
    each = ["{" + ", ".join(f"{key}: {quoted(value)}" for key, value in _keys(way)) + "}" for way in ways]
    return each[0] if len(each) == 1 else f"[{', '.join(each)}]"


def _keys(way: Locator) -> list[tuple[str, str]]:
    named = [(key, getattr(way, key)) for key in (*KINDS, "name") if getattr(way, key) is not None]
    return named + ([("exact", "false")] if not way.exact else [])


def quoted(value: str) -> str:
    """A text as YAML: plain where that is safe, else in double quotes."""
    plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML - {"false"}
    return value if plain else json.dumps(value, ensure_ascii=False)


def _span(text: str, element: Element) -> tuple[int, int]:
    """Where the ways of an element stand in the text: from, to."""
    node: yaml.Node = yaml.compose(text, Loader=yaml.SafeLoader)  # type: ignore[assignment]  # a map has content
    for key in ("pages", element[0], "elements", element[1]):
        node = next(value for name, value in node.value if name.value == key)
    return node.start_mark.index, _last(node).end_mark.index


def _last(node: yaml.Node) -> yaml.Node:
    """The last piece of a block (whose own end is where the next one begins); of anything else the node itself."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return _last(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return _last(node.value[-1])
    return node
