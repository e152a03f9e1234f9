"""The house stands as its plan says: imports run one way, maps are data, the top level is fixed, nothing is local."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    ".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE", "README.md",
    "benchmarks", "bots", "config.yaml", "docs", "o2c", "orchestrator", "pyproject.toml", "requirements.lock",
    "selectors", "tests",
}  # fmt: skip
#: One person's folders, and the addresses of package registries: whoever installs names their own.
LOCAL = re.compile(r"/(?:home|Users)/\w+/|(?<![\w.])[/]root/|\b(?:pypi|npmjs|pythonhosted)\.org\b")


def committed():
    """Every file git keeps; skips where this is no git checkout."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("git is not installed, or this is no checkout of it")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_imports_run_one_way():
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    command = [sys.executable, "-c", lint, "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_top_level_is_fixed():
    assert {path.relative_to(ROOT).parts[0] for path in committed()} <= TOP_LEVEL


def test_selector_maps_are_data_only():
    # A module named `selectors` would hide the standard library's, and nothing would start.
    kinds = {path.suffix for path in (ROOT / "selectors").rglob("*") if path.is_file()}
    assert kinds
    assert kinds <= {".yaml", ".png"}


def test_packages_are_named_one_by_one():
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert build["packages"] == ["bots", "orchestrator"]


def test_nothing_that_is_kept_names_one_machine_or_one_registry():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in committed()
        for number, line in enumerate(path.read_bytes().decode("utf-8", "ignore").splitlines(), 1)
        if LOCAL.search(line)
    ]
    assert found == []


def test_the_lock_pins_everything_the_project_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted += project["project"]["optional-dependencies"]["age"]
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    names = {re.match(r"[\w.-]+", one)[0].lower().replace("_", "-").replace(".", "-") for one in wanted}
    assert names <= locked


def test_the_lock_checks_everything_by_hash():
    lock = (ROOT / "requirements.lock").read_text()
    assert all("--hash=sha256:" in block for block in re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE) if block)


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "common", "helpers", "helper", "manager", "misc", "base"}
    modules = [path for package in ("bots", "orchestrator") for path in (ROOT / package).rglob("*.py")]
    assert not [path for path in modules if path.stem in drawers]
