"""SIGKILL for the real thing: the command, its browser and its portal, killed around the press."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from orchestrator.assembly import open_house
from orchestrator.demo.company import put_customers, write_config
from orchestrator.demo.mail_servers import running_mail
from orchestrator.demo.old_portal.ledger import orders
from orchestrator.demo.old_portal.process import running_portal
from orchestrator.demo.papers import mails
from orchestrator.store import processes

ROOT = Path(__file__).parents[1]
RUN = [sys.executable, "-m", "orchestrator.cli", "run", "order_entry", "--json", "-c"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.imap,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows"),
]


@pytest.fixture
def scene(tmp_path):
    """One order in a mailbox, a slow portal whose search is proof after two seconds, and a configuration."""
    with running_mail(tmp_path / "mail") as mail, running_portal(tmp_path / "portal", slow=60) as portal:
        config = write_config(tmp_path, mail, portal, None, headed=False)
        impatient(config, tmp_path)
        mail.deliver(next(one.raw for one in mails(datetime.now().astimezone().date()) if one.name == "morel"))
        with open_house(config) as house:
            put_customers(house.store)
        yield config, portal, mail


def impatient(config, folder):
    """Let the search be proof sooner than on the demo's map, so that the test need not wait for it."""
    values = yaml.safe_load(config.read_text(encoding="utf-8"))
    portal = values["portals"]["old_portal"]
    described = yaml.safe_load(Path(portal["map"]).read_text(encoding="utf-8"))
    described |= {"search_is_proof_after": "3s", "answer_within": "2s"}
    portal["map"] = str(folder / "impatient.yaml")
    Path(portal["map"]).write_text(yaml.safe_dump(described, sort_keys=False), encoding="utf-8")
    config.write_text(yaml.safe_dump(values, sort_keys=False), encoding="utf-8")


def killed_at(config, action, target):
    """Start the command and kill it, with no warning, as soon as the record shows this action."""
    with subprocess.Popen([*RUN, config], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        end = time.monotonic() + 180
        with open_house(config) as house:
            seen = 0
            while time.monotonic() < end:
                for record in house.store.audit.list(after=seen):
                    seen = record.seq
                    if record.action == action and record.target.endswith(target):
                        process.kill()
                        return
                assert process.poll() is None, process.stderr.read().decode()
                time.sleep(0.005)
    raise AssertionError(f"{action} was never recorded")


def run_to_the_end(config):
    ended = subprocess.run([*RUN, config], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return json.loads(ended.stdout)


@pytest.mark.parametrize(
    ("action", "target", "answer_lost"),
    [
        pytest.param("fill", "new_order.po_number", False, id="while typing"),
        pytest.param("read back", ".submit", False, id="just before the press"),
        pytest.param("intent.begun", ".submit", False, id="at the press"),
        pytest.param("intent.begun", ".submit", True, id="at the press, and the answer is lost"),
        pytest.param("answered", ".submit", False, id="just after the press"),
        pytest.param("intent.begun", "outbox", False, id="while confirming"),
    ],
)
def test_a_kill_leaves_one_order(scene, action, target, answer_lost):
    config, portal, mail = scene
    if answer_lost:
        portal.faults.set(answer_lost_after_commit=1)
    killed_at(config, action, target)
    report = run_to_the_end(config)
    (order,) = orders(portal.database)
    assert order.reference == "C-1000:bc20260412:0"
    assert len(mail.sent_mail) <= 1
    totals = report["totals"]
    assert totals["received"] == totals["posted"]["count"] + totals["in doubt"]["count"] == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process was started by")
def test_no_browser_outlives_its_killed_worker(scene):
    config, _, _ = scene
    killed_at(config, "fill", "new_order.po_number")
    with open_house(config) as house:
        (dead,) = house.store.workers.list()
        browsers_end(dead.token, within=60)


def browsers_end(token, within):
    """The browser ends by itself when its pipe breaks, or the next worker sweeps it; here nobody sweeps."""
    end = time.monotonic() + within
    while processes.marked(token):
        assert time.monotonic() < end, f"still running: {processes.marked(token)}"
        time.sleep(0.2)
