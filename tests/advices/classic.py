# ruff: noqa: E501, RUF005 - a row of a paper stands on one line
"""Advices as the great accounting programs print them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.advices.case import Chance, Draft, Paid, Payment, Taken
from tests.corpus.case import DE, FR, US, Notation
from tests.corpus.sheet import Sheet


def minus_behind(notation: Notation, value: Decimal) -> str:
    """`12,00-`, as SAP prints it."""
    return notation(abs(value)) + ("-" if value < 0 else "")


def sap_english(sheet: Sheet) -> dict[str, Any]:
    """Payment advice note: your document beside theirs, deductions before the gross amount, no net column."""
    chance = Chance(1)
    lines = tuple(
        chance.paid(f"90{chance.random.randrange(100000, 999999)}", discount="2" if n % 3 == 0 else None, text="Deductions", reason="unknown")
        for n in range(7)
    ) + (Paid("90118822", date(2026, 2, 3), Decimal("-412.50")),)  # fmt: skip
    payment = Payment("Norden Machinery Ltd", "2000004711", date(2026, 3, 12), "EUR", lines)
    sheet.paper("helvetica", 9)
    sheet.block(60, 50, "Norden Machinery Ltd\nHarbour Road 14\nBristol BS1 5TR", bold=True)
    sheet.block(60, 130, "Papierfabrik Seeland GmbH\nIndustriestrasse 5\n79100 Freiburg")
    sheet.at(60, 220, "Payment advice", size=14, bold=True)
    sheet.pairs(
        340,
        130,
        [
            ("Payment document", "2000004711"),
            ("Date", "12.03.2026"),
            ("Your account with us", "7000123"),
            ("Clerk", "J. Moss"),
        ],
        to=450,
    )
    sheet.block(
        60,
        250,
        "Dear Sir or Madam,\nwe have settled the items listed below today by bank transfer to your account 8812345.",
    )
    columns = ["60 Document", "130 Your document", "220 Date", ">380 Deductions", ">500 Gross amount"]
    rows = [
        [
            str(5100000100 + n),
            one.reference,
            f"{one.day:%d.%m.%Y}",
            minus_behind(DE, sum((t.amount for t in one.taken), Decimal("0.00"))),
            minus_behind(DE, one.gross),
        ]
        for n, one in enumerate(lines)
    ]
    y = sheet.table(columns, 300, rows)
    off = sum((one.gross - one.net for one in lines), Decimal(0))
    sheet.at(60, y + 6, "Sum total")
    sheet.at(380, y + 6, DE(off), align="R")
    sheet.at(500, y + 6, DE(sum((one.gross for one in lines), Decimal(0))), align="R")
    sheet.at(60, y + 30, f"Payment amount  EUR  {DE(payment.total)}", bold=True)
    return payment.truth()


def sap_german(sheet: Sheet) -> dict[str, Any]:
    """Zahlungsavis mit Skonto, Gutschriften mit nachgestelltem Minus, Übertrag über zwei Seiten."""
    chance = Chance(2)
    lines = tuple(
        chance.paid(f"RE-2026-{chance.random.randrange(1000, 9999)}", discount="3" if n % 2 else None, text="Skonto")
        for n in range(52)
    ) + tuple(Paid(f"GS-2026-{200 + n}", date(2026, 2, 2), -chance.amount(1000, 9000)) for n in range(3))
    payment = Payment("Baumarkt Hollmann GmbH & Co. KG", "1500023317", date(2026, 4, 15), "EUR", lines)
    sheet.paper("times", 10)
    sheet.at(60, 45, "Baumarkt Hollmann GmbH & Co. KG", size=15, bold=True)
    sheet.at(60, 58, "Ringstraße 88 · 44135 Dortmund · Telefon 0231 998877 · USt-IdNr. DE811234566", size=7)
    sheet.block(60, 100, "Seeland Papier AG\nDebitorenbuchhaltung\nPostfach 12 34\n79098 Freiburg")
    sheet.at(60, 190, "Zahlungsavis Nr. 1500023317", size=13, bold=True)
    sheet.pairs(360, 100, [("Datum:", "15.04.2026"), ("Ihre Kontonummer:", "K-70012"), ("Seite:", "1")], to=460)
    sheet.block(
        60, 215, "Sehr geehrte Damen und Herren,\nzum Ausgleich der nachstehenden Posten haben wir heute überwiesen:"
    )
    columns = ["60 Belegnr.", "150 Ihre Rechnung", "250 vom", ">370 Brutto EUR", ">440 Skonto EUR", ">530 Netto EUR"]
    state = {"sum": Decimal(0), "page": 1}

    def turn(y: float) -> float:
        if y < 760:
            return y
        sheet.at(250, y + 4, "Übertrag")
        sheet.at(530, y + 4, DE(state["sum"]), align="R")
        sheet.new_page()
        state["page"] += 1
        sheet.at(460, 40, f"Seite: {state['page']}")
        y = sheet.table(columns, 70, [])
        sheet.at(250, y, "Übertrag")
        sheet.at(530, y, DE(state["sum"]), align="R")
        return y + 16

    y = sheet.table(columns, 260, [])
    for n, one in enumerate(lines):
        y = turn(y)
        cells = [
            str(5105600000 + n),
            one.reference,
            f"{one.day:%d.%m.%Y}",
            minus_behind(DE, one.gross),
            DE(one.gross - one.net) if one.taken else "",
            minus_behind(DE, one.net),
        ]
        for spec, cell in zip(columns, cells, strict=True):
            place = spec.split(" ")[0]
            sheet.at(float(place.lstrip("<>^")), y, cell, align="R" if place.startswith(">") else "L")
        state["sum"] += one.net
        y += 14
    sheet.at(60, y + 10, "Zahlbetrag", bold=True)
    sheet.at(530, y + 10, f"{DE(payment.total)}", align="R", bold=True)
    sheet.at(60, y + 30, "Bitte prüfen Sie die Posten. Unsere Bank: Volksbank, IBAN DE89 3704 0044 0532 0130 00")
    return payment.truth()


def sage_french(sheet: Sheet) -> dict[str, Any]:
    """Avis de virement Sage: N° facture, échéance, montant, escompte, net réglé."""
    chance = Chance(3)
    lines = tuple(
        chance.paid(f"FA{chance.random.randrange(100000, 999999)}", discount="1.5" if n in {1, 4} else None, text="Escompte")
        for n in range(6)
    ) + (Paid("AV100233", date(2026, 1, 28), Decimal("-96.40")),)  # fmt: skip
    payment = Payment("Établissements Roussel SAS", "VIR2026-00412", date(2026, 4, 10), "EUR", lines)
    sheet.paper("helvetica", 9)
    sheet.at(40, 40, "Établissements Roussel SAS", size=12, bold=True)
    sheet.block(40, 54, "12 rue des Tanneurs\n59000 LILLE\nSIREN 552 100 554  TVA FR83404833048")
    sheet.block(330, 120, "PAPETERIES DU RHIN\nService comptabilité clients\n3 quai des Bateliers\n67000 STRASBOURG")
    sheet.at(40, 210, "AVIS DE VIREMENT", size=14, bold=True)
    sheet.at(330, 210, "Lille, le 10/04/2026")
    sheet.block(
        40,
        235,
        "Messieurs,\nNous vous informons que nous avons procédé ce jour au virement suivant en votre faveur.\nRéférence du virement : VIR2026-00412",
    )
    rows = [
        [
            one.reference,
            f"{one.day:%d/%m/%Y}",
            "30/04/2026",
            FR(one.gross),
            FR(one.gross - one.net) if one.taken else "",
            FR(one.net),
        ]
        for one in lines
    ]
    columns = ["40 N° facture", "120 Date", "190 Échéance", ">340 Montant TTC", ">430 Escompte", ">540 Net réglé"]
    y = sheet.table(columns, 300, rows, lined=True)
    sheet.at(340, y + 10, "Montant du virement :", bold=True)
    sheet.at(540, y + 10, f"{FR(payment.total)} EUR", align="R", bold=True)
    return payment.truth()


def us_check_stub(sheet: Sheet) -> dict[str, Any]:
    """A cheque with its stub: upper-case headings, amounts with thousands, credits in brackets."""
    chance = Chance(4)
    lines = (
        chance.paid("INV-48213", discount="2", text="DISCOUNT"),
        chance.paid("INV-48307"),
        chance.paid("INV-48444", discount="2", text="DISCOUNT"),
        Paid("CM-1177", date(2026, 2, 11), Decimal("-350.00")),
    )
    payment = Payment("Great Plains Supply Inc.", "0048122", date(2026, 3, 27), "USD", lines)
    sheet.paper("courier", 9, "letter")
    sheet.block(40, 40, "GREAT PLAINS SUPPLY INC.\n4400 Industrial Pkwy\nOmaha, NE 68110")
    sheet.pairs(380, 40, [("CHECK NO.", "0048122"), ("CHECK DATE", "03/27/2026"), ("VENDOR NO.", "V10023")], to=470)
    sheet.at(40, 100, "VENDOR: RHINE PAPER INC")
    rows = [
        [
            f"{one.day:%m/%d/%Y}",
            one.reference,
            "GOODS",
            bracket(one.gross),
            US(one.gross - one.net) if one.taken else "0.00",
            bracket(one.net),
        ]
        for one in lines
    ]
    y = sheet.table(
        ["40 INV DATE", "120 INVOICE NO", "210 DESCRIPTION", ">380 GROSS AMOUNT", ">460 DISCOUNT", ">560 NET AMOUNT"],
        130,
        rows,
        bold=False,
    )
    sheet.at(40, y + 8, "TOTALS")
    for x, value in (
        (380, sum((o.gross for o in lines), Decimal(0))),
        (460, sum((o.gross - o.net for o in lines), Decimal(0))),
        (560, payment.total),
    ):
        sheet.at(x, y + 8, US(value), align="R")
    sheet.at(40, y + 60, "PAY TO THE ORDER OF  RHINE PAPER INC")
    sheet.at(400, y + 60, f"CHECK AMOUNT  ${US(payment.total)}")
    return payment.truth(payer={"name": "GREAT PLAINS SUPPLY INC."})


def bracket(value: Decimal) -> str:
    """`(350.00)`."""
    return f"({US(abs(value))})" if value < 0 else US(value)


def datev_german(sheet: Sheet) -> dict[str, Any]:
    """DATEV-Zahlungsavis: Rechnungs-Nr., Rechnungsdatum, Rechnungsbetrag, Abzug, Zahlbetrag; Summe unter jeder Spalte."""
    chance = Chance(5)
    lines = tuple(
        chance.paid(f"2026{chance.random.randrange(10000, 99999)}", discount="2", text="Skonto") for _ in range(5)
    )
    payment = Payment("Metzger & Söhne OHG", None, date(2026, 3, 5), "EUR", lines)
    sheet.paper("helvetica", 10)
    sheet.at(60, 60, "Metzger & Söhne OHG, Am Markt 3, 54290 Trier", size=7)
    sheet.block(60, 80, "Rheinpapier GmbH\nUferweg 2\n56068 Koblenz")
    sheet.at(400, 150, "Trier, 05.03.2026")
    sheet.at(60, 190, "Zahlungsavis", bold=True, size=13)
    sheet.at(60, 215, "Wir überweisen Ihnen auf Ihr Konto IBAN DE02 1203 0000 0000 2020 51 folgende Rechnungen:")
    rows = [
        [one.reference, f"{one.day:%d.%m.%y}", DE(one.gross) + " €", DE(one.gross - one.net) + " €", DE(one.net) + " €"]
        for one in lines
    ]
    y = sheet.table(
        ["60 Rechnungs-\nnummer", "160 Rechnungs-\ndatum", ">300 Rechnungs-\nbetrag", ">400 Skonto", ">500 Zahlbetrag"],
        250,
        rows,
    )
    sheet.at(60, y + 6, "Summe")
    sheet.at(300, y + 6, DE(sum((o.gross for o in lines), Decimal(0))) + " €", align="R")
    sheet.at(400, y + 6, DE(sum((o.gross - o.net for o in lines), Decimal(0))) + " €", align="R")
    sheet.at(500, y + 6, DE(payment.total) + " €", align="R")
    return payment.truth()


def supermarket_claims(sheet: Sheet) -> dict[str, Any]:
    """A chain's advice of many pages: claims as rows below their invoice, codes, page totals."""
    chance = Chance(6)
    reasons = [
        ("014 Short delivery", "quantity"),
        ("022 Price difference", "price"),
        ("031 Promotion allowance", "promotion"),
        ("045 Freight", "freight"),
    ]
    lines = []
    for n in range(90):
        base = chance.paid(f"{chance.random.randrange(70000000, 79999999)}")
        taken = ()
        if n % 4 == 1:
            text, reason = reasons[n % len(reasons) - 1]
            taken = (Taken(text, reason, chance.amount(500, 4000)),)
        lines.append(Paid(base.reference, base.day, base.gross, taken))
    payment = Payment("FreshMart Stores plc", "BACS-774411", date(2026, 5, 8), "GBP", tuple(lines))
    sheet.paper("helvetica", 8)
    columns = ["50 Store", "100 Invoice number", "200 Invoice date", "280 Code / description", ">540 Amount GBP"]

    def head() -> float:
        sheet.at(50, 40, "FreshMart Stores plc", size=12, bold=True)
        sheet.at(50, 52, "Supplier remittance advice")
        sheet.pairs(
            380,
            40,
            [("Payment reference:", "BACS-774411"), ("Payment date:", "08/05/2026"), ("Supplier number:", "600123")],
            to=480,
        )
        return sheet.table(columns, 100, [])

    y = head()
    for n, one in enumerate(lines):
        for x, text, align in (
            (50, f"{n % 7 + 411}", "L"),
            (100, one.reference, "L"),
            (200, f"{one.day:%d/%m/%Y}", "L"),
            (540, US(one.gross), "R"),
        ):
            sheet.at(x, y, text, align=align)
        y += 12
        for off in one.taken:
            sheet.at(280, y, off.text)
            sheet.at(540, y, US(-off.amount), align="R")
            y += 12
        if y > 740:
            sheet.at(280, y + 4, "Page total")
            sheet.at(540, y + 4, "1,234.56", align="R")
            sheet.new_page()
            y = head()
    sheet.at(280, y + 10, "Total payment", bold=True)
    sheet.at(540, y + 10, US(payment.total), align="R", bold=True)
    return payment.truth()


