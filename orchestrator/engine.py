"""The durable queue: DBOS Transact (MIT), and the only file that knows it.

One attempt at a work item is one workflow with the id `<bot>:<key>:r<revision>`, so that it can be handed in any
number of times and runs once. Arguments are ids only. The queue is partitioned by portal log-in with one workflow
per partition: a portal never sees two sessions of one user.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from orchestrator.store.addresses import engine_address

if TYPE_CHECKING:
    from dbos import DBOS, EnqueueOptions

QUEUE = "work"
#: Rises when stored workflows of an older version must not be resumed by this one.
WORKFLOW_VERSION = "1"
Work = Callable[[int, int], str]
PLACES = 100_000_000  #: items that keep their order within one urgency; DBOS takes priorities up to 2**31 - 1


@dataclass(frozen=True)
class Ticket:
    """An attempt to be made: ids only, never content."""

    name: str  #: `<bot>:<key>:r<revision>`
    item: int
    revision: int
    login: str  #: `portal/user`; attempts with the same log-in run one after another
    delay: timedelta = timedelta(0)
    urgency: int = 10  #: 0, the most urgent, to 20

    @property
    def priority(self) -> int:
        """By urgency, then in the order of arrival: the engine's own clock ticks in whole seconds on SQLite."""
        return self.urgency * PLACES + self.item % PLACES + 1


Follow = Callable[[int], Ticket | None]


def no_more(item: int) -> None:
    """Nothing follows an attempt."""


class Engine:
    """A queue executor in this process. One at a time: DBOS keeps its registry per process."""

    def __init__(
        self,
        database: str,
        executor: str,
        work: Work,
        follow: Follow = no_more,
        polling: timedelta = timedelta(seconds=0.05),
    ) -> None:
        """`work` makes an attempt; `follow` says afterwards what is to be handed in next for the same item."""
        self._database = engine_address(database)
        self._executor = executor
        self._work = work
        self._follow = follow
        self._polling = polling
        self._dbos: type[DBOS] | None = None

    def start(self) -> None:
        """Launch, create or upgrade the engine's own tables, and begin taking attempts from the queue."""
        from dbos import DBOS, DBOSPortableJSONSerializer

        logging.getLogger("dbos").setLevel(logging.ERROR)
        DBOS(
            config={
                "name": "o2c",
                "system_database_url": self._database,
                "application_version": WORKFLOW_VERSION,
                "executor_id": self._executor,
                "serializer": DBOSPortableJSONSerializer(),
                "log_level": "ERROR",
                "notification_listener_polling_interval_sec": 0.2,
            }
        )
        work, follow = self._work, self._follow

        @DBOS.workflow(name="attempt")
        def attempt(item: int, revision: int) -> str:
            ended = DBOS.run_step({"name": "work"}, work, item, revision)
            ticket = follow(item)  # not in the step: DBOS lets nothing be handed in from there
            if ticket is not None:
                self.submit(ticket)
            return ended

        DBOS.launch()
        DBOS.register_queue(QUEUE, partition_concurrency=1, polling_interval_sec=self._polling.total_seconds())
        self._dbos = DBOS

    def submit(self, ticket: Ticket) -> None:
        """Hand in an attempt, to run after the same log-in's more urgent ones and those of earlier items.

        Handing in the same ticket again changes nothing.
        """
        options: EnqueueOptions = {
            "workflow_name": "attempt",
            "queue_name": QUEUE,
            "workflow_id": ticket.name,
            "queue_partition_key": ticket.login,
            "priority": ticket.priority,
            "app_version": WORKFLOW_VERSION,
        }
        if ticket.delay:  # a delay of nothing would still take its place in the line away
            options["delay_seconds"] = ticket.delay.total_seconds()
        self._running().enqueue_workflow_with_options(options, ticket.item, ticket.revision)

    def recover(self, executors: Sequence[str]) -> None:
        """Have the unfinished attempts of dead executors run again, here or by any live one.

        The call is private to DBOS (`_recover_pending_workflows`); a contract test watches it.
        """
        if executors:
            self._running()._recover_pending_workflows(list(executors))

    def finished(self, name: str) -> bool:
        """Whether an attempt handed in under this name has ended, well or badly."""
        status = self._running().get_workflow_status(name)
        return status is not None and status.status not in {"PENDING", "ENQUEUED", "DELAYED"}

    def wait_until(self, idle: Callable[[], bool], seconds: float) -> bool:
        """Wait until `idle()`; False when it did not come within `seconds`."""
        end = time.monotonic() + seconds
        while not idle():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def stop(self, grace: timedelta = timedelta(seconds=10)) -> None:
        """Take nothing more, let what runs end within `grace`, and close."""
        if self._dbos is not None:
            with suppress(Exception):
                self._dbos.destroy(destroy_registry=True, workflow_completion_timeout_sec=int(grace.total_seconds()))
        self._dbos = None

    def _running(self) -> type[DBOS]:
        if self._dbos is None:
            raise RuntimeError("the engine is not started")
        return self._dbos
