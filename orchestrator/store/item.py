"""One work item as a value, and the row it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter

from bots.domain.documents import Envelope
from bots.errors import O2CError

if TYPE_CHECKING:
    from sqlalchemy import RowMapping


class State(StrEnum):
    """Where a work item stands."""

    NEW = "new"
    WORKING = "working"
    POSTPONED = "postponed"  #: tried again, or looked at again, at `until`
    WAITING = "waiting"  #: a person decides
    APPROVAL = "approval"  #: a person approves a plan
    POSTED = "posted"
    REJECTED = "rejected"  #: settled without posting: a duplicate, not an order
    IN_DOUBT = "in_doubt"  #: a commit was begun and nobody knows its result
    FAILED = "failed"  #: given up after retries; a person decides


OPEN = frozenset({State.NEW, State.WORKING, State.POSTPONED})  #: a machine may work on these
FINAL = frozenset({State.POSTED, State.REJECTED})  #: only a new revision leads out of these


class OutOfTurn(O2CError):
    """Someone acted on a work item as it was, and it has moved on since. Look at it again."""


@dataclass(frozen=True)
class Item:
    """One work item as it stands."""

    id: int
    bot: str
    key: str
    revision: int
    state: State
    document: str  #: SHA-256 of the document, for `evidence.read`
    media_type: str
    filename: str | None
    envelope: Envelope | None
    trouble: str | None
    source: str  #: where it arrived first
    received_at: datetime
    updated_at: datetime
    attempts: int
    amount: str | None  #: `1234.50 EUR`
    reasons: tuple[str, ...]
    result: str | None
    plan: dict[str, Any] | None
    plan_hash: str | None
    sentences: tuple[str, ...]  #: the plan for people
    until: datetime | None
    run: str | None
    worker: str | None  #: token of the worker that started it last


class Tally(NamedTuple):
    """How many, and how much in each currency."""

    number: int
    amounts: Mapping[str, Decimal]


def item_of(row: RowMapping) -> Item:
    """The item that lies in this row."""
    values = dict(row)
    envelope = values.pop("envelope")
    return Item(
        state=State(values.pop("state")),
        envelope=_envelopes().validate_python(envelope) if envelope else None,
        reasons=tuple(values.pop("reasons")),
        sentences=tuple(values.pop("sentences")),
        **values,
    )


@cache
def _envelopes() -> TypeAdapter[Envelope]:
    return TypeAdapter(Envelope)
