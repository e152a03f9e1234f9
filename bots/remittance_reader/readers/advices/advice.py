"""A paper's pages made into an advice: each reader of a part is asked, and what they doubt is gathered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from bots.domain.advices import AdviceKind, AdviceLine, RemittanceAdvice
from bots.domain.dates import find_dates
from bots.domain.documents import Envelope
from bots.domain.evidence import Evidence
from bots.domain.paper import Page
from bots.domain.reading.calendar import Calendar, calendar
from bots.domain.reading.currency import Currency, read_currency
from bots.domain.reading.figures import Figures, figures
from bots.domain.reading.furniture import repeated_rows
from bots.domain.reading.labels import Layout
from bots.domain.reading.lanes import figure_words
from bots.domain.reading.places import american_address
from bots.domain.reading.trust import text_doubts
from bots.domain.reading.words import Sheet, Span, sheet
from bots.remittance_reader.readers.advices import fields, languages, loose, payer, payment, totals
from bots.remittance_reader.readers.advices.drafts import Draft, best_drafts, sum_of, unclear
from bots.remittance_reader.readers.advices.entries import Body, Gatherer
from bots.remittance_reader.readers.advices.headings import Col
from bots.remittance_reader.readers.advices.kind import Verdict, kind_of
from bots.remittance_reader.readers.advices.proof import name_of, proved
from bots.remittance_reader.readers.advices.references import names_two
from bots.remittance_reader.readers.advices.structured import day_of
from bots.remittance_reader.readers.advices.table import Lists, lists, says_paid
from bots.remittance_reader.readers.advices.vocabulary import vocabulary

_CALENDAR_COLUMNS = (Col.DATE,)


def advice_from(
    pages: Sequence[Page], envelope: Envelope | None = None, own: Mapping[str, str] | None = None
) -> RemittanceAdvice:
    """Read an advice from pages of words. What is missing, ambiguous or contradicted is null and stands in `doubts`.

    `own`: a company's words and codes for deductions (see `deductions`).
    """
    sheets = [sheet(page) for page in pages if page.words]
    if not sheets:
        why = "the document holds no words that can be seen: a person must look at it"
        return RemittanceAdvice(AdviceKind.UNREADABLE, why, doubts=(why,), envelope=envelope)
    repeated = _furniture(sheets)
    listed = lists(sheets, repeated)
    body = Gatherer(listed.parts).gather()
    if not body.lines:
        listed = Lists((), listed.heads)
        body = fields.field_body(sheets) or loose.loose_body(sheets, listed.heads)
    verdict = kind_of(sheets, listed.heads, bool(body.lines), says_paid(listed.parts))
    if not verdict.is_advice:
        return _not_an_advice(verdict, pages, envelope)
    return _Advice(sheets, repeated, listed, body, verdict, own or {}).read(envelope)


def _furniture(sheets: Sequence[Sheet]) -> frozenset[int]:
    """`id` of the rows that are the same on every page. The first lines of two pages look alike, but hold amounts."""
    if len(sheets) < 2:
        return frozenset()
    heads, feet = repeated_rows(sheets)
    lines = {id(row) for entry in sheets for row in entry.rows if figure_words(row) > 0}
    return (heads - lines) | feet


def _not_an_advice(verdict: Verdict, pages: Sequence[Page], envelope: Envelope | None) -> RemittanceAdvice:
    evidence = {"kind": verdict.span.evidence("title", 0.95)} if verdict.span else {}
    doubts = (*verdict.doubts, *(text_doubts(pages) if verdict.doubts else ()))
    return RemittanceAdvice(
        AdviceKind.NOT_AN_ADVICE, verdict.why, doubts=doubts, evidence=evidence, envelope=envelope
    )  # fmt: skip


@dataclass(frozen=True)
class _Advice:
    """One paper being read: the parts that need each other's answers."""

    sheets: Sequence[Sheet]
    furniture: frozenset[int]
    listed: Lists
    body: Body
    verdict: Verdict
    own: Mapping[str, str]

    @cached_property
    def text(self) -> str:
        return "\n".join(entry.text for entry in self.sheets[:3])

    @cached_property
    def layouts(self) -> list[Layout]:
        """The rows that are no line's and no heading's; what repeats on every page counts on the first only."""
        return [
            Layout(
                entry,
                [
                    row for row in entry.rows
                    if id(row.words[0]) not in self.body.used and id(row) not in self.listed.heads
                    and (place == 0 or id(row) not in self.furniture)
                ],
                vocabulary(),
            )
            for place, entry in enumerate(self.sheets)
        ]  # fmt: skip

    @cached_property
    def figures(self) -> Figures:
        cells = [rows.cells for rows in self.body.lines] + [cells for _, cells in self.body.sums]
        cells += [extra for rows in self.body.lines for extra in rows.extras]
        numbers = [amount.number for one in cells for _, amount in one.money(*Col)]
        return figures(numbers)

    @cached_property
    def who(self) -> payer.Reading:
        last = self.layouts[-1].rows if len(self.layouts) > 1 else ()
        return payer.read_payer(self.layouts[0], self._top(), last)

    @cached_property
    def money(self) -> Currency:
        rows = [row for entry in self.sheets for row in entry.rows]
        american = american_address(self.text) or languages.country_of(self.text) == "US"
        return read_currency(self.layouts[0], rows, american, self.who.payer.country, "payer")

    @cached_property
    def country(self) -> str | None:
        return languages.country_of(self.text, self.money.code) or self.who.payer.country

    @cached_property
    def calendar(self) -> Calendar:
        texts = [row.text for entry in self.sheets for row in entry.rows]
        american = american_address(self.text) or self.country == "US"
        return calendar(texts, self.country, languages.language_of(self.text), american)

    def read(self, envelope: Envelope | None) -> RemittanceAdvice:
        """The advice with everything found."""
        stated = totals.stated_totals(self.body, self.layouts, self.figures)
        drafts = best_drafts(self.body.lines, self.figures, totals.values(stated), self.own)
        total = totals.total_of(stated, sum_of(drafts) if drafts else None)
        who, money = self.who, self.money
        number = payment.payment_ref(self.layouts, self.body)
        day = payment.payment_date(self.layouts, self.body, self.calendar)
        lines, evidence, doubts = self._lines(drafts)
        value = total.stated.value if total.stated else None
        evidence |= {f"payer.{name}": one for name, one in who.evidence.items()}
        evidence |= {
            name: one
            for name, one in (
                ("kind", self.verdict.span.evidence("title", 0.95) if self.verdict.span else None),
                ("payment_ref", number.evidence), ("date", day.evidence), ("currency", money.evidence),
                ("total", total.stated.span.evidence(f"label: {total.stated.label}", 0.95) if total.stated else None),
            )
            if one
        }  # fmt: skip
        found = (
            *self.verdict.doubts, *self.body.doubts, *who.doubts, *number.doubts, *day.doubts, *money.doubts, *doubts,
            *total.doubts, *proved(lines, value), *text_doubts([entry.page for entry in self.sheets]),
        )  # fmt: skip
        return RemittanceAdvice(
            kind=AdviceKind.ADVICE, why=self.verdict.why, payer=who.payer, payment_ref=number.value,
            paid_on=day.value, currency=money.code, total=value, lines=tuple(lines),
            doubts=tuple(dict.fromkeys(found)), evidence=evidence, envelope=envelope,
        )  # fmt: skip

    def _top(self) -> int | None:
        """The row of the first page's layout below which the list stands."""
        heads = [row.top for row in self.sheets[0].rows if id(row) in self.listed.heads]
        heads = heads or [
            rows.cells.row.top for rows in self.body.lines if rows.cells.row.page == self.sheets[0].number
        ]
        if not heads:
            return None
        return sum(row.top < min(heads) for row in self.layouts[0].rows)

    def _lines(self, drafts: Sequence[Draft]) -> tuple[list[AdviceLine], dict[str, Evidence], list[str]]:
        lines: list[AdviceLine] = []
        evidence: dict[str, Evidence] = {}
        doubts: list[str] = []
        for place, draft in enumerate(drafts):
            made = _Made(draft, self.calendar)
            line = made.line()
            lines.append(line)
            evidence |= {f"lines[{place}].{name}": one for name, one in made.evidence.items()}
            doubts += [f"{name_of(place, line)}: {doubt}" for doubt in made.doubts]
        doubts += unclear(drafts)
        return lines, evidence, doubts


