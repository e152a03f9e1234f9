"""Orders drawn word by word at places, in English: frames first, values last, rows of one string."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from itertools import pairwise
from textwrap import wrap
from typing import Any

from tests.corpus.case import PLAIN, US, Item, Order
from tests.corpus.positions import ZA, Paper, Sheet, day, done, only_name


def crystal_us() -> Paper:
    """US; frames, then all labels, then the totals, then the values; quote, contract and phone beside the number."""
    order = Order("0047183", "2026-04-16", "USD", (Item("1200", "0.3475", "Hex cap screw 3/8-16 x 1-1/4 Gr 8 zinc", "EA", item="HCS-38-125-G8"), Item("40", "18.6250", "Structural bolt assy A325 3/4 x 4", "BX", item="A325-34-400"), Item("6", "212.5000", "Threaded rod B7 1-8 x 12 ft plain", "EA", item="B7R-1X144"), Item("2500", "0.1180", "Flat washer SAE 3/8 hardened", "EA", item="FW-38-H"), Item("15", "64.9900", "Anchor adhesive cartridge 22 oz w/ nozzle", "EA", item="AC-22-N")), name="Harlan Ridge Fabrication LLC", need="2026-05-08", vat_rate="6", charges="185.00")
    y, pdf, heads, notes = 127.0, Sheet("Crystal Reports", "Letter"), "14L 24L 62L 142R 148L 176R 202R", {1: "Cert. of conformance required with shipment", 2: "Cut ends deburred, bundle in threes"}
    pdf.box(128, 24, 76, 30).box(12, 58, 94, 30).box(110, 58, 94, 30).box(12, 92, 192, 14).box(12, 110, 192, 11).box(12, 196, 82, 27)
    pdf.put(204, 19, "PURCHASE ORDER", 18, "B", "R").block(131, 30, ("P.O. No.", "Date", "Quote Ref.", "Contract", "Buyer Phone"), 5, size=8).cells(62, "14L 112L", ("VENDOR", "SHIP TO"), size=7, style="B").cells(96, "14L 52L 92L 128L 166L", ("TERMS", "SHIP VIA", "F.O.B.", "REQUIRED", "QUOTE EXPIRES"), size=7).cells(114.5, heads, ("", "", "", "QTY", "", "UNIT", "EXTENDED"), size=7.5, style="B").cells(118.5, heads, ("LN", "PART NUMBER", "DESCRIPTION", "ORDERED", "U/M", "COST", "COST"), size=7.5, style="B")
    pdf.block(14, 202, ("Merchandise", "Freight (prepaid & add)", "Sales tax 6.00%", "ORDER TOTAL"), 6, size=8.5)
    for place, sum_ in enumerate((order.goods, order.charges, order.tax, order.total)):
        pdf.put(92, 202 + 6 * place, ("$" if place in (0, 3) else "") + US(sum_), 8.5, "B" if place == 3 else "", "R")
    pdf.put(12, 20, "Harlan Ridge Fabrication LLC", 13, "B").block(12, 26, ("4410 Quarry Spur Road", "Boise, ID 83716", "Ph (208) 555-0148   Fax (208) 555-0149", "AP: payables@harlanridge.example"), size=8.5).block(202, 30, (order.po or "", day(order.date, "%m/%d/%Y"), "Q-88213-2", "BA-2025-0917", "D. Okafor 208-555-0163"), 5, size=8.5, to="R").block(16, 67, ("Tri-State Fastener & Supply Co.", "Attn: Inside Sales / acct 30977", "2280 Commerce Loop", "Spokane, WA 99202", "(509) 555-0121"))
    pdf.block(114, 67, ("HRF Plant 2 - Receiving Dock C", "875 Lumber Yard Lane", "Nampa, ID 83651", "Mark cartons with job 26-0331")).cells(102, "14L 52L 92L 128L 166L", ("Net 30", "UPS Freight LTL", "Origin", day(order.need, "%m/%d/%Y"), "06/30/2026"))
    for place, one in enumerate(order.items):
        pdf.cells(y, heads, (str(place + 1), one.item, one.description, US.whole(one.qty), one.uom, US(one.price, 4), US(one.amount)), size=8.5).put(65, y + 4, notes.get(place, ""), 7.5, "I")
        y += 12 if place in notes else 8
    pdf.put(120, 222, "Authorized by", 8).rule(140, 222.5, 204, 222.5).block(12, 256, ("1. Acknowledge this order within 2 business days. 2. Show the P.O. number on all packages and invoices.", "3. No substitutions without written consent. 4. Over-shipments above 0% are returned at vendor's cost. Form HRF-114 Rev 6 (01/2024)"), 3.6, size=7)
    return done(pdf, order)


SPOOL = """BRG-6204|BEARING DEEP GROOVE 6204-2RS C3|24|EA|3.85|;BRG-6206|BEARING DEEP GROOVE 6206-2RS C3|24|EA|5.62|;BRG-22210|SPHERICAL ROLLER BEARING 22210 EK|4|EA|61.40|;SLV-H310|ADAPTER SLEEVE H310|4|EA|14.95|;SEA-354710|ROTARY SHAFT SEAL 35X47X10 VITON|30|EA|7.28|;SEA-406210|ROTARY SHAFT SEAL 40X62X10 NITRILE|30|EA|2.16|
ORI-2015|O RING 20.0 X 1.5 NBR 70|500|EA|4.20|100;ORI-2530|O RING 25.0 X 3.0 NBR 70|500|EA|6.75|100;ORI-4035|O RING 40.0 X 3.5 FKM 75|200|EA|58.00|100;GSK-DN50|GASKET FULL FACE DN50 PN16|60|EA|1.94|;GSK-DN80|GASKET FULL FACE DN80 PN16|60|EA|2.71|;GSK-DN100|GASKET FULL FACE DN100 PN16|40|EA|3.38|
BLT-M16X70|BOLT HEX A4-80 M16 X 70|400|EA|182.50|100;NUT-M16|NUT HEX A4-80 M16|400|EA|49.90|100;WSH-M16|WASHER FORM A A4 M16|800|EA|14.35|100;BLT-M20X90|BOLT HEX A4-80 M20 X 90|160|EA|341.00|100;NUT-M20|NUT HEX A4-80 M20|160|EA|96.40|100;VBL-A1250|V BELT SPA 1250|12|EA|9.15|
VBL-B2000|V BELT SPB 2000|12|EA|17.80|;CPL-090|COUPLING ELEMENT HRC 90|6|EA|12.60|;CPL-130|COUPLING ELEMENT HRC 130|6|EA|28.45|;GRS-EP2|GREASE EP2 LITHIUM 400G CARTRIDGE|48|CTG|4.10|;GRS-MAR|MARINE GREASE BLUE 12.5KG PAIL|3|PAIL|86.50|;PCK-8MM|GLAND PACKING PTFE 8MM|25|MTR|11.20|
PCK-10MM|GLAND PACKING PTFE 10MM|25|MTR|13.95|;HSE-25|RUBBER HOSE SUCTION 25MM|40|MTR|6.48|;HCL-2540|HOSE CLIP STAINLESS 25-40|150|EA|88.00|100;ANO-Z2|ZINC ANODE WELD ON 2.2KG|36|EA|15.75|;ANO-Z5|ZINC ANODE BOLT ON 5.0KG|18|EA|33.20|;IMP-NEO3|IMPELLER NEOPRENE 3 INCH|5|EA|47.35|
LKW-M8|LOCKWIRE STAINLESS 0.8MM REEL|10|REEL|8.90|;THR-577|THREAD SEALANT MEDIUM 250ML|8|BTL|41.15|;SHM-STK|SHIM STOCK ASSORTMENT STEEL|2|SET|63.00|;GLV-L|GLOVES NITRILE SIZE L BOX OF 100|20|BOX|6.05|"""


def as400_uk() -> Paper:
    """UK; a spool file: each row one padded string, three pages, carried and brought forward, some prices per 100."""
    rows = [text.split("|") for text in SPOOL.replace("\n", ";").split(";")]
    order = Order("P615207", "2026-04-21", "GBP", tuple(Item(qty, price, words, uom, item=code, per=per or None) for code, words, qty, uom, price, per in rows), name="BRACKENSHAW MARINE ENGINEERING LTD", vat="GB512250399", need="2026-05-15")
    pdf, form = Sheet("IBM iSeries Spooled File", face="Courier"), "{:>3}  {:<12}{:<36}{:>8} {:<5}{:>10} {:>4}{:>12}"
    pages = (order.items[:14], order.items[14:28], order.items[28:])
    carried, place = order.goods - order.goods, 0
    for number, items in enumerate(pages, 1):
        if number > 1:
            pdf.add_page()
        text = [
            f"{'BRACKENSHAW MARINE ENGINEERING LTD':<62}PURCHASE ORDER       PAGE {number:>4}", "NEPTUNE WORKS, HOWDON LANE", f"{'WALLSEND  NE28 6TQ':<62}ORDER NO      : P615207", f"{'TEL 0191 498 0127   FAX 0191 498 0128':<62}ORDER DATE    : {day(order.date, '%d/%m/%y')}", f"{'':<62}OUR A/C NO    : 40117", "",
            f"{'TO:   PENNINE BEARINGS & SEALS PLC':<48}DELIVER TO:  STORES 3, QUAY ROAD", f"{'      UNIT 14 ALBION TRADE PARK':<48}             HEBBURN", f"{'      HALIFAX  HX1 5SD':<48}             NE31 1SF", "", f"DELIVERY REQUIRED BY {day(order.need, '%d/%m/%y')}     YOUR QUOTE 26/3390 OF 14/04/26     CARRIAGE PAID", "-" * 94, form.format("LN", "STOCK CODE", "DESCRIPTION", "QUANTITY", "UNIT", "PRICE", "PER", "VALUE"), "-" * 94,
        ]
        if number > 1:
            text += [f"{'':<17}{'BROUGHT FORWARD':<64}{US(carried):>13}", ""]
        for one in items:
            place += 1
            carried += one.amount
            text += [form.format(place, one.item, one.description, US.whole(one.qty), one.uom, US(one.price), one.per or "", US(one.amount)), ""]
        if number < len(pages):
            text += ["", f"{'':<17}{'CARRIED FORWARD':<64}{US(carried):>13}"]
        else:
            text += ["-" * 94, f"{'':<17}{'TOTAL ORDER VALUE EXCLUDING VAT':<50}{'GBP':<14}{US(order.total):>13}", "=" * 94, "", "PLEASE CONFIRM PRICES AND DELIVERY BY RETURN TO PURCHASING ON 0191 498 0131.", "INVOICES WITHOUT ORDER NUMBER WILL BE RETURNED.", "", "VAT REG NO GB 512 2503 99      REGISTERED IN ENGLAND NO 01877340", f"{'':<62}FOR BRACKENSHAW MARINE"]
        for at, row in enumerate(text):
            pdf.put(15, 16 + at * 4.6, row, 9)
    return done(pdf, order)


def irish_access() -> Paper:
    """Ireland; the supplier first and without a label, the buyer named as whom to invoice; VAT rate and amount per line."""
    order = Order("CDI-20611", "2026-04-09", "EUR", (Item("3000", "0.42", "Multiwall paper sack 25 kg, printed 2 col.", "No.", item="MW25-2C"), Item("60", "18.75", "Stretch film 500 mm x 300 m 23 mu clear", "Roll", item="SF500-23"), Item("12", "34.50", "Strapping PP 12 mm black, 2000 m", "Reel", item="PP12-BK"), Item("250", "3.16", "Pallet top sheet 1200 x 1600 LDPE", "No.", item="PTS-1216"), Item("8", "96.00", "Thermal label 100 x 150, box of 12 rolls", "Box", item="TL100150")), name="Corrib Dairy Ingredients DAC", vat="IE3036318NH", country="IE", need="2026-04-24", vat_rate="23")
    pdf, marks = Sheet("Microsoft Access", face="Times"), "15L 39L 118R 121L 147R 164R 174R 195R"
    pdf.block(15, 20, ("Liffey Valley Packaging Ltd", "Unit 7 Cherry Orchard Business Park", "Dublin 10", "D10 HK26", "T: 01 555 0172"), 4.6, size=10).put(195, 21, "Purchase Order", 20, "BI", "R").block(128, 30, ("Order Number:", "Order Date:", "Date Required:", "Raised By:", "Your Quotation:"), 5, size=10, style="B").block(195, 30, (order.po or "", day(order.date, "~ %B %Y"), day(order.need, "~ %B %Y"), "Gráinne Tiernan", "LVP/Q/5518"), 5, size=10, to="R").cells(62, "15L 108L", ("Invoice To:", "Deliver To:"), size=10, style="BU")
    pdf.block(15, 67, (order.name or "", "Tuam Road Industrial Estate", "Galway", "H91 X2K4", "Ireland", "VAT No. IE 3036318NH"), 4.6, size=10).block(108, 67, ("Corrib Dairy - Athenry Dry Store", "Monivea Road", "Athenry, Co. Galway", "H65 RW58", "Goods inwards 08.00 to 15.30"), 4.6, size=10).cells(99, marks, ("", "", "", "", "Unit", "Net", "VAT", "VAT"), size=9.5, style="B").cells(103, marks, ("Item", "", "", "", "Price", "Amount", "Rate", "Amount"), size=9.5, style="B").cells(107, marks, ("Code", "Description", "Qty", "Unit", "€", "€", "%", "€"), size=9.5, style="B").rule(15, 109, 195, 109)
    for place, one in enumerate(order.items):
        pdf.cells(115 + place * 7, marks, (one.item, one.description, US.whole(one.qty), one.uom, US(one.price), US(one.amount), "23", US(order.change(items=(one,)).tax)), size=9.5)
    pdf.rule(130, 152, 195, 152).rows(158, 6, "132L 195R", [(label, "€" + US(sum_)) for label, sum_ in (("Total Net", order.net), ("Total VAT", order.tax), ("Order Total", order.total))], size=10.5, last="B").block(15, 180, ("Delivery docket must quote our order number. Pallets to be CHEP or heat treated to ISPM 15.", "Account queries: accounts@corribdairy.example or 091 555 0140"), 4.6, size=9.5).put(105, 284, "Corrib Dairy Ingredients DAC. Registered in Ireland No. 481207. Directors: P. Mannion, S. Kilbane, A. de Burca (French)", 8, "I", "C")
    return done(pdf, order)


def pastel_za() -> Paper:
    """South Africa; amounts with spaces and a point, discount column, the supplier's own VAT number before the buyer's."""
    order = Order("PO009412", "2026-04-17", "ZAR", (Item("24", "1185.00", "Gate valve resilient seat DN80 T16", "each", item="GV080-T16", discount="12.5"), Item("10", "2940.00", "Air release valve double orifice DN50", "each", item="ARV050-2", discount="12.5"), Item("180", "96.40", "HDPE pipe PE100 PN12.5 63 mm", "m", item="PE063-125", discount="5"), Item("36", "212.75", "Compression coupling 63 mm", "each", item="CC063"), Item("4", "6480.00", "Electromagnetic flow meter DN80 battery", "each", item="FM080-B", discount="7.5"),
        Item("1", "1350.00", "Test certificates for DN80 valves, set", "set", item="CERT-SET")), name="Kopanong Water Projects (Pty) Ltd", vat="4881513081", country="ZA", need="2026-05-04", vat_rate="15")
    pdf, marks = Sheet("Pastel Partner"), "14L 46L 80L 112L 146L 176L"
    pdf.put(105, 18, "Purchase Order", 16, "B", "C").box(12, 24, 90, 38).box(108, 24, 90, 38).put(86, 29, "Supplier", 8, "I").put(14, 29, "Umgeni Valve & Flow CC", 10, "B").block(14, 34, ("19 Gillitts Road", "Pinetown", "3610", "Tel 031 555 0180", "VAT Reg 4013027844")).put(110, 29, order.name or "", 10, "B").block(110, 34, ("Reg No 2011/104882/07    VAT Reg No 4881513081", "PO Box 2217, Witbank 1035", "South Africa", "Tel 013 555 0119  Fax 086 555 0119", "Deliver: Stand 448, Ferrobank, Witbank")).band(12, 66, 186, 6)
    pdf.cells(70, marks, ("Order No", "Order Date", "Due Date", "Account", "RFQ Ref", "Rep"), size=8, style="B").cells(77, marks, (order.po, day(order.date, "%Y/%m/%d"), day(order.need, "%Y/%m/%d"), "UMG001", "KWP/RFQ/3316", "T. Nkuna"), size=8.5).band(12, 82, 186, 6)
    marks = "14L 40L 116R 120L 150R 164R 196R"
    pdf.cells(86, marks, ("Code", "Description", "Quantity", "Unit", "Unit Price", "Disc %", "Nett Price"), size=8, style="B").rows(94, 6, marks, [(one.item, one.description, PLAIN(one.qty), one.uom, ZA(one.price), ZA(one.discount) if one.discount else "", ZA(one.amount)) for one in order.items], size=8.5).box(12, 82, 186, 130).box(128, 216, 70, 22).block(14, 220, ("Prices exclude VAT. Payment 30 days from statement.", "Delivery notes to be signed by our storeman, name in block letters.", "Received in good order ...................................................."), 5, size=8)
    pdf.rows(222, 6, "130L 160L 196R", [(label, "R", ZA(sum_)) for label, sum_ in (("Sub Total (Excl)", order.net), ("VAT @ 15.00%", order.tax), ("Total (Incl)", order.total))], size=9, last="B")
    return done(pdf, order)


def myob_au() -> Paper:
    """Australia; quantity and unit in one cell before the item number, several dates, freight and GST."""
    order = Order("00003127", "2026-04-14", "AUD", (Item("12", "148.50", "Blackbutt veneer MDF 2400x1200x18", "SHT", item="BBV-18"), Item("48", "9.35", "Edge tape Blackbutt 22mm pre-glued", "LM", item="ET-BB22"), Item("60", "7.90", "Soft close hinge 110 deg full overlay", "EA", item="HNG-110SC"), Item("20", "46.20", "Drawer runner 500mm undermount pair", "PR", item="DR-500UM"), Item("6", "31.75", "Contact adhesive 4L low VOC", "TIN", item="ADH-4L")), name="Wattle Creek Joinery Pty Ltd", need="2026-05-05", vat_rate="10", charges="65.00")
    pdf, marks, notes, y = Sheet("MYOB AccountRight"), "14L 40L 78L 118L 158L", {0: "Sequence matched, book leaf. Ref Job J-2207 kitchen", 2: "incl. mounting plate"}, 102.0
    pdf.put(14, 20, order.name or "", 15, "B").block(14, 26, ("ABN 72 073 432 621", "Lot 6 Tannery Road", "Queanbeyan NSW 2620", "Ph: 02 5550 0133"), 4.4).put(196, 20, "Purchase Order", 17, "", "R").block(150, 28, ("Purchase No.:", "Date:", "Page:"), 5, to="R", style="B").block(154, 28, (order.po or "", day(order.date, "%d %b %Y"), "1 of 1"), 5).put(14, 52, "Order From:", 8, "B").block(18, 57, ("Southern Panel Distributors Pty Ltd", "ABN 23 266 244 487", "140 Fyshwick Circuit", "Fyshwick ACT 2609")).put(112, 52, "Ship To:", 8, "B")
    pdf.block(116, 57, ("Site shed - Kingsley St Townhouses", "23 Kingsley Street", "Crace ACT 2911", "Call Brodie 0491 570 156 before drop")).rule(14, 78, 196, 78).cells(82, marks, ("YOUR QUOTE NO.", "QUOTE DATE", "SHIP VIA", "PROMISED DATE", "CURRENCY"), size=7.5).cells(87, marks, ("SPD-70021", "31 Mar 2026", "Your truck", day(order.need, "%d %b %Y"), "AUD")).rule(14, 89, 196, 89)
    marks = "14L 34L 62L 152R 176R 187L"
    pdf.cells(95, marks, ("QTY", "ITEM NO.", "DESCRIPTION", "PRICE", "EXTENDED", "CODE"), size=7.5, style="B")
    for place, one in enumerate(order.items):
        pdf.cells(y, marks, (f"{one.qty} {one.uom}", one.item, one.description, "$" + US(one.price), "$" + US(one.amount), "GST")).put(62, y + 4.2, notes.get(place, ""), 8)
        y += 10 if place in notes else 6
    pdf.rule(14, 200, 196, 200).block(14, 206, ("Comment:", "Deliver between 7am and 2pm. No deliveries 25 Apr 2026 (Anzac Day).", "Tax invoice to accounts@wattlecreek.example, terms 30 days EOM."), size=8.5).rows(222, 5.5, "150R 176R", [(label, "$" + US(sum_)) for label, sum_ in (("Subtotal:", order.goods), ("Freight:", order.charges), ("GST 10%:", order.tax), ("Total Inc GST:", order.total))], last="B")
    return done(pdf, order, buyer=only_name(order))


def sapscript_us() -> Paper:
    """US; number and date in one cell, lines 00010 with two rows and a date each, price per 1,000, both item numbers."""
    order = Order("4500718264", "2026-04-20", "USD", (Item("250", "4.75", "BUSHING, FLANGED 3/8 ID BRONZE", "EA", buyer_item="30048817", sku="BF-0375-12", line=10), Item("16000", "118.40", "RIVET, SOLID UNIV HEAD MS20470AD4-6", "EA", buyer_item="30012206", sku="20470AD4-6", per="1000", line=20), Item("9000", "236.15", "RIVET, BLIND NAS1398D5-4", "EA", buyer_item="30012931", sku="1398D5-4", per="1000", line=30), Item("36", "87.20", "BRACKET, HINGE LH MACHINED", "EA", buyer_item="30055120", sku="DA-55120-L", line=40),
        Item("36", "87.20", "BRACKET, HINGE RH MACHINED", "EA", buyer_item="30055121", sku="DA-55120-R", line=50)), name="Delmont Aerostructures Inc.")
    dates = ("05/15/2026", "05/15/2026", "05/29/2026", "06/12/2026", "06/12/2026")
    pdf = Sheet("SAPscript MEDRUCK", "Letter", face="Courier")
    pdf.put(20, 20, "Delmont Aerostructures Inc.", 12, "B").put(20, 25, "61 Airpark Drive, Windsor Locks, CT 06096", 8).block(20, 42, ("Quinnipiac Precision Hardware", "Order Desk", "900 Sherman Avenue", "HAMDEN CT 06514"), size=10).put(115, 36, "Purchase order", 14, "B").block(115, 44, ("PO number/date", "", "Contact person/Telephone", "", "Your quotation", "", "Our reference"), size=8).block(119, 48.2, (f"{order.po} / {day(order.date, '%m/%d/%Y')}", "", "M. Pruitt/860-555-0177", "", "20118-C / 03/31/2026", "", "6000041177")).put(20, 66, "Your vendor number with us: 104410", 8)
    pdf.put(20, 84, "Please deliver to:", 9, "U").block(20, 89, ("Delmont Plant 4, Bldg 12", "77 Hangar Road", "BRADLEY FIELD CT 06096")).put(115, 84, "Terms of deliv.: FCA Hamden", 9).put(115, 88.2, "Terms of paymt.: Net 45 days", 9).put(20, 108, "Currency USD", 9).rule(20, 111, 196, 111).cells(115, "20L 38L 66L", ("Item", "Material", "Description")).cells(119.2, "62R 66L 116R 190R", ("Order qty.", "Unit", "Price per unit", "Net value")).rule(20, 121, 196, 121)
    for place, one in enumerate(order.items):
        y = 127 + place * 19.5
        pdf.cells(y, "20L 38L 66L", (f"{one.line:05}", one.buyer_item, one.description)).cells(y + 4.2, "62R 66L 116R 118L 190R", (US.whole(one.qty), one.uom, US(one.price), f"/ {US.whole(one.per)} EA" if one.per else "/ EA", US(one.amount))).put(66, y + 8.4, f"Your material number  {one.sku}").put(66, y + 12.6, f"Deliv. date Day {dates[place]}")
    pdf.rule(20, 224, 196, 224).cells(229, "66L 190R", ("Total net item value excl. tax USD", US(order.total)), style="B").block(20, 244, ("Material certs per AMS 2750 required. DPAS rated order DO-A1 under 15 CFR 700.", "Report late deliveries to M. Pruitt before the date given. Quality clauses Q1, Q7, Q12 apply."), size=8)
    return done(pdf, order, need_date=...)


def word_uk() -> Paper:
    """Scotland; a Word template: letter-spaced title, side text, ruled table with headings on two lines, comments, terms."""
    order = Order("ALC/26/0418", "2026-04-21", "GBP", (Item("4", "389.00", "Combination oven stand with tray runners, stainless", "Each", sku="CK-7731"), Item("30", "21.60", "Gastronorm container 1/1 150 mm deep", "Each", sku="GN11-150"), Item("30", "4.85", "Gastronorm lid 1/1 with handle", "Each", sku="GN11-LH"), Item("2", "1274.00", "Pass-through dishwash table 1200 mm, left hand", "Each", sku="DT-1200L"), Item("15", "17.20", "Boxes of 50 disposable aprons, blue", "Box", sku="AP-50B")), name="Ardgour & Lomond Catering Ltd", vat="GB783613945", need="2026-05-07", vat_rate="20")
    notes = ("To suit 10-grid oven already on site", "", "", "Splashback at rear, waste outlet to the left, feet adjustable to 900 mm", "")
    pdf, edges, heads = Sheet("Microsoft Word", face="Times"), (20, 34, 50, 76, 144, 168, 192), (("Qty", ""), ("Unit", ""), ("Your cat.", "no."), ("Description", ""), ("Unit price", "£"), ("Total", "£"))
    pdf.put(105, 18, "Ardgour & Lomond Catering Ltd", 17, "B", "C").put(105, 24, "Dalreoch House, 3 Levenford Terrace, Dumbarton G82 4HE  |  01389 555 016", 9, "", "C").put(105, 36, "PURCHASE ORDER", 13, "B", "C", space=5)
    pdf.set_text_color(130)
    with pdf.rotation(90, 8, 190):
        pdf.put(8, 190, "ORIGINAL - SUPPLIER'S COPY - PLEASE ACKNOWLEDGE WITHIN 48 HOURS", 7.5, face="Helvetica")
    pdf.set_text_color(0)
    pdf.block(20, 48, ("Cullen Kitchen Supplies", "FAO Trade Counter", "Unit 9, Dunedin Way", "Livingston EH54 8QT"), 4.8, size=11).block(112, 48, ("Our order no.", "Date", "Your quotation", "Deliver on"), 5.4, size=11, style="B").block(145, 48, (order.po or "", "21st April 2026", "DW/4471 dated 14/04/2026", "Thursday 7th May 2026"), 5.4, size=11).put(20, 76, "Deliver to: Balloch Castle Visitor Kitchen, Drymen Road, Balloch G83 8LX (rear entrance, no tail-lift access)", 10)
    y, high = 82.0, 11.0
    for (left, right), (first, second) in zip(pairwise(edges), heads, strict=True):
        pdf.box(left, y, right - left, high).put((left + right) / 2, y + 4.5, first, 10, "B", "C").put((left + right) / 2, y + 9, second, 10, "B", "C")
    y += high
    for one, note in zip(order.items, notes, strict=True):
        words = [(text, "") for text in wrap(one.description or "", 38)] + [(text, "I") for text in wrap(note, 42)]
        high = 4.6 * len(words) + 3
        for left, right in pairwise(edges):
            pdf.box(left, y, right - left, high)
        pdf.cells(y + 4.8, "30R 36L 52L 166R 190R", (one.qty, one.uom, one.sku, US(one.price), US(one.amount)), size=10)
        for place, (text, style) in enumerate(words):
            pdf.put(78, y + 4.8 + place * 4.6, text, 10, style)
        y += high
    for label, sum_ in (("Net", order.net), ("VAT at 20%", order.tax), ("Total payable", order.total)):
        pdf.box(144, y, 24, 6.5).box(168, y, 24, 6.5).cells(y + 4.6, "166R 190R", (label, US(sum_)), size=10, style="B" if sum_ == order.total else "")
        y += 6.5
    pdf.put(20, y + 14, "Signed:  E. Rennie, Procurement", 11).put(20, 226, "Terms", 9, "BU").block(20, 231, ("1. This order is placed on our terms of 1 March 2023 only; 30 days net monthly.", "2. Goods remain at the supplier's risk until signed for at the place named above.", "3. Where delivery is later than 10 days after the agreed day we may cancel without charge.", "4. Invoices by e-mail to ledger@ardgourlomond.example, one order per invoice."), 4, size=8.5).rule(20, 276, 192, 276)
    pdf.put(105, 280, "Registered in Scotland No. SC412907. Registered office as above. VAT No. GB 783 6139 45. Directors: E. Rennie, F. M. Colquhoun", 7.5, "", "C")
    return done(pdf, order)


def fast_us() -> Paper:
    """US; landscape, zebra, eleven columns drawn column after column, one date on all lines, revision and print date."""
    order = Order("PB-30562", "2026-04-22", "USD", (Item("14", "112.40", "Cleat, 10 in. 316 SS pull-up", "EA", buyer_item="101-2240", sku="PU10-316", discount="10"), Item("220", "3.18", "Hose, exhaust wet 3 in. w/ wire", "FT", buyer_item="115-0030", sku="EXH3W", discount="5"), Item("8", "645.00", "Seacock, bronze 1-1/2 flanged", "EA", buyer_item="118-1500", sku="BSF-150"), Item("36", "27.95", "Sealant, polyurethane 10 oz white", "TB", buyer_item="130-4010", sku="PU4200W"), Item("4", "389.50", "Pump, bilge 3700 GPH 24V", "EA", buyer_item="142-3724", sku="BP3700-24", discount="10"),
        Item("1000", "0.62", "Screw, #10 x 1-1/4 flat hd 316", "EA", buyer_item="160-1012", sku="FH10-125"), Item("2", "1820.00", "Hatch, deck 24 x 24 low profile", "EA", buyer_item="171-2424", sku="LPH-24", discount="12"), Item("50", "6.85", "Terminal, ring 2/0 x 3/8 tinned", "PK", buyer_item="180-2038", sku="RT20-38")), name="Pelican Bay Boatworks, Inc.", country="US", need="2026-05-18")
    pdf = Sheet("FastReport VCL", "Letter", "landscape")
    pdf.put(12, 17, "Pelican Bay Boatworks, Inc.", 14, "B").block(12, 22, ("3300 Harbor Isle Blvd., Gulfport, FL 33707, USA", "Phone (727) 555-0106"), 4, size=8).put(268, 17, "PURCHASE ORDER PB-30562", 14, "B", "R").put(268, 22, "Revision 0     Printed 04/23/2026 7:41 AM     Page 1 of 1", 7.5, "", "R").put(12, 33, "Vendor", 8, "BU").block(12, 37.5, ("Gulf & Atlantic Marine Wholesale", "5150 W. Tyson Ave.", "Tampa, FL 33611"), 4, size=8.5).put(82, 33, "Ship to", 8, "BU").block(82, 37.5, ("Pelican Bay Boatworks, Inc.", "Yard B, 3412 Shore Dr.", "Gulfport, FL 33707"), 4, size=8.5)
    pdf.put(152, 33, "Order date", 8, "BU").block(152, 37.5, (day(order.date, "%m/%d/%Y"), "Buyer: R. Castellano", "Vendor ID: GAMW"), 4, size=8.5).put(212, 33, "Terms", 8, "BU").block(212, 37.5, ("2% 10, Net 30", "Ship via: Vendor truck", "Tax exempt, cert. 62-8012345678-9"), 4, size=8.5)
    for place in range(0, len(order.items), 2):
        pdf.band(12, 61.2 + place * 7, 256, 7)
    columns: tuple[tuple[str, str, Any], ...] = (
        ("14L", "Ln", lambda one: str(order.items.index(one) + 1)), ("22L", "Our Item", lambda one: one.buyer_item), ("46L", "Vendor Item", lambda one: one.sku),
        ("76L", "Rev", lambda one: "-"), ("86L", "Description", lambda one: one.description), ("152L", "Need By", lambda one: day(order.need, "%m/%d/%y")),
        ("184R", "Order Qty", lambda one: US.whole(one.qty)), ("188L", "UM", lambda one: one.uom), ("219R", "Unit Price", lambda one: US(one.price)),
        ("238R", "Disc %", lambda one: one.discount and US(one.discount, 1)), ("266R", "Extension", lambda one: US(one.amount)))
    pdf.rule(12, 60.5, 268, 60.5)
    for mark, head, value in columns:
        pdf.cells(59, mark, (head,), size=8, style="B").rows(66, 7, mark, [(value(one),) for one in order.items], size=8.5)
    pdf.cells(130, "219R 266R", ("Grand Total USD", "$" + US(order.total)), size=10, style="B").block(12, 130, ("Vendor shall ship complete. Backorders only with approval from R. Castellano (727) 555-0109.", "Packing list must show PO and line number. Liability and warranty per agreement MSA-2219 of 01/15/2024."), 4, size=8)
    return done(pdf, order)


PAPERS = (
    crystal_us,
    as400_uk,
    irish_access,
    pastel_za,
    myob_au,
    sapscript_us,
    word_uk,
    fast_us,
)
