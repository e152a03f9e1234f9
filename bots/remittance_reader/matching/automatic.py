"""Whether a machine may post: every condition of DOMAIN section 4, each that fails as a sentence for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.allocation import Allocation, Basis, Residual, ResidualKind
from bots.domain.bank import Scope
from bots.remittance_reader.matching.autonomy import Mode, same_posting
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.explaining import Explanation, names_any
from bots.remittance_reader.matching.naming import SAFE
from bots.remittance_reader.matching.pairing import same_amount
from bots.remittance_reader.matching.payment import Payment
from bots.remittance_reader.matching.policy import Policy

ZERO = Decimal(0)
_WEAK = {
    Basis.SUFFIX: "only its last digits are named",
    Basis.CORRECTED: "a sign of its number was misread",
    Basis.ORDER: "only its order is named",
    Basis.AMOUNT: "only the amount points to it",
}


@dataclass(frozen=True)
class Case:
    """The explanation a machine would post, and the others that fit as well."""

    payment: Payment
    best: Explanation
    rivals: tuple[Explanation, ...]
    book: Book
    policy: Policy

    @property
    def allocations(self) -> tuple[Allocation, ...]:
        """The money on items, by the best explanation."""
        return self.best.proposal.allocations

    @property
    def residuals(self) -> tuple[Residual, ...]:
        """Everything missing of those items."""
        return tuple(residual for one in self.allocations for residual in one.residuals)


def against(case: Case) -> tuple[str, ...]:
    """What stands against the posting itself, whoever the customer is."""
    every = (
        *_booked(case), *_payer(case), *case.best.doubts, *case.best.beyond, *_items(case), *_sum(case),
        *_residuals(case), *_second(case), *_other_advices(case), *_seen(case), *_period(case),
    )  # fmt: skip
    return tuple(dict.fromkeys(every))


def held_back(case: Case) -> tuple[str, ...]:
    """What keeps a sure posting for a person all the same: earned autonomy, the cap."""
    return (*_earned(case), *_capped(case))


def _booked(case: Case) -> Iterator[str]:
    if case.payment.scope is Scope.INTRADAY:
        yield "The money is in a report during the day, which comes again in the statement: it is posted from there."
    for doubt in case.payment.statement_doubts:
        yield f"The statement it is in cannot be relied on: {doubt}"
    yield from (f"The bank's line was not read beyond doubt: {doubt}" for doubt in case.payment.line.doubts)


def _payer(case: Case) -> Iterator[str]:
    yield from case.best.payer.doubts
    if case.best.payer.customer is None:
        return
    strangers = {one.customer: one.item for one in case.allocations if one.customer not in case.best.payer.group}
    payer = case.book.customer_named(case.best.payer.customer)
    for customer, item in sorted(strangers.items()):
        owner = case.book.customer_named(customer)
        yield f"{item} is owed by {owner}, for whom {payer} is not recorded to pay: say whether it does."


def _items(case: Case) -> Iterator[str]:
    for one in case.allocations:
        if one.basis not in SAFE:
            yield f"{one.item} is a proposal: {_WEAK.get(one.basis, 'a person chose it')}. Say whether it is meant."


def _sum(case: Case) -> Iterator[str]:
    left, line = case.best.proposal.on_account, case.payment.line
    if left and case.allocations:
        yield f"{left:f} {line.currency} of the payment are on no item named: say what they are for."


def _residuals(case: Case) -> Iterator[str]:
    for one in case.allocations:
        for residual in one.residuals:
            if residual.kind not in case.policy.unattended_residuals:
                words = f" ({residual.text})" if residual.text else ""
                reason = f", {residual.reason.value}" if residual.reason else ""
                yield (
                    f"{residual.amount:f} of {one.item} stay unpaid: {residual.kind.value}{reason}{words}. Say what "
                    "becomes of them."
                )
    yield from _budget(case)


def _budget(case: Case) -> Iterator[str]:
    """What is let go for the customer in the year of the value date, this payment included."""
    now = sum((one.amount for one in case.residuals if one.kind is ResidualKind.TOLERANCE), ZERO)
    customer, year = case.best.payer.customer, (case.payment.line.valued or case.payment.line.booked).year
    if not now or customer is None:
        return
    used = case.book.let_go(customer, year)
    if used + now > case.policy.tolerance_yearly:
        yield (
            f"{now:f} would be let go, and {used:f} of the {case.policy.tolerance_yearly:f} for "
            f"{case.book.customer_named(customer)} in {year} are used: ask for the rest, or let it go."
        )


def _second(case: Case) -> Iterator[str]:
    others = [one for one in case.rivals if not same_posting(one.proposal, case.best.proposal)]
    if case.best.proposal.solutions > 1 or others:
        also = " or ".join(sorted(", ".join(one.item for one in rival.proposal.allocations) for rival in others))
        pays = ", ".join(one.item for one in case.allocations)
        yield f"The payment can be for {pays}{f' or for {also}' if also else ' and for others as well'}: say which."


def _other_advices(case: Case) -> Iterator[str]:
    """Another advice of the same amount, where only the amount and the day led to this one."""
    paired, group = case.best.paired, case.best.payer.group
    others = same_amount(case.payment, paired, case.book) if paired else ()
    for other in others:
        if names_any(other, group, case.book):
            yield (
                f"An advice of {other.day} is for the same {other.advice.total:f} {other.advice.currency}, and the "
                "money names neither: say which it belongs to."
            )


def _seen(case: Case) -> Iterator[str]:
    before = case.book.posted_as(case.payment.identity)
    if before:
        yield f"This money was posted as receipt {before.receipt} already: nothing is left to post."
    used = case.book.used(case.best.paired.filed.content) if case.best.paired else None
    if used:
        yield f"Its advice was used for receipt {used.receipt} already: find out whether it is paid twice."


def _period(case: Case) -> Iterator[str]:
    day = case.payment.line.booked
    if not case.book.is_open(day):
        yield f"The period of {day} is closed: open it, or say on which day the money is posted."


def _earned(case: Case) -> Iterator[str]:
    customer = case.best.payer.customer
    autonomy = case.book.autonomy_of(customer) if customer else None
    if customer and autonomy and autonomy.mode is Mode.SHADOW:
        yield (
            f"{case.book.customer_named(customer)} is in shadow mode: {autonomy.agreements} of "
            f"{case.policy.agreements_needed} agreements with the clerk. Post it, and it counts as one."
        )


def _capped(case: Case) -> Iterator[str]:
    customer, line = case.best.payer.customer, case.payment.line
    own = case.book.autonomy_of(customer).cap if customer else None
    cap = own or case.policy.unattended_cap
    if cap.currency != line.currency or line.amount > cap.amount:
        yield f"{line.amount:f} {line.currency} is not within the {cap} that may be posted unattended: agree to it."


def rivals(best: Explanation, every: Sequence[Explanation]) -> tuple[Explanation, ...]:
    """The other explanations in which words and money agree."""
    return tuple(one for one in every if one is not best and one.whole)
