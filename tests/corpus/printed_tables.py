"""Tables as browsers print them: columns that say too little, sums within, prices and descriptions on other rows."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import DE, FR_HARD, US, Item, Order
from tests.corpus.web import Printed, Truth, pairs, row, sums, table


def need_by_in_every_line() -> tuple[str, Truth]:
    """Coupa: a column without a heading, whose cells say `Need By` over the day; the number stands below the name."""
    order = Order("1002345", "2026-04-06", "USD", (Item("25", "64.99", "Ergonomic keyboard, wireless", "Each", item="KB-ERG-2"),
                                                   Item("10", "329.00", '27" monitor USB-C', "Each", item="MON-27C")), name="Lonestar Biotech, Inc.", need="2026-04-30")
    rows = [(n, f"{one.description}<br>Part Number {one.item}", "Need By<br>04/30/26", one.qty, one.uom, US(one.price), US(one.amount)) for n, one in enumerate(order.items, 1)]
    body = "<h1>Purchase Order</h1>" + pairs(("PO Number", order.po), ("Date", "04/06/26"), ("Currency", "USD"))
    body += "<p><b>Ship To</b><br>Lonestar Biotech, Inc.<br>88 Helix Way<br>Houston, TX 77030<br>United States</p>"
    return body + table("Line|Description||>Qty|Unit|>Price|>Total", rows) + sums(("Total", US(order.total) + " USD")), order.truth()


def cases_are_the_quantity() -> tuple[str, Truth]:
    """A retailer's order: no heading says quantity, only `Cases`; cases times case cost make the line cost."""
    order = Order("7712004", "2026-04-03", "GBP", (Item("240", "3.12", "Sparkling water 6x1.5 l", buyer_item="882010", gtin="4006381333931"),
                                                   Item("96", "9.60", "Orange juice 8x1 l", buyer_item="882033", gtin="5901234123457")), name="Homestead Markets plc", need="2026-04-07")
    rows = [(n, one.gtin, one.buyer_item, one.description, one.qty, US(one.price), US(one.amount)) for n, one in enumerate(order.items, 1)]
    body = "<b>Homestead Markets plc</b><br>Leeds LS1 1AA<h2>PURCHASE ORDER</h2><p>Order number: 7712004<br>Order date: 03/04/2026<br>Delivery date: 07/04/2026</p>"
    return body + table("Line|GTIN|Our item|Description|>Cases|>Case cost £|>Line cost £", rows) + sums(("Total order cost", "£" + US(order.total))), order.truth()


def units_beside_quantity() -> tuple[str, Truth]:
    """NetSuite: `Units` is what is counted; `Due Date` beside the terms of payment is no delivery; `Terminal` is no termin."""
    order = Order("PURCHORD1234", "2026-12-03", "USD", (Item("24", "212.40", "Terminal block 4 mm", "BAG", "RAW-1007", "TB4"), Item("12", "96.50", "Plan chest 6 drawers", "KG", "RAW-2210", "PC6")),
                  name="Peak Nutrition Co.", need="2026-12-17")
    rows = [(one.buyer_item, one.qty, one.uom, one.sku, one.description, US(one.price), US(one.amount)) for one in order.items]
    body = "<div class=two><div><b>Peak Nutrition Co.</b><br>1200 Summit Dr<br>Boulder CO 80301<br>US</div><div class=r><b style='font-size:20pt'>Purchase Order</b><br>#PURCHORD1234<br>12/3/2026</div></div>"
    body += table("Terms|Due Date|Receive By|Currency", [("Net 30", "1/2/2027", "12/17/2026", "US Dollar")])
    return body + table("Item|>Quantity|Units|Vendor Name|Description|>Rate|>Amount", rows) + sums(("Total", "$" + US(order.total))), order.truth()


