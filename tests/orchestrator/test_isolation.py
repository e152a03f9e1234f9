import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from bots.errors import ApplicationError, BusinessError
from orchestrator.isolation import Hands, Overrun
from orchestrator.store import processes


def echo(prefix):
    return lambda request: f"{prefix}{request}"


def greedy():
    return lambda size: len(bytearray(size))


def sleepy():
    return time.sleep


def moody():
    def answer(request):
        if request == "business":
            raise BusinessError("the document is wrong")
        raise ValueError(request)

    return answer


def killed():
    return lambda request: os.kill(os.getpid(), signal.SIGKILL)


def pid_and_child():
    def answer(request):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        return os.getpid(), child.pid

    return answer


@pytest.fixture
def hands():
    made = []

    def make(setup, *arguments, **options):
        made.append(Hands(setup, arguments, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_process_answers_many_times(hands):
    one = hands(echo, "re: ")
    assert [one.ask(n, 20, "echo") for n in (1, 2)] == ["re: 1", "re: 2"]


def test_work_that_takes_too_long_is_stopped_and_the_next_request_is_answered(hands):
    one = hands(sleepy)
    with pytest.raises(Overrun, match=r"reading big\.pdf took longer than 1 s"):
        one.ask(30, 1, "reading big.pdf")
    assert one.ask(0, 20, "sleeping") is None


def test_work_that_eats_memory_ends_alone(hands):
    one = hands(greedy, memory=1 << 30)
    with pytest.raises(Overrun, match="too much memory"):
        one.ask(4 << 30, 20, "reading bomb.pdf")
    assert one.ask(10, 20, "reading small.pdf") == 10


def test_a_process_that_is_killed_is_replaced(hands):
    one = hands(killed)
    with pytest.raises(Overrun):
        one.ask("now", 20, "working")


def test_a_failure_keeps_its_class_and_a_surprise_becomes_an_application_error(hands):
    one = hands(moody)
    with pytest.raises(BusinessError, match="the document is wrong"):
        one.ask("business", 20, "working")
    with pytest.raises(ApplicationError, match="ValueError: other"):
        one.ask("other", 20, "working")


def test_closing_ends_the_process_and_what_it_started(hands):
    one = hands(pid_and_child)
    pids = one.ask("go", 20, "starting")
    one.close()
    assert_gone(*pids)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_process_ends_with_its_parent_whatever_killed_the_parent(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(
        "import sys, time\n"
        f"sys.path[:0] = [{str(Path.cwd())!r}, {str(Path(__file__).parent)!r}]\n"
        "from orchestrator.isolation import Hands\n"
        "import test_isolation\n"
        "if __name__ == '__main__':\n"
        "    print(*Hands(test_isolation.pid_and_child, ()).ask('go', 20, 'starting'), flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as parent:
        pids = [int(word) for word in parent.stdout.readline().split()]
        parent.kill()
    assert_gone(*pids)


def assert_gone(*pids):
    end = time.monotonic() + 10
    while time.monotonic() < end and any(alive(pid) for pid in pids):
        time.sleep(0.05)
    assert not [pid for pid in pids if alive(pid)]


def alive(pid):
    """Running, not only waiting to be buried by its parent."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the marks and sizes of processes")
class TestOnLinux:
    def test_what_left_the_group_is_found_by_its_mark_when_all_else_is_gone(self, hands):
        one = hands(stray, mark="worker-1:order_entry")
        pid = one.ask("go", 20, "starting a browser")
        assert pid in processes.marked("worker-1")
        assert pid not in processes.marked("worker")
        os.kill(one._process.pid, signal.SIGKILL)
        one._process.join()
        assert alive(pid)
        processes.end(processes.marked("worker-1"))
        assert_gone(pid)

    def test_closing_ends_what_left_the_group(self, hands):
        one = hands(stray, mark="worker-2:order_entry")
        pid = one.ask("go", 20, "starting a browser")
        one.close()
        assert_gone(pid)

    def test_what_works_and_all_it_started_have_one_limit_of_memory(self, hands):
        one = hands(hungry_child, most_memory=200 << 20)
        with pytest.raises(Overrun, match="more than 200 MiB"):
            one.ask(400 << 20, 30, "working on item 7")

    def test_a_process_whose_parent_gives_no_sign_of_life_ends_itself(self, hands):
        one = hands(pid_and_child, patience=1.0)
        pids = one.ask("go", 20, "starting")
        assert_gone(*pids)

    def test_a_sign_of_life_keeps_it(self, hands):
        one = hands(pid_and_child, patience=2.0)
        pid, _ = one.ask("go", 20, "starting")
        for _ in range(6):
            one.keep_alive()
            time.sleep(0.5)
        assert alive(pid)


def stray():
    """As a browser does: a session of its own, so that no signal to the group reaches it."""

    def answer(request):
        return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True).pid

    return answer


def hungry_child():
    def answer(size):
        eat = f"import time; kept = bytearray({size}); kept[::4096] = b'x' * len(kept[::4096]); time.sleep(60)"
        subprocess.run([sys.executable, "-c", eat], check=False)

    return answer
