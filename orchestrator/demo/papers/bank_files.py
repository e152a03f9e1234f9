"""What the demo's bank sends: a notice of one payment, then the statement of the day that tells of it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from orchestrator.demo.papers.money import Payment, payments
from orchestrator.demo.world import ACCOUNT, CUSTOMERS, PAYERS

OPENING = Decimal("18204.11")
CHARGES = Decimal("-12.50")
_NAMES = {customer.number: customer.name.upper() for customer in CUSTOMERS}


def bank_files(today: date) -> dict[str, bytes]:
    """Name and content of each file, in the order in which the bank sent them; the same bytes for the same day."""
    came, day = payments(today), payments(today)[0].day
    return {
        f"camt054-{day:%Y%m%d}.xml": _notice(came[0], day),
        f"camt053-{day:%Y%m%d}.xml": _statement(came, day),
    }


def _notice(payment: Payment, day: date) -> bytes:
    return _document("054.001.08", f"<BkToCstmrDbtCdtNtfctn>{_head(day)}<Ntfctn><Id>N-{day:%Y%m%d}</Id>{_account()}"
                     f"{_entry(payment)}</Ntfctn></BkToCstmrDbtCdtNtfctn>")  # fmt: skip


def _statement(came: Sequence[Payment], day: date) -> bytes:
    closing = OPENING + CHARGES + sum((payment.amount for payment in came), Decimal(0))
    charges = (
        f'<Ntry><Amt Ccy="EUR">{-CHARGES}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>{_days(day)}'
        "<AcctSvcrRef>B-0007</AcctSvcrRef><BkTxCd><Prtry><Cd>FRAIS</Cd></Prtry></BkTxCd></Ntry>"
    )
    body = "".join(_entry(payment) for payment in came) + charges
    balances = _balance("OPBD", OPENING, day) + _balance("CLBD", closing, day)
    return _document(
        "053.001.08",
        f"<BkToCstmrStmt>{_head(day)}<Stmt><Id>S-{day:%Y%m%d}</Id>{_account()}{balances}{body}</Stmt></BkToCstmrStmt>",
    )


def _entry(payment: Payment) -> str:
    """A credit with its details."""
    amount = f'<Amt Ccy="EUR">{payment.amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
    bank = f"B-{payment.customer[2:]}"
    debtor = f"<Dbtr><Pty><Nm>{escape(_NAMES[payment.customer])}</Nm></Pty></Dbtr>"
    account = f"<DbtrAcct><Id><IBAN>{PAYERS[payment.customer]}</IBAN></Id></DbtrAcct>"
    return (
        f"<Ntry>{amount}<Sts><Cd>BOOK</Cd></Sts>{_days(payment.day)}<AcctSvcrRef>{bank}</AcctSvcrRef>"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
        f"<NtryDtls><TxDtls><Refs><EndToEndId>{payment.reference}</EndToEndId></Refs>{amount}"
        f"<RltdPties>{debtor}{account}</RltdPties><RmtInf><Ustrd>{escape(payment.text)}</Ustrd></RmtInf>"
        "</TxDtls></NtryDtls></Ntry>"
    )


def _document(version: str, body: str) -> bytes:
    space = f"urn:iso:std:iso:20022:tech:xsd:camt.{version}"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{space}">{body}</Document>\n'.encode()


def _head(day: date) -> str:
    return f"<GrpHdr><MsgId>M-{day:%Y%m%d}</MsgId><CreDtTm>{day}T22:10:00</CreDtTm></GrpHdr>"


def _account() -> str:
    return f"<Acct><Id><IBAN>{ACCOUNT}</IBAN></Id><Ccy>EUR</Ccy></Acct>"


def _days(day: date) -> str:
    return f"<BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>"


def _balance(code: str, amount: Decimal, day: date) -> str:
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        f"<Dt><Dt>{day}</Dt></Dt></Bal>"
    )
