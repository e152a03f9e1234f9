# ruff: noqa: E501 - a table of cases, one a line
"""Advices as EDI and XML messages: read field by field, proved like paper, refused in a sentence when broken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bots.domain.advices import AdviceKind, Deduction, Reason
from tests.bots.remittance_reader.readers.advices.advice_files import read, remadv, remt, x12
from tests.fixtures import shared

HEAD = ("BPR*I*1430*C*ACH************20260312", "TRN*1*T-77", "CUR*PR*USD", "N1*PR*Payer Inc*UL*1238742000008")
ITEM = ("RMR*IV*INV-1*PO*930*1000*20", "DTM*003*20260201", "ADX*-50*01")
TWO = (*HEAD, "ENT*1", *ITEM, "RMR*IV*INV-2**500*500")


def test_the_published_820_sums_to_what_it_pays():
    advice = read(shared("bank/x12_820/x12.820.issue140.edi").read_bytes())
    assert (advice.total, advice.currency, advice.payment_ref) == (Decimal("21298.97"), "USD", "4529952")
    assert sum(line.net for line in advice.lines) == advice.total
    assert [line.reference for line in advice.lines] == ["26801", "26927", "26935", "27009", "27018", "27028", "27029"]
    assert advice.lines[0].deductions == (
        Deduction(Reason.DISCOUNT, "RMR06 discount", Decimal("97.9")),
        Deduction(Reason.QUANTITY, "59 item not received", Decimal("143.76")),
    )
    assert advice.doubts == ()


def test_the_published_ubl_advice_is_read():
    advice = read(shared("orders/ubl/raw/xml/UBL-RemittanceAdvice-2.0-Example.xml").read_bytes())
    assert (advice.payer.name, advice.payer.number, advice.currency) == ("IYT Corporation", "GT00978567", "GBP")
    assert [(line.reference, line.net) for line in advice.lines] == [("A00095678", Decimal("107.50"))]
    assert (advice.total, advice.paid_on, advice.doubts) == (Decimal("107.50"), date(2005, 7, 21), ())


def test_the_published_remt_holds_nothing_and_says_so():
    advice = read(shared("bank/moov_iso20022/test/testdata/valid_remt_v04.xml").read_bytes())
    assert advice.kind is AdviceKind.ADVICE
    assert "no document that is paid could be read" in advice.doubts


@pytest.mark.parametrize(
    "name", ["Invoice-2.1-Example", "Order-2.1-Example", "Statement-2.0-Example", "Reminder-2.1-Example"]
)
def test_other_ubl_messages_are_no_advices(name):
    assert read(shared(f"orders/ubl/raw/xml/UBL-{name}.xml").read_bytes()).kind is AdviceKind.NOT_AN_ADVICE


def test_an_820_is_read_with_its_deductions():
    advice = read(x12(*TWO))
    first, second = advice.lines
    assert (first.reference, first.document_date, first.gross) == ("INV-1", date(2026, 2, 1), Decimal(1000))
    assert [(one.reason, one.amount) for one in first.deductions] == [
        (Reason.DISCOUNT, Decimal(20)), (Reason.PRICE, Decimal(50)),
    ]  # fmt: skip
    assert (second.net, advice.paid_on, advice.payer.gln) == (Decimal(500), date(2026, 3, 12), "1238742000008")
    assert advice.doubts == ()


def test_a_companys_own_code_goes_before_the_standards():
    assert read(x12(*TWO), own={"01": "rebate"}).lines[0].deductions[1].reason is Reason.REBATE


@pytest.mark.parametrize(
    ("segments", "said"),
    [
        pytest.param(("RMR*PO*4500012345**1430*1430",), "a purchase order, not our invoice", id="an order's number"),
        pytest.param(("RMR*IV*INV-1**900*1000*20",), "nothing explains 80", id="a line that does not close"),
        pytest.param(("RMR*IV*INV-1**1000*1000",), "the difference is 430", id="lines that make another sum"),
        pytest.param((), "no document that is paid", id="no lines"),
    ],
)
def test_what_an_820_does_not_prove_is_doubted(segments, said):
    assert said in " ".join(read(x12(*HEAD, "ENT*1", *segments)).doubts)


def test_an_order_in_place_of_an_invoice_leaves_the_reference_open():
    assert read(x12(*HEAD, "ENT*1", "RMR*PO*4500012345**1430*1430")).lines[0].reference is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(x12(*TWO)[:250], "cut off", id="an 820 cut off"),
        pytest.param(x12(*TWO, count=99), "99 segments", id="an 820 that counts other segments"),
        pytest.param("ISA*00*broken", "cut off", id="an ISA segment that is none"),
        pytest.param(remadv("BGM+481+1")[:70], "is broken", id="a REMADV cut off"),
        pytest.param(remadv("BGM+481+1", count=9), "9 segments", id="a REMADV that counts other segments"),
        pytest.param("<a><b></a>", "not well-formed", id="XML that is not well-formed"),
        pytest.param('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type", id="XML with entities"),
    ],
)
def test_a_broken_message_is_unreadable_in_a_sentence(content, said):
    advice = read(content)
    assert advice.kind is AdviceKind.UNREADABLE
    assert said in advice.why
    assert advice.lines == ()


def test_an_x12_invoice_is_no_advice():
    assert "an invoice" in read(x12("BIG*20260301*INV-1", kind="810")).why


REMADV = (
    "BGM+481+ADV-9", "DTM+137:20260310:102", "DTM+138:20260312:102", "RFF+PQ:PAY-9", "NAD+PR+5412345000013::9++Payer NV",
    "NAD+PE+4012345000009::9", "CUX+2:EUR:11", "DOC+380+INV-1", "MOA+9:1000.00", "MOA+12:930.00", "MOA+52:20.00",
    "DTM+137:20260201:102", "AJT+4", "MOA+165:50.00", "DOC+381+CN-2", "MOA+12:100.00", "UNS+S", "MOA+12:830.00",
)  # fmt: skip


def test_a_remadv_is_read_with_its_deductions_and_a_credit_note():
    advice = read(remadv(*REMADV))
    first, credit = advice.lines
    assert (advice.payer.name, advice.payer.gln, advice.payment_ref) == ("Payer NV", "5412345000013", "PAY-9")
    assert (first.reference, first.gross, first.net) == ("INV-1", Decimal("1000.00"), Decimal("930.00"))
    assert [one.reason for one in first.deductions] == [Reason.DISCOUNT, Reason.QUANTITY]
    assert (credit.reference, credit.net) == ("CN-2", Decimal("-100.00"))
    assert (advice.total, advice.currency, advice.paid_on) == (Decimal("830.00"), "EUR", date(2026, 3, 12))
    assert advice.doubts == ()


ORIGINAL = (
    "<OrgnlPmtInf><Refs><EndToEndId>E2E-1</EndToEndId></Refs><Amt><InstdAmt Ccy='EUR'>1330.00</InstdAmt></Amt>"
    "<ReqdExctnDt>2026-03-12</ReqdExctnDt><Dbtr><Nm>Payer SA</Nm></Dbtr>"
    "<DbtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></DbtrAcct></OrgnlPmtInf>"
)
STRUCTURED = (
    "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>F-1</Nb><RltdDt>2026-02-01</RltdDt></RfrdDocInf>"
    "<RfrdDocAmt><DuePyblAmt Ccy='EUR'>1500.00</DuePyblAmt><DscntApldAmt><Amt Ccy='EUR'>30.00</Amt></DscntApldAmt>"
    "<AdjstmntAmtAndRsn><Amt Ccy='EUR'>40.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Rsn>FRT</Rsn><AddtlInf>freight</AddtlInf>"
    "</AdjstmntAmtAndRsn><RmtdAmt Ccy='EUR'>1430.00</RmtdAmt></RfrdDocAmt></Strd>"
    "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>A-2</Nb></RfrdDocInf>"
    "<RfrdDocAmt><CdtNoteAmt Ccy='EUR'>100.00</CdtNoteAmt></RfrdDocAmt></Strd>"
)


def test_a_remt_is_read_whichever_side_its_bank_puts_an_adjustment_on():
    advice = read(remt(STRUCTURED + ORIGINAL))
    first, credit = advice.lines
    assert (advice.payment_ref, advice.total, advice.paid_on) == ("E2E-1", Decimal("1330.00"), date(2026, 3, 12))
    assert (advice.payer.name, advice.payer.iban) == ("Payer SA", "FR1420041010050500013M02606")
    assert [(one.reason, one.amount) for one in first.deductions] == [
        (Reason.DISCOUNT, Decimal("30.00")), (Reason.FREIGHT, Decimal("40.00")),
    ]  # fmt: skip
    assert (credit.reference, credit.net, advice.doubts) == ("A-2", Decimal("-100.00"), ())


def test_every_value_of_a_message_says_where_it_stands():
    evidence = read(x12(*TWO)).evidence
    assert evidence["lines[0].net"].text == "930"
    assert evidence["lines[0].deductions[1].amount"].rule.endswith("ADX01")
    assert {"total", "date", "currency", "payment_ref", "payer.name", "lines[1].reference"} <= evidence.keys()
