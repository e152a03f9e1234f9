"""One payment of a camt entry as a bank line: who, which references, which words, what came back."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bots.domain.bank import BankLine, Return
from bots.domain.bank_references import Reference, ReferenceKind, creditor_reference, given, valid_iban
from bots.domain.evidence import Evidence
from bots.domain.money import Money
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.camt_values import amount_of, day_of, money_of, transaction_code
from bots.remittance_reader.readers.xml import Node


def line_of(entry: Node, payment: Node | None, amount: Decimal, currency: str, account: str) -> BankLine:
    """A line of the entry; what only the payment knows is None when the bank does not tell payments apart."""
    inner = payment if payment is not None else Node(entry.element.makeelement("TxDtls"), entry.place)
    booked = day_of(entry, "BookgDt") or day_of(entry, "ValDt")
    if booked is None:
        raise BusinessError(f"the entry on line {entry.element.sourceline} says no day; ask the bank")
    party = _Party(inner, amount, account)
    end_to_end = inner.at("Refs", "EndToEndId")
    return BankLine(
        amount=amount, currency=currency, booked=booked, valued=day_of(entry, "ValDt"),
        end_to_end_id=given(end_to_end.words) if end_to_end else None,
        bank_reference=given(inner.said("Refs",
        "AcctSvcrRef")) or given(entry.said("AcctSvcrRef")) or given(entry.said("NtryRef")),
        payer_name=party.name.words if party.name else None, payer_iban=party.iban, payer_account=party.other_account,
        ultimate_debtor=party.ultimate.words if party.ultimate else None, mandate=given(inner.said("Refs", "MndtId")),
        references=_references(inner), text=_text(entry, inner),
        code=transaction_code(inner) or transaction_code(entry),
        returned=_returned(entry, inner), original=_original(entry, inner, amount, currency),
        charges=_charges(inner) or _charges(entry), doubts=party.doubts,
        evidence=_evidence(entry, inner, end_to_end, party),
    )  # fmt: skip


class _Party:
    """The other side of a payment: the debtor of money in, the creditor of money out, never our own account."""

    def __init__(self, payment: Node, amount: Decimal, account: str) -> None:
        roles = ("Dbtr", "Cdtr") if amount > 0 else ("Cdtr", "Dbtr")
        own = [role for role in roles if _iban(payment, role) == account]
        self.role = next((role for role in roles if role not in own), roles[0])
        self.payment = payment
        self.name = self._named(self.role)
        self.account = payment.at("RltdPties", f"{self.role}Acct", "Id")
        self.ultimate = self._named("UltmtDbtr")
        self.iban = _iban(payment, self.role)

    def _named(self, role: str) -> Node | None:
        for path in ((role, "Nm"), (role, "Pty", "Nm")):
            found = self.payment.at("RltdPties", *path)
            if found is not None and found.words:
                return found
        return None

    @property
    def account_words(self) -> Node | None:
        """Where the account is written, as an IBAN or in the bank's own form."""
        if self.account is None:
            return None
        places = (("IBAN",), ("Othr", "Id"), ("PrtryAcct", "Id"), ("BBAN",))
        return next((found for path in places if (found := self.account.at(*path)) is not None and found.words), None)

    @property
    def other_account(self) -> str | None:
        """The account when it is no valid IBAN."""
        return self.account_words.words if self.account_words is not None and self.iban is None else None

    @property
    def doubts(self) -> tuple[str, ...]:
        """An IBAN whose check digits are wrong is not used to tell who paid."""
        if self.account_words is None or self.account_words.name != "IBAN" or self.iban:
            return ()
        return (
            f"the account {self.account_words.words} is given as an IBAN, but its check digits are wrong: not used",
        )


def _iban(payment: Node, role: str) -> str | None:
    return valid_iban(payment.said("RltdPties", f"{role}Acct", "Id", "IBAN"))


def _references(payment: Node) -> tuple[Reference, ...]:
    """The structured references, the creditor's own and documents named, each with what is said to be paid on it."""
    found: list[Reference] = []
    for structured in payment.all("RmtInf", "Strd"):
        amount = _stated(structured)
        own = (*structured.texts("CdtrRefInf", "Ref"), *structured.texts("CdtrRefInf", "CdtrRef"))
        found += [replace(creditor_reference(text), amount=amount) for text in own]
        numbers = (*structured.texts("RfrdDocInf", "Nb"), *structured.texts("RfrdDocInf", "RfrdDocNb"))
        found += [Reference(ReferenceKind.DOCUMENT, number, None, amount) for number in numbers]
    return tuple(dict.fromkeys(found))


