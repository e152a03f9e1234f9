"""What order entry asks of a portal, in logical names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bots.adapters.fakes import FakePortal
from bots.domain.customers import Credit
from bots.order_entry.entering import enter_order
from bots.order_entry.portal import (
    Sought,
    credit_of,
    find_orders,
    find_other_spelling,
    find_similar,
    is_of,
    orders_of,
    spellings,
)
from bots.order_entry.price_list import articles_like, find_articles
from orchestrator.demo import world
from tests.bots.order_entry.examples import PLAN, STANDING, TODAY, D

MOREL = world.CUSTOMERS[0]
NAMES = {customer.number: customer.name for customer in world.CUSTOMERS}


@pytest.fixture
def portal() -> FakePortal:
    return FakePortal(articles=world.ARTICLES, credit=world.CREDIT, names=NAMES, today=TODAY)


NUMBERS = ("order_search.customer",)  #: what a portal lacks whose customers are chosen by name
LISTS = (*NUMBERS, "order_search.customer_name")
SOUGHT = Sought(MOREL, "PO-1001", PLAN.reference, world.CUSTOMERS)


def found(portal: FakePortal, sought: Sought = SOUGHT) -> list[str]:
    """As `look` searches: as printed and by reference, and only then by other spellings."""
    orders = find_orders(portal, sought) or find_other_spelling(portal, sought, orders_of(portal, MOREL))
    return [order.number for order in orders]


def test_an_order_reads_back_as_it_was_planned(portal: FakePortal) -> None:
    enter_order(portal, PLAN)
    assert find_orders(portal, SOUGHT) == (STANDING,)


@pytest.mark.parametrize(
    ("standing", "number"),
    [
        pytest.param({"po_number": "PO-1001", "reference": None}, ["4711"], id="as printed"),
        pytest.param({"po_number": "PO1001", "reference": None}, ["4711"], id="written together"),
        pytest.param({"po_number": "PO 1001", "reference": None}, ["4711"], id="with a blank"),
        pytest.param({"po_number": "PO/1001", "reference": None}, ["4711"], id="with a slash"),
        pytest.param({"po_number": "ORDER OF MARCH"}, ["4711"], id="by our reference alone"),
        pytest.param({"customer": "C-1003", "reference": None}, [], id="another customer's of the same number"),
        pytest.param({"customer": "Morel Ets.", "reference": None}, ["4711"], id="a customer that cannot be told"),
        pytest.param({"po_number": "PO-10011", "reference": None}, [], id="a number one digit longer"),
    ],
)
@pytest.mark.parametrize(
    "without", [(), NUMBERS, LISTS], ids=["with a list by customer number", "by customer name", "without a list"]
)
def test_which_orders_are_found(
    portal: FakePortal, without: tuple[str, ...], standing: dict[str, str], number: list[str]
) -> None:
    portal.without = without
    portal.orders.append(replace(STANDING, **standing))  # type: ignore[arg-type]
    assert found(portal) == number


def test_an_order_entered_twice_is_found_twice(portal: FakePortal) -> None:
    enter_order(portal, PLAN)
    enter_order(portal, PLAN)
    assert found(portal) == ["4711", "4712"]


def test_a_number_without_signs_is_searched_once(portal: FakePortal) -> None:
    portal.without = {"order_search.reference", *LISTS}
    assert found(portal, replace(SOUGHT, po_number="4500123456")) == []
    assert portal.actions.count("open order_search") == 1


def test_how_a_number_is_spelt() -> None:
    assert spellings("PO-1001") == ("PO-1001", "PO1001", "PO 1001", "PO/1001")
    assert spellings("4500123456") == ("4500123456",)


@pytest.mark.parametrize(
    ("shown", "theirs"),
    [
        ("C-1000", True),
        ("c-1000 Ateliers Morel SA", True),
        ("Ateliers Morel SA (C-1000)", True),
        ("ATELIERS MOREL", True),
        ("C-10001", False),
        ("C-1000-2", False),
        ("", False),
    ],
)
def test_whether_a_column_means_the_customer(shown: str, theirs: bool) -> None:
    assert is_of(shown, MOREL) is theirs


@pytest.mark.parametrize(
    ("standing", "entered", "number"),
    [
        pytest.param({}, date(2026, 2, 20), ["4000"], id="the same total, lately, under another number"),
        pytest.param({}, date(2026, 1, 31), ["4000"], id="on the first day that counts"),
        pytest.param({}, date(2026, 1, 30), [], id="the day before"),
        pytest.param({"total": D("1003.81")}, date(2026, 2, 20), [], id="another total"),
        pytest.param({"customer": "C-1003"}, date(2026, 2, 20), [], id="another customer"),
        pytest.param({"po_number": "po1001"}, date(2026, 2, 20), [], id="the same number is no similar order"),
    ],
)
def test_which_orders_are_similar(
    portal: FakePortal, standing: dict[str, object], entered: date, number: list[str]
) -> None:
    portal.orders.append(replace(STANDING, **{"number": "4000", "po_number": "PO-0999", **standing}))  # type: ignore[arg-type]
    portal.dates["4000"] = entered
    similar = find_similar(portal, SOUGHT, orders_of(portal, MOREL) or (), PLAN.total, since=date(2026, 1, 31))
    assert [order.number for order in similar] == number


def test_articles_are_found_by_number_and_by_gtin_without_their_neighbours(portal: FakePortal) -> None:
    numbers = ("BR-1001", "3760012300303", "BR-100", "unknown")
    assert [article.sku for article in find_articles(portal, numbers)] == ["BR-1001", "BR-2010"]
    assert find_articles(portal, ("BR-2010",)) == (world.ARTICLES[2],)


def test_a_gtin_is_typed_into_the_field_for_a_number_where_there_is_no_other(portal: FakePortal) -> None:
    portal.without = {"articles.gtin"}
    assert find_articles(portal, ("3760012300303",)) == ()
    assert "fill article" in portal.actions


def test_articles_are_proposed_by_the_most_telling_word(portal: FakePortal) -> None:
    assert [article.sku for article in articles_like(portal, "Roulement bearing 6204-2RS")] == ["BR-1001"]
    assert articles_like(portal, "  ") == ()


@pytest.mark.parametrize(
    ("number", "credit"),
    [
        ("C-1000", Credit(D("20000.00"), D("1250.40"), blocked=False)),
        ("C-1006", Credit(D("3000.00"), D("2890.00"), blocked=True)),
    ],
)
def test_credit_is_read(portal: FakePortal, number: str, credit: Credit) -> None:
    assert credit_of(portal, number) == credit


def test_a_limit_without_a_figure_is_no_limit(portal: FakePortal) -> None:
    portal.credit = {"C-1000": Credit(None, Decimal(0), blocked=False)}
    assert credit_of(portal, "C-1000") == Credit(None, Decimal(0), blocked=False)


def test_what_the_portal_lacks_is_not_asked(portal: FakePortal) -> None:
    portal.without = {"articles", "customer", *LISTS}
    assert find_articles(portal, ("BR-1001",)) == ()
    assert credit_of(portal, "C-1000") is None
    assert orders_of(portal, MOREL) is None
    assert portal.actions == []
