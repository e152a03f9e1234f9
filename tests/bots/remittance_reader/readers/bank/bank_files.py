"""Bank files for tests: one made up for each format, all of one small account, and a short way to read them."""

from __future__ import annotations

from bots.adapters.sniff import media_type
from bots.domain.documents import Document
from bots.remittance_reader.readers.bank import read_bank

OUR_IBAN = "FR7630006000011234567890189"
PAYER_IBAN = "DE89370400440532013000"


def document(content, name="statement"):
    """A file as it would come in: its type told by its bytes."""
    content = content if isinstance(content, bytes) else content.encode()
    return Document(content, media_type(content), name)


def read(content, *layouts):
    """Every statement in a file, checked."""
    return read_bank(document(content), layouts)


def one(content, *layouts):
    """The only statement in a file."""
    (statement,) = read(content, *layouts)
    return statement


def line(content, *layouts):
    """The only line of the only statement, which must be without doubt."""
    statement = one(content, *layouts)
    assert statement.doubts == ()
    (only,) = statement.lines
    return only


CAMT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Stmt><Id>2026-077</Id><Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>
{balances}
{entries}
</Stmt></BkToCstmrStmt></Document>"""


def balance(code, amount, day, currency="EUR"):
    """A balance of camt; a negative amount is an overdraft."""
    mark, amount = ("DBIT", amount[1:]) if amount.startswith("-") else ("CRDT", amount)
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='{currency}'>{amount}</Amt>"
        f"<CdtDbtInd>{mark}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def entry(amount, details="", *, mark="CRDT", status="<Cd>BOOK</Cd>", more="", currency="EUR"):
    """An entry of camt, booked unless said otherwise."""
    return (
        f"<Ntry><Amt Ccy='{currency}'>{amount}</Amt><CdtDbtInd>{mark}</CdtDbtInd><Sts>{status}</Sts>"
        "<BookgDt><Dt>2026-03-18</Dt></BookgDt><ValDt><Dt>2026-03-19</Dt></ValDt><AcctSvcrRef>BANK-1</AcctSvcrRef>"
        f"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>{more}"
        f"<NtryDtls>{details}</NtryDtls></Ntry>"
    )


def camt(*entries, opening="100.00", closing="1334.56", balances=None, account=OUR_IBAN):
    """A camt.053 of one day."""
    ends = balance("OPBD", opening, "2026-03-17") + balance("CLBD", closing, "2026-03-18")
    return CAMT.format(account=account, balances=ends if balances is None else balances, entries="".join(entries))


PAYMENT = f"""<TxDtls><Refs><EndToEndId>E2E-1</EndToEndId><MndtId>M-7</MndtId></Refs>
<RltdPties><Dbtr><Pty><Nm>Hartmann GmbH</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>{PAYER_IBAN}</IBAN></Id></DbtrAcct>
<UltmtDbtr><Pty><Nm>Hartmann Werk Sued</Nm></Pty></UltmtDbtr>
<Cdtr><Pty><Nm>Brunel SAS</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>{OUR_IBAN}</IBAN></Id></CdtrAcct></RltdPties>
<RmtInf><Ustrd>Rechnung FA-2026-0412</Ustrd><Ustrd>abz. Skonto</Ustrd>
<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>FA-2026-0412</Nb></RfrdDocInf>
<RfrdDocAmt><RmtdAmt Ccy="EUR">1234.56</RmtdAmt></RfrdDocAmt>
<CdtrRefInf><Ref>RF18 5390 0754 7034</Ref></CdtrRefInf><AddtlRmtInf>Lieferung Maerz</AddtlRmtInf></Strd>
</RmtInf></TxDtls>"""

MT940 = """{{1:F01BANKDEFFXXXX0000000000}}{{4:
:20:STARTUMS
:25:FR7630006000011234567890189
:28C:77/1
:60F:C260317EUR100,00
{entries}
:62F:C260318EUR{closing}
-}}
"""


def mt940(entries, closing="1334,56"):
    """An MT940 of one day that began with 100.00."""
    return MT940.format(entries=entries.strip(), closing=closing)


def cfonb(code, amount="", *, middle="", label="", reference="", day="180326", decimals=2, account="00012345603"):
    """One record of CFONB 120: `middle` stands in columns 33 to 48, `label` from 49 on."""
    head = f"{code}30002    00550EUR{decimals} {account}"
    text = f"{head:32}{middle or '  ' + day + '  ' + (day if code == '04' else ''):16}{label}"
    return f"{text:90}{amount:>14}{reference}"[:120].ljust(120)


def cfonb_detail(qualifier, text):
    """A record 05."""
    return cfonb("05", middle=f"  180326     {qualifier}", label=text)
