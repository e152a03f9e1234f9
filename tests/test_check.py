"""`o2c check` against real servers: what is well, and what is broken named where it is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator.demo.company import write_config
from orchestrator.demo.mail_servers import running_mail
from orchestrator.demo.old_portal.process import running_portal

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.browser, pytest.mark.imap]


def check(config):
    ended = subprocess.run(
        [sys.executable, "-m", "orchestrator.cli", "check", "--json", "-c", config],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return ended.returncode, {entry["what"]: entry["trouble"] for entry in json.loads(ended.stdout)}


@pytest.fixture
def scene(tmp_path):
    with running_mail(tmp_path / "mail") as mail, running_portal(tmp_path / "portal", slow=0) as portal:
        yield write_config(tmp_path, mail, portal, None, headed=False), portal


def test_every_part_is_looked_at_and_what_is_gone_is_named(scene):
    config, portal = scene
    code, found = check(config)
    assert code == 0, found
    looked_at = " ".join(found)
    assert "mailbox orders" in looked_at
    assert "Sent folder" in looked_at
    assert "portal new_order.submit" in looked_at
    portal.faults.set(remove_field=["reference"])
    code, found = check(config)
    broken = [what for what, trouble in found.items() if trouble]
    assert code == 5
    assert broken
    assert all(".reference" in what for what in broken)
