"""A bar at the left of a page: a column beside everything else, whose rows keep no line with the rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bots.domain.paper import Page, Word

_GAP = 8.0  #: points; the white lane between the bar and the rest is no narrower
_LANE = (0.08, 0.28)  #: of the page's width; where the lane begins: a column of words in a table is wider
_LONG = 0.35  #: of the page's height; a bar reaches over more than an address does
_ROWS = 8  #: a bar has no fewer rows, nor has what stands beside it
_LEVEL = 1.0  #: points; rows of one line differ by less
_SHARED = 0.35  #: a bar shares fewer of its rows with the rest: a column of a table shares all


def parted(page: Page, words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of a bar at the left, none where there is no bar, and the other words."""
    lane = _lane(page, words)
    if lane is None:
        return (), words
    bar = [word for word in words if word.x1 <= lane]
    rest = [word for word in words if word.x1 > lane]
    tops, beside = _tops(bar), _tops(rest)
    if min(len(tops), len(beside)) < _ROWS or tops[-1] - tops[0] < _LONG * page.height:
        return (), words
    level = sum(any(abs(top - other) < _LEVEL for other in beside) for top in tops)
    return (bar, rest) if level < _SHARED * len(tops) else ((), words)


def _lane(page: Page, words: Sequence[Word]) -> float | None:
    """Where the widest white lane down the left part of the page begins."""
    best: tuple[float, float] | None = None
    covered = 0.0
    for left, right in pairwise(sorted(words, key=lambda word: word.x0)):
        covered = max(covered, left.x1)
        width = right.x0 - covered
        if width >= _GAP and _LANE[0] * page.width < covered < _LANE[1] * page.width:
            best = max(best or (0.0, 0.0), (width, covered))
    return best[1] if best else None


def _tops(words: Sequence[Word]) -> list[float]:
    """The height of each row of some words, from top to bottom."""
    found: list[float] = []
    for top in sorted(word.top for word in words):
        if not found or top - found[-1] > 3 * _LEVEL:
            found.append(top)
    return found
