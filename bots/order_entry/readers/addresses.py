# ruff: noqa: E501 - a table of legal forms
"""Addresses on a paper: a label, a name and the rows below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bots.domain.reading.words import Row, Span
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.labels import Layout, labels_in
from bots.order_entry.readers.titles import title_of

LEGAL = re.compile(
    r"(?<![\w.])(?:s\.?a\.?r\.?l\.?|s\.?a\.?s\.?u?\.?|s\.?a\.?|e\.?u\.?r\.?l\.?|s\.?n\.?c\.?|gmbh(?: ?& ?co\.? ?kg)?|ag|kg|ohg|e\.?k\.?|ug|se|inc\.?|llc|l\.l\.c\.|ltd\.?|limited|plc|llp|lp|corp(?:oration|\.)?|co\.|company|"
    r"s\.?l\.?u?\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|bvba|oy|ab|aps|a/s|as|lda\.?|pty|pvt\.?|sp\. ?z ?o\. ?o\.?|s\.r\.o\.|kft\.?|group|groupe|holding|industries|university|universite|universitat|hospital|council|ville|mairie|commune|stadt|gemeinde|ayuntamiento|city of|county of)(?![\w])"
)
_NAMED_SUPPLIER = re.compile(
    r"(?:vendor|supplier|seller|fournisseur|lieferant|proveedor|fornitore|leverancier)\s+(?=\w)"
)
_NOT_A_NAME = re.compile(
    r"(?:republique francaise|liberte|tel|fax|phone|www|http|e-?mail|@|vat|tva|siret|siren|ust|page|seite|p\.?o\.? box|bp \d)"
)


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
            if role:
                block = Block(role, _block_rows(rows, index, place, end))
                if block.rows:
                    found.append(block)
    return found


def role_of(phrase: Span) -> tuple[str | None, int]:
    """The role a phrase gives to the address at its side; a label with a value of its own counts only with a colon."""
    for role, pattern in (
        ("ship_to", vocabulary.SHIP_TO),
        ("buyer", vocabulary.BUYER),
        ("supplier", vocabulary.SUPPLIER),
    ):
        if vocabulary.whole(pattern).match(phrase.folded):
            if len(phrase.folded.strip(" :")) <= 2 and ":" not in phrase.text:
                continue
            return role, len(phrase.text)
        found = vocabulary.start(rf"(?:{pattern})\s*:").match(f"{phrase.folded} ") if ":" in phrase.text else None
        if found:
            return role, found.end()
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
    if below:
        return below
    if following and not labels_in(following[0].folded) and role_of(following[0])[0] is None:
        first = following[0]
        return [first, *column_below(rows, index, first)]
    return []


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
        if phrase.top - bottom > limit * height or role_of(phrase)[0] or title_of(phrase):
            break
        found.append(phrase)
        bottom, height, limit = phrase.bottom, phrase.height, 1.3
        if len(found) > 9:
            break
    return found


def _in_column(phrase: Span, first: Span, other: float | None) -> bool:
    centred = abs(phrase.x0 + phrase.x1 - first.x0 - first.x1) < 4
    aligned = abs(phrase.x0 - first.x0) < 9 or abs(phrase.x1 - first.x1) < 2
    return centred or aligned or (other is not None and abs(phrase.x0 - other) < 3)


_CAPITAL = re.compile(r"(?:\s+[-–]\s+[a-z.]+)?\s+(?:au )?capital (?:social )?(?:de|of|:)")  #: C. com. R123-238
_APART = re.compile(r"\s+[·•|–—-]\s+|,\s(?=.*\d)")


def party_name(rows: Sequence[Span]) -> Span:
    """The row that names the party, without the street or the title printed behind the name on the same row."""
    formed = (row for row in rows[:3] if LEGAL.search(row.folded) and is_name(row))
    return _name_alone(next(formed, rows[0]))


def _only_form(row: Span) -> bool:
    """Whether a row says what kind of company the name above it is: `SAS au capital de 150 000 €`."""
    form = LEGAL.match(row.folded)
    return form is not None and (form.end() == len(row.folded) or bool(_CAPITAL.match(row.folded, form.end())))


def _name_alone(row: Span) -> Span:
    capital = _CAPITAL.search(row.folded)
    if capital and capital.start() > 2:
        return row.part(0, capital.start()) or row
    legal = LEGAL.search(row.folded)
    for cut in _APART.finditer(row.text):
        if legal and cut.start() < legal.end() - 1:
            continue
        return row.part(0, cut.start()) or row
    return row


def plain_name(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def is_name(span: Span) -> bool:
    letters = sum(character.isalpha() for character in span.text)
    lettered = letters >= 3 and letters > 0.5 * len(span.text)
    return lettered and not _NOT_A_NAME.match(span.folded) and not _only_form(span)
