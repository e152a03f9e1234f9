"""What a bot is given to see and touch the world with: protocols only, no library behind them.

The real ones live beside this file, the fakes in `fakes`, and `recorded` wraps either so that nothing happens
that is not written down first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Protocol

from bots.domain.customers import Customer
from bots.domain.documents import Arrival
from bots.domain.ledger import BankReport, Choice, EnteredReport, History, LedgerLine, NewCase, NotedAdvice, Posting

Value = str | int | Decimal | date  #: what a bot types; the portal's map prints it the portal's way
Row = Mapping[str, str]  #: one table row by the map's logical column names, text as the portal shows it

Fields = Mapping[str, str]  #: what was typed, by logical name (`po_number`, `line[1].article`), as read back
BeforePress = Callable[[Fields], None]  #: runs between the last read-back and the press; raising prevents the press


def press_freely(fields: Fields) -> None:
    """Nothing stands before the press: for adapters used on their own, in a test or a bench."""


class Page(Protocol):
    """One page of a portal, spoken to in the map's logical names."""

    def fill(self, element: str, value: Value) -> Page:
        """Type a value and read it back. Raises BusinessError if the field did not take it."""

    def choose(self, element: str, value: str) -> Page:
        """Choose an entry of a list by its value or label, and read it back."""

    def row(self, number: int, name: str = "line") -> Page:
        """The repeating row `number` (from 1): its `fill`, `choose` and `read` speak of that row's elements."""

    def click(self, element: str) -> Page:
        """Press something that changes nothing for good; waits for the next document if the map says so."""

    def commit(self, element: str, before_press: BeforePress = press_freely) -> None:
        """Press the point of no return, in this order: read every typed field back once more, see that the
        element can be pressed, call `before_press` (the intent is written there), press, wait for the answer.

        Raises BusinessError before the press when a field lost its value or, after it, when the portal answered
        with one of its error texts; ApplicationError when no answer came: look, never press again."""

    def read(self, element: str) -> str:
        """The text or the field value an element shows."""

    def number(self, element: str) -> Decimal:
        """The number an element shows, read by the portal's own number format."""

    def shows(self, element: str) -> bool:
        """Whether an element that need not be there (a warning, a mark "blocked") is on the page now."""

    def picture(self) -> bytes:
        """A PNG of the page as it stands, for evidence."""

    def table(self, name: str) -> Sequence[Row]:
        """All rows a table of the map shows, further result pages included."""


class Portal(Protocol):
    """A logged-in portal."""

    @property
    def name(self) -> str:
        """Its name in config.yaml."""

    @property
    def search_is_proof_after(self) -> timedelta | None:
        """After this quiet time an order the portal's search does not find was not entered; None: never proof."""

    def open(self, page: str, **parameters: str) -> Page:
        """Go to a page of the map and prove that we are there. Logs in first, and again when the session ended."""

    def offers(self, path: str) -> bool:
        """Whether the map has this page (`articles`) or element (`new_order.reference`)."""

    def parse_number(self, text: str) -> Decimal:
        """A number printed by this portal. Raises ApplicationError if it is none."""

    def parse_date(self, text: str) -> date:
        """A date printed by this portal. Raises ApplicationError if it is none."""


@dataclass(frozen=True)
class Attachment:
    """A file sent with a mail."""

    filename: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """A mail to send. `message_id` (`<…@domain>`) is derived from what it is about, so that it is sent once."""

    to: tuple[str, ...]
    subject: str
    text: str
    message_id: str
    in_reply_to: str | None = None
    attachments: tuple[Attachment, ...] = ()


class Mailbox(Protocol):
    """The mailboxes a bot listens to, as one."""

    def arrivals(self) -> Iterator[Arrival]:
        """Every message not handled yet, oldest first. A message that cannot be read arrives with its `trouble`."""

    def settle(self, arrival: Arrival) -> None:
        """Move the message to Processed. Called only when everything in it is stored."""


