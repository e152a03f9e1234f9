"""One item's cells as an order line, each value with its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import product

from bots.domain.numbers import readings
from bots.domain.orders import OrderLine
from bots.domain.reading.figures import Figures, money_text
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.arithmetic import closes, worked_out
from bots.order_entry.readers.body import Item
from bots.order_entry.readers.figures import price_text, quantity_text
from bots.order_entry.readers.headings import Col
from bots.order_entry.readers.line_draft import LineDraft, put
from bots.order_entry.readers.names import name_item
from bots.order_entry.readers.numbering import is_position, position_of
from bots.order_entry.readers.references import is_code, references

_HEADING_PER = re.compile(
    r"(?:/|×|\bx|\bper|\bpar|\bpour|\bpro|\bpor|\bje)\s*(?P<count>100|1000|1 000|1\.000|1,000)\b|(?P<cent>%)"
)
_DESCRIBES = re.compile(r"(?:description|designation|bezeichnung|beschreibung|descripcion|descrizione)\s*:\s*")
_UNIT_BELOW = re.compile(r"[^\W\d_]{1,8}\.?")  #: the unit in the row below its quantity
_PACKED = re.compile(r"\d+\s?[x×]\s?\d")  #: how much a pack holds: `6 x 1 kg` is no unit
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_TAX_MARK = re.compile(r"^(?P<number>.*\d)\s?[A-LN-Z*]$")


@dataclass(frozen=True)
class Told:
    """What the headings say beyond the kinds of columns: what a kind turned out to be, the price unit, whose article
    number stands above the description (`Supplier part / Description`), and which number stands under another."""

    meaning: dict[Col, Col]
    per: Decimal | None = None
    above: str = "buyer_item"
    second: Mapping[Col, Col] = field(default_factory=dict)
    numbered: bool = False  #: whether the heading says that a number stands above the description


def read_item(item: Item, place: int, figures: Figures, told: Told) -> LineDraft:
    """The line an item is, read by its cells and what the headings told."""
    cells: dict[Col, list[Span]] = {}
    for kind, spans in item.cells.items():
        under = told.second.get(kind)
        held = spans[:1] if under and len(spans) > 1 and is_code(spans[1].text) else spans
        cells.setdefault(told.meaning.get(kind, kind), []).extend(held)
        if under and len(held) < len(spans):
            cells.setdefault(under, []).extend(spans[1:])
    _texts_below_positions(cells)
    draft = LineDraft(OrderLine(position=place))
    _position(draft, cells)
    _quantity(draft, cells, item.priced, figures)
    _price(draft, cells, item.priced, figures, told.per)
    _amount(draft, cells, item.priced, figures)
    name_item(draft, cells, told.above, told.numbered or not cells.get(Col.SKU))
    _settle(draft, figures)
    return draft


def _texts_below_positions(cells: dict[Col, list[Span]]) -> None:
    """Rows of text that run across below a line's number are its description; `Description: …` tells which one is."""
    below = [span for span in cells.get(Col.POSITION, []) if not is_position(span.text)]
    if below and not cells.get(Col.DESCRIPTION):
        told = [part for span in below if (found := _DESCRIBES.match(span.folded)) and (part := span.part(found.end()))]
        dated = [span for span in below if any(entry.kind is Col.DATE for entry in references(span)[0])]
        cells[Col.DESCRIPTION] = [*told, *dated] if told else below
        cells[Col.POSITION] = [span for span in cells[Col.POSITION] if span not in below]


def numbers_of(item: Item) -> list[str]:
    """The printed numbers of an item's figures, to settle the decimal mark by."""
    found = []
    for kind, spans in item.cells.items():
        if kind in {Col.QTY, Col.PRICE, Col.AMOUNT, Col.GROSS}:
            found += [number for number in map(_number, spans) if number]
    return found


def _number(span: Span) -> str | None:
    price = price_text(span.text)
    quantity = quantity_text(span.text)
    return price.number if price else quantity.number if quantity else None


def heading_per(text: str) -> Decimal | None:
    """The price unit a heading names: 100 in `Price / 100`."""
    found = _HEADING_PER.search(text)
    if not found:
        return None
    return Decimal(100) if found["cent"] else Decimal(re.sub(r"\D", "", found["count"]))


def _priced_cell(cells: dict[Col, list[Span]], kind: Col, priced: Row | None) -> Span | None:
    """The cell of a kind in the priced row, else the first one."""
    spans = cells.get(kind, [])
    held = set(map(id, priced.words)) if priced else set()
    return next((span for span in spans if any(id(word) in held for word in span.words)), spans[0] if spans else None)


def _position(draft: LineDraft, cells: dict[Col, list[Span]]) -> None:
    span = next((span for span in cells.get(Col.POSITION, []) if is_position(span.text)), None)
    if span:
        put(draft, "position", position_of(span.text), span, "column:line")


