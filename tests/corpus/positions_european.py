"""The same in German, French and Spanish."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import CH, DE, FR, FR_HARD, US, Item, Order
from tests.corpus.positions import Paper, Sheet, day, done, only_name

# --- German ---


def sap_de() -> Paper:
    """Germany; window address first, item over three rows, price per 100, two pages with Übertrag, register footer."""
    order = Order("4500093371", "2026-04-16", "EUR", (Item("1200", "12.40", "Sechskantschraube ISO 4017 M10x40 8.8 verzinkt", "ST", buyer_item="400-31187", sku="4017-10X40Z", per="100", line=10), Item("1200", "3.95", "Sechskantmutter ISO 4032 M10 verzinkt", "ST", buyer_item="400-31201", sku="4032-10Z", per="100", line=20), Item("16", "38.40", "Stehlagergehäuse UCP 208", "ST", buyer_item="410-00822", sku="UCP208-HQ", line=30), Item("48", "17.85", "Tragrolle 89 x 465, Achse 20 mm", "ST", buyer_item="415-10465", sku="TR89-465", line=40),
        Item("75.5", "64.20", "Fördergurt EP 400/3 4+2, Breite 500 mm", "M", buyer_item="420-50043", sku="EP4003-500", line=50), Item("6", "212.00", "Gurtabstreifer Hartmetall 500 mm", "ST", buyer_item="422-00511", sku="GA-HM-500", line=60), Item("2500", "7.16", "Scheibe ISO 7089 10,5 verzinkt", "ST", buyer_item="400-31230", sku="7089-10Z", per="100", line=70), Item("2", "1486.50", "Getriebemotor 3,0 kW, i = 24,6, Hohlwelle 40", "ST", buyer_item="430-03024", sku="GM30-246-H40", line=80)), name="Rotthaus Fördertechnik GmbH", vat="DE306940088", need="2026-05-12")
    pdf = Sheet("SAP Smart Forms")
    for page, items in enumerate((order.items[:5], order.items[5:]), 1):
        if page == 1:
            pdf.put(22, 46, "Rotthaus Fördertechnik GmbH · Postfach 1142 · 59291 Oelde", 6.5, "U").block(22, 53, ("Hansa-Antriebs- und Normteile", "Großhandel KG", "Daimlerring 40", "", "49124 Georgsmarienhütte"), 4.6, size=10).put(125, 46, "Bestellung", 13, "B").block(125, 53, ("Bestell-Nr.", "Datum", "Einkäufer/in", "Telefon", "Unsere Lief.-Nr."), 4.6, size=8.5).block(155, 53, (order.po or "", day(order.date, "%d.%m.%Y"), "Fr. Westhues", "02522 555-4471", "104422"), 4.6)
            pdf.put(22, 90, "Ihr Angebot 26-1187 vom 02.04.2026. Bitte liefern Sie frei Haus an unser Werk 2, Zur Polterkuhle 8, 59302 Oelde.", 9).put(22, 96, f"Liefertermin:  {day(order.need, '%d.%m.%Y')}  (eintreffend)", 9, "B")
            y = 104.0
        else:
            pdf.add_page()
            pdf.cells(24, "22L 190R", (f"Bestell-Nr. {order.po} vom {day(order.date, '%d.%m.%Y')}", "Seite 2 / 2"))
            y = 34.0
        marks = "22L 48R 50L 58L 138R 142L 190R"
        pdf.rule(22, y - 4.5, 190, y - 4.5).cells(y, marks, ("Pos.", "Menge", "ME", "Material-Nr.", "Preis", "je", "Nettowert"), size=8.5, style="B").cells(y + 4, "58L 138R 190R", ("Bezeichnung", "EUR", "EUR"), size=8.5, style="B").rule(22, y + 5.5, 190, y + 5.5)
        y += 12
        if page == 2:
            pdf.cells(y, "58L 190R", ("Übertrag", DE(sum(one.amount for one in order.items[:5]))), style="I")
            y += 9
        for one in items:
            pdf.cells(y, marks, (str(one.line), DE.whole(one.qty), one.uom, one.buyer_item, DE(one.price), f"{one.per} ST" if one.per else "", DE(one.amount))).put(58, y + 4.4, one.description or "").put(58, y + 8.8, f"Ihre Artikelnummer: {one.sku}", 8)
            y += 19 if page == 1 else 15
        if page == 1:
            pdf.cells(y + 4, "58L 190R", ("Übertrag", DE(sum(one.amount for one in items))), style="I")
        else:
            pdf.rule(22, y, 190, y).cells(y + 6, "58L 190R", ("Gesamtnettowert ohne USt. EUR", DE(order.total)), style="B", size=10).block(22, y + 18, ("Zahlung: 14 Tage 3 % Skonto, 30 Tage netto. Es gelten unsere Einkaufsbedingungen (Stand 07/2022).", "Auftragsbestätigung bitte binnen 3 Arbeitstagen an einkauf@rotthaus.example."))
        pdf.rule(22, 274, 190, 274)
        for x, words in ((22, ("Rotthaus Fördertechnik GmbH", "Zur Polterkuhle 8, 59302 Oelde")), (76, ("Geschäftsführer: Dr. J. Rotthaus, B. Kemker", "Amtsgericht Münster HRB 81544")), (142, ("USt-IdNr. DE306940088", "IBAN DE34 4725 0055 0099 1173 05"))):
            pdf.block(x, 278, words, 3.4, size=6.5)
    return done(pdf, order)


def word_de() -> Paper:
    """Germany; a joiner's letter: no ruled table, amount and unit in one cell, unlabelled supplier, freight, 19 %."""
    order = Order("2026/0418-B", "2026-04-17", "EUR", (Item("18", "41.90", "Multiplexplatte Birke 18 mm, 2500 x 1250 mm", "Stk", sku="MB18-25"), Item("6", "73.50", "Multiplexplatte Birke 30 mm, 2500 x 1250 mm", "Stk", sku="MB30-25"), Item("120", "1.85", "ABS-Kante 23 x 2 mm, weiß glatt", "lfm", sku="ABS23W"), Item("4", "58.00", "Holzleim D3, Eimer 10 kg", "Eimer", sku="HL-D3-10")), name="Tischlerei Hövelmann GmbH & Co. KG", vat="DE351429708", need="2026-05-15", vat_rate="19", charges="49.00")
    pdf, marks = Sheet("Microsoft Word", face="Times"), "25L 46L 70L 166R 190R"
    pdf.put(190, 20, "Tischlerei Hövelmann", 18, "B", "R").put(190, 26, "Möbel · Innenausbau · Ladenbau", 10, "I", "R").block(138, 48, ("Tischlerei Hövelmann GmbH & Co. KG", "Am Kreienbrook 5", "46414 Rhede", "Tel. 02872 555 031", "Fax 02872 555 032", "info@hoevelmann.example"), 4.4).block(25, 50, ("Plattenkontor Niederrhein", "Herrn Dahlhaus", "Speldorfer Weg 77", "46485 Wesel"), 5, size=11).put(190, 86, f"Rhede, den {day(order.date, '~. *de %Y')}", 11, "", "R").put(25, 96, "Bestellung Nr. 2026/0418-B", 12, "B")
    pdf.put(25, 102, "Kommission Zahnarztpraxis Tenhumberg - Ihre Preisauskunft vom 13.04.2026, Vorgang 55120", 10).block(25, 112, ("Sehr geehrter Herr Dahlhaus,", "wie telefonisch besprochen bestellen wir:"), 6, size=11).cells(130, marks, ("Menge", "Ihre Art.-Nr.", "Artikel", "E-Preis €", "Gesamt €"), size=10.5, style="U").rows(138, 7, marks, [(f"{one.qty} {one.uom}", one.sku, one.description, DE(one.price), DE(one.amount)) for one in order.items], size=10.5)
    pdf.rows(172, 6, "120L 190R", [(label, DE(sum_)) for label, sum_ in (("Anlieferung pauschal", order.charges), ("Summe netto", order.net), ("zzgl. 19 % MwSt.", order.tax), ("Gesamtbetrag", order.total))], size=10.5, last="B").block(25, 206, (f"Wunschtermin: {day(order.need, '%d.%m.%Y')}, vormittags. Bitte avisieren Sie einen Tag vorher unter 0170 5550 214.", "Bitte bestätigen Sie uns den Auftrag kurz per E-Mail.", "", "Mit freundlichen Grüßen", "", "i. A. Maike Hövelmann"), 5.5, size=11)
    pdf.put(105, 279, "Tischlerei Hövelmann GmbH & Co. KG · Sitz Rhede · AG Coesfeld HRA 7716 · pers. haft. Gesellschafterin: Hövelmann Verwaltungs-GmbH, AG Coesfeld HRB 15180", 6.5, "", "C").put(105, 283, "Geschäftsführer: Ludger Hövelmann · USt-IdNr.: DE351429708 · Steuer-Nr. 307/5820/0441 · Volksbank Rhede", 6.5, "", "C")
    return done(pdf, order)


