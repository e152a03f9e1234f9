"""Remittance advices as PDF files with a text layer, in any layout."""

from __future__ import annotations

from collections.abc import Mapping

from bots.adapters import sniff
from bots.adapters.pdf import read_pages
from bots.domain.advices import RemittanceAdvice
from bots.domain.documents import Document
from bots.errors import BusinessError
from bots.remittance_reader.readers.advices.advice import advice_from

_FEW_WORDS = 15  #: words a page; what a fax machine or a stamp adds to a scan, not the text of an advice


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document."""
    return document.media_type == sniff.PDF


def read(document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """Read the PDF. Raises BusinessError, with what to do, for one that cannot be opened or holds no text."""
    pages = read_pages(document.content)
    if all(page.scanned for page in pages) and sum(len(page.words) for page in pages) < _FEW_WORDS * len(pages):
        raise BusinessError(
            "the PDF holds pictures with a few words of text beside them (a scan?): a person must enter it"
        )
    return advice_from(pages, document.envelope, own)
