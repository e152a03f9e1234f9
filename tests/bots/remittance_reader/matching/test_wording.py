"""What a payer's free words name, and what in them names nothing."""

from __future__ import annotations

import pytest

from bots.remittance_reader.matching import Series
from bots.remittance_reader.matching.mentions import Spelling
from bots.remittance_reader.matching.series import DocumentNumber
from bots.remittance_reader.matching.wording import read_reference, read_words
from tests.bots.remittance_reader.matching.ledger import DAY, RF_412, book, item

BOOK = book(
    item(411), item(412, po_number="PO-77-1", reference=RF_412), item(7), item(1504),
    series=(Series("FAC/{yyyy}/{n:4}"), Series("AVO/{yyyy}/{n:4}"), Series("R{n:6}")), orders=("88123456",),
)  # fmt: skip


def read(*pieces):
    """Count and spelling of each document named, prefix and year left out."""
    found = read_words(pieces, "in the bank's text", BOOK, DAY).mentions
    return [(one.numbers[0].count if one.numbers else one.words, one.spelling.value) for one in found]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("FAC/2026/0412", [(412, "printed")]),
        ("Fac-2026-412 merci", [(412, "series")]),
        ("FACTURE 2026/0412", [(412, "bare")]),
        ("FAC/2026/7", [(7, "series")]),
        ("FAC/2026/0411, 0412 ET 0413", [(411, "printed"), (412, "series"), (413, "series")]),
        ("FAC/2026/0411/12345 + 20165", [(411, "printed"), (12345, "series"), (20165, "series")]),
        ("2026/0411 + 2026/0412", [(411, "bare"), (412, "bare")]),
        ("FAC/2026/0412FAC/2026/0411", [(412, "printed"), (411, "printed")]),
        ("0411/0412", [(411, "count"), (412, "count")]),
        ("R004512", [(4512, "series")]),
        ("004512", [(4512, "bare")]),
        ("20261504", [(1504, "bare")]),
        ("61504", [("61504", "ending")]),
        ("CDE PO-77-1", [("PO-77-1", "order")]),
        ("RF18 5390 0754 7034", [(RF_412, "reference")]),
        ("FAC/2026/0411 1500,00 EUR", [(411, "printed")]),
        ("12.04.2026 FAC-2026-0412", [(412, "series")]),
    ],
)
def test_documents_named_in_free_words(text, named):
    assert read(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "20260412", "12042026", "120426", "2026-04-12", "12/04/26", "FAC 20260412", "FACTURE AVRIL 2026/04", "04/2026",
        "0412", "412", "88123456", "CDE 2026/0412", "PO2026/0412", "1.504,00", "EUR 20261504", "SIREN 552100554",
        "TEL +33 4 72 00 04 12", "FR76 3000 6000 0112 3456 7890 189", "RF19 5390 0754 7034",
    ],
)  # fmt: skip
def test_words_that_name_nothing(text):
    assert [one for one in read(text) if one[1] != "ending"] == []


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param(("REGLEMENT DE LA FACTURE FAC/", "2026/0412"), id="before the year"),
        pytest.param(("REGLEMENT FACTURE FAC/2026/0", "412 MERCI"), id="within the count"),
        pytest.param(("FAC/2026/04", "12"), id="in a short row"),
    ],
)
def test_a_number_broken_over_two_rows_is_one(pieces):
    assert 412 in [count for count, _ in read(*pieces)]


def test_a_row_that_ended_by_itself_is_not_glued_to_the_next():
    assert read("FAC/2026/0411", "12345 CARTONS LIVRES LE MATIN")[0] == (411, "printed")


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        pytest.param("FAC/2026/0412", Spelling.PRINTED, id="as printed"),
        pytest.param("2026/0412", Spelling.BARE, id="without prefix"),
        pytest.param("20260412", Spelling.ENDING, id="what is a date elsewhere is only last digits here"),
        pytest.param("260412", Spelling.ENDING, id="six digits are last digits, not a date"),
    ],
)
def test_a_field_for_document_numbers_holds_one(text, spelling):
    assert [one.spelling for one in read_reference(text, "on the advice", BOOK, DAY)][:1] == [spelling]


@pytest.mark.parametrize(
    ("pattern", "number", "parsed"),
    [
        ("FAC/{yyyy}/{n:4}", "FAC/2026/0412", DocumentNumber("FAC/{yyyy}/{n:4}", 412, 2026)),
        ("FAC/{yyyy}/{n:4}", "FAC/2026/12345", DocumentNumber("FAC/{yyyy}/{n:4}", 12345, 2026)),
        ("FAC/{yyyy}/{n:4}", "FAC/2026/412", None),
        ("{n:5}-{yy}", "00412-26", DocumentNumber("{n:5}-{yy}", 412, 2026)),
        ("R{yy}{mm}{n:3}", "R2604007", DocumentNumber("R{yy}{mm}{n:3}", 7, 2026, 4)),
    ],
)
def test_a_number_is_taken_apart_by_its_series(pattern, number, parsed):
    assert Series(pattern).parse(number) == parsed


def test_a_series_must_count():
    with pytest.raises(ValueError, match="counts nothing"):
        Series("FAC/{yyyy}")
