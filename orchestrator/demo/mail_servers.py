"""The demo's post office: a real IMAP server (pymap) in a child process and an SMTP server that keeps what it gets.

Both listen on 127.0.0.1 only, on ports the system chooses, with a password made for this run. Nothing is kept on
disk: when the program ends, however it ends, both are gone.
"""

from __future__ import annotations

import logging
import secrets
import socket
import subprocess
import sys
import time
from asyncio import Server
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from bots.errors import ApplicationError

USER = "orders"
PROCESSED = "Processed"
SENT = "Sent"
START_WITHIN = 20.0  #: seconds; measured 0.5 s on two cores
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

    def deliver(self, raw: bytes, folder: str = "INBOX") -> None:
        """Put a mail into a folder as if it had just arrived."""
        with _client(self.imap) as client:
            client.append(folder, raw)

    def count(self, folder: str = "INBOX") -> int:
        """How many mails a folder holds now."""
        with _client(self.imap) as client:
            client.select_folder(folder, readonly=True)
            return len(client.search())


@contextmanager
def running_mail(directory: Path) -> Iterator[MailServers]:
    """Both servers, empty, with the folders Processed and Sent; they end with the block or with this process.

    What the IMAP server has to say goes to `imap.log` in `directory`. Raises ApplicationError when one of them
    does not start.
    """
    password = secrets.token_urlsafe(12)
    with _imap_server(directory / "imap.log", password) as imap, _smtp_server(password) as (smtp, sent_mail):
        yield MailServers(imap, smtp, sent_mail)


@contextmanager
def _imap_server(log: Path, password: str) -> Iterator[MailServer]:
    log.parent.mkdir(parents=True, exist_ok=True)
    server = MailServer("127.0.0.1", _free_port(), USER, password)
    with log.open("ab") as output:
        child = subprocess.Popen(_command(server), stdin=subprocess.PIPE, stdout=output, stderr=output)  # noqa: S603
    try:
        _wait_until_it_answers(server, child, log)
        _empty(server)
        yield server
    finally:
        child.terminate()
        child.wait()
        if child.stdin:
            child.stdin.close()


def _command(server: MailServer) -> list[str]:
    # -P keeps this folder off the child's path: a module beside it would hide a library of the same name.
    # The user exists only together with pymap's sample mails, which `_empty` deletes.
    program = str(Path(__file__).with_name("pymap_child.py"))
    return [
        sys.executable, "-P", program, "--host", server.host, "--port", str(server.port), "--no-tls",
        "--no-service", "admin", "--no-service", "managesieve",
        "dict", "--demo-data", "--demo-user", server.user, "--demo-password", server.password,
    ]  # fmt: skip


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _wait_until_it_answers(server: MailServer, child: subprocess.Popen[bytes], log: Path) -> None:
    """Return once our own password opens it: another program's server on the same port would refuse it."""
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline and child.poll() is None:
        with suppress(OSError, IMAPClientError), _client(server):
            return
        time.sleep(0.02)
    raise ApplicationError(
        f"the demo's IMAP server did not start on {server.host}:{server.port}, so there is no mailbox to read; "
        f"{log} says why"
    )


def _empty(server: MailServer) -> None:
    with _client(server) as client:
        for folder in ("INBOX", SENT):
            client.select_folder(folder)
            client.delete_messages(client.search())
            client.expunge()
        client.create_folder(PROCESSED)


def _client(server: MailServer) -> IMAPClient:
    client = IMAPClient(server.host, server.port, ssl=False, timeout=START_WITHIN)
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


class _SmtpServer(Controller):
    """aiosmtpd on a port the system chooses; the library itself can only be told one."""

    def _trigger_server(self) -> None:
        self.port = cast("Server", self.server).sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def _smtp_server(password: str) -> Iterator[tuple[MailServer, list[bytes]]]:
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # it warns of its own deprecations at every log-in
    keeper = _Keeper(password)
    controller = _SmtpServer(
        keeper, hostname="127.0.0.1", port=0, authenticator=keeper, auth_require_tls=False,
        data_size_limit=LETTER_LIMIT, ident="o2c demo", server_hostname="localhost",
    )  # fmt: skip
    controller.start()
    try:
        yield MailServer("127.0.0.1", int(controller.port), USER, password), keeper.mails
    finally:
        controller.stop()
