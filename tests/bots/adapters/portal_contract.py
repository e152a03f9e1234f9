"""What every portal must do on the pages of order entry: the fake's tests and the real ones' inherit these.

A test class derives from OrderPortalContract and has a fixture `portal`: logged in, over the demo's customers,
articles and credit. The tests make no assumption on orders that are there already, and leave theirs behind.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from bots.adapters.workspace import Fields, Page, Portal, Row
from bots.errors import ApplicationError, BusinessError, ConfigError

GRID = (("BR-1001", Decimal(4), Decimal("4.80")), ("BR-2010", Decimal(5000), Decimal("18.50")))
REQUESTED = date(2026, 3, 20)


class Refused(Exception):
    """What a guard raises to prevent the press."""


class OrderPortalContract:
    """The contract, a sentence a test."""

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
        _typed(portal, po_number).commit("submit")
        (row,) = _found(portal, po_number)
        page = portal.open("order", number=row["number"])
        assert "C-1000" in page.read("customer").split()
        assert page.read("po_number") == po_number
        assert page.read("reference") == f"ref:{po_number}"
        assert portal.parse_date(page.read("requested")) == REQUESTED
        assert page.number("total") == Decimal("944.20")
        lines = page.table("lines")
        assert [(line["position"], line["article"], line["unit"]) for line in lines] == [
            ("1", "BR-1001", "EA"),
            ("2", "BR-2010", "EA"),
        ]
        numbers = [
            [portal.parse_number(line[name]) for name in ("quantity", "price", "per", "amount")] for line in lines
        ]
        assert numbers == [
            [4, Decimal("4.80"), 1, Decimal("19.20")],
            [5000, Decimal("18.50"), 100, Decimal("925.00")],
        ]

    def test_the_result_list_shows_what_an_order_is_recognised_by(self, portal: Portal, po_number: str) -> None:
        _typed(portal, po_number).commit("submit")
        (row,) = _found(portal, po_number)
        assert row["number"]
        assert "C-1000" in row["customer"].split()
        assert (row["po_number"], row["reference"]) == (po_number, f"ref:{po_number}")
        assert portal.parse_number(row["total"]) == Decimal("944.20")
        assert isinstance(portal.parse_date(row["date"]), date)
        assert [found["number"] for found in _found(portal, f"ref:{po_number}", by="reference")] == [row["number"]]

    def test_the_guard_sees_every_field_before_the_press(self, portal: Portal, po_number: str) -> None:
        seen: list[Fields] = []
        _typed(portal, po_number).commit("submit", seen.append)
        (fields,) = seen
        assert fields["po_number"] == po_number
        assert fields["line[2].article"] == "BR-2010"
        assert portal.parse_number(fields["line[2].price"]) == Decimal("18.50")

    def test_a_guard_that_refuses_prevents_the_press(self, portal: Portal, po_number: str) -> None:
        def refuse(fields: Fields) -> None:
            raise Refused

        with pytest.raises(Refused):
            _typed(portal, po_number).commit("submit", refuse)
        assert _found(portal, po_number) == []

    def test_a_point_of_no_return_is_never_clicked_and_nothing_else_committed(self, portal: Portal) -> None:
        page = portal.open("new_order")
        with pytest.raises(ConfigError):
            page.click("submit")
        with pytest.raises(ConfigError):
            page.commit("add_line")

    def test_it_takes_the_same_order_twice(self, portal: Portal, po_number: str) -> None:
        _typed(portal, po_number).commit("submit")
        _typed(portal, po_number).commit("submit")
        assert len(_found(portal, po_number)) == 2

    def test_an_unknown_customer_is_refused_and_nothing_entered(self, portal: Portal, po_number: str) -> None:
        page = _typed(portal, po_number)
        page.fill("customer", "C-9999")
        with pytest.raises(BusinessError):
            page.commit("submit")
        assert _found(portal, po_number) == []

    def test_an_unknown_article_is_refused_and_nothing_entered(self, portal: Portal, po_number: str) -> None:
        page = portal.open("new_order").fill("customer", "C-1000").fill("po_number", po_number)
        page.row(1).fill("article", "BR-0000").fill("quantity", Decimal(1)).fill("price", Decimal(1))
        with pytest.raises(BusinessError):
            page.commit("submit")
        assert _found(portal, po_number) == []

    def test_a_search_that_finds_nothing_shows_an_empty_table(self, portal: Portal, po_number: str) -> None:
        assert _found(portal, po_number) == []

    def test_an_article_is_shown_with_its_price_and_for_how_many(self, portal: Portal) -> None:
        page = portal.open("articles")
        page.fill("article", "BR-2010").click("search")
        (row,) = [row for row in page.table("articles") if row["article"] == "BR-2010"]
        assert (row["description"], row["unit"], row["gtin"]) == (
            "Hexagon bolt M8 x 40, zinc plated",
            "EA",
            "3760012300303",
        )
        assert portal.parse_number(row["price"]) == Decimal("18.50")
        assert portal.parse_number(row["per"]) == 100

    @pytest.mark.parametrize(
        ("number", "limit", "blocked"), [("C-1000", "20000.00", False), ("C-1006", "3000.00", True)]
    )
    def test_a_customers_credit_is_shown(self, portal: Portal, number: str, limit: str, blocked: bool) -> None:
        page = portal.open("customer", number=number)
        assert page.number("limit") == Decimal(limit)
        assert page.number("balance") > 0
        assert page.shows("blocked") is blocked

    def test_what_is_no_number_or_date_is_not_guessed(self, portal: Portal) -> None:
        with pytest.raises(ApplicationError):
            portal.parse_number("none")
        with pytest.raises(ApplicationError):
            portal.parse_date("soon")

    def test_a_picture_is_a_png(self, portal: Portal) -> None:
        assert portal.open("new_order").picture().startswith(b"\x89PNG\r\n\x1a\n")


def _typed(portal: Portal, po_number: str) -> Page:
    """The form, filled in and not sent."""
    page = portal.open("new_order").fill("customer", "C-1000").fill("po_number", po_number)
    page.fill("reference", f"ref:{po_number}").fill("requested", REQUESTED)
    for place, (article, quantity, price) in enumerate(GRID, start=1):
        if place > 1:
            page.click("add_line")
        page.row(place).fill("article", article).fill("quantity", quantity).fill("price", price)
    return page


def _found(portal: Portal, text: str, by: str = "po_number") -> list[Row]:
    page = portal.open("order_search")
    page.fill(by, text).click("search")
    return list(page.table("orders"))
