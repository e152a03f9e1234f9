"""Honest orders in forms that are no plain table: cards, two rows for a line, turned pages, no amounts at all."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off
from __future__ import annotations

from typing import Any

from tests.corpus.case import DE, FR, US, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet


def ariba(sheet: Sheet) -> dict[str, Any]:
    """Ariba: `24 (EA)` as quantity, `$18.00 USD` as price, supplier and buyer parts in one cell."""
    items = (Item("24", "18.00", "Thermal fuse 121C", "EA", sku="TF-121", line=1), Item("6", "1450.00", "Chiller hose assembly", "EA", sku="CH-22", line=2))
    order = Order("EP3391027", "2026-04-09", "USD", items, name="Northgate Biologics Inc.")
    sheet.paper(points=9, size="Letter")
    sheet.at(40, 50, "Purchase Order: EP3391027", size=15, bold=True)
    sheet.at(40, 66, "Amount: $9,132.00 USD      Version: 1", size=9)
    sheet.block(40, 95, "From:\nNorthgate Biologics Inc.\n40 Science Pkwy\nDurham, NC 27713\nUnited States")
    sheet.block(230, 95, "To:\nHarbor Fasteners Inc.\n200 Pier Road\nBaltimore, MD 21230\nUnited States")
    sheet.block(420, 95, "Purchase Order\n(New)\nEP3391027\nOrder submitted on: 9 Apr 2026\nPayment Terms: NET 45")
    rows = [(str(one.line), f"{one.sku}\n{one.description}", "Material", f"{one.qty} (EA)", "$" + US(one.price) + " USD", "$" + US(one.amount) + " USD") for one in items]
    y = sheet.table(("40 Line #", "90 Supplier part # / Description", "270 Type", ">370 Qty (Unit)", ">470 Unit Price", ">570 Subtotal"), 190, rows, lined=True)
    sheet.sums(400, y + 10, 570, [("Sub-total:", "$" + US(order.total) + " USD"), ("Total:", "$" + US(order.total) + " USD")])
    return order.truth()


def cards(sheet: Sheet) -> dict[str, Any]:
    """No table: each line is a block of labels with their values."""
    items = (Item("12", "45.00", "Drive belt XPZ 1250", "pcs", item="DB-1250", line=1), Item("3", "260.00", "Pulley 4 groove", "pcs", item="PU-4", line=2))
    order = Order("PO-90210", "2026-08-06", "EUR", items, name="Fjordline Seafood Ltd", need="2026-08-27")
    sheet.paper(points=10)
    sheet.at(40, 50, "Fjordline Seafood Ltd", size=14, bold=True)
    y = sheet.pairs(40, 80, [("Purchase order", "PO-90210"), ("Order date", "6 August 2026"), ("Delivery date", "27 August 2026"), ("Currency", "EUR")], to=150)
    for one in items:
        y = sheet.block(40, y + 16, f"Line {one.line}", bold=True)
        y = sheet.pairs(40, y, [("Item:", one.item or ""), ("Description:", one.description or ""), ("Quantity:", f"{one.qty} {one.uom}"),
                                ("Unit price:", US(one.price)), ("Amount:", US(one.amount))], to=130)
    sheet.at(40, y + 20, f"Order total: {US(order.total)} EUR", bold=True)
    return order.truth()


def sap_french_two_rows(sheet: Sheet) -> dict[str, Any]:
    """SAP in French: number and date in one field, headings and lines over two rows."""
    items = (Item("500", "1.85", "GOUPILLE FENDUE 4X40", "PCE", "2004417", line=10), Item("16", "92.40", "ROUE POLYURETHANE D125", "PCE", "2008812", line=20))
    order = Order("4500210417", "2026-03-12", "EUR", items, name="Papeteries de l'Aa SAS", need="2026-04-03")
    sheet.paper(points=9)
    sheet.block(40, 50, "Papeteries de l'Aa SAS\n62380 Lumbres")
    sheet.block(330, 50, "Commande\nN° de commande/Date\n4500210417 / 12.03.2026\nInterlocuteur/Téléphone\nMme Vasseur / 03 21 00 11 22", bold=False)
    sheet.block(40, 110, "Visserie du Littoral SAS\n14 quai des Indes\n56100 Lorient")
    sheet.at(40, 180, "Date de livraison : 03.04.2026          Devise : EUR")
    sheet.at(40, 210, "Poste   Article          Désignation", bold=True)
    sheet.at(100, 222, "Qté de commande   Unité", bold=True)
    sheet.at(400, 222, "Prix unitaire", bold=True, align="R")
    sheet.at(550, 222, "Valeur nette", bold=True, align="R")
    sheet.rule(40, 227, 555)
    y = 244.0
    for one in items:
        sheet.at(40, y, f"{one.line:05d}")
        sheet.at(77, y, one.buyer_item or "")
        sheet.at(140, y, one.description or "")
        sheet.at(165, y + 12, FR.whole(one.qty), align="R")
        sheet.at(186, y + 12, one.uom or "")
        sheet.at(400, y + 12, FR(one.price), align="R")
        sheet.at(550, y + 12, FR(one.amount), align="R")
        y += 34
    sheet.sums(380, y, 550, [("Valeur nette totale EUR", FR(order.total))], bold=True)
    return order.truth()


def labelled_second_row(sheet: Sheet) -> dict[str, Any]:
    """Infor: beneath each line a row `Our Part: … Your Part: … Rev: C`; the figures stand in the first."""
    items = (Item("60", "7.45", "Bushing, bronze, flanged", "EA", "B-11820", "BU-FL20", line=1), Item("8", "512.00", "Shaft, ground, 800 mm", "EA", "S-00317", "SH-G800", line=2))
    order = Order("118842-00", "2026-10-19", "USD", items, name="Wabash Gear Company", need="2026-11-16")
    sheet.paper(points=9, size="Letter")
    sheet.at(40, 50, "Wabash Gear Company", size=13, bold=True)
    sheet.at(570, 50, "PURCHASE ORDER", size=13, bold=True, align="R")
    sheet.boxes(340, 62, (80, 75, 77), [("PO Number", "118842-00"), ("PO Date", "10/19/2026"), ("Due Date", "11/16/2026")], 28)
    sheet.block(40, 110, "Vendor:\nHarbor Fasteners Inc.\n200 Pier Road\nBaltimore, MD 21230")
    y = sheet.table(("40 Line", "80 Description", ">340 Qty", "350 U/M", ">450 Unit Cost", ">570 Extended Cost"), 180, [])
    for one in items:
        for x, text, align in ((40, str(one.line), "L"), (80, one.description, "L"), (340, one.qty, "R"), (350, one.uom, "L"), (450, US(one.price), "R"), (570, US(one.amount), "R")):
            sheet.at(x, y, text or "", align=align)
        sheet.at(90, y + 12, f"Our Part: {one.buyer_item}    Your Part: {one.sku}    Rev: C")
        y += 32
    sheet.sums(420, y + 6, 570, [("PO Total USD", US(order.total))], bold=True)
    return order.truth()


def turned_page(sheet: Sheet) -> dict[str, Any]:
    """A landscape paper stored upright with /Rotate 90, as copiers and some drivers do."""
    items = (Item("10", "27.30", "Bracket, left", "pcs", item="BR-L"), Item("10", "28.90", "Bracket, right", "pcs", item="BR-R"))
    order = Order("PO-33450", "2026-02-20", "EUR", items, name="Lagan Fabrication Ltd")
    sheet.paper(points=10)
    pdf = sheet.pdf
    texts: list[tuple[float, float, str]] = [(50, 60, "Lagan Fabrication Ltd"), (50, 90, "Purchase order no. PO-33450"), (50, 106, "Order date: 20 February 2026"), (50, 122, "Currency: EUR")]
    xs = (50, 150, 380, 440, 540, 660)
    texts += [(x, 170, head) for x, head in zip(xs, ("Item", "Description", "Qty", "Unit", "Unit price", "Amount"), strict=True)]
    for place, one in enumerate(items):
        cells = (one.item or "", one.description or "", one.qty or "", one.uom or "", US(one.price), US(one.amount))
        texts += [(x, 190 + 18 * place, cell) for x, cell in zip(xs, cells, strict=True)]
    texts += [(540, 250, "Total EUR"), (660, 250, US(order.total))]
    for x, y, text in texts:  # the paper's left edge is the sheet's bottom
        with pdf.rotation(90, y, 842 - x):
            pdf.text(y, 842 - x, text)
    sheet.made = bytes(pdf.output()).replace(b"/Type /Page\n", b"/Type /Page /Rotate 90\n", 1)
    return order.truth()


def no_amounts(sheet: Sheet) -> dict[str, Any]:
    """Quantity and unit price for each line, no line amounts; the order's total proves them."""
    items = (Item("40", "6.25", "Hinge pin", "pcs", item="HP-1", amount_printed=False), Item("10", "31.00", "Hinge leaf", "pcs", item="HL-2", amount_printed=False))
    order = Order("PO-33461", "2026-02-23", "EUR", items, name="Lagan Fabrication Ltd")
    sheet.paper(points=10)
    sheet.at(40, 50, "Lagan Fabrication Ltd", size=13, bold=True)
    sheet.pairs(40, 80, [("Purchase order no.", "PO-33461"), ("Order date", "23 February 2026"), ("Currency", "EUR")], to=150)
    y = sheet.table(("40 Item", "120 Description", ">350 Qty", "360 Unit", ">480 Unit price"), 150, [(o.item or "", o.description or "", o.qty or "", o.uom or "", US(o.price)) for o in items])
    sheet.sums(350, y + 10, 480, [("Order total EUR", US(order.total))])
    return order.truth()