def kolli_de() -> Paper:
    """Germany; landscape, zebra, EAN column, discount, totals at the left and drawn first, a delivery window."""
    gtins = ("4091655918181", "4039843190551", "4051717237148", "4086533636738", "4016484362332", "4005436576194")
    rows = (("288", "1.34", "Rotkohl mit Apfel 680 g Glas", "GL", "21140", "8"), ("144", "2.19", "Preiselbeeren 400 g Glas", "GL", "21155", "8"), ("96", "3.48", "Steinpilze getrocknet 50 g", "BT", "33007", None),
            ("60", "5.95", "Walnussöl kaltgepresst 250 ml", "FL", "40218", "12.5"), ("240", "0.89", "Semmelknödel 6 Stück im Kochbeutel", "PK", "27730", "8"), ("36", "7.25", "Wildfond 6 x 400 ml Tray", "TR", "29016", None))
    order = Order("B-118640", "2026-04-20", "EUR", tuple(Item(qty, price, words, uom, sku=sku, discount=cut, gtin=gtin) for gtin, (qty, price, words, uom, sku, cut) in zip(gtins, rows, strict=True)), name="Nordwall Feinkost Handels GmbH", vat="DE124423621", country="DE", need="2026-04-28", vat_rate="7")
    pdf, marks = Sheet("FastReport", way="landscape"), "17L 28L 62L 86L 178R 183L 212R 236R 280R"
    pdf.rows(158, 6, "17L 72L 102R", [(label, "EUR", DE(sum_)) for label, sum_ in (("Warenwert netto", order.net), ("USt. 7,0 %", order.tax), ("Bestellsumme", order.total))], size=9.5, last="B").box(15, 152, 90, 21).put(15, 18, "Nordwall Feinkost Handels GmbH", 13, "B").block(15, 23, ("Hemelinger Hafendamm 22 · 28309 Bremen · Deutschland", "USt-IdNr. DE124423621 · Telefon 0421 555 0188"), 4, size=8).put(282, 18, "BESTELLUNG", 15, "B", "R", space=2).block(200, 27, ("Belegnummer", "Bestelldatum", "Druckdatum", "Sachbearbeiter"), 4.6, size=8.5)
    pdf.block(282, 27, (order.po or "", day(order.date, "%d.%m.%Y"), "21.04.2026", "H. Brüning / App. 34"), 4.6, to="R", size=9).put(15, 42, "Lieferant 70118", 8, "B").block(15, 46.5, ("Heidegold Konserven eG", "Bahnhofstraße 90", "29614 Soltau")).put(110, 42, "Anlieferung", 8, "B").block(110, 46.5, ("Lager Bremen-Süd, Tor 4-7", f"am {day(order.need, '%d.%m.%Y')} zwischen 06:00 und 10:00 Uhr", "Rampe: 0421 555 0192")).band(15, 66, 267, 11, 70)
    pdf.set_text_color(255)
    pdf.cells(70.5, marks, ("Zl.", "EAN", "Art.-Nr.", "", "Bestell-", "", "EK-Preis", "Rabatt", "Wert"), size=8.5, style="B").cells(74.5, marks, ("", "", "Lieferant", "Artikeltext", "menge", "Einh.", "EUR", "%", "EUR"), size=8.5, style="B")
    pdf.set_text_color(0)
    for place, one in enumerate(order.items):
        if place % 2:
            pdf.band(15, 78 + place * 7, 267, 7)
        pdf.cells(82.8 + place * 7, marks, (str(place + 1), one.gtin, one.sku, one.description, one.qty, one.uom, DE(one.price), one.discount and DE(one.discount, 1), DE(one.amount)))
    pdf.block(115, 158, ("MHD bei Anlieferung mindestens 2/3 der Gesamtlaufzeit. Euro-Paletten im Tausch, max. 1,80 m.", "Avis bis 24.04.2026, 12:00 Uhr. Verspätete Ware wird nicht angenommen.", "Sitz der Gesellschaft: Bremen, HRB 30717 HB. Geschäftsführung: Insa Nordwall"), 5, size=8.5)
    return done(pdf, order)


