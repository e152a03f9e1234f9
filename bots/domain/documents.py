"""What arrives: a document with its bytes, and the envelope it came in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Envelope:
    """The mail a document came with, as far as its headers could be read.

    `sender` is the address in From, lower case, None when there is none. `authenticated` is the domain our own
    receiving server vouches for (Authentication-Results: DMARC, or aligned DKIM/SPF); None when it vouches for none.
    `automatic` says in words that a machine wrote the mail ("bounce", "automatic reply", "receipt"), else None.
    `forwarded_from` is the From of the innermost mail when the document lay inside a forwarded one.
    """

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    message_id: str | None
    sender: str | None
    sender_name: str | None
    authenticated: str | None
    subject: str
    received: datetime
    automatic: str | None = None
    forwarded_from: str | None = None
    body: str = ""  #: the text a person would read, without markup; at most 100,000 characters


@dataclass(frozen=True)
class Document:
    """One file to work on. `media_type` is what its bytes say, not what its name or mail claims."""

    content: bytes
    media_type: str
    filename: str | None = None
    envelope: Envelope | None = None  #: None: a person handed the file over
    trouble: str | None = None  #: a sentence when it could not be taken apart (damaged mail, locked zip, too large)

    @property
    def sha256(self) -> str:
        """The identity of the content, hex."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Arrival:
    """One thing that came in (a mail) with the documents found in it; `original` is kept before anything else.

    There is always at least one document: a mail without attachments is itself the document (message/rfc822).
    """

    source: str  #: `imap:<mailbox>/<folder>/<uidvalidity>/<uid>`, or `file:<name>`
    original: bytes
    documents: tuple[Document, ...]
