"""The whole command over a real portal, a real mailbox and a real browser, killed again and again on one store.

Servers, tables and browser cache are made once; each kill gets an order of its own, and the run that is killed over
one order first takes over the order the run before it was killed over: one start of the command for each kill.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import yaml

from orchestrator.assembly import open_house
from orchestrator.demo.company import put_customers, write_config
from orchestrator.demo.mail_servers import MailServers, running_mail
from orchestrator.demo.old_portal.ledger import orders
from orchestrator.demo.old_portal.process import OldPortal, running_portal
from orchestrator.demo.papers import morel
from orchestrator.demo.papers import orders as papers
from orchestrator.demo.papers.envelope import Sender, letter, moment, with_pdf
from orchestrator.demo.world import ORDERS_ADDRESS
from orchestrator.store.items import OPEN, Item, State

ROOT = Path(__file__).parents[1]
WITHIN = 300  #: seconds a killed run may take to get where it dies: ten times what it takes on a quiet machine
BOT = "order_entry"
MOREL = Sender("Claire Bonnefoy", "achats@ateliers-morel.example")


@dataclass(frozen=True)
class Position:
    """Where to kill; see `tests.doomed_command`."""

    role: str
    at: str
    when: str = "after"
    action: str = ""


@dataclass
class KillingGround:
    """Everything real, and the orders that were sent to it. `killed` says at which position each order's run died."""

    folder: Path
    config: Path
    portal: OldPortal
    mail: MailServers
    killed: dict[str, Position] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)  #: each killed run

    def order(self) -> str:
        """Have a new order arrive; its number."""
        number = f"BC-{datetime.now().astimezone():%H%M%S}-{len(self.killed):04d}"
        self.mail.deliver(order_mail(number))
        return number

    def kill(self, position: Position) -> bool:
        """Send an order, run the command, and have it die there. False: it was done before it came to that record.

        Only the first order of a process meets what an adapter notes (a log-in), and only the first mail is counted
        while it is collected: then nothing must be left from before.
        """
        if position.at.endswith(" adapter") or position.role == "collecting":
            self.finish()
        number = self.order()
        self.killed[number] = position
        doom = {"role": position.role, "at": position.at, "when": position.when, "floor": self._newest()}
        began = time.monotonic()
        status = self._run("tests.doomed_command", doom, f"killed-{number}", WITHIN)
        self.seconds.append(time.monotonic() - began)
        assert status in {0, -signal.SIGKILL}, f"{position}: ended with {status}\n{self.story(f'killed-{number}')}"
        return status != 0

    def rehearse(self) -> tuple[Position, ...]:
        """Work one order with nobody dying; every position of it."""
        number, log = self.order(), self.folder / "positions.txt"
        self.killed[number] = Position("nobody", "0")
        doom = {"role": "nobody", "floor": self._newest(), "log": str(log)}
        assert self._run("tests.doomed_command", doom, "rehearsal", WITHIN) == 0, self.said("rehearsal")
        noted = [line.split("\t") for line in log.read_text(encoding="utf-8").splitlines()]
        found = (Position(role, at, "after", action) for role, at, action in noted)
        return tuple({(position.role, position.at): position for position in found}.values())

    def finish(self) -> None:
        """Run the command, unharmed, until nothing is left for a machine."""
        for attempt in range(4):
            status = self._run("orchestrator.cli", None, f"finish-{attempt}", WITHIN + 6 * len(self.killed))
            if status == 0 and not self._open():
                return
        raise AssertionError(f"the last run ended with {status}: {self.said(f'finish-{attempt}')}")

    def story(self, name: str) -> str:
        """What a run wrote, and when it recorded what."""
        with open_house(self.config) as house:
            last = house.store.audit.list(after=max(0, house.store.audit.verify().records - 40))
        records = (f"{record.at:%H:%M:%S.%f} {record.item} {record.action} {record.target}" for record in last)
        return "\n".join((self.said(name), *records))

    def said(self, name: str) -> str:
        """What a run wrote."""
        return (self.folder / f"{name}.txt").read_text(encoding="utf-8", errors="replace")

    def _run(self, module: str, doom: dict[str, object] | None, name: str, seconds: float) -> int:
        command = [sys.executable, "-m", module, "run", BOT, "--json", "-c", str(self.config)]
        told = {"O2C_DOOM": json.dumps(doom)} if doom else {}
        with (self.folder / f"{name}.txt").open("wb") as said:
            process = subprocess.Popen(
                command, cwd=ROOT, env={**os.environ, **told}, stdout=said, stderr=said, start_new_session=True
            )
            try:
                return process.wait(seconds)
            except subprocess.TimeoutExpired:
                raise AssertionError(f"{name} took longer than {seconds:.0f} s:\n{self.story(name)}") from None
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)

    def _newest(self) -> int:
        with open_house(self.config) as house:
            return max((item.id for item in house.store.items.list(BOT, limit=100_000)), default=0)

    def _open(self) -> bool:
        with open_house(self.config) as house:
            return bool(house.store.items.list(BOT, OPEN, limit=1))


