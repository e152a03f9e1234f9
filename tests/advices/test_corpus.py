"""The corpus of advices: a reading may doubt; it may never be wrong without a doubt."""

from __future__ import annotations

from functools import cache

import pytest

from tests.advices.collection import cases, reading
from tests.advices.comparison import Reading, differences

HONEST = [case for case in cases() if not case.must_doubt and not case.may_doubt]
DOUBTFUL = [case for case in cases() if case.must_doubt]


def name_of(case):
    return case.name


@cache
def read(name: str) -> Reading:
    return reading(next(case for case in cases() if case.name == name))


def test_no_two_cases_have_one_name():
    names = [case.name for case in cases()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("case", [case for case in cases() if not case.must_doubt], ids=name_of)
def test_a_reading_is_right_or_doubted(case):
    found = read(case.name)
    assert found["doubts"] or differences(case, found) == {}


@pytest.mark.parametrize("case", HONEST, ids=name_of)
def test_an_honest_paper_is_read_completely_and_without_a_doubt(case):
    found = read(case.name)
    assert differences(case, found) == {}
    assert found["doubts"] == []


@pytest.mark.parametrize("case", DOUBTFUL, ids=name_of)
def test_what_a_clerk_would_ask_is_doubted(case):
    assert read(case.name)["doubts"]
