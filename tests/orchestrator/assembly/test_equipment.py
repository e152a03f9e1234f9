"""What a process works with, made when it is first used."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
import yaml

from bots.errors import ConfigError
from orchestrator.assembly import equipment, open_house
from orchestrator.demo.company import COMPANY, SELECTORS


def test_a_missing_password_is_told_each_time_and_no_browser_is_opened_for_it(tmp_path, monkeypatch):
    """A browser left open by the first failure would make every later attempt of the process fail differently."""
    login = {"user": "BOT01", "password": {"secret": "never-set"}}
    portal = {"url": "http://127.0.0.1:9", "map": str(SELECTORS / "old_portal.yaml"), "login": login}
    bots = {"order_entry": {"portal": "old_portal", "mailboxes": [], "settings": {"approval_above": "5000.00 EUR"}}}
    written = {"company": COMPANY, "database": "sqlite:///o2c.sqlite3", "data": "."}
    config = tmp_path / "config.yaml"
    config.write_text(yaml.safe_dump({**written, "portals": {"old_portal": portal}, "bots": bots}))
    monkeypatch.setattr(equipment, "open_browser", lambda **_: pytest.fail("a browser was opened"))
    with open_house(config) as house, ExitStack() as opened:
        made = equipment.Equipment(house, house.config.bots["order_entry"], opened)
        for _ in range(2):
            with pytest.raises(ConfigError, match="never-set"):
                made.account  # noqa: B018 - made when it is asked for