class Outbox(Protocol):
    """Where mail leaves. Sending is a point of no return, like a commit in a portal."""

    def sent(self, message_id: str) -> bool:
        """Whether the Sent folder holds this message."""

    def send(self, letter: Letter, before_press: BeforePress = press_freely) -> None:
        """Call `before_press`, send, keep a copy in Sent. Raises ApplicationError when it is unknown whether
        the letter left; BusinessError when the server refused it (it did not leave)."""


class MasterData(Protocol):
    """Our own records of customers and items, the single source of truth of matching."""

    def customers(self) -> Sequence[Customer]:
        """All customers, with aliases, identifiers, item cross-references and units."""


class Ledger(Protocol):
    """Our own book of money that came in (`bots.domain.ledger`).

    What takes a `before_press` happens once, and is guarded by an intent as a commit in a portal is. The book lies in
    the same database as the intents: what it does not show was not entered.
    """

    def arrivals(self) -> Iterator[Arrival]:
        """Every line of money to us, or given back, that no work item was made of yet, in order of entry."""

    def settle(self, arrival: Arrival) -> None:
        """A work item was made of the line."""

    def report(self, document: str) -> EnteredReport | None:
        """What was entered of a bank's file, by its SHA-256; None: nothing yet."""

    def enter(self, report: BankReport, before_press: BeforePress = press_freely) -> None:
        """Enter the lines of a bank's file that no earlier report told of. The same file again changes nothing."""

    def noted(self, content: str) -> NotedAdvice | None:
        """The advice that says this (`bots.domain.ledger.advice_content`), if it was noted."""

    def note(self, advice: NotedAdvice, before_press: BeforePress = press_freely) -> None:
        """Note an advice, once however often it is sent; money that waits for a person is looked at again."""

    def advices(self) -> Sequence[NotedAdvice]:
        """The advices whose money has not come, oldest first."""

    def posting(self, line: str) -> Posting | None:
        """The posting of a bank line, the last one if one was reversed."""

    def posted(self, amount: Decimal) -> Sequence[tuple[LedgerLine, Posting]]:
        """The postings that stand of money of exactly this amount, with their lines, oldest first."""

    def unposted(self) -> Sequence[LedgerLine]:
        """Money to us of the last days that nothing is posted for, in order of entry."""

    def choice(self, line: str) -> Choice | None:
        """What a person said a line is for; None: nobody said."""

    def draft(self, posting: Posting) -> None:
        """Keep what is about to be posted, in place of an earlier draft. BusinessError when the line is posted."""

    def book(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        """The portal shows the draft as this receipt: it counts from now on. Opens its cases, pairs its advice, and
        learns the payer's account if a person agreed to the plan."""

    def book_reversal(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        """The portal shows that the posting was taken back, by this receipt; opens its cases."""

    def history(self) -> History:
        """What was learned of each customer as a payer."""

    def paused(self, invoice: str) -> str | None:
        """Why nobody should be reminded of an invoice: an advice says that its money is on the way. None: no advice."""


class Workspace(Protocol):
    """Everything one bot is given, already bound to its mailbox and its portal by config.yaml."""

    @property
    def mailbox(self) -> Mailbox: ...

    @property
    def portal(self) -> Portal: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def master(self) -> MasterData: ...

    @property
    def ledger(self) -> Ledger: ...

    @property
    def notes(self) -> MutableMapping[str, Any]:
        """What a bot keeps from one look to the next. Empty at the beginning of each attempt, gone with its end."""

    def now(self) -> datetime:
        """The instant, aware, in the company's time zone. Bots never ask the system clock."""


@dataclass(frozen=True)
class Telling:
    """What a person or a program outside is told. `what`: raised, cleared or test."""

    id: int
    what: str
    cause: str
    text: str
    since: datetime


class Channel(Protocol):
    """A way to tell somebody outside."""

    def tell(self, notice: Telling) -> None:
        """Say it. Raises O2CError when it was not taken."""