def spanish_letter(sheet: Sheet) -> dict[str, Any]:
    """Aviso de pago: cabecera en cajas, importes con puntos, abonos con signo delante."""
    chance = Chance(7)
    lines = tuple(chance.paid(f"F26/{chance.random.randrange(1000, 9999)}") for _ in range(4)) + (
        Paid("AB26/0031", date(2026, 2, 20), Decimal("-120.35")),
    )
    payment = Payment("Ibérica de Suministros, S.L.", "TR-99120", date(2026, 4, 20), "EUR", lines)
    sheet.paper("times", 10)
    sheet.at(300, 50, "Ibérica de Suministros, S.L.", size=14, bold=True, align="C")
    sheet.at(300, 64, "Polígono Norte, nave 7 - 28108 Alcobendas (Madrid) - NIF: B58818501", size=8, align="C")
    sheet.at(60, 110, "AVISO DE PAGO", size=13, bold=True)
    sheet.boxes(
        60,
        130,
        [110, 130, 120],
        [
            ("Fecha de pago", "20/04/2026"),
            ("Nº transferencia", "TR-99120"),
            ("Importe del pago", f"{DE(payment.total)} €"),
        ],
    )
    sheet.block(
        60,
        190,
        "Proveedor: Papeles del Sur, S.A.\nLes comunicamos que hemos realizado una transferencia por las facturas siguientes:",
    )
    rows = [[one.reference, f"{one.day:%d/%m/%Y}", DE(one.net)] for one in lines]
    y = sheet.table(["60 Su factura", "180 Fecha", ">360 Importe"], 240, rows)
    sheet.at(60, y + 8, "TOTAL")
    sheet.at(360, y + 8, DE(payment.total), align="R")
    return payment.truth()


DRAFTS = tuple(
    Draft(draw)
    for draw in (sap_english, sap_german, sage_french, us_check_stub, datev_german, supermarket_claims, spanish_letter)
)