def _stated(structured: Node) -> Decimal | None:
    """The amount beside a reference; a credit note takes away."""
    remitted = _decimal(structured.at("RfrdDocAmt", "RmtdAmt")) or _decimal(structured.at("RfrdDocAmt", "DuePyblAmt"))
    credited = _decimal(structured.at("RfrdDocAmt", "CdtNoteAmt"))
    return remitted if credited is None else (remitted or Decimal(0)) - credited


def _decimal(node: Node | None) -> Decimal | None:
    return Decimal(node.words) if node is not None and re.fullmatch(r"\d+(\.\d+)?", node.words) else None


def _text(entry: Node, payment: Node) -> tuple[str, ...]:
    """All free text: the payer's words first, then the banks'."""
    said = (
        *payment.texts("RmtInf", "Ustrd"),
        *payment.texts("RmtInf", "Strd", "AddtlRmtInf"),
        *payment.texts("AddtlTxInf"),
        *entry.texts("AddtlNtryInf"),
    )
    return tuple(dict.fromkeys(said))


def _returned(entry: Node, payment: Node) -> Return | None:
    """A return (RtrInf, or a kind of movement that is one), or the bank's reversal of its own booking (RvslInd)."""
    reversal = entry.said("RvslInd") in {"true", "1"}
    information = payment.at("RtrInf")
    kind = transaction_code(payment) or transaction_code(entry) or ""
    if information is None and not reversal and kind.rpartition("/")[2] not in {"RRTN", "RPCR", "PRDD", "UPDD", "ARET"}:
        return None
    if information is None:
        return Return(reversal)
    code = information.said("Rsn", "Cd") or information.said("Rsn", "Prtry") or information.said("RtrRsn", "Cd")
    return Return(reversal, code, " ".join(information.texts("AddtlInf")) or None)


def _original(entry: Node, payment: Node, amount: Decimal, currency: str) -> Money | None:
    """What was instructed, where it differs from what moved on the account."""
    for node in (payment, entry):
        money = money_of(node, "AmtDtls", "InstdAmt") or money_of(node, "AmtDtls", "TxAmt")
        if money and money != Money(abs(amount), currency):
            return money
    return None


def _charges(node: Node) -> Money | None:
    """The sum of the charges the bank reports, when they are in one currency."""
    total = node.at("Chrgs", "TtlChrgsAndTaxAmt")
    if total is not None and _decimal(total) is not None:
        return Money(Decimal(total.words), total.element.get("Ccy", ""))
    records = (*node.all("Chrgs"), *node.all("Chrgs", "Rcrd"))
    found = [money for record in records if (money := amount_of(record))]
    currencies = {currency for _, currency, _ in found}
    return Money(sum((value for value, _, _ in found), Decimal(0)), currencies.pop()) if len(currencies) == 1 else None


def _evidence(entry: Node, payment: Node, end_to_end: Node | None, party: _Party) -> dict[str, Evidence]:
    reversal = entry.at("RvslInd") if entry.said("RvslInd") in {"true", "1"} else None
    places = {
        "amount": payment.at("Amt") or payment.at("AmtDtls", "TxAmt", "Amt") or entry.at("Amt"),
        "booked": entry.at("BookgDt"),
        "valued": entry.at("ValDt"),
        "end_to_end_id": end_to_end,
        "bank_reference": payment.at("Refs", "AcctSvcrRef") or entry.at("AcctSvcrRef") or entry.at("NtryRef"),
        "payer_name": party.name,
        "payer_iban" if party.iban else "payer_account": party.account_words,
        "ultimate_debtor": party.ultimate,
        "mandate": payment.at("Refs", "MndtId"),
        "references": payment.at("RmtInf", "Strd"),
        "text": payment.at("RmtInf", "Ustrd") or entry.at("AddtlNtryInf"),
        "returned": payment.at("RtrInf") or reversal,
        "original": payment.at("AmtDtls", "InstdAmt"),
        "charges": payment.at("Chrgs") or entry.at("Chrgs"),
    }
    return {name: _proof(name, node) for name, node in places.items() if node is not None}


def _proof(name: str, node: Node) -> Evidence:
    inside = " ".join(text.strip() for text in map(str, node.element.itertext()) if text.strip())
    said = f"{inside} {node.element.get('Ccy')}" if name == "amount" and node.element.get("Ccy") else inside
    return node.proof(said)
