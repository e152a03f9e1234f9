"""Addresses on a paper: a label, a name and the rows below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bots.domain.reading.companies import CAPITAL, FORM, LEGAL, is_name
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.labels import Layout, labels_in
from bots.order_entry.readers.titles import title_of

_APART = re.compile(r"\s+(?:[·•|–—-]|c/o)\s+|,\s(?=.*\d)")  #: what parts a name from the street behind it
_BEHIND_FORM = re.compile(r"[.,]\s+(?=[A-ZÀ-Þ])")  #: `… GmbH & Co. KG, Kiel`, `… Limited. Registered in England`
_SALUTATION = re.compile(r"(?:company|societe|empresa|firma)")
_SUPPLIER = r"(?:vendor|supplier|seller|fournisseur|lieferant|proveedor|fornitore|leverancier)"
_NAMED_SUPPLIER = re.compile(rf"{_SUPPLIER}\s+(?=\w)")
#: The supplier's number in the label over his address: `Fournisseur F00731`.
_NUMBERED_SUPPLIER = re.compile(rf"{_SUPPLIER}\s*(?:n°|no\.?|nr\.?|#|:)?\s*[a-z]{{0,4}}[-./]?\d{{2,12}}")


@dataclass
class Block:
    """An address with the label above it (`role`): supplier, buyer, ship_to."""

    role: str
    rows: list[Span] = field(default_factory=list)

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        return (
            min(row.x0 for row in self.rows), min(row.top for row in self.rows),
            max(row.x1 for row in self.rows), max(row.bottom for row in self.rows),
        )  # fmt: skip

    def holds(self, span: Span) -> bool:
        """Whether words stand inside this address."""
        if not self.rows or span.page != self.rows[0].page:
            return False
        x0, top, x1, bottom = self.box
        return x0 - 4 <= span.x0 <= x1 + 4 and top - 2 <= span.top <= bottom + 2


def address_blocks(layout: Layout, table_top: int | None) -> list[Block]:
    """The labelled addresses above the table (or on the whole page when there is none)."""
    rows = layout.rows[:table_top] if table_top else layout.rows
    found: list[Block] = []
    for index, row in enumerate(rows):
        for place, phrase in enumerate(row.phrases):
            role, end = role_of(phrase)
            if role and not _is_salutation(phrase, row):
                block = Block(role, _block_rows(rows, index, place, end))
                if block.rows:
                    found.append(block)
    return found


def _is_salutation(phrase: Span, row: Row) -> bool:
    """Whether `Company` only addresses the firm below it, as SAP's letters do: no other address is labelled beside."""
    alone = bool(_SALUTATION.fullmatch(phrase.folded.strip()))
    return alone and not any(role_of(other)[0] for other in row.phrases if other is not phrase)


def outside(rows: Sequence[Row], blocks: Sequence[Block]) -> Iterator[Span]:
    """The phrases that stand in none of some addresses."""
    for row in rows:
        for phrase in row.phrases:
            if not any(block.holds(phrase) for block in blocks):
                yield phrase


def role_of(phrase: Span) -> tuple[str | None, int]:
    """The role a phrase gives to the address at its side; a label with a value of its own counts only with a colon."""
    for role, pattern in (
        ("ship_to", vocabulary.SHIP_TO),
        ("buyer", vocabulary.BUYER),
        ("supplier", vocabulary.SUPPLIER),
    ):
        if vocabulary.whole(pattern).match(phrase.folded):
            if len(phrase.folded.strip(" :,")) <= 2 and not phrase.text.rstrip().endswith((":", ",")):
                continue
            return role, len(phrase.text)
        found = vocabulary.start(rf"(?:{pattern})\s*:").match(f"{phrase.folded} ") if ":" in phrase.text else None
        if found:
            return role, found.end()
    if _NUMBERED_SUPPLIER.fullmatch(phrase.folded.strip()):
        return "supplier", len(phrase.text)
    named = _NAMED_SUPPLIER.match(phrase.folded)
    if named and LEGAL.search(phrase.folded, named.end()):
        return "supplier", named.end()
    return None, 0


