"""The first command of the README, as a stranger runs it: a process of its own, real servers, a real browser."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CANARY = "k3q-Zr+9/ÿcanary"  #: the portal's password: letters that every encoding writes another way

pytestmark = [
    pytest.mark.browser,
    pytest.mark.imap,
    pytest.mark.slow,
    pytest.mark.timeout(900),
]


def o2c(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "orchestrator.cli", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    directory = tmp_path_factory.mktemp("demo")
    ended = o2c("demo", "--json", "--directory", directory, MERCURE_PASSWORD=CANARY)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return directory, json.loads(ended.stdout), ended.stderr


def test_every_mail_ends_as_it_should_and_every_order_is_what_the_paper_says(first):
    _, report, _ = first
    assert report["differences"] == []
    assert report["orders_in_portal"] == report["totals"]["posted"]["count"] >= 6


def test_money_becomes_receipts_where_the_rule_allows_it_and_questions_elsewhere(first):
    _, report, _ = first
    money = [item for item in report["cash"]["items"] if item["amount"]]
    posted = [item for item in money if item["state"] == "posted"]
    assert len(posted) == report["receipts_in_portal"] == 4
    assert all(item["reasons"] for item in money if item not in posted)
    assert report["cash"]["totals"]["balanced"]
    assert report["cash"]["totals"]["received"] == 2 + 4 + len(money)


def test_the_totals_balance(first):
    _, report, _ = first
    totals = report["totals"]
    counted = sum(totals[name]["count"] for name in ("posted", "rejected", "waiting", "in doubt", "open"))
    assert totals["balanced"]
    assert totals["received"] == counted == report["documents"]


def test_every_order_that_was_posted_was_confirmed_once(first):
    _, report, _ = first
    assert report["letters_sent"] == report["totals"]["posted"]["count"]


def test_whoever_waits_is_told_why(first):
    _, report, _ = first
    waiting = [item for item in report["items"] if item["state"] in {"waiting", "approval"}]
    assert len(waiting) == report["totals"]["waiting"]["count"] > 0
    assert all(item["reasons"] for item in waiting)


def test_no_password_is_anywhere_in_what_was_kept(first):
    """The portal's password may be found in no file the run left and in nothing it printed, in any form."""
    directory, report, said = first
    assert_nowhere(CANARY, directory, json.dumps(report, ensure_ascii=False) + said)


def assert_nowhere(canary, directory, printed):
    import base64
    import urllib.parse

    raw = canary.encode()
    forms = {
        canary,
        base64.b64encode(raw).decode(),
        urllib.parse.quote(canary, safe=""),
        urllib.parse.quote_plus(canary),
        json.dumps(canary)[1:-1],
        raw.hex(),
        canary[: len(canary) // 2],
        canary[len(canary) // 2 :],
    }
    kept = [
        path for path in directory.rglob("*") if path.is_file() and "portal" not in path.relative_to(directory).parts
    ]
    assert kept
    for form in forms:
        assert form not in printed
        for path in kept:
            assert form.encode() not in path.read_bytes(), f"{path} holds {form!r}"


def test_a_second_run_posts_nothing_again(first, tmp_path):
    directory = tmp_path / "again"
    shutil.copytree(first[0], directory)
    ended = o2c("demo", "--json", "--directory", directory)
    report = json.loads(ended.stdout)
    assert ended.returncode == 0, ended.stderr
    assert (report["new"], report["items"], report["letters_sent"]) == (0, [], 0)
    assert report["orders_in_portal"] == first[1]["orders_in_portal"]
    assert (report["cash"]["new"], report["cash"]["items"]) == (0, [])
    assert report["receipts_in_portal"] == first[1]["receipts_in_portal"]


def test_the_record_is_verified_by_a_command(first):
    ended = o2c("audit", "verify", "-c", first[0] / "config.yaml")
    assert ended.returncode == 0, ended.stderr
    assert "The record stands" in ended.stdout


def change(row):
    return f'UPDATE audit SET detail = \'{{"changed":"by hand"}}\' WHERE seq = {row}'


def delete(row):
    return f"DELETE FROM audit WHERE seq = {row}"


@pytest.mark.parametrize(
    ("tamper", "first_bad"),
    [
        pytest.param(lambda last: change(40), 40, id="a changed row is named"),
        pytest.param(lambda last: delete(41), 41, id="a removed row is named"),
        pytest.param(delete, None, id="a row cut from the end is named"),
    ],
)
def test_a_record_that_was_tampered_with_does_not_stand(first, tmp_path, tamper, first_bad):
    directory = tmp_path / "tampered"
    shutil.copytree(first[0], directory)
    with sqlite3.connect(directory / "o2c.sqlite3") as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        (last,) = database.execute("SELECT max(seq) FROM audit").fetchone()
        database.execute(tamper(last))
    database.close()
    ended = o2c("audit", "verify", "--json", "-c", directory / "config.yaml")
    assert ended.returncode == 8
    assert json.loads(ended.stdout)["first_bad"] == (first_bad or last)
