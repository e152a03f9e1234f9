"""The audit trail as one file of JSON lines: a header with the public key, the checkpoints, the records, the head."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from bots.errors import StoreError
from orchestrator.store.columns import now, written
from orchestrator.store.verify import Trail, canonical_text


def write_export(path: Path, trail: Trail, public_key: str) -> int:
    """Write the file whole or not at all. Returns the number of records. Raises StoreError when it cannot be."""
    draft = path.with_name(f".{path.name}.part")
    written_records = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8") as file:
            for line in _lines(trail, public_key):
                written_records += "record" in line
                file.write(canonical_text(line) + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise StoreError(f"The audit trail could not be exported to {path}: {error.strerror}.") from error
    return written_records


def _lines(trail: Trail, public_key: str) -> Iterator[Mapping[str, Any]]:
    yield {"o2c_audit_export": 1, "exported_at": written(now()), "public_key": public_key}
    yield from _each("checkpoint", trail.checkpoints)
    yield from _each("record", trail.records())
    if trail.head is not None:
        yield {"head": trail.head}


def _each(kind: str, entries: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    return ({kind: entry} for entry in entries)
