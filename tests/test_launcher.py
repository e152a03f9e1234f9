"""The launcher makes its environment once, whatever happens meanwhile, and says plainly when it cannot."""

from __future__ import annotations

import ast
import base64
import hashlib
import importlib.machinery
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

LAUNCHER = Path(__file__).parents[1] / "o2c"
CLI = """
import json, os, sys
import tiny
print(json.dumps({"arguments": sys.argv[1:], "python": sys.prefix, "tiny": tiny.VERSION, "pid": os.getpid()}))
"""


def make_wheel(folder, version):
    """A package of one line, as a wheel; the line that locks it."""
    name = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"{name}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{name}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = []
    path = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for file, text in files.items():
            wheel.writestr(file, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
            record.append(f"{file},sha256={digest},{len(text)}")
        wheel.writestr(f"{name}/RECORD", "\n".join([*record, f"{name}/RECORD,,", ""]))
    return f"tiny=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def checkout(tmp_path):
    """A checkout with the real launcher, a lock of one package, and that package in a folder: no network needed."""
    folder = tmp_path / "a checkout"
    (folder / "orchestrator").mkdir(parents=True)
    (folder / "orchestrator" / "cli.py").write_text(CLI)
    (tmp_path / "wheels").mkdir()
    shutil.copy(LAUNCHER, folder / "o2c")
    (folder / "requirements.lock").write_text(make_wheel(tmp_path / "wheels", "1.0"))
    return folder


def surroundings(checkout, **more):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_", "O2C_", "PYTHON"))}
    home = checkout.parent / "home"
    return {**kept, "HOME": str(home), "PIP_FIND_LINKS": str(checkout.parent / "wheels"), "O2C_OFFLINE": "1", **more}


def start(checkout, *arguments, **more):
    return subprocess.Popen(
        [sys.executable, str(checkout / "o2c"), *arguments],
        env=surroundings(checkout, **more),
        cwd=checkout.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def launch(checkout, *arguments, **more):
    process = start(checkout, *arguments, **more)
    out, err = process.communicate(timeout=120)
    return process.returncode, json.loads(out) if out else None, err


def test_the_environment_is_made_once_and_the_command_gets_its_arguments(checkout):
    code, told, err = launch(checkout, "demo", "--headed", "two words")
    assert code == 0, err
    assert told["arguments"] == ["demo", "--headed", "two words"]
    assert told["python"] == str(checkout / ".venv")
    assert "making the environment" in err
    code, _, err = launch(checkout, "demo")
    assert (code, err) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no exec: there the launcher waits and passes on the code")
def test_the_launcher_becomes_the_command(checkout):
    launch(checkout)
    process = start(checkout)
    out, _ = process.communicate(timeout=60)
    assert json.loads(out)["pid"] == process.pid


def test_a_folder_of_the_same_name_where_it_is_started_is_not_taken_for_ours(checkout):
    (checkout.parent / "orchestrator").mkdir()
    (checkout.parent / "orchestrator" / "cli.py").write_text("raise SystemExit(99)")
    assert launch(checkout)[0] == 0


def test_a_changed_lock_makes_it_anew(checkout):
    launch(checkout)
    (checkout / "requirements.lock").write_text(make_wheel(checkout.parent / "wheels", "2.0"))
    code, told, err = launch(checkout)
    assert code == 0, err
    assert told["tiny"] == "2.0"


def test_two_at_once_make_one_environment(checkout):
    both = [start(checkout, str(number)) for number in range(2)]
    ends = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], ends
    assert sum("(once; " in err for _, err in ends) == 1
    assert sorted(json.loads(out)["arguments"] for out, _ in ends) == [["0"], ["1"]]


def test_a_set_up_that_was_killed_is_thrown_away_and_made_again(checkout):
    process = start(checkout)
    while not (checkout / ".venv" / "pyvenv.cfg").exists():
        assert process.poll() is None, process.communicate()
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    (checkout / ".venv" / "half-made").touch()
    code, told, err = launch(checkout)
    assert code == 0, err
    assert told["tiny"] == "1.0"
    assert not (checkout / ".venv" / "half-made").exists()


def test_an_environment_somebody_else_made_is_left_alone(checkout):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "theirs").touch()
    code, told, err = launch(checkout, XDG_CACHE_HOME=str(checkout.parent / "cache"))
    assert code == 0, err
    assert [path.name for path in (checkout / ".venv").iterdir()] == ["theirs"]
    assert told["python"].startswith(str(checkout.parent / "cache" / "o2c-"))


