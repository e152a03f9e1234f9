"""A sheet of paper to draw on: the few strokes the demo's letterheads and tables are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from fpdf import FPDF

Colour = tuple[int, int, int]
Side = Literal["left", "right", "centre"]
BLACK: Colour = (0, 0, 0)
GREY: Colour = (110, 110, 110)


@dataclass(frozen=True)
class Column:
    """A table column: its heading and where it lies, millimetres from the left edge."""

    heading: str
    left: float
    right: float
    side: Side = "left"

    @property
    def anchor(self) -> float:
        """Where its text begins, ends or is centred."""
        return {"left": self.left, "right": self.right, "centre": (self.left + self.right) / 2}[self.side]


class Sheet:
    """A PDF in millimetres from the top-left corner, with the standard fonts and nothing that changes by the hour.

    The same strokes make the same bytes: `day` stands in for the clock.
    """

    def __init__(self, title: str, day: date, font: str = "helvetica", paper: str = "a4", maker: str = "") -> None:
        self._pdf = FPDF(unit="mm", format=paper)
        self._pdf.set_auto_page_break(False)
        self._pdf.core_fonts_encoding = "cp1252"
        self._pdf.set_creation_date(datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
        self._pdf.set_title(title)
        self._pdf.set_producer(maker)
        self._font = font
        self.page()

    @property
    def width(self) -> float:
        """The page's width."""
        return float(self._pdf.w)

    def page(self) -> None:
        """Begin another page."""
        self._pdf.add_page()

    def say(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        style: str = "",
        *,
        side: Side = "left",
        colour: Colour = BLACK,
        font: str | None = None,
    ) -> float:
        """Put one line of text with its base line at `y`; returns its width."""
        self._pdf.set_font(font or self._font, style, size)
        self._pdf.set_text_color(*colour)
        width = float(self._pdf.get_string_width(text))
        self._pdf.text(x - {"left": 0.0, "right": width, "centre": width / 2}[side], y, text)
        return width

    def lines(self, x: float, y: float, texts: Iterable[str], size: float = 9, leading: float = 4.4, style: str = "",
              side: Side = "left", colour: Colour = BLACK) -> float:  # fmt: skip
        """Put lines of text one under the other; returns the base line after the last."""
        for text in texts:
            self.say(x, y, text, size, style, side=side, colour=colour)
            y += leading
        return y

    def row(self, columns: Sequence[Column], texts: Sequence[str], y: float, size: float = 9, style: str = "",
            colour: Colour = BLACK) -> None:  # fmt: skip
        """Put one text into each column."""
        for column, text in zip(columns, texts, strict=True):
            if text:
                self.say(column.anchor, y, text, size, style, side=column.side, colour=colour)

    def headings(self, columns: Sequence[Column], y: float, size: float = 8.5, style: str = "B",
                 colour: Colour = BLACK) -> None:  # fmt: skip
        """Put the columns' headings."""
        self.row(columns, [column.heading for column in columns], y, size, style, colour)

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.2, colour: Colour = BLACK) -> None:
        """A straight line."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(width)
        self._pdf.line(x0, y0, x1, y1)

    def box(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.2, colour: Colour = BLACK,
            fill: Colour | None = None) -> None:  # fmt: skip
        """A rectangle, drawn unless `width` is 0, filled if `fill` is given."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(width)
        if fill:
            self._pdf.set_fill_color(*fill)
        style = ("D" if width else "") + ("F" if fill else "")
        self._pdf.rect(x0, y0, x1 - x0, y1 - y0, style=style)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """A filled circle round (x, y)."""
        self._pdf.set_fill_color(*fill)
        self._pdf.ellipse(x - radius, y - radius, 2 * radius, 2 * radius, style="F")

    def polygon(self, points: Sequence[tuple[float, float]], fill: Colour) -> None:
        """A filled shape."""
        self._pdf.set_fill_color(*fill)
        self._pdf.polygon(points, style="F")

    def wrapped(self, text: str, width: float, size: float, style: str = "") -> list[str]:
        """The text broken into lines no wider than `width`."""
        self._pdf.set_font(self._font, style, size)
        return _broken(text.split(), lambda words: float(self._pdf.get_string_width(words)) <= width)

    def content(self) -> bytes:
        """The finished file."""
        return bytes(self._pdf.output())


def _broken(words: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
