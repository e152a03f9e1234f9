"""Labels and the values they stand beside: to the right, glued on, or below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bots.domain.reading.words import Row, Sheet, Span, overlap

FAR = 260.0  #: points; a value to the right of its label is no further away
#: What follows a label and is still a label: its name in another language, or how the value is written.
_GLOSS = re.compile(r"\s*(?:/|\([^)]*\)\W*$|[-–]\s+[^\d]+$)")
_REMARK = re.compile(r"\([^()\d]*\)")  #: `(New)` under a title: the value stands below it
BOX = r"\d{1,2}[.)] "  #: forms of public bodies number their boxes: `2. PURCHASE ORDER NUMBER`
_BOX = re.compile(rf"^{BOX}$")
_WORD = re.compile(r"(?<![a-z0-9])(?=[a-z#])")


@dataclass(frozen=True)
class Label:
    """A label found in a phrase: its kind, and the stretch of the phrase's text it covers."""

    kind: str
    phrase: Span
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.phrase.folded[self.start : self.end]

    @property
    def colon(self) -> bool:
        """Whether a colon follows: then what stands to the right is its value, however far."""
        return self.phrase.text[self.end :].lstrip(" .").startswith(":")

    @property
    def alone(self) -> bool:
        """Whether the phrase is this label and nothing else."""
        lead = _BOX.sub("", self.phrase.text[: self.start])
        return not lead.strip(" *#") and not self.phrase.text[self.end :].strip(" :.*#")


@dataclass(frozen=True)
class Candidate:
    """Words that may be the value of a label, and how good the place is (1: glued to it)."""

    label: Label
    span: Span
    place: str
    worth: float


def _inside_a_value(folded: str, start: int) -> bool:
    """Whether a word stands in the middle of a number, as `PO` does in `DPP/PO/26-27/0417`."""
    lead, tail = folded[:start].rpartition(" ")[2], folded[start:].partition(" ")[0]
    return bool(lead) and lead[-1] in "/-_." and ":" not in lead + tail and any(map(str.isdigit, lead + tail))


class Vocabulary:
    """The labels that papers of one trade use: a pattern for each kind, for text without case and accents.

    `words`: kinds whose label is a plain word too; a phrase that begins with one and goes on with figures is a value.
    """

    def __init__(self, labels: Mapping[str, str], words: frozenset[str] = frozenset()) -> None:
        self._labels = labels
        self._words = words
        self.labels_in = lru_cache(maxsize=4096)(self._labels_in)
        self._longest_of = lru_cache(maxsize=8192)(self._longest_at_start)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {kind: re.compile(rf"(?:{pattern})(?![a-z0-9])") for kind, pattern in self._labels.items()}

    def _labels_in(self, folded: str) -> tuple[tuple[str, int, int], ...]:
        """The labels of a text as (kind, start, end): at each word the longest, none inside another."""
        if not any(character.isalpha() for character in folded):
            return ()
        found: list[tuple[str, int, int]] = []
        position = 0
        for word in _WORD.finditer(folded):
            if word.start() < position:
                continue
            best = self._longest(folded, word.start())
            if best and not _inside_a_value(folded, word.start()):
                found.append((best[0], word.start(), best[1]))
                position = best[1]
        return tuple(found)

    def _longest_at_start(self, tail: str) -> tuple[str, int] | None:
        best: tuple[str, int] | None = None
        for kind, pattern in self._patterns.items():
            match = pattern.match(tail)
            if match and match.end() > (best[1] if best else 0):
                best = (kind, match.end())
        return best

    def _longest(self, folded: str, start: int) -> tuple[str, int] | None:
        best = self._longest_of(folded[start : start + 90])
        return (best[0], start + best[1]) if best else None

    def is_label(self, phrase: Span, kind: str, end: int) -> bool:
        """Whether a phrase that begins with a label's word is meant as one (`PO-1001` is not, `PO number:` is)."""
        rest = phrase.text[end:].strip()
        return kind not in self._words or not any(character.isdigit() for character in rest)


