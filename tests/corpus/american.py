"""Orders of buyers in the United States, on Letter paper, as their systems print them."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import US, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet

# fmt: off
SUPPLIER = "Harbor Fasteners Inc.\n200 Pier Road\nBaltimore, MD 21230"


def netsuite(sheet: Sheet) -> dict[str, Any]:
    """NetSuite: title right, labels left of values in a grey box, ship-to beside vendor, no unit."""
    order = Order(
        "PO10482", "2026-03-04", "USD",
        (
            Item("48", "18.75", "Hex bolt 3/8-16 x 2 grade 8, box of 50", item="HB-38-2"),
            Item("10", "342.00", "Torque wrench 1/2 in drive", item="TW-12"),
            Item("1500", "0.62", "Flat washer 3/8 SS", item="FW-38S"),
        ),
        name="Cascade Pump Works LLC", need="2026-03-20",
    )
    sheet.paper(points=9, size="Letter")
    sheet.at(40, 50, "Cascade Pump Works LLC", size=13, bold=True)
    sheet.block(40, 64, "1180 Mill St\nEugene OR 97401\nUnited States")
    sheet.at(570, 52, "Purchase Order", size=18, align="R")
    sheet.box(400, 62, 172, 62, grey=235)
    sheet.pairs(405, 76, [("PO #", "PO10482"), ("Date", "3/4/2026"), ("Terms", "Net 30"), ("Receive By", "3/20/2026")], to=480)
    sheet.block(40, 140, "Vendor\n" + SUPPLIER)
    sheet.block(310, 140, "Ship To\nCascade Pump Works LLC\nDock 4, 1180 Mill St\nEugene OR 97401")
    rows = [(one.item, US.whole(one.qty), one.description, "$" + US(one.price), "$" + US(one.amount)) for one in order.items]
    y = sheet.table(("40 Item", ">150 Quantity", "165 Description", ">480 Rate", ">570 Amount"), 225, rows, lined=True)
    sheet.sums(440, y + 14, 570, [("Total", "$" + US(order.total))], bold=True)
    sheet.at(306, 770, "1 of 1", size=7, align="C")
    return order.truth()


def quickbooks(sheet: Sheet) -> dict[str, Any]:
    """QuickBooks: boxes, Date and P.O. No. as a small table, U/M, total in the corner; `Qty` before the description."""
    order = Order(
        "3307", "2026-11-09", "USD",
        (
            Item("6", "55.00", "Safety shower head ABS", "ea", item="SS-2200"),
            Item("2", "1289.99", "Eyewash station, wall mount", "ea", item="EW-1100"),
        ),
        name="Bluff City Plumbing Supply",
    )
    sheet.paper(points=10, size="Letter")
    sheet.block(40, 50, "Bluff City Plumbing Supply\n77 Beale Ave\nMemphis, TN 38103\n(901) 555-0142")
    sheet.at(560, 55, "Purchase Order", size=20, bold=True, align="R")
    sheet.boxes(400, 70, (80, 80), [("Date", "11/9/2026"), ("P.O. No.", "3307")])
    sheet.box(40, 130, 230, 80)
    sheet.block(45, 143, "Vendor\n" + SUPPLIER)
    sheet.box(330, 130, 230, 80)
    sheet.block(335, 143, "Ship To\nBluff City Plumbing Supply\n77 Beale Ave\nMemphis, TN 38103")
    rows = [(one.item, one.description, one.qty, one.uom, US(one.price), US(one.amount)) for one in order.items]
    sheet.table(("42 Item", "120 Description", ">350 Qty", "365 U/M", ">470 Rate", ">555 Amount"), 240, rows)
    sheet.box(400, 700, 160, 26)
    sheet.at(406, 717, "Total", bold=True, size=12)
    sheet.at(554, 717, "$" + US(order.total), bold=True, size=12, align="R")
    return order.truth()


def jd_edwards(sheet: Sheet) -> dict[str, Any]:
    """JD Edwards: a line printer's page, everything in one fixed pitch, extended price with commas, no symbol."""
    order = Order(
        "0118842", "2026-08-24", "USD",
        (
            Item("12.00", "418.5000", "BEARING SPHERICAL ROLLER 22215", "EA", "1002233", line=1),
            Item("150.00", "6.1250", "GREASE CARTRIDGE LITHIUM EP2", "EA", "1002871", line=2),
            Item("3.00", "2950.0000", "GEARBOX HELICAL RATIO 20:1", "EA", "1010045", line=3),
        ),
        name="TRI-STATE MINERALS CORP", need="2026-09-15",
    )
    sheet.paper("courier", 8, "Letter", leading=10)
    text = """\
TRI-STATE MINERALS CORP                                                          PURCHASE ORDER
PO BOX 881                                                            Order Number      0118842  OP
PARKERSBURG WV 26101                                                  Branch/Plant           30
                                                                      Order Date       08/24/26
                                                                      Requested Date   09/15/26
Supplier:                                    Ship To:
HARBOR FASTENERS INC                         TRI-STATE MINERALS CORP
200 PIER ROAD                                PLANT 30 RECEIVING
BALTIMORE MD 21230                           PARKERSBURG WV 26101

Terms: NET 45           Currency: USD        Freight: PREPAID & ADD

----------------------------------------------------------------------------------------------------
Line  Item Number    Description                        Ordered UM     Unit Cost    Extended Price
----------------------------------------------------------------------------------------------------"""
    y = sheet.block(40, 50, text)
    for one in order.items:
        row = f"{one.line}.000 {one.buyer_item:<13}  {one.description:<32} {one.qty:>9} {one.uom} {one.price:>13} {US(one.amount):>17}"
        y = sheet.block(40, y, row + "\n      TAXABLE: N")
    rule = "-" * 100
    sheet.block(40, y, f"{rule}\n{'Total Order':>82} {US(order.total):>17}\n\nAPPROVED BY: R. MADDOX   TEL 304-555-0110")
    return order.truth()


