"""An order portal in memory that speaks the logical pages of order entry, manners of an old one included.

For authors of bots and of maps. It takes the same PO number twice without complaint, prints numbers as `1.234,50`
and dates as `31.12.2026`, gives the order's number only in the search, and can be told to fail:

    portal = FakePortal(articles=ARTICLES, credit={"C-1": Credit(None, Decimal(0), blocked=False)})
    portal.lose_answer_after_commit = True      # the order is entered, the answer never comes (once)
    portal.lose_answer_before_commit = True     # the press never reaches the portal, and nobody knows (once)
    portal.session_ends_after(5)                # the fifth action from now finds the session ended
    portal.fail_with = ApplicationError("…")    # the next action raises this (once)

`portal.orders` holds what was entered, `portal.actions` what was done in order ("open new_order", "fill po_number").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from bots.adapters.workspace import BeforePress, Row, Value, press_freely
from bots.domain.customers import Article, Credit
from bots.domain.money import cents
from bots.domain.orders import OrderInPortal, SalesOrderLine
from bots.errors import ApplicationError, BusinessError, SelectorMissing

#: The fields, buttons and tables of each page, as a selector map would name them.
PAGES: Mapping[str, frozenset[str]] = {
    "new_order": frozenset({"customer", "po_number", "reference", "requested", "line", "add_line", "submit"}),
    "order_search": frozenset({"po_number", "reference", "customer", "search", "orders"}),
    "order": frozenset({"customer", "po_number", "reference", "requested", "total", "lines"}),
    "articles": frozenset({"article", "search", "articles"}),
    "customer": frozenset({"name", "limit", "balance", "blocked"}),
}
LINE = frozenset({"article", "quantity", "price"})
BUTTONS = frozenset({"add_line", "search", "submit"})


@dataclass
class FakePortal:
    """The portal. `without` names what its map lacks: `new_order.reference`, `articles`…"""

    articles: Sequence[Article] = ()
    credit: Mapping[str, Credit] = field(default_factory=dict)  #: by customer number: these are its customers
    names: Mapping[str, str] = field(default_factory=dict)  #: customer names by number
    orders: list[OrderInPortal] = field(default_factory=list)
    without: Collection[str] = ()
    name: str = "fake_orders"
    search_is_proof_after: timedelta | None = None
    today: date = date(2026, 1, 1)  #: the date of orders entered from now on
    dates: dict[str, date] = field(default_factory=dict)  #: order number -> the day it was entered, else `today`
    next_number: int = 4711
    lose_answer_after_commit: bool = False
    lose_answer_before_commit: bool = False
    fail_with: Exception | None = None
    actions: list[str] = field(default_factory=list)
    logins: int = 0
    _actions_left: int | None = None
    _session: int = 0  #: 0: logged out

    def session_ends_after(self, actions: int) -> None:
        """The session ends with the `actions`-th action from now; opening a page logs in again."""
        self._actions_left = actions

    def open(self, page: str, **parameters: str) -> FakePage:
        """A page as a map reaches it. An `order` or `customer` the portal does not know is a BusinessError."""
        if not self.offers(page):
            raise SelectorMissing(f"{self.name} has no page {page}: add it to the map.")
        if self._actions_left is not None and self._actions_left <= 1:
            self._end_session()
        if not self._session:
            self.logins += 1
            self._session = self.logins
        self.acts(f"open {page}", self._session)
        return FakePage(self, page, self._session, fields=self._shown(page, parameters))

    def offers(self, path: str) -> bool:
        """Whether page or element is there."""
        page, _, element = path.partition(".")
        there = page in PAGES and (not element or element in PAGES[page])
        return there and page not in self.without and path not in self.without

    def parse_number(self, text: str) -> Decimal:
        """`1.234,50` as a Decimal."""
        try:
            return Decimal(text.strip().replace(".", "").replace(",", "."))
        except InvalidOperation:
            raise ApplicationError(f'{self.name} shows "{text}" where a number should stand.') from None

    def parse_date(self, text: str) -> date:
        """`31.12.2026` as a date."""
        try:
            day, month, year = (int(part) for part in text.strip().split("."))
            return date(year, month, day)
        except ValueError:
            raise ApplicationError(f'{self.name} shows "{text}" where a date should stand.') from None

    def print_value(self, value: Value) -> str:
        """A value as this portal prints it and wants it typed."""
        if isinstance(value, date):
            return value.strftime("%d.%m.%Y")
        if isinstance(value, Decimal):
            return f"{value:,f}".translate(str.maketrans(",.", ".,"))
        return str(value)

    def acts(self, action: str, session: int) -> None:
        """Note an action, and fail if it is to fail. `session` is the one the page was opened in."""
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

    def enter(self, fields: Mapping[str, str]) -> None:
        """Take an order as it was typed. Refuses an unknown customer or article, never the same order twice."""
        if fields.get("customer", "") not in self.credit:
            raise BusinessError(f'{self.name} answered "Error: customer {fields.get("customer", "")} not on file".')
        rows = sorted({int(found[1]) for path in fields if (found := re.match(r"line\[(\d+)\]", path))})
        lines = tuple(
            self._line(place, {part: fields.get(f"line[{place}].{part}", "") for part in LINE}) for place in rows
        )
        number, self.next_number = str(self.next_number), self.next_number + 1
        requested = fields.get("requested")
        self.dates[number] = self.today
        self.orders.append(
            OrderInPortal(
                number,
                fields["customer"],
                fields.get("po_number", ""),
                fields.get("reference"),
                sum((line.amount for line in lines), Decimal(0)),
                lines,
                self.parse_date(requested) if requested else None,
            )
        )

    def order_rows(self, page: FakePage) -> list[dict[str, str]]:
        """What the search shows: orders whose field contains what was typed, letter by letter."""
        wanted = {field: text for field, text in page.fields.items() if field in {"po_number", "reference", "customer"}}
        return [
            self._order_row(order)
            for order in self.orders
            if wanted and all(text in (getattr(order, field) or "") for field, text in wanted.items())
        ]

    def article_rows(self, page: FakePage) -> list[dict[str, str]]:
        """The price list's rows whose number begins with what was typed, or whose GTIN is it."""
        wanted = page.fields.get("article", "")
        return [
            {
                "article": article.sku, "description": article.description, "unit": article.unit,
                "price": self.print_value(article.price), "per": self.print_value(article.price_per),
                "gtin": article.gtin or "",
            }
            for article in self.articles
            if wanted and (article.sku.startswith(wanted) or article.gtin == wanted)
        ]  # fmt: skip

    def line_rows(self, page: FakePage) -> list[dict[str, str]]:
        """The lines of the order a page shows."""
        order = next(order for order in self.orders if order.number == page.fields["number"])
        return [
            {
                "position": str(line.position), "article": line.sku, "description": line.description,
                "quantity": self.print_value(line.quantity), "unit": line.unit,
                "price": self.print_value(line.unit_price), "per": self.print_value(line.price_per),
                "amount": self.print_value(line.amount),
            }
            for line in order.lines
        ]  # fmt: skip

    def _end_session(self) -> None:
        self._session, self._actions_left = 0, None

    def _shown(self, page: str, parameters: Mapping[str, str]) -> dict[str, str]:
        number = parameters.get("number", "")
        if page == "order":
            found = next((order for order in self.orders if order.number == number), None)
            if found is None:
                raise BusinessError(f"{self.name} has no order {number}.")
            return {
                "number": number, **self._order_row(found),
                "requested": self.print_value(found.requested) if found.requested else "",
            }  # fmt: skip
        if page == "customer":
            if number not in self.credit:
                raise BusinessError(f"{self.name} has no customer {number}.")
            credit = self.credit[number]
            limit = self.print_value(credit.limit) if credit.limit is not None else ""
            shown = {"name": self.names.get(number, ""), "limit": limit, "balance": self.print_value(credit.balance)}
            return {**shown, "blocked": "blocked"} if credit.blocked else shown
        return {}

    def _order_row(self, order: OrderInPortal) -> dict[str, str]:
        return {
            "number": order.number,
            "date": self.print_value(self.dates.get(order.number, self.today)),
            "customer": f"{order.customer} {self.names.get(order.customer, '')}".strip(),
            "po_number": order.po_number,
            "reference": order.reference or "",
            "total": self.print_value(order.total) if order.total is not None else "",
        }

    def _line(self, place: int, typed: Mapping[str, str]) -> SalesOrderLine:
        article = next((article for article in self.articles if article.sku == typed["article"]), None)
        if article is None:
            raise BusinessError(f'{self.name} answered "Error: item {typed["article"]} not on file".')
        quantity, price = self.parse_number(typed["quantity"]), self.parse_number(typed["price"])
        amount = cents(quantity * price / article.price_per)
        return SalesOrderLine(
            place, article.sku, article.description, quantity, article.unit, price, amount, article.price_per
        )


