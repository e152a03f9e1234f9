"""Real mail servers for tests: pymap always, Dovecot where it is installed, and a wire that can be cut.

A test module makes its own fixture of them:

    @pytest.fixture(scope="module", params=SERVERS)
    def server(request: pytest.FixtureRequest) -> Iterator[Server]:
        with request.param() as running:
            yield running
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from imapclient import DELETED, IMAPClient

from bots.adapters.mailbox import ImapAccount
from orchestrator.demo.mail_servers import running_mail

DOVECOT = shutil.which("dovecot")
NO_DOVECOT = (
    "Dovecot is not installed (Debian: apt-get install dovecot-imapd)"
    if not DOVECOT
    else "Dovecot is started by root only, so that it can change to another user"
    if os.geteuid() != 0
    else ""
)


@dataclass(frozen=True)
class Password:
    """A secret as the adapters take it."""

    value: str

    def reveal(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return "hidden"


PASSWORD = Password("gewürz-€7")


@dataclass(frozen=True)
class Server:
    """A running IMAP server. `account` reaches it in plain text; `tls_port` and `ca_file` where it speaks TLS."""

    account: ImapAccount
    tls_port: int | None = None
    ca_file: str | None = None
    _open: list[IMAPClient] = field(default_factory=list)

    def empty(self) -> None:
        """Delete every mail, and every folder that is not there at the start."""
        with self.client() as client:
            for flags, _, folder in sorted(client.list_folders(), key=lambda found: -len(found[2])):
                if folder in {"INBOX", "Sent"}:
                    client.select_folder(folder)
                    client.add_flags(client.search(), [DELETED])
                    client.expunge()
                elif folder != "Trash" and rb"\Noselect" not in flags:
                    client.delete_folder(folder)

    @contextmanager
    def client(self) -> Iterator[IMAPClient]:
        """A logged-in client of the test's own, to play the customer and to look. One, kept open: log-ins are slow."""
        if not self._open:
            client = IMAPClient(self.account.host, self.account.port, ssl=False, timeout=20)
            log_in = client.plain_login if client.has_capability("AUTH=PLAIN") else client.login
            log_in(self.account.user, self.account.password.reveal())
            self._open.append(client)
        yield self._open[0]
        self._open[0].select_folder("INBOX", readonly=True)

    def hang_up(self) -> None:
        for client in self._open:
            client.logout()

    def deliver(self, *mails: bytes, folder: str = "INBOX", flags: tuple[bytes, ...] = ()) -> None:
        with self.client() as client:
            for mail in mails:
                client.append(folder, mail, flags)

    def subjects(self, folder: str) -> list[str]:
        """What lies in a folder, by subject, in order of arrival; nothing when there is no such folder."""
        with self.client() as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search(), ["ENVELOPE"])
            return [found[uid][b"ENVELOPE"].subject.decode() for uid in sorted(found)]

    def flags(self, folder: str = "INBOX") -> list[tuple[bytes, ...]]:
        with self.client() as client:
            client.select_folder(folder, readonly=True)
            return [tuple(sorted(set(found) - {rb"\Recent"})) for found in client.get_flags(client.search()).values()]


@contextmanager
def pymap() -> Iterator[Server]:
    """The demo's server."""
    with tempfile.TemporaryDirectory() as directory, running_mail(Path(directory)) as mail:
        imap = mail.imap
        server = Server(ImapAccount(imap.host, imap.user, Password(imap.password), port=imap.port, security="plain"))
        yield server
        server.hang_up()


@contextmanager
def dovecot() -> Iterator[Server]:
    """Dovecot with a Maildir, in plain text and over TLS with a certificate of its own making."""
    directory = Path(tempfile.mkdtemp(prefix="o2c-dovecot-"))
    _write_dovecot(directory)
    server, process = _start_dovecot(directory)
    try:
        with server.client() as client:
            client.create_folder("Sent")
        yield server
        server.hang_up()
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(directory, ignore_errors=True)


