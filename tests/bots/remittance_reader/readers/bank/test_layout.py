"""A CSV is read only as declared: columns, decimal mark, days, which sign is money to us."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bots.domain.bank import Scope
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank.layout import Columns, CsvLayout
from tests.bots.remittance_reader.readers.bank.bank_files import OUR_IBAN, PAYER_IBAN, line, one

D = Decimal
COLUMNS = {
    "booked": "Date", "valued": "Valeur", "amount": "Montant", "balance": "Solde", "payer_name": "Tiers",
    "payer_account": "Compte", "end_to_end_id": "Reference", "text": ("Libelle", "Detail"),
}  # fmt: skip
HEAD = "Date;Valeur;Libelle;Detail;Tiers;Compte;Reference;Montant;Solde"
ROW = f"18/03/2026;19/03/2026;VIR;FA-2026-0412;Hartmann;{PAYER_IBAN};E2E-1;1 234,56;1 334,56"


def layout(columns=COLUMNS, **changes):
    plain = {"account": OUR_IBAN, "currency": "EUR", "decimal": ",", "dates": "dd/MM/yyyy", "columns": columns}
    return CsvLayout.model_validate({**plain, **changes})


def table(*rows, head=HEAD):
    return "\r\n".join([head, *rows])


def test_a_row_as_declared():
    found = line(table(ROW), layout())
    assert (found.amount, found.currency) == (D("1234.56"), "EUR")
    assert (found.booked, found.valued) == (date(2026, 3, 18), date(2026, 3, 19))
    assert (found.payer_name, found.payer_iban, found.end_to_end_id) == ("Hartmann", PAYER_IBAN, "E2E-1")
    assert found.text == ("VIR", "FA-2026-0412")
    assert found.evidence["amount"].rule == "line 2, column Montant"
    assert found.evidence["amount"].text == "1 234,56"


def test_running_balances_prove_the_file_and_a_lost_row_is_seen():
    rows = [ROW, "19/03/2026;;B;;;;;-34,56;1300,00", "20/03/2026;;C;;;;;100,00;1400,00"]
    whole, torn = one(table(*rows), layout()), one(table(rows[0], rows[2]), layout())
    assert (whole.opening.amount, whole.closing.amount, whole.doubts) == (D("100.00"), D("1400.00"), ())
    assert "the difference is -34.56" in torn.doubts[0]


def test_newest_first_is_read_from_the_bottom():
    rows = ["20/03/2026;;C;;;;;100,00;1434,56", ROW]
    statement = one(table(*rows), layout(order="newest first"))
    assert [one.booked.day for one in statement.lines] == [18, 20]
    assert statement.doubts == ()


def test_without_balances_it_is_a_notice_that_says_what_cannot_be_proven():
    columns = {name: heading for name, heading in COLUMNS.items() if name != "balance"}
    statement = one(table(ROW), layout(columns))
    assert (statement.scope, statement.doubts) == (Scope.NOTICE, ())
    assert "nothing proves" in statement.notes[0]


@pytest.mark.parametrize(
    ("received", "paid", "amount"),
    [
        pytest.param("10.00", "", "10.00", id="received"),
        pytest.param("", "10.00", "-10.00", id="paid"),
        pytest.param("", "-10.00", "-10.00", id="paid, with a sign of its own"),
    ],
)
def test_two_columns_of_amounts(received, paid, amount):
    columns = {"booked": "Day", "received": "In", "paid": "Out"}
    declared = layout(columns, decimal=".", dates="yyyy-MM-dd", separator=",")
    assert one(f"Day,In,Out\n2026-03-18,{received},{paid}", declared).lines[0].amount == D(amount)


def test_a_bank_that_writes_money_in_with_a_minus():
    columns = {"booked": "Date", "amount": "Montant"}
    assert line("Date;Montant\n18/03/2026;-10,00", layout(columns, money_in="minus")).amount == D("10.00")


def test_lines_above_the_headings_are_passed_over():
    assert line(f"Compte;{OUR_IBAN}\n\n{table(ROW)}", layout()).amount == D("1234.56")


def test_a_separator_inside_quotes_is_text():
    assert line(table(ROW.replace("VIR", '"VIR; SEPA"')), layout()).text[0] == "VIR; SEPA"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param(
            ROW.replace("1 234,56", "1,234.56"), "'1,234.56' in the column Montant, which is no number", id="mark"
        ),
        pytest.param(ROW.replace("18/03/2026", "2026-03-18"), "no day like dd/MM/yyyy", id="a day of another form"),
        pytest.param(ROW.replace("18/03/2026", "31/02/2026"), "no day like dd/MM/yyyy", id="a day that is none"),
        pytest.param(ROW.replace("1 234,56", ""), "'' in the column Montant", id="no amount"),
        pytest.param(ROW + ";too;many", "has 11 cells under 9 headings", id="too many cells"),
    ],
)
def test_a_row_that_is_not_as_declared_refuses_the_file(row, said):
    with pytest.raises(BusinessError, match=said):
        one(table(row), layout())


def test_both_or_neither_of_two_columns_refuse_the_file():
    columns = {"booked": "Date", "received": "In", "paid": "Out"}
    for cells, said in (("1,00;1,00", "has both of In and Out"), (";", "has neither of In and Out")):
        with pytest.raises(BusinessError, match=said):
            one(f"Date;In;Out\n18/03/2026;{cells}", layout(columns))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"decimals": ","}, id="a misspelt key"),
        pytest.param({"decimal": ";"}, id="no decimal mark"),
        pytest.param({"dates": "dd/MM"}, id="a day without a year"),
        pytest.param({"currency": "euro"}, id="no currency code"),
        pytest.param({"columns": {"booked": "Date"}}, id="no column for the amount"),
        pytest.param({"columns": {"booked": "D", "amount": "A", "received": "R", "paid": "P"}}, id="two ways at once"),
    ],
)
def test_a_layout_that_says_too_little_or_too_much_is_refused(changes):
    with pytest.raises(ValidationError):
        layout(**changes)


def test_columns_name_what_a_file_must_have():
    assert Columns(booked="Date", amount="Montant", text=("A", "B")).named() == {"Date", "Montant", "A", "B"}


def test_the_layout_of_the_documentation_is_one():
    page = (Path(__file__).parents[5] / "docs" / "bank-statements.md").read_text(encoding="utf-8")
    declared = yaml.safe_load(re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1])
    assert CsvLayout.model_validate(declared).columns.text == ("Libelle", "Detail")
