"""The goods ordered: every way to read the table is tried, and the one whose figures agree is taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from bots.domain.evidence import Evidence
from bots.domain.numbers import Mark, readings
from bots.domain.orders import OrderLine
from bots.order_entry.readers.arithmetic import closes
from bots.order_entry.readers.figures import Figures, figures, money_text, numbers_in
from bots.order_entry.readers.headings import Col
from bots.order_entry.readers.items import LineDraft, heading_per, missing, numbers_of, read_item
from bots.order_entry.readers.lines import Body, Item, decks, gather, is_position, position_of
from bots.order_entry.readers.loose import loose_items
from bots.order_entry.readers.references import is_code
from bots.order_entry.readers.table import Cell, Heading, headings
from bots.order_entry.readers.words import Row, Sheet, Span

_TRIED = 5  #: readings of the heading that are tried out


@dataclass(frozen=True)
class Goods:
    """What was read of the table of goods."""

    lines: tuple[OrderLine, ...]
    evidence: dict[str, Evidence]
    doubts: tuple[str, ...]
    dates: tuple[tuple[Span, ...], ...]  #: per line, where a delivery date stands
    figures: Figures
    body: Body
    headings: tuple[Heading, ...]

    @property
    def first_row(self) -> int | None:
        """The row of the first page where the heading begins; None without a table on it."""
        return next((heading.first for heading in self.headings if heading.page <= 1), None)

    @property
    def heading_text(self) -> str:
        """All headings, for the currency they may name."""
        return " ".join(cell.span.text for heading in self.headings for cell in (*heading.cells, *heading.upper))


@dataclass(frozen=True)
class _Try:
    headings: tuple[Heading, ...]
    body: Body
    drafts: list[LineDraft]
    figures: Figures

    @property
    def perfect(self) -> bool:
        """Whether every line closes and says what is wanted: no other way to read the heading can do better."""
        return bool(self.drafts) and all(closes(draft.line) and _is_named(draft.line) for draft in self.drafts)

    @property
    def worth(self) -> float:
        states = [closes(draft.line) for draft in self.drafts]
        named = sum(_is_named(draft.line) for draft in self.drafts)
        whole = sum(draft.line.qty is not None for draft in self.drafts)
        heading = self.headings[0].worth if self.headings else 0.0
        unnamed = len(self.drafts) - named
        figures = 3.0 * states.count(True) - 0.5 * states.count(False) + 0.5 * whole
        return figures + 0.5 * named - 1.0 * unnamed + 0.2 * heading


def _is_named(line: OrderLine) -> bool:
    return bool(line.description or line.buyer_item or line.sku)


def read_goods(sheets: Sequence[Sheet]) -> Goods:
    """Read the lines of a document. Never raises: what cannot be read is missing, and doubted."""
    best: _Try | None = None
    for chosen in _choices(sheets):
        attempt = _attempt(sheets, chosen)
        best = attempt if best is None or attempt.worth > best.worth else best
        if best.perfect:
            break
    if best is None or not best.drafts:
        return _without_heading(sheets)
    return _goods(best)


def repeated_rows(sheets: Sequence[Sheet]) -> tuple[frozenset[int], frozenset[int]]:
    """`id` of the rows of letterheads and of footers: the same on most pages, with nothing else up to the edge."""
    places = Counter(_place(row) for sheet in sheets for row in sheet.rows)
    often = max(2, round(0.6 * len(sheets)))

    def same(row: Row) -> bool:
        return places[_place(row)] >= often

    heads = {id(row) for sheet in sheets for row in takewhile(same, sheet.rows)}
    feet = {id(row) for sheet in sheets for row in _foot(sheet, list(takewhile(same, sheet.rows[::-1])))}
    return frozenset(heads), frozenset(feet)


def _foot(sheet: Sheet, rows: list[Row]) -> list[Row]:
    """Of the repeated last rows (from below) those that a gap parts from what stands above: the rest may be goods."""
    while rows:
        place = len(sheet.rows) - len(rows)
        above = sheet.rows[place - 1] if place else None
        if rows[-1].top > 0.8 * sheet.page.height and (
            above is None or rows[-1].top - above.bottom > 1.2 * _high(above)
        ):
            return rows
        rows = rows[:-1]
    return rows


def _high(row: Row) -> float:
    return row.bottom - row.top


def _place(row: Row) -> tuple[str, int]:
    return re.sub(r"(?<![\w-])\d+(?![\w-])", "0", row.span.folded), round(row.top / 6)


def _choices(sheets: Sequence[Sheet]) -> list[tuple[Heading, ...]]:
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
    doubled = next((kind for kind in (Col.QTY, Col.PRICE, Col.AMOUNT) if kinds.count(kind) > 1), None)
    if doubled is None:
        yield chosen
        return
    for keep in range(kinds.count(doubled)):
        yield tuple(replace(heading, cells=_only(heading.cells, doubled, keep)) for heading in chosen)


def _only(cells: Sequence[Cell], kind: Col, keep: int) -> tuple[Cell, ...]:
    places = [index for index, cell in enumerate(cells) if cell.kind is kind]
    return tuple(
        Cell(Col.OTHER, cell.span) if index in places and places.index(index) != keep else cell
        for index, cell in enumerate(cells)
    )


def _apart(group: Sequence[Heading]) -> tuple[Heading, ...]:
    held: list[Heading] = []
    for heading in group:
        if not held or held[-1].page != heading.page or heading.first > held[-1].last:
            held.append(heading)
    return tuple(held)


def _attempt(sheets: Sequence[Sheet], chosen: tuple[Heading, ...]) -> _Try:
    body = gather(list(decks(sheets, chosen, *repeated_rows(sheets))))
    items = [item for item in body.items if item.priced or item.cells.get(Col.POSITION)]
    texts = [number for item in items for number in numbers_of(item)]
    texts += [number for row in body.summary for number in numbers_in(row.text)]
    settled = figures(texts)
    meaning = meanings(items)
    per = next(
        filter(None, (heading_per(cell.span.folded) for cell in chosen[0].cells if cell.kind is Col.PRICE)), None
    )
    if settled.sure:
        return _Try(chosen, body, _drafts(items, settled, meaning, per), settled)
    options = [
        _Try(chosen, body, _drafts(items, Figures(mark, sure=False), meaning, per), Figures(mark, sure=False))
        for mark in Mark
    ]
    dot, comma = options
    if _same(dot, comma) or dot.worth != comma.worth:
        best = dot if dot.worth >= comma.worth else comma
        return replace(best, figures=Figures(best.figures.mark, sure=True))
    return comma if _whole_amounts(comma) else dot


def _drafts(items: Sequence[Item], settled: Figures, meaning: dict[Col, Col], per: Decimal | None) -> list[LineDraft]:
    return [read_item(item, place, settled, meaning, per) for place, item in enumerate(items, 1)]


def _same(left: _Try, right: _Try) -> bool:
    return [draft.line for draft in left.drafts] == [draft.line for draft in right.drafts]


def _whole_amounts(attempt: _Try) -> bool:
    amounts = [draft.line.amount for draft in attempt.drafts if draft.line.amount is not None]
    return bool(amounts) and all(amount == amount.to_integral_value() for amount in amounts)


def meanings(items: Sequence[Item]) -> dict[Col, Col]:
    """What the columns turn out to be by what stands in them, where a heading can mean several things."""
    found: dict[Col, Col] = {}
    texts = {kind: [span.text for item in items if (span := item.first(kind))] for kind in Col}
    numbered = bool(texts[Col.POSITION]) and all(map(is_position, texts[Col.POSITION]))
    if texts[Col.POSITION] and (not numbered or not _rising(texts[Col.POSITION])):
        found[Col.POSITION] = Col.CODE if texts[Col.DESCRIPTION] or texts[Col.ITEM] else Col.DESCRIPTION
    if texts[Col.ITEM]:
        found[Col.ITEM] = _item_meaning(texts, numbered)
    if texts[Col.UOM] and not texts[Col.PRICE] and all(money_text(text) for text in texts[Col.UOM]):
        found[Col.UOM] = Col.PRICE
    code = Col.SKU if texts[Col.BUYER_ITEM] and not texts[Col.SKU] else Col.BUYER_ITEM
    found = {kind: code if meaning is Col.CODE else meaning for kind, meaning in found.items()}
    if texts[Col.CODE]:
        found[Col.CODE] = code
    return found


def _item_meaning(texts: dict[Col, list[str]], numbered: bool) -> Col:
    values = texts[Col.ITEM]
    if not numbered and all(map(is_position, values)) and _rising(values):
        return Col.POSITION
    if texts[Col.DESCRIPTION] or sum(map(is_code, values)) > len(values) / 2:
        return Col.CODE
    return Col.DESCRIPTION


def _rising(values: Sequence[str]) -> bool:
    numbers = [position_of(value) for value in values if is_position(value)]
    return all(left < right for left, right in zip(numbers, numbers[1:], strict=False)) and (
        not numbers or numbers[0] <= 1000
    )


def _goods(attempt: _Try) -> Goods:
    drafts = attempt.drafts
    lines = tuple(draft.line for draft in drafts)
    kinds = frozenset(kind for heading in attempt.headings for kind in heading.kinds)
    amounts = any(line.amount is not None for line in lines)
    prices = amounts or bool(kinds & {Col.PRICE}) or any(line.unit_price is not None for line in lines)
    doubts = [doubt for draft in drafts for doubt in missing(draft, prices, amounts)]
    if not prices and not amounts:
        doubts.append("no prices are printed: the order says what is wanted but not what it costs")
    doubts += _ambiguous(drafts, attempt.figures)
    doubts += _gaps(lines)
    doubts += _columns_lost(attempt)
    doubts += _numbering(lines, kinds)
    doubts += _unexplained(attempt.body)
    return Goods(
        lines, _evidence(drafts), tuple(doubts), tuple(tuple(draft.dates) for draft in drafts),
        attempt.figures, attempt.body, attempt.headings,
    )  # fmt: skip


def _evidence(drafts: Sequence[LineDraft]) -> dict[str, Evidence]:
    found: dict[str, Evidence] = {}
    for index, draft in enumerate(drafts):
        proven = closes(draft.line)
        for name, evidence in draft.evidence.items():
            path = f"lines[{index}].{'line' if name == 'position' else name}"
            doubted = proven is False and name in {"qty", "unit_price", "amount", "price_per", "discount_percent"}
            found[path] = replace(evidence, confidence=0.4) if doubted else evidence
    return found


def _ambiguous(drafts: Sequence[LineDraft], settled: Figures) -> list[str]:
    """Numbers with two readings that nothing decides: neither the rest of the document nor the line's arithmetic."""
    found = []
    for draft in drafts:
        if (settled.sure and not settled.mixed) or (settled.sure and closes(draft.line)):
            continue
        for name, text in draft.printed.items():
            values = readings(text)
            if len(values) > 1:
                either = " or ".join(f"{value:f}" for value in values)
                found.append(f"line {draft.line.position}: {name.replace('_', ' ')} {text!r} may be {either}")
    return found


