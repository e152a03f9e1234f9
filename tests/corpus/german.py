"""Orders of German, Austrian and Swiss buyers as their systems print them."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import CH, DE, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet

SUPPLIER = "Nordlicht Befestigung AG\nHafenstraße 12\n20457 Hamburg"


def sap_german(sheet: Sheet) -> dict[str, Any]:
    """SAP MM: number glued to its label in a box on the right, prices per 100, texts between the lines."""
    order = Order(
        "4500017233", "2026-03-12", "EUR",
        (
            Item("500", "18.50", "Sechskantschraube M8x40 verzinkt", "ST", "100-4711", per="100", line=10),
            Item("1200", "4.25", "Scheibe DIN 125 A8,4", "ST", "100-4712", per="100", line=20),
            Item("25", "112.90", "Gewindestange M12 1 m", "ST", "100-5003", per="1", line=30),
        ),
        name="Maschinenbau Kessler GmbH", vat="DE129274202", country="DE", need="2026-04-02",
    )  # fmt: skip
    sheet.paper(points=9)
    sheet.at(40, 50, "Maschinenbau Kessler GmbH", size=15, bold=True)
    sheet.at(40, 64, "Maschinenbau Kessler GmbH · Industriestr. 44 · 70565 Stuttgart", size=6)
    sheet.block(40, 100, "Firma\n" + SUPPLIER)
    sheet.box(330, 88, 220, 92)
    sheet.at(335, 100, "Bestellung", bold=True, size=11)
    sheet.pairs(335, 116, [
        ("Bestellnummer:", "4500017233"), ("Datum:", "12.03.2026"), ("Einkäufer:", "Fr. Petra Lang"),
        ("Telefon:", "0711 / 78 44-231"), ("Ihre Lieferantennr.:", "70023"),
    ], to=440)  # fmt: skip
    sheet.at(40, 205, "Wir bestellen zu unseren umseitigen Einkaufsbedingungen. Liefertermin: 02.04.2026, frei Haus.")
    sheet.at(40, 219, "Währung: EUR")
    rows = []
    for one, per in zip(order.items, ("100 ST", "100 ST", "1 ST"), strict=True):
        rows += [
            (
                f"{one.line:05d}",
                one.buyer_item,
                one.description,
                DE(one.qty, 0),
                one.uom,
                DE(one.price),
                per,
                DE(one.amount),
            ),
            "Bitte Chargenzeugnis 3.1 beilegen." if one.line == 20 else "",
        ]
    y = sheet.table(
        ("40 Pos.", "75 Material", "145 Bezeichnung", ">365 Menge", "372 ME", ">440 Preis", "447 pro", ">550 Nettowert"),
        250, [row for row in rows if row], comment_at=145,
    )  # fmt: skip
    sheet.rule(330, y - 8, 555)
    sheet.sums(350, y + 6, 550, [("Gesamtnettowert ohne MwSt. EUR", DE(order.total))], bold=True)
    sheet.block(40, 780, "Geschäftsführer: Dr. K. Kessler · Amtsgericht Stuttgart HRB 22118 · USt-IdNr. DE129274202\n"
                "Volksbank Stuttgart · IBAN DE89 3704 0044 0532 0130 00 · BIC COBADEFFXXX", size=6.5)  # fmt: skip
    return order.truth()


def dynamics_german(sheet: Sheet) -> dict[str, Any]:
    """Dynamics NAV: labels left in two columns, a discount in per cent, VAT under the sum."""
    order = Order(
        "EB-26-00871", "2026-02-05", "EUR",
        (
            Item("24", "38.40", "Handschuh Nitril Gr. 9", "Paar", sku="HN-0900", buyer_item="70010", discount="5"),
            Item("6", "129.00", "Augendusche 500 ml", "Stück", sku="AD-500", buyer_item="70088"),
        ),
        name="Brauer & Söhne KG", vat="DE811907980", need="2026-02-19", vat_rate="19",
    )  # fmt: skip
    sheet.paper("times", 10)
    sheet.at(555, 60, "Brauer & Söhne KG", size=14, bold=True, align="R")
    sheet.block(40, 110, SUPPLIER)
    sheet.at(40, 190, "Einkauf - Bestellung", size=16, bold=True)
    sheet.pairs(
        40,
        220,
        [("Bestellnr.", "EB-26-00871"), ("Bestelldatum", "05.02.2026"), ("Gewünschtes Lieferdatum", "19.02.2026")],
        to=170,
    )
    sheet.pairs(
        330,
        220,
        [("Kreditorennr.", "K10442"), ("USt-IdNr.", "DE811907980"), ("Zahlungsbedingung", "14 Tage 2 %")],
        to=440,
    )
    rows = [
        (
            one.buyer_item,
            one.sku,
            one.description,
            DE.whole(one.qty),
            one.uom,
            DE(one.price),
            one.discount or "",
            DE(one.amount),
        )
        for one in order.items
    ]
    y = sheet.table(
        ("40 Nr.", "85 Ihre\nArtikelnr.", "150 Beschreibung", ">330 Menge", "338 Einheit", ">430 EK-Preis", ">475 Rabatt %", ">555 Betrag"),
        290, rows, lined=True,
    )  # fmt: skip
    sheet.sums(380, y + 20, 555, [
        ("Summe EUR ohne MwSt.", DE(order.net)), ("19 % MwSt.", DE(order.tax)), ("Summe EUR inkl. MwSt.", DE(order.total)),
    ])  # fmt: skip
    return order.truth()


def swiss_apostrophes(sheet: Sheet) -> dict[str, Any]:
    """A Swiss works order: 1'234.50, francs, the date of each line, a rounded total in Rappen."""
    order = Order(
        "B2026-0417", "2026-04-17", "CHF",
        (
            Item("1250", "3.20", "Klemmleiste 2.5mm2 grau", "Stk", item="KL-25-GR", line=1),
            Item("36", "148.75", "Netzteil 24V 10A", "Stk", item="NT-2410", line=2),
        ),
        name="Alpenwerk Automation AG", vat="CHE-116.281.710 MWST", country="CH", vat_rate="8.1",
    )  # fmt: skip
    sheet.paper(points=9.5)
    sheet.block(40, 50, "Alpenwerk Automation AG\nBahnhofstrasse 3\nCH-6300 Zug", bold=True)
    sheet.at(40, 92, "MWST-Nr. CHE-116.281.710 MWST", size=8)
    sheet.block(330, 120, SUPPLIER)
    sheet.at(40, 190, "BESTELLUNG B2026-0417", size=14, bold=True)
    sheet.at(40, 208, "Zug, 17. April 2026")
    dates = ("11.05.2026", "18.05.2026")
    rows = [
        (
            str(one.line),
            one.item,
            one.description,
            day,
            CH.whole(one.qty) + " " + one.uom,
            CH(one.price),
            CH(one.amount),
        )
        for one, day in zip(order.items, dates, strict=True)
    ]
    y = sheet.table(
        ("40 Pos", "70 Artikel", "140 Bezeichnung", "290 Termin", ">400 Menge", ">470 Preis CHF", ">550 Betrag CHF"),
        240,
        rows,
    )
    sheet.sums(380, y + 10, 550, [
        ("Nettobetrag", CH(order.net)), ("MWST 8.1%", CH(order.tax)), ("Total CHF", CH(order.total)),
    ])  # fmt: skip
    return order.truth(need_date=..., buyer={"name": "Alpenwerk Automation AG", "country": "CH"})


DRAFTS = (Draft(sap_german), Draft(dynamics_german), Draft(swiss_apostrophes, may_doubt=True))