@dataclass(frozen=True)
class Verdict:
    """What became of each order; `faults` names what must never be, each with the position that made it."""

    documents: int
    posted: int
    with_a_person: int
    letters: int
    faults: tuple[str, ...]


def verdict(ground: KillingGround) -> Verdict:
    """Compare the documents with the portal's own database, the letters and the items."""
    entered = Counter(order.po_number for order in orders(ground.portal.database))
    with open_house(ground.config) as house:
        items, record = house.store.items.list(BOT, limit=100_000), house.store.audit.verify()
    by_number = {number_of(item): item for item in items}
    faults = [
        f"{number}, killed {position.role} {position.at} {position.when} ({position.action}): {fault}"
        for number, position in ground.killed.items()
        for fault in faults_of(by_number.get(number), entered[number])
    ]
    if len(ground.mail.sent_mail) > len(ground.killed):
        faults.append(f"{len(ground.mail.sent_mail)} letters left for {len(ground.killed)} orders")
    if not record.ok:
        faults.append(f"the record does not verify: {record.what}")
    posted = sum(item.state is State.POSTED for item in items)
    return Verdict(len(items), posted, len(items) - posted, len(ground.mail.sent_mail), tuple(faults))


def faults_of(item: Item | None, entered: int) -> Iterator[str]:
    """What must never be of one order."""
    if item is None:
        yield "lost: the mail made no work item"
        return
    if entered > 1:
        yield f"stands {entered} times in the portal"
    if item.state in OPEN or item.state is State.REJECTED:
        yield f"is {item.state.value}: {'; '.join(item.reasons)}"
    if item.state is State.POSTED and entered != 1:
        yield f"counts as posted but stands {entered} times in the portal"


def number_of(item: Item) -> str:
    """The order number an item is about, from its mail's subject."""
    return item.envelope.subject.rpartition(" ")[2] if item.envelope else ""


def order_mail(number: str) -> bytes:
    """A mail with one order of two lines, under a number of its own."""
    day = datetime.now().astimezone().date() - timedelta(days=1)
    paper = papers.morel(day)
    paper = replace(paper, number=number, lines=paper.lines[:2])
    words = f"Bonjour,\n\nveuillez trouver notre commande {number}.\n"
    message = letter(number, MOREL, f"Commande {number}", words, moment(day, "08:12", 2), ORDERS_ADDRESS)
    return with_pdf(message, morel.draw(paper), f"Commande_{number}.pdf").as_bytes()


@contextmanager
def killing_ground(folder: Path, database: str | None = None, answers_lost: bool = False) -> Iterator[KillingGround]:
    """Servers, configuration and an empty store. `database` None: a SQLite file. `answers_lost`: every commit of the
    portal is kept and its answer never arrives."""
    with running_mail(folder / "mail") as mail, running_portal(folder / "portal", slow=0) as portal:
        config = write_config(folder, mail, portal, None, headed=False)
        adjust(config, folder, database)
        with open_house(config) as house:
            put_customers(house.store)
        if answers_lost:
            portal.faults.set(answer_lost_after_commit=1_000_000)
        yield KillingGround(folder, config, portal, mail)


def adjust(config: Path, folder: Path, database: str | None) -> None:
    """Let the search be proof after three seconds, so that nobody waits; take the same goods many times."""
    values = yaml.safe_load(config.read_text(encoding="utf-8"))
    portal = values["portals"]["old_portal"]
    described = yaml.safe_load(Path(portal["map"]).read_text(encoding="utf-8"))
    described |= {"search_is_proof_after": "3s", "answer_within": "2s"}
    portal["map"] = str(folder / "impatient.yaml")
    Path(portal["map"]).write_text(yaml.safe_dump(described, sort_keys=False), encoding="utf-8")
    values["bots"][BOT]["settings"]["duplicate_days"] = 0
    values["database"] = database or values["database"]
    config.write_text(yaml.safe_dump(values, sort_keys=False), encoding="utf-8")
