from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from tests.postgres import postgres  # noqa: F401 - a fixture is found by its name here

_PATH = Path(__file__).with_name("loop.py")


def _loop():
    """The tests' own module beside this file: test folders are no packages, so it is loaded by its path."""
    if "loop" not in sys.modules:
        specification = importlib.util.spec_from_file_location("loop", _PATH)
        module = importlib.util.module_from_spec(specification)
        sys.modules["loop"] = module
        specification.loader.exec_module(module)
    return sys.modules["loop"]


_loop()


@pytest.fixture
def house(tmp_path):
    from loop import house

    with house(tmp_path) as one:
        yield one


@pytest.fixture(scope="session")
def o2c_postgresql(postgres):  # noqa: F811 - a fixture is asked for by its name
    """Where crash tests find PostgreSQL: a cluster of our own."""
    return postgres
