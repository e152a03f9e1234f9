"""The rows below a heading grouped into items: the priced row, and the text that belongs to it above or below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bots.adapters.pdf import Ruling
from bots.domain.numbers import looks_numeric
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.figures import money_text, numbers_in, price_text, quantity_text
from bots.order_entry.readers.headings import Col, column_kind
from bots.order_entry.readers.table import Column, Heading, columns, in_columns
from bots.order_entry.readers.words import Row, Sheet, Span

_SUMMARY = (vocabulary.NET, vocabulary.GROSS, vocabulary.TOTAL, vocabulary.TAX)
_NUMBERS = {Col.CODE, Col.SKU, Col.BUYER_ITEM, Col.ITEM}
_NAMES = _NUMBERS | {Col.DESCRIPTION}
_TOTALS = (vocabulary.TOTAL, vocabulary.NET, vocabulary.GROSS, vocabulary.SUBTOTAL)
_BETWEEN = (vocabulary.SUBTOTAL, vocabulary.CHARGES, vocabulary.DISCOUNT)
_NOTES = (
    r"(?:terms|conditions|payment|notes?|remarks?|comments?|instructions?|special instructions|authori[sz]ed|signature|signed|please|merci|bitte|"
    r"por favor|conditions generales|zahlungs\w*|lieferbedingung\w*|bemerkung\w*|remarque|observaci\w+|approved by|thank you|page \d|seite \d|"
    r"delivery address|ship to|bill to|lieferanschrift|lieferadresse|adresse de livraison|freundliche|mit freundlichen|cordialement|incoterms?)"
)


@dataclass
class Item:
    """The rows of one item while they are being gathered: cells by kind of column, in reading order."""

    cells: dict[Col, list[Span]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    priced: Row | None = None
    unknown: set[str] = field(default_factory=set)  #: headings of its columns that say nothing known

    def take(self, found: dict[Col, Span]) -> None:
        for kind, span in found.items():
            self.cells.setdefault(kind, []).append(span)

    def first(self, kind: Col) -> Span | None:
        held = self.cells.get(kind)
        return held[0] if held else None


@dataclass
class Body:
    """What stood under the headings: items, and the rows that are none of an item's."""

    items: list[Item] = field(default_factory=list)
    summary: list[Row] = field(default_factory=list)  #: totals, charges, discounts
    carried: list[Row] = field(default_factory=list)
    loose: list[Row] = field(default_factory=list)  #: text between items
    used: set[int] = field(default_factory=set)  #: `id` of each row that belongs to an item or a heading
    last_open: bool = False  #: the last item began but never showed a figure


@dataclass(frozen=True)
class Deck:
    """One deck of columns over some rows of one page."""

    sheet: Sheet
    rows: tuple[Row, ...]
    lower: tuple[Column, ...]
    upper: tuple[Column, ...] = ()


def decks(
    sheets: Sequence[Sheet], chosen: Sequence[Heading], letterheads: frozenset[int], footers: frozenset[int]
) -> Iterator[Deck]:
    """The rows under each heading; a page without one carries on under the last heading's columns."""
    last: Deck | None = None
    for sheet in sheets:
        here = [heading for heading in chosen if heading.page == sheet.number]
        if not here and last:
            rows = _carried_on([row for row in sheet.rows if id(row) not in letterheads | footers])
            yield Deck(sheet, rows, last.lower, last.upper)
        for index, heading in enumerate(here):
            end = here[index + 1].first if index + 1 < len(here) else len(sheet.rows)
            rows = tuple(row for row in sheet.rows[heading.last + 1 : end] if id(row) not in footers)
            sample = _until_totals(rows)
            down = sheet.page.down
            last = Deck(
                sheet, rows, columns(heading.cells, sample, down),
                columns(heading.upper, sample, down) if heading.upper else (),
            )  # fmt: skip
            yield last


