"""The corpus: every paper designed by hand, and the twins."""

from __future__ import annotations

from functools import cache

from bots.domain.documents import Document
from bots.order_entry.readers import read_order
from tests.corpus import american, british, french, german, kinds, long_papers, numbers_and_dates, scans, southern
from tests.corpus.case import Case
from tests.corpus.comparison import Reading
from tests.corpus.twins import TWINS

MODULES = (american, british, french, german, southern, long_papers, numbers_and_dates, kinds, scans)


@cache
def cases() -> tuple[Case, ...]:
    """Every case designed by hand, twins last; drawn once."""
    return tuple(one.case() for module in MODULES for one in module.DRAFTS) + tuple(twin.case() for twin in TWINS)


def reading(case: Case) -> Reading:
    """What our reader says, as `o2c read order --json` prints it."""
    order = read_order(Document(case.content, "application/pdf", f"{case.name}.pdf"))
    return order.as_json()
