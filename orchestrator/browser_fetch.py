"""Browsers fetched onto a machine that has none: Debian's packages (installed by root, unpacked by others) and npm's.

Everything fetched without root is unpacked under the user's cache beside a small script that starts it with its own
libraries and fonts; removing that folder removes all of it.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Report = Callable[[str], None]

NPM_PACKAGE = "@sparticuz/chromium@147.0.0"  #: MIT; a headless Chromium for x86-64 with the libraries servers lack
NPM_INTEGRITY = "4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ=="  #: SHA-512
NPM_ARCHIVES = ("al2023.tar", "swiftshader.tar", "fonts.tar")
INFLATE = (
    "const fs = require('fs'), [input, output] = process.argv.slice(1);"
    "fs.createReadStream(input).pipe(require('zlib').createBrotliDecompress()).pipe(fs.createWriteStream(output));"
)
NOT_NEEDED = ("usr/share/doc", "usr/share/icons", "usr/share/locale", "usr/share/man")


def user_cache() -> Path:
    """Where fetched browsers lie: `$O2C_HOME`, else the user's cache."""
    home = os.environ.get("O2C_HOME")
    if home:
        return Path(home).expanduser() / "fetched"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "o2c"


def fetched_browser() -> Path:
    """Where the browser fetched earlier starts, if there is one."""
    return user_cache() / "browser" / "chromium"


def fetched_node() -> Path:
    """Where Playwright's driver starts with the library it lacks, if that was fetched."""
    return user_cache() / "node" / "node"


def answers(program: Path) -> bool:
    """Whether a program starts on this machine. (On Windows `chrome --version` opens a window: trusted there.)"""
    if not program.is_file():
        return False
    return os.name == "nt" or run([str(program), "--version"], seconds=30) is not None


