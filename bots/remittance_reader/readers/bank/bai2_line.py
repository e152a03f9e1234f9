"""A detail (16) of BAI2 as a bank line. The type code says the direction: 100 to 399 in, 400 to 699 out."""

from __future__ import annotations

import re
from datetime import date

from bots.domain.bank import BankLine, Return
from bots.domain.bank_references import given, valid_iban
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.bai2_record import Detail, units
from bots.remittance_reader.readers.raw import proofs

#: Types of money that comes back: returned or rejected items, and (second) the bank's own reversals.
_RETURNS = {"255", "257", "261", "266", "555", "557", "561", "566"}
_REVERSALS = {"252", "258", "552", "558"}
#: Words some banks put before a value in the continuation lines: `EREF: …`, `DBNM: …`.
_TAGGED = re.compile(r"\s*(?P<tag>EREF|CREF|REMI|DBNM|CRNM|DACT|CACT)\s*:\s*(?P<value>.*)")
_REASON = re.compile(r"Reason:\s*\"?([A-Z]\d{2}|[^\",]+)", re.IGNORECASE)


def line_of(detail: Detail, currency: str, decimals: int, day: date) -> BankLine:
    """The line of a detail, booked on the day of its group."""
    amount = _sign(detail) * units(detail.record.amount(detail.amount), decimals)
    tags = _tags(detail)
    name, account = ("DBNM", "DACT") if amount > 0 else ("CRNM", "CACT")
    number = tags.get(account)
    iban = valid_iban(number)
    words = tuple(
        text for one in detail.text if not _TAGGED.match(one) and (text := re.sub(r"\s+", " ", one).strip(" -"))
    )
    place = f"line {detail.record.number}, record 16"
    return BankLine(
        amount=amount, currency=currency, booked=day, valued=_valued(detail), end_to_end_id=given(tags.get("EREF")),
        bank_reference=given(detail.bank_reference) or given(detail.customer_reference), payer_name=tags.get(name),
        payer_iban=iban, payer_account=None if iban else number, code=detail.type,
        text=tuple(dict.fromkeys(one for one in (tags.get("REMI"), *words, given(detail.customer_reference)) if one)),
        returned=_returned(detail), evidence={
            **proofs(place, amount=f"{detail.type},{detail.amount}", bank_reference=detail.bank_reference,
            text=" ".join(words)),
            **proofs(f"{place} with 88", payer_name=tags.get(name), end_to_end_id=tags.get("EREF")),
        },
    )  # fmt: skip


def _sign(detail: Detail) -> int:
    """Raises BusinessError for a type that has no direction (loans, the bank's own codes)."""
    if re.fullmatch(r"[1-3]\d\d", detail.type):
        return 1
    if re.fullmatch(r"[4-6]\d\d", detail.type):
        return -1
    raise BusinessError(
        f"line {detail.record.number} has the type {detail.type!r}, of which the standard does not say "
        "whether money came or went; "
        "ask the bank what it means"
    )


def _tags(detail: Detail) -> dict[str, str]:
    found = (_TAGGED.match(one) for one in detail.text)
    return {match["tag"]: match["value"].strip() for match in found if match and match["value"].strip()}


def _valued(detail: Detail) -> date | None:
    said = detail.valued
    if not said:
        return None
    try:
        return date(2000 + int(said[:2]), int(said[2:4]), int(said[4:6]))
    except ValueError as error:
        raise BusinessError(f"line {detail.record.number} has {said!r} as its value date; ask the bank") from error


def _returned(detail: Detail) -> Return | None:
    if detail.type not in _RETURNS | _REVERSALS:
        return None
    found = _REASON.search(" ".join(detail.text))
    words = re.sub(r"\s+", " ", detail.text[0]).strip() if detail.text else None
    return Return(detail.type in _REVERSALS, found[1] if found else None, words)
