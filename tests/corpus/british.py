"""Orders of buyers in the United Kingdom, Ireland, India and Singapore."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import INDIA, US, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet

# fmt: off
SUPPLIER = "Severn Valve Supplies Ltd\nUnit 9 Dock Road\nBristol BS11 9FG"


def sage_200(sheet: Sheet) -> dict[str, Any]:
    """Sage 200: order number glued under a title, VAT rate per line, three sums in a box, day first."""
    order = Order(
        "0000012093", "2026-04-08", "GBP",
        (
            Item("30.00", "14.25", "Ball valve 1/2\" BSP brass", "Each", "BV050", "SVS-BV12"),
            Item("2.00", "675.00", "Pressure reducing valve DN50", "Each", "PRV50", "SVS-PRV50"),
        ),
        name="Pennine Water Services Ltd", vat="GB980780684", country="GB", need="2026-04-22", vat_rate="20",
    )
    sheet.paper(points=9)
    sheet.block(40, 45, "Pennine Water Services Ltd\nReservoir House\nHuddersfield HD1 3QR\nUnited Kingdom\nVAT Reg No: GB980780684")
    sheet.at(555, 50, "PURCHASE ORDER", size=16, bold=True, align="R")
    sheet.pairs(400, 75, [("Order No", "0000012093"), ("Order Date", "08/04/2026"), ("Account", "SEVE001"),
                          ("Required", "22/04/2026")], to=480)
    sheet.block(40, 130, "To:\n" + SUPPLIER)
    sheet.block(400, 150, "Deliver To:\nPennine Water Services Ltd\nStores, Gate 2\nHuddersfield HD1 3QR")
    rows = [(one.buyer_item, one.sku, one.description, one.qty, one.uom, US(one.price), "20.00", US(one.amount)) for one in order.items]
    y = sheet.table(("40 Our Code", "95 Your Code", "170 Description", ">365 Quantity", "372 Unit", ">450 Unit Price",
                     ">495 VAT %", ">553 Net Amount"), 230, rows)
    sheet.box(370, y + 20, 188, 52)
    sheet.sums(376, y + 34, 553, [("Total Net Amount £", US(order.net)), ("Total VAT Amount £", US(order.tax)),
                                  ("Order Total £", US(order.total))])
    sheet.at(40, 800, "Registered in England No. 04455110. Registered office as above. Bank: Barclays 20-00-00 A/C 55779911", size=6)
    return order.truth()


def word_table(sheet: Sheet) -> dict[str, Any]:
    """A table made in Word: every cell ruled, a pound sign on each amount, `x` and words in the quantity's place none."""
    order = Order(
        "HG/2231", "2026-09-01", "GBP",
        (
            Item("4", "220.00", "Stainless gate hinge set, heavy", "sets", "-"),
            Item("18", "12.60", "Tower bolt 200 mm galvanised", "no.", "-"),
            Item("1", "95.00", "Carriage", None, "-"),
        ),
        name="Hartley & Green Joinery",
    )
    order = order.change(items=tuple(Item(one.qty, one.price, one.description, one.uom) for one in order.items))
    sheet.paper("times", 11)
    sheet.at(297, 60, "Hartley & Green Joinery", size=18, bold=True, align="C")
    sheet.at(297, 76, "The Old Mill, Stroud, GL5 1AA    01453 555 010    office@hartleygreen.example", size=9, align="C")
    sheet.at(50, 130, "PURCHASE ORDER NUMBER: HG/2231", bold=True)
    sheet.at(545, 130, "1st September 2026", align="R")
    sheet.block(50, 160, "Supplier: Severn Valve Supplies Ltd, Bristol")
    tops = [200 + 22 * number for number in range(6)]
    for top in tops:
        sheet.rule(50, top, 545)
    for x in (50, 290, 340, 390, 465, 545):
        sheet.pdf.line(x, 200, x, tops[-1])
    cells = [("Goods", "Qty", "Unit", "Price each", "Total")] + [
        (one.description, one.qty, one.uom or "", "£" + US(one.price), "£" + US(one.amount)) for one in order.items
    ] + [("", "", "", "Total ex VAT", "£" + US(order.total))]
    for top, row in zip(tops, cells, strict=False):
        for x, cell in zip((54, 294, 344, 394, 469), row, strict=True):
            sheet.at(x, top + 15, cell)
    sheet.at(50, 380, "Please deliver week commencing 14th September. Many thanks, Sue")
    return order.truth(need_date=...)


