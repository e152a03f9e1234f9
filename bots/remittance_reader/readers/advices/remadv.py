"""Remittance advices as UN/EDIFACT REMADV (also in its EANCOM subset), D.93A and later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bots.adapters import sniff
from bots.domain.advices import AdviceKind, AdviceLine, Deduction, Reason, RemittanceAdvice
from bots.domain.documents import Document
from bots.domain.evidence import Evidence
from bots.errors import BusinessError
from bots.remittance_reader.readers.advices.codes import EDIFACT, told_by
from bots.remittance_reader.readers.advices.deductions import reason_of
from bots.remittance_reader.readers.advices.structured import ZERO, Told, day_of, decimal_of
from bots.remittance_reader.readers.raw import stands, text_of

_MESSAGES = {"INVOIC": "an invoice", "ORDERS": "an order", "ORDRSP": "an answer to an order", "DESADV": "a ship notice",
             "STATAC": "a statement of account", "CONTRL": "an acknowledgement"}  # fmt: skip
#: Qualifiers of amounts (element 5025): due before deductions, taken off, remitted.
_GROSS, _OFF, _NET = ("9", "77", "39", "86"), ("52", "53", "509", "138"), ("12", "11")
_SIGNS = "UNA:+.? '"  #: the standard's own, where a file declares none
_CREDITS = {"381", "83", "308", "420"}  #: documents (element 1001) that count against
_TOTALS = ("12", "128", "86", "9")


@dataclass(frozen=True)
class Segment:
    """One segment: its name, its elements with their components, its place."""

    name: str
    elements: tuple[tuple[str, ...], ...]
    place: int

    def at(self, element: int, component: int = 0) -> str:
        """One component; empty when it is not there."""
        held = self.elements[element] if element < len(self.elements) else ()
        return held[component].strip() if component < len(held) else ""

    def proof(self, words: str) -> Evidence | None:
        """Where some words of it stand."""
        return stands(words, f"segment {self.place}, {self.name}") if words else None


@dataclass
class _Item:
    """A DOC segment with what follows it; `reason` is the last adjustment told."""

    doc: Segment
    gross: Segment | None = None
    net: Segment | None = None
    dated: Segment | None = None
    offs: list[tuple[Segment, str, Reason]] = field(default_factory=list)
    reason: tuple[str, Reason] | None = None


def claims(document: Document) -> bool:
    """Whether this reader is the one for a document."""
    return document.media_type == sniff.EDIFACT


def read(document: Document, own: Mapping[str, str]) -> RemittanceAdvice:
    """The payment of an interchange. Raises BusinessError when it is broken or holds several."""
    segments = _segments(text_of(document.content))
    starts = [segment for segment in segments if segment.name == "UNH"]
    payments = [segment for segment in starts if segment.at(1) == "REMADV"]
    if not payments:
        what = next((_MESSAGES.get(one.at(1), f"EDIFACT {one.at(1)}") for one in starts), "EDIFACT without a message")
        return RemittanceAdvice(AdviceKind.NOT_AN_ADVICE, f"it is {what}, no payment", envelope=document.envelope)
    if len(payments) > 1:
        raise BusinessError(f"the file holds {len(payments)} payments: split it into one file a payment")
    return _told(_within(segments, payments[0]), own).advice("an EDIFACT REMADV", document.envelope)


def _segments(text: str) -> list[Segment]:
    """The file's segments. Only pydifact's tokens are used: its segments are checked against files it does not ship."""
    from pydifact.control.characters import Characters
    from pydifact.exceptions import EDISyntaxError
    from pydifact.parser import Parser, TokenIterator
    from pydifact.tokenizer import Tokenizer

    text = text.strip()
    signs = Characters.from_str(text[:9] if text.startswith("UNA") else _SIGNS)
    body = text[9:].lstrip() if text.startswith("UNA") else text
    try:
        tokens = TokenIterator(Tokenizer().get_tokens(body, signs))
        raw = list(Parser(characters=signs).convert_tokens_to_raw_segments(tokens))
    except (EDISyntaxError, RuntimeError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise BusinessError(f"the EDIFACT file is broken ({error}): ask the sender for it again") from error
    return [Segment(str(one[0]), tuple(map(_components, one[1:])), place) for place, one in enumerate(raw, 1) if one]


def _components(element: Any) -> tuple[str, ...]:
    """An element's components; one that is repeated gives its first."""
    if isinstance(element, str):
        return (element,)
    return tuple(part if isinstance(part, str) else str(part[0]) if part else "" for part in element or ())


def _within(segments: Sequence[Segment], start: Segment) -> list[Segment]:
    held = [segment for segment in segments if segment.place >= start.place]
    end = next((index for index, segment in enumerate(held) if segment.name == "UNT"), None)
    if end is None:
        raise BusinessError("the payment is cut off, its last segment (UNT) is missing: ask the sender for it again")
    counted = held[end].at(0)
    if counted.isdigit() and int(counted) != end + 1:
        raise BusinessError(f"the payment counts {counted} segments, {end + 1} came: ask the sender for it again")
    return held[:end]