def bmd_at() -> Paper:
    """Austria; labels first, then values; totals before the lines; discount column; customer number beside the number."""
    order = Order("260417", "2026-04-20", "EUR", (Item("350", "1.48", "Holzbauschraube TK 8,0x240 TX40", "Stk", item="HBS-8240", discount="30"), Item("40", "22.90", "Balkenschuh 120x160 Außen", "Stk", item="BSA-120160", discount="25"), Item("12", "186.00", "Dampfbremse feuchtevariabel 1,5x50 m", "Rol", item="DB-V150", discount="18.5"), Item("30", "34.60", "Klebeband 60 mm x 40 m", "Rol", item="KB-60", discount="18.5"), Item("1", "420.00", "Kranentladung Baustelle", "Psch", item="KRAN")), name="Ennstaler Holzbau Ges.m.b.H.", vat="ATU34210289", country="AT", need="2026-05-18", vat_rate="20")
    pdf, marks = Sheet("BMD NTCS"), "20L 32L 60L 130R 134L 158R 172R 192R"
    pdf.put(20, 62, "B e s t e l l u n g", 16, "B").block(125, 56, ("Belegnummer:", "Belegdatum:", "Lieferdatum:", "Unsere Kd.-Nr. bei Ihnen:", "Ihr Angebot:"), 4.8, size=8.5).cells(96, marks, ("Pos", "Artikel", "Bezeichnung", "Menge", "EH", "Einzel-", "Rab.", "Betrag"), size=8.5, style="B").cells(100, marks, ("", "", "", "", "", "preis", "%", "EUR"), size=8.5, style="B").rule(20, 102, 192, 102).block(130, 160, ("Nettobetrag", "+ 20 % MwSt.", "Gesamt EUR"), 5.5, size=9).put(20, 24, order.name or "", 13, "B")
    pdf.put(20, 29, "Gewerbepark 3, 8940 Liezen, Österreich · Tel. +43 3612 55501 · FN 218834 k LG Leoben · UID ATU34210289", 7.5).rule(20, 31, 192, 31).block(20, 40, ("Bautechnik Salzkammergut KG", "Salzburger Straße 118", "4820 Bad Ischl"), 4.6, size=10).block(192, 56, (order.po or "", day(order.date, "%d.%m.%Y"), day(order.need, "%d.%m.%Y"), "7783120", "AN26-0449 v. 09.04.2026"), 4.8, size=9, to="R").put(20, 84, "Lieferadresse: BVH Kindergarten Admont, Hall 340, 8911 Admont (Polier Hr. Schoiswohl, 0664 555 0119)", 9)
    pdf.block(192, 160, (DE(order.net), DE(order.tax), DE(order.total)), 5.5, size=9, to="R").rule(130, 173, 192, 173).rows(108, 9, marks, [(str(place + 1), one.item, one.description, DE(one.qty), one.uom, DE(one.price), one.discount and DE(one.discount, 1), DE(one.amount)) for place, one in enumerate(order.items)]).block(20, 190, ("Zahlung 14 Tage 2 % Skonto, 30 Tage netto. Rechnung bitte mit Belegnummer an rechnung@ennstaler.example.", "Erfüllungsort und Gerichtsstand Liezen."), size=8.5)
    return done(pdf, order)


