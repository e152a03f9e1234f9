"""The demo's post office: a real IMAP server (pymap) in a child process and an SMTP server that keeps what it gets.

Both listen on 127.0.0.1 only, on ports the system chooses, with a password made for this run. Nothing is kept on
disk: when the program ends, however it ends, both are gone.
"""

from __future__ import annotations

import logging
import secrets
import subprocess
import sys
from asyncio import Server
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from bots.errors import ApplicationError

USER = "orders"
PROCESSED = "Processed"
SENT = "Sent"
CASH = "Cash"  #: where mail about payments arrives
ANSWER_WITHIN = 20.0  #: seconds
LETTER_LIMIT = 64 * 1024 * 1024  #: bytes the SMTP server takes in one mail


@dataclass(frozen=True)
class MailServer:
    """Where one of the two servers listens, without TLS, on this machine only."""

    host: str
    port: int
    user: str
    password: str


@dataclass(frozen=True)
class MailServers:
    """The running post office. `sent_mail` holds every mail the SMTP server took, raw, in order."""

    imap: MailServer
    smtp: MailServer
    sent_mail: list[bytes] = field(default_factory=list)

    def deliver(self, *raw: bytes, folder: str = "INBOX") -> None:
        """Put mails into a folder as if they had just arrived."""
        with _client(self.imap) as client:
            for mail in raw:
                client.append(folder, mail)

    def count(self, folder: str = "INBOX") -> int:
        """How many mails a folder holds now."""
        with _client(self.imap) as client:
            client.select_folder(folder, readonly=True)
            return len(client.search())


@contextmanager
def running_mail(directory: Path) -> Iterator[MailServers]:
    """Both servers, empty, with the folders Processed, Sent and Cash; they end with the block or with this process.

    What the IMAP server has to say goes to `imap.log` in `directory`. Raises ApplicationError when one of them
    does not start.
    """
    password = secrets.token_hex(12)
    with _imap_server(directory / "imap.log", password) as imap, _smtp_server(password) as (smtp, sent_mail):
        yield MailServers(imap, smtp, sent_mail)


@contextmanager
def _imap_server(log: Path, password: str) -> Iterator[MailServer]:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as errors:
        child = subprocess.Popen(_command(password), stdin=PIPE, stdout=PIPE, stderr=errors)  # noqa: S603
    with child:
        try:
            server = MailServer("127.0.0.1", _port(child, log), USER, password)
            _empty(server)
            yield server
        finally:
            child.kill()


def _command(password: str) -> list[str]:
    # -P keeps this folder off the child's path: a module beside it would hide a library of the same name.
    # The user exists only together with pymap's sample mails, which `_empty` deletes.
    return [
        sys.executable, "-P", str(Path(__file__).with_name("pymap_child.py")),
        "--host", "127.0.0.1", "--port", "0", "--no-tls", "--no-service", "admin", "--no-service", "managesieve",
        "dict", "--demo-data", "--demo-user", USER, "--demo-password", password,
    ]  # fmt: skip


def _port(child: subprocess.Popen[bytes], log: Path) -> int:
    """The port the child says it listens on; it says nothing when it ends before."""
    said = child.stdout.readline() if child.stdout else b""
    if not said.strip().isdigit():
        raise ApplicationError(f"the demo's IMAP server did not start, so there is no mailbox to read; {log} says why")
    return int(said)


def _empty(server: MailServer) -> None:
    with _client(server) as client:
        for folder in ("INBOX", SENT):
            client.select_folder(folder)
            client.delete_messages(client.search())
            client.expunge()
        for folder in (PROCESSED, CASH):
            client.create_folder(folder)


def _client(server: MailServer) -> IMAPClient:
    client = IMAPClient(server.host, server.port, ssl=False, timeout=ANSWER_WITHIN)
    try:
        client.login(server.user, server.password)
    except IMAPClientError:
        client.shutdown()
        raise
    return client


class _Keeper:
    """aiosmtpd's handler and authenticator: takes a mail from whoever knows the password, and keeps it."""

    def __init__(self, password: str) -> None:
        self.mails: list[bytes] = []
        self._password = password.encode()

    async def handle_MAIL(  # noqa: N802
        self, _: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        # aiosmtpd's own `auth_required` warns on standard error, once per connection, that there is no TLS.
        if not session.authenticated:
            return "530 5.7.0 log in first"
        envelope.mail_from, envelope.mail_options = address, options
        return "250 OK"

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802
        self.mails.append(envelope.original_content or b"")
        return f"250 kept as number {len(self.mails)}"

    def __call__(self, _: SMTP, __: Session, ___: Envelope, ____: str, login: Any) -> AuthResult:
        known = isinstance(login, LoginPassword) and login == LoginPassword(USER.encode(), self._password)
        return AuthResult(success=known, handled=False)


class SmtpServer(Controller):
    """aiosmtpd on a port the system chooses; the library itself can only be told one."""

    def _trigger_server(self) -> None:
        self.port = cast("Server", self.server).sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def _smtp_server(password: str) -> Iterator[tuple[MailServer, list[bytes]]]:
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # it warns of its own deprecations at every log-in
    keeper = _Keeper(password)
    controller = SmtpServer(
        keeper, hostname="127.0.0.1", port=0, authenticator=keeper, auth_require_tls=False,
        data_size_limit=LETTER_LIMIT, ident="o2c demo", server_hostname="localhost",
    )  # fmt: skip
    controller.start()
    try:
        yield MailServer("127.0.0.1", int(controller.port), USER, password), keeper.mails
    finally:
        controller.stop()
