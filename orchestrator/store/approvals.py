"""Approvals: a person agreed to one plan, and to no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from orchestrator.store.columns import now
from orchestrator.store.database import insert_once
from orchestrator.store.tables import approvals


@dataclass(frozen=True)
class Approval:
    """Who agreed to the plan of this hash, and why."""

    item: int
    plan_hash: str
    who: str
    why: str
    at: datetime


def give(connection: Connection, approval: Approval) -> None:
    """Note an approval. A second one of the same plan adds nothing."""
    about = {"item": approval.item, "plan_hash": approval.plan_hash}
    insert_once(connection, approvals, who=approval.who, why=approval.why, at=approval.at, **about)


def standing(connection: Connection, item: int, plan_hash: str) -> Approval | None:
    """The approval of exactly this plan, if it was not withdrawn."""
    given = approvals.c
    query = select(given.item, given.plan_hash, given.who, given.why, given.at).where(
        given.item == item, given.plan_hash == plan_hash, given.withdrawn_at.is_(None)
    )
    row = connection.execute(query).mappings().first()
    return Approval(**row) if row else None


def withdraw(connection: Connection, item: int) -> None:
    """The item was rejected: what was agreed to before counts no longer."""
    of_item = (approvals.c.item == item, approvals.c.withdrawn_at.is_(None))
    connection.execute(update(approvals).where(*of_item).values(withdrawn_at=now()))
