"""A process that appends to the audit trail: `python appender.py URL DATA NAME COUNT`; COUNT 0 never stops."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from orchestrator.store.store import open_store

if __name__ == "__main__":
    url, data, name, count = sys.argv[1:]
    store = open_store(url, Path(data))
    print("open", flush=True)
    for number in itertools.islice(itertools.count(1), int(count) or None):
        store.audit.append(name, "counted", "test", {"number": number})
    store.close()
