"""Letter-spaced text put back into words: `P U R C H A S E  O R D E R`, where only the file's own spaces part words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

Drawn = dict[str, Any]  #: a word or a character as pdfplumber describes it
_LETTERS = 3  #: single letters in a row that make a text letter-spaced
_WIDE = 1.2  #: of the letters' height; neighbours in one text stand no further apart
_UNEVEN = 1.6  #: of the usual gap between its letters; a wider one without a space parts two columns
_SPACE = 0.3  #: of the letters' height; a space between words as other texts have it


def closed_up(words: list[Drawn], chars: Sequence[Drawn]) -> list[Drawn]:
    """The words, with runs of single letters that no space of the file parts made whole."""
    runs = list(_runs(words))
    if not runs:
        return words
    spaces = [char for char in chars if char["text"].isspace()]
    found: list[Drawn] = []
    done = 0
    for start, end in runs:
        found += words[done:start]
        found += _closed(words[start:end], spaces)
        done = end
    return found + words[done:]


def _runs(words: Sequence[Drawn]) -> Iterator[tuple[int, int]]:
    """Where neighbours on one line are mostly single letters, as the first index and the one after the last."""
    start = 0
    for index in range(1, len(words) + 1):
        if index < len(words) and _beside(words[index - 1], words[index]):
            continue
        run = words[start:index]
        short = sum(len(word["text"]) == 1 and word["text"].isalnum() for word in run)  # `4 138,00 € 20 %` is no run
        if short >= _LETTERS and short > 0.5 * len(run):
            yield start, index
        start = index


def _beside(left: Drawn, right: Drawn) -> bool:
    height = right["bottom"] - right["top"]
    return bool(abs(left["top"] - right["top"]) < 1 and -0.1 * height < _gap(left, right) < _WIDE * height)


def _gap(left: Drawn, right: Drawn) -> float:
    return float(right["x0"] - left["x1"])


def _closed(run: Sequence[Drawn], spaces: Sequence[Drawn]) -> list[Drawn]:
    """One run: letters joined, but where the file prints a space or the gap is a column's."""
    usual = median(_gap(left, right) for left, right in pairwise(run))
    found = [run[0]]
    for left, right in pairwise(run):
        if _parted(left, right, spaces):  # the space is stretched as the gaps are: both words stay one phrase
            found[-1] = {**found[-1], "x1": max(left["x1"], right["x0"] - _SPACE * (right["bottom"] - right["top"]))}
            found.append(right)
        elif _gap(left, right) > _UNEVEN * usual + 0.5:
            found.append(right)
        else:
            found[-1] = _joined(found[-1], right)
    return found


def _parted(left: Drawn, right: Drawn, spaces: Sequence[Drawn]) -> bool:
    """Whether the file prints a space between two letters."""
    return any(
        abs(space["top"] - left["top"]) < 2 and left["x1"] - 1 < (space["x0"] + space["x1"]) / 2 < right["x0"] + 1
        for space in spaces
    )


def _joined(left: Drawn, right: Drawn) -> Drawn:
    return {
        **left,
        "text": left["text"] + right["text"],
        "x1": right["x1"],
        "top": min(left["top"], right["top"]),
        "bottom": max(left["bottom"], right["bottom"]),
    }
