"""What an element looked like when its best way last found it: the memory that finds it again after a release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from importlib.resources import files
from typing import Any, Protocol


@dataclass(frozen=True)
class Fingerprint:
    """An element's looks. Texts are single-spaced and cut at 120 characters; places and sizes are CSS pixels.

    What a field holds is not part of it, nor the text of a cell: that is data, and changes from order to order.
    """

    kind: str  #: field, choice, tick, button, link or text
    tag: str
    type: str = ""
    name: str = ""
    id: str = ""
    css_class: str = ""
    label: str = ""  #: what a person would call it
    text: str = ""  #: what stands on it, of buttons, links and headings
    title: str = ""
    placeholder: str = ""
    href: str = ""
    longest: str = ""  #: the most characters it takes
    around: str = ""  #: the words in its row and over its box
    path: str = ""  #: from the document's root: /html[1]/body[1]/…
    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    beside: tuple[str, ...] = ()  #: the names of the other fields on the page: none of them is ever taken for this one

    @classmethod
    def of(cls, looks: Mapping[str, Any]) -> Fingerprint:
        """From what was remembered or seen; what another version added is left out."""
        known = {field.name for field in fields(cls)} & set(looks)
        return cls(**{name: looks[name] for name in known} | {"beside": tuple(looks.get("beside", ()))})

    def as_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return asdict(self) | {"beside": list(self.beside)}

    def after(self, earlier: Fingerprint | None) -> Fingerprint:
        """What to remember when it looks like this now: an id that is another at each page view says nothing."""
        return replace(self, id="") if earlier is not None and earlier.id != self.id else self


class Memory(Protocol):
    """Where the looks of one portal's elements are kept, by their names in the map (`new_order.po_number`)."""

    def recall(self, element: str) -> Mapping[str, Any] | None:
        """What it last looked like; None if it was never seen."""

    def remember(self, element: str, looks: Mapping[str, Any]) -> None:
        """Keep what it looks like now, in place of what was kept."""


class InProcess:
    """A memory that ends with its process: for a portal used on its own."""

    def __init__(self) -> None:
        self._looks: dict[str, Mapping[str, Any]] = {}

    def recall(self, element: str) -> Mapping[str, Any] | None:
        """See `Memory`."""
        return self._looks.get(element)

    def remember(self, element: str, looks: Mapping[str, Any]) -> None:
        """See `Memory`."""
        self._looks[element] = looks


def in_page(expression: str, arguments: str) -> str:
    """A script for Playwright's `evaluate`: the function of these arguments, `likeness.js` at hand as `looks`."""
    return f"({arguments}) => {{ const looks = {_script()}; return {expression}; }}"


@cache
def _script() -> str:
    text = files("bots.adapters.browser").joinpath("likeness.js").read_text(encoding="utf-8")
    return text.rstrip().removesuffix(";")
