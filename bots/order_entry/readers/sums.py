"""Rows of sums below the goods or among them, told by their labels: they are no item's."""

from __future__ import annotations

import re

from bots.domain.reading.figures import money_text, numbers_in
from bots.domain.reading.words import Row
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.body import SUMMARY, TOTALS
from bots.order_entry.readers.stated import is_label_of_a_sum

_SUM_OF_ALL = re.compile(
    r"total\b.*\b(?:value|amount|order|vat|tax|net|h\.?t|ttc|montant|commande|importe|pedido|betrag)\b"
)
_RATED = re.compile(rf"(?:{vocabulary.TAX})[\s@(]*\d[\d.,]*\s*%?\)?")


def only_totals(row: Row) -> bool:
    """Whether a row begins with the label of a sum, or a tax with its rate, and nothing else stands in that phrase."""
    first = row.phrases[0]
    if _SUM_OF_ALL.match(first.folded) or _RATED.fullmatch(first.folded):
        return True
    return any(
        vocabulary.whole(pattern).match(first.folded) for pattern in (*SUMMARY, vocabulary.SUBTOTAL, vocabulary.CARRIED)
    )


def many_totals(row: Row) -> bool:
    """Whether labels of totals stand side by side, their amounts below."""
    plain = sum(any(vocabulary.whole(p).match(phrase.folded) for p in TOTALS) for phrase in row.phrases)
    return plain >= 2 or (plain == 1 and sum(map(is_label_of_a_sum, row.phrases)) > 2)


def over_a_total(row: Row) -> bool:
    """Whether the label of the total ends a row of labels, its amount below."""
    last = row.phrases[-1]
    return len(row.phrases) > 1 and any(
        vocabulary.whole(p).match(last.folded) for p in (vocabulary.TOTAL, vocabulary.GROSS)
    )


def total_beside(row: Row) -> bool:
    """Whether a sum stands at the right of a note: `Exempt from sales tax … P.O. TOTAL $9,455.40`."""
    if len(row.phrases) < 3 or not money_text(row.phrases[-1].text):
        return False
    return is_label_of_a_sum(row.phrases[-2]) and any(map(str.isalpha, row.phrases[-2].text))


def has_money(row: Row) -> bool:
    """Whether an amount stands behind a row's first words."""
    if any(money_text(phrase.text) for phrase in row.phrases[1:]):
        return True
    return bool(numbers_in(row.phrases[-1].text.rsplit(":", 1)[-1]))
