"""Every way to read the headings of a document: which belong together, and what an unclear one may head.

Only the arithmetic of the lines decides between them (`goods`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bots.domain.reading.decks import Cell
from bots.domain.reading.words import Sheet
from bots.order_entry.readers.headings import Col
from bots.order_entry.readers.table import Heading, headings

_UNITS = re.compile(r"(?:units?|unidades|uds\.?|stuck|stk\.?|pcs\.?)")
_WEIGHT = re.compile(r"(?:total |net |theor\. )?(?:weight|gewicht|poids|peso|kg|tonnage|m2|m²|area|flache)")
_TRIED = 5  #: readings of the heading that are tried out
_FIGURES = (Col.QTY, Col.PRICE, Col.AMOUNT)


def choices(sheets: Sequence[Sheet]) -> list[tuple[Heading, ...]]:
    """Which headings belong together: those with the same columns, page after page."""
    found = [heading for sheet in sheets for heading in headings(sheet)]
    shapes: dict[tuple[frozenset[Col], bool], list[Heading]] = {}
    for heading in found:
        shapes.setdefault((heading.kinds, bool(heading.upper)), []).append(heading)
    best = sorted(shapes.values(), key=lambda group: -max(heading.worth for heading in group))
    return [variant for group in best[:_TRIED] for variant in _variants(_apart(group))]


def _variants(chosen: tuple[Heading, ...]) -> Iterator[tuple[Heading, ...]]:
    """Where two columns would be the quantity, the price or the amount: once with each of them, the other left out."""
    kinds = [cell.kind for cell in chosen[0].cells]
    doubled = next((kind for kind in _FIGURES if kinds.count(kind) > 1), None)
    if doubled is None:
        yield chosen
        yield from _unfamiliar(chosen)
        yield from _by_another_measure(chosen)
        return
    if doubled is Col.PRICE and not {Col.AMOUNT, Col.GROSS} & set(kinds):
        last = len(kinds) - 1 - kinds[::-1].index(doubled)  # `Unit Price … Nett Price`
        yield tuple(replace(heading, cells=_called(heading.cells, last, Col.AMOUNT)) for heading in chosen)
    for keep in range(kinds.count(doubled)):
        yield tuple(replace(heading, cells=_only(heading.cells, doubled, keep)) for heading in chosen)


def _unfamiliar(chosen: tuple[Heading, ...]) -> Iterator[tuple[Heading, ...]]:
    """Where quantity, price or amount has no heading: once with each unknown heading (`Cases`) as the one missing.

    Only the lines' own arithmetic can make such a reading the best.
    """
    kinds = [cell.kind for cell in chosen[0].cells]
    lacking = [kind for kind in _FIGURES if kind not in kinds]
    if len(lacking) != 1 or chosen[0].upper:
        return
    for place, kind in enumerate(kinds):
        if kind in {None, Col.OTHER}:
            yield tuple(replace(heading, cells=_called(heading.cells, place, lacking[0])) for heading in chosen)


def _by_another_measure(chosen: tuple[Heading, ...]) -> Iterator[tuple[Heading, ...]]:
    """Once with a column of weights as the quantity: steel is counted in pieces and paid by the kilogram."""
    cells = chosen[0].cells
    counted = next((place for place, cell in enumerate(cells) if cell.kind is Col.QTY), None)
    for place, cell in enumerate(cells):
        if counted is not None and cell.kind is Col.OTHER and _WEIGHT.match(cell.span.folded):
            yield tuple(
                replace(heading, cells=_called(_called(heading.cells, place, Col.QTY), counted, Col.OTHER))
                for heading in chosen
            )


def _called(cells: Sequence[Cell], place: int, kind: Col) -> tuple[Cell, ...]:
    return tuple(Cell(kind, cell.span) if index == place else cell for index, cell in enumerate(cells))


def _only(cells: Sequence[Cell], kind: Col, keep: int) -> tuple[Cell, ...]:
    """The headings with one of a kind kept; `Units` beside `Quantity` says what is counted."""
    places = [index for index, cell in enumerate(cells) if cell.kind is kind]
    return tuple(
        Cell(Col.UOM if kind is Col.QTY and _UNITS.fullmatch(cell.span.folded) else Col.OTHER, cell.span)
        if index in places and places.index(index) != keep
        else cell
        for index, cell in enumerate(cells)
    )


def _apart(group: Sequence[Heading]) -> tuple[Heading, ...]:
    held: list[Heading] = []
    for heading in group:
        if not held or held[-1].page != heading.page or heading.first > held[-1].last:
            held.append(heading)
    return tuple(held)