def _carried_on(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a page without a heading, from the first that carries figures, or stands close above it."""
    first = next((i for i, row in enumerate(rows) if sum(looks_numeric(w.text) for w in row.words) >= 2), 0)
    while first > 0 and rows[first].top - rows[first - 1].bottom < 0.9 * (rows[first].bottom - rows[first].top):
        first -= 1
    return tuple(rows[first:])


def _until_totals(rows: Sequence[Row]) -> list[Row]:
    held: list[Row] = []
    for row in rows:
        if held and _begins(row, _TOTALS):
            break
        held.append(row)
    return held


def _begins(row: Row, patterns: Sequence[str]) -> bool:
    first = next((phrase for phrase in row.phrases if any(c.isalpha() for c in phrase.text)), None)
    return first is not None and any(vocabulary.start(pattern).match(first.folded) for pattern in patterns)


def gather(parts: Sequence[Deck]) -> Body:
    """Walk down the rows of all pages and group them into items."""
    body = Body()
    walk = _Walk(body)
    for part in parts:
        walk.page(part)
    walk.finish()
    return body


class _Walk:
    """The state of walking down a table: the open item, and text not yet given to an item."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.item: Item | None = None
        self.pending: list[tuple[Row, dict[Col, Span]]] = []
        self.stands = {"above": False, "below": False}  #: where text has been seen to stand beside a price
        self.ended = False

    def page(self, part: Deck) -> None:
        self.ended = False
        kinds = {column.kind for column in (*part.lower, *part.upper)}
        self.positions = Col.POSITION in kinds
        self.part = part
        for row in part.rows:
            if not self.ended:
                self.row(row, part)
            elif _begins(row, (*_SUMMARY, *_BETWEEN)):
                self.body.summary.append(row)

    def row(self, row: Row, part: Deck) -> None:
        found, upper = _cells(row, part)
        figures = _figures(found)
        text = row.phrases[0] if row.phrases else row.span
        whole = figures & {Col.QTY, Col.PRICE, Col.AMOUNT}
        named = bool(_NAMES & found.keys()) or Col.POSITION in found
        if not named and len(whole) >= 2 and self.priced_already():
            self.body.summary.append(row)
        elif len(whole) == 3 or (len(whole) == 2 and Col.QTY in whole and not _only_totals(row)):
            self.priced(row, found)
        elif vocabulary.start(vocabulary.CARRIED).match(text.folded) or _begins(row, (vocabulary.CARRIED,)):
            self.body.carried.append(row)
        elif _begins(row, _BETWEEN):
            self.flush()
            self.body.summary.append(row)
        elif (_begins(row, _SUMMARY) and _has_money(row)) or _many_totals(row):
            self.flush()
            self.body.summary.append(row)
            self.ended = True
        elif self._starts_item(found, figures):
            self.priced(row, found) if figures & {Col.QTY, Col.AMOUNT, Col.PRICE} else self.opened(row, found)
        else:
            self.text(row, found, part)

    def priced_already(self) -> bool:
        """Whether nothing waits for figures: then figures without a name are no line."""
        return self.item is not None and self.item.priced is not None and not self.pending

    def _starts_item(self, found: dict[Col, Span], figures: set[Col]) -> bool:
        position = found.get(Col.POSITION)
        if position and is_position(position.text):
            return True
        named = bool(_NAMES & found.keys())
        return named and not self.positions and bool(figures & {Col.QTY, Col.PRICE})

    def priced(self, row: Row, found: dict[Col, Span]) -> None:
        opens = Col.POSITION in found or not self.positions
        if self.item and self.item.priced is None and (not opens or not self.positions):
            self._give_all()
        else:
            self._divide(row, bool(_NAMES & found.keys()))
        assert self.item is not None
        self.item.priced = row
        self.item.unknown |= self.unknown(row)
        self._add(row, found)

    def unknown(self, row: Row) -> set[str]:
        """The headings nobody knows under which this row has words."""
        lower = in_columns(row, self.part.lower)
        return {
            column.heading.text
            for index, column in enumerate(self.part.lower)
            if index in lower and column.kind is Col.OTHER and column_kind(column.heading.folded) is None
        }

    def opened(self, row: Row, found: dict[Col, Span]) -> None:
        self._divide(row)
        self._add(row, found)

    def _add(self, row: Row, found: dict[Col, Span]) -> None:
        assert self.item is not None
        self.item.take(found)
        self.item.rows.append(row)
        self.body.used.add(id(row))

    def _divide(self, row: Row, named: bool = True) -> None:
        """Start a new item; the text rows waiting go to the item above or to the new one."""
        cut = len(self.pending) if self.item else 0
        if self.item and self.pending:
            around = [self.item.rows[-1], *(entry for entry, _ in self.pending), row]
            cut = self._cut(around, named)
        below, above = self.pending[:cut], self.pending[cut:]
        for entry, cells in below:
            self._add(entry, cells)
        self.stands["above"] |= bool(above)
        self.stands["below"] |= bool(below)
        self.item = Item()
        self.body.items.append(self.item)
        for entry, cells in above:
            self._add(entry, cells)
        self.pending = []

    def _ruled(self, upper: Row, lower: Row) -> bool:
        """Whether a line is drawn between two rows, over most of what stands in them."""
        if upper.page != lower.page:
            return False
        x0, x1 = min(upper.words[0].x0, lower.words[0].x0), max(upper.words[-1].x1, lower.words[-1].x1)
        middle, reach = (upper.bottom + lower.top) / 2, max(2.0, (lower.top - upper.bottom) / 2 + 1)
        return any(
            abs(line.at - middle) <= reach and min(line.end, x1) - max(line.start, x0) > 0.6 * (x1 - x0)
            for line in self.part.sheet.page.across
        )

    def _last_name(self) -> int:
        """Where the text begins that figures without a name belong to: at the last article number waiting."""
        numbered = [index for index, (_, cells) in enumerate(self.pending) if _NUMBERS & cells.keys()]
        return numbered[-1] if numbered else max(0, len(self.pending) - 1)

    def _cut(self, rows: Sequence[Row], named: bool) -> int:
        """How many of the rows between two prices belong to the upper one.

        Cut at the only line drawn across, else at the widest gap, if one is wider. Where none is, or a page ends
        between: figures without a name take the last name waiting, else text stands where it stood before: below its
        price unless it has been seen above.
        """
        ruled = [index for index, pair in enumerate(zip(rows, rows[1:], strict=False)) if self._ruled(*pair)]
        if len(ruled) == 1:
            return ruled[0]
        gaps = [lower.top - upper.top for upper, lower in zip(rows, rows[1:], strict=False)]
        turn = next((i for i, (a, b) in enumerate(zip(rows, rows[1:], strict=False)) if a.page != b.page), None)
        waiting = len(rows) - 2
        if turn is None:
            widest = max(range(len(gaps)), key=lambda index: gaps[index])
            if gaps[widest] > 1.18 * max(gap for index, gap in enumerate(gaps) if index != widest):
                return widest
        if not named:
            return self._last_name()
        if not self.stands["above"]:
            return waiting
        if not self.stands["below"]:
            return 0
        return turn if turn is not None else waiting // 2

    def _give_all(self) -> None:
        for entry, cells in self.pending:
            self._add(entry, cells)
        self.pending = []

    def text(self, row: Row, found: dict[Col, Span], part: Deck) -> None:
        lane = _text_lane(row, part)
        if lane is None or vocabulary.start(_NOTES).match(row.span.folded):
            self.body.loose.append(row)
            return
        if self.item and self._cut_off(row, part.sheet.page.across):
            self.body.loose.append(row)
            self.ended = self._is_far(row)
            return
        self.pending.append((row, found))

    def _last(self) -> Row | None:
        if self.pending:
            return self.pending[-1][0]
        return self.item.rows[-1] if self.item and self.item.rows else None

    def _is_far(self, row: Row) -> bool:
        last = self._last()
        begun = self.item is not None and self.item.rows[-1].page == row.page
        return bool(last and begun and last.page == row.page and row.top - last.bottom > 2.5 * (row.bottom - row.top))

    def _cut_off(self, row: Row, across: Sequence[Ruling]) -> bool:
        """Whether a wide gap parts this text from the items: then it is a note after the table."""
        return self._is_far(row)

    def flush(self) -> None:
        """Give the text waiting to the item above it."""
        if self.item:
            self._give_all()
        self.pending = []

    def finish(self) -> None:
        self.flush()
        if self.item and self.item.priced is None:
            self.body.last_open = True


def is_position(text: str) -> bool:
    """Whether a text is a line number: `1`, `010`, `1.`, `1.2`."""
    return bool(re.fullmatch(r"\d{1,6}(?:\.0+)?", text.strip(" .)")))


def position_of(text: str) -> int:
    """The line number a text is (see `is_position`)."""
    return int(text.strip(" .)").partition(".")[0])


def _cells(row: Row, part: Deck) -> tuple[dict[Col, Span], bool]:
    """The row's words by kind of column, under the deck that fits it better."""
    lower = _by_kind(row, part.lower)
    if not part.upper:
        return lower, False
    upper = _by_kind(row, part.upper)
    if len(_figures(lower) & {Col.QTY, Col.PRICE, Col.AMOUNT}) >= 2:
        return lower, False
    return upper, True


def _by_kind(row: Row, table: Sequence[Column]) -> dict[Col, Span]:
    found: dict[Col, Span] = {}
    for index, span in in_columns(row, table).items():
        kind = table[index].kind
        if kind is not Col.OTHER and kind not in found:
            found[kind] = span
    unit = found.get(Col.UOM)
    if unit and Col.QTY not in found and quantity_text(unit.text):
        found[Col.QTY] = found.pop(Col.UOM)
    return found


def _figures(found: dict[Col, Span]) -> set[Col]:
    """The columns whose cell in this row holds a figure of the right form."""
    held = set()
    if Col.QTY in found and quantity_text(found[Col.QTY].text):
        held.add(Col.QTY)
    if Col.PRICE in found and price_text(found[Col.PRICE].text):
        held.add(Col.PRICE)
    held |= {kind for kind in (Col.AMOUNT, Col.GROSS) if kind in found and money_text(found[kind].text)}
    return held


def _only_totals(row: Row) -> bool:
    first = row.phrases[0]
    return any(
        vocabulary.whole(pattern).match(first.folded)
        for pattern in (*_SUMMARY, vocabulary.SUBTOTAL, vocabulary.CARRIED)
    )


def _many_totals(row: Row) -> bool:
    """Whether labels of totals stand side by side, their amounts below."""
    return sum(any(vocabulary.whole(p).match(phrase.folded) for p in _TOTALS) for phrase in row.phrases) >= 2


def _has_money(row: Row) -> bool:
    return bool(money_text(row.phrases[-1].text)) or bool(numbers_in(row.phrases[-1].text.rsplit(":", 1)[-1]))


def _text_lane(row: Row, part: Deck) -> Column | None:
    """The text column a row of words begins in; None when it begins anywhere else, as a note does."""
    texts = [
        column for column in (*part.lower, *part.upper)
        if column.kind in {Col.DESCRIPTION, Col.ITEM, Col.CODE, Col.SKU, Col.BUYER_ITEM, Col.GTIN}
    ]  # fmt: skip
    x0 = row.words[0].x0
    return next((column for column in texts if column.left - 2 <= x0 < column.right), None)
