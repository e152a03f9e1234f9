"""Who works in the demo: a worker for each bot, each in a process of its own, kept running as `o2c up` keeps them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from loguru import logger

from orchestrator.supervisor import Post, Supervisor, own_command

GRACE = timedelta(seconds=10)


@contextmanager
def at_work(config: Path, bots: Sequence[str]) -> Iterator[None]:
    """Workers for these bots until the block ends. What they have to say is kept in `logs` beside the configuration."""
    logs = config.parent / "logs"
    logs.mkdir(exist_ok=True)
    staff = Supervisor([worker(config, bot, logs) for bot in bots], GRACE, logger.info)
    running = threading.Thread(target=staff.run, name="staff")
    running.start()
    try:
        yield
    finally:
        staff.stop()
        running.join()


def worker(config: Path, bot: str, logs: Path) -> Post:
    """The worker that serves one bot's line."""
    return Post(bot, own_command(config, "worker", "--name", bot, "--bot", bot), logs / f"{bot}.txt")