def abacus_ch() -> Paper:
    """Switzerland; addressee at the right, number in the title, price per 100 in a column PE, a date on each line, all one."""
    order = Order("31407", "2026-04-22", "CHF", (Item("500", "86.50", "Zylinderstift ISO 8734 4m6x20", "Stk", item="100.4420", per="100"), Item("2000", "14.20", "Gewindestift DIN 913 M4x6 A2", "Stk", item="100.9134", per="100"), Item("24", "118.75", "Linearführungswagen Gr. 15, vorgespannt", "Stk", item="220.1501"), Item("12", "342.00", "Führungsschiene Gr. 15, L = 1240 mm", "Stk", item="220.1540"), Item("3", "1265.40", "Kugelgewindetrieb 16x5, L = 860 mm", "Stk", item="221.1605")), name="Aarfeld Präzisionstechnik AG", need="2026-05-22", vat_rate="8.1")
    pdf, marks = Sheet("Abacus Research AG"), "20L 29L 49L 124R 127L 155R 164R 192R"
    pdf.put(20, 22, "aarfeld", 22, "B", space=1).block(20, 30, ("Aarfeld Präzisionstechnik AG", "Industriestrasse 14", "5033 Buchs", "Telefon 062 555 01 40", "CHE-258.705.662 MWST"), 4.2, size=8.5).block(120, 46, ("Wälti Normteile & Lineartechnik AG", "Verkauf Innendienst", "Grabenackerstrasse 9", "8404 Winterthur"), 4.8, size=10.5).put(20, 84, "Bestellung Nr. 31407", 14, "B").cells(92, "20L 50L 110L 140L", ("Datum", day(order.date, "%d.%m.%Y"), "Ihr Kontakt", "Nadja Fischli, 062 555 01 46"))
    pdf.cells(97, "20L 50L 110L 140L", ("Ihre Offerte", "O-204417 vom 15.04.2026", "Lieferbed.", "DAP Buchs, franko")).rule(20, 101, 192, 101).cells(106, marks, ("Pos", "Artikel", "Text", "Menge", "ME", "Preis CHF", "PE", "Total CHF"), size=8.5, style="B").rule(20, 108, 192, 108)
    for place, one in enumerate(order.items):
        y = 115 + place * 11
        pdf.cells(y, marks, (str(place + 1), one.item, one.description, CH.whole(one.qty), one.uom, CH(one.price), one.per, CH(one.amount))).put(49, y + 4.2, f"Liefertermin {day(order.need, '%d.%m.%Y')}", 8)
    pdf.rule(20, 168, 192, 168).rows(174, 5.5, "127L 155L 192R", [(label, "CHF" if place != 1 else "", CH(sum_)) for place, (label, sum_) in enumerate((("Total exkl. MWST", order.net), ("MWST 8.1 %", order.tax), ("Total inkl. MWST", order.total)))], last="B").block(20, 204, ("Zahlbar 30 Tage netto. Bitte bestätigen Sie Preise und Termine innert 3 Tagen.", "Freundliche Grüsse", "Aarfeld Präzisionstechnik AG, Einkauf"), 6)
    return done(pdf, order, buyer=only_name(order))


# --- French ---

RAYON = """EL2201|Disjoncteur modulaire 1P+N 16A courbe C|60|U|6.94;EL2202|Disjoncteur modulaire 1P+N 20A courbe C|40|U|7.12;EL2210|Interrupteur différentiel 2P 40A 30 mA type A|18|U|42.30;EL2214|Interrupteur différentiel 2P 63A 30 mA type AC|10|U|51.85;EL2301|Coffret 2 rangées 26 modules|12|U|23.40;EL2302|Coffret 3 rangées 39 modules|8|U|34.75
EL2310|Peigne horizontal 13 modules|30|U|4.18;EL2315|Bornier de terre 16 trous|25|U|3.60;EL3001|Câble R2V 3G1,5 couronne 100 m|14|CR|58.90;EL3002|Câble R2V 3G2,5 couronne 100 m|14|CR|92.15;EL3005|Câble R2V 5G6 au mètre|180|M|5.34;EL3011|Fil H07VU 1,5 bleu couronne 100 m|20|CR|14.22
EL3012|Fil H07VU 1,5 rouge couronne 100 m|20|CR|14.22;EL3013|Fil H07VU 2,5 vert/jaune couronne 100 m|20|CR|22.68;EL3101|Gaine ICTA 20 avec tire-fil 100 m|22|CR|21.05;EL3102|Gaine ICTA 25 avec tire-fil 50 m|16|CR|19.80;EL3201|Moulure 32 x 12,5 blanche longueur 2 m|90|U|2.47;EL3202|Goulotte 110 x 50 blanche longueur 2 m|36|U|17.92
EL4001|Boîte d'encastrement D67 P40|300|U|0.68;EL4002|Boîte d'encastrement double P40|80|U|1.74;EL4005|Boîte pavillonnaire DCL|60|U|3.15;EL4101|Prise 2P+T blanche à puits|240|U|2.36;EL4102|Va-et-vient blanc|150|U|2.82;EL4103|Poussoir lumineux blanc|24|U|6.40
EL4110|Prise RJ45 cat. 6 blindée|70|U|8.95;EL4120|Plaque simple blanche|320|U|0.92;EL4121|Plaque double horizontale blanche|75|U|1.88;EL5001|Hublot LED 12 W IP54 avec détecteur|28|U|31.60;EL5002|Réglette LED étanche 1500 mm 40 W|32|U|38.25;EL5010|Bloc de secours BAES 45 lm SATI|16|U|46.70
EL5015|Télécommande de mise au repos|2|U|64.10;EL6001|Détecteur de mouvement 360° plafond|14|U|29.99;EL6005|Minuterie modulaire 16A|6|U|18.45"""


