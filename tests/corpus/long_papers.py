"""P1 and P2: many pages, carried-forward rows, lines split over a page break, descriptions of several lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.corpus.case import DE, FR, US, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Column, Sheet

# fmt: off
WORDS = ("Valve", "Pump", "Filter", "Seal kit", "Hose", "Coupling", "Gauge", "Bracket", "Sleeve", "Bush")


def _many(count: int, unit: str, step: int = 1) -> tuple[Item, ...]:
    return tuple(
        Item(str(3 + n * 7 % 41), f"{2 + n * 13 % 97}.{n * 17 % 90 + 10}", f"{WORDS[n % 10]} series {n + 1}", unit,
             item=f"K-{1000 + n}", line=(n + 1) * step)
        for n in range(count)
    )


def _letterhead(sheet: Sheet, name: str, order: Order, number: int, of: int) -> float:
    sheet.at(40, 45, name, size=12, bold=True)
    sheet.at(555, 45, f"Page {number} of {of}", align="R", size=8)
    sheet.at(40, 62, f"Purchase Order {order.po}")
    return 90.0


def twelve_pages_english(sheet: Sheet) -> dict[str, Any]:
    """Twelve pages; every page repeats letterhead and headings, ends with `Carried forward`, begins with `Brought forward`."""
    order = Order("PO-77120", "2026-02-27", "GBP", _many(180, "EA"), name="Tyne Dredging Ltd", need="2026-04-30")
    sheet.paper(points=9, leading=12)
    headings = ("40 Line", "75 Item", "150 Description", ">340 Qty", "350 UOM", ">450 Unit price", ">550 Amount")
    pages = [order.items[start : start + 15] for start in range(0, 180, 15)]
    running = Decimal(0)
    for number, items in enumerate(pages, 1):
        y = _letterhead(sheet, order.name or "", order, number, 12)
        if number == 1:
            sheet.pairs(40, 85, [("Order date:", "27 February 2026"), ("Delivery date:", "30 April 2026"), ("Currency:", "GBP"),
                                 ("Vendor:", "Severn Valve Supplies Ltd")], to=130)
            y = 160.0
        rows: list[tuple[str, ...]] = [("", "", "Brought forward", "", "", "", US(running))] if number > 1 else []
        for one in items:
            rows.append((str(one.line), one.item or "", one.description or "", one.qty or "", one.uom or "", US(one.price), US(one.amount)))
            running += one.amount
        rows += [("", "", "Carried forward", "", "", "", US(running))] if number < 12 else []
        y = sheet.table(headings, y, rows, gap=12)
        if number < 12:
            sheet.new_page()
    sheet.sums(400, y + 10, 550, [("Order total GBP", US(order.total))], bold=True)
    return order.truth()


def carried_forward_french(sheet: Sheet) -> dict[str, Any]:
    """Three pages in French: `À reporter` and `Report`, headings only on the first page."""
    order = Order("CDE-2026-5521", "2026-05-12", "EUR", _many(40, "U"), name="Fonderies de l'Orne", need="2026-06-30", vat_rate="20")
    sheet.paper("times", 9.5, leading=12)
    sheet.at(40, 50, "Fonderies de l'Orne", size=14, bold=True)
    sheet.pairs(340, 50, [("Bon de commande n°", "CDE-2026-5521"), ("Date", "12/05/2026"), ("Livraison", "30/06/2026")], to=440)
    columns = ("40 Article", "120 Désignation", ">340 Qté", "350 U", ">450 PU HT", ">550 Montant HT")
    y, running, number = sheet.table(columns, 140, [], gap=8), Decimal(0), 1
    sheet.at(40, 128, "Montants en euros")
    for one in order.items:
        if y > 740:
            sheet.sums(360, y + 6, 550, [("À reporter", FR(running))])
            sheet.new_page()
            number += 1
            sheet.at(40, 40, f"CDE-2026-5521   page {number}", size=8)
            sheet.sums(360, 64, 550, [("Report", FR(running))])
            y = 90
        cells = (one.item, one.description, one.qty, one.uom, FR(one.price), FR(one.amount))
        for text, cell in zip(columns, cells, strict=True):
            x = float(text.lstrip(">").split()[0])
            sheet.at(x, y, cell or "", align="R" if text[0] == ">" else "L")
        running += one.amount
        y += 32
    sheet.sums(360, y + 14, 550, [("Total HT", FR(order.net)), ("TVA 20 %", FR(order.tax)), ("Total TTC", FR(order.total))])
    order = order.change(items=tuple(Item(o.qty, o.price, o.description, o.uom, item=o.item) for o in order.items))
    return order.truth()


def split_over_the_break(sheet: Sheet) -> dict[str, Any]:
    """The third line begins at the foot of page 1 with its figures; the rest of its description stands on page 2."""
    order = Order(
        "4500555019", "2026-07-02", "EUR",
        (
            Item("14", "61.00", "Druckschalter 0-10 bar", "ST", "200-100", line=10),
            Item("9", "240.00", "Kugelhahn DN25 Edelstahl", "ST", "200-104", line=20),
            Item("2", "1830.00", "Membranpumpe 1/2 Zoll", "ST", "200-117", line=30),
            Item("50", "3.30", "Dichtring Kupfer 1/2", "ST", "200-121", line=40),
        ),
        name="Chemiepark Lippe GmbH", need="2026-08-03",
    )
    columns = ("40 Pos", "80 Material", "150 Bezeichnung", ">380 Menge", "388 ME", ">460 Preis", ">550 Wert")
    sheet.paper(points=9, leading=12)
    sheet.at(40, 50, "Chemiepark Lippe GmbH", size=13, bold=True)
    sheet.pairs(40, 80, [("Bestellung Nr.", "4500555019"), ("Bestelldatum", "02.07.2026"), ("Lieferdatum", "03.08.2026"),
                         ("Währung", "EUR")], to=140)
    rows = [(str(one.line), one.buyer_item, one.description, one.qty, one.uom, DE(one.price), DE(one.amount)) for one in order.items]
    sheet.at(40, 700, "Bitte die Bestellnummer auf allen Papieren angeben.")
    sheet.table(columns, 720, [*rows[:2], rows[2]], gap=2)
    sheet.at(297, 825, "Seite 1 von 2", size=7, align="C")
    sheet.new_page()
    sheet.at(40, 50, "Chemiepark Lippe GmbH", size=13, bold=True)
    sheet.at(40, 66, "Bestellung Nr. 4500555019")
    y = sheet.headings([Column(text) for text in columns], 100, bold=True)
    y = sheet.block(150, y + 4, "Gehäuse PVDF, Membran PTFE\nmit Konformitätserklärung FDA")
    y = sheet.table(("40 ", "80 ", "150 ", ">380 ", "388 ", ">460 ", ">550 "), y - 6, [rows[3]])
    sheet.sums(400, y + 12, 550, [("Gesamtwert EUR", DE(order.total))])
    sheet.at(297, 825, "Seite 2 von 2", size=7, align="C")
    return order.truth()


def figures_after_the_break(sheet: Sheet) -> dict[str, Any]:
    """A line whose number and description end page 1 and whose quantity, price and amount begin page 2."""
    order = Order(
        "88104-B2", "2026-03-25", "USD",
        (
            Item("40", "12.10", "Hinge, continuous, 72 in", "EA", item="HN-72"),
            Item("16", "85.25", "Latch, slam, black", "EA", item="LT-SB"),
            Item("100", "4.40", "Screw pack M4", "EA", item="SP-M4"),
        ),
        name="Redwood Enclosures Inc.", need="2026-04-15",
    )
    sheet.paper(points=9, size="Letter", leading=12)
    sheet.at(40, 50, "Redwood Enclosures Inc.", size=13, bold=True)
    sheet.pairs(40, 76, [("Purchase Order:", "88104-B2"), ("Order date:", "03/25/2026"), ("Due date:", "04/15/2026"),
                         ("Currency:", "USD")], to=140)
    columns = ("40 Item", "120 Description", ">360 Qty", "368 UM", ">460 Unit price", ">560 Extended")
    first, second, third = order.items
    cell = lambda one: (one.qty, one.uom, US(one.price), US(one.amount))  # noqa: E731
    y = sheet.table(columns, 690, [(first.item, first.description, *cell(first))], gap=3)
    sheet.at(40, y, second.item)
    sheet.at(120, y, second.description)
    sheet.at(306, 770, "Page 1 of 2", size=7, align="C")
    sheet.new_page()
    sheet.at(40, 50, "Purchase Order 88104-B2, continued")
    y = sheet.table(columns, 80, [("", "", *cell(second)), (third.item, third.description, *cell(third))])
    sheet.sums(400, y + 12, 560, [("Total USD", US(order.total))])
    return order.truth()


def three_line_descriptions(sheet: Sheet) -> dict[str, Any]:
    """No rules; each description has three lines, and the figures stand level with the second."""
    order = Order(
        "PO-20931", "2026-01-28", "EUR",
        (
            Item("6", "310.00", "Level sensor, ultrasonic range 0.2 to 6 m 4-20 mA, IP68", "pcs", item="LS-6"),
            Item("18", "44.50", "Cable M12 5-pin shielded length 10 m PUR, halogen free", "pcs", item="CB-10"),
            Item("1", "1975.00", "Controller DIN rail eight channels with display Modbus RTU", "pcs", item="CT-8"),
        ),
        name="Delta Waterways B.V.", need="2026-02-27",
    )
    texts = (("Level sensor, ultrasonic", "range 0.2 to 6 m", "4-20 mA, IP68"), ("Cable M12 5-pin shielded", "length 10 m", "PUR, halogen free"),
             ("Controller DIN rail", "eight channels with display", "Modbus RTU"))
    sheet.paper(points=9, leading=11)
    sheet.at(40, 50, "Delta Waterways B.V.", size=14, bold=True)
    sheet.pairs(40, 80, [("Purchase order", "PO-20931"), ("Date", "28-01-2026"), ("Delivery date", "27-02-2026"), ("Currency", "EUR")], to=140)
    columns = ("40 Part no.", "120 Description", ">330 Quantity", "340 Unit", ">450 Unit price", ">550 Amount")
    y = sheet.table(columns, 160, [])
    for one, lines in zip(order.items, texts, strict=True):
        sheet.block(120, y, "\n".join(lines))
        level = y + 11
        sheet.at(40, level, one.item)
        for x, text in ((330, one.qty), (450, US(one.price)), (550, US(one.amount))):
            sheet.at(x, level, text, align="R")
        sheet.at(340, level, one.uom)
        y += 44
    sheet.sums(400, y + 10, 550, [("Total EUR", US(order.total))])
    return order.truth()


def dense_descriptions(sheet: Sheet) -> dict[str, Any]:
    """As before in German, without a gap between the lines: only the level of the figures tells where a line begins."""
    order = Order(
        "B-118204", "2026-10-05", "EUR",
        (
            Item("35", "17.80", "Isolierschale 42 mm", "m", item="IS-42"),
            Item("12", "96.00", "Umwälzpumpe 25-60", "Stk", item="UP-2560"),
            Item("4", "402.00", "Plattenwärmetauscher 30 Pl.", "Stk", item="PWT-30"),
        ),
        name="Haustechnik Zeller", need="2026-10-19",
    )
    extra = (("alukaschiert, Länge 1 m", "schwer entflammbar B1"), ("180 mm Einbaulänge", "Energieklasse A"), ("Edelstahl 1.4401", "kupfergelötet"))
    sheet.paper("times", 10, leading=12)
    sheet.block(40, 50, "Haustechnik Zeller\nRingstr. 8, 86150 Augsburg")
    sheet.block(340, 50, "Bestellung: B-118204\nDatum: 05.10.2026\nLiefertermin: 19.10.2026")
    columns = ("40 Art.-Nr.", "110 Bezeichnung", ">340 Menge", "346 Einh.", ">455 Einzelpreis EUR", ">555 Gesamtpreis EUR")
    y = sheet.table(columns, 120, [], gap=6)
    for one, lines in zip(order.items, extra, strict=True):
        sheet.block(110, y, "\n".join((one.description or "", *lines)))
        sheet.at(40, y, one.item)
        for x, text in ((340, DE.whole(one.qty)), (455, DE(one.price)), (555, DE(one.amount))):
            sheet.at(x, y, text, align="R")
        sheet.at(348, y, one.uom)
        y += 36
    sheet.sums(400, y + 10, 550, [("Gesamtsumme EUR", DE(order.total))])
    return order.truth()


DRAFTS = tuple(
    Draft(draw)
    for draw in (
        twelve_pages_english, carried_forward_french, split_over_the_break, three_line_descriptions, dense_descriptions,
    )
) + (Draft(figures_after_the_break, may_doubt=True),)
