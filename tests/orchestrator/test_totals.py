from decimal import Decimal

from orchestrator.store.items import State
from orchestrator.totals import total

EUR = {"EUR": Decimal("10.50")}


def test_what_was_received_is_posted_rejected_waiting_or_in_doubt():
    totals = total(
        5,
        {
            State.POSTED: (1, EUR),
            State.REJECTED: (1, {}),
            State.APPROVAL: (1, EUR),
            State.WAITING: (1, {"CHF": Decimal("3.00")}),
            State.IN_DOUBT: (1, EUR),
        },
    )
    assert totals.red() == ()
    assert totals.columns["waiting"].count == 2
    assert totals.columns["waiting"].amounts == {"EUR": Decimal("10.50"), "CHF": Decimal("3.00")}


def test_a_document_that_is_nowhere_makes_the_run_red():
    totals = total(2, {State.POSTED: (1, EUR)})
    assert "2 documents were received but 1 are accounted for" in totals.red()[0]
    assert totals.as_json()["balanced"] is False


def test_work_that_is_not_settled_makes_the_run_red():
    assert "not settled" in total(1, {State.WORKING: (1, {})}).red()[0]


def test_a_dead_letter_waits_for_a_person():
    assert total(1, {State.FAILED: (1, EUR)}).columns["waiting"].count == 1
