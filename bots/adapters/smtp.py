"""One conversation with an SMTP server, cut in two at the point of no return (RFC 5321).

Before it, the server has accepted the sender and every recipient and nothing has left. What comes after it is the
letter itself.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parseaddr

from bots.adapters.imap import Secret, Security, refuse_plain_text_abroad, trust
from bots.errors import ApplicationError, BusinessError, ConfigError, LoginRefused

_PORTS = {"tls": 465, "starttls": 587, "plain": 25}
_MECHANISMS = {"PLAIN": "auth_plain", "LOGIN": "auth_login", "CRAM-MD5": "auth_cram_md5"}
_ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+")


@dataclass(frozen=True)
class SmtpAccount:
    """Where and as whom mail is sent. `sender` is the From, "Orders <orders@example.com>"; `timeout` in seconds.

    `user` and `password` None: the server takes mail from this machine without a log-in.
    """

    host: str
    sender: str
    user: str | None = None
    password: Secret | None = field(default=None, repr=False)
    port: int | None = None  #: None: 465 for tls, 587 for starttls, 25 for plain
    security: Security = "tls"
    timeout: float = 30.0
    ca_file: str | None = None

    def __post_init__(self) -> None:
        refuse_plain_text_abroad(self.host, self.security)
        if not _ADDRESS.fullmatch(parseaddr(self.sender)[1]):
            raise ConfigError(f'the sender {self.sender!r} is not a mail address; write "Orders <orders@example.com>"')

    def __str__(self) -> str:
        return f"the mail server {self.host}"


def checked(address: str) -> str:
    """The address, if mail can be sent to it. Raises BusinessError otherwise."""
    if not _ADDRESS.fullmatch(address) or not address.isascii():
        raise BusinessError(f"{address!r} is not an address mail can be sent to; nothing left. Correct the address.")
    return address


@contextmanager
def connected(account: SmtpAccount) -> Iterator[smtplib.SMTP]:
    """A logged-in connection. Raises LoginRefused, ConfigError or ApplicationError; nothing has left then."""
    server = _opened(account)
    try:
        _log_in(server, account)
        yield server
    finally:
        with suppress(OSError):
            server.quit()
        server.close()


def offer(server: smtplib.SMTP, sender: str, recipients: Sequence[str]) -> None:
    """Have the server accept the sender and every recipient; if it refuses one, the letter goes to nobody."""
    try:
        _accepted(server.mail(sender), f"the sender {sender}")
        for recipient in recipients:
            _accepted(server.rcpt(recipient), f"the recipient {recipient}")
    except OSError as why:
        raise ApplicationError(
            f"The connection to the mail server was lost ({why}); the letter did not leave."
        ) from why


def press(server: smtplib.SMTP, message: bytes) -> None:
    """Send the letter. Raises BusinessError if it was refused, ApplicationError if that is for now, or unknown."""
    try:
        answer = server.data(message)
    except smtplib.SMTPDataError as refused:
        answer = (refused.smtp_code, _bytes(refused.smtp_error))
    except OSError as why:
        raise ApplicationError(
            f"The connection to the mail server was lost while the letter was sent ({why}); it may have left. "
            "Look in the Sent folder and ask the recipient before it is sent again."
        ) from why
    _accepted(answer, "the letter")


def _accepted(answer: tuple[int, bytes], what: str) -> None:
    code, text = answer
    if 200 <= code < 300:
        return
    said = f"The mail server refused {what}: {code} {text.decode('utf-8', 'replace')}. The letter did not leave"
    if code >= 500:
        raise BusinessError(f"{said}; correct it, or ask the recipient for another address.")
    raise ApplicationError(f"{said}; it may be sent later.")


def _opened(account: SmtpAccount) -> smtplib.SMTP:
    port = account.port or _PORTS[account.security]
    # The name we greet with: asking the system for this machine's name can take seconds and tells strangers of it.
    name = parseaddr(account.sender)[1].rpartition("@")[2]
    try:
        if account.security == "tls":
            context = trust(account.ca_file)
            return smtplib.SMTP_SSL(account.host, port, name, timeout=account.timeout, context=context)
        return smtplib.SMTP(account.host, port, name, timeout=account.timeout)
    except ssl.SSLCertVerificationError as why:
        raise _untrusted(account, why) from why
    except OSError as why:
        raise ApplicationError(f"{account} cannot be reached ({why}); the letter did not leave.") from why


def _log_in(server: smtplib.SMTP, account: SmtpAccount) -> None:
    try:
        if account.security == "starttls":
            server.starttls(context=trust(account.ca_file))
        server.ehlo_or_helo_if_needed()
        if account.user is not None and account.password is not None:
            _authenticate(server, account, account.user, account.password.reveal())
    except ssl.SSLCertVerificationError as why:
        raise _untrusted(account, why) from why
    except UnicodeEncodeError:  # it holds the password: nothing of it goes on
        raise ConfigError(f"{account} takes only ASCII characters in a password; have it changed there") from None
    except smtplib.SMTPAuthenticationError as why:
        said = f"{why.smtp_code} {_bytes(why.smtp_error).decode('utf-8', 'replace')}"
        if why.smtp_code < 500:
            raise ApplicationError(
                f"{account} could not check the log-in ({said}); the letter did not leave."
            ) from None
        raise LoginRefused(
            f"{account} refused the log-in of {account.user}: {said}. It is not tried again, so that the account is "
            "not locked; check user and password in config.yaml. The letter did not leave."
        ) from None
    except OSError as why:
        raise ApplicationError(f"{account} broke off the log-in ({why}); the letter did not leave.") from why


def _authenticate(server: smtplib.SMTP, account: SmtpAccount, user: str, password: str) -> None:
    """Log in by one mechanism. The library's own `login` would send a wrong password once per mechanism."""
    offered = server.esmtp_features.get("auth", "").split()
    mechanism = next((name for name in _MECHANISMS if name in offered), None)
    if mechanism is None:
        raise ConfigError(
            f"{account} offers no log-in with a password on this connection; set `security` to tls "
            "or starttls, or leave out `user` and `password`"
        )
    server.user, server.password = user, password
    server.auth(mechanism, getattr(server, _MECHANISMS[mechanism]))


def _untrusted(account: SmtpAccount, why: ssl.SSLCertVerificationError) -> ConfigError:
    return ConfigError(
        f"the certificate of {account} is not trusted ({why.verify_message}); nothing was sent to it. "
        "Have it renewed, or name the issuer's certificate under `ca_file`"
    )


def _bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
