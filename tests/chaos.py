"""Everything that can be killed is killed, at random, while letters are to be written: what stands in the end.

Workers, scheduler and database die and pause; mailboxes number their mails anew; the disk fills up. Each mail must
have brought one letter, or stand in front of a person; no line may ever have had two workers.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy
from imapclient import IMAPClient

from bots.errors import O2CError
from orchestrator.assembly import House
from orchestrator.store.chain import Record
from orchestrator.store.items import OPEN, Item, State
from tests.post_office import Scene, folder, post_office, until
from tests.postgres import owner, programs

LEASE = 12  #: seconds
LIMITS = {"lease_seconds": LEASE, "grace_seconds": 5}
Act = Callable[[], str]


@dataclass(frozen=True)
class Outcome:
    """What stood when everything had come to its end."""

    mails: int
    letters: int
    twice: tuple[str, ...]  #: letters that left more than once
    lost: tuple[str, ...]  #: mails that are no item
    states: Counter[str]
    together: tuple[str, ...]  #: moments at which two workers acted on one line
    red: tuple[str, ...]  #: runs that do not balance
    uncollected: int  #: runs whose mail could not be collected, and was by a later one
    record_stands: bool
    done: Counter[str]  #: what was done to it
    attempts: int
    seconds: float

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that must never be; empty: all is well."""
        unsettled = self.mails - sum(self.states.values())
        missing = (f"{unsettled} mails are not settled",) if unsettled else ()
        posted = self.states[State.POSTED.value]
        dumb = (f"{posted} are posted but {self.letters} letters left",) if posted > self.letters else ()
        record = () if self.record_stands else ("the record does not verify",)
        return (*self.twice, *self.lost, *self.together, *self.red, *missing, *dumb, *record)


@dataclass
class Chaos:
    """Strikes a scene at random, from a seed, and mends what it broke."""

    scene: Scene
    house: House
    up: subprocess.Popen[str]
    rng: random.Random
    database: str = ""  #: the address of a PostgreSQL server's database, to restart it
    disk: Path | None = None  #: a folder on a small disk of its own, to fill it up
    done: Counter[str] = field(default_factory=Counter)
    paused: list[tuple[float, int]] = field(default_factory=list)

    def strike(self) -> None:
        """Do one thing that no software likes."""
        acts: list[Act] = [self.kill_worker, self.kill_worker, self.pause_worker, self.kill_scheduler, self.renumber]
        acts += [self.restart_database] if self.database else []
        acts += [self.fill_disk] if self.disk else []
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
    """A post office with `o2c up` at work, ready to be struck."""
    schedules = {f"on_{bot}": {"bot": bot, "mail": bot} for bot in bots}
    schedules |= {f"every_{bot}": {"bot": bot, "when": "* * * * *"} for bot in bots}
    disk = options.pop("disk", None)
    scene_options = {"limits": LIMITS, "schedules": schedules, "settings": {"slow": 20}, **options}
    with post_office(place, bots, database, **scene_options) as scene, scene.house() as house:
        up = scene.start("up", "--workers", str(workers))
        until(house.store.workers.list, says=lambda: scene.log)
        server = database if database.startswith("postgresql") else ""
        chaos = Chaos(scene, house, up, random.Random(seed), server, disk)
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
    chaos: Chaos, mails: int, strikes: tuple[float, float], most: timedelta, most_strikes: int = 10_000
) -> Outcome:
    """Deliver `mails` to each bot bit by bit, strike at random intervals, then leave all in peace until it is done."""
    begun, delivered, half = time.monotonic(), 0, most.total_seconds() / 2
    while delivered < mails or (goes_on(chaos, most_strikes, mails) and time.monotonic() - begun < half):
        if delivered < mails:
            more = min(mails - delivered, chaos.rng.randint(1, max(1, mails // 8)))
            for bot in chaos.scene.bots:
                chaos.scene.deliver(bot, more, start=delivered)
            delivered += more
        if chaos.done.total() >= most_strikes:
            continue
        chaos.strike()
        time.sleep(chaos.rng.uniform(*strikes))
        get_on(chaos)
    chaos.wake(everyone=True)
    while busy(chaos, mails) and time.monotonic() - begun < most.total_seconds():
        time.sleep(0.5)
    return outcome(chaos, mails, time.monotonic() - begun)


def goes_on(chaos: Chaos, most_strikes: int, mails: int) -> bool:
    """Whether it is to be struck again."""
    return chaos.done.total() < most_strikes and busy(chaos, mails)


def get_on(chaos: Chaos, most: float = 60.0) -> None:
    """Let some item be ended before the next strike: what is struck at every step shows nothing on a slow machine."""
    end, before = time.monotonic() + most, ended(chaos)
    while ended(chaos) <= before and time.monotonic() < end:
        chaos.wake()
        time.sleep(0.2)


def ended(chaos: Chaos) -> int:
    """How many items no machine has to do with any more."""
    try:
        return sum(tally.number for state, tally in chaos.house.store.items.counts().items() if state not in OPEN)
    except O2CError:
        return 0


def busy(chaos: Chaos, mails: int) -> bool:
    """Whether a machine still has something to do."""
    try:
        items = chaos.house.store.items.list(limit=10_000)
        return len(items) < mails * len(chaos.scene.bots) or any(one.state in OPEN for one in items)
    except O2CError:
        return True


def outcome(chaos: Chaos, mails: int, seconds: float) -> Outcome:
    """Count everything, where it stands and where it was written down."""
    store, scene = chaos.house.store, chaos.scene
    items = store.items.list(limit=100_000)
    letters = scene.letters()
    end = time.monotonic() + 30
    while any(run.collected_at for run in store.runs.open()) and time.monotonic() < end:
        time.sleep(0.5)
    runs = store.runs.list(limit=10_000)
    return Outcome(
        mails=mails * len(scene.bots),
        letters=letters.total(),
        twice=tuple(f"{name} left {count} times" for name, count in letters.items() if count > 1),
        lost=tuple(lost(scene, items, mails)),
        states=Counter(one.state.value for one in items if one.state not in OPEN),
        together=tuple(together(store.audit.list(limit=1_000_000), {one.id: one.bot for one in items})),
        red=tuple(f"run {run.id}: {run.red}" for run in runs if run.red and run.collected_at),
        uncollected=sum(run.collected_at is None for run in runs),
        record_stands=store.audit.verify().ok,
        done=chaos.done,
        attempts=sum(one.attempts for one in items),
        seconds=seconds,
    )


def lost(scene: Scene, items: tuple[Item, ...], mails: int) -> Iterator[str]:
    known = {one.envelope.message_id for one in items if one.envelope}
    for bot in scene.bots:
        for number in range(mails):
            if f"<{bot}.{number}@customer.example>" not in known:
                yield f"mail {number} for {bot} is nowhere"


def together(trail: Iterable[Record], bots: Mapping[int, str]) -> Iterator[str]:
    """What a worker did to an item of a bot after another had begun one: the line was the other's by then."""
    at_work: dict[str, str] = {}
    for record in trail:
        bot, (_, _, token) = bots.get(record.item or 0, ""), record.actor.partition("@")
        if record.action == "item.started":
            at_work[bot] = record.actor
        elif token and bot and at_work.get(bot, token) != token:
            yield f"{record.at:%H:%M:%S} {token}: {record.action} {record.target}, while {at_work[bot]} has the line"
