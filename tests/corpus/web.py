"""Papers as web pages: what programs print that draw their orders with HTML, a producer unlike the drawn corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.browsers import a_browser
from tests.corpus.case import CENT, Case, Item, Order

STYLE = """@page{margin:15mm} *{print-color-adjust:exact}
body{font:9pt 'Liberation Sans',Arial,sans-serif;margin:0} table{border-collapse:collapse}
td,th{vertical-align:top;text-align:left;padding:1mm} .w{width:100%} .r{text-align:right} .c{text-align:center}
.b td,.b th{border:1px solid #555}
.sums{margin:3mm 0 0 auto} .two{display:flex;justify-content:space-between}"""
Truth = dict[str, Any]


@dataclass(frozen=True)
class Printed:
    """A paper by the page it is printed from, which answers its HTML and its truth; marks as in `Case`."""

    draw: Callable[[], tuple[str, Truth]]
    doubt: tuple[str, ...] | None = None
    may_doubt: bool = False

    @property
    def name(self) -> str:
        """The page's name in words."""
        return self.draw.__name__.replace("_", " ")


@contextmanager
def printer():
    """A browser that prints: gives the case of a page. Raises ConfigError where there is no browser."""
    with a_browser() as browser:
        tab = browser.new_page()

        def printed(paper: Printed) -> Case:
            body, truth = paper.draw()
            tab.set_content(f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}")
            content = tab.pdf(prefer_css_page_size=True, format="A4")
            return Case(paper.name, content, truth, paper.doubt is not None, paper.doubt or (), paper.may_doubt)

        yield printed


def row(cells: Sequence[object], classes: Sequence[str] = (), tag: str = "td") -> str:
    """A row of a table."""
    marks = [*classes, *[""] * len(cells)]
    return (
        "<tr>"
        + "".join(f'<{tag} class="{mark}">{cell}</{tag}>' for cell, mark in zip(cells, marks, strict=False))
        + "</tr>"
    )


def table(headings: str, rows: Iterable[Sequence[object]], mark: str = "") -> str:
    """A table of goods. `headings`: parted by `|`, those over figures begin with `>`."""
    names = [name.strip() for name in headings.split("|")]
    classes = ["r" if name.startswith(">") else "" for name in names]
    head = row([name.removeprefix(">") for name in names], classes, "th")
    return f'<table class="w {mark}">{head}{"".join(row(cells, classes) for cells in rows)}</table>'


def each(order: Order, draw: Callable[[int, Item], str]) -> str:
    """The lines of an order one after the other, drawn with their place from 1."""
    return "".join(draw(place, one) for place, one in enumerate(order.items, 1))


def tax_of(amount: Decimal, rate: str) -> Decimal:
    """So many per cent of an amount, to cents."""
    return (amount * Decimal(rate) / 100).quantize(CENT, ROUND_HALF_UP)


def sums(*pairs: tuple[str, object]) -> str:
    """Totals under a table, at its right."""
    return '<table class="sums">' + "".join(row(pair, ("", "r")) for pair in pairs) + "</table>"


def pairs(*held: tuple[str, object]) -> str:
    """Labels with their values."""
    return '<table class="b">' + "".join(row(pair) for pair in held) + "</table>"
