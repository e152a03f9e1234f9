"""Orders of mid-size and large companies, in English, each in a form of its own: written without knowing the reader."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import US, Item, Order
from tests.corpus.web import Printed, Truth, pairs, row, sums, table


def small(text: str) -> str:
    """A second row in a cell, smaller."""
    return f'<div style="font-size:7.5pt">{text}</div>'


def foot(text: str) -> str:
    """Bank and register data at the foot of the page."""
    return f'<div style="margin-top:9mm;border-top:1px solid #777;font-size:6.5pt;color:#444;display:flex;gap:8mm">{text}</div>'


def box(title: str, text: str, width: str = "58mm") -> str:
    """An address in a frame with a grey head."""
    return f'<div style="border:1px solid #666;width:{width}"><div style="background:#ddd;padding:1mm;font-weight:bold">{title}</div><div style="padding:1.5mm">{text}</div></div>'


def halden_driveline_smartform() -> tuple[str, Truth]:
    """US automotive supplier, SAP smartform: logo word right, vendor unlabelled in the window, price per 100 PC, second page of terms."""
    order = Order("4500871263", "2026-03-17", "USD", (
        Item("2400", "18.75", "HEX FLANGE BOLT M10X40 10.9 ZN", "PC", buyer_item="100482217", sku="HFB-1040-ZN", per="100", line=10),
        Item("5000", "6.40", "WASHER SPRING M10 DIN 127", "PC", buyer_item="100482240", sku="WS-127-10", per="100", line=20),
        Item("800", "112.50", "CABLE TIE 7.6X380 HEAT STABILIZED", "PC", buyer_item="100519003", sku="CT-380-HS", per="100", line=30)),
        name="Halden Driveline Systems LLC", country="US", need="2026-04-14")
    lines = ""
    for one in order.items:
        lines += row([f"{one.line:05}", one.buyer_item, one.description], tag="td").replace("</tr>", '<td colspan="4"></td></tr>')
        lines += row(["", "", f"Your material number {one.sku}", US(one.qty, 0), one.uom, f"{one.price} / {one.per} {one.uom}", US(one.amount)], ("", "", "", "r", "", "r", "r"))
    html = f"""<div style="text-align:right"><span style="font:bold 24pt Arial;color:#114">HALDEN</span><br>Halden Driveline Systems LLC<br>4100 Foundry Road, Toledo, OH 43612, USA</div>
<div class="two" style="margin-top:8mm"><div>Great Lakes Industrial Supply Co.<br>Attn: Order Desk<br>2255 Harbor Avenue<br>Cleveland, OH 44114</div>
<div style="border:1px solid #000;padding:2mm;width:75mm"><b>Purchase order</b><hr>PO number/date<br>{order.po} / 03/17/2026<br>Contact person/Telephone<br>Renee Okafor/419-555-0148<br>Our fax number<br>419-555-0199<br>Your vendor number with us<br>30011874</div></div>
<p>Please deliver to:<br>Halden Driveline Systems LLC<br>Plant 2 - Receiving Dock C<br>880 Axle Drive<br>Defiance, OH 43512</p>
<p>Delivery date: <b>04/14/2026</b></p><p>Terms of deliv.: FCA Cleveland<br>Terms of payt.: Within 45 days without deduction<br>Reference: your quotation GL-77120 of 03/05/2026</p>
<p>Currency USD</p><table class="w"><tr style="border-top:1px solid;border-bottom:1px solid"><th>Item</th><th>Material</th><th>Description</th><th class="r">Order qty.</th><th>Unit</th><th class="r">Price per unit</th><th class="r">Net value</th></tr>{lines}
<tr style="border-top:1px solid"><td colspan="6">Total net value excl. tax USD</td><td class="r"><b>{US(order.total)}</b></td></tr></table>
<div style="page-break-before:always"><h3>Terms and conditions of purchase</h3><p>1. Acceptance. This order is accepted on Halden's terms only. 2. Packaging. Returnable containers remain the property of Halden. 3. Invoices older than 90 days after delivery are not paid. 4. Supplier keeps records for 15 years. 5. A delay of more than 3 working days has to be told in writing.</p></div>"""
    return html, order.truth()


