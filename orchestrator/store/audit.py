"""The audit trail: what was done, by whom, to what. Written first, never changed, provable elsewhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, insert, select, update

from bots.errors import StoreError
from orchestrator.store import chain, tables
from orchestrator.store.chain import BEFORE_ALL, Checkpoint, Event, Head, Record
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.export import write_export
from orchestrator.store.heads import append_head, heads
from orchestrator.store.keys import public_text
from orchestrator.store.verify import Trail, Verification, fingerprint, head_message, verify_trail

PAGE = 1000  #: records read at a time
EVERY = 1000  #: records between two checkpoints, when no run ends before

_NO_HEAD = (
    "The database has no audit trail although one stood before: it was removed, or this data folder belongs to another "
    "database. Nothing will be done without it; run `o2c audit verify`, then restore the backup."
)
_NOT_OURS = (
    "The last record of the audit trail does not bear the signature of this data folder's key: the trail was changed, "
    "or the folder belongs to another database. Nothing will be added to it; run `o2c audit verify`."
)

_HEAD = select(tables.audit_head.c.seq, tables.audit_head.c.hash, tables.audit_head.c.signature)
_HEAD_LOCKED = _HEAD.with_for_update()
_MOVE_HEAD = update(tables.audit_head)
_APPEND = insert(tables.audit)
_LAST_POINT = select(tables.audit_checkpoints).order_by(tables.audit_checkpoints.c.seq.desc()).limit(1)
_RECORDS = select(tables.audit).order_by(tables.audit.c.seq)


class Audit:
    """The trail of one database. Any number of processes append; each record has its one place in the chain."""

    def __init__(self, database: Database, folder: Path, key: Ed25519PrivateKey) -> None:
        self._database = database
        self._heads = folder / "audit-heads.jsonl"
        self._key = key
        self._known_ours = False
        self._vouched = 0  # the last record this process knows a checkpoint of

    def begin(self) -> None:
        """Write the first record of a new trail. Where a trail is known to have stood, none is begun in its place."""
        with self._database.read() as connection:
            stands = _head(connection) or connection.execute(_RECORDS.limit(1)).first()
        if stands or next(heads(self._heads), None):
            return
        with self._database.write() as connection:
            insert_once(connection, tables.audit_head, id=1, seq=0, hash=BEFORE_ALL.hash, signature="")
            if _head(connection, lock=True) == BEFORE_ALL:
                self._write_after(
                    connection, BEFORE_ALL, Event("o2c", "trail.begun", "audit", {"key": self.fingerprint})
                )
        self.checkpoint()

    def append(
        self,
        actor: str,
        action: str,
        target: str,
        detail: Mapping[str, Any],
        item: int | None = None,
        run: str | None = None,
    ) -> Record:
        """Record one thing; it is on the disk when this returns. Raises StoreError when it cannot be written."""
        with self._database.write() as connection:
            made = self.write(connection, Event(actor, action, target, detail, item, run))
        if made.seq - self._vouched >= EVERY:
            self.checkpoint()
        return made

    def write(self, connection: Connection, event: Event) -> Record:
        """Record one thing in the caller's transaction, as its last act: what it tells of happens with it or not."""
        head = _head(connection, lock=True)
        if head is None:
            raise StoreError(_NO_HEAD)
        if not self._known_ours and not self._ours(head):
            raise StoreError(_NOT_OURS)
        self._known_ours = True
        return self._write_after(connection, head, event)

    def _write_after(self, connection: Connection, head: Head, event: Event) -> Record:
        row = chain.next_row(event, now(), head, self._key)
        connection.execute(_APPEND, row)
        connection.execute(_MOVE_HEAD, {name: row[name] for name in ("seq", "hash", "signature")})
        return chain.record(row)

    def checkpoint(self) -> Checkpoint:
        """Vouch for the trail as it stands, in the database and in `audit-heads.jsonl`. Once per head."""
        with self._database.write() as connection:
            head = _head(connection, lock=True) or BEFORE_ALL
            self._vouched = head.seq
            last = connection.execute(_LAST_POINT).mappings().first()
            if last and last["seq"] == head.seq:
                return Checkpoint(**last)
            point = chain.checkpoint(head, now(), self._key)
            connection.execute(insert(tables.audit_checkpoints), dataclasses.asdict(point))
            append_head(self._heads, point)
        return point

    def list(self, item: int | None = None, run: str | None = None, after: int = 0, limit: int = 1000) -> list[Record]:
        """Records in order, of one item or one run if named, those after number `after`."""
        query = _RECORDS.where(tables.audit.c.seq > after).limit(limit)
        if item is not None:
            query = query.where(tables.audit.c.item == item)
        if run is not None:
            query = query.where(tables.audit.c.run == run)
        with self._database.read() as connection:
            return [chain.record(dict(row)) for row in connection.execute(query).mappings()]

    def verify(self, evidence: Callable[[str], str | None] | None = None) -> Verification:
        """Look at every record; with `evidence` (`store.evidence.trouble_with`) at every document it names too."""
        with self._trail() as trail:
            found = verify_trail(trail, self._key.public_key())
            if not found.ok or evidence is None:
                return found
            for record in trail.records():
                trouble = evidence(record["target"]) if record["action"] == "evidence.kept" else None
                if trouble:
                    return dataclasses.replace(found, ok=False, first_bad=record["seq"], what=trouble)
            return found

    def export(self, path: Path) -> int:
        """Write the whole trail to one file that `verify.py` proves anywhere. Returns the number of records."""
        with self._trail() as trail:
            return write_export(path, trail, public_text(self._key))

    @property
    def fingerprint(self) -> str:
        """Of the public key: what an auditor notes down once and compares ever after."""
        return fingerprint(self._key.public_key())

    @contextmanager
    def _trail(self) -> Iterator[Trail]:
        kept = tuple(heads(self._heads))  # before the snapshot: a checkpoint made meanwhile is of a later head
        with self._database.snapshot() as connection:
            head = connection.execute(_HEAD).mappings().first()
            points = tuple(dict(row) for row in connection.execute(select(tables.audit_checkpoints)).mappings())

            yield Trail(partial(_entries, connection), dict(head) if head else None, points + kept)

    def _ours(self, head: Head) -> bool:
        return self._key.sign(head_message(head.seq, head.hash)).hex() == head.signature


def _entries(connection: Connection) -> Iterator[dict[str, Any]]:
    """All records, read a page at a time: no cursor stays open when whoever reads them stops early."""
    after = -1
    while page := connection.execute(_RECORDS.where(tables.audit.c.seq > after).limit(PAGE)).mappings().all():
        yield from (chain.as_entry(dict(row)) for row in page)
        after = page[-1]["seq"]


def _head(connection: Connection, lock: bool = False) -> Head | None:
    row = connection.execute(_HEAD_LOCKED if lock else _HEAD).first()
    return Head(*row) if row else None
