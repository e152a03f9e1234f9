"""References a bank carries from the payer to us, and account numbers: which are valid by their own check digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from stdnum import iban, iso11649
from stdnum.ch import esr

#: What banks write where the payer gave no reference.
_NO_REFERENCE = re.compile(r"NOTPROVIDED|NOT PROVIDED|NONREF|NOTAVAILABLE|KREF\+?|0*|-*", re.IGNORECASE)


class ReferenceKind(StrEnum):
    """Which rules a structured reference follows."""

    RF = "rf"  #: ISO 11649 creditor reference, two check digits after RF
    QRR = "qrr"  #: Swiss QR and ISR reference, 27 digits, the last one a check digit
    CREDITOR = "creditor"  #: a creditor's reference of another scheme (Finnish, Belgian, …)
    DOCUMENT = "document"  #: the number of an invoice or credit note the payer names


@dataclass(frozen=True)
class Reference:
    """A reference that came in a field of its own, not in free text."""

    kind: ReferenceKind
    text: str  #: compact for RF and QRR, else as given
    valid: bool | None = None  #: whether its check digits are right; None where its scheme is not known
    amount: Decimal | None = None  #: what the payer says to pay on it, where the bank says so


def creditor_reference(text: str) -> Reference:
    """A creditor's reference with its scheme told by its form: `RF…`, 27 digits, or another."""
    compact = re.sub(r"[\s.-]", "", text).upper()
    if re.fullmatch(r"RF\d\d[A-Z0-9]{1,21}", compact):
        return Reference(ReferenceKind.RF, compact, bool(iso11649.is_valid(compact)))
    if re.fullmatch(r"\d{26,27}", compact):
        full = compact.rjust(27, "0")
        return Reference(ReferenceKind.QRR, full, bool(esr.is_valid(full)))
    return Reference(ReferenceKind.CREDITOR, text.strip())


def valid_iban(text: str | None) -> str | None:
    """The IBAN without spaces and in capitals; None when it is none or its check digits are wrong (ISO 13616)."""
    compact = re.sub(r"[\s.-]", "", text or "").upper()
    return compact if compact and iban.is_valid(compact, check_country=False) else None


def given(text: str | None) -> str | None:
    """A reference, or None where it says that there is none (`NOTPROVIDED`, `NONREF`, only zeros)."""
    bare = (text or "").strip()
    return None if _NO_REFERENCE.fullmatch(bare) else bare
