"""Everything this software remembers, opened in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bots.errors import StoreError
from orchestrator.store.alarms import Alarms
from orchestrator.store.audit import Audit
from orchestrator.store.backlog import Backlog
from orchestrator.store.columns import now
from orchestrator.store.customers import Customers
from orchestrator.store.database import Database
from orchestrator.store.evidence import Evidence
from orchestrator.store.firings import Firings
from orchestrator.store.intents import Intents
from orchestrator.store.items import Items
from orchestrator.store.keys import signing_key
from orchestrator.store.ledger import Ledger
from orchestrator.store.lines import Lines
from orchestrator.store.mail import Mail
from orchestrator.store.messages import Messages
from orchestrator.store.migrate import migrate
from orchestrator.store.pauses import Pauses
from orchestrator.store.portals import Portals
from orchestrator.store.runs import Runs
from orchestrator.store.schedules import Schedules
from orchestrator.store.workers import Workers


@dataclass(frozen=True)
class Store:
    """The memory of all bots. Safe to share between threads; a forked process opens its own."""

    database: Database
    items: Items
    intents: Intents
    audit: Audit
    evidence: Evidence
    customers: Customers
    mail: Mail
    workers: Workers
    runs: Runs
    ledger: Ledger
    alarms: Alarms
    backlog: Backlog
    lines: Lines
    messages: Messages
    pauses: Pauses
    schedules: Schedules
    firings: Firings
    portals: Portals

    def now(self) -> datetime:
        """The instant, aware, in UTC: the clock all records are written by."""
        return now()

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_store(url: str, data: Path) -> Store:
    """Open the memory: `url` is the database, `data` the folder of documents, key and checkpoints.

    Makes what is missing and brings an older database up to date. All processes of one installation share both.
    Raises ConfigError for an address that names no database, StoreError when anything cannot be read or written.
    """
    return open_on(Database(url), data)


def open_on(database: Database, data: Path) -> Store:
    """The same on a database that is already named; it is closed when the memory cannot be opened."""
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The data folder {data} cannot be made ({error.strerror}). Name another, or see who may write there."
        ) from error
    try:
        migrate(database)
        audit = Audit(database, data, signing_key(data))
        audit.begin()
    except BaseException:
        database.close()
        raise
    return _store(database, audit, Evidence(database, audit, data / "evidence"))


def _store(database: Database, audit: Audit, evidence: Evidence) -> Store:
    runs = Runs(database, audit)
    return Store(
        database=database,
        items=Items(database, audit, evidence),
        intents=Intents(database, audit),
        audit=audit,
        evidence=evidence,
        customers=Customers(database, audit),
        mail=Mail(database),
        workers=Workers(database),
        runs=runs,
        ledger=Ledger(database, audit),
        alarms=Alarms(database, audit),
        backlog=Backlog(database, audit),
        lines=Lines(database),
        messages=Messages(database),
        pauses=Pauses(database, audit),
        schedules=Schedules(database, audit),
        firings=Firings(database, runs),
        portals=Portals(database, audit),
    )