def sage_fr() -> Paper:
    """France; 33 lines over three pages, « À reporter » and « Report », a works site, TVA, the legal footer on each page."""
    order = Order("CF2604-0371", "2026-04-20", "EUR", tuple(Item(qty, price, words, uom, item=code) for code, words, qty, uom, price in (text.split("|") for text in RAYON.replace("\n", ";").split(";"))), name="Établissements Vauquelin-Rémy", vat="FR88621054618", need="2026-05-11", vat_rate="20")
    pdf, marks = Sheet("Sage 100 Gestion commerciale"), "15L 36L 128R 133L 164R 194R"
    carried, parts = order.goods - order.goods, (order.items[:13], order.items[13:26], order.items[26:])
    for page, items in enumerate(parts, 1):
        if page > 1:
            pdf.add_page()
        pdf.put(15, 20, "Établissements Vauquelin-Rémy", 13, "B").block(15, 25, ("Électricité générale - Courants faibles", "12 rue du Moulin-Lévêque", "76410 Cléon"), 4, size=8.5).put(194, 20, "BON DE COMMANDE", 14, "B", "R").cells(45, "15L 50L 80L 112L 148L 194R", ("Numéro", "Date", "Code fourn.", "Votre devis", "Livraison souhaitée", "Page"), size=8, style="B").cells(50, "15L 50L 80L 112L 148L 194R", (order.po, day(order.date), "F00218", "D-26-1187", f"le {day(order.need)}", f"{page}/{len(parts)}"))
        pdf.block(112, 60, ("COMPTOIR NORMAND DU MATÉRIEL", "À l'attention de M. Lepetit", "ZI de la Maine, 8 rue Ampère", "76150 Maromme"), size=9.5).put(15, 60, "Lieu de livraison :", 8, "U").block(15, 64.5, ("Chantier EHPAD Les Tilleuls", "Rue des Frères-Lumière", "76800 Saint-Étienne-du-Rouvray")).band(15, 82, 180, 7, 215).cells(86.8, marks, ("Référence", "Désignation", "Qté", "U.", "P.U. HT", "Montant HT"), size=8.5, style="B")
        y = 96.0
        if page > 1:
            pdf.cells(y, "36L 194R", ("Report", FR_HARD(carried)), style="I")
            y += 8
        for one in items:
            carried += one.amount
            pdf.cells(y, marks, (one.item, one.description, FR_HARD.whole(one.qty), one.uom, FR_HARD(one.price), FR_HARD(one.amount)))
            y += 10
        if page < len(parts):
            pdf.cells(y + 1, "36L 194R", ("À reporter", FR_HARD(carried)), style="I")
        else:
            for label, sum_ in (("Total HT", order.net), ("TVA 20,00 %", order.tax), ("Total TTC", order.total)):
                pdf.cells(y + 4, "140L 194R", (label, FR_HARD(sum_) + " €"), style="B" if sum_ == order.total else "")
                y += 5.5
            pdf.block(15, y + 10, ("Règlement : virement 45 jours fin de mois. Franco de port à partir de 500 € HT.", "Toute livraison doit être accompagnée d'un bon rappelant notre numéro de commande et le chantier 2026-114."), 4.4, size=8.5)
        pdf.put(105, 280, "SAS au capital de 152 000 € - RCS Rouen 621 054 618 - SIRET 621 054 618 00031 - APE 4321A - N° TVA intracommunautaire FR 88 621054618", 7, "", "C")
    return done(pdf, order)


def star_fr() -> Paper:
    """France; the supplier's TVA number only, four decimals, item number inside the description cell, totals left, delivery day spelt out."""
    order = Order("BC 0592/26", "2026-04-15", "EUR", (Item("64.8", "38.4150", "Chêne avivé QP1 27 mm séché 12 %", "m²", item="CHE-27-QP1"), Item("150", "1.2680", "Tourillon hêtre strié 10 x 40, sachet de 100", "sachet", item="TOU-1040"), Item("22", "17.9025", "Vernis aqua mat bidon 1 L", "bidon", item="VAM-1"), Item("400", "0.8445", "Paumelle laiton 80 x 54, droite", "pièce", item="PAU-80D")), name="Menuiserie Bélanger Frères", need="2026-05-07")
    pdf, marks = Sheet("StarOffice Writer", face="Times"), "20L 118R 124L 160R 190R"
    pdf.put(20, 22, "Menuiserie Bélanger Frères", 16, "BI").block(20, 28, ("Le Petit-Bourg", "23320 Saint-Vaury", "Tél. 05 55 00 41 87 - Fax 05 55 00 41 88", "SIRET 563 161 436 00054"), 4.4, size=9.5).put(105, 56, "BON DE COMMANDE", 15, "B", "C", space=4).block(120, 68, ("SCIERIE DES MONTS D'AMBAZAC", "Lieu-dit La Jonchère", "87240 Saint-Sylvestre", "TVA FR00564001840"), 4.8, size=10.5).block(20, 68, ("N° de commande : BC 0592/26", f"Saint-Vaury, le {day(order.date, '~ *fr %Y')}", "Vos réf. : offre 2026-88 du 30/03/2026", "Nos réf. : PB / école de Guéret"), 5.2, size=10.5)
    pdf.put(20, 100, "Monsieur, nous vous prions de bien vouloir nous livrer les fournitures suivantes :", 10.5).cells(111, marks, ("", "", "", "Prix unit.", "Montant"), size=10, style="B").cells(115, marks, ("Désignation", "Quantité", "Unité", "HT (€)", "HT (€)"), size=10, style="B")
    for place, one in enumerate(order.items):
        pdf.cells(123 + place * 11, marks, (one.description, FR.whole(one.qty), one.uom, FR(one.price, 4), FR(one.amount)), size=10).put(20, 127.4 + place * 11, f"réf. {one.item}", 8.5)
    pdf.rule(20, 164, 190, 164).cells(171, "20L 84R", ("TOTAL HORS TAXES", FR(order.total) + " €"), size=11, style="B").put(20, 182, "Délai : livraison le jeudi 7 mai 2026 à l'atelier, avant 11 heures.", 10.5).put(20, 188, "Paiement : 30 jours date de facture. Port compris.", 10.5).put(140, 204, "Pascal Bélanger", 10.5, "I").put(105, 282, "SARL au capital de 8 000 euros - RCS Guéret 563 161 436 - Garantie décennale MAAF Pro n° 23 118 402 Z", 7.5, "", "C")
    return done(pdf, order)


