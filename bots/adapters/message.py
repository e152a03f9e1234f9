"""Taking a mail apart into the documents somebody has to work on. Never raises: what it cannot open says so."""

from __future__ import annotations

import re
from datetime import datetime

from bots.adapters import sniff
from bots.adapters.attachments import Attachments
from bots.adapters.envelope import Delivery, bare_envelope, envelope
from bots.adapters.headers import parsed
from bots.adapters.mail_text import body_text
from bots.domain.documents import Arrival, Document

HEADERS = 1024 * 1024  #: bytes of all headers of a mail
_BLANK_LINE = re.compile(rb"\n\r?\n|^\r?\n")
_REPORTS = {"bounce", "complaint", "receipt"}


def documents(
    raw: bytes,
    *,
    mailbox: str,
    folder: str,
    uidvalidity: int,
    uid: int,
    received: datetime,
    trusted: str | None = None,
) -> tuple[Document, ...]:
    """The documents in a raw mail, at least one. `trusted` is the authserv-id of our own receiving server."""
    return taken_apart(raw, Delivery(mailbox, folder, uidvalidity, uid, received, trusted))


def taken_apart(raw: bytes, delivery: Delivery) -> tuple[Document, ...]:
    """The documents in a raw mail, at least one; one with `trouble` when the mail cannot be taken apart.

    A bounce or a receipt is one document, whatever it returns: what hangs on it is our own mail.
    """
    try:
        message = parsed(_with_bounded_headers(raw))
        told = envelope(message, delivery, body_text(message))
        found = [] if told.automatic in _REPORTS else Attachments(raw, told).documents(message)
    except Exception as why:  # strangers write mail: whatever it breaks must not stop the mailbox
        return (_whole(raw, delivery, f"This mail is damaged and could not be taken apart: {why!r}. Open it by hand."),)
    return _each_once(found) or (Document(raw, sniff.MAIL, None, told),)


def unread(raw: bytes, delivery: Delivery, trouble: str) -> Arrival:
    """The arrival of a mail that could not be read: what there is of it, and why, in a sentence."""
    stand_in = raw or f"X-O2C-Source: {delivery.source}\r\n\r\n{trouble}\r\n".encode()
    return Arrival(delivery.source, stand_in, (_whole(stand_in, delivery, trouble),))


def _whole(raw: bytes, delivery: Delivery, trouble: str) -> Document:
    try:
        told = envelope(parsed(raw[:HEADERS], headers_only=True), delivery, "")
    except Exception:  # not even its headers can be read
        told = bare_envelope(delivery)
    return Document(raw, sniff.MAIL, None, told, trouble)


def _with_bounded_headers(raw: bytes) -> bytes:
    if len(raw) > HEADERS and not _BLANK_LINE.search(raw, 0, HEADERS):
        raise ValueError(f"its headers take more than {HEADERS // 1024 // 1024} MB")
    return raw


def _each_once(found: list[Document]) -> tuple[Document, ...]:
    once: dict[tuple[str, str | None], Document] = {}
    for document in found:
        once.setdefault((document.sha256, document.trouble), document)
    return tuple(once.values())
