"""The rows under the headings gathered: lines with what continues them, sums, and rows nobody understands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bots.domain.reading.lanes import Column, in_columns
from bots.domain.reading.words import Row, Span
from bots.remittance_reader.readers.advices.amounts import Amount, amount_in
from bots.remittance_reader.readers.advices.headings import Col, ideas_of
from bots.remittance_reader.readers.advices.references import is_fragment, is_reference, reference_in, shape
from bots.remittance_reader.readers.advices.rows import Sum, label_of
from bots.remittance_reader.readers.advices.table import AMOUNTS, NUMBERS, Part

_MONEY = frozenset({*AMOUNTS, Col.DISCOUNT, Col.DEDUCTION})
_WORDS = (Col.TEXT, Col.REASON, Col.TYPE)


@dataclass(frozen=True)
class Cells:
    """One row in its columns."""

    row: Row
    table: tuple[Column, ...]
    held: dict[int, Span]
    number: int | None  #: which column holds our number

    def first(self, *kinds: Col) -> Span | None:
        """The first filled cell of these kinds."""
        return next((self.held[i] for i, c in enumerate(self.table) if c.kind in kinds and i in self.held), None)

    def money(self, *kinds: Col) -> list[tuple[Column, Amount]]:
        """The amounts in the columns of these kinds, from left to right."""
        found = [(column, amount_in(self.held.get(i))) for i, column in enumerate(self.table) if column.kind in kinds]
        return [(column, amount) for column, amount in found if amount]

    @property
    def reference(self) -> Span | None:
        """The number in its column; of words that stand apart there, those that have the form of one."""
        cell = self.number_cell
        if cell is None:
            return None
        found = [reference for phrase in self._apart(cell) if (reference := reference_in(phrase))]
        return found[0] if len(found) == 1 else reference_in(cell)

    def _apart(self, cell: Span) -> list[Span]:
        """The parts of a cell that stand in phrases of their own."""
        held = set(map(id, cell.words))
        groups = [[word for word in phrase.words if id(word) in held] for phrase in self.row.phrases]
        return [Span.of(group) for group in groups if group]

    @property
    def numbers_apart(self) -> bool:
        """Whether two numbers stand apart where one should."""
        cell = self.number_cell
        return cell is not None and sum(reference_in(part) is not None for part in self._apart(cell)) > 1

    @property
    def number_cell(self) -> Span | None:
        return self.held.get(self.number) if self.number is not None else None

    @property
    def garbled(self) -> tuple[str, ...]:
        """Cells with figures, in columns of amounts, that are no amount: two of them, or one cut in two."""
        held = [(self.held.get(i), column.kind) for i, column in enumerate(self.table)]
        return tuple(
            span.text for span, kind in held
            if span and kind in _MONEY and amount_in(span) is None and sum(sign.isdigit() for sign in span.text) > 1
        )  # fmt: skip

    @property
    def words(self) -> Span | None:
        """What the row says beside its amounts and its document's date."""
        amounts = {id(word) for _, amount in self.money(*_MONEY) for word in amount.span.words}
        kept = [word for word in self.row.words if id(word) not in amounts]
        return Span.of(kept) if any(sign.isalpha() for word in kept for sign in word.text) else None


@dataclass
class LineRows:
    """The rows of one line: the one with its amounts, the number's pieces, and the rows that take something off."""

    cells: Cells
    reference: list[Span] = field(default_factory=list)
    extras: list[Cells] = field(default_factory=list)
    notes: list[Span] = field(default_factory=list)
    loose_piece: Span | None = None  #: what may be the rest of the number, or another
    last_row: Row | None = None

    def near(self, row: Row) -> bool:
        """Whether a row stands close enough below to go on with this line."""
        above = self.last_row or self.cells.row
        return above.page == row.page and row.top - above.bottom < 1.6 * (above.bottom - above.top)


@dataclass
class Body:
    """Everything under the headings."""

    lines: list[LineRows] = field(default_factory=list)
    sums: list[tuple[Sum, Cells]] = field(default_factory=list)
    later: list[Cells] = field(default_factory=list)  #: rows with an amount below the first total
    odd: list[Row] = field(default_factory=list)  #: rows with an amount that nobody understands
    used: set[int] = field(default_factory=set)  #: `id` of the first word of each row that is something here
    doubts: list[str] = field(default_factory=list)


def number_column(table: Sequence[Column]) -> tuple[int | None, str | None]:
    """Which column holds our number, and a doubt when two could."""
    for kind in NUMBERS:
        found = [index for index, column in enumerate(table) if column.kind is kind]
        if found:
            named = [i for i in found if "invoice" in (ideas_of(table[i].heading.folded) or ())]
            best = (named or found)[0]
            rivals = [table[i].heading.text for i in found if i != best] if len(named) != 1 else []
            if kind in {Col.REFERENCE, Col.NUMBER}:
                rivals += [c.heading.text for c in table if c.kind is Col.DOCUMENT]
            doubt = f"our number may stand under {table[best].heading.text!r} or {rivals[0]!r}" if rivals else None
            return best, doubt
    return None, None


