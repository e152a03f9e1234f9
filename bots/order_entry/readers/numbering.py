"""Line numbers as papers print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise


def is_position(text: str) -> bool:
    """Whether a text is a line number: `1`, `010`, `1.00`; with its schedule `1- 1`, with their count `1 of 2`."""
    return bool(re.fullmatch(r"\d{1,6}(?:\.0+|\s?-\s\d{1,2}|\s(?:of|von|de|sur)\s\d{1,4})?", text.strip(" .)")))


def position_of(text: str) -> int:
    """The line number a text is (see `is_position`)."""
    return int(re.split(r"[.\s-]", text.strip(" .)"))[0])


def rising(values: Sequence[str]) -> bool:
    """Whether the line numbers among some texts rise, from one that can be a first."""
    numbers = [position_of(value) for value in values if is_position(value)]
    return all(left < right for left, right in pairwise(numbers)) and (not numbers or numbers[0] <= 1000)
