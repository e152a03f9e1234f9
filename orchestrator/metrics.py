"""Metrics for whoever watches the machines: OpenMetrics, counted in the store at the moment they are asked for.

Nothing is counted in the process, so that the figures are the same whichever process answers, and after any crash.
What is of the process (memory, CPU, open files) says so: `process_…`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from loguru import logger
from prometheus_client import CollectorRegistry, ProcessCollector, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.openmetrics.exposition import generate_latest
from prometheus_client.registry import Collector

from bots.errors import ConfigError, StoreError
from orchestrator.store.item import OPEN, State
from orchestrator.store.snapshot import Snapshot, Standing

TakeSnapshot = Callable[[], Snapshot]
FOR_A_PERSON = frozenset({State.WAITING, State.APPROVAL, State.IN_DOUBT, State.FAILED})


class StoreCollector(Collector):
    """Asks the store each time it is scraped."""

    def __init__(self, take: TakeSnapshot) -> None:
        self._take = take

    def collect(self) -> Iterator[Metric]:
        """Every figure; only `o2c_store_up 0` when the store cannot be read."""
        try:
            snapshot = self._take()
        except StoreError as failure:
            logger.error("metrics: {}", failure)
            yield GaugeMetricFamily("o2c_store_up", "Whether the database answers", value=0)
            return
        yield GaugeMetricFamily("o2c_store_up", "Whether the database answers", value=1)
        yield from families(snapshot)

    def describe(self) -> Iterable[Metric]:
        """Nothing: describing must not ask the store."""
        return ()


def families(snapshot: Snapshot) -> Iterator[Metric]:
    """A snapshot as metric families."""
    yield from _items(snapshot)
    yield from _runs(snapshot)
    yield from _machines(snapshot)


def registry(take: TakeSnapshot) -> CollectorRegistry:
    """What is exposed: the store's figures and this process's own."""
    made = CollectorRegistry(auto_describe=False)
    made.register(StoreCollector(take))
    ProcessCollector(registry=made)
    return made


def printed(take: TakeSnapshot) -> str:
    """Everything once, in the OpenMetrics text format (openmetrics.io, 1.0)."""
    text: bytes = generate_latest(registry(take))  # type: ignore[no-untyped-call]
    return text.decode()


@contextmanager
def serving(take: TakeSnapshot, host: str, port: int) -> Iterator[int]:
    """Answer on `host`:`port` until the block ends; yields the port (0 takes a free one).

    Raises ConfigError when the address cannot be taken.
    """
    try:
        server, thread = start_http_server(port, host, registry(take))
    except OSError as error:
        raise ConfigError(
            f"metrics cannot be served on {host}:{port} ({error.strerror}); something else listens there, or the "
            "address is not this machine's: write another under `metrics: listen`"
        ) from error
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def _items(snapshot: Snapshot) -> Iterator[Metric]:
    items = GaugeMetricFamily("o2c_items", "Work items, by where they stand now", labels=["bot", "state"])
    for one in snapshot.items:
        items.add_metric([one.bot, one.state.value], one.count)
    yield items
    yield _oldest(snapshot, "o2c_oldest_waiting_seconds", "How long the oldest item waits for a person", FOR_A_PERSON)
    yield _oldest(snapshot, "o2c_oldest_open_seconds", "How long the oldest item waits for a machine", OPEN)
    doubts = GaugeMetricFamily("o2c_intents_in_doubt", "Presses begun whose result nobody knows", labels=["target"])
    for doubt in snapshot.doubts:
        doubts.add_metric([doubt.target], doubt.count)
    yield doubts
    yield CounterMetricFamily("o2c_letters_sent", "Letters known to have left", value=snapshot.letters)


def _oldest(snapshot: Snapshot, name: str, what: str, states: frozenset[State]) -> Metric:
    ages: dict[str, float] = {}
    for one in (standing for standing in snapshot.items if standing.state in states):
        ages[one.bot] = max(ages.get(one.bot, 0.0), _age(snapshot, one))
    family = GaugeMetricFamily(name, what, labels=["bot"], unit="seconds")
    for bot, age in sorted(ages.items()):
        family.add_metric([bot], age)
    return family


def _age(snapshot: Snapshot, standing: Standing) -> float:
    return max((snapshot.at - standing.since).total_seconds(), 0.0) if standing.since else 0.0


def _runs(snapshot: Snapshot) -> Iterator[Metric]:
    ended = CounterMetricFamily("o2c_runs", "Runs that have ended", labels=["bot"])
    red = CounterMetricFamily("o2c_runs_red", "Runs that did not balance, or failed", labels=["bot"])
    last = GaugeMetricFamily("o2c_last_run_red", "Whether the latest run did not balance", labels=["bot"])
    for one in snapshot.runs:
        ended.add_metric([one.bot], one.ended)
        red.add_metric([one.bot], one.red)
        last.add_metric([one.bot], one.latest_red is not None)
    yield from (ended, red, last)


def _machines(snapshot: Snapshot) -> Iterator[Metric]:
    stale = sum(worker.stale for worker in snapshot.workers)
    workers = GaugeMetricFamily("o2c_workers", "Workers, by whether they have been heard of lately", labels=["state"])
    workers.add_metric(["alive"], len(snapshot.workers) - stale)
    workers.add_metric(["stale"], stale)
    yield workers
    yield GaugeMetricFamily("o2c_parked", "Portals nobody works in until they are released", value=len(snapshot.parked))
    yield GaugeMetricFamily("o2c_schedule_misses", "Runs missed in the last 24 hours", value=len(snapshot.misses))
