"""The corpus of advices: every paper designed by hand."""

from __future__ import annotations

from functools import cache

from bots.domain.documents import Document
from bots.remittance_reader.readers import read_remittance
from tests.advices import classic, hard, kinds, odd, programs, strangers
from tests.advices.case import Case
from tests.advices.comparison import Reading

MODULES = (classic, strangers, programs, hard, kinds, odd)


@cache
def cases() -> tuple[Case, ...]:
    """Every case designed by hand; drawn once."""
    return tuple(one.case() for module in MODULES for one in module.DRAFTS)


def reading(case: Case) -> Reading:
    """What our reader says, as `o2c read remittance --json` prints it."""
    return read_remittance(Document(case.content, "application/pdf", f"{case.name}.pdf")).as_json()
