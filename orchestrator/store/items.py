"""Work items: one document for one bot, what became of it, and who must do something about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, exists, func, select, update

from bots.decision import Plan
from bots.domain.documents import Document
from bots.domain.money import Money
from bots.domain.plain import canonical
from orchestrator.store import approvals, tables
from orchestrator.store.approvals import Approval
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.evidence import Evidence
from orchestrator.store.item import (
    FINAL,
    OPEN,
    Item,
    OutOfTurn,
    State,
    Tally,
    event_of,
    item_of,
    locked,
    the_item,
)
from orchestrator.store.tallies import tallies

__all__ = ["FINAL", "OPEN", "Approval", "Item", "Items", "OutOfTurn", "State", "Tally"]

_ALL = select(tables.items)
_COLUMN = tables.items.c


class Items:
    """All work items. Every change is recorded in the audit trail in the same transaction."""

    def __init__(self, database: Database, audit: Audit, evidence: Evidence) -> None:
        self._database = database
        self._audit = audit
        self._evidence = evidence

    def receive(self, bot: str, key: str, document: Document, source: str, run: str | None = None) -> tuple[Item, bool]:
        """The work item for this key, and whether it is new. The document is kept before anything else.

        A second delivery under the same key is remembered and changes nothing.
        """
        sha256 = self._evidence.keep(document.content, document.media_type, document.filename)
        arrived = {"bot": bot, "key": key, "document": sha256, "source": source}
        with self._database.write() as connection:
            new = insert_once(connection, tables.items, run=run, **arrived, **_as_it_came(document))
            item = the_item(connection, _COLUMN.bot == bot, _COLUMN.key == key)
            delivery = {"item": item.id, "source": source, "document": sha256, "received_at": now()}
            if insert_once(connection, tables.deliveries, **delivery):
                action = "item.received" if new else "item.delivered_again"
                self._audit.write(connection, Event("o2c", action, key, arrived, item.id, run))
        return item, new

    def get(self, item_id: int) -> Item:
        """One item. Raises OutOfTurn when there is none."""
        with self._database.read() as connection:
            return the_item(connection, _COLUMN.id == item_id)

    def find(self, bot: str, key: str) -> Item | None:
        """The item of this key, if it has arrived."""
        with self._database.read() as connection:
            row = connection.execute(_ALL.where(_COLUMN.bot == bot, _COLUMN.key == key)).mappings().first()
            return item_of(row) if row else None

    def list(
        self, bot: str | None = None, states: Iterable[State] = (), limit: int = 1000, offset: int = 0
    ) -> tuple[Item, ...]:
        """Items in order of arrival, of one bot and in some states if named."""
        query = _ALL.order_by(_COLUMN.id).limit(limit).offset(offset)
        wanted = [state.value for state in states]
        if bot is not None:
            query = query.where(_COLUMN.bot == bot)
        if wanted:
            query = query.where(_COLUMN.state.in_(wanted))
        with self._database.read() as connection:
            return tuple(item_of(row) for row in connection.execute(query).mappings())

    def sources(self, item_id: int) -> tuple[str, ...]:
        """Every place this item was delivered from, first one first."""
        delivery = tables.deliveries.c
        with self._database.read() as connection:
            query = select(delivery.source).where(delivery.item == item_id).order_by(delivery.id)
            return tuple(connection.scalars(query))

    def document(self, item: Item) -> Document:
        """The document as it arrived, from the evidence. Raises StoreError when it is damaged."""
        content = self._evidence.read(item.document)
        return Document(content, item.media_type, item.filename, item.envelope, item.trouble)

    def start(self, item_id: int, revision: int, worker: str) -> Item:
        """Begin an attempt; `worker` is its lease token. Raises OutOfTurn when the item has a newer revision or is
        no machine's business."""
        with self._database.write() as connection:
            item = locked(connection, item_id, revision)
            if item.state not in OPEN:
                raise OutOfTurn(
                    f"Item {item_id} is {item.state.value}: it must be reopened before a machine works on it."
                )
            attempt = item.attempts + 1
            changes = {"state": State.WORKING.value, "attempts": attempt, "worker": worker, "until": None}
            event = event_of(worker, "item.started", item, {"attempt": attempt, "revision": revision})
            return self._change(connection, item, changes, event)

    def settle(
        self,
        item_id: int,
        revision: int,
        state: State,
        *,
        reasons: Iterable[str] = (),
        result: str | None = None,
        plan: Plan | Mapping[str, Any] | None = None,
        plan_hash: str | None = None,
        sentences: Iterable[str] = (),
        until: datetime | None = None,
        amount: str | None = None,
        worker: str | None = None,
        cause: str | None = None,
    ) -> Item:
        """Say where the item stands now.

        `reasons`, `result`, `until` and `cause` are replaced; an earlier plan and amount stay where none is given.
        Raises OutOfTurn when the item has a newer revision, is settled otherwise, or is another's than `worker`'s. A
        postponed item comes back under its next revision: each revision is worked on once.
        """
        outcome: dict[str, Any] = {"state": state.value, "reasons": list(reasons), "result": result, "until": until}
        outcome["cause"] = cause
        if plan_hash is not None:
            outcome |= {"plan": canonical(plan), "plan_hash": plan_hash, "sentences": list(sentences)}
        if amount is not None:
            outcome["amount"] = str(Money.parse(amount))
        if state is State.POSTPONED:
            outcome["revision"] = revision + 1
        with self._database.write() as connection:
            item = locked(connection, item_id, revision)
            _may_settle(item, state, worker)
            told = {name: value for name, value in outcome.items() if value not in (None, [])}
            return self._change(connection, item, outcome, event_of(item.worker or "o2c", "item.settled", item, told))

    def reopen(self, item_id: int, who: str, why: str) -> Item:
        """A new revision of the item, to be worked on from the beginning, its attempts counted anew."""
        with self._database.write() as connection:
            item = locked(connection, item_id)
            changes = {"state": State.NEW.value, "revision": item.revision + 1, "until": None, "worker": None}
            changes |= {"attempts": 0, "cause": None}
            told = {"why": why, "revision": item.revision + 1, "was": item.state}
            return self._change(connection, item, changes, event_of(who, "item.reopened", item, told))

    def approve(self, item_id: int, plan_hash: str, who: str, why: str) -> Approval:
        """A person agrees to the plan the item waits with. Raises OutOfTurn when it waits with another, or not."""
        with self._database.write() as connection:
            item = locked(connection, item_id)
            if item.state is not State.APPROVAL or item.plan_hash != plan_hash:
                raise OutOfTurn(
                    f"Item {item_id} no longer waits for approval of this plan. Look at it again, then decide."
                )
            given = Approval(item_id, plan_hash, who, why, now())
            approvals.give(connection, given)
            told = {"why": why, "plan_hash": plan_hash, "plan": item.sentences}
            self._audit.write(connection, event_of(who, "item.approved", item, told))
        return given

    def approval(self, item_id: int, plan_hash: str) -> Approval | None:
        """The approval of exactly this plan, unless the item was rejected since."""
        with self._database.read() as connection:
            return approvals.standing(connection, item_id, plan_hash)

    def reject(self, item_id: int, who: str, why: str) -> Item:
        """A person settles the item without posting; a machine still at it is refused from here on.

        Raises OutOfTurn while an entry that was begun is neither confirmed nor refuted: that comes first.
        """
        with self._database.write() as connection:
            item = locked(connection, item_id)
            intent = tables.intents.c
            if connection.scalar(select(exists().where(intent.item == item_id, intent.state == "open"))):
                raise OutOfTurn(
                    f"Item {item_id} has an entry that was begun and never seen. Say first whether the portal shows it."
                )
            approvals.withdraw(connection, item_id)
            changes = {"state": State.REJECTED.value, "revision": item.revision + 1, "reasons": [why], "until": None}
            told = {"why": why, "was": item.state}
            return self._change(connection, item, changes, event_of(who, "item.rejected", item, told))

    def of_run(self, run: str) -> tuple[Item, ...]:
        """The items a run was the first to receive."""
        with self._database.read() as connection:
            rows = connection.execute(_ALL.where(_COLUMN.run == run).order_by(_COLUMN.id)).mappings()
            return tuple(item_of(row) for row in rows)

    def settled_since(self, bot: str, moment: datetime) -> tuple[Item, ...]:
        """Items no machine has to do with any more, changed since `moment`, in the order of their change."""
        settled = (_COLUMN.bot == bot, _COLUMN.updated_at >= moment, _COLUMN.state.not_in([one.value for one in OPEN]))
        with self._database.read() as connection:
            rows = connection.execute(_ALL.where(*settled).order_by(_COLUMN.updated_at, _COLUMN.id)).mappings()
            return tuple(item_of(row) for row in rows)

    def counts(
        self,
        bot: str | None = None,
        since: datetime | None = None,
        before: datetime | None = None,
        run: str | None = None,
    ) -> Mapping[State, Tally]:
        """Control totals: how many items stand in each state, and their amounts: of a bot, of a run, or of those
        received from `since` on and before `before`."""
        scope = _scope(bot, run)
        if since is not None:
            scope.append(_COLUMN.received_at >= since)
        if before is not None:
            scope.append(_COLUMN.received_at < before)
        with self._database.read() as connection:
            return tallies(connection, *scope)

    def received(
        self, bot: str, since: datetime | None = None, before: datetime | None = None, run: str | None = None
    ) -> int:
        """How many different documents were delivered to a bot, in all, in a run, or between two instants: counted
        where deliveries are noted, each where it came first."""
        delivery = tables.deliveries.c
        first = select(delivery.item, func.min(delivery.received_at).label("at")).group_by(delivery.item).subquery()
        query = select(func.count()).select_from(first.join(tables.items, first.c.item == tables.items.c.id))
        query = query.where(*_scope(bot, run))
        if since is not None:
            query = query.where(first.c.at >= since)
        if before is not None:
            query = query.where(first.c.at < before)
        with self._database.read() as connection:
            return connection.scalar(query) or 0

    def _change(self, connection: Connection, item: Item, changes: Mapping[str, Any], event: Event) -> Item:
        only = _COLUMN.id == item.id
        connection.execute(update(tables.items).where(only).values(updated_at=now(), **changes))
        self._audit.write(connection, event)
        return the_item(connection, only)


def _scope(bot: str | None, run: str | None) -> list[Any]:
    wanted = ((_COLUMN.bot, bot), (_COLUMN.run, run))
    return [column == value for column, value in wanted if value is not None]


def _as_it_came(document: Document) -> dict[str, Any]:
    moment = now()
    return {
        "revision": 1,
        "state": State.NEW.value,
        "media_type": document.media_type,
        "filename": document.filename,
        "envelope": document.envelope,
        "trouble": document.trouble,
        "received_at": moment,
        "updated_at": moment,
        "attempts": 0,
        "reasons": [],
        "sentences": [],
    }


def _may_settle(item: Item, state: State, worker: str | None) -> None:
    if item.state in FINAL and item.state is not state:
        raise OutOfTurn(f"Item {item.id} is {item.state.value} already; it is not made {state.value} afterwards.")
    if worker is not None and item.worker != worker:
        raise OutOfTurn(f"Item {item.id} was taken over by worker {item.worker or 'nobody'}; {worker} settles nothing.")
