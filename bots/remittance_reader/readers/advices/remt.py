"""Remittance advices as ISO 20022 remt.001, all versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

from bots.domain.advices import AdviceLine, Deduction, Reason, RemittanceAdvice
from bots.domain.documents import Document
from bots.domain.evidence import Evidence
from bots.errors import BusinessError
from bots.remittance_reader.readers.advices.deductions import reason_of
from bots.remittance_reader.readers.advices.structured import ZERO, Told, day_of, decimal_of
from bots.remittance_reader.readers.xml import Node

_CREDIT = {"CREN", "CREDITNOTE"}


def read(root: Node, document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """The advice of a message. Raises BusinessError when it tells of several payments."""
    told = Told()
    advice = root.at("RmtAdvc") or root
    infos = list(advice.all("RmtInf"))
    ids = {_reference(info) for info in infos} - {None}
    if len(ids) > 1:
        raise BusinessError(f"the message tells of {len(ids)} payments: split it into one file a payment")
    for info in infos:
        _payment(told, info)
        for structured in info.all("Strd"):
            _lines(told, structured, own)
    _control_sum(told, advice)
    return told.advice("an ISO 20022 remittance advice", document.envelope)


def _original(info: Node) -> Node | None:
    return info.at("OrgnlPmtInf")


def _reference(info: Node) -> str | None:
    original = _original(info)
    if original is None:
        return None
    return next(filter(None, (original.said("Refs", name) for name in ("EndToEndId", "TxId", "InstrId", "UETR"))), None)


def _payment(told: Told, info: Node) -> None:
    original = _original(info)
    if original is None:
        return
    for name in ("EndToEndId", "TxId", "InstrId", "UETR"):
        node = original.at("Refs", name)
        if node and node.words not in {"", "NOTPROVIDED"} and told.payment_ref is None:
            told.payment_ref = node.words
            told.know("payment_ref", node.proof())
    amount = original.at("Amt", "InstdAmt") or original.at("Amt", "EqvtAmt", "Amt")
    if amount:
        told.total, told.currency = decimal_of(amount.words), amount.element.get("Ccy")
        told.know("total", amount.proof())
        told.know("currency", amount.proof(told.currency))
    day = original.at("ReqdExctnDt", "Dt") or original.at("ReqdExctnDt")
    if day and day_of(day.words):
        told.paid_on = day_of(day.words)
        told.know("date", day.proof())
    _debtor(told, original)


def _debtor(told: Told, original: Node) -> None:
    for name, path in (
        ("name", ("Dbtr", "Nm")), ("country", ("Dbtr", "PstlAdr", "Ctry")), ("iban", ("DbtrAcct", "Id", "IBAN")),
        ("email", ("Dbtr", "CtctDtls", "EmailAdr")),
    ):  # fmt: skip
        node = original.at(*path)
        told.pays(name, node.words if node else None, node.proof() if node else None)


def _control_sum(told: Told, advice: Node) -> None:
    node = advice.at("GrpHdr", "CtrlSum")
    if node and told.total is None:
        told.total = decimal_of(node.words)
        told.know("total", node.proof())
    made = advice.at("GrpHdr", "CreDtTm")
    if made and told.paid_on is None and told.lines:
        told.doubts.append("the message names no day of the payment")


@dataclass(frozen=True)
class _Off:
    """Something taken off, with whether the message says that it is."""

    value: Deduction
    proof: Evidence


def _lines(told: Told, structured: Node, own: Mapping[str, str]) -> None:
    """One line a referred document; the amounts stand once, so they are the first document's."""
    documents = list(structured.all("RfrdDocInf"))
    amounts = structured.at("RfrdDocAmt")
    number = documents[0].at("Nb") if documents else structured.at("CdtrRefInf", "Ref")
    if len(documents) > 1:
        said = ", ".join(filter(None, (document.said("Nb") for document in documents)))
        told.doubts.append(f"one amount is for several documents: {said}")
    day = _day(documents[0]) if documents else None
    gross, net = _money(told, amounts, "DuePyblAmt"), _money(told, amounts, "RmtdAmt")
    credit = _money(told, amounts, "CdtNoteAmt")
    if _is_credit(documents) or (credit and not net):
        gross, net = _against(gross), _against(net or credit)
    offs = _signed(list(_offs(amounts, own)), gross[0] if gross else None, net[0] if net else None)
    if net is None and gross is not None:
        net = (gross[0] - sum((off.value.amount for off in offs), ZERO), gross[1])
    told.line(
        AdviceLine(
            number.words if number else None, day[0] if day else None, gross[0] if gross else None,
            tuple(off.value for off in offs), net[0] if net else None,
        ),
        reference=number.proof() if number else None, document_date=day[1] if day else None,
        gross=gross[1] if gross else None, net=net[1] if net else None,
        **{f"deductions_{place}": off.proof for place, off in enumerate(offs)},
    )  # fmt: skip


def _day(document: Node) -> tuple[date, Evidence] | None:
    node = document.at("RltdDt", "Dt") or document.at("RltdDt")
    day = day_of(node.words) if node else None
    return (day, node.proof()) if node and day else None


def _money(told: Told, amounts: Node | None, name: str) -> tuple[Decimal, Evidence] | None:
    node = (amounts.at(name, "Amt") or amounts.at(name)) if amounts else None
    value = decimal_of(node.words) if node else None
    if node is None or value is None:
        return None
    currency = node.element.get("Ccy")
    if told.currency is None and currency:
        told.currency = currency
        told.know("currency", node.proof(currency))
    elif currency and currency != told.currency:
        told.doubts.append(f"{value:f} is in {currency}, the payment in {told.currency}")
    return value, node.proof()


def _is_credit(documents: list[Node]) -> bool:
    kinds = [found for one in documents for found in one.texts("Tp", "CdOrPrtry", "Cd")]
    return any(kind.upper().replace(" ", "") in _CREDIT for kind in kinds)


def _against(found: tuple[Decimal, Evidence] | None) -> tuple[Decimal, Evidence] | None:
    return (-abs(found[0]), found[1]) if found else None


def _offs(amounts: Node | None, own: Mapping[str, str]) -> Iterator[_Off]:
    if amounts is None:
        return
    for node in amounts.all("DscntApldAmt"):
        held = node.at("Amt") or node
        value = decimal_of(held.words)
        if value:
            yield _Off(Deduction(Reason.DISCOUNT, "DscntApldAmt", value), held.proof())
    for node in amounts.all("AdjstmntAmtAndRsn"):
        held = node.at("Amt") or node
        value = decimal_of(held.words)
        text = " ".join(filter(None, (node.said("Rsn"), node.said("AddtlInf")))) or "AdjstmntAmtAndRsn"
        if value:
            sign = -1 if node.said("CdtDbtInd") == "CRDT" else 1
            yield _Off(Deduction(reason_of(text, own), text, sign * value), held.proof())


def _signed(offs: list[_Off], gross: Decimal | None, net: Decimal | None) -> list[_Off]:
    """Banks differ in which side an adjustment is on: the signs under which the line closes, else as told."""
    if gross is None or net is None or gross - sum((off.value.amount for off in offs), ZERO) == net or len(offs) > 6:
        return offs
    for signs in product((1, -1), repeat=len(offs)):
        if gross - sum((sign * off.value.amount for sign, off in zip(signs, offs, strict=True)), ZERO) == net:
            return [
                _Off(Deduction(off.value.reason, off.value.text, sign * off.value.amount), off.proof)
                for sign, off in zip(signs, offs, strict=True)
            ]
    return offs
