"""Remittance advices as XML: ISO 20022 remt.001 and UBL, told by their root; every other message is named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from bots.adapters import sniff
from bots.domain.advices import AdviceKind, RemittanceAdvice
from bots.domain.documents import Document
from bots.remittance_reader.readers.advices import remt, ubl
from bots.remittance_reader.readers.xml import Node, root_of

_OTHERS = {
    "Invoice": "an invoice", "CreditNote": "a credit note", "Order": "an order", "Statement": "a statement of account",
    "Reminder": "a reminder", "CrossIndustryInvoice": "an invoice", "OrderResponse": "an answer to an order",
    "cXML": "a cXML message",
}  # fmt: skip


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document."""
    return document.media_type == sniff.XML


def read(document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """Read the message. Raises BusinessError for XML that is broken or declares a document type."""
    root = root_of(document.content)
    if root.name == ubl.ROOT:
        return ubl.read(root, document, own)
    if _message(root).startswith("remt.001") or root.at("RmtAdvc"):
        return remt.read(root, document, own)
    what = _OTHERS.get(root.name) or _message(root) or f"an XML message {root.name!r} that we do not know"
    return RemittanceAdvice(AdviceKind.NOT_AN_ADVICE, f"it is {what}, no remittance advice", envelope=document.envelope)


def _message(root: Node) -> str:
    namespace = etree.QName(root.element).namespace or ""
    found = re.search(r"\b([a-z]{4}\.\d{3})\.\d{3}", namespace)
    return found[1] if found else ""
