"""Readers of bank files, one per format; the one that claims a file by its content reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bots.domain.bank import BankFile, Statement
from bots.domain.documents import Document
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank import bai2, camt, cfonb120, mt940
from bots.remittance_reader.readers.bank.layout import CsvLayout, CsvReader
from bots.remittance_reader.readers.bank.unclaimed import what_it_is


class Reader(Protocol):
    """One format. A module is one, or an object where a format has to be declared first."""

    @property
    def NAME(self) -> str:  # noqa: N802 (a constant of each module)
        """What people call the format."""

    def claims(self, document: Document) -> bool:
        """Whether the content is of this format; never by file name. Never raises."""

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements as written, arithmetic not yet checked. Raises BusinessError where they cannot be told."""


READERS: tuple[Reader, ...] = (camt, mt940, cfonb120, bai2)


def read_bank(document: Document, layouts: Sequence[CsvLayout] = ()) -> tuple[Statement, ...]:
    """Every statement in a bank's file, checked: with doubts, none of its lines may be used by a machine. Pure.

    Raises BusinessError when no format fits, when two do (two CSV layouts with the same columns, or a file made
    to be two things), and when the file is broken.
    """
    if document.trouble:
        raise BusinessError(document.trouble)
    claiming = [reader for reader in (*READERS, *map(CsvReader, layouts)) if reader.claims(document)]
    if len(claiming) > 1:
        names = " and as ".join(reader.NAME for reader in claiming)
        raise BusinessError(
            f"{_name(document)} was not read: it can be read as {names}, and which is right nobody can tell"
        )
    if not claiming:
        raise BusinessError(f"{_name(document)} was not read: {what_it_is(document)}")
    try:
        statements = claiming[0].read(document)
    except BusinessError as error:
        raise BusinessError(f"{_name(document)} was not read: {error}") from error
    return tuple(statement.checked() for statement in statements)


def is_bank_file(document: Document) -> bool:
    """Whether any format claims the content."""
    return any(reader.claims(document) for reader in READERS)


def read_bank_file(document: Document) -> BankFile:
    """The same for `o2c read bank`."""
    return BankFile(read_bank(document))


def _name(document: Document) -> str:
    return document.filename or "the file"
