"""Readers of remittance advices, one per format; the one that claims a document reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bots.domain.advices import AdviceKind, RemittanceAdvice
from bots.domain.documents import Document
from bots.errors import BusinessError
from bots.remittance_reader.readers.advices import mail, messages, pdf, remadv, tables, x12


class Reader(Protocol):
    """One format: a module."""

    def claims(self, document: Document) -> bool:
        """Whether this reader is the one for a document. Never raises."""

    def read(self, document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
        """What the document says. Raises BusinessError, with what to do, for one that cannot be read."""


READERS: tuple[Reader, ...] = (pdf, mail, tables, x12, remadv, messages)


def read_remittance(document: Document, own: Mapping[str, str] | None = None) -> RemittanceAdvice:
    """What a document says is paid. Pure; bad input is `unreadable` with a sentence, never an exception.

    `own`: a company's words and codes for deductions, each with the reason it means (`{"FC22": "freight"}`).
    Raises LookupError when two readers claim the same document: that is a fault of the program.
    """
    if document.trouble:
        return _unreadable(document, document.trouble)
    claiming = [reader for reader in READERS if reader.claims(document)]
    if len(claiming) > 1:
        raise LookupError(f"{len(claiming)} readers claim a {document.media_type}: one document has one reader")
    if not claiming:
        return _unreadable(document, _unclaimed(document))
    try:
        return claiming[0].read(document, own or {})
    except BusinessError as error:
        return _unreadable(document, str(error))


def _unreadable(document: Document, why: str) -> RemittanceAdvice:
    return RemittanceAdvice(AdviceKind.UNREADABLE, why, doubts=(why,), envelope=document.envelope)


def _unclaimed(document: Document) -> str:
    name = f" ({document.filename})" if document.filename else ""
    if not document.content:
        return f"the file{name} is empty: ask the sender for it again"
    return f"the file{name} is of type {document.media_type}, which is read as no remittance advice: a person must look"
