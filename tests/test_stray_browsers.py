"""No browser outlives its worker, whatever ended the worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from orchestrator.assembly import open_house
from orchestrator.store import processes
from tests.killing_ground import ROOT, killing_ground

pytestmark = [
    pytest.mark.browser,
    pytest.mark.imap,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process was started by"),
]


def test_no_browser_outlives_its_killed_worker(tmp_path):
    with killing_ground(tmp_path) as ground:
        ground.order()
        command = [sys.executable, "-m", "orchestrator.cli", "run", "order_entry", "-c", str(ground.config)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as worker:
            with open_house(ground.config) as house:
                token = until(lambda: next((one.token for one in house.store.workers.list()), None))
            until(lambda: "chrom" in " ".join(map(name_of, processes.marked(token))))
            worker.send_signal(signal.SIGKILL)
        until(lambda: not processes.marked(token), within=60)


def name_of(pid):
    try:
        return os.readlink(f"/proc/{pid}/exe")
    except OSError:
        return ""


def until(true, within=120):
    """What `true()` answers once it is anything; fails when it stays nothing."""
    end = time.monotonic() + within
    while not (found := true()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)
    return found
