"""PDF files as words with boxes: what a person would see on the page, and what is there but cannot be seen.

pypdfium2 opens the file first, because it is quick, forgiving and paints: it says whether the file is locked, too
long or without text, and its picture of a page tells visible words from hidden ones. pdfplumber then gives the words.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bots.domain.evidence import Box
from bots.errors import BusinessError

MAX_BYTES = 25 * 1024 * 1024
MAX_PAGES = 200
MAX_CHARACTERS_A_PAGE = 60_000
MAX_CHARACTERS = 1_000_000
MAX_INFLATED = 512 * 1024 * 1024  #: bytes of all streams together, unpacked

TINY = 3.0  #: points; text lower than this is not there to be read
FAINT = 14  #: grey levels between the darkest and the lightest spot of a word; a person sees no less
WHITE = 0.93
SPACE = 0.15  #: of the letters' size; a wider gap between letters parts words, also where the file has no space signs


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
    across: tuple[Ruling, ...] = ()  #: horizontal lines
    down: tuple[Ruling, ...] = ()  #: vertical lines
    scanned: bool = False  #: a picture covers most of the page, so the text may not be what is seen


def read_pages(content: bytes) -> tuple[Page, ...]:
    """All pages of a PDF with their words.

    Raises BusinessError, in a sentence a person can act on, for a file that is empty, too large, not a PDF, damaged,
    locked, longer than 200 pages, or without a text layer.
    """
    _check_size(content)
    content = _probe(content)
    try:
        return tuple(_pages(content))
    except BusinessError:
        raise
    except RecursionError:
        raise BusinessError(_damaged("its objects are nested too deeply")) from None
    except Exception as error:  # pdfminer raises anything at all on damaged files
        raise BusinessError(_damaged(f"{type(error).__name__} while reading its pages")) from error


def _damaged(detail: str) -> str:
    return f"the PDF is damaged ({detail}): nothing was read from it; ask the sender for a new copy or enter it by hand"


def _check_size(content: bytes) -> None:
    if not content:
        raise BusinessError("the file is empty (0 bytes): ask the sender for the document")
    if len(content) > MAX_BYTES:
        raise BusinessError(
            f"the PDF is {len(content) / 1048576:.1f} MiB large, the limit is {MAX_BYTES // 1048576}: "
            "a person must open it"
        )
    if b"%PDF" not in content[:1024]:
        raise BusinessError("the file is not a PDF although it claims to be one: a person must look at it")
    _check_streams(content)


def _check_streams(content: bytes) -> None:
    """Unpack every compressed stream in small steps, keeping nothing: a small file may hold a huge page."""
    inflated = 0
    for start in re.finditer(rb"stream\r?\n", content):
        unpacker = zlib.decompressobj()
        rest = content[start.end() : start.end() + MAX_BYTES]
        try:
            while rest and not unpacker.eof:
                inflated += len(unpacker.decompress(rest, 1 << 20))
                rest = unpacker.unconsumed_tail
                if inflated > MAX_INFLATED:
                    raise BusinessError(
                        f"the PDF unpacks to more than {MAX_INFLATED // 1048576} MiB: it was not read, because it may "
                        "be made to exhaust the machine; a person must look at where it came from"
                    )
        except zlib.error:
            continue


def _probe(content: bytes) -> bytes:
    """See by pdfium that the file can be read at all; the content to read, with form fields made part of the page."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BusinessError(
                "the PDF is locked with a password: nothing was read from it; ask the sender for an open copy"
            ) from error
        raise BusinessError(_damaged(str(error))) from error
    try:
        _check_pages(pdf)
        return _flattened(pdf) if pdf.get_formtype() else content
    finally:
        pdf.close()


def _check_pages(pdf: Any) -> None:
    count = len(pdf)
    if count == 0:
        raise BusinessError(_damaged("it has no pages"))
    if count > MAX_PAGES:
        raise BusinessError(
            f"the PDF has {count} pages, the limit is {MAX_PAGES}: it was not read in part; a person must look at it"
        )
    characters = 0
    for index in range(count):
        here = _characters(pdf, index)
        characters += here
        if here > MAX_CHARACTERS_A_PAGE or characters > MAX_CHARACTERS:
            raise BusinessError(
                f"the PDF holds more text than any order (page {index + 1}: {here} characters): it was not read; "
                "a person must look at it"
            )
    if characters == 0:
        raise BusinessError(
            f"the PDF holds pictures only, no text ({count} page{'s' if count > 1 else ''}, a scan?): "
            "a person must enter it"
        )