def quantities_only(sheet: Sheet) -> dict[str, Any]:
    """An order at list prices: items and quantities, no price, no total."""
    items = (Item("40", None, "Hinge pin", "pcs", item="HP-1", amount_printed=False), Item("10", None, "Hinge leaf", "pcs", item="HL-2", amount_printed=False))
    order = Order("PO-33462", "2026-02-24", None, items, name="Lagan Fabrication Ltd")
    sheet.paper(points=10)
    sheet.at(40, 50, "Lagan Fabrication Ltd", size=13, bold=True)
    sheet.pairs(40, 80, [("Purchase order no.", "PO-33462"), ("Order date", "24 February 2026")], to=150)
    sheet.at(40, 120, "Prices as per your list 2026.")
    sheet.table(("40 Item", "120 Description", ">350 Qty", "360 Unit"), 150, [(o.item or "", o.description or "", o.qty or "", o.uom or "") for o in items])
    return order.truth(total=None)


def dotted_form(sheet: Sheet) -> dict[str, Any]:
    """A form with dotted leaders between label and value, and empty rows at the foot of its table."""
    items = (Item("5", "120.00", "Spindle oil, 20 l", "can", item="SO-20"), Item("2", "64.50", "Funnel set", "set", item="FN-S"))
    order = Order("77/2026", "2026-03-30", "EUR", items, name="Burren Quarries Ltd", need="2026-04-13")
    sheet.paper("times", 11)
    sheet.at(297, 55, "BURREN QUARRIES LTD", size=14, bold=True, align="C")
    sheet.at(297, 75, "ORDER FORM", size=12, align="C")
    sheet.block(50, 110, "Order No. ......................... 77/2026\nDate ................................ 30/03/2026\nDelivery date .................... 13/04/2026\nCurrency .......................... EUR")
    for top in range(8):
        sheet.rule(45, 185 + 20 * top, 550)
    sheet.table(("50 Code", "130 Description", ">340 Quantity", "350 Unit", ">450 Price", ">540 Total"), 198,
                [(o.item or "", o.description or "", o.qty or "", o.uom or "", US(o.price), US(o.amount)) for o in items], gap=5)
    sheet.at(450, 345, "TOTAL EUR", align="R", bold=True)
    sheet.at(540, 345, US(order.total), align="R", bold=True)
    sheet.at(50, 400, "Signed ................................    Position ................................")
    return order.truth()


