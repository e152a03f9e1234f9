"""Bots are found by name: ours from the checkout, a company's own from its installed package."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from bots.bot import Bot
from bots.errors import ConfigError
from orchestrator import registry
from orchestrator.registry import find_bot, find_reader, known_bots, known_kinds


def installed(monkeypatch, *entries, group=registry.GROUP):
    found = [EntryPoint(name, value, group) for name, value in entries]
    monkeypatch.setattr(registry, "entry_points", lambda group: [one for one in found if one.group == group])


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


def test_readers_are_found_by_the_kind_of_document_they_read():
    assert {"bank", "order"} <= set(known_kinds())
    assert find_reader("order") is find_bot("order_entry").read
    assert find_reader("bank").__name__ == "read_bank_file"


def test_a_companys_own_reader_stands_beside_ours(monkeypatch):
    installed(monkeypatch, ("quotes", "bots.order_entry:read"), group=registry.READERS)
    assert "quotes" in known_kinds()
    assert "quotes" not in known_bots()
    assert find_reader("quotes") is find_bot("order_entry").read


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        pytest.param("quotes", "no.such.package:read", "the reader quotes cannot be loaded", id="not installed"),
        pytest.param("quotes", "bots.order_entry:__name__", "is a str, not a function", id="not a function"),
        pytest.param("bank", "elsewhere:read", "two packages declare a reader bank", id="declared twice"),
        pytest.param(
            "order", "elsewhere:read", "the bot order_entry and the reader elsewhere:read both", id="a bot's own kind"
        ),
    ],
)
def test_a_bad_declaration_of_a_reader_is_named(monkeypatch, name, value, complaint):
    installed(monkeypatch, (name, value), group=registry.READERS)
    with pytest.raises(ConfigError, match=complaint):
        find_reader(name)


def test_a_kind_nobody_reads_is_answered_with_the_nearest():
    with pytest.raises(ConfigError, match="there is no reader `bnk`; did you mean `bank`"):
        find_reader("bnk")
