"""The same in German, French and Spanish."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from decimal import Decimal

from tests.corpus.case import CH, DE, FR, FR_HARD, Item, Order
from tests.corpus.inbox_parts import br, grid, held, page
from tests.corpus.web import Printed, Truth, row


def business_one_foerdertechnik() -> tuple[str, Truth]:
    """A conveyor builder in Westphalia with SAP Business One: dates with short years, the currency before every amount."""
    order = Order("4500817", "2026-04-14", "EUR", (
        Item("120", "18.75", "Tragrolle Stahl verzinkt Ø 50 x 400 mm, Federachse", item="TR50-400-F"), Item("16", "142.3", "Flanschlager UCF 207, Graugussgehäuse", item="UCF207", discount="15"),
        Item("4", "389", "Getriebemotor 0,55 kW, i=23, B5", item="GM055-23"), Item("60", "7.28", "Rollenkette 08B-1, Meterware", item="RK08B1"),
        Item("24", "1.95", "Kettenschloss 08B-1 mit Federverschluss", item="KS08B1"), Item("2", "1084.5", "Gurtband PVC grün 2-lagig, 400 mm breit, endlos verbunden 12,4 m", item="GB400-124", discount="7.5"), Item("10", "26.4", "Induktiver Näherungsschalter M12 PNP Schließer, Stecker", item="INI-M12-P"),
    ), name="Heidtmann Fördertechnik GmbH", vat="DE813473721", need="2026-05-08", vat_rate="19")
    return (
        page("body{font:9pt Arial} .g th{border-top:1px solid #000;border-bottom:1px solid #000} .g td{padding:1.2mm 1mm;white-space:nowrap} .g td:nth-child(3){width:52mm;white-space:normal}", foot=r"Heidtmann Fördertechnik GmbH · Im Westfeld 19 · 33428 Harsewinkel · Amtsgericht Gütersloh HRB 6617 · Geschäftsführer: Ralf Heidtmann\A USt-IdNr.: DE813473721 · Volksbank Ostmünsterland · IBAN DE12 3456 7890 1234 5678 90 · BIC GENODEM1XXX", number='"Seite " counter(page) " von " counter(pages)')
        + "<div class=r><b style='font-size:16pt;color:#a30'>HEIDTMANN</b><br>Fördertechnik</div><div style='font-size:6.5pt;text-decoration:underline;margin-top:8mm'>Heidtmann Fördertechnik GmbH, Im Westfeld 19, 33428 Harsewinkel</div>"
        + "<div class=two><div>" + br("Brenkamp Technik-Handel GmbH", "Frau Sabine Ittner", "Industriestraße 14", "48155 Münster", "DEUTSCHLAND") + "</div>" + held(("Belegnummer", "4500817"), ("Belegdatum", "14.04.26"), ("Lieferdatum", "08.05.26"), ("Lieferantennr.", "L70044"), ("Ihre Referenz", "Angebot AN-20871"), ("Einkäufer", "Kathrin Voss"), ("Seite", "1 / 1")) + "</div>"
        + "<h2 style='margin:8mm 0 3mm'>Bestellung</h2>Bitte liefern Sie an: Heidtmann Fördertechnik GmbH, Wareneingang Tor 3, Im Westfeld 19, 33428 Harsewinkel<br><br>"
        + grid("# | Artikelnr. | Beschreibung | > Menge | > Stückpreis | > Rabatt % | > Gesamt", ((n, i.item, i.description, DE.whole(i.qty), f"EUR {DE(i.price)}", DE(i.discount) if i.discount else "0,00", f"EUR {DE(i.amount)}") for n, i in enumerate(order.items, 1)))
        + "<table style='margin:4mm 0 0 auto;width:80mm;border-top:1px solid #000'>" + row(("Zwischensumme", f"EUR {DE(order.net)}"), ("", "r")) + row(("MwSt. 19 %", f"EUR {DE(order.tax)}"), ("", "r")) + row(("<b>Gesamtbetrag</b>", f"<b>EUR {DE(order.total)}</b>"), ("", "r")) + "</table>" + "<p>Zahlungsbedingungen: 14 Tage 2 % Skonto, 30 Tage netto<br>Versandart: Spedition, frei Haus</p><p>Bemerkungen: Basierend auf Lieferantenangebot 20871.</p>"
    ), order.truth()


def sapscript_maschinenbau() -> tuple[str, Truth]:
    """A machine builder in Saxony with R/3 and SAPscript: typewriter face, two rows to a line, prices per 100, thirty lines on several pages."""
    sizes = [("M6x20", "4.10"), ("M6x30", "4.85"), ("M8x25", "7.95"), ("M8x40", "10.60"), ("M10x30", "15.20"), ("M10x50", "21.45"), ("M12x40", "26.80"), ("M12x60", "33.15"), ("M16x50", "58.90"), ("M16x80", "79.40")]
    quantities = ("2000", "1000", "500", "1500", "800", "400", "600", "300", "200", "100")
    kinds = (("Sechskantschraube ISO 4017", "8.8 vz", "1000", "SK4017", "1"), ("Zylinderschraube ISO 4762", "10.9 blank", "1001", "ZY4762", "1.2"), ("Senkschraube ISO 10642", "A2", "1002", "SE10642", "1.75"))
    items = [
        Item(quantity, str((Decimal(price) * Decimal(factor)).quantize(Decimal("0.01"))), f"{kind} {size} {grade}", "ST", buyer_item=f"{number}{place:04d}", sku=f"{code}-{size[1:].replace('x', '-')}", per="100")
        for kind, grade, number, code, factor in kinds for place, ((size, price), quantity) in enumerate(zip(sizes, quantities, strict=True), 4711)
    ]
    order = Order("4500031277", "2026-04-14", "EUR", tuple(Item(**{**one.__dict__, "line": n * 10}) for n, one in enumerate(items, 1)), name="Ostertal Maschinenbau AG", vat="DE285613728", need="2026-05-11")
    text = "".join(
        f"<tr><td><pre>{i.line:05d}  {i.buyer_item:<14}{i.description}\n       {DE.whole(i.qty):>10} {i.uom}       {DE(i.price):>10}   {i.per} ST   {DE(i.amount):>18}\n       Ihre Materialnummer: {i.sku}</pre></td></tr>" for i in order.items
    )
    return (
        page("body,pre{font:9pt 'Courier New',monospace;margin:0} tbody pre{padding:1.2mm 0 1.5mm} th pre{padding:.5mm 0} th{font-weight:400;border-top:1px solid;border-bottom:1px solid} td,th{padding:0!important}", foot=r"Ostertal Maschinenbau AG   Sitz Chemnitz   Amtsgericht Chemnitz HRB 21873   USt-IdNr. DE285613728\A Vorstand: Dr. Henrike Ostertal (Vors.), Jens Michalik   Vorsitzender des Aufsichtsrats: Prof. Ulf Tiede", number='"Bestellung 4500031277  Seite " counter(page)')
        + "<pre><b style='font-size:13pt'>Ostertal Maschinenbau AG</b>\nZwickauer Straße 212\n09116 Chemnitz\n\n</pre><table class=w><tr><td style='width:50%'><pre>Ostertal Maschinenbau AG, 09116 Chemnitz\n\nFirma\nBrenkamp Technik-Handel GmbH\nIndustriestraße 14\n48155 Münster</pre></td><td><pre><b>Bestellung</b>\n\nBestellnummer/Datum\n4500031277 / 14.04.2026\nAnsprechpartner/Telefon\nFr. Uhlig / 0371 555-2218\nUnsere Nummer bei Ihnen\n118034</pre></td></tr></table>"
        + "<pre>\nBitte liefern Sie an:                        Lieferdatum: Tag 11.05.2026\nOstertal Maschinenbau AG\nWerk 0100, Wareneingang Halle 7\nZwickauer Straße 212\n09116 Chemnitz\n\nIhre Lieferantennummer bei uns: 300417\nLieferbedingung:     FCA Münster\nZahlungsbedingung:   14 Tage 3 %, 30 Tage netto\nWährung:             EUR\n\nSehr geehrte Damen und Herren,\nwir bestellen zu unseren Ihnen bekannten Einkaufsbedingungen:\n\n</pre>"
        + f"<table class=w><thead><tr><th><pre>Pos.   Material      Bezeichnung\n       Bestellmenge Einheit  Preis pro Einheit           Nettowert</pre></th></tr></thead><tbody>{text}</tbody></table>"
        + f"<div style='break-inside:avoid'><pre>{'_' * 68}\nGesamtnettowert ohne MwSt EUR{DE(order.total):>38}\n\nBitte bestätigen Sie diese Bestellung schriftlich.\n\nMit freundlichen Grüßen\nOstertal Maschinenbau AG\n\nDieses Schreiben wurde maschinell erstellt und ist ohne Unterschrift gültig.</pre></div>"
    ), order.truth()


def abas_armaturenwerk() -> tuple[str, Truth]:
    """A valve works in Swabia with abas: price unit column, supplier's number under the text, the same date in every line, net total only."""
    order = Order("B26-01873", "2026-04-16", "EUR", (
        Item("250", "86.4", "O-Ring FKM 75 Shore 42,0 x 3,0", "Stk", buyer_item="7104.042", sku="OR-FKM-420-30", per="100"), Item("40", "12.95", "Handrad Aluminium Ø 125, Bohrung 12 H7", "Stk", buyer_item="3320.125", sku="HR-AL-125", per="1"),
        Item("6", "48.2", "Montagepaste säurefest 1 kg Dose", "Dose", buyer_item="9001.010", sku="MP-S-1000", per="1", discount="5"),
        Item("1000", "112.5", "Unterlegscheibe DIN 125 A4 13 mm", "Stk", buyer_item="8013.125", sku="US-125-A4-13", per="1000"), Item("25.5", "9.8", "Rundstab PTFE natur Ø 30", "m", buyer_item="6630.030", sku="RS-PTFE-30", per="1"),
    ), name="Gebr. Lohfink Armaturen GmbH & Co. KG", vat="DE119233728", need="2026-05-06")
    return (
        page("body{font:9pt Arial} .g th{border-bottom:1.5px solid #036;color:#036} .g td{padding-bottom:2mm}", foot=r"Gebr. Lohfink Armaturen GmbH & Co. KG, Sitz Göppingen, AG Ulm HRA 531184 · Pers. haftende Gesellschafterin: Lohfink Verwaltungs-GmbH, AG Ulm HRB 532207\A Geschäftsführer: Martin Lohfink, Petra Sailer · Ust-Id-Nr. DE119233728 · Steuer-Nr. 63047/30218 · Kreissparkasse Göppingen", number='counter(page) "/" counter(pages)')
        + "<table class=w><tr><td><b style='font:bold 22pt Georgia,serif;color:#036'>LOHFINK</b><br><span style='letter-spacing:2.5px'>ARMATUREN</span></td><td class=r style='font-size:8pt'>" + br("Gebr. Lohfink Armaturen GmbH &amp; Co. KG", "Voralbstraße 70 · 73035 Göppingen", "Tel. 07161 555-0 · Fax 07161 555-199") + "</td></tr></table><br>"
        + "<div class=two><div style='padding-top:8mm'>" + br("Brenkamp Technik-Handel GmbH", "Vertrieb Süd", "Wernerstraße 3", "71636 Ludwigsburg") + "</div><div><b style='font-size:14pt'>BESTELLUNG</b>" + held(("Nummer:", "<b>B26-01873</b>"), ("Datum:", "16.04.2026"), ("Lieferanten-Nr.:", "70318"), ("Kunden-Nr. bei Ihnen:", "204417"), ("Sachbearbeiter:", "Ines Burkhardt"), ("Durchwahl:", "-143")) + "</div></div><br>"
        + "Wir bestellen auf Grundlage unserer Einkaufsbedingungen (Stand 01/2025):<br><br>"
        + grid("Pos | Artikel / Bezeichnung | Liefertermin | > Menge | ME | > Preis EUR | > PE | > Rab. % | > Wert EUR", ((n, f"<b>{i.buyer_item}</b><br>{i.description}<br>Ihre Art.-Nr.: {i.sku}", "06.05.2026", DE(i.qty), i.uom, DE(i.price), i.per, DE(i.discount, 1) if i.discount else "", DE(i.amount)) for n, i in enumerate(order.items, 1)))
        + f"<table style='margin:3mm 0 0 auto;width:80mm;border-top:1px solid #036;border-bottom:3px double #036'>{row(('<b>Nettosumme EUR</b>', f'<b>{DE(order.total)}</b>'), ('', 'r'))}</table>" + "<p>zuzüglich der gesetzlichen Mehrwertsteuer</p>" + held(("Lieferbedingung:", "frei Haus einschl. Verpackung"), ("Zahlung:", "30 Tage 2 % Skonto, 60 Tage netto"), ("Lieferanschrift:", "Werk 1, Voralbstraße 70, 73035 Göppingen, Mo-Do 7-15 Uhr, Fr 7-11 Uhr")) + "<p>Wir erbitten Ihre Auftragsbestätigung innerhalb von 3 Arbeitstagen.</p>"
    ), order.truth()


