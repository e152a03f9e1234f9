"""The world of a bot in memory, for its author's tests: no browser, no mail server, no clock.

    portal = FakePortal(articles=ARTICLES, credit=CREDIT)
    workspace = FakeWorkspace(datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Paris")), CUSTOMERS, portal=portal)
    BOT.act(BOT.decide(order, BOT.look(order, workspace, settings), settings).plan, workspace)
    assert [order.po_number for order in portal.orders] == ["PO-1001"]

The fakes keep the contracts of `workspace` and pass the same tests as the real adapters. What each can be told to do
wrong is said in its own docstring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bots.adapters.fake_ledger import FakeLedger
from bots.adapters.fake_portal import FakePage, FakePortal
from bots.adapters.workspace import BeforePress, Letter, press_freely
from bots.domain.customers import Customer
from bots.domain.documents import Arrival
from bots.errors import ApplicationError, BusinessError

__all__ = ["FakeLedger", "FakeMailbox", "FakeMasterData", "FakeOutbox", "FakePage", "FakePortal", "FakeWorkspace"]


@dataclass
class FakeMailbox:
    """A mailbox that holds these arrivals until they are settled; `settled` keeps them then, in order."""

    waiting: list[Arrival] = field(default_factory=list)
    settled: list[Arrival] = field(default_factory=list)

    def arrivals(self) -> Iterator[Arrival]:
        """What is not settled yet, oldest first. Settling while iterating is safe."""
        yield from tuple(self.waiting)

    def settle(self, arrival: Arrival) -> None:
        """Move to Processed. Settling twice changes nothing."""
        if arrival in self.waiting:
            self.waiting.remove(arrival)
            self.settled.append(arrival)


@dataclass
class FakeOutbox:
    """An outbox; `letters` are those that left, in order.

    `lose_answer_after_send`: the letter leaves and nobody knows; `lose_answer_before_send`: it does not, and nobody
    knows; `refuse`: the server says no. Each happens once.
    """

    letters: list[Letter] = field(default_factory=list)
    lose_answer_after_send: bool = False
    lose_answer_before_send: bool = False
    refuse: bool = False

    def sent(self, message_id: str) -> bool:
        """Whether a letter with this Message-ID left."""
        return any(letter.message_id == message_id for letter in self.letters)

    def send(self, letter: Letter, before_press: BeforePress = press_freely) -> None:
        """Send, or fail as told. The same letter leaves as often as it is sent: nothing here protects the customer."""
        before_press({"to": ", ".join(letter.to), "subject": letter.subject, "message_id": letter.message_id})
        if self.refuse:
            self.refuse = False
            raise BusinessError(f"The mail server refused {', '.join(letter.to)}: the letter did not leave.")
        if not self.lose_answer_before_send:
            self.letters.append(letter)
        lost, self.lose_answer_before_send, self.lose_answer_after_send = (
            self.lose_answer_before_send or self.lose_answer_after_send, False, False,
        )  # fmt: skip
        if lost:
            raise ApplicationError("The mail server did not answer: look in Sent whether the letter left.")


@dataclass
class FakeMasterData:
    """Master data that is what it is given."""

    records: Sequence[Customer] = ()

    def customers(self) -> Sequence[Customer]:
        """All of them."""
        return self.records


class FakeWorkspace:
    """Everything a bot is given. Set `at` to let time pass."""

    def __init__(
        self,
        now: datetime,
        customers: Sequence[Customer] = (),
        *,
        mailbox: FakeMailbox | None = None,
        portal: FakePortal | None = None,
        outbox: FakeOutbox | None = None,
        ledger: FakeLedger | None = None,
    ) -> None:
        self.at = now
        self.mailbox = mailbox or FakeMailbox()
        self.portal = portal or FakePortal(today=now.date())
        self.outbox = outbox or FakeOutbox()
        self.ledger = ledger or FakeLedger(now=now)
        self.master = FakeMasterData(customers)
        self.notes: dict[str, Any] = {}

    def now(self) -> datetime:
        """The instant it was told."""
        return self.at
