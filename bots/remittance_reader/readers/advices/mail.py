"""Remittance advices written in the mail itself, as text or as a table; also as a text file or a web page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bots.adapters import sniff
from bots.adapters.envelope import Delivery
from bots.adapters.mail_text import html_text, text_with_tables
from bots.adapters.message import taken_apart
from bots.domain.advices import AdviceKind, RemittanceAdvice
from bots.domain.documents import Document, Envelope
from bots.domain.evidence import Evidence
from bots.domain.reading.grid import page_of
from bots.errors import BusinessError
from bots.remittance_reader.readers.advices import payer
from bots.remittance_reader.readers.advices.advice import advice_from
from bots.remittance_reader.readers.raw import text_of

_QUOTED = re.compile(r"^\s*>")
_MAX_LINES = 2000


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document: a mail whose text is the document, a text file, a web page."""
    return document.media_type in {sniff.MAIL, sniff.TEXT, sniff.HTML}


def read(document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """Read the text. Raises BusinessError where there is none, or where a mail holds several advices."""
    if document.media_type == sniff.HTML:
        return _read_text(html_text(text_of(document.content)), document.envelope, own)
    if document.media_type == sniff.TEXT:
        return _read_text(text_of(document.content), document.envelope, own)
    if document.envelope is None:
        return _whole_mail(document, own)
    return _body(document, document.envelope, own)


def _whole_mail(document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """A mail handed over as a file: taken apart as one from the mailbox is, and its one advice read."""
    from bots.remittance_reader.readers.advices import read_remittance

    delivery = Delivery("file", document.filename or "", 0, 0, datetime.fromtimestamp(0, UTC))
    held = [one for one in taken_apart(document.content, delivery) if one.envelope]
    found = [read_remittance(one, own) for one in held]
    advices = [one for one in found if one.kind is AdviceKind.ADVICE]
    if len(advices) > 1:
        raise BusinessError(f"the mail holds {len(advices)} advices: read each attachment by itself")
    if advices:
        return advices[0]
    if not found:
        raise BusinessError("the mail holds nothing that can be read: a person must open it")
    return found[0]


def _body(document: Document, envelope: Envelope, own: Mapping[str, str]) -> RemittanceAdvice:
    if envelope.automatic:
        why = f"the mail was written by a machine ({envelope.automatic}): nothing is paid with it"
        return RemittanceAdvice(AdviceKind.NOT_AN_ADVICE, why, envelope=envelope)
    if not envelope.body.strip():
        why = f"the mail {envelope.subject!r} holds no text and no document: there is nothing to read"
        return RemittanceAdvice(AdviceKind.NOT_AN_ADVICE, why, envelope=envelope)
    body = text_with_tables(document.content) or envelope.body
    found = _read_text(f"{envelope.subject}\n\n{body}", envelope, own)
    return _from_sender(found, envelope) if found.kind is AdviceKind.ADVICE else found


def _read_text(text: str, envelope: Envelope | None, own: Mapping[str, str]) -> RemittanceAdvice:
    lines = [line for line in text.splitlines() if not _QUOTED.match(line)]
    if not any(line.strip() for line in lines):
        raise BusinessError("the file holds no text: ask the sender for it again")
    if len(lines) > _MAX_LINES:
        raise BusinessError(f"the text has {len(lines)} lines: a person must read it")
    return advice_from([page_of([_cells(line) for line in lines])], envelope, own)


def _cells(line: str) -> list[str]:
    """A line of text; one with tabs between its pieces is a row of a table."""
    if "\t" in line.strip():
        return [cell.strip() for cell in line.split("\t")]
    return [line] if line.strip() else []


def _from_sender(found: RemittanceAdvice, envelope: Envelope) -> RemittanceAdvice:
    """The advice with the address that wrote it, where the text names none."""
    address = envelope.forwarded_from or envelope.sender
    doubts = tuple(doubt for doubt in found.doubts if doubt != payer.NO_NAME)  # the address tells who wrote it
    if found.payer.email or not address:
        return found
    evidence = {**found.evidence, "payer.email": Evidence(None, None, address, "sender of the mail", 0.8)}
    return replace(found, payer=replace(found.payer, email=address), evidence=evidence, doubts=doubts)