class Gatherer:
    """Goes down the rows and keeps what each is."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.body = Body()
        self.closed = False
        self.pending: Span | None = None
        self.tables = {id(part.columns): number_column(part.columns) for part in parts}
        self.body.doubts = list(dict.fromkeys(doubt for _, doubt in self.tables.values() if doubt))
        self.parts = parts
        every = list(self._all_cells())
        self.cents = self._prints_cents(every)
        self.usual = self._usual_shape(every)

    def gather(self) -> Body:
        """The body of the parts."""
        for cells in self._all_cells():
            self._take(cells)
        return self.body

    def _all_cells(self) -> Iterator[Cells]:
        for part in self.parts:
            number, _ = self.tables[id(part.columns)]
            for row in part.rows:
                yield Cells(row, part.columns, in_columns(row, part.columns), number)

    @staticmethod
    def _prints_cents(every: Sequence[Cells]) -> bool:
        amounts = [amount for cells in every if cells.reference for _, amount in cells.money(*_MONEY)]
        paper = any(
            cells.row.page for cells in every
        )  # a cell of a sheet is certain; on paper a figure may be anything
        return paper and sum(amount.has_cents for amount in amounts) > 0.6 * len(amounts)

    def _usual_shape(self, every: Sequence[Cells]) -> str | None:
        """The form most whole numbers have."""
        shapes = Counter(
            shape(cells.reference.text) for cells in every if cells.reference and self._money(cells, *AMOUNTS)
        )
        return shapes.most_common(1)[0][0] if shapes else None

    def _money(self, cells: Cells, *kinds: Col) -> list[tuple[Column, Amount]]:
        return [entry for entry in cells.money(*kinds) if entry[1].has_cents or not self.cents]

    def _take(self, cells: Cells) -> None:
        label = label_of(cells.row)
        amounts = self._money(cells, *_MONEY)
        reference = cells.reference
        if label and not (reference and cells.first(Col.DATE) and amounts):
            self._sum(label[0], cells)
        elif reference and self._money(cells, *AMOUNTS):
            self._line(cells, reference)
        elif cells.number is None and cells.first(Col.ORDER, Col.PAYER_DOCUMENT) and self._money(cells, *AMOUNTS):
            self._line(cells, None)  # the list holds the payer's own numbers only
        elif amounts:
            self._amounts_only(cells)
        else:
            self._text(cells)

    def _use(self, cells: Cells) -> None:
        self.body.used.add(id(cells.row.words[0]))

    def _sum(self, kind: Sum, cells: Cells) -> None:
        self._use(cells)
        self.pending = None
        if kind is not Sum.CARRIED:
            self.body.sums.append((kind, cells))
        self.closed = self.closed or kind in {Sum.TOTAL, Sum.PAYMENT}

    def _line(self, cells: Cells, reference: Span | None) -> None:
        if self.closed and not self._like_the_others(cells):
            return
        self.closed = False
        self._use(cells)
        pieces = [self.pending, reference] if self.pending and self.pending.text.endswith(("-", "/", "_")) else []
        self.pending = None
        pieces = pieces or [reference]
        self.body.lines.append(LineRows(cells, [piece for piece in pieces if piece]))

    def _like_the_others(self, cells: Cells) -> bool:
        if not self.body.lines:
            return True
        last = self.body.lines[-1].cells
        needed = {Col.DATE, Col.TYPE} & {c.kind for i, c in enumerate(last.table) if i in last.held}
        filled = {c.kind for i, c in enumerate(cells.table) if i in cells.held}
        return needed <= filled and len(self._money(cells, *_MONEY)) >= min(2, len(self._money(last, *_MONEY)))

    def _amounts_only(self, cells: Cells) -> None:
        words = cells.words
        if self.pending and is_reference(self.pending.text) and not cells.number_cell and self._money(cells, *AMOUNTS):
            self._line(cells, self.pending)
        elif words is None and not cells.first(*NUMBERS, Col.DATE):
            self._use(cells)
            self.body.sums.append((Sum.TOTAL, cells))  # figures alone, under their columns: sums without a word
        elif self.closed or not self.body.lines:
            self.body.later.append(cells)
        else:
            self._use(cells)
            self.body.lines[-1].extras.append(cells)
            self.body.lines[-1].last_row = cells.row

    def _text(self, cells: Cells) -> None:
        """A row of words: a piece of the number above or below, or a note."""
        piece = cells.number_cell
        last = self.body.lines[-1] if self.body.lines else None
        if self.closed:
            return
        if piece and is_fragment(piece.text) and self._continues(last, cells, piece):
            return
        if piece and (is_reference(piece.text) or piece.text.endswith(("-", "/", "_"))) and len(cells.held) == 1:
            self.pending = piece
            self._use(cells)
        elif last and last.near(cells.row):
            last.notes.append(cells.row.span)
            last.last_row = cells.row
            self._use(cells)

    def _continues(self, last: LineRows | None, cells: Cells, piece: Span) -> bool:
        """Take a piece of the number above, when it is one."""
        if last is None or not last.near(cells.row):
            return False
        before = "".join(part.text for part in last.reference)
        signed = before.endswith(("-", "/", "_", ".")) or piece.text.startswith(("-", "/", "_"))
        fits = shape(before + piece.text) == self.usual and shape(before) != self.usual
        if signed or fits:
            last.reference.append(piece)
            last.last_row = cells.row
            self._use(cells)
            return True
        another = shape(piece.text) in {self.usual, shape(before)}
        if len(cells.held) == 1 and re.search(r"\d", piece.text) and shape(before) != self.usual and not another:
            last.loose_piece = piece
        return False
