"""Ways to an element that is on the page, tried out: each leads to it and to nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import ValidationError

from bots.adapters.browser.fingerprint import Fingerprint, in_page
from bots.adapters.browser.spot import Root, locate
from bots.adapters.selector_map import Locator

MOST = 3  #: ways proposed; more of them is more to keep in order

_PATHS = in_page("all.map((e) => looks.pathOf(e))", "all")


def ways_to(root: Root, looks: Fingerprint) -> tuple[Locator, ...]:
    """Up to three ways that lead to exactly this element now, the most lasting first; its mere place is the last."""
    good = [way for way in _imagined(looks) if leads_to(root, way) == looks.path]
    return tuple(good[:MOST]) or (Locator(xpath=looks.path),)


def leads_to(root: Root, way: Locator) -> str | None:
    """The place in the document of the one visible element a way leads to; None if there are none or several."""
    paths: list[str] = locate(root, way).evaluate_all(_PATHS)
    return paths[0] if len(paths) == 1 else None


def _imagined(looks: Fingerprint) -> Iterator[Locator]:
    for keys in _keys(looks):
        try:
            yield Locator.model_validate(keys)
        except ValidationError:
            continue  # braces in a name: the map would take them for a parameter


def _keys(looks: Fingerprint) -> Iterator[dict[str, str]]:
    if looks.kind in {"button", "link"} and looks.text:
        yield {"role": looks.kind, "name": looks.text}
    if looks.kind in {"field", "choice", "tick"} and looks.label:
        yield {"label": looks.label}
    if looks.name:
        yield {"css": f"{looks.tag}[name={json.dumps(looks.name)}]"}
    if looks.label:
        cell = f"td:text-is({_quoted(looks.label)}) + td"
        yield {"css": cell if looks.tag == "td" else f"{cell} {looks.tag}"}
        yield {"css": f"th:text-is({_quoted(looks.label)}) + td {'' if looks.tag == 'td' else looks.tag}".strip()}
    for key in ("placeholder", "title"):
        if getattr(looks, key):
            yield {key: getattr(looks, key)}
    if looks.kind == "button" and looks.text and looks.tag == "input":
        yield {"css": f"input[value={json.dumps(looks.text)}]"}
    if looks.id:
        yield {"css": f"[id={json.dumps(looks.id)}]"}


def _quoted(text: str) -> str:
    """For Playwright's `:text-is('…')`."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
