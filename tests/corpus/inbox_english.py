"""Ordinary orders of a month's inbox, in English, by one who does not know the reader."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import US, Item, Order
from tests.corpus.inbox_parts import br, grid, held, page
from tests.corpus.web import Printed, Truth, row


def quickbooks_online_hvac_firm() -> tuple[str, Truth]:
    """A heating contractor in Idaho with QuickBooks Online: activity, SKU, description; nothing but a total, no date wanted."""
    order = Order("1187", "2026-04-07", "USD", (
        Item("6", "148.50", "Duct temperature sensor, 0-10 V, 400 mm", item="DTS-400-V"), Item("12", "31.75", "Pleated air filter MERV 13, 20x25x2 in.", item="PF13-20252"),
        Item("2", "689.00", "Damper actuator 24 V, 20 Nm, spring return", item="DA-24-20SR"), Item("40", "4.18", "Foil tape UL 181, 2.5 in. x 60 yd", item="FT-181"), Item("1", "1275.00", "Variable frequency drive 5 HP, 460 V", item="VFD-05-460"),
    ), name="Cedar Ridge Mechanical LLC", country="US")
    activity = ("Controls", "Filters", "Controls", "Sheet metal", "Drives")
    return (
        page("body{font:9.5pt Arial;color:#393a3d} h1{color:#0b6b8a;font:400 20pt Arial;margin:9mm 0 5mm} .g th{background:#d9eef3;color:#0b6b8a;font-weight:400;font-size:8.5pt} .g td{padding:1.6mm 1mm} small{color:#0b6b8a;font-size:8.5pt}")
        + br("<b>Cedar Ridge Mechanical LLC</b>", "4418 Tillman Ave", "Boise, ID  83705 US", "+1 2085550147", "office@cedarridgemech.example", "www.cedarridgemech.example")
        + "<h1>Purchase Order</h1><div class=two>"
        + f"<div>{br('<small>VENDOR</small>', 'Brenkamp Controls Inc.', '1900 Commerce Loop, Suite 40', 'Reno, NV  89502 US')}</div>"
        + f"<div>{br('<small>SHIP TO</small>', 'Cedar Ridge Mechanical LLC', 'Shop &amp; Warehouse', '121 Gravel Rd', 'Nampa, ID  83651 US')}</div>"
        + held(("<small>P.O. NO.</small>", "1187"), ("<small>DATE</small>", "04/07/2026"))
        + "</div><hr style='border:0;border-top:1px solid #bbb;margin:5mm 0'>"
        + held(("<small>SHIP VIA</small>",), ("UPS Ground",))
        + "<br>" + grid("ACTIVITY | SKU | DESCRIPTION | > QTY | > RATE | > AMOUNT", ((kind, i.item, i.description, US.whole(i.qty), US(i.price), US(i.amount)) for kind, i in zip(activity, order.items, strict=True)))
        + f"<hr style='border:0;border-top:1px dashed #bbb'><div class=two><div>Please confirm lead time on the VFD.<br>Job: St. Luke's annex</div><div style='width:70mm' class=two><span>TOTAL</span><b style='font-size:13pt'>${US(order.total)}</b></div></div>"
        + "<div style='margin-top:22mm;width:80mm;border-top:1px solid #999'>Approved By</div><div style='margin-top:12mm;width:80mm;border-top:1px solid #999'>Date</div>"
    ), order.truth()


def netsuite_dental_supplier() -> tuple[str, Truth]:
    """A dental dealer in Minnesota with NetSuite: the description under the item, units, 'Receive By' in the grey band."""
    order = Order("PO2187", "2026-04-08", "USD", (
        Item("48", "22.40", "Nitrile gloves powder free, size M, blue", "Box", item="GLV-NIT-M"), Item("36", "22.40", "Nitrile gloves powder free, size L, blue", "Box", item="GLV-NIT-L"),
        Item("20", "61.95", "Surface disinfectant wipes, 160 count canister, case of 12", "Case", item="WIP-160-12"), Item("150", "3.2", "Sterilization pouch roll 100 mm", "Roll", item="STP-R100"),
    ), name="Halvorsen Dental Supply Co.", country="US", need="2026-04-24")
    return (
        page("body{font:9pt Arial} .bar th{background:#e3e3e3;font-size:8pt;color:#333} .g th{background:#333;color:#fff;font-size:8pt} .g td{border-bottom:1px solid #e3e3e3;padding:1.5mm 1mm}")
        + "<div class=two><div><span style='font:bold 17pt Georgia,serif;color:#225'>Halvorsen</span><br>"
        + br("<b>Halvorsen Dental Supply Co.</b>", "7700 Bush Lake Road", "Bloomington MN 55439", "United States")
        + f"</div><div class=r><span style='font-size:22pt'>Purchase Order</span><br><span style='font-size:13pt'>#PO2187</span><br>4/8/2026<br><br><b style='font-size:8pt'>TOTAL</b><br><b style='font-size:20pt'>${US(order.total)}</b></div></div><br>"
        + "<table class=w><tr><td style='width:50%'>" + br("<b>Vendor</b>", "Brenkamp Medical Trading Inc.", "Attn: Order Desk", "455 Harbor Blvd, Bldg. C", "Weehawken NJ 07086", "United States")
        + "</td><td>" + br("<b>Ship To</b>", "Halvorsen Dental Supply Co.", "Distribution Center, Dock 4", "1250 Corporate Drive", "Hudson WI 54016", "United States") + "</td></tr></table><br>"
        + "<table class='w bar'>" + row(("Employee", "Terms", "Receive By", "Shipping Method", "Memo"), (), "th") + row(("Dana L. Whitcomb", "Net 30", "4/24/2026", "FedEx Freight Economy", "Spring restock")) + "</table><br>"
        + grid("Item | > Quantity | Units | > Rate | > Amount", ((f"<b>{i.item}</b><br>{i.description}", US.whole(i.qty), i.uom, "$" + US(i.price), "$" + US(i.amount)) for i in order.items))
        + f"<table style='margin:2mm 0 0 auto;width:70mm'>{row(('<b>Total</b>', f'<b>${US(order.total)}</b>'), ('', 'r'))}</table>"
        + "<p style='margin-top:50mm;font-size:7.5pt'>Purchase order number must appear on all packages, packing slips and invoices. Invoices to ap@halvorsendental.example. Back orders: notify buyer within two business days.</p><div class=r style='font-size:8pt'>1 of 1</div>"
    ), order.truth()


def epicor_valve_maker() -> tuple[str, Truth]:
    """A valve maker in Pennsylvania with Epicor: our part, supplier part and a release with its own due date under each line."""
    order = Order("60418", "2026-04-09", "USD", (
        Item("200", "3.85", "SEAL RING PTFE 2 IN", "EA", buyer_item="KV-20417", sku="PT-SR-200"), Item("75", "41.2", "BALL SS316 1-1/2 IN FULL BORE", "EA", buyer_item="KV-11806", sku="BL-316-150"),
        Item("500", "0.64", "HEX NUT 1/2-13 B8M", "EA", buyer_item="KV-90032", sku="HN-8M-12"), Item("12", "228", "GEARBOX WORM 40:1 W/ HANDWHEEL", "EA", buyer_item="KV-33150", sku="GW-40-HW"),
    ), name="Kessel Valve & Pump Corporation")
    due = ("4/27/2026", "5/11/2026", "4/27/2026", "5/29/2026")
    rows = "".join(
        row((n, f"{i.buyer_item} &nbsp; Rev A", f"{US(i.qty)} {i.uom}", f"{US(i.price, 5)}/1", US(i.amount)), ("", "", "r", "r", "r"))
        + f"<tr><td></td><td colspan=4>{i.description}<br>Supplier Part: {i.sku}</td></tr>"
        + f"<tr><td></td><td colspan=4 style='padding:0 0 3mm 12mm'><table><tr><th>Rel</th><th>Need By</th><th class=r>Quantity</th></tr><tr><td>1</td><td>{date}</td><td class=r>{US(i.qty)}</td></tr></table></td></tr>"
        for n, (i, date) in enumerate(zip(order.items, due, strict=True), 1)
    )
    return (
        page("body{font:9pt 'Liberation Sans'} .k{border:1px solid #000} .k>thead th{border-bottom:1px solid #000;background:#eee} .k table th{font-weight:400;font-style:italic;font-size:8pt}", number='"Page " counter(page) " of " counter(pages)')
        + "<div class=two><div>" + br("<b style='font-size:12pt'>Kessel Valve &amp; Pump Corporation</b>", "2210 West 12th Street", "Erie PA 16505", "Phone: 814-555-0163", "Fax: 814-555-0164")
        + "</div><div class=r><b style='font-size:16pt'>Purchase Order</b><br><b>PO Number: 60418</b></div></div><br>"
        + "<table class=w><tr><td style='width:48%;border:1px solid #000'>" + br("<b>Supplier:</b>", "Brenkamp Industrial LLC", "Attn: Inside Sales", "88 Meadow Park", "Avon OH 44011", "Phone: 440-555-0190")
        + "</td><td></td><td style='width:48%;border:1px solid #000'>" + br("<b>Ship To:</b>", "Kessel Valve &amp; Pump Corporation", "Plant 2 Receiving", "2245 West 15th Street", "Erie PA 16505") + "</td></tr></table><br>"
        + "<table class=w>" + row(("<b>Order Date:</b> 4/9/2026", "<b>Terms:</b> Net 45 Days", "<b>Ship Via:</b> Best Way", "<b>FOB:</b> Origin"))
        + row(("<b>Buyer:</b> Marcus Ohlin", "<b>Vendor ID:</b> BREN01", "<b>Revision:</b> 0", "<b>Taxable:</b> No")) + "</table><br>"
        + "<table class='w k'><thead>" + row(("Line", "Part Number/Rev/Description", "Order Qty", "Unit Price", "Ext Price"), ("", "", "r", "r", "r"), "th") + f"</thead><tbody>{rows}</tbody></table>"
        + "<table style='margin:3mm 0 0 auto'>" + row(("Lines Total:", US(order.goods)), ("r", "r")) + row(("Line Misc Charges:", "0.00"), ("r", "r")) + row(("<b>Order Total USD:</b>", f"<b>{US(order.total)}</b>"), ("r", "r")) + "</table>"
        + "<p style='font-size:8pt'>Certificates of conformance required with shipment for wetted parts. Do not ship early without buyer's approval.</p><p style='margin-top:12mm'>Authorized Signature ________________________</p>"
    ), order.truth(need_date=...)


def acumatica_facilities_group() -> tuple[str, Truth]:
    """A facilities company in Maryland with Acumatica: thirteen lines that run onto a second page, a discount, freight."""
    order = Order("PO000482", "2026-04-10", "USD", (
        Item("24", "38.9", "Trash liner 33 gal, black, 250 per case", "CASE", item="LINER33BK"), Item("36", "27.15", "Paper towel roll, white, 8 in. x 800 ft, 6 per case", "CASE", item="TOWEL800"),
        Item("60", "44.2", "Bath tissue 2-ply, 96 rolls per case", "CASE", item="TISSUE2P96"), Item("10", "19.75", "Glass cleaner, ready to use, 1 gal", "GAL", item="GLASSRTU"),
        Item("15", "52.3", "Floor finish, high gloss, 5 gal pail", "PAIL", item="FLRFIN5", discount="5"), Item("8", "31.6", "Neutral floor cleaner concentrate, 1 gal", "GAL", item="NEUTRAL1"),
        Item("4", "186", "Wet mop bucket with wringer, 35 qt", "EACH", item="BUCKET35"), Item("30", "8.45", "Looped-end mop head, large, blue", "EACH", item="MOPHDLG"), Item("12", "14.2", "Fiberglass mop handle 60 in.", "EACH", item="MOPHNDL60"),
        Item("100", "2.35", "Microfiber cloth 16 x 16 in., green", "EACH", item="MFC16GN", discount="10"), Item("6", "74.8", "Foam hand soap 1250 ml, 4 per case", "CASE", item="SOAPFM1250"),
        Item("2", "329", "Upright vacuum 14 in., HEPA", "EACH", item="VACUP14"), Item("20", "11.9", "Caution wet floor sign, bilingual", "EACH", item="SIGNWET"),
    ), name="Blue Harbor Facilities Group, Inc.", country="US", need="2026-04-28", charges="145")
    return (
        page("body{font:9pt 'Liberation Sans'} .g th{background:#5b7ea8;color:#fff;font-size:8pt} .g td{border-bottom:1px solid #ccd;padding:3.6mm 1mm} .i{font-size:8pt;color:#555}", number='"Page: " counter(page) " of " counter(pages)')
        + "<div class=two><div><b style='font:bold 20pt Arial;color:#1d4e89'>BLUE HARBOR</b><br>" + br("Blue Harbor Facilities Group, Inc.", "3300 Boston Street, Suite 210", "Baltimore MD 21224", "United States of America", "Phone: +1 (410) 555-0118")
        + "</div><div><b style='font-size:15pt'>PURCHASE ORDER</b>" + held(("Order No.:", "PO000482"), ("Revision No.:", "0"), ("Date:", "4/10/2026"), ("Promised On:", "4/28/2026"), ("Vendor ID:", "V000317"), ("Currency:", "USD")) + "</div></div><br>"
        + "<table class=w><tr><td style='width:50%'>" + br("<b>VENDOR:</b>", "Brenkamp Sanitary Supply Inc.", "6001 Chemical Road", "Baltimore MD 21226", "United States of America") + "</td><td>"
        + br("<b>SHIP TO:</b>", "Blue Harbor Facilities Group, Inc.", "Central Storeroom", "1411 South Newkirk Street", "Baltimore MD 21224", "United States of America") + "</td></tr></table><br>"
        + "<table class='w b'>" + row(("CONTACT", "TERMS", "FOB POINT", "SHIP VIA", "BUYER"), (), "th") + row(("Order desk", "30D", "Destination", "Vendor truck", "Renee Castillo")) + "</table><br>"
        + grid("NO. | ITEM | > QTY. | UOM | > UNIT PRICE | > DISC. % | > EXTENDED PRICE", ((n, f"{i.item}<br><span class=i>{i.description}</span>", US(i.qty), i.uom, US(i.price, 4), US(i.discount) if i.discount else "", US(i.amount)) for n, i in enumerate(order.items, 1)))
        + "<div style='break-inside:avoid'><table style='margin:4mm 0 0 auto;width:75mm'>" + "".join(row(pair, ("", "r")) for pair in (("Sales Total:", US(order.goods)), ("Freight &amp; Misc.:", US(order.charges)), ("Tax Total:", "0.00"), ("<b>TOTAL (USD):</b>", f"<b>{US(order.total)}</b>")))
        + "</table><p style='font-size:8pt'>Deliveries Monday to Friday 7:00 AM to 2:30 PM. Tax exempt, certificate on file.</p></div>"
    ), order.truth()


def sage_fifty_builders_merchant() -> tuple[str, Truth]:
    """A fixings merchant in Gloucestershire with Sage 50: pounds, discount, carriage, the VAT rate in a column."""
    order = Order("3391", "2026-04-13", "GBP", (
        Item("40", "11.85", "Frame fixing 10 x 135 mm, box of 50", item="FF10135"), Item("25", "6.4", "Silicone sealant, clear, 310 ml, tray of 12", item="SIL-CLR", discount="7.5"),
        Item("10", "54", "Resin anchor kit, styrene free, 400 ml x 10", item="RA-SF400"), Item("6", "23.95", "Masonry drill bit set SDS-plus, 7 piece", item="SDS-7"),
    ), name="Thornbury Fixings Limited", vat="GB273643742", need="2026-04-27", vat_rate="20", charges="35")
    return (
        page("body{font:9.5pt Arial} .g{border:1px solid #000} .g th{border:1px solid #000;background:#e8e8e8} .g td{border-left:1px solid #000;border-right:1px solid #000} .o td{border:1px solid #000;width:32mm}")
        + "<div class=two><div><b style='font-size:15pt'>THORNBURY FIXINGS</b><br>" + br("Thornbury Fixings Limited", "Unit 6 Midland Way Business Park", "Thornbury", "Bristol", "BS35 2BS")
        + "</div><div class=r><b style='font-size:17pt'>PURCHASE ORDER</b><br>Page 1<br>VAT Reg No. GB 273 6437 42<br>Tel: 01454 555 0172</div></div>"
        + "<div class=two style='margin:10mm 0 6mm'><div>" + br("Brenkamp Supplies (UK) Ltd", "Trade Counter 2", "Ashfield Road", "Worcester", "WR4 9FA") + "</div>"
        + held(("Order No.", "3391"), ("Order Date", "13/04/2026"), ("Your Account Ref", "THO014"), ("Our Supplier A/C", "BRE001"), ("Delivery Required", "27/04/2026"), mark="o") + "</div>"
        + "Deliver to: Thornbury Fixings Limited, Yard Entrance B, Midland Way, Thornbury, BS35 2BS<br><br>"
        + grid("Product Code | Details | > Quantity | > Unit Price | > Disc % | > Net Amount | > VAT %", [*((i.item, i.description, US(i.qty), US(i.price), US(i.discount or "0"), US(i.amount), "20.00") for i in order.items), ("&nbsp;<br>" * 9, "", "", "", "", "", "")])
        + "<div class=two style='margin-top:4mm'><div>Order taken by: ..........................<br><br>Authorised: J Penrose</div>"
        + held(("Total Net Amount", "£ " + US(order.goods)), ("Carriage Net", "£ " + US(order.charges)), ("Total VAT Amount", "£ " + US(order.tax)), ("<b>Order Total</b>", f"<b>£ {US(order.total)}</b>"), mark="o", right=True)
        + "</div><p style='font-size:7.5pt;margin-top:25mm' class=c>Registered in England No. 04417382. Registered Office: Unit 6 Midland Way Business Park, Thornbury, Bristol BS35 2BS</p>"
    ), order.truth()


def xero_outdoor_shop() -> tuple[str, Truth]:
    """An outdoor retailer in Derbyshire with Xero: no item numbers, the delivery details under the table."""
    order = Order("PO-0219", "2026-04-14", "GBP", (
        Item("24", "18.5", "Rechargeable head torch 450 lm, grey"), Item("60", "3.95", "Stainless bottle 500 ml, forest green"), Item("15", "46", "Dry bag set 5/10/20 L"), Item("100", "1.2", "Carabiner accessory 6 cm, assorted colours"), Item("8", "82.75", "Folding camp stove with piezo ignition"),
    ), name="Peakline Outdoor Ltd", vat="GB318403717", country="GB", need="2026-04-22", vat_rate="20")
    return (
        page("body{font:9.5pt Arial} h1{font:400 19pt Arial;margin:0} .g th{border-bottom:1.5px solid #000} .g td{border-bottom:1px solid #ccc;padding:2mm 1mm} .m b{display:block} .m td{padding:0 6mm 2mm 0}", foot="Company Registration No: 09173364. Registered Office: 3 Buxton Old Road, Disley, SK12 2BB, United Kingdom.")
        + "<div class=two style='margin-bottom:14mm'><div style='width:75mm'><h1>PURCHASE ORDER</h1><br><div style='margin-left:10mm'>" + br("Brenkamp Leisure Ltd", "41 Canal Street", "STOCKPORT", "SK1 3BZ", "UNITED KINGDOM") + "</div></div>"
        + "<table class=m><tr><td>" + "<b>Purchase Order Date</b>14 Apr 2026<br><br><b>Delivery Date</b>22 Apr 2026<br><br><b>Purchase Order Number</b>PO-0219<br><br><b>Reference</b>Spring range<br><br><b>VAT Number</b>GB318403717</td><td>"
        + br("Peakline Outdoor Ltd", "3 Buxton Old Road", "Disley", "SK12 2BB", "UNITED KINGDOM") + "</td></tr></table></div>"
        + grid("Description | > Quantity | > Unit Price | > VAT | > Amount GBP", ((i.description, US(i.qty), US(i.price), "20%", US(i.amount)) for i in order.items))
        + "<table style='margin-left:auto;width:80mm'>" + row(("Subtotal", US(order.goods)), ("r", "r")) + row(("TOTAL VAT 20%", US(order.tax)), ("r", "r")) + row(("<b>TOTAL GBP</b>", f"<b>{US(order.total)}</b>"), ("r", "r")) + "</table>"
        + "<h1 style='font-size:13pt;margin:16mm 0 4mm;border-top:1px solid #000;padding-top:4mm'>DELIVERY DETAILS</h1><table class=m><tr><td>" + br("<b>Delivery Address</b>Peakline Warehouse", "Unit 12 Furness Vale Works", "Calico Lane", "HIGH PEAK", "SK23 7SW")
        + "</td><td><b>Attention</b>Holly Marsden<br><br><b>Telephone</b>01663 555 0138</td><td style='width:60mm'><b>Delivery Instructions</b>Ring the bell at the blue door. No deliveries after 15:30.</td></tr></table>"
    ), order.truth()


def business_central_process_engineers() -> tuple[str, Truth]:
    """Process engineers in Galway with Business Central: the vendor at the left, Irish VAT, a line discount."""
    order = Order("106024", "2026-04-15", "EUR", (
        Item("30", "24.6", "Pressure gauge 63 mm, 0-10 bar, bottom entry", "PCS", item="10-4410"), Item("8", "312.5", "Butterfly valve DN80 wafer, EPDM seat", "PCS", item="20-0873", discount="12"),
        Item("120", "1.85", "Gasket DN80 PN16, non-asbestos", "PCS", item="30-1180"), Item("50", "6.2", "Stainless hose 12 mm, 1.4404", "M", item="40-0062"), Item("4", "540", "Level switch, vibrating fork, 24 VDC", "PCS", item="50-2290"), Item("2", "96.9", "Thread sealant, food grade, 1 L", "CAN", item="60-0015"),
    ), name="Corrib Process Engineering Ltd.", vat="IE3341876A", country="IE", need="2026-05-06", vat_rate="23")
    return (
        page("body{font:9pt 'Segoe UI',Arial} .g th{border-bottom:1px solid #000;vertical-align:bottom} .g td:first-child{white-space:nowrap} h1{font:400 18pt Arial;margin:8mm 0 1mm} .q td{padding:0 7mm 2mm 0} .q b{display:block}", number='"Page " counter(page) " / " counter(pages)')
        + "<div class=two><div>" + br("Brenkamp Engineering Supplies Ltd", "Orla Keane", "Greenhills Business Park", "Tallaght", "Dublin 24, D24 X0R7") + "</div><div>" + br("<b>Corrib Process Engineering Ltd.</b>", "Parkmore East Business Park", "Ballybrit", "Galway, H91 V2NX", "Ireland") + "</div></div>"
        + "<h1>Purchase Order 106024</h1>15 April 2026<br><br><table class='w q'>"
        + row(("<b>Purchaser</b>Declan Furey", "<b>Buy-from Vendor No.</b>V00190", "<b>Your Reference</b>Quote Q-88317", "<b>Requested Receipt Date</b>06/05/2026"))
        + row(("<b>Payment Terms</b>30 days end of month", "<b>Shipment Method</b>Delivered at Place", "<b>VAT Registration No.</b>IE3341876A", "<b>Prices Including VAT</b>No")) + "</table><br>"
        + grid("No. | Description | > Quantity | Unit of Measure | > Direct Unit Cost | > Line Discount % | > VAT % | > Line Amount", ((i.item, i.description, US.whole(i.qty), i.uom, US(i.price), i.discount or "", "23", US(i.amount)) for i in order.items))
        + "<table style='margin:4mm 0 0 auto;width:85mm;border-top:1px solid #000'>" + row(("Total EUR Excl. VAT", US(order.net)), ("", "r")) + row(("23% VAT", US(order.tax)), ("", "r")) + row(("<b>Total EUR Incl. VAT</b>", f"<b>{US(order.total)}</b>"), ("", "r")) + "</table>" + "<p><b>Ship-to Address</b><br>" + br("Corrib Process Engineering Ltd.", "Fabrication Shop, Gate 2", "Oranmore Business Park", "Co. Galway, H91 P5YK") + "</p>"
        + "<table class='w q' style='margin-top:24mm;font-size:8pt'>" + row(("<b>Home Page</b>www.corribprocess.example", "<b>Phone No.</b>+353 91 555 014", "<b>Email</b>purchasing@corribprocess.example", "<b>Registration No.</b>418827")) + "</table>"
    ), order.truth()


def coupa_food_group() -> tuple[str, Truth]:
    """A British food group with Coupa: the currency after every amount, the same 'Need By' in each line, bill-to apart."""
    order = Order("4500071826", "2026-04-16", "GBP", (
        Item("12", "84.3", "Safety knife with retractable blade, metal detectable and X-ray visible, blue", "Pack", sku="DK-BL-10"), Item("300", "2.15", "Hairnet, detectable, white, bag of 100", "Each", sku="HN-W100"),
        Item("18", "39.99", "Hygiene squeegee 600 mm, one-piece, with 1500 mm aluminium handle, red", "Each", sku="SQ-600-RD"),
    ), name="Meridale Foods plc", vat="GB918453746", country="GB", need="2026-04-30")
    return (
        page("body{font:9pt 'Liberation Sans'} .g th{background:#f0f3f6;border:1px solid #c9d2da;font-size:8pt} .g td{border:1px solid #c9d2da;padding:1.6mm 1mm} .q{background:#f0f3f6;padding:2mm 3mm} h3{font-size:9pt;margin:0 0 1mm;color:#0a5}")
        + "<div class=two style='border-bottom:2px solid #0a5;padding-bottom:3mm'><b style='font:italic bold 19pt Georgia,serif;color:#0a5'>Meridale</b><div class=r><b style='font-size:13pt'>Purchase Order</b><br>4500071826</div></div><br>"
        + "<div class=two><div style='width:56mm'><h3>Supplier</h3>" + br("Brenkamp Supplies (UK) Ltd", "Ashfield Road", "Worcester, WR4 9FA", "United Kingdom", "Contact: sales.uk@brenkamp.example") + "</div><div style='width:56mm'><h3>Ship To</h3>" + br("Meridale Foods - Spalding Bakery", "Goods In, Wardentree Lane", "Spalding, PE11 3UU", "United Kingdom", "Attn: Tomasz Wrona") + "</div>"
        + "<div style='width:60mm'>" + held(("PO Number", "4500071826"), ("Version", "1"), ("PO Date", "16/04/26"), ("Requester", "Tomasz Wrona"), ("Payment Term", "Net 60"), ("Shipping Terms", "DAP"), ("Currency", "GBP"), mark="q") + "</div></div><br>"
        + grid("Line | Description | Supplier Part Number | Need By | > Qty | Unit | > Price | > Total", ((n, i.description, i.sku, "30/04/26", US.whole(i.qty), i.uom, f"<span class=n>{US(i.price)} GBP</span>", f"<span class=n>{US(i.amount)} GBP</span>") for n, i in enumerate(order.items, 1)))
        + f"<p class=r><b>Total &nbsp; {US(order.total)} GBP</b></p>"
        + "<h3 style='margin-top:8mm'>Bill To</h3>" + br("Meridale Foods plc", "Accounts Payable, PO Box 118", "Lincoln, LN6 3QX", "United Kingdom", "VAT No. GB918453746")
        + "<p style='font-size:7.5pt;margin-top:10mm'>Prices exclude VAT. Send invoices through the supplier portal or to invoices@meridale.example quoting the purchase order number; invoices without it will be returned. This order is governed by Meridale Foods plc's standard terms of purchase, a copy of which is available at www.meridale.example/terms.</p>"
    ), order.truth()


PAPERS = (*map(Printed, (
    quickbooks_online_hvac_firm,
    netsuite_dental_supplier,
    acumatica_facilities_group,
    sage_fifty_builders_merchant,
    xero_outdoor_shop,
    business_central_process_engineers,
    coupa_food_group,
)), Printed(epicor_valve_maker, doubt=("different days",)))