def many_columns(sheet: Sheet) -> dict[str, Any]:
    """Landscape with fourteen columns, most of them nobody's business: warehouse, cost centre, weight, tariff number."""
    items = (Item("30", "14.20", "Kupplungsnabe", "ST", "440-10", "KN-30", line=1), Item("4", "388.00", "Bremsscheibe", "ST", "440-77", "BS-400", line=2))
    order = Order("B-2026-3391", "2026-09-07", "EUR", items, name="Kranbau Elbe GmbH", need="2026-09-28")
    sheet.paper(points=7, landscape=True)
    sheet.at(30, 40, "Kranbau Elbe GmbH", size=12, bold=True)
    sheet.boxes(30, 55, (110, 110, 110, 110), [("Bestellnummer", "B-2026-3391"), ("Bestelldatum", "07.09.2026"), ("Liefertermin", "28.09.2026"), ("Währung", "EUR")])
    rows = [(str(o.line), o.buyer_item or "", o.sku or "", o.description or "", "HL1", "4100", "84833080", DE("12.5"), o.qty or "", o.uom or "", DE(o.price), "0,00", "19", DE(o.amount)) for o in items]
    y = sheet.table(("30 Pos", "50 Unsere Art.-Nr.", "120 Ihre Art.-Nr.", "180 Bezeichnung", "270 Lager", "300 Kostenstelle", "355 Zolltarifnr.", ">450 Gewicht kg",
                     ">490 Menge", "497 ME", ">560 Einzelpreis", ">610 Rabatt %", ">650 MwSt. %", ">720 Gesamtpreis"), 120, rows)
    sheet.sums(580, y + 10, 720, [("Gesamtsumme netto EUR", DE(order.total))])
    return order.truth()


