"""A statement proves itself by its arithmetic, and a reference by its check digits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.domain.bank import Balance, BankFile, BankLine, Scope, Statement
from bots.domain.bank_references import ReferenceKind, creditor_reference, valid_iban
from bots.domain.bank_references import given as given_reference
from bots.domain.evidence import Evidence

D = Decimal
DAY = date(2026, 3, 18)


def line(amount, currency="EUR", **more):
    return BankLine(D(amount), currency, DAY, **more)


def statement(*lines, opening="100.00", closing="100.00", **more):
    ends = [Balance(D(one), "EUR", DAY) if one is not None else None for one in (opening, closing)]
    return Statement("FR1", "EUR", lines, *ends, **more)


def test_a_statement_that_adds_up_has_no_doubt():
    assert statement(line("50.00"), line("-20.00"), closing="130.00").checked().doubts == ()


def test_a_statement_that_does_not_add_up_names_the_difference():
    (doubt,) = statement(line("50.00"), closing="160.00").checked().doubts
    assert "100.00 and 1 lines of together 50.00 make 150.00, but the closing balance is 160.00 EUR" in doubt
    assert "the difference is 10.00" in doubt


@pytest.mark.parametrize(
    ("changes", "doubted", "said"),
    [
        pytest.param({}, True, "no booked closing balance", id="a statement must bring both balances"),
        pytest.param({"scope": Scope.NOTICE}, False, "no booked closing balance", id="a notice has none to bring"),
        pytest.param({"scope": Scope.INTRADAY}, False, "no booked closing", id="nor has a report during the day"),
        pytest.param({"controlled": True}, False, "control totals were checked", id="control totals take their place"),
    ],
)
def test_a_missing_balance(changes, doubted, said):
    checked = statement(line("50.00"), closing=None, **changes).checked()
    assert bool(checked.doubts) is doubted
    assert said in (checked.doubts or checked.notes)[0]


def test_balances_of_two_currencies_are_not_compared():
    one = replace(statement(closing="100.00"), closing=Balance(D("100.00"), "SEK", DAY))
    assert "cannot be compared" in one.checked().doubts[0]


def test_a_line_in_another_currency_is_not_added_up():
    assert "lines are in USD" in statement(line("1.00", "USD")).checked().doubts[0]


@given(st.lists(st.decimals("-9999999", "9999999", places=2)), st.decimals("-9999", "9999", places=2))
def test_opening_and_lines_make_the_closing_balance_and_a_cent_less_is_seen(amounts, opening):
    right = statement(*map(line, amounts), opening=opening, closing=opening + sum(amounts))
    wrong = replace(right, closing=Balance(right.closing.amount - D("0.01"), "EUR"))
    assert right.checked().doubts == ()
    assert "the difference is -0.01" in wrong.checked().doubts[0]


def test_a_file_tells_where_each_doubt_and_each_value_stands():
    doubtful = line("5.00", doubts=("who paid?",), evidence={"amount": Evidence(None, None, "5,00", "line 3", 1.0)})
    whole = BankFile((statement(closing="105.00"), statement(doubtful, closing="105.00")))
    plain = whole.as_json()
    assert whole.doubts == ("statement 2 of account FR1, line 1: who paid?",)
    assert plain["evidence"]["statements[1].lines[0].amount"]["rule"] == "line 3"
    assert plain["statements"][1]["lines"][0]["amount"] == "5.00"


@pytest.mark.parametrize(
    ("lines", "amount"),
    [
        pytest.param((line("5.00"), line("-2.00"), line("1.50")), "6.50 EUR", id="money received"),
        pytest.param((line("-2.00"),), None, id="nothing received"),
        pytest.param((line("5.00"), line("5.00", "USD")), None, id="two currencies are no one amount"),
    ],
)
def test_the_amount_for_control_totals(lines, amount):
    assert BankFile((statement(*lines),)).amount() == amount


@pytest.mark.parametrize(
    ("text", "kind", "compact", "valid"),
    [
        pytest.param("RF18 5390 0754 7034", ReferenceKind.RF, "RF18539007547034", True, id="RF"),
        pytest.param("rf19539007547034", ReferenceKind.RF, "RF19539007547034", False, id="RF with wrong check digits"),
        pytest.param(
            "21 00000 00003 13947 14300 09017", ReferenceKind.QRR, "210000000003139471430009017", True, id="QRR"
        ),
        pytest.param(
            "210000000003139471430009018", ReferenceKind.QRR, "210000000003139471430009018", False, id="bad QRR"
        ),
        pytest.param("+++090/9337/55493+++", ReferenceKind.CREDITOR, "+++090/9337/55493+++", None, id="another scheme"),
    ],
)
def test_a_creditor_reference_is_told_by_its_form(text, kind, compact, valid):
    found = creditor_reference(text)
    assert (found.kind, found.text, found.valid) == (kind, compact, valid)


@pytest.mark.parametrize("text", ["NOTPROVIDED", "notprovided", "NONREF", "", "000000", None, "KREF+"])
def test_the_banks_words_for_no_reference_are_none(text):
    assert given_reference(text) is None


@pytest.mark.parametrize(
    ("text", "iban"),
    [
        pytest.param("de89 3704 0044 0532 0130 00", "DE89370400440532013000", id="spaces and small letters"),
        pytest.param("DE88370400440532013000", None, id="wrong check digits"),
        pytest.param("1234567890", None, id="an account number"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_an_iban_counts_only_with_its_check_digits(text, iban):
    assert valid_iban(text) == iban
