"""MT940 and MT942: three dialects of :86:, reversals, and what the library would lose without a word."""

from __future__ import annotations

import logging
from datetime import date
from decimal import Decimal

import pytest

from bots.domain.bank import Return, Scope
from bots.domain.bank_references import ReferenceKind
from bots.errors import BusinessError
from tests.bots.remittance_reader.readers.bank.bank_files import OUR_IBAN, PAYER_IBAN, line, mt940, one, read

D = Decimal
PAID = ":61:2603180318C1234,56NTRFNONREF//BANK-1"


def test_the_german_dialect():
    found = line(
        mt940(
            PAID + "\n:86:166?00GUTSCHRIFT?100399?20EREF+E2E-1?21MREF+M-7?22SVWZ+Rechnung FA-2026?23-0412 abz. Skonto"
            f"?30COBADEFF370?31{PAYER_IBAN}?32Hartmann?33 GmbH?60ABWA+Hartmann Werk"
        )
    )
    assert (found.amount, found.currency, found.code) == (D("1234.56"), "EUR", "NTRF")
    assert (found.booked, found.valued) == (date(2026, 3, 18), date(2026, 3, 18))
    assert (found.end_to_end_id, found.bank_reference, found.mandate) == ("E2E-1", "BANK-1", "M-7")
    assert (found.payer_name, found.payer_iban) == ("Hartmann GmbH", PAYER_IBAN)
    assert found.text[0] == "Rechnung FA-2026-0412 abz. Skonto"


def test_the_dutch_dialect_with_words_broken_at_65_characters():
    details = f"/TRTP/SEPA OVERBOEKING/IBAN/{PAYER_IBAN}/BIC/COBADEFF/NAME/HARTMANN GMBH"
    details += "/REMI/STRD/CUR/RF18539007547034/EREF/E2E-1"
    broken = "\n".join(details[start : start + 65] for start in range(0, len(details), 65))
    found = line(mt940(f"{PAID}\n:86:{broken}"))
    assert (found.payer_name, found.payer_iban, found.end_to_end_id) == ("HARTMANN GMBH", PAYER_IBAN, "E2E-1")
    assert [(one.kind, one.text, one.valid) for one in found.references] == [
        (ReferenceKind.RF, "RF18539007547034", True)
    ]


def test_free_details_keep_their_lines():
    found = line(mt940(f"{PAID}\n:86:FACTUUR FA-2026-0412\nDANK U"))
    assert found.text[:2] == ("FACTUUR FA-2026-0412", "DANK U")


def test_values_know_the_lines_they_stand_on():
    found = line(mt940(f"{PAID}\n:86:166?00GUTSCHRIFT?20EREF+E2E-1?32Hartmann"))
    assert found.evidence["amount"].rule == "line 6, :61:"
    assert found.evidence["amount"].text == PAID
    assert found.evidence["payer_name"].rule == "line 7, :86:"


@pytest.mark.parametrize(
    ("mark", "amount", "returned"),
    [
        pytest.param("C", "10.00", None, id="money in"),
        pytest.param("D", "-10.00", None, id="money out"),
        pytest.param("RC", "-10.00", Return(reversal=True), id="a credit taken back is money out"),
        pytest.param("RD", "10.00", Return(reversal=True), id="a debit taken back is money in"),
    ],
)
def test_the_mark_says_the_direction(mark, amount, returned):
    closing = f"{100 + D(amount):.2f}".replace(".", ",")
    found = line(mt940(f":61:2603180318{mark}10,00NTRFNONREF", closing=closing))
    assert (found.amount, found.returned) == (D(amount), returned)


def test_a_returned_transfer_keeps_its_reason():
    found = line(mt940(f"{PAID}\n:86:159?00RETOURE?20EREF+E2E-1?21SVWZ+Konto erloschen?34902"))
    assert found.returned == Return(reversal=False, code="902", text="Konto erloschen")


