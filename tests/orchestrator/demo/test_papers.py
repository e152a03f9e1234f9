"""The demo's papers, read as they are drawn: each line of each, to the word."""

from __future__ import annotations

from datetime import date

import pytest

from bots.domain.documents import Document
from bots.order_entry import BOT
from orchestrator.demo.papers import (
    great_lakes,
    hartmann,
    ibarra,
    morel,
    orders,
    papeterie_rhin,
    papeterie_rhone,
    seiler,
    thornbury,
)

DAY = date(2026, 11, 25)
PAPERS = {
    "hartmann": (orders.hartmann, hartmann),
    "hartmann motors": (orders.hartmann_motors, hartmann),
    "morel": (orders.morel, morel),
    "seiler": (orders.seiler, seiler),
    "ibarra": (orders.ibarra, ibarra),
    "thornbury": (orders.thornbury, thornbury),
    "thornbury revised": (orders.thornbury_revised, thornbury),
    "papeterie du rhin": (orders.rhin, papeterie_rhin),
    "papeterie du rhin, an unknown article": (orders.rhin_unknown, papeterie_rhin),
    "papeterie du rhone": (orders.rhone, papeterie_rhone),
    "great lakes": (orders.great_lakes, great_lakes),
}


@pytest.mark.parametrize(("make", "layout"), PAPERS.values(), ids=PAPERS)
def test_a_paper_is_read_as_it_is_drawn(make, layout):
    paper = make(DAY)
    order = BOT.read(Document(layout.draw(paper), "application/pdf", "order.pdf"))
    assert order.doubts == ()
    assert (order.po_number, order.po_date, order.need_date) == (paper.number, paper.day, paper.need)
    read = [(line.qty, line.unit_price, line.price_per or 1, line.amount) for line in order.lines]
    assert read == [(line.quantity, line.price, line.per, line.amount) for line in paper.lines]
    for line, drawn in zip(order.lines, paper.lines, strict=True):
        assert plain(line.description) == plain(drawn.description)
        if drawn.item:
            assert line.buyer_item == drawn.item


def plain(text):
    """Without case and line breaks: some layouts print capitals, some wrap."""
    return " ".join(text.casefold().split())
