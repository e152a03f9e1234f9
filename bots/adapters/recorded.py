"""A workspace that writes down first what it is about to do: the only one a bot ever receives.

Actions (open, fill, choose, click, commit, send, settle) are recorded before they happen; if the record cannot be
written, they do not happen. Observations (read, table, sent) are recorded with what was seen. Before a commit the
journal is asked to write the intent, between the last read-back and the press.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Protocol

from bots.adapters.recorded_ledger import RecordedLedger
from bots.adapters.workspace import (
    BeforePress,
    Fields,
    Letter,
    Mailbox,
    MasterData,
    Outbox,
    Page,
    Portal,
    Row,
    Value,
    Workspace,
    press_freely,
)
from bots.domain.documents import Arrival
from bots.domain.plain import canonical


class Journal(Protocol):
    """Where actions are written down, for one work item. Every method raises StoreError when it cannot write."""

    def record(self, action: str, target: str, detail: Mapping[str, object]) -> None:
        """Write one line of the audit trail; `detail` holds plain values."""

    def keep(self, content: bytes, media_type: str) -> str:
        """Keep a picture or a file as evidence and return its SHA-256."""

    def intend(self, target: str, fields: Fields) -> None:
        """Write the intent to press `target`. Raises when the same thing was begun before or the lease is old."""


@dataclass(frozen=True)
class RecordedPage:
    """A page whose every action is on record; see `Page`."""

    inner: Page
    journal: Journal
    target: str  #: `portal.page`, with `.line[2]` for a row

    def _note(self, action: str, element: str, **detail: object) -> None:
        self.journal.record(action, f"{self.target}.{element}", detail)

    def fill(self, element: str, value: Value) -> RecordedPage:
        self._note("fill", element, value=canonical(value))
        self.inner.fill(element, value)
        return self

    def choose(self, element: str, value: str) -> RecordedPage:
        self._note("choose", element, value=value)
        self.inner.choose(element, value)
        return self

    def row(self, number: int, name: str = "line") -> RecordedPage:
        return replace(self, inner=self.inner.row(number, name), target=f"{self.target}.{name}[{number}]")

    def click(self, element: str) -> RecordedPage:
        self._note("click", element)
        self.inner.click(element)
        return self

    def commit(self, element: str, before_press: BeforePress = press_freely) -> None:
        target = f"{self.target}.{element}"

        def write_intent(fields: Fields) -> None:
            picture = self.journal.keep(self.inner.picture(), "image/png")
            self.journal.record("read back", target, {"fields": dict(fields), "picture": picture})
            before_press(fields)
            self.journal.intend(target, fields)

        self.inner.commit(element, write_intent)
        self._note("answered", element)

    def read(self, element: str) -> str:
        text = self.inner.read(element)
        self._note("read", element, text=text)
        return text

    def number(self, element: str) -> Decimal:
        number = self.inner.number(element)
        self._note("read", element, number=canonical(number))
        return number

    def shows(self, element: str) -> bool:
        shown = self.inner.shows(element)
        self._note("read", element, shown=shown)
        return shown

    def picture(self) -> bytes:
        return self.inner.picture()

    def table(self, name: str) -> Sequence[Row]:
        rows = self.inner.table(name)
        self._note("read", name, rows=[dict(row) for row in rows])
        return rows


@dataclass(frozen=True)
class RecordedPortal:
    """A portal whose pages are recorded; see `Portal`."""

    inner: Portal
    journal: Journal

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def search_is_proof_after(self) -> timedelta | None:
        return self.inner.search_is_proof_after

    def open(self, page: str, **parameters: str) -> RecordedPage:
        target = f"{self.inner.name}.{page}"
        self.journal.record("open", target, parameters)
        return RecordedPage(self.inner.open(page, **parameters), self.journal, target)

    def offers(self, path: str) -> bool:
        return self.inner.offers(path)

    def parse_number(self, text: str) -> Decimal:
        return self.inner.parse_number(text)

    def parse_date(self, text: str) -> date:
        return self.inner.parse_date(text)


@dataclass(frozen=True)
class RecordedMailbox:
    """A mailbox whose messages are written down as they come and go; see `Mailbox`."""

    inner: Mailbox
    journal: Journal

    def arrivals(self) -> Iterator[Arrival]:
        for arrival in self.inner.arrivals():
            documents = [document.sha256 for document in arrival.documents]
            self.journal.record("arrived", arrival.source, {"bytes": len(arrival.original), "documents": documents})
            yield arrival

    def settle(self, arrival: Arrival) -> None:
        self.journal.record("settle", arrival.source, {})
        self.inner.settle(arrival)


@dataclass(frozen=True)
class RecordedOutbox:
    """An outbox whose letters are kept as evidence and written down before they leave; see `Outbox`."""

    inner: Outbox
    journal: Journal

    def sent(self, message_id: str) -> bool:
        found = self.inner.sent(message_id)
        self.journal.record("look for", "outbox", {"message_id": message_id, "found": found})
        return found

    def send(self, letter: Letter, before_press: BeforePress = press_freely) -> None:
        text = self.journal.keep(letter.text.encode(), "text/plain; charset=utf-8")
        detail = {"to": list(letter.to), "subject": letter.subject, "message_id": letter.message_id, "text": text}
        self.journal.record("send", "outbox", detail)

        def write_intent(fields: Fields) -> None:
            before_press(fields)
            self.journal.intend("outbox", fields)

        self.inner.send(letter, write_intent)
        self.journal.record("answered", "outbox", {"message_id": letter.message_id})


@dataclass(frozen=True)
class RecordedWorkspace:
    """What a bot is given; see `Workspace`."""

    inner: Workspace
    journal: Journal
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def mailbox(self) -> RecordedMailbox:
        return RecordedMailbox(self.inner.mailbox, self.journal)

    @property
    def portal(self) -> RecordedPortal:
        return RecordedPortal(self.inner.portal, self.journal)

    @property
    def outbox(self) -> RecordedOutbox:
        return RecordedOutbox(self.inner.outbox, self.journal)

    @property
    def master(self) -> MasterData:
        return self.inner.master

    @property
    def ledger(self) -> RecordedLedger:
        return RecordedLedger(self.inner.ledger, self.journal)

    def now(self) -> datetime:
        return self.inner.now()