class Layout:
    """The phrases of some rows, with the labels in them and their neighbours."""

    def __init__(self, sheet: Sheet, rows: Sequence[Row] | None, vocabulary: Vocabulary) -> None:
        self.sheet = sheet
        self.vocabulary = vocabulary
        self.rows = tuple(sheet.rows if rows is None else rows)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """All labels, from top to bottom."""
        return tuple(
            Label(kind, phrase, start, end)
            for row in self.rows
            for phrase in row.phrases
            for kind, start, end in self.vocabulary.labels_in(phrase.folded)
        )

    @cached_property
    def _places(self) -> dict[int, tuple[int, int]]:
        return {
            id(phrase): (index, place)
            for index, row in enumerate(self.rows)
            for place, phrase in enumerate(row.phrases)
        }

    def row_of(self, label: Label) -> Row:
        """The row a label stands in."""
        return self.rows[self._places[id(label.phrase)][0]]

    def before(self, label: Label) -> Sequence[Span]:
        """The phrases that stand left of a label in its row."""
        index, place = self._places[id(label.phrase)]
        return self.rows[index].phrases[:place]

    def near(self, label: Label) -> Sequence[Span]:
        """The phrases where a label's value stands: right of it, and just below it in its column."""
        index, place = self._places[id(label.phrase)]
        right = self.rows[index].phrases[place + 1 : place + 2]
        return (*right, *_in_column(label.phrase, self.rows[index + 1 : index + 2]))

    def over(self, label: Label) -> Sequence[Span]:
        """The phrases just above a label's phrase, in its column."""
        index, _ = self._places[id(label.phrase)]
        return _in_column(label.phrase, self.rows[max(index - 1, 0) : index])

    def values(self, label: Label, fits: Callable[[Span], Span | None]) -> Iterator[Candidate]:
        """What may be the label's value, by place; `fits` gives the part of a span that can be one."""
        glued = self._glued(label)
        if glued and _GLOSS.match(label.phrase.text, label.end) and not any(c.isdigit() for c in glued.text):
            glued = None
        value = fits(glued) if glued else None
        if value:
            yield Candidate(label, value, "glued", 1.0)
            return
        if glued and any(character.isdigit() for character in glued.text):
            return
        right = self._right(label)
        value = fits(right) if right and not glued else None
        distance = right.x0 - label.phrase.x1 if right else 0.0
        below = [found for found in map(fits, self._below(label)) if found]
        if value:
            yield Candidate(label, value, "right", 0.97 if label.colon or distance < 60 else 0.9 - distance / 2000)
        if below and not glued and not (value and label.colon):
            yield Candidate(label, below[0], "below", 0.93 if not value else 0.8)

    def _glued(self, label: Label) -> Span | None:
        """The rest of the label's own phrase, up to the next label in it."""
        following = [start for _, start, _ in self.vocabulary.labels_in(label.phrase.folded) if start >= label.end]
        return label.phrase.part(label.end, following[0] if following else None)

    def _right(self, label: Label) -> Span | None:
        index, place = self._places[id(label.phrase)]
        following = self.rows[index].phrases[place + 1 : place + 3]
        if following and following[0].text.strip() in {":", "#", "|"}:
            following = following[1:]
        if not following or following[0].x0 - label.phrase.x1 > FAR:
            return None
        return self._clean(following[0])

    def _clean(self, phrase: Span) -> Span | None:
        """The phrase up to the first label in it; None when it begins with one."""
        found = self.vocabulary.labels_in(phrase.folded)
        if not found:
            return phrase.part(0)
        kind, start, end = found[0]
        if start == 0:
            return None if self.vocabulary.is_label(phrase, kind, end) else phrase.part(0)
        return phrase.part(0, start)

    def _below(self, label: Label) -> Iterator[Span]:
        """The phrases just under the label that share its column."""
        index, _ = self._places[id(label.phrase)]
        bottom, height = label.phrase.bottom, label.phrase.height
        left, right, end = self._lane(label)
        for row in self.rows[index + 1 : index + 6]:
            if row.page != label.phrase.page or row.top - bottom > 2.4 * max(height, row.bottom - row.top):
                return
            for phrase in row.phrases:
                shared = overlap((left, right), (phrase.x0, phrase.x1))
                if shared > 0 and row.top > label.phrase.top + 0.5 * height:
                    words = [word for word in phrase.words if left - 3 < word.x1 and word.x0 < end]
                    clean = self._clean(Span.of(words)) if words else None
                    if clean and _REMARK.fullmatch(clean.text):
                        bottom = phrase.bottom
                        break
                    if clean:
                        yield clean
                    return

    def _lane(self, label: Label) -> tuple[float, float, float]:
        """Where the label itself begins and ends, and where the next label of its phrase begins."""
        own = label.phrase.part(label.start, label.end) or label.phrase
        starts = [start for _, start, _ in self.vocabulary.labels_in(label.phrase.folded) if start >= label.end]
        following = label.phrase.part(starts[0]) if starts else None
        alone = label.start == 0 and following is None
        return (
            own.x0 if not alone else label.phrase.x0,
            label.phrase.x1 if following is None else own.x1,
            following.x0 if following else 1e6,
        )


def _in_column(here: Span, rows: Sequence[Row]) -> tuple[Span, ...]:
    """The phrases of the rows next to one, above or below it, that share its column."""
    close = (
        row
        for row in rows
        if row.page == here.page and max(row.top - here.bottom, here.top - row.bottom) < 1.6 * here.height
    )
    return tuple(
        other for row in close for other in row.phrases if overlap((other.x0, other.x1), (here.x0, here.x1)) > 0
    )