def _characters(pdf: Any, index: int) -> int:
    import pypdfium2

    try:
        page = pdf[index]
    except pypdfium2.PdfiumError as error:
        raise BusinessError(_damaged(f"page {index + 1} cannot be loaded")) from error
    try:
        text = page.get_textpage()
        try:
            return int(text.count_chars())
        finally:
            text.close()
    finally:
        page.close()


def _flattened(pdf: Any) -> bytes:
    """The same file with what was typed into its form fields printed on the pages."""
    pdf.init_forms()
    for index in range(len(pdf)):
        page = pdf[index]
        page.flatten()
        page.close()
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _pages(content: bytes) -> Iterator[Page]:
    import pdfplumber
    import pypdfium2

    painter = pypdfium2.PdfDocument(content)
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) != len(painter):
                raise BusinessError(_damaged("its pages cannot be counted"))
            for source in pdf.pages:
                try:
                    yield _page(source, painter)
                finally:
                    source.close()
    finally:
        painter.close()


def _page(source: Any, painter: Any) -> Page:
    marks = _Marks(source)
    found = _words(marks.chars)
    seen = _Picture(painter, source)
    words: list[Word] = []
    hidden: list[Word] = []
    for word in found:
        if word["upright"]:
            entry = _word(word, source.page_number)
            (words if seen.shows(entry, word["colour"]) else hidden).append(entry)
    for word in _words(marks.covered):
        entry = _word(word, source.page_number)
        free = seen.shows(entry, word["colour"]) and not any(_over(entry, other) for other in words)
        (words if free else hidden).append(entry)
    across, down = _rulings(marks.boxes)
    return Page(
        number=source.page_number,
        width=float(source.width),
        height=float(source.height),
        words=tuple(words),
        hidden=tuple(hidden),
        sideways=sum(not word["upright"] for word in found),
        across=across,
        down=down,
        scanned=_covered(marks.pictures, source) > 0.7,
    )


def _word(word: dict[str, Any], page: int) -> Word:
    return Word(word["text"], word["x0"], word["top"], word["x1"], word["bottom"], page)


def _over(left: Word, right: Word) -> bool:
    """Whether two words stand on each other."""
    wide = min(left.x1, right.x1) - max(left.x0, right.x0)
    high = min(left.bottom, right.bottom) - max(left.top, right.top)
    return wide > 0.3 * min(left.x1 - left.x0, right.x1 - right.x0) and high > 0.3 * (left.bottom - left.top)


_Side = tuple[float, float, float, float]  #: x0, top, x1, bottom


class _Marks:
    """What is drawn on a page: characters as pdfplumber's word extraction wants them, boxes and lines, pictures.

    Taken from pdfplumber's layout directly: the full description it makes of each character costs as much again.
    """

    def __init__(self, source: Any) -> None:
        self.chars: list[dict[str, Any]] = []
        self.covered: list[dict[str, Any]] = []  #: characters a filled box was drawn over later
        self._covers: list[tuple[int, _Side]] = []  #: filled boxes, and how many characters stood before them
        self.boxes: list[_Side] = []
        self.pictures: list[_Side] = []
        self._left = float(source.mediabox[0])
        self._top = float(source.height) + float(source.mediabox[1])
        self._gather(source.layout)
        self._set_covered_apart()

    def _gather(self, holder: Any) -> None:
        from pdfminer.layout import LTChar, LTContainer, LTImage, LTLine, LTRect

        for mark in holder:
            if isinstance(mark, LTChar):
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

    def _under(self, before: int, sides: _Side) -> Iterator[int]:
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
            "upright": mark.upright, "size": mark.size, "colour": colour if isinstance(colour, tuple) else (colour,),
        }  # fmt: skip

    def _sides(self, mark: Any) -> _Side:
        return mark.x0 + self._left, self._top - mark.y1, mark.x1 + self._left, self._top - mark.y0


def _words(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The characters as words; those drawn a second time on the same spot, to fake bold type, count once."""
    from pdfplumber.utils.text import dedupe_chars, extract_words

    def extracted(some: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return list(extract_words(some, x_tolerance_ratio=SPACE, extra_attrs=["colour"])) if some else []

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


class _Picture:
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


def _covered(pictures: Iterable[_Side], source: Any) -> float:
    """The share of the page that pictures cover (an upper bound when they overlap)."""
    wide, high = float(source.width), float(source.height)
    area = sum(
        max(0.0, min(x1, wide) - max(x0, 0.0)) * max(0.0, min(bottom, high) - max(top, 0.0))
        for x0, top, x1, bottom in pictures
    )
    return area / (wide * high or 1.0)


def _rulings(boxes: Iterable[_Side]) -> tuple[tuple[Ruling, ...], tuple[Ruling, ...]]:
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
