"""What a document is, by its title, its labels and its sentences."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bots.domain.documents import Document
from bots.domain.orders import Kind, PurchaseOrder
from bots.order_entry.readers import read_order
from tests.bots.order_entry.readers.papers import typed

TABLE = """
Item       Description              Qty   UoM   Unit Price      Amount
A-100      Ball bearing 6204         10   EA          4.80       48.00
Total                                                  USD       48.00
"""


def read(title: str, *rows: str) -> PurchaseOrder:
    page = "Great Lakes Conveyor Inc.\nCleveland, OH 44135\n\n" + title + "\n\n" + "\n".join(rows) + "\n" + TABLE
    return read_order(Document(typed(page), "application/pdf"))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("PURCHASE ORDER", Kind.ORDER),
        ("Purchase Order No. 4711-22", Kind.ORDER),
        ("P U R C H A S E  O R D E R", Kind.ORDER),
        ("BON DE COMMANDE N° 4711-22", Kind.ORDER),
        ("Commande fournisseur", Kind.ORDER),
        ("BESTELLUNG", Kind.ORDER),
        ("Lagerbestellung", Kind.ORDER),
        ("PEDIDO DE COMPRA", Kind.ORDER),
        ("ORDEN DE COMPRA", Kind.ORDER),
        ("Ordine di acquisto", Kind.ORDER),
        ("Inkooporder", Kind.ORDER),
        ("PURCHASE ORDER CHANGE", Kind.REVISION),
        ("Change Order", Kind.REVISION),
        ("Purchase Order - Revision B", Kind.REVISION),
        ("Revised Purchase Order", Kind.REVISION),
        ("Avenant au bon de commande", Kind.REVISION),
        ("Bestelländerung", Kind.REVISION),
        ("Änderung der Bestellung", Kind.REVISION),
        ("Modificación de pedido", Kind.REVISION),
        ("Call-off order", Kind.CALL_OFF),
        ("Blanket Release", Kind.CALL_OFF),
        ("Lieferabruf", Kind.CALL_OFF),
        ("Appel de livraison", Kind.CALL_OFF),
        ("ORDER CANCELLATION", Kind.CANCELLATION),
        ("Stornierung", Kind.CANCELLATION),
        ("Annulation de commande", Kind.CANCELLATION),
        ("REQUEST FOR QUOTATION", Kind.NOT_AN_ORDER),
        ("RFQ 88123", Kind.NOT_AN_ORDER),
        ("Demande de prix", Kind.NOT_AN_ORDER),
        ("Anfrage Nr. 4711", Kind.NOT_AN_ORDER),
        ("Solicitud de oferta", Kind.NOT_AN_ORDER),
        ("Quotation Q-4711", Kind.NOT_AN_ORDER),
        ("Devis n° 4711", Kind.NOT_AN_ORDER),
        ("Angebot", Kind.NOT_AN_ORDER),
        ("ORDER CONFIRMATION", Kind.NOT_AN_ORDER),
        ("Order Acknowledgement", Kind.NOT_AN_ORDER),
        ("Auftragsbestätigung", Kind.NOT_AN_ORDER),
        ("Accusé de réception de commande", Kind.NOT_AN_ORDER),
        ("Confirmación de pedido", Kind.NOT_AN_ORDER),
        ("INVOICE", Kind.NOT_AN_ORDER),
        ("Proforma Invoice", Kind.NOT_AN_ORDER),
        ("FACTURE N° FA-4711", Kind.NOT_AN_ORDER),
        ("Handelsrechnung Nr. 471102", Kind.NOT_AN_ORDER),
        ("Delivery Note", Kind.NOT_AN_ORDER),
        ("Lieferschein", Kind.NOT_AN_ORDER),
        ("Remittance Advice", Kind.NOT_AN_ORDER),
        ("Statement of Account", Kind.NOT_AN_ORDER),
        ("General Terms and Conditions of Purchase", Kind.NOT_AN_ORDER),
        ("Price list", Kind.NOT_AN_ORDER),
        ("Purchase Requisition", Kind.NOT_AN_ORDER),
    ],
)
def test_a_title_says_what_a_paper_is(title, kind):
    order = read(title, "PO Number: PO-4711")
    assert order.kind is kind
    assert order.why


@pytest.mark.parametrize(
    "row",
    [
        "Please send the invoice to accounts@glconveyor.example",
        "Order acknowledgement required within 48 hours",
        "Terms and conditions of purchase: see www.glconveyor.example",
        "Your quotation Q-8812 of 01/03/2026",
    ],
)
def test_words_of_another_paper_in_an_order_leave_it_an_order(row):
    order = read("PURCHASE ORDER", "PO Number: PO-4711", row)
    assert order.kind is Kind.ORDER
    assert order.po_number == "PO-4711"


def test_an_order_that_replaces_another_is_a_revision_under_its_own_number():
    order = read("PURCHASE ORDER", "PO Number: PO-4711", "This order cancels and replaces PO-4600 of 01/03/2026")
    assert (order.kind, order.po_number) == (Kind.REVISION, "PO-4711")


def test_the_first_issue_is_no_revision():
    order = read("PURCHASE ORDER", "PO Number: PO-4711", "Revision: 0")
    assert (order.kind, order.revision) == (Kind.ORDER, None)


def test_the_revision_of_a_form_is_not_the_orders():
    assert read("PURCHASE ORDER", "PO Number: PO-4711", "Form Rev. C").kind is Kind.ORDER


def test_a_paper_without_title_is_an_order_only_when_nothing_speaks_against_it():
    assert read("", "PO Number: PO-4711").kind is Kind.ORDER
    doubtful = read("", "PO Number: PO-4711", "Our invoice 8812")
    assert any("a person must say whether it is an order" in doubt for doubt in doubtful.doubts)


def test_goods_without_any_word_of_an_order_are_doubted():
    assert any("nothing calls this document an order" in doubt for doubt in read("").doubts)


def test_what_is_surely_not_an_order_carries_nothing_to_post():
    order = read("INVOICE", "PO Number: PO-4711")
    assert (order.po_number, order.lines, order.total, order.doubts) == (None, (), None, ())


def invoices() -> list[Path]:
    root = Path(os.environ.get("O2C_FIXTURES", Path(__file__).parents[5] / "shared" / "fixtures"))
    return sorted((root / "invoices" / "zugferd_corpus").rglob("*.pdf"))


@pytest.mark.skipif(not invoices(), reason="the shared fixtures are not on this machine")
def test_no_real_invoice_is_taken_for_an_order():
    taken = [
        path.name for path in invoices()
        if read_order(Document(path.read_bytes(), "application/pdf")).kind is not Kind.NOT_AN_ORDER
    ]  # fmt: skip
    assert taken == []
