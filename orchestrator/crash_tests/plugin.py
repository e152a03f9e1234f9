"""The pytest plug-in behind `every_action`: rehearses a bot when tests are collected, then kills it once per test."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator.crash_tests import child
from orchestrator.crash_tests.crash import Crash
from orchestrator.crash_tests.grounds import Grounds, PostgresGrounds, SqliteGrounds
from orchestrator.crash_tests.rehearsal import rehearse

ADDRESS = "O2C_TEST_POSTGRESQL"


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known, so that `--strict-markers` takes it."""
    config.addinivalue_line("markers", "every_action: one test for each action at which a bot is killed")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each kill; a rehearsal of the bot tells which there are."""
    mark = metafunc.definition.get_closest_marker("every_action")
    if mark is None or "crash" not in metafunc.fixturenames:
        return
    scene, when, _, _ = mark.args
    kills = [kill for kill in rehearse(scene) if kill.when in when]
    metafunc.parametrize("crash", kills, ids=str, indirect=True)


@pytest.fixture
def crash(request: pytest.FixtureRequest) -> Iterator[Crash]:
    """The kill of this test; see `orchestrator.crash_tests.every_action`."""
    mark = request.node.get_closest_marker("every_action")
    if mark is None:
        raise pytest.UsageError("the fixture `crash` needs the decorator `every_action`: it says which bot is killed")
    scene, _, by, database = mark.args
    if by == "sigkill" and not child.possible():
        pytest.skip("there is no SIGKILL on Windows")
    grounds: Grounds = request.getfixturevalue(f"o2c_{database}_grounds")
    with grounds.fresh() as ground:
        yield Crash(request.param, scene, ground, by)


@pytest.fixture(scope="session")
def o2c_sqlite_grounds(tmp_path_factory: pytest.TempPathFactory) -> SqliteGrounds:
    """Fresh memories on SQLite."""
    grounds = SqliteGrounds(tmp_path_factory.mktemp("crash"))
    grounds.prepare()
    return grounds


@pytest.fixture(scope="session")
def o2c_postgresql_grounds(o2c_postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresGrounds]:
    """Fresh memories on PostgreSQL, each a database that is dropped afterwards."""
    folder: Path = tmp_path_factory.mktemp("crash")
    grounds = PostgresGrounds(o2c_postgresql, folder, f"o2c_crash_{secrets.token_hex(4)}")
    grounds.prepare()
    yield grounds
    grounds.clear()


@pytest.fixture(scope="session")
def o2c_postgresql() -> str:
    """The address of a PostgreSQL server up to the database's name, its user allowed to make databases. Replace this
    fixture to start a server of your own."""
    address = os.environ.get(ADDRESS)
    if not address:
        pytest.skip(f"no PostgreSQL to test on: set {ADDRESS}=postgresql://user@host/ or define `o2c_postgresql`")
    return address.rstrip("/") + "/"
