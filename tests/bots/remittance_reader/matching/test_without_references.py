"""Amounts alone suggest and never post; sums are counted, to two."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.domain.allocation import Basis
from bots.remittance_reader.matching import match
from bots.remittance_reader.matching.subset_sum import subsets
from tests.bots.remittance_reader.matching.ledger import DAY, POLICY, TWIN, D, book, item, paid, payment


def suggested(amount, *items):
    found = match(payment(amount, "REGLEMENT"), book(*items), POLICY)
    assert not found.automatic
    assert all(one.basis is Basis.AMOUNT for each in found.proposals for one in each.allocations)
    return found.proposals


def test_one_equal_amount_is_suggested():
    first = suggested("100.00", item(411, "70.00"), item(412), item(413, "100.00", TWIN))[0]
    assert paid(first) == {"FAC/2026/0412": "100.00"}
    assert first.solutions == 1


def test_two_equal_amounts_are_counted():
    assert suggested("100.00", item(411), item(412))[0].solutions == 2


def test_the_balance_of_the_account_is_suggested_with_its_credit_notes():
    first = suggested("150.00", item(411, "70.00"), item(412), item(12, "-20.00"))[0]
    assert paid(first) == {"AVO/2026/0012": "-20.00", "FAC/2026/0411": "70.00", "FAC/2026/0412": "100.00"}


def test_all_that_is_due_is_suggested():
    first = suggested("170.00", item(411, "70.00"), item(412), item(413, "33.00", due=DAY.replace(month=6)))[0]
    assert paid(first) == {"FAC/2026/0411": "70.00", "FAC/2026/0412": "100.00"}


def test_a_sum_says_whether_it_is_the_only_one():
    items = [item(400 + place, amount) for place, amount in enumerate(("10.07", "20.11", "30.23", "41.00"))]
    only = suggested("30.18", *items)[0]
    assert (paid(only), only.solutions) == ({"FAC/2026/0400": "10.07", "FAC/2026/0401": "20.11"}, 1)
    twice = suggested("60.00", *(item(400 + place, "20.00") for place in range(4)))[0]
    assert twice.solutions == 2


@pytest.mark.parametrize("count", [41, 60])
def test_no_sum_is_looked_for_among_more_than_forty(count):
    items = [item(100 + place, f"{place + 1}.{place:02}") for place in range(count)]
    assert [one.allocations for one in suggested("7.11", *items)] == [()]


def test_a_search_that_was_cut_short_never_claims_to_be_the_only_one():
    found = subsets([D(place) for place in range(1, 40)], D(100), steps=60)
    assert not (found.solutions == 1 and found.exhausted)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=2, max_size=9), st.integers(2, 200))
def test_the_search_finds_what_trying_everything_finds(amounts, wanted):
    every = [
        places
        for size in range(2, len(amounts) + 1)
        for places in itertools.combinations(range(len(amounts)), size)
        if sum(amounts[place] for place in places) == wanted
    ]
    found = subsets([D(amount) for amount in amounts], D(wanted), steps=1_000_000)
    assert found.exhausted
    assert found.solutions == min(len(every), 2)
    assert not every or found.places in every