def _block_rows(rows: Sequence[Row], index: int, place: int, end: int) -> list[Span]:
    label = rows[index].phrases[place]
    own = label.part(end)
    if own:
        return [own, *column_below(rows, index, own, label.x0)]
    following = rows[index].phrases[place + 1 : place + 2]
    below = column_below(rows, index, label)
    if following and LEGAL.search(following[0].folded) and not labels_in(following[0].folded):
        values = list(_grid_values(rows, index, label, following[0]))
        if values:
            return [following[0], *values]
    if below:
        return below
    parted = following and any(label.x1 <= cut <= following[0].x0 for cut in rows[index].cuts)
    following = () if parted else following
    if following and not labels_in(following[0].folded) and role_of(following[0])[0] is None:
        first = following[0]
        return [first, *column_below(rows, index, first)]
    before = rows[index].phrases[max(place - 1, 0) : place]
    if before and not following and LEGAL.search(before[0].folded):
        return [before[0], *column_below(rows, index, before[0])]  # the label stands in the block's right corner
    return []


def _grid_values(rows: Sequence[Row], index: int, label: Span, value: Span) -> Iterator[Span]:
    """The values below a name in a grid of labels and values (`Lieferant │ Terhoeven GmbH`, `Ort │ Straelen`), up to
    the label of another address."""
    for row in rows[index + 1 : index + 8]:
        named = next((phrase for phrase in row.phrases if abs(phrase.x0 - label.x0) < 3), None)
        told = next((phrase for phrase in row.phrases if abs(phrase.x0 - value.x0) < 3), None)
        if named is None or told is None or role_of(named)[0]:
            return
        yield told


def column_below(rows: Sequence[Row], index: int, first: Span, other: float | None = None) -> list[Span]:
    """The phrases that follow `first` downwards in its column (left, right or centred), or at the edge `other`."""
    bottom, height = first.bottom, first.height
    found: list[Span] = []
    limit = 2.4
    for row in rows[index + 1 : index + 14]:
        if row.page != rows[index].page:
            break
        phrase = next((phrase for phrase in row.phrases if _in_column(phrase, first, other)), None)
        if phrase is None:
            if row.top - bottom > limit * height:
                break
            continue
        if (
            phrase.top - bottom > limit * (max(height, phrase.height) if not found else height)
            or role_of(phrase)[0]
            or _is_title(phrase)
        ):
            break
        found.append(phrase)
        bottom, height, limit = phrase.bottom, phrase.height, 1.3
        if len(found) > 9:
            break
    return found


def _is_title(phrase: Span) -> bool:
    return title_of(phrase) is not None and "@" not in phrase.text


def _in_column(phrase: Span, first: Span, other: float | None) -> bool:
    centred = abs(phrase.x0 + phrase.x1 - first.x0 - first.x1) < 4
    aligned = abs(phrase.x0 - first.x0) < 9 or abs(phrase.x1 - first.x1) < 2
    return centred or aligned or (other is not None and abs(phrase.x0 - other) < 3)


def party_name(rows: Sequence[Span]) -> Span:
    """The row that names the party, without the street or the title printed behind the name on the same row."""
    formed = (row for row in rows[:3] if LEGAL.search(row.folded) and is_name(row))
    return _name_alone(next(formed, rows[0]))


def _name_alone(row: Span) -> Span:
    capital = CAPITAL.search(row.folded)
    if capital and capital.start() > 2:
        return row.part(0, capital.start()) or row
    legal = LEGAL.search(row.folded)
    form = FORM.search(row.folded)
    behind = _BEHIND_FORM.match(row.text, form.end()) if form else None
    if behind and form and not FORM.match(row.folded, behind.end()):
        return row.part(0, form.end()) or row
    for cut in _APART.finditer(row.text):
        if legal and cut.start() < legal.end() - 1:
            continue
        return row.part(0, cut.start()) or row
    return row
