"""ISO 20022 camt.052 (intraday), camt.053 (statement) and camt.054 (notice), all versions, told by their names.

Only entries with the status BOOK are money; pending and informational ones are counted in a note.
Source: ISO 20022 message definitions, Bank-to-Customer Cash Management.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bots.adapters import sniff
from bots.domain.bank import Balance, BankLine, Scope, Statement
from bots.domain.bank_references import valid_iban
from bots.domain.documents import Document
from bots.domain.evidence import Evidence
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.camt_batch import Entry, lines_of
from bots.remittance_reader.readers.bank.camt_totals import total_doubts
from bots.remittance_reader.readers.bank.camt_values import amount_of, day_of, direction
from bots.remittance_reader.readers.xml import Node, root_of

NAME = "camt"
#: The message by the name of its content (version 1 adds `V01`), what a report in it is called, and what it covers.
_MESSAGES = {
    "BkToCstmrStmt": ("Stmt", Scope.STATEMENT),
    "BkToCstmrAcctRpt": ("Rpt", Scope.INTRADAY),
    "BkToCstmrDbtCdtNtfctn": ("Ntfctn", Scope.NOTICE),
}
_CLAIM = re.compile(rb"<(?:[\w.-]+:)?(?:BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)(?:V\d+)?[\s/>]")
_OPENING, _CLOSING, _INTERIM = ("OPBD", "PRCD"), ("CLBD",), "ITBD"


def claims(document: Document) -> bool:
    """Whether it is XML that holds one of the three messages."""
    content = document.content
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        content = content.decode("utf-16", "replace").encode()
    return document.media_type == sniff.XML and _CLAIM.search(content) is not None


def read(document: Document) -> tuple[Statement, ...]:
    """Every report in the message. Raises BusinessError where it is broken or holds none."""
    root = root_of(document.content)
    for message in map(Node, root.element):
        name = re.sub(r"V\d+$", "", message.name)
        if name in _MESSAGES:
            report, scope = _MESSAGES[name]
            found = tuple(_statement(one, scope) for one in message.all(report))
            if found:
                return found
            raise BusinessError(f"the message holds no {report}, so no account and no entry; ask the bank for it again")
    raise BusinessError("its outermost element holds no bank-to-customer message; ask the sender what it is")


def _statement(report: Node, scope: Scope) -> Statement:
    account, proof = _account(report)
    entries = [Entry(one) for one in report.all("Ntry")]
    booked = [entry for entry in entries if entry.status == "BOOK"]
    balances = list(_balances(report))
    opening, closing = _between(balances)
    currency = report.said("Acct", "Ccy") or _currency(opening, closing, booked)
    doubts: list[str] = []
    lines: list[BankLine] = []
    for entry in booked:
        parts, doubt = lines_of(entry, account)
        lines += parts
        doubts += doubt
    return Statement(
        account=account, currency=currency, lines=tuple(lines), opening=opening and opening[0],
        closing=closing and closing[0], scope=scope, number=report.said("Id"),
        doubts=(*doubts, *total_doubts(report, entries)), notes=_skipped(entries),
        evidence={
            "account": proof,
            **({"opening": opening[1]} if opening else {}), **({"closing": closing[1]} if closing else {}),
        },
    )  # fmt: skip


def _account(report: Node) -> tuple[str, Evidence]:
    found = report.at("Acct", "Id", "IBAN")
    if found is not None and found.words:
        return valid_iban(found.words) or re.sub(r"\s", "", found.words), found.proof()
    for path in (
        ("Acct", "Id", "Othr", "Id"),
        ("Acct", "Id", "PrtryAcct", "Id"),
        ("Acct", "Id", "BBAN"),
        ("Acct", "Id", "UPIC"),
    ):
        other = report.at(*path)
        if other is not None and other.words:
            return other.words, other.proof()
    raise BusinessError(f"the report {report.said('Id') or ''} does not say which account it is about; ask the bank")


def _balances(report: Node) -> Iterator[tuple[str, Balance, Evidence]]:
    """Each balance with its code, in order of the time it was taken."""
    found = []
    for one in report.all("Bal"):
        money = amount_of(one)
        if money is None:
            continue
        amount, currency, words = money
        code = one.said("Tp", "CdOrPrtry", "Cd") or one.said("Tp", "Cd") or ""
        moment = one.said("Dt", "DtTm") or one.said("Dt", "Dt") or ""
        proof = one.proof(f"{code} {words} {one.said('CdtDbtInd') or ''}")
        found.append((moment, code, Balance(direction(one) * amount, currency, day_of(one, "Dt")), proof))
    return ((code, balance, proof) for _, code, balance, proof in sorted(found, key=lambda one: one[0]))


Standing = tuple[Balance, Evidence]


def _between(balances: list[tuple[str, Balance, Evidence]]) -> tuple[Standing | None, Standing | None]:
    """The booked balances before and after the entries; interim ones stand in, the first and the last of them."""
    opening = _of(balances, _OPENING)
    closing = _of(list(reversed(balances)), _CLOSING)
    interim = [(balance, proof) for code, balance, proof in balances if code == _INTERIM]
    if opening is None and len(interim) > 1:
        opening = interim[0]
    if closing is None and interim and opening is not None:
        closing = interim[-1]
    return opening, closing


def _of(balances: list[tuple[str, Balance, Evidence]], codes: tuple[str, ...]) -> Standing | None:
    for wanted in codes:
        for code, balance, proof in balances:
            if code == wanted:
                return balance, proof
    return None


def _currency(opening: Standing | None, closing: Standing | None, entries: list[Entry]) -> str:
    """The account's currency where the account does not say it."""
    said = [one[0].currency for one in (opening, closing) if one] + [entry.currency for entry in entries]
    return said[0] if said else ""


def _skipped(entries: list[Entry]) -> tuple[str, ...]:
    """What is no booked money, by status."""
    states = [entry.status for entry in entries if entry.status != "BOOK"]
    return tuple(
        f"{states.count(state)} entries with the status {state or 'missing'} are not booked money and were left out"
        for state in dict.fromkeys(states)
    )