def lexware_elektriker() -> tuple[str, Truth]:
    """An electrician in Bavaria with Lexware: a sole trader, a tax number but no VAT id, the unit behind the quantity."""
    order = Order("BE-2026-041", "2026-04-20", "EUR", (
        Item("10", "34.9", "FI-Schutzschalter 4-polig 40 A 30 mA Typ A", "Stk.", item="100218"), Item("200", "1.09", "Mantelleitung NYM-J 3x1,5 mm² grau", "m", item="100044"), Item("3", "62.5", "Aufputzverteiler 2-reihig IP65, 24 TE", "Stk.", item="100731"),
    ), name="Elektro Brandstetter e.K.", vat_rate="19")
    return (
        page("body{font:10pt Arial} .g th{background:#ddd} .g td{padding:1.5mm 1mm} .f td{font-size:7.5pt;width:33%}")
        + "<div class=r><b style='font-size:18pt'>⚡ Elektro Brandstetter</b><br>Meisterbetrieb seit 1988</div><div style='font-size:7pt;margin-top:14mm'><u>Elektro Brandstetter e.K. · Am Anger 7 · 84453 Mühldorf</u></div>"
        + "<div class=two><div>" + br("Firma", "Brenkamp Elektrogroßhandel GmbH", "Lindberghstr. 22", "80939 München") + "</div>" + held(("Bestellung Nr.:", "BE-2026-041"), ("Datum:", "20.04.2026"), ("Kundennr. bei Ihnen:", "D-33817"), ("Bearbeiter:", "J. Brandstetter")) + "</div>"
        + "<h2 style='margin:12mm 0 4mm'>Bestellung Nr. BE-2026-041</h2>Sehr geehrte Damen und Herren,<br><br>hiermit bestellen wir folgende Artikel zur Lieferung an unsere Anschrift:<br><br>"
        + grid("Pos. | Art.-Nr. | Bezeichnung | > Menge | > Einzelpreis | > Gesamtpreis", ((n, i.item, i.description, f"{DE(i.qty)} {i.uom}", f"{DE(i.price)} €", f"{DE(i.amount)} €") for n, i in enumerate(order.items, 1)))
        + "<table style='margin:4mm 0 0 auto;width:85mm;border-top:1px solid #000'>" + row(("Gesamt Netto", f"{DE(order.net)} €"), ("", "r")) + row((f"zzgl. 19,00 % USt. auf {DE(order.net)} €", f"{DE(order.tax)} €"), ("", "r")) + row(("<b>Gesamtbetrag</b>", f"<b>{DE(order.total)} €</b>"), ("", "r")) + "</table>" + "<p>Bitte senden Sie uns eine Auftragsbestätigung mit dem voraussichtlichen Liefertermin.</p><p>Mit freundlichen Grüßen</p><p><i>Jonas Brandstetter</i></p>"
        + "<table class='w f' style='margin-top:14mm;border-top:1px solid #888'>" + row((br("Elektro Brandstetter e.K.", "Inh. Jonas Brandstetter", "Am Anger 7, 84453 Mühldorf"), br("Tel. 08631 555017", "buero@elektro-brandstetter.example", "Amtsgericht Traunstein HRA 11873"), br("Steuernummer 141/212/40817", "Sparkasse Altötting-Mühldorf", "BLZ 711 510 20"))) + "</table>"
    ), order.truth()


