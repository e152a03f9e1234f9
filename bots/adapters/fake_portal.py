"""A portal in memory that speaks the logical pages of order entry and of receipts, manners of an old one included.

For authors of bots and of maps. It takes the same PO number twice without complaint, its search compares letter by
letter, it prints numbers and dates its own way, it gives an order's number only in the search, and can be told to fail:

    portal = FakePortal(articles=ARTICLES, credit={"C-1": Credit(None, Decimal(0), blocked=False)})
    portal.lose_answer_after_commit = True      # the order is entered, the answer never comes (once)
    portal.lose_answer_before_commit = True     # the press never reaches the portal, and nobody knows (once)
    portal.session_ends_after(5)                # the fifth action from now finds the session ended
    portal.fail_with = ApplicationError("…")    # the next action raises this (once), a commit before its press

`portal.orders` and `portal.receipts` hold what was entered, `portal.actions` what was done, in order
("open new_order", "fill po_number").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from bots.adapters.fake_books import LINE, print_value, read_date, read_number
from bots.adapters.fake_receivables import ALLOCATION, FakeReceivables
from bots.adapters.workspace import BeforePress, Row, Value, press_freely
from bots.errors import ApplicationError, BusinessError, ConfigError, SelectorMissing

#: The fields, buttons and tables of each page, as a selector map would name them.
PAGES: Mapping[str, frozenset[str]] = {
    "new_order": frozenset(
        {"customer", "customer_name", "po_number", "reference", "requested", "line", "add_line", "update", "submit"}
        | {"customer_shown", "currency", "total"}
    ),
    "order_search": frozenset({"po_number", "reference", "customer", "customer_name", "search", "orders"}),
    "order": frozenset({"customer", "po_number", "reference", "requested", "total", "lines"}),
    "articles": frozenset({"article", "gtin", "description", "search", "articles"}),
    "customer": frozenset({"name", "limit", "balance", "blocked"}),
    "open_items": frozenset({"customer", "number", "search", "open_items"}),
    "receipt_search": frozenset({"reference", "customer", "search", "receipts"}),
    "receipt": frozenset({"customer", "reference", "valued", "amount", "allocations"}),
    "new_receipt": frozenset({"customer", "reference", "valued", "amount", "line", "add_line", "submit"}),
    "receipt_reversal": frozenset({"reference", "valued", "submit"}),
}
NUMBERED = frozenset({"number"})
PARAMETERS: Mapping[str, frozenset[str]] = dict.fromkeys(("order", "customer", "receipt", "receipt_reversal"), NUMBERED)
COMMITS = frozenset({"submit"})
LISTS = frozenset({"customer_name"})  #: what is chosen, not typed: customers by their names
UNDERSTOOD = frozenset({"customer_shown", "currency", "total"})  #: what is shown of a new order once it was typed
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@dataclass
class FakePortal(FakeReceivables):
    """The portal. `without` names what its map lacks: `new_order.reference`, `articles`…"""

    name: str = "fake_orders"
    without: Collection[str] = ()
    search_is_proof_after: timedelta | None = None
    lose_answer_after_commit: bool = False
    lose_answer_before_commit: bool = False
    fail_with: Exception | None = None
    actions: list[str] = field(default_factory=list)
    logins: int = 0
    _session: int = 0  #: which log-in is alive; 0: none
    _actions_left: int | None = None

    def session_ends_after(self, actions: int) -> None:
        """The session ends with the `actions`-th action from now; opening a page logs in again."""
        self._actions_left = actions

    def open(self, page: str, **parameters: str) -> FakePage:
        """A page as a map reaches it. BusinessError for an `order` or a `customer` the portal does not know,
        ConfigError for a page or parameter its map does not have."""
        if not self.offers(page):
            raise ConfigError(f"the selector map of {self.name} has no page {page}")
        if set(parameters) != PARAMETERS.get(page, frozenset()):
            raise ConfigError(f"{self.name}: the page {page} is not opened with {', '.join(parameters) or 'nothing'}")
        if self._actions_left is not None and self._actions_left <= 1:
            self._end_session()
        if not self._session:
            self.logins += 1
            self._session = self.logins
        self.act(f"open {page}", self._session)
        return FakePage(self, page, self._session, fields=self._shown(page, parameters))

    def offers(self, path: str) -> bool:
        """Whether page or element is there."""
        page, _, element = path.partition(".")
        there = page in PAGES and (not element or element in PAGES[page])
        return there and page not in self.without and path not in self.without

    def parse_number(self, text: str) -> Decimal:
        """`1.234,50` as a Decimal."""
        return read_number(text)

    def parse_date(self, text: str) -> date:
        """`31.12.2026` as a date."""
        return read_date(text)

    def act(self, action: str, session: int) -> None:
        """Note an action, and fail if it is to fail. `session` is the one its page was opened in."""
        self.actions.append(action)
        if self.fail_with is not None:
            failure, self.fail_with = self.fail_with, None
            raise failure
        if self._actions_left is not None:
            self._actions_left -= 1
            if self._actions_left <= 0:
                self._end_session()
        if session != self._session:
            raise ApplicationError(f"The session of {self.name} ended before it could {action}: open the page again.")

    def pressed(self, page: str, element: str, fields: Mapping[str, str]) -> None:
        """The commit was pressed: enter what was typed, or lose the answer as told."""
        self.actions.append(f"commit {element}")
        lost = self.lose_answer_before_commit or self.lose_answer_after_commit
        arrives = not self.lose_answer_before_commit
        self.lose_answer_before_commit = self.lose_answer_after_commit = False
        if arrives:
            take = {"new_receipt": self.enter_receipt, "receipt_reversal": self.reverse_receipt}
            take.get(page, self.enter)(fields)
        if lost:
            raise ApplicationError(f"{self.name} did not answer: look whether it is there.")

    def _end_session(self) -> None:
        self._session, self._actions_left = 0, None

    def _shown(self, page: str, parameters: Mapping[str, str]) -> dict[str, str]:
        number = parameters.get("number", "")
        shown = {"order": self.order_fields, "customer": self.customer_fields, "receipt": self.receipt_fields}
        if page == "receipt_reversal":
            return {"number": self.receipt(number).number}
        return shown[page](number) if page in shown else {}


@dataclass
class FakePage:
    """A page of the fake portal; `fields` is what was typed into it or what it shows."""

    portal: FakePortal
    name: str
    session: int
    fields: dict[str, str] = field(default_factory=dict)
    prefix: str = ""  #: `line[2].` when this is that row of the page
    rows: int = 1
    searched: bool = False

    def fill(self, element: str, value: Value) -> FakePage:
        """Type a value the portal's way."""
        if element in LISTS:
            raise ConfigError(f"{self.name}.{element} is a list: an entry of it is chosen, nothing is typed")
        path = self._path(element)
        self.portal.act(f"fill {path}", self.session)
        self.fields[path] = print_value(value)
        return self

    def choose(self, element: str, value: str) -> FakePage:
        """Choose a customer by name from the list. BusinessError if no customer is called so."""
        path = self._path(element)
        self.portal.act(f"choose {path}", self.session)
        if value not in self.portal.names.values():
            raise BusinessError(f"{self.portal.name}: the list {self.name}.{element} has no entry {value!r}")
        self.fields[path] = value
        return self

    def row(self, number: int, name: str = "line") -> FakePage:
        """A row; the next one is there once `add_line` was pressed."""
        self._path(name)
        if not 1 <= number <= self.rows:
            raise SelectorMissing(f"{self.portal.name} shows {self.rows} rows on {self.name}, and no row {number}.")
        return FakePage(self.portal, self.name, self.session, self.fields, prefix=f"{name}[{number}].")

    def click(self, element: str) -> FakePage:
        """Press `add_line`, `update` or `search`; a point of no return is never clicked."""
        if element in COMMITS:
            raise ConfigError(f"{self.name}.{element} is a point of no return: it is pressed by commit, never by click")
        self.portal.act(f"click {self._path(element)}", self.session)
        if element == "update":
            self.portal.understood(self.fields)
        self.rows += element == "add_line"
        self.searched = self.searched or element == "search"
        return self

    def commit(self, element: str, before_press: BeforePress = press_freely) -> None:
        """Read back, let `before_press` see it, press. What ends a session or fails here, fails before the press."""
        path = self._path(element)
        if element not in COMMITS:
            raise ConfigError(f"{self.name}.{element} is not among the page's commits in the selector map")
        self.portal.act("read back", self.session)
        before_press(dict(self.fields))
        self.portal.pressed(self.name, path, self.fields)

    def read(self, element: str) -> str:
        """What an element shows, or what was typed into it."""
        path = self._path(element)
        self.portal.act(f"read {path}", self.session)
        if self.name == "new_order" and element in UNDERSTOOD:
            return self.portal.understood(self.fields)[element]
        return self.fields.get(path, "")

    def number(self, element: str) -> Decimal:
        """A number by the portal's format."""
        return read_number(self.read(element))

    def shows(self, element: str) -> bool:
        """Whether a mark is on the page."""
        return self.read(element) != ""

    def picture(self) -> bytes:
        """A PNG of one pixel: there is nothing to see in memory."""
        return _PIXEL

    def table(self, name: str) -> Sequence[Row]:
        """The rows of a list after a search, the `lines` of an order, or the `allocations` of a receipt."""
        self.portal.act(f"table {self._path(name)}", self.session)
        if name in {"lines", "allocations"}:
            rows = self.portal.line_rows if name == "lines" else self.portal.allocation_rows
            return rows(self.fields["number"])
        if not self.searched:
            return []
        lists = {
            "orders": self.portal.order_rows,
            "articles": self.portal.article_rows,
            "open_items": self.portal.item_rows,
            "receipts": self.portal.receipt_rows,
        }
        return lists[name](self.fields)

    def _path(self, element: str) -> str:
        columns = ALLOCATION if self.name == "new_receipt" else LINE
        there = element in columns if self.prefix else self.portal.offers(f"{self.name}.{element}")
        if not there:
            raise ConfigError(f"the selector map of {self.portal.name} has no {self.prefix}{element} on {self.name}")
        return f"{self.prefix}{element}"
