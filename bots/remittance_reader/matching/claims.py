"""What a payer says to pay: documents with amounts from an advice, or documents named by the money itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from bots.domain.advices import AdviceLine, Deduction
from bots.domain.bank import BankLine
from bots.domain.bank_references import ReferenceKind
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.mentions import Mention, Spelling
from bots.remittance_reader.matching.not_references import Ignored
from bots.remittance_reader.matching.pairing import Paired
from bots.remittance_reader.matching.wording import read_reference, read_words

ZERO = Decimal(0)


@dataclass(frozen=True)
class Claim:
    """Documents named together, usually one, and what is paid on them; `net` is None where only the sum is known."""

    mentions: tuple[Mention, ...]
    net: Decimal | None = None
    deductions: tuple[Deduction, ...] = ()
    text: str = ""  #: how sentences call it: `the line "FAC/2026/0412" of the advice of 2026-04-12`

    @property
    def certain(self) -> bool:
        """Whether an item that is not found must stop a machine."""
        return self.net is not None or any(one.certain for one in self.mentions)


@dataclass(frozen=True)
class Said:
    """Everything the money itself says: its claims, the company numbers in it, and what names no document."""

    claims: tuple[Claim, ...]
    registered: tuple[str, ...]
    ignored: tuple[Ignored, ...]


def from_advice(paired: Paired, book: Book) -> tuple[Claim, ...]:
    """One claim for each line of an advice."""
    advice, day = paired.filed.advice, paired.filed.day
    alone = advice.total if len(advice.lines) == 1 else None
    return tuple(_line(line, f"on the advice of {day}", alone, book, paired) for line in advice.lines)


def from_money(line: BankLine, book: Book) -> Said:
    """What stands in the bank's own fields and in its free text."""
    fields = list(_fields(line, book))
    texts = [read_words(line.text, "in the bank's text", book, line.booked)]
    if line.end_to_end_id:
        texts.append(read_words((line.end_to_end_id,), "in the end-to-end id", book, line.booked))
    named = [Claim((mention,)) for mention in chain.from_iterable(one.mentions for one in texts)]
    registered = tuple(dict.fromkeys(chain.from_iterable(one.registered for one in texts)))
    ignored = tuple(dict.fromkeys(chain.from_iterable(one.ignored for one in texts)))
    return Said((*fields, *named), registered, ignored)


def _line(line: AdviceLine, place: str, alone: Decimal | None, book: Book, paired: Paired) -> Claim:
    mentions = read_reference(line.reference, place, book, paired.filed.day) if line.reference else ()
    if line.reference and not mentions:
        mentions = (Mention(line.reference, place, Spelling.SERIES),)
    text = f'the line "{line.reference or line.document_date or "without a number"}" {place}'
    return Claim(mentions, _net(line, alone), line.deductions, text)


def _net(line: AdviceLine, alone: Decimal | None) -> Decimal | None:
    """What the line pays; the gross less its deductions where the net is not printed."""
    if line.net is not None:
        return line.net
    if line.gross is not None:
        return line.gross - sum((one.amount for one in line.deductions), ZERO)
    return alone


def _fields(line: BankLine, book: Book) -> Iterable[Claim]:
    """References in fields of their own. One with wrong check digits is only words."""
    for reference in line.references:
        place = "in the bank's field for references"
        if reference.valid:
            yield Claim((Mention(reference.text, place, Spelling.REFERENCE),), reference.amount)
        elif reference.kind is ReferenceKind.DOCUMENT:
            mentions = read_reference(reference.text, place, book, line.booked)
            yield Claim(mentions or (Mention(reference.text, place, Spelling.SERIES),), reference.amount)
        elif reference.valid is None:
            yield from (Claim((one,)) for one in read_words((reference.text,), place, book, line.booked).mentions)
