"""How an element, a sign or a pop-up is described: Playwright's own locators, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from bots.adapters.selector_map.strict import Strict, wrong

#: The locators of Playwright a map may use; each way of finding an element has exactly one of them.
KINDS = ("role", "label", "placeholder", "text", "title", "alt", "test_id", "css", "xpath")

_PLACE = re.compile(r"\{(?P<name>[a-z][a-z0-9_]*)(?P<offset>[+-]\d+)?\}")


class Locator(Strict):
    """One way to find an element. `exact` (the whole text, case included) is the default: a part of a label
    may belong to another field. `within` narrows to one container, `frame` names the frame to look in."""

    role: str | None = None
    name: str | None = None  #: with `role`: the accessible name
    label: str | None = None
    placeholder: str | None = None
    text: str | None = None
    title: str | None = None
    alt: str | None = None
    test_id: str | None = None
    css: str | None = None
    xpath: str | None = None
    exact: bool = True
    within: Locator | None = None
    frame: str | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Locator:
        given = [kind for kind in KINDS if getattr(self, kind) is not None]
        if len(given) != 1:
            found = f"not {' and '.join(given)} together" if given else "none is given"
            raise wrong(f"a way to find an element has exactly one of {', '.join(KINDS)}: {found}")
        if self.name is not None and self.role is None:
            raise wrong("name goes with role: {role: button, name: Save}", at=("name",))
        for kind in ("css", "xpath"):
            self._only_row_numbers(kind)
        return self

    def _only_row_numbers(self, kind: str) -> None:
        """Text from a document must not become part of a selector: there only the row number may stand."""
        for name in placeholders(getattr(self, kind) or ""):
            if name != "n":
                raise wrong(f"{{{name}}} cannot stand in {kind}, only {{n}} can; use text, label or role", at=(kind,))

    @property
    def kind(self) -> str:
        """Which of Playwright's locators this is."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)

    @property
    def wanted(self) -> str:
        """What that locator looks for."""
        return str(getattr(self, self.kind))

    def __str__(self) -> str:
        name = f" {self.name!r}" if self.name is not None else ""
        wanted = self.wanted if self.kind == "role" else repr(self.wanted)
        within = f" within {self.within}" if self.within else ""
        return f"{self.kind} {wanted}{name}{within}"

    def holding(self, values: Mapping[str, str | int]) -> Locator:
        """The same way with `{n}` and `{parameter}` filled in."""
        if not self.places:
            return self
        texts = (*KINDS, "name")
        filled = {key: fill_in(text, values) for key in texts if (text := getattr(self, key)) is not None}
        return self.model_copy(update=filled | {"within": self.within.holding(values) if self.within else None})

    @property
    def places(self) -> frozenset[str]:
        """The names in braces that must be filled in before it can be used."""
        own = placeholders(self.wanted) | placeholders(self.name or "")
        return own | (self.within.places if self.within else frozenset())


def _as_ways(data: Any) -> Any:
    return (data,) if isinstance(data, Mapping | Locator) else data


Ways = Annotated[tuple[Locator, ...], BeforeValidator(_as_ways)]
"""Several ways to find one element, the best first; a single one may stand without its list."""


class Sign(Strict):
    """What tells, whatever the status code says, that something is wrong: a text on the page, an element (`css`,
    with `text`: one that holds it) whose words count, or a part of the address (`url`)."""

    text: str | None = None
    css: str | None = None
    url: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _one_of_three(self) -> Sign:
        if (self.url is None) == (self.text is None and self.css is None):
            raise wrong("a sign is a text, an element by css (and the text it holds), or a part of the address (url)")
        return self


def _as_signs(data: Any) -> Any:
    return (data,) if isinstance(data, str | Mapping | Sign) else data


Signs = Annotated[tuple[Sign, ...], BeforeValidator(_as_signs)]


def placeholders(text: str) -> frozenset[str]:
    """The names in braces: `partnumber_{n}` holds n, `row_{n-1}` too."""
    return frozenset(found["name"] for found in _PLACE.finditer(text))


def fill_in(text: str, values: Mapping[str, str | int]) -> str:
    """The text with its names in braces replaced; `{n-1}` counts from 0 where `{n}` counts from 1."""

    def value(found: re.Match[str]) -> str:
        given = values[found["name"]]
        return str(int(given) + int(found["offset"])) if found["offset"] else str(given)

    return _PLACE.sub(value, text)
