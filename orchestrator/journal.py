"""The audit trail as one work item sees it: who acts, on which item, in which run, under which plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bots.adapters.workspace import Fields
from bots.decision import Plan, plan_hash
from bots.errors import InDoubt
from orchestrator.store.item import OutOfTurn
from orchestrator.store.store import Store


@dataclass
class ItemJournal:
    """Writes a bot's actions into the trail; see `bots.adapters.recorded.Journal`.

    `item` and `revision` are None while a mailbox is collected: then nothing may be committed.
    """

    store: Store
    actor: str  #: `order_entry@worker-1`
    worker: str  #: the lease token of the process that acts
    run: str | None = None
    item: int | None = None
    revision: int | None = None
    acting: Plan | None = None  #: the plan being carried out; without one a commit is refused
    place: str = ""  #: what was touched last: where a failure happened

    def record(self, action: str, target: str, detail: Mapping[str, object]) -> None:
        """Append to the trail, synced to disk before this returns.

        Raises OutOfTurn when this worker's lease is gone: what cannot be written down is not done, so a worker that
        was paused does nothing more in a portal another works in by now.
        """
        self.place = target
        if self.item is not None and not self.store.workers.live(self.worker, self.store.now()):
            raise OutOfTurn(f"worker {self.worker} was silent for too long or has left: it does nothing more")
        self.store.audit.append(self.actor, action, target, detail, item=self.item, run=self.run)

    def note(self, action: str, detail: Mapping[str, object]) -> None:
        """What an adapter met on its way (a log-in, a fallback, a failure's picture); bytes become evidence."""
        plain = {
            key: self.keep(value, "image/png" if value.startswith(b"\x89PNG") else "text/html")
            if isinstance(value, bytes)
            else value
            for key, value in detail.items()
        }
        self.record(action, str(plain.pop("target", "adapter")), plain)

    def keep(self, content: bytes, media_type: str) -> str:
        """Keep a picture or file by its SHA-256, synced to disk."""
        return self.store.evidence.keep(content, media_type)

    def intend(self, target: str, fields: Fields) -> None:
        """Write the intent of the plan being acted on; refused when it was begun before or the lease is old."""
        if self.acting is None or self.item is None or self.revision is None:
            raise InDoubt(f"a commit on {target} was asked for outside a plan: refused, nothing was pressed")
        key, fingerprint = self.acting.key, plan_hash(self.acting)
        self.store.intents.begin(self.item, key, fingerprint, self.worker, target, fields, self.revision)
