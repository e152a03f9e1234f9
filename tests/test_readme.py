"""What the README shows is true: its bot works, its links lead somewhere."""

from __future__ import annotations

import dataclasses
import re
import sys
import types
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.adapters.fakes import FakeMailbox, FakeWorkspace
from bots.decision import Done, Go, Review, Skip
from bots.domain.customers import Customer
from bots.domain.documents import Arrival, Document, Envelope

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CUSTOMERS = (Customer("C-1", "Ateliers Morel SA", contact="achats@morel.example"),)
MAIL = Envelope("orders", "INBOX", 1, 1, "<1@morel.example>", "achats@morel.example", None, None, "Order", NOW)


@pytest.fixture
def bot(monkeypatch):
    """The bot as it stands in the README."""
    shown = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    module = types.ModuleType("shown_in_the_readme")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(shown[1], vars(module))
    return module.BOT


def decision(bot, workspace, **different):
    reading = bot.read(Document(b"", "message/rfc822", envelope=dataclasses.replace(MAIL, **different)))
    settings = bot.settings(domain="brunel.example")
    return bot.decide(reading, bot.look(reading, workspace, settings), settings)


def test_its_bot_writes_once_and_then_sees_that_it_did(bot):
    workspace = FakeWorkspace(NOW, CUSTOMERS)
    first = decision(bot, workspace)
    assert isinstance(first, Go)
    bot.act(first.plan, workspace)
    assert decision(bot, workspace) == Done("receipt to achats@morel.example")
    assert [letter.to for letter in workspace.outbox.letters] == [("achats@morel.example",)]


@pytest.mark.parametrize(
    ("different", "kind"),
    [
        pytest.param({"sender": "stranger@example.com"}, Review, id="a stranger"),
        pytest.param({"automatic": "bounce"}, Skip, id="a bounce"),
    ],
)
def test_its_bot_leaves_to_a_person_what_it_does_not_know(bot, different, kind):
    assert isinstance(decision(bot, FakeWorkspace(NOW, CUSTOMERS), **different), kind)


def test_its_bot_takes_every_mail(bot):
    arrival = Arrival("imap:orders/INBOX/1/1", b"", (Document(b"", "message/rfc822", envelope=MAIL),))
    assert list(bot.collect(FakeWorkspace(NOW, mailbox=FakeMailbox([arrival])))) == [arrival]


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]), ids=lambda page: page.name
)
def test_every_link_leads_to_a_file(page):
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
