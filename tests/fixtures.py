"""Public data of other projects, read where it lies beside the repository; nothing of it is copied in here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(os.environ.get("O2C_FIXTURES") or Path(__file__).resolve().parents[2] / "shared" / "fixtures")


def shared(name: str) -> Path:
    """A file or folder of the shared fixtures; the test is skipped where it is absent."""
    path = HERE / name
    if not path.exists():
        pytest.skip(f"the shared fixtures are not here: no {name} under {HERE} (set O2C_FIXTURES)")
    return path
