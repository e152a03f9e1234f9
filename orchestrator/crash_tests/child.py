"""A run in a process of its own that ends by `kill -9`, at exactly one write.

The process is forked, so that a kill costs milliseconds and the bot may stand in the test file itself. The world must
not die with it: it is handed over through a file in the instant before the blow, and nothing happens in between.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
import traceback
import warnings
from pathlib import Path

from bots.adapters.fakes import FakeWorkspace
from orchestrator.crash_tests.grounds import Ground
from orchestrator.crash_tests.kill import Hand, Kill, kill_process
from orchestrator.crash_tests.scene import Scene

WITHIN = 60.0  #: seconds a run may take before it is ended and the test fails


def killed(scene: Scene, world: FakeWorkspace, ground: Ground, kill: Kill) -> FakeWorkspace | None:
    """The world as the killed process left it; None when it ended without reaching the kill.

    Raises AssertionError, with what it said, when it failed or took longer than a minute.
    """
    after, said = ground.folder / "world.pickle", ground.folder / "failure.txt"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forks beside threads
        pid = os.fork()
    if pid == 0:
        _live_and_die(scene, world, ground, kill, after, said)
    status = _end_of(pid)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        found: FakeWorkspace = pickle.loads(after.read_bytes())  # noqa: S301 - written by our own child
        return found
    if status != 0:
        raise AssertionError(f"the run failed before {kill}:\n{said.read_text(encoding='utf-8')}")
    return None


def _live_and_die(scene: Scene, world: FakeWorkspace, ground: Ground, kill: Kill, after: Path, said: Path) -> None:
    """The child's whole life; it never returns."""

    def blow() -> None:
        after.write_bytes(pickle.dumps(world))
        kill_process()

    try:
        with ground.store(Hand(kill, blow)) as store:
            scene.play(store, world)
    except BaseException:
        said.write_text(traceback.format_exc(), encoding="utf-8")
        os._exit(1)
    os._exit(0)


def _end_of(pid: int) -> int:
    """The wait status of a child that has ended, or was ended because it took too long."""
    deadline = time.monotonic() + WITHIN
    while time.monotonic() < deadline:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    raise AssertionError(f"the run took longer than {WITHIN:.0f} s and was ended")


def possible() -> bool:
    """Whether this system has `fork` and SIGKILL."""
    return sys.platform != "win32"
