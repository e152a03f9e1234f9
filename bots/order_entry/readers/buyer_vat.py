"""The buyer's VAT number among those on a paper: the one by his name, or outside every other address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bots.domain.reading.companies import is_name, plain_name
from bots.domain.reading.identifiers import vat_number
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.addresses import Block, column_below, outside
from bots.order_entry.readers.labels import labels_in

_POSTCODE = re.compile(r"(?<!\d)\d{4,6}(?!\d)|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_THEIRS = re.compile(r"(?:your|vendor|supplier|votre|fournisseur|ihre|lieferant|proveedor)")


def numbers_of_buyer(name: str | None, rows: Sequence[Row], suppliers: Sequence[Block]) -> dict[str, Span]:
    """The VAT numbers that may be the buyer's, each with its words; one where it is told whose it is.

    Those in a supplier's block are left out, and those told to be `yours`.
    """
    found: dict[str, Span] = {}
    labelled = _after_vat_label(rows)
    for phrase in outside(rows, suppliers):
        if _THEIRS.search(phrase.folded):
            continue
        told = vat_number(phrase, _calls_itself_vat(phrase) or id(phrase.words[0]) in labelled)
        if told:
            found.setdefault(*told)
    own = _own_words(name, rows)
    ours = {number: span for number, span in found.items() if any(id(word) in own for word in span.words)}
    if len(ours) == 1:
        return ours
    if ours:
        return found
    beside = {number for number, span in found.items() if any(id(word) in labelled for word in span.words)}
    return {
        number: span
        for number, span in found.items()
        if number in beside or not _is_in_another_address(name, rows, span)
    }


def _after_vat_label(rows: Sequence[Row]) -> set[int]:
    """The words (`id`) beside a label that asks for a VAT number (`Our VAT │ NL…`), or just below it at its edge."""
    pairs = [pair for row in rows for pair in pairwise(row.phrases)]
    pairs += [
        (label, phrase)
        for above, row in pairwise(rows)
        for label in above.phrases
        for phrase in row.phrases
        if abs(label.x0 - phrase.x0) < 3 and -1 < phrase.top - label.bottom < label.height
    ]
    return {
        id(word)
        for before, phrase in pairs
        for word in phrase.words
        if any(kind == "vat" for kind, _, _ in labels_in(before.folded)) and not _THEIRS.search(before.folded)
    }


def _own_words(name: str | None, rows: Sequence[Row]) -> set[int]:
    """The words (`id`) that stand in one phrase with the buyer's name, below it, or in the row of it in a footer."""
    if not name:
        return set()
    own = plain_name(name)
    held: set[int] = set()
    for index, row in enumerate(rows):
        for phrase in row.phrases:
            if own not in plain_name(phrase.text):
                continue
            spans = [phrase, *column_below(rows, index, phrase)]
            if len(row.phrases) > 2:
                spans += [other.span for other in rows[index : index + 3] if other.page == row.page]
            elif len(row.phrases) == 1:
                spans += _close_below(rows, index)
            held |= {id(word) for span in spans for word in span.words}
    return held


def _is_in_another_address(name: str | None, rows: Sequence[Row], number: Span) -> bool:
    """Whether a number ends an address that is headed by another name than the buyer's, and with no label."""
    if not name:
        return False
    index = next(index for index, row in enumerate(rows) if number.words[0] in row.words)
    here = next(phrase for phrase in rows[index].phrases if number.words[0] in phrase.words)
    block = list(_column_above(rows, index, here))
    town = any(_POSTCODE.search(phrase.text) for phrase in block)
    own = {plain_name(word) for word in name.split() if len(word) > 3}
    told = {plain_name(word) for word in block[-1].text.split()} if block else set()
    return town and is_name(block[-1]) and not labels_in(block[-1].folded) and not own & told


def _column_above(rows: Sequence[Row], index: int, here: Span) -> Iterator[Span]:
    """The phrases over one in its column, upwards as far as they stand close."""
    for row in reversed(rows[max(index - 6, 0) : index]):
        phrase = next((other for other in row.phrases if abs(other.x0 - here.x0) < 3), None)
        if phrase is None and here.top - row.bottom < 1.3 * here.height:
            continue
        if phrase is None or phrase.page != here.page or here.top - phrase.bottom > 1.3 * here.height:
            return
        yield phrase
        here = phrase


def _close_below(rows: Sequence[Row], index: int) -> list[Span]:
    """The rows that follow one without a gap."""
    held: list[Span] = []
    for above, row in pairwise(rows[index : index + 5]):
        if row.page != above.page or row.top - above.bottom > 0.6 * (row.bottom - row.top):
            break
        held.append(row.span)
    return held


def _calls_itself_vat(phrase: Span) -> bool:
    return any(kind == "vat" for kind, _, _ in labels_in(phrase.folded))
