"""One work item as a value, and the row it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from bots.domain.documents import Envelope
from bots.errors import O2CError
from orchestrator.store import tables
from orchestrator.store.chain import Event

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


USUAL = 10  #: how urgent an item is unless someone says otherwise
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
    urgency: int = USUAL  #: 0, the most urgent, to 20
    due: date | None = None  #: the day a person wants it done by; on that day it is as urgent as can be
    handed_in: int = 0  #: the revision that was last handed to the queue
    cause: str | None = None  #: class and place of the failure it ended in: failures of one cause are one group


class Tally(NamedTuple):
    """How many, and how much in each currency."""

    number: int
    amounts: Mapping[str, Decimal]


def item_of(row: RowMapping) -> Item:
    """The item that lies in this row."""
    values = dict(row)
    envelope, due = values.pop("envelope"), values.pop("due")
    return Item(
        state=State(values.pop("state")),
        envelope=_envelopes().validate_python(envelope) if envelope else None,
        reasons=tuple(values.pop("reasons")),
        sentences=tuple(values.pop("sentences")),
        due=date.fromisoformat(due) if due else None,
        **values,
    )


def event_of(actor: str, action: str, item: Item, detail: Mapping[str, Any]) -> Event:
    """A record of the trail about an item."""
    return Event(actor, action, item.key, detail, item.id, item.run)


def the_item(connection: Connection, *where: Any, lock: bool = False) -> Item:
    """The one item of these conditions, locked until the transaction ends if asked. Raises OutOfTurn when none is."""
    query = select(tables.items).where(*where)
    row = connection.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise OutOfTurn("There is no such work item. Look at the list of items for its number.")
    return item_of(row)


def locked(connection: Connection, item_id: int, revision: int | None = None) -> Item:
    """The item, nobody else's until this transaction ends. Raises OutOfTurn for another revision than the current."""
    item = the_item(connection, tables.items.c.id == item_id, lock=True)
    if revision is not None and item.revision != revision:
        raise OutOfTurn(
            f"Item {item_id} is at revision {item.revision}, and this is work on revision {revision}: it has been "
            "postponed, reopened or decided since, and this work counts no longer."
        )
    return item


@cache
def _envelopes() -> TypeAdapter[Envelope]:
    return TypeAdapter(Envelope)
