# ruff: noqa: E501 - a row of a paper stands on one line
"""Papers in the cash mailbox that are no remittance advices."""

from __future__ import annotations

from typing import Any

from tests.advices.case import Draft
from tests.corpus.sheet import Sheet

NOT = {"kind": "not_an_advice"}
ROWS = [["SI-1001", "01/02/2026", "1,000.00"], ["SI-1002", "09/02/2026", "250.00"]]


def _head(sheet: Sheet, title: str, name: str = "Rhine Paper Ltd") -> None:
    sheet.paper("helvetica", 9)
    sheet.at(50, 45, name, bold=True, size=12)
    sheet.at(50, 58, "2 Dock Street, London E1 8JP")
    sheet.at(50, 110, title, bold=True, size=14)


def an_invoice(sheet: Sheet) -> dict[str, Any]:
    """An invoice, with the words about payment that invoices have."""
    _head(sheet, "INVOICE")
    sheet.pairs(
        330,
        110,
        [("Invoice number:", "SI-1001"), ("Invoice date:", "01/02/2026"), ("Payment due:", "03/03/2026")],
        to=430,
    )
    y = sheet.table(
        ["50 Item", "150 Description", ">300 Qty", ">380 Price", ">480 Amount"],
        180,
        [["A-1", "Paper A4", "10", "100.00", "1,000.00"]],
    )
    sheet.sums(380, y + 8, 480, [("Net total", "1,000.00"), ("VAT 20%", "200.00"), ("Total due", "1,200.00")])
    sheet.at(50, y + 80, "Please pay within 30 days and send your remittance advice to ar@rhine.example")
    return NOT


def a_statement_with_a_slip(sheet: Sheet) -> dict[str, Any]:
    """A British statement of account: below a dotted line hangs a remittance slip to send back."""
    _head(sheet, "Statement of Account")
    y = sheet.table(
        ["50 Invoice", "150 Date", ">300 Amount", ">400 Paid", ">500 Balance"],
        150,
        [[*row, "0.00", row[2]] for row in ROWS],
    )
    sheet.at(400, y + 10, "Amount due  1,250.00")
    sheet.at(50, 600, "- - - - - - - - Please detach and return with your payment - - - - - - - -")
    sheet.at(50, 625, "REMITTANCE ADVICE", bold=True)
    sheet.table(["50 Invoice", "150 Date", ">300 Amount"], 650, ROWS)
    return NOT


def a_reminder(sheet: Sheet) -> dict[str, Any]:
    """A German reminder with a list of what is open."""
    _head(sheet, "2. Mahnung", "Rheinpapier GmbH")
    sheet.at(50, 140, "Bitte überweisen Sie den offenen Betrag bis zum 15.03.2026.")
    sheet.table(
        ["50 Rechnungsnr.", "150 Rechnungsdatum", ">320 Betrag"],
        170,
        [["4711", "01.02.2026", "1.000,00"], ["4712", "09.02.2026", "250,00"]],
    )
    return NOT


def an_order(sheet: Sheet) -> dict[str, Any]:
    """A purchase order."""
    _head(sheet, "Purchase Order 4500012345")
    sheet.table(
        ["50 Line", "100 Article", ">300 Qty", ">380 Price", ">480 Amount"],
        150,
        [["1", "A-1", "10", "100.00", "1,000.00"]],
    )
    return NOT


def a_french_account(sheet: Sheet) -> dict[str, Any]:
    """Relevé de compte: invoices and payments of a customer."""
    _head(sheet, "RELEVÉ DE COMPTE", "Papeteries du Rhin SA")
    sheet.table(
        ["50 Date", "150 N° pièce", ">320 Débit", ">420 Crédit", ">500 Solde"],
        150,
        [["01/02/2026", "FA1001", "1 000,00", "", "1 000,00"], ["09/02/2026", "RGT22", "", "400,00", "600,00"]],
    )
    return NOT


def terms(sheet: Sheet) -> dict[str, Any]:
    """A page of conditions that speaks of invoices and payment in every line."""
    _head(sheet, "General Terms and Conditions of Sale")
    sheet.block(
        50,
        150,
        "\n".join(
            f"{n}. Invoices are payable within 30 days. Payment is made when the amount is credited."
            for n in range(1, 30)
        ),
    )
    return NOT


def a_collection(sheet: Sheet) -> dict[str, Any]:
    """An announcement that money is taken from us."""
    _head(sheet, "SEPA Pre-Notification / Lastschriftankündigung", "Stadtwerke Koblenz GmbH")
    sheet.at(
        50, 150, "Wir ziehen den Betrag von 120,00 EUR am 05.03.2026 von Ihrem Konto ein. Rechnung 88123 vom 20.02.2026"
    )
    return NOT


def changed_bank_details(sheet: Sheet) -> dict[str, Any]:
    """A letter that wants payments to go elsewhere: it is never taken for an advice."""
    _head(sheet, "Our bank details have changed", "Albion Stores Ltd")
    sheet.block(
        50,
        150,
        "Please note our new account for all payments:\nIBAN GB29 NWBK 6016 1331 9268 19\nInvoice payments to the old account will be returned.",
    )
    return NOT


DRAFTS = tuple(
    Draft(draw)
    for draw in (
        an_invoice, a_statement_with_a_slip, a_reminder, an_order, a_french_account, terms, a_collection,
        changed_bank_details,
    )
)  # fmt: skip
