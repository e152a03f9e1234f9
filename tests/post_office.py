"""Bots whose whole work is a letter each, on a real mailbox: work for many processes that needs no browser.

Each bot listens to a folder of its own and answers every mail there once. A letter is a point of no return like an
order in a portal, so a letter sent twice is seen here as an order entered twice is seen there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from typing import Any

import yaml
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from bots.adapters.secrets import variable
from orchestrator.assembly import House, open_house
from orchestrator.demo.company import COMPANY, SENDING, server
from orchestrator.demo.mail_servers import MailServers, running_mail

ROOT = Path(__file__).parents[1]

BOT = """
from dataclasses import dataclass
from time import sleep

from bots import bot
from bots.adapters.workspace import Letter
from bots.bot import Bot
from bots.decision import Done, Go, Skip
from bots.errors import ApplicationError


class Settings(bot.Settings):
    domain: str
    slow: int = 0  #: milliseconds a look takes
    fails: bool = False


@dataclass(frozen=True)
class Mail:
    sender: str
    message_id: str
    doubts: tuple[str, ...] = ()

    def as_json(self):
        return {"sender": self.sender, "message_id": self.message_id, "doubts": []}

    def amount(self):
        return "10.00 EUR"


@dataclass(frozen=True)
class Receipt:
    to: str
    message_id: str

    @property
    def key(self):
        return f"receipt:{self.message_id}"

    def sentences(self):
        return (f"Tell {self.to} that the mail has arrived",)


def read(document):
    return Mail(document.envelope.sender, document.envelope.message_id)


def letter_id(mail, settings):
    return "<receipt." + mail.message_id.strip("<>").replace("@", ".") + f"@{settings.domain}>"


def look(mail, workspace, settings):
    if settings.fails:
        raise ApplicationError(f"the books do not answer for {mail.message_id}")
    sleep(settings.slow / 1000)
    return workspace.outbox.sent(letter_id(mail, settings))


def decide(mail, sent, settings):
    if sent:
        return Done(f"receipt to {mail.sender}")
    return Go(Receipt(mail.sender, letter_id(mail, settings)))


def act(plan, workspace):
    workspace.outbox.send(Letter((plan.to,), "It has arrived", "Thank you.", plan.message_id))


def made(name):
    return Bot(name, name, Settings, lambda workspace: workspace.mailbox.arrivals(), read, look, decide, act)


receipts_a, receipts_b, receipts_c, receipts_d = map(made, ("receipts_a", "receipts_b", "receipts_c", "receipts_d"))
"""


@dataclass
class Scene:
    """A configuration with some bots, the post office they work with, and processes that are ended at the end."""

    config: Path
    mail: MailServers
    bots: tuple[str, ...]
    draw: Callable[[str, int], bytes]  #: a mail for a bot under a number
    delivered: list[str] = field(default_factory=list)  #: every Message-ID
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def deliver(self, bot: str, count: int, start: int = 0) -> None:
        """Put mails into the bot's folder."""
        post = [self.draw(bot, number) for number in range(start, start + count)]
        self.delivered += [str(message_from_bytes(raw)["Message-ID"]).strip() for raw in post]
        self.mail.deliver(*post, folder=folder(bot))

    def start(self, *words: str, **options: Any) -> subprocess.Popen[str]:
        """Start a command of `o2c` on this configuration."""
        command = [sys.executable, "-m", "orchestrator.cli", *words, "-c", str(self.config)]
        environment = os.environ | {"PYTHONPATH": f"{self.config.parent / 'site'}{os.pathsep}{ROOT}"}
        log = (self.config.parent / "processes.log").open("a")
        started = subprocess.Popen(
            command, cwd=self.config.parent, env=environment, stdout=log, stderr=log, text=True, **options
        )
        log.close()
        self.processes.append(started)
        return started

    @contextmanager
    def house(self) -> Iterator[House]:
        """The house of this configuration, opened in this process."""
        with open_house(self.config) as house:
            yield house

    @property
    def log(self) -> str:
        """What all processes said."""
        return (self.config.parent / "processes.log").read_text()

    def letters(self) -> Counter[str]:
        """How often each letter left, by Message-ID."""
        return Counter(str(message_from_bytes(raw)["Message-ID"]) for raw in self.mail.sent_mail)

    def end(self) -> None:
        """Kill what still runs."""
        for process in self.processes:
            with suppress(ProcessLookupError):
                process.kill()
            process.wait()
            if process.stdin is not None:
                process.stdin.close()


