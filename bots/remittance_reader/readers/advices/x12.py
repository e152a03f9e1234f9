"""Remittance advices as ANSI X12 820 (payment order/remittance advice), versions 003040 to 008."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bots.adapters import sniff
from bots.domain.advices import AdviceKind, AdviceLine, Deduction, Reason, RemittanceAdvice
from bots.domain.documents import Document
from bots.domain.evidence import Evidence
from bots.errors import BusinessError
from bots.remittance_reader.readers.advices.codes import X12, told_by
from bots.remittance_reader.readers.advices.deductions import reason_of
from bots.remittance_reader.readers.advices.structured import ZERO, Told, day_of, decimal_of
from bots.remittance_reader.readers.raw import stands, text_of

_SETS = {"810": "an invoice", "850": "a purchase order", "855": "an order acknowledgement", "856": "a ship notice",
         "997": "an acknowledgement", "812": "a credit or debit adjustment", "860": "a change of an order"}  # fmt: skip
#: Qualifiers (element 128) under which our own number stands, and under which never.
_OURS = {"IV", "IK", "OI", "I5", "CM", "CR", "VV", "SI", "DL", "R7"}
_NEVER = {"PO": "a purchase order", "BM": "a bill of lading", "VR": "the vendor's number"}


@dataclass(frozen=True)
class Segment:
    """One segment: its name, its elements from 1, its place in the file."""

    name: str
    elements: tuple[str, ...]
    place: int

    def __getitem__(self, number: int) -> str:
        """Element `number`, empty when it is not there."""
        return self.elements[number - 1].strip() if number <= len(self.elements) else ""

    def proof(self, number: int) -> Evidence | None:
        """Where an element stands."""
        return stands(self[number], f"segment {self.place}, {self.name}{number:02d}") if self[number] else None


@dataclass
class _Item:
    """An RMR segment with the adjustments and dates that follow it."""

    rmr: Segment
    adjustments: list[Segment] = field(default_factory=list)
    dated: Segment | None = None


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document."""
    return document.media_type == sniff.X12


