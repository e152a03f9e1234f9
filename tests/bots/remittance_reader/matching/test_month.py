"""A small month of the benchmark: what a machine posts is never wrong, and most items need nobody."""

from __future__ import annotations

import pytest

from benchmarks.month.company import company
from benchmarks.month.days import worked
from benchmarks.month.noise import ROUGH, USUAL
from benchmarks.month.payments import month
from benchmarks.month.score import automatic, score
from benchmarks.month.token_rule import TokenRule


@pytest.mark.parametrize(
    ("noise", "least"), [pytest.param(USUAL, 85.0, id="usual"), pytest.param(ROUGH, 70.0, id="rough")]
)
def test_a_month_is_posted_without_a_wrong_one(noise, least):
    made = company(150, 1_500, 7, noise)
    coming = month(made, 300, 8, noise)
    ours = score(coming, map(automatic, worked(coming, made.book).matches))
    assert ours.wrong == 0
    assert ours.posted > 150
    assert ours.hit_rate > least


def test_the_rule_beside_it_posts_wrongly_on_the_same_month():
    made = company(300, 3_000, 7)
    coming = month(made, 500, 8)
    assert score(coming, map(TokenRule(made.book).post, coming)).wrong > 0


def test_the_month_is_the_same_for_the_same_seed():
    assert month(company(50, 300, 7), 60, 8) == month(company(50, 300, 7), 60, 8)
