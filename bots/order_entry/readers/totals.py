"""Totals below the lines: net, charges, discounts, tax, gross, and which of them the lines lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from bots.domain.evidence import Evidence
from bots.domain.orders import OrderLine
from bots.domain.reading.figures import Figures, money_text
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.arithmetic import HALF_A_CENT, reached, sum_of
from bots.order_entry.readers.stated import Stated, Sum, stated_in

_MERE_AMOUNT = re.compile(r"(?:amount|montant|importe)\W*")
_SUMS = {Sum.SUBTOTAL, Sum.NET, Sum.GROSS, Sum.TOTAL}


@dataclass
class Totals:
    """The totals of an order, with what does not agree."""

    net_total: Decimal | None = None
    tax: Decimal | None = None
    charges: Decimal | None = None
    total: Decimal | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    texts: tuple[str, ...] = ()  #: the phrases with the amounts, for the currency they may name


def read_totals(rows: Sequence[Row], lines: Sequence[OrderLine], figures: Figures, last: Row | None = None) -> Totals:
    """Read the stated totals among the rows that are no line's, and prove them against the lines.

    A sum printed above the `last` row of goods is a line's or a group's own, and so are all of the same name.
    """
    stated = [entry for index in range(len(rows)) for entry in stated_in(rows, index, figures)]
    within = {entry.label for entry in stated if entry.kind in _SUMS and last and not _is_below(entry.span, last)}
    stated = [entry for entry in stated if entry.kind not in _SUMS or entry.label not in within]
    totals = _assign(stated, sum_of(lines))
    _with_tax(totals, rows, last, figures)
    totals.texts = tuple(f"{entry.label} {entry.span.text}" for entry in stated)
    if not _adds_up_in_a_row(rows, totals.total, sum_of(lines), figures):
        if not _adds_up(totals, stated, lines):
            stated = _explained(totals, stated, _unnamed(rows, stated, last, figures), lines)
        _prove(totals, stated, lines)
    return totals


def _with_tax(totals: Totals, rows: Sequence[Row], last: Row | None, figures: Figures) -> None:
    """Where tax is stated and no total with it: the amount below the goods that is both, under a label in pieces."""
    if totals.tax is None or totals.total is None or totals.total != totals.net_total:
        return
    for row in rows:
        for phrase in row.phrases:
            number = money_text(phrase.text) if last is None or _is_below(phrase, last) else None
            if number and figures.read(number) == totals.total + totals.tax:
                totals.total = totals.total + totals.tax
                totals.evidence["total"] = phrase.evidence("net total and tax", 0.85)
                return


def _unnamed(rows: Sequence[Row], stated: Sequence[Stated], last: Row | None, figures: Figures) -> list[Stated]:
    """The amounts between the lines and the last sum under names of their own (`Crane truck delivery │ $95.00`):
    charges, if with them the sums come out, and only then."""
    sums = [entry.span for entry in stated if entry.kind in _SUMS]
    if last is None or not sums:
        return []
    end = max((span.page, span.top) for span in sums)
    taken = {entry.span.words[-1] for entry in stated}
    found = []
    for row in rows:
        amount = row.phrases[-1]
        number = money_text(amount.text) if (last.page, last.bottom) <= (row.page, row.top) < end else None
        value = figures.read(number) if number else None
        named = len(row.phrases) > 1 and any(map(str.isalpha, row.phrases[-2].text))
        if value is not None and named and amount.words[-1] not in taken:
            found.append(Stated(Sum.CHARGES, value, amount, row.phrases[-2].text))
    return found


def _explained(
    totals: Totals, stated: list[Stated], unnamed: Sequence[Stated], lines: Sequence[OrderLine]
) -> list[Stated]:
    """The stated sums, with the fewest charges under names of their own that make them come out; at most two."""
    for count in (1, 2):
        for some in combinations(unnamed, count):
            if _adds_up(totals, [*stated, *some], lines):
                _set_sum(totals, "charges", [*(entry for entry in stated if entry.kind is Sum.CHARGES), *some])
                return [*stated, *some]
    return stated


def _adds_up_in_a_row(rows: Sequence[Row], total: Decimal | None, computed: Decimal | None, figures: Figures) -> bool:
    """Whether one row of sums shows what the lines make, the tax on it and the total: `100.00 20.00 120.00`."""
    if total is None or computed is None or total == computed:
        return False
    for row in rows:
        values = {figures.read(number) for phrase in row.phrases if (number := money_text(phrase.text))}
        if {computed, total - computed, total} <= values:
            return True
    return False


def _is_below(span: Span, row: Row) -> bool:
    return (span.page, span.top) >= (row.page, row.top)


def _assign(stated: Sequence[Stated], lines: Decimal | None) -> Totals:
    """Which printed amount is which total."""
    totals = Totals()
    by = {kind: [entry for entry in stated if entry.kind is kind] for kind in Sum}
    gross = by[Sum.GROSS][-1:] or []
    plain = _final(by[Sum.TOTAL], lines)
    net = by[Sum.NET][-1:] or ([entry for entry in by[Sum.SUBTOTAL] if entry.value == lines] or by[Sum.SUBTOTAL])[-1:]
    if gross and plain and plain[0].value > gross[0].value:
        gross = plain  # `Importe bruto` is what the goods make, before charges and tax
    if not gross and plain and (by[Sum.TAX] or net):
        gross, plain = plain, []
    if gross and not net and plain and plain[0].value != gross[0].value:
        net = plain
    _set(totals, "net_total", net)
    _set(totals, "total", gross or plain or net)
    _set_sum(totals, "tax", _taxes(by[Sum.TAX], totals))
    _set_sum(totals, "charges", _distinct(by[Sum.CHARGES]))
    return totals


def _final(plain: Sequence[Stated], lines: Decimal | None) -> list[Stated]:
    """Of several amounts called total, the last on the last page; what the lines make, if the last is less.

    A mere `Amount` counts only where nothing says total.
    """
    plain = [entry for entry in plain if not _MERE_AMOUNT.fullmatch(entry.label.lower())] or plain
    made = [entry for entry in plain if entry.value == lines]
    if made and plain[-1].value < made[0].value:
        plain = made  # what is less than the lines is a share of them
    return [max(plain, key=lambda entry: (entry.span.page, entry.span.top, entry.span.x0))] if plain else []


def _set(totals: Totals, name: str, entries: Sequence[Stated]) -> None:
    if entries:
        entry = entries[-1]
        setattr(totals, name, entry.value)
        totals.evidence[name] = entry.span.evidence(f"total label: {entry.label}", 0.95)


def _distinct(entries: Sequence[Stated]) -> list[Stated]:
    """The same amount printed twice under one name is one amount."""
    held: dict[tuple[Decimal, str], Stated] = {}
    for entry in entries:
        held.setdefault((entry.value, ""), entry)
    return list(held.values())


def _taxes(entries: Sequence[Stated], totals: Totals) -> list[Stated]:
    """The taxes that lie between net and total: two of the same amount (CGST, SGST) count twice only if both do."""
    once, between = _distinct(entries), None
    if totals.net_total is not None and totals.total is not None:
        between = totals.total - totals.net_total
    if sum((entry.value for entry in once), Decimal(0)) != between == sum((e.value for e in entries), Decimal(0)):
        return list(entries)
    return once


def _set_sum(totals: Totals, name: str, entries: Sequence[Stated]) -> None:
    if entries:
        setattr(totals, name, sum((entry.value for entry in entries), Decimal(0)))
        totals.evidence[name] = entries[-1].span.evidence(f"total label: {entries[-1].label}", 0.9)


def _prove(totals: Totals, stated: Sequence[Stated], lines: Sequence[OrderLine]) -> None:
    """Lines + charges − discounts = net; net + tax = total. What does not hold becomes a doubt."""
    computed = sum_of(lines)
    if totals.total is None:
        totals.doubts.append(
            "no order total was found" + (f": the lines make {computed:f}" if computed is not None else "")
        )
        return
    if computed is None:
        if lines:
            totals.doubts.append(f"the total {totals.total:f} cannot be proved: a line has no amount")
        return
    if not _adds_up(totals, stated, lines):
        additions = _additions(stated)
        said = f"the lines make {computed:f}"
        if additions:
            said += f", charges and discounts {sum(additions, Decimal(0)):f}"
        if totals.tax is not None:
            said += f", tax {totals.tax:f}"
        totals.doubts.append(f"{said}, the document says {totals.total:f}")
        if totals.net_total is not None and totals.net_total not in {totals.total, computed}:
            totals.doubts.append(f"the lines make {computed:f}, the document says {totals.net_total:f} net")


def _additions(stated: Sequence[Stated]) -> list[Decimal]:
    """Charges and discounts."""
    charges = [entry.value for entry in stated if entry.kind is Sum.CHARGES]
    return charges + [-abs(entry.value) for entry in stated if entry.kind is Sum.DISCOUNT]


def _adds_up(totals: Totals, stated: Sequence[Stated], lines: Sequence[OrderLine]) -> bool:
    """Whether the lines lead to the total over the charges, discounts and taxes stated."""
    computed = sum_of(lines)
    if computed is None or totals.total is None:
        return False
    taxes = [entry.value for entry in stated if entry.kind is Sum.TAX]
    return _holds(computed, _additions(stated)[:8], taxes[:6], totals.total, totals.net_total)


def _holds(
    computed: Decimal, additions: Sequence[Decimal], taxes: Sequence[Decimal], total: Decimal, net: Decimal | None
) -> bool:
    if net is None or net == total:
        return reached(computed, [*additions, *taxes], total)
    if not (reached(computed, additions, net) or abs(computed - total) <= HALF_A_CENT):
        return False
    return reached(net, [*additions, *taxes], total) or abs(net - total) <= HALF_A_CENT
