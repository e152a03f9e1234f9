"""From a way to print a paper to the case it makes, and to its twin with one figure misprinted."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tests.corpus.case import Case
from tests.corpus.sheet import Sheet

Draw = Callable[[Sheet], dict[str, Any]]


@dataclass(frozen=True)
class Draft:
    """A paper by its drawing, which answers the truth. `doubt`: words of which one must stand in the doubts."""

    draw: Draw
    doubt: tuple[str, ...] | None = None
    may_doubt: bool = False

    @property
    def name(self) -> str:
        """The drawing's name in words."""
        return self.draw.__name__.replace("_", " ")

    def case(self) -> Case:
        """The paper as its sender meant it."""
        sheet = Sheet()
        truth = self.draw(sheet)
        return Case(self.name, sheet.content(), truth, self.doubt is not None, self.doubt or (), self.may_doubt)


@dataclass(frozen=True)
class Twin:
    """The same paper with one figure changed, so that its arithmetic breaks. `path`: `total`, or `0.qty` of line 0."""

    draft: Draft
    path: str
    old: str  #: as printed
    new: str
    value: str  #: the new one, plain

    @property
    def name(self) -> str:
        """Whose twin, and in what it differs."""
        return f"{self.draft.name}, {self.path} misprinted"

    def case(self) -> Case:
        """The misprinted paper; its truth is what it says."""
        sheet = Sheet((self.old, self.new))
        truth = deepcopy(self.draft.draw(sheet))
        place, _, field = self.path.rpartition(".")
        (truth["lines"][int(place)] if place else truth)[field] = self.value
        return Case(self.name, sheet.content(), truth, must_doubt=True)
