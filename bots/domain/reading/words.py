"""Words put back into what a person sees: rows, and phrases standing apart in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from bots.domain.dates import fold
from bots.domain.evidence import Box, Evidence
from bots.domain.paper import Page, Ruling, Word
from bots.domain.reading.sidebar import parted

_DRAWN = re.compile(r"([-=_*.~·•—–])\1{3,}")  #: a line drawn with signs, as printers without graphics draw it
GAP = 0.75  #: of the letters' height; words further apart than this belong to different phrases


@dataclass(frozen=True)
class Span:
    """Some words in reading order. `text` may be a part of them, when a value is glued to its label."""

    words: tuple[Word, ...]
    text: str

    @classmethod
    def of(cls, words: Iterable[Word]) -> Span:
        """The words with their own text."""
        held = tuple(words)
        return cls(held, joined(held))

    @cached_property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @cached_property
    def height(self) -> float:
        return median(word.bottom - word.top for word in self.words)

    @property
    def page(self) -> int:
        return self.words[0].page

    @cached_property
    def folded(self) -> str:
        """The text without case and accents, each character in its place."""
        return fold(self.text)

    def evidence(self, rule: str, confidence: float) -> Evidence:
        """Where this stands. Page 0 is text without pages (a mail)."""
        if self.page == 0:
            return Evidence(None, None, self.text, rule, confidence)
        return Evidence(self.page, Box(self.x0, self.top, self.x1, self.bottom), self.text, rule, confidence)

    def part(self, start: int, end: int | None = None) -> Span | None:
        """The words under a stretch of the text; None when it holds nothing but signs."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip(" :#\t.,;=|"))
        text = text[lead:].rstrip(" :;,|")
        if not text:
            return None
        start += lead
        end = start + len(text)
        held, position = [], 0
        for word in self.words:
            position = self.text.find(word.text, position)
            if position < end and position + len(word.text) > start:
                held.append(word)
            position += len(word.text)
        return Span(tuple(held), text) if held else None


@dataclass(frozen=True)
class Row:
    """The words that stand on one line across the page, from left to right; `cuts` are vertical lines through it."""

    words: tuple[Word, ...]
    cuts: tuple[float, ...] = ()

    @cached_property
    def top(self) -> float:
        return median(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return median(word.bottom for word in self.words)

    @property
    def page(self) -> int:
        return self.words[0].page

    @cached_property
    def span(self) -> Span:
        return Span.of(self.words)

    @property
    def text(self) -> str:
        return self.span.text

    @cached_property
    def phrases(self) -> tuple[Span, ...]:
        """The row cut where the gaps are wider than between words."""
        groups: list[list[Word]] = []
        for word in self.words:
            if groups and not self._apart(groups[-1][-1], word):
                groups[-1].append(word)
            else:
                groups.append([word])
        return tuple(Span.of(group) for group in groups)

    def _apart(self, left: Word, right: Word) -> bool:
        if right.x0 - left.x1 > GAP * _height(left, right):
            return True
        return any(left.x1 - 1.5 <= cut <= right.x0 + 1.5 for cut in self.cuts)


@dataclass(frozen=True)
class Sheet:
    """One page as rows."""

    page: Page
    rows: tuple[Row, ...]

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def text(self) -> str:
        return "\n".join(row.text for row in self.rows)


def sheet(page: Page) -> Sheet:
    """The page's words as rows from top to bottom, tolerant of slanting baselines and raised letters; those of a bar at
    the left before all others."""
    bar, rest = parted(page, [word for word in page.words if not _DRAWN.fullmatch(word.text)])
    return Sheet(page, (*rows(bar, page.down), *rows(rest, page.down)))


def rows(words: Sequence[Word], down: Sequence[Ruling] = ()) -> tuple[Row, ...]:
    """Group words that share more than half of their height with the nearest word already in the row."""
    open_rows: list[list[Word]] = []
    ends: list[float] = []  # how far down each row reaches
    for word in sorted(words, key=lambda word: (_middle(word), word.x0)):
        near = range(len(open_rows) - 1, max(len(open_rows) - 9, -1), -1)
        home = next((at for at in near if word.top < ends[at] and _beside(word, open_rows[at])), None)
        if home is None:
            open_rows.append([word])
            ends.append(word.bottom)
        else:
            open_rows[home].append(word)
            ends[home] = max(ends[home], word.bottom)
    held = [Row(tuple(sorted(row, key=lambda word: word.x0)), _cuts(row, down)) for row in open_rows]
    return tuple(sorted(held, key=lambda row: (row.top, row.words[0].x0)))


def _cuts(row: Sequence[Word], down: Sequence[Ruling]) -> tuple[float, ...]:
    middle = median(_middle(word) for word in row)
    return tuple(sorted({line.at for line in down if line.start <= middle <= line.end}))


def _beside(word: Word, row: Sequence[Word]) -> bool:
    nearest = min(row, key=lambda other: max(other.x0 - word.x1, word.x0 - other.x1))
    if word.x0 < nearest.x1 - 1 and nearest.x0 < word.x1 - 1 and abs(word.top - nearest.top) > 2:
        return False
    shared = min(word.bottom, nearest.bottom) - max(word.top, nearest.top)
    return shared > 0.5 * min(word.bottom - word.top, nearest.bottom - nearest.top)


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _height(*words: Word) -> float:
    return min(word.bottom - word.top for word in words)


def joined(words: Sequence[Word]) -> str:
    """The words as text: a space between them, none where letters touch (a raised sign, another colour)."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index:
            parts.append("" if _touching(words[index - 1], word) else " ")
        parts.append(word.text)
    return "".join(parts)


def _touching(left: Word, right: Word) -> bool:
    return left.page == right.page and -1 < right.x0 - left.x1 < 0.06 * _height(left, right) and right.top < left.bottom


def overlap(left: tuple[float, float], right: tuple[float, float]) -> float:
    """How long two stretches of one axis lie over each other; negative: the gap between them."""
    return min(left[1], right[1]) - max(left[0], right[0])


def squeezed(text: str) -> str:
    """Letter-spaced words closed up: `P U R C H A S E  O R D E R` as `PURCHASE ORDER`."""
    if re.fullmatch(r"(?:\S ){3,}\S", text) or re.fullmatch(r"[^\W\d_] [^\W\d_]", text):
        return text.replace(" ", "")
    return text
