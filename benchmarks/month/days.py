"""The month as it is worked: each day's payments against the book of that morning, and a clerk for the rest.

What the clerk posts is right, and teaches what a person's posting teaches: the account it came from, and for whom it
pays. So a new account is a question once, not all month; and what was paid yesterday is settled today.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from benchmarks.month.company import OWN_NUMBERS, POLICY
from benchmarks.month.payments import Coming
from bots.domain.allocation import Match, ResidualKind
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching import (
    Book,
    ConfirmedAccount,
    PayerGroup,
    Payment,
    PostedPayment,
    SettledItem,
    Shelf,
    ToleranceUsed,
    match_all,
)

WAITED = 5  #: days a payment waits for its advice before anybody is asked
FIRST_KEPT = -40  #: advices older than that are put away


@dataclass
class Worked:
    """The answers in the order of the lines, and the processor time the matching itself took."""

    matches: list[Match] = field(default_factory=list)
    seconds: float = 0.0


def worked(coming: Sequence[Coming], book: Book) -> Worked:
    """Day by day. `coming` is in the order of booking."""
    done, desk = Worked(), _Desk(book)
    filed = sorted((filed for one in coming for filed in one.advices), key=lambda one: one.arrived)
    for today, day in groupby(coming, key=lambda one: one.line.booked):
        lines = list(day)
        shelf = Shelf(tuple(one for one in filed if FIRST_KEPT <= (one.arrived - today).days <= WAITED))
        payments = [Payment(one.line, OWN_NUMBERS[2], str(one.line.booked), shelf.beside(one.line)) for one in lines]
        desk.open_for_the_day()
        begun = time.process_time()
        matches = match_all(payments, desk.book, POLICY)
        done.seconds += time.process_time() - begun
        done.matches += matches
        for one, payment, match in zip(lines, payments, matches, strict=True):
            desk.post(one, payment, match)
    return done


class _Desk:
    """The books as they change, one posting after the other."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.open: dict[str, OpenItem] = {one.number: one for one in book.items}
        self.settled, self.posted, self.accounts = list(book.settled), list(book.posted), list(book.accounts)
        self.groups: dict[str, set[str]] = {one.payer: set(one.members) for one in book.groups}
        self.let_go: dict[str, Decimal] = {}

    def open_for_the_day(self) -> None:
        """A book of this morning, its item indexes made."""
        self.book = self.book.renewed(
            items=tuple(self.open.values()), settled=tuple(self.settled), posted=tuple(self.posted),
            accounts=tuple(self.accounts),
            groups=tuple(PayerGroup(one, tuple(sorted(each))) for one, each in self.groups.items()),
            tolerance_used=tuple(ToleranceUsed(one, 2026, amount) for one, amount in self.let_go.items()),
        )  # fmt: skip
        self.book.warm()

    def post(self, one: Coming, payment: Payment, match: Match) -> None:
        """What the machine posts if it may; else what the payment is truly for."""
        best = match.proposals[0] if match.automatic else None
        paid = {each.item: each.paid for each in best.allocations} if best else one.truth.paid
        payer = best.payer if best else one.truth.payer
        if not best:
            self._learn(one, paid)
        if best and payer:
            residuals = (residual for each in best.allocations for residual in each.residuals)
            gone = sum((each.amount for each in residuals if each.kind is ResidualKind.TOLERANCE), Decimal(0))
            self.let_go[payer] = self.let_go.get(payer, Decimal(0)) + gone
        self._settle(paid, one)
        if payer:
            line = one.line
            used = [filed.content for filed in one.advices]
            advice = best.advice if best else used[0] if used and one.truth.paid else None
            self.posted.append(
                PostedPayment(
                    f"R{len(self.posted)}",
                    payment.identity,
                    payer,
                    line.amount,
                    line.currency,
                    line.booked,
                    line.end_to_end_id,
                    advice,
                )
            )

    def _settle(self, paid: Mapping[str, Decimal], one: Coming) -> None:
        for number, money in paid.items():
            item = self.open.get(number)
            if item is None:
                continue
            rest = Decimal(0) if number in one.truth.closes else item.balance - money
            if rest:
                self.open[number] = replace(item, balance=rest)
            else:
                del self.open[number]
                self.settled.append(SettledItem(number, item.customer, one.line.booked))

    def _learn(self, one: Coming, paid: Mapping[str, Decimal]) -> None:
        payer = one.truth.payer
        if payer is None or one.line.amount <= 0:
            return
        if one.line.payer_iban and payer not in self.book.confirmed(one.line.payer_iban):
            self.accounts.append(ConfirmedAccount(one.line.payer_iban, payer))
        owners = {self.open[number].customer for number in paid if number in self.open}
        self.groups.setdefault(payer, set()).update(owners - {payer})
