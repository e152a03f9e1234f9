"""Whatever arrives becomes a work item with a reason; the reader's time and memory end before the machine's do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.adapters.message import documents
from bots.adapters.sniff import media_type
from bots.domain.documents import Document
from bots.domain.orders import Kind
from orchestrator.isolation import Overrun
from orchestrator.reading import reading_hands
from tests import hostile

LIMIT = 60  #: seconds, the default of `limits.reading_seconds`


@pytest.fixture(scope="module")
def reader():
    hands = reading_hands("order_entry")
    yield hands
    hands.close()


def read(reader, content, filename="order.pdf"):
    return reader.ask(Document(content, media_type(content, filename), filename), LIMIT, f"reading {filename}")


@pytest.mark.parametrize(
    ("content", "filename", "said"),
    [
        pytest.param(b"", "order.pdf", "empty", id="an empty file"),
        pytest.param(hostile.order_pdf()[:300], "order.pdf", "", id="a truncated PDF"),
        pytest.param(hostile.order_pdf(password="secret"), "order.pdf", "password", id="a locked PDF"),
        pytest.param(hostile.order_pdf(pages=500), "order.pdf", "500", id="a PDF of five hundred pages"),
        pytest.param(hostile.picture_pdf(), "order.pdf", "", id="a scan without text"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(100), "order.pdf", "", id="a picture that calls itself a PDF"),
        pytest.param(b"<html><body>Order</body></html>", "order.pdf", "", id="a page that calls itself a PDF"),
        pytest.param(hostile.archive(), "order.zip", "", id="an archive"),
        pytest.param(b"%PDF-1.7\n" + bytes(30 * 1024 * 1024), "order.pdf", "", id="thirty megabytes"),
    ],
)
def test_a_document_that_cannot_be_read_is_told_in_a_sentence(reader, content, filename, said):
    reading = read(reader, content, filename)
    assert reading.kind in {Kind.UNREADABLE, Kind.NOT_AN_ORDER}
    assert reading.why
    assert said in " ".join((reading.why, *reading.doubts)).casefold()
    assert reading.lines == ()


@pytest.mark.parametrize(
    "content", [pytest.param(hostile.deep_pdf, id="deep nesting"), pytest.param(hostile.bomb_pdf, id="a bomb")]
)
def test_a_document_that_attacks_the_reader_ends_alone(reader, content):
    try:
        reading = read(reader, content(), "attack.pdf")
    except Overrun as overrun:
        reading = overrun
    assert isinstance(reading, Overrun) or reading.kind is Kind.UNREADABLE or reading.doubts
    assert read(reader, hostile.order_pdf()).kind is not None


def apart(raw):
    return documents(raw, mailbox="orders", folder="INBOX", uidvalidity=1, uid=1, received=datetime.now(UTC))


@pytest.mark.parametrize("name", list(hostile.broken_mails()))
def test_a_broken_mail_still_gives_something_to_work_on(reader, name):
    for document in apart(hostile.broken_mails()[name]):
        assert reader.ask(document, LIMIT, f"reading {name}").why


def test_a_mail_with_scripts_is_read_as_text_and_fetches_nothing(reader):
    (document,) = apart(hostile.scripted_mail())
    assert document.envelope is not None
    assert "location" not in document.envelope.body
    assert reader.ask(document, LIMIT, "reading a mail").why


def test_an_attachment_is_found_whatever_it_calls_itself():
    raw = hostile.with_attachment(hostile.order_pdf(), "order.bin", "application/octet-stream")
    (document,) = apart(raw)
    assert document.media_type == "application/pdf"
