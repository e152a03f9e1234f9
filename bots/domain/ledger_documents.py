"""The values of our book as plain JSON and back: rows of the store, and the document a bank line is worked on as."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bots.domain.advices import RemittanceAdvice
from bots.domain.bank import BankLine
from bots.domain.ledger import LedgerLine, Posting
from bots.domain.plain import canonical_json

LINE = "application/vnd.o2c.bank-line+json"  #: the media type of a line of our book


def line_document(line: LedgerLine) -> bytes:
    """The document a line of our book is worked on as; the same bytes for the same line."""
    return canonical_json(_plain(LedgerLine, line)).encode()


def line_of(content: bytes) -> LedgerLine:
    """The line such a document holds."""
    found: LedgerLine = _adapter(LedgerLine).validate_python(json.loads(content))
    return found


def plain_line(line: BankLine) -> Any:
    """A bank line without its evidence, which stays with the bank's file."""
    return _plain(BankLine, replace(line, evidence={}))


def line_from(plain: Any) -> BankLine:
    """The bank line."""
    found: BankLine = _adapter(BankLine).validate_python(plain)
    return found


def plain_advice(advice: RemittanceAdvice) -> Any:
    """An advice without its evidence and the text of its mail, which stay with its document."""
    return _plain(RemittanceAdvice, without_papers(advice))


def without_papers(advice: RemittanceAdvice) -> RemittanceAdvice:
    """The advice as our book keeps it: who sent it stays, the words do not."""
    envelope = replace(advice.envelope, body="") if advice.envelope else None
    return replace(advice, evidence={}, envelope=envelope)


def advice_from(plain: Any) -> RemittanceAdvice:
    """The advice."""
    found: RemittanceAdvice = _adapter(RemittanceAdvice).validate_python(plain)
    return found


def plain_posting(posting: Posting) -> Any:
    """A posting as it was decided."""
    return _plain(Posting, posting)


def posting_from(plain: Any) -> Posting:
    """The posting."""
    found: Posting = _adapter(Posting).validate_python(plain)
    return found


def _plain(kind: type, value: object) -> Any:
    return _adapter(kind).dump_python(value, mode="json")


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
