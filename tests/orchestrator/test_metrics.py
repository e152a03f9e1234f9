"""Figures as a Prometheus reads them: counted in the store when asked for, and honest when it cannot be."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from bots.errors import ConfigError, StoreError
from orchestrator.commands.serving import posts
from orchestrator.metrics import printed, serving
from orchestrator.store.item import State
from orchestrator.store.snapshot import Doubt, Miss, Parked, RunCount, Snapshot, Standing, WorkerSeen, take_snapshot

ROOT = Path(__file__).parents[2]
LEASE = timedelta(seconds=60)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
OPENMETRICS = "application/openmetrics-text; version=1.0.0"
SNAPSHOT = Snapshot(
    NOW,
    items=(
        Standing("order_entry", State.POSTED, 40, NOW - timedelta(days=9)),
        Standing("order_entry", State.WAITING, 2, NOW - timedelta(hours=2)),
        Standing("order_entry", State.IN_DOUBT, 1, NOW - timedelta(hours=3)),
        Standing("order_entry", State.NEW, 5, NOW - timedelta(seconds=30)),
    ),
    doubts=(Doubt("old_portal.new_order.submit", 1),),
    runs=(RunCount("order_entry", 12, 3, "2 missing", "r12"),),
    workers=(
        WorkerSeen("a", "worker", "here", timedelta(seconds=4), LEASE),
        WorkerSeen("b", "worker", "there", timedelta(seconds=300), LEASE),
    ),
    misses=(Miss("hourly", "order_entry", NOW, "nobody was there"),),
    parked=(Parked("acme", NOW, "o2c", "locked"),),
    letters=39,
)


def samples(text):
    """Name and labels → value, by the reference parser of OpenMetrics."""
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param(("o2c_store_up",), 1, id="the store answers"),
        pytest.param(("o2c_items", "order_entry", "posted"), 40, id="items by state"),
        pytest.param(("o2c_oldest_waiting_seconds", "order_entry"), 3 * 3600, id="who waits longest for a person"),
        pytest.param(("o2c_oldest_open_seconds", "order_entry"), 30, id="who waits longest for a machine"),
        pytest.param(("o2c_intents_in_doubt", "old_portal.new_order.submit"), 1, id="presses in doubt"),
        pytest.param(("o2c_runs_total", "order_entry"), 12, id="runs"),
        pytest.param(("o2c_runs_red_total", "order_entry"), 3, id="red runs"),
        pytest.param(("o2c_last_run_red", "order_entry"), 1, id="the latest run is red"),
        pytest.param(("o2c_workers", "alive"), 1, id="workers alive"),
        pytest.param(("o2c_workers", "stale"), 1, id="workers stale"),
        pytest.param(("o2c_parked",), 1, id="parked"),
        pytest.param(("o2c_schedule_misses",), 1, id="missed runs"),
        pytest.param(("o2c_letters_sent_total",), 39, id="letters"),
    ],
)
def test_a_snapshot_is_shown(name, value):
    assert samples(printed(lambda: SNAPSHOT))[name] == value


def test_the_process_tells_of_itself():
    assert samples(printed(lambda: SNAPSHOT))[("process_resident_memory_bytes",)] > 1_000_000


def test_a_store_that_does_not_answer_is_said_and_nothing_invented(house):
    def broken():
        raise StoreError("the disk is full")

    shown = samples(printed(broken))
    assert shown[("o2c_store_up",)] == 0
    assert not [name for name in shown if name[0].startswith("o2c_") and name != ("o2c_store_up",)]


def test_they_are_served_and_counted_anew_each_time(house):
    house.receive()
    with serving(lambda: take_snapshot(house.store.database), "127.0.0.1", 0) as port:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/metrics", headers={"Accept": OPENMETRICS})
        for number in (1, 2):
            with urllib.request.urlopen(request, timeout=10) as answer:
                assert answer.headers["Content-Type"].startswith("application/openmetrics-text")
                shown = samples(answer.read().decode())
            assert shown[("o2c_items", "new", "order_entry")] == number
            house.receive(content=b"%PDF another", key="k2")


def test_an_address_that_is_taken_is_said():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(ConfigError, match=f"cannot be served on 127.0.0.1:{port}"),
            serving(lambda: SNAPSHOT, "127.0.0.1", port),
        ):
            pass


@pytest.mark.parametrize(
    ("watched", "names"),
    [
        pytest.param(True, ["scheduler", "watch", "worker-1", "worker-2"], id="metrics or alerts are configured"),
        pytest.param(False, ["scheduler", "worker-1", "worker-2"], id="neither is"),
    ],
)
def test_the_house_keeps_a_watch_where_it_is_asked_for(watched, names):
    assert [post.name for post in posts(Path("config.yaml"), 2, watched)] == names


def test_the_watch_answers_until_whoever_started_it_is_gone(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    config = tmp_path / "config.yaml"
    values = {"company": {"name": "Brunel"}, "data": ".", "database": "sqlite:///o2c.sqlite3"}
    config.write_text(yaml.safe_dump(values | {"metrics": {"listen": f"127.0.0.1:{port}"}}))
    command = [sys.executable, "-m", "orchestrator.cli", "watch", "--ends-with-input", "-c", str(config)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE) as process:
        try:
            assert "o2c_store_up 1.0" in answer_of(port, process)
            process.stdin.close()
            assert process.wait(60) == 0
        finally:
            process.kill()


def answer_of(port, process):
    """What it says once it listens."""
    while process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            return answer.read().decode()
        time.sleep(0.1)
    raise AssertionError("the watch ended before it answered")