def excel_print(sheet: Sheet) -> dict[str, Any]:
    """A print of a spreadsheet: grid, row numbers, plain numbers without thousands, one label to the left of each value."""
    order = Order(
        "PO-2026-088", "2026-10-12", "EUR",
        (
            Item("500", "3.15", "Gasket EPDM DN80", "pcs", item="GSK-80-E"),
            Item("120", "22.4", "Flange PN16 DN80", "pcs", item="FL-80-16"),
            Item("1000", "0.95", "Stud bolt M16x90", "pcs", item="SB-1690"),
        ),
        name="Shannon Marine Ltd", country="IE", need="2026-11-02",
    )
    sheet.paper(points=8, landscape=True)
    sheet.at(60, 50, "Shannon Marine Ltd", bold=True, size=12)
    sheet.at(60, 64, "Foynes, Co. Limerick, Ireland")
    sheet.pairs(60, 84, [("PO no", "PO-2026-088"), ("PO date", "2026-10-12"), ("Supplier", "Severn Valve Supplies Ltd"),
                         ("Delivery by", "2026-11-02"), ("Currency", "EUR")], to=140)
    rows = [(str(place), one.item, one.description, one.qty, one.uom, one.price, f"{one.amount.normalize():f}")
            for place, one in enumerate(order.items, 1)]
    y = sheet.table(("60 #", "90 Part no", "190 Description", ">420 Qty", "440 UoM", ">540 Unit price", ">640 Line total"),
                    170, rows, lined=True)
    sheet.at(540, y, "TOTAL", align="R", bold=True)
    sheet.at(640, y, f"{order.total.normalize():f}", align="R", bold=True)
    return order.truth()


def indian_lakhs(sheet: Sheet) -> dict[str, Any]:
    """An Indian buyer: 44,25,090.00, HSN codes that look like quantities, CGST and SGST, amount in words."""
    order = Order(
        "SPL/PUR/26-27/0193", "2026-07-21", "INR",
        (
            Item("1500", "2450.00", "Forged flange 4 in 150#", "NOS", item="FF-4-150", line=1),
            Item("250", "300.00", "Spiral wound gasket 4 in", "NOS", item="SWG-4", line=2),
        ),
        name="Sahyadri Process Limited", vat_rate="18", need="2026-08-31",
    )
    half = INDIA(order.tax / 2)
    sheet.paper(points=8.5)
    sheet.at(297, 45, "SAHYADRI PROCESS LIMITED", size=13, bold=True, align="C")
    sheet.at(297, 58, "Plot 14, MIDC Chakan, Pune 410501, Maharashtra, India. GSTIN 27AAPFU0939F1ZV", size=7.5, align="C")
    sheet.at(297, 80, "PURCHASE ORDER", size=11, bold=True, align="C")
    sheet.block(40, 100, "To,\nM/s. " + SUPPLIER)
    sheet.pairs(360, 100, [("PO No.", ": SPL/PUR/26-27/0193"), ("PO Date", ": 21/07/2026"), ("Delivery Date", ": 31/08/2026"),
                           ("Quotation Ref.", ": SVS/Q/881 dt. 02/07/2026")], to=440)
    rows = [(str(one.line), one.item, one.description, "73079190", INDIA.whole(one.qty), one.uom, INDIA(one.price), INDIA(one.amount))
            for one in order.items]
    y = sheet.table(("40 Sr", "65 Item Code", "130 Description", "270 HSN/SAC", ">375 Qty", "382 UOM", ">470 Rate (INR)",
                     ">553 Amount (INR)"), 190, rows, lined=True)
    y = sheet.sums(370, y + 10, 553, [("Basic Total", INDIA(order.net)), ("CGST 9%", half), ("SGST 9%", half),
                                      ("Grand Total (INR)", INDIA(order.total))])
    sheet.at(40, y + 10, "Rupees Forty Four Lakh Twenty Five Thousand Only")
    return order.truth(buyer={"name": "Sahyadri Process Limited", "country": "IN"})


def gtin_column(sheet: Sheet) -> dict[str, Any]:
    """A retailer: barcodes as articles, cases and units each with a column, cost of a case, depot instead of address."""
    order = Order(
        "66120034", "2026-03-02", "GBP",
        (
            Item("40", "18.60", "Spray lubricant 400ml x12", "CASE", "0771234", gtin="5012345678900"),
            Item("25", "31.20", "Wood glue 1L x6", "CASE", "0771301", gtin="5012345678917"),
        ),
        name="Homestead Stores plc", need="2026-03-09",
    )
    sheet.paper(points=8.5)
    sheet.at(40, 50, "HOMESTEAD STORES PLC", size=14, bold=True)
    sheet.boxes(40, 70, (100, 100, 100, 100, 110), [("Order number", "66120034"), ("Order date", "02-Mar-2026"),
                ("Delivery date", "09-Mar-2026"), ("Depot", "14 Doncaster"), ("Currency", "GBP")])
    sheet.block(40, 120, "Supplier: 40221 Severn Valve Supplies Ltd")
    rows = [(one.buyer_item, one.gtin, one.description, one.qty, one.uom, US(one.price), US(one.amount)) for one in order.items]
    y = sheet.table(("40 Our item", "100 EAN/GTIN", "185 Description", ">390 Qty", "400 UOM", ">480 Cost", ">550 Line value"), 150, rows)
    sheet.sums(380, y + 8, 550, [("Order value", US(order.total))], bold=True)
    return order.truth()


DRAFTS = (
    Draft(sage_200), Draft(word_table, may_doubt=True), Draft(excel_print), Draft(indian_lakhs), Draft(gtin_column),
)
