"""The commands that only look, against real servers: what would be posted, what is well, what is broken and where."""

from __future__ import annotations

import email
import email.policy
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from orchestrator.assembly import open_house
from orchestrator.demo.company import put_customers, write_config
from orchestrator.demo.mail_servers import running_mail
from orchestrator.demo.old_portal.ledger import orders
from orchestrator.demo.old_portal.process import running_portal
from orchestrator.demo.papers import mails
from orchestrator.store.items import State

ROOT = Path(__file__).parents[1]
TODAY = datetime.now().astimezone().date()

pytestmark = [pytest.mark.browser, pytest.mark.imap, pytest.mark.timeout(600)]


def said(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "orchestrator.cli", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def o2c(*arguments):
    ended = said(*arguments)
    assert ended.stdout, ended.stderr
    return ended.returncode, json.loads(ended.stdout)


@pytest.fixture
def scene(tmp_path):
    with running_mail(tmp_path / "mail") as mail, running_portal(tmp_path / "portal", slow=0) as portal:
        config = write_config(tmp_path, mail, portal, None, headed=False)
        with open_house(config) as house:
            put_customers(house.store)
        mail.deliver(next(one.raw for one in mails(TODAY) if one.name == "morel"))
        yield config, portal


def checked(config):
    code, found = o2c("check", "--json", "-c", config)
    return code, {entry["what"]: entry["trouble"] for entry in found}


def test_every_part_is_looked_at_and_what_is_gone_is_named(scene):
    config, portal = scene
    code, found = checked(config)
    assert code == 0, found
    looked_at = " ".join(found)
    assert "mailbox orders" in looked_at
    assert "Sent folder" in looked_at
    assert "portal new_order.submit" in looked_at
    portal.faults.set(remove_field=["reference"])
    code, found = checked(config)
    broken = [what for what, trouble in found.items() if trouble]
    assert code == 5
    assert broken
    assert all(".reference" in what for what in broken)


def test_a_run_over_a_parked_portal_takes_the_mail_in_and_ends_with_the_reason(scene):
    config, portal = scene
    with open_house(config) as house:
        house.store.portals.park("old_portal", "anna", "its pages are another since this morning")
    ended = said("run", "order_entry", "-c", config)
    assert ended.returncode == 8, ended.stderr
    assert "its pages are another since this morning" in ended.stdout
    with open_house(config) as house:
        (item,) = house.store.items.list("order_entry")
        assert item.state is State.POSTPONED
    assert orders(portal.database) == []


def test_a_paused_bot_is_not_run(scene):
    config, _ = scene
    with open_house(config) as house:
        house.store.pauses.pause("order_entry", "anna", "stocktaking")
    ended = said("run", "order_entry", "-c", config)
    assert ended.returncode != 0
    assert "paused by anna" in ended.stderr
    assert "o2c bots resume order_entry" in ended.stderr


def paper(folder):
    """A customer's order as a file, without the mail that vouches for it."""
    raw = next(mail.raw for mail in mails(TODAY) if mail.name == "morel")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    path = folder / "commande.pdf"
    path.write_bytes(next(message.iter_attachments()).get_content())
    return path


def test_a_plan_says_what_would_be_posted_and_posts_nothing(scene, tmp_path):
    config, portal = scene
    code, planned = o2c("plan", "order_entry", paper(tmp_path), "--json", "-c", config)
    assert (code, planned["decision"]) == (0, "go")
    assert planned["plan"]["po_number"] == "BC-2026-0412"
    assert [line["sku"] for line in planned["plan"]["lines"]]
    assert orders(portal.database) == []
