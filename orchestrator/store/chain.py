"""Make the next record of the audit trail: its place, its hash and its signature."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from orchestrator.store.columns import as_json, storable, written
from orchestrator.store.verify import GENESIS, checkpoint_message, head_message, record_hash


@dataclass(frozen=True)
class Record:
    """One thing that was done, as it stands in the trail."""

    seq: int
    at: datetime
    actor: str
    action: str
    target: str
    detail: Mapping[str, Any]
    item: int | None
    run: str | None
    prev: str
    hash: str


@dataclass(frozen=True)
class Event:
    """One thing to be recorded. `detail` holds plain values only; floats are refused (TypeError)."""

    actor: str
    action: str
    target: str
    detail: Mapping[str, Any]
    item: int | None = None
    run: str | None = None


@dataclass(frozen=True)
class Head:
    """The last record of the trail, vouched for by its signature."""

    seq: int
    hash: str
    signature: str


@dataclass(frozen=True)
class Checkpoint:
    """The head at a moment, kept in two places and copied to others."""

    seq: int
    hash: str
    at: str
    signature: str


BEFORE_ALL = Head(0, GENESIS, "")


def next_row(event: Event, at: datetime, head: Head, key: Ed25519PrivateKey) -> dict[str, Any]:
    """The table row that follows `head`."""
    detail = as_json(event.detail)
    row: dict[str, Any] = {
        "seq": head.seq + 1,
        "at": written(at),
        "actor": storable(event.actor),
        "action": storable(event.action),
        "target": storable(event.target),
        "detail": json.loads(detail),
        "item": event.item,
        "run": None if event.run is None else storable(event.run),
        "prev": head.hash,
    }
    row["hash"] = record_hash(row)
    row["signature"] = key.sign(head_message(row["seq"], row["hash"])).hex()
    row["detail"] = detail
    return row


def record(row: Mapping[str, Any]) -> Record:
    """A table row as a value."""
    names = ("seq", "actor", "action", "target", "item", "run", "prev", "hash")
    return Record(
        at=datetime.fromisoformat(row["at"]), detail=json.loads(row["detail"]), **{name: row[name] for name in names}
    )


def as_entry(row: Mapping[str, Any]) -> dict[str, Any]:
    """A table row as the plain JSON that is verified and exported.

    Detail that is not in canonical form stays text: it then gives another hash, as it must.
    """
    entry = dict(row)
    try:
        detail = json.loads(entry["detail"])
        entry["detail"] = detail if as_json(detail) == entry["detail"] else entry["detail"]
    except (TypeError, ValueError):
        return entry
    return entry


def checkpoint(head: Head, at: datetime, key: Ed25519PrivateKey) -> Checkpoint:
    """Vouch for the head at this moment."""
    moment = written(at)
    return Checkpoint(head.seq, head.hash, moment, key.sign(checkpoint_message(head.seq, head.hash, moment)).hex())
