"""What the fake portal keeps, and how it prints it: articles, customers' credit and orders, as an old system would."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from bots.adapters.workspace import Row, Value
from bots.domain.customers import Article, Credit
from bots.domain.money import cents
from bots.domain.orders import OrderInPortal, SalesOrderLine
from bots.errors import ApplicationError, BusinessError

LINE = ("article", "quantity", "price")  #: what is typed on a line


@dataclass
class FakeBooks:
    """Articles, customers and orders. Numbers are printed `1.234,50`, dates `31.12.2026`."""

    articles: Sequence[Article] = ()
    credit: Mapping[str, Credit] = field(default_factory=dict)  #: by customer number: these are its customers
    names: Mapping[str, str] = field(default_factory=dict)  #: customer names by number
    orders: list[OrderInPortal] = field(default_factory=list)
    today: date = date(2026, 1, 1)  #: the date of orders entered from now on
    dates: dict[str, date] = field(default_factory=dict)  #: order number -> the day it was entered, else `today`
    next_number: int = 4711
    currency: str = "EUR"
    shows_instead: Mapping[str, str] = field(
        default_factory=dict
    )  #: of an order before it is saved: `{"total": "9,99"}`

    def enter(self, fields: Mapping[str, str]) -> None:
        """Take an order as it was typed. Refuses an unknown customer or article, never the same order twice."""
        customer, requested = self._customer(fields), fields.get("requested")
        lines = self._lines(fields)
        number, self.next_number = str(self.next_number), self.next_number + 1
        self.dates[number] = self.today
        self.orders.append(
            OrderInPortal(
                number=number,
                customer=customer,
                po_number=fields.get("po_number", ""),
                reference=fields.get("reference"),
                total=sum((line.amount for line in lines), Decimal(0)),
                lines=lines,
                requested=read_date(requested) if requested else None,
            )
        )

    def understood(self, fields: Mapping[str, str]) -> dict[str, str]:
        """What the portal makes of an order as it was typed, before it is saved. Refuses what `enter` refuses."""
        customer = self._customer(fields)
        total = sum((line.amount for line in self._lines(fields)), Decimal(0))
        shown = {"customer_shown": customer, "currency": self.currency, "total": print_value(total)}
        return {**shown, **self.shows_instead}

    def order_rows(self, wanted: Mapping[str, str]) -> list[Row]:
        """What a search shows: orders with exactly what was typed, letter by letter; none if nothing was typed."""
        asked = {name: text for name, text in wanted.items() if text}
        if "customer_name" in asked:
            asked["customer"] = self._number_of(asked.pop("customer_name"))
        return [
            self._order_row(order)
            for order in self.orders
            if asked and all(text == (getattr(order, name) or "") for name, text in asked.items())
        ]

    def article_rows(self, wanted: Mapping[str, str]) -> list[Row]:
        """The price list's rows whose number begins with what was typed, whose GTIN is it, or whose text has it."""
        number, gtin, text = (wanted.get(name, "") for name in ("article", "gtin", "description"))
        return [
            _article_row(article)
            for article in self.articles
            if (number and article.sku.startswith(number))
            or (gtin and article.gtin == gtin)
            or (text and text.casefold() in article.description.casefold())
        ]

    def line_rows(self, number: str) -> list[Row]:
        """The lines of an order."""
        return [_line_row(line) for line in self._order(number).lines]

    def order_fields(self, number: str) -> dict[str, str]:
        """What the page of an order shows. BusinessError if there is none."""
        order = self._order(number)
        return {**self._order_row(order), "requested": print_value(order.requested) if order.requested else ""}

    def customer_fields(self, number: str) -> dict[str, str]:
        """What the page of a customer shows; `blocked` only if it is. BusinessError if there is none."""
        credit = self.credit.get(number)
        if credit is None:
            raise BusinessError(f"The portal has no customer {number}.")
        limit = "none" if credit.limit is None else print_value(credit.limit)
        shown = {"name": self.names.get(number, ""), "limit": limit, "balance": print_value(credit.balance)}
        return {**shown, "blocked": "BLOCKED"} if credit.blocked else shown

    def _customer(self, fields: Mapping[str, str]) -> str:
        named = fields.get("customer_name")
        customer = self._number_of(named) if named else fields.get("customer", "")
        if customer not in self.credit:
            raise BusinessError(f'The portal answered "Error: customer {customer} not on file".')
        return customer

    def _number_of(self, name: str) -> str:
        return next((number for number, known in self.names.items() if known == name), name)

    def _order(self, number: str) -> OrderInPortal:
        found = next((order for order in self.orders if order.number == number), None)
        if found is None:
            raise BusinessError(f"The portal has no order {number}.")
        return found

    def _order_row(self, order: OrderInPortal) -> dict[str, str]:
        return {
            "number": order.number,
            "date": print_value(self.dates.get(order.number, self.today)),
            "customer": f"{order.customer} {self.names.get(order.customer, '')}".strip(),
            "po_number": order.po_number,
            "reference": order.reference or "",
            "total": "" if order.total is None else print_value(order.total),
        }

    def _lines(self, fields: Mapping[str, str]) -> tuple[SalesOrderLine, ...]:
        places = sorted({int(found[1]) for path in fields if (found := re.match(r"line\[(\d+)\]", path))})
        typed = [{part: fields.get(f"line[{place}].{part}", "") for part in LINE} for place in places]
        return tuple(self._line(place, row) for place, row in zip(places, typed, strict=True))

    def _line(self, place: int, typed: Mapping[str, str]) -> SalesOrderLine:
        article = next((article for article in self.articles if article.sku == typed["article"]), None)
        if article is None:
            raise BusinessError(f'The portal answered "Error: article {typed["article"]} not on file".')
        quantity, price = read_number(typed["quantity"]), read_number(typed["price"])
        amount = cents(quantity * price / article.price_per)
        return SalesOrderLine(
            place, article.sku, article.description, quantity, article.unit, price, amount, article.price_per
        )


def print_value(value: Value) -> str:
    """A value as the portal prints it and wants it typed."""
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, Decimal):
        return f"{value:,f}".translate(str.maketrans(",.", ".,"))
    return str(value)


def read_number(text: str) -> Decimal:
    """`1.234,50` as a Decimal. ApplicationError if it is none."""
    try:
        return Decimal(text.strip().replace(".", "").replace(",", "."))
    except InvalidOperation:
        raise ApplicationError(f'The portal shows "{text}" where a number should stand.') from None


def read_date(text: str) -> date:
    """`31.12.2026` as a date. ApplicationError if it is none."""
    try:
        day, month, year = (int(part) for part in text.strip().split("."))
        return date(year, month, day)
    except ValueError:
        raise ApplicationError(f'The portal shows "{text}" where a date should stand.') from None


def _article_row(article: Article) -> Row:
    return {
        "article": article.sku,
        "description": article.description,
        "unit": article.unit,
        "price": print_value(article.price),
        "per": print_value(article.price_per),
        "gtin": article.gtin or "",
    }


def _line_row(line: SalesOrderLine) -> Row:
    return {
        "position": str(line.position),
        "article": line.sku,
        "description": line.description,
        "quantity": print_value(line.quantity),
        "unit": line.unit,
        "price": print_value(line.unit_price),
        "per": print_value(line.price_per),
        "amount": print_value(line.amount),
    }