def run(command: list[str], *, seconds: int, cwd: Path | None = None, extra: Mapping[str, str] | None = None) -> Any:
    """What a command printed, or None when it failed, took too long or is not there."""
    try:
        done = subprocess.run(  # noqa: S603 (the commands are this module's own)
            command, cwd=cwd, env={**os.environ, **(extra or {})}, timeout=seconds,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def install_as_root(report: Report) -> list[Path]:
    """Debian's chromium, installed; only when we are root on such a system."""
    if not (_is_root() and shutil.which("apt-get")):
        return []
    report("installing the package chromium with apt-get (once)")
    if not apt_install("chromium", "fonts-liberation"):
        return []
    return [Path("/usr/bin/chromium")]


def apt_install(*packages: str) -> bool:
    """Install Debian packages as root; whether it worked."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "-q", "install", "-y", "--no-install-recommends", *packages]
    if run(install, seconds=600, extra=quiet) is not None:
        return True
    run(["apt-get", "-q", "update"], seconds=120, extra=quiet)
    return run(install, seconds=600, extra=quiet) is not None


def node_with_libatomic(node: Path, report: Report) -> list[Path]:
    """Playwright's own Node.js, started with Debian's libatomic: installed by root, unpacked for others."""
    report("this machine lacks the library libatomic; taking it from the distribution's package")
    if _is_root() and shutil.which("apt-get") and apt_install("libatomic1"):
        return [node]
    with _made_whole(fetched_node()) as (making, place):
        if unpack_debian(making, "libatomic1"):
            _script(making / "node", node, {"LD_LIBRARY_PATH": _libraries(making, place)})
    return [fetched_node()]


def from_debian(report: Report) -> list[Path]:
    """Debian's chromium with all it needs, unpacked in the cache without being root."""
    if _is_root():
        return []
    report("fetching the distribution's chromium into the cache, without installing it (about 200 MB, once)")
    with _made_whole(fetched_browser()) as (making, place):
        if unpack_debian(making, "chromium", "fonts-liberation", "fontconfig-config"):
            surroundings = {"LD_LIBRARY_PATH": _libraries(making, place), "FONTCONFIG_FILE": str(place / "fonts.conf")}
            _write_fonts(making / "fonts.conf", place, "usr/share/fonts")
            _script(making / "chromium", place / "usr/lib/chromium/chromium", surroundings)
    return [fetched_browser()]


def unpack_debian(folder: Path, *packages: str) -> bool:
    """Fetch packages and what they need that is not installed, and unpack them; whether it worked. Needs no root."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return False
    with tempfile.TemporaryDirectory(prefix="o2c-") as scratch:
        archives = Path(scratch) / "cache" / "archives"
        for needed in (archives / "partial", Path(scratch) / "lists" / "partial"):
            needed.mkdir(parents=True)
        where = (f"Dir::State::lists={scratch}/lists", f"Dir::Cache={scratch}/cache", "APT::Sandbox::User=")
        options = [word for one in (*where, "Debug::NoLocking=1", "Acquire::Languages=none") for word in ("-o", one)]
        fetch = ["install", "-y", "--download-only", "--no-install-recommends", *packages]
        for step in (["update"], fetch):
            if run(["apt-get", "-q", *options, *step], seconds=900) is None:
                return False
        unpacked = [run(["dpkg-deb", "-x", str(deb), str(folder)], seconds=300) for deb in archives.glob("*.deb")]
    for rest in NOT_NEEDED:
        shutil.rmtree(folder / rest, ignore_errors=True)
    return bool(unpacked) and None not in unpacked


def from_npm(report: Report, node: Path | None) -> list[Path]:
    """@sparticuz/chromium, its content checked against the pinned hash, unpacked by Playwright's own Node.js."""
    npm = shutil.which("npm")
    if not (npm and node and sys.platform == "linux" and platform.machine() == "x86_64"):
        return []
    report(f"fetching {NPM_PACKAGE} from npm into the cache (about 70 MB, once)")
    with _made_whole(fetched_browser()) as (making, place):
        run([npm, "pack", NPM_PACKAGE, "--silent"], seconds=600, cwd=making)
        package = next(making.glob("*.tgz"), None)
        if package and _is_the_pinned_one(package) and _inflate(package, making, node):
            surroundings = {"LD_LIBRARY_PATH": f"{place / 'lib'}:{place}", "FONTCONFIG_FILE": str(place / "fonts.conf")}
            _write_fonts(making / "fonts.conf", place, "fonts")
            _script(making / "chromium", place / "chrome", surroundings)
    return [fetched_browser()]


def _is_the_pinned_one(package: Path) -> bool:
    return b64encode(hashlib.sha512(package.read_bytes()).digest()).decode() == NPM_INTEGRITY


def _inflate(package: Path, folder: Path, node: Path) -> bool:
    _extract(package, folder)
    packed_files = folder / "package" / "bin"
    for name in ("chromium", *NPM_ARCHIVES):
        if run([str(node), "-e", INFLATE, str(packed_files / f"{name}.br"), str(folder / name)], seconds=120) is None:
            return False
    for name in NPM_ARCHIVES:
        _extract(folder / name, folder)
        (folder / name).unlink()
    (folder / "chromium").replace(folder / "chrome")
    (folder / "chrome").chmod(0o755)
    shutil.rmtree(folder / "package")
    package.unlink()
    return True


@contextmanager
def _made_whole(program: Path) -> Iterator[tuple[Path, Path]]:
    """A folder to fill and the one it becomes once `program` is in it: a killed set-up leaves nothing half-made."""
    place = program.parent
    place.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=f"{place.name}-", dir=place.parent))
    try:
        yield making, place
        if (making / program.name).is_file() and not answers(program):
            shutil.rmtree(place, ignore_errors=True)
            making.replace(place)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _libraries(making: Path, place: Path) -> str:
    """The folders of an unpacked Debian tree that hold libraries, as they will be called in `place`."""
    patterns = ("usr/lib/*-linux-gnu*", "lib/*-linux-gnu*", "usr/lib/*-linux-gnu*/pulseaudio")
    found = [folder.relative_to(making) for pattern in patterns for folder in making.glob(pattern)]
    return ":".join(str(place / folder) for folder in found)


def _script(path: Path, program: Path, surroundings: Mapping[str, str]) -> None:
    """A shell script that becomes the program, with its own libraries first."""
    settings = "".join(f"export {name}='{value}'\n" for name, value in surroundings.items())
    path.write_text(f"#!/bin/sh\n{settings}exec '{program}' \"$@\"\n", encoding="utf-8")
    path.chmod(0o755)


def _write_fonts(path: Path, place: Path, fonts: str) -> None:
    """A font configuration that also works where none is installed."""
    folders = "".join(f"<dir>{folder}</dir>" for folder in (place / fonts, "/usr/share/fonts", "~/.local/share/fonts"))
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{folders}<cachedir>{place}/font-cache</cachedir></fontconfig>\n",
        encoding="utf-8",
    )


def _extract(archive: Path, folder: Path) -> None:
    safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(archive) as packed:
        packed.extractall(folder, **safely)  # noqa: S202 (its hash is pinned)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
