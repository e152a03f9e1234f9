"""Our own numbering series, declared as we print them (`FAC/{yyyy}/{n:4}`), and every way a payer spells such a number.

A payer drops the prefix or the zeros, glues the parts, or types the letter O for a zero. Where a series can only hold
digits that is still one number and no other: normalising is exact, not likely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

_FIELD = re.compile(r"\{(yyyy|yy|mm|n)(?::(\d))?\}")
_DIGIT = "[0-9O]"
_GAP = r"[\s/._\-]{0,2}"
_SPELT = {"yyyy": f"2[0O]{_DIGIT}{{2}}", "yy": f"{_DIGIT}{{2}}", "mm": f"{_DIGIT}{{2}}", "n": f"{_DIGIT}{{1,9}}"}
#: A counted part at the end: a letter O counts as zero unless a word begins with it.
_LAST = f"(?:{_DIGIT}{{1,9}}(?![0-9A-Z])|{_DIGIT}{{0,8}}[0-9](?![0-9]))"


@dataclass(frozen=True)
class DocumentNumber:
    """What a number of a series says, however it is spelt: `FAC/2026/0412` is 412 of 2026."""

    series: str
    count: int
    year: int | None = None
    month: int | None = None


@dataclass(frozen=True)
class Series:
    """One declared pattern: literal text with `{yyyy}`, `{yy}`, `{mm}` and `{n:4}` (counted, at least four digits)."""

    pattern: str

    def __post_init__(self) -> None:
        if "n" not in [field for field, _ in _FIELD.findall(self.pattern)]:
            raise ValueError(f"the numbering series {self.pattern!r} counts nothing: it needs {{n}}, like {{n:4}}")

    @cached_property
    def width(self) -> int:
        """How many digits the counted part has at least."""
        return next(int(width or 1) for field, width in _FIELD.findall(self.pattern) if field == "n")

    @cached_property
    def dated(self) -> bool:
        """Whether its numbers hold a year."""
        return "{yy" in self.pattern

    @cached_property
    def prefixed(self) -> bool:
        """Whether its numbers begin with letters."""
        return self.pattern[:1].isalpha()

    @cached_property
    def printed(self) -> re.Pattern[str]:
        """A number exactly as we print it, alone."""
        forms = {"yyyy": r"\d{4}", "yy": r"\d{2}", "mm": r"\d{2}", "n": rf"\d{{{self.width},9}}"}
        return re.compile(_joined(self.pattern, forms, re.escape), re.IGNORECASE)

    @cached_property
    def spelt(self) -> re.Pattern[str]:
        """A number with its prefix in any spelling, in upper-case text."""
        return re.compile(rf"(?<![A-Z]){_joined(self.pattern, self._forms, _loose)}(?![0-9])")

    @cached_property
    def bare(self) -> re.Pattern[str]:
        """A number without its prefix, in upper-case text: complete, with the year if the series has one."""
        body = re.sub(r"^[^{]*", "", self.pattern)
        return re.compile(rf"(?<![0-9/.\-]){_joined(body, self._forms, _loose)}(?![0-9A-Z]|[.,][0-9])")

    @cached_property
    def _forms(self) -> dict[str, str]:
        last = self.pattern.rstrip()[-1:] == "}" and _FIELD.findall(self.pattern)[-1][0] == "n"
        return {**_SPELT, "n": _LAST} if last else _SPELT

    def parse(self, number: str) -> DocumentNumber | None:
        """The number as we print it, taken apart; None where it is not of this series."""
        found = self.printed.fullmatch(number.strip())
        return self.number(found) if found else None

    def number(self, found: re.Match[str]) -> DocumentNumber:
        """What a match of one of the patterns says."""
        parts = {field: int(text.replace("O", "0")) for field, text in found.groupdict().items()}
        year = parts.get("yyyy", 2000 + parts["yy"] if "yy" in parts else None)
        return DocumentNumber(self.pattern, parts["n"], year, parts.get("mm"))


def _joined(pattern: str, forms: Mapping[str, str], literal: Callable[[str], str]) -> str:
    """The pattern as a regular expression with a named group for each field."""
    made, end = "", 0
    for field in _FIELD.finditer(pattern):
        made += literal(pattern[end : field.start()]) + f"(?P<{field[1]}>{forms[field[1]]})"
        end = field.end()
    return made + literal(pattern[end:])


def _loose(literal: str) -> str:
    """Letters as they stand (a zero may stand for the letter O), any separators or none between them and digits."""
    words = [word.replace("O", "[O0]") for word in re.findall(r"[A-Z0-9]+", literal.upper())]
    return "".join(word + _GAP for word in words) or (_GAP if literal else "")