def _gaps(lines: Sequence[OrderLine]) -> list[str]:
    """What some lines have and others lack: it may have been missed there."""
    found = []
    for name, word in (
        ("uom", "unit"),
        ("buyer_item", "article number"),
        ("sku", "article number of ours"),
        ("description", "description"),
    ):
        having = [line for line in lines if getattr(line, name)]
        if len(having) * 2 >= len(lines):
            found += [
                f"line {line.position}: no {word} was read, other lines have one"
                for line in lines
                if not getattr(line, name)
            ]
    return found


def _columns_lost(attempt: _Try) -> list[str]:
    """Headings that name something wanted with nothing under them, and columns whose heading says nothing known."""
    held = {kind for item in attempt.body.items for kind in item.cells}
    first = attempt.headings[0]
    ignored = {Col.OTHER, Col.TAX, Col.POSITION, Col.DISCOUNT, Col.PER}
    if any(draft.line.uom for draft in attempt.drafts):
        ignored.add(Col.UOM)
    found = [
        f"nothing was read under the heading {cell.span.text!r}"
        for cell in (*first.cells, *first.upper)
        if cell.kind and cell.kind not in held and cell.kind not in ignored
    ]
    unknown = {text for item in attempt.body.items for text in item.unknown}
    return found + [f"the column {text!r} of the table was not understood" for text in sorted(unknown)]


