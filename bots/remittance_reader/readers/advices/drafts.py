# ruff: noqa: E501 - the words for a credit note, however many languages
"""Lines with their amounts, under one way to understand the columns and signs; the arithmetic says which way is right.

`gross − Σ deductions = net` on every line, `Σ net = the payment`. A payer prints a discount with or without a minus, a
credit note as `12,00-` or only as `Avoir`, its own books' debit or credit. The plainest way under which everything
closes is taken; when none closes the plainest is, and what does not close is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from bots.domain.advices import Deduction, Reason
from bots.domain.reading.figures import Figures
from bots.domain.reading.lanes import Column
from bots.domain.reading.words import Span
from bots.remittance_reader.readers.advices.amounts import Amount
from bots.remittance_reader.readers.advices.deductions import reason_of
from bots.remittance_reader.readers.advices.entries import Cells, LineRows
from bots.remittance_reader.readers.advices.headings import Col

ZERO = Decimal(0)
_OWN_ROW = "a row of its own"
_COMPUTED = "gross − deductions"
_CREDIT = re.compile(
    r"(?<![a-z])(?:credit ?(?:note|memo)?s?|cn|c/n|cr|cm|avoirs?|av|gutschrift(?:en)?|gs|gu|kg|abonos?|ab|storno|nota (?:de |di )?(?:credito|abono)|nc|note de credit|creditnota|rueckbelastung|ruckbelastung|"
    r"belastung|chargebacks?|cb|claims?|debit ?(?:note|memo)s?|dm|dn|retoure?s?|returns?)(?![a-z])"
)


@dataclass(frozen=True)
class How:
    """One way to understand a document. Each default is the plainest."""

    amount_is_gross: bool = False  #: a column that is only called `amount` is before deductions
    credits_turned: bool = False  #: a credit note printed without a sign counts against
    marked: frozenset[str] = frozenset({"C", "CR", "H"})  #: the side letters that count against
    all_turned: bool = False  #: the payer prints what it pays with a minus
    debit_is_plus: bool = False  #: the column of debits holds what is paid
    added: bool = False  #: a deduction in a row of its own, printed without a sign, is paid on top


@dataclass(frozen=True)
class Taken:
    """A deduction with where its amount and its words stand."""

    value: Deduction
    span: Span
    rule: str


@dataclass
class Draft:
    """A line being read: amounts with where they stand; None where nothing is printed."""

    rows: LineRows
    gross: tuple[Decimal, Span, str] | None = None
    net: tuple[Decimal, Span, str] | None = None
    taken: list[Taken] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  #: amounts that are two numbers or none

    @property
    def deducted(self) -> Decimal:
        return sum((one.value.amount for one in self.taken), ZERO)

    @property
    def closes(self) -> bool:
        """Whether gross − deductions = net, as far as both are there."""
        if self.gross is None or self.net is None:
            return self.net is not None
        return self.gross[0] - self.deducted == self.net[0]


def best_drafts(
    lines: Sequence[LineRows], figures: Figures, totals: Sequence[Decimal], own: Mapping[str, str] | None = None
) -> list[Draft]:
    """The lines under the plainest way that closes: every line, and Σ net equal to one of the stated totals."""
    fallback: list[Draft] | None = None
    for how in _ways(lines):
        drafts = [_Line(rows, how, figures, own).draft() for rows in lines]
        fallback = fallback or drafts
        if not all(draft.closes for draft in drafts):
            continue
        if not totals or sum_of(drafts) in totals:
            return drafts
    return fallback or []


def sum_of(drafts: Sequence[Draft]) -> Decimal:
    """Σ net, a line without one left out."""
    return sum((draft.net[0] for draft in drafts if draft.net), ZERO)


def unclear(drafts: Sequence[Draft]) -> list[str]:
    """Rows that take something off below the last line alone: they may be for it, or for the whole payment."""
    if len(drafts) < 2 or not drafts[-1].rows.extras or any(draft.rows.extras for draft in drafts[:-1]):
        return []
    last = drafts[-1]
    number = "".join(piece.text for piece in last.rows.reference)
    rows = [taken for taken in last.taken if taken.rule == _OWN_ROW and number not in taken.value.text]
    if last.net and last.net[2] != _COMPUTED:
        return []
    return [f"{taken.value.text!r} below the last line may be for it, or for the whole payment" for taken in rows]


def _ways(lines: Sequence[LineRows]) -> Iterator[How]:
    """Every way worth trying, plainest first: only what the document leaves open."""
    kinds = {column.kind for rows in lines for column in rows.cells.table}
    marks = {amount.mark for rows in lines for _, amount in rows.cells.money(*Col)} - {None}
    signs = {_side(rows.cells) for rows in lines} - {None}
    turned = any(_is_credit(rows) for rows in lines)
    sided = marks | signs
    minus = frozenset({"C", "CR", "H"})
    choices = (
        (False, True) if Col.AMOUNT in kinds else (False,),
        (False, True) if turned else (False,),
        (minus, frozenset({"D", "DR", "S"})) if sided - {"CR"} else (minus,),
        (False, True),
        (False, True) if {Col.DEBIT, Col.CREDIT} & kinds else (False,),
        (False, True) if any(rows.extras for rows in lines) else (False,),
    )
    ways = [How(*choice) for choice in product(*choices)]
    return iter(sorted(ways, key=_plainness))


def _plainness(how: How) -> int:
    plain = How()
    return sum(
        weight
        for name, weight in (("amount_is_gross", 1), ("credits_turned", 1), ("marked", 2), ("debit_is_plus", 1),
                             ("added", 4), ("all_turned", 8))
        if getattr(how, name) != getattr(plain, name)
    )  # fmt: skip


def _side(cells: Cells) -> str | None:
    """The letter in a column of its own that tells the side (`S`, `H`, `D`, `C`, `-`)."""
    cell = cells.first(Col.SIGN)
    return cell.text.strip().upper()[:2] if cell and len(cell.text.strip()) <= 2 else None


def _is_credit(rows: LineRows) -> bool:
    """Whether a line says that it is a credit note, or another document that counts against."""
    told = [rows.cells.first(kind) for kind in (Col.TYPE, Col.TEXT, Col.REASON)] + [rows.cells.number_cell]
    return any(_CREDIT.search(span.folded) for span in told if span)


@dataclass
class _Line:
    """One line read under one way."""

    rows: LineRows
    how: How
    figures: Figures
    own: Mapping[str, str] | None

    def draft(self) -> Draft:
        """The line's amounts."""
        draft = Draft(self.rows)
        cells = self.rows.cells
        gross, net = self._principal(cells)
        for kind in (Col.GROSS, Col.NET):
            draft.unread += [f"{a} or {b}" for a, b in self._rivals(cells, kind)]
        draft.gross = self._read(draft, gross)
        draft.net = self._sided(draft) if net is None and gross is None else self._read(draft, net)
        columns = [*cells.money(Col.DISCOUNT, Col.DEDUCTION)]
        extras = [entry for extra in self.rows.extras for entry in self._extra(extra)]
        if draft.gross is None and draft.net is not None and (extras or self._says_both(cells)):
            draft.gross, draft.net = draft.net, None
        self._deduct(draft, columns, extras)
        return draft

    def _rivals(self, cells: Cells, kind: Col) -> Iterator[tuple[str, str]]:
        """Two different amounts under two headings that mean the same."""
        found = [amount for _, amount in cells.money(kind)]
        if len({amount.value(self.figures) for amount in found}) > 1:
            yield found[0].span.text, found[-1].span.text

    @staticmethod
    def _says_both(cells: Cells) -> bool:
        """Whether one amount stands for the document and for what is paid of it: nothing is taken off in columns."""
        kinds = {column.kind for column in cells.table}
        return Col.AMOUNT in kinds and not kinds & {Col.GROSS, Col.NET, Col.DISCOUNT, Col.DEDUCTION}

    def _principal(self, cells: Cells) -> tuple[tuple[Column, Amount] | None, tuple[Column, Amount] | None]:
        """What stands for gross and for net in this row."""
        gross, net, plain = (cells.money(kind) for kind in (Col.GROSS, Col.NET, Col.AMOUNT))
        if plain and not net and not self.how.amount_is_gross:
            net = plain[-1:]
        elif plain and not gross:
            gross = plain[:1]
        return (gross[0] if gross else None), (net[-1] if net else None)

    def _read(self, draft: Draft, found: tuple[Column, Amount] | None) -> tuple[Decimal, Span, str] | None:
        if found is None:
            return None
        column, amount = found
        value = self._value(amount)
        if value is None:
            draft.unread.append(amount.span.text)
        return (value, amount.span, f"column:{column.heading.text}") if value is not None else None

    def _value(self, amount: Amount) -> Decimal | None:
        """The amount with every sign that is said of it."""
        value = amount.value(self.figures)
        if value is None:
            return None
        side = amount.mark or _side(self.rows.cells)
        if side in self.how.marked or side == "-":
            value = -abs(value)
        if self.how.credits_turned and value > 0 and _is_credit(self.rows):
            value = -value
        return -value if self.how.all_turned else value

    def _sided(self, draft: Draft) -> tuple[Decimal, Span, str] | None:
        """Net from a column of debits and one of credits."""
        debit, credit = self.rows.cells.money(Col.DEBIT), self.rows.cells.money(Col.CREDIT)
        for found, sign in (
            (credit, -1 if self.how.debit_is_plus else 1),
            (debit, 1 if self.how.debit_is_plus else -1),
        ):
            read = self._read(draft, found[0] if found else None)
            if read and read[0] != 0:
                return read[0] * sign, read[1], read[2]
        return None

    def _extra(self, cells: Cells) -> list[tuple[Decimal, Span, str, bool]]:
        """What a row of its own takes off: amount, place, words, and whether a column said that it is a deduction."""
        words = cells.words
        text = words.text if words else ""
        held = cells.money(Col.DISCOUNT, Col.DEDUCTION)
        found = held or cells.money(Col.NET, Col.AMOUNT, Col.GROSS)[-1:] or cells.money(Col.DEBIT, Col.CREDIT)
        entries = []
        for column, amount in found:
            value = self._value(amount)
            if value is not None:
                off = abs(value) if held else self._off(value)
                entries.append((off, amount.span, text or column.heading.text, bool(held)))
        return entries

    def _off(self, value: Decimal) -> Decimal:
        return value if value > 0 and not self.how.added else -value

    def _deduct(
        self, draft: Draft, columns: Sequence[tuple[Column, Amount]], extras: Sequence[tuple[Decimal, Span, str, bool]]
    ) -> None:
        """The deductions of the line; with a printed net their sign, and whether rows below explain it, are proved."""
        printed = [(column, amount, self._value(amount)) for column, amount in columns]
        held = [(column, amount, value) for column, amount, value in printed if value]
        base = draft.gross[0] if draft.gross else ZERO
        plus = -1 if base < 0 else 1
        guesses = [[plus * abs(value) for _, _, value in held], [value for _, _, value in held], [-v for *_, v in held]]
        rows = [off for off, *_ in extras]
        signed = next((guess for guess in guesses if self._fits(draft, guess, rows)), guesses[0])
        for (column, amount, _), value in zip(held, signed, strict=True):
            text = self._words(column)
            reason = reason_of(text, self.own)
            if column.kind is Col.DISCOUNT and not self.own:
                reason = Reason.DISCOUNT
            draft.taken.append(Taken(Deduction(reason, text, value), amount.span, f"column:{column.heading.text}"))
        explained = draft.net is not None and draft.gross is not None and base - sum(signed, ZERO) == draft.net[0]
        for off, span, text, _ in extras:
            draft.taken.append(Taken(Deduction(reason_of(text, self.own), text, off), span, _OWN_ROW))
        if draft.net is not None and explained and extras:
            draft.net = (draft.net[0] - sum(rows, ZERO), draft.net[1], "net − the deductions below")
        if not held and not extras:
            self._short_paid(draft)
        if draft.net is None and draft.gross is not None:
            draft.net = (base - draft.deducted, draft.gross[1], _COMPUTED)

    def _short_paid(self, draft: Draft) -> None:
        """Less is paid than the invoice says, and the row names a reason: the difference is the deduction."""
        said = self.rows.cells.first(Col.REASON)
        if said and draft.gross and draft.net and draft.gross[0] != draft.net[0]:
            off = Deduction(reason_of(said.text, self.own), said.text, draft.gross[0] - draft.net[0])
            draft.taken.append(Taken(off, said, "gross − net, with the reason in the row"))

    @staticmethod
    def _fits(draft: Draft, signed: Sequence[Decimal], rows: Sequence[Decimal]) -> bool:
        if draft.gross is None or draft.net is None:
            return True
        off = sum(signed, ZERO)
        return draft.gross[0] - off == draft.net[0] or draft.gross[0] - off - sum(rows, ZERO) == draft.net[0]

    def _words(self, column: Column) -> str:
        """The payer's words for what a column takes off: what the row says, else what stands above the column."""
        if column.kind is not Col.DEDUCTION:
            return column.heading.text
        said, text = self.rows.cells.first(Col.REASON), self.rows.cells.first(Col.TEXT)
        if said is None and text and reason_of(text.text, self.own) is not Reason.UNKNOWN:
            said = text if reason_of(column.heading.text, self.own) is Reason.UNKNOWN else None
        return said.text if said else column.heading.text