def read(document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """The payment of an interchange. Raises BusinessError when it is broken or holds several."""
    segments = list(_segments(text_of(document.content)))
    sets = [segment for segment in segments if segment.name == "ST"]
    payments = [segment for segment in sets if segment[1] == "820"]
    if not payments:
        what = next((_SETS.get(segment[1], f"X12 {segment[1]}") for segment in sets), "an X12 file without a message")
        return RemittanceAdvice(AdviceKind.NOT_AN_ADVICE, f"it is {what}, no payment", envelope=document.envelope)
    if len(payments) > 1:
        raise BusinessError(f"the file holds {len(payments)} payments: split it into one file a payment")
    return _told(_within(segments, payments[0]), own).advice("an X12 820 remittance advice", document.envelope)


def _segments(text: str) -> Iterator[Segment]:
    """The file cut at the signs its ISA segment declares. Raises BusinessError when there is none that can be."""
    text = text.lstrip()
    parts = text.split(text[3:4] or "*", 16)
    if len(parts) < 17 or len(parts[16]) < 2:
        raise BusinessError("the X12 file is cut off within its first segment: ask the sender for it again")
    separator, end = text[3], parts[16][1]
    for place, raw in enumerate(text.split(end), 1):
        elements = raw.strip().split(separator)
        if elements[0]:
            yield Segment(elements[0], tuple(elements[1:]), place)


def _within(segments: Sequence[Segment], start: Segment) -> list[Segment]:
    """The segments of one message. Raises BusinessError when its end is missing or counts others than came."""
    held = [segment for segment in segments if segment.place >= start.place]
    end = next((index for index, segment in enumerate(held) if segment.name == "SE"), None)
    if end is None:
        raise BusinessError("the payment is cut off, its last segment (SE) is missing: ask the sender for it again")
    if held[end][1].isdigit() and int(held[end][1]) != end + 1:
        raise BusinessError(f"the payment counts {held[end][1]} segments, {end + 1} came: ask the sender for it again")
    return held[:end]


def _told(segments: Sequence[Segment], own: Mapping[str, str]) -> Told:
    told = Told()
    items: list[_Item] = []
    for segment in segments:
        if segment.name == "RMR":
            items.append(_Item(segment))
        elif segment.name == "ENT" and items:
            _settle(told, items, own)
        elif segment.name == "ADX":
            _adjustment(told, items, segment, own)
        elif items and segment.name == "DTM" and segment[1] in {"003", "097", "002"}:
            items[-1].dated = items[-1].dated or segment
        else:
            _header(told, segment)
    _settle(told, items, own)
    return told


def _header(told: Told, segment: Segment) -> None:
    match segment.name:
        case "BPR":
            told.total, told.paid_on = decimal_of(segment[2]), day_of(segment[16])
            told.know("total", segment.proof(2))
            told.know("date", segment.proof(16) if told.paid_on else None)
        case "TRN" if told.payment_ref is None:
            told.payment_ref = segment[2] or None
            told.know("payment_ref", segment.proof(2))
        case "CUR" if told.currency is None:
            told.currency = segment[2] or None
            told.know("currency", segment.proof(2))
        case "N1" if segment[1] == "PR":
            told.pays("name", segment[2], segment.proof(2))
            told.pays("gln", segment[4] if segment[3] == "UL" else None, segment.proof(4))


def _adjustment(told: Told, items: list[_Item], segment: Segment, own: Mapping[str, str]) -> None:
    """An adjustment of the item before it; of the payment itself where none is."""
    if items:
        items[-1].adjustments.append(segment)
        return
    taken, amount = _taken(segment, own), decimal_of(segment[1])
    line = AdviceLine(segment[4] or None, None, None, (taken,) if taken else (), amount)
    told.line(line, reference=segment.proof(4), net=segment.proof(1), deductions_0=segment.proof(1))


def _taken(segment: Segment, own: Mapping[str, str]) -> Deduction | None:
    amount = decimal_of(segment[1])
    text, reason = told_by(X12, segment[2])
    mine = reason_of(segment[2], own) if own else Reason.UNKNOWN
    return Deduction(mine if mine is not Reason.UNKNOWN else reason, text, -amount) if amount else None


def _settle(told: Told, items: list[_Item], own: Mapping[str, str]) -> None:
    for item in items:
        _line(told, item, own)
    items.clear()


def _line(told: Told, item: _Item, own: Mapping[str, str]) -> None:
    rmr = item.rmr
    net, gross, discount = (decimal_of(rmr[number]) for number in (4, 5, 6))
    taken = [Deduction(Reason.DISCOUNT, "RMR06 discount", discount)] if discount else []
    proofs: dict[str, Evidence | None] = {"deductions_0": rmr.proof(6)} if discount else {}
    for segment in item.adjustments:
        one = _taken(segment, own)
        if one:
            proofs[f"deductions_{len(taken)}"] = segment.proof(1)
            taken.append(one)
    reference = rmr[2] or None
    if rmr[1] in _NEVER or rmr[1] not in _OURS:
        told.doubts.append(f"{rmr[2]} is {_NEVER.get(rmr[1], f'a number of kind {rmr[1]}')}, not our invoice")
        reference = None if rmr[1] in _NEVER else reference
    dated: date | None = day_of(item.dated[2]) if item.dated else None
    net = net if net is not None else _worked_out(gross, taken)
    told.line(
        AdviceLine(reference, dated, gross, tuple(taken), net), reference=rmr.proof(2) if reference else None,
        gross=rmr.proof(5), net=rmr.proof(4) or rmr.proof(5),
        document_date=item.dated.proof(2) if item.dated and dated else None, **proofs,
    )  # fmt: skip


def _worked_out(gross: Decimal | None, taken: Sequence[Deduction]) -> Decimal | None:
    return gross - sum((one.amount for one in taken), ZERO) if gross is not None else None
