"""Play a scene once without harm, and note every position at which it could be killed."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from orchestrator.crash_tests.grounds import SqliteGrounds
from orchestrator.crash_tests.kill import Kill
from orchestrator.crash_tests.scene import Scene
from orchestrator.store.doomed import When
from orchestrator.store.store import Store

UNRECORDED = "a write that is no action"  #: a lease, a picture kept: a process can die there all the same

_HASH = re.compile(r"\b[0-9a-f]{64}\b")  #: says nothing to a reader of a test's name, and must not differ between runs


@dataclass
class Notes:
    """Numbers each write and notes what the record says of it."""

    store: Store | None = None
    actions: list[str] = field(default_factory=list)
    _seen: int = 0

    def __call__(self, when: When) -> None:
        """Told by the database of each write."""
        if self.store is None or when == "before":
            return
        records = self.store.audit.list(after=self._seen)
        self._seen = records[-1].seq if records else self._seen
        self.actions.append(_HASH.sub("…", f"{records[-1].action} {records[-1].target}") if records else UNRECORDED)


def rehearse(scene: Scene) -> tuple[Kill, ...]:
    """Every position of the scene, in order."""
    notes = Notes()
    with tempfile.TemporaryDirectory(prefix="o2c-rehearsal-") as folder:
        grounds = SqliteGrounds(Path(folder))
        grounds.prepare()
        with grounds.fresh() as ground, ground.store(notes) as store:
            notes._seen = len(store.audit.list())
            notes.store = store
            scene.play(store, scene.world())
    whens: tuple[When, ...] = ("before", "after")
    return tuple(Kill(number, when, action) for number, action in enumerate(notes.actions, 1) for when in whens)
