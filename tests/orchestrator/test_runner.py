from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from loop import ORDER, SETTINGS

from bots.decision import Review, Wait
from bots.domain.money import Money
from bots.domain.orders import Kind
from bots.errors import ApplicationError, LoginRefused, SelectorMissing, StoreError
from orchestrator.retry import MOST_ATTEMPTS
from orchestrator.store.intents import IntentRefused
from orchestrator.store.items import OutOfTurn, State


def reasons(item):
    return " ".join(item.reasons)


def test_an_order_is_entered_read_back_and_confirmed_once(house):
    item = house.work(house.receive())
    assert (item.state, item.result, item.amount) == (State.POSTED, "order 4711", "78.80 EUR")
    assert [order.po_number for order in house.portal.orders] == ["PO-1001"]
    assert len(house.outbox.letters) == 1


def test_every_press_stands_in_the_trail_after_its_intent_and_its_read_back(house):
    item = house.work(house.receive())
    trail = [record.action for record in house.store.audit.list(item=item.id)]
    press = trail.index("answered")
    assert trail.index("read back") < trail.index("intent.begun") < press
    assert "intent.confirmed" in trail[press:]
    assert house.store.audit.verify().ok


def test_what_was_typed_and_what_the_portal_took_stand_in_the_trail(house):
    item = house.work(house.receive())
    read_back = next(r for r in house.store.audit.list(item=item.id) if r.action == "read back")
    assert read_back.detail["fields"]["po_number"] == "PO-1001"
    assert house.store.evidence.read(read_back.detail["picture"])


def test_a_settled_item_is_not_worked_on_again(house):
    item = house.work(house.receive())
    with pytest.raises(OutOfTurn):
        house.work(item)


def test_a_second_document_of_the_same_order_posts_nothing(house):
    house.work(house.receive())
    again = house.work(house.receive(b"%PDF the same on other paper", key="k2"))
    assert again.state is State.REJECTED
    assert "already there: order 4711" in reasons(again)
    assert len(house.portal.orders) == len(house.outbox.letters) == 1


def test_no_order_is_settled_without_posting(house):
    item = house.work(house.receive(), replace(ORDER, kind=Kind.NOT_AN_ORDER, why="It asks for a quotation."))
    assert (item.state, reasons(item)) == (State.REJECTED, "It asks for a quotation.")


def test_an_answer_lost_after_the_press_is_found_by_looking(house):
    house.portal.lose_answer_after_commit = True
    item = house.work(house.receive())
    assert item.state is State.POSTED
    assert len(house.portal.orders) == 1


def test_a_press_whose_result_is_not_shown_is_a_question_never_a_second_press(house):
    house.portal.lose_answer_before_commit = True
    item = house.work(house.receive())
    assert item.state is State.IN_DOUBT
    assert "order:C-1000:po1001:0 was begun on fake_orders.new_order.submit" in reasons(item)
    assert house.portal.orders == []


def test_once_a_person_has_looked_the_order_is_entered(house):
    house.portal.lose_answer_before_commit = True
    item = house.work(house.receive())
    (intent,) = house.store.intents.open_for(item.id)
    house.store.intents.refute(intent.id, "claire", "not in the list of orders")
    house.store.items.reopen(item.id, "claire", "not in the list of orders")
    assert house.work(item).state is State.POSTED
    assert len(house.portal.orders) == 1


def test_where_the_search_is_proof_it_is_entered_again_after_the_quiet_time_and_only_once(house):
    house.portal.search_is_proof_after = timedelta(0)
    house.portal.lose_answer_before_commit = True
    item = house.work(house.receive())
    assert item.state is State.POSTED
    assert len(house.portal.orders) == 1


def test_a_search_that_is_no_proof_yet_is_waited_for(house):
    house.portal.search_is_proof_after = timedelta(seconds=30)
    house.portal.lose_answer_before_commit = True
    item = house.work(house.receive())
    assert item.state is State.POSTPONED
    assert item.until > house.store.now() + timedelta(seconds=20)
    assert house.portal.orders == []


def test_a_search_is_proof_once_the_second_time_a_person_looks(house):
    house.portal.search_is_proof_after = timedelta(0)
    lose_every_answer(house.portal)
    item = house.work(house.receive())
    assert item.state is State.IN_DOUBT
    assert "a second time" in reasons(item)
    assert len(house.store.intents.of(item.id)) == 2


def lose_every_answer(portal):
    class Always:
        def __set_name__(self, owner, name): ...
        def __get__(self, instance, owner):
            return True

        def __set__(self, instance, value): ...

    portal.__class__ = type("Lossy", (portal.__class__,), {"lose_answer_before_commit": Always()})


def test_a_lost_letter_is_a_question_although_the_order_stands(house):
    house.outbox.lose_answer_before_send = True
    item = house.work(house.receive())
    assert item.state is State.IN_DOUBT
    assert "confirmation:C-1000:po1001:0 was begun" in reasons(item)
    assert len(house.portal.orders) == 1


def test_a_large_order_waits_for_the_approval_of_exactly_its_plan(house):
    house.settings = SETTINGS.model_copy(update={"approval_above": Money(Decimal("50.00"), "EUR")})
    item = house.work(house.receive())
    assert item.state is State.APPROVAL
    assert house.portal.orders == []
    assert "Enter order PO-1001" in item.sentences[0]
    house.store.items.approve(item.id, item.plan_hash, "claire", "agreed with sales")
    house.store.items.reopen(item.id, "claire", "approved")
    assert house.work(item).state is State.POSTED


