"""The files in a mail that may carry business: attached, inline, in a nested mail, in a zip, in a winmail.dat.

Logos, calendar entries, business cards and signatures may not. What may, but cannot be opened, is found with the
sentence that says so.
"""

from __future__ import annotations

import base64
import binascii
import quopri
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message

from bots.adapters import archive, sniff, tnef
from bots.adapters.accessories import is_accessory
from bots.adapters.envelope import BODY_LIMIT
from bots.adapters.headers import filename, mailboxes, parsed
from bots.adapters.mail_text import body_text, is_text, payload
from bots.domain.documents import Document, Envelope

NESTED = 5  #: mails inside mails
ZIPPED = 2  #: zips inside zips
PARTS = 1000  #: parts of one mail

_SEALED = {
    "application/vnd.rar": "a RAR archive",
    "application/x-7z-compressed": "a 7-Zip archive",
    "application/gzip": "a gzip archive",
    "application/x-bzip2": "a bzip2 archive",
    "application/x-xz": "an xz archive",
    sniff.OUTLOOK: "a mail saved by Outlook (.msg)",
}
_SMIME = {"application/pkcs7-mime", "application/x-pkcs7-mime"}


@dataclass(frozen=True)
class _Where:
    """What lies around a file: the envelope as seen from there, and how many mails and zips."""

    envelope: Envelope
    mails: int = 0
    zips: int = 0


class Attachments:
    """Finds the documents of one mail; `raw` stands in for those that have no bytes of their own."""

    def __init__(self, raw: bytes, envelope: Envelope) -> None:
        self._raw = raw
        self._envelope = envelope
        self._allowance = archive.Allowance()
        self._parts = 0

    def documents(self, message: Message) -> list[Document]:
        """In the order they stand in the mail. Raises whatever a broken mail makes the standard library raise."""
        return list(self._part(message, _Where(self._envelope)))

    def _part(self, part: Message, where: _Where) -> Iterator[Document]:
        self._parts += 1
        if self._parts > PARTS:
            if self._parts == PARTS + 1:
                yield self._trouble(where, f"This mail has more than {PARTS} parts; look into the others by hand.")
            return
        kind = part.get_content_type()
        if kind in {"message/rfc822", "message/global"}:
            yield from self._attached_mail(part, where)
        elif kind in {"message/partial", "message/external-body"}:
            yield self._trouble(where, "The mail only points to its content instead of holding it; ask for the file.")
        elif kind == "multipart/encrypted" or (kind in _SMIME and _smime_type(part) != "certs-only"):
            yield self._trouble(where, "This mail is encrypted or sealed (S/MIME or PGP); open it in a mail program.")
        elif part.is_multipart():
            for child in part.get_payload():
                if isinstance(child, Message):
                    yield from self._part(child, where)
        else:
            yield from self._leaf(part, where)

    def _leaf(self, part: Message, where: _Where) -> Iterator[Document]:
        content, name, claimed = payload(part), filename(part), part.get_content_type()
        if is_text(part) and not _holds_data(content):
            return
        shown = part.get_content_disposition() != "attachment" or "content-id" in part
        yield from self._file(content, name, claimed, where, shown=shown)

    def _file(
        self, content: bytes, name: str | None, claimed: str, where: _Where, *, shown: bool = False
    ) -> Iterator[Document]:
        """`shown`: the mail shows the file in its text, as it does a logo."""
        kind = sniff.media_type(content, name, claimed)
        if is_accessory(content, kind, name, claimed, shown=shown):
            return
        if not content.strip():
            if name:
                yield self._trouble(where, f"The attached file {name} is empty; ask for it again.", name)
        elif kind == sniff.MAIL:
            yield from self._mail(content, name, where)
        elif kind == sniff.ZIP:
            yield from self._zip(content, name, where)
        elif kind == sniff.TNEF:
            yield from self._winmail(content, name, where)
        elif kind in _SEALED:
            sentence = f"{name or 'An attachment'} is {_SEALED[kind]}, which is not opened here; open it by hand."
            yield Document(content, kind, name, where.envelope, sentence)
        else:
            yield Document(content, kind, name, where.envelope)

    def _attached_mail(self, part: Message, where: _Where) -> Iterator[Document]:
        for inner in part.get_payload():
            if isinstance(inner, Message):
                yield from self._mail(_mail_bytes(part, inner), filename(part), where)

    def _mail(self, content: bytes, name: str | None, where: _Where) -> Iterator[Document]:
        """The documents of a mail in this mail; if it has none, it is one itself."""
        if where.mails == NESTED:
            sentence = f"A mail lies inside {NESTED} others, deeper than is opened here; open it by hand."
            yield Document(content, sniff.MAIL, name, where.envelope, sentence)
            return
        inner = parsed(content)
        author = next((address for _, address in mailboxes(inner, "from")), where.envelope.forwarded_from)
        text = body_text(inner) or where.envelope.body
        told = replace(where.envelope, forwarded_from=author, body=text[:BODY_LIMIT])
        found = list(self._part(inner, replace(where, envelope=told, mails=where.mails + 1)))
        yield from found or [Document(content, sniff.MAIL, name, told)]

    def _zip(self, content: bytes, name: str | None, where: _Where) -> Iterator[Document]:
        if where.zips == ZIPPED:
            sentence = f"{name or 'A zip'} lies inside {ZIPPED} other zips and was not opened; open it by hand."
            yield Document(content, sniff.ZIP, name, where.envelope, sentence)
            return
        try:
            for member, inside in archive.members(content, self._allowance):
                yield from self._file(inside, member, "", replace(where, zips=where.zips + 1))
        except archive.Locked as locked:
            yield Document(content, sniff.ZIP, name, where.envelope, str(locked))

    def _winmail(self, content: bytes, name: str | None, where: _Where) -> Iterator[Document]:
        try:
            for title, inside in tnef.attachments(content):
                yield from self._file(inside, title, "", where)
        except tnef.Damaged as why:
            sentence = f"{name or 'winmail.dat'} holds the attachments and is damaged ({why}); ask for them again."
            yield Document(content, sniff.TNEF, name, where.envelope, sentence)

    def _trouble(self, where: _Where, sentence: str, name: str | None = None) -> Document:
        return Document(self._raw, sniff.MAIL, name, where.envelope, sentence)


def _holds_data(content: bytes) -> bool:
    """Whether what the mail shows as its text is an order in a format for machines."""
    return sniff.media_type(content) in {sniff.EDIFACT, sniff.X12} or content.lstrip().startswith(b"<?xml")


def _smime_type(part: Message) -> str:
    return str(part.get_param("smime-type", "")).lower()


def _mail_bytes(part: Message, inner: Message) -> bytes:
    """The bytes of an attached mail, also when it was base64-encoded, which RFC 2046 forbids and some do."""
    encoding = str(part.get("content-transfer-encoding", "")).strip().lower()
    if encoding in {"base64", "quoted-printable"} and not inner.keys():
        text = str(inner.get_payload()).encode("ascii", "replace")
        try:
            return base64.b64decode(text) if encoding == "base64" else quopri.decodestring(text)
        except binascii.Error:
            return text
    return inner.as_bytes(policy=inner.policy.clone(linesep="\r\n"))
