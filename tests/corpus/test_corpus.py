"""The corpus: a reading may be incomplete, and may doubt; it may never be wrong without a doubt."""

from __future__ import annotations

from functools import cache

import pytest

from tests.corpus.case import Case
from tests.corpus.collection import cases, reading
from tests.corpus.comparison import Reading, differences
from tests.corpus.known import NEEDLESS, WRONG

HONEST = tuple(case for case in cases() if case.honest)
DOUBTFUL = tuple(case for case in cases() if case.must_doubt)


@cache
def read(case_name: str) -> Reading:
    return reading(next(case for case in cases() if case.name == case_name))


def named(some: tuple[Case, ...], known: dict[str, str]) -> list[object]:
    """Cases as parameters; those that are known to fail are expected to, until they do not."""
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason=known[case.name], strict=True)] if case.name in known else [],
        )
        for case in some
    ]


def test_no_two_cases_have_one_name():
    names = [case.name for case in cases()]
    assert len(names) == len(set(names))


def test_only_cases_that_exist_are_known_to_fail():
    assert {*WRONG, *NEEDLESS} <= {case.name for case in cases()}


@pytest.mark.parametrize("case", named(cases(), WRONG))
def test_a_reading_is_right_or_doubted(case):
    found = read(case.name)
    assert found["doubts"] or differences(case, found) == {}


@pytest.mark.parametrize("case", named(DOUBTFUL, WRONG))
def test_what_a_clerk_would_ask_is_doubted(case):
    doubts = " ".join(read(case.name)["doubts"]).casefold()
    assert doubts
    assert not case.doubt_about or any(word.casefold() in doubts for word in case.doubt_about), doubts


@pytest.mark.parametrize("case", named(HONEST, NEEDLESS))
def test_an_honest_paper_is_read_without_a_doubt(case):
    assert read(case.name)["doubts"] == []
