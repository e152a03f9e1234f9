"""What is drawn on a page of a PDF, and which of its words a person sees: those that leave ink on the painted page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bots.adapters.pdf_spread import closed_up
from bots.domain.paper import Ruling, Word

TINY = 3.0  #: points; text lower than this is not there to be read
FAINT = 14  #: grey levels between the darkest and the lightest spot of a word; a person sees no less
WHITE = 0.93
SPACE = 0.15  #: of the letters' size; a wider gap between letters parts words, also where the file has no space signs


def word_of(word: dict[str, Any], page: int) -> Word:
    return Word(word["text"], word["x0"], word["top"], word["x1"], word["bottom"], page)


def over(left: Word, right: Word) -> bool:
    """Whether two words stand on each other."""
    wide = min(left.x1, right.x1) - max(left.x0, right.x0)
    high = min(left.bottom, right.bottom) - max(left.top, right.top)
    return wide > 0.3 * min(left.x1 - left.x0, right.x1 - right.x0) and high > 0.3 * (left.bottom - left.top)


def _is_aslant(matrix: Sequence[float]) -> bool:
    """Whether letters climb or fall by more than a badly fed scan does (7 degrees), without standing on their side."""
    along, up = abs(matrix[0]), abs(matrix[1])
    return up > 0.12 * along and along > 0.12 * up


def _lies(matrix: Sequence[float]) -> bool:
    """Whether a line of letters runs across the page: a turn by 90 degrees leaves specks of an upright one behind."""
    return abs(matrix[0]) > abs(matrix[1])


Side = tuple[float, float, float, float]  #: x0, top, x1, bottom


class Marks:
    """What is drawn on a page: characters as pdfplumber's word extraction wants them, boxes and lines, pictures.

    Taken from pdfplumber's layout directly: the full description it makes of each character costs as much again.
    """

    def __init__(self, source: Any) -> None:
        self.chars: list[dict[str, Any]] = []
        self.aslant: list[str] = []  #: the letters of stamps and watermarks, in the order they were drawn
        self.covered: list[dict[str, Any]] = []  #: characters a filled box was drawn over later
        self._covers: list[tuple[int, Side]] = []  #: filled boxes, and how many characters stood before them
        self.boxes: list[Side] = []
        self.pictures: list[Side] = []
        self._left = float(source.mediabox[0])
        self._top = float(source.height) + float(source.mediabox[1])
        self._gather(source.layout)
        self._set_covered_apart()

    def _gather(self, holder: Any) -> None:
        from pdfminer.layout import LTChar, LTContainer, LTImage, LTLine, LTRect

        for mark in holder:
            if isinstance(mark, LTChar) and _is_aslant(mark.matrix):
                self.aslant.append(mark.get_text())
            elif isinstance(mark, LTChar):
                self.chars.append(self._char(mark))
            elif isinstance(mark, LTRect | LTLine):
                sides = self._sides(mark)
                self.boxes.append(sides)
                if mark.fill and self.chars and sides[2] - sides[0] > TINY and sides[3] - sides[1] > TINY:
                    self._covers.append((len(self.chars), sides))
            elif isinstance(mark, LTImage):
                self.pictures.append(self._sides(mark))
            elif isinstance(mark, LTContainer):
                self._gather(mark)

    def _set_covered_apart(self) -> None:
        under = {index for before, sides in self._covers for index in self._under(before, sides)}
        if under:
            self.covered = [char for index, char in enumerate(self.chars) if index in under]
            self.chars = [char for index, char in enumerate(self.chars) if index not in under]

    def _under(self, before: int, sides: Side) -> Iterator[int]:
        x0, top, x1, bottom = sides
        for index in range(before):
            char = self.chars[index]
            if top < (char["top"] + char["bottom"]) / 2 < bottom and x0 < (char["x0"] + char["x1"]) / 2 < x1:
                yield index

    def _char(self, mark: Any) -> dict[str, Any]:
        x0, top, x1, bottom = self._sides(mark)
        colour = mark.graphicstate.ncolor
        return {
            "text": mark.get_text(), "x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top,
            "upright": mark.upright and _lies(mark.matrix), "size": mark.size,
            "colour": colour if isinstance(colour, tuple) else (colour,),
        }  # fmt: skip

    def _sides(self, mark: Any) -> Side:
        return mark.x0 + self._left, self._top - mark.y1, mark.x1 + self._left, self._top - mark.y0


def words_of(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The characters as words; those drawn a second time on the same spot, to fake bold type, count once."""
    from pdfplumber.utils.text import dedupe_chars, extract_words

    def extracted(some: list[dict[str, Any]]) -> list[dict[str, Any]]:
        words = list(extract_words(some, x_tolerance_ratio=SPACE, extra_attrs=["colour"])) if some else []
        return closed_up(words, some)

    found = extracted(chars)
    if any(map(_looks_doubled, found)):
        once = dedupe_chars(chars, tolerance=1, extra_attrs=())
        return extracted(once) if len(once) < len(chars) else found
    return found


