"""One statement of an MT940 file as text, from its :20: to the next: which fields it has, and on which lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bots.domain.evidence import Evidence
from bots.remittance_reader.readers.raw import stands

_FIELD = re.compile(r"^:(?P<tag>\d\d[A-Z]?|NS):")
_CLOSING = {"62F", "62M", "64", "65"}
_INTERIM = {"34F", "13", "13D", "90D", "90C"}


@dataclass(frozen=True)
class Place:
    """An entry's own words, the line of its :61:, and that of its :86: if it has one."""

    entry: int
    words: str
    details: int | None


@dataclass(frozen=True)
class Block:
    """The lines of one statement, with the number of the first of them in the file."""

    first: int
    lines: tuple[str, ...]

    def of(self, tag: str) -> Iterator[tuple[int, str]]:
        """The number and words of every field with that tag, its continuation lines included."""
        for index, line in enumerate(self.lines):
            if line.startswith(f":{tag}:"):
                yield self.first + index, "\n".join((line, *self._rest(index + 1)))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where each entry stands, and its details behind it."""
        details = [number for number, _ in self.of("86")]
        found = list(self.of("61"))
        ends = [number for number, _ in found[1:]] + [self.first + len(self.lines)]
        places = []
        for (number, words), end in zip(found, ends, strict=False):
            behind = bisect_right(details, number)
            own = details[behind] if behind < len(details) and details[behind] < end else None
            places.append(Place(number, words.strip(), own))
        return tuple(places)

    def proof(self, *tags: str) -> Evidence | None:
        """Where the first of these tags stands."""
        found = next(((tag, *one) for tag in tags for one in self.of(tag)), None)
        return stands(found[2].strip(), f"line {found[1]}, :{found[0]}:") if found else None

    @property
    def interim(self) -> bool:
        """Whether it is an MT942: its own fields, and no opening balance."""
        tags = self._tags
        return bool(_INTERIM & tags) and not {"60F", "60M"} & tags

    @property
    def entries(self) -> tuple[str, ...]:
        """The lines before the remarks on the whole statement: the library would give those to the last entry."""
        return self.lines[: self._remarks_start]

    @property
    def remarks(self) -> str:
        """What the bank says on the whole statement, in an :86: behind the closing balance; empty when nothing."""
        words = (line.removeprefix(":86:") for line in self.lines[self._remarks_start :])
        return " ".join(line for line in words if line and not line.startswith("-"))

    @property
    def _tags(self) -> set[str]:
        return {found["tag"] for line in self.lines if (found := _FIELD.match(line))}

    @property
    def _remarks_start(self) -> int:
        closed = False
        for index, line in enumerate(self.lines):
            found = _FIELD.match(line)
            tag = found["tag"] if found else None
            if closed and tag == "86":
                return index
            closed = tag in _CLOSING or (closed and tag != "61")
        return len(self.lines)

    def _rest(self, start: int) -> Iterator[str]:
        for line in self.lines[start:]:
            if _FIELD.match(line) or line.startswith("-"):
                return
            yield line


def blocks(text: str) -> Iterator[Block]:
    """The statements of a file. What stands before the first :20: (SWIFT headers) is left out."""
    lines = [line.rstrip() for line in text.split("\n")]
    starts = [index for index, line in enumerate(lines) if line.startswith(":20:")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        yield Block(start + 1, tuple(lines[start:end]))
