"""The same in German, French and Spanish."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import CH, DE, FR, FR_HARD, US, Item, Order
from tests.corpus.web import Printed, Truth, pairs, row, sums, table


def dentallabor_brief_nach_telefonat() -> tuple[str, Truth]:
    """Zahntechnisches Labor, Word-Brief mit Serifen: Telefonat, frühere Bestellung zum gleichen Preis, Rabatt je Zeile."""
    order = Order("ZL-2026-118", "2026-03-09", "EUR", (
        Item("6", "89.50", "Zirkonoxid-Ronde 98 x 16 mm, Farbe A2", "Stk.", sku="ZR-9816-A2", discount="5"), Item("4", "89.50", "Zirkonoxid-Ronde 98 x 16 mm, Farbe A3", "Stk.", sku="ZR-9816-A3", discount="5"),
        Item("2", "46.80", "Glasurpaste neutral, 5 g", "Stk.", sku="GP-N5", discount="5"), Item("10", "18.25", "Superhartgips Klasse IV, goldbraun, 5 kg", "Btl.", sku="SG-IV-GB", discount="10")), name="Dental-Technik Amselgrund GmbH", vat="DE263418706", need="2026-03-20")
    goods = "".join(f"<tr><td>{i.qty} {i.uom}<td>{i.sku}<td>{i.description}<td class=r>{DE(i.price)}<td class=r>{i.discount} %<td class=r>{DE(i.amount)}" for i in order.items)
    html = f"""<style>@page{{margin:20mm 22mm}} body{{font:11pt/1.3 'Liberation Serif',serif}} .d td,.d th{{padding:1mm 1.5mm;font-size:10pt}} .d th{{border-bottom:1px solid #000}}</style>
<div class=c style="letter-spacing:1px"><b style="font-size:16pt">Dental-Technik Amselgrund GmbH</b><br>Meisterlabor · Amselgrund 7 · 35398 Gießen</div><p style="font-size:7.5pt;text-decoration:underline;margin-top:12mm">Dental-Technik Amselgrund GmbH, Amselgrund 7, 35398 Gießen</p>
<p>Rhenania Dentalbedarf GmbH &amp; Co. KG<br>Auftragsannahme<br>Hafenstraße 112<br>56564 Neuwied</p><p class=r>Gießen, den 9. März 2026</p><p><b>Bestellung ZL-2026-118</b><br>Unsere Kundennummer bei Ihnen: 40718</p><p>Sehr geehrte Frau Wissing,</p>
<p>wie am 2. März telefonisch besprochen, bestellen wir die folgenden Artikel. Die Ronden bitte zum selben Preis wie bei unserer Bestellung ZL-2026-077 vom 12. Januar.</p>
<table class="w d"><tr><th>Menge<th>Ihre Art.-Nr.<th>Artikel<th class=r>Einzelpreis €<th class=r>Rabatt<th class=r>Betrag €</tr>{goods}<tr><td colspan=5 class=r style="border-top:1px solid #000">Summe netto<td class=r style="border-top:1px solid #000"><b>{DE(order.total)}</b></table>
<p>Wir brauchen die Ware spätestens am Freitag, 20.03.2026; unser Labor ist von 7.30 bis 16 Uhr besetzt. Die Lieferung ist ab 250 € netto frei Haus. Zahlung mit 2 % Skonto bis 30.03.2026, sonst netto bis 19.04.2026.</p><p>Mit freundlichen Grüßen<br><br><i>i. A. Sabine Kornblum</i></p>
<div style="font-size:7.5pt;border-top:1px solid #888;position:fixed;bottom:0;left:0;right:0" class=c>Geschäftsführer ZTM Holger Reinsch · Amtsgericht Gießen HRB 9914 · USt-IdNr. DE263418706 · Volksbank Lahntal</div>"""
    return html, order.truth()


def landkreis_auftrag_je_schule() -> tuple[str, Truth]:
    """Landkreis nach einer Ausschreibung: Vergabe- und HÜL-Nummer, Überschrift und Zwischensumme je Schule, Leitweg-ID, 19 %."""
    order = Order("40.2-2026-00613", "2026-05-20", "EUR", (
        Item("28", "164.00", "Schülertisch einsitzig, höhenverstellbar, Buche", "Stück", line=10), Item("28", "71.50", "Schülerstuhl C-Gestell, Gr. 5", "Stück", line=20), Item("1", "489.00", "Lehrertisch mit Schubladenblock", "Stück", line=30),
        Item("52", "158.00", "Schülertisch einsitzig, höhenverstellbar, Ahorn", "Stück", line=40), Item("52", "69.90", "Schülerstuhl C-Gestell, Gr. 6", "Stück", line=50), Item("12", "38.00", "Montage und Entsorgung Altmöbel", "Std.", line=60)),
        name="Landkreis Oberes Rehbachtal", vat="DE263418714", need="2026-08-21", vat_rate="19")
    schools = (("Grundschule Bergweiler, Schulstraße 3, 66999 Bergweiler", order.items[:3]), ("Realschule plus Rehbach, Am Anger 1, 66998 Rehbach", order.items[3:]))
    goods = "".join(f'<tr><td colspan=6 style="background:#eee"><b>Verwendungsstelle: {name}</b>' + "".join(f"<tr><td>{i.line}<td>{i.description}<td class=r>{i.qty}<td>{i.uom}<td class=r>{DE(i.price)}<td class=r>{DE(i.amount)}" for i in held) + f"<tr><td colspan=5 class=r><i>Zwischensumme</i><td class=r><i>{DE(sum(i.amount for i in held))}</i>" for name, held in schools)
    html = f"""<style>body{{font-size:10pt}}</style><div class=two><div style="font-size:8pt;align-self:end"><u>Kreisverwaltung Oberes Rehbachtal, Postfach 11 40, 66991 Rehbach</u></div><div class=r><b style="font-size:14pt">Landkreis Oberes Rehbachtal</b><br>Der Landrat<br>Abteilung 40 – Schulen und Gebäude</div></div>
<div class=two style="margin-top:4mm"><div>Möbelwerke Tannhof GmbH<br>Industriestraße 18<br>72250 Freudenstadt</div><div>{pairs(("Auftragsnummer", f"<b>{order.po}</b>"), ("Datum", "20.05.2026"), ("Vergabe-Nr.", "ÖA 2026/17 Los 2"), ("HÜL-Nr.", "2026100447"), ("Bearbeiter", "Herr Scherf, Zi. 214"))}</div></div>
<h3>Auftragserteilung: Ausstattung mit Schulmöbeln</h3><p>Auf Ihr Angebot vom 27.04.2026 erteilen wir Ihnen zu den Bedingungen der Ausschreibung und der VOL/B den Auftrag über die nachstehenden Leistungen:</p>
<table class="w b"><tr><th>Pos.<th>Leistung<th class=r>Menge<th>Einheit<th class=r>Einzelpreis<br>netto EUR<th class=r>Gesamtpreis<br>netto EUR</tr>{goods}</table>
<table class=sums><tr><td>Auftragssumme netto<td class=r>{DE(order.net)} EUR<tr><td>zzgl. 19 % Umsatzsteuer<td class=r>{DE(order.tax)} EUR<tr><td><b>Auftragssumme brutto</b><td class=r><b>{DE(order.total)} EUR</b></table>
<p><b>Ausführungsfrist:</b> Lieferung und Montage an beiden Schulen bis zum 21.08.2026 (Ferienende), werktags 7–15 Uhr nach Absprache mit den Hausmeistern.</p><p><b>Rechnung</b> ausschließlich als XRechnung an die Kreiskasse, Leitweg-ID 07999-40020-55. USt-IdNr. des Landkreises: DE263418714. Zahlung 30 Tage nach Abnahme.</p><p>Im Auftrag<br><br>gez. Scherf</p>"""
    return html, order.truth()


def stahlbau_kilogramm_zum_tonnenpreis() -> tuple[str, Truth]:
    """Stahlbauer: Stück, Abmessung und Gewicht; bestellt in kg zum Preis je 1000 kg, Fracht, Rechnung an die Holding."""
    order = Order("B26/3405", "2026-02-24", "EUR", (
        Item("2030", "1145.00", "HEA 200 DIN EN 10365", "kg", per="1000"), Item("942", "1085.00", "Flachstahl 100 x 10", "kg", per="1000"),
        Item("1590", "1190.00", "Grobblech 15 mm", "kg", per="1000"), Item("533", "1320.00", "Rundstahl Ø 60 mm, gezogen", "kg", per="1000")), name="Stahl- und Hallenbau Querfurt GmbH", need="2026-03-06", charges="145.00")
    more = (("S355JR", "12.000", "4"), ("S235JR", "6.000", "20"), ("S355J2+N", "3.000 x 1.500", "3"), ("C45+C", "3.000", "8"))
    goods = "".join(f"<tr><td>{n}<td>{i.description}<td>{m[0]}<td class=r>{m[1]}<td class=r>{m[2]}<td class=r>{DE(i.qty, 0)} kg<td class=r>{DE(i.price)}<td class=r>{DE(i.amount)}" for n, (i, m) in enumerate(zip(order.items, more, strict=True), 1))
    html = f"""<style>body{{font-family:'Liberation Sans Narrow',sans-serif;font-size:11pt}} .st th{{background:#555;color:#fff;font-size:9.5pt}} .st td{{border-bottom:1px solid #999}}</style>
<div style="border-left:5mm solid #555;padding-left:4mm"><b style="font-size:16pt">Stahl- und Hallenbau Querfurt GmbH</b><br>An der Rennbahn 44 · 06268 Querfurt · Tel. 034771 555-0 · einkauf@shb-querfurt.example</div>
<div class=two style="margin:6mm 0"><div>An<br><b>Elbe-Stahlhandel Riesa GmbH</b><br>Uferstraße 9<br>01591 Riesa</div><div style="text-align:right">Bestell-Nr.: <b>{order.po}</b><br>Datum: 24.02.2026<br>Kommission: 2026-0117 Reithalle Döbeln<br>Liefertermin: 06.03.2026<br>Ihr Angebot 88120 vom 20.02.2026</div></div>
<b style="font-size:13pt">BESTELLUNG</b><table class="w st" style="margin-top:2mm"><tr><th>Pos<th>Bezeichnung<th>Güte<th class=r>Länge / Format mm<th class=r>Stück<th class=r>Gewicht<th class=r>Preis EUR<br>je 1000 kg<th class=r>Betrag EUR</tr>{goods}
<tr><td colspan=5 class=r><b>Gesamtgewicht</b><td class=r><b>5.095 kg</b><td class=r>Warenwert<td class=r>{DE(order.goods)}<tr><td colspan=7 class=r>Fracht frei Werk Querfurt, pauschal<td class=r>{DE(order.charges)}<tr><td colspan=7 class=r><b>Bestellwert netto EUR</b><td class=r><b>{DE(order.total)}</b></table>
<p>Abgerechnet wird nach theoretischem Gewicht. Werkszeugnis 3.1 zu allen Positionen. Abladen mit Kran Mo–Do 6:30–14:30 Uhr.</p><p><b>Rechnungsanschrift:</b> Querfurt Bauholding SE, Kreditoren, Burgring 2, 06268 Querfurt</p><p style="margin-top:10mm">Querfurt, 24.02.2026 &nbsp;&nbsp; ppa. Ulf Zabel</p>"""
    return html, order.truth()


def alpenhotel_bestellschein_nach_warengruppen() -> tuple[str, Truth]:
    """Hotel in Tirol: Küchenbestellung nach Warengruppen mit Zwischensummen, Kommamengen, Zeitfenster, UID, 10 %."""
    order = Order("KÜ-2026/0212", "2026-02-10", "EUR", (
        Item("12.5", "18.90", "Kalbsschulter ausgelöst", "kg"), Item("8", "27.40", "Rinderfilet vom Grauvieh", "kg"), Item("24", "3.15", "Schlagobers 36 %, 1 l", "Stk"), Item("6.4", "13.80", "Bergkäse 9 Monate, Laib viertel", "kg"),
        Item("30", "1.95", "Erdäpfel festkochend", "kg"), Item("4", "11.60", "Vogerlsalat, Steige 2 kg", "Steige")), name="Hotel Gamsspitz Betriebs GmbH", vat="ATU58214408", country="AT", need="2026-02-13", vat_rate="10")
    groups = (("Fleisch", order.items[:2]), ("Molkerei", order.items[2:4]), ("Obst &amp; Gemüse", order.items[4:]))
    goods = "".join(f'<tr><th colspan=4 style="color:#7b2d26;padding-top:3mm">{name}' + "".join(f"<tr><td>{i.description}<td class=r>{DE.whole(i.qty)} {i.uom}<td class=r>à {DE(i.price)}<td class=r>{DE(i.amount)}" for i in held) + f'<tr><td colspan=3 class=r style="font-size:8pt">Summe {name}<td class=r style="border-top:1px solid #aaa;font-size:8pt">{DE(sum(i.amount for i in held))}' for name, held in groups)
    html = f"""<div style="display:grid;grid-template-columns:60mm 1fr;gap:6mm"><div style="background:#f5efe6;padding:5mm;min-height:240mm;font-size:8.5pt"><div class=c style="font:italic 17pt 'DejaVu Serif';color:#7b2d26">Gamsspitz</div><p class=c>★★★★ Hotel &amp; Wirtshaus</p>
<p><b>Besteller</b><br>Hotel Gamsspitz Betriebs GmbH<br>Dorfstraße 88<br>6293 Hintertal<br>Österreich</p><p>UID: ATU58214408<br>FN 318804k LG Innsbruck</p><p><b>Lieferung</b><br>Kücheneingang Hofseite<br>Zwischen 6:00 und 9:30 Uhr<br>Küchenchef: 0660 555 0181</p><p><b>Rechnung</b><br>per Mail an<br>buero@gamsspitz.example<br>Zahlung am 15. des Folgemonats</p></div>
<div><div style="font-size:18pt;color:#7b2d26">Bestellschein</div><p>Nr. <b>{order.po}</b> &nbsp; vom 10. Februar 2026</p><p>an: Zillerfrisch Gastrogroßhandel KG, Gewerbepark 3, 6272 Kaltenbach</p><p>Wir bestellen zur Lieferung am <b>Freitag, 13. Februar 2026</b>:</p>
<table class=w><tr style="border-bottom:1px solid #7b2d26"><td>Artikel<td class=r>Menge<td class=r>Preis €<td class=r>Summe €</tr>{goods}</table>
<table class=sums style="border-top:2px solid #7b2d26"><tr><td>Zwischensumme netto<td class=r>{DE(order.net)}<tr><td>+ 10 % USt<td class=r>{DE(order.tax)}<tr><td><b>Gesamt €</b><td class=r><b>{DE(order.total)}</b></table><p style="font-size:8.5pt">Bergkäse bitte vakuumiert. Sollte der Vogerlsalat nicht schön sein, kurz anrufen. Leergebinde nehmen Sie bitte wieder mit.</p></div></div>"""
    return html, order.truth()


def schweizer_druckauftrag_je_tausend() -> tuple[str, Truth]:
    """Schweizer Verband bestellt Drucksachen: ein Kasten je Auftrag mit Format und Papier, Preis je 1000 Exemplare, CHF."""
    order = Order("2026.0459", "2026-09-01", "CHF", (
        Item("42000", "184.50", "Mitgliederzeitschrift «Saumpfad», Ausgabe Herbst", "Ex.", per="1000"), Item("45000", "62.40", "Adressträger mit Einzahlungsschein", "Ex.", per="1000"), Item("3500", "418.00", "Wanderkarte Leporello, 10-teilig", "Ex.", per="1000")), name="Verband Schweizer Saumwege", need="2026-09-18", vat_rate="8.1")
    more = (("210 x 280 mm, hoch", "48 Seiten + 4 Umschlag", "4/4-farbig, 90 g/m² matt, Recycling", "Rückendrahtheftung"), ("210 x 297 mm", "1 Blatt", "2/1-farbig, 90 g/m² Offset", "perforiert, lose"), ("offen 1050 x 210 mm", "20 Seiten", "4/4-farbig, 115 g/m² gestrichen", "9-Bruch Zickzack"))
    boxes = "".join(f"""<div style="border:1px solid #c00;border-radius:2mm;padding:2mm 3mm;margin-top:3mm"><b>{n}&nbsp;&nbsp;{i.description}</b><table class=w style="margin-top:1mm"><tr><td style="width:18%;color:#777">Format<td style="width:32%">{m[0]}<td style="width:22%;color:#777">Auflage<td class=r>{CH(i.qty, 0)} {i.uom}<tr><td style="color:#777">Umfang<td>{m[1]}<td style="color:#777">Preis per 1'000 Ex.<td class=r>CHF {CH(i.price)}<tr><td style="color:#777">Papier, Druck<td>{m[2]}<td style="color:#777">Betrag<td class=r><b>CHF {CH(i.amount)}</b><tr><td style="color:#777">Ausrüsten<td colspan=3>{m[3]}</table></div>""" for n, (i, m) in enumerate(zip(order.items, more, strict=True), 1))
    html = f"""<style>body{{font-size:10pt}}</style><div class=two><div><b style="font-size:15pt;color:#c00">Verband Schweizer Saumwege</b><br>Geschäftsstelle · Postgasse 14 · 3011 Bern</div><div class=r style="font-size:8pt">Kommunikation<br>Regula Aebischer<br>Direkt 031 555 01 64</div></div>
<p style="margin-top:8mm">Druckerei Emmetal AG<br>Herr B. Lüthi<br>Sägeweg 5<br>3550 Langnau i. E.</p><p>Bern, 1. September 2026</p><p><b style="font-size:12pt">Druckauftrag Nr. {order.po}</b></p><p>Lieber Herr Lüthi, gerne erteilen wir Ihnen auf Grund der Offerte 26-1183 vom 19. August 2026 den folgenden Auftrag. Druckdaten erhalten Sie am 4. September.</p>{boxes}
<table class=sums><tr><td>Total exkl. MWST<td class=r>CHF {CH(order.net)}<tr><td>MWST 8.1 %<td class=r>CHF {CH(order.tax)}<tr><td><b>Total inkl. MWST</b><td class=r><b>CHF {CH(order.total)}</b></table>
<p><b>Liefertermin:</b> 18. September 2026 an Lettershop Aare, Rampe 2, 5000 Aarau (Anlieferung 07.00–11.30 Uhr). Mehr- oder Minderlieferung bis 2 % wird nicht verrechnet. Zahlbar 30 Tage netto.</p><p>Freundliche Grüsse</p><p>Regula Aebischer</p>"""
    return html, order.truth()


def chemie_bestellung_zum_rahmenvertrag_mit_cas() -> tuple[str, Truth]:
    """Lackhersteller bestellt zu einem Rahmenvertrag: CAS-Nummern, Ihre Artikelnummer, je Position ein anderer Termin, Gebinde."""
    order = Order("26-07193", "2026-07-13", "EUR", (
        Item("800", "1.64", "n-Butylacetat techn. 98 %", "kg", sku="10442", line=10), Item("1000", "1.12", "Xylol, Isomerengemisch", "kg", sku="10871", line=20), Item("375", "3.85", "Isophoron, > 98 %", "kg", sku="11209", line=30), Item("50", "14.20", "Dibutylzinndilaurat", "kg", sku="20033", line=40)), name="Farbwerke Lindhorst AG", vat="DE241907307")
    more = (("123-86-4", "4 Fass à 200 kg", "20.07.2026"), ("1330-20-7", "1 IBC", "20.07.2026"), ("78-59-1", "2 Fass", "03.08.2026"), ("77-58-7", "2 Kanister à 25 kg", "17.08.2026"))
    goods = "".join(f'<tr style="border-top:1px solid #000"><td>{i.line}<td>{i.sku}<td><b>{i.description}</b><td class=r>{DE(i.qty, 0)} {i.uom}<td class=r>{DE(i.price)}<td class=r>{DE(i.amount)}<tr><td><td><td colspan=4 style="font-size:8pt">CAS {m[0]} · {m[1]} · Liefertermin {m[2]}' for i, m in zip(order.items, more, strict=True))
    html = f"""<style>body{{font:9.5pt 'DejaVu Sans',sans-serif}}</style><div style="text-align:right;color:#00684a;font-size:20pt"><b>LINDHORST</b> <span style="font-size:10pt">FARBWERKE</span></div>
<div style="position:relative;margin-top:10mm;height:28mm"><div style="position:absolute;left:0;top:0"><small>Farbwerke Lindhorst AG · Postfach 2260 · 31655 Stadthagen</small><br><br>Nordchem Distribution GmbH<br>Chemiepark Tor 3<br>21683 Stade</div><div style="font-size:8pt;position:absolute;left:125mm;top:0">Datum: 13.07.2026<br>Einkauf: Dr. Anke Thölke<br>Tel.: 05721 555-231<br>Ihre Kundennr. für uns: D-5180<br>Lieferantennr.: 700216</div></div>
<h3 style="margin:8mm 0 1mm">Bestellung 26-07193</h3><div>zu Rahmenvertrag RV 2024-088 vom 15.11.2024, Preisblatt gültig ab 01.07.2026</div><p>Wir bestellen verbindlich zu den Preisen des Rahmenvertrags. <b>Bitte beachten Sie die Termine je Position.</b></p>
<table class=w><tr><th>Pos.<th>Ihre Art.-Nr.<th>Stoff<th class=r>Menge<th class=r>EUR / kg<th class=r>Wert EUR</tr>{goods}<tr style="border-top:2px solid #000"><td colspan=5 class=r><b>Bestellwert ohne USt</b><td class=r><b>{DE(order.total)}</b></table>
<p>Anlieferung: Tanklager Süd, Tor 5, Hülsebrinkstr. 20, 31655 Stadthagen, Mo–Fr 6:00–13:00 Uhr, Anmeldung am Vortag. ADR-Papiere und Analysenzertifikat (je Charge) vorab an labor@lindhorst.example. Restlaufzeit mindestens 12 Monate.</p>
<p>Zahlung: 45 Tage netto. Frei Haus einschließlich Maut.</p><div style="font-size:7pt;color:#555;position:fixed;bottom:0;left:0;right:0;border-top:1px solid #00684a">Sitz Stadthagen · AG Stadthagen HRB 200418 · Vorstand: Eike Brandhorst, Dr. Lutz Wieland · USt-IdNr.: DE241907307</div>"""
    return html, order.truth(need_date=...)


def mairie_bon_de_commande_ht_et_ttc() -> tuple[str, Truth]:
    """Commune française : engagement et imputation, prix HT et TTC côte à côte, mandat administratif, livraison à l'école."""
    order = Order("2026-BC-0187", "2026-04-02", "EUR", (
        Item("15", "24.50", "Peinture sol antidérapante gris, 5 L", "pot"), Item("40", "3.75", "Rouleau laqueur 110 mm", "pièce"), Item("6", "89.00", "Panneau d'affichage liège 120 x 90", "pièce"), Item("2", "310.00", "Table pique-nique bois traité classe 4", "pièce")), name="Commune de Saint-Aubin-la-Rivière", need="2026-04-24", vat_rate="20")
    goods = "".join(f"<tr><td>{i.description}<td class=r>{i.qty}<td>{i.uom}<td class=r>{FR(i.price)}<td class=r>{FR(i.amount * 6 / 5 / int(i.qty or 1))}<td class=r>{FR(i.amount)}<td class=r>{FR(i.amount * 6 / 5)}" for i in order.items)
    html = f"""<style>body{{font-family:'DejaVu Sans Condensed','DejaVu Sans';font-size:8.5pt}}</style><div class=two><div class=c style="width:105mm"><small>RÉPUBLIQUE FRANÇAISE</small><br><b style="font-size:12pt">Commune de Saint-Aubin-la-Rivière</b><br>Hôtel de Ville – 1, place du Lavoir<br>49390 Saint-Aubin-la-Rivière<br>Service comptabilité – 02 41 55 01 38</div>
<div style="border:2px solid #000;padding:3mm 6mm;text-align:center"><b style="font-size:13pt">BON DE COMMANDE</b><br>N° {order.po}<br>du 02/04/2026</div></div>
<table class="w b" style="margin:5mm 0"><tr><td style="width:50%"><b>Fournisseur</b> (tiers n° 4471)<br>Équip'Collectivités SARL<br>ZA des Landes, 12 rue du Charron<br>49240 Avrillé<td><b>Lieu de livraison</b><br>École élémentaire Jules-Renaudin<br>4, chemin des Vignes<br>du lundi au vendredi, 8 h – 11 h 30 (fermé le mercredi)
<tr><td>Engagement n° 26D000912 – Imputation 011/60632/213<br>Votre devis n° D-5518 du 19/03/2026<td>Date de livraison demandée : <b>24/04/2026</b><br>Affaire suivie par : Mme Le Gallic</table>
<table class="w b"><tr style="background:#ddd"><th rowspan=2>Désignation<th rowspan=2>Qté<th rowspan=2>Unité<th colspan=2 class=c>Prix unitaire €<th colspan=2 class=c>Montant €<tr style="background:#ddd"><th class=r>HT<th class=r>TTC<th class=r>HT<th class=r>TTC</tr>{goods}
<tr><td colspan=5 class=r>Total HT<td class=r>{FR(order.net)}<td><tr><td colspan=5 class=r>TVA 20 %<td><td class=r>{FR(order.tax)}<tr><td colspan=5 class=r><b>Total TTC à engager</b><td><td class=r><b>{FR(order.total)}</b></table>
<p>Facture à déposer sur le portail de facturation publique en rappelant le numéro du bon de commande et le numéro d'engagement. Paiement par mandat administratif à 30 jours.</p><div class=r style="margin:8mm 10mm">Fait à Saint-Aubin-la-Rivière, le 2 avril 2026<br>Pour le Maire, l'adjoint aux finances<br><br><br>Yannick Brossard</div>"""
    return html, order.truth()


def repartiteur_pharmacie_vingt_huit_lignes() -> tuple[str, Truth]:
    """Répartiteur pharmaceutique : 28 lignes sur plusieurs pages, code CIP à sept chiffres, remise par ligne, franco, TVA 2,1 %."""
    held = (("3471208", "AMOXIDAL 1 G CPR DISP B/14", "240", "2.87", "4"), ("3471215", "AMOXIDAL 500 MG GEL B/12", "180", "1.94", "4"), ("3380664", "BISOPRANE 2,5 MG CPR B/30", "300", "3.12", "2.5"), ("3380671", "BISOPRANE 5 MG CPR B/30", "240", "3.76", "2.5"), ("3602117", "CALCIFORT VIT D3 CPR A CROQUER B/60", "120", "5.48", "2.5"), ("3415590", "CETIRIL 10 MG CPR B/15", "150", "2.21", "4"), ("3299182", "CLARIDOX 250 MG SUSP BUV FL/100 ML", "60", "6.35", "2.5"),
            ("3507743", "DESLORAL 5 MG CPR B/30", "200", "4.06", "4"), ("3344817", "DICLOVANE GEL 1 % T/100 G", "96", "2.98", "2.5"), ("3620094", "DOMPERIX 10 MG CPR B/40", "144", "2.05", "2.5"), ("3488902", "ESOMEZOL 20 MG GEL B/28", "360", "4.31", "4"), ("3488919", "ESOMEZOL 40 MG GEL B/28", "240", "6.02", "4"), ("3571406", "FUROSAL 40 MG CPR B/30", "180", "1.88", "2.5"), ("3266350", "GLICLADEX 60 MG LP CPR B/30", "120", "5.17", "2.5"),
            ("3437224", "IBUPRANE 400 MG CPR B/30", "400", "2.46", "4"), ("3437230", "IBUPRANE ENFANT SUSP BUV FL/200 ML", "150", "2.79", "4"), ("3519861", "IRBESARIL 150 MG CPR B/30", "160", "5.93", "2.5"), ("3555170", "LEVOTHYRAL 75 MCG CPR B/30", "220", "2.33", "2.5"), ("3390077", "LORATYL 10 MG CPR B/15", "90", "2.62", "2.5"), ("3311849", "MACROGEL 10 G PDR SACH B/20", "260", "3.48", "4"), ("3592688", "METFORAL 1 G CPR B/30", "320", "2.91", "4"),
            ("3474419", "PARACEDOL 1 G CPR B/8", "1200", "0.98", "5"), ("3474425", "PARACEDOL 500 MG GEL B/16", "600", "0.94", "5"), ("3528110", "PREDNISAL 20 MG CPR EFF B/20", "140", "3.05", "2.5"), ("3367712", "RAMIPRANE 5 MG CPR B/30", "180", "4.44", "2.5"), ("3601928", "SALBUVENT 100 MCG FL/200 DOSES", "150", "3.27", "2.5"), ("3540033", "TRAMADEX 50 MG GEL B/30", "110", "3.69", "2.5"), ("3458506", "VALSARIL 80 MG CPR B/30", "130", "5.21", "2.5"))
    order = Order("C26-118340", "2026-03-16", "EUR", tuple(Item(q, p, d, item=cip, discount=off) for cip, d, q, p, off in held), name="Répartition Pharmaceutique du Layon SAS", vat="FR60412783904", need="2026-03-19", vat_rate="2.1")
    goods = "".join(f'<tr style="break-inside:avoid"><td>{i.item}<td>{i.description}<td class=r>{FR_HARD(i.qty, 0)}<td class=r>{FR_HARD(i.price)}<td class=r>{FR_HARD.whole(i.discount)}<td class=r>{FR_HARD(i.amount)}' for i in order.items)
    html = f"""<style>@page{{size:A4;margin:14mm 16mm}} .p{{font-size:10.5pt}} .p td{{padding:2.2mm 1mm}} .p tbody tr:nth-child(even){{background:#eef6f0}} tfoot{{display:table-footer-group}} .p thead th{{background:#1f7a4d;color:#fff}}</style>
<div class=two><div><b style="font-size:14pt;color:#1f7a4d">Répartition Pharmaceutique du Layon SAS</b><br>Parc d'activités du Pressoir, 49380 Thouarcé<br>Service approvisionnement – appro@rpl.example</div><div class=r>COMMANDE FOURNISSEUR<br><b style="font-size:13pt">{order.po}</b><br>16/03/2026 à 11:42</div></div>
<div class=two style="border:1px solid #1f7a4d;margin:4mm 0;padding:2mm"><div>Laboratoires Vermandois<br>Service clients grossistes<br>18 route de Chauny, 02300 Viry<br>Notre n° de compte chez vous : 201774</div><div>Livraison le 19/03/2026, quai 2, de 5 h à 10 h<br>Établissement : RPL Thouarcé (code 0493)<br>Franco atteint (minimum 1&nbsp;500 € HT)<br>Règlement : 60 jours date de facture, échéance 18/05/2026</div></div>
<table class="w p"><thead><tr><th>Code CIP<th>Désignation<th class=r>Quantité<th class=r>PFHT €<th class=r>Remise %<th class=r>Montant net €</thead><tfoot><tr><td colspan=6 style="font-size:7.5pt;color:#666;border-top:1px solid #1f7a4d">RPL SAS – TVA intracommunautaire FR 60 412783904 – commande {order.po} – péremption supérieure à 12 mois exigée</tfoot><tbody>{goods}</tbody></table>
<table class="sums b"><tr><td>Nombre de lignes<td class=r>28<tr><td>Total HT<td class=r>{FR_HARD(order.net)} €<tr><td>TVA 2,10 %<td class=r>{FR_HARD(order.tax)} €<tr><td><b>Total TTC</b><td class=r><b>{FR_HARD(order.total)} €</b></table>"""
    return html, order.truth()


def papeterie_belge_pieces_avec_numeros_de_serie() -> tuple[str, Truth]:
    """Papeterie wallonne, pièces de rechange : numéro de série de la machine sous chaque pièce, position en tête, TVA 21 %."""
    order = Order("MP-45120877", "2026-05-27", "EUR", (
        Item("2", "1875.00", "Garniture mécanique double, arbre 65 mm", "pce", sku="GM-65-D2", line=10), Item("4", "236.40", "Roulement à rotule 22218 E C3", "pce", sku="RR-22218", line=20), Item("1", "3940.00", "Lame docteur céramique, long. 4 850 mm", "pce", sku="LD-C4850", line=30), Item("30", "18.75", "Racle à buses, élément polyéthylène", "m", sku="RB-PE", line=40)), name="Papeteries de la Haute-Amblève SA", vat="BE0478213562", need="2026-06-15", vat_rate="21")
    serial = ("Pompe de mélange PM3, n° de série 98-11407", "Rouleau aspirant RA1, n° de série HA-2231-B", "Sécherie groupe 4, n° de série 07-55018", "Toile formeuse, sans n° de série")
    goods = "".join(f"<tr><td><b>{i.line:04d}</b><td><b>{i.description}</b><br>Votre réf. : {i.sku}<br><i style='font-size:8pt'>Pour : {s}</i><td class=r>{i.qty} {i.uom}<td class=r>{DE(i.price)}<td class=r>{DE(i.amount)}" for i, s in zip(order.items, serial, strict=True))
    html = f"""<style>.y td{{border-bottom:1px solid #bcd;padding:2mm 1mm}} .y th{{background:#d5e4ee}}</style><div style="display:flex;gap:6mm"><div style="flex:1"><div style="font:bold 15pt 'Liberation Sans Narrow'">Papeteries de la Haute-Amblève SA</div>Rue du Barrage 30, 4970 Stavelot – TVA BE 0478.213.562<h2 style="margin:6mm 0 2mm">Commande de pièces de rechange</h2>
<p>À l'attention de : Hydromécanique Vesdre SRL, Zoning de Lambermont 8, 4800 Verviers</p><table class="w y"><tr><th>Pos.<th>Article<th class=r>Quantité<th class=r>Prix unit. EUR<th class=r>Total EUR</tr>{goods}</table>
<table class=sums><tr><td>Total hors TVA<td class=r>{DE(order.net)} EUR<tr><td>TVA 21 %<td class=r>{DE(order.tax)} EUR<tr><td><b>Total TVA comprise</b><td class=r><b>{DE(order.total)} EUR</b></table><p>Les roulements au même prix que notre commande MP-45118203 du 14 janvier. Indiquer la position et le numéro de série sur chaque étiquette. Emballage pour stockage de 24 mois.</p><p>Bien à vous,<br><br>Benoît Delvigne, magasin mécanique</p></div>
<div style="width:46mm;border-left:1px solid #9ab;padding-left:4mm;font-size:8.5pt"><p>Numéro de commande<br><b>{order.po}</b></p><p>Date de commande<br><b>27/05/2026</b></p><p>Livraison souhaitée<br><b>15/06/2026</b></p><p>Demande d'achat<br>10088412</p><p>Arrêt planifié<br>semaine 26</p><p>Votre offre<br>HV-2604 du 11/05/2026</p><p>Lieu de livraison<br>Magasin central, porte 7<br>de 7 h 30 à 15 h</p><p>Conditions<br>DDP Stavelot<br>30 jours fin de mois</p><p>Facture à<br>compta@pha.example</p></div></div>"""
    return html, order.truth()


def manufacture_horlogere_en_paysage() -> tuple[str, Truth]:
    """Manufacture horlogère romande, page en largeur : plan et indice, prix à la pièce ou les 100 pièces, CHF avec apostrophes."""
    order = Order("CF-108822", "2026-06-03", "CHF", (
        Item("500", "12.40", "Platine cal. HB12, maillechort rhodié", "pce", buyer_item="HB12-100"), Item("500", "7.85", "Pont de rouage cal. HB12, anglé main", "pce", buyer_item="HB12-115"), Item("6000", "84.00", "Vis de pont S0.60 bleuie", "pce", buyer_item="VIS-0060-B", per="100"), Item("3000", "46.50", "Goupille de raquette", "pce", buyer_item="GOU-0031", per="100"), Item("50", "168.00", "Boîte acier 316L 39 mm, polie", "pce", buyer_item="BT39-A-POL")), name="Manufacture Hauteroche Bise SA", need="2026-09-30", vat_rate="8.1")
    plans = (("P-4410", "D"), ("P-4415", "B"), ("P-0207", "A"), ("P-0311", "A"), ("P-6039", "F"))
    goods = "".join(f"<tr><td>{n}<td>{i.buyer_item}<td>{p[0]}<td class=c>{p[1]}<td>{i.description}<td class=r>{CH(i.qty, 0)}<td>{i.uom}<td class=r>{CH(i.price)} {'les 100' if i.per else 'la pièce'}<td class=r>{CH(i.amount)}" for n, (i, p) in enumerate(zip(order.items, plans, strict=True), 1))
    html = f"""<style>@page{{size:A4 landscape;margin:14mm}} .h td{{border-bottom:.3px solid #000}} .h th{{font-weight:normal;font-variant:small-caps;border-bottom:1px solid #000}} body{{font:10pt 'Liberation Serif',serif}}</style><div class=two><div style="letter-spacing:4px;font-size:17pt">HAUTEROCHE BISE<br><span style="letter-spacing:0;font-size:9pt">Manufacture Hauteroche Bise SA · Combe-Grède 11 · 2345 Les Breuleux</span></div><div class=r style="font-size:13pt">Commande fournisseur<br>{order.po}</div></div>
<div style="display:grid;grid-template-columns:repeat(4,1fr);gap:4mm;margin:6mm 0;border-top:1px solid;border-bottom:1px solid;padding:2mm 0"><div>Fournisseur<br>Décolletage Froidevaux Sàrl<br>Rue de l'Étang 2<br>2740 Moutier</div><div>Livraison à<br>Réception composants, 2<sup>e</sup> étage<br>Combe-Grède 11<br>8 h 00 – 11 h 45</div><div>Date : 03.06.2026<br>Délai de livraison : 30.09.2026<br>Projet : 20260044 « HB12 Élan »</div><div>Acheteuse : Mme S. Oppliger<br>Notre n° client : C-3309<br>Paiement : 30 jours net</div></div>
<table class="w h"><tr><th>Pos.<th>Notre article<th>Plan<th class=c>Indice<th>Désignation<th class=r>Quantité<th>Unité<th class=r>Prix CHF<th class=r>Montant CHF</tr>{goods}</table>
<table class=sums><tr><td>Montant net<td class=r>{CH(order.net)}<tr><td>TVA 8,1 %<td class=r>{CH(order.tax)}<tr><td><b>Montant total CHF</b><td class=r><b>{CH(order.total)}</b></table><p>Série d'essai selon notre entretien du 21 mai. Contrôle dimensionnel 100 % sur la position 1. Les indices de plan ci-dessus font foi.</p>"""
    return html, order.truth()


def agence_evenementielle_a_l_heure() -> tuple[str, Truth]:
    """Agence luxembourgeoise : heures, kilomètres et forfait, date de l'événement à côté du montage, numéros de TVA des deux parties."""
    order = Order("BDC 2026/077", "2026-05-06", "EUR", (
        Item("24", "68.00", "Régisseur général", "h"), Item("36", "52.00", "Technicien lumière et son", "h"), Item("40", "41.50", "Hôtes et hôtesses d'accueil bilingues", "h"), Item("1", "780.00", "Podium 6 x 4 m, montage et démontage", "forfait"), Item("120", "0.65", "Frais de déplacement camion", "km")), name="Belval Éclats S.à r.l.", vat="LU24718330", country="LU", need="2026-06-11", vat_rate="17")
    goods = "".join(f"<tr><td class=c>{i.qty}<td>{i.uom}<td>{i.description}<td class=r>{FR_HARD(i.price)} €<td class=r>{FR_HARD(i.amount)} €" for i in order.items)
    html = f"""<style>@page{{margin:18mm}} body{{font-size:10.5pt;color:#222}} .e td{{padding:2mm}} .e tr:nth-child(odd){{background:#f6f0fb}}</style><div style="border-bottom:6px solid #6a2ca0;padding-bottom:3mm"><span style="font-size:24pt;color:#6a2ca0"><b>éclats</b></span><span style="float:right;text-align:right;font-size:9pt">Belval Éclats S.à r.l.<br>9, avenue des Laminoirs, L-4362 Esch-sur-Alzette, Luxembourg<br>TVA LU24718330 – RCS Luxembourg B 244 119</span></div>
<table class=w style="margin:5mm 0"><tr><td>Prestataire :<br><b>Scènes &amp; Sons Meuse SPRL</b><br>Rue des Forges 55, B-6700 Arlon<br>TVA BE0478213661<td class=r>Bon de commande : <b>{order.po}</b><br>Esch, le 6 mai 2026<br>Dossier client : GALA-2026-06</table>
<p>Suite à notre réunion du 28 avril et à votre offre 5510-2 (valable jusqu'au 15 mai), nous vous confions les prestations suivantes. <b>Mise à disposition et montage : jeudi 11 juin 2026</b>, à partir de 8 h, quai de livraison nord (badge à l'accueil). L'événement a lieu le 13 juin.</p>
<table class="w e"><tr><th class=c>Nombre<th>Unité<th>Prestation<th class=r>Tarif<th class=r>Total</tr>{goods}</table>
<div style="width:75mm;margin:4mm 0 0 auto;background:#6a2ca0;color:#fff;padding:3mm"><div class=two><span>Total HT</span><span>{FR_HARD(order.net)} €</span></div><div class=two><span>TVA 17 %</span><span>{FR_HARD(order.tax)} €</span></div><div class=two style="font-size:13pt"><b>Total TTC</b><b>{FR_HARD(order.total)} €</b></div></div>
<p>Heures effectuées à justifier par feuille signée ; minimum facturable 4 h par personne, déjà dépassé ici. Acompte de 30 % payable avant le 29/05/2026, solde 30 jours après l'événement.</p><p>Pour accord : Inès Wagener, cheffe de projet</p>"""
    return html, order.truth()


def importateur_textile_tailles_par_coloris() -> tuple[str, Truth]:
    """Importateur textile : une ligne par coloris, quantités par taille S à XXL et leur total, prix pièce, sans TVA."""
    sizes = ((60, 120, 140, 90, 40), (40, 80, 100, 60, 20), (30, 60, 60, 40, 10), (100, 200, 220, 140, 60), (50, 100, 100, 70, 30))
    names = (("4417-ECR", "Chemise lin écru", "11.20"), ("4417-CIE", "Chemise lin ciel", "11.20"), ("4417-SAU", "Chemise lin sauge", "11.45"), ("5203-MAR", "Polo piqué marine", "7.95"), ("5203-BRI", "Polo piqué brique", "7.95"))
    order = Order("AH26/0093", "2026-02-12", "EUR", tuple(Item(str(sum(held)), price, what, item=number) for held, (number, what, price) in zip(sizes, names, strict=True)), name="Comptoir Textile Roubaisien SARL", vat="FR43538216409", country="FR", need="2026-07-15")
    goods = "".join(f"<tr><td>{i.item}<td>{i.description}" + "".join(f"<td class=c>{one}" for one in held) + f'<td class=r style="background:#f2f2f2"><b>{i.qty}</b><td class=r>{FR(i.price)}<td class=r>{FR(i.amount)}' for i, held in zip(order.items, sizes, strict=True))
    html = f"""<style>body{{font-size:9.5pt}}</style><div class=c><span style="font:bold 18pt 'DejaVu Serif'">C · T · R</span><br>Comptoir Textile Roubaisien SARL<br>77 rue de la Filature – 59100 Roubaix – France<br>N° TVA FR43538216409</div><hr>
<div class=two><div><u>Fabricant</u><br>Confecções Vale do Ave, Lda.<br>Rua da Tecelagem 210<br>4760-012 Vila Nova de Famalicão<br>Portugal</div><div>Commande d'achat n° : <b>{order.po}</b><br>Saison : automne-hiver 2026<br>Date : 12 février 2026<br>Date de livraison : 15 juillet 2026 (rendu entrepôt)<br>Incoterm : DAP Wattrelos</div></div>
<p><b>Livrer à :</b> Logis Nord Entrepôts, cellule 4, 3 rue du Beck, 59150 Wattrelos – prise de rendez-vous 48 h avant, réception de 6&nbsp;h à 13&nbsp;h</p><table class="w b"><tr style="background:#222;color:#fff"><th>Réf. coloris<th>Désignation<th class=c>S<th class=c>M<th class=c>L<th class=c>XL<th class=c>XXL<th class=r>Qté totale<th class=r>P.U. €<th class=r>Montant €</tr>{goods}
<tr><td colspan=7 class=r><b>Total pièces</b><td class=r><b>{FR(sum(map(sum, sizes)), 0)}</b><td class=r><b>Total €</b><td class=r><b>{FR(order.total)}</b></table>
<p>Livraison intracommunautaire, prix hors taxes. Tolérance de quantité 0 %. Étiquetage et cartons selon notre cahier des charges v. 9 ; échantillon de tête de série avant le 20 mars. Paiement 30 % à la commande, 70 % à 60 jours.</p><table class=w><tr><td style="height:22mm;border:1px solid #999;width:50%">Bon pour accord, le fabricant<td style="border:1px solid #999">Le Comptoir : Camille Desrumaux</table>"""
    return html, order.truth()


def ayuntamiento_hoja_de_pedido() -> tuple[str, Truth]:
    """Ayuntamiento: hoja de pedido con retención de crédito, formulario en dos columnas, IVA 21 %, factura electrónica por oficinas."""
    order = Order("2026/PED/00418", "2026-04-14", "EUR", (
        Item("60", "8.35", "Bombilla LED E27 14 W, 4000 K", "ud."), Item("25", "46.90", "Luminaria vial LED 40 W", "ud."), Item("300", "1.28", "Cable RV-K 3 x 2,5 mm²", "m"), Item("4", "129.00", "Armario de poliéster 500 x 400, IP65", "ud."), Item("8", "32.50", "Oficial electricista, puesta en marcha", "h")), name="Ayuntamiento de Villaroble de la Sierra", vat="ESP45173002", need="2026-05-15", vat_rate="21")
    goods = table("Concepto | >Cantidad | Ud. | >Precio sin IVA | >Importe", ((i.description, i.qty, i.uom, DE(i.price) + " €", DE(i.amount) + " €") for i in order.items), "b")
    html = f"""<style>body{{font-family:'Liberation Serif',serif;font-size:10.5pt}} .z td{{border:1px solid #000;width:50%}} .z b{{font-size:8pt}}</style><div class=c><b style="font-size:14pt">AYUNTAMIENTO DE VILLAROBLE DE LA SIERRA</b><br>Plaza de la Constitución, 1 – 45577 Villaroble de la Sierra (Toledo)<br><span style="font-size:13pt;border:1px solid;padding:0 4mm">HOJA DE PEDIDO</span></div>
<table class="w z" style="margin:4mm 0"><tr><td><b>N.º DE PEDIDO</b><br>{order.po}<td><b>FECHA</b><br>14 de abril de 2026<tr><td><b>ADJUDICATARIO</b><br>Suministros Eléctricos Tajo, S.L.<br>Pol. Ind. La Dehesa, nave 7<br>45600 Talavera de la Reina<td><b>UNIDAD QUE LO SOLICITA</b><br>Servicios Municipales – Alumbrado<br>Resp.: Julián Cedillo<br>Tel. 925 555 014<tr><td><b>RETENCIÓN DE CRÉDITO</b><br>RC 2026.2.0001193.000 – aplicación 165.22199<td><b>PRESUPUESTO ACEPTADO</b><br>P-20260087, de 30 de marzo de 2026<tr><td><b>LUGAR DE ENTREGA</b><br>Nave municipal, C/ del Calvario, s/n<br>de lunes a viernes, de 8:00 a 14:00<td><b>PLAZO DE ENTREGA</b><br>Hasta el 15 de mayo de 2026</table>
{goods}{sums(("Base imponible", DE(order.net) + " €"), ("IVA 21 %", DE(order.tax) + " €"), ("<b>TOTAL PEDIDO</b>", f"<b>{DE(order.total)} €</b>"))}
<p>NIF-IVA del Ayuntamiento: {order.vat}. La factura se presentará por vía electrónica (oficina contable, órgano gestor y unidad tramitadora L01459990) e indicará el n.º de pedido y el de la RC. Sin ellos será devuelta.</p><p class=c>El Concejal de Hacienda,</p><p class=c style="margin-top:14mm">Fdo.: Evaristo Pulgar Montes</p>"""
    return html, order.truth()


def astillero_por_capitulos_y_salto_de_pagina() -> tuple[str, Truth]:
    """Astillero: capítulos con subtotal, notas entre partidas, una partida larga partida por el salto de página, aval y buque."""
    order = Order("AC-60733", "2026-01-19", "EUR", (
        Item("2", "18450.00", "Bomba contraincendios 120 m³/h, 9 bar", "ud"), Item("4", "2315.50", "Válvula de mariposa DN200, actuador eléctrico", "ud"), Item("36", "187.20", "Tubo cuproníquel 90/10, 168,3 x 3,5 mm", "m"), Item("18", "94.75", "Codo 90° cuproníquel DN150", "ud"),
        Item("1", "27980.00", "Cuadro de control y alarma de sentinas", "ud"), Item("12", "640.00", "Detector de nivel capacitivo, ATEX zona 1", "ud"), Item("850", "6.40", "Cable naval apantallado 7 x 1,5 mm²", "m"), Item("80", "58.00", "Asistencia a pruebas de mar", "h")), name="Astilleros Cabo Ortigal, S.A.", vat="ESA36218477", need="2026-06-30", vat_rate="21")
    spec = "Envolvente de acero inoxidable AISI 316L, grado IP56, montaje mural sobre amortiguadores. Alimentación doble 230 V CA y 24 V CC con conmutación automática y supervisión de aislamiento. Sesenta y cuatro entradas digitales y dieciséis analógicas 4-20 mA, con barreras de seguridad intrínseca para las zonas clasificadas. Pantalla táctil de doce pulgadas legible a pleno sol, con atenuación nocturna para el puente. Comunicación Modbus RTU y NMEA 0183 con el sistema integrado de la plataforma. Registro de eventos con sello de tiempo y memoria no volátil. Certificado de homologación de tipo de la sociedad de clasificación, esquemas en formato editable, lista de cables y protocolo de pruebas en fábrica con presencia del armador. Repuestos de primer cargo según el anexo técnico AT-733-04, revisión 2, que forma parte de este pedido. Pintura del color de la cámara de máquinas y rotulación grabada en castellano e inglés."
    chapters = (("A", "Servicio contraincendios", (0, 1)), ("B", "Tubería de agua salada", (2, 3)), ("C", "Achique y control de sentinas", (4, 5, 6)), ("D", "Servicios", (7,)))
    notes = {1: "Nota: las bombas se entregan con motor y bancada común, alineadas en fábrica.", 3: "Nota: certificados 3.2 para todo el material del capítulo B. Longitudes comerciales de 6 m.", 6: "Nota: bobinas sin empalmes."}

    def line(n: int) -> str:
        i = order.items[n]
        more = f'<div style="font-size:9.5pt;line-height:1.45;margin-top:1mm">{spec}</div>' if n == 4 else ""
        return f"<tr><td>{n + 1}<td><b>{i.description}</b>{more}<td class=r>{DE(i.qty, 0)}<td>{i.uom}<td class=r>{DE(i.price)}<td class=r>{DE(i.amount)}" + (f"<tr><td><td colspan=5><i>{notes[n]}</i>" if n in notes else "")
    goods = "".join(f'<tr><td colspan=6 style="border-bottom:1px solid #035;color:#035;padding-top:4mm"><b>CAPÍTULO {letter}. {name.upper()}</b>{"".join(map(line, held))}<tr><td colspan=5 class=r>Subtotal capítulo {letter}<td class=r style="border-top:1px solid #000">{DE(sum(order.items[n].amount for n in held))}' for letter, name, held in chapters)
    html = f"""<style>body{{font-size:10.5pt}} .q{{border-spacing:0}} .q thead th{{background:#035;color:#fff}} .q td{{padding:2.9mm 1.5mm}}</style><div class=two><div><b style="font-size:16pt;color:#035">ASTILLEROS CABO ORTIGAL, S.A.</b><br>Dique Norte, s/n – 15360 Cariñal (A Coruña)<br>CIF / NIF-IVA: ESA36218477</div><div class=r><b style="font-size:13pt">PEDIDO DE COMPRA</b></div></div>
<div style="display:grid;grid-template-columns:1fr 1fr;gap:0 8mm;margin:5mm 0;border:1px solid #035;padding:3mm"><div>Pedido n.º: <b>{order.po}</b></div><div>Proveedor: Navalfluid Ingeniería, S.L.</div><div>Fecha: 19/01/2026</div><div>C/ Ribera de Axpe, 30 – 48950 Erandio</div><div>Construcción: 733 (remolcador de altura)</div><div>Código de proveedor: 4300871</div><div>Su oferta: OF-2025/911 de 18/12/2025</div><div>Contacto: Sr. Goikoetxea</div><div>Fecha de entrega requerida: <b>30/06/2026</b></div><div>Entrega: almacén 3, DAP Cariñal, de 7 a 14 h</div></div>
<p>Muy señores nuestros: les confirmamos el pedido de los equipos siguientes con destino a la construcción de referencia. Rogamos nos devuelvan copia firmada en el plazo de cinco días; pasado ese plazo sin reparos se entenderá aceptado en todos sus términos. Rigen las condiciones generales de compra del astillero, edición 2025, que ya obran en su poder.</p><p>Forma de pago: 20 % a la aceptación contra aval, 70 % a 60 días de la entrega, 10 % tras las pruebas de mar. El aval tendrá validez hasta el 31/12/2026.</p><table class="w q"><thead><tr><th>Part.<th>Descripción<th class=r>Cant.<th>Ud<th class=r>Precio €<th class=r>Importe €</thead><tbody>{goods}</tbody></table>
<table class="sums b"><tr><td>Total capítulos A a D<td class=r>{DE(order.net)} €<tr><td>IVA 21 %<td class=r>{DE(order.tax)} €<tr><td><b>IMPORTE TOTAL DEL PEDIDO</b><td class=r><b>{DE(order.total)} €</b></table><p>Por Astilleros Cabo Ortigal: Nerea Souto, Dirección de Compras</p>"""
    return html, order.truth()


def taller_mexicano_en_html_de_mano() -> tuple[str, Truth]:
    """Taller de autobuses en México: HTML a mano con tablas anidadas y font, números de serie, signo de pesos en cada importe, IVA 16 %."""
    order = Order("OC-3391", "2026-05-25", "MXN", (
        Item("2", "14850.00", "Compresor de aire remanufacturado 636 cc", "PZA", sku="CA-636R"), Item("6", "1275.50", "Balata delantera 4515, juego", "JGO", sku="BL-4515D"), Item("24", "186.90", "Filtro de diésel separador", "PZA", sku="FD-1021"), Item("8", "742.00", "Aceite 15W40 CK-4, cubeta 19 L", "CUB", sku="AC-1540-19")), name="Autotransportes Valle de Anáhuac S.A. de C.V.", need="2026-05-29", vat_rate="16")
    units = ("Unidad 118, serie motor 46911-77420", "Unidades 104, 109 y 118", "Almacén", "Almacén")
    goods = "".join(row((i.sku, f"{i.description}<br><font size=1 color=gray>Para: {u}</font>", i.qty, i.uom, "$" + US(i.price), "$" + US(i.amount)), ("", "", "c", "c", "r", "r")) for i, u in zip(order.items, units, strict=True))
    html = f"""<center><table border=0 width=100%><tr><td bgcolor=#006341><font color=white size=5><b>Autotransportes Valle de An&aacute;huac S.A. de C.V.</b></font><br><font color=white size=2>Taller central &ndash; Av. Hidalgo 1450, Col. San Bartolo, 54030 Tlalnepantla, Edo. de M&eacute;x.</font></table>
<h2>ORDEN DE COMPRA</h2></center><table border=1 width=100%><tr><td width=50%><table border=0><tr><td>Orden No.:<td><b><font color=red size=4>{order.po}</font></b><tr><td>Fecha:<td>25/05/2026<tr><td>Solicita:<td>Ing. Rub&eacute;n Tlatelpa<tr><td>Moneda:<td>MXN (pesos mexicanos)</table><td><table border=0><tr><td>Proveedor:<td>Refaccionaria Diesel del Baj&iacute;o S. de R.L.<tr><td>&nbsp;<td>Blvd. Aeropuerto 902, 37545 Le&oacute;n, Gto.<tr><td>Cliente No.:<td>CL-20814<tr><td>Cotizaci&oacute;n:<td>COT 7719 del 21/05/2026</table></table>
<p>Entregar en el taller central a m&aacute;s tardar el <b>29/05/2026</b>, de 9:00 a 17:00 h, con copia de esta orden.</p><table border=1 width=100% style="border-collapse:collapse"><tr bgcolor=#dddddd><th>Su clave<th>Descripci&oacute;n<th>Cant.<th>Unidad<th>P. unitario<th>Importe</tr>{goods}</table>
<table align=right border=0><tr><td>Subtotal<td class=r>${US(order.net)}<tr><td>IVA 16%<td class=r>${US(order.tax)}<tr><td><b>Total M.N.</b><td class=r><b>${US(order.total)}</b></table><br clear=all><p><font size=2>El compresor se recibe a cambio de casco, sin cargo. Cr&eacute;dito a 15 d&iacute;as, factura a nombre de la raz&oacute;n social de arriba a facturas@valleanahuac.example. Vigencia de precios: 30/06/2026.</font></p><hr><center><font size=2>Autoriza: C.P. Marisela Ordaz &nbsp;&nbsp;&nbsp; Recibe: ____________________</font></center>"""
    return html, order.truth()


def constructora_chilena_pesos_sin_decimales() -> tuple[str, Truth]:
    """Constructora chilena: pesos con punto de miles y sin decimales, centro de costo como número de obra, neto e IVA 19 %."""
    order = Order("7214", "2026-08-10", "CLP", (
        Item("240", "4850", "Cemento especial, saco 25 kg", "saco", item="MAT-0012"), Item("35", "86500", "Hormigón G25, cono 8", "m3", item="MAT-0140"), Item("1200", "1045", "Fierro estriado A630 10 mm", "kg", item="MAT-0077"), Item("60", "11990", "Plancha OSB 11,1 mm 1,22 x 2,44", "un", item="MAT-0310"), Item("3", "45000", "Flete a obra", "viaje", item="SER-0004")), name="Constructora Aguas del Maipo SpA", need="2026-08-20", vat_rate="19")
    goods = "".join(f"<tr><td>{n}<td>{i.item}<td>{i.description}<td>{i.uom}<td class=r>{DE(i.qty, 0)}<td class=r>{DE(i.price, 0)}<td class=r>{DE(i.amount, 0)}" for n, i in enumerate(order.items, 1))
    html = f"""<style>body{{font:9.5pt 'Liberation Mono',monospace}} .m th{{border-top:1px dashed;border-bottom:1px dashed}}</style><table class=w><tr><td><b>CONSTRUCTORA AGUAS DEL MAIPO SpA</b><br>Av. Concha y Toro 3380, Of. 602<br>Puente Alto, Santiago<td class=r><span style="border:2px solid #000;padding:2mm 5mm;display:inline-block;text-align:center"><b>ORDEN DE COMPRA<br>N° 7214</b></span></table>
<p>Señores<br><b>Comercial Andes Materiales Ltda.</b><br>Camino Lonquén 8800, Maipú<br>At.: Sra. Paola Riquelme</p>{pairs(("Fecha", "10-08-2026"), ("Obra / C. costo", "2026-031 Edificio Los Quillayes"), ("Fecha de entrega", "20-08-2026"), ("Lugar de entrega", "Los Quillayes 455, La Florida, lunes a viernes 8:00 a 12:30"), ("Cond. de pago", "30 días fecha factura"), ("Cotización", "N° 55190 del 06-08-2026"), ("Moneda", "Pesos chilenos (CLP)"))}<br>
<table class="w m"><tr><th>It<th>Código<th>Detalle<th>Unid<th class=r>Cantidad<th class=r>Precio unit. $<th class=r>Total $</tr>{goods}</table><hr style="border:0;border-top:1px dashed">
{sums(("Neto", "$ " + DE(order.net, 0)), ("IVA 19%", "$ " + DE(order.tax, 0)), ("<b>Total</b>", f"<b>$ {DE(order.total, 0)}</b>"))}
<p>Factura solo con guía de despacho firmada y timbrada en obra. El hormigón se programa con 24 horas de anticipación con el jefe de obra, Sr. Cristóbal Inostroza.</p><p style="margin-top:16mm">_______________________<br>Depto. de Adquisiciones</p>"""
    return html, order.truth()


PAPERS = (*map(Printed, (
    dentallabor_brief_nach_telefonat,
    landkreis_auftrag_je_schule,
    stahlbau_kilogramm_zum_tonnenpreis,
    alpenhotel_bestellschein_nach_warengruppen,
    schweizer_druckauftrag_je_tausend,
    mairie_bon_de_commande_ht_et_ttc,
    repartiteur_pharmacie_vingt_huit_lignes,
    manufacture_horlogere_en_paysage,
    agence_evenementielle_a_l_heure,
    importateur_textile_tailles_par_coloris,
    ayuntamiento_hoja_de_pedido,
    astillero_por_capitulos_y_salto_de_pagina,
    taller_mexicano_en_html_de_mano,
    constructora_chilena_pesos_sin_decimales,
)), Printed(chemie_bestellung_zum_rahmenvertrag_mit_cas, may_doubt=True), Printed(papeterie_belge_pieces_avec_numeros_de_serie, may_doubt=True))
