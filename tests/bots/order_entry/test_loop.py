"""Look, decide, act, look again, as the runner does, over the fakes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.adapters.fakes import FakePortal, FakeWorkspace
from bots.decision import Decision, Done, Go, Review
from bots.domain.orders import Kind, PurchaseOrder
from bots.errors import ApplicationError
from bots.order_entry import BOT
from bots.order_entry.plan import OrderPlan
from orchestrator.demo import world
from tests.bots.order_entry.examples import NOW, ORDER, SETTINGS, STANDING


@pytest.fixture
def at() -> FakeWorkspace:
    names = {customer.number: customer.name for customer in world.CUSTOMERS}
    portal = FakePortal(articles=world.ARTICLES, credit=world.CREDIT, names=names, today=NOW.date())
    return FakeWorkspace(NOW, world.CUSTOMERS, portal=portal)


def next_decision(at: FakeWorkspace, order: PurchaseOrder = ORDER) -> Decision[OrderPlan]:
    return BOT.decide(order, BOT.look(order, at, SETTINGS), SETTINGS)


def step(at: FakeWorkspace, order: PurchaseOrder = ORDER) -> str:
    decision = next_decision(at, order)
    assert isinstance(decision, Go), decision
    BOT.act(decision.plan, at)
    return decision.plan.key


def test_an_order_is_entered_then_confirmed_then_done(at: FakeWorkspace) -> None:
    assert [step(at), step(at)] == ["order:C-1000:po1001:0", "confirmation:C-1000:po1001:0"]
    assert next_decision(at) == Done("order 4711")
    assert at.portal.orders == [STANDING]
    assert [letter.to for letter in at.outbox.letters] == [("achats@ateliers-morel.example",)]


def test_an_answer_lost_after_the_commit_leaves_one_order(at: FakeWorkspace) -> None:
    at.portal.lose_answer_after_commit = True
    with pytest.raises(ApplicationError):
        step(at)
    assert step(at) == "confirmation:C-1000:po1001:0"
    assert len(at.portal.orders) == 1


def test_an_answer_lost_before_the_commit_leaves_the_order_to_be_entered(at: FakeWorkspace) -> None:
    at.portal.lose_answer_before_commit = True
    with pytest.raises(ApplicationError):
        step(at)
    assert at.portal.orders == []
    assert step(at) == "order:C-1000:po1001:0"


def test_an_answer_lost_after_the_letter_left_sends_no_second_one(at: FakeWorkspace) -> None:
    step(at)
    at.outbox.lose_answer_after_send = True
    with pytest.raises(ApplicationError):
        step(at)
    assert next_decision(at) == Done("order 4711")
    assert len(at.outbox.letters) == 1


def test_the_same_number_from_another_customer_is_another_order(at: FakeWorkspace) -> None:
    at.portal.orders.append(replace(STANDING, number="4000", customer="C-1003", reference=None))
    assert step(at) == "order:C-1000:po1001:0"


def test_an_order_entered_by_hand_under_another_spelling_is_found(at: FakeWorkspace) -> None:
    at.portal.orders.append(replace(STANDING, number="4000", po_number="PO 1001", reference=None))
    assert step(at) == "confirmation:C-1000:po1001:0"


def test_the_same_goods_entered_last_week_under_another_number_are_a_question(at: FakeWorkspace) -> None:
    at.portal.orders.append(replace(STANDING, number="4000", po_number="PO-0999", reference=None))
    decision = next_decision(at)
    assert isinstance(decision, Review)
    assert "Order 4000 of this customer under PO-0999" in decision.reasons[0]


def test_a_portal_with_less_is_worked_with_less(at: FakeWorkspace) -> None:
    at.portal.without = {
        "new_order.reference", "order_search.reference", "order.reference", "order_search.customer", "customer",
        "articles.description",
    }  # fmt: skip
    assert [step(at), step(at)] == ["order:C-1000:po1001:0", "confirmation:C-1000:po1001:0"]
    assert next_decision(at) == Done("order 4711")
    assert at.portal.orders == [replace(STANDING, reference=None)]


def test_an_unknown_article_comes_with_a_proposal_by_its_text(at: FakeWorkspace) -> None:
    line = replace(ORDER.lines[2], buyer_item="RIEMEN-7", description="V-belt SPA 1250, black")
    decision = next_decision(at, replace(ORDER, lines=(*ORDER.lines[:2], line)))
    assert isinstance(decision, Review)
    assert "is nearest to our BR-3005 V-belt SPA 1250: is it that one?" in decision.reasons[0]


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(replace(ORDER, kind=Kind.NOT_AN_ORDER), id="what is no order"),
        pytest.param(replace(ORDER, buyer=replace(ORDER.buyer, vat="DE812547393")), id="whose customer is in doubt"),
        pytest.param(replace(ORDER, kind=Kind.UNREADABLE), id="what cannot be read"),
    ],
)
def test_the_portal_is_not_asked_about(at: FakeWorkspace, order: PurchaseOrder) -> None:
    BOT.look(order, at, SETTINGS)
    assert at.portal.actions == []


def test_an_order_without_a_number_is_still_told_which_of_its_articles_are_unknown(at: FakeWorkspace) -> None:
    line = replace(ORDER.lines[2], buyer_item="RIEMEN-7")
    decision = next_decision(at, replace(ORDER, po_number=None, lines=(*ORDER.lines[:2], line)))
    assert isinstance(decision, Review)
    assert [reason.partition(" (")[0] for reason in decision.reasons] == [
        "The document shows no order number, so it cannot be told from another: ask the customer.",
        "Line 3: no article is known under RIEMEN-7.",
    ]


def test_an_order_that_stands_needs_no_credit_and_only_the_articles_known_by_gtin(at: FakeWorkspace) -> None:
    step(at)
    at.notes.clear()  # another attempt
    assert opened_by_a_look(at) == ["open order_search", "open order", "open articles"]


def test_the_price_list_is_asked_once_in_an_attempt(at: FakeWorkspace) -> None:
    step(at)
    assert opened_by_a_look(at) == ["open order_search", "open order"]


def opened_by_a_look(at: FakeWorkspace) -> list[str]:
    at.portal.actions.clear()
    BOT.look(ORDER, at, SETTINGS)
    return [action for action in at.portal.actions if action.startswith("open")]


def test_the_arrivals_are_the_mailboxs(at: FakeWorkspace) -> None:
    assert list(BOT.collect(at)) == []
