"""The goods ordered: every way to read the table is tried, and the one whose figures agree is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bots.domain.evidence import Evidence
from bots.domain.numbers import Mark, readings
from bots.domain.orders import OrderLine
from bots.domain.reading.decks import Cell
from bots.domain.reading.figures import Figures, figures, money_text, numbers_in
from bots.domain.reading.furniture import repeated_rows
from bots.domain.reading.words import Sheet, Span
from bots.order_entry.readers.arithmetic import closes
from bots.order_entry.readers.body import Body, Item, decks
from bots.order_entry.readers.cards import card_body
from bots.order_entry.readers.choices import choices
from bots.order_entry.readers.figures import WITHOUT_CENTS, told_by_amounts
from bots.order_entry.readers.headings import Col, column_kind
from bots.order_entry.readers.items import Told, heading_per, missing, numbers_of, read_item
from bots.order_entry.readers.line_doubts import gaps, numbering, struck_out, unexplained
from bots.order_entry.readers.line_draft import LineDraft
from bots.order_entry.readers.lines import gather
from bots.order_entry.readers.loose import loose_items
from bots.order_entry.readers.meaning import meanings
from bots.order_entry.readers.sentences import sentence_body
from bots.order_entry.readers.table import NUMBERED, Heading, decks_of


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
    for chosen in choices(sheets):
        attempt = _attempt(sheets, chosen)
        best = attempt if best is None or attempt.worth > best.worth else best
        if best.perfect:
            break
    if best is None or not best.drafts:
        cards = _by_body(card_body(sheets))
        if not cards.drafts:
            return _without_heading(sheets)
        best = cards
    return _goods(best, struck_out(sheets, best.body))


def _by_body(body: Body) -> _Try:
    """Items that were not found under headings, read like those that were."""
    settled = figures(number for item in body.items for number in numbers_of(item))
    return _Try((), body, _drafts(body.items, settled, _told(body.items, ())), settled)


def _attempt(sheets: Sequence[Sheet], chosen: tuple[Heading, ...]) -> _Try:
    body = gather(list(decks(sheets, chosen, *repeated_rows(sheets))))
    items = [item for item in body.items if item.priced or item.cells.get(Col.POSITION)]
    texts = [number for item in items for number in numbers_of(item)]
    texts += [number for row in body.summary for number in numbers_in(row.text)]
    settled = figures(texts)
    told = _told(items, chosen)
    whole = not settled.sure and not settled.mixed and WITHOUT_CENTS.search(sheets[0].text)
    mark = told_by_amounts(_amounts(items)) if whole else None
    if mark:
        settled = Figures(mark, sure=True)
    if settled.sure:
        return _Try(chosen, body, _drafts(items, settled, told), settled)
    options = [
        _Try(chosen, body, _drafts(items, Figures(mark, sure=False), told), Figures(mark, sure=False)) for mark in Mark
    ]
    dot, comma = options
    if _same(dot, comma) or dot.worth != comma.worth:
        best = dot if dot.worth >= comma.worth else comma
        return replace(best, figures=Figures(best.figures.mark, sure=True))
    return comma if _whole_amounts(comma) else dot


def _amounts(items: Sequence[Item]) -> list[str]:
    spans = [span for item in items for kind in (Col.AMOUNT, Col.GROSS) for span in item.cells.get(kind, [])]
    return [number for number in (money_text(span.text) for span in spans) if number]


def _told(items: Sequence[Item], chosen: Sequence[Heading]) -> Told:
    cells = [cell for heading in chosen[:1] for cell in (*heading.cells, *heading.upper)]
    per = next(filter(None, (heading_per(cell.span.folded) for cell in cells if cell.kind is Col.PRICE)), None)
    described = [cell for cell in cells if cell.kind is Col.DESCRIPTION]
    piled = {column_kind(text) for cell in described for text in decks_of(cell)}
    ours = Col.SKU in piled
    return Told(meanings(items), per, "sku" if ours else "buyer_item", _second(cells), bool(piled & NUMBERED))


def _second(cells: Sequence[Cell]) -> dict[Col, Col]:
    """Columns with a number over another: whose the second is."""
    pairs = [[column_kind(text) for text in decks_of(cell)] for cell in cells if cell.kind in NUMBERED]
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2 and pair[0] and pair[1] in NUMBERED - {pair[0]}}


def _drafts(items: Sequence[Item], settled: Figures, told: Told) -> list[LineDraft]:
    return [read_item(item, place, settled, told) for place, item in enumerate(items, 1)]


def _same(left: _Try, right: _Try) -> bool:
    return [draft.line for draft in left.drafts] == [draft.line for draft in right.drafts]


def _whole_amounts(attempt: _Try) -> bool:
    amounts = [draft.line.amount for draft in attempt.drafts if draft.line.amount is not None]
    return bool(amounts) and all(amount == amount.to_integral_value() for amount in amounts)


def _goods(attempt: _Try, struck: Sequence[str]) -> Goods:
    """The chosen reading with everything about it that is unsure."""
    drafts = attempt.drafts
    lines = tuple(draft.line for draft in drafts)
    kinds = frozenset(kind for heading in attempt.headings for kind in heading.kinds)
    amounts = any(line.amount is not None for line in lines)
    prices = amounts or bool(kinds & {Col.PRICE}) or any(line.unit_price is not None for line in lines)
    doubts = [doubt for draft in drafts for doubt in missing(draft, prices, amounts)]
    if not prices and not amounts:
        doubts.append("no prices are printed: the order says what is wanted but not what it costs")
    doubts += _ambiguous(drafts, attempt.figures)
    doubts += gaps(lines)
    doubts += _columns_lost(attempt)
    doubts += numbering(lines)
    doubts += [*unexplained(attempt.body), *struck]
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


def _columns_lost(attempt: _Try) -> list[str]:
    """Headings that name something wanted with nothing under them, and columns whose heading says nothing known."""
    held = {kind for item in attempt.body.items for kind in item.cells}
    cells = [cell for heading in attempt.headings[:1] for cell in (*heading.cells, *heading.upper)]
    ignored = {Col.OTHER, Col.TAX, Col.POSITION, Col.DISCOUNT, Col.PER}
    if Col.POSITION in held:
        ignored.add(Col.ITEM)
    if any(draft.line.uom for draft in attempt.drafts):
        ignored.add(Col.UOM)
    found = [
        f"nothing was read under the heading {cell.span.text!r}"
        for cell in cells
        if cell.kind and cell.kind not in held and cell.kind not in ignored
    ]
    unknown = {text for item in attempt.body.items for text in item.unknown}
    return found + [f"the column {text!r} of the table was not understood" for text in sorted(unknown)]


def _without_heading(sheets: Sequence[Sheet]) -> Goods:
    """Lines recognised by their arithmetic alone: a row with q × p = a."""
    body, settled, drafts = loose_items(sheets)
    written = _by_body(sentence_body(sheets)) if not drafts else None
    if written and written.drafts:
        return _goods(written, ["the lines were read from sentences: a person must compare them"])
    doubts = [doubt for draft in drafts for doubt in missing(draft, True, True)]
    if drafts:
        doubts.append("no heading of a table was found: the lines were recognised by their arithmetic only")
    else:
        doubts.append("no lines were found: neither a table nor a row where quantity times price gives an amount")
    lines = tuple(draft.line for draft in drafts)
    return Goods(lines, _evidence(drafts), tuple(doubts), tuple(() for _ in drafts), settled, body, ())
