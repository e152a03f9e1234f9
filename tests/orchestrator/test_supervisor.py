"""Posts are kept manned, and everything ends when it is told to."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from datetime import timedelta

import pytest

from orchestrator.supervisor import Post, Supervisor, wait_before_start

LEAVES_WHEN_TOLD = "import sys; sys.stdin.read()"
DEAF = "import time; time.sleep(600)"
DIES = "raise SystemExit(7)"


@pytest.mark.parametrize(("failures", "seconds"), [(0, 0), (1, 1), (2, 2), (3, 4), (7, 60), (1000, 60)])
def test_what_fails_again_and_again_is_started_ever_later_but_never_later_than_a_minute(failures, seconds):
    assert wait_before_start(failures) == timedelta(seconds=seconds)


@pytest.fixture
def supervise():
    """A supervisor at work over programs by name, what it said, and its thread; ended with the test."""
    made = []

    def start(**programs):
        said = []
        posts = [Post(name, (sys.executable, "-c", program)) for name, program in programs.items()]
        one = Supervisor(posts, timedelta(0), said.append)
        thread = threading.Thread(target=one.run)
        thread.start()
        made.append((one, thread))
        return one, said, thread

    yield start
    for one, thread in made:
        one.stop()
        thread.join(60)


def until(true):
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def test_what_ends_is_started_again(supervise):
    _, said, _ = supervise(worker=DIES)
    until(lambda: sum("worker runs" in line for line in said) == 2)
    assert "worker ended with 7; it is started again in 1 s" in said


def test_everyone_is_told_to_leave_by_the_end_of_their_input(supervise):
    one, said, thread = supervise(worker=LEAVES_WHEN_TOLD, scheduler=LEAVES_WHEN_TOLD)
    until(lambda: sum("runs" in line for line in said) == 2)
    one.stop()
    thread.join(60)
    assert [manned.process.returncode for manned in one._manned] == [0, 0]


def test_who_does_not_leave_is_killed_in_the_end(supervise, monkeypatch):
    monkeypatch.setattr("orchestrator.supervisor.SLACK", timedelta(seconds=0.3))
    one, said, thread = supervise(worker=DEAF)
    until(lambda: said)
    one.stop()
    thread.join(60)
    assert "does not end: killed" in said[-1]
    assert one._manned[0].process.returncode != 0


def test_a_process_that_is_left_alone_leaves_and_one_that_leaves_by_itself_is_not_aborted():
    program = (
        "import sys, time; from orchestrator.supervisor import when_left_alone; "
        "when_left_alone(lambda: print('alone', flush=True)); time.sleep(float(sys.argv[1]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, "60"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as left:
        left.stdin.close()
        assert left.stdout.readline() == "alone\n"
        left.kill()
    with subprocess.Popen([sys.executable, "-c", program, "0.2"], stdin=subprocess.PIPE) as leaves:
        assert leaves.wait(60) == 0
