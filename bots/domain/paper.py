"""Pages of paper as words with boxes, whatever file they came in."""

from __future__ import annotations

from dataclasses import dataclass

from bots.domain.evidence import Box


@dataclass(frozen=True, slots=True)
class Word:
    """One word as printed, its box in points from the top-left corner of page `page` (from 1)."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    page: int

    @property
    def box(self) -> Box:
        """Its rectangle, for evidence."""
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line drawn on the page: at `at` (y or x), from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Page:
    """One page: its visible words, the hidden ones, its ruling lines, and whether a picture covers it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    hidden: tuple[Word, ...] = ()
    sideways: int = 0  #: words that stand on their side; they are in neither list
    aslant: str = ""  #: the letters of stamps and watermarks that run across the page; they are in neither list
    across: tuple[Ruling, ...] = ()  #: horizontal lines
    down: tuple[Ruling, ...] = ()  #: vertical lines
    damaged: bool = False  #: a part of the page could not be unpacked or drawn, so words may be missing
    scanned: bool = False  #: a picture covers most of the page, so the text may not be what is seen
