"""What a receipt leaves to be done by somebody: a dispute, a write-off, money nobody has said an invoice for."""

from __future__ import annotations

from collections.abc import Iterator

from bots.domain.allocation import Allocation, Residual, ResidualKind
from bots.domain.figures import price_figure
from bots.domain.ledger import CaseKind, NewCase, Posting

_DISPUTED = frozenset({ResidualKind.DISPUTE, ResidualKind.UNEXPLAINED})


def cases_of(posting: Posting, owner: str) -> tuple[NewCase, ...]:
    """One for each part of an item that is not paid and will not be waited for, one for money on account, one for a
    posting of the sample."""
    return (*_of_items(posting, owner), *_on_account(posting, owner), *_sample(posting, owner))


def reversed_case(posting: Posting, reversal: str, owner: str) -> NewCase:
    """The money of a receipt that was taken back has to be posted anew."""
    reason = (
        f"{price_figure(posting.amount)} {posting.currency} of receipt {posting.receipt} came in and is posted nowhere "
        f"since receipt {reversal} took it back ({posting.why}): post it by hand to whom it belongs."
    )
    return NewCase(
        CaseKind.REVERSED, posting.line, posting.customer, posting.amount, posting.currency, reason, owner,
        document=posting.paper,
    )  # fmt: skip


def _of_items(posting: Posting, owner: str) -> Iterator[NewCase]:
    for allocation in posting.allocations:
        for kind in dict.fromkeys(_kind(rest) for rest in allocation.residuals):
            rests = [rest for rest in allocation.residuals if _kind(rest) is kind]
            if kind is not None:
                yield _case(posting, allocation, kind, rests, owner)


def _kind(rest: Residual) -> CaseKind | None:
    """None: it stays open and is reminded of, nobody has to do anything."""
    if rest.kind is ResidualKind.OPEN:
        return None
    return CaseKind.DISPUTE if rest.kind in _DISPUTED else CaseKind.WRITE_OFF


def _case(
    posting: Posting, allocation: Allocation, kind: CaseKind, rests: list[Residual], owner: str
) -> NewCase:  # fmt: skip
    amount = sum((rest.amount for rest in rests[1:]), rests[0].amount)
    todo = "Ask the payer, then have it paid or credited" if kind is CaseKind.DISPUTE else "Write it off in the portal"
    reason = (
        f"{allocation.item} of customer {allocation.customer} is short by {price_figure(amount)} {posting.currency} "
        f"({'; '.join(_said(rest) for rest in rests)}). {todo}."
    )
    return NewCase(
        kind, posting.line, allocation.customer, amount, posting.currency, reason, owner, allocation.item,
        posting.paper,
    )  # fmt: skip


def _said(rest: Residual) -> str:
    why = rest.reason.value if rest.reason else rest.kind.value
    return f'{why.replace("_", " ")}: "{rest.text}"' if rest.text else why.replace("_", " ")


def _on_account(posting: Posting, owner: str) -> Iterator[NewCase]:
    if posting.on_account:
        reason = (
            f"{price_figure(posting.on_account)} {posting.currency} of customer {posting.customer} came in beyond "
            "what it was said to be for and stands on account. Ask the payer what to do with it."
        )
        yield NewCase(
            CaseKind.ON_ACCOUNT, posting.line, posting.customer, posting.on_account, posting.currency, reason, owner,
            document=posting.paper,
        )  # fmt: skip


def _sample(posting: Posting, owner: str) -> Iterator[NewCase]:
    if posting.sampled:
        reason = (
            f"A machine posted {price_figure(posting.amount)} {posting.currency} of customer {posting.customer} alone, "
            "and it is one of the share that is compared with the paper. Close this if it is right; if not, have it "
            "taken back (o2c reverse)."
        )
        yield NewCase(
            CaseKind.SAMPLE, posting.line, posting.customer, posting.amount, posting.currency, reason, owner,
            document=posting.paper,
        )  # fmt: skip
