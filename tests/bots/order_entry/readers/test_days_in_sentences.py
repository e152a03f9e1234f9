"""The day goods are wanted, told in a sentence that runs on over two rows: read, or doubted, and never lost."""

from __future__ import annotations

import pytest

from bots.domain.documents import Document
from bots.order_entry.readers import read_order
from tests.corpus.sheet import Sheet


def order(*rows):
    sheet = Sheet().paper(points=10)
    for place, text in enumerate(("Acme Valve Works Ltd", "12 High Street, Leeds LS1 4AB", "Purchase Order: PO-4711",
                                  "Date: 3 November 2026", *rows)):  # fmt: skip
        sheet.pdf.set_font("helvetica", size=10)
        sheet.pdf.text(50, 60 + 22 * place - (8 if place > 4 else 0), text)
    table = (
        ("Pos", "Your code", "Description", "Qty", "Price GBP", "Amount"),
        ("1", "A-100", "Ball valve DN50", "10", "12.50", "125.00"),
        ("2", "A-200", "Gate valve DN80", "4", "40.00", "160.00"),
        ("", "", "", "", "Total", "285.00"),
    )
    for down, cells in enumerate(table):
        for x, text in zip((50, 90, 170, 350, 400, 480), cells, strict=True):
            sheet.pdf.text(x, 260 + 18 * down, text)
    return read_order(Document(bytes(sheet.pdf.output()), "application/pdf", "order.pdf"))


def test_a_day_broken_over_two_rows_is_put_together():
    found = order("We need everything at our Leeds store, unloaded and complete, by 20 November", "2026, please.")
    assert str(found.need_date) == "2026-11-20"
    assert found.doubts == ()


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ("All that is listed here is awaited on the building site in Leeds, the 20 November", "2026, please."),
            id="a sentence nobody knows",
        ),
        pytest.param(
            ("We require your written confirmation of this order by 20 November 2026 at", "the latest."),
            id="a day for an answer",
        ),
    ],
)  # fmt: skip
def test_a_day_that_may_be_meant_otherwise_is_doubted(rows):
    found = order(*rows)
    assert found.need_date is None
    assert any("20 November 2026" in doubt for doubt in found.doubts)
