# ruff: noqa: E501 - a table of cases, one a line
"""Advices as mail bodies, CSV and Excel: the same lines, whatever the table came in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bots.domain.advices import AdviceKind, Reason
from bots.remittance_reader.readers import read_remittance
from tests.bots.remittance_reader.readers.advices.advice_files import ROWS, mail, read, workbook

TABLE = """<p>Dear team, we have today transferred 2,380.50 GBP to your account.</p>
<table><tr><th><p>Invoice</p></th><th>Date</th><th>Gross</th><th>Discount</th><th>Paid</th></tr>
<tr><td><p class=MsoNormal>INV-1001</p></td><td>01/02/2026</td><td>1,000.00</td><td>20.00</td><td>980.00</td></tr>
<tr><td>INV-1002</td><td>03/02/2026</td><td>1,500.50</td><td></td><td>1,500.50</td></tr>
<tr><td>CN-77</td><td>05/02/2026</td><td>-100.00</td><td></td><td>-100.00</td></tr>
<tr><td>Total</td><td></td><td></td><td></td><td>2,380.50</td></tr></table>
<p>Kind regards<br>Jo Marsh<br>Bolton Trading Ltd</p>"""
LETTER = """Bonjour,

Nous avons effectué ce jour un virement de 3 150,00 € en règlement des factures suivantes :

- Facture FA-2026-113 du 02/03/2026 : 1 250,00 €
- Facture FA-2026-127 du 09/03/2026 : 2 000,00 €
- Avoir AV-2026-008 du 10/03/2026 : -100,00 €

Cordialement,
Menuiserie Brun SARL
Tél. 03 88 11 22 33
SIRET 552 100 554 00012
"""
CSV = """Payment reference;Payment date;Invoice number;Invoice date;Gross amount;Deduction;Reason;Net amount;Currency;Payer
P-7788;2026-04-20;4500112;2026-03-01;1.250,00;0,00;;1.250,00;EUR;
P-7788;2026-04-20;4500119;2026-03-05;890,50;40,50;Frachtkosten;850,00;EUR;
P-7788;2026-04-20;4500123;2026-03-08;-100,00;0,00;;-100,00;EUR;
;;Total;;;;;2.000,00;EUR;
"""


def told(advice):
    return [(line.reference, line.net) for line in advice.lines]


@pytest.mark.parametrize(
    "document", [
        pytest.param(mail(html=TABLE), id="HTML alone"),
        pytest.param(mail("INV-1001\n01/02/2026\n1,000.00\n20.00\n980.00\nBolton", TABLE), id="beside plain text that lost it"),
    ],
)  # fmt: skip
def test_r8_a_table_in_a_mail_keeps_its_columns(document):
    advice = read_remittance(document)
    assert told(advice) == [
        ("INV-1001", Decimal("980.00")), ("INV-1002", Decimal("1500.50")), ("CN-77", Decimal("-100.00")),
    ]  # fmt: skip
    assert advice.lines[0].deductions[0].amount == Decimal("20.00")
    assert (advice.total, advice.currency, advice.payer.name) == (Decimal("2380.50"), "GBP", "Bolton Trading Ltd")
    assert advice.doubts == ()


def test_r8_lines_written_in_a_mail_are_read():
    advice = read_remittance(mail(LETTER, subject="Virement du 14/04/2026"))
    assert told(advice) == [
        ("FA-2026-113", Decimal("1250.00")), ("FA-2026-127", Decimal("2000.00")), ("AV-2026-008", Decimal("-100.00")),
    ]  # fmt: skip
    assert (advice.total, advice.paid_on) == (Decimal("3150.00"), date(2026, 4, 14))
    assert (advice.payer.name, advice.payer.email, advice.doubts) == ("Menuiserie Brun SARL", "ap@bolton.example", ())


def test_a_mail_handed_over_as_a_file_is_read_like_one_from_the_mailbox():
    content = mail(html=TABLE).content
    assert told(read(content, "advice.eml")) == told(read_remittance(mail(html=TABLE)))


def test_quoted_lines_of_an_earlier_mail_are_no_advice():
    quoted = "\n".join(f"> {line}" for line in LETTER.splitlines())
    assert read_remittance(mail(f"Merci pour votre message.\n{quoted}", subject="Re: question")).lines == ()


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(mail("I am out of the office.", Auto_Submitted="auto-replied"), id="an automatic reply"),
        pytest.param(mail(" ", subject="Hello"), id="an empty mail"),
        pytest.param(mail("Could you send us invoice 4711 again? Thank you.", subject="Question"), id="a question"),
    ],
)
def test_a_mail_that_pays_nothing_is_no_advice(document):
    advice = read_remittance(document)
    assert (advice.kind, advice.lines) == (AdviceKind.NOT_AN_ADVICE, ())


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_a_csv_file_is_read_whatever_cuts_it(sign):
    advice = read(CSV.replace(";", sign), "advice.csv")
    assert told(advice) == [
        ("4500112", Decimal("1250.00")), ("4500119", Decimal("850.00")), ("4500123", Decimal("-100.00")),
    ]  # fmt: skip
    (freight,) = advice.lines[1].deductions
    assert (freight.reason, freight.text, freight.amount) == (Reason.FREIGHT, "Frachtkosten", Decimal("40.50"))
    assert (advice.payment_ref, advice.paid_on, advice.total) == ("P-7788", date(2026, 4, 20), Decimal("2000.00"))


def test_lines_of_two_payments_in_one_file_are_doubted():
    advice = read(CSV.replace("P-7788;2026-04-20;4500119", "P-7799;2026-04-20;4500119"), "advice.csv")
    assert advice.payment_ref is None
    assert any("several payments" in doubt for doubt in advice.doubts)


def test_a_workbook_is_read_by_its_values():
    advice = read(workbook(ROWS), "advice.xlsx")
    assert told(advice) == [
        ("9001001", Decimal("980.49")), ("9001002", Decimal(500)), ("CN-7", Decimal("-77.25")),
    ]  # fmt: skip
    assert (advice.payer.name, advice.payment_ref) == ("Delta Foods BV", "RF-2026-55")
    assert (advice.paid_on, advice.total, advice.doubts) == (date(2026, 4, 2), Decimal("1403.24"), ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(workbook(ROWS, hidden=[7]), "row 7", id="a hidden row"),
        pytest.param(workbook(ROWS, sheets=["Other"]), "'Other' is hidden", id="a hidden sheet"),
        pytest.param(workbook([*ROWS[:-1], ["Total payment", None, None, None, "=SUM(E6:E8)"]]), "formula", id="a formula without a result"),
    ],
)  # fmt: skip
def test_what_a_workbook_hides_is_a_doubt(content, said):
    assert said in " ".join(read(content, "advice.xlsx").doubts)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b"", "advice.csv", id="an empty file"),
        pytest.param(workbook(ROWS)[:500], "advice.xlsx", id="a truncated workbook"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "advice.xls", id="a locked or old workbook"),
        pytest.param(b"\n\n\n", "advice.csv", id="a CSV file of blank lines"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_in_a_sentence(content, name):
    advice = read(content, name)
    assert (advice.kind, advice.lines) == (AdviceKind.UNREADABLE, ())
    assert advice.why
