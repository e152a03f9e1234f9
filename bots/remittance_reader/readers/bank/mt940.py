"""SWIFT MT940 (statement) and MT942 (intraday), read by the library `mt-940`, one block `:20:` at a time.

The library knows the dialects of many banks, but it is lenient: it drops what it does not know. So what it found is
counted against the file, and a block in which the two differ is not used.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from mt940 import Options
from mt940.models import Amount, Transactions
from mt940.models import Balance as RawBalance
from mt940.tags import Statement as StatementTag
from mt940.tags import StatementASNB, StatementGLS, Tag

from bots.adapters import sniff
from bots.domain.bank import Balance, Scope, Statement
from bots.domain.bank_references import valid_iban
from bots.domain.documents import Document
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.mt940_block import Block, blocks
from bots.remittance_reader.readers.bank.mt940_line import line_of, plain_day
from bots.remittance_reader.readers.raw import text_of

NAME = "MT940"
_CLAIM = re.compile(r":(?:20|25|28C?|60[FM]|61|62[FM]|64|NS|86):")
#: What the library calls the totals :90D: and :90C:, and the sign of the entries they are about.
_SUMS = (("sum_debit_entries", -1), ("sum_credit_entries", 1))
#: The strict shape of :61: first; then those of banks that overrun the customer reference (GLS, ASN).
_SHAPES: tuple[type[StatementTag], ...] = (StatementTag, StatementGLS, StatementASNB)


def claims(document: Document) -> bool:
    """Whether a field of a SWIFT statement stands among its first lines (banks write headers of up to three above)."""
    if document.media_type not in {sniff.TEXT, sniff.UNKNOWN}:
        return False
    filled = [line for line in text_of(document.content[:4000]).splitlines() if line.strip()]
    return any(_CLAIM.match(line) for line in filled[:6])


def read(document: Document) -> tuple[Statement, ...]:
    """Every statement in the file. Raises BusinessError when it holds fields but no whole statement."""
    found = list(blocks(text_of(document.content)))
    if not found:
        raise BusinessError(
            "it has fields of MT940, but no :20:, where a statement begins; ask the bank for the whole file"
        )
    return tuple(map(_statement, found))


def _statement(block: Block) -> Statement:
    found = _parsed(block)
    opening = _balance(found, "final_opening_balance", "intermediate_opening_balance", "opening_balance")
    closing = _balance(found, "final_closing_balance", "intermediate_closing_balance", "closing_balance")
    scope = Scope.INTRADAY if block.interim else Scope.STATEMENT
    account = (found.data.get("account_identification") or "").strip()
    if not account:
        raise BusinessError(
            f"the statement on line {block.first} does not say which account it is about (:25:); ask the bank"
        )
    currency = opening.currency if opening else found.currency or _currency_in(account)
    places = block.places
    raw = [one for one in found.transactions if one.data.get("amount") is not None]
    lines = [line_of(one.data, currency, place) for one, place in zip(raw, places, strict=False)]
    proofs = {
        "account": block.proof("25"), "opening": block.proof("60F", "60M"), "closing": block.proof("62F", "62M"),
    }  # fmt: skip
    return Statement(
        account=valid_iban(_bare_account(account)) or account, currency=currency, lines=tuple(lines), opening=opening,
        closing=closing, scope=scope, number=_number(found.data),
        controlled=any(name in found.data for name, _ in _SUMS),
        doubts=(*_repeated(block), *_lost(len(raw), len(places), block.first), *_sums(found, raw)),
        notes=(f"the bank remarks on the whole statement: {block.remarks}",) if block.remarks else (),
        evidence={name: proof for name, proof in proofs.items() if proof},
    )  # fmt: skip


def _parsed(block: Block) -> Transactions:
    """What the library makes of the fields before the closing text; the first shape of :61: that fits them all."""
    _silence()
    text = "\n".join(block.entries)
    for shape in _SHAPES:
        found = Transactions(tags={61: shape()}, options=Options.all())
        try:
            found.parse(text)
        except (RuntimeError, ValueError, ArithmeticError, TypeError) as error:
            failure = error
        else:
            return found
    raise BusinessError(
        f"the statement on line {block.first} cannot be read: {_unread(failure)}; ask the bank"
    ) from failure


def _unread(failure: Exception) -> str:
    """The library raises with the field and its words; anything else it raises is a value that makes no sense."""
    match failure.args:
        case (_, Tag() as tag, words):
            return f"the field :{tag.id}: cannot hold {words!r}"
    return str(failure)


def _silence() -> None:
    """The library logs the words it cannot read; a bank's words do not belong in a log."""
    logger = logging.getLogger("mt940")
    if logger.propagate:
        logger.addHandler(logging.NullHandler())
        logger.propagate = False


def _balance(found: Transactions, *names: str) -> Balance | None:
    for name in names:
        raw = found.data.get(name)
        if (
            isinstance(raw, RawBalance)
            and isinstance(raw.amount, Amount)
            and (raw.amount.currency or "").isalpha()
            and raw.date
        ):
            return Balance(raw.amount.amount, raw.amount.currency or "", plain_day(raw.date))
    return None


def _currency_in(account: str) -> str:
    """Some banks write the currency behind the account number instead of a balance."""
    found = re.search(r"(?<=\d)([A-Z]{3})$", account)
    return found[1] if found else ""


def _bare_account(account: str) -> str:
    return re.sub(r"(?<=\d)[A-Z]{3}$", "", account)


def _number(data: dict[str, Any]) -> str | None:
    parts = [str(data[name]) for name in ("statement_number", "sequence_number") if data.get(name)]
    return "/".join(parts) or data.get("transaction_reference")


def _lost(found: int, written: int, line: int) -> tuple[str, ...]:
    if found == written:
        return ()
    return (
        f"the statement on line {line} has {written} entries (:61:), but {found} could be told apart: none is used; "
        "ask the bank for this statement again",
    )


def _repeated(block: Block) -> Iterator[str]:
    """Account and balances stand once in a statement; the library keeps the last of them and drops the others."""
    for tag in ("25", "60F", "60M", "62F", "62M"):
        count = sum(1 for _ in block.of(tag))
        if count > 1:
            yield (
                f"the statement on line {block.first} has {count} fields :{tag}:, where one may stand: "
                "it is damaged, or the start of another is lost; ask the bank for it again"
            )


def _sums(found: Transactions, raw: list[Any]) -> Iterator[str]:
    """The totals :90D: and :90C: of an MT942, compared with its entries."""
    for name, sign in _SUMS:
        stated = found.data.get(name)
        if stated is None:
            continue
        amounts = [one.data["amount"].amount for one in raw if one.data["amount"].amount * sign > 0]
        total = abs(sum(amounts, Decimal(0)))
        if (int(stated.number), abs(stated.amount)) != (len(amounts), total):
            kind = "debit" if sign < 0 else "credit"
            yield (
                f"the bank counts {stated.number} {kind} entries of together {abs(stated.amount):f}, but here are "
                f"{len(amounts)} of together {total:f}: none is used; ask the bank"
            )
