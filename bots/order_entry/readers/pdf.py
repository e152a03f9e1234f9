"""Purchase orders as PDF files with a text layer, in any layout."""

from __future__ import annotations

from bots.adapters.pdf import read_pages
from bots.domain.documents import Document
from bots.domain.orders import Kind, PurchaseOrder
from bots.errors import BusinessError
from bots.order_entry.readers.order import order_from

_FEW_WORDS = 15  #: words a page; what a fax machine or a stamp adds to a scan, not the text of an order


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document."""
    return document.media_type == "application/pdf"


def read(document: Document) -> PurchaseOrder:
    """Read the PDF; one that cannot be opened is unreadable, with the sentence that says why."""
    try:
        pages = read_pages(document.content)
    except BusinessError as error:
        return PurchaseOrder(Kind.UNREADABLE, str(error), doubts=(str(error),), envelope=document.envelope)
    if all(page.scanned for page in pages) and sum(len(page.words) for page in pages) < _FEW_WORDS * len(pages):
        why = "the PDF holds pictures with a few words of text beside them (a scan?): a person must enter it"
        return PurchaseOrder(Kind.UNREADABLE, why, doubts=(why,), envelope=document.envelope)
    return order_from(pages, document.envelope)
