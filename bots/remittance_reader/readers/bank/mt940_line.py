"""One :61: with its :86: as a bank line. Of :86: three dialects are known: `?20…` (German), `/NAME/…` (Dutch), free.

Sources: SWIFT Standards MT940 field 61 and 86; Deutsche Kreditwirtschaft, DFÜ-Abkommen annex 3 (MT940).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bots.domain.bank import BankLine, Return
from bots.domain.bank_references import creditor_reference, given, valid_iban
from bots.domain.evidence import Evidence
from bots.domain.money import Money
from bots.remittance_reader.readers.bank.mt940_block import Place
from bots.remittance_reader.readers.raw import stands

#: Codewords between slashes, as SWIFT and the Dutch and Belgian banks use them; others end the value before.
_WORD = re.compile(
    r"/(?P<code>TRTP|IBAN|BIC|NAME|REMI|EREF|CREF|PREF|IREF|MARF|CSID|BENM|ORDP|ISDT|RTRN|ACCW|SVCL|TRCD|ADDR|UDTR|UCRD|ID|"
    r"OCMT|EXCH|CHGS|CHGT|ULTD|ULTB|PURP|PY|PT|KNAM)/"
)
_OWN_MONEY = re.compile(r"(?P<currency>[A-Z]{3})(?P<amount>\d{1,15}(?:,\d*)?)")
#: German business codes (GVC): direct debits given back (108 B2B, 109 core), a transfer that comes back (159).
_RETURNS = {"108", "109", "159"}

Data = Mapping[str, Any]


def line_of(data: Data, currency: str, place: Place) -> BankLine:
    """A line of what the library found, with its place in the file."""
    coded = _coded(data.get("transaction_details") or "")
    account = coded.get("IBAN") or data.get("applicant_iban") or data.get("gvc_applicant_iban") or _in_details(data)
    iban = valid_iban(account)
    line = BankLine(
        amount=data["amount"].amount, currency=data["amount"].currency or currency, booked=_booked(data),
        valued=plain_day(data["date"]),
        end_to_end_id=given(_joined(data, "end_to_end_reference")) or given(coded.get("EREF")),
        bank_reference=given(data.get("bank_reference")) or given(data.get("customer_reference")),
        payer_name=_tidy(coded.get("NAME") or data.get("applicant_name")), payer_iban=iban,
        payer_account=None if iban else _tidy(account),
        ultimate_debtor=_tidy(data.get("deviate_applicant") or coded.get("ULTD") or coded.get("UDTR")),
        mandate=given(_joined(data, "additional_position_reference")) or given(coded.get("MARF")),
        text=_text(data, coded), code=data.get("id"), returned=_returned(data, coded),
        original=_money(data.get("original_amount") or coded.get("OCMT")), charges=_money(coded.get("CHGS")),
    )  # fmt: skip
    line = _with_references(line, coded.get("REMI", ""))
    return replace(line, evidence=_evidence(line, place))


def _with_references(line: BankLine, remittance: str) -> BankLine:
    """Structured references stand in REMI as `STRD/CUR/…` (Dutch banks) or alone."""
    found = re.match(r"STRD/(?:CUR|ISO)/([^/]+)", remittance)
    return replace(line, references=(creditor_reference(found[1]),)) if found else line


def _coded(details: str) -> dict[str, str]:
    """The values behind codewords, `/EREF/…/BENM//NAME/…/REMI/…`; lines broken at 65 characters are joined first."""
    joined = unbroken(details).replace("\n", " ")
    found = list(_WORD.finditer(joined))
    ends = [*(match.start() for match in found[1:]), len(joined)][: len(found)]
    values: dict[str, str] = {}
    for match, end in zip(found, ends, strict=True):
        value = joined[match.end() : end].strip(" /")
        if value:
            values.setdefault(match["code"], value)
    return values


def unbroken(details: str) -> str:
    """The lines of an :86: with those that were only broken for their length (65 characters) joined again."""
    joined = ""
    full = False
    for line in details.split("\n"):
        joined += line if full or not joined else f"\n{line}"
        full = len(line) >= 65
    return joined


def _joined(data: Data, name: str) -> str | None:
    value = data.get(name)
    return value.strip() if isinstance(value, str) else None


def _booked(data: Data) -> date:
    return plain_day(data.get("entry_date") or data["date"])


def plain_day(day: date) -> date:
    """A plain date; the library's is a class of its own, with a representation of its own."""
    return date(day.year, day.month, day.day)


def _tidy(text: str | None) -> str | None:
    return re.sub(r"\s+", " ", text).strip() or None if text else None


def _in_details(data: Data) -> str | None:
    """Dutch banks write the other account alone on the second line of :61:."""
    details = (data.get("extra_details") or "").strip()
    return details if valid_iban(details) else None


def _text(data: Data, coded: Mapping[str, str]) -> tuple[str, ...]:
    said: list[str | None] = [data.get("purpose"), data.get("additional_purpose")]
    if not any(said):
        said = [coded["REMI"]] if "REMI" in coded else [*unbroken(data.get("transaction_details") or "").split("\n")]
    if not _in_details(data):
        said.append(data.get("extra_details"))
    reference = data.get("customer_reference")
    said += [data.get("posting_text"), data.get("non_swift_text"), reference if given(reference) else None]
    return tuple(dict.fromkeys(text for one in said if (text := _tidy(one))))


def _returned(data: Data, coded: Mapping[str, str]) -> Return | None:
    reversal = str(data.get("status") or "").upper() in {"RC", "RD"}
    reason = coded.get("RTRN") or _tidy(data.get("return_debit_notes"))
    title = _tidy(data.get("posting_text")) or ""
    returned = "RTRN" in coded or data.get("id") == "NRTI" or data.get("transaction_code") in _RETURNS
    if not (reversal or returned):
        return None
    return Return(reversal, reason, _tidy(data.get("purpose")) or title or None)


def _money(text: str | None) -> Money | None:
    """`USD1250,00` as money."""
    found = _OWN_MONEY.match((text or "").replace(" ", ""))
    return Money(Decimal(found["amount"].replace(",", ".").rstrip(".")), found["currency"]) if found else None


def _evidence(line: BankLine, place: Place) -> dict[str, Evidence]:
    """The fields of :61: stand on its line; whatever is not among its words stands in :86:."""
    details = f"line {place.details}, :86:" if place.details else f"line {place.entry}, :61:"
    found = {name: stands(place.words, f"line {place.entry}, :61:") for name in ("amount", "booked", "valued")}
    for name in (
        "end_to_end_id",
        "bank_reference",
        "payer_name",
        "payer_iban",
        "payer_account",
        "ultimate_debtor",
        "mandate",
    ):
        value = getattr(line, name)
        if value:
            found[name] = stands(value, f"line {place.entry}, :61:" if value in place.words else details)
    if line.text:
        found["text"] = stands(" ".join(line.text), details)
    if line.returned:
        found["returned"] = stands(place.words, f"line {place.entry}, :61:")
    return found
