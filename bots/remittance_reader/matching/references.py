"""From the words of a payer to one open item: exact, by our series, by check digits, by last digits, by one sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.allocation import Basis
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.mentions import Mention, Spelling
from bots.remittance_reader.matching.series import DocumentNumber

#: What a sign on paper may have been, where a machine or a tired person read it: only digits are put right.
_MISREAD = {
    "0": "68", "1": "7", "2": "7", "3": "8", "4": "9", "5": "6", "6": "058", "7": "12", "8": "036", "9": "4",
    "A": "4", "B": "8", "D": "0", "G": "6", "I": "1", "L": "1", "Q": "0", "S": "5", "Z": "2",
}  # fmt: skip
_BASIS = {
    Spelling.PRINTED: Basis.EXACT,
    Spelling.SERIES: Basis.NORMALISED,
    Spelling.BARE: Basis.NORMALISED,
    Spelling.REFERENCE: Basis.CHECK_DIGIT,
    Spelling.ORDER: Basis.ORDER,
    Spelling.ENDING: Basis.SUFFIX,
    Spelling.COUNT: Basis.SUFFIX,
}
_WORDS = {
    Basis.EXACT: "is {item} as we print it",
    Basis.NORMALISED: "is {item} in another spelling, by our numbering series",
    Basis.CHECK_DIGIT: "is the payment reference of {item}, with right check digits",
    Basis.ORDER: "is the order that {item} invoices",
    Basis.SUFFIX: "is how {item} ends, and no other open item of the payer",
    Basis.CORRECTED: "is {item} with one sign misread, and the amount is equal",
}


@dataclass(frozen=True)
class Found:
    """The open item a mention means."""

    mention: Mention
    item: OpenItem
    basis: Basis

    @property
    def evidence(self) -> str:
        """A sentence that leads from the words to the item."""
        said = _WORDS[self.basis].format(item=self.item.number)
        return f"{self.mention.shown} {said}."


@dataclass(frozen=True)
class Lost:
    """A mention that means no open item beyond doubt. `why` is a sentence."""

    mention: Mention
    why: str


def resolve(mention: Mention, group: frozenset[str], amount: Decimal | None, book: Book) -> Found | Lost:
    """The item a mention means. `group`: the payer and whom it pays for; empty when nobody knows who pays.

    A complete number is looked for among everybody's items, so that a stranger's is noticed; all else only in the
    group. `amount` is what is paid on it, None when that is not said.
    """
    items = _candidates(mention, group, book)
    if len(items) == 1:
        return Found(mention, items[0], _BASIS[mention.spelling])
    if items:
        numbers = " and ".join(sorted(one.number for one in items))
        return Lost(mention, f"{mention.shown} can be {numbers}: say which is meant.")
    corrected = _one_sign_off(mention, group, amount, book)
    if len(corrected) == 1:
        return Found(mention, corrected[0], Basis.CORRECTED)
    return Lost(mention, _nothing(mention, book))


def _candidates(mention: Mention, group: frozenset[str], book: Book) -> tuple[OpenItem, ...]:
    found = _spelt(mention, book)
    if mention.spelling in {Spelling.PRINTED, Spelling.SERIES, Spelling.REFERENCE}:
        return found
    return tuple(one for one in found if one.customer in group)


def _spelt(mention: Mention, book: Book) -> tuple[OpenItem, ...]:
    printed = book.numbered(mention.words)
    if mention.spelling is Spelling.PRINTED and printed:
        return (printed,)
    if mention.spelling is Spelling.REFERENCE:
        return book.referenced(mention.words)
    if mention.spelling is Spelling.ORDER:
        return book.ordered(mention.words)
    if mention.spelling is Spelling.ENDING:
        return book.ending(mention.words.replace("O", "0"))
    if mention.spelling is Spelling.COUNT:
        return book.with_count(mention.numbers[0].count)
    if mention.numbers:
        return tuple(item for number in mention.numbers for item in book.counted(number))
    return book.spelt(mention.words)


def _one_sign_off(mention: Mention, group: frozenset[str], amount: Decimal | None, book: Book) -> tuple[OpenItem, ...]:
    """Items of the group that one misread sign leads to and whose whole balance is what is paid."""
    if amount is None or mention.spelling in {Spelling.REFERENCE, Spelling.ORDER, Spelling.COUNT}:
        return ()
    items = {item for number in _variants(mention.words, book) for item in book.counted(number)}
    return tuple(one for one in items if one.customer in group and one.balance == amount)


def _variants(words: str, book: Book) -> Iterator[DocumentNumber]:
    for place, sign in enumerate(words):
        for digit in _MISREAD.get(sign, ""):
            changed = words[:place] + digit + words[place + 1 :]
            for series in book.series:
                for pattern in (series.spelt, series.bare):
                    if found := pattern.fullmatch(changed):
                        yield series.number(found)


def _nothing(mention: Mention, book: Book) -> str:
    numbers = mention.numbers or (None,)
    if mention.spelling not in {Spelling.COUNT, Spelling.ENDING, Spelling.REFERENCE}:
        for number in numbers:
            settled = book.was_settled(mention.words, number)
            if settled:
                return (
                    f"{mention.shown} is {settled.number}, which was settled on {settled.settled}: find out whether it "
                    "is paid twice."
                )
    if re.search(r"\d", mention.words):
        return f"{mention.shown} is no open item of the payer: find out what is meant."
    return f"{mention.shown} names no document: find out what is meant."