def _start_dovecot(directory: Path) -> tuple[Server, subprocess.Popen[bytes]]:
    """Dovecot must be told its ports, and somebody else may take one in between: then once more with others."""
    for _ in range(5):
        account = ImapAccount("127.0.0.1", "orders", PASSWORD, port=free_port(), security="plain")
        server = Server(account, free_port(), str(directory / "certificate.pem"))
        (directory / "ports.conf").write_text(
            f"service imap-login {{\n inet_listener imap {{\n port = {account.port}\n }}\n"
            f" inet_listener imaps {{\n port = {server.tls_port}\n ssl = yes\n }}\n}}\n"
        )
        process = subprocess.Popen([str(DOVECOT), "-F", "-c", str(directory / "dovecot.conf")])
        if _listens(server, process):
            return server, process
        process.terminate()
        process.wait()
    pytest.fail(f"Dovecot did not start: {(directory / 'dovecot.log').read_text()}")


SERVERS = [
    pytest.param(pymap, id="pymap"),
    pytest.param(dovecot, id="dovecot", marks=pytest.mark.skipif(bool(NO_DOVECOT), reason=NO_DOVECOT)),
]


def _write_dovecot(directory: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    directory.chmod(0o755)
    (directory / "mail").mkdir()
    os.chown(directory / "mail", nobody.pw_uid, nobody.pw_gid)
    write_certificate(directory)
    (directory / "users").write_text(f"orders:{{PLAIN}}{PASSWORD.reveal()}\n", "utf-8")
    (directory / "dovecot.conf").write_text(
        f"""
protocols = imap
listen = 127.0.0.1
base_dir = {directory}/run
state_dir = {directory}/state
log_path = {directory}/dovecot.log
mail_location = maildir:{directory}/mail/%u
auth_failure_delay = 0
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{directory}/certificate.pem
ssl_key = <{directory}/key.pem
passdb {{
  driver = passwd-file
  args = {directory}/users
}}
userdb {{
  driver = static
  args = uid={nobody.pw_uid} gid={nobody.pw_gid} home={directory}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
!include ports.conf
""",
        "utf-8",
    )


def write_certificate(directory: Path) -> None:
    """A certificate for 127.0.0.1 that nobody knows: certificate.pem and key.pem."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (directory / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (directory / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def _listens(server: Server, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError), socket.create_connection((server.account.host, server.account.port or 0), 1) as line:
            return line.recv(4) == b"* OK"
        time.sleep(0.05)
    return False


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@dataclass
class Wire:
    """A wire to a server that breaks when told: `cuts` says after how many bytes from the server, connection by
    connection; None is never. After the last entry, connections hold, unless it is `broken`, when none is taken."""

    port: int
    cuts: list[int | None] = field(default_factory=list)
    connections: int = 0
    broken: bool = False

    def account(self, account: ImapAccount, **changes: Any) -> ImapAccount:
        """The account, reached over this wire."""
        return replace(account, port=self.port, **changes)


@contextmanager
def wire_to(port: int) -> Iterator[Wire]:
    """A wire on this machine, to a server on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        wire = Wire(int(listener.getsockname()[1]))
        over = threading.Event()
        threads = [threading.Thread(target=_take, args=(wire, listener, port, over))]
        threads[0].start()
        try:
            yield wire
        finally:
            over.set()
            threads[0].join()


def _take(wire: Wire, listener: socket.socket, port: int, over: threading.Event) -> None:
    pumps: list[threading.Thread] = []
    while not over.is_set():
        with suppress(TimeoutError):
            near, _ = listener.accept()
            wire.connections += 1
            if wire.broken:
                near.close()
                continue
            cut = wire.cuts.pop(0) if wire.cuts else None
            far = socket.create_connection(("127.0.0.1", port), 20)
            pumps.append(threading.Thread(target=_carry, args=(near, far, cut, over)))
            pumps[-1].start()
    for pump in pumps:
        pump.join()


def _carry(near: socket.socket, far: socket.socket, cut: int | None, over: threading.Event) -> None:
    with near, far:
        near.settimeout(0.02)
        far.settimeout(0.02)
        carried = 0
        while not over.is_set():
            for source, target in ((near, far), (far, near)):
                with suppress(TimeoutError):
                    try:
                        data = source.recv(65536)
                        if not data:
                            return
                        if source is far and cut is not None:
                            data = data[: max(cut - carried, 0)]
                        target.sendall(data)
                    except (ConnectionError, BrokenPipeError):
                        return
                    carried += len(data) if source is far else 0
                    if cut is not None and carried >= cut:
                        return
