"""`o2c test`: everything that proves this software, in one command and in the order that fails fastest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bots.errors import ConfigError
from orchestrator.browser_setup import ensure_browser

ROOT = Path(__file__).parents[1]
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("style", ("-m", "ruff", "check", ".")),
    ("layout", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo")),
)
#: Two processes, a file at a time: what a file's tests share (a demo that was run, a portal) is made once.
SHARED = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")


def run(arguments: list[str]) -> int:
    """Run every step, all even if one fails; `arguments` go to pytest. 0 when all passed, else 1.

    The tests come last and nothing is printed after them, so that their count is the last line.
    """
    failed = [name for name, command in STEPS if not _passes(name, command)]
    _browser_ready()
    if failed:
        _say(f"failed already, whatever the tests say: {', '.join(failed)}")
    passed = _passes("tests", ("-m", "pytest", *SHARED, *arguments))
    return 0 if passed and not failed else 1


def _passes(name: str, command: tuple[str, ...]) -> bool:
    _say(name)
    return subprocess.call([sys.executable, *command], cwd=ROOT) == 0  # noqa: S603 (our own tools)


def _browser_ready() -> None:
    """Browser tests find the browser on the path; where there is none they say why they are skipped."""
    try:
        ensure_browser(_say)
    except ConfigError as error:
        _say(str(error))


def _say(text: str) -> None:
    print(f"o2c test: {text}", file=sys.stderr, flush=True)