def currency_as_a_column(sheet: Sheet) -> dict[str, Any]:
    """Amount before price, and the currency in a column of its own."""
    items = (Item("7", "88.00", "Encoder 1024 ppr", "EA", item="EN-1024"), Item("14", "5.50", "Encoder cable 2 m", "EA", item="EC-2"))
    order = Order("X-55120", "2026-12-03", "EUR", items, name="Helix Motion Ltd", need="2027-01-11")
    sheet.paper(points=9)
    sheet.at(40, 50, "Helix Motion Ltd", size=13, bold=True)
    sheet.at(40, 80, "PURCHASE ORDER X-55120", bold=True)
    sheet.pairs(40, 100, [("Order date", "2026-12-03"), ("Delivery date", "2027-01-11")], to=130)
    rows = [(o.item or "", o.description or "", US(o.amount), "EUR", US(o.price), o.qty or "", o.uom or "") for o in items]
    y = sheet.table(("40 Part no.", "110 Description", ">330 Line amount", "340 Curr.", ">440 Unit price", ">500 Qty", "510 UOM"), 150, rows)
    sheet.at(250, y + 10, "Total", align="R", bold=True)
    sheet.at(330, y + 10, US(order.total), align="R", bold=True)
    sheet.at(340, y + 10, "EUR", bold=True)
    return order.truth()


DRAFTS = (
    *(Draft(draw) for draw in (
        ariba, sap_french_two_rows, labelled_second_row, turned_page, no_amounts, dotted_form, many_columns, currency_as_a_column,
    )),
    Draft(cards, may_doubt=True),
    Draft(quantities_only, doubt=()),
)
