"""camt: who paid, which references, what came back; only booked money; batches that add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bots.domain.bank import Return, Scope
from bots.domain.bank_references import Reference, ReferenceKind
from bots.domain.money import Money
from bots.errors import BusinessError
from tests.bots.remittance_reader.readers.bank.bank_files import (
    OUR_IBAN,
    PAYER_IBAN,
    PAYMENT,
    balance,
    camt,
    entry,
    line,
    one,
)

D = Decimal


def test_a_payment_with_everything_a_bank_can_say():
    found = line(camt(entry("1234.56", PAYMENT)))
    assert (found.amount, found.currency) == (D("1234.56"), "EUR")
    assert (found.booked, found.valued) == (date(2026, 3, 18), date(2026, 3, 19))
    assert (found.end_to_end_id, found.bank_reference, found.mandate) == ("E2E-1", "BANK-1", "M-7")
    assert (found.payer_name, found.payer_iban) == ("Hartmann GmbH", PAYER_IBAN)
    assert found.ultimate_debtor == "Hartmann Werk Sued"
    assert found.text == ("Rechnung FA-2026-0412", "abz. Skonto", "Lieferung Maerz")
    assert found.references == (
        Reference(ReferenceKind.RF, "RF18539007547034", True, D("1234.56")),
        Reference(ReferenceKind.DOCUMENT, "FA-2026-0412", None, D("1234.56")),
    )
    assert (found.code, found.returned, found.member) == ("PMNT/RCDT/ESCT", None, None)


def test_each_value_knows_its_line_and_its_place():
    found = line(camt(entry("1234.56", PAYMENT)))
    assert found.evidence["amount"].text == "1234.56 EUR"
    assert found.evidence["amount"].rule.endswith("Ntry/Amt")
    assert found.evidence["payer_iban"].text == PAYER_IBAN
    assert found.evidence["payer_iban"].rule.startswith("line ")
    assert found.evidence["end_to_end_id"].rule.endswith("Ntry/NtryDtls/TxDtls/Refs/EndToEndId")


@pytest.mark.parametrize(
    ("status", "lines"),
    [
        pytest.param("BOOK", 1, id="booked, as versions 1 to 7 write it"),
        pytest.param("<Cd>BOOK</Cd>", 1, id="booked, since version 8"),
        pytest.param("PDNG", 0, id="pending"),
        pytest.param("<Cd>INFO</Cd>", 0, id="for information"),
    ],
)
def test_only_booked_money_is_money(status, lines):
    closing = "1334.56" if lines else "100.00"
    statement = one(camt(entry("1234.56", PAYMENT, status=status), closing=closing))
    assert len(statement.lines) == lines
    assert statement.doubts == ()
    assert bool(statement.notes) is not bool(lines)


def test_money_out_is_negative_and_its_other_side_is_the_creditor():
    swapped = (
        PAYMENT.replace("Dbtr", "X").replace("Cdtr", "Dbtr").replace("X", "Cdtr").replace("UltmtCdtr", "UltmtDbtr")
    )
    found = line(camt(entry("100.00", swapped, mark="DBIT"), closing="0.00"))
    assert (found.amount, found.payer_name, found.payer_iban) == (D("-100.00"), "Hartmann GmbH", PAYER_IBAN)


def test_a_returned_direct_debit_names_the_customer_and_not_us():
    reason = "<RtrInf><Rsn><Cd>AM04</Cd></Rsn><AddtlInf>no funds</AddtlInf></RtrInf></TxDtls>"
    found = line(camt(entry("50.00", PAYMENT.replace("</TxDtls>", reason), mark="DBIT"), closing="50.00"))
    assert found.returned == Return(reversal=False, code="AM04", text="no funds")
    assert (found.amount, found.payer_iban) == (D("-50.00"), PAYER_IBAN)


def test_a_reversal_goes_the_way_the_entry_says():
    found = line(camt(entry("50.00", PAYMENT, mark="DBIT", more="<RvslInd>true</RvslInd>"), closing="50.00"))
    assert (found.amount, found.returned) == (D("-50.00"), Return(reversal=True))


def test_a_foreign_payment_keeps_what_was_instructed_and_the_charges():
    foreign = PAYMENT.replace(
        "<RltdPties>",
        "<AmtDtls><InstdAmt><Amt Ccy='USD'>1400.00</Amt></InstdAmt></AmtDtls>"
        "<Chrgs><TtlChrgsAndTaxAmt Ccy='EUR'>12.50</TtlChrgsAndTaxAmt></Chrgs><RltdPties>",
    )
    found = line(camt(entry("1234.56", foreign)))
    assert (found.original, found.charges) == (Money(D("1400.00"), "USD"), Money(D("12.50"), "EUR"))


def test_an_account_with_wrong_check_digits_tells_nobody_who_paid():
    statement = one(camt(entry("1234.56", PAYMENT.replace(PAYER_IBAN, "DE88370400440532013000"))))
    (found,) = statement.lines
    assert (found.payer_iban, found.payer_account) == (None, "DE88370400440532013000")
    assert "check digits are wrong" in found.doubts[0]


def member(amount, number, mark="CRDT"):
    """One payment of a batch."""
    said = f"<Amt Ccy='EUR'>{amount}</Amt><CdtDbtInd>{mark}</CdtDbtInd><RltdPties>"
    return PAYMENT.replace("<RltdPties>", said, 1).replace("E2E-1", f"E2E-{number}")


def test_a_batch_becomes_one_line_per_payment():
    statement = one(camt(entry("1234.56", member("1000.00", 1) + member("234.56", 2))))
    assert statement.doubts == ()
    assert [(one.amount, one.end_to_end_id, one.member, one.members) for one in statement.lines] == [
        (D("1000.00"), "E2E-1", 1, 2),
        (D("234.56"), "E2E-2", 2, 2),
    ]


def test_a_batch_whose_payments_do_not_make_its_total_stays_one_line_and_is_doubted():
    statement = one(camt(entry("1234.56", member("1000.00", 1) + member("234.55", 2))))
    (whole,) = statement.lines
    assert (whole.amount, whole.members) == (D("1234.56"), 2)
    assert "payments make 1234.55: the difference is 0.01" in statement.doubts[0]


def test_a_batch_with_the_payers_direction_still_adds_up():
    statement = one(camt(entry("1234.56", member("1000.00", 1, "DBIT") + member("234.56", 2, "DBIT"))))
    assert [one.amount for one in statement.lines] == [D("1000.00"), D("234.56")]


def test_a_batch_without_amounts_is_one_line_that_asks_for_the_details():
    statement = one(camt(entry("1234.56", PAYMENT + PAYMENT.replace("E2E-1", "E2E-2"))))
    (whole,) = statement.lines
    assert (whole.payer_name, whole.members) == (None, 2)
    assert "Rechnung FA-2026-0412" in whole.text
    assert "ask it for the details (camt.054)" in whole.doubts[0]


def test_a_batch_that_only_says_how_many_it_holds_asks_for_the_details():
    statement = one(camt(entry("1234.56", "<Btch><NbOfTxs>12</NbOfTxs></Btch>")))
    assert statement.lines[0].members == 12
    assert "none shown apart" in statement.lines[0].doubts[0]


@pytest.mark.parametrize(
    ("message", "scope"),
    [
        pytest.param(("BkToCstmrAcctRpt", "Rpt"), Scope.INTRADAY, id="camt.052"),
        pytest.param(("BkToCstmrAcctRptV01", "Rpt"), Scope.INTRADAY, id="camt.052 version 1"),
        pytest.param(("BkToCstmrDbtCdtNtfctn", "Ntfctn"), Scope.NOTICE, id="camt.054"),
    ],
)
def test_other_messages_need_no_balances(message, scope):
    text = (
        camt(entry("1234.56", PAYMENT), balances="")
        .replace("BkToCstmrStmt", message[0])
        .replace("Stmt>", message[1] + ">")
    )
    statement = one(text)
    assert (statement.scope, statement.doubts, len(statement.lines)) == (scope, (), 1)
    assert "nothing proves" in statement.notes[0]


def test_a_booking_repeated_in_a_notice_is_told_by_its_scope():
    assert one(camt(entry("1234.56", PAYMENT))).scope is Scope.STATEMENT


def test_the_previous_closing_balance_opens_a_statement():
    ends = balance("PRCD", "100.00", "2026-03-17") + balance("CLBD", "1334.56", "2026-03-18")
    assert one(camt(entry("1234.56", PAYMENT), balances=ends)).opening.amount == D("100.00")


def test_stated_totals_are_compared():
    summary = "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>1234.56</Sum></TtlNtries></TxsSummry>"
    statement = one(camt(summary + entry("1234.56", PAYMENT)))
    assert "the message says 2 entries (TtlNtries), but holds 1" in statement.doubts[0]


def test_an_overdraft_is_negative():
    statement = one(camt(entry("1234.56", PAYMENT), opening="-100.00", closing="1134.56"))
    assert (statement.opening.amount, statement.doubts) == (D("-100.00"), ())


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        pytest.param(("1234.56", "1,234.56"), "'1,234.56' on line .* is no amount", id="an amount"),
        pytest.param(("<CdtDbtInd>CRDT</CdtDbtInd><Sts>", "<Sts>"), "where CRDT or DBIT must stand", id="a direction"),
        pytest.param(("<Dt>2026-03-18</Dt></BookgDt>", "<Dt>18.03.2026</Dt></BookgDt>"), "is no day", id="a day"),
        pytest.param(
            (f"<IBAN>{OUR_IBAN}</IBAN></Id><Ccy>", "</Id><Ccy>"), "does not say which account", id="an account"
        ),
        pytest.param(("</Stmt>", ""), "not well-formed XML", id="an end"),
    ],
)
def test_a_broken_message_is_refused_with_what_is_wrong(broken, said):
    with pytest.raises(BusinessError, match=said):
        one(camt(entry("1234.56", PAYMENT)).replace(*broken, 1))


def test_namespaces_with_prefixes_and_utf_16_read_the_same():
    text = camt(entry("1234.56", PAYMENT)).replace("<Document xmlns=", "<Document xmlns:c=")
    prefixed = text.replace("</", "\0").replace("<", "<c:").replace("\0", "</c:").replace("<c:?", "<?")
    assert line(prefixed).amount == D("1234.56")
    assert line(camt(entry("1234.56", PAYMENT)).replace("UTF-8", "UTF-16").encode("utf-16")).amount == D("1234.56")
