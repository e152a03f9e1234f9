"""Whose open items are worth asking the portal for: everyone the money or its advices may be of, and every number said.

Only a selection of what to look at: who paid is for matching to say, and it wants two sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bots.domain.customers import Customer
from bots.remittance_reader.matching import Book, FiledAdvice, Payment, Policy
from bots.remittance_reader.matching.indexes import compact

LIKENESS = 70.0  #: of 100; a name this like is worth a look
_NUMBER = re.compile(r"(?<![A-Z0-9])[A-Z]{0,4}[-/ ]?\d{4,12}(?![A-Z0-9])")


@dataclass(frozen=True)
class Suspects:
    """The likely payers of one payment, and the document numbers it names."""

    payment: Payment
    book: Book
    policy: Policy

    @cached_property
    def customers(self) -> tuple[Customer, ...]:
        """The likely payers and those they pay for, by number."""
        payers = set(self._of_money())
        for advice in self.advices:
            payers |= set(self._of_advice(advice))
        numbers = {number for payer in payers for number in self.book.pays_for(payer)}
        return tuple(one for one in self.book.customers if one.number in numbers)

    @cached_property
    def advices(self) -> tuple[FiledAdvice, ...]:
        """The advices that may be of this money: of no smaller amount."""
        line = self.payment.line
        return tuple(
            one
            for one in self.payment.advices
            if one.advice.currency in {None, line.currency} and (one.advice.total or line.amount) >= line.amount
        )

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Document numbers as they were written, each once: by the advices, in fields of their own, in free text."""
        line = self.payment.line
        named = [one.text for one in line.references]
        named += [line.reference or "" for advice in self.advices for line in advice.advice.lines]
        words = _NUMBER.findall(" ".join(line.text).upper())
        return tuple(dict.fromkeys(number.strip() for number in (*named, *words) if number.strip()))

    def _of_money(self) -> Iterator[str]:
        line = self.payment.line
        yield from self.book.confirmed(line.payer_iban)
        yield from self._named(line.payer_name)
        yield from self._named(line.ultimate_debtor)

    def _of_advice(self, filed: FiledAdvice) -> Iterator[str]:
        payer, envelope = filed.advice.payer, filed.advice.envelope
        for identifier in (payer.vat, payer.registration, payer.gln):
            yield from self.book.identified(compact(identifier))
        yield from self._named(payer.name)
        yield from (one.number for one in self.book.customers if payer.number in {one.number, *one.buyer_numbers})
        yield from self.book.of_domain(envelope.authenticated if envelope else None)

    def _named(self, name: str | None) -> Iterator[str]:
        meant = self.book.names.meant(name, LIKENESS, 0.0) if name else None
        if meant:
            yield meant.customer
