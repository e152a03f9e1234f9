"""What a bot can decide, as values: compared in a test, shown to a person, acted on by the runner."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar, runtime_checkable

from bots.domain.plain import canonical_json


@runtime_checkable
class Plan(Protocol):
    """What a bot wants to make in the world, complete enough to be shown, compared and approved.

    A plan is a frozen dataclass of plain values (str, int, Decimal, date, tuples of the same).
    """

    @property
    def key(self) -> str:
        """The business identity of what will be made, e.g. `order:C-1000:PO1001:0`. Made once, ever."""

    def sentences(self) -> tuple[str, ...]:
        """The plan as a person reads it, one line per thing that will be done."""


P_co = TypeVar("P_co", bound=Plan, covariant=True)


@dataclass(frozen=True)
class Go(Generic[P_co]):
    """Do this, then look again.

    `approval` holds the reasons why a person must agree first; empty means the machine may act alone.
    `shown` holds the keys of earlier plans whose result the world already shows (the order, before its confirmation).
    """

    plan: P_co
    approval: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Done:
    """The world already shows the result, and its content is right. `made` names it ("order A-1").

    `shown` holds the keys of the plans whose result was seen; empty stands for all that was begun.
    """

    made: str
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """A person must decide; each reason is a sentence naming what was found and what was expected."""

    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("a review needs at least one reason: a person must know what to decide")


@dataclass(frozen=True)
class Wait:
    """Nothing to do before `until` (an aware instant)."""

    until: datetime
    reason: str


@dataclass(frozen=True)
class Skip:
    """Nothing to do, ever, and why: not an order, an automatic reply, nothing is due."""

    reason: str


Decision = Go[P_co] | Done | Review | Wait | Skip


def plan_hash(plan: Plan) -> str:
    """SHA-256 (hex) of the plan's type and content. An approval counts only for the plan it was given to."""
    return hashlib.sha256(canonical_json([type(plan).__name__, plan]).encode()).hexdigest()
