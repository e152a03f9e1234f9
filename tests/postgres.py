"""A PostgreSQL cluster of our own for a test session, where the machine has the server's programs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ABSENT = "PostgreSQL's server programs (initdb, pg_ctl) are not installed"


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`: from the path, else Debian's, the newest version first."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -float(folder.parent.name))
    return next((folder for folder in folders if (folder / "pg_ctl").exists()), None)


def owner() -> str | None:
    """Whose processes the server's are: it refuses root's. None: our own."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running server up to the database's name, `postgresql://o2c@127.0.0.1:PORT/`."""
    if programs() is None:
        pytest.skip(ABSENT)
    with cluster() as address:
        yield address


@contextmanager
def cluster() -> Iterator[str]:
    """The same outside pytest. Raises AssertionError when the programs are absent or the server does not start."""
    folder, user = programs(), owner()
    assert folder is not None, ABSENT
    home = Path(tempfile.mkdtemp(prefix="o2c-postgres-"))
    if user:
        shutil.chown(home, user)
    port = free_port()

    def run(*command: str) -> None:
        done = subprocess.run(
            command, user=user, group=None, extra_groups=None, cwd=home, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    cluster = str(home / "cluster")
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60"
    try:
        run(str(folder / "initdb"), "-D", cluster, "-U", "o2c", "-A", "trust", "-E", "UTF8", "--no-sync")
        run(str(folder / "pg_ctl"), "-D", cluster, "-w", "-o", options, "-l", str(home / "log"), "start")
        try:
            yield f"postgresql://o2c@127.0.0.1:{port}/"
        finally:
            run(str(folder / "pg_ctl"), "-D", cluster, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
