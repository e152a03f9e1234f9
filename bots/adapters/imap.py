"""A connection to one IMAP account that comes back when it is lost.

Spoken over TLS, STARTTLS or, on this machine only, in plain text (RFC 3501, RFC 8314).
"""

from __future__ import annotations

import ipaddress
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, IMAPClientReadOnlyError, LoginError
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from bots.errors import ApplicationError, ConfigError, LoginRefused

T = TypeVar("T")
Security = Literal["tls", "starttls", "plain"]
Pause = Callable[[float], None]

ATTEMPTS = 4  #: a lost connection is opened again this many times less one, after 0-1, 0-2, 0-4 seconds
LOST = (OSError, IMAPClientAbortError)


class Secret(Protocol):
    """A password that shows itself only when asked."""

    def reveal(self) -> str: ...


class Dropped(ApplicationError):
    """The server can be reached, but drops the connection each time it is asked for one certain thing."""


class Refused(ApplicationError):
    """The server answered, and said no."""


@dataclass(frozen=True)
class ImapAccount:
    """One account on an IMAP server, as config.yaml names it. `timeout` in seconds, for each answer.

    `trusted` is the authserv-id (RFC 8601) our own receiving server writes into Authentication-Results;
    None: no mail counts as authenticated. `ca_file`: certificates to trust instead of the system's.
    """

    host: str
    user: str
    password: Secret = field(repr=False)
    port: int | None = None  #: None: 993 for tls, else 143
    security: Security = "tls"
    folders: tuple[str, ...] = ("INBOX",)
    processed: str = "Processed"
    trusted: str | None = None
    timeout: float = 30.0
    ca_file: str | None = None

    def __post_init__(self) -> None:
        refuse_plain_text_abroad(self.host, self.security)
        if self.processed in self.folders:
            raise ConfigError(
                f"the mailbox {self.user} on {self.host} would read its own processed folder {self.processed!r}; "
                "take it out of `folders` or name another one under `processed`"
            )


def refuse_plain_text_abroad(host: str, security: Security) -> None:
    """Raise ConfigError when a password would travel unencrypted to another machine."""
    if security == "plain" and not _is_here(host):
        raise ConfigError(
            f"`security: plain` would send the password of {host} unencrypted over the network; write `tls` or "
            "`starttls` (plain is for 127.0.0.1, ::1 and localhost only)"
        )


def trust(ca_file: str | None) -> ssl.SSLContext:
    """What certificates are verified with: those in `ca_file`, else the system's. ConfigError if it is not usable."""
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as why:
        raise ConfigError(f"`ca_file` {ca_file} holds no usable certificates: {why}; name a PEM file") from why


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class Selected:
    """A folder as it was when it was selected. `upcoming` (UIDNEXT) grows with each mail that is added."""

    folder: str
    writable: bool
    uidvalidity: int
    upcoming: int | None


class ImapConnection:
    """Runs pieces of work on an open, logged-in connection. One thread at a time; call `close` at the end."""

    def __init__(self, account: ImapAccount, pause: Pause = time.sleep) -> None:
        self._account = account
        self._pause = pause
        self._client: IMAPClient | None = None
        self._selected: Selected | None = None

    def run(self, intent: str, work: Callable[[IMAPClient], T]) -> T:
        """Do `work`, on a fresh connection if this one is lost; `work` may therefore run more than once.

        `intent` completes the sentence "while trying to …". Raises LoginRefused; ConfigError for a certificate
        that is not trusted; Refused when the server says no; Dropped or ApplicationError after the last attempt.
        """
        attempts = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_random_exponential(multiplier=1, max=10),
            retry=retry_if_exception_type(LOST),
            sleep=self._pause,
            reraise=True,
        )
        try:
            result: T = attempts(self._attempt, work)
        except _Unreachable as why:
            raise ApplicationError(f"{self} did not answer while trying to {intent}: {why.__cause__}") from why
        except LOST as why:
            raise Dropped(f"{self} dropped the connection {ATTEMPTS} times while trying to {intent}: {why}") from why
        except IMAPClientError as why:
            raise Refused(f"{self} refused to {intent}: {why}") from why
        return result

    def _attempt(self, work: Callable[[IMAPClient], T]) -> T:
        try:
            return work(self._open())
        except LOST:
            self._forget()
            raise

    def select(self, client: IMAPClient, folder: str, *, writable: bool = False, afresh: bool = False) -> Selected:
        """Select a folder, read-only unless `writable`.

        A selection already made is kept unless it is wanted `afresh`, which shows what came in since.
        """
        before = self._selected
        if before and not afresh and before.folder == folder and before.writable >= writable:
            return before
        self._selected = None
        try:
            answer = client.select_folder(folder, readonly=not writable)
        except IMAPClientReadOnlyError as why:
            raise IMAPClientError(f"the folder {folder} can only be read, not changed") from why
        self._selected = Selected(folder, writable, int(answer[b"UIDVALIDITY"]), answer.get(b"UIDNEXT"))
        return self._selected

    def close(self) -> None:
        """Log out and hang up. The next `run` opens a new connection."""
        if self._client:
            with suppress(*LOST, IMAPClientError):
                self._client.logout()
        self._forget()

    def __str__(self) -> str:
        return f"the mail server {self._account.host} (mailbox {self._account.user})"

    def _forget(self) -> None:
        client, self._client, self._selected = self._client, None, None
        if client:
            _hang_up(client)

    def _open(self) -> IMAPClient:
        if self._client is None:
            try:
                self._client = self._logged_in()
            except ssl.SSLCertVerificationError as why:
                raise ConfigError(
                    f"the certificate of {self} is not trusted ({why.verify_message}); nothing was sent to it. "
                    "Have it renewed, or name the issuer's certificate under `ca_file`"
                ) from why
            except LOST as why:
                raise _Unreachable from why
        return self._client

    def _logged_in(self) -> IMAPClient:
        account = self._account
        tls = account.security == "tls"
        context = None if account.security == "plain" else trust(account.ca_file)
        client = IMAPClient(
            account.host, account.port or (993 if tls else 143), ssl=tls, ssl_context=context, timeout=account.timeout
        )
        client.normalise_times = False
        try:
            if account.security == "starttls":
                client.starttls(context)
            self._log_in(client)
        except BaseException:
            _hang_up(client)
            raise
        return client

    def _log_in(self, client: IMAPClient) -> None:
        account, password = self._account, self._account.password.reveal()
        try:
            if client.has_capability("AUTH=PLAIN"):  # carries any character, where LOGIN carries ASCII
                client.plain_login(account.user, password)
            else:
                client.login(account.user, password)
        except UnicodeEncodeError:
            raise ConfigError(
                f"{self} takes only ASCII characters in a password; have it changed on the server"
            ) from None
        except LoginError as why:
            if isinstance(why.__context__, IMAPClientAbortError) or "[UNAVAILABLE]" in str(why):
                raise IMAPClientAbortError(str(why)) from None
            raise LoginRefused(
                f"{self} refused the log-in: {why}. It is not tried again, so that the account is not locked; "
                "check user and password in config.yaml, then start again"
            ) from None


class _Unreachable(ConnectionError):
    """No logged-in connection could be made."""


def _hang_up(client: IMAPClient) -> None:
    with suppress(OSError):
        client.shutdown()