def test_a_home_of_its_own_can_be_named(checkout):
    code, told, err = launch(checkout, O2C_HOME=str(checkout.parent / "elsewhere"))
    assert code == 0, err
    assert told["python"] == str(checkout.parent / "elsewhere" / "venv")
    assert not (checkout / ".venv").exists()


def test_a_package_whose_content_changed_is_refused(checkout):
    lock = checkout / "requirements.lock"
    lock.write_text(lock.read_text()[:-9] + "00000000\n")
    code, told, err = launch(checkout)
    assert (code, told) == (3, None)
    assert "hash" in err.lower()


def test_without_a_network_it_says_what_is_missing_and_what_to_do(checkout):
    (checkout.parent / "wheels" / "tiny-1.0-py3-none-any.whl").unlink()
    code, told, err = launch(checkout, "--offline", "demo", O2C_OFFLINE="")
    assert (code, told) == (3, None)
    assert "--offline forbids" in err
    assert "tiny==1.0" in err
    assert "PIP_FIND_LINKS" in err


@pytest.fixture
def launcher():
    """The launcher as a module."""
    loader = importlib.machinery.SourceFileLoader("o2c_launcher", str(LAUNCHER))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("o2c_launcher", loader))
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


def test_a_checkout_that_cannot_be_written_gets_its_environment_in_the_cache(launcher, checkout, monkeypatch):
    monkeypatch.delenv("O2C_HOME", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(checkout.parent / "cache"))
    monkeypatch.setattr(launcher, "ROOT", checkout)
    monkeypatch.setattr(launcher, "LOCK", checkout / "requirements.lock")
    monkeypatch.setattr(launcher.sys, "platform", "linux")
    assert launcher.place() == checkout / ".venv"
    monkeypatch.setattr(launcher.os, "access", lambda path, mode: False)
    assert launcher.place().parent.parent == checkout.parent / "cache"


def test_an_old_python_can_read_it_and_refuses_in_a_sentence(launcher, monkeypatch, capsys):
    ast.parse(LAUNCHER.read_text(), feature_version=(3, 6))
    monkeypatch.setattr(launcher.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(launcher.shutil, "which", lambda name: None)
    assert launcher.main(["demo"]) == 3
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one_beside_it(launcher, monkeypatch):
    commands = []
    monkeypatch.setattr(launcher.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(launcher.shutil, "which", lambda name: "/opt/python" if name == "python3.12" else None)
    monkeypatch.setattr(launcher, "become", commands.append)
    launcher.main(["demo", "--json"])
    assert commands == [["/opt/python", str(LAUNCHER), "demo", "--json"]]


def test_only_the_standard_library_is_used():
    imported = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(ast.parse(LAUNCHER.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        pytest.param(
            "[global]\nindex-url = https://mirror.example/simple\n", "https://mirror.example/simple", id="named"
        ),
        pytest.param("[global]\ntimeout = 60\n", None, id="not named"),
        pytest.param("not a configuration", None, id="not readable"),
    ],
)
def test_the_index_pip_is_configured_for_is_found(launcher, monkeypatch, tmp_path, configured, expected):
    (tmp_path / "pip.conf").write_text(configured)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert launcher.configured_index() == expected


PIP = b"pretend this is pip"


@pytest.mark.parametrize(
    ("content", "accepted"), [pytest.param(PIP, True, id="the pinned one"), pytest.param(b"other", False, id="another")]
)
def test_pip_from_a_companys_index_is_checked_by_its_hash(launcher, monkeypatch, tmp_path, content, accepted):
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"pip==26.3 \\\n    --hash=sha256:{hashlib.sha256(PIP).hexdigest()}\nplum==1\n")
    pages = {
        "https://mirror.example/simple/pip/": b'<a href="../../files/pip-26.3-py3-none-any.whl#sha256=x">pip</a>',
        "https://mirror.example/files/pip-26.3-py3-none-any.whl#sha256=x": content,
    }
    monkeypatch.setattr(launcher, "LOCK", lock)
    monkeypatch.setattr(launcher, "download", pages.__getitem__)
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    found = launcher.pip_from_index(tmp_path)
    assert (found is not None) == accepted
    if found:
        assert found.read_bytes() == PIP