class _Made:
    """One draft as a line, with its evidence and what is unsure about it."""

    def __init__(self, draft: Draft, how: Calendar) -> None:
        self.draft = draft
        self.how = how
        self.evidence: dict[str, Evidence] = {}
        self.doubts: list[str] = []

    def line(self) -> AdviceLine:
        """The line."""
        draft = self.draft
        self.doubts += [f"{text!r} may be two numbers, or none" for text in draft.unread]
        self.doubts += [f"{text!r} stands where one amount should" for text in draft.rows.cells.garbled]
        line = AdviceLine(reference=self._reference(), document_date=self._date())
        line = replace(line, gross=self._amount("gross", draft.gross), net=self._amount("net", draft.net))
        for place, taken in enumerate(draft.taken):
            self.evidence[f"deductions[{place}].amount"] = taken.span.evidence(taken.rule, 0.9)
        return replace(line, deductions=tuple(taken.value for taken in draft.taken))

    def _reference(self) -> str | None:
        pieces = self.draft.rows.reference
        if not pieces:
            return None
        text = "".join(piece.text for piece in pieces)
        words = tuple(word for piece in pieces for word in piece.words)
        rule = "column: number" if len(pieces) == 1 else "column: number, broken over rows"
        whole = Span(words, text) if len({word.page for word in words}) == 1 else pieces[0]
        self.evidence["reference"] = whole.evidence(rule, 0.95 if len(pieces) == 1 else 0.85)
        if names_two(text) or self.draft.rows.cells.numbers_apart:
            self.doubts.append(f"{text!r} seems to name two documents for one amount")
        if self.draft.rows.loose_piece:
            self.doubts.append(f"{self.draft.rows.loose_piece.text!r} below it may belong to the number, or be another")
        return text

    def _date(self) -> date | None:
        span = self.draft.rows.cells.first(Col.DATE)
        entry = next(find_dates(span.text), None) if span else None
        compact = day_of(span.text) if span and re.fullmatch(r"(?:19|20)\d{6}", span.text.strip()) else None
        if span and compact:
            self.evidence["document_date"] = span.evidence("column: date", 0.9)
            return compact
        if span is None or entry is None:
            if span and any(sign.isdigit() for sign in span.text):
                self.doubts.append(f"{span.text!r} stands where a date should")
            return None
        doubt = self.how.doubt("date", entry)
        self.evidence["document_date"] = span.evidence("column: date", 0.3 if doubt else 0.95)
        if doubt:
            self.doubts.append(doubt)
            return None
        return self.how.read(entry)

    def _amount(self, name: str, found: tuple[Decimal, Span, str] | None) -> Decimal | None:
        if found is None:
            return None
        value, span, rule = found
        self.evidence[name] = span.evidence(rule, 0.95)
        return value