@dataclass
class FakePage:
    """A page of the fake portal, with what was typed into it or what it shows in `fields`."""

    portal: FakePortal
    name: str
    session: int
    fields: dict[str, str] = field(default_factory=dict)
    prefix: str = ""
    parent: FakePage | None = None
    rows: int = 1
    searched: bool = False

    def fill(self, element: str, value: Value) -> FakePage:
        """Type a value the portal's way."""
        path = self._path(element)
        self.portal.acts(f"fill {path}", self.session)
        (self.parent or self).fields[path] = self.portal.print_value(value)
        return self

    def choose(self, element: str, value: str) -> FakePage:
        """Choose from a list; every value is in it."""
        return self.fill(element, value)

    def row(self, number: int, name: str = "line") -> FakePage:
        """A row; the next one is there once `add_line` was pressed."""
        self._needs(name)
        if number > self.rows:
            raise SelectorMissing(f"{self.portal.name} shows {self.rows} rows on {self.name}, not row {number}.")
        return FakePage(self.portal, self.name, self.session, prefix=f"{name}[{number}].", parent=self)

    def click(self, element: str) -> FakePage:
        """Press `add_line` or `search`."""
        self._needs(element)
        self.portal.acts(f"click {element}", self.session)
        self.rows += element == "add_line"
        self.searched = self.searched or element == "search"
        return self

    def commit(self, element: str, before_press: BeforePress = press_freely) -> None:
        """Enter the order, or lose the answer as told."""
        self._needs(element)
        before_press(dict(self.fields))
        self.portal.acts(f"commit {element}", self.session)
        if self.portal.lose_answer_before_commit:
            self.portal.lose_answer_before_commit = False
            raise ApplicationError(f"{self.portal.name} did not answer; look whether the order is there.")
        self.portal.enter(self.fields)
        if self.portal.lose_answer_after_commit:
            self.portal.lose_answer_after_commit = False
            raise ApplicationError(f"{self.portal.name} did not answer; look whether the order is there.")

    def read(self, element: str) -> str:
        """What an element shows, or what was typed into it."""
        path = self._path(element)
        self.portal.acts(f"read {path}", self.session)
        return (self.parent or self).fields.get(path, "")

    def number(self, element: str) -> Decimal:
        """A number by the portal's format."""
        return self.portal.parse_number(self.read(element))

    def shows(self, element: str) -> bool:
        """Whether a mark is on the page."""
        return self.read(element) != ""

    def picture(self) -> bytes:
        """A PNG of one pixel: there is nothing to see in memory."""
        return bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
            "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
        )

    def table(self, name: str) -> Sequence[Row]:
        """The rows of `orders` or `articles` after a search, or the `lines` of an order."""
        self._needs(name)
        self.portal.acts(f"table {name}", self.session)
        if name == "lines":
            return self.portal.line_rows(self)
        if not self.searched:
            return []
        return self.portal.order_rows(self) if name == "orders" else self.portal.article_rows(self)

    def _path(self, element: str) -> str:
        self._needs(element)
        return f"{self.prefix}{element}"

    def _needs(self, element: str) -> None:
        there = element in LINE if self.prefix else self.portal.offers(f"{self.name}.{element}")
        if not there:
            raise SelectorMissing(f"{self.portal.name} shows no {self.prefix}{element} on {self.name}.")