def test_an_approval_does_not_count_for_another_plan(house):
    house.settings = SETTINGS.model_copy(update={"approval_above": Money(Decimal("50.00"), "EUR")})
    item = house.work(house.receive())
    house.store.items.approve(item.id, item.plan_hash, "claire", "agreed")
    house.store.items.reopen(item.id, "claire", "approved")
    other = replace(ORDER, need_date=ORDER.need_date + timedelta(days=1))
    assert house.work(item, other).state is State.APPROVAL
    assert house.portal.orders == []


def test_a_system_that_does_not_answer_is_tried_again_later_and_then_given_up(house):
    item = house.receive()
    for attempt in range(1, MOST_ATTEMPTS):
        house.portal.fail_with = ApplicationError("no answer")
        item = house.work(item)
        assert (item.state, item.attempts) == (State.POSTPONED, attempt)
    house.portal.fail_with = ApplicationError("no answer")
    assert house.work(item).state is State.FAILED


@pytest.mark.parametrize("failure", [LoginRefused("refused"), SelectorMissing("gone")])
def test_what_would_lock_an_account_or_miss_a_changed_page_is_not_tried_again(house, failure):
    house.portal.fail_with = failure
    assert house.work(house.receive()).state is State.FAILED


def test_a_defect_in_a_bot_ends_the_item_not_the_worker(house):
    def broken(*_):
        raise KeyError("surprise")

    house.bot = replace(house.bot, decide=broken)
    item = house.work(house.receive())
    assert item.state is State.FAILED
    assert "KeyError" in reasons(item)


def test_an_item_with_nothing_to_do_yet_waits_until_then(house):
    until = house.store.now() + timedelta(days=1)
    house.bot = replace(house.bot, decide=lambda *_: Wait(until, "the delivery is not booked"))
    item = house.work(house.receive())
    assert (item.state, item.until, reasons(item)) == (State.POSTPONED, until, "the delivery is not booked")


def test_when_nothing_can_be_written_nothing_is_done(house, monkeypatch):
    item = house.receive()
    runner = house.runner()
    monkeypatch.setattr(house.store.audit, "append", refuse)
    with pytest.raises(StoreError):
        runner.work(item.id, item.revision, ORDER)
    assert house.portal.actions == []


def refuse(*_, **__):
    raise StoreError("the disk is full")


def test_a_worker_whose_lease_is_gone_presses_nothing(house):
    item, worker = house.receive(), house.worker()
    runner = house.runner(worker)
    look = house.bot.look

    def retire_then_look(*arguments):
        house.store.workers.retire(worker)
        return look(*arguments)

    runner = replace(runner, bot=replace(house.bot, look=retire_then_look))
    with pytest.raises(OutOfTurn, match="silent"):
        runner.work(item.id, item.revision, ORDER)
    assert house.portal.orders == []


def test_two_items_for_one_order_are_entered_once_even_when_the_portal_does_not_show_it_yet(house):
    first, second = house.receive(), house.receive(b"%PDF other", key="k2")
    house.portal.lose_answer_before_commit = True
    assert house.work(first).state is State.IN_DOUBT
    late = house.work(second)
    assert late.state is State.POSTPONED
    assert "is not begun: item 1 began" in reasons(late)
    assert house.portal.orders == []


def test_a_commit_outside_a_plan_is_refused(house):
    item = house.receive()
    look = house.bot.look

    def press_while_looking(order, workspace, settings):
        workspace.portal.open("new_order").fill("customer", "C-1000").commit("submit")
        return look(order, workspace, settings)

    house.bot = replace(house.bot, look=press_while_looking)
    settled = house.work(item)
    assert settled.state is State.FAILED
    assert "outside a plan" in reasons(settled)
    assert house.portal.orders == []


def test_something_else_begun_is_a_question_when_the_decision_changes(house):
    house.portal.lose_answer_before_commit = True
    item = house.work(house.receive())
    house.store.items.reopen(item.id, "claire", "have another look")
    other = replace(ORDER, po_number="PO-2002")
    settled = house.work(item, other)
    assert settled.state is State.IN_DOUBT
    assert "the decision changed after something else was begun" in reasons(settled)


def test_a_review_after_a_press_stays_in_doubt(house):
    house.portal.lose_answer_before_commit = True
    item = house.work(house.receive())
    house.store.items.reopen(item.id, "claire", "have another look")
    house.bot = replace(house.bot, decide=lambda *_: Review(("the portal shows another quantity",)))
    settled = house.work(item)
    assert settled.state is State.IN_DOUBT
    assert "another quantity" in reasons(settled)


def test_an_intent_can_be_begun_by_one_item_only(house):
    item = house.receive()
    worker = house.worker()
    house.store.items.start(item.id, 1, worker)
    house.store.intents.begin(item.id, "order:x", "hash", worker, "portal.page.submit", {})
    with pytest.raises(IntentRefused):
        house.store.intents.begin(item.id, "order:x", "hash", worker, "portal.page.submit", {})


def test_decisions_are_kept_with_their_reasons(house):
    item = house.work(house.receive())
    decided = [r for r in house.store.audit.list(item=item.id) if r.action == "decide"]
    assert [record.target for record in decided] == ["go", "go", "done"]
