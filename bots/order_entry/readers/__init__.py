"""Readers of purchase orders, one per format; the one that claims a document reads it."""

from __future__ import annotations

from types import ModuleType

from bots.domain.documents import Document
from bots.domain.orders import Kind, PurchaseOrder
from bots.order_entry.readers import mail, other, pdf

READERS: tuple[ModuleType, ...] = (pdf, mail)


def read_order(document: Document) -> PurchaseOrder:
    """What a document says, as a purchase order with its kind, evidence and doubts. Pure; never raises for bad input.

    Raises LookupError when two readers claim the same document: that is a fault of the program.
    """
    if document.trouble:
        return PurchaseOrder(Kind.UNREADABLE, document.trouble, doubts=(document.trouble,), envelope=document.envelope)
    claiming = [reader for reader in READERS if reader.claims(document)]
    if len(claiming) > 1:
        names = ", ".join(reader.__name__ for reader in claiming)
        raise LookupError(f"{names} all claim a {document.media_type}: one document has one reader")
    if not claiming:
        return other.unreadable(document)
    order: PurchaseOrder = claiming[0].read(document)
    return order