@contextmanager
def post_office(
    folder_: Path,
    bots: Sequence[str] = ("receipts_a",),
    database: str = "sqlite:///o2c.sqlite3",
    draw: Callable[[str, int], bytes] | None = None,
    beside: Mapping[str, Any] | None = None,
    **values: Any,
) -> Iterator[Scene]:
    """A scene in a folder. `values` are further blocks of the configuration; `settings` those of every letter bot.
    `beside` is laid over all that: more bots, each with a mailbox for a folder of its own."""
    settings = {"domain": "brunel.example", **values.pop("settings", {})}
    install(folder_ / "site")
    with running_mail(folder_ / "mail") as mail:
        names = (*bots, *(beside or {}).get("bots", ()))
        for bot in names:
            make_folder(mail, folder(bot))
        os.environ[variable("post-imap")], os.environ[variable("post-smtp")] = mail.imap.password, mail.smtp.password
        written = {
            "company": COMPANY,
            "database": database,
            "data": ".",
            "mailboxes": {
                "orders": server(mail.imap, "post-imap"),
                **{bot: {**server(mail.imap, "post-imap"), "folders": [folder(bot)]} for bot in names},
            },
            "outbox": server(mail.smtp, "post-smtp") | SENDING,
            "bots": {bot: {"mailboxes": [bot], "settings": dict(settings) if bot in bots else {}} for bot in names},
        }
        for name, value in (*values.items(), *(beside or {}).items()):
            written[name] = deepened(written.get(name), value)
        config = folder_ / "config.yaml"
        config.write_text(yaml.safe_dump(written, sort_keys=False), encoding="utf-8")
        scene = Scene(config, mail, names, draw or letter)
        try:
            yield scene
        finally:
            scene.end()


def install(site: Path) -> None:
    """Declare the bots as an installed package does, and let this process find them too."""
    info = site / "receipt_bots-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "receipt_bots.py").write_text(BOT, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: receipt-bots\nVersion: 1.0\n", encoding="utf-8")
    lines = [f"receipts_{letter} = receipt_bots:receipts_{letter}" for letter in "abcd"]
    (info / "entry_points.txt").write_text("\n".join(["[o2c.bots]", *lines]), encoding="utf-8")
    sys.path[:] = [one for one in sys.path if not Path(one, "receipt_bots.py").exists()]
    sys.path.insert(0, str(site))


def deepened(old: Any, new: Any) -> Any:
    """A block of the configuration with another laid over it, key by key."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: deepened(old.get(key), value) for key, value in new.items()}}
    return new


def make_folder(mail: MailServers, name: str) -> None:
    with IMAPClient(mail.imap.host, mail.imap.port, ssl=False) as client:
        client.login(mail.imap.user, mail.imap.password)
        with suppress(IMAPClientError):
            client.create_folder(name)


def folder(bot: str) -> str:
    return bot.replace("_", "-")


def letter(bot: str, number: int) -> bytes:
    """One mail, unlike every other."""
    return (
        f"From: Anna <anna{number}@customer.example>\r\nTo: orders@brunel.example\r\nSubject: Order {number}\r\n"
        f"Message-ID: <{bot}.{number}@customer.example>\r\nDate: Mon, 02 Mar 2026 09:00:00 +0100\r\n\r\n"
        f"Dear all, this is number {number} for {bot}.\r\n"
    ).encode()


def until(true: Any, seconds: float = 120, says: Any = str) -> None:
    """Wait until `true()`; fails with `says()` when it does not come."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"it never came: {says()}"
        time.sleep(0.05)
