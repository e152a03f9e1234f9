"""How much a machine may do alone for a customer: earned by agreeing with the clerk, lost by the first reversal.

It starts in shadow mode: the machine proposes, a person posts, and what both say is compared.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from bots.domain.allocation import Match, Proposal
from bots.domain.money import Money
from bots.remittance_reader.matching.policy import Policy


class Mode(StrEnum):
    """Who posts a customer's payments."""

    SHADOW = "shadow"  #: a person; the machine only says what it would have done
    AUTOMATIC = "automatic"  #: the machine, where every condition holds


@dataclass(frozen=True)
class Autonomy:
    """How far a customer has come. `cap`: the customer's own limit for unattended postings, else the policy's."""

    customer: str
    mode: Mode = Mode.SHADOW
    agreements: int = 0  #: in a row, since the last disagreement or reversal
    cap: Money | None = None

    def after_agreement(self, policy: Policy) -> Autonomy:
        """A person posted what the machine would have: one more, and automatic once there are enough."""
        agreements = self.agreements + 1
        mode = Mode.AUTOMATIC if agreements >= policy.agreements_needed else self.mode
        return replace(self, agreements=agreements, mode=mode)

    def after_disagreement(self) -> Autonomy:
        """A person posted something else than the machine was sure of: shadow mode, and counting begins again."""
        return replace(self, agreements=0, mode=Mode.SHADOW)

    def after_reversal(self) -> Autonomy:
        """One of the machine's own postings was taken back: shadow mode, and counting begins again."""
        return replace(self, agreements=0, mode=Mode.SHADOW)


def sampled(identity: str, percent: Decimal) -> bool:
    """Whether this payment is of the share a person compares after a machine posted it. The same on every machine."""
    share = int(hashlib.sha256(identity.encode()).hexdigest()[:8], 16) / Decimal(16**8)
    return share < percent / 100


def agrees(match: Match, posted: Proposal) -> bool | None:
    """Whether a person posted what the machine would have; None where the machine was not sure and nothing counts."""
    if not match.sure:
        return None
    return same_posting(match.proposals[0], posted)


def same_posting(one: Proposal, other: Proposal) -> bool:
    """The same payer, and the same money on the same items; how it was found does not matter."""
    return _posting(one) == _posting(other)


def _posting(proposal: Proposal) -> tuple[str | None, frozenset[tuple[str, Decimal]], Decimal]:
    money = frozenset((one.item, one.paid) for one in proposal.allocations)
    return proposal.payer, money, proposal.on_account
