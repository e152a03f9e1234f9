"""What a printed unit means, and how many selling units it is."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.domain.customers import Article, Customer, UnitFactor
from bots.domain.units import FIXED, WORDS, Converted, Unconverted, convert, is_piece, meanings, same_unit

GREASE = Article("BR-5300", "Industrial grease, cartridge 400 g", "EA", Decimal("7.25"))
HOSE = Article("BR-4100", "Hydraulic hose", "MTR", Decimal("9.75"))
OIL = Article("BR-5400", "Oil", "LTR", Decimal("4.10"))
BOLTS = Article("BR-2010", "Bolt, by the thousand", "MIL", Decimal("185.00"))
GLOVES = Article("BR-6001", "Gloves, pair", "PR", Decimal("3.60"))
DRUM = Article("BR-7000", "Grease", "Fût", Decimal("80.00"))

CUSTOMER = Customer(
    "C-1001",
    "Hartmann",
    units=(
        UnitFactor("KAR", Decimal(12), "BR-5300"),
        UnitFactor("CTN", Decimal(6)),
        UnitFactor("Gebinde", Decimal(40), "BR-5300"),
        UnitFactor("Palette", Decimal(0), "BR-5300"),
        UnitFactor("PK", Decimal(5), "BR-5300"),
        UnitFactor("Pack", Decimal(10), "BR-5300"),
    ),
)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("EA PCE C62 H87 pc Pcs. each units Stk Stück ST. pièce(s) pièces unité U ud. uds Unidades pza piezas", "EA"),
        ("PR pair paires Paar par pares", "PR"),
        ("MTR mètres Meter metros lfm", "MTR"),
        ("KGM kg Kilo KILOS kilogrammes", "KGM"),
        ("LTR L litres Liter litro", "LTR"),
        ("CTN Karton KAR cartons CRT XCT", "CT"),
        ("BX box Boîte boîtes Schachtel cajas", "BX"),
        ("DZN dozen douzaine Dutzend docena", "DZN"),
        ("m² QM MTK", "MTK"),
        ("Rolle rouleau RO rollos", "RO"),
    ],
)
def test_the_words_of_four_languages_mean_one_unit(words: str, code: str) -> None:
    assert {word: meanings(word) for word in words.split()} == {word: frozenset({code}) for word in words.split()}


def test_a_word_may_stand_under_two_codes() -> None:
    assert meanings("ml") == {"MLT", "MTR"}
    assert meanings("M") == {"MTR", "MIL"}


@pytest.mark.parametrize("word", ["", "?", "Fût", "colis", "12"])
def test_a_word_nobody_defined_means_nothing(word: str) -> None:
    assert meanings(word) == frozenset()


@pytest.mark.parametrize(
    ("printed", "article", "factor"),
    [
        pytest.param("Stück", GREASE, 1, id="a piece is a piece"),
        pytest.param("PCE", GREASE, 1, id="EDIFACT's code is UNECE's"),
        pytest.param("fût", DRUM, 1, id="an unknown word equal to the selling unit"),
        pytest.param("Karton", GREASE, 12, id="the customer's table, by another word for its unit"),
        pytest.param("carton", HOSE, 6, id="the customer's row for every article"),
        pytest.param("Gebinde", GREASE, 40, id="a word of the customer's own"),
        pytest.param("CRT of 12", GREASE, 12, id="a printed pack size that agrees"),
        pytest.param("Karton à 12", GREASE, 12, id="a printed pack size in German"),
        pytest.param("Dutzend", GREASE, 12, id="a dozen needs no table"),
        pytest.param("EA", BOLTS, Fraction(1, 1000), id="pieces of what is sold by the thousand"),
        pytest.param("cm", HOSE, Fraction(1, 100), id="centimetres of metres"),
        pytest.param("ML", HOSE, 1, id="mètre linéaire where metres are sold"),
        pytest.param("ml", OIL, Fraction(1, 1000), id="millilitre where litres are sold"),
        pytest.param("M", GREASE, 1000, id="M is a thousand where pieces are sold"),
    ],
)
def test_a_known_factor_converts(printed: str, article: Article, factor: Fraction) -> None:
    found = convert(printed, article, CUSTOMER)
    assert isinstance(found, Converted)
    assert found.factor == factor


@pytest.mark.parametrize(
    ("printed", "article", "words"),
    [
        pytest.param("Fass", GREASE, '"Fass" is not our selling unit EA of BR-5300', id="an unknown word"),
        pytest.param("Rolle", GREASE, "no factor for it", id="a known unit without a factor"),
        pytest.param("KGM", HOSE, "no factor for it", id="weight of what is sold by length"),
        pytest.param("Stk", GLOVES, "no factor for it", id="pieces of pairs: one glove or two?"),
        pytest.param("CRT of 10", GREASE, "we count 12 EA", id="a printed pack size that contradicts"),
        pytest.param("Fass of 10", GREASE, "no factor for it", id="a printed pack size nobody agreed"),
        pytest.param("Palette", GREASE, "no factor for it", id="a factor of zero is none"),
        pytest.param("Paket", GREASE, "both 10 and 5 EA", id="two rows of the table"),
    ],
)
def test_an_unknown_factor_is_refused_never_1(printed: str, article: Article, words: str) -> None:
    found = convert(printed, article, CUSTOMER)
    assert isinstance(found, Unconverted)
    assert words in found.reason


def test_the_row_for_the_article_goes_before_the_row_for_every_article() -> None:
    customer = Customer("C-1", "A", units=(UnitFactor("BX", Decimal(50)), UnitFactor("BX", Decimal(10), "BR-5300")))
    found = convert("Box", GREASE, customer)
    assert isinstance(found, Converted)
    assert found.factor == 10


@pytest.mark.parametrize(
    ("unit", "whole"), [("EA", True), ("Paar", True), ("MTR", False), ("kg", False), ("Fût", True)]
)
def test_what_is_counted_must_be_whole(unit: str, whole: bool) -> None:
    assert is_piece(unit) is whole


@given(word=st.sampled_from(sorted({word for words in WORDS.values() for word in words.split()})), data=st.data())
def test_spelling_does_not_change_a_unit(word: str, data: st.DataObject) -> None:
    spelt = data.draw(st.sampled_from([word.upper(), word.title(), f" {word}.", f"{word} "]))
    assert meanings(spelt) == meanings(word) != frozenset()
    assert same_unit(spelt, word)


@given(one=st.sampled_from(sorted(FIXED)), other=st.sampled_from(sorted(FIXED)))
def test_there_and_back_is_one(one: str, other: str) -> None:
    nobody = Customer("C-0", "Nobody")
    there = convert(one, Article("A", "a", other, Decimal(1)), nobody)
    back = convert(other, Article("A", "a", one, Decimal(1)), nobody)
    assert isinstance(there, Converted) == isinstance(back, Converted) == (FIXED[one][0] == FIXED[other][0])
    if isinstance(there, Converted) and isinstance(back, Converted):
        assert there.factor * back.factor == 1
