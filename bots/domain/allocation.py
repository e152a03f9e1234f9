"""What a payment settles: the result of matching as values, with the reasons for each part in sentences.

Nothing here posts anything. The sums are exact: the allocated money plus what stays on account is the payment.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bots.domain.advices import Reason


class Basis(StrEnum):
    """How a line's reference led to one open item. Only the first three may post without a person."""

    EXACT = "exact"  #: as our series prints it
    NORMALISED = "normalised"  #: the same number by our numbering series, spelt another way
    CHECK_DIGIT = "check_digit"  #: a valid ISO 11649 reference
    SUFFIX = "suffix"  #: five or more last digits, unique among the payer's open items
    CORRECTED = "corrected"  #: one sign read wrongly, and the amount is equal
    ORDER = "order"  #: the payer names the order that only this item invoices
    AMOUNT = "amount"  #: no reference: one amount, a statement balance or a sum of items; a suggestion
    PERSON = "person"  #: somebody chose it


class ResidualKind(StrEnum):
    """What the part of an item is that the money does not cover."""

    DISCOUNT = "discount"  #: agreed, and in time at value date
    BANK_FEE = "bank_fee"
    EXCHANGE = "exchange"  #: difference of currencies
    TOLERANCE = "tolerance"  #: small enough to be let go, within the year's budget
    DISPUTE = "dispute"  #: the payer says why; becomes a case
    UNEXPLAINED = "unexplained"  #: nobody says why; becomes a case
    OPEN = "open"  #: paid in part, the rest stays open


@dataclass(frozen=True)
class Residual:
    """A part of an item the money does not cover. Positive: that much is missing. `text` is the payer's words."""

    kind: ResidualKind
    amount: Decimal
    reason: Reason | None = None
    text: str = ""


@dataclass(frozen=True)
class Allocation:
    """Money put on one open item: `paid` (negative for a credit note that is used up) and what is missing of it.

    `paid` + Σ residuals = the item's open balance, so no item is ever paid beyond it.
    """

    item: str  #: the open item's number
    customer: str
    paid: Decimal
    basis: Basis
    residuals: tuple[Residual, ...] = ()
    evidence: tuple[str, ...] = ()  #: sentences that lead from the words of bank line or advice to this item


@dataclass(frozen=True)
class Proposal:
    """One explanation of a payment: Σ paid + on_account = the payment, to the cent."""

    payer: str | None  #: customer number of whoever paid; None when nobody is known by two sources
    allocations: tuple[Allocation, ...]
    on_account: Decimal = Decimal(0)
    evidence: tuple[str, ...] = ()  #: who pays and how we know, which stage found it
    solutions: int = 1  #: how many equally good explanations this stage found, counted to 2
    advice: str | None = None  #: SHA-256 (hex) of what the advice says that it follows; None: no advice

    @property
    def paid(self) -> Decimal:
        """The money on items."""
        return sum((one.paid for one in self.allocations), Decimal(0))


@dataclass(frozen=True)
class Match:
    """What matching makes of one payment: its best explanations (at most three, best first).

    `doubts` holds, in sentences, every condition of automatic posting that does not hold; empty: a machine may post
    the first proposal. `held_back` are those among them that say nothing against the proposal itself: the customer
    has not earned automatic posting, or the payment is above the cap.
    """

    proposals: tuple[Proposal, ...]
    doubts: tuple[str, ...]
    held_back: tuple[str, ...] = ()
    sampled: bool = False  #: posted by a machine, and one of the share a person compares afterwards
    reverses: str | None = None  #: the receipt this money takes back; it is reversed and nothing is posted

    @property
    def sure(self) -> bool:
        """Whether only the autonomy rule stands between the first proposal and a posting: what shadow mode compares."""
        return bool(self.proposals) and set(self.doubts) <= set(self.held_back)

    @property
    def automatic(self) -> bool:
        """Whether a machine may post the first proposal by itself."""
        return bool(self.proposals) and not self.doubts
