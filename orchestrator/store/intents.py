"""Intents: what is about to be made for good, written before it is made, so that one thing is made once.

The rules that must never break are unique indexes of the database: one live intent for a posting key, whatever item
asks, and one open intent for an item, whatever key it asks under.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from bots.errors import O2CError, StoreError
from orchestrator.store import tables
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Conflict, Database
from orchestrator.store.item import State
from orchestrator.store.workers import lease_holds

_ALL = select(tables.intents)
_COLUMN = tables.intents.c


@dataclass(frozen=True)
class Intent:
    """One thing about to be made. `state`: open (nobody has seen the result), confirmed (seen), refuted (not made)."""

    id: int
    item: int
    revision: int
    posting_key: str
    plan_hash: str
    worker: str
    target: str
    fields: Mapping[str, str]
    state: str
    begun_at: datetime
    settled_at: datetime | None
    seen: str | None
    who: str | None
    why: str | None


class IntentRefused(O2CError):
    """This must not be made now. `earlier` is the intent in its way, if one is."""

    def __init__(self, message: str, earlier: Intent | None = None) -> None:
        super().__init__(message)
        self.earlier = earlier


class Intents:
    """All intents. Every change is recorded in the audit trail in the same transaction."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def begin(
        self,
        item_id: int,
        posting_key: str,
        plan_hash: str,
        worker_token: str,
        target: str,
        fields: Mapping[str, str],
        revision: int | None = None,
    ) -> Intent:
        """Write down what is about to be made; only after this returns may the commit be pressed.

        Raises IntentRefused when the same thing was begun before, when this worker's lease is gone, or when the item
        is another worker's, or at another revision, by now. Name the `revision` you work on: one worker may come
        upon the same item twice.
        """
        wanted = {"item": item_id, "posting_key": posting_key, "plan_hash": plan_hash, "worker": worker_token}
        wanted |= {"target": target, "fields": dict(fields), "state": "open", "begun_at": now()}
        try:
            with self._database.write() as connection:
                current, run = _turn(connection, item_id, worker_token, revision)
                number = connection.scalar(
                    insert(tables.intents).values(revision=current, **wanted).returning(_COLUMN.id)
                )
                told = {"intent": number, "key": posting_key, "plan_hash": plan_hash, "fields": dict(fields)}
                self._audit.write(connection, Event(worker_token, "intent.begun", target, told, item_id, run))
                return _one(connection, number)
        except Conflict as conflict:
            raise self._refusal(item_id, posting_key, conflict) from conflict

    def open_for(self, item_id: int) -> tuple[Intent, ...]:
        """The item's intents whose result nobody has seen."""
        return self._where(_COLUMN.item == item_id, _COLUMN.state == "open")

    def of(self, item_id: int) -> tuple[Intent, ...]:
        """All the item's intents, refuted ones included, first one first."""
        return self._where(_COLUMN.item == item_id)

    def find(self, posting_key: str) -> Intent | None:
        """The live intent (open or confirmed) that holds this posting key."""
        found = self._where(_COLUMN.posting_key == posting_key, _COLUMN.state.in_(("open", "confirmed")))
        return found[0] if found else None

    def confirmed(self, bot: str, begin: datetime, end: datetime) -> tuple[Intent, ...]:
        """What was seen made for a bot's items from one instant on and before another."""
        of_bot = select(tables.items.c.id).where(tables.items.c.bot == bot)
        when = (_COLUMN.settled_at >= begin, _COLUMN.settled_at < end)
        return self._where(_COLUMN.state == "confirmed", _COLUMN.item.in_(of_bot), *when)

    def begun_since(self, target: str, moment: datetime) -> int:
        """How many presses of this target were begun since an instant, by all workers together."""
        query = select(func.count()).select_from(tables.intents)
        with self._database.read() as connection:
            return connection.scalar(query.where(_COLUMN.target == target, _COLUMN.begun_at >= moment)) or 0

    def confirm(self, intent_id: int, seen: str) -> Intent:
        """The world shows the result; `seen` names it ("order A-1"). Confirming twice is confirming once."""
        return self._settle(intent_id, "confirmed", "o2c", {"seen": seen})

    def refute(self, intent_id: int, who: str, why: str) -> Intent:
        """It is proven that nothing was made: the posting key is free again."""
        return self._settle(intent_id, "refuted", who, {"who": who, "why": why})

    def _settle(self, intent_id: int, state: str, actor: str, told: Mapping[str, str]) -> Intent:
        with self._database.write() as connection:
            intent = _one(connection, intent_id, lock=True)
            if intent.state == state:
                return intent
            if intent.state != "open":
                raise IntentRefused(
                    f"Intent {intent_id} is {intent.state} already; it is not {state} afterwards.", intent
                )
            connection.execute(
                update(tables.intents).where(_COLUMN.id == intent_id).values(state=state, settled_at=now(), **told)
            )
            detail = {"intent": intent_id, "key": intent.posting_key, **told}
            self._audit.write(connection, Event(actor, f"intent.{state}", intent.target, detail, intent.item))
            return _one(connection, intent_id)

    def _refusal(self, item_id: int, posting_key: str, conflict: Conflict) -> O2CError:
        earlier = self.find(posting_key) or next(iter(self.open_for(item_id)), None)
        if earlier is None:
            return StoreError(str(conflict))
        return IntentRefused(
            f"{posting_key} is not begun: item {earlier.item} began {earlier.posting_key} at "
            f"{earlier.begun_at:%Y-%m-%d %H:%M:%S %Z} (intent {earlier.id}, {earlier.state}"
            f"{': ' + earlier.seen if earlier.seen else ''}). Look whether {earlier.target} shows it.",
            earlier,
        )

    def _where(self, *conditions: Any) -> tuple[Intent, ...]:
        with self._database.read() as connection:
            rows = connection.execute(_ALL.where(*conditions).order_by(_COLUMN.id)).mappings()
            return tuple(Intent(**row) for row in rows)


def _turn(connection: Connection, item_id: int, worker: str, revision: int | None) -> tuple[int, str | None]:
    """The revision and the run, if this worker still has the item and its lease. Raises IntentRefused if not."""
    of = tables.items.c
    query = select(of.revision, of.state, of.worker, of.run).where(of.id == item_id).with_for_update()
    item = connection.execute(query).first()
    if item is None:
        raise IntentRefused(f"There is no work item {item_id}: nothing is begun for it.")
    if revision is not None and revision != item.revision:
        raise IntentRefused(
            f"Item {item_id} is at revision {item.revision} and this work is on {revision}: someone reopened or "
            "decided it since, so nothing is begun."
        )
    if item.state != State.WORKING or item.worker != worker:
        raise IntentRefused(
            f"Item {item_id} is {item.state}, last with worker {item.worker or 'nobody'}: it is not worker {worker}'s "
            "to work on, so nothing is begun."
        )
    if not lease_holds(connection, worker, now()):
        raise IntentRefused(
            f"Worker {worker} was silent for too long and another may have taken over item {item_id}, so nothing is "
            "begun. Start the worker again."
        )
    return item.revision, item.run


def _one(connection: Connection, intent_id: int, lock: bool = False) -> Intent:
    query = _ALL.where(_COLUMN.id == intent_id)
    row = connection.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise IntentRefused(f"There is no intent {intent_id}.")
    return Intent(**row)