def jtl_wawi_online_shop() -> tuple[str, Truth]:
    """A web shop for kitchen goods in Bremen with JTL-Wawi: own number, supplier's number and GTIN for each line."""
    order = Order("BE-10442", "2026-04-21", "EUR", (
        Item("48", "6.35", "Pfannenwender Buche geölt 30 cm", buyer_item="KW-1180", sku="23-4410", gtin="4012345118049"), Item("24", "19.9", "Küchenwaage digital 5 kg schwarz", buyer_item="KW-2042", sku="41-0087", gtin="4012345204209"),
        Item("120", "2.48", "Geschirrtuch Halbleinen 50 x 70 cm natur", buyer_item="KW-3307", sku="60-1131", gtin="4012345330755"), Item("12", "44.75", "Gusseisenbräter oval 5 l, rot", buyer_item="KW-4015", sku="72-0520", gtin="4012345401561"),
        Item("36", "11.2", "Vorratsglas mit Bügelverschluss 1,5 l, 6er-Set", buyer_item="KW-5128", sku="85-0619", gtin="4012345512878"),
    ), name="Weserküche Versandhandel GmbH", vat="DE306743722", need="2026-04-30", vat_rate="19")
    return (
        page("body{font:8.5pt Arial} .g th{border-bottom:1px solid #000;font-size:8pt} .g td{border-bottom:1px dotted #999;padding:1.4mm 1mm}", foot=r"Weserküche Versandhandel GmbH   ·   Überseestadt 44   ·   28217 Bremen   ·   Tel. 0421 5550182   ·   einkauf@weserkueche.example\A Geschäftsführerin: Lena Hoyer   ·   Amtsgericht Bremen HRB 33914 HB   ·   USt-IdNr. DE306743722", number='"Seite " counter(page) "/" counter(pages)')
        + "<div class=two><div style='padding-top:20mm'><u style='font-size:7pt'>Weserküche Versandhandel GmbH, Überseestadt 44, 28217 Bremen</u><br>" + br("Brenkamp Haushaltswaren GmbH &amp; Co. KG", "Auftragsannahme", "Lange Wende 8", "59494 Soest") + "</div><div class=r><b style='font-size:20pt;color:#176'>weser<span style='color:#e70'>küche</span></b>" + held(("Bestellnummer", "BE-10442"), ("Bestelldatum", "21.04.2026"), ("Liefertermin", "30.04.2026"), ("Unsere Kundennr.", "61180"), ("Währung", "EUR"), right=True) + "</div></div>"
        + "<h2 style='margin:8mm 0 3mm'>Lieferantenbestellung BE-10442</h2>"
        + grid("Pos. | Art.-Nr. | Lief.-Art.-Nr. | GTIN | Bezeichnung | > Menge | > EK netto | > Gesamt netto", ((n, i.buyer_item, i.sku, i.gtin, i.description, DE.whole(i.qty), DE(i.price), DE(i.amount)) for n, i in enumerate(order.items, 1)))
        + "<table style='margin:3mm 0 0 auto;width:75mm'>" + row(("Summe netto", DE(order.net)), ("", "r")) + row(("USt. 19 %", DE(order.tax)), ("", "r")) + row(("<b>Summe brutto EUR</b>", f"<b>{DE(order.total)}</b>"), ("", "r")) + "</table>" + "<p><b>Lieferadresse:</b><br>" + br("Weserküche Versandhandel GmbH", "c/o Nordlog Fulfillment, Halle C", "Senator-Apelt-Str. 61", "28197 Bremen") + "</p><p>Bitte je Karton einen Lieferschein mit unserer Bestellnummer beilegen. Teillieferungen nur nach Absprache.</p>"
    ), order.truth()


