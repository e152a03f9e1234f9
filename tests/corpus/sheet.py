"""A sheet of paper to print an order on: words, boxes, rules and tables, by their place in points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from fpdf import FPDF

Row = Sequence[str] | str


class Column:
    """`30 Pos`, `>300 Quantity`, `^200 Unit`: where it stands, which way it is set, what stands above it."""

    def __init__(self, text: str) -> None:
        found = re.fullmatch(r"([<>^]?)(\d+) ?(.*)", text, re.DOTALL)
        if not found:
            raise ValueError(f"{text!r} is no column: wanted e.g. '>300 Quantity'")
        self.align = {">": "R", "^": "C"}.get(found[1], "L")
        self.x = float(found[2])
        self.heading = found[3]


class Sheet:
    """Pages of one document. `misprint` (old, new) exchanges the first such text that is printed, for twins."""

    def __init__(self, misprint: tuple[str, str] | None = None) -> None:
        self.misprint = misprint
        self.pdf = FPDF(unit="pt")
        self.points = 9.0
        self.leading = 12.0
        self.made: bytes | None = None  #: a document made otherwise, in place of the pages

    def paper(
        self,
        font: str = "helvetica",
        points: float = 9,
        size: str = "A4",
        *,
        landscape: bool = False,
        leading: float = 0,
    ) -> Sheet:
        """Choose paper and print, and take the first page."""
        self.pdf = FPDF(orientation="landscape" if landscape else "portrait", unit="pt", format=size)
        self.pdf.core_fonts_encoding = "windows-1252"
        self.pdf.set_auto_page_break(False)
        self.points = points
        self.leading = leading or points * 1.35
        self.pdf.set_font(font, size=points)
        self.pdf.add_page()
        return self

    def at(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 0,
        bold: bool = False,
        align: str = "L",
        ink: tuple[int, int, int] = (0, 0, 0),
        twice: float = 0,
    ) -> None:
        """One line of text with its baseline at y; `R` ends at x, `C` is centred on it; `twice` prints it again."""
        text = self._misprinted(text)
        self.pdf.set_font(style="B" if bold else "", size=size or self.points)
        width = self.pdf.get_string_width(text) if align != "L" else 0.0
        left = x - (width if align == "R" else width / 2)
        self.pdf.set_text_color(*ink)
        self.pdf.text(left, y, text)
        if twice:
            self.pdf.text(left + twice, y, text)

    def block(self, x: float, y: float, text: str, **how: Any) -> float:
        """Several lines under each other; the y after them."""
        for line in text.split("\n"):
            self.at(x, y, line, **how)
            y += self.leading
        return y

    def pairs(self, x: float, y: float, pairs: Iterable[tuple[str, str]], *, to: float, **how: Any) -> float:
        """Labels at x with their values at `to`."""
        for label, value in pairs:
            self.at(x, y, label)
            self.at(to, y, value, **how)
            y += self.leading
        return y

    def boxes(
        self, x: float, y: float, widths: Sequence[float], pairs: Iterable[tuple[str, str]], height: float = 30
    ) -> None:
        """A row of boxes, each with a small label above its value."""
        for width, (label, value) in zip(widths, pairs, strict=True):
            self.box(x, y, width, height)
            self.at(x + 4, y + 10, label, size=7)
            self.at(x + 4, y + height - 6, value)
            x += width

    def box(self, x: float, y: float, width: float, height: float, grey: int | None = None) -> None:
        """A rectangle, drawn or filled."""
        if grey is None:
            self.pdf.rect(x, y, width, height)
        else:
            self.pdf.set_fill_color(grey)
            self.pdf.rect(x, y, width, height, style="F")

    def rule(self, x: float, y: float, to: float) -> None:
        """A horizontal line."""
        self.pdf.line(x, y, to, y)

    def headings(self, columns: Sequence[Column], y: float, **how: Any) -> float:
        """The headings of a table, their lowest lines on one level; the y after them."""
        deepest = max(column.heading.count("\n") for column in columns)
        for column in columns:
            top = y + self.leading * (deepest - column.heading.count("\n"))
            self.block(column.x, top, column.heading, align=column.align, **how)
        return y + self.leading * (deepest + 1)

    def table(
        self,
        columns: Sequence[str],
        y: float,
        rows: Iterable[Row],
        *,
        gap: float = 4,
        turn: Callable[[float], float] | None = None,
        bold: bool = True,
        lined: bool = False,
        comment_at: float | None = None,
    ) -> float:
        """Headings and rows; a cell may have several lines; a row that is one text is printed as a comment.

        `turn` is asked before each row where to go on (it may take a new page); `lined` draws a rule under each row.
        """
        places = [Column(text) for text in columns]
        left, right = min(one.x for one in places) - 25, max(one.x for one in places) + 25
        y = self.headings(places, y, bold=bold) + gap
        self.rule(left, y - self.leading, right)
        for row in rows:
            y = turn(y) if turn else y
            y = self._row(places, y, row, comment_at) + gap
            if lined:
                self.rule(left, y - self.leading, right)
        return y

    def _row(self, places: Sequence[Column], y: float, row: Row, comment_at: float | None) -> float:
        if isinstance(row, str):
            return self.block(comment_at if comment_at is not None else places[min(1, len(places) - 1)].x, y, row)
        ends = [self.block(one.x, y, cell, align=one.align) for one, cell in zip(places, row, strict=True) if cell]
        return max(ends, default=y)

    def sums(self, x: float, y: float, to: float, pairs: Iterable[tuple[str, str]], **how: Any) -> float:
        """Labels at x, figures ending at `to`."""
        for label, value in pairs:
            self.at(x, y, label, **how)
            self.at(to, y, value, align="R", **how)
            y += self.leading + 2
        return y

    def new_page(self) -> None:
        """The next page, of the same paper."""
        self.pdf.add_page()

    def _misprinted(self, text: str) -> str:
        old = self.misprint[0] if self.misprint else ""
        # A short figure has to be the whole text: "16" also stands in dates and telephone numbers.
        if self.misprint and (old == text or (len(old) > 4 and old in text)):
            text = text.replace(*self.misprint, 1)
            self.misprint = None
        return text

    def content(self) -> bytes:
        """The document's bytes."""
        if self.misprint:
            raise ValueError(f"{self.misprint[0]!r} is not printed, so it cannot be misprinted")
        return self.made or bytes(self.pdf.output())