def oracle_ebs(sheet: Sheet) -> dict[str, Any]:
    """Oracle EBS: a table of header boxes, revision 0, the supplier's item in the text, dates as 09-MAR-2026."""
    order = Order(
        "45821", "2026-03-09", "USD",
        (
            Item("25", "88.40", "Solenoid valve 24VDC 1/4 NPT", "Each", "700-18834", "SV-24-14", line=1),
            Item("400", "1.95", "Cable tie 14 in UV black", "Each", "700-00212", "CT-14B", line=2),
        ),
        name="Granite State Instruments, Inc.", need="2026-03-27",
    )
    sheet.paper(points=8, size="Letter")
    sheet.at(40, 45, "Granite State Instruments, Inc.", size=12, bold=True)
    sheet.block(40, 57, "55 Foundry Lane\nNashua, NH 03060\nUnited States")
    sheet.boxes(330, 40, (80, 60, 102), [("Order", "45821"), ("Revision", "0"), ("Type", "Standard Purchase Order")], 28)
    sheet.boxes(330, 68, (110, 132), [("Created By", "Ortiz, Elena M"), ("Order Date", "09-MAR-2026")], 28)
    sheet.block(40, 120, "Supplier:\n" + SUPPLIER)
    sheet.block(330, 120, "Ship To:\nGranite State Instruments, Inc.\n55 Foundry Lane, Dock B\nNashua, NH 03060")
    sheet.boxes(40, 185, (130, 130, 130, 142), [("Customer Account No.", "GSI-2201"), ("Supplier No.", "10877"),
                                                ("Payment Terms", "Net 60"), ("Freight Terms", "Collect")], 28)
    rows = [(str(one.line), f"{one.buyer_item}\n{one.description}\nSupplier Item: {one.sku}", "27-MAR-2026\nNeeded",
             US.whole(one.qty), one.uom, US(one.price), "N", US(one.amount)) for one in order.items]
    y = sheet.table(("44 Line", "75 Part Number / Description", "250 Delivery Date/Time", ">380 Quantity", "390 UOM",
                     ">470 Unit Price\n(USD)", "^495 Tax", ">570 Amount\n(USD)"), 235, rows, lined=True)
    sheet.sums(440, y + 10, 570, [("Total:", US(order.total) + " (USD)")], bold=True)
    sheet.at(40, 760, "Proprietary and Confidential          Page 1 of 1          Order 45821", size=7)
    return order.truth()


def coupa(sheet: Sheet) -> dict[str, Any]:
    """Coupa: labels above values in three columns, `Qty Unit Price Total` with the currency after each amount."""
    order = Order(
        "PO-7719034", "2026-02-11", "USD",
        (
            Item("4", "1199.00", "Label printer 4 in thermal transfer", "Each", line=1, sku="LP-4TT"),
            Item("36", "21.30", "Label roll 4x6, 1000 per roll", "Roll", line=2, sku="LR-46"),
        ),
        name="Meridian Health Systems", need="2026-02-25",
    )
    sheet.paper(points=9, size="Letter")
    sheet.at(40, 50, "Meridian Health Systems", size=15, bold=True)
    sheet.at(570, 50, "PURCHASE ORDER", size=11, align="R")
    columns = ((40, (("Purchase Order Number", "PO-7719034"), ("Revision", "0"), ("Payment Term", "Net 45"))),
               (230, (("Order Date", "02/11/26"), ("Need By", "02/25/26"), ("Currency", "USD"))),
               (420, (("Requester", "Dana Whitfield"), ("Email", "dwhitfield@meridian.example"), ("Department", "Lab"))))
    for x, pairs in columns:
        y = 80.0
        for label, value in pairs:
            sheet.at(x, y, label, size=7, ink=(120, 120, 120))
            sheet.at(x, y + 12, value, bold=True)
            y += 30
    sheet.block(40, 190, "SUPPLIER\n" + SUPPLIER)
    sheet.block(230, 190, "SHIP TO\nMeridian Health Systems\nLab Receiving\n900 Hospital Way\nBoise, ID 83702")
    sheet.block(420, 190, "BILL TO\nMeridian Health Systems\nAccounts Payable\nPO Box 4400\nBoise, ID 83707")
    rows = [(str(one.line), f"{one.description}\nSupplier part number: {one.sku}", one.qty, one.uom, US(one.price),
             US(one.amount) + " USD") for one in order.items]
    y = sheet.table(("40 Line", "75 Description", ">370 Qty", "385 Unit", ">475 Price", ">570 Total"), 285, rows)
    sheet.rule(400, y, 570)
    sheet.sums(420, y + 16, 570, [("Total", US(order.total) + " USD")], bold=True)
    return order.truth()


