"""The rows below a heading grouped into items: the priced row, and the text that belongs to it above or below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bots.domain.dates import read_date
from bots.domain.paper import Ruling
from bots.domain.reading.lanes import Column, in_columns
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.body import BETWEEN, NAMES, NUMBERS, SUMMARY, Body, Deck, Item, begins
from bots.order_entry.readers.cells import cells_of, figures_of, multiplies
from bots.order_entry.readers.headings import Col, column_kind
from bots.order_entry.readers.numbering import is_position
from bots.order_entry.readers.sums import has_money, many_totals, only_totals, over_a_total, total_beside
from bots.order_entry.readers.table import TEXTS

_NOTES = (
    r"(?:terms|conditions|payment|notes?|remarks?|comments?|instructions?|special instructions|authori[sz]ed|"
    r"signature|signed|please|merci|bitte|"
    r"por favor|conditions generales|zahlungs\w*|lieferbedingung\w*|bemerkung\w*|remarque|observaci\w+|approved by|"
    r"thank you|page \d|seite \d|"
    r"delivery address|ship to|bill to|lieferanschrift|lieferadresse|adresse de livraison|freundliche|"
    r"mit freundlichen|cordialement|incoterms?)"
)


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
        self.across: dict[int, Sequence[Ruling]] = {}
        self.ended = False
        self.summed = False  #: a total has been printed: a page without a heading after it holds no goods

    def page(self, part: Deck) -> None:
        self.ended = False
        kinds = {column.kind for column in (*part.lower, *part.upper)}
        self.positions = Col.POSITION in kinds
        self.part = part
        self.across[part.sheet.number] = part.sheet.page.across
        if self.summed and not part.headed:
            return
        for row in part.rows:
            if not self.ended:
                self.row(row, part)
            elif begins(row, (*SUMMARY, *BETWEEN)):
                self.body.summary.append(row)
            elif self._goes_on(row):
                self.ended = self.summed = False
                self.row(row, part)

    def _goes_on(self, row: Row) -> bool:
        """Whether a row after a sum is an item all the same: the sum was a line's or a group's own."""
        found = cells_of(row, self.part)
        named = bool(NAMES & found.keys()) and (Col.POSITION in found or not self.positions)
        return named and figures_of(found) >= {Col.QTY, Col.PRICE, Col.AMOUNT} and multiplies(found)

    def row(self, row: Row, part: Deck) -> None:
        found = cells_of(row, part)
        figures = figures_of(found)
        text = row.phrases[0] if row.phrases else row.span
        whole = figures & {Col.QTY, Col.PRICE, Col.AMOUNT}
        named = bool(NAMES & found.keys()) or Col.POSITION in found
        if len(whole) < 3 and (total_beside(row) or many_totals(row)):
            self.summed_up(row)
        elif self.priced_already() and _is_schedule(found, whole):
            self._add(row, {Col.DATE: found[Col.DESCRIPTION]})
        elif not named and len(whole) >= 2 and self.priced_already():
            self.summed_up(row) if begins(row, SUMMARY) else self.body.summary.append(row)
        elif len(whole) == 3 or (len(whole) == 2 and Col.QTY in whole and not only_totals(row)):
            self.priced(row, found)
        elif vocabulary.start(vocabulary.CARRIED).match(text.folded) or begins(row, (vocabulary.CARRIED,)):
            self.body.carried.append(row)
        elif begins(row, BETWEEN) and not self._tells_of_the_item(row, part):
            self.flush()
            self.body.summary.append(row)
        elif (begins(row, SUMMARY) and has_money(row)) or (not figures and over_a_total(row)):
            self.summed_up(row)
        elif self._starts_item(found, figures):
            self.priced(row, found) if figures & {Col.QTY, Col.AMOUNT, Col.PRICE} else self.opened(row, found)
        else:
            self.text(row, found, part)

    def _tells_of_the_item(self, row: Row, part: Deck) -> bool:
        """Whether a row below an item's words is one of its own: `Packaging: MIL-STD-2073`, `Charge mit Zeugnis`."""
        label = any(vocabulary.whole(pattern).match(row.span.folded) for pattern in BETWEEN)
        told = not label and not has_money(row) and _text_lane(row, part) is not None
        return told and self.item is not None and not self._is_far(row)

    def summed_up(self, row: Row) -> None:
        """A sum ends the goods."""
        self.flush()
        self.body.summary.append(row)
        self.ended = self.summed = True

    def priced_already(self) -> bool:
        """Whether nothing waits for figures: then figures without a name are no line."""
        return self.item is not None and self.item.priced is not None and not self.pending

    def _starts_item(self, found: dict[Col, Span], figures: set[Col]) -> bool:
        position = found.get(Col.POSITION)
        if position and is_position(position.text):
            return True
        named = bool(NAMES & found.keys())
        return named and not self.positions and bool(figures & {Col.QTY, Col.PRICE})

    def priced(self, row: Row, found: dict[Col, Span]) -> None:
        opens = Col.POSITION in found or not self.positions
        if self.item and self.item.priced is None and (not opens or not self.positions):
            self._give_all()
        else:
            self._divide(row, bool(NAMES & found.keys()))
        item = self._add(row, found)
        item.priced = row
        item.unknown |= self.unknown(row)

    def unknown(self, row: Row) -> set[str]:
        """The headings nobody knows under which this row has words."""
        lower = in_columns(row, self.part.lower)
        return {
            column.heading.text
            for index, column in enumerate(self.part.lower)
            if index in lower and column.kind is Col.OTHER and column_kind(column.heading.folded) is None
            if not any(character.isdigit() for character in column.heading.text)  # words beside the table, no heading
        }

    def opened(self, row: Row, found: dict[Col, Span]) -> None:
        self._divide(row)
        self._add(row, found)

    def _add(self, row: Row, found: dict[Col, Span]) -> Item:
        """Give a row to the open item."""
        item = self.item or Item()
        item.take(found)
        item.rows.append(row)
        self.body.used.add(id(row))
        return item

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
            for line in self.across.get(upper.page, ())
        )

    def _last_number(self) -> int | None:
        """Where the last article number stands among the text waiting: figures without a name belong to it."""
        numbered = [index for index, (_, cells) in enumerate(self.pending) if NUMBERS & cells.keys()]
        return numbered[-1] if numbered else None

    def _cut(self, rows: Sequence[Row], named: bool) -> int:
        """How many of the rows between two prices belong to the upper one.

        Cut at the only line drawn across, else at the widest gap, if one is wider. Where none is, or a page ends
        between: figures without a name take the last number waiting, or what the new page began with; else text
        stands where it stood before: below its price unless it has been seen above.
        """
        ruled = [index for index, pair in enumerate(pairwise(rows)) if self._ruled(*pair)]
        if len(ruled) == 1:
            return ruled[0]
        gaps = [lower.top - upper.top for upper, lower in pairwise(rows)]
        turn = next((i for i, (a, b) in enumerate(pairwise(rows)) if a.page != b.page), None)
        waiting = len(rows) - 2
        if turn is None:
            widest = max(range(len(gaps)), key=lambda index: gaps[index])
            if gaps[widest] > 1.18 * max(gap for index, gap in enumerate(gaps) if index != widest):
                return widest
        numbered = self._last_number()
        if not named and numbered is not None:
            return numbered
        if not named and turn is not None:
            return turn
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
        if self.item and self._is_far(row):
            self.body.loose.append(row)
            self.ended = True
            return
        self.pending.append((row, found))

    def _last(self) -> Row | None:
        if self.pending:
            return self.pending[-1][0]
        return self.item.rows[-1] if self.item and self.item.rows else None

    def _is_far(self, row: Row) -> bool:
        """Whether a wide gap parts this text from the items: then it is a note after the table."""
        last = self._last()
        begun = self.item is not None and self.item.rows[-1].page == row.page
        return bool(last and begun and last.page == row.page and row.top - last.bottom > 2.5 * (row.bottom - row.top))

    def flush(self) -> None:
        """Give the text waiting to the item above it."""
        if self.item:
            self._give_all()
        self.pending = []

    def finish(self) -> None:
        self.flush()
        if self.item and self.item.priced is None:
            self.body.last_open = True


def _is_schedule(found: dict[Col, Span], figures: set[Col]) -> bool:
    """Whether a row only says how many of the line above come when: `04 May 2026 … 200 EA`."""
    names = NAMES & found.keys()
    if figures != {Col.QTY} or names != {Col.DESCRIPTION} or Col.POSITION in found:
        return False
    day = read_date(found[Col.DESCRIPTION].text)
    return bool(day and not found[Col.DESCRIPTION].text[day.end :].strip(" .:"))


def _text_lane(row: Row, part: Deck) -> Column | None:
    """The text column a row of words begins in; None when it begins anywhere else, as a note does."""
    texts = [column for column in (*part.lower, *part.upper) if column.kind in TEXTS]
    x0 = row.words[0].x0
    return next((column for column in texts if column.left - 2 <= x0 < column.right), None)
