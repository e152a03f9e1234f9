"""Purchase orders as PDF files with a text layer, in any layout."""

from __future__ import annotations

from bots.adapters.pdf import read_pages
from bots.domain.documents import Document
from bots.domain.orders import Kind, PurchaseOrder
from bots.errors import BusinessError
from bots.order_entry.readers.order import order_from


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document."""
    return document.media_type == "application/pdf"


def read(document: Document) -> PurchaseOrder:
    """Read the PDF; one that cannot be opened is unreadable, with the sentence that says why."""
    try:
        pages = read_pages(document.content)
    except BusinessError as error:
        return PurchaseOrder(Kind.UNREADABLE, str(error), doubts=(str(error),), envelope=document.envelope)
    return order_from(pages, document.envelope)
