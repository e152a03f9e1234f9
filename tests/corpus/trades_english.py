"""Papers of the long tail, in English: templates, letters and in-house systems of small firms, trades and public bodies."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import US, Item, Notation, Order
from tests.corpus.web import Printed, Truth, pairs, sums

SPACED = Notation(".", " ")  #: South Africa as spool prints write it

def crooked_paddle_excel_template() -> tuple[str, Truth]:
    """US craft brewery on the free Excel template: blue bands, empty rows, dashes in the sums, a fee keyed as an item."""
    order = Order("1187", "2026-04-13", "USD", (
        Item("24", "58.75", "2-row brewers malt, 55 lb bag", item="MLT-2ROW"), Item("6", "71.20", "Munich malt 10L, 55 lb bag", item="MLT-MUN10"),
        Item("4", "189.00", "Citra hop pellets T-90, 11 lb box", item="HOP-CIT-11"), Item("10", "12.95", "Irish moss, 1 lb", item="FIN-IRM-1"),
        Item("1", "35.00", "Pallet handling fee", item="FEE-PLT")), name="Crooked Paddle Brewing Co.", charges="285.00")
    band = "background:#2b5797;color:#fff;font-weight:bold"
    goods = "".join(f'<tr><td>{i.item}<td>{i.description}<td class=c>{i.qty}<td class=r>{i.price}<td class=r style="background:#eef3fa">{US(i.amount)}' for i in order.items)
    empty = '<tr><td>&nbsp;<td><td><td><td class=r style="background:#eef3fa">-' * 7
    html = f"""<style>.x td,.x th{{border:1px solid #9ab}}</style>
<table class=w><tr><td style="font-size:16pt;color:#2b5797"><b>Crooked Paddle Brewing Co.</b><td class=r style="font-size:20pt;color:#7a94c0"><b>PURCHASE ORDER</b>
<tr><td>418 Mill Race Road<br>Duluth, MN 55802<br>Phone: (218) 555-0142 &nbsp; Fax: (218) 555-0143<br>Website: crookedpaddle.example<td><table style="margin-left:auto"><tr><td class=r>DATE<td style="border:1px solid #9ab">4/13/2026<tr><td class=r>PO #<td style="border:1px solid #9ab">{order.po}</table></table>
<table class=w style="margin-top:4mm"><tr><td style="{band};width:47%">VENDOR<td><td style="{band};width:47%">SHIP TO
<tr><td>Great Prairie Malt &amp; Hop Supply<br>Attn: Dana Ostrowski<br>9200 Elevator Ave<br>Fargo, ND 58102<br>(701) 555-0177<td><td>Erik Lindqvist, Cellar<br>Crooked Paddle Brewing Co. - Warehouse<br>77 Harbor Slip, Dock 3<br>Duluth, MN 55806<br>Mon-Thu 8am-2pm, call ahead</table>
<table class="w x" style="margin-top:4mm;text-align:center"><tr style="{band}"><td>REQUISITIONER<td>SHIP VIA<td>F.O.B.<td>SHIPPING TERMS<tr><td>E. Lindqvist<td>LTL freight<td>Fargo<td>Prepaid &amp; add</table>
<table class="w x" style="margin-top:4mm"><tr style="{band}"><td style="width:20%">ITEM #<td>DESCRIPTION<td class=c>QTY<td class=r>UNIT PRICE<td class=r>TOTAL{goods}{empty}</table>
<table class=w><tr><td style="width:58%"><div style="background:#ccc;padding:1mm;margin-top:2mm"><b>Comments or Special Instructions</b></div><div style="border:1px solid #ccc;padding:1mm;height:18mm">Pricing per your quote 33817 of 4/9/2026. Lot analysis sheets with the malt, please.</div>
<td><table class=sums style="margin-top:1mm"><tr><td>SUBTOTAL<td class=r>{US(order.goods)}<tr><td>TAX<td class=r>-<tr><td>SHIPPING<td class=r>{US(order.charges)}<tr><td>OTHER<td class=r>-<tr><td style="border-top:2px solid #000"><b>TOTAL</b><td class=r style="border-top:2px solid #000"><b>$ {US(order.total)}</b></table></table>
<p style="margin-top:14mm">Authorized by ______________________ &nbsp; Date __________</p><p class=c style="font-size:8pt">If you have any questions about this purchase order, please contact Erik Lindqvist, (218) 555-0142, cellar@crookedpaddle.example</p>"""
    return html, order.truth()


def school_district_requisition_with_fund_codes() -> tuple[str, Truth]:
    """US school district's finance system: requisition and quote numbers around the order's, account split adding up again."""
    order = Order("26-004871", "2026-05-11", "USD", (
        Item("30", "142.50", "Student desk, adjustable height, 24 x 18 in", "EA", sku="VD-2418-ADJ"), Item("30", "61.90", "Stack chair 16 in, navy", "EA", sku="VC-16-NVY"),
        Item("8", "318.00", "Activity table, kidney 48 x 72 in", "EA", sku="VT-K4872"), Item("12", "27.45", "Floor glides, felt, pack of 48", "PK", sku="VG-48F"),
        Item("1", "450.00", "Inside delivery and debris removal", "LOT", sku="SVC-INS")), name="Cedar Hollow Unified School District", need="2026-07-31")
    goods = "".join(f"<tr><td class=c>{n:02d}<td class=r>{i.qty}<td>{i.uom}<td>{i.description}<br>Cat. No. {i.sku}<td class=r>{i.price}<td class=r>{US(i.amount)}" for n, i in enumerate(order.items, 1))
    html = f"""<style>body{{font-family:'Liberation Serif',serif;font-size:10pt}} .k td{{border:1px solid #000;font-size:8.5pt}} .k small{{display:block;font-size:6.5pt;color:#333}}</style>
<div class=c><b style="font-size:15pt">CEDAR HOLLOW UNIFIED SCHOOL DISTRICT</b><br>Purchasing Department &bull; 2200 Orchard Street, Cedar Hollow, CO 81428<br>(970) 555-0119<br><b style="font-size:13pt;letter-spacing:2px">PURCHASE ORDER</b></div>
<table class="w k" style="margin:3mm 0"><tr><td><small>P.O. NUMBER - MUST APPEAR ON ALL INVOICES AND CARTONS</small><b style="font-size:12pt">{order.po}</b><td><small>P.O. DATE</small>05/11/2026<td><small>REQUISITION</small>R-118822<td><small>VENDOR NO.</small>30417<td><small>DATE REQUIRED</small>07/31/2026
<tr><td colspan=2><small>VENDOR</small>Virgil &amp; Dunn School Furnishings LLC<br>PO Box 5510<br>Lincoln, NE 68505<td colspan=3><small>SHIP TO</small>Juniper Flats Middle School<br>415 County Road 9, Receiving Door C<br>Cedar Hollow, CO 81428<br>Attn: M. Tafoya - deliver 7:30-2:30 on school days
<tr><td colspan=2><small>BILL TO</small>Accounts Payable, Cedar Hollow USD<br>2200 Orchard Street, Cedar Hollow, CO 81428<td><small>TERMS</small>Net 30<td><small>FREIGHT</small>Included<td><small>QUOTE / DATE</small>Q-77310 / 03/18/2026</table>
<table class=w><tr style="border-top:1px solid #000;border-bottom:1px solid #000"><th class=c>Line<th class=r>Quantity<th>Unit<th>Description<th class=r>Unit Cost<th class=r>Extended Cost{goods}
<tr style="border-top:1px solid #000"><td colspan=4>THE DISTRICT IS EXEMPT FROM STATE AND LOCAL SALES TAX. CERTIFICATE ON REQUEST.<td class=r style="white-space:nowrap"><b>P.O. TOTAL</b><td class=r><b>${US(order.total)}</b></table>
<table class="k" style="margin-top:6mm;width:70%"><tr><td><b>Account distribution</b><td>Fund-Loc-Prog-Obj<td class=r>Amount<tr><td>Bond 2024<td>43-118-0000-0735<td class=r>{US(order.total - 2000)}<tr><td>Building budget<td>10-118-1100-0610<td class=r>2,000.00</table>
<table class=w style="margin-top:14mm"><tr><td style="border-top:1px solid #000;width:45%">Director of Purchasing<td style="width:10%"><td style="border-top:1px solid #000">Superintendent or designee</table>"""
    return html, order.truth()


def hospitals_trust_with_both_codes() -> tuple[str, Truth]:
    """English hospitals trust: the trust's code and the supplier's code side by side, invoices to shared services, narrow type."""
    order = Order("WTH0093217", "2026-03-04", "GBP", (
        Item("40", "11.86", "Nitrile exam gloves, powder free, medium", "BX100", buyer_item="FTG1182", sku="NG-M-100"), Item("12", "64.30", "IV administration set, needle-free port", "CT50", buyer_item="FKB2207", sku="IVS-7741"),
        Item("6", "128.75", "Disposable stethoscope, paediatric", "CT20", buyer_item="FDD0419", sku="ST-P20"), Item("25", "3.92", "Kidney dish, pulp, 300 ml", "PK25", buyer_item="FJE3310", sku="KD-300")),
        name="Wendlebury and Thame Hospitals Trust", vat="GB274551939", need="2026-03-12", vat_rate="20")
    goods = "".join(f"<tr><td>{n}<td>{i.buyer_item}<td>{i.sku}<td>{i.description}<td>{i.uom}<td class=r>{i.qty}<td class=r>{i.price}<td class=c>S<td class=r>{US(i.amount)}" for n, i in enumerate(order.items, 1))
    html = f"""<style>body{{font-family:'Liberation Sans Narrow',sans-serif;font-size:10.5pt}} h1{{font-size:15pt;margin:0;color:#003f7d}}</style>
<div class=two><div><h1>Wendlebury and Thame Hospitals Trust</h1>Procurement, Level 2, Thame Road, Wendlebury OX25 9ZZ<br>VAT registration no. GB 274 5519 39</div><div style="background:#003f7d;color:#fff;padding:3mm 6mm;font-size:13pt"><b>Official Order</b></div></div><hr>
<div class=two style="gap:6mm"><div style="width:33%"><b>To</b><br>Aldermoor Medical Supplies Ltd<br>Unit 14 Saltbox Park<br>Crewe CW1 6QX<br>Our account with you: 0044817</div><div style="width:33%"><b>Deliver to</b><br>Receipt &amp; Distribution, Gate 4<br>Thame Community Hospital<br>Park Lane, Thame OX9 3ZZ<br>Deliveries 07:30 to 12:00, Monday to Friday</div>
<div style="width:33%">{pairs(("Order no.", f"<b>{order.po}</b>"), ("Date of order", "04/03/2026"), ("Delivery required", "12/03/2026"), ("Raised by", "K. Osei, ext. 4471"), ("Cost centre", "418802 / 73110"))}</div></div><br>
<table class="w b"><tr style="background:#dbe6f1"><th>Ln<th>Our code<th>Your code<th>Description<th>UOI<th class=r>Qty<th class=r>Price per UOI<th>VAT<th class=r>Net value &pound;{goods}</table>
{sums(("Net", "&pound;" + US(order.net)), ("VAT S = 20%", "&pound;" + US(order.tax)), ("<b>Order value</b>", f"<b>&pound;{US(order.total)}</b>"))}
<p><b>Invoices</b> to: Thames Valley Shared Services, Payables T62, PO Box 318, Reading RG1 9ZZ - not to the delivery address. No order number, no payment. The Trust's standard terms for the supply of goods apply; payment 30 days from receipt of a valid invoice.</p>"""
    return html, order.truth()


def county_council_winter_stock_by_dates() -> tuple[str, Truth]:
    """Irish county council's letter with a date for every line, bilingual heading, framework reference, VAT 23 %."""
    order = Order("RD/26/0338", "2026-09-14", "EUR", (
        Item("120", "68.50", "Rock salt 6 mm, loose tipped", "tonne"), Item("24", "146.00", "Grit bin 400 litre, yellow, hinged lid", "each"),
        Item("150", "13.20", "Traffic cone 750 mm, two-part", "each"), Item("10", "39.90", "Snow shovel, aluminium edge, pack of 2", "pack")), name="Inisfale County Council", vat="IE6471835M", country="IE", vat_rate="23")
    dates = ("Mon 5 October 2026", "Fri 16 October 2026", "Fri 16 October 2026", "Mon 2 November 2026")
    goods = "".join(f'<tr><td>{n}.<td>{i.description}<td>{d}<td class=r>{i.qty} {i.uom}<td class=r>&euro;{i.price}<td class=r>&euro;{US(i.amount)}' for n, (i, d) in enumerate(zip(order.items, dates, strict=True), 1))
    html = f"""<style>body{{font-family:'DejaVu Serif',serif;font-size:9pt}} .g th{{border-bottom:2px solid #2f6b3a}} .g td{{border-bottom:1px dotted #999}}</style>
<div class=c style="color:#2f6b3a"><span style="font-size:17pt">Comhairle Contae Inis F&aacute;il</span><br><b style="font-size:13pt">Inisfale County Council</b><br><span style="color:#000;font-size:8pt">&Aacute;ras an Chontae, Quay Street, Kilbracken, Co. Inisfale, Ireland &middot; VAT No. IE6471835M</span></div>
<p style="margin-top:8mm">Roads Section<br>14 September 2026</p><p>Shannonmouth Salt &amp; Signs Ltd.<br>Dock Road<br>Limerick</p>
<p><b>Purchase order {order.po} &ndash; winter maintenance stock</b></p><p>Dear Ms. Halloran,</p>
<p>Please supply the goods below to the Council's depot at Ballymore Cross (open 8.00&ndash;16.30, lunch 13.00&ndash;13.30) under Lot 2 of framework LG-WM-2025-07. Note that each line has its own date. Prices are those of your tender of 22 June 2026 and exclude VAT.</p>
<table class="w g"><tr><th><th>Goods<th>Wanted at depot<th class=r>Quantity<th class=r>Rate<th class=r>Value{goods}</table>
<table class=sums><tr><td>Total excluding VAT<td class=r>&euro;{US(order.net)}<tr><td>VAT at 23%<td class=r>&euro;{US(order.tax)}<tr><td><b>Total of this order</b><td class=r><b>&euro;{US(order.total)}</b></table>
<p>Drivers must report to the weighbridge; weighbridge dockets go with the invoice. The Council pays within 30 days under the Prompt Payment rules. Quote the order number above on every docket.</p><p>Mise le meas,</p><p style="margin-top:12mm">Colm &Oacute; Ruairc<br><i>A/Senior Executive Engineer</i></p>"""
    return html, order.truth(need_date=...)


def aerospace_blocks_with_revision_letters() -> tuple[str, Truth]:
    """Canadian aerospace shop: a block per item, revision beside the part number, quality clauses between, same date on each."""
    order = Order("P047719", "2026-04-21", "CAD", (
        Item("12", "418.50", "BRACKET, HINGE, AFT BAGGAGE DOOR", "EA", item="78-21140-3"), Item("12", "391.25", "BRACKET, HINGE, FWD BAGGAGE DOOR", "EA", item="78-21141-1"),
        Item("48", "27.80", "BUSHING, FLANGED, AL-NI-BRONZE", "EA", item="NB4471-06"), Item("6", "1284.00", "FITTING, STRUT ATTACH, MACHINED", "EA", item="78-30022-7"),
        Item("1", "950.00", "FIRST ARTICLE INSPECTION REPORT, AS9102", "LOT", item="FAI-LOT")), name="Kestrel Lake Aerostructures Inc.", vat="834172918RT0001", need="2026-06-12")
    more = (("C", "7075-T7351 PLATE"), ("C", "7075-T7351 PLATE"), ("-", "AMS 4640"), ("F", "15-5PH H1025"), ("-", "FOR 78-30022-7 REV F"))
    notes = {1: "Q1 MATERIAL CERTS REQUIRED. Q7 NO DEVIATION WITHOUT WRITTEN APPROVAL.", 3: "Q12 SPECIAL PROCESS: PASSIVATE PER AMS 2700, APPROVED SOURCES ONLY. PREVIOUSLY BOUGHT ON P046102 OF 2025-11-03, SAME PRICE."}
    blocks = "".join(f"""<div style="border:1px solid #000;margin-top:2mm;break-inside:avoid"><div style="display:grid;grid-template-columns:16mm 1fr 18mm 24mm 38mm 34mm;background:#e6e6e6"><span class=h>ITEM<b>{n + 1:03d}</b></span><span class=h>PART NUMBER<b>{i.item}</b></span><span class=h>REV<b>{m[0]}</b></span><span class=h>QTY<b>{i.qty} {i.uom}</b></span><span class=h>UNIT PRICE<b>{US(i.price)}</b></span><span class=h>EXTENDED<b>{US(i.amount)}</b></span></div>
<div style="padding:1mm 1.5mm">DESCRIPTION: {i.description}<br>MATERIAL: {m[1]}<br>REQUIRED ON DOCK: 2026-06-12{"<br><i>" + notes[n] + "</i>" if n in notes else ""}</div></div>""" for n, (i, m) in enumerate(zip(order.items, more, strict=True)))
    html = f"""<style>.h{{border-right:1px solid #000;padding:.5mm 1.5mm;font-size:6.5pt}} .h b{{display:block;font-size:9.5pt}} .h:last-child{{border:0}}</style>
<div class=two style="border-bottom:3px solid #8a1c1c"><div><b style="font-size:14pt">Kestrel Lake Aerostructures Inc.</b><br>3100 Hangar Row, North Bay ON&nbsp; P1B 8Z4<br>GST/HST No. 834172918RT0001</div><div class=r><b style="font-size:12pt">PURCHASE ORDER</b><br>Number: <b>{order.po}</b><br>Issued: 2026-04-21<br>Page 1 of 1</div></div>
<div class=two style="margin-top:2mm"><div>SUPPLIER 2280<br>Valcourt Precision Machining Lt&eacute;e<br>88 rue de l'Atelier<br>Sherbrooke QC&nbsp; J1L 2Z9</div><div>SHIP TO<br>Receiving, Bldg 6<br>3100 Hangar Row, North Bay ON<br>Carrier: collect, acct 55-2071</div><div>BUYER: R. Deslauriers<br>PROGRAM: KL-400 / WO 7004471<br>CURRENCY: CAD<br>TERMS: 2% 10, NET 45</div></div>
{blocks}<table class="sums b"><tr><td>TOTAL, TAXES EXTRA IF APPLICABLE<td class=r><b>CAD {US(order.total)}</b></table>
<p style="font-size:7.5pt">Acknowledge within 48 h. Terms and quality clauses KLA-QC-11 Rev H apply and take precedence. Overshipment is returned at the supplier's cost.</p>"""
    return html, order.truth()


def site_manager_ex_and_inc_gst() -> tuple[str, Truth]:
    """Australian builder's site order: rates ex GST with GST and inc amounts side by side, job number, group company pays."""
    order = Order("TW-3067", "2026-03-23", "AUD", (
        Item("42", "268.00", "32 MPa concrete, 20 mm agg, 80 slump", "m3"), Item("6", "245.00", "Boom pump hire 36 m incl. operator", "hr"),
        Item("18", "96.50", "SL82 mesh sheet 6.0 x 2.4 m", "sheet"), Item("42", "4.50", "Environmental levy", "m3")), name="Tallowood Constructions Pty Ltd", need="2026-03-27", vat_rate="10")
    goods = "".join(f"<tr><td>{i.description}<td class=r>{i.qty}<td>{i.uom}<td class=r>{i.price}<td class=r>{US(i.amount)}<td class=r>{US(i.amount / 10)}<td class=r>{US(i.amount * 11 / 10)}" for i in order.items)
    html = f"""<style>body{{font-size:9.5pt}} .t th{{background:#f4a300}} .t td{{border-bottom:1px solid #bbb}} .t .r{{padding-left:3mm}} .t th{{font-size:8.5pt}}</style>
<div style="background:#333;color:#fff;padding:4mm;font-size:15pt"><b>TALLOWOOD</b> Constructions Pty Ltd<span style="float:right">Site Purchase Order</span></div>
<table class=w style="margin:3mm 0"><tr><td><b>PO</b><td>{order.po}<td><b>Job</b><td>260417 Marrickfield Stage 2<td><b>Date</b><td>23/03/2026<tr><td><b>Supplier</b><td>Ironbark Readymix Pty Ltd<br>Lot 5 Quarry Rd, Penfold NSW 2749<td><b>Site</b><td>12-18 Wattle Parade<br>Marrickfield NSW 2204<br>gate B, no trucks 8:00-9:15am (school)<td><b>Pour date / required</b><td>27/03/2026<br>first truck 5:45am
<tr><td><b>Ordered by</b><td>Shane Petrakis, site manager<br>0491 570 156<td><b>Ref</b><td>Phone call with Trent 20/03,<br>your quote 8841-B dated 16/03/2026<td><b>Terms</b><td>30 days EOM</table>
<table class="w t"><tr><th>Description<th class=r>Qty<th>Unit<th class=r>Rate ex GST<th class=r>Amount ex GST<th class=r>GST<th class=r>Amount inc GST</tr>{goods}
<tr style="font-weight:bold"><td colspan=4 class=r>Totals AUD<td class=r>{US(order.net)}<td class=r>{US(order.tax)}<td class=r>{US(order.total)}</table>
<p><b>Order total including GST: A${US(order.total)}</b></p><p>Tax invoices to Tallowood Group Services Pty Ltd, Accounts Payable, GPO Box 4417, Sydney NSW 2001, showing PO and job. Dockets signed by the site manager or his delegate only. SWMS and insurances must be current before entering site.</p>"""
    return html, order.truth()


def farm_cooperative_units_before_quantities() -> tuple[str, Truth]:
    """New Zealand farm co-op: unit before quantity, amount left of price, typewriter serif, GST at the foot."""
    order = Order("16-2290", "2026-08-17", "NZD", (
        Item("12", "118.40", "Teat spray concentrate 20 L", "drum", item="40117"), Item("80", "34.85", "Calf meal 20% protein 25 kg", "bag", item="22065"),
        Item("15", "142.00", "Baleage wrap 750 mm x 1500 m, green", "roll", item="51820"), Item("6", "89.95", "Zinc sulphate monohydrate 10 kg", "pail", item="40388"),
        Item("200", "5.15", "Waratah post 1.65 m", "each", item="60214")), name="Upper Mangatiti Farmers' Co-operative Society", vat="98417303", need="2026-08-28", vat_rate="15")
    goods = "".join(f"<tr><td>{i.uom}<td class=r>{i.qty}<td>{i.description}<td>{i.item}<td class=r>{US(i.amount)}<td class=r>{US(i.price)}" for i in order.items)
    html = f"""<style>body{{font-family:'Liberation Serif',serif;font-size:11pt}} .f th{{border-bottom:1px solid;border-top:1px solid;font-style:italic;font-weight:normal}}</style>
<div class=r><b style="font-size:15pt">Upper Mangatiti Farmers' Co-operative Society</b><br>Main Trunk Road, Mangatiti 3982<br>GST No. 98417303<br>orders@mangatiti-coop.example</div>
<p>Monday 17 August 2026</p><p>Attention: Order desk<br>Southern Cross Rural Wholesale Limited<br>PO Box 8860, Palmerston North</p>
<p style="font-size:13pt"><b>Our order 16-2290</b> &nbsp;&nbsp;<span style="font-size:11pt">(our customer number with you is 70553)</span></p><p>Please send to the Mangatiti store by <b>Friday 28 August 2026</b>, tail-lift truck, between 9 am and 3 pm:</p>
<table class="w f"><tr><th>Unit<th class=r>Quantity<th>Product<th>Code<th class=r>Amount NZ$<th class=r>Unit price NZ$</tr>{goods}
<tr><td colspan=6 style="border-top:1px solid">&nbsp;<tr><td colspan=4 class=r>Goods before GST<td class=r>{US(order.net)}<td><tr><td colspan=4 class=r>GST 15%<td class=r>{US(order.tax)}<td><tr><td colspan=4 class=r><b>To pay</b><td class=r><b>{US(order.total)}</b><td></table>
<p>The wrap at the same price as on our order 16-2107 of 3 July, as agreed with Wiremu. We trust this is above your minimum order of $1,500. Payment on the 20th of the month following.</p><p>Kind regards,<br><br>Heather Paki<br>Stores and Purchasing</p>"""
    return html, order.truth()


def drydock_spool_print() -> tuple[str, Truth]:
    """South African ship repairer's in-house system: a green-screen spool print in capitals, space as thousands mark."""
    order = Order("D0088164", "2026-06-08", "ZAR", (
        Item("1200", "41.75", "GRIT BLAST COPPER SLAG 0.5-1.4MM", "KG", item="1004410"), Item("80", "312.60", "EPOXY PRIMER GREY 2-PACK 20L KIT", "L", item="1007721"),
        Item("16", "1845.00", "ZINC ANODE WELD-ON 10KG", "EA", item="2001138"), Item("40", "96.30", "WELDING ELECTRODE E7018 3.2MM 5KG", "PKT", item="3000952"),
        Item("3", "7420.00", "HYDRAULIC HOSE ASSY 1IN X 12M", "EA", item="2004470")), name="MZIMVUBU DRYDOCK (PTY) LTD", vat="4710283906", country="ZA", need="2026-06-19", vat_rate="15")
    goods = "\n".join(f"{n:03d} {i.item:<8} {i.description:<34} {SPACED(i.qty, 0):>7} {i.uom:<4} {SPACED(i.price):>10} {SPACED(i.amount):>12}" for n, i in enumerate(order.items, 1))
    rule, thin = "=" * 84, "-" * 84
    html = f"""<style>pre{{font:9.4pt/1.3 'Liberation Mono',monospace;margin:0}}</style><pre>
{rule}
MZIMVUBU DRYDOCK (PTY) LTD                                  PURCHASE ORDER
QUAY 4, BAYHEAD HARBOUR, DURBAN 4052, SOUTH AFRICA
VAT NO 4710283906                                           PAGE   1   PGM PUR410R
{rule}
TO : 60118                                  ORDER NO   : D0088164
     INDIAN OCEAN MARINE STORES CC          ORDER DATE : 2026/06/08
     18 ROPEWALK STREET                     DELIVER BY : 2026/06/19
     JACOBS 4026                            VESSEL     : MV KARIBA STAR
     FAX 031 555 0190                       JOB NO     : J2601187
                                            BUYER      : T NAIDOO
DELIVER TO : STORES GATE 2, BAYHEAD         YOUR REF   : QUO 5567 OF 2026/05/29
{thin}
LN  ITEM     DESCRIPTION                            QTY UOM  UNIT PRICE       AMOUNT
{thin}
{goods}
{thin}
                                                       SUB TOTAL ZAR  {SPACED(order.net):>14}
                                                       VAT 15 %       {SPACED(order.tax):>14}
                                                       ORDER TOTAL ZAR{SPACED(order.total):>14}
                                                                      ==============
TERMS: 30 DAYS FROM STATEMENT.  GOODS RECEIVED 07H00-15H00 MON-THU, 07H00-12H00 FRI.
PRICES ARE FIXED.  NO SUBSTITUTES ON ITEM 001 WITHOUT APPROVAL OF PAINT INSPECTOR.
*** END OF ORDER ***
</pre>"""
    return html, order.truth()


def electronics_buy_list_with_three_numbers() -> tuple[str, Truth]:
    """Singapore electronics maker, 30 lines on several pages: own part, maker's number and the distributor's order code; four decimals."""
    held = (("R-0402-10K", "RX0402F1002", "2118840", "Chip resistor 10k 1% 0402", "20000", "0.0021"), ("R-0402-4K7", "RX0402F4701", "2118852", "Chip resistor 4k7 1% 0402", "20000", "0.0021"), ("R-0402-100R", "RX0402F1000", "2118861", "Chip resistor 100R 1% 0402", "10000", "0.0021"),
            ("R-0603-0R", "RX0603J0R0", "2119004", "Jumper 0R 0603", "5000", "0.0034"), ("R-2512-R01", "LRS2512R010F", "2120177", "Shunt 10 mOhm 2512 2 W", "1500", "0.1850"), ("C-0402-100N", "KM0402X7R104", "2207710", "MLCC 100 nF 16 V X7R 0402", "40000", "0.0043"),
            ("C-0805-10U", "KM0805X5R106", "2207748", "MLCC 10 uF 25 V X5R 0805", "8000", "0.0312"), ("C-1210-47U", "KM1210X5R476", "2207790", "MLCC 47 uF 16 V X5R 1210", "2000", "0.2145"), ("C-EL-470U", "PZA470M35", "2214430", "Electrolytic 470 uF 35 V", "1200", "0.1420"),
            ("L-4R7-3A", "SPD6028-4R7", "2301126", "Power inductor 4.7 uH 3 A", "1500", "0.2260"), ("L-BEAD-600", "FB0603-601", "2301408", "Ferrite bead 600R 0603", "6000", "0.0128"), ("D-SS34", "SS34-T", "2402210", "Schottky diode 40 V 3 A SMA", "3000", "0.0465"),
            ("D-TVS-24", "TVB24CA", "2402877", "TVS diode 24 V bidirectional", "1500", "0.0920"), ("D-LED-GRN", "LQG-0603-G", "2405519", "LED green 0603", "4000", "0.0237"), ("D-LED-RED", "LQG-0603-R", "2405520", "LED red 0603", "4000", "0.0237"),
            ("Q-NMOS-30", "NX3040L", "2503381", "N-MOSFET 30 V 4 A SOT-23", "3000", "0.0588"), ("Q-PMOS-30", "PX3021L", "2503399", "P-MOSFET 30 V 3 A SOT-23", "3000", "0.0641"), ("U-MCU-48", "ARV407C8", "2611020", "Microcontroller 48-pin 128 kB", "1500", "2.3150"),
            ("U-LDO-3V3", "TLV1133", "2611784", "LDO regulator 3.3 V 500 mA", "1500", "0.1975"), ("U-BUCK-5V", "MPB2450", "2611802", "Buck converter 5 V 2 A", "1500", "0.6420"), ("U-CAN", "TJC1042", "2612347", "CAN transceiver 5 Mbit/s", "1500", "0.5180"),
            ("U-EEP-64K", "CAT64C", "2612990", "EEPROM 64 kbit I2C", "1500", "0.1635"), ("U-RS485", "SNR3485", "2613011", "RS-485 transceiver 3.3 V", "750", "0.4410"), ("Y-8M", "XR8-18", "2700156", "Crystal 8 MHz 18 pF", "1500", "0.1120"),
            ("J-USB-C", "UC16-RA", "2801177", "USB-C receptacle 16-pin", "1500", "0.3390"), ("J-HDR-2X5", "PH127-10", "2801624", "Pin header 2x5 1.27 mm", "1500", "0.1765"), ("J-TB-6", "TB508-6", "2802213", "Terminal block 6-way 5.08 mm", "750", "0.5525"),
            ("S-TACT", "TS66-43", "2900448", "Tact switch 6x6 mm", "3000", "0.0386"), ("F-PTC-1A", "PT1812-110", "2900910", "Resettable fuse 1.1 A 1812", "1500", "0.0875"), ("K-RELAY-5", "HR5-1C", "2910072", "Relay 5 V 1 C/O 10 A", "750", "0.8240"))
    order = Order("STE26-01954", "2026-07-02", "USD", tuple(Item(q, p, d, "PC", buyer_item=own, sku=code) for own, _, code, d, q, p in held), name="Serangoon Telemetry Engineering Pte. Ltd.", vat="201628314C", country="SG", need="2026-08-14")
    goods = "".join(f'<tr style="break-inside:avoid"><td>{n}<td>{i.buyer_item}<br><small>MPN {h[1]}</small><td>{i.description}<td>{i.sku}<td class=r>{US(i.qty, 0)} {i.uom}<td class=r>{i.price}<td class=r>{US(i.amount)}' for n, (i, h) in enumerate(zip(order.items, held, strict=True), 1))
    html = f"""<style>thead{{display:table-header-group}} .s>thead .q th{{border-bottom:1.5px solid #06c;color:#06c}} .s>tbody td{{border-bottom:1px solid #ddd}} .s small{{color:#555}}</style>
<table class="w s"><thead><tr><td colspan=7 style="padding:0 0 3mm"><div class=two><span><b style="font-size:12pt">Serangoon Telemetry Engineering Pte. Ltd.</b><br>21 Tagore Industrial Link #04-07, Singapore 787199 &nbsp;|&nbsp; GST Reg. No. {order.vat}</span><span class=r><b>Purchase Order</b><br>{order.po}</span></div><tr class=q><th>#<th>Our part no. / MPN<th>Description<th>Your order code<th class=r>Quantity<th class=r>Unit US$<th class=r>Amount US$</thead>
<tbody><tr><td colspan=7 style="background:#f3f7fc"><div class=two><div>Seller:<br>Pacific Rim Components (S) Pte Ltd<br>8 Kallang Way, Singapore 349250<br>Attn: Ms Lim Hui Shan</div><div>Deliver to:<br>Kulai EMS Sdn Bhd, Incoming Goods<br>Lot 88 Jalan Industri 3, 81000 Kulai, Malaysia<br>Incoterms: DAP Kulai</div><div>PO date: 2 July 2026<br>Required date: 14 August 2026<br>Quotation: PRC-Q-40912 dated 26 June 2026<br>Terms: 60 days from invoice</div></div>
{goods}<tr><td colspan=6 class=r style="font-size:11pt"><b>Total US$ (zero-rated, goods not entering Singapore)</b><td class=r style="font-size:11pt"><b>{US(order.total)}</b></tbody></table>
<p>Date code not older than 24 months. Full reels only; do not split. Moisture-sensitive parts in dry pack with indicator card.</p><p>Authorised: Ng Wei Ling, Strategic Sourcing</p>"""
    return html, order.truth()


def art_department_google_doc() -> tuple[str, Truth]:
    """British film production, written as a Google Doc: services by day, hour and week, job code like an order number, no tax shown."""
    order = Order("HL-0147", "2026-04-17", "GBP", (
        Item("6", "285.00", "Scenic carpenter, 10 hr day, Stage 4 build", "days"), Item("14", "42.50", "Scenic painter, overtime after 18:00", "hours"),
        Item("2", "640.00", "Hire of mobile paint frame", "weeks"), Item("9", "118.75", "12 mm birch ply sheets 8x4, supplied to stage", "sheets"), Item("1", "175.00", "Waste skip, 8 yd, exchange", "unit")), name="Marrowbone Pictures (Harbour Lights) Ltd", need="2026-05-05")
    cell = 'style="border:1px solid #000;padding:5pt"'
    goods = "".join(f"<tr><td {cell}>{i.description}<td {cell}>{i.qty} {i.uom}<td {cell}>£{i.price}<td {cell}>£{US(i.amount)}" for i in order.items)
    html = f"""<style>@page{{margin:25mm}} body{{font:11pt/1.15 'Liberation Sans',Arial}} p{{margin:0 0 8pt}}</style>
<p style="font-size:26pt;margin-bottom:3pt">Purchase Order</p><p style="font-size:15pt;color:#666">Harbour Lights &ndash; Art Department</p>
<p><b>From:</b> Marrowbone Pictures (Harbour Lights) Ltd, Unit 2 Gasworks Studios, Bristol BS2 0ZZ<br><b>To:</b> Fennimore Scenic Construction, 9 Coldharbour Yard, Bath BA2 3ZZ<br><b>PO number:</b> HL-0147<br><b>Job code:</b> 20260312 &nbsp; <b>Budget line:</b> 2204<br><b>Date:</b> 17th April 2026<br><b>Set ready by:</b> 5th May 2026 (we shoot on the 7th, unit call 06:30)</p>
<p>Hi Maddie, as talked through on the phone on Tuesday (14 April), please go ahead with the tavern set:</p>
<table class=w style="font-size:10.5pt"><tr><td {cell}><b>What</b><td {cell}><b>How many</b><td {cell}><b>Rate</b><td {cell}><b>Cost</b></tr>{goods}<tr><td {cell} colspan=3><b>Total (ex VAT)</b><td {cell}><b>£{US(order.total)}</b></table>
<p style="margin-top:12pt">Anything beyond the above needs a new PO <u>before</u> work starts, please. Invoices to accounts@marrowbone.example with the PO number in the subject line; we run payments every second Friday, next ones 24/04 and 08/05.</p><p>Thanks so much,<br>Jonah Adeyemi, Art Department Coordinator<br><span style="color:#666">Production office 0117 496 0311</span></p>"""
    return html, order.truth()


PAPERS = (*map(Printed, (
    crooked_paddle_excel_template,
    school_district_requisition_with_fund_codes,
    hospitals_trust_with_both_codes,
    aerospace_blocks_with_revision_letters,
    site_manager_ex_and_inc_gst,
    farm_cooperative_units_before_quantities,
    drydock_spool_print,
    electronics_buy_list_with_three_numbers,
    art_department_google_doc,
)), Printed(county_council_winter_stock_by_dates, may_doubt=True))
