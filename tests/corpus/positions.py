"""A page on which words are put at places, as report generators do: with fpdf2, whatever order they come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Self

from babel.dates import get_month_names
from fpdf import FPDF

from tests.corpus.case import Notation, Order

Paper = tuple[bytes, dict[str, Any]]
ZA = Notation(".", " ")
MONTHS = {tongue: list(get_month_names(locale=tongue).values()) for tongue in ("de", "fr")} | {
    "es": ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"],
}


def day(iso: str | None, form: str = "%d/%m/%Y") -> str:
    """A date as the paper prints it; `*de` is the month's name in German."""
    value = date.fromisoformat(iso or "")
    for tongue, names in MONTHS.items():
        form = form.replace("*" + tongue, names[value.month - 1])
    return value.strftime(form).replace("~", str(value.day))


class Sheet(FPDF):
    """Puts words at places, in millimetres, as a report generator does."""

    def __init__(self, maker: str, paper: str = "A4", way: Any = "portrait", face: str = "Helvetica") -> None:
        super().__init__(way, "mm", paper)
        self.core_fonts_encoding = "cp1252"
        self.set_auto_page_break(False)
        self.set_creation_date(datetime(2026, 4, 22, 8, 30, tzinfo=UTC))
        self.set_creator(maker)
        self.face = face
        self.add_page()

    def put(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        style: str = "",
        to: str = "L",
        face: str = "",
        space: float = 0,
    ) -> Self:
        """One piece of text, its baseline at y, from, up to or around x."""
        if not text:
            return self
        self.set_font(face or self.face, style, size)
        self.set_char_spacing(space)
        width = self.get_string_width(text)
        self.text(x - {"L": 0, "C": width / 2, "R": width}[to], y, text)
        return self

    def block(self, x: float, y: float, lines: Iterable[str], lead: float = 4.2, **look: Any) -> Self:
        """Lines under one another."""
        for place, text in enumerate(lines):
            self.put(x, y + place * lead, text, **look)
        return self

    def cells(self, y: float, marks: str, texts: Sequence[str | None], **look: Any) -> Self:
        """A row: marks as `12L 80R`."""
        for mark, text in zip(marks.split(), texts, strict=True):
            self.put(float(mark[:-1]), y, text or "", to=mark[-1], **look)
        return self

    def rows(
        self, y: float, step: float, marks: str, table: Iterable[Sequence[str | None]], last: str = "", **look: Any
    ) -> Self:
        """Rows under one another, the last in a style of its own."""
        rows = list(table)
        for place, texts in enumerate(rows):
            self.cells(
                y + place * step, marks, texts, **look | ({"style": last} if last and place == len(rows) - 1 else {})
            )
        return self

    def band(self, x: float, y: float, w: float, h: float, grey: int = 232) -> Self:
        """A shaded stripe."""
        self.set_fill_color(grey)
        return self.box(x, y, w, h, "F")

    def box(self, x: float, y: float, w: float, h: float, style: Any = "D") -> Self:
        """A frame."""
        self.rect(x, y, w, h, style)
        return self

    def rule(self, *ends: float) -> Self:
        """A line."""
        self.line(*ends)
        return self


def done(pdf: Sheet, order: Order, **other: Any) -> Paper:
    """The paper and its truth."""
    return bytes(pdf.output()), order.truth(**other)


def only_name(order: Order) -> dict[str, str]:
    """The buyer for a paper that prints a tax number of which one may argue whether it is a VAT id."""
    return {name: value for name, value in (("name", order.name), ("country", order.country)) if value}
