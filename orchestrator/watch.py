"""Looks after the house while it works: figures for whoever asks, and a word to whoever must know.

Nothing here can stop work: what fails is logged, and tried again at the next look.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from loguru import logger

from bots.adapters.workspace import Channel, Telling
from bots.errors import O2CError
from orchestrator.alerts import alerts
from orchestrator.assembly import House, alert_channels
from orchestrator.metrics import serving
from orchestrator.store.alarms import Notice
from orchestrator.store.snapshot import take_snapshot
from orchestrator.store.store import Store

MOST_NOTICES = 50  #: sent at one look; the rest at the next


@contextmanager
def serve_metrics(house: House) -> Iterator[int | None]:
    """Show metrics until the block ends, where `metrics` in config.yaml says; yields the port, None without it.

    Raises ConfigError when the address is taken.
    """
    block = house.config.metrics
    if block is None:
        yield None
        return
    with serving(partial(take_snapshot, house.store.database), block.host, block.port) as port:
        yield port


@contextmanager
def watch(house: House) -> Iterator[None]:
    """Look every so often, until the block ends, whether somebody must be told of something; then tell."""
    block = house.config.alerts
    if block is None:
        yield
        return
    over = threading.Event()
    thread = threading.Thread(target=_watch, args=(house, block.every, over), name="alerts", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=30)


def look(store: Store, channels: Mapping[str, Channel]) -> int:
    """See what is wrong, note it, and say what is still unsaid. Returns how many notices were taken."""
    found = alerts(take_snapshot(store.database))
    store.alarms.observe([(alert.cause, alert.text) for alert in found], list(channels))
    return tell(store, channels)


def tell(store: Store, channels: Mapping[str, Channel]) -> int:
    """Send every notice that waits, each once; one that is not taken is tried again in some minutes."""
    sent = 0
    for _ in range(MOST_NOTICES):
        notice = store.alarms.claim()
        if notice is None:
            break
        if _taken(notice, channels):
            store.alarms.sent(notice)
            sent += 1
    return sent


def _taken(notice: Notice, channels: Mapping[str, Channel]) -> bool:
    channel = channels.get(notice.channel)
    if channel is None:
        return True  # it was taken out of the configuration: nobody waits for it
    try:
        channel.tell(Telling(notice.id, notice.what, notice.cause, notice.text, notice.raised_at))
    except O2CError as failure:
        logger.error("{} was not told of {}: {}", notice.channel, notice.cause, failure)
        return False
    except Exception:  # whatever a server answers, work goes on
        logger.exception("{} was not told of {}", notice.channel, notice.cause)
        return False
    return True


def _watch(house: House, every: int, over: threading.Event) -> None:
    while not over.is_set():
        try:
            look(house.store, alert_channels(house))
        except Exception:  # a full disk, a database that restarts: look again, work goes on
            logger.exception("nobody could look whether something is wrong")
        over.wait(every)