def navision_be() -> Paper:
    """Belgium; labels of both parties side by side, TVA and TVAC amounts on each line, customer and order number close."""
    order = Order("26/00518", "2026-04-21", "EUR", (Item("1250", "1.60", "Malt pilsen EBC 3,5 - vrac", "kg", item="M-PIL"), Item("300", "2.15", "Malt caramel EBC 120 - sacs de 25 kg", "kg", item="M-CAR120"), Item("20", "24.80", "Houblon Saaz pellets T90, 5 kg", "sac", item="H-SAAZ5"), Item("6", "79.00", "Levure sèche haute fermentation 500 g", "pce", item="L-HF500"), Item("40", "3.95", "Acide lactique 80 % bidon 1 l", "bid", item="A-LAC80")), name="Brasserie Lestienne-Vandamme SRL", vat="BE0713375216", country="BE", need="2026-05-06", vat_rate="21")
    pdf, marks = Sheet("Microsoft Dynamics NAV"), "15L 38L 106R 108L 130R 150R 159R 174R 195R"
    pdf.put(15, 20, "Bon de commande 26/00518", 15, "B").block(15, 30, ("Acheteur", "", "", "", "", "N° TVA"), 4.4, size=8, style="B").block(112, 30, ("Fournisseur", "", "", "", "", "N° client chez vous"), 4.4, size=8, style="B").cells(66, "15L 52L 92L 140L", ("Date document", "Date de réception", "Conditions", "Contact"), size=8, style="B").rule(15, 77, 195, 77).cells(82, marks, ("N°", "Description", "Quantité", "", "Prix unit.", "Montant", "TVA", "Montant", "Montant"), size=8, style="B").cells(86, marks, ("", "", "", "", "HTVA", "HTVA", "%", "TVA", "TVAC"), size=8, style="B")
    pdf.rule(15, 88, 195, 88).block(132, 142, ("Total EUR HTVA", "TVA 21 %", "Total EUR TVAC"), 5, size=9, style="B").block(40, 30, (order.name or "", "Rue de la Sucrerie 41", "7800 Ath", "Belgique", "", "BE 0713.375.216"), 4.4).block(143, 30, ("Malterie du Tournaisis SA", "Quai des Vicinaux 6", "7500 Tournai", "Belgique", "", "C004471"), 4.4).cells(71, "15L 52L 92L 140L", (day(order.date), day(order.need), "30 jours fin de mois", "Aurélie Deham 068 55 01 72"))
    for place, one in enumerate(order.items):
        pdf.cells(95 + place * 8, marks, (one.item, one.description, DE.whole(one.qty), one.uom, DE(one.price), DE(one.amount), "21", DE(order.change(items=(one,)).tax), DE(order.change(items=(one,)).total)), size=8.5)
    pdf.rule(130, 137, 195, 137).block(195, 142, (DE(order.net), DE(order.tax), DE(order.total)), 5, to="R").block(15, 170, ("Livraison au quai 2, du lundi au jeudi de 7 h à 13 h. Certificat d'analyse par lot exigé.", "Contrat cadre 2025-07 applicable. RPM Tournai."), size=8.5)
    return done(pdf, order)


def romande_ch() -> Paper:
    """French Switzerland; a date in words with the place, quantity and unit in one cell, price per 100 written beside it."""
    order = Order("C-2026-0733", "2026-04-21", "CHF", (Item("4000", "31.50", "Vis à tête fraisée M1,6 x 3 inox", "pce", item="VF-1603", per="100"), Item("2500", "48.20", "Goupille cylindrique 1,0 x 6 trempée", "pce", item="GC-1006", per="100"), Item("15", "264.00", "Barre laiton CW614N Ø 8, 3 m", "barre", item="BL-0803"), Item("6", "1138.90", "Fraise carbure 2 dents Ø 0,8, lot de 10", "lot", item="FC-2D08")), name="Mécanique de la Brévine SA", need="2026-05-19")
    pdf, marks = Sheet("WinBIZ", face="Helvetica"), "20L 30L 58L 136R 166R 192R"
    pdf.put(20, 22, "Mécanique de la Brévine SA", 14, "B").put(20, 27, "Les Taillères 18 - 2406 La Brévine - tél. 032 555 01 22", 8).block(120, 50, ("Visserie de la Broye Sàrl", "Monsieur Chassot", "Route de Payerne 55", "1470 Estavayer-le-Lac"), 4.8, size=10.5).put(120, 80, f"La Brévine, le {day(order.date, '~ *fr %Y')}", 10).put(20, 92, "Commande N° C-2026-0733", 13, "BU").put(20, 99, "V/offre 44120 du 10.04.2026     N/dossier 5519     Affaire suivie par L. Huguenin, ligne directe 032 555 01 27", 8.5)
    pdf.cells(110, marks, ("Pos.", "Article", "Désignation", "Quantité", "Prix CHF", "Total CHF"), size=9, style="B").rule(20, 112, 192, 112)
    for place, one in enumerate(order.items):
        pdf.cells(119 + place * 8, marks, (str(place + 1), one.item, one.description, f"{CH.whole(one.qty)} {one.uom}", CH(one.price) + (f" / {one.per}" if one.per else ""), CH(one.amount)))
    pdf.rule(20, 148, 192, 148).cells(154, "118L 192R", ("Total HT en CHF", CH(order.total)), size=10, style="B").put(20, 168, f"Délai de livraison : {day(order.need, '%d.%m.%Y')}", 10, "B").block(20, 176, ("TVA en sus. Paiement 30 jours net. Emballage perdu, transport à votre charge.", "Prière de confirmer cette commande par retour de courriel."), 5)
    return done(pdf, order)


# --- Spanish ---


