"""The file of signed checkpoints, `audit-heads.jsonl`: outside the database and easy to copy elsewhere."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bots.errors import StoreError
from orchestrator.store.chain import Checkpoint
from orchestrator.store.verify import canonical_text


def append_head(path: Path, point: Checkpoint) -> None:
    """Add a line and wait until it is on the disk. Callers take turns: they hold the head of the trail."""
    line = canonical_text(dataclasses.asdict(point)) + "\n"
    try:
        with path.open("a+b") as file:
            _end_torn_line(file)
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(
            f"The checkpoint of the audit trail could not be written to {path} ({error.strerror}); nothing more is "
            "done until it can. Free some space or give this user the right to write there, and start again."
        ) from error


def heads(path: Path) -> Iterator[dict[str, Any]]:
    """Every checkpoint in the file. A line torn by a crash while it was written is left out; it vouched for nothing."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    except OSError as error:
        raise StoreError(f"The checkpoints of the audit trail cannot be read: {path}: {error.strerror}.") from error
    for line in text.splitlines():
        try:
            point = json.loads(line)
        except ValueError:
            point = None
        if isinstance(point, dict):
            yield point


def _end_torn_line(file: Any) -> None:
    if file.seek(0, os.SEEK_END) == 0:
        return
    file.seek(-1, os.SEEK_END)
    if file.read(1) != b"\n":
        file.write(b"\n")
