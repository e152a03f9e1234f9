"""Advices waiting for their money, so that each payment is held only against those that may belong to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from bots.domain.bank import BankLine
from bots.domain.orders import same_number
from bots.remittance_reader.matching.indexes import grouped
from bots.remittance_reader.matching.payment import FiledAdvice

_SHORTEST = 5  #: signs of a payment reference that can be told from chance


@dataclass(frozen=True)
class Shelf:
    """The advices nothing was posted for yet (those posted lately may stay: they show what was used before)."""

    advices: tuple[FiledAdvice, ...] = ()

    def beside(self, line: BankLine) -> tuple[FiledAdvice, ...]:
        """Advices of this amount, of this amount and what banks kept, or named by the money; by content, once."""
        kept = line.charges.amount if line.charges else Decimal(0)
        amounts = {line.amount, line.amount + kept}
        found = [one for amount in amounts for one in self._by_total.get((line.currency, amount), ())]
        found += [one for word in words_of(line) for one in self._by_reference.get(word, ())]
        once = {one.content: one for one in found}
        return tuple(once[content] for content in sorted(once))

    @cached_property
    def _by_total(self) -> dict[tuple[str | None, Decimal | None], tuple[FiledAdvice, ...]]:
        return dict(grouped(((one.advice.currency, one.advice.total), one) for one in self.advices))

    @cached_property
    def _by_reference(self) -> dict[str, tuple[FiledAdvice, ...]]:
        references = ((same_number(one.advice.payment_ref or ""), one) for one in self.advices)
        return dict(grouped((reference, one) for reference, one in references if len(reference) >= _SHORTEST))


def words_of(line: BankLine) -> frozenset[str]:
    """Everything the money carries that may be an advice's payment reference, without its spelling."""
    written: Iterable[str] = (line.end_to_end_id or "", *(one.text for one in line.references), *line.text)
    words = (same_number(word) for text in written for word in (text, *text.split()))
    return frozenset(word for word in words if len(word) >= _SHORTEST)
