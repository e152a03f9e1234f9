"""Everything that can be killed is killed, at random, while letters are to be written and orders to be entered.

Workers, scheduler, database and portal die and pause; mailboxes number their mails anew; the disk fills up. Each mail
must have brought one letter or order, or stand in front of a person; no line may ever have had two workers.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy
from imapclient import IMAPClient

from bots.errors import O2CError
from orchestrator.assembly import House
from orchestrator.demo.company import put_customers
from orchestrator.demo.old_portal.process import OldPortal, running_portal
from orchestrator.store.items import OPEN
from tests.order_desk import DESK, PORTAL, desk, draw
from tests.post_office import Scene, folder, post_office, until
from tests.postgres import owner, programs

LEASE = 12  #: seconds
LONGEST_PAUSE = 10.0  #: seconds the portal is paused: its map says that after 20 a search is proof
LIMITS = {"lease_seconds": LEASE, "grace_seconds": 5}
Act = Callable[[], str]


@dataclass
class Chaos:
    """Strikes a scene at random, from a seed, and mends what it broke."""

    scene: Scene
    house: House
    up: subprocess.Popen[str]
    rng: random.Random
    database: str = ""  #: the address of a PostgreSQL server's database, to restart it
    disk: Path | None = None  #: a folder on a small disk of its own, to fill it up
    portal: OldPortal | None = None
    done: Counter[str] = field(default_factory=Counter)
    paused: list[tuple[float, int]] = field(default_factory=list)

    def strike(self) -> None:
        """Do one thing that no software likes."""
        acts: list[Act] = [self.kill_worker, self.kill_worker, self.pause_worker, self.kill_scheduler, self.renumber]
        acts += [self.restart_database] if self.database else []
        acts += [self.fill_disk] if self.disk else []
        acts += [self.kill_portal, self.pause_portal] if self.portal else []
        with suppress(O2CError, ProcessLookupError, IndexError):  # nobody there to be struck
            self.done[self.rng.choice(acts)()] += 1

    def wake(self, everyone: bool = False) -> None:
        """Let those go on that were paused for long enough."""
        for then, pid in list(self.paused):
            if everyone or time.monotonic() > then:
                self.paused.remove((then, pid))
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def kill_worker(self) -> str:
        os.kill(self.rng.choice(self.house.store.workers.list()).pid, signal.SIGKILL)
        return "worker killed"

    def pause_worker(self) -> str:
        pid = self.rng.choice(self.house.store.workers.list()).pid
        os.kill(pid, signal.SIGSTOP)
        self.paused.append((time.monotonic() + self.rng.uniform(0.3, 2) * LEASE, pid))
        return "worker paused"

    def kill_portal(self) -> str:
        """As a power cut does; it comes back a moment later, with its database and nobody logged in."""
        assert self.portal is not None
        self.portal.kill()
        time.sleep(self.rng.uniform(0, 3))
        self.portal.start()
        return "portal killed"

    def pause_portal(self) -> str:
        pid = self.portal.pid if self.portal else None
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        self.paused.append((time.monotonic() + self.rng.uniform(1, LONGEST_PAUSE), pid))
        return "portal paused"

    def attend(self) -> None:
        """What a person does meanwhile: release a portal that was parked, when it can be reached again."""
        with suppress(O2CError):
            if self.portal and self.house.store.portals.parked(PORTAL):
                self.house.store.portals.release(PORTAL, "a person", "it works again")
                self.done["portal released by a person"] += 1

    def kill_scheduler(self) -> str:
        for pid in children(self.up.pid):
            if b"\0scheduler\0" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, signal.SIGKILL)
        return "scheduler killed"

    def renumber(self) -> str:
        """Give a folder another UIDVALIDITY, as a mail server does that was restored or moved."""
        name = folder(self.rng.choice(self.scene.bots))
        server = self.scene.mail.imap
        with IMAPClient(server.host, server.port, ssl=False) as client:
            client.login(server.user, server.password)
            client.select_folder(name)
            kept = [facts[b"BODY[]"] for facts in client.fetch(client.search(), ["BODY.PEEK[]"]).values()]
            client.unselect_folder() if client.has_capability("UNSELECT") else client.select_folder("INBOX")
            client.rename_folder(name, f"{name}.{self.rng.random()}")
            client.create_folder(name)
            for raw in kept:
                client.append(name, raw)
        return "mailbox renumbered"

    def restart_database(self) -> str:
        """Stop the server at once and start it again, as for an update."""
        engine = sqlalchemy.create_engine(self.database.replace("postgresql://", "postgresql+psycopg://"))
        with engine.connect() as connection:
            place = connection.exec_driver_sql("show data_directory").scalar_one()
        engine.dispose()
        program = [str((programs() or Path()) / "pg_ctl"), "-D", place, "-m", "fast", "-w", "restart"]
        subprocess.run(
            program, user=owner(), extra_groups=None, cwd="/", stdout=subprocess.DEVNULL, timeout=60, check=True
        )
        return "database restarted"

    def fill_disk(self) -> str:
        """Leave no room for some seconds."""
        assert self.disk is not None
        ballast = self.disk / "ballast"
        with ballast.open("wb") as file, suppress(OSError):
            while True:
                file.write(b"\0" * (1 << 16))
                file.flush()
        time.sleep(3)
        ballast.unlink()
        return "disk filled"


def children(pid: int) -> tuple[int, ...]:
    """The processes a process has started."""
    return tuple(int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())


@contextmanager
def tormented(
    place: Path, workers: int, bots: Sequence[str], seed: int, database: str = "sqlite:///o2c.sqlite3", **options: Any
) -> Iterator[Chaos]:
    """A post office with `o2c up` at work, ready to be struck; with a real portal where order entry is among the bots.

    `disk`: the small disk it lies on, to fill it up.
    """
    schedules = {f"on_{bot}": {"bot": bot, "mail": bot} for bot in bots}
    schedules |= {f"every_{bot}": {"bot": bot, "when": "* * * * *"} for bot in bots}
    blocks = {"limits": LIMITS, "schedules": schedules}
    clerks = [bot for bot in bots if bot != DESK]
    with ExitStack() as opened:
        portal = opened.enter_context(running_portal(place / "portal", slow=0)) if DESK in bots else None
        beside = desk(portal, place) if portal else None
        scene = opened.enter_context(
            post_office(place, clerks, database, draw, beside, settings={"slow": 20}, **blocks)
        )
        house = opened.enter_context(scene.house())
        if portal:
            put_customers(house.store)
        up = scene.start("up", "--workers", str(workers))
        until(house.store.workers.list, says=lambda: scene.log)
        server = database if database.startswith("postgresql") else ""
        chaos = Chaos(scene, house, up, random.Random(seed), server, options.get("disk"), portal)
        try:
            yield chaos
        finally:
            chaos.wake(everyone=True)
            up.terminate()
            up.wait(60)


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A disk of its own at a folder: needs root on Linux. Raises OSError where it cannot be had."""
    place.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "o2c", str(place)], check=False)
    if mounted.returncode or not shutil.which("umount"):
        raise OSError("no small disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def torment(
    chaos: Chaos,
    mails: Mapping[str, int],
    strikes: tuple[float, float],
    most: timedelta,
    most_strikes: int = 10_000,
) -> float:
    """Deliver so many mails to each bot bit by bit, strike at random intervals (seconds), then leave all in peace
    until it is done. The seconds it took."""
    begun, half, left = time.monotonic(), most.total_seconds() / 2, dict(mails)
    while any(left.values()) or (goes_on(chaos, most_strikes) and time.monotonic() - begun < half):
        for bot, count in left.items():
            more = min(count, chaos.rng.randint(1, max(1, mails[bot] // 8)))
            chaos.scene.deliver(bot, more, start=mails[bot] - count)
            left[bot] -= more
        if chaos.done.total() >= most_strikes:
            continue
        chaos.strike()
        time.sleep(chaos.rng.uniform(*strikes))
        get_on(chaos)
    chaos.wake(everyone=True)
    while busy(chaos) and time.monotonic() - begun < most.total_seconds():
        chaos.attend()
        time.sleep(0.5)
    return time.monotonic() - begun


def goes_on(chaos: Chaos, most_strikes: int) -> bool:
    """Whether it is to be struck again."""
    return chaos.done.total() < most_strikes and busy(chaos)


def get_on(chaos: Chaos, most: float = 60.0) -> None:
    """Let some item be ended before the next strike: what is struck at every step shows nothing on a slow machine."""
    end, before = time.monotonic() + most, ended(chaos)
    while ended(chaos) <= before and time.monotonic() < end:
        chaos.wake()
        chaos.attend()
        time.sleep(0.2)


def ended(chaos: Chaos) -> int:
    """How many items no machine has to do with any more."""
    try:
        return sum(tally.number for state, tally in chaos.house.store.items.counts().items() if state not in OPEN)
    except O2CError:
        return 0


def busy(chaos: Chaos) -> bool:
    """Whether a machine still has something to do."""
    try:
        items = chaos.house.store.items.list(limit=10_000)
        return len(items) < len(chaos.scene.delivered) or any(one.state in OPEN for one in items)
    except O2CError:
        return True