def mercy_ridge_lawson_boxes() -> tuple[str, Truth]:
    """US hospital group, Infor Lawson: three address boxes, manufacturer's and vendor's item, totals in a strip below."""
    order = Order("MR-0288417", "2026-02-09", "USD", (
        Item("40", "27.3500", "GLOVE EXAM NITRILE PF MEDIUM BLUE", "BX", buyer_item="0041882", sku="GLN-200M"),
        Item("12", "148.0000", "UNDERPAD DISPOSABLE 30X36 IN", "CS", buyer_item="0039014", sku="UP-3036-100"),
        Item("6", "89.9500", "SANITIZER HAND FOAM 1000 ML REFILL", "CS", buyer_item="0052230", sku="SF-1000-6"),
        Item("100", "3.1250", "LABEL THERMAL 2X1 IN ROLL 500", "RL", buyer_item="0017765", sku="LT-21-500")),
        name="Mercy Ridge Health System, Inc.", need="2026-02-16")
    html = f"""<table class="w"><tr><td><b style="font-size:16pt;color:#067">Mercy Ridge</b><br>Supply Chain Services</td><td class="c"><h2>PURCHASE ORDER</h2></td><td class="r">Page 1 of 1</td></tr></table>
<table class="w b"><tr><th>PO Number</th><th>PO Date</th><th>Required By</th><th>Buyer</th><th>Terms</th><th>FOB</th></tr><tr><td>{order.po}</td><td>02/09/2026</td><td>02/16/2026</td><td>T. Lindqvist x4471</td><td>Net 30</td><td>Destination</td></tr></table>
<div class="two" style="margin:3mm 0">{box("Vendor 20418", "Caldwell Medical Distribution<br>700 Commerce Pkwy<br>Knoxville, TN 37932")}{box("Ship To", "Mercy Ridge East Campus<br>Central Stores, Dock 4<br>1550 Ridge Blvd<br>Chattanooga, TN 37421")}{box("Bill To", "Mercy Ridge Health System, Inc.<br>Accounts Payable<br>PO Box 11820<br>Chattanooga, TN 37401")}</div>
{table("Ln|Our Item|Vendor Item|Description|>Qty|UOM|>Unit Price|>Extended", [(i, o.buyer_item, o.sku, o.description + small("Contract: VZ-MS-4410&nbsp; Account: 610-" + str(52000 + i)), o.qty, o.uom, o.price, US(o.amount)) for i, o in enumerate(order.items, 1)], "b")}
<table class="w b" style="margin-top:4mm;background:#eee"><tr><td>Lines: 4</td><td>Tax Exempt No. 62-0447719</td><td>Freight: Prepaid</td><td class="r">Order Total (USD): <b>{US(order.total)}</b></td></tr></table>
<p>All packing slips must show the PO number. Confirm receipt of this order within 24 hours to supplychain@mercyridge.example.</p>"""
    return html, order.truth()


def tallgrass_university_marketplace() -> tuple[str, Truth]:
    """US university, e-procurement with centred head: catalog numbers, quotation, project, shipping charge."""
    order = Order("P0193346", "2026-05-04", "USD", (
        Item("10", "64.99", "Ergonomic keyboard, split, USB-C", "EA", sku="KB-ERG-2"),
        Item("10", "38.50", "Vertical mouse, wireless, right hand", "EA", sku="MS-VRT-R"),
        Item("4", "219.00", "Docking station, dual 4K, 100 W", "EA", sku="DS-4K-100")),
        name="Tallgrass State University", need="2026-05-22", charges="48.75")
    info = pairs(("Purchase Order No.", order.po), ("Order Date", "May 4, 2026"), ("Requisition", "R0207718"), ("Quote", "Q-55018 dated 04/28/2026"), ("Requested Delivery", "May 22, 2026"), ("Payment Terms", "Net 30"))
    html = f"""<div class="c"><b style="font:bold 15pt Georgia">Tallgrass State University</b><br>Procurement Services &middot; 101 Prairie Hall &middot; Lawrence, KS 66045<br>procurement@tallgrass.example &middot; 785-555-0177<h3>Purchase Order</h3></div>
<div class="two"><div><b>Supplier</b><br>Northwind Computer Supply<br>Suite 300, 8800 Metcalf Ave<br>Overland Park, KS 66212<br><br><b>Deliver to</b><br>Dr. Amina Castellanos<br>School of Engineering, Room 2118<br>1530 W 15th St, Lawrence, KS 66045<br><br><b>Send invoice to</b><br>ap-invoices@tallgrass.example</div>{info}</div><br>
{table("Line|Catalog No.|Product Description|Size / Packaging|>Unit Price|>Quantity|>Ext. Price", [(i, o.sku, o.description, o.uom, o.price + " USD", o.qty + " " + o.uom, US(o.amount) + " USD") for i, o in enumerate(order.items, 1)])}
{sums(("Subtotal", US(order.goods) + " USD"), ("Shipping", US(order.charges) + " USD"), ("Total", "<b>" + US(order.total) + " USD</b>"))}
<p>Project 6620-0418, Fund 720. The University is exempt from Kansas sales tax. Equal opportunity employer.</p>"""
    return html, order.truth()