def test_an_entry_without_a_booking_day_is_booked_on_its_value_day():
    assert line(mt940(":61:260318C1234,56NTRFNONREF")).booked == date(2026, 3, 18)


def test_the_booking_day_of_a_value_day_at_the_turn_of_the_year():
    found = line(mt940(":61:2512310102C1234,56NTRFNONREF"))
    assert (found.valued, found.booked) == (date(2025, 12, 31), date(2026, 1, 2))


def test_remarks_on_the_whole_statement_are_not_the_last_lines():
    statement = one(mt940(f"{PAID}\n:86:FA-2026-0412").replace("-}", ":86:D000000C000001C1234,56\n-}"))
    assert statement.lines[0].text == ("FA-2026-0412",)
    assert "the bank remarks on the whole statement: D000000C000001C1234,56" in statement.notes[0]


def test_an_entry_the_library_merges_into_the_next_is_missed():
    # Without a type the library takes the next entry for the same one; the first would be gone.
    statement = one(mt940(":61:2603180318C1000,00\n:61:2603180318C234,56NTRFNONREF", closing="334,56"))
    assert "has 2 entries (:61:), but 1 could be told apart" in statement.doubts[0]


def test_a_second_account_in_a_statement_is_seen():
    statement = one(mt940(f"{PAID}\n:25:DE89370400440532013000"))
    assert "2 fields :25:" in statement.doubts[0]


def test_several_statements_of_several_accounts_in_a_file():
    first, second = read(mt940(PAID) + mt940("", closing="100,00").replace(OUR_IBAN, PAYER_IBAN))
    assert (first.account, len(first.lines)) == (OUR_IBAN, 1)
    assert (second.account, second.lines, second.doubts) == (PAYER_IBAN, (), ())


def test_pages_of_a_statement_carry_intermediate_balances():
    statement = one(mt940(PAID).replace(":60F:", ":60M:").replace(":62F:", ":62M:"))
    assert (statement.opening.amount, statement.closing.amount, statement.doubts) == (D("100.00"), D("1334.56"), ())


MT942 = f":20:X\n:25:{OUR_IBAN}\n:28C:1/1\n:34F:EUR0,\n:13D:2603181200+0100\n{PAID}\n:90D:0EUR0,00\n:90C:1EUR"


@pytest.mark.parametrize(
    ("stated", "doubts"),
    [
        pytest.param("1234,56", 0, id="its totals come out"),
        pytest.param("1234,57", 1, id="its totals do not"),
    ],
)
def test_a_report_during_the_day_is_checked_by_its_totals(stated, doubts):
    statement = one(MT942 + stated + "\n-")
    assert (statement.scope, statement.currency, len(statement.doubts)) == (Scope.INTRADAY, "EUR", doubts)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("no start", "no :20:, where a statement begins", id="a fragment"),
        pytest.param("no account", "does not say which account", id="no account"),
        pytest.param("no amount", r"the field :61: cannot hold '260318X", id="an entry nobody can read"),
    ],
)
def test_a_broken_statement_is_refused_with_what_is_wrong(content, said):
    whole = mt940(PAID)
    broken = {
        "no start": whole.replace(":20:STARTUMS\n", ""),
        "no account": whole.replace(f":25:{OUR_IBAN}\n", ""),
        "no amount": whole.replace(":61:2603180318C", ":61:260318X"),
    }
    with pytest.raises(BusinessError, match=said):
        read(broken[content])


class _Seen(logging.Handler):
    """Keeps what reaches the log of the program (pytest's own handler also hears loggers that do not pass on)."""

    def __init__(self):
        super().__init__()
        self.messages = []

    def emit(self, record):
        self.messages.append(record.getMessage())


def test_a_banks_words_never_reach_the_log():
    seen, root = _Seen(), logging.getLogger()
    root.addHandler(seen)
    try:
        with pytest.raises(BusinessError):
            read(mt940(":61:260318X"))
    finally:
        root.removeHandler(seen)
    assert seen.messages == []