def navision_haustechnik() -> tuple[str, Truth]:
    """A plumber in Styria with the old Navision: fifteen lines that run onto a second page, Austrian VAT, discount column."""
    order = Order("EB26-00718", "2026-04-22", "EUR", (
        Item("20", "14.3", "Kugelhahn 1/2\" IG/IG mit Flügelgriff", "STK", item="1-01120"), Item("20", "17.9", "Kugelhahn 3/4\" IG/IG mit Flügelgriff", "STK", item="1-01121"),
        Item("150", "3.42", "Mehrschichtverbundrohr 16x2 mm, Ring", "M", item="1-04016"), Item("100", "4.95", "Mehrschichtverbundrohr 20x2 mm, Ring", "M", item="1-04020"),
        Item("60", "5.6", "Pressfitting Winkel 90° 16 mm", "STK", item="1-05216", discount="20"), Item("40", "6.85", "Pressfitting T-Stück 16 mm", "STK", item="1-05316", discount="20"),
        Item("8", "78.4", "Heizkreisverteiler Edelstahl 6-fach", "STK", item="1-07006"), Item("48", "22.1", "Stellantrieb 230 V stromlos geschlossen", "STK", item="1-07230"), Item("12", "35.75", "Raumthermostat Unterputz weiß", "STK", item="1-07301"),
        Item("5", "129", "Umwälzpumpe 25-60/180", "STK", item="1-08025", discount="12.5"), Item("30", "2.2", "Rohrisolierung 22/13 mm, Stange 2 m", "STG", item="1-09022"), Item("3", "18.6", "Hanf und Dichtpaste Set", "SET", item="1-09900"),
        Item("24", "9.45", "Spülkastenanschluss Eckventil 1/2\"", "STK", item="2-01310"), Item("6", "164.5", "Einhebelmischer Waschtisch verchromt", "STK", item="2-03044", discount="15"), Item("10", "7.9", "Röhrensiphon 5/4\" weiß", "STK", item="2-04012"),
    ), name="Kogler Haustechnik Gesellschaft m.b.H.", vat="ATU61343718", country="AT", need="2026-05-04", vat_rate="20")
    return (
        page("body{font:9.5pt 'Times New Roman',serif} .g th{border-bottom:1px solid #000;font-weight:700} .g td{padding:3.6mm 1mm} .o td{padding:.3mm 1mm}", number='"Seite " counter(page)')
        + "<div class=two><div style='padding-top:32mm'>" + br("Brenkamp Austria Handels GmbH", "Herrn Ing. Pichler", "Triester Straße 391", "8055 Graz") + "</div><div>" + br("<b style='font-size:13pt'>Kogler Haustechnik</b>", "<b>Kogler Haustechnik Gesellschaft m.b.H.</b>", "Kärntner Straße 118", "8720 Knittelfeld", "Österreich")
        + held(("Telefon", "+43 3512 555 14"), ("Telefax", "+43 3512 555 19"), ("UID-Nr.", "ATU61343718"), ("Firmenbuch", "FN 214873 k, LG Leoben"), ("Bank", "Raiffeisenbank Aichfeld"), ("Seite", "1"), mark="o") + "</div></div>"
        + "<h2 style='margin:10mm 0 2mm'>Einkauf - Bestellung</h2>" + held(("Kreditorennr.", "K30117"), ("Bestellnr.", "EB26-00718"), ("Belegdatum", "22. April 2026"), ("Gewünschtes Wareneingangsdatum", "04.05.2026"), ("Einkäufer", "Manuela Reiter"), ("Zlg.-Bedingungscode", "14 Tage 3 % Skonto, 30 Tage netto"), ("Lieferbedingung", "Frei Haus"), mark="o") + "<p>Lief. an: Kogler Haustechnik Gesellschaft m.b.H., Lager, Bahnstraße 4, 8720 Knittelfeld</p>"
        + grid("Nr. | Beschreibung | > Menge | Einheit | > EK-Preis | > Zeilenrabatt % | > MwSt. % | > Betrag", ((i.item, i.description, DE.whole(i.qty), i.uom, DE(i.price), DE.whole(i.discount), "20", DE(i.amount)) for i in order.items))
        + "<div style='break-inside:avoid'><table style='margin:3mm 0 0 auto;width:85mm;border-top:1px solid #000'>" + row(("Total EUR ohne MwSt.", DE(order.net)), ("", "r")) + row(("20 % MwSt.", DE(order.tax)), ("", "r")) + row(("<b>Total EUR inkl. MwSt.</b>", f"<b>{DE(order.total)}</b>"), ("", "r")) + "</table><p>Wir ersuchen um Auftragsbestätigung per E-Mail an einkauf@kogler-haustechnik.example.</p></div>"
    ), order.truth()


def myfactory_werkzeugbau() -> tuple[str, Truth]:
    """A tool maker near Winterthur with myfactory: francs, apostrophes, the Swiss UID, the unit in the quantity's cell."""
    order = Order("26-10447", "2026-04-23", "CHF", (
        Item("10", "187.4", "VHM-Schaftfräser Ø 12 mm Z4 TiAlN", "Stk", item="FR-12-4-TA"), Item("50", "14.85", "Wendeschneidplatte CNMG 120408 P25", "Stk", item="WP-1204-25"), Item("2", "1260", "Präzisionsschraubstock 125 mm", "Stk", item="SP-125-P"),
        Item("20", "38.5", "Kühlschmierstoff wassermischbar, Kanister 10 kg", "Kan", item="KS-W-10", discount="8"),
    ), name="Rüegg Werkzeugbau AG", need="2026-05-11", vat_rate="8.1")
    return (
        page("body{font:9.5pt Arial} .g th{background:#b5121b;color:#fff} .g td{padding:1.6mm 1mm;border-bottom:1px solid #ddd}", foot="Rüegg Werkzeugbau AG  |  Rümikerstrasse 42  |  CH-8409 Winterthur  |  Tel. +41 52 555 01 60  |  info@ruegg-werkzeugbau.example  |  CHE-114.283.721 MWST")
        + "<div class=r><span style='background:#b5121b;color:#fff;font:bold 20pt Arial;padding:1mm 4mm'>RÜEGG</span></div>"
        + "<div style='margin:14mm 0 14mm 100mm'>" + br("Brenkamp (Schweiz) AG", "Herr Urs Amrein", "Grabenackerstrasse 15", "6312 Steinhausen") + "</div>"
        + "<b style='font-size:15pt'>Bestellung 26-10447</b><br><br><div class=two>" + held(("Datum:", "23.04.2026"), ("Ihr Zeichen:", "OF-5519"), ("Unser Zeichen:", "Nadja Kunz")) + held(("Liefertermin:", "11.05.2026"), ("Lieferart:", "Camion, DDP"), ("Zahlung:", "30 Tage netto")) + "</div><br>"
        + grid("Pos. | Artikelnummer | Bezeichnung | > Menge | > Preis CHF | > Rabatt | > Betrag CHF", ((n, i.item, i.description, f"{CH.whole(i.qty)} {i.uom}", CH(i.price), f"{i.discount} %" if i.discount else "", CH(i.amount)) for n, i in enumerate(order.items, 1)))
        + "<table style='margin:3mm 0 0 auto;width:85mm'>" + row(("Nettobetrag", "CHF", CH(order.net)), ("", "", "r")) + row(("MWST 8.1 %", "CHF", CH(order.tax)), ("", "", "r")) + row(("<b>Gesamtbetrag</b>", "<b>CHF</b>", f"<b>{CH(order.total)}</b>"), ("", "", "r")) + "</table>" + "<p>Lieferadresse: Rüegg Werkzeugbau AG, Warenannahme Nord, Rümikerstrasse 42, 8409 Winterthur</p><p>Wir bitten um Bestätigung dieser Bestellung. Besten Dank.</p><p>Freundliche Grüsse<br>Rüegg Werkzeugbau AG</p><p>Nadja Kunz, Einkauf</p>"
    ), order.truth(buyer={"name": order.name})  # the UID is printed; in which form it counts as a VAT id is not for the paper to say


