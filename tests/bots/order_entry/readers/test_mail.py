"""Mails without attachments: what is an order in their text, and what never is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bots.domain.documents import Document, Envelope
from bots.domain.orders import Kind, PurchaseOrder
from bots.order_entry.readers import read_order

SENDER = "purchasing@glconveyor.example"


def read(subject: str, body: str, automatic: str | None = None) -> PurchaseOrder:
    envelope = Envelope(
        mailbox="orders", folder="INBOX", uidvalidity=1, uid=1, message_id="<a@glconveyor.example>", sender=SENDER,
        sender_name="Ann Jones", authenticated="glconveyor.example", subject=subject,
        received=datetime(2026, 4, 3, tzinfo=UTC), automatic=automatic, body=body,
    )  # fmt: skip
    return read_order(Document(b"", "message/rfc822", envelope=envelope))


ORDER = """Hello,

please enter our purchase order PO-77123 dated 04/03/2026:

Item       Description          Qty   Price    Amount
BR-1001    Ball bearing 6204     10   4.80     48.00
BR-3005    V-belt                 2  14.90     29.80
Total                                         USD 77.80

Delivery by 04/20/2026.

Ann Jones
Great Lakes Conveyor Inc.
Cleveland, OH 44135
"""


def test_an_order_written_as_a_table_is_read_whole():
    order = read("PO 77123", ORDER)
    assert (order.kind, order.po_number) == (Kind.ORDER, "PO-77123")
    assert (order.po_date, order.need_date) == (date(2026, 4, 3), date(2026, 4, 20))
    assert [(line.buyer_item, line.qty, line.amount) for line in order.lines] == [
        ("BR-1001", Decimal(10), Decimal("48.00")), ("BR-3005", Decimal(2), Decimal("29.80")),
    ]  # fmt: skip
    assert (order.currency, order.total) == ("USD", Decimal("77.80"))
    assert (order.buyer.name, order.buyer.email) == ("Great Lakes Conveyor Inc.", SENDER)
    assert order.doubts == ()


def test_evidence_of_a_mail_has_no_page():
    evidence = read("PO 77123", ORDER).evidence["lines[0].qty"]
    assert (evidence.page, evidence.box, evidence.text) == (None, None, "10")


def test_an_order_written_as_a_sentence_goes_to_a_person():
    order = read("Order", "Hi, please send us 10 pcs of BR-1001 asap. PO number 99123. Thanks, Ann")
    assert (order.kind, order.po_number) == (Kind.ORDER, "99123")
    assert any("no lines were found" in doubt for doubt in order.doubts)


@pytest.mark.parametrize("automatic", ["bounce", "automatic reply", "receipt"])
def test_a_mail_of_a_machine_is_no_order(automatic):
    order = read("PO 77123", ORDER, automatic)
    assert (order.kind, order.doubts) == (Kind.NOT_AN_ORDER, ())
    assert automatic in order.why


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Request for quotation", "Please find below what we need: 100 ball bearings."),
        ("Ball bearings", "Hello,\nplease send us your best price for 100 ball bearings 6204.\nAnn"),
        ("Demande de prix", "Merci de chiffrer 10 roulements 6204."),
        ("Roulements", "Bonjour,\nMerci de nous faire parvenir votre meilleure offre pour 10 roulements.\n"),
        ("Anfrage", "Bitte senden Sie uns ein Angebot über 10 Rillenkugellager."),
    ],
)
def test_a_request_for_a_price_is_no_order(subject, body):
    order = read(subject, body)
    assert (order.kind, order.doubts) == (Kind.NOT_AN_ORDER, ())


def test_a_question_is_no_order_but_a_person_looks():
    order = read("Delivery", "Hello, when will the goods arrive? Thanks")
    assert order.kind is Kind.NOT_AN_ORDER
    assert order.doubts


def test_an_empty_mail_has_nothing_to_read():
    assert read("Hi", "").kind is Kind.NOT_AN_ORDER


def test_quoted_lines_of_an_earlier_mail_are_not_read():
    order = read("Re: bearings", "> PO Number: PO-1\n> Item Description Qty Price Amount\n\nThank you.")
    assert order.po_number is None


def test_a_mail_whose_text_was_not_taken_out_goes_to_a_person():
    assert read_order(Document(b"", "message/rfc822")).kind is Kind.UNREADABLE