def suma_es() -> Paper:
    """Spain; two pre-printed half pages, Suma y sigue, discount column, IVA per line, comments under items."""
    order = Order("PC-26-00841", "2026-04-17", "EUR", (Item("16", "74.30", "Electroválvula 5/2 G1/4 24 VDC", "UD", item="EV52-14", discount="15"), Item("16", "6.45", "Conector DIN 43650 con LED", "UD", item="CN-4365L", discount="15"), Item("8", "128.60", "Cilindro ISO 15552 D63 C200", "UD", item="CI63-200", discount="20"), Item("100", "1.92", "Racor recto 8 mm G1/4", "UD", item="RR-0814"), Item("200", "0.87", "Tubo poliuretano 8x5,5 azul", "MT", item="TP-08AZ"), Item("4", "59.90", "Filtro regulador G1/2 con manómetro", "UD", item="FR-12M", discount="10"),
        Item("10", "23.15", "Sensor magnético ranura T, cable 2 m", "UD", item="SM-T2", discount="10"), Item("2", "312.00", "Presostato digital PNP 0-10 bar", "UD", item="PD-010")), name="Talleres Egurrola y Cía, S.L.", vat="ESB46348165", need="2026-05-06", vat_rate="21")
    notes = {0: "Bobina incluida. Según oferta 26/2207", 2: "Con amortiguación regulable", 7: "Salida analógica 4-20 mA"}
    pdf, marks = Sheet("Contaplus Facturaplus"), "17L 40L 120R 124L 148R 162R 183R 193R"
    for page, items in enumerate((order.items[:5], order.items[5:]), 1):
        if page == 2:
            pdf.add_page()
        pdf.put(15, 20, order.name or "", 14, "B").block(15, 25, ("Pol. Ind. Bidebarrieta, nave 12 - 20600 Eibar (Gipuzkoa)", "Tel. 943 55 01 64 - compras@egurrola.example", "N.I.F. ES-B46348165"), 4, size=8).put(195, 20, "PEDIDO DE COMPRA", 13, "B", "R").box(15, 40, 80, 20).cells(45, "17L 52L", ("Nº PEDIDO", "FECHA"), size=7.5, style="B").cells(50, "17L 52L", (order.po, day(order.date)), size=9.5).cells(57, "17L 52L", ("Proveedor 400517", f"Pág. {page} de 2"), size=8).box(105, 36, 90, 28)
        pdf.block(108, 42, ("NEUMÁTICA DEL CANTÁBRICO, S.A.", "C/ Uribitarte, 61 - bajo", "48001 BILBAO", "A28279883"), 5, size=9.5).cells(72, "15L 75L 130L", (f"Plazo de entrega: {day(order.need)}", "Forma de pago: 60 días f.f.", "Portes: pagados"), size=8.5).box(15, 77, 180, 7).cells(82, marks, ("CÓDIGO", "CONCEPTO", "CANTIDAD", "UM", "PRECIO", "DTO.", "IMPORTE", "IVA"), size=8, style="B").box(15, 84, 180, 90)
        y = 92.0
        if page == 2:
            pdf.cells(y, "40L 183R", ("Suma anterior", DE(sum(one.amount for one in order.items[:5]))), style="I")
            y += 10
        for one in items:
            pdf.cells(y, marks, (one.item, one.description, DE(one.qty), one.uom, DE(one.price), one.discount and f"{DE(one.discount)}", DE(one.amount), "21")).put(42, y + 4.4, notes.get(order.items.index(one), ""), 8)
            y += 13
        if page == 1:
            pdf.cells(171, "40L 183R", ("Suma y sigue", DE(sum(one.amount for one in items))), style="I")
        else:
            pdf.box(15, 178, 180, 14).cells(183, "46R 82R 122R 190R", ("BASE IMPONIBLE", "% I.V.A.", "CUOTA I.V.A.", "TOTAL PEDIDO"), size=8, style="B").cells(189, "46R 82R 122R 190R", (DE(order.net), "21,00", DE(order.tax), DE(order.total) + " EUR"), size=10)
        pdf.put(15, 200, "Inscrita en el Registro Mercantil de Gipuzkoa, tomo 1.884, folio 77, hoja SS-10.422, inscripción 1ª.", 6.5).put(15, 204, "Rogamos indiquen en albarán y factura el nº de pedido. Los albaranes sin número de pedido no se admitirán.", 8)
    return done(pdf, order)


def renglon_mx() -> Paper:
    """Mexico; Courier rows as one string, the month in letters, RFC of both, IVA 16 %, pesos by sign and by code."""
    order = Order("OC-7719", "2026-04-21", "MXN", (Item("40", "385.00", "GUANTE DE CARNAZA REFORZADO TALLA 9", "PAR", item="GC-109"), Item("25", "1248.50", "ARNES CUERPO COMPLETO 4 ANILLOS", "PZA", item="AR-4D"), Item("60", "96.80", "CASCO DIELECTRICO CLASE E BLANCO", "PZA", item="CD-EB"), Item("12", "2310.00", "CAJA CON 50 RESPIRADORES N95", "CAJA", item="RN-95"), Item("150", "18.75", "LENTE DE SEGURIDAD CLARO ANTIEMPAÑO", "PZA", item="LS-CA"), Item("3", "4890.00", "REGADERA LAVAOJOS DE EMERGENCIA", "PZA", item="RL-01")
        ), name="COMERCIALIZADORA TEPEYAC DEL NORTE, S.A. DE C.V.", country="MX", need="2026-05-11", vat_rate="16")
    pdf, form = Sheet("Visual FoxPro", "Letter", face="Courier"), "{:>4} {:<9}{:<38}{:>9} {:<5}{:>12}{:>14}"
    lines = [
        "COMERCIALIZADORA TEPEYAC DEL NORTE, S.A. DE C.V.", "R.F.C. CTN9804128DL", "AV. RUIZ CORTINES 4120 PTE., COL. MITRAS NORTE", "MONTERREY, N.L., C.P. 64320, MÉXICO          TEL. (81) 5550-0144", "", f"{'':<30}O R D E N   D E   C O M P R A", "",
        f"{'NO. DE ORDEN: OC-7719':<36}{'REQUISICIÓN: 22841':<28}FECHA: {day(order.date, '%d/*es/%Y')}", f"{'COTIZACIÓN: SIN-5502 / 09-ABR':<36}{'MONEDA: MXN':<28}ENTREGA: {day(order.need, '%d/*es/%Y')}", "", "PROVEEDOR: 01188  SEGURIDAD INDUSTRIAL DEL NOGALAR, S.A. DE C.V.", f"{'':<18} R.F.C. SIN010315QX4  SAN NICOLÁS DE LOS GARZA, N.L.",
        "ENTREGAR EN: ALMACÉN GENERAL, CARRETERA A COLOMBIA KM 9.5, ESCOBEDO, N.L.", "", "-" * 94, form.format("REN.", "CLAVE", "DESCRIPCIÓN", "CANTIDAD", "U.M.", "P. UNITARIO", "IMPORTE"), "-" * 94,
    ]
    for place, one in enumerate(order.items, 1):
        lines += [form.format(place, one.item, one.description, US(one.qty), one.uom, US(one.price), US(one.amount)), ""]
    lines += ["-" * 94] + [f"{'':<62}{label:<16}{'$' + US(sum_):>15}" for label, sum_ in (("SUBTOTAL", order.net), ("I.V.A. 16%", order.tax), ("TOTAL M.N.", order.total))]
    lines += ["", "CONDICIONES: CRÉDITO 30 DÍAS. FACTURAR CON USO DE CFDI G03, MÉTODO DE PAGO PPD.", "RECEPCIÓN DE FACTURAS: LUNES Y MIÉRCOLES DE 9:00 A 13:00 HRS.", "", "", f"{'ELABORÓ: Y. CANTÚ':<48}AUTORIZÓ: ING. H. VILLARREAL"]
    for at, text in enumerate(lines):
        pdf.put(14, 20 + at * 4.6, text, 9, "B" if at in (0, 5) else "")
    return done(pdf, order, buyer=only_name(order))