def sage_cent_mecanique_forez() -> tuple[str, Truth]:
    """A mechanical workshop near Saint-Étienne with Sage 100: boxed, short years, discount, the totals in a row of boxes."""
    order = Order("BC260412", "2026-04-13", "EUR", (
        Item("30", "42.6", "ROULEMENT A BILLES 6208 2RS C3", item="RLT62082RS"), Item("12", "118.9", "PALIER A SEMELLE UCP 210", item="UCP210", discount="10"), Item("25", "9.35", "JOINT SPI 40X62X10 NBR", item="SPI406210"),
        Item("8", "64.2", "COURROIE TRAPEZOIDALE SPB 2120", item="SPB2120"), Item("50", "3.1", "GRAISSE MULTI-USAGE CARTOUCHE 400 G", item="GRA400"),
    ), name="ATELIERS MECANIQUES DU FOREZ SAS", vat="FR22412833717", need="2026-04-27", vat_rate="20")
    return (
        page("body{font:9pt Arial} .g{border:1px solid #000} .g th{border:1px solid #000;background:#dde6f0} .g td{border-left:1px solid #000;border-right:1px solid #000} .x td,.x th{border:1px solid #000;text-align:center}", foot=r"ATELIERS MECANIQUES DU FOREZ SAS au capital de 180 000 € - RCS Saint-Etienne 412 833 717 - N° TVA intracommunautaire : FR22412833717", number='"Page " counter(page)')
        + "<div class=two><div>" + br("<b style='font-size:15pt'>A.M.F.</b>", "<b>ATELIERS MECANIQUES DU FOREZ SAS</b>", "14 rue de la Talaudière", "42000 SAINT-ETIENNE", "Tél : 04 77 55 50 12", "Fax : 04 77 55 50 13") + "</div><div style='border:1px solid #000;padding:3mm;width:75mm'>" + br("BRENKAMP DISTRIBUTION SAS", "Service commandes", "ZI Nord - 8 avenue Edison", "69800 SAINT-PRIEST") + "</div></div>"
        + "<h2 style='margin:6mm 0 2mm'>BON DE COMMANDE</h2><table class='w x'>" + row(("Numéro", "Date", "N° fournisseur", "Date de livraison", "Affaire", "Mode de règlement"), (), "th") + row(("BC260412", "13/04/26", "FBREN", "27/04/26", "ENTRETIEN", "LCR 45 jours fin de mois")) + "</table><br>"
        + grid("Référence | Désignation | > Qté | > P.U. HT | > Remise | > Montant HT", [*((i.item, i.description, FR(i.qty), FR(i.price), f"{FR(i.discount)} %" if i.discount else "", FR(i.amount)) for i in order.items), ("&nbsp;<br>" * 14, "", "", "", "", "")])
        + "<br><div class=two><table class=x>" + row(("Base HT", "Taux TVA", "Montant TVA"), (), "th") + row((FR(order.net), "20,00", FR(order.tax))) + "</table><table class=x>" + row(("Total HT", "Total TVA", "Total TTC"), (), "th") + row((FR(order.net), FR(order.tax), f"<b>{FR(order.total)} €</b>")) + "</table></div>" + "<p>Adresse de livraison : Magasin, 14 rue de la Talaudière, 42000 SAINT-ETIENNE (réception 7h30 - 11h30 / 13h - 16h)</p><p>Merci de rappeler notre numéro de commande sur vos BL et factures. Accusé de réception sous 48 h.</p>"
    ), order.truth()


def ebp_plombier() -> tuple[str, Truth]:
    """A plumber in Normandy with EBP: euro signs, SIRET and VAT id under the address, no date wanted."""
    order = Order("CF00000318", "2026-04-10", "EUR", (
        Item("15", "23.8", "Robinet équerre 1/2 chromé avec filtre", "U", item="ROB-EQ12"), Item("4", "189", "Chauffe-eau électrique blindé 100 L vertical mural, résistance 1200 W, classe C", "U", item="CE-100VM"),
        Item("60", "2.95", "Tube cuivre écroui 14x1, barre", "ML", item="TC-14"), Item("2", "76.5", "Groupe de sécurité inox 3/4", "U", item="GS-34I"),
    ), name="SARL LEMARCHAND PLOMBERIE", vat="FR32791203722", vat_rate="20")
    return (
        page("body{font:9pt Verdana,sans-serif} .g th{background:#f58220;color:#fff;font-size:8pt} .g td{border-bottom:1px solid #f9c396;font-size:8.5pt;padding:1.3mm 1mm} .s td{border:1px solid #f58220}")
        + "<div class=two><div style='font-size:8.5pt'>" + br("<b style='font-size:12pt'>Lemarchand Plomberie</b>", "SARL LEMARCHAND PLOMBERIE", "22 route de Falaise", "14123 IFS", "Tél. 02 31 55 50 41", "Siret : 79120372200016", "N° TVA intracom. : FR32791203722") + "</div><div class=r><b style='font-size:13pt;color:#f58220'>Commande fournisseur</b><br><br>" + held(("Numéro", "CF00000318"), ("Date", "10/04/2026"), ("Code fournisseur", "BRENK"), ("Votre contact", "Éric Lemarchand")) + "</div></div>"
        + "<div style='margin:10mm 0 10mm 95mm;font-size:9.5pt'>" + br("<b>BRENKAMP SANITAIRE</b>", "Agence de Caen", "9 rue des Métiers", "14123 CORMELLES-LE-ROYAL") + "</div>"
        + grid("Code article | Description | > Qté | Unité | > P.U. HT | > % TVA | > Montant HT", ((i.item, i.description, FR_HARD(i.qty), i.uom, f"<span class=n>{FR_HARD(i.price)} €</span>", "20,00", f"<span class=n>{FR_HARD(i.amount)} €</span>") for i in order.items))
        + "<table class=s style='margin:6mm 0 0 auto;width:80mm'>" + row(("Total HT", f"{FR_HARD(order.net)} €"), ("", "r")) + row(("TVA 20,00 %", f"{FR_HARD(order.tax)} €"), ("", "r")) + row(("<b>Total TTC</b>", f"<b>{FR_HARD(order.total)} €</b>"), ("", "r")) + "</table>"
        + "<p style='font-size:8pt'>Enlèvement comptoir possible. Conditions de règlement : virement à 30 jours.</p><p style='font-size:7pt;margin-top:35mm' class=c>SARL au capital de 8 000 € - RCS Caen 791 203 722 - Assurance décennale n° 4 118 207 - Logiciel de gestion commerciale</p>"
    ), order.truth()


