"""A browser is found in a fixed order, counts only when it starts, and what is fetched is whole or not there."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import tarfile
from base64 import b64encode
from pathlib import Path

import pytest

from bots.errors import ConfigError
from orchestrator import browser_fetch, browser_setup
from orchestrator.browser_setup import ensure_browser

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def program(path, answer="echo Chromium 150", code=0):
    """A stand-in for a program: answers, or fails, to anything it is asked."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{answer}\nexit {code}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine with nothing on it, that may not use the network. Its folder; `bin` in it is on the path."""
    for name in ("O2C_HOME", "PLAYWRIGHT_NODEJS_PATH"):
        monkeypatch.setenv(name, "")  # what is set under test is taken back afterwards only if it was set before
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setenv("O2C_OFFLINE", "1")
    monkeypatch.setattr(browser_setup, "USUAL_PLACES", (str(tmp_path / "Applications" / "Chrome"),))
    node = program(tmp_path / "driver" / "node", "echo v26")
    monkeypatch.setattr(browser_setup, "_bundled_node", lambda: node)
    return tmp_path


PLACES = {
    "Playwright's own": "playwright/chromium-1255/chrome-linux/chrome",
    "on the path": "bin/google-chrome",
    "where it is usually installed": "Applications/Chrome",
    "fetched earlier": "cache/o2c/browser/chromium",
}


@pytest.mark.parametrize("first", range(len(PLACES)), ids=list(PLACES))
def test_the_first_in_order_is_taken(bare, first):
    paths = [program(bare / place) for place in list(PLACES.values())[first:]]
    assert ensure_browser(print) == paths[0]


def test_where_no_window_is_wanted_the_browser_without_one_is_taken(bare):
    whole, windowless = (program(bare / "bin" / name) for name in ("chromium", "chromium-headless-shell"))
    assert ensure_browser(print) == windowless
    assert ensure_browser(print, headed=True) == whole


def test_one_that_does_not_start_is_passed_over(bare):
    program(bare / PLACES["Playwright's own"], "echo libnss3.so: cannot open shared object file", code=127)
    working = program(bare / PLACES["on the path"])
    assert ensure_browser(print) == working


def test_a_configured_one_is_taken_before_all(bare):
    program(bare / PLACES["on the path"])
    mine = program(bare / "mine")
    assert ensure_browser(print, mine) == mine


@pytest.mark.parametrize(
    ("answer", "complaint"), [(None, "is not there; correct `browser: path`"), ("exit 1", "does not start")]
)
def test_a_configured_one_is_never_replaced_by_another(bare, answer, complaint):
    program(bare / PLACES["on the path"])
    if answer:
        program(bare / "mine", answer)
    with pytest.raises(ConfigError, match=complaint):
        ensure_browser(print, bare / "mine")


def test_without_any_it_names_every_way_to_provide_one(bare):
    with pytest.raises(ConfigError) as raised:
        ensure_browser(print)
    for way in ("apt-get install chromium", "playwright install chromium", "browser: {path"):
        assert way in str(raised.value)


def test_a_fetched_one_is_put_on_the_path_for_those_who_look_there(bare):
    fetched = program(bare / PLACES["fetched earlier"])
    ensure_browser(print)
    assert os.environ["PATH"].split(os.pathsep)[0] == str(fetched.parent)


def test_a_driver_that_does_not_start_is_replaced_by_one_that_does(bare, monkeypatch):
    program(bare / PLACES["on the path"])
    program(bare / "driver" / "node", "echo libatomic.so.1: cannot open shared object file", code=127)
    other = program(bare / "bin" / "node", "echo v22")
    ensure_browser(print)
    assert os.environ["PLAYWRIGHT_NODEJS_PATH"] == str(other)


def test_a_driver_that_cannot_be_made_to_start_is_named(bare):
    program(bare / "driver" / "node", "", code=127)
    with pytest.raises(ConfigError, match="libatomic"):
        ensure_browser(print)


# --- what is fetched ---


