"""What a row of an advice is before its columns are known: a sum, or one that only passes a sum on."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from bots.domain.reading.words import Row, Span
from bots.remittance_reader.readers.advices import vocabulary


class Sum(IntEnum):
    """What a row that sums says, the plainer the higher."""

    CARRIED = 0  #: passed on from page to page
    PARTIAL = 1  #: of some lines, or of a column that is not the payment
    TOTAL = 2  #: a total without saying of what
    PAYMENT = 3  #: the amount paid, in so many words


_PATTERNS = (
    (Sum.CARRIED, vocabulary.CARRIED),
    (Sum.PAYMENT, vocabulary.LABELS["total"]),
    (Sum.PARTIAL, vocabulary.PARTIAL),
    (Sum.TOTAL, vocabulary.TOTAL),
)


@lru_cache(maxsize=8192)
def sum_of(folded: str) -> tuple[Sum, int] | None:
    """The kind of sum a phrase is the label of, and where its label ends; the longest label wins."""
    best: tuple[Sum, int] | None = None
    for kind, pattern in _PATTERNS:
        found = vocabulary.start(pattern).match(folded)
        if found and found.end() > (best[1] if best else 0):
            best = (kind, found.end())
    return best


def label_of(row: Row) -> tuple[Sum, Span, int] | None:
    """The first phrase of a row that has words, when it is the label of a sum."""
    for phrase in row.phrases:
        if any(sign.isalpha() for sign in phrase.text):
            found = sum_of(phrase.folded)
            if found:
                return found[0], phrase, found[1]
            if len(phrase.text) > 5:
                return None
    return None


def is_sum(row: Row) -> bool:
    """Whether a row begins with the label of a sum."""
    return label_of(row) is not None