def quillstack_cloud_order() -> tuple[str, Truth]:
    """US software firm, cloud procurement: cards without borders, dates in ISO, need-by per line though all the same, name only in the bill-to."""
    order = Order("PO-2026-00781", "2026-06-11", "USD", (
        Item("25", "329.00", "27-inch QHD monitor, height adjustable", "Each", item="MON-27Q-HA"),
        Item("25", "89.00", "Monitor arm, single, gas spring", "Each", item="ARM-1-GS")),
        name="Quillstack Software, Inc.", need="2026-07-01")
    rows = "".join(f'<div style="border-bottom:1px solid #ccc;padding:3mm 0;display:flex"><div style="width:8mm">{i}</div><div style="width:72mm"><b>{o.description}</b></div><div style="width:32mm">{o.item}</div><div style="width:20mm">2026-07-01</div><div style="width:20mm" class="r">{o.qty} {o.uom}</div><div style="width:18mm" class="r">{o.price}</div><div style="width:22mm" class="r">{US(o.amount)}</div></div>' for i, o in enumerate(order.items, 1))
    html = f"""<div class="two"><div style="font:bold 20pt Arial;color:#6a2">&#9650; quillstack</div><div class="r"><span style="font-size:14pt">Purchase Order</span><br><b>{order.po}</b><br>Created 2026-06-11</div></div>
<div class="two" style="margin:8mm 0;line-height:1.5"><div><span style="color:#888">Supplier</span><br>Bayline Office Technology<br>Order processing<br>49 Mission Court<br>Oakland, CA 94607</div><div><span style="color:#888">Ship to</span><br>Quillstack HQ - Facilities<br>Attn: Jonah Reyes<br>1200 Rio Grande St<br>Austin, TX 78701</div><div><span style="color:#888">Bill to</span><br>Quillstack Software, Inc.<br>PO Box 30217<br>Austin, TX 78755<br>ap@quillstack.example</div></div>
<div style="display:flex;font-weight:bold;border-bottom:2px solid #6a2"><div style="width:8mm">#</div><div style="width:72mm">Item</div><div style="width:32mm">Part no.</div><div style="width:20mm">Need by</div><div style="width:20mm" class="r">Qty</div><div style="width:18mm" class="r">Price</div><div style="width:22mm" class="r">Total</div></div>{rows}
<div class="r" style="font-size:12pt;margin-top:4mm">Total <b>{US(order.total)} USD</b></div><p style="color:#666">Cost center 4410 Workplace &middot; Payment term Net 45 &middot; Requested by Jonah Reyes &middot; Approved by Mei-Lin Tran 2026-06-10</p>"""
    return html, order.truth()