def price_and_unit_side_by_side() -> tuple[str, Truth]:
    """SAP: `184.50 1 EA` under `Price per unit`, day and gross price in rows of their own."""
    order = Order("4500017723", "2026-03-04", "USD", (Item("12", "184.50", "PUMP HOUSING CAST IRON", "EA", item="100-4410", line=10),
                                                      Item("1500", "23.80", "SHAFT SEAL 40MM", "EA", item="100-2207", per="100", line=20)), name="Halvorsen Fluid Systems Inc.", need="2026-04-15")
    goods = "".join(row((f"{one.line:05d}", one.item, one.description, US.whole(one.qty), one.uom, US(one.price), f"{one.per or 1} EA", US(one.amount)), ("", "", "", "r", "", "r", "", "r"))
                    + f"<tr><td><td><td colspan=6>Delivery date: Day 04/15/2026<br>Gross price {US(one.price)} USD</td></tr>" for one in order.items)
    body = "<div class=two><div><b style='font-size:13pt'>Halvorsen Fluid Systems Inc.</b><br>4400 Industrial Pkwy<br>Toledo, OH 43612<br>USA</div><table class=b><tr><td><b>Purchase order</b></td></tr><tr><td>PO number/date<td>4500017723 / 03/04/2026</tr></table></div><p>Currency USD</p>"
    head = row(("Item", "Material", "Description", "Order qty.", "Unit", "Price", "per unit", "Net value"), ("", "", "", "r", "", "r", "", "r"), "th")
    return body + f"<table class=w>{head}{goods}</table>" + sums(("Total net value excl. tax USD", US(order.total))), order.truth()


def every_line_has_its_totals() -> tuple[str, Truth]:
    """PeopleSoft: `Schedule Total` and `Item Total` under each line end nothing; `1- 1` is line 1."""
    order = Order("LSU01-0000044871", "2026-05-12", "USD", (Item("6", "189.00", "Centrifuge tube 50 mL", "CS", item="CT50-S"), Item("30", "21.40", "Pipette tips 200 uL", "PK", item="PT200F")),
                  name="Lakeview State University", need="2026-06-02")
    goods = "".join(row((f"{n}- 1", one.item, one.description, one.qty + ".00", one.uom, US(one.price), US(one.amount), "06/02/2026"), ("", "", "", "r", "", "r", "r"))
                    + "".join(f"<tr><td colspan=6 class=r>{name}<td class=r>{US(one.amount)}</tr>" for name in ("Schedule Total", "Item Total")) for n, one in enumerate(order.items, 1))
    body = "<div class=two><div><b>Lakeview State University</b><br>500 College Ave<br>Madison, WI 53706<br>United States</div><table class=b><tr><td>Purchase Order<br>LSU01-0000044871<td>Date<br>05/12/2026</tr></table></div>"
    head = row(("Line-Sch", "Item", "Description", "Quantity", "UOM", "PO Price", "Extended Amt", "Due Date"), ("", "", "", "r", "", "r", "r"), "th")
    return body + f"<table class=w>{head}{goods}</table>" + sums(("Total PO Amount (USD)", US(order.total))), order.truth()


def price_on_the_second_of_three_rows() -> tuple[str, Truth]:
    """P2: no lines drawn, the description on three rows, the figures level with the second; the number is headed `Item`."""
    order = Order("CS/10442", "2026-04-03", "GBP", (Item("2", "318.00", "Control cabinet 800x600, with mounting plate, door left", "EA", item="CC-8625"),
                                                    Item("150", "2.44", "Cable gland M25, nickel plated, with locknut", "EA", item="CG-M25")), name="Cobalt Switchgear Ltd", need="2026-04-24")
    goods = ""
    for n, one in enumerate(order.items, 1):
        first, second, third = (one.description or "").split(", ")
        goods += row((n, one.item, first + ",")) + row(("", "", second + ",", one.qty, one.uom, US(one.price), US(one.amount)), ("", "", "", "r", "", "r", "r")) + row(("", "", third))
    head = row(("Item", "Stock Code", "Description", "Qty", "Unit", "Price", "Value"), ("", "", "", "r", "", "r", "r"), "th")
    body = "<b>Cobalt Switchgear Ltd</b><br>Swindon SN2 1AA<h2>Purchase Order</h2><p>Purchase Order No: CS/10442<br>Date of order: 3rd April 2026<br>Date required: 24th April 2026</p>"
    return body + f"<table class=w>{head}{goods}</table>" + sums(("Order Value (GBP, ex VAT)", US(order.total))), order.truth()


