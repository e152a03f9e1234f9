"""An entry of camt made into lines: one alone, or one for each payment of a batch when they add up to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from bots.domain.bank import BankLine
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.camt_line import line_of
from bots.remittance_reader.readers.bank.camt_values import amount_of, direction
from bots.remittance_reader.readers.xml import Node


@dataclass(frozen=True)
class Entry:
    """One `Ntry`: what stands on the account. Its `payments` are the `TxDtls` inside."""

    node: Node

    @cached_property
    def status(self) -> str:
        """BOOK, PDNG, INFO, FUTR; a code of its own since version 8."""
        return self.node.said("Sts") or self.node.said("Sts", "Cd") or self.node.said("Sts", "Prtry") or ""

    @cached_property
    def sign(self) -> int:
        """1 for money in, -1 for money out; of a reversal too (ISO 20022: the reversal's own direction)."""
        return direction(self.node)

    @cached_property
    def amount(self) -> Decimal:
        """What moved on the account, signed."""
        return self.sign * self._money[0]

    @property
    def currency(self) -> str:
        """The currency of the entry."""
        return self._money[1]

    @cached_property
    def _money(self) -> tuple[Decimal, str, str]:
        found = amount_of(self.node)
        if found is None:
            raise BusinessError(f"the entry on line {self.node.element.sourceline} has no amount; ask the bank")
        return found

    @property
    def payments(self) -> tuple[Node, ...]:
        """The payments the bank tells apart."""
        return tuple(self.node.all("NtryDtls", "TxDtls")) or tuple(self.node.all("TxDtls"))

    @property
    def announced(self) -> int:
        """How many payments the bank says there are, 1 when it says nothing."""
        said = self.node.said("NtryDtls", "Btch", "NbOfTxs") or self.node.said("Btch", "NbOfTxs") or "1"
        return int(said) if said.isdigit() else 1


Parts = tuple[tuple[BankLine, ...], tuple[str, ...]]


def lines_of(entry: Entry, account: str) -> Parts:
    """The lines of an entry and what is doubtful about the whole of it. Their sum is always the entry's amount."""
    payments = entry.payments
    if len(payments) < 2:
        return _alone(entry, account)
    amounts = [_amount_in(entry, payment) for payment in payments]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return _together(entry, account, "not the amount of each in the account's currency"), ()
    if sum(known) != entry.amount:
        known = [entry.sign * abs(amount) for amount in known]  # some banks copy the other side's direction
    if sum(known) != entry.amount:
        return _together(entry, account, "other amounts"), (_batch_doubt(entry, sum(known, Decimal(0))),)
    return tuple(
        replace(line_of(entry.node, payment, amount, entry.currency, account), member=place, members=len(payments))
        for place, (payment, amount) in enumerate(zip(payments, known, strict=True), 1)
    ), ()


def _alone(entry: Entry, account: str) -> Parts:
    payment = next(iter(entry.payments), None)
    line = line_of(entry.node, payment, entry.amount, entry.currency, account)
    if entry.announced > 1:
        doubt = f"a batch of {entry.announced} payments, none shown apart: ask the bank for the details (camt.054)"
        line = replace(line, members=entry.announced, doubts=(*line.doubts, doubt))
    return (line,), ()


def _together(entry: Entry, account: str, why: str) -> tuple[BankLine, ...]:
    """The entry as one line with the texts and references of all its payments; nobody is named as its payer."""
    lines = [line_of(entry.node, payment, entry.amount, entry.currency, account) for payment in entry.payments]
    doubt = f"a batch of {len(lines)} payments for which the bank gives {why}: ask it for the details (camt.054)"
    whole = line_of(entry.node, None, entry.amount, entry.currency, account)
    texts = tuple(dict.fromkeys(text for line in lines for text in line.text))
    references = tuple(reference for line in lines for reference in line.references)
    return (replace(whole, members=len(lines), text=texts, references=references, doubts=(*whole.doubts, doubt)),)


def _amount_in(entry: Entry, payment: Node) -> Decimal | None:
    """A payment's signed amount in the entry's currency; None when the bank does not give it."""
    for path in ((), ("AmtDtls", "TxAmt"), ("AmtDtls", "CntrValAmt")):
        found = amount_of(payment, *path)
        if found and found[1] == entry.currency:
            return (direction(payment) if payment.said("CdtDbtInd") else entry.sign) * found[0]
    return None


def _batch_doubt(entry: Entry, found: Decimal) -> str:
    return (
        f"the entry on line {entry.node.element.sourceline} is {entry.amount:f} {entry.currency}, but its "
        f"{len(entry.payments)} "
        f"payments make {found:f}: the difference is {entry.amount - found:f}; ask the bank"
    )
