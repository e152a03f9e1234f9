"""Remittance advices as OASIS UBL RemittanceAdvice, 2.0 to 2.4."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bots.domain.advices import AdviceLine, RemittanceAdvice
from bots.domain.documents import Document
from bots.remittance_reader.readers.advices.structured import ZERO, Told, day_of, decimal_of
from bots.remittance_reader.readers.xml import Node

ROOT = "RemittanceAdvice"


def read(root: Node, document: Document, own: Mapping[str, str]) -> RemittanceAdvice:  # noqa: ARG001 (one signature)
    """The advice. UBL names no reasons: a credit is a line of its own."""
    told = Told()
    _payer(told, root)
    _payment(told, root)
    for node in root.all("RemittanceAdviceLine"):
        _line(told, node)
    if told.total is not None and told.made == -told.total:
        told.lines = [replace(line, net=-line.net if line.net is not None else None) for line in told.lines]
    return told.advice("a UBL remittance advice", document.envelope)


def _payer(told: Told, root: Node) -> None:
    customer = root.at("AccountingCustomerParty")
    if customer is None:
        return
    names = [customer.at("Party", "PartyName", "Name"), customer.at("Party", "PartyLegalEntity", "RegistrationName")]
    for found in filter(None, names):
        told.pays("name", found.words, found.proof())
    for name, path in (
        ("number", ("SupplierAssignedAccountID",)),
        ("registration", ("Party", "PartyLegalEntity", "CompanyID")),
        ("country", ("Party", "PostalAddress", "Country", "IdentificationCode")),
        ("email", ("Party", "Contact", "ElectronicMail")),
    ):
        node = customer.at(*path)
        told.pays(name, node.words if node else None, node.proof() if node else None)
    _numbers(told, customer)


def _numbers(told: Told, customer: Node) -> None:
    """GLN and VAT number; one without its country is no VAT number anybody can look up."""
    for node in (*customer.all("Party", "EndpointID"), *customer.all("Party", "PartyIdentification", "ID")):
        scheme = (node.element.get("schemeID") or "").upper()
        told.pays("gln", node.words if scheme in {"GLN", "0088"} else None, node.proof())
    tax = customer.at("Party", "PartyTaxScheme", "CompanyID")
    number = re.sub(r"\W", "", tax.words) if tax else ""
    told.pays("vat", number if re.match(r"[A-Z]{2}\w{6,}", number) else None, tax.proof() if tax else None)


def _payment(told: Told, root: Node) -> None:
    total = root.at("TotalPaymentAmount")
    if total:
        told.total, told.currency = decimal_of(total.words), total.element.get("currencyID")
        told.know("total", total.proof())
        told.know("currency", total.proof(told.currency))
    for path in (("PaymentMeans", "PaymentID"), ("PaymentMeans", "InstructionID"), ("ID",)):
        node = root.at(*path)
        if node and node.words and told.payment_ref is None:
            told.payment_ref = node.words
            told.know("payment_ref", node.proof())
    for path in (("PaymentMeans", "PaymentDueDate"), ("IssueDate",)):
        node = root.at(*path)
        if node and told.paid_on is None and day_of(node.words):
            told.paid_on = day_of(node.words)
            told.know("date", node.proof())


def _line(told: Told, node: Node) -> None:
    paths = (("InvoiceDocumentReference",), ("CreditNoteDocumentReference",), ("SelfBilledInvoiceDocumentReference",))
    named = next((found for path in paths if (found := node.at("BillingReference", *path))), None)
    number, dated = (named.at("ID"), named.at("IssueDate")) if named else (None, None)
    debit, credit = node.at("DebitLineAmount"), node.at("CreditLineAmount")
    amounts = [decimal_of(found.words) for found in (debit, credit) if found]
    net: Decimal | None = None
    if amounts and None not in amounts:
        net = (decimal_of(debit.words) or ZERO if debit else ZERO) - (
            decimal_of(credit.words) or ZERO if credit else ZERO
        )
    day = day_of(dated.words) if dated else None
    shown = credit if credit and decimal_of(credit.words) else debit
    told.line(
        AdviceLine(number.words if number else None, day, None, (), net), reference=number.proof() if number else None,
        document_date=dated.proof() if dated and day else None, net=shown.proof() if shown else None,
    )  # fmt: skip