def _told(segments: Sequence[Segment], own: Mapping[str, str]) -> Told:
    told = Told()
    items: list[_Item] = []
    summary: list[Segment] = []
    closed = False
    for segment in segments:
        closed = closed or segment.name == "UNS"
        if segment.name == "DOC" and not closed:
            items.append(_Item(segment))
        elif items and not closed:
            _detail(items[-1], segment)
        elif segment.name == "MOA":
            summary.append(segment)
        else:
            _header(told, segment)
    _total(told, summary)
    for item in items:
        _line(told, item, own)
    return told


def _header(told: Told, segment: Segment) -> None:
    match segment.name, segment.at(0):
        case "BGM", _:
            number = segment.at(1)
            told.payment_ref = number or None
            told.know("payment_ref", segment.proof(number))
        case "RFF", "PQ" | "AEK" | "CK" | "TN":
            told.payment_ref = segment.at(0, 1) or told.payment_ref
            told.know("payment_ref", segment.proof(segment.at(0, 1)))
        case "RFF", "VA" if told.payer.name:
            told.pays("vat", segment.at(0, 1), segment.proof(segment.at(0, 1)))
        case "DTM", "138" | "203" | "209":
            told.paid_on = day_of(segment.at(0, 1))
            told.know("date", segment.proof(segment.at(0, 1)))
        case "CUX", _:
            told.currency = segment.at(0, 1) or told.currency
            told.know("currency", segment.proof(segment.at(0, 1)))
        case "NAD", "PR" | "BY" | "PL":
            name = segment.at(3) or segment.at(2)
            told.pays("name", name, segment.proof(name))
            gln = segment.at(1) if segment.at(1, 2) == "9" else None
            told.pays("gln", gln, segment.proof(segment.at(1)))


def _detail(item: _Item, segment: Segment) -> None:
    qualifier = segment.at(0)
    if segment.name == "DTM" and qualifier in {"137", "171", "3", "454"}:
        item.dated = item.dated or segment
    elif segment.name == "AJT":
        item.reason = told_by(EDIFACT, qualifier)
    elif segment.name == "MOA" and qualifier in _NET:
        item.net = item.net or segment
    elif segment.name == "MOA" and (qualifier in _OFF or item.reason):
        item.offs.append((segment, *(item.reason or ("MOA discount", Reason.DISCOUNT))))
        item.reason = None
    elif segment.name == "MOA" and qualifier in _GROSS:
        item.gross = item.gross or segment


def _total(told: Told, summary: Sequence[Segment]) -> None:
    for qualifier in _TOTALS:
        found = next((segment for segment in summary if segment.at(0) == qualifier), None)
        if found:
            told.total = decimal_of(found.at(0, 1).replace(",", "."))
            told.know("total", found.proof(found.at(0, 1)))
            told.currency = told.currency or found.at(0, 2) or None
            return


def _amount(segment: Segment | None) -> Decimal | None:
    return decimal_of(segment.at(0, 1).replace(",", ".")) if segment else None


def _line(told: Told, item: _Item, own: Mapping[str, str]) -> None:
    against = -1 if item.doc.at(0) in _CREDITS else 1
    gross, net = (_signed(_amount(segment), against) for segment in (item.gross, item.net))
    offs = [
        (segment, Deduction(_reason(text, reason, own), text, against * abs(_amount(segment) or ZERO)))
        for segment, text, reason in item.offs
    ]
    taken = tuple(off for _, off in offs if off.amount)
    if net is None and gross is not None:
        net = gross - sum((off.amount for off in taken), ZERO)
    day = day_of(item.dated.at(0, 1)) if item.dated else None
    number = item.doc.at(1) or None
    shown = item.net or item.gross
    told.line(
        AdviceLine(number, day, gross, taken, net), reference=item.doc.proof(number or ""),
        document_date=item.dated.proof(item.dated.at(0, 1)) if item.dated and day else None,
        gross=item.gross.proof(item.gross.at(0, 1)) if item.gross else None,
        net=shown.proof(shown.at(0, 1)) if shown else None,
        **{f"deductions_{place}": segment.proof(segment.at(0, 1)) for place, (segment, _) in enumerate(offs)},
    )  # fmt: skip


def _signed(value: Decimal | None, against: int) -> Decimal | None:
    """A credit note's amounts are negative, whether its message prints a minus or leaves it to the kind of document."""
    return -abs(value) if value is not None and against < 0 else value


def _reason(text: str, reason: Reason, own: Mapping[str, str]) -> Reason:
    mine = reason_of(text, own) if own else Reason.UNKNOWN
    return mine if mine is not Reason.UNKNOWN and reason is Reason.UNKNOWN else reason
