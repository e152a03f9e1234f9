"""BAI2: control totals at three levels, continuations of every kind, returns by their type."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bots.domain.bank import Return, Scope
from bots.errors import BusinessError
from tests.bots.remittance_reader.readers.bank.bank_files import line, one, read

D = Decimal


def bai2(*details, opening=10000, closing=133456, group="1", modifier="2", currency="USD", total=None, records=None):
    """A file of one account on one day; totals and counts come out unless they are given."""
    amounts = [int(detail.split(",")[2]) for detail in details]
    total = opening + closing + sum(amounts) if total is None else total
    count = 2 + sum(detail.count("\n") + 1 for detail in details) if records is None else records
    return "\n".join(
        [
            "01,BANK,BRUNEL,260319,0600,1,,,2/",
            f"02,BRUNEL,BANK,{group},260318,,{currency},{modifier}/",
            f"03,4589761203,,010,{opening},,,015,{closing},,/",
            *details,
            f"49,{total},{count}/",
            f"98,{total},1,{count + 2}/",
            f"99,{total},1,{count + 4}/",
        ]
    )


PAID = "16,165,123456,,BANK-1,CUST-9,ACH CREDIT FA-2026-0412/"


def test_a_credit_with_its_references():
    found = line(bai2(PAID))
    assert (found.amount, found.currency, found.code) == (D("1234.56"), "USD", "165")
    assert (found.booked, found.bank_reference) == (date(2026, 3, 18), "BANK-1")
    assert found.text == ("ACH CREDIT FA-2026-0412", "CUST-9")
    assert found.evidence["amount"].rule == "line 4, record 16"


def test_the_type_says_the_direction():
    assert line(bai2("16,475,5000,,,,CHECK PAID/", closing=5000)).amount == D("-50.00")


@pytest.mark.parametrize(
    "detail",
    [
        pytest.param("16,165,123456,,BANK-1,CUST-9,INVOICE\n88,FA-2026-0412/", id="text continued"),
        pytest.param("16,165,123456,,BANK-1/\n88,CUST-9,INVOICE\n88,FA-2026-0412/", id="fields continued"),
        pytest.param("16,165,123456,V,260320,,BANK-1,CUST-9,INVOICE\n88,FA-2026-0412/", id="a value date"),
        pytest.param("16,165,123456,S,1,2,3,BANK-1,CUST-9,INVOICE\n88,FA-2026-0412/", id="availability in three"),
        pytest.param("16,165,123456,D,2,0,1,1,2,BANK-1,CUST-9,INVOICE\n88,FA-2026-0412/", id="availability in pairs"),
    ],
)
def test_every_kind_of_continuation_and_funds_type(detail):
    found = line(bai2(detail))
    assert (found.amount, found.bank_reference, found.text) == (
        D("1234.56"),
        "BANK-1",
        ("INVOICE", "FA-2026-0412", "CUST-9"),
    )


def test_a_value_date():
    assert line(bai2("16,165,123456,V,260320,,,,X/")).valued == date(2026, 3, 20)


def test_tagged_lines_name_the_payer():
    tags = "\n88,EREF: E2E-1\n88,DBNM: HARTMANN GMBH\n88,DACT: 8348572423\n88,REMI: FA-0412"
    found = line(bai2("16,195,123456,,B,C,Incoming Wire" + tags))
    assert (found.payer_name, found.end_to_end_id, found.payer_account) == ("HARTMANN GMBH", "E2E-1", "8348572423")
    assert found.text[0] == "FA-0412"


def test_a_returned_item_keeps_its_reason():
    found = line(bai2('16,557,5000,,B,C,Return To: X, Reason: "R02"', closing=5000))
    assert found.returned == Return(reversal=False, code="R02", text='Return To: X, Reason: "R02"')


def test_several_records_on_a_line_are_told_apart():
    text = bai2(PAID).replace("/\n16", "/  16").replace("/\n49", "/   49")
    assert line(text).amount == D("1234.56")


def test_a_currency_without_decimals():
    assert line(bai2(PAID, currency="JPY")).amount == D("123456")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"total": 1}, "the control total of the account on line 5 is 1", id="control total"),
        pytest.param({"records": 9}, "the account trailer on line 5 counts 9 records, not 3", id="count of records"),
        pytest.param({"closing": 133457}, "the difference is 0.01", id="balances"),
        pytest.param({"group": "2"}, "deletes an earlier report", id="a deletion"),
        pytest.param({"group": "4"}, "is only a test", id="a test"),
    ],
)
def test_what_does_not_come_out_is_doubted(changes, said):
    assert any(said in doubt for doubt in one(bai2(PAID, **changes)).doubts)


@pytest.mark.parametrize(
    ("modifier", "scope"),
    [
        ("1", Scope.INTRADAY),
        ("2", Scope.STATEMENT),
        ("3", Scope.INTRADAY),
        ("4", Scope.STATEMENT),
        ("", Scope.STATEMENT),
    ],
)
def test_interim_reports_come_again(modifier, scope):
    assert one(bai2(PAID, modifier=modifier)).scope is scope


def test_without_ledger_balances_the_control_totals_prove_it():
    statement = one(bai2(PAID).replace("010", "040", 1).replace(",015,", ",045,", 1))
    assert (statement.opening, statement.doubts) == (None, ())
    assert "control totals were checked instead" in statement.notes[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(("03,4589761203,,", "03,,,"), "does not say which account", id="no account"),
        pytest.param(("99,", "16,165,1,,,,/\n77,"), "stands outside any account", id="a detail behind its account"),
        pytest.param(("99,", "XX,"), "the file is cut off", id="no end"),
        pytest.param(("\n49,", "\nXX,"), r"no trailer \(49\)", id="an account without an end"),
        pytest.param(("16,165,123456", "16,165,12x456"), "'12x456' where an amount", id="no amount"),
        pytest.param(("16,165,", "16,720,"), "whether money came or went", id="a type without a direction"),
        pytest.param(("260318,,USD", "261318,,USD"), "'261318' as its date", id="no day"),
    ],
)
def test_a_broken_file_is_refused_with_what_is_wrong(change, said):
    with pytest.raises(BusinessError, match=said):
        read(bai2(PAID).replace(*change, 1))