def clipper_usinage() -> tuple[str, Truth]:
    """A machining shop in Provence with Clipper: a delay for every line, different ones; net total only."""
    order = Order("26-0418", "2026-04-15", "EUR", (
        Item("6", "214.5", "Rond inox 316L Ø 60 longueur 3 m", "BAR", item="RD316-60"), Item("20", "37.8", "Plat alu 2017A 50x20 longueur 1 m", "PCE", item="PL2017-5020"), Item("2", "145", "Huile de coupe entière, fût de 20 L", "FUT", item="HC-20"),
        Item("100", "1.64", "Vis CHC M8x25 classe 12.9", "PCE", item="CHC-M8-25"), Item("15", "28.4", "Foret carbure Ø 6,8 3xD", "PCE", item="FC-068"),
    ), name="USIMECA PROVENCE SARL", vat="FR04338453723")
    delays = ("24/04/2026", "30/04/2026", "24/04/2026", "24/04/2026", "12/05/2026")
    return (
        page("body{font:9pt 'Liberation Sans'} .g th{border:1px solid #000;font-size:8pt} .g td{border-left:1px solid #888;border-right:1px solid #888;border-bottom:1px dotted #aaa;padding:1.4mm 1mm} .e{border:1px solid #000;padding:2mm;width:80mm}", number='"Page " counter(page) " / " counter(pages)')
        + "<div class=two><div>" + br("<b style='font:bold italic 18pt Arial;color:#06c'>USIMECA</b>", "Mécanique de précision", "USIMECA PROVENCE SARL", "Parc d'activités de Gémenos - 310 avenue du Douard", "13420 GEMENOS", "Tél. 04 42 55 50 33") + "</div><div><b style='font-size:15pt'>COMMANDE N° 26-0418</b>" + held(("Date :", "15/04/2026"), ("Indice :", "A"), ("Acheteur :", "Sandrine Vidal"), ("Code fourn. :", "0214")) + "</div></div><br>"
        + "<div class=two><div class=e>" + br("<b>Lieu de livraison</b>", "USIMECA PROVENCE SARL", "Quai n° 2 - 310 avenue du Douard", "13420 GEMENOS") + "</div><div class=e>" + br("<b>Fournisseur</b>", "BRENKAMP DISTRIBUTION SAS", "À l'attention de M. Garnier", "ZI Nord - 8 avenue Edison", "69800 SAINT-PRIEST") + "</div></div><p>Veuillez enregistrer notre commande aux conditions ci-dessous :</p>"
        + grid("N° | Référence | Désignation | Délai | > Qté | Un. | > P.U. € | > Montant €", ((n, i.item, i.description, date, FR.whole(i.qty), i.uom, FR(i.price, 3), FR(i.amount)) for n, (i, date) in enumerate(zip(order.items, delays, strict=True), 1)))
        + f"<table style='margin:3mm 0 0 auto;width:75mm;border:1.5px solid #000'>{row(('<b>MONTANT TOTAL H.T. EUR</b>', f'<b>{FR(order.total)}</b>'), ('', 'r'))}</table>" + "<p>Règlement : 45 jours fin de mois par virement<br>Transport : franco<br>Documents à joindre : certificat matière 3.1 pour les lignes 1 et 2</p><p>Merci de nous retourner l'accusé de réception signé sous 48 heures.</p><div class=two style='margin-top:8mm'><span>Visa fournisseur :</span><span>Le service achats : S. Vidal</span></div>"
        + "<p style='font-size:7pt;margin-top:18mm' class=c>SARL au capital de 45 000 € - RCS Marseille 338 453 723 - SIRET 338 453 723 00011 - NAF 2562B - TVA FR04338453723</p>"
    ), order.truth(need_date=...)


def divalto_conserverie() -> tuple[str, Truth]:
    """A Breton cannery with Divalto: both references in columns, a price for a hundred, hard thousands' spaces, freight paid."""
    order = Order("1048817", "2026-04-17", "EUR", (
        Item("5000", "14.2", "Capsule twist-off Ø 63 or", "PI", buyer_item="EMB-0063", sku="CT63-OR", per="100"), Item("3200", "38.75", "Bocal verre 370 ml TO63", "PI", buyer_item="EMB-0370", sku="BV370-63", per="100"),
        Item("40", "21.9", "Film étirable manuel 450 mm x 300 m 20 µ", "RL", buyer_item="EMB-1450", sku="FEM-450-20", per="1"),
        Item("1500", "62.4", "Caisse américaine simple cannelure 400x300x200", "PI", buyer_item="EMB-2432", sku="CA-SC-432", per="100"), Item("72", "3.15", "Ruban adhésif PP havane 50 mm x 100 m", "RL", buyer_item="EMB-3050", sku="RA-PP-50H", per="1"),
    ), name="Conserverie Kerlann SAS", vat="FR92509173720", country="FR", need="2026-05-05", vat_rate="20", charges="85")
    return (
        page("body{font:8.5pt 'Liberation Sans'} .g th{background:#0d3b66;color:#fff;font-size:7.5pt} .g tbody tr:nth-child(even){background:#eef3f8} .g td{padding:1.4mm 1mm}", foot=r"Conserverie Kerlann SAS au capital de 600 000 euros - RCS Quimper 509 173 720 - TVA intracommunautaire FR92509173720\A Siège social : Zone de Troyalac'h, 29170 Saint-Évarzec, France", number='"Page " counter(page) "/" counter(pages)')
        + "<div class=two><div><b style='font:bold 20pt Georgia,serif;color:#0d3b66'>Kerlann</b><br><i>conserves de Bretagne depuis 1931</i></div><div class=r><b style='font-size:15pt'>Commande d'achat</b><br>N° <b>1048817</b> du <b>17/04/2026</b></div></div>"
        + "<div class=two style='margin-top:7mm'><div style='width:80mm'>" + br("<b>Livrer à :</b>", "Conserverie Kerlann SAS", "Quai emballages", "Zone de Troyalac'h", "29170 SAINT-ÉVARZEC", "FRANCE") + "</div><div style='width:80mm'>" + br("<b>BRENKAMP EMBALLAGES SAS</b>", "17 boulevard de l'Industrie", "35510 CESSON-SÉVIGNÉ", "FRANCE") + "</div></div><br>"
        + held(("Votre interlocuteur :", "Maëlle Tanguy - m.tanguy@kerlann.example - 02 98 55 50 70"), ("Date de livraison souhaitée :", "05/05/2026"), ("Conditions de paiement :", "30 jours fin de mois le 10"), ("Devise :", "EUR")) + "<br>"
        + grid("Ln | Notre référence | Votre référence | Désignation | > Quantité | Un. | > Prix unit. HT | > Par | > Montant HT", ((n, i.buyer_item, i.sku, i.description, FR_HARD.whole(i.qty), i.uom, FR_HARD(i.price), i.per, FR_HARD(i.amount)) for n, i in enumerate(order.items, 1)))
        + "<table style='margin:4mm 0 0 auto;width:80mm'>" + "".join(row(pair, ("", "r")) for pair in (("Total marchandises HT", FR_HARD(order.goods)), ("Port", FR_HARD(order.charges)), ("Total HT", FR_HARD(order.net)), ("TVA 20 %", FR_HARD(order.tax)), ("<b>Total TTC EUR</b>", f"<b>{FR_HARD(order.total)}</b>"))) + "</table>" + "<p>Palettes Europe 80x120, hauteur maximale 1,80 m. Prise de rendez-vous obligatoire 24 h à l'avance.</p>"
    ), order.truth()