def tarrowby_chemicals_oracle() -> tuple[str, Truth]:
    """UK chemical plant, Oracle: reference grid of many dates, three-row items with hazard text, VAT 20%, VAT id in the foot."""
    order = Order("7104482", "2026-01-19", "GBP", (
        Item("16", "74.20", "Diaphragm pump repair kit, PTFE", "EA", item="M-330917"),
        Item("3", "412.00", "Flow transmitter DN25 4-20 mA", "EA", item="M-318842"),
        Item("120", "2.85", "Gasket spiral wound 2 inch class 150", "EA", item="M-300276")),
        name="Tarrowby Chemicals Limited", vat="GB169013371", country="GB", need="2026-02-13", vat_rate="20")
    lines = "".join(row([i, o.item, o.description, "13-FEB-2026", o.qty, o.uom, o.price, US(o.amount)], ("", "", "", "", "r", "", "r", "r")) + '<tr><td></td><td></td><td colspan="6" style="font-size:7.5pt">Material certificate EN 10204 3.1 to be supplied with the goods<br>Charge account: 20-5510-47' + str(i) + "</td></tr>" for i, o in enumerate(order.items, 1))
    html = f"""<div style="border-bottom:3px solid #036;padding-bottom:2mm"><b style="font-size:17pt">Tarrowby Chemicals Limited</b><div>Seal Sands Works, Middlesbrough TS2 1UB, United Kingdom</div></div><h3 class="c">STANDARD PURCHASE ORDER</h3>
<table class="w b"><tr><td>Order<br><b>{order.po}</b></td><td>Revision<br>0</td><td>Order Date<br><b>19-JAN-2026</b></td><td>Buyer<br>Wilson, H.</td><td>Supplier No.<br>10774</td><td>Payment Terms<br>60 NET</td><td>Freight Terms<br>DAP</td></tr>
<tr><td colspan="4">Supplier:<br>Pennine Process Supplies Ltd<br>Unit 9 Calder Park<br>Wakefield WF4 3FJ</td><td colspan="3">Ship To:<br>Stores Gate 3, Building 41<br>Seal Sands Works<br>Middlesbrough TS2 1UB</td></tr><tr><td colspan="4">Your quotation PP/2291 of 12-JAN-2026, confirmed by e-mail 15-JAN-2026</td><td colspan="3">Bill To: Tarrowby Chemicals Limited, Accounts Payable, PO Box 44, Darlington DL1 9ZX</td></tr></table>
<table class="w" style="margin-top:4mm"><tr style="background:#cde"><th>Line</th><th>Part Number</th><th>Description</th><th>Need By</th><th class="r">Quantity</th><th>UOM</th><th class="r">Unit Price (GBP)</th><th class="r">Amount (GBP)</th></tr>{lines}</table>
{sums(("Total excluding VAT", US(order.net)), ("VAT at 20%", US(order.tax)), ("<b>Order total GBP</b>", "<b>" + US(order.total) + "</b>"))}
{foot("<div>Tarrowby Chemicals Limited<br>Registered in England No. 03381942</div><div>VAT Reg. No. GB 169 0133 71</div><div>Bank: Northmoor Bank, sort code 20-11-74</div>")}"""
    return html, order.truth()


def brackley_marsh_site_order() -> tuple[str, Truth]:
    """UK construction group: contract and site above, discount column, delivery charge, totals at the left, pound signs."""
    order = Order("BM/4417/0093", "2026-03-02", "GBP", (
        Item("60", "14.50", "Scaffold debris netting 3m x 50m green", "roll", sku="SDN350G", discount="12.5"),
        Item("24", "31.80", "Safety helmet vented white with chinstrap", "each", sku="SHVW-C", discount="10"),
        Item("48", "9.95", "Hi-vis waistcoat class 2 yellow L", "each", sku="HVW2-L", discount="10"),
        Item("10", "22.00", "Cable ramp 1m two channel", "each", sku="CR1-2", discount="5")),
        name="Brackley Marsh Construction Group plc", need="2026-03-09", charges="35.00", vat_rate="20")
    html = f"""<div class="two"><div style="background:#e60;color:#fff;font:bold 22pt Arial;padding:3mm">BM</div><div class="r"><b>Brackley Marsh Construction Group plc</b><br>Marsh House, 2 Wharf Street<br>Leicester LE4 5QP<br>Tel 0116 496 0312</div></div>
<h2>Material Order {order.po}</h2><table><tr><td><b>Date</b></td><td>02/03/2026</td><td style="padding-left:12mm"><b>Contract</b></td><td>4417 Ashby Road Primary School</td></tr><tr><td><b>Deliver on</b></td><td>09/03/2026</td><td style="padding-left:12mm"><b>Cost code</b></td><td>P210 Preliminaries</td></tr><tr><td><b>Ordered by</b></td><td>Gareth Pugh</td><td style="padding-left:12mm"><b>Site contact</b></td><td>Dawn Fretwell 07700 900418</td></tr></table>
<div class="two" style="margin:4mm 0"><div>To:<br>Midland Trade Direct Ltd<br>14 Saffron Way<br>Nottingham NG7 2RD</div><div>Site address:<br>Ashby Road Primary School<br>Ashby Road<br>Loughborough LE11 3AB<br>Call site 1 hour before arrival</div></div>
{table("Qty|Unit|Your code|Description|>Price &pound;|>Disc %|>Net &pound;", [(o.qty, o.uom, o.sku, o.description, o.price, o.discount, US(o.amount)) for o in order.items], "b")}
<table style="margin-top:3mm"><tr><td>Goods</td><td class="r">&pound;{US(order.goods)}</td></tr><tr><td>Delivery</td><td class="r">&pound;{order.charges}</td></tr><tr><td>VAT 20%</td><td class="r">&pound;{US(order.tax)}</td></tr><tr><td><b>Total</b></td><td class="r"><b>&pound;{US(order.total)}</b></td></tr></table>
<p>Invoices: purchase.ledger@brackleymarsh.example. Quote the full order number. Registered in England 01874420.</p>"""
    return html, order.truth()