def _numbering(lines: Sequence[OrderLine], kinds: frozenset[Col]) -> list[str]:
    """Line numbers that skip or repeat: a line may have been missed."""
    numbers = [line.position for line in lines]
    steps = [right - left for left, right in zip(numbers, numbers[1:], strict=False)]
    found = []
    if steps and min(steps) <= 0:
        found.append(f"the line numbers do not rise: {', '.join(map(str, numbers))}")
    elif steps:
        step = min(steps)
        found += [
            f"no line between {left} and {right}, although the others are numbered by {step}: one may have been missed"
            for left, right in zip(numbers, numbers[1:], strict=False)
            if right - left != step
        ]
        if numbers[0] not in {step, 1, 0}:
            found.append(f"the first line is number {numbers[0]}: lines before it may have been missed")
    elif numbers and numbers[0] not in {0, 1, 10, 100}:
        found.append(f"the only line is number {numbers[0]}: lines before it may have been missed")
    return found


def _unexplained(body: Body) -> list[str]:
    found = []
    for item in body.items:
        if not item.priced and not item.cells.get(Col.POSITION):
            continue
        for row in item.rows:
            figure = _stray_figure(item, row)
            if figure:
                found.append(f"the figure {figure!r} on page {row.page} stands beside a line and belongs to no column")
    if body.last_open:
        found.append("the last line of the table has no figures: it may go on where nothing was found")
    return found


def _stray_figure(item: Item, row: Row) -> str | None:
    """Money in a row of an item that is not its priced row: a second price, a rebate, a schedule."""
    if row is item.priced:
        return None
    held = set(map(id, row.words))
    for kind in (Col.AMOUNT, Col.PRICE, Col.QTY):
        for span in item.cells.get(kind, []):
            if any(id(word) in held for word in span.words) and money_text(span.text):
                return span.text
    return None


def _without_heading(sheets: Sequence[Sheet]) -> Goods:
    """Lines recognised by their arithmetic alone: a row with q × p = a."""
    body, settled, drafts = loose_items(sheets)
    doubts = [doubt for draft in drafts for doubt in missing(draft, True, True)]
    if drafts:
        doubts.append("no heading of a table was found: the lines were recognised by their arithmetic only")
    else:
        doubts.append("no lines were found: neither a table nor a row where quantity times price gives an amount")
    lines = tuple(draft.line for draft in drafts)
    return Goods(lines, _evidence(drafts), tuple(doubts), tuple(() for _ in drafts), settled, body, ())
