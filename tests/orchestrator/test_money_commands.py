"""What a person asks and answers about money on the command line."""

from __future__ import annotations

import json
import sys
from decimal import Decimal

import pytest
import yaml

from bots.domain.ledger import NotedAdvice
from bots.remittance_reader import decide_money
from orchestrator import cli
from orchestrator.assembly import open_house
from orchestrator.store.items import State
from tests.bots.remittance_reader.examples import ADVICE
from tests.orchestrator.money_loop import Till, by_reference


@pytest.fixture
def o2c(capfd, monkeypatch):
    """Run the command in this process: exit code, standard output, standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["o2c", *map(str, arguments)])
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code or 0
        return (code, *capfd.readouterr())

    return run


@pytest.fixture
def config(tmp_path, monkeypatch):
    """A house whose book holds two posted payments and an advice without money."""
    monkeypatch.setattr(decide_money, "match", by_reference)
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump({"company": {"name": "Brunel"}, "database": "sqlite:///o2c.sqlite3", "data": "."}))
    with open_house(path) as house:
        till = Till(house.store)
        till.receive()
        till.work()
        house.store.ledger.note(NotedAdvice("b" * 64, ADVICE, house.store.now()))
    return path


def reversed_by(config, portal=None):
    """Work what is due once more, in a portal that holds the receipts."""
    with open_house(config) as house:
        till = Till(house.store)
        for item in till.lines():
            posting = house.store.ledger.posting(item.source.removeprefix("ledger:"))
            fields = {"customer": posting.customer, "reference": posting.line, "valued": "02.03.2026"}
            rows = {"line[1].invoice": posting.allocations[0].item, "line[1].amount": str(posting.amount)}
            shown = {**fields, **rows, "amount": str(posting.amount)}
            till.portal.enter_receipt({name: text.replace(".", ",") if "amount" in name else text
                                       for name, text in shown.items()})  # fmt: skip
        till.work()
        return till.portal.receipts


def test_a_receipt_is_taken_back_once_however_often_it_is_asked_for(o2c, config):
    code, out, _ = o2c("reverse", 2, "--why", "wrong customer", "--who", "Anne", "-c", config)
    assert code == 0
    assert "Receipt 20061 of item 2 is taken back at the next run" in out
    assert "customer C-1000" in out
    assert o2c("reverse", 2, "--why", "again", "--who", "Anne", "-c", config)[0] == 0
    amounts = [str(receipt.amount) for receipt in reversed_by(config)]
    assert amounts == ["525.17", "268.80", "-525.17"]
    code, _, err = o2c("reverse", 2, "--why", "once more", "--who", "Anne", "-c", config)
    assert code == 4
    assert "is reversed: there is no receipt to take back" in err
    with open_house(config) as house:
        asked = [record for record in house.store.audit.list() if record.action == "ledger.reversal_asked"]
        assert [(record.actor, record.detail["why"]) for record in asked] == [("Anne", "wrong customer")]
        assert house.store.items.get(2).state is State.POSTED


def test_a_person_says_what_money_is_for(o2c, config):
    with open_house(config) as house:
        line = house.store.items.get(2).source.removeprefix("ledger:")
        house.store.ledger.ask_reversal(line, "Anne", "wrong customer")
        house.store.ledger.book_reversal(line, "20070")
    code, out, _ = o2c("allocate", 2, "C-1000", "F2604102=500.00", "--why", "she asked", "--who", "Anne", "-c", config)
    assert (code, out) == (0, "Item 2 will be posted as you said at the next run of remittance_reader.\n")
    with open_house(config) as house:
        assert house.store.ledger.choice(line).parts == (("F2604102", Decimal("500.00")),)
        assert house.store.items.get(2).state is State.NEW


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((2, "C-1000", "F2604102"), "write it like", id="no amount"),
        pytest.param((2, "C-1000", "F2604102=much"), "write it like", id="no number"),
        pytest.param((2, "C-1000", "F2604102=1.00"), "posted already, as receipt 20061", id="posted already"),
        pytest.param((1, "C-1000"), "is no money", id="no money"),
    ],
)
def test_what_cannot_be_allocated_is_refused(o2c, config, arguments, said):
    code, _, err = o2c("allocate", *arguments, "--why", "x", "--who", "Anne", "-c", config)
    assert code == 4
    assert said in err


def test_what_is_no_money_has_no_receipt(o2c, config):
    code, _, err = o2c("reverse", 1, "--why", "x", "--who", "Anne", "-c", config)
    assert code == 4
    assert "is no money" in err


def test_one_screen_shows_what_is_left_to_do(o2c, config):
    with open_house(config) as house:
        house.store.items.reopen(2, "Anne", "look again")
        worker = house.store.workers.enlist("test", "here", 1, house.store.now())
        house.store.items.start(2, 2, worker)
        house.store.items.settle(2, 2, State.WAITING, reasons=("nobody says what it is for",))
    code, out, _ = o2c("cash", "-c", config)
    assert code == 0
    for said in ("Money that waits for a person (1)", "nobody says what it is for", "525.17 EUR",
                 "Advices whose money is not posted (1)", "Ateliers Morel SA", "Open cases (0)"):  # fmt: skip
        assert said in " ".join(out.split()), out
    told = json.loads(o2c("cash", "--json", "-c", config)[1])
    assert told["Advices whose money is not posted"][0]["days"] == 0


def test_cases_are_listed_shown_and_closed_with_a_reason(o2c, config):
    assert o2c("cases", "list", "-c", config)[1] == "There is no open case.\n"
    o2c("reverse", 2, "--why", "wrong customer", "--who", "Anne", "-c", config)
    reversed_by(config)
    (case,) = json.loads(o2c("cases", "list", "--json", "-c", config)[1])
    assert case["about"]["kind"] == "reversed"
    shown = o2c("cases", "show", case["id"], "-c", config)[1]
    assert "525.17 EUR of receipt 20061 came in and is posted nowhere" in shown
    assert "owner: credit control" in shown
    assert o2c("cases", "close", case["id"], "--why", "posted by hand", "--who", "Anne", "-c", config)[0] == 0
    assert json.loads(o2c("cases", "list", "--json", "-c", config)[1]) == []
    (closed,) = json.loads(o2c("cases", "list", "--all", "--json", "-c", config)[1])
    assert (closed["who"], closed["why"]) == ("Anne", "posted by hand")
    assert o2c("cases", "close", case["id"], "--why", "again", "--who", "Anne", "-c", config)[0] == 4
    assert o2c("cases", "show", 99, "-c", config)[0] == 4
