"""Each condition of posting alone, one at a time; and how much a machine may do is earned and lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bots.domain.allocation import ResidualKind
from bots.domain.bank import Scope
from bots.domain.money import Money
from bots.remittance_reader.matching import Autonomy, Mode, Period, ToleranceUsed, match, match_all
from bots.remittance_reader.matching.autonomy import agrees, sampled
from tests.bots.remittance_reader.matching.ledger import DAY, MOREL, POLICY, D, advice, book, item, paid, payment

SHADOW = (Autonomy(MOREL, Mode.SHADOW, 7),)


def simple(ledger=None, policy=POLICY, amount="100.00", **more):
    return match(payment(amount, "FAC/2026/0412", **more), ledger or book(item(412)), policy)


def test_when_every_condition_holds_a_machine_may_post():
    found = simple()
    assert found.automatic
    assert found.sure
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(simple(scope=Scope.INTRADAY), "a report during the day", id="not booked yet"),
        pytest.param(simple(statement_doubts=("a gap",)), "cannot be relied on", id="a doubtful statement"),
        pytest.param(simple(doubts=("no day",)), "the bank's line was not read beyond doubt", id="a doubtful line"),
        pytest.param(simple(book(item(412), periods=())), "the period of 2026-04-12 is closed", id="a closed period"),
        pytest.param(
            simple(book(item(412), periods=(Period(date(2026, 3, 1), date(2026, 4, 11)),))), "is closed",
            id="the day after the period",
        ),
        pytest.param(simple(amount="99.00"), "stay unpaid: unexplained", id="one euro short of a hundred"),
        pytest.param(simple(amount="100.01"), "0.01 EUR of the payment are on no item", id="a cent too much"),
    ],
)  # fmt: skip
def test_one_condition_that_fails_is_one_sentence(found, said):
    assert not found.automatic
    assert not found.sure
    assert any(said.casefold() in one.casefold() for one in found.doubts), found.doubts


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(simple(book(item(412), autonomy=SHADOW)), "shadow mode: 7 of 20 agreements", id="shadow mode"),
        pytest.param(simple(book(item(412), autonomy=())), "shadow mode: 0 of 20", id="a customer without a record"),
        pytest.param(
            simple(policy=POLICY.model_copy(update={"unattended_cap": Money(D("99.99"), "EUR")})),
            "not within the 99.99 EUR", id="above the cap",
        ),
        pytest.param(
            simple(book(item(412), autonomy=(Autonomy(MOREL, Mode.AUTOMATIC, 20, Money(D(50), "EUR")),))),
            "not within the 50 EUR", id="above the customer's own cap",
        ),
    ],
)  # fmt: skip
def test_what_is_sure_can_be_held_back(found, said):
    assert not found.automatic
    assert found.sure
    assert found.held_back == found.doubts
    assert any(said in one for one in found.doubts), found.doubts


@pytest.mark.parametrize(
    ("amount", "used", "posted"),
    [
        pytest.param("999.10", "0", True, id="within both limits"),
        pytest.param("998.90", "0", False, id="more than the amount allowed"),
        pytest.param("999.10", "19.10", True, id="to the last cent of the year's budget"),
        pytest.param("999.10", "19.11", False, id="beyond it"),
    ],
)
def test_a_difference_is_let_go_within_its_limits_and_budget(amount, used, posted):
    ledger = book(item(412, "1000.00"), tolerance_used=(ToleranceUsed(MOREL, 2026, D(used)),))
    found = simple(ledger, amount=amount)
    assert found.automatic is posted, found.doubts
    kinds = {ResidualKind.TOLERANCE} if amount == "999.10" else {ResidualKind.UNEXPLAINED}
    assert {one.kind for one in found.proposals[0].allocations[0].residuals} == kinds


def test_the_limit_by_share_counts_too():
    assert not simple(amount="99.20").automatic  # 0.80 is under 1.00, and over half a percent


def test_an_advice_and_a_text_that_name_different_items_are_a_question():
    told = advice("100.00", ("FAC/2026/0411", "100.00"))
    found = match(payment("100.00", "FAC/2026/0412", advices=[told]), book(item(411), item(412)), POLICY)
    assert not found.automatic
    assert [paid(one) for one in found.proposals] == [{"FAC/2026/0411": "100.00"}, {"FAC/2026/0412": "100.00"}]
    assert any("The bank's text names FAC/2026/0412, and the advice does not" in one for one in found.doubts)
    assert any("can be for FAC/2026/0411 or for FAC/2026/0412: say which" in one for one in found.doubts)


def test_an_advice_whose_lines_do_not_add_up_is_a_question():
    told = advice("100.00", ("FAC/2026/0411", "70.00"), ("FAC/2026/0412", "20.00"))
    found = match(payment("100.00", advices=[told]), book(item(411, "70.00"), item(412)), POLICY)
    assert any("come to 90.00, and it says 100.00" in one for one in found.doubts)


def test_money_twice_for_one_item_is_posted_for_neither():
    one = payment("100.00", "FAC/2026/0412")
    other = payment("100.00", "FAC/2026/0412", end_to_end_id="E2E-78")
    found = match_all([one, other], book(item(412)), POLICY)
    assert not any(each.automatic for each in found)
    assert all("Another payment of today pays FAC/2026/0412 too" in " ".join(each.doubts) for each in found)


def test_the_budget_holds_for_all_payments_of_a_day_together():
    items = (item(411, "1000.00"), item(412, "1000.00"))
    ledger = book(*items, tolerance_used=(ToleranceUsed(MOREL, 2026, D("18.50")),))
    day = [payment("999.10", one.number, end_to_end_id=one.number) for one in items]
    assert all(match(one, ledger, POLICY).automatic for one in day)
    assert not any(one.automatic for one in match_all(day, ledger, POLICY))


def test_three_proposals_at_most_and_none_twice():
    items = [item(count, "50.00") for count in range(401, 409)]
    found = match(payment("100.00", "REGLEMENT"), book(*items), POLICY)
    assert 1 <= len(found.proposals) <= 3
    assert len({tuple(sorted(paid(one))) for one in found.proposals}) == len(found.proposals)
    assert found.proposals[0].solutions == 2


# ------------------------------------------------------------------------------------------ earned and lost


def test_automatic_posting_is_unlocked_by_agreements_in_a_row():
    standing = Autonomy(MOREL)
    for _ in range(POLICY.agreements_needed - 1):
        standing = standing.after_agreement(POLICY)
    assert standing.mode is Mode.SHADOW
    assert standing.after_agreement(POLICY).mode is Mode.AUTOMATIC


@pytest.mark.parametrize("lost", [Autonomy.after_disagreement, Autonomy.after_reversal])
def test_the_first_reversal_or_disagreement_locks_again(lost):
    assert lost(Autonomy(MOREL, Mode.AUTOMATIC, 57)) == Autonomy(MOREL, Mode.SHADOW, 0)


def test_only_what_the_machine_was_sure_of_counts_as_agreement():
    held = simple(book(item(412), autonomy=SHADOW))
    posted = held.proposals[0]
    assert agrees(held, posted) is True
    assert agrees(held, replace(posted, allocations=(), on_account=D(100))) is False
    assert agrees(simple(amount="99.00"), posted) is None


def test_what_is_of_the_sample_is_posted_and_compared_afterwards():
    every = POLICY.model_copy(update={"sample_percent": D(100)})
    assert (simple(policy=every).automatic, simple(policy=every).sampled) == (True, True)
    assert not simple(policy=POLICY).sampled
    assert not simple(book(item(412), autonomy=SHADOW), policy=every).sampled


def test_the_sample_is_the_same_everywhere_and_about_its_share():
    chosen = [sampled(f"payment {number}", Decimal(2)) for number in range(10_000)]
    assert chosen == [sampled(f"payment {number}", Decimal(2)) for number in range(10_000)]
    assert 150 <= sum(chosen) <= 250
    assert not any(sampled(f"payment {number}", Decimal(0)) for number in range(100))


def test_the_day_of_a_payment_is_part_of_its_identity():
    one = payment("100.00", "FAC/2026/0412")
    later = replace(one, line=replace(one.line, booked=date(2026, 4, 13)))
    assert one.identity != later.identity
    assert one.identity == replace(one, statement="another", line=replace(one.line, text=())).identity
    assert one.line.booked == DAY
