"""What every portal must do on the pages of order entry: the fake's tests and the real ones' inherit these.

A test class derives from OrderPortalContract, says in `world` what its portal holds, and has a fixture `portal`, logged
in. Portals that have a field for our reference, or show a customer's credit, keep those contracts too. The tests make
no assumption on orders that are there already, and leave theirs behind. Totals are net: what is added to them (VAT)
differs from portal to portal, what was ordered does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import uuid4

import pytest

from bots.adapters.workspace import Fields, Page, Portal, Row
from bots.domain.customers import Article
from bots.errors import ApplicationError, BusinessError, ConfigError

REQUESTED = date(2026, 12, 18)


@dataclass(frozen=True)
class Line:
    """A line to type, and what the portal makes of it."""

    article: str
    quantity: Decimal
    price: Decimal
    amount: Decimal
    unit: str
    per: Decimal = Decimal(1)


@dataclass(frozen=True)
class World:
    """What a portal holds, as far as the contract speaks of it."""

    customer: str  #: number
    customer_name: str
    lines: tuple[Line, Line]
    article: Article  #: one of the price list

    @property
    def net(self) -> Decimal:
        """What an order of these lines comes to."""
        return sum((line.amount for line in self.lines), Decimal(0))


DEMO = World(
    "C-1000",
    "Ateliers Morel SA",
    (
        Line("BR-1001", Decimal(4), Decimal("4.80"), Decimal("19.20"), "EA"),
        Line("BR-2010", Decimal(5000), Decimal("18.50"), Decimal("925.00"), "EA", Decimal(100)),
    ),
    Article("BR-2010", "Hexagon bolt M8 x 40, zinc plated", "EA", Decimal("18.50"), Decimal(100), "3760012300303"),
)


class Refused(Exception):
    """What a guard raises to prevent the press."""


class OrderPortalContract:
    """The contract, a sentence a test."""

    world: ClassVar[World] = DEMO

    @pytest.fixture
    def po_number(self) -> str:
        """A number no other test uses."""
        return f"PO {uuid4().hex[:10]}"

    def test_it_says_what_its_map_offers(self, portal: Portal) -> None:
        assert portal.offers("new_order")
        assert portal.offers("new_order.po_number")
        assert not portal.offers("new_order.shoe_size")
        assert not portal.offers("shoe_shop")

    def test_what_its_map_does_not_have_is_a_mistake_of_whoever_asks(self, portal: Portal) -> None:
        with pytest.raises(ConfigError):
            portal.open("shoe_shop")
        with pytest.raises(ConfigError):
            portal.open("order")
        with pytest.raises(ConfigError):
            portal.open("order_search").fill("shoe_size", "43")

    def test_what_is_typed_can_be_read_back(self, portal: Portal) -> None:
        page = portal.open("new_order").fill("po_number", "PO 7").fill("requested", REQUESTED)
        page.row(1).fill("quantity", Decimal("1234.5"))
        assert page.read("po_number") == "PO 7"
        assert portal.parse_date(page.read("requested")) == REQUESTED
        assert page.row(1).number("quantity") == Decimal("1234.5")

    def test_an_order_is_found_and_read_as_it_was_typed(self, portal: Portal, po_number: str) -> None:
        self.typed(portal, po_number).commit("submit")
        (row,) = found(portal, po_number)
        page = portal.open("order", number=row["number"])
        assert self.world.customer in page.read("customer").split()
        assert page.read("po_number") == po_number
        assert portal.parse_date(page.read("requested")) == REQUESTED
        assert page.number("total") == self.world.net
        lines = page.table("lines")
        assert [(line["position"], line["article"], line["unit"]) for line in lines] == [
            (str(place), line.article, line.unit) for place, line in enumerate(self.world.lines, start=1)
        ]
        assert [figures(portal, line) for line in lines] == [
            (line.quantity, line.price, line.per, line.amount) for line in self.world.lines
        ]

    def test_an_order_is_found_by_its_number_alone(self, portal: Portal, po_number: str) -> None:
        self.typed(portal, po_number).commit("submit")
        (row,) = found(portal, po_number)
        portal.open("articles")
        assert portal.open("order", number=row["number"]).read("po_number") == po_number

    def test_the_result_list_shows_what_an_order_is_recognised_by(self, portal: Portal, po_number: str) -> None:
        self.typed(portal, po_number).commit("submit")
        (row,) = found(portal, po_number)
        assert row["number"]
        assert self.world.customer in row["customer"].split()
        assert row["po_number"] == po_number
        assert portal.parse_number(row["total"]) == self.world.net
        assert isinstance(portal.parse_date(row["date"]), date)

    def test_the_customers_orders_are_listed(self, portal: Portal, po_number: str) -> None:
        self.typed(portal, po_number).commit("submit")
        page = self.with_customer(portal, portal.open("order_search")).click("search")
        rows = page.table("orders")
        assert po_number in {row["po_number"] for row in rows}
        assert all(self.world.customer in row["customer"].split() for row in rows)

    def test_the_guard_sees_every_field_before_the_press(self, portal: Portal, po_number: str) -> None:
        seen: list[Fields] = []
        self.typed(portal, po_number).commit("submit", seen.append)
        (fields,) = seen
        second = self.world.lines[1]
        assert fields["po_number"] == po_number
        assert fields["line[2].article"] == second.article
        assert portal.parse_number(fields["line[2].price"]) == second.price

    def test_a_guard_that_refuses_prevents_the_press(self, portal: Portal, po_number: str) -> None:
        def refuse(fields: Fields) -> None:
            raise Refused

        with pytest.raises(Refused):
            self.typed(portal, po_number).commit("submit", refuse)
        assert found(portal, po_number) == []

    def test_a_point_of_no_return_is_never_clicked_and_nothing_else_committed(self, portal: Portal) -> None:
        page = portal.open("new_order")
        with pytest.raises(ConfigError):
            page.click("submit")
        with pytest.raises(ConfigError):
            page.commit("add_line")

    def test_it_takes_the_same_order_twice(self, portal: Portal, po_number: str) -> None:
        self.typed(portal, po_number).commit("submit")
        self.typed(portal, po_number).commit("submit")
        assert len(found(portal, po_number)) == 2

    def test_an_unknown_customer_is_refused_and_nothing_entered(self, portal: Portal, po_number: str) -> None:
        page = self.typed(portal, po_number)
        with pytest.raises(BusinessError):
            self.with_customer(portal, page, "C-9999", "Nobody & Sons").commit("submit")
        assert found(portal, po_number) == []

    def test_an_unknown_article_is_refused_and_nothing_entered(self, portal: Portal, po_number: str) -> None:
        page = self.with_customer(portal, portal.open("new_order")).fill("po_number", po_number)
        page.row(1).fill("article", "BR-0000").fill("quantity", Decimal(1)).fill("price", Decimal(1))
        with pytest.raises(BusinessError):
            page.commit("submit")
        assert found(portal, po_number) == []

    def test_a_search_that_finds_nothing_shows_an_empty_table(self, portal: Portal, po_number: str) -> None:
        assert found(portal, po_number) == []

    def test_an_article_is_shown_with_its_price_and_for_how_many(self, portal: Portal) -> None:
        wanted = self.world.article
        page = portal.open("articles")
        page.fill("article", wanted.sku).click("search")
        (row,) = [row for row in page.table("articles") if row["article"] == wanted.sku]
        assert (row["description"], row["unit"], row["gtin"]) == (wanted.description, wanted.unit, wanted.gtin or "")
        assert portal.parse_number(row["price"]) == wanted.price
        assert price_per(portal, row) == wanted.price_per

    def test_what_is_no_number_or_date_is_not_guessed(self, portal: Portal) -> None:
        with pytest.raises(ApplicationError):
            portal.parse_number("none")
        with pytest.raises(ApplicationError):
            portal.parse_date("soon")

    def test_a_picture_is_a_png(self, portal: Portal) -> None:
        assert portal.open("new_order").picture().startswith(b"\x89PNG\r\n\x1a\n")

    def typed(self, portal: Portal, po_number: str) -> Page:
        """The form, filled in and not sent."""
        page = self.with_customer(portal, portal.open("new_order")).fill("po_number", po_number)
        if portal.offers("new_order.reference"):
            page.fill("reference", f"ref:{po_number}")
        page.fill("requested", REQUESTED)
        for place, line in enumerate(self.world.lines, start=1):
            if place > 1:
                page.click("add_line")
            row = page.row(place)
            row.fill("article", line.article).fill("quantity", line.quantity).fill("price", line.price)
        return page.click("update") if portal.offers("new_order.update") else page

    def with_customer(self, portal: Portal, page: Page, number: str = "", name: str = "") -> Page:
        """Say whose order it is, on the form or in a search: by number, or by name where customers are chosen."""
        if portal.offers("new_order.customer"):
            return page.fill("customer", number or self.world.customer)
        return page.choose("customer_name", name or self.world.customer_name)


class ReferenceContract(OrderPortalContract):
    """A portal that has a field for our reference finds an order by it."""

    def test_an_order_is_found_by_our_reference(self, portal: Portal, po_number: str) -> None:
        self.typed(portal, po_number).commit("submit")
        (row,) = found(portal, f"ref:{po_number}", by="reference")
        assert row["po_number"] == po_number
        assert portal.open("order", number=row["number"]).read("reference") == f"ref:{po_number}"


class CreditContract(OrderPortalContract):
    """A portal that shows what a customer owes and may owe, with the demo's customers."""

    @pytest.mark.parametrize(
        ("number", "limit", "blocked"), [("C-1000", "20000.00", False), ("C-1006", "3000.00", True)]
    )
    def test_a_customers_credit_is_shown(self, portal: Portal, number: str, limit: str, blocked: bool) -> None:
        page = portal.open("customer", number=number)
        assert page.number("limit") == Decimal(limit)
        assert page.number("balance") > 0
        assert page.shows("blocked") is blocked


def found(portal: Portal, text: str, by: str = "po_number") -> list[Row]:
    """What the search shows."""
    page = portal.open("order_search")
    page.fill(by, text).click("search")
    return list(page.table("orders"))


def figures(portal: Portal, line: Row) -> tuple[Decimal, ...]:
    """Quantity, price, for how many that is, amount."""
    quantity, price, amount = (portal.parse_number(line[name]) for name in ("quantity", "price", "amount"))
    return quantity, price, price_per(portal, line), amount


def price_per(portal: Portal, row: Row) -> Decimal:
    """For how many a price is; a portal without that column prices single units."""
    return portal.parse_number(row["per"]) if "per" in row else Decimal(1)
