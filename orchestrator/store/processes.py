"""What this machine knows of its own processes: whether one runs, since when, what it started, and how large it is.

Only Linux tells; elsewhere a process has no known children, no marks and no size, and nothing is ended for them.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

MARK = "O2C_WORKER"  #: the variable by which what a worker started is told, whatever became of the worker


@cache
def place() -> str:
    """What makes process numbers comparable: this boot of this machine and this container. Empty where unknown."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}:{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:
        return ""


def runs(pid: int) -> bool:
    """Whether a process of this number runs here. A zombie does not. True where it cannot be known (Windows)."""
    if sys.platform == "win32":
        return True
    fields = _stat(pid)
    if fields is not None:
        return fields[0] not in "ZX"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def began(pid: int) -> datetime | None:
    """When the process of this number began, to about a second; None where it cannot be known."""
    fields = _stat(pid)
    if fields is None:
        return None
    since_boot = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return _boot() + timedelta(seconds=since_boot)


def tree(root: int) -> tuple[int, ...]:
    """A process and all that it started and they started, the root first. A browser leaves its starter's group, so
    only this finds it."""
    children: dict[int, list[int]] = {}
    for pid in _all():
        fields = _stat(pid)
        if fields is not None:
            children.setdefault(int(fields[1]), []).append(pid)
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return tuple(found)


def memory(pids: Iterable[int]) -> int:
    """The bytes of memory that are these processes' own: what is mapped from files is shared and not counted."""
    return sum(_own_memory(pid) for pid in pids)


def marked(mark: str) -> tuple[int, ...]:
    """The processes that were started with this mark in their environment, ours left out."""
    wanted = f"{MARK}={mark}".encode()
    return tuple(pid for pid in _all() if pid != os.getpid() and _carries(pid, wanted))


def end(pids: Iterable[int]) -> int:
    """Kill processes; those that are gone or not ours are left. Returns how many were told to end."""
    told = 0
    for pid in pids:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            told += 1
    return told


def _all() -> tuple[int, ...]:
    if sys.platform != "linux":
        return ()
    return tuple(int(name) for name in os.listdir("/proc") if name.isdigit())


def _own_memory(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    return 0


def _carries(pid: int, wanted: bytes) -> bool:
    """A mark ends where its variable ends, or at the colon after which a worker names its bot."""
    with suppress(OSError):
        variables = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        return any(one == wanted or one.startswith(wanted + b":") for one in variables)
    return False


def _stat(pid: int) -> list[str] | None:
    """The fields of Linux's /proc/PID/stat after the program's name: state first, start time twentieth."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    return text[text.rindex(")") + 1 :].split()


def _boot() -> datetime:
    for line in Path("/proc/stat").read_text(encoding="ascii").splitlines():
        if line.startswith("btime "):
            return datetime.fromtimestamp(int(line.split()[1]), UTC)
    raise OSError("/proc/stat names no time of boot")
