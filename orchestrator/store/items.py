"""Work items: one document for one bot, what became of it, and who must do something about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, distinct, exists, func, select, update

from bots.decision import Plan
from bots.domain.documents import Document, Envelope
from bots.domain.money import Money
from bots.domain.plain import canonical
from bots.errors import O2CError
from orchestrator.store import tables
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.evidence import Evidence


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


@dataclass(frozen=True)
class Approval:
    """A person agreed to one plan, and to no other."""

    item: int
    plan_hash: str
    who: str
    why: str
    at: datetime


class Tally(NamedTuple):
    """How many, and how much in each currency."""

    count: int
    amounts: Mapping[str, Decimal]


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
        moment = now()
        with self._database.write() as connection:
            new = insert_once(connection, tables.items, **_arrived(bot, key, document, sha256, source, run, moment))
            item = _only(connection, tables.items.c.bot == bot, tables.items.c.key == key)
            first = insert_once(
                connection, tables.deliveries, item=item.id, source=source, document=sha256, received_at=moment
            )
            if first:
                action = "item.received" if new else "item.delivered_again"
                about = {"bot": bot, "key": key, "document": sha256, "source": source}
                self._audit.write(connection, Event("o2c", action, key, about, item.id, run))
        return item, new

    def get(self, id: int) -> Item:  # noqa: A002 - the contract's word
        """One item. Raises OutOfTurn when there is none."""
        with self._database.read() as connection:
            return _only(connection, tables.items.c.id == id)

    def find(self, bot: str, key: str) -> Item | None:
        """The item of this key, if it has arrived."""
        with self._database.read() as connection:
            row = connection.execute(
                select(tables.items).where(tables.items.c.bot == bot, tables.items.c.key == key)
            ).mappings()
            return next((_item(found) for found in row), None)

    def list(
        self, bot: str | None = None, states: Iterable[State] = (), limit: int = 1000, offset: int = 0
    ) -> tuple[Item, ...]:
        """Items in order of arrival, of one bot and in some states if named."""
        query = select(tables.items).order_by(tables.items.c.id).limit(limit).offset(offset)
        wanted = [state.value for state in states]
        if bot is not None:
            query = query.where(tables.items.c.bot == bot)
        if wanted:
            query = query.where(tables.items.c.state.in_(wanted))
        with self._database.read() as connection:
            return tuple(_item(row) for row in connection.execute(query).mappings())

    def sources(self, id: int) -> tuple[str, ...]:  # noqa: A002
        """Every place this item was delivered from, first one first."""
        of_item = tables.deliveries.c.item == id
        with self._database.read() as connection:
            query = select(tables.deliveries.c.source).where(of_item).order_by(tables.deliveries.c.id)
            return tuple(connection.scalars(query))

    def document(self, item: Item) -> Document:
        """The document as it arrived, from the evidence. Raises StoreError when it is damaged."""
        content = self._evidence.read(item.document)
        return Document(content, item.media_type, item.filename, item.envelope, item.trouble)

    def start(self, id: int, revision: int, worker: str) -> Item:  # noqa: A002
        """Begin an attempt. Raises OutOfTurn when the item has a newer revision or is no machine's business."""
        with self._database.write() as connection:
            item = _locked(connection, id, revision)
            if item.state not in OPEN:
                raise OutOfTurn(f"Item {id} is {item.state.value}: no machine works on it until a person reopens it.")
            changes = {"state": State.WORKING.value, "attempts": item.attempts + 1, "worker": worker, "until": None}
            return self._change(connection, item, worker, "item.started", changes, {"attempt": item.attempts + 1})

    def settle(
        self,
        id: int,  # noqa: A002
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
    ) -> Item:
        """Say where the item stands now. Raises OutOfTurn when it has a newer revision, or is settled otherwise.

        `reasons`, `result` and `until` are replaced; an earlier plan and amount stay where none is given.
        """
        outcome = {"state": state.value, "reasons": list(reasons), "result": result, "until": until}
        if plan_hash is not None:
            outcome |= {"plan": canonical(plan), "plan_hash": plan_hash, "sentences": list(sentences)}
        if amount is not None:
            outcome["amount"] = str(Money.parse(amount))
        with self._database.write() as connection:
            item = _locked(connection, id, revision)
            if item.state in FINAL and item.state is not state:
                raise OutOfTurn(f"Item {id} is {item.state.value} already; it is not made {state.value} afterwards.")
            told = {name: value for name, value in outcome.items() if value not in (None, [])}
            return self._change(connection, item, item.worker or "o2c", "item.settled", outcome, told)

    def reopen(self, id: int, who: str, why: str) -> Item:  # noqa: A002
        """A new revision of the item, to be worked on from the beginning."""
        with self._database.write() as connection:
            item = _locked(connection, id)
            changes = {"state": State.NEW.value, "revision": item.revision + 1, "until": None, "worker": None}
            told = {"why": why, "revision": item.revision + 1, "was": item.state.value}
            return self._change(connection, item, who, "item.reopened", changes, told)

    def approve(self, id: int, plan_hash: str, who: str, why: str) -> Approval:  # noqa: A002
        """A person agrees to the plan the item waits with. Raises OutOfTurn when it waits with another, or not."""
        with self._database.write() as connection:
            item = _locked(connection, id)
            if item.state is not State.APPROVAL or item.plan_hash != plan_hash:
                raise OutOfTurn(f"Item {id} no longer waits for approval of this plan. Look at it again, then decide.")
            given = Approval(id, plan_hash, who, why, now())
            insert_once(connection, tables.approvals, item=id, plan_hash=plan_hash, who=who, why=why, at=given.at)
            told = {"why": why, "plan_hash": plan_hash, "plan": list(item.sentences)}
            self._audit.write(connection, Event(who, "item.approved", item.key, told, id, item.run))
        return given

    def approval(self, id: int, plan_hash: str) -> Approval | None:  # noqa: A002
        """The approval of exactly this plan, unless the item was rejected since."""
        given = tables.approvals.c
        query = select(given["item", "plan_hash", "who", "why", "at"]).where(
            given.item == id, given.plan_hash == plan_hash, given.withdrawn_at.is_(None)
        )
        with self._database.read() as connection:
            row = connection.execute(query).mappings().first()
            return Approval(**row) if row else None

    def reject(self, id: int, who: str, why: str) -> Item:  # noqa: A002
        """A person settles the item without posting; a machine still at it is refused from here on.

        Raises OutOfTurn while an entry that was begun is neither confirmed nor refuted: that comes first.
        """
        with self._database.write() as connection:
            item = _locked(connection, id)
            intent = tables.intents.c
            if connection.scalar(select(exists().where(intent.item == id, intent.state == "open"))):
                raise OutOfTurn(
                    f"Item {id} has an entry that was begun and never seen. Say first whether the portal shows it."
                )
            standing = (tables.approvals.c.item == id, tables.approvals.c.withdrawn_at.is_(None))
            connection.execute(update(tables.approvals).where(*standing).values(withdrawn_at=now()))
            changes = {"state": State.REJECTED.value, "revision": item.revision + 1, "reasons": [why], "until": None}
            return self._change(connection, item, who, "item.rejected", changes, {"why": why, "was": item.state.value})

    def counts(self, bot: str | None = None, since: datetime | None = None) -> Mapping[State, Tally]:
        """Control totals: how many items stand in each state, and their amounts, of those received `since`."""
        query = select(tables.items.c.state, tables.items.c.amount)
        if bot is not None:
            query = query.where(tables.items.c.bot == bot)
        if since is not None:
            query = query.where(tables.items.c.received_at >= since)
        totals: dict[State, dict[str, Decimal]] = {state: {} for state in State}
        numbers = dict.fromkeys(State, 0)
        with self._database.read() as connection:
            for state, amount in connection.execute(query):
                numbers[State(state)] += 1
                if amount:
                    money = Money.parse(amount)
                    sums = totals[State(state)]
                    sums[money.currency] = sums.get(money.currency, Decimal(0)) + money.amount
        return {state: Tally(numbers[state], totals[state]) for state in State}

    def received(self, bot: str) -> int:
        """How many different documents were delivered to a bot, counted where deliveries are noted."""
        joined = tables.deliveries.join(tables.items, tables.deliveries.c.item == tables.items.c.id)
        query = select(func.count(distinct(tables.deliveries.c.item))).select_from(joined)
        with self._database.read() as connection:
            return connection.scalar(query.where(tables.items.c.bot == bot)) or 0

    def _change(
        self,
        connection: Connection,
        item: Item,
        actor: str,
        action: str,
        changes: Mapping[str, Any],
        told: Mapping[str, Any],
    ) -> Item:
        only = tables.items.c.id == item.id
        connection.execute(update(tables.items).where(only).values(updated_at=now(), **changes))
        self._audit.write(connection, Event(actor, action, item.key, told, item.id, item.run))
        return _only(connection, only)


