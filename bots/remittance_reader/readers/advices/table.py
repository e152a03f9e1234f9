"""Where an advice lists what is paid: the headings on each page, the columns below them, the rows in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bots.domain.reading.decks import Cell, row_cells, stacked, whole_phrases, woven
from bots.domain.reading.lanes import Column, figure_words
from bots.domain.reading.words import Row, Sheet
from bots.remittance_reader.readers.advices.crowded import uncrowded
from bots.remittance_reader.readers.advices.headings import NAMING, Col, column_kind, ideas_of
from bots.remittance_reader.readers.advices.rows import is_sum

NUMBERS = (Col.INVOICE, Col.REFERENCE, Col.DOCUMENT, Col.NUMBER)
AMOUNTS = (Col.NET, Col.AMOUNT, Col.GROSS, Col.DEBIT, Col.CREDIT)
_TEXTS = frozenset({*NUMBERS, Col.PAYER_DOCUMENT, Col.ORDER, Col.TYPE, Col.TEXT, Col.REASON, Col.OTHER, None})


@dataclass(frozen=True)
class Heading:
    """The heading of a table on one page: its cells, and the rows `first` to `last` of the sheet it takes."""

    page: int
    first: int
    last: int
    cells: tuple[Cell, ...]

    @property
    def kinds(self) -> frozenset[Col]:
        return frozenset(Col(cell.kind) for cell in self.cells if cell.kind)

    @property
    def worth(self) -> float:
        """How much it looks like the heading of a list of paid documents."""
        unknown = sum(cell.kind is None for cell in self.cells)
        twice = sum(cell.kind is not None for cell in self.cells) - len(self.kinds)
        return len(self.kinds) + 0.5 * len(self.kinds & {*AMOUNTS, Col.INVOICE}) - 0.4 * unknown - 0.3 * twice

    @property
    def is_table(self) -> bool:
        numbered = self.kinds & {*NUMBERS, Col.ORDER, Col.PAYER_DOCUMENT}
        unknown = sum(cell.kind is None for cell in self.cells)
        return bool(numbered and self.kinds & {*AMOUNTS}) and self.worth >= 2.2 and unknown < len(self.kinds)

    @property
    def is_payments_own(self) -> bool:
        """Whether it heads a box about the payment (`Check number`, `Pay date`, `Payment amount`), no list."""
        return sum("payment" in (ideas_of(cell.span.folded) or ()) for cell in self.cells) > 1

    @property
    def form(self) -> tuple[tuple[object, int], ...]:
        """What tells that two pages carry the same table: its kinds of columns and their places."""
        return tuple((cell.kind, round(cell.span.x0 / 4)) for cell in self.cells)


@dataclass(frozen=True)
class Part:
    """The rows under one heading on one page, and the columns they stand in."""

    sheet: Sheet
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    headed: bool = True  #: whether the page has a heading of its own, or goes on under the one before


def headings(sheet: Sheet) -> list[Heading]:
    """The headings on a page from top to bottom, the best way to read each."""
    found: list[Heading] = []
    for index in range(len(sheet.rows)):
        if found and index <= found[-1].last:
            continue
        best = _best(sheet, index)
        if best and not any(
            (later := _best(sheet, row)) and later.worth > best.worth for row in range(index + 1, best.last + 1)
        ):
            found.append(best)
    return found


def _best(sheet: Sheet, index: int) -> Heading | None:
    """The best heading that begins with a row; None when none does."""
    options = [_mended(option) for option in _options(sheet, index)]
    return max((option for option in options if option.is_table), key=lambda option: option.worth, default=None)


def _mended(heading: Heading) -> Heading:
    """The heading with words put together that a narrow cell broke (`Kürzungsgrun` `d`)."""
    cells = [
        Cell(cell.kind or column_kind("".join(cell.span.folded.split())), cell.span)
        if len(cell.span.words) > 1
        else cell
        for cell in heading.cells
    ]
    return replace(heading, cells=tuple(cells))


def _options(sheet: Sheet, index: int) -> Iterator[Heading]:
    decks: list[tuple[Cell, ...]] = []
    for last in range(index, min(index + 3, len(sheet.rows))):
        row = sheet.rows[last]
        if _is_no_heading(row) or (decks and not _follows(sheet.rows[last - 1], row)):
            return
        decks.append(row_cells(row, NAMING))
        rows = sheet.rows[index : last + 1]
        if len(decks) == 1:
            yield Heading(sheet.number, index, last, decks[0])
        else:
            yield Heading(sheet.number, index, last, stacked(decks, NAMING))
            yield Heading(sheet.number, index, last, stacked([whole_phrases(row, NAMING) for row in rows], NAMING))
            yield Heading(sheet.number, index, last, woven(rows, NAMING))


def _is_no_heading(row: Row) -> bool:
    figures = any(sum(sign.isdigit() for sign in word.text) > 1 and "%" not in word.text for word in row.words)
    return figures or (len(row.phrases) == 1 and len(row.words) > 15) or ":" in row.text


def _follows(above: Row, below: Row) -> bool:
    return below.top - above.bottom < 0.65 * (below.bottom - below.top)


@dataclass(frozen=True)
class Lists:
    """The parts of a paper that list documents, and `id` of the rows that are their headings."""

    parts: tuple[Part, ...]
    heads: frozenset[int]


def lists(sheets: Sequence[Sheet], furniture: frozenset[int]) -> Lists:
    """The rows under each heading; a page without one goes on under the columns of the page before."""
    chosen = [(sheet, _alike(headings(sheet))) for sheet in sheets]
    bodies = [(sheet, list(_bodies(sheet, found, furniture))) for sheet, found in chosen]
    samples: dict[object, list[Row]] = {}
    for _, held in bodies:
        for heading, rows in held:
            samples.setdefault(heading.form, []).extend(_until_sums(rows))
    made: list[Part] = []
    for sheet, held in bodies:
        if not held and made:
            made.append(Part(sheet, _carried_on(sheet, furniture), made[-1].columns, headed=False))
        for heading, rows in held:
            table = uncrowded(heading.cells, samples[heading.form], sheet.page.down, _TEXTS)
            made += _side_by_side(Part(sheet, rows, table))
    heads = {id(row) for sheet, found in chosen for one in found for row in sheet.rows[one.first : one.last + 1]}
    return Lists(tuple(made), frozenset(heads))


def says_paid(parts: Sequence[Part]) -> bool:
    """Whether the list has a column of what is paid and none of what is still owed: only a payer knows that."""
    found = [set(ideas_of(column.heading.folded) or ()) for part in parts for column in part.columns]
    what = {"amount", "net", "paid", "reference", "number"}
    paid = any(ideas & {"paid", "payment"} and ideas & what for ideas in found)
    return paid and not any(ideas & {"balance"} for ideas in found)


def _alike(found: list[Heading]) -> list[Heading]:
    """Headings that are worth nearly as much as the best: a box with a date and an amount is no table beside one."""
    lists_documents = [heading for heading in found if not heading.is_payments_own]
    found = lists_documents or found
    best = max((heading.worth for heading in found), default=0.0)
    named = any(heading.kinds & {*NUMBERS[:3]} for heading in found)
    return [
        heading for heading in found
        if heading.worth >= 0.55 * best and (heading.kinds & {*NUMBERS[:3]} or not named)
    ]  # fmt: skip


def _bodies(
    sheet: Sheet, found: Sequence[Heading], furniture: frozenset[int]
) -> Iterator[tuple[Heading, tuple[Row, ...]]]:
    for index, heading in enumerate(found):
        end = found[index + 1].first if index + 1 < len(found) else len(sheet.rows)
        yield heading, tuple(row for row in sheet.rows[heading.last + 1 : end] if id(row) not in furniture)


def _until_sums(rows: Sequence[Row]) -> list[Row]:
    held: list[Row] = []
    for row in rows:
        if held and is_sum(row):
            break
        held.append(row)
    return held


def _carried_on(sheet: Sheet, furniture: frozenset[int]) -> tuple[Row, ...]:
    rows = [row for row in sheet.rows if id(row) not in furniture]
    first = next((index for index, row in enumerate(rows) if figure_words(row) >= 1), len(rows))
    while first > 0 and rows[first - 1].bottom > rows[min(first, len(rows) - 1)].top - 12:
        first -= 1
    return tuple(rows[first:])


def _side_by_side(part: Part) -> list[Part]:
    """A table printed twice beside itself (cheque stubs) as two, each with its own columns and words."""
    places = [index for index, column in enumerate(part.columns) if column.kind == part.columns[0].kind]
    repeats = [
        index for index in places if part.columns[index].heading.folded == part.columns[0].heading.folded
    ]  # fmt: skip
    if len(repeats) < 2 or part.columns[0].kind not in {*NUMBERS, Col.DATE, Col.TYPE}:
        return [part]
    found = []
    for start, end in zip(repeats, [*repeats[1:], len(part.columns)], strict=True):
        table = part.columns[start:end]
        rows = [_within(row, table[0].left, table[-1].right) for row in part.rows]
        found.append(Part(part.sheet, tuple(row for row in rows if row.words), table))
    return found


def _within(row: Row, left: float, right: float) -> Row:
    return Row(tuple(word for word in row.words if left <= (word.x0 + word.x1) / 2 < right), row.cuts)
