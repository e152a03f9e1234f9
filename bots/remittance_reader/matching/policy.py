"""What a company decides about matching: how wide its windows are and how much a machine may do alone."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from bots import bot
from bots.domain.allocation import ResidualKind
from bots.domain.money import Money

ZERO = Decimal(0)


class Policy(bot.Settings):
    """The block `matching:` of the remittance reader's settings. The defaults ask a person rather than assume."""

    advice_days_before: int = Field(default=5, ge=0)  #: money may come so many days before its advice's date
    advice_days_after: int = Field(default=10, ge=0)  #: and so many days after it
    tolerance_amount: Decimal = Field(default=Decimal(1), ge=0)  #: a difference let go: no more than this …
    tolerance_percent: Decimal = Field(default=Decimal("0.5"), ge=0)  #: … and no more than this of what is settled
    tolerance_yearly: Decimal = Field(default=Decimal(20), ge=0)  #: let go for one customer in a calendar year
    bank_fee_cap: Decimal = Field(default=Decimal(30), ge=0)  #: a fee taken on the way may be so much
    unattended_residuals: frozenset[ResidualKind] = frozenset(
        {ResidualKind.DISCOUNT, ResidualKind.BANK_FEE, ResidualKind.TOLERANCE, ResidualKind.DISPUTE}
    )  #: what may be missing from an item in a posting nobody looks at; of a dispute nothing is let go: the part
    #: the payer gives a reason for stays open and becomes a case
    unattended_cap: Money = Money(Decimal(10_000), "EUR")  #: more waits for a person
    name_score: float = Field(default=90.0, ge=0, le=100)  #: a payer's name must be this like, of 100
    name_margin: float = Field(default=10.0, ge=0, le=100)  #: and this much more like than the next customer's
    subset_items: int = Field(default=40, ge=0, le=40)  #: no sum is looked for among more open items
    subset_steps: int = Field(default=100_000, ge=0)  #: sums tried at most, the same on every machine
    agreements_needed: int = Field(default=20, ge=1)  #: in a row, before a customer's payments are posted unattended
    sample_percent: Decimal = Field(default=Decimal(2), ge=0, le=100)  #: of what a machine posted, compared by a person