@pytest.fixture
def package(bare, monkeypatch):
    """npm's package as a stand-in, its files packed by the real Node.js; `npm` on the path hands it out."""
    node = real_node()
    monkeypatch.setattr(browser_fetch.sys, "platform", "linux")
    monkeypatch.setattr(browser_fetch.platform, "machine", lambda: "x86_64")
    file = bare / "package.tgz"
    with tarfile.open(file, "w:gz") as packed:
        for name, content in contents().items():
            add(packed, f"package/bin/{name}.br", squeeze(node, content))
    program(bare / "bin" / "npm", f"/bin/cp '{file}' ./fetched.tgz")
    monkeypatch.setattr(browser_fetch, "NPM_INTEGRITY", b64encode(hashlib.sha512(file.read_bytes()).digest()).decode())
    return node


def contents():
    archives = {name: archive(f"lib/{name}.so") for name in browser_fetch.NPM_ARCHIVES}
    return {"chromium": b"#!/bin/sh\necho HeadlessChrome $FONTCONFIG_FILE\n", **archives}


def archive(name):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        add(packed, name, b"library")
    return buffer.getvalue()


def add(packed, name, content):
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    packed.addfile(entry, io.BytesIO(content))


def squeeze(node, content):
    script = "process.stdin.pipe(require('zlib').createBrotliCompress()).pipe(process.stdout)"
    return subprocess.run([node, "-e", script], input=content, capture_output=True, check=True).stdout


NODE = browser_setup._node()  # before any test puts a stand-in there


def real_node():
    if NODE is None or not browser_fetch.answers(NODE):
        pytest.skip("Playwright's Node.js does not start here")
    return NODE


def test_npms_browser_is_unpacked_with_its_libraries_and_fonts(bare, package):
    (found,) = browser_fetch.from_npm(print, package)
    assert found == bare / PLACES["fetched earlier"]
    assert browser_fetch.run([str(found)], seconds=10) == f"HeadlessChrome {found.parent / 'fonts.conf'}\n"
    assert (found.parent / "lib" / "al2023.tar.so").is_file()


def test_npms_browser_with_other_content_than_pinned_is_not_unpacked(bare, package, monkeypatch):
    monkeypatch.setattr(browser_fetch, "NPM_INTEGRITY", "something else")
    (found,) = browser_fetch.from_npm(print, package)
    assert not found.exists()
    assert list((bare / "cache" / "o2c").iterdir()) == []


def test_without_npm_nothing_is_fetched_from_it(bare):
    assert browser_fetch.from_npm(print, bare / "driver" / "node") == []


@pytest.fixture
def debian(bare, monkeypatch):
    """A stand-in for Debian: apt-get leaves one package, dpkg-deb makes a browser of it."""
    monkeypatch.setenv("PATH", f"{bare / 'bin'}:/usr/bin:/bin")
    monkeypatch.setattr(browser_fetch, "_is_root", lambda: False)
    program(
        bare / "bin" / "apt-get",
        "for word; do case $word in Dir::Cache=*) cache=${word#*=};; esac; done; "
        '[ -z "$cache" ] || : > "$cache/archives/chromium.deb"',
    )
    program(
        bare / "bin" / "dpkg-deb",
        'cd "$3"; mkdir -p usr/lib/chromium usr/lib/x86_64-linux-gnu usr/share/doc; cd usr/lib/chromium; '
        "printf '#!/bin/sh\\necho \"$LD_LIBRARY_PATH\"\\n' > chromium; chmod +x chromium",
    )
    return bare


def test_debians_browser_is_unpacked_for_a_user_who_may_not_install_it(debian):
    (found,) = browser_fetch.from_debian(print)
    home = found.parent
    assert browser_fetch.run([str(found)], seconds=10) == f"{home}/usr/lib/x86_64-linux-gnu\n"
    assert not (home / "usr" / "share" / "doc").exists()


def test_an_unpacking_that_fails_leaves_nothing_behind(debian):
    program(debian / "bin" / "dpkg-deb", "echo no space left on device", code=2)
    (found,) = browser_fetch.from_debian(print)
    assert not found.exists()
    assert list((debian / "cache" / "o2c").iterdir()) == []


def test_root_installs_and_does_not_unpack(debian, monkeypatch):
    monkeypatch.setattr(browser_fetch, "_is_root", lambda: True)
    assert browser_fetch.from_debian(print) == []
    assert browser_fetch.install_as_root(print) == [Path("/usr/bin/chromium")]


def test_a_program_that_does_not_answer_in_time_does_not_count(bare):
    assert browser_fetch.run([str(program(bare / "slow", "/bin/sleep 20"))], seconds=1) is None
