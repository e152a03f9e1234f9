"""A document's pages made into a purchase order: each reader of a part is asked, and what they doubt is gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bots.domain.documents import Envelope
from bots.domain.evidence import Evidence
from bots.domain.orders import Kind, PurchaseOrder
from bots.domain.paper import Page
from bots.domain.reading.calendar import Calendar, calendar
from bots.domain.reading.currency import read_currency
from bots.domain.reading.places import american_address, language_of
from bots.domain.reading.trust import text_doubts
from bots.domain.reading.words import Row, Sheet, sheet
from bots.order_entry.readers import header, header_dates
from bots.order_entry.readers.arithmetic import line_doubts
from bots.order_entry.readers.buyer import Parties, read_parties
from bots.order_entry.readers.days import Days, order_date, wanted_date
from bots.order_entry.readers.goods import Goods, read_goods
from bots.order_entry.readers.kind import Verdict, kind_of
from bots.order_entry.readers.labels import Layout
from bots.order_entry.readers.totals import Totals, read_totals


def order_from(pages: Sequence[Page], envelope: Envelope | None = None) -> PurchaseOrder:
    """Read an order from pages of words. What is missing, ambiguous or contradicted stands in `doubts`."""
    sheets = [sheet(page) for page in pages]
    goods = read_goods(sheets)
    layouts = [_layout(entry, goods) for entry in sheets]
    number = header.order_number(layouts)
    verdict = kind_of(sheets, number is not None, bool(goods.lines))
    if verdict.kind is Kind.NOT_AN_ORDER:
        return _not_an_order(verdict, pages, envelope)
    if number is None and verdict.kind is Kind.CALL_OFF:
        number = header.contract_number(layouts[0])
    return _Order(sheets, layouts, goods, number, verdict, envelope).read()


def _layout(entry: Sheet, goods: Goods) -> Layout:
    rows = [row for row in entry.rows if id(row) not in goods.body.used]
    heads = {
        index
        for heading in goods.headings
        if heading.page == entry.number
        for index in range(heading.first, heading.last + 1)
    }
    held = {id(entry.rows[index]) for index in heads}
    return Layout(entry, [row for row in rows if id(row) not in held])


def _not_an_order(verdict: Verdict, pages: Sequence[Page], envelope: Envelope | None) -> PurchaseOrder:
    evidence = {"kind": verdict.span.evidence("title", 0.95)} if verdict.span else {}
    doubts = (*verdict.doubts, *(text_doubts(pages) if verdict.doubts else ()))
    return PurchaseOrder(verdict.kind, verdict.why, doubts=doubts, evidence=evidence, envelope=envelope)


@dataclass(frozen=True)
class _Order:
    """One document being read: the parts that need each other's answers."""

    sheets: Sequence[Sheet]
    layouts: Sequence[Layout]
    goods: Goods
    number: header.Field | None
    verdict: Verdict
    envelope: Envelope | None

    @property
    def front(self) -> Layout:
        """The first page: whoever wrote the order says so there."""
        return self.layouts[0]

    @cached_property
    def text(self) -> str:
        """The words of the first pages, for language and country."""
        return "\n".join(entry.text for entry in self.sheets[:3])

    def read(self) -> PurchaseOrder:
        """The order with everything found."""
        parties = read_parties(self.front, self._last_rows(), self.goods.first_row)
        american = american_address(self.text)
        how = self._calendar(parties, american)
        ordered = self._ordered(how)
        wanted = wanted_date(self._wanted(parties), self.goods.dates, how, ordered.po_date)
        totals = self._totals()
        money = read_currency(
            self.front, [row for entry in self.sheets for row in entry.rows], american, parties.buyer.country
        )
        revision, kind, why = self._revision()
        evidence: dict[str, Evidence] = {
            **({"kind": self.verdict.span.evidence("title", 0.95)} if self.verdict.span else {}),
            **({"po_number": self.number.evidence} if self.number else {}),
            **({"revision": revision.evidence} if revision else {}),
            **({"currency": money.evidence} if money.evidence else {}),
            **(ordered.evidence or {}), **(wanted.evidence or {}),
            **totals.evidence, **parties.evidence, **self.goods.evidence,
        }  # fmt: skip
        return PurchaseOrder(
            kind=kind, why=why, buyer=parties.buyer, po_number=self.number.span.text if self.number else None,
            revision=revision.span.text if revision else None, po_date=ordered.po_date, need_date=wanted.need_date,
            currency=money.code, net_total=totals.net_total, tax=totals.tax, charges=totals.charges, total=totals.total,
            lines=self.goods.lines, evidence=evidence, envelope=self.envelope,
            doubts=self._doubts(parties, ordered, wanted, totals, money.doubts),
        )  # fmt: skip

    def _totals(self) -> Totals:
        """The totals below the lines; above them only where none is below."""
        totals = read_totals(self._other_rows(), self.goods.lines, self.goods.figures, self._last_line())
        if totals.total is None:
            rows = [row for layout in self.layouts for row in layout.rows]
            return read_totals(rows, self.goods.lines, self.goods.figures)
        return totals

    def _last_line(self) -> Row | None:
        """The last row with the figures of a line."""
        return next((item.priced for item in reversed(self.goods.body.items) if item.priced), None)

    def _last_rows(self) -> list[Row]:
        return list(self.layouts[-1].rows) if len(self.layouts) > 1 else []

    def _other_rows(self) -> list[Row]:
        """The rows that are no line's and stand below the first heading: totals are among them."""
        rows = [row for layout in self.layouts for row in layout.rows]
        first = self.goods.headings[0] if self.goods.headings else None
        if first is None:
            return rows
        top = self.sheets[first.page - 1 if first.page else 0].rows[first.first].top
        return [row for row in rows if row.page > first.page or (row.page == first.page and row.top > top)]

    def _calendar(self, parties: Parties, american: bool) -> Calendar:
        texts = [phrase.text for layout in self.layouts for row in layout.rows for phrase in row.phrases]
        texts += [span.text for spans in self.goods.dates for span in spans]
        return calendar(texts, parties.buyer.country, language_of(self.text), american)

    def _ordered(self, how: Calendar) -> Days:
        found = header_dates.dates(self.front, "po_date")
        found += [
            entry
            for entry in header_dates.dates(self.front, "po_number")
            if "dat" in entry.label or "fecha" in entry.label
        ]
        found = found or header_dates.written_dates(self.front)
        return order_date(sorted(found, key=lambda entry: -entry.worth) or self._only_date(), how)

    def _wanted(self, parties: Parties) -> list[header_dates.DateField]:
        """Where the day of delivery stands: under its label, with the address of delivery; a `due date` is one only
        where nothing else says delivery."""
        sites = [block.rows for block in parties.blocks if block.role == "ship_to"]
        beside = header_dates.dates_among([row for rows in sites for row in rows], "delivery address")
        return (
            header_dates.dates(self.front, "need_date")
            or beside
            or header_dates.due_dates(self.front)
            or header_dates.dates(header_dates.run_on(self.front), "need_date")
        )

    def _only_date(self) -> list[header_dates.DateField]:
        """The one date of the first page that stands under no other label."""
        taken = {
            (entry.span.top, entry.span.x0)
            for entry in header_dates.dates(
                self.front, "need_date", "due_date", "other_date", "quote", "contract", "invoice", "sales_order"
            )
        }
        dated = [(span, entry) for span, entry in header_dates.all_dates(self.front) if not entry.week]
        free = [(span, entry) for span, entry in dated if (span.top, span.x0) not in taken]
        if len({entry.readings for _, entry in free}) != 1:
            return []
        span, entry = free[0]
        return [header_dates.DateField(span, entry, "the only date without a label", 0.7)]

    def _unplaced(self, ordered: Days, wanted: Days) -> list[str]:
        """Dates above the lines that no label explains and that are neither of the order's own: one may be missed."""
        rows = self.front.rows[: self.goods.first_row] if self.goods.first_row else []
        known = {ordered.po_date, wanted.need_date}
        return [
            f"the date {entry.text!r} on page {span.page} stands under no label that is understood"
            for span, entry in header_dates.unplaced_dates(self.front, rows)
            if not known & set(entry.readings)
        ]

    def _revision(self) -> tuple[header.Field | None, Kind, str]:
        found = header.revision(self.front)
        kind, why = self.verdict.kind, self.verdict.why
        if found and header.is_first_issue(found.span.text, found.evidence.rule):
            return None, kind, why
        if found and kind is Kind.ORDER:
            return found, Kind.REVISION, f"an order marked revision {found.span.text}"
        return found, kind, why

    def _doubts(
        self, parties: Parties, ordered: Days, wanted: Days, totals: Totals, money: Sequence[str]
    ) -> tuple[str, ...]:
        doubts = list(self.verdict.doubts)
        if self.number is None:
            doubts.append("no order number was found")
        elif self.number.others:
            others = ", ".join(f"{span.text!r} on page {span.page}" for span in self.number.others)
            doubts.append(f"the order number is read as {self.number.span.text!r}, but {others} is printed as one too")
        doubts += [*parties.doubts, *ordered.doubts, *wanted.doubts, *money, *self._unplaced(ordered, wanted)]
        if self.verdict.kind is not Kind.CANCELLATION or self.goods.lines:
            doubts += [*self.goods.doubts, *line_doubts(self.goods.lines), *totals.doubts]
        doubts += text_doubts([entry.page for entry in self.sheets])
        return tuple(dict.fromkeys(doubts))
