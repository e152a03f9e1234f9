"""VAT numbers in the phrases that print them, and the country each names."""

from __future__ import annotations

import pytest

from bots.domain.paper import Word
from bots.domain.reading.identifiers import vat_country, vat_number
from bots.domain.reading.words import Span


def phrase(text):
    words, x = [], 50.0
    for piece in text.split():
        words.append(Word(piece, x, 100, x + 5 * len(piece), 110, 1))
        x += 5 * len(piece) + 3
    return Span.of(words)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("USt-IdNr. DE 811 457 302", "DE811457302", id="with gaps"),
        pytest.param("TVA BE 0744.183.208 GSM 0475 55 01 88", "BE0744183208", id="a telephone close behind"),
        pytest.param("TVA FR82492188370 1 rue du Port", "FR82492188370", id="a street close behind"),
        pytest.param("RFC: TBA980414QK7", "TBA980414QK7", id="Mexico"),
        pytest.param("ABN 39 004 821 773 | QBCC 15002217", "39004821773", id="Australia"),
        pytest.param("GST/HST No. 10482 7715 RT0001", "104827715RT0001", id="Canada"),
        pytest.param("NIF G29418807", "ESG29418807", id="Spain, with a wrong check digit"),
    ],
)
def test_a_labelled_number_is_compact_and_ends_where_its_country_says(text, number):
    found = vat_number(phrase(text), labelled_so=True)
    assert found
    assert found[0] == number


def test_an_iban_is_no_vat_number_however_it_begins():
    assert vat_number(phrase("USt-IdNr. IBAN DE21 4166 0124 0018 8273 00"), labelled_so=True) is None


@pytest.mark.parametrize(
    ("number", "country"),
    [("FR82492188370", "FR"), ("TBA980414QK7", "MX"), ("104827715RT0001", "CA"), ("39004821773", None)],
)
def test_a_number_names_its_country_by_letters_or_form(number, country):
    assert vat_country(number) == country
