"""What a person asks and answers about money on the command line."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import yaml

from bots.adapters.fakes import FakePortal, FakeWorkspace
from bots.adapters.recorded import RecordedWorkspace
from bots.domain.ledger import BankReport, NotedAdvice, Trust
from bots.domain.receivables import OpenItem
from bots.remittance_reader import decide_money
from orchestrator import cli
from orchestrator.assembly import House, open_house
from orchestrator.demo import world
from orchestrator.demo.old_portal.seed import owed
from orchestrator.demo.papers.bank_files import bank_files
from orchestrator.store.items import State
from tests.bots.remittance_reader.examples import ADVICE
from tests.orchestrator.money_loop import ACCOUNT, Till, by_reference, paid


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
        house.store.ledger.enter(BankReport("c" * 64, ((ACCOUNT, (paid("9.00", "F9", "SOMEBODY"),)),)))
        (arrival,) = house.store.ledger.arrivals()
        item, _ = house.store.items.receive("remittance_reader", "c", arrival.documents[0], arrival.source)
    code, out, _ = o2c(
        "allocate", item.id, "C-1000", "F2604102=500.00", "--why", "she asked", "--who", "Anne", "-c", config
    )
    assert (code, out) == (0, f"Item {item.id} will be posted as you said at the next run of remittance_reader.\n")
    with open_house(config) as house:
        choice = house.store.ledger.choice(arrival.source.removeprefix("ledger:"))
        assert (choice.parts, choice.who) == ((("F2604102", Decimal("500.00")),), "Anne")
        assert house.store.items.get(item.id).state is State.NEW


@pytest.fixture
def statement(tmp_path):
    """The demo's statement in a file."""
    content = bank_files(date(2026, 3, 3))["camt053-20260302.xml"]
    path = tmp_path / "camt053.xml"
    path.write_bytes(content)
    return path


@pytest.fixture
def planning(tmp_path, monkeypatch):
    """A house whose bot finds its portal in memory, holding what the demo's customers owe."""
    path = tmp_path / "plans.yaml"
    settings = {"series": ["F{yy}{n:5}"], "matching": {"agreements_needed": 1, "sample_percent": "0"}}
    values = {"company": {"name": "Brunel"}, "database": "sqlite:///plans.sqlite3", "data": "plans"}
    path.write_text(yaml.safe_dump({**values, "bots": {"remittance_reader": {"settings": settings}}}))
    debts = [(one.number, *debt) for one in world.CUSTOMERS for debt in owed(one.number, date(2026, 3, 3))]
    invoices = [OpenItem(number, customer, day, day, due, due, "EUR") for customer, number, day, due in debts]
    portal = FakePortal(invoices=invoices, today=date(2026, 3, 3))

    @contextmanager
    def workspace(house, bot, journal):
        seen = FakeWorkspace(datetime(2026, 3, 3, 9, tzinfo=UTC), world.CUSTOMERS, portal=portal)
        seen.ledger.learned = {"C-1004": Trust((world.PAYERS["C-1004"],), agreements=1)}
        yield RecordedWorkspace(seen, journal)

    monkeypatch.setattr(House, "workspace", workspace)
    return path, portal


def test_a_plan_for_a_statement_shows_its_entry_and_then_every_receipt_and_posts_nothing(o2c, planning, statement):
    config, portal = planning
    code, out, err = o2c("plan", "remittance_reader", statement, "-c", config)
    assert code == 0, err
    assert "Enter 7 lines of the account FR7630006000011234567890189" in out
    assert "Post a receipt of 268.80 EUR of Talleres Ibarra SL (C-1004), valued 2026-03-02" in out
    assert "A person must decide:" in out
    assert out.count("Nothing was posted.") == 1 + out.count("Post a receipt of")
    told = json.loads(o2c("plan", "remittance_reader", statement, "--json", "-c", config)[1])
    assert (told["decision"], len(told["parts"])) == ("go", 6)
    assert portal.receipts == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((2, "C-1000", "F2604102"), "write it like", id="no amount"),
        pytest.param((2, "C-1000", "F2604102=much"), "write it like", id="no number"),
        pytest.param((2, "C-1000", "F2604102=1.00"), "was receipt 20061, posted already", id="posted already"),
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
