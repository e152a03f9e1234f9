"""Files this version cannot read: each ends in front of a person, with what it is."""

from __future__ import annotations

from bots.domain.documents import Document
from bots.domain.orders import Kind, PurchaseOrder

_NAMES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "an Excel workbook",
    "application/vnd.ms-excel": "an Excel workbook",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document",
    "application/msword": "a Word document",
    "text/csv": "a CSV table",
    "application/xml": "an XML file",
    "text/xml": "an XML file",
    "application/edifact": "an EDIFACT interchange",
    "application/edi-x12": "an X12 interchange",
    "application/zip": "a zip archive",
    "text/html": "a web page",
    "text/plain": "a text file",
    "application/octet-stream": "a file of unknown type",
    "image/png": "a picture",
    "image/jpeg": "a picture",
    "image/tiff": "a picture",
    "image/gif": "a picture",
}


def unreadable(document: Document) -> PurchaseOrder:
    """The document as unreadable, saying what it is and what to do."""
    what = _NAMES.get(document.media_type.lower(), f"a file of type {document.media_type}")
    name = f" ({document.filename})" if document.filename else ""
    why = f"the document is {what}{name}, which this version does not read: a person must enter it"
    if not document.content:
        why = f"the file{name} is empty: ask the sender for it again"
    return PurchaseOrder(Kind.UNREADABLE, why, doubts=(why,), envelope=document.envelope)
