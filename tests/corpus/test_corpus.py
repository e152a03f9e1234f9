"""The corpus: a reading may be incomplete, and may doubt; it may never be wrong without a doubt."""

from __future__ import annotations

from functools import cache

import pytest

from tests.corpus.case import Case
from tests.corpus.collection import cases, reading, strangers
from tests.corpus.comparison import Reading, differences
from tests.corpus.known import NEEDLESS, SILENT
from tests.corpus.layouts import layouts
from tests.corpus.measure import Tally

EVERY = (*cases(), *strangers())
HONEST = tuple(case for case in cases() if case.honest)
DOUBTFUL = tuple(case for case in cases() if case.must_doubt)
#: Shares of honest papers on which a field has to be right, of a hundred. They only ever rise.
FLOORS = {
    "po_number": 98, "po_date": 98, "currency": 98, "total": 95, "need_date": 95, "buyer.name": 97, "lines.qty": 94,
    "lines.unit_price": 96, "lines.amount": 96, "all lines: qty, price, amount": 93, "all lines: every field": 90,
}  # fmt: skip


@cache
def read(name: str) -> Reading:
    return reading(next(case for case in EVERY if case.name == name))


def named(some: tuple[Case, ...], known: dict[str, str]) -> list[object]:
    """Cases as parameters; those that are known to fail are expected to, until they do not."""
    fails = {name: [pytest.mark.xfail(reason=why, strict=True)] for name, why in known.items()}
    return [pytest.param(case, id=case.name, marks=fails.get(case.name, [])) for case in some]


def test_no_two_cases_have_one_name():
    names = [case.name for case in EVERY]
    assert len(names) == len(set(names))


def test_only_cases_that_exist_are_known_to_fail():
    assert {*SILENT, *NEEDLESS} <= {case.name for case in EVERY}


@pytest.mark.parametrize("case", named(tuple(case for case in EVERY if not case.must_doubt), SILENT))
def test_a_reading_is_right_or_doubted(case):
    found = read(case.name)
    assert found["doubts"] or differences(case, found) == {}


@pytest.mark.parametrize("case", named(DOUBTFUL, SILENT))
def test_what_a_clerk_would_ask_is_doubted(case):
    doubts = " ".join(read(case.name)["doubts"]).casefold()
    assert doubts
    assert not case.doubt_about or any(word.casefold() in doubts for word in case.doubt_about), doubts


@pytest.mark.parametrize("case", named(HONEST, NEEDLESS))
def test_an_honest_paper_is_read_without_a_doubt(case):
    assert read(case.name)["doubts"] == []


@pytest.mark.parametrize(("name", "floor"), FLOORS.items(), ids=FLOORS)
def test_a_field_of_honest_papers_is_right_as_often_as_it_was(name, floor):
    tally = Tally()
    for case in (*HONEST, *strangers()):
        tally.add(case, read(case.name))
    assert 100 * tally.right[name] >= floor * tally.of[name], tally.rate(name)


def test_strangers_papers_are_mostly_read_without_a_doubt():
    quiet = [case for case in strangers() if not read(case.name)["doubts"]]
    assert len(quiet) >= 0.7 * len(strangers())


def test_a_paper_laid_out_at_random_is_the_same_for_the_same_seed():
    assert layouts(7).truth == strangers()[7].truth
    assert len(layouts(7).content) == len(strangers()[7].content)
