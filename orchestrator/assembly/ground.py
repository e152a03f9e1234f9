"""What everything stands on: one configuration with its store and its secrets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bots.adapters.masking import Masker
from bots.adapters.secrets import Secrets
from orchestrator.config import Config
from orchestrator.store.store import Store


@dataclass(frozen=True)
class Ground:
    """One configuration brought to life. `path` is its file; `masker` knows what no log may show."""

    path: Path
    config: Config
    store: Store
    secrets: Secrets
    masker: Masker