def sap_american(sheet: Sheet) -> dict[str, Any]:
    """SAP at an American buyer: two rows for each line, the figures on the second; freight and tax under the sum."""
    order = Order(
        "4500983417", "2026-12-01", "USD",
        (
            Item("1250", "2.48", "ORING VITON 2-214", "EA", "60012877", line=10),
            Item("16", "735.00", "PUMP DIAPHRAGM 1IN ALUM", "EA", "60020091", line=20),
        ),
        name="Lakeshore Chemical Company", need="2026-12-18", charges="145.00",
    )
    sheet.paper(points=9, size="Letter")
    sheet.block(40, 50, "Lakeshore Chemical Company\n4400 Shore Drive\nErie PA 16507", bold=True)
    sheet.box(360, 38, 210, 70)
    sheet.at(366, 50, "Purchase Order", bold=True)
    sheet.pairs(366, 66, [("PO Number/Date", "4500983417 / 12/01/2026"), ("Contact", "B. Novak"), ("Vendor No.", "104455")], to=450)
    sheet.block(40, 120, "Vendor Address\n" + SUPPLIER)
    sheet.block(360, 120, "Please deliver to:\nLakeshore Chemical Company\nErie Works\n4400 Shore Drive\nErie PA 16507")
    sheet.at(40, 195, "Delivery date: 12/18/2026          Currency: USD          Incoterms: FCA Baltimore")
    y = sheet.table(("40 Item", "80 Material", "150 Description"), 220, [])
    y = sheet.table(("150 Order Qty.", "230 Unit", ">420 Price per unit", ">570 Net value"), y - 4, [], bold=False) + 4
    for one in order.items:
        for x, text in zip((40, 80, 150), (f"{one.line:05d}", one.buyer_item, one.description), strict=True):
            sheet.at(x, y, text)
        y += 12
        sheet.at(150, y, US.whole(one.qty))
        sheet.at(230, y, one.uom)
        sheet.at(420, y, US(one.price), align="R")
        sheet.at(570, y, US(one.amount), align="R")
        y += 18
    sheet.sums(400, y + 10, 570, [("Net value", US(order.goods)), ("Freight", US(order.charges)),
                                  ("Total USD", US(order.total))])
    return order.truth()


def dynamics_bc(sheet: Sheet) -> dict[str, Any]:
    """Business Central: landscape, vendor item no. beside the own, line discount, sales tax, `Qty.` with its unit."""
    order = Order(
        "106024", "2026-06-15", "USD",
        (
            Item("20", "64.90", "Caster, swivel 5 in, brake", "PCS", "1896-S", "CS-5B", discount="5"),
            Item("5", "412.00", "Lift table 500 lb", "PCS", "1908-S", "LT-500"),
            Item("75", "8.80", "Bumper, rubber 2 in", "PCS", "1920-S", "BR-2"),
        ),
        name="Prairie Cabinetmakers Co.", need="2026-06-30", vat_rate="6.5",
    )
    sheet.paper(points=9, size="Letter", landscape=True)
    sheet.at(40, 50, "Purchase Order", size=20)
    sheet.block(40, 75, SUPPLIER)
    sheet.block(420, 75, "Prairie Cabinetmakers Co.\n3 Grain Elevator Rd\nSalina, KS 67401\nUSA")
    for x, label, value in ((40, "Order No.", "106024"), (140, "Document Date", "June 15, 2026"),
                            (260, "Requested Receipt Date", "June 30, 2026"), (400, "Payment Terms", "1M(8D)"),
                            (520, "Prices Including Tax", "No")):
        sheet.at(x, 140, label, bold=True, size=8)
        sheet.at(x, 153, value)
    rows = [(one.buyer_item, one.sku, one.description, one.qty, one.uom, US(one.price), one.discount + "%" if one.discount else "",
             "Yes", US(one.amount)) for one in order.items]
    y = sheet.table(("40 No.", "110 Vendor\nItem No.", "190 Description", ">430 Quantity", "440 Unit of\nMeasure",
                     ">570 Direct Unit\nCost Excl. Tax", ">620 Line\nDisc.", "^650 Taxable", ">750 Line Amount\nExcl. Tax"),
                    190, rows)
    sheet.sums(560, y + 10, 750, [("Subtotal Excl. Tax", US(order.net)), ("6.5% Sales Tax", US(order.tax)),
                                  ("Total USD Incl. Tax", US(order.total))])
    return order.truth()


DRAFTS = tuple(Draft(draw) for draw in (netsuite, quickbooks, jd_edwards, oracle_ebs, coupa, sap_american, dynamics_bc))
