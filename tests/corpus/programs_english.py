"""Orders as well-known programs print them in English, each set after what the program really prints: the truth first."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from decimal import Decimal

from tests.corpus.case import INDIA, PLAIN, US, Item, Order
from tests.corpus.web import Printed, Truth, each, tax_of


def s4_output_form_with_supplier_numbers_below() -> tuple[str, Truth]:
    """SAP S/4HANA output form (US): items 10, 20, ..., each in three rows, the price for one or for 100 or 1000."""
    order = Order("4500093816", "2026-04-17", "USD",
        (Item("40", "112.50", 'Check valve 2" NPT brass', "EA", buyer_item="V-20144", sku="6631-B", line=10), Item("1200", "18.40", "Gasket ring NBR 48 x 3", "EA", buyer_item="G-48003", sku="GR48/3", per="100", line=20), Item("6", "1384.00", "Circulation pump 3 hp 460 V", "EA", buyer_item="P-31007", sku="CP3-460", line=30), Item("5000", "64.90", "Hex bolt M10x40 zinc plated", "PC", buyer_item="B-10040", sku="93310A", per="1000", line=40)), name="Tidewater Pump & Valve Corp.", need="2026-05-22")
    rows = each(order, lambda _, i: f"""<tr><td>{i.line:05d}<td>{i.buyer_item}<td colspan=3>{i.description}</tr>
        <tr><td><td class=r>{US.whole(i.qty)}<td>{i.uom}<td class=r>{US(i.price)}/{i.per + " " if i.per else ""}{i.uom}<td class=r>{US(i.amount)}</tr><tr class=l><td><td colspan=4>Your material number: {i.sku}</tr>""")
    html = f"""<style>body{{font:9.5pt 'Liberation Sans'}} .o td{{padding:.4mm 1.5mm}} .o .l td{{padding-bottom:2.5mm;border-bottom:.3pt solid #999}} .i td{{padding:.3mm 1mm;white-space:nowrap}}</style>
    <div style="text-align:right;font:bold 15pt 'Liberation Sans';color:#1b3d63">Tidewater Pump &amp; Valve Corp.</div><div style="font-size:6.5pt;margin-top:12mm"><u>Tidewater Pump &amp; Valve Corp., 2200 Harbor Blvd, Norfolk VA 23510</u></div>
    <div class=two style="margin-top:2mm"><div>Company<br>Cardinal Flow Components Inc.<br>815 Foundry Road<br>YOUNGSTOWN OH 44503</div><table class=i style="border:.5pt solid #333;width:88mm"><tr><th colspan=2 style="background:#dde4ec">Purchase order</th></tr>
    <tr><td>PO number/date<td>4500093816 / 04/17/2026<tr><td>Contact person/Telephone<td>D. Whitcombe/757-555-0148<tr><td>Our fax number<td>757-555-0199<tr><td>Your vendor number with us<td>100482<tr><td>Your quotation<td>Q-77120 of 03/30/2026</table></div>
    <p style="margin-top:8mm">Please deliver to:<br>Plant 1200 Chesapeake, Dock 4<br>401 Battlefield Pkwy S, CHESAPEAKE VA 23322</p><p><b>Delivery date: &nbsp; 05/22/2026</b></p>
    <p>Terms of delivery: FOB Chesapeake<br>Terms of payment: Within 30 days 2 % cash discount, within 60 days due net</p><div class=r>Currency USD</div>
    <table class="w o" style="border-top:1pt solid #000"><tr><td>Item<td>Material<td colspan=3>Description</tr><tr style="border-bottom:1pt solid #000"><td><td class=r>Order qty.<td>Unit<td class=r>Price per unit<td class=r>Net value</tr>{rows}</table>
    <table class=w style="border-top:2pt double #000;margin-top:2mm"><tr><td><b>Total net value excl. tax USD</b><td class=r><b>{US(order.total)}</b></table>
    <p style="margin-top:14mm">Please quote our PO number on all shipping papers.<br><br>Sincerely,<br><br>D. Whitcombe, Purchasing Group 014</p>"""
    return html, order.truth()


def oracle_fusion_with_a_schedule_under_each_line() -> tuple[str, Truth]:
    """Oracle Fusion (US): a person is the "Buyer", each line has a schedule with its own date, terms run over pages."""
    order = Order("62004871", "2026-04-14", "USD",
        (Item("12", "845.00", "Vacuum gauge, capacitance, 10 Torr", "Each", buyer_item="10-4471", sku="VG-10T"), Item("4", "2310.00", "Turbo pump controller, rack mount, 208 V with serial interface and fan kit", "Each", buyer_item="10-4502", sku="TPC208-R"), Item("250", "3.75", "KF25 centering ring with Viton O-ring", "Each", buyer_item="22-1025", sku="KF25-CR"), Item("30", "28.60", "Clamp KF25 aluminum wing nut", "Each", buyer_item="22-1026", sku="KF25-CL"), Item("18", "96.25", "Bellows hose KF40, 500 mm, stainless", "Each", buyer_item="22-1440", sku="BH40-500"), Item("2", "1725.00", "Annual calibration kit, NIST traceable", "Kit", buyer_item="90-0033", sku="CAL-NIST")), name="Northfork Semiconductor LLC")
    dates = "21-May-2026", "11-Jun-2026", "05-May-2026", "05-May-2026", "28-May-2026", "30-Jun-2026"
    rows = each(order, lambda n, i: f"""<tbody><tr class=m><td>{n}<td>{i.buyer_item}<td><b>{i.description}</b><td class=r>{US.whole(i.qty)}<td>{i.uom}<td class=r>{US(i.price)}<td class=r>{US(i.amount)}</tr>
        <tr class=s><td><td colspan=6>Supplier Item: {i.sku}</tr><tr class=s><td><td colspan=2>Ship To: NORTHFORK FAB 2, 3300 Juniper Way, Boise, ID 83716<td colspan=2>Needed By<br>{dates[n - 1]}<td class=r>Ordered<br>{US.whole(i.qty)} {i.uom}<td></tr></tbody>""")
    terms = "".join(f"<p>{n}. {text}</p>" for n, text in enumerate((
        "ACCEPTANCE. This Purchase Order is an offer by the company named under Sold To and becomes a contract upon written acknowledgment or commencement of performance by Supplier, whichever occurs first.",
        "PRICE. Prices stated are firm for 180 days and include packing. No charge of any kind is allowed unless stated herein. Invoices below $50.00 are paid once a month.",
        "DELIVERY. Time is of the essence. Supplier shall notify the requester within 2 business days where any Needed By date cannot be met. Over-shipments of more than 5% may be returned at Supplier's expense.",
        "WARRANTY. Goods shall be free from defects for 24 months after receipt. Title passes at the dock of the Ship To location.",
        "COMPLIANCE. Supplier shall comply with 41 CFR 60-1.4(a), 60-300.5(a) and 60-741.5(a), where applicable.") * 2, 1))
    html = f"""<style>@page{{size:A4;margin:12mm 13mm}} body{{font:8.5pt 'Liberation Sans Narrow','Liberation Sans'}} .k td{{padding:.5mm 1.5mm}} .k td:first-child{{font-weight:bold;text-align:right;width:28mm}} thead th{{background:#3c4a57;color:#fff}} .m td{{border-top:.5pt solid #aaa}} .s td{{font-size:8pt;color:#333}} tbody{{break-inside:avoid}}</style>
    <div style="text-align:center;font:bold 16pt 'Liberation Sans Narrow'">Purchase Order</div><div style="display:grid;grid-template-columns:1fr 1fr;gap:3mm 10mm;margin:4mm 0">
    <table class=k><tr><td>Supplier<td>Halvorsen Vacuum Systems, Inc.<br>77 Mill Pond Dr, Nashua, NH 03060<tr><td>Supplier Number<td>50218<tr><td>Supplier Quote<td>HV-Q26-0391</table><table class=k><tr><td>Order<td>62004871<tr><td>Order Date<td>14-Apr-2026<tr><td>Change Order<td>0<tr><td>Agreement<td>51000377<tr><td>Ordered<td>{US(order.total)} (USD)</table>
    <table class=k><tr><td>Sold To<td>Northfork Semiconductor LLC<br>900 Timberline Ave, Boise, ID 83702</table><table class=k><tr><td>Bill To<td>Northfork Shared Services<br>PO Box 4410, Boise, ID 83701</table>
    <table class=k><tr><td>Buyer<td>Delgado, Marisol<tr><td>Phone<td>+1 (208) 555-0133<tr><td>Email<td>m.delgado@northfork.example</table><table class=k><tr><td>Payment Terms<td>Net 45<tr><td>Freight Terms<td>Prepaid<tr><td>FOB<td>Destination</table></div>
    <p>Notes: All prices and amounts on this order are expressed in USD.</p>
    <table class=w><thead><tr><th>Line<th>Item<th>Description<th class=r>Quantity<th>UOM<th class=r>Price<th class=r>Amount (USD)</tr></thead>{rows}</table>
    <div class=r style="margin:3mm 1mm;font-weight:bold">Total: {US(order.total)} (USD)</div><div style="columns:2;font-size:6.5pt;color:#666;margin-top:8mm;break-before:page">{terms}</div>"""
    return html, order.truth(need_date=...)


def netsuite_standard_with_item_over_description() -> tuple[str, Truth]:
    """NetSuite standard template (US): quantity first, item number above its description in one cell, a total band."""
    order = Order("PO10482", "2026-04-20", "USD",
        (Item("144", "6.15", "Enamel camp mug 12 oz, forest green", item="MUG-EN12-GRN"), Item("96", "6.15", "Enamel camp mug 12 oz, cream", item="MUG-EN12-CRM"), Item("60", "23.80", "Waxed canvas dry bag 20 L", item="BAG-WC20"), Item("36", "41.25", "Cast iron skillet 10 in. pre-seasoned", item="SKL-CI10"), Item("200", "2.09", "Fire starter bundle", item="FIRE-BDL")), name="Alder & Pine Outfitters, Inc.", country="US", need="2026-05-15", charges="185.00")
    rows = each(order, lambda _, i: f"<tr><td style='text-align:center'>{i.qty}<td><span style='font-weight:bold'>{i.item}</span><br>{i.description}<td><td class=r>${US(i.price)}<td class=r>${US(i.amount)}</tr>")
    html = f"""<style>body{{font:9pt 'DejaVu Sans'}} .h td{{padding:0}} .g th{{background:#e3e3e3;color:#333;padding:2.5mm 1.5mm}} .g td{{padding:1.5mm}} .g{{margin-top:5mm}}</style>
    <table class="w h"><tr><td rowspan=3><span style="font:bold 14pt 'DejaVu Sans';color:#2d5a3d">Alder &amp; Pine Outfitters, Inc.</span><br>1480 SE Belmont St<br>Portland OR 97214<br>United States<td class=r style="font-size:26pt">Purchase Order</tr><tr><td class=r style="font-size:15pt">#PO10482</tr><tr><td class=r>4/20/2026</tr></table>
    <table class="w" style="margin-top:8mm"><tr><td style="font-weight:bold">Vendor<td style="font-weight:bold">Ship To<td rowspan=2 style="background:#e3e3e3;padding:3mm;width:50mm;text-align:right"><span style="font-size:22pt">TOTAL</span><br><br><span style="font-size:18pt">${US(order.total)}</span></tr>
    <tr><td>Ridgeway Camp Goods Co.<br>5520 Commerce Pkwy<br>Madison WI 53704<br>United States<td>Alder &amp; Pine c/o Willamette 3PL<br>Dock 11, 7200 NE Airport Way<br>Portland OR 97218<br>United States</tr></table>
    <table class="w g"><tr><th>Terms<th>Receive By<th>Ship Via<th>Currency<th>Memo</tr><tr><td>Net 30<td>5/15/2026<td>LTL - Saia<td>US Dollar<td>Spring restock 2, quote RW-3381</tr></table>
    <table class="w g"><tr><th class=c>Quantity<th>Item<th>Options<th class=r>Rate<th class=r>Amount</tr>{rows}</table><hr>
    <table class="sums"><tr><td class=r style="width:50mm">Subtotal<td class=r>${US(order.goods)}<tr><td class=r>Shipping Cost<td class=r>${US(order.charges)}<tr style="background:#e3e3e3;font-weight:bold"><td class=r>Total<td class=r>${US(order.total)}</table>
    <div style="position:fixed;bottom:0;right:0;font-size:7pt">PO10482 &nbsp; 1 of 1</div>"""
    return html, order.truth()


def dynamics_finance_with_discount_and_date_per_line() -> tuple[str, Truth]:
    """Dynamics 365 Finance (UK): date (the same) and discount on each line, charges and VAT, the buyer's VAT number."""
    order = Order("PO-003184", "2026-04-13", "GBP",
        (Item("15", "212.0000", "Desk frame, electric, two motors, grey", "ea", buyer_item="D0017", sku="EF2-GR", discount="12.50"), Item("15", "68.4000", "Worktop oak veneer 1600 x 800 mm", "ea", buyer_item="D0044", sku="WT16-OV", discount="5.00"), Item("32", "9.9500", "Cable tray, under desk", "ea", buyer_item="D0108", sku="CT-U"), Item("2", "1149.0000", "Meeting table 3200 mm, boat shaped", "ea", buyer_item="D0230", sku="MT32-B", discount="7.50")), name="Thornbury Interiors Limited", vat="GB284716335", country="GB", need="2026-05-28", charges="120.00", vat_rate="20")
    rows = each(order, lambda n, i: f"<tr><td>{n}<td>{i.buyer_item}<td>{i.sku}<td>{i.description}<td>28/05/2026<td class=r>{US(i.qty)}<td>{i.uom}<td class=r>{US(i.price, 4)}<td class=r>{US(i.discount or '0')}<td class=r>{US(i.amount)}</tr>")
    html = f"""<style>@page{{margin:14mm}} body{{font:8pt 'Liberation Sans'}} .q td{{padding:.3mm 2mm .3mm 0}} .q td:first-child{{width:32mm;color:#555}} .l th{{border-bottom:1pt solid #333;border-top:1pt solid #333;font-weight:normal;color:#555;vertical-align:bottom}}</style>
    <div class=two><div style="font-size:9pt"><b>Thornbury Interiors Limited</b><br>Unit 6 Castle Park<br>BRISTOL BS35 2HQ<br>United Kingdom</div><div style="width:70mm"><div style="font-size:17pt;margin-bottom:3mm">Purchase order</div><table class=q><tr><td>Number<td>PO-003184<tr><td>Date<td>13/04/2026<tr><td>Page<td>1 of 1<tr><td>Purchase agreement<td>PA-000092<tr><td>Your reference<td>Quotation 51877<tr><td>Our ref.<td>Gareth Pryce<tr><td>Payment<td>Net 30 days</table></div></div>
    <div class=two style="margin:7mm 0"><div><span style="color:#555">Vendor</span><br>Brackley Office Systems plc<br>44 Silverstone Road<br>BRACKLEY NN13 5DL<br>VAT GB 731 9402 04</div><div style="width:70mm"><table class=q><tr><td>Telephone<td>0117 496 0284<tr><td>Giro<td><tr><td>Tax registration number<td>GB284716335<tr><td>Delivery address<td>Site office, Temple Quarter<br>Friary, BRISTOL BS1 6EA<tr><td>Terms of delivery<td>DAP</table></div></div>
    <table class="w l"><tr><th>Line<th>Item<br>number<th>Vendor<br>item no.<th>Description<th>Delivery<br>date<th class=r>Quantity<th>Unit<th class=r>Unit price<th class=r>Discount<br>percent<th class=r>Amount</tr>{rows}</table>
    <table class=w style="margin-top:10mm;border-top:1pt solid #333"><tr style="color:#555"><td>Currency<td class=r>Subtotal amount<td class=r>Total discount<td class=r>Charges<td class=r>Net amount<td class=r>Sales tax<td class=r>Round-off<td class=r>Total</tr><tr style="font-weight:bold"><td>GBP<td class=r>{US(order.goods)}<td class=r>0.00<td class=r>{US(order.charges)}<td class=r>{US(order.net)}<td class=r>{US(order.tax)}<td class=r>0.00<td class=r>{US(order.total)}</tr></table>"""
    return html, order.truth()


def quickbooks_of_a_landscaper() -> tuple[str, Truth]:
    """QuickBooks Online (US small firm): activity and description columns, no delivery date, the phone by the number."""
    order = Order("1047", "2026-04-23", "USD",
        (Item("85", "14.25", "Boxwood 'Green Velvet' 3 gal", item="Shrubs:BOX3"), Item("12", "189.00", "River birch, multi-stem, 8-10 ft B&B", item="Trees:RB810"), Item("22.5", "46.00", "Hardwood mulch, double shredded, per cubic yard", item="Bulk:MULCH"), Item("340", "3.95", "Liriope 'Big Blue' 1 gal", item="Perennials:LIR1"), Item("1", "275.00", "Delivery to jobsite with forklift", item="Services:DEL")), name="Blue Heron Landscaping LLC")
    rows = each(order, lambda _, i: f"<tr><td style='font-weight:bold;width:34mm'>{i.item}<td style='width:80mm'>{i.description}<td class=r>{i.qty}<td class=r>{US(i.price)}<td class=r>{US(i.amount)}</tr>")
    html = f"""<style>body{{font:9.5pt 'Liberation Sans';color:#333}} .z{{color:#7a8b99;font-size:8.5pt;letter-spacing:.3pt}} .g td{{padding:2mm 1.5mm}} .g th{{background:#dce8f2;color:#3a6ea5;font-weight:normal;font-size:8.5pt}}</style>
    <div style="display:flex;gap:6mm"><div style="width:18mm;height:18mm;border-radius:9mm;background:#5b8db8"></div><div><b>Blue Heron Landscaping LLC</b><br>3917 Old Concord Rd<br>Salisbury, NC 28146 US<br>(704) 555-0182<br>office@blueheronland.example</div></div>
    <div style="font-size:21pt;color:#3a6ea5;margin:7mm 0 4mm">Purchase Order</div>
    <div style="display:grid;grid-template-columns:60mm 60mm 1fr;gap:3mm"><div><span class=z>VENDOR</span><br>Tom Eudy<br>Eudy Brothers Wholesale Nursery<br>2210 NC-73<br>Concord, NC 28025</div><div><span class=z>SHIP TO</span><br>Blue Heron / Lot 14<br>118 Fairway Ridge Ct<br>Mooresville, NC 28117</div><div style="text-align:right"><span class=z>P.O. NO.</span> 1047<br><span class=z>DATE</span> 04/23/2026</div></div>
    <div style="border-top:1px solid #9db8d2;border-bottom:1px solid #9db8d2;margin:5mm 0;padding:2mm 0;display:flex;gap:30mm"><div><span class=z>SHIP VIA</span><br>Your truck</div><div><span class=z>CUSTOMER JOB</span><br>26-118 Fairway Ridge</div></div>
    <table class="w g"><tr><th>ACTIVITY<th>DESCRIPTION<th class=r>QTY<th class=r>RATE<th class=r>AMOUNT</tr>{rows}</table><div style="border-top:1px dashed #9db8d2;margin-top:5mm;padding-top:3mm" class=two><div style="width:90mm;font-size:8.5pt">Call Rita at 704-555-0119 the day before. No deliveries on Saturday.</div><div style="width:75mm;display:flex;justify-content:space-between;align-items:baseline"><span class=z>TOTAL</span><b style="font-size:15pt">${US(order.total)}</b></div></div>
    <div style="margin-top:18mm;color:#7a8b99;font-size:8pt">Approved By ______________________ &nbsp;&nbsp;&nbsp; Date ______________________</div>"""
    return html, order.truth()


def xero_without_item_numbers() -> tuple[str, Truth]:
    """Xero (Ireland): no item numbers nor line numbers, two-line descriptions, VAT per line, delivery at the bottom."""
    order = Order("PO-0276", "2026-04-21", "EUR",
        (Item("24.00", "38.50", "Whiteboard magnetic 90 x 60 cm"), Item("10.00", "129.95", "Document camera, USB, 13 megapixel"), Item("150.00", "1.12", "Dry wipe marker, assorted, bullet tip"), Item("3.00", "412.00", "Laptop trolley, 16 bays, lockable")), name="Ballinrea Education Services Limited", vat="IE3391472JH", need="2026-05-12", vat_rate="23")
    more = "with pen tray, wall fixings included", "incl. 5 m cable", "", "delivered assembled"
    rows = each(order, lambda n, i: f"<tr><td><span>{i.description}</span><br><span style='color:#777'>{more[n - 1]}</span><td class=r>{i.qty}<td class=r>{US(i.price)}<td class=r>23%<td class=r>{US(i.amount)}</tr>")
    html = f"""<style>body{{font:9pt 'Liberation Sans'}} .g td,.g th{{padding:2mm 1mm;border-bottom:.5pt solid #ccc}} .g th{{border-bottom:1pt solid #000}}</style>
    <div style="display:grid;grid-template-columns:85mm 45mm 1fr;min-height:52mm;margin-top:20mm"><div><div style="font-size:20pt;margin-bottom:5mm">PURCHASE ORDER</div><div style="padding-left:8mm">Corrib Classroom Supplies Ltd<br>Unit 9 Liosban Estate<br>GALWAY<br>H91 K3T7</div></div>
    <div><b>Purchase Order Date</b><br>21 Apr 2026<br><br><b>Delivery Date</b><br>12 May 2026<br><br><b>Purchase Order Number</b><br>PO-0276<br><br><b>Reference</b><br>Phase 2 / CCS-8812<br><br><b>VAT Number</b><br>IE3391472JH</div><div>Ballinrea Education Services Limited<br>Carrigaline Business Park<br>Co. CORK<br>P43 X820</div></div>
    <table class="w g" style="margin-top:8mm"><tr><th>Description<th class=r>Quantity<th class=r>Unit Price<th class=r>VAT<th class=r>Amount EUR</tr>{rows}</table>
    <table class=sums style="width:75mm"><tr><td class=r>Subtotal<td class=r>{US(order.net)}<tr><td class=r>TOTAL VAT &nbsp;23%<td class=r>{US(order.tax)}<tr style="border-top:1pt solid #000;font-weight:bold"><td class=r>TOTAL EUR<td class=r>{US(order.total)}</table>
    <div style="position:absolute;left:0;right:0;bottom:12mm;border-top:1pt dashed #888;padding-top:4mm"><div style="font-size:13pt;margin-bottom:3mm">DELIVERY DETAILS</div><div style="display:grid;grid-template-columns:1fr 1fr 1.2fr"><div><b>Delivery Address</b><br>St Finbarr's Community School<br>Model Farm Road<br>CORK T12 R5C9</div><div><b>Attention</b><br>Niamh Twomey<br><br><b>Telephone</b><br>021 555 0276</div><div><b>Delivery Instructions</b><br>Goods entrance at the rear. Hours 8.30 to 15.00, not on 4 May (bank holiday).</div></div>
    <div style="font-size:7pt;margin-top:6mm;color:#555">Company Registration No: 612448. Registered Office: Carrigaline Business Park, Co. Cork.</div></div>"""
    return html, order.truth()


def jaggaer_of_a_state_university() -> tuple[str, Truth]:
    """Jaggaer (US university): boxes with empty values, catalog numbers of the supplier, unit and currency in cells."""
    order = Order("P0048213", "2026-04-29", "USD",
        (Item("6", "189.40", "Pipette tips, filtered, 200 uL, sterile, racked", "CS", sku="PT-200FS"), Item("2", "1432.00", "Mini centrifuge, fixed 24-place rotor", "EA", sku="MC24-115V"), Item("10", "57.85", "Nitrile exam gloves, powder free, medium", "CS", sku="NG-M-1000"), Item("3", "244.10", "Agarose, molecular grade, 500 g", "EA", sku="AG500M"), Item("1", "86.00", "Dry ice and hazardous handling", "EA", sku="HAZ-FEE")), name="Cascadia State University", charges="64.50")
    size = "10 x 96/CS", "EA", "10 x 100/CS", "500 g", "EA"
    rows = each(order, lambda n, i: f"<tr><td>{n} of 5<td>{i.description}<td>{i.sku}<td>{size[n - 1]}<td class=r>{US(i.price)} USD<td class=r>{i.qty} {i.uom}<td class=r>{US(i.amount)} USD</tr>" + ("<tr><td><td colspan=6 style='font-style:italic;color:#444'>External note: lot certificate to be sent with the goods</tr>" if n == 4 else ""))
    html = f"""<style>@page{{margin:11mm}} body{{font:8pt 'DejaVu Sans'}} .x{{border:.7pt solid #8a8a8a}} .x>b{{display:block;background:#eee;border-bottom:.7pt solid #8a8a8a;padding:1mm}} .x td{{padding:.7mm 1mm}} .x td:first-child{{color:#555;width:34mm}} .g td,.g th{{border:.7pt solid #8a8a8a}} .g th{{background:#eee}}</style>
    <div class=two style="align-items:center"><div style="font:bold 17pt 'Liberation Serif';color:#4b2e83">Cascadia State University</div><div class=r>Procurement Services<br>Box 4417, Ellensburg, WA 98926<br>purchasing@cascadia-state.example</div></div><div style="font:bold 12pt 'DejaVu Sans';margin:4mm 0 2mm">Purchase Order</div>
    <div style="display:grid;grid-template-columns:1fr 1fr;gap:3mm"><div class=x><b>General Information</b><table><tr><td>Purchase Order No.<td>P0048213<tr><td>Purchase Order Date<td>04/29/2026<tr><td>Revision No.<td>0<tr><td>Requisition No.<td>194402271<tr><td>Contract<td><i>no value</i><tr><td>Requested Delivery Date<td><i>no value</i></table></div>
    <div class=x><b>Supplier Information</b><table><tr><td>Name<td>Granite Ridge Scientific Inc<tr><td>Address<td>6100 Research Loop<br>Salt Lake City, UT 84119 United States<tr><td>Phone<td>+1 801-555-0177<tr><td>Fax<td>+1 801-555-0178</table></div>
    <div class=x><b>Ship To</b><div style="padding:1mm">Attn: Prof. L. Okafor / Rm 312<br>Dean Hall Biology Stores<br>400 E University Way<br>Ellensburg, WA 98926<br>United States</div></div><div class=x><b>Bill To</b><div style="padding:1mm">Accounts Payable<br>Mailstop 7495<br>400 E University Way<br>Ellensburg, WA 98926<br>United States</div></div></div>
    <div class=x style="margin:3mm 0"><b>Terms</b><table class=w><tr><td>Payment Terms<td>0% 0, Net 30<td>F.O.B.<td>Destination<td>Account code<td>6512-0400-22871</table></div>
    <table class="w g"><tr><th>Line No.<th>Product Description<th>Catalog No.<th>Size / Packaging<th class=r>Unit Price<th class=r>Quantity<th class=r>Ext. Price</tr>{rows}</table>
    <table class=sums><tr><td>Subtotal<td class=r>{US(order.goods)}<tr><td>Shipping<td class=r>52.00<tr><td>Handling<td class=r>12.50<tr><td><b>Total</b><td class=r><b>{US(order.total)} USD</b></table>
    <div style="font:6pt/1.25 'DejaVu Sans';color:#888;margin-top:5mm"><b>Terms and Conditions</b> 1. The University is an agency of the State and this order is governed by its laws. 2. The order number must appear on all packages, invoices and correspondence; invoices over $10,000.00 need the signature of a vice president. 3. Goods are subject to inspection within 30 days. 4. Supplier warrants that no hazardous goods are shipped without data sheets. 5. The University is exempt from federal excise tax under registration 91-755-0012K.</div>"""
    return html, order.truth()


def merchant_of_timber_with_carried_forward_totals() -> tuple[str, Truth]:
    """Sage 200 of a builders' merchant (UK): 34 lines over three pages, carried and brought forward, lines in small."""
    goods = (("Softwood C16 47 x 100 x", "TM47100", ("2400", "3000", "3600", "4200", "4800", "5400"), "LG", ("4.86", "6.08", "7.29", "8.51", "9.72", "11.15")), ("Softwood C24 47 x 150 x", "TM47150", ("3000", "3600", "4200", "4800", "5400", "6000"), "LG", ("9.94", "11.93", "13.92", "15.91", "18.36", "20.40")),
             ("OSB3 board 2440 x 1220 x", "SB2412", ("9", "11", "15", "18", "22"), "SHT", ("11.20", "12.85", "17.60", "20.95", "26.40")), ("Plywood hardwood faced 2440 x 1220 x", "PW2412", ("5.5", "9", "12", "18"), "SHT", ("14.10", "21.75", "27.30", "39.95")),
             ("Roofing batten graded 25 x 50 x", "RB2550", ("3600", "4200", "4800"), "LG", ("3.02", "3.53", "4.03")), ("Decking treated 32 x 125 x", "DK32125", ("3600", "4200", "4800"), "LG", ("9.36", "10.92", "12.48")), ("Feather edge board 125 x", "FE125", ("1500", "1650", "1800"), "EA", ("1.62", "1.78", "1.94")),
             ("Sleeper oak green 100 x 200 x", "SL102", ("1200", "2400"), "EA", ("19.80", "38.60")), ("Gate post planed 125 x 125 x", "GP125", ("2100", "2400"), "EA", ("21.45", "24.50")))
    found = [(f"{text} {size} mm", f"{code}-{size.replace('.', '')}", uom, price) for text, code, sizes, uom, prices in goods for size, price in zip(sizes, prices, strict=True)]
    order = Order("86104", "2026-04-15", "GBP",
        tuple(Item(str(20 + place * 37 % 160), price, text, uom, buyer_item=code, sku=str(710400 + place * 13), discount="2.5" if uom == "SHT" else None) for place, (text, code, uom, price) in enumerate(found, 1)), name="Pennine Timber & Building Supplies Ltd", need="2026-05-06", vat_rate="20")
    pages, carried = [], Decimal(0)
    for start, end in ((0, 15), (15, 30), (30, 34)):
        rows = f"<tr class=f><td colspan=7 class=r>Brought forward<td class=r>{US(carried)}</tr>" if start else ""
        for i in order.items[start:end]:
            carried += i.amount
            rows += f"<tr><td>{i.buyer_item}<td>{i.sku}<td>{i.description}<td class=r>{US.whole(i.qty)}<td>{i.uom}<td class=r>{US(i.price)}<td class=r>{i.discount or ''}<td class=r>{US(i.amount)}</tr>"
        rows += f"<tr class=f><td colspan=7 class=r>Carried forward<td class=r>{US(carried)}</tr>" if end < 34 else ""
        foot = f"<table class=sums style='border:1pt solid #000'><tr><td>Goods Total<td class=r>{US(order.net)}<tr><td>VAT @ 20%<td class=r>{US(order.tax)}<tr><td><b>Order Total GBP</b><td class=r><b>{US(order.total)}</b></table><p>Deliver to: Yard B, Lowfields Road, Leeds LS12 6BX, Mon-Fri 7.00 to 15.30, side unload only.</p>" if end == 34 else ""
        pages.append(f"""<div style="{"" if end == 34 else "break-after:page"}"><div class=two><div><b style="font-size:13pt">Pennine Timber &amp; Building Supplies Ltd</b><br>Canal Wharf, Shipley BD17 7DB<br>Tel 01274 555 186 &nbsp; buying@penninetimber.example</div><div style="font-size:19pt;letter-spacing:1pt">PURCHASE ORDER</div></div>
        <div class=two style="margin:5mm 0"><div style="border:.7pt solid #000;border-radius:3mm;padding:3mm;width:80mm">Humberside Panel &amp; Timber Importers Ltd<br>King George Dock<br>Hull HU9 5PR</div><table class=b style="width:78mm"><tr><td>Order No.<td>86104<td>Page<td>{len(pages) + 1} of 3<tr><td>Order Date<td>15/04/2026<td>A/C<td>HUM003<tr><td>Date Required<td>06/05/2026<td>Buyer<td>K. Rushworth<tr><td>Your Quote<td colspan=3>HPT/26/1190 (valid to 30/04/2026)</table></div><table class="w g"><tr><th>Our Code<th>Your Code<th>Description<th class=r>Ord Qty<th>Per<th class=r>Price<th class=r>Disc %<th class=r>Net Value</tr>{rows}</table>{foot}</div>""")
    html = f"<style>body{{font:8.5pt 'Liberation Sans'}} .g th{{border-top:1pt solid #000;border-bottom:1pt solid #000}} .g td{{padding:2.2mm 1mm}} .f td{{font-weight:bold;border-top:.5pt solid #000}}</style>{''.join(pages)}"
    return html, order.truth()


def infor_of_a_hospital_with_sidebar() -> tuple[str, Truth]:
    """Infor Lawson of a hospital (Canada): a grey sidebar holds the keys, four decimals, maker's reference in small."""
    order = Order("H260-55917", "2026-04-08", "CAD",
        (Item("40", "21.3750", "Gauze sponge sterile 10 x 10 cm 12 ply", "BX", buyer_item="0118842", sku="GS1012"), Item("12", "148.9200", "IV administration set, vented, needleless", "CA", buyer_item="0120031", sku="IVV-48"), Item("250", "0.8640", "Syringe luer lock 10 mL", "EA", buyer_item="0104416", sku="SY10LL"), Item("8", "96.0125", "Surgical gown level 3, XL", "CA", buyer_item="0133907", sku="SG3-XL"), Item("30", "13.4800", "Suction catheter 14 Fr with control port", "BX", buyer_item="0119275", sku="SC14-CP"), Item("5", "310.0000", "Pulse oximeter sensor, reusable, adult", "EA", buyer_item="0150222", sku="POX-AD")), name="Lakeshore Regional Health Centre", need="2026-04-24", vat_rate="13", country="CA")
    maker = "MEDLANE 4410", "B. HOLT 470108", "BECKWITH 302995", "MEDLANE 9077XL", "CONWAY 31420", "NELLIX DS-A"
    rows = each(order, lambda n, i: f"<tr><td>{n}<td>{i.buyer_item}<td>{i.sku}<td>{i.description}<br><small>MFR: {maker[n - 1]}</small><td class=r>{US.whole(i.qty)}<td>{i.uom}<td class=r>{US(i.price, 4)}<td class=r>{US(i.amount)}</tr>")
    side = "".join(f"<p><small>{label}</small><br>{value}</p>" for label, value in (("PURCHASE ORDER", "<b style='font-size:13pt'>H260-55917</b>"), ("ISSUED", "2026-04-08"), ("DELIVER BY", "2026-04-24"), ("VENDOR ID", "20771"), ("CONTRACT", "GPO-2024-118"), ("REQ / COST CTR", "R88410 / 71-4410"), ("TERMS", "NET 60"), ("BUYER", "Anita Kowalczyk<br>705-555-0140<br>ext. 5591"), ("BILL TO", "Accounts Payable<br>PO Box 880, Stn Main<br>Orillia ON L3V 6K8<br>Canada"), ("SHIP TO", "Receiving, Dock C<br>170 Colborne St W<br>Orillia ON L3V 2Z3<br>Canada")))
    html = f"""<style>@page{{margin:0}} body{{font:8.5pt 'Liberation Sans'}} small{{color:#777;font-size:6.5pt}} .g th{{border-bottom:1.5pt solid #0b6e6e;vertical-align:bottom}} .g td{{border-bottom:.4pt solid #ccc}}</style>
    <div style="display:flex"><div style="width:42mm;min-height:270mm;background:#e8efef;padding:14mm 4mm 0 6mm">{side}</div><div style="flex:1;padding:14mm 9mm 0 7mm"><div style="font:bold 15pt 'Liberation Serif';color:#0b6e6e">Lakeshore Regional Health Centre</div><div>170 Colborne Street West, Orillia, Ontario L3V 2Z3, Canada</div>
    <div style="margin:8mm 0;padding:2mm 3mm;border-left:2pt solid #0b6e6e"><small>VENDOR</small><br>Northern Shield Medical Supply Ltd.<br>2855 Argentia Rd, Unit 4<br>Mississauga ON L5N 8G6, Canada</div><table class="w g"><tr><th>Ln<th>Item<th>Vendor Item<th>Description<th class=r>Qty<th>UOM<th class=r>Unit Cost<th class=r>Extended</tr>{rows}</table>
    <table class=sums><tr><td>Goods Total<td class=r>{US(order.net)}<tr><td>HST 13 %<td class=r>{US(order.tax)}<tr><td><b>PO Total CAD</b><td class=r><b>{US(order.total)}</b></table><p style="margin-top:12mm"><small>Substitutions are not accepted without written approval. Back orders older than 30 days are cancelled. HST registration of the vendor must be shown on the invoice.</small></p></div></div>"""
    return html, order.truth()


def erpnext_with_gst_and_lakhs() -> tuple[str, Truth]:
    """ERPNext (India): lakh grouping, HSN column, CGST and SGST, the total in words, the buyer's GSTIN."""
    order = Order("PUR-ORD-2026-00219", "2026-04-18", "INR",
        (Item("120", "1875.00", "EN8 round bar, dia 40 mm, 3 m length", "Nos", item="RM-EN8-40"), Item("850", "212.00", "Hex nut M24 grade 8, plain", "Kg", item="FS-HN-M24"), Item("16", "14250.00", "Carbide insert box CNMG 120408 (box of 10)", "Box", item="TL-CNMG-08"), Item("400", "96.50", "Cutting oil, neat, low viscosity", "Litre", item="CN-OIL-N")), name="Sahyadri Precision Components Pvt. Ltd.", vat="27AAKCS4172N1ZQ", country="IN", need="2026-05-15", vat_rate="18")
    hsn = "72149990", "73181600", "82090090", "27101980"
    half = tax_of(order.net, "9")
    rows = each(order, lambda n, i: f"<tr><td>{n}<td>{i.item}<td>{i.description}<td>{hsn[n - 1]}<td class=r>{PLAIN(i.qty)}<td>{i.uom}<td class=r>₹ {INDIA(i.price)}<td class=r>₹ {INDIA(i.amount)}</tr>")
    html = f"""<style>body{{font:9pt 'DejaVu Sans Condensed','DejaVu Sans'}} .g td,.g th{{border:.6pt solid #d1d8dd;padding:1.6mm}} .g th{{background:#f7fafc}} .g .r{{white-space:nowrap}} .k{{display:grid;grid-template-columns:32mm 1fr;gap:1.2mm}} .k b{{font-weight:600}}</style>
    <div style="text-align:center"><b style="font-size:13pt">Sahyadri Precision Components Pvt. Ltd.</b><br>Gat No. 412, Chakan MIDC Phase II, Pune 410501, Maharashtra, India<br>GSTIN: 27AAKCS4172N1ZQ &nbsp; CIN: U28920MH2011PTC215530</div>
    <div style="border-bottom:1pt solid #000;margin:5mm 0 4mm;padding-bottom:2mm"><span style="font-size:14pt;font-weight:bold">PURCHASE ORDER</span><br><span style="color:#555">PUR-ORD-2026-00219</span></div>
    <div style="display:grid;grid-template-columns:1fr 1fr;gap:8mm;margin-bottom:6mm"><div class=k><b>Supplier:</b><span>Deccan Steel &amp; Tools Agency</span><b>Address:</b><span>Shop 14, Bhosari Industrial Estate,<br>Pune 411026<br>GSTIN: 27AAFFM8836Q1ZE</span><b>Quotation:</b><span>DSTA/Q/1184</span></div><div class=k><b>Date:</b><span>18-04-2026</span><b>Required By:</b><span>15-05-2026</span><b>Contact:</b><span>Mr. Prakash Jadhav, +91 20 5550 2190</span><b>Set Warehouse:</b><span>Stores - SPC</span></div></div>
    <table class="w g"><tr><th>Sr<th>Item Code<th>Description<th>HSN/SAC<th class=r>Quantity<th>UOM<th class=r>Rate<th class=r>Amount</tr>{rows}</table>
    <table class=sums style="width:88mm"><tr><td>Total<td class=r>₹ {INDIA(order.net)}<tr><td>CGST @ 9.0 %<td class=r>₹ {INDIA(half)}<tr><td>SGST @ 9.0 %<td class=r>₹ {INDIA(half)}<tr><td><b>Grand Total</b><td class=r><b>₹ {INDIA(order.total)}</b></table><p><b>In Words:</b> INR Seven Lakh Ninety Two Thousand Seven Hundred And Twenty Four only.</p>
    <p style="font-size:8pt"><b>Terms and Conditions</b><br>1. Material test certificate with each lot. 2. Payment 30 days from receipt. 3. Subject to Pune jurisdiction.</p>"""
    return html, order.truth()


PAPERS = tuple(map(Printed, (
    s4_output_form_with_supplier_numbers_below,
    oracle_fusion_with_a_schedule_under_each_line,
    netsuite_standard_with_item_over_description,
    dynamics_finance_with_discount_and_date_per_line,
    quickbooks_of_a_landscaper,
    xero_without_item_numbers,
    jaggaer_of_a_state_university,
    merchant_of_timber_with_carried_forward_totals,
    infor_of_a_hospital_with_sidebar,
    erpnext_with_gst_and_lakhs,
)))