def _arrived(
    bot: str, key: str, document: Document, sha256: str, source: str, run: str | None, moment: datetime
) -> dict[str, Any]:
    return {
        "bot": bot,
        "key": key,
        "revision": 1,
        "state": State.NEW.value,
        "document": sha256,
        "media_type": document.media_type,
        "filename": document.filename,
        "envelope": document.envelope,
        "trouble": document.trouble,
        "source": source,
        "received_at": moment,
        "updated_at": moment,
        "attempts": 0,
        "reasons": [],
        "sentences": [],
        "run": run,
    }


def _locked(connection: Connection, id: int, revision: int | None = None) -> Item:  # noqa: A002
    """The item, nobody else's until this transaction ends. Raises OutOfTurn for another revision than the current."""
    item = _only(connection, tables.items.c.id == id, lock=True)
    if revision is not None and item.revision != revision:
        raise OutOfTurn(
            f"Item {id} is at revision {item.revision}, and this is work on revision {revision}: it has been reopened "
            "or decided since, and this work counts no longer."
        )
    return item


def _only(connection: Connection, *where: Any, lock: bool = False) -> Item:
    query = select(tables.items).where(*where)
    row = connection.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise OutOfTurn("There is no such work item. Look at the list of items for its number.")
    return _item(row)


def _item(row: RowMapping) -> Item:
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
