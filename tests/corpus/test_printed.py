"""Orders printed by a browser: another text layer than the drawn corpus has, and the layouts that taught something."""

from __future__ import annotations

import contextlib

import pytest

from bots.errors import ConfigError
from tests.corpus import (
    inbox_english,
    inbox_european,
    large_firms_english,
    large_firms_european,
    positions_english,
    positions_european,
    printed_headers,
    printed_tables,
    programs_english,
    programs_european,
    trades_english,
    trades_european,
)
from tests.corpus.case import Case
from tests.corpus.collection import reading
from tests.corpus.comparison import differences
from tests.corpus.web import printer

PAPERS = (
    *printed_tables.PAPERS, *printed_headers.PAPERS, *programs_english.PAPERS, *programs_european.PAPERS,
    *trades_english.PAPERS, *trades_european.PAPERS, *inbox_english.PAPERS, *inbox_european.PAPERS,
    *large_firms_english.PAPERS, *large_firms_european.PAPERS,
)  # fmt: skip
#: What fails today and why, as seen on the paper; each is doubted.
KNOWN = {
    "electronics buy list with three numbers": "the addresses stand below the heading of the table",
    "holded estudio": "two companies side by side without a label, under a logo that is neither",
    "schweizer druckauftrag je tausend": "each job is a card whose labels have no colon",
}
PLACED = (*positions_english.PAPERS, *positions_european.PAPERS)


@pytest.fixture(scope="module")
def printed():
    """Prints a paper and reads it; one browser for all."""
    with contextlib.ExitStack() as stack:
        try:
            yield stack.enter_context(printer())
        except ConfigError as error:
            pytest.skip(str(error))


def parameters(some):
    fails = {name: [pytest.mark.xfail(reason=why, strict=True)] for name, why in KNOWN.items()}
    return [pytest.param(paper, id=paper.name, marks=fails.get(paper.name, [])) for paper in some]


@pytest.mark.parametrize("paper", [pytest.param(paper, id=paper.name) for paper in PAPERS if paper.name in KNOWN])
def test_what_is_known_to_be_read_wrongly_is_doubted(paper, printed):
    assert reading(printed(paper))["doubts"]


@pytest.mark.parametrize("paper", parameters(paper for paper in PAPERS if paper.doubt is None and not paper.may_doubt))
def test_an_honest_print_is_read_in_full_and_without_a_doubt(paper, printed):
    case = printed(paper)
    found = reading(case)
    assert differences(case, found) == {}
    assert found["doubts"] == []


@pytest.mark.parametrize("paper", parameters(paper for paper in PAPERS if paper.doubt is not None or paper.may_doubt))
def test_a_print_that_a_clerk_would_ask_about_is_read_and_doubted(paper, printed):
    case = printed(paper)
    found = reading(case)
    assert differences(case, found) == {}
    assert paper.may_doubt or found["doubts"]
    assert not case.doubt_about or any(words in " ".join(found["doubts"]) for words in case.doubt_about)


@pytest.mark.parametrize("draw", [pytest.param(draw, id=draw.__name__.replace("_", " ")) for draw in PLACED])
def test_words_put_at_places_in_any_order_are_read_in_full_and_without_a_doubt(draw):
    case = Case(draw.__name__, *draw())
    found = reading(case)
    assert differences(case, found) == {}
    assert found["doubts"] == []
