"""`o2c test` runs every step whatever fails, tests last, and says so with its exit code."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bots.errors import ConfigError
from orchestrator import testing


@pytest.fixture
def steps(monkeypatch):
    """The commands that were run; those in `failing` fail."""
    ran, failing = [], set()

    def call(command, cwd):
        ran.append(
            next(word for word in ("ruff format", "ruff", "mypy", "importlinter", "pytest") if word in told(command))
        )
        return 1 if ran[-1] in failing else 0

    def told(command):
        return " ".join(command[1:])

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(testing, "ensure_browser", lambda report: Path("chromium"))
    return ran, failing


ALL = ["ruff", "ruff format", "mypy", "importlinter", "pytest"]


def test_everything_is_run_with_the_tests_last(steps):
    ran, _ = steps
    assert testing.run([]) == 0
    assert ran == ALL


@pytest.mark.parametrize("step", ALL)
def test_one_failure_fails_the_whole_but_stops_nothing(steps, step):
    ran, failing = steps
    failing.add(step)
    assert testing.run([]) == 1
    assert ran == ALL


def test_arguments_go_to_pytest(steps, monkeypatch):
    commands = []
    monkeypatch.setattr(subprocess, "call", lambda command, cwd: commands.append(command) or 0)
    testing.run(["-k", "mailbox"])
    assert commands[-1][-2:] == ["-k", "mailbox"]
    assert "-k" not in commands[0]


def test_a_machine_without_a_browser_is_told_and_tested_all_the_same(steps, monkeypatch, capsys):
    def none(report):
        raise ConfigError("No browser was found")

    ran, _ = steps
    monkeypatch.setattr(testing, "ensure_browser", none)
    assert testing.run([]) == 0
    assert ran == ALL
    assert "No browser was found" in capsys.readouterr().err
