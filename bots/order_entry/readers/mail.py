"""Orders written in the mail itself, and mails that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bots.domain.documents import Document, Envelope
from bots.domain.evidence import Evidence
from bots.domain.orders import Kind, PurchaseOrder
from bots.domain.paper import Page, Word
from bots.order_entry.readers.order import order_from

_WIDE, _HIGH = 6.0, 12.0  #: points a character and a line of text would take
_MAX_LINES = 400
_QUOTED = re.compile(r"^\s*>")


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document: a mail without attachments."""
    return document.media_type == "message/rfc822"


def read(document: Document) -> PurchaseOrder:
    """Classify a mail; read what can be read of an order in its text."""
    envelope = document.envelope
    if envelope is None:
        why = "the mail's text was not taken out of it: a person must read it"
        return PurchaseOrder(Kind.UNREADABLE, why, doubts=(why,))
    if envelope.automatic:
        why = f"the mail was written by a machine ({envelope.automatic}): nothing to enter"
        return PurchaseOrder(Kind.NOT_AN_ORDER, why, envelope=envelope)
    words = tuple(_words(envelope))
    if not envelope.body.strip():
        why = f"the mail {envelope.subject!r} holds no text and no document: there is nothing to read"
        return PurchaseOrder(Kind.NOT_AN_ORDER, why, envelope=envelope)
    height = max(word.bottom for word in words) + _HIGH
    order = order_from([Page(0, 600.0, max(height, 800.0), words)], envelope)
    return _from_sender(order, envelope) if order.kind is not Kind.NOT_AN_ORDER else order


def _from_sender(order: PurchaseOrder, envelope: Envelope) -> PurchaseOrder:
    """The order with the address that wrote it, where the text names none."""
    address = envelope.forwarded_from or envelope.sender
    if order.buyer.email or not address:
        return order
    evidence = {**order.evidence, "buyer.email": Evidence(None, None, address, "sender of the mail", 0.8)}
    return replace(order, buyer=replace(order.buyer, email=address), evidence=evidence)


def _words(envelope: Envelope) -> Iterator[Word]:
    """The subject and the lines of the body as words on one tall page, page 0: text has no pages."""
    lines = [envelope.subject, "", *envelope.body.splitlines()][:_MAX_LINES]
    for row, line in enumerate(lines):
        if _QUOTED.match(line):
            continue
        for found in re.finditer(r"\S+", line.expandtabs(4)):
            top = row * _HIGH
            yield Word(found.group(), found.start() * _WIDE, top, found.end() * _WIDE, top + 10.0, 0)