def corrib_airport_dynamics() -> tuple[str, Truth]:
    """Irish airport, Dynamics: logo without the registered name, that stands in the invoice block; day-month words, VAT 23%."""
    order = Order("PUR-041926", "2026-04-20", "EUR", (
        Item("8", "186.00", "Retractable belt barrier post, black", "Pcs", item="APT-20114"),
        Item("30", "42.75", "Wet floor sign, bilingual", "Pcs", item="APT-20987"),
        Item("15", "118.40", "Recycling bin 60 L, three compartments", "Pcs", item="APT-21350")),
        name="Corrib Regional Airport DAC", vat="IE7465887H", country="IE", need="2026-05-11", vat_rate="23")
    html = f"""<div class="two"><div><span style="font:italic bold 22pt Georgia;color:#084">corrib airport</span></div><div class="r"><b style="font-size:13pt">Purchase order</b><table style="margin-left:auto"><tr><td>Number</td><td>{order.po}</td></tr><tr><td>Date</td><td>20 April 2026</td></tr><tr><td>Your ref.</td><td>Quotation 8841</td></tr><tr><td>Our ref.</td><td>Sinead Mulryan</td></tr><tr><td>Delivery date</td><td>11 May 2026</td></tr></table></div></div>
<p>Shannonside Facilities Supplies Ltd<br>Raheen Business Park<br>Limerick V94 X2K7<br>Ireland</p>
<div class="two"><div><b>Delivery address</b><br>Terminal Goods Inwards, Airside Road<br>Carnmore, Co. Galway H91 T6P2</div><div><b>Invoice address</b><br>Corrib Regional Airport DAC<br>Finance Department<br>Carnmore, Co. Galway H91 T6P2, Ireland<br>VAT no. IE7465887H</div></div>
<p>Delivery terms DAP Carnmore &nbsp; Payment Net 30 days &nbsp; Project code FM-26-03</p>
{table("Item number|Description|>Quantity|Unit|>Unit price|>Amount", [(o.item, o.description, o.qty + ".00", o.uom, o.price, US(o.amount)) for o in order.items], "")}<hr>
<table class="w"><tr><th class="r">Currency</th><th class="r">Sub-total</th><th class="r">VAT 23%</th><th class="r">Total</th></tr><tr><td class="r">EUR</td><td class="r">{US(order.net)}</td><td class="r">{US(order.tax)}</td><td class="r"><b>{US(order.total)}</b></td></tr></table>
<p style="font-size:7pt">Drivers need photo identification and a hi-vis vest. Deliveries 07:00 to 14:30, Monday to Friday.</p>"""
    return html, order.truth()


PAPERS = tuple(map(Printed, (
    halden_driveline_smartform,
    mercy_ridge_lawson_boxes,
    tallgrass_university_marketplace,
    quillstack_cloud_order,
    tarrowby_chemicals_oracle,
    brackley_marsh_site_order,
    corrib_airport_dynamics,
)))