def _looks_doubled(word: dict[str, Any]) -> bool:
    """Whether every letter comes twice and stands too close for it: `TToottaall` in the width of `Total`."""
    text = word["text"]
    crowded = word["x1"] - word["x0"] < 0.36 * len(text) * (word["bottom"] - word["top"])
    return bool(crowded and text[::2] == text[1::2])


class Picture:
    """The page as painted, in grey, to see which words leave ink on it."""

    def __init__(self, painter: Any, source: Any) -> None:
        page = painter[source.page_number - 1]
        try:
            longest = max(page.get_size())
            self._scale = min(1.0, 2000 / longest) if longest > 0 else 1.0
            bitmap = page.render(scale=self._scale, grayscale=True)
            self._pixels = bytes(bitmap.buffer)
            self._stride, self._width, self._height = bitmap.stride, bitmap.width, bitmap.height
            bitmap.close()
        finally:
            page.close()
        self._left, self._top = float(source.cropbox[0]), float(source.cropbox[1])

    def shows(self, word: Word, colour: Any) -> bool:
        """Whether a person looking at the page sees this word."""
        if word.bottom - word.top < TINY:
            return False
        rows = self._rows(word)
        if not rows:
            return False
        lightest, darkest = max(map(max, rows)), min(map(min, rows))
        if lightest - darkest < FAINT:
            return False
        return not _is_white(colour) or _share_of_dark(rows) > 0.3

    def _rows(self, word: Word) -> list[bytes]:
        """The pixels under the middle of the word; none when it lies off the page."""
        scale, fifth = self._scale, (word.bottom - word.top) / 5
        left = max(0, int((word.x0 - self._left) * scale))
        wide = max(word.x1, word.x0 + 2 * fifth)  # some fonts give a letter no width, the euro sign most of all
        right = min(self._width, int((wide - self._left) * scale) + 1)
        top = max(0, int((word.top + fifth - self._top) * scale))
        bottom = min(self._height, int((word.bottom - fifth / 2 - self._top) * scale) + 1)
        if right - left < 1:
            return []
        return [self._pixels[y * self._stride + left : y * self._stride + right] for y in range(top, bottom)]


def _is_white(colour: Any) -> bool:
    try:
        parts = [float(part) for part in colour]
    except (TypeError, ValueError):
        return False
    if len(parts) == 4:
        return max(parts) < 1 - WHITE
    return bool(parts) and min(parts) > WHITE


def _share_of_dark(rows: Sequence[bytes]) -> float:
    pixels = b"".join(rows)
    return sum(pixel < 200 for pixel in pixels) / len(pixels)


def covered(pictures: Iterable[Side], source: Any) -> float:
    """The share of the page that pictures cover (an upper bound when they overlap)."""
    wide, high = float(source.width), float(source.height)
    area = sum(
        max(0.0, min(x1, wide) - max(x0, 0.0)) * max(0.0, min(bottom, high) - max(top, 0.0))
        for x0, top, x1, bottom in pictures
    )
    return area / (wide * high or 1.0)


def rulings(boxes: Iterable[Side]) -> tuple[tuple[Ruling, ...], tuple[Ruling, ...]]:
    """Horizontal and vertical lines: drawn ones and the sides of boxes."""
    across: set[tuple[float, float, float]] = set()
    down: set[tuple[float, float, float]] = set()
    for sides in boxes:
        x0, top, x1, bottom = (round(side, 1) for side in sides)
        if x1 - x0 > 8:
            across |= {(y, x0, x1) for y in (top, bottom)}
        if bottom - top > 6:
            down |= {(x, top, bottom) for x in (x0, x1)}
    return tuple(Ruling(*line) for line in sorted(across)), tuple(Ruling(*line) for line in sorted(down))
