"""What holds for any payment and any ledger: the sums, the balances, and that order changes nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bots.domain.advices import AdviceLine, Deduction, Reason
from bots.domain.allocation import ResidualKind
from bots.remittance_reader.matching import ConfirmedAccount, match, match_all
from tests.bots.remittance_reader.matching.ledger import (
    DAY,
    MOREL,
    MOREL_IBAN,
    POLICY,
    STRANGER,
    TWIN,
    D,
    advice,
    balanced,
    book,
    discounted,
    item,
    payment,
)

CENTS = st.integers(1, 30_000).map(lambda cents: D(cents) / 100)
#: Whole euros from a small range: amounts coincide and subsets abound.
ROUND = st.integers(1, 12).map(lambda tens: D(tens * 10))


@st.composite
def ledgers(draw):
    """A few items of Morel, its twin and a stranger: invoices, some with a discount, and credit notes."""
    items = []
    for count in draw(st.lists(st.integers(1, 40), unique=True, min_size=1, max_size=8)):
        balance = f"{draw(st.one_of(ROUND, CENTS)):.2f}"
        owner = draw(st.sampled_from((MOREL, MOREL, MOREL, TWIN, STRANGER)))
        kind = draw(st.sampled_from(("invoice", "invoice", "discount", "credit")))
        if kind == "credit":
            items.append(item(400 + count, f"-{balance}", owner))
        elif kind == "discount":
            items.append(
                discounted(400 + count, balance, until=DAY + timedelta(draw(st.integers(-2, 2))), customer=owner)
            )
        else:
            items.append(item(400 + count, balance, owner, due=DAY + timedelta(draw(st.integers(-40, 20)))))
    return tuple(items)


@st.composite
def payments(draw, items):
    """Money that names some items in some way, for their sum, nearly their sum, or anything; with or without advice."""
    named = draw(st.lists(st.sampled_from(items), unique=True, max_size=4))
    total = sum((one.balance for one in named), D(0))
    amount = draw(st.one_of(st.just(total), CENTS, st.integers(-300, 300).map(lambda cents: total + D(cents) / 100)))
    amount = max(amount, D("0.01"))
    told = [_line(draw, one) for one in named]
    stated = draw(st.sampled_from((amount, sum((one.net for one in told), D(0)))))
    day = DAY + timedelta(draw(st.integers(-6, 12)))
    advices = [advice(stated, *told, day=day)] if told and draw(st.booleans()) else []
    spell = draw(st.sampled_from((_printed, _glued, _ending)))
    words = " ".join(spell(one.number) for one in named) if draw(st.booleans()) else "REGLEMENT 20260412"
    iban = draw(st.sampled_from((MOREL_IBAN, None)))
    return payment(amount, words, advices=advices, payer_iban=iban)


def _printed(number):
    return number


def _glued(number):
    return number.replace("/", "")


def _ending(number):
    return number.replace("/", "")[-6:]


def _line(draw, one):
    if not draw(st.booleans()):
        return AdviceLine(one.number, net=one.balance)
    cut = draw(CENTS)
    said = (Deduction(Reason.PRICE, "prix", cut),)
    return AdviceLine(one.number, gross=one.balance, deductions=said, net=one.balance - cut)


@st.composite
def cases(draw):
    items = draw(ledgers())
    return items, draw(payments(items))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_no_item_is_paid_beyond_its_balance_and_every_cent_is_somewhere(case):
    """Σ paid + on account = the payment, and paid + Σ residuals = the balance, in every proposal.

    So balances touched − everything missing of them + on account = the payment, however odd the words.
    """
    items, money = case
    assert balanced(match(money, book(*items), POLICY), money.line.amount, items)


@settings(max_examples=100, deadline=None)
@given(cases(), st.integers(0, 1000))
def test_the_order_of_items_advices_and_their_lines_changes_nothing(case, seed):
    items, money = case
    mixed = random.Random(seed)
    second = replace(advice("77.00", ("FAC/2026/0401", "77.00")), arrived=DAY)
    money = replace(money, advices=(*money.advices, second))
    turned = [replace(one, advice=replace(one.advice, lines=one.advice.lines[::-1])) for one in money.advices]
    shuffled = mixed.sample(items, len(items))
    first = match(money, book(*items), POLICY)
    assert match(replace(money, advices=tuple(turned[::-1])), book(*shuffled), POLICY) == first


@settings(max_examples=40, deadline=None)
@given(ledgers().flatmap(lambda items: st.tuples(st.just(items), st.lists(payments(items), min_size=2, max_size=4))))
def test_the_order_of_payments_changes_nothing(case):
    items, money = case
    forth = match_all(money, book(*items), POLICY)
    back = match_all(money[::-1], book(*items), POLICY)
    assert forth == back[::-1]


@settings(max_examples=40, deadline=None)
@given(ledgers().flatmap(lambda items: st.tuples(st.just(items), st.lists(payments(items), min_size=2, max_size=4))))
def test_payments_together_never_put_more_on_an_item_than_is_open(case):
    items, money = case
    posted = [one.proposals[0] for one in match_all(money, book(*items), POLICY) if one.automatic]
    for each in items:
        paid = sum((one.paid for proposal in posted for one in proposal.allocations if one.item == each.number), D(0))
        assert abs(paid) <= abs(each.balance)


@settings(max_examples=100, deadline=None)
@given(cases(), st.one_of(ROUND, CENTS), st.sampled_from((MOREL, TWIN, STRANGER)), st.integers(1, 9999))
def test_an_unrelated_open_item_never_makes_a_machine_post_to_it(case, balance, owner, count):
    """One more open item the payment does not name: whatever is posted alone is what would have been, or nothing."""
    items, money = case
    if any(one.number == f"FAC/2025/{count:04}" for one in items):
        return
    more = replace(item(1, f"{balance:.2f}", owner), number=f"FAC/2025/{count:04}")
    before, after = match(money, book(*items), POLICY), match(money, book(*items, more), POLICY)
    if after.automatic:
        assert before.automatic
        assert before.proposals[0].allocations == after.proposals[0].allocations
    assert all(one.item != more.number for one in after.proposals[0].allocations if after.automatic)


@settings(max_examples=100, deadline=None)
@given(cases())
def test_what_is_posted_alone_is_named_explained_and_the_payers(case):
    items, money = case
    found = match(money, book(*items, accounts=(ConfirmedAccount(MOREL_IBAN, MOREL),)), POLICY)
    if found.automatic:
        best = found.proposals[0]
        assert best.on_account == 0
        assert {one.customer for one in best.allocations} == {MOREL}
        assert all(one.basis in ("exact", "normalised", "check_digit") for one in best.allocations)
        kinds = {residual.kind for one in best.allocations for residual in one.residuals}
        assert not kinds & {ResidualKind.UNEXPLAINED, ResidualKind.OPEN, ResidualKind.EXCHANGE}
