"""What this machine knows of its own processes: whether one still runs, and since when."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path


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
