"""PDF files as words with boxes: what a person would see on the page, and what is there but cannot be seen.

pypdfium2 opens the file first, because it is quick, forgiving and paints: it says whether the file is locked, too
long or without text, and its picture of a page tells visible words from hidden ones. pdfplumber then gives the words.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from bots.adapters.pdf_marks import Marks, Picture, covered, over, rulings, word_of, words_of
from bots.domain.paper import Page, Word
from bots.errors import BusinessError

MAX_BYTES = 25 * 1024 * 1024
MAX_PAGES = 200
MAX_CHARACTERS_A_PAGE = 60_000
MAX_CHARACTERS = 1_000_000
_STEP = 1 << 16  #: bytes unpacked at a time
MAX_INFLATED = 512 * 1024 * 1024  #: bytes of all streams together, unpacked


def read_pages(content: bytes) -> tuple[Page, ...]:
    """All pages of a PDF with their words.

    Raises BusinessError, in a sentence a person can act on, for a file that is empty, too large, not a PDF, damaged,
    locked, longer than 200 pages, or without a text layer.
    """
    _check_size(content)
    content = _probe(content)
    try:
        with _listening([]):
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
        for size in _unpacked_sizes(memoryview(content)[start.end() :]):
            inflated += size
            if inflated > MAX_INFLATED:
                raise BusinessError(
                    f"the PDF unpacks to more than {MAX_INFLATED // 1048576} MiB: it was not read, because it may "
                    "be made to exhaust the machine; a person must look at where it came from"
                )


def _unpacked_sizes(packed: memoryview) -> Iterator[int]:
    """How many bytes each step of unpacking gives; nothing for a stream that is not packed this way."""
    unpacker = zlib.decompressobj()
    try:
        for place in range(0, len(packed), _STEP):
            rest: bytes | memoryview = packed[place : place + _STEP]
            while rest and not unpacker.eof:
                yield len(unpacker.decompress(rest, 1 << 20))
                rest = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return


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
                complaints: list[str] = []
                try:
                    with _listening(complaints):
                        page = _page(source, painter)
                finally:
                    source.close()
                yield replace(page, damaged=page.damaged or any(map(_LOSS.match, complaints)))
    finally:
        painter.close()


#: What pdfminer logs when a part of a page is lost; it goes on reading the rest as if nothing were.
_LOSS = re.compile(r"Data-loss|Cannot (?:render|append|set text)|Could not set text font")


@contextmanager
def _listening(complaints: list[str]) -> Iterator[None]:
    """Take what pdfminer logs while it reads, instead of letting it on the screen."""
    logger = logging.getLogger("pdfminer")
    handler = _Ear(complaints)
    spread, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = spread


class _Ear(logging.Handler):
    """Keeps the text of each warning."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self._kept.append(record.getMessage())


def _is_lost(seen: int, painter: Any, index: int) -> bool:
    """Whether a page that seems almost empty is not: then its content could not be unpacked."""
    return seen < 40 and _characters(painter, index) > 2 * seen + 20


def _page(source: Any, painter: Any) -> Page:
    marks = Marks(source)
    found = words_of(marks.chars)
    seen = Picture(painter, source)
    words: list[Word] = []
    hidden: list[Word] = []
    for word in found:
        if word["upright"]:
            entry = word_of(word, source.page_number)
            (words if seen.shows(entry, word["colour"]) else hidden).append(entry)
    for word in words_of(marks.covered):
        entry = word_of(word, source.page_number)
        free = seen.shows(entry, word["colour"]) and not any(over(entry, other) for other in words)
        (words if free else hidden).append(entry)
    across, down = rulings(marks.boxes)
    return Page(
        number=source.page_number,
        width=float(source.width),
        height=float(source.height),
        words=tuple(words),
        hidden=tuple(hidden),
        sideways=sum(not word["upright"] for word in found),
        aslant="".join(marks.aslant),
        across=across,
        down=down,
        damaged=_is_lost(len(marks.chars) + len(marks.covered), painter, source.page_number - 1),
        scanned=covered(marks.pictures, source) > 0.7,
    )
