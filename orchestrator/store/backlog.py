"""The backlog: what a machine is still to do, in which order, and how people and machines change that order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from orchestrator.store import tables
from orchestrator.store.audit import Audit
from orchestrator.store.columns import now
from orchestrator.store.database import Database
from orchestrator.store.item import FINAL, OPEN, Item, OutOfTurn, State, event_of, item_of, locked, the_item

_COLUMN = tables.items.c
_WAITS = (State.NEW.value, State.POSTPONED.value)


@dataclass(frozen=True)
class Group:
    """Items of one bot that stand in one state for one cause. `first` is the oldest of them."""

    bot: str
    state: State
    cause: str | None
    count: int
    first: Item
    last_at: datetime


class Backlog:
    """The order of work. Every change by a person is recorded in the audit trail in the same transaction."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def to_hand_in(self, bots: Iterable[str], limit: int = 200) -> tuple[Item, ...]:
        """Items of these bots that wait for a machine and whose revision is not in the queue yet."""
        waits = (_COLUMN.state.in_(_WAITS), _COLUMN.bot.in_(tuple(bots)), _COLUMN.handed_in < _COLUMN.revision)
        return self._items(*waits, limit=limit)

    def hand_in(self, item: Item) -> None:
        """This revision is in the queue."""
        mark = update(tables.items).where(_COLUMN.id == item.id, _COLUMN.revision == item.revision)
        with self._database.write() as connection:
            connection.execute(mark.values(handed_in=item.revision))

    def handed_in(self, bots: Iterable[str], limit: int) -> tuple[Item, ...]:
        """Items of these bots that wait in the queue, the head of the line first."""
        waits = (_COLUMN.state.in_(_WAITS), _COLUMN.bot.in_(tuple(bots)), _COLUMN.handed_in == _COLUMN.revision)
        return self._items(*waits, limit=limit)

    def in_work(self, bots: Iterable[str]) -> tuple[Item, ...]:
        """Items of these bots that a worker has begun and not settled."""
        return self._items(_COLUMN.state == State.WORKING.value, _COLUMN.bot.in_(tuple(bots)))

    def bots_with_work(self, moment: datetime) -> frozenset[str]:
        """Bots with something a machine could do now."""
        ready = or_(_COLUMN.until.is_(None), _COLUMN.until <= moment)
        busy = select(_COLUMN.bot).where(_COLUMN.state.in_([state.value for state in OPEN]), ready).distinct()
        wanted = (tables.runs.c.ended_at.is_(None), tables.runs.c.collected_at.is_(None))
        runs = select(tables.runs.c.bot).where(*wanted).distinct()
        with self._database.read() as connection:
            return frozenset([*connection.scalars(busy), *connection.scalars(runs)])

    def open_in(self, run: str) -> int:
        """How many items of a run a machine may still work on."""
        waits = (_COLUMN.run == run, _COLUMN.state.in_([state.value for state in OPEN]))
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(tables.items).where(*waits)) or 0

    def hand_back(self, item_id: int, revision: int, worker: str, why: str) -> Item:
        """A worker could not end what it began: the item waits for the next one, and the attempt does not count.

        Raises OutOfTurn when another worker has it by now, or no machine any more.
        """
        with self._database.write() as connection:
            item = locked(connection, item_id, revision)
            if item.state not in OPEN or item.worker not in (None, worker):
                raise OutOfTurn(f"Item {item_id} is {item.state.value} and not with {worker}: it hands nothing back.")
            changes = {"state": State.NEW.value, "attempts": max(0, item.attempts - 1), "worker": None, "until": None}
            return self._change(connection, item, changes, worker, "item.handed_back", {"why": why})

    def put_back(self, item_id: int, revision: int, who: str, why: str) -> Item:
        """What no worker has any more waits for the next one; this counts as an attempt, so that it comes to an end.

        Raises OutOfTurn when it has moved on.
        """
        with self._database.write() as connection:
            item = locked(connection, item_id, revision)
            if item.state not in OPEN:
                raise OutOfTurn(f"Item {item_id} is {item.state.value}: nothing is to be put back.")
            attempts = item.attempts if item.state is State.WORKING else item.attempts + 1
            changes = {"state": State.NEW.value, "attempts": attempts, "worker": None, "until": None}
            return self._change(connection, item, changes, who, "item.put_back", {"why": why})

    def postpone(self, item_id: int, until: datetime, who: str, why: str) -> Item:
        """A person wants the item worked on not before `until`; a machine at it now is refused from here on."""
        with self._database.write() as connection:
            item = self._unsettled(connection, item_id)
            changes = {"state": State.POSTPONED.value, "until": until, "reasons": [why], "worker": None, "cause": None}
            return self._change(connection, item, changes, who, "item.postponed", {"why": why, "until": until})

    def prioritise(self, item_id: int, urgency: int, due: date | None, who: str, why: str) -> Item:
        """A person says how urgent the item is, 0 to 20, and by which day it is due. What is begun goes on.

        Raises OutOfTurn when it is settled, ValueError for another number.
        """
        if not 0 <= urgency <= 20:
            raise ValueError(f"urgency {urgency}: 0 is the most urgent, 20 the least, 10 usual")
        with self._database.write() as connection:
            item = self._unsettled(connection, item_id)
            changes: dict[str, Any] = {"urgency": urgency, "due": due.isoformat() if due else None}
            if item.state.value not in _WAITS:
                changes["revision"] = item.revision  # nothing in the queue is to change its place
            told = {"why": why, "urgency": urgency, "due": changes["due"]}
            return self._change(connection, item, changes, who, "item.prioritised", told)

    def groups(self, states: Iterable[State], bot: str | None = None) -> tuple[Group, ...]:
        """Items in these states by bot, state and cause, the largest group first."""
        keys = (_COLUMN.bot, _COLUMN.state, _COLUMN.cause)
        counted = select(*keys, func.count(), func.min(_COLUMN.id), func.max(_COLUMN.updated_at)).group_by(*keys)
        counted = counted.where(_COLUMN.state.in_([state.value for state in states]))
        if bot is not None:
            counted = counted.where(_COLUMN.bot == bot)
        with self._database.read() as connection:
            rows = connection.execute(counted).all()
            found = [
                Group(name, State(state), cause, count, the_item(connection, _COLUMN.id == first), last)
                for name, state, cause, count, first, last in rows
            ]
        return tuple(sorted(found, key=lambda group: (-group.count, group.first.id)))

    def _unsettled(self, connection: Connection, item_id: int) -> Item:
        item = locked(connection, item_id)
        if item.state in FINAL:
            raise OutOfTurn(f"Item {item_id} is {item.state.value} already; have it tried again if it must be.")
        return item

    def _change(
        self,
        connection: Connection,
        item: Item,
        changes: Mapping[str, Any],
        who: str,
        action: str,
        told: Mapping[str, Any],
    ) -> Item:
        values = {"revision": item.revision + 1, "updated_at": now(), **changes}
        connection.execute(update(tables.items).where(_COLUMN.id == item.id).values(**values))
        self._audit.write(connection, event_of(who, action, item, {**told, "was": item.state}))
        return the_item(connection, _COLUMN.id == item.id)

    def _items(self, *conditions: Any, limit: int = 1000) -> tuple[Item, ...]:
        query = select(tables.items).where(*conditions).order_by(_COLUMN.urgency, _COLUMN.id).limit(limit)
        with self._database.read() as connection:
            return tuple(item_of(row) for row in connection.execute(query).mappings())
