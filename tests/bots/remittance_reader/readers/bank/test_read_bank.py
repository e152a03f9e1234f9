"""Which reader reads a file: its content decides, never its name; two are an error, none is a clear refusal."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.errors import BusinessError
from bots.remittance_reader.readers.bank import read_bank, read_bank_file
from bots.remittance_reader.readers.bank.layout import Columns, CsvLayout
from tests.bots.remittance_reader.readers.bank.bank_files import PAYMENT, camt, cfonb, document, entry, mt940

LAYOUT = CsvLayout(
    account="1", currency="EUR", decimal=",", dates="dd/MM/yyyy", columns=Columns(booked="Date", amount="Montant")
)
CSV = "Date;Montant\n18/03/2026;1234,56\n"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        pytest.param(camt(entry("1234.56", PAYMENT)), 1, id="camt"),
        pytest.param(mt940(":61:2603180318C1234,56NTRFNONREF"), 1, id="MT940"),
        pytest.param(CSV, 1, id="CSV of a declared layout"),
    ],
)
def test_the_name_of_a_file_decides_nothing(content, lines):
    (statement,) = read_bank(document(content, "releve.csv.xml.sta"), [LAYOUT])
    assert len(statement.lines) == lines


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("Dear all, please find…", "it is none of camt.052", id="a letter"),
        pytest.param(CSV, "CSV where config.yaml describes its columns", id="a CSV nobody has described"),
        pytest.param("<html><body>login</body></html>", "it is XML, but no message of a bank", id="a page"),
        pytest.param(b"%PDF-1.7\n", "it is none of", id="a PDF"),
        pytest.param(b"", "it is none of", id="nothing at all"),
        pytest.param(
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'><CstmrCdtTrfInitn/></Document>",
            "it is pain.001, an order to pay; only camt.052, camt.053 and camt.054",
            id="an order to pay",
        ),
    ],
)
def test_what_no_reader_claims_is_refused_with_what_it_is(content, said):
    with pytest.raises(BusinessError, match=said):
        read_bank(document(content))


def test_two_layouts_that_fit_one_file_are_an_error():
    with pytest.raises(BusinessError, match="it can be read as CSV of account 1 and as CSV of account 2, and which"):
        read_bank(document(CSV), [LAYOUT, LAYOUT.model_copy(update={"account": "2"})])


def test_a_file_made_to_be_two_things_is_an_error():
    with pytest.raises(BusinessError, match="it can be read as MT940 and as BAI2"):
        read_bank(document("01,A,B,260319,0600,1,,,2/\n:20:X\n:25:Y\n"))


def test_a_file_that_could_not_be_taken_apart_keeps_its_reason():
    with pytest.raises(BusinessError, match="the zip is locked"):
        read_bank(replace(document(CSV), trouble="the zip is locked"))


def test_the_command_lines_reader_gives_one_object():
    found = read_bank_file(document(camt(entry("1234.56", PAYMENT))))
    assert found.doubts == ()
    assert found.amount() == "1234.56 EUR"


SECRET = "a secret of this machine"


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param('<!DOCTYPE a [<!ENTITY x SYSTEM "file://{path}">]>', id="a file of this machine"),
        pytest.param('<!DOCTYPE a SYSTEM "http://127.0.0.1:1/evil.dtd">', id="a document type from the network"),
        pytest.param('<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>', id="entities within entities"),
    ],
)
def test_xml_that_declares_a_document_type_is_refused_and_nothing_is_fetched(declaration, tmp_path):
    file = tmp_path / "secret"
    file.write_text(SECRET)
    attack = camt(entry("1.00", PAYMENT.replace("FA-2026-0412", "&x;")))
    attack = attack.replace("?>\n", "?>\n" + declaration.replace("{path}", str(file)), 1)
    with pytest.raises(BusinessError, match=r"declares a document type|not well-formed") as refused:
        read_bank(document(attack))
    assert SECRET not in str(refused.value)


def test_text_in_an_old_character_set_keeps_its_letters():
    for charset in ("utf-8", "cp1252", "cp852"):
        content = mt940(":61:2603180318C1234,56NTRFNONREF\n:86:Überweisung Müller").encode(charset)
        assert read_bank(document(content))[0].lines[0].text == ("Überweisung Müller",)


WHOLE = {
    "camt": camt(entry("1234.56", PAYMENT)),
    "MT940": mt940(":61:2603180318C1234,56NTRFNONREF//BANK-1\n:86:166?00GUTSCHRIFT?20EREF+E2E-1?32Hartmann"),
    "CFONB": "\n".join(cfonb(code, "0000000000100{") for code in ("01", "04", "05", "07")),
    "BAI2": "01,A,B,260319,0600,1,,,2/\n02,B,A,1,260318,,USD,2/\n03,1,,010,100,,/\n16,165,100,,,,X/"
    "\n49,200,3/\n98,200,1,5/\n99,200,1,7/",
    "CSV": CSV,
}


@pytest.mark.parametrize("sample", list(WHOLE))
@settings(max_examples=150)
@given(st.data())
def test_a_damaged_file_is_refused_in_a_sentence_or_read_and_never_ends_otherwise(sample, data):
    content = WHOLE[sample].encode()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    filling = data.draw(st.binary(max_size=12) | st.sampled_from([b"9" * 40, b"<", b"\n:61:", b",,,,", b"\xa0", b"\n"]))
    with suppress(BusinessError):
        statements = read_bank(document(content[:start] + filling + content[end:]), [LAYOUT])
        assert all(isinstance(line.amount, Decimal) for one in statements for line in one.lines)
