"""The portal as a child process, for tests and the demo."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bots.errors import ApplicationError

READY_WITHIN = 20.0  #: seconds


@dataclass(frozen=True)
class FaultsClient:
    """Switches faults of a running portal."""

    url: str
    token: str

    def set(self, **changes: object) -> dict[str, Any]:
        """Set some switches (see `faults.Settings`), leave the others. Returns all of them.

        Raises ValueError for a switch that does not exist.
        """
        return self._call(json.dumps(changes).encode())

    def now(self) -> dict[str, Any]:
        """The switches as they stand; numbers show what is left."""
        return self._call(None)

    def _call(self, body: bytes | None) -> dict[str, Any]:
        headers = {"X-Fault-Token": self.token, "Content-Type": "application/json"}
        with contextlib.closing(http.client.HTTPConnection(self.url.removeprefix("http://"), timeout=10)) as line:
            line.request("GET" if body is None else "POST", "/_faults", body, headers)
            answer = line.getresponse()
            settings: dict[str, Any] = json.load(answer)
        if answer.status != 200:
            raise ValueError(settings["error"])
        return settings


@dataclass
class OldPortal:
    """A portal that runs beside us and ends when we do."""

    data: Path
    options: dict[str, object]
    url: str = ""
    users: tuple[str, ...] = ()  #: with one password
    password: str = field(default="", repr=False)
    database: Path = Path()
    token: str = field(default="", repr=False)
    process: subprocess.Popen[str] | None = None

    @property
    def user(self) -> str:
        """Who may log in; the first where there are several."""
        return self.users[0]

    @property
    def faults(self) -> FaultsClient:
        """The switches for what goes wrong."""
        return FaultsClient(self.url, self.token)

    @property
    def pid(self) -> int | None:
        """The process; None when it was never started."""
        return self.process.pid if self.process else None

    def start(self) -> None:
        """Start the process; again under the same address and password when it ran before."""
        with (self.data / "portal.log").open("a") as log:
            self.process = subprocess.Popen(  # noqa: S603 — our own interpreter and module
                self._command(), env=self._environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=log, text=True,
            )  # fmt: skip
        said = json.loads(_first_line(self.process, self.data))
        self.url, self.users, self.password = said["url"], tuple(said["users"]), said["password"]
        self.token, self.database = said["faults_token"], Path(said["database"])

    def kill(self) -> None:
        """End the process as a power cut would, and wait until it is gone. Harmless when it is gone already."""
        if self.process is None:
            return
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def restart(self) -> None:
        """Kill it if it lives, and start it anew on the same database, address and password."""
        self.kill()
        self.start()

    def _command(self) -> list[str]:
        command = [sys.executable, "-m", "orchestrator.demo.old_portal", "--data", str(self.data), "--ends-with-stdin"]
        options = dict(self.options)
        if self.url:
            options["port"] = self.url.rpartition(":")[2]
        for name, value in options.items():
            values = value if isinstance(value, tuple) else (value,)
            command += [f"--{name.replace('_', '-')}", *map(str, values)]
        return command

    def _environment(self) -> dict[str, str]:
        """Our own, with the secrets of the first start: they are never on a command line."""
        root = str(Path(__file__).parents[3])
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
        kept = {"MERCURE_PASSWORD": self.password, "MERCURE_FAULTS_TOKEN": self.token}
        return {**os.environ, "PYTHONPATH": path, **{name: value for name, value in kept.items() if value}}


def _first_line(process: subprocess.Popen[str], data: Path) -> str:
    """The line a portal prints when it is ready. Raises ApplicationError when none comes in time."""
    impatience = threading.Timer(READY_WITHIN, process.kill)
    impatience.start()
    line = process.stdout.readline() if process.stdout else ""
    impatience.cancel()
    if line:
        return line
    raise ApplicationError(f"The demo's old portal did not start; what it said is in {data / 'portal.log'}")


@contextlib.contextmanager
def running_portal(data: Path, **options: object) -> Iterator[OldPortal]:
    """A portal over the database in `data`, made and filled if empty.

    Options are those of the command: `slow=0` (ms a page), `session_seconds=900`, `notice_every=7` (pages), `port=0`,
    `user="BOT01"` or several in a tuple.
    """
    data.mkdir(parents=True, exist_ok=True)
    portal = OldPortal(data, options)
    try:
        portal.start()
        yield portal
    finally:
        portal.kill()
