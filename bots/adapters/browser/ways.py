"""Ways to an element that is on the page, tried out: each leads to it and to nothing else."""

from __future__ import annotations

import re
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
        yield {"css": f"{looks.tag}[name={_value(looks.name)}]"}
    if looks.label:
        words = f":text-is({_quoted(looks.label)})"
        inside = "" if looks.tag == "td" else f" {looks.tag}"
        for cell in (f"td{words}", f"th{words}", f"td:has({words})"):
            yield {"css": f"{cell} + td{inside}"}
    for key in ("placeholder", "title"):
        if getattr(looks, key):
            yield {key: getattr(looks, key)}
    if looks.kind == "button" and looks.text and looks.tag == "input":
        yield {"css": f"input[value={_value(looks.text)}]"}
    if looks.id and not re.search(r"\d", looks.id):  # numbered ids are made anew at each view, or for each row
        yield {"css": f"[id={_value(looks.id)}]"}


def _value(text: str) -> str:
    """An attribute's value in a selector: bare where it may be."""
    return text if re.fullmatch(r"[A-Za-z_][\w-]*", text, re.ASCII) else _quoted(text)


def _quoted(text: str) -> str:
    """A string in a selector."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
