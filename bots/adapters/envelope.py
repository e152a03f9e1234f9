"""The envelope of a mail: who sent it, who vouches for that, whether a machine wrote it, what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from email.message import Message

from bots.adapters.authentication import authenticated
from bots.adapters.automatic import automatic
from bots.adapters.headers import header, mailboxes
from bots.domain.documents import Envelope

BODY_LIMIT = 100_000  #: characters


@dataclass(frozen=True)
class Delivery:
    """Where and when a mail came in. `trusted`: the authserv-id of our own receiving server, None if it has none."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    received: datetime
    trusted: str | None = None

    @property
    def source(self) -> str:
        """The name of the message for all time."""
        return f"imap:{self.mailbox}/{self.folder}/{self.uidvalidity}/{self.uid}"


def envelope(message: Message, delivery: Delivery, body: str) -> Envelope:
    """The envelope of the outermost mail."""
    name, address = next(iter(mailboxes(message, "from")), ("", None))
    return replace(
        bare_envelope(delivery),
        message_id=header(message, "message-id") or None,
        sender=address,
        sender_name=name or None,
        authenticated=authenticated(message, delivery.trusted),
        subject=header(message, "subject"),
        automatic=automatic(message),
        body=body[:BODY_LIMIT],
    )


def bare_envelope(delivery: Delivery) -> Envelope:
    """The envelope of a mail whose headers cannot be read."""
    return Envelope(
        mailbox=delivery.mailbox,
        folder=delivery.folder,
        uidvalidity=delivery.uidvalidity,
        uid=delivery.uid,
        message_id=None,
        sender=None,
        sender_name=None,
        authenticated=None,
        subject="",
        received=delivery.received,
    )