def jasper_es() -> Paper:
    """Spain; landscape, zebra, all prices per 1000 said in the heading, the values before the labels, two item numbers."""
    order = Order("2026-P-1093", "2026-04-22", "EUR", (Item("24000", "86.40", "Tarro vidrio 314 ml boca TO 63", "uds", buyer_item="ENV-0314", sku="V314-63", per="1000"), Item("24000", "41.25", "Tapa metálica TO 63 oro con botón", "uds", buyer_item="TAP-063O", sku="TM63-OB", per="1000"), Item("18000", "118.90", "Botella aceite 500 ml marasca verde", "uds", buyer_item="ENV-0500", sku="M500-V", per="1000"), Item("18500", "63.15", "Tapón irrellenable 31,5 x 24", "uds", buyer_item="TAP-3124", sku="TI-31524", per="1000"),
        Item("45000", "12.78", "Etiqueta adhesiva 90 x 60, 4 tintas", "uds", buyer_item="ETQ-9060", sku="E9060-4T", per="1000"), Item("3000", "412.00", "Caja cartón 12 tarros con rejilla", "uds", buyer_item="CAJ-12T", sku="CC12-R", per="1000")), name="Conservas Valdehermoso, S.A.", vat="ESA08530651", country="ES", need="2026-05-14", vat_rate="21")
    pdf, marks = Sheet("JasperReports", way="landscape"), "17L 28L 58L 92L 190R 194L 232R 280R"
    for place, one in enumerate(order.items):
        if place % 2 == 0:
            pdf.band(15, 83 + place * 8, 267, 8, 238)
        pdf.cells(88.5 + place * 8, marks, (str(place + 1), one.buyer_item, one.sku, one.description, DE.whole(one.qty), one.uom, DE(one.price), DE(one.amount)))
    pdf.block(280, 142, (DE(order.net), DE(order.tax), DE(order.total) + " €"), 6, size=9.5, to="R").block(88, 46, (order.po or "", day(order.date), day(order.need), "OF-26/0377 (08/04/2026)"), 5).block(150, 46, ("Envases y Cierres del Ebro, S.L.", "Ctra. de Logroño, km 12,4", "50180 Utebo (Zaragoza)", "Tel. 976 55 01 83"), 4.6, size=9.5).block(220, 46, ("Planta de Calahorra", "Camino de la Noria, s/n", "26500 Calahorra (La Rioja)", "Descarga de 7:00 a 13:00"), 4.6, size=9.5).put(15, 20, order.name or "", 15, "B")
    pdf.put(15, 25.5, "Avda. de la Rioja, 88 - 31570 San Adrián (Navarra) - España - NIF-IVA ESA08530651 - Tel. 948 55 01 17", 8).put(282, 20, "Pedido a proveedor", 15, "B", "R").rule(15, 30, 282, 30).cells(39, "15L 150L 220L", ("Datos del pedido", "Proveedor", "Lugar de entrega"), size=9, style="BU").block(15, 46, ("Número de pedido", "Fecha de pedido", "Fecha de entrega", "Su oferta"), 5, size=9).cells(76, marks, ("Lín.", "Nuestro", "Su", "", "", "", "Precio por", "Importe"), size=8.5, style="B")
    pdf.cells(80, marks, ("", "código", "código", "Descripción", "Cantidad", "Ud.", "1000 uds (€)", "(€)"), size=8.5, style="B").rule(15, 82, 282, 82).block(216, 142, ("Base imponible", "IVA 21 %", "Total pedido"), 6, size=9.5).block(15, 142, ("Palets europeos retractilados, altura máxima 1,90 m. Certificado de aptitud alimentaria por lote.", "Vencimiento a 60 días, pago día 25. Aceptación del pedido en 48 horas a compras@valdehermoso.example.", "Reg. Merc. de Navarra, tomo 602, folio 14, hoja NA-11.873. CIF A08530651"), 5, size=8).put(282, 200, "Página 1 de 1", 7.5, "", "R")
    return done(pdf, order)


PAPERS = (
    sap_de,
    word_de,
    kolli_de,
    bmd_at,
    abacus_ch,
    sage_fr,
    star_fr,
    navision_be,
    romande_ch,
    suma_es,
    renglon_mx,
    jasper_es,
)