def _quantity(draft: LineDraft, cells: dict[Col, list[Span]], priced: Row | None, figures: Figures) -> None:
    unit = _priced_cell(cells, Col.UOM, priced)
    if unit and any(c.isalpha() for c in unit.text) and not _PACKED.match(unit.text):
        put(draft, "uom", unit.text.strip(), unit, "column:unit")
    span = _priced_cell(cells, Col.QTY, priced)
    taken = quantity_text(span.text) if span else None
    if not span or not taken:
        return
    below = next((other for other in cells[Col.QTY] if _UNIT_BELOW.fullmatch(other.text)), None)
    if below and draft.line.uom is None:
        put(draft, "uom", below.text, below, "below the quantity", confidence=0.85)
    put(draft, "qty", figures.read(taken.number), span, "column:quantity")
    draft.printed["qty"] = taken.number
    if taken.unit and draft.line.uom is None:
        put(draft, "uom", taken.unit, span, "column:quantity")
    if taken.rest and any(c.isdigit() for c in taken.rest):
        draft.doubts.append(f"the quantity is printed as {span.text!r}: a person must say what the rest of it means")


def _price(
    draft: LineDraft, cells: dict[Col, list[Span]], priced: Row | None, figures: Figures, per: Decimal | None
) -> None:
    span = _priced_cell(cells, Col.PRICE, priced)
    taken = price_text(_bare(span.text)) if span else None
    if span and taken:
        put(draft, "unit_price", figures.read(taken.number), span, "column:price")
        draft.printed["unit_price"] = taken.number
        if taken.per and not _is_unit(taken.per_text, draft.line.uom):
            put(draft, "price_per", taken.per, span, "column:price")
        if taken.unit and draft.line.uom is None:
            put(draft, "uom", taken.unit, span, "column:price", confidence=0.8)
    unit = _priced_cell(cells, Col.PER, priced)
    count = price_text("0/" + _GROUPED.sub("", unit.text.strip(" /"))) if unit else None
    if unit and count and count.per:
        put(draft, "price_per", count.per, unit, "column:price unit")
    elif per and draft.line.unit_price is not None and draft.line.price_per is None and span:
        put(draft, "price_per", per, span, "heading:price", confidence=0.9)
    off = _priced_cell(cells, Col.DISCOUNT, priced)
    number = money_text(off.text.replace("%", "").strip()) if off else None
    value = figures.read(number) if number else None
    if off and value is not None:
        put(draft, "discount_percent", abs(value), off, "column:discount")


def _is_unit(printed: str | None, unit: str | None) -> bool:
    """Whether the `M` of `84,00 / M` is the unit the quantity is in, not a thousand of it."""
    return bool(printed and unit and printed.casefold() == unit.casefold())


def _bare(text: str) -> str:
    """A figure without the tax mark some programs print behind it (`57.60 T`)."""
    found = _TAX_MARK.match(text.strip())
    return found["number"] if found and money_text(text) is None and money_text(found["number"]) else text


def _amount(draft: LineDraft, cells: dict[Col, list[Span]], priced: Row | None, figures: Figures) -> None:
    for kind in (Col.AMOUNT, Col.GROSS):
        span = _priced_cell(cells, kind, priced)
        number = money_text(_bare(span.text)) if span else None
        if span and number:
            put(draft, "amount", figures.read(number), span, f"column:{kind.value}")
            draft.printed["amount"] = number
            return


def _settle(draft: LineDraft, figures: Figures) -> None:
    """If the line does not close, look whether it does under exactly one other reading of its numbers.

    Not where the document's other numbers prove the mark: then the line is wrong, not the reading.
    """
    if closes(draft.line) is not False or (figures.sure and not figures.mixed):
        return
    names = [name for name in ("qty", "unit_price", "amount") if name in draft.printed]
    choices = [[(name, value) for value in readings(draft.printed[name])] for name in names]
    fitting = {
        choice for choice in product(*choices)
        if closes(replace(draft.line, **dict(choice)))  # type: ignore[arg-type]
    }  # fmt: skip
    if len(fitting) == 1:
        draft.line = replace(draft.line, **dict(next(iter(fitting))))  # type: ignore[arg-type]


def missing(draft: LineDraft, has_prices: bool, has_amounts: bool) -> list[str]:
    """What a line lacks, in sentences."""
    line, name = draft.line, f"line {draft.line.position}"
    found = [] if closes(line) else [f"{name}: {doubt}" for doubt in draft.doubts]
    if line.qty is None:
        found.append(f"{name}: no quantity could be read")
    elif line.qty <= 0:
        found.append(f"{name}: the quantity is {line.qty:f}; an order asks for more than nothing")
    if has_prices and line.unit_price is None:
        found.append(f"{name}: no price could be read")
    elif line.unit_price == 0:
        found.append(f"{name}: the price is printed as 0; the real one may stand in a note or nowhere")
    if has_amounts and line.amount is None:
        value = worked_out(line)
        hint = f" (it would be {value:f})" if value is not None else ""
        found.append(f"{name}: no amount could be read{hint}")
    if not (line.buyer_item or line.sku or line.gtin or line.description):
        found.append(f"{name}: nothing says which article is meant")
    return found
