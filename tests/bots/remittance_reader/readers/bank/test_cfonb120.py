"""CFONB 120: signs in the last digit, details by qualifier, several accounts, records in their order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.domain.bank import Return
from bots.domain.money import Money
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.cfonb120_record import signed
from tests.bots.remittance_reader.readers.bank.bank_files import PAYER_IBAN, cfonb, cfonb_detail, line, one, read

D = Decimal
PLUS, MINUS = "{ABCDEFGHI", "}JKLMNOPQR"


def written(amount, decimals=2):
    """An amount as a bank writes it: the sign in the last of 14 digits."""
    digits = f"{abs(int(amount.scaleb(decimals))):014d}"
    return digits[:-1] + (MINUS if amount < 0 else PLUS)[int(digits[-1])]


def movement(amount, label="VIR HARTMANN GMBH", reference="BANK-1"):
    return cfonb("04", written(D(amount)), label=label, reference=reference)


def statement(*records, opening="100.00", closing="1334.56"):
    return "\n".join([cfonb("01", written(D(opening))), *records, cfonb("07", written(D(closing)))])


WHOLE = statement(
    movement("1234.56"),
    cfonb_detail("NPY", "HARTMANN GMBH"),
    cfonb_detail("NPO", "HARTMANN WERK SUED"),
    cfonb_detail("LCC", "RECHNUNG FA-2026-0412".ljust(68) + "FA"),
    cfonb_detail("LC2", "-2026-0413"),
    cfonb_detail("LIB", "ABZ. SKONTO"),
    cfonb_detail("RCN", "E2E-1".ljust(35) + "SALAIRES"),
    cfonb_detail("REF", "REMISE-9"),
    cfonb_detail("CPY", PAYER_IBAN),
    cfonb_detail("MMO", "USD200000000140000"),
    cfonb_detail("FEE", "EUR200000000001250"),
)


@given(st.integers(-(10**14) + 1, 10**14 - 1), st.integers(0, 4))
def test_an_amount_survives_being_written_and_read(units, decimals):
    amount = D(units).scaleb(-decimals)
    assert signed(written(amount, decimals), decimals) == amount


@given(st.lists(st.decimals("-99999999", "99999999", places=2), max_size=6))
def test_a_whole_statement_survives_being_written_and_read(amounts):
    found = one(statement(*map(movement, amounts), closing=D("100.00") + sum(amounts)))
    assert [line.amount for line in found.lines] == amounts
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "decimals", "amount"),
    [
        pytest.param("0000000001234E", 2, "123.45", id="E is +5"),
        pytest.param("0000000001234N", 2, "-123.45", id="N is -5"),
        pytest.param("0000000000000{", 2, "0.00", id="{ is +0"),
        pytest.param("0000000000010}", 2, "-1.00", id="} is -0"),
        pytest.param("0000000000010}", 0, "-100", id="a currency without decimals"),
        pytest.param("0000000000010}", 3, "-0.100", id="a currency with three"),
        pytest.param("00000000012345", 2, "123.45", id="no sign is plus"),
        pytest.param("0000000001234S", 2, None, id="no such sign"),
        pytest.param("00000000 1234E", 2, None, id="a gap"),
    ],
)
def test_the_last_digit_carries_the_sign(text, decimals, amount):
    assert signed(text, decimals) == (None if amount is None else D(amount))


def test_a_movement_with_all_its_details():
    found = line(WHOLE)
    assert (found.amount, found.currency, found.booked) == (D("1234.56"), "EUR", date(2026, 3, 18))
    assert (found.end_to_end_id, found.bank_reference) == ("E2E-1", "REMISE-9")
    assert (found.payer_name, found.payer_iban) == ("HARTMANN GMBH", PAYER_IBAN)
    assert found.ultimate_debtor == "HARTMANN WERK SUED"
    assert (found.original, found.charges) == (Money(D("1400.00"), "USD"), Money(D("12.50"), "EUR"))
    assert found.text == (
        "RECHNUNG FA-2026-0412".ljust(68) + "FA-2026-0413", "ABZ. SKONTO", "SALAIRES", "VIR HARTMANN GMBH", "BANK-1",
    )  # fmt: skip


def test_values_know_their_line_record_and_columns():
    found = line(WHOLE)
    assert found.evidence["amount"].rule == "line 2, record 04, columns 91-104"
    assert found.evidence["payer_name"].rule == "line 3, record 05 NPY, columns 49-118"


def test_a_detail_that_repeats_is_kept_each_time():
    found = line(statement(movement("1234.56"), cfonb_detail("LIB", "UN"), cfonb_detail("LIB", "DEUX")))
    assert found.text[:2] == ("UN", "DEUX")


def test_a_rejected_payment_keeps_its_code():
    rejected = cfonb("04", written(D("-50.00")), middle="  18032657180326", label="REJET PRLV")
    assert line(statement(rejected, closing="50.00")).returned == Return(reversal=False, code="57")


def test_a_return_detail_says_more():
    found = line(statement(movement("-50.00"), cfonb_detail("RET", "AM04 PROVISION INSUFFISANTE"), closing="50.00"))
    assert found.returned == Return(reversal=False, code="AM04", text="AM04 PROVISION INSUFFISANTE")


def test_several_accounts_in_a_file_and_empty_lines_between():
    other = statement(closing="100.00").replace("00012345603", "00020427603")
    first, second = read(WHOLE + "\r\n\r\n\r\n" + other + "\x1a")
    assert (first.account, len(first.lines)) == ("30002 00550 00012345603", 1)
    assert (second.account, second.lines, second.doubts) == ("30002 00550 00020427603", (), ())


def test_a_movement_of_another_account_inside_a_statement_is_doubted():
    stray = movement("1234.56").replace("00012345603", "00020427603")
    assert "whose money it is cannot be told" in one(statement(stray)).doubts[0]


def test_trailing_spaces_may_be_missing():
    assert line("\n".join(record.rstrip() for record in WHOLE.splitlines())).amount == D("1234.56")


OLD, NEW, MOVED = cfonb("01", written(D(1))), cfonb("07", written(D(1))), movement("0.00")
DETAIL = cfonb_detail("LIB", "X")


@pytest.mark.parametrize(
    ("records", "said"),
    [
        pytest.param((MOVED, NEW), r"line 1 is a movement \(04\) at the start", id="no old balance"),
        pytest.param((NEW,), r"line 1 is a new balance \(07\) at the start", id="an end without a start"),
        pytest.param((OLD, OLD), r"line 2 is an old balance \(01\) behind an old balance", id="two starts"),
        pytest.param((OLD, DETAIL, NEW), r"line 2 is the detail of a movement \(05\) behind", id="a detail of nothing"),
        pytest.param((OLD, MOVED), "has no new balance", id="cut off"),
        pytest.param((OLD, "06" + MOVED[2:]), "'06', which is no record", id="a record that does not exist"),
        pytest.param((OLD, MOVED + "1"), "longer than 120", id="a line that is too long"),
        pytest.param((OLD, MOVED.replace("180326", "310226"), NEW), "'310226' where a day", id="a day that is none"),
        pytest.param((OLD.replace("EUR2", "EURX"), NEW), "none of camt.052", id="no decimals, so no CFONB"),
    ],
)
def test_records_out_of_order_or_broken_refuse_the_file(records, said):
    with pytest.raises(BusinessError, match=said):
        read("\n".join(records))
