"""Keying an order: what is typed, in which order, and what is seen before the point of no return."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.adapters.fakes import FakePortal
from bots.errors import BusinessError
from bots.order_entry.entering import enter_order
from orchestrator.demo import world
from tests.bots.order_entry.examples import PLAN, STANDING, TODAY

NAMES = {customer.number: customer.name for customer in world.CUSTOMERS}
SHOWN_BEFORE = ("new_order.customer_shown", "new_order.currency", "new_order.total")


@pytest.fixture
def portal() -> FakePortal:
    return FakePortal(articles=world.ARTICLES, credit=world.CREDIT, names=NAMES, today=TODAY)


def test_the_fields_are_typed_in_order_and_the_commit_comes_last(portal: FakePortal) -> None:
    enter_order(portal, PLAN)
    assert portal.actions[:5] == [
        "open new_order",
        "fill customer",
        "fill po_number",
        "fill reference",
        "fill requested",
    ]
    assert portal.actions.count("click add_line") == len(PLAN.lines) - 1
    assert portal.actions[-6:] == [
        "click update",
        "read customer_shown",
        "read currency",
        "read total",
        "read back",
        "commit submit",
    ]


@pytest.mark.parametrize(
    "without",
    [
        pytest.param(("new_order.customer",), id="where customers are chosen by name"),
        pytest.param(("new_order.update", *SHOWN_BEFORE), id="where nothing is worked out before the press"),
        pytest.param(SHOWN_BEFORE, id="where nothing is shown before the press"),
    ],
)
def test_the_same_order_is_entered(portal: FakePortal, without: tuple[str, ...]) -> None:
    portal.without = without
    enter_order(portal, PLAN)
    assert portal.orders == [STANDING]


@pytest.mark.parametrize("without", [(), ("new_order.update",)], ids=["told before the press", "told after it"])
def test_an_order_the_portal_refuses_is_not_entered(portal: FakePortal, without: tuple[str, ...]) -> None:
    portal.without = without
    with pytest.raises(BusinessError, match="C-9999 not on file"):
        enter_order(portal, replace(PLAN, customer="C-9999"))
    assert portal.orders == []


def test_what_is_refused_is_refused_before_anything_is_pressed(portal: FakePortal) -> None:
    with pytest.raises(BusinessError, match="BR-0 not on file"):
        enter_order(portal, replace(PLAN, lines=(replace(PLAN.lines[0], sku="BR-0"),)))
    assert "commit submit" not in portal.actions


def test_a_name_that_is_nobodys_is_not_entered(portal: FakePortal) -> None:
    portal.without = ("new_order.customer",)
    with pytest.raises(BusinessError, match="no entry 'Ateliers Maurel'"):
        enter_order(portal, replace(PLAN, customer_name="Ateliers Maurel"))
    assert portal.orders == []


@pytest.mark.parametrize(
    ("element", "shown", "told"),
    [
        ("customer_shown", "C-1003", "customer: it shows 'C-1003', the order is of Ateliers Morel SA (C-1000)"),
        ("currency", "USD", "currency: it shows 'USD', the order is in EUR"),
        ("total", "903,42", "net total: it shows 903,42, the order comes to"),
        ("total", "", "net total: it shows none"),
    ],
)
def test_an_order_the_portal_understands_otherwise_is_not_saved(
    portal: FakePortal, element: str, shown: str, told: str
) -> None:
    portal.shows_instead = {element: shown}
    with pytest.raises(BusinessError) as failure:
        enter_order(portal, PLAN)
    assert told in str(failure.value)
    assert "commit submit" not in portal.actions