def odoo_techniques_liege() -> tuple[str, Truth]:
    """An installer in Liège with Odoo in French: the code in brackets before the name, 'Unité(s)', Belgian VAT with points."""
    order = Order("P00238", "2026-04-20", "EUR", (
        Item("25", "17.9", "Détecteur de mouvement 180° blanc", "Unité(s)", item="DM-180-B"), Item("10", "56.4", "Coffret étanche 18 modules IP65", "Unité(s)", item="CE-18-65"), Item("300", "0.85", "Câble XVB-F2 3G2,5", "m", item="XVB-3G25"),
        Item("6", "139", "Borne LED extérieure anthracite 80 cm, 12 W, 3000 K, avec plaque de fixation et presse-étoupe", "Unité(s)", item="BLE-80-A"),
    ), name="Vanderhaegen Techniques SRL", vat="BE0447337076", country="BE", need="2026-04-29", vat_rate="21")
    return (
        page("body{font:9.5pt 'Liberation Sans';color:#333} .g th{border-bottom:1.5px solid #714b67;color:#714b67} .g td{padding:1.8mm 1mm;border-bottom:1px solid #eee} h1{font:400 18pt Arial;color:#714b67;margin:8mm 0 4mm} .q b{display:block;color:#714b67}", foot="+32 4 555 01 44   achats@vanderhaegen.example   http://www.vanderhaegen.example   BE0447.337.076", number='"Page: " counter(page) " / " counter(pages)')
        + "<b style='font-size:17pt'>VdH<span style='color:#714b67'>techniques</span></b><div style='border-bottom:1px solid #333;padding-bottom:2mm;margin-bottom:6mm'>" + br("Vanderhaegen Techniques SRL", "Rue de l'Expansion 27", "4460 Grâce-Hollogne", "Belgique") + "</div>"
        + "<div class=two><div style='width:80mm'>" + br("<b>Adresse d'expédition</b>", "Vanderhaegen Techniques SRL", "Dépôt de Herstal", "Rue des Naiveux 40", "4040 Herstal", "Belgique") + "</div><div style='width:75mm'>" + br("Brenkamp Belgium SA", "Chaussée de Namur 214", "1300 Wavre", "Belgique", "TVA: BE0662.137.044") + "</div></div>"
        + "<h1>Bon de commande #P00238</h1><table class='w q'>" + row(("<b>Acheteur :</b>Sophie Lambrecht", "<b>Votre référence de commande :</b>S04471", "<b>Date de la commande :</b>20/04/2026", "<b>Arrivée prévue :</b>29/04/2026")) + "</table><br>"
        + grid("Description | > Qté | > Prix unitaire | Taxes | > Montant", ((f"[{i.item}] {i.description}", f"<span class=n>{DE(i.qty)} {i.uom}</span>", DE(i.price), "21%", f"<span class=n>{DE(i.amount)} €</span>") for i in order.items))
        + "<table style='margin:5mm 0 0 auto;width:75mm'>" + row(("Montant hors taxes", f"{DE(order.net)} €"), ("", "r")) + row(("TVA 21%", f"{DE(order.tax)} €"), ("", "r")) + row(("<b style='color:#714b67'>Total</b>", f"<b>{DE(order.total)} €</b>"), ("", "r")) + "</table><p>Conditions de paiement : 30 jours</p>"
    ), order.truth()


def excel_form_menuiserie() -> tuple[str, Truth]:
    """A joiner in Languedoc with a form made in Excel: empty ruled rows, freight under the goods, the delivery date in a box."""
    order = Order("2026/037", "2026-04-21", "EUR", (
        Item("40", "8.9", "Charnière invisible réglable 3D", item="CI-3D-40"), Item("12", "31.25", "Serrure encastrée axe 50 têtière inox", item="SE-50-INX"), Item("5", "54.6", "Colle polyuréthane D4 bidon 5 kg", item="CP-D4-5"),
    ), name="Menuiserie Castelnau EURL", vat_rate="20", charges="18", need="2026-04-28")
    return (
        page("body{font:10pt Carlito,'Liberation Sans Narrow',sans-serif} .g td,.g th{border:1px solid #000;height:5.5mm;vertical-align:middle} .g th{background:#c6e0b4;text-align:center} .h td{border:1px solid #000;padding:1mm 2mm} .h td:first-child{background:#e2efda;font-weight:700}")
        + "<div style='text-align:center;font-size:20pt;font-weight:700;border:2px solid #000;background:#c6e0b4;padding:2mm'>BON DE COMMANDE</div><br><div class=two><div>" + br("<b>Menuiserie Castelnau EURL</b>", "8 chemin des Oliviers", "34170 CASTELNAU-LE-LEZ", "04 67 55 50 28", "SIRET 821 643 723 00017") + "</div>" + held(("N° de commande", "2026/037"), ("Date", "21/04/2026"), ("Livraison souhaitée le", "28/04/2026"), ("Chantier", "École Jean Moulin"), mark="h") + "</div><br>"
        + held(("Fournisseur", "BRENKAMP QUINCAILLERIE - 3 rue de la Garenne - 34740 VENDARGUES"), ("Interlocuteur", "Mme Pascale Roux"), ("Adresse de livraison", "Atelier - 8 chemin des Oliviers - 34170 CASTELNAU-LE-LEZ"), mark="w h") + "<br>"
        + grid("Référence | Désignation | > Quantité | > Prix unitaire HT | > Total HT", [*((i.item, i.description, FR.whole(i.qty), f"{FR(i.price)} €", f"{FR(i.amount)} €") for i in order.items), *(("", "", "", "", ""),) * 9])
        + "<table class=h style='margin:-1px 0 0 auto;width:80mm'>" + "".join(row(pair, ("", "r")) for pair in (("Sous-total HT", f"{FR(order.goods)} €"), ("Frais de port", f"{FR(order.charges)} €"), ("Total HT", f"{FR(order.net)} €"), ("TVA 20 %", f"{FR(order.tax)} €"), ("TOTAL TTC", f"<b>{FR(order.total)} €</b>"))) + "</table>"
        + "<br>Bon pour accord, signature : <i>R. Castelnau</i>"
    ), order.truth()


def holded_estudio() -> tuple[str, Truth]:
    """A fitter of offices in Barcelona with Holded: the price before the units, the VAT id with its country."""
    order = Order("PC260047", "2026-04-16", "EUR", (
        Item("14", "89.9", "Silla operativa respaldo malla negra"), Item("7", "245", "Mesa regulable 160 x 80 cm roble"), Item("30", "12.35", "Regleta de sobremesa 3 tomas + USB-C"), Item("14", "27.8", "Brazo para monitor con pinza"),
    ), name="Interiores Llobregat, S.L.", vat="ESB65233728", country="ES", need="2026-05-04", vat_rate="21")
    return (
        page("body{font:9.5pt 'Liberation Sans';color:#2b2b2b} .g th{font-size:7.5pt;color:#888;border-bottom:1px solid #ddd;letter-spacing:.5px} .g td{padding:2.4mm 1mm;border-bottom:1px solid #eee} .a td{padding:0 8mm 0 0;width:33%}")
        + "<div class=two><div style='font:bold 24pt Arial;color:#f36'>illo.</div><div class=r><b style='font-size:16pt'>Pedido de compra</b><br><span style='color:#888'>Número</span> # PC260047</div></div><br>"
        + "<div class=two style='margin-bottom:8mm'>" + held(("Fecha", "16/04/2026"), ("Fecha de entrega", "04/05/2026"), ("Forma de pago", "Transferencia 30 días")) + "</div>"
        + "<table class='w a'><tr><td>" + br("<b>Interiores Llobregat, S.L.</b>", "ESB65233728", "Carrer de la Indústria 55, nave 3", "Cornellà de Llobregat (08940), Barcelona", "España") + "</td><td>" + br("<b>Brenkamp Suministros, S.L.</b>", "ESA08633729", "Avinguda del Progrés 12", "Sant Boi de Llobregat (08830), Barcelona", "España") + "</td><td>" + br("<b>Dirección de entrega</b>", "Oficina Nexo, planta 4", "Carrer de Pallars 193", "Barcelona (08005)", "España") + "</td></tr></table><br><br>"
        + grid("CONCEPTO | > PRECIO | > UNIDADES | > IVA | > SUBTOTAL", ((f"<b>{i.description}</b>", f"{DE(i.price)}€", DE.whole(i.qty), "21%", f"{DE(i.amount)}€") for i in order.items))
        + "<table style='margin:6mm 0 0 auto;width:70mm'>" + row(("BASE IMPONIBLE", f"{DE(order.net)}€"), ("", "r")) + row(("IVA 21%", f"{DE(order.tax)}€"), ("", "r")) + row(("<b style='font-size:12pt'>TOTAL</b>", f"<b style='font-size:12pt'>{DE(order.total)}€</b>"), ("", "r")) + "</table><p style='margin-top:40mm;color:#888;font-size:8pt'>Montaje no incluido. Avisar a Núria Pons (+34 600 555 018) el día antes de la entrega.</p>"
    ), order.truth()


