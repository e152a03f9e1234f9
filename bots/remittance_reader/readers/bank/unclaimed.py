"""What a file is that no reader of bank statements claims, in a sentence that says what to do."""

from __future__ import annotations

import re

from lxml import etree

from bots.adapters import sniff
from bots.domain.documents import Document
from bots.errors import BusinessError
from bots.remittance_reader.readers.raw import text_of
from bots.remittance_reader.readers.xml import root_of

_KNOWN = "camt.052, .053 and .054, MT940, MT942, CFONB 120, BAI2, and CSV where config.yaml describes its columns"
#: ISO 20022 messages that are about payments, but are no statement.
_MESSAGES = {
    "pain.001": "an order to pay",
    "pain.002": "a bank's answer to orders",
    "pain.008": "an order to collect direct debits",
    "pacs": "a message between banks",
    "camt.055": "a request to cancel a payment",
    "remt.001": "a remittance advice: `o2c read remittance` reads it",
}


def what_it_is(document: Document) -> str:
    """A sentence on a file that is no bank statement we know."""
    if document.media_type == sniff.XML or document.content.lstrip()[:1] == b"<":
        return _xml(document.content)
    if re.match(r"3[149]\d{6}", text_of(document.content[:200]).lstrip()):
        return "it is CFONB 240, single transfers that the statement (CFONB 120) books again; read that one"
    return f"it is none of {_KNOWN}; ask the bank which of these it can send"


def _xml(content: bytes) -> str:
    try:
        namespace = etree.QName(root_of(content).element).namespace or ""
    except BusinessError as error:
        return str(error)
    found = re.search(r"\b([a-z]{4}\.\d{3})\.\d{3}", namespace)
    if not found:
        return f"it is XML, but no message of a bank that we know; {_KNOWN} are read"
    message = found[1]
    meaning = next(
        (text for start, text in _MESSAGES.items() if message.startswith(start)), "no statement of an account"
    )
    return f"it is {message}, {meaning}; only camt.052, camt.053 and camt.054 hold bank lines"
