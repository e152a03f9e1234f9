from decimal import Decimal

import pytest

from bots.domain.numbers import Mark, looks_numeric, only_mark, parse, proven_marks, readings


@pytest.mark.parametrize(
    ("text", "dot", "comma"),
    [
        pytest.param("1,234.56", "1234.56", None, id="English"),
        pytest.param("1.234,56", None, "1234.56", id="German"),
        pytest.param("1 234,56", None, "1234.56", id="French with a space"),
        pytest.param("1\u00a0234,56", None, "1234.56", id="French with a no-break space"),
        pytest.param("1\u202f234,56", None, "1234.56", id="French with a narrow space"),
        pytest.param("1\u2009234,56", None, "1234.56", id="French with a thin space"),
        pytest.param("1'234.56", "1234.56", None, id="Swiss"),
        pytest.param("1’234.56", "1234.56", None, id="Swiss with a typographic apostrophe"),
        pytest.param("44,25,090.00", "4425090.00", None, id="Indian"),
        pytest.param("1.234", "1.234", "1234", id="a dot that may be either"),
        pytest.param("1,234", "1234", "1.234", id="a comma that may be either"),
        pytest.param("0.125", "0.125", None, id="no thousands begin with a zero"),
        pytest.param("0,125", None, "0.125", id="nor with a comma"),
        pytest.param("1.000.000", None, "1000000", id="two dots are thousands"),
        pytest.param("12", "12", "12", id="whole"),
        pytest.param("-5.00", "-5.00", None, id="minus before"),
        pytest.param("5,00-", None, "-5.00", id="minus behind"),
        pytest.param("(12.00)", "-12.00", None, id="brackets are a minus"),
        pytest.param("$ (12.00)", "-12.00", None, id="brackets behind a sign"),
        pytest.param("12,00 CR", None, "-12.00", id="credit"),
        pytest.param("€1,234.56", "1234.56", None, id="sign glued before"),
        pytest.param("1.234,56 €", None, "1234.56", id="sign behind"),
        pytest.param("CHF 120.-", "120", None, id="empty cents"),
        pytest.param(".50", "0.50", None, id="no zero before the dot"),
        pytest.param("1.234.56", None, None, id="no number in any country"),
        pytest.param("M8", None, None, id="a thread"),
        pytest.param("", None, None, id="nothing"),
        pytest.param("12/3", None, None, id="a fraction"),
    ],
)
def test_a_text_is_read_under_each_decimal_mark(text, dot, comma):
    assert parse(text, Mark.DOT) == (Decimal(dot) if dot else None)
    assert parse(text, Mark.COMMA) == (Decimal(comma) if comma else None)


def test_a_text_has_two_readings_only_when_the_mark_decides():
    assert readings("1.234") == (Decimal("1.234"), Decimal(1234))
    assert readings("12") == (Decimal(12),)
    assert readings("abc") == ()


def test_only_a_number_that_fits_one_mark_proves_it():
    assert only_mark("1,5") is Mark.COMMA
    assert only_mark("4.80") is Mark.DOT
    assert only_mark("1.234") is None
    assert proven_marks(["1,5", "12", "4.80", "3,25"]) == {Mark.DOT: 1, Mark.COMMA: 2}


def test_a_unit_is_not_a_number():
    assert looks_numeric("1.000")
    assert not looks_numeric("10 kg")
