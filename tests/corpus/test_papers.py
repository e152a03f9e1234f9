"""Orders as PDF files, made by somebody who did not know the reader.

With ReportLab, WeasyPrint, typst, fpdf2 and LibreOffice.

`papers/NAME.pdf` with its truth in `papers/NAME.json`, in the shape of `o2c read order --json`. A truth may hold
`may_doubt`: why a clerk would ask too.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus.case import Case
from tests.corpus.collection import reading
from tests.corpus.comparison import differences

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.pdf"))
#: What fails today and why, as seen on the paper.
KNOWN = {
    "cosmetique_fr": "each item is a card under a heading of its own, its name above it",
    "es_hotel_barra_lateral": "the legal name stands small and in two rows under the name of the house",
    "fr_tp_bon_de_commande": "the buyer's VAT number is broken over two rows of the footer",
    "holded_cafeterias": "the VAT number stands without a label, and its check digit is wrong",
    "nhs_trust": "the buyer's full name stands only in the footer, abbreviated in the address of the invoice",
    "odoo_bicycle_works": "the unit is printed as `gal (US)`",
    "talleres_arbizu": "the buyer's VAT number stands on its side in the margin",
    "theater_de": "a list without a heading, prices behind `à`, under a name in the letterhead that is a word play",
}


def papers():
    for paper in PAPERS:
        why = KNOWN.get(paper.stem)
        marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
        yield pytest.param(paper, id=paper.stem.replace("_", " "), marks=marks)


def test_there_are_papers():
    assert len(PAPERS) > 140


@pytest.mark.parametrize("paper", list(papers()))
def test_an_order_of_a_stranger_is_read_in_full(paper):
    truth = json.loads(paper.with_suffix(".json").read_text("utf-8"))
    reason = truth.pop("may_doubt", None)
    case = Case(paper.stem, paper.read_bytes(), truth)
    found = reading(case)
    assert differences(case, found) == {}
    assert bool(found["doubts"]) == bool(reason), found["doubts"]
