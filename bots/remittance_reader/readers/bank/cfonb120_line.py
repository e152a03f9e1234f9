"""A movement (04) with its details (05) as a bank line. What a detail is, its qualifier in columns 46 to 48 says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bots.domain.bank import BankLine, Return
from bots.domain.bank_references import given, valid_iban
from bots.domain.evidence import Evidence
from bots.domain.money import Money
from bots.remittance_reader.readers.bank.cfonb120_record import Record, signed
from bots.remittance_reader.readers.raw import proofs, stands

#: Qualifiers that are values of their own; every other detail is free text.
_VALUES = ("REF", "RCN", "NPY", "NPO", "NBE", "NBU", "IPY", "IBE", "CPY", "CBE", "RUM", "RET", "MMO", "FEE")


def line_of(movement: Record, details: Sequence[Record]) -> BankLine:
    """The line of a movement. The other side is the payer (NPY) of money in, the beneficiary (NBE) of money out."""
    amount = movement.amount
    said = _Details(details)
    name, account = ("NPY", "CPY") if amount > 0 else ("NBE", "CBE")
    if not said.first(name):
        name = "NPY" if said.first("NPY") else "NBE"
    number = said.first(account)
    iban = valid_iban(number)
    reference = movement.columns(105, 120).strip()
    return BankLine(
        amount=amount, currency=movement.currency, booked=movement.booked, valued=_valued(movement),
        end_to_end_id=given(_part(said.first("RCN"), 0, 35)),
        bank_reference=given(said.first("REF")) or given(reference),
        payer_name=said.first(name), payer_iban=iban, payer_account=None if iban else number,
        ultimate_debtor=said.first("NPO"), mandate=given(said.first("RUM")), text=_text(movement, said),
        code=movement.columns(33, 34).strip() or None, returned=_returned(movement, said),
        original=_money(said.first("MMO")), charges=_money(said.first("FEE")),
        evidence=_evidence(movement, said, name, account, iban),
    )  # fmt: skip


class _Details:
    """The details of one movement by their qualifier, in order; a qualifier may repeat."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = [(record.columns(46, 48), record.columns(49, 118).rstrip(), record) for record in records]

    def first(self, qualifier: str) -> str | None:
        """The first detail of that kind, without spaces at its ends."""
        return next((text.strip() for name, text, _ in self.records if name == qualifier and text.strip()), None)

    def place(self, qualifier: str) -> str | None:
        """Where it stands."""
        found = next((record for name, _, record in self.records if name == qualifier), None)
        return f"line {found.number}, record 05 {qualifier}, columns 49-118" if found else None

    def free(self) -> list[str]:
        """The texts that are no value of their own; LC2 continues a full LCC."""
        texts: list[str] = []
        full = False
        for name, text, _ in self.records:
            if name in _VALUES or not text.strip():
                continue
            if name == "LC2" and full:
                texts[-1] += text
            else:
                texts.append(text)
            full = name == "LCC" and len(text) == 70
        return texts


def _text(movement: Record, said: _Details) -> tuple[str, ...]:
    purpose = _part(said.first("RCN"), 35, 70)
    found = (*said.free(), purpose, movement.columns(49, 79), movement.columns(105, 120))
    return tuple(dict.fromkeys(text for one in found if one and (text := one.strip())))


def _part(text: str | None, start: int, end: int) -> str | None:
    return text[start:end].strip() or None if text else None


def _valued(movement: Record) -> date | None:
    said = movement.columns(43, 48)
    return movement.day(43) if said.strip(" 0") else None


def _returned(movement: Record, said: _Details) -> Return | None:
    """A reject: its code in columns 41-42, or a detail RET (codes of ISO 20022 and SIT, then words)."""
    code, words = movement.columns(41, 42).strip(), said.first("RET")
    if not code and not words:
        return None
    found = re.match(r"([A-Z]{2}\d{2}|[A-Z]{4})\b", words or "")
    return Return(False, found[1] if found else code or None, words)


def _money(text: str | None) -> Money | None:
    """`EUR2` and 14 digits: currency, decimals, amount."""
    found = re.match(r"([A-Z]{3})(\d)(\d{1,14})", text or "")
    amount = signed(found[3], int(found[2])) if found else None
    return Money(amount, found[1]) if found and amount is not None else None


def _evidence(movement: Record, said: _Details, name: str, account: str, iban: str | None) -> dict[str, Evidence]:
    place = f"line {movement.number}, record 04, columns"
    found = {
        "amount": stands(movement.columns(91, 104), f"{place} 91-104"),
        "booked": stands(movement.columns(35, 40), f"{place} 35-40"),
        **proofs(f"{place} 49-79", text=movement.columns(49, 79).strip()),
    }
    fields = {
        "payer_name": name, "payer_iban" if iban else "payer_account": account, "end_to_end_id": "RCN",
        "bank_reference": "REF", "ultimate_debtor": "NPO", "mandate": "RUM", "original": "MMO",
        "charges": "FEE", "returned": "RET",
    }  # fmt: skip
    for field, qualifier in fields.items():
        words, where = said.first(qualifier), said.place(qualifier)
        if words and where:
            found[field] = stands(words, where)
    return found
