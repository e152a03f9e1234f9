"""Bots are found by name: ours from the checkout, a company's own from its installed package."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from bots.bot import Bot
from bots.errors import ConfigError
from orchestrator import registry
from orchestrator.registry import find_bot, known_bots


def installed(monkeypatch, *entries):
    found = [EntryPoint(name, value, registry.GROUP) for name, value in entries]
    monkeypatch.setattr(registry, "entry_points", lambda group: found)


def test_our_bots_are_found_without_being_installed():
    assert "order_entry" in known_bots()
    assert find_bot("order_entry").name == "order_entry"


def test_a_companys_own_bot_stands_beside_ours(monkeypatch):
    installed(monkeypatch, ("quotes", "bots.order_entry:BOT"))
    assert {"order_entry", "quotes"} <= set(known_bots())
    assert isinstance(find_bot("quotes"), Bot)


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        pytest.param("quotes", "no.such.package:BOT", "cannot be loaded from no.such.package:BOT", id="not installed"),
        pytest.param("quotes", "bots.order_entry:NOTHING", "cannot be loaded", id="no such name in it"),
        pytest.param("quotes", "bots.order_entry:collect", "is a function, not a Bot", id="not a bot"),
        pytest.param("order_entry", "elsewhere:BOT", "two packages declare a bot order_entry", id="declared twice"),
    ],
)
def test_a_bad_declaration_is_named(monkeypatch, name, value, complaint):
    installed(monkeypatch, (name, value))
    with pytest.raises(ConfigError, match=complaint):
        find_bot(name)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        pytest.param("order_entri", r"there is no bot `order_entri`; did you mean `order_entry`\?", id="misspelt"),
        pytest.param("xyz", "there is no bot `xyz`; known here: .*order_entry", id="unknown"),
    ],
)
def test_an_unknown_bot_is_answered_with_the_nearest_name(name, complaint):
    with pytest.raises(ConfigError, match=complaint):
        find_bot(name)
