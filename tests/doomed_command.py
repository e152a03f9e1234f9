"""The command `o2c`, with every process it starts, killed by SIGKILL at one record of its audit trail.

    O2C_DOOM='{"role": "working", "at": "17", "when": "after", "floor": 3}' python -m tests.doomed_command run …

`role`: the process in which the record is written, `collecting` (counted from the arrival of a mail) or `working`
(counted from the start of the first item above `floor`). `at`: which record, by its number there or by a pattern of
"action target"; what an adapter notes by itself (a log-in) has no number. `when`: before it is committed, or after.
`log`: a file to note each record in; then nobody dies.

A process started by multiprocessing runs this module again under another name, so the doom is in all of them.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import signal
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

from orchestrator.store.audit import Audit
from orchestrator.store.database import Database

FIRST = {"collecting": "arrived", "working": "item.started"}
ADAPTER = "adapter"  #: the target of what only the first item of a process meets (a log-in); it is not numbered
LAST = {"collecting": "settle", "working": "item.settled"}


class Doom:
    """Counts what is recorded in this process and strikes at one record."""

    def __init__(self, role, told):
        self.role, self.told, self.number = role, told, 0
        self.over = False
        self.mine = threading.local()

    def recorded(self, event):
        """A record was written, not yet committed."""
        self.mine.struck = False
        if self.role != self.told["role"] and "log" not in self.told:
            return
        if self.over or not (self.number or self.begins(event)):
            return
        self.number += event.target != ADAPTER
        self.over = event.action == LAST[self.role]
        self.note(event)
        if self.meets(event):
            if self.told["when"] == "before":
                end_everything(self.role)
            self.mine.struck = True

    def committed(self):
        """What this thread wrote last stands."""
        if getattr(self.mine, "struck", False):
            end_everything(self.role)

    def begins(self, event):
        if event.action != FIRST[self.role]:
            return False
        return self.role == "collecting" or event.item > self.told["floor"]

    def meets(self, event):
        at = self.told.get("at", "never")
        if at.isdigit():
            return at == str(self.number) and event.target != ADAPTER
        return re.search(at, f"{event.action} {event.target}")

    def note(self, event):
        if "log" in self.told:
            at = self.number if event.target != ADAPTER else f"^{event.action} {ADAPTER}"
            with Path(self.told["log"]).open("a", encoding="utf-8") as log:
                log.write(f"{self.role}\t{at}\t{event.action} {event.target}\n")


def end_everything(role):
    """SIGKILL to the command and all it started, at once."""
    if role == "working":
        os.kill(os.getppid(), signal.SIGKILL)
    for child in multiprocessing.active_children():
        with suppress(ProcessLookupError):
            os.kill(child.pid, signal.SIGKILL)
    if os.getpgid(0) == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


def arm(role):
    """Let the store of this process tell of each record."""
    doom = Doom(role, json.loads(os.environ["O2C_DOOM"]))
    write_record, write = Audit._write_after, Database.write

    def recording(self, connection, head, event):
        made = write_record(self, connection, head, event)
        doom.recorded(event)
        return made

    @contextmanager
    def writing(self):
        doom.mine.struck = False
        with write(self) as connection:
            yield connection
        doom.committed()

    Audit._write_after, Database.write = recording, writing


if __name__ in ("__main__", "__mp_main__"):
    arm("collecting" if __name__ == "__main__" else "working")
if __name__ == "__main__":
    from orchestrator.cli import main

    main()
