"""The durable queue: DBOS Transact (MIT), and the only file that knows it.

One attempt at a work item is one workflow with the id `<bot>:<key>:r<revision>`, a run's collecting of mail one with
the id `run:<id>`, so that each can be handed in any number of times and runs once. Arguments are ids only. A portal
log-in has a line of its own with one workflow at a time. On SQLite the engine alone would let two processes claim one
line's next two workflows at once (its count and its claim are two transactions): a line is served by its holder only
(`orchestrator.store.lines`).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from orchestrator.store.addresses import engine_address, write_ahead
from orchestrator.store.database import MOST_CONNECTIONS

if TYPE_CHECKING:
    from dbos import DBOS, EnqueueOptions

QUEUE = "work"
#: Rises when stored workflows of an older version must not be resumed by this one.
WORKFLOW_VERSION = "1"
Work = Callable[[int, int], str]
Collect = Callable[[str], str]
GIVES_WAY = 100  #: later items that may pass an item for each step of urgency: bounded, so that none waits for ever
MOST_PRIORITY = 2**31 - 1


@dataclass(frozen=True)
class Ticket:
    """An attempt to be made: ids only, never content."""

    name: str  #: `<bot>:<key>:r<revision>`
    item: int
    revision: int
    login: str  #: `portal/user`; attempts with the same log-in run one after another
    delay: timedelta = timedelta(0)
    urgency: int = 10  #: 0, the most urgent, to 20
    line: str = QUEUE  #: the queue it waits in

    @property
    def priority(self) -> int:
        """The place in the line: the order of arrival, moved back by urgency.

        An item of urgency u is passed by at most u times `GIVES_WAY` later ones, however many urgent ones come: the
        least urgent is done too. (The engine's own clock ticks in whole seconds on SQLite, so arrival is the item's
        number.)
        """
        return min(2 + self.item + self.urgency * GIVES_WAY, MOST_PRIORITY)


class Engine:
    """A queue executor in this process, serving one line. One at a time: DBOS keeps its registry per process."""

    def __init__(
        self,
        database: str,
        executor: str,
        work: Work,
        polling: timedelta = timedelta(seconds=0.1),
        collect: Collect | None = None,
        line: str = QUEUE,
    ) -> None:
        self._database = engine_address(database)
        self._executor = executor
        self._work = work
        self._collect = collect
        self._polling = polling
        self.line = line
        self._dbos: type[DBOS] | None = None

    def start(self) -> None:
        """Launch, create or upgrade the engine's own tables, and begin taking attempts from the queue."""
        from dbos import DBOS, DBOSPortableJSONSerializer

        logging.getLogger("dbos").setLevel(logging.ERROR)
        write_ahead(self._database)
        DBOS(
            config={
                "name": "o2c",
                "system_database_url": self._database,
                "sys_db_pool_size": MOST_CONNECTIONS,
                "application_version": WORKFLOW_VERSION,
                "executor_id": self._executor,
                "serializer": DBOSPortableJSONSerializer(),
                "log_level": "ERROR",
                "notification_listener_polling_interval_sec": 0.2,
            }
        )
        self._register(DBOS)
        DBOS.listen_queues([self.line])
        DBOS.launch()
        DBOS.register_queue(self.line, partition_concurrency=1, polling_interval_sec=self._polling.total_seconds())
        self._dbos = DBOS

    def _register(self, dbos: type[DBOS]) -> None:
        """Name to DBOS the two kinds of workflow it may find in the queue."""
        work, collect_mail = self._work, self._collect

        @dbos.workflow(name="attempt")
        def attempt(item: int, revision: int) -> str:
            return dbos.run_step({"name": "work"}, work, item, revision)

        if collect_mail is not None:

            @dbos.workflow(name="collect")
            def collect(run: str) -> str:
                return dbos.run_step({"name": "collect"}, collect_mail, run)

    def submit(self, ticket: Ticket) -> None:
        """Hand in an attempt, to run after the same log-in's more urgent ones and those of earlier items.

        Handing in the same ticket again changes nothing.
        """
        options: EnqueueOptions = {
            "workflow_name": "attempt",
            "queue_name": ticket.line,
            "workflow_id": ticket.name,
            "queue_partition_key": ticket.login,
            "priority": ticket.priority,
            "app_version": WORKFLOW_VERSION,
        }
        if ticket.delay:  # a delay of nothing would still take its place in the line away
            options["delay_seconds"] = ticket.delay.total_seconds()
        self._running().enqueue_workflow_with_options(options, ticket.item, ticket.revision)

    def submit_collection(self, run: str, login: str) -> None:
        """Hand in a run's collecting of mail, before every attempt that waits in this line. Again changes nothing."""
        options: EnqueueOptions = {
            "workflow_name": "collect",
            "queue_name": self.line,
            "workflow_id": f"run:{run}",
            "queue_partition_key": login,
            "priority": 1,
            "app_version": WORKFLOW_VERSION,
        }
        self._running().enqueue_workflow_with_options(options, run)

    def recover(self, executors: Iterable[str]) -> None:
        """Have the unfinished attempts of dead executors run again, here or by any live one.

        The call is private to DBOS (`_recover_pending_workflows`); a contract test watches it.
        """
        dead = list(executors)
        if dead:
            self._running()._recover_pending_workflows(dead)

    def others(self) -> frozenset[str]:
        """The other executors that began something in this line and did not end it."""
        begun = self._running().list_workflows(status="PENDING", queue_name=self.line, load_input=False)
        return frozenset(one.executor_id for one in begun if one.executor_id) - {self._executor}

    def finished(self, name: str) -> bool:
        """Whether an attempt handed in under this name has ended, well or badly."""
        return self.known(name) and not self.pending(name)

    def known(self, name: str) -> bool:
        """Whether anything was ever handed in under this name."""
        return self._running().get_workflow_status(name) is not None

    def pending(self, name: str) -> bool:
        """Whether what was handed in under this name waits or runs."""
        status = self._running().get_workflow_status(name)
        return status is not None and status.status in {"PENDING", "ENQUEUED", "DELAYED"}

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