def schedules_under_a_line() -> tuple[str, Truth]:
    """Days and quantities under a line say when it comes; they are no lines, and the days differ."""
    order = Order("TAP-20417", "2026-04-03", "GBP", (Item("600", "4.25", "Bracket LH stamped", "EA", item="BR-LH", line=10), Item("400", "4.25", "Bracket RH stamped", "EA", item="BR-RH", line=20)), name="Trent Pressings Ltd")
    goods = "".join(row((one.line, one.item, one.description, one.qty, one.uom, US(one.price), US(one.amount)), ("", "", "", "r", "", "r", "r"))
                    + "".join(row(("", "", day, int(one.qty or 0) // 2, "EA"), ("", "", "", "r")) for day in ("04 May 2026", "18 May 2026")) for one in order.items)
    head = row(("Item", "Part no.", "Description", "Quantity", "UoM", "Unit price", "Line value"), ("", "", "", "r", "", "r", "r"), "th")
    body = "<b>Trent Pressings Ltd</b><br>Foundry Way, Derby DE24 8XX, United Kingdom<h2>Purchase Order</h2><p>Order number: TAP-20417 Order date: 3 April 2026 Currency: GBP</p>"
    return body + f"<table class=w>{head}{goods}</table>" + sums(("Total order value GBP", US(order.total))), order.truth()


def description_under_the_part_number() -> tuple[str, Truth]:
    """Ariba: no heading for the description, which stands in a second row; `(New)` stands between title and number."""
    order = Order("4500234871", "2026-05-04", "USD", (Item("100", "7.20", "Nitrile gloves powder free M", "BX", "90001221", "GLV-NIT-M"), Item("250", "3.95", "Face shield anti-fog", "EA", "90001250", "FS-AF1")),
                  name="Cascadia Health Network", need="2026-05-15")
    goods = "".join(row((n, one.sku, one.buyer_item, "Material", f"{one.qty} ({one.uom})", "15 May 2026", f"${US(one.price)} USD", f"${US(one.amount)} USD"), (*[""] * 6, "r", "r"))
                    + f"<tr><td><td colspan=7>{one.description}</tr>" for n, one in enumerate(order.items, 1))
    head = row(("Line #", "Part #", "Customer Part #", "Type", "Qty (Unit)", "Need By", "Unit Price", "Subtotal"), (*[""] * 6, "r", "r"), "th")
    body = f"<table class=w><tr><td><b>From:</b><br>Cascadia Health Network<br>700 Pine St<br>Seattle, WA 98101<br>United States<td class=r><b>Purchase Order<br>(New)</b><br>4500234871<br>Amount: ${US(order.total)} USD</tr></table><p>Order submitted on: Monday 4 May 2026</p>"
    return body + f"<table class=w>{head}{goods}</table><p class=r>Sub-total: ${US(order.total)} USD</p>", order.truth()


def each_line_a_card() -> tuple[str, Truth]:
    """No table at all: each line is a card with its amount in the title; the order's total is not the last card's."""
    order = Order("PO-33871", "2026-04-03", "USD", (Item("8", "285.00", "Standing desk frame, black", "ea", sku="SDF-B"), Item("8", "142.00", "Desk top oak", "ea", sku="DT-O160")), name="Fernhill Coworking LLC", need="2026-04-24")
    cards = "".join(f"<div style='border:1px solid #ccc;margin:3mm 0;padding:2mm'><div class=two><b>Line {n}: {one.description}</b><b>${US(one.amount)}</b></div><div style='display:flex;gap:12mm'><span>Supplier part: {one.sku}</span>"
                    f"<span>Quantity: {one.qty} {one.uom}</span><span>Unit price: ${US(one.price)}</span></div></div>" for n, one in enumerate(order.items, 1))
    body = "<h1>Purchase order PO-33871</h1><div style='display:flex;gap:20mm'><div><b>Order date</b><br>Apr 3, 2026</div><div><b>Deliver by</b><br>Apr 24, 2026</div><div><b>Currency</b><br>USD</div></div><p><b>Bill to</b><br>Fernhill Coworking LLC<br>12 Elm St<br>Portland, OR 97205</p>"
    return body + cards + f"<p class=r>Order total: ${US(order.total)}</p>", order.truth()


def price_per_unit_before_the_quantity() -> tuple[str, Truth]:
    """`Price £` and `Per` stand as close as words: not a price unit of 735 but a price and its unit."""
    order = Order("SH-7781", "2026-05-12", "GBP", (Item("120", "7.35", "Hydraulic hose 1/2", "M", item="HH-12"), Item("80", "3.90", "Fitting JIC 8", "EA", item="FJ-8")), name="Severn Hydraulics Ltd", need="2026-05-19")
    rows = [(one.item, one.description, US(one.price), one.uom, one.qty, US(one.amount)) for one in order.items]
    body = "<b>Severn Hydraulics Ltd</b><br>Gloucester GL2 1AA<h2>Purchase Order</h2><p>Our Order No. SH-7781<br>Date 12 May 2026<br>Required by 19 May 2026</p>"
    return body + table("Part No|Details|>Price £|Per|>Qty Ordered|>Line Value £", rows) + sums(("Order Value £", US(order.total))), order.truth()


def totals_in_a_grid() -> tuple[str, Truth]:
    """Sage: labels centred over amounts set right in boxes, a rate of tax among them; `%R` is the rebate."""
    order = Order("ACH-01562", "2026-05-12", "EUR", (Item("14", "38.90", "Vis inox A2 TH M10x60", "BTE", item="VIS1060", discount="10"), Item("30", "6.15", "Rondelle M10 inox", "BTE", item="RDL10")),
                  name="CHARPENTES VALLIER SAS", need="2026-05-26", vat_rate="20", charges="15.00")
    rows = [(one.item, one.description, one.qty, one.uom, FR_HARD(one.price), one.discount or "", FR_HARD(one.amount)) for one in order.items]
    body = "<b>CHARPENTES VALLIER SAS</b><br>Le Pont<br>73200 ALBERTVILLE<br>SIRET : 443 061 841 00047<h3>Bon de commande</h3>" + table("Numéro|Date|Livraison", [("ACH-01562", "12/05/26", "26/05/26")], "b")
    grid = "<tr class=c>" + "".join(f"<th class=c>{name}</th>" for name in ("Total HT", "Port HT", "Base TVA", "Taux", "Montant TVA", "Total TTC")) + "</tr>"
    grid += row((FR_HARD(order.goods), "15,00", FR_HARD(order.net), "20,00", FR_HARD(order.tax), FR_HARD(order.total) + " €"), ["r"] * 6)
    return body + table("Code art.|Désignation|>Qté|U|>P.U. HT|>%R|>Montant HT", rows) + f"<table class='w b'>{grid}</table>", order.truth()


def dashes_for_cents() -> tuple[str, Truth]:
    """`1.200,--` proves the comma; the days of the service are not the day of delivery."""
    order = Order("SL-2026-118", "2026-05-12", "EUR", (Item("3", "1200", "Beratungstag Senior", "Tag", item="BT-S"), Item("3", "150", "Reisepauschale", "Psch", item="RP-2")), name="Stadtwerke Lahntal AöR")
    rows = [(n, one.item, one.description, one.qty, one.uom, DE(one.price, 0) + ",-- €", DE(one.amount, 0) + ",-- €") for n, one in enumerate(order.items, 1)]
    body = "<b>Stadtwerke Lahntal AöR</b><br>35041 Marburg<h2>Bestellung SL-2026-118</h2><p>Datum: 12.05.2026<br>Leistungszeitraum: 01.06.2026 - 30.06.2026</p>"
    return body + table("Pos|Artikel|Leistung|>Menge|Einheit|>Einzelpreis|>Gesamt", rows) + sums(("Gesamtbetrag netto", DE(order.total, 0) + ",-- €")), order.truth(need_date=...)


def no_hundredths_of_a_yen() -> tuple[str, Truth]:
    """In yen `222,000` can only be thousands, though no number on the paper proves the mark."""
    order = Order("SP-260403-2", "2026-04-03", "JPY", (Item("12", "18500", "Linear guide LM-25", "PCS", item="LG25-800"), Item("24", "7200", "Guide carriage LM-25", "PCS", item="LGC25")), name="Sakura Precision Co., Ltd.", need="2026-05-15")
    rows = [(n, one.item, one.description, one.qty, one.uom, US(one.price, 0), US(one.amount, 0)) for n, one in enumerate(order.items, 1)]
    body = "<b>Sakura Precision Co., Ltd.</b><br>1-2-3 Minami, Hamamatsu, Japan<h2>PURCHASE ORDER</h2><p>P/O No.: SP-260403-2<br>Date: 2026/04/03<br>Delivery: 2026/05/15</p>"
    return body + table("No.|Part Number|Description|>Q'ty|Unit|>Unit Price (JPY)|>Amount (JPY)", rows) + sums(("TOTAL JPY", US(order.total, 0))), order.truth()


PAPERS = (
    *(Printed(draw) for draw in (
        need_by_in_every_line, cases_are_the_quantity, units_beside_quantity, price_and_unit_side_by_side, every_line_has_its_totals,
        price_on_the_second_of_three_rows, description_under_the_part_number, each_line_a_card, price_per_unit_before_the_quantity,
        totals_in_a_grid, dashes_for_cents, no_hundredths_of_a_yen,
    )),
    Printed(schedules_under_a_line, doubt=("different days",)),
)
