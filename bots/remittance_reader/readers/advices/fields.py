"""Paid documents as blocks of fields: `Invoice number: …`, `Invoice date: …`, `Amount paid: …`, again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bots.domain.reading.lanes import Column
from bots.domain.reading.words import Row, Sheet, Span
from bots.remittance_reader.readers.advices.amounts import amount_in
from bots.remittance_reader.readers.advices.entries import Body, Cells, LineRows
from bots.remittance_reader.readers.advices.headings import Col, column_kind
from bots.remittance_reader.readers.advices.references import reference_in

_FIGURES = (Col.GROSS, Col.DISCOUNT, Col.DEDUCTION, Col.NET, Col.AMOUNT)


@dataclass
class _Block:
    """The fields of one document: our number first, then what is said of it."""

    number: Span
    rows: list[Row]
    fields: list[tuple[Col, Span, Span]] = field(default_factory=list)  #: kind, label, value


def field_body(sheets: Sequence[Sheet]) -> Body | None:
    """The documents of a paper without a list; None when fewer than one block has a number and an amount."""
    blocks = [block for block in _blocks(sheets) if any(kind in _FIGURES for kind, _, _ in block.fields)]
    if not blocks:
        return None
    body = Body()
    for block in blocks:
        body.used |= {id(row.words[0]) for row in block.rows}
        body.lines.append(LineRows(_cells(block), [block.number]))
    return body


def _blocks(sheets: Sequence[Sheet]) -> Iterator[_Block]:
    block: _Block | None = None
    for row in (row for sheet in sheets for row in sheet.rows):
        told = _field(row)
        number = reference_in(told[2]) if told and told[0] is Col.INVOICE else None
        if number:
            if block:
                yield block
            block = _Block(number, [row])
        elif block and told and _fits(block, told) and _near(block.rows[-1], row):
            block.fields.append(told)
            block.rows.append(row)
        elif block:
            yield block
            block = None
    if block:
        yield block


def _field(row: Row) -> tuple[Col, Span, Span] | None:
    """A row that is one label and its value."""
    colon = row.text.find(":")
    if colon > 0:
        label, value = row.span.part(0, colon), row.span.part(colon + 1)
    elif len(row.phrases) == 2:
        label, value = row.phrases
    else:
        return None
    kind = column_kind(label.folded) if label and value else None
    return (kind, label, value) if kind and label and value else None


def _fits(block: _Block, told: tuple[Col, Span, Span]) -> bool:
    """Whether a field is one of this document: its date or an amount, once."""
    kind, _, value = told
    fits = (
        amount_in(value) is not None
        if kind in _FIGURES
        else kind in {Col.DATE, Col.REASON, Col.ORDER, Col.OTHER, Col.TEXT}
    )
    return fits and kind not in {held for held, _, _ in block.fields if held in {*_FIGURES, Col.DATE}}


def _near(above: Row, below: Row) -> bool:
    return above.page == below.page and below.top - above.bottom < 1.2 * (above.bottom - above.top)


def _cells(block: _Block) -> Cells:
    entries = [(Col.INVOICE, block.number, block.number), *block.fields]
    table = tuple(Column(kind, label, float(n), float(n + 1)) for n, (kind, label, _) in enumerate(entries))
    return Cells(block.rows[0], table, {n: value for n, (_, _, value) in enumerate(entries)}, 0)
