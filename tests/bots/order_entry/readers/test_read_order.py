"""Which reader reads a document, and what happens when none can."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bots.domain.documents import Document
from bots.domain.orders import Kind
from bots.order_entry import readers
from bots.order_entry.readers import read_order


@pytest.mark.parametrize(
    ("media_type", "named"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel workbook"),
        ("application/xml", "an XML file"),
        ("application/edifact", "an EDIFACT interchange"),
        ("text/csv", "a CSV table"),
        ("image/png", "a picture"),
        ("application/x-something", "application/x-something"),
    ],
)
def test_another_format_goes_to_a_person_with_its_name(media_type, named):
    order = read_order(Document(b"x", media_type, "order.bin"))
    assert order.kind is Kind.UNREADABLE
    assert named in order.why
    assert "order.bin" in order.why
    assert order.doubts == (order.why,)


def test_a_document_that_could_not_be_taken_apart_says_so():
    order = read_order(Document(b"x", "application/pdf", trouble="the zip is locked"))
    assert (order.kind, order.why, order.doubts) == (Kind.UNREADABLE, "the zip is locked", ("the zip is locked",))


def test_a_pdf_that_cannot_be_opened_says_why():
    order = read_order(Document(b"", "application/pdf"))
    assert order.kind is Kind.UNREADABLE
    assert "empty" in order.why


def test_two_readers_claiming_one_document_is_a_fault(monkeypatch):
    greedy = SimpleNamespace(__name__="greedy", claims=lambda document: True)
    monkeypatch.setattr(readers, "READERS", (*readers.READERS, greedy))
    with pytest.raises(LookupError, match=r"greedy all claim a application/pdf"):
        read_order(Document(b"", "application/pdf"))