def factusol_ferreteria() -> tuple[str, Truth]:
    """An ironmonger in Valencia with Factusol: ruled boxes, a discount, the tax in a band of boxes at the foot."""
    order = Order("1-000214", "2026-04-22", "EUR", (
        Item("50", "5.42", "CANDADO LATON 40 MM LLAVES IGUALES", item="CAN40LI", discount="10"), Item("24", "13.6", "BISAGRA INOX 100X75 PAR", item="BIS10075"), Item("200", "0.38", "TACO NYLON 8 MM BOLSA 25 UD", item="TAC8B25"),
        Item("6", "97.5", "TALADRO PERCUTOR 750 W", item="TAL750", discount="15"), Item("36", "4.25", "ESPUMA POLIURETANO CANULA 750 ML", item="EPU750"), Item("10", "18.9", "JUEGO LLAVES ALLEN 9 PZ LARGAS", item="ALL9L"), Item("15", "7.65", "CINTA METRICA 5 M IMANTADA", item="CIN5M"), Item("4", "46.2", "ESCALERA ALUMINIO 5 PELDAÑOS", item="ESC5P"),
    ), name="FERRETERIA TURIA, S.L.", vat_rate="21")
    return (
        page("body{font:9pt 'Liberation Sans'} .x{border:1px solid #000;border-radius:3mm;padding:3mm;width:78mm} .g{border:1px solid #000} .g th{background:#ccc;border:1px solid #000} .g td{border-left:1px solid #000;border-right:1px solid #000} .t td,.t th{border:1px solid #000;text-align:right}")
        + "<div class=two><div class=x style='border:0'>" + br("<b style='font-size:14pt'>FERRETERIA TURIA, S.L.</b>", "C/ Sagunto, 148 bajo", "46009 VALENCIA", "Tel. 963 555 021 - pedidos@ferreteriaturia.example", "C.I.F.: B46183729") + "</div><div class=x>" + br("<b>PROVEEDOR: 00412</b>", "BRENKAMP SUMINISTROS, S.L.", "AV. DEL PROGRES, 12", "08830 SANT BOI DE LLOBREGAT", "BARCELONA") + "</div></div><br>"
        + "<table class='w b'>" + row(("PEDIDO A PROVEEDOR", "FECHA", "SU REFERENCIA", "FORMA DE PAGO", "PÁGINA"), (), "th") + row(("1-000214", "22/04/2026", "OFERTA ABRIL", "GIRO 60 DÍAS", "1")) + "</table><br>"
        + grid("ARTÍCULO | DESCRIPCIÓN | > CANTIDAD | > PRECIO | > DTO. | > IMPORTE", [*((i.item, i.description, DE(i.qty), DE(i.price, 3), DE(i.discount) if i.discount else "", DE(i.amount)) for i in order.items), ("&nbsp;<br>" * 14, "", "", "", "", "")])
        + "<br><table class='w t'>" + row(("SUMA", "DTO. P.P.", "PORTES", "BASE", "% I.V.A.", "CUOTA I.V.A.", "TOTAL PEDIDO €"), (), "th") + row((DE(order.goods), "", "", DE(order.net), "21,00", DE(order.tax), f"<b>{DE(order.total)}</b>")) + "</table>" + "<p>OBSERVACIONES: Entregar por la mañana, carga y descarga en C/ Ruaya. Rogamos confirmen plazo.</p>"
    ), order.truth(buyer={"name": order.name})  # a C.I.F. without its country: whether that is a VAT id is left open


def word_letter_bodega() -> tuple[str, Truth]:
    """A winery in La Rioja with a letter from Word: a small table in the text, the date in words, the wish in a sentence."""
    order = Order("58/2026", "2026-04-24", "EUR", (
        Item("2000", "0.42", "Tapón de corcho natural 45 x 24 mm", "ud."), Item("12", "36.7", "Cartucho filtrante 0,45 micras 10 pulgadas", "ud."),
    ), name="Bodegas Monte Cidacos, S.A.", need="2026-05-12")
    return (
        page("@page{margin:25mm 25mm 22mm} body{font:11pt 'Times New Roman',serif;line-height:1.35} .g td,.g th{border:1px solid #000} p{margin:0 0 4mm}", foot="Bodegas Monte Cidacos, S.A. - Ctra. de Arnedo, km 3 - 26500 Calahorra (La Rioja) - Inscrita en el Registro Mercantil de La Rioja, tomo 311, folio 84, hoja LO-2207")
        + "<div class=c style='margin-bottom:10mm'><b style='font-size:20pt;letter-spacing:2px'>MONTE CIDACOS</b><br><i>Bodegas y viñedos</i></div>" + "<p>" + br("Brenkamp Suministros, S.L.", "Departamento comercial", "Polígono Cantabria II, calle Majuelo 9", "26009 Logroño") + "</p><p class=r>Calahorra, 24 de abril de 2026</p><p><b>Asunto: Pedido n.º 58/2026</b></p>" + "<p>Estimados señores:</p><p>Por la presente les pasamos pedido de los siguientes artículos, según su oferta 2026-1190 del 15 de abril:</p>"
        + grid("Descripción | > Cantidad | Unidad | > Precio unitario (€) | > Importe (€)", [*((i.description, DE.whole(i.qty), i.uom, DE(i.price), DE(i.amount)) for i in order.items), f"<tr><td colspan=4 class=r><b>Total (IVA no incluido)</b></td><td class=r><b>{DE(order.total)}</b></td></tr>"])
        + "<br><p>Fecha de entrega: 12 de mayo de 2026, en nuestra bodega de Calahorra, en horario de 8:00 a 14:00.</p><p>Forma de pago: recibo domiciliado a 60 días, como es habitual. Les rogamos nos confirmen la recepción de este pedido.</p><p>Atentamente,</p><br><p>" + br("Begoña Ezquerro", "Compras", "Bodegas Monte Cidacos, S.A.") + "</p>"
    ), order.truth()


PAPERS = (*map(Printed, (
    business_one_foerdertechnik,
    sapscript_maschinenbau,
    abas_armaturenwerk,
    lexware_elektriker,
    jtl_wawi_online_shop,
    navision_haustechnik,
    myfactory_werkzeugbau,
    sage_cent_mecanique_forez,
    ebp_plombier,
    divalto_conserverie,
    odoo_techniques_liege,
    excel_form_menuiserie,
    holded_estudio,
    factusol_ferreteria,
    word_letter_bodega,
)), Printed(clipper_usinage, may_doubt=True))
