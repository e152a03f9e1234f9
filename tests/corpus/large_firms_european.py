"""The same in German, French and Spanish."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import CH, COMMA, DE, FR, FR_HARD, Item, Order
from tests.corpus.large_firms_english import box, foot, small
from tests.corpus.web import Printed, Truth, pairs, row, sums, table


def rottmann_werkzeugmaschinen_medruck() -> tuple[str, Truth]:
    """German machine builder, SAP MEDRUCK in fixed pitch: two-row items, price per 100 or 1, text line between, common delivery date."""
    order = Order("4500193887", "2026-02-24", "EUR", (
        Item("600", "34.80", "Zylinderschraube ISO 4762 M8x30 8.8", "ST", buyer_item="R-2210844", sku="4762-0830", per="100", line=10),
        Item("12", "87.45", "Linearführung Wagen Gr. 25", "ST", buyer_item="R-4418120", sku="LFW-25-N", per="1", line=20),
        Item("1500", "7.90", "Scheibe ISO 7089 8 200HV", "ST", buyer_item="R-2210310", sku="7089-08", per="100", line=30)),
        name="Rottmann Werkzeugmaschinen GmbH & Co. KG", vat="DE271814781", need="2026-03-20")
    lines = "".join(f"{o.line:05}  {o.buyer_item:<14}{o.description}\n       Ihre Materialnummer {o.sku}\n       {DE(o.qty, 0):>10} {o.uom:<4}{'':10}{DE(o.price):>10} {'EUR'} / {o.per:>4} {o.uom} {DE(o.amount):>18}\n" + ("       Oberfläche verzinkt, Prüfzeugnis 2.2 liegt der Sendung bei\n" if o.line == 10 else "") + "\n" for o in order.items)
    html = f"""<div class="two"><div style="width:88mm"><div style="font-size:6.5pt;border-bottom:1px solid">Rottmann Werkzeugmaschinen GmbH &amp; Co. KG, Postfach 1240, 73240 Wendlingen</div><br>Firma<br>Keller Industriebedarf GmbH<br>Siemensstr. 14<br>70825 Korntal-Münchingen</div><div><b style="font-size:20pt">ROTTMANN</b><p><b>Bestellung</b></p>Bestellnummer / Datum<br>{order.po} / 24.02.2026<br>Ansprechpartner/Telefon<br>Frau Öztürk / 07024 555-318<br>Ihre Lieferantennummer bei uns<br>701148</div></div>
<p>Bitte liefern Sie an:<br>Rottmann Werkzeugmaschinen, Werk 2, Tor 5, Daimlerstr. 30, 73230 Kirchheim</p><p>Liefertermin: Tag 20.03.2026</p><p>Lieferbedingung: DAP Kirchheim (Incoterms 2020)<br>Zahlungsbedingung: 14 Tage 2% Skonto, 30 Tage netto<br>Bezug: Ihr Angebot 26-1177 vom 11.02.2026</p>
<pre style="font:8.5pt 'Liberation Mono'">Pos.   Material      Bezeichnung
       Bestellmenge  Einheit        Preis pro Einheit              Nettowert
----------------------------------------------------------------------------
{lines}----------------------------------------------------------------------------
       Gesamtnettowert ohne Mwst EUR {DE(order.total):>37}</pre>
{foot("<div>Sitz Wendlingen, Registergericht Stuttgart HRA 210447<br>Geschäftsführer: Dr. Axel Rottmann</div><div>Kreissparkasse Esslingen<br>IBAN DE02 1203 0000 0000 2020 51</div><div>USt-IdNr. DE271814781</div>")}"""
    return html, order.truth()


def nordalkyd_srm_bestellung() -> tuple[str, Truth]:
    """German chemical plant, SRM web form: pairs of labels at the top, cost centre per line, kilograms with three places, VAT 19%."""
    order = Order("8000047715", "2026-05-18", "EUR", (
        Item("125", "4.36", "Bindemittel Typ III R, Granulat", "KG", item="60011872", line=1),
        Item("37.5", "18.90", "Korrosionsschutzfett hochtemperaturfest", "KG", item="60013340", line=2),
        Item("20", "62.15", "Auffangwanne PE 60 Liter", "STK", item="60020918", line=3),
        Item("6", "139.00", "Notfallset Chemie, rollbar", "STK", item="60020931", line=4)),
        name="Nordalkyd Chemie AG", vat="DE279648447", need="2026-06-02", vat_rate="19")
    html = f"""<table class="w"><tr><td><b style="font-size:15pt;color:#a00">Nordalkyd Chemie AG</b><br>Elbdeich 40, 25541 Brunsbüttel</td><td class="r"><h2>Bestellung</h2></td></tr></table>
<div class="two">{pairs(("Bestellnummer", order.po), ("Bestelldatum", "18.05.2026"), ("Währung", "EUR"), ("Wunschliefertermin", "02.06.2026"), ("Einkäufer", "Hauke Petersen"), ("Kontrakt", "4600003318"), ("Bedarfsanforderung", "10077142 vom 13.05.2026"))}{pairs(("Lieferant", "Hansa Technikhandel GmbH<br>Billstraße 200<br>20539 Hamburg"), ("Lieferantennr.", "118820"), ("Lieferadresse", "Nordalkyd Chemie AG<br>Lager Süd, Halle 12<br>Fährstraße 3<br>25541 Brunsbüttel"), ("Rechnung an", "rechnung@nordalkyd.example"))}</div><br>
{table("Pos|Produkt-ID|Bezeichnung|Kostenstelle|>Menge|ME|>Preis|>Betrag", [(o.line, o.item, o.description, "71" + str(400 + o.line * 7), DE(o.qty, 3), o.uom, DE(o.price), DE(o.amount)) for o in order.items], "b")}
{sums(("Nettobetrag", DE(order.net)), ("zzgl. 19 % USt.", DE(order.tax)), ("<b>Bruttobetrag EUR</b>", "<b>" + DE(order.total) + "</b>"))}
<p>Sicherheitsdatenblätter sind mit der Auftragsbestätigung zu senden. Anlieferung nur Mo-Do 7-15 Uhr.</p>{foot("<div>Vorsitzender des Aufsichtsrats: Prof. Jens Maack</div><div>Amtsgericht Pinneberg HRB 9917</div><div>USt-ID DE 279648447</div>")}"""
    return html, order.truth()


def druckhaus_weidlich_eigenbau() -> tuple[str, Truth]:
    """German printing house, own program: letterhead centred, discount in its own column, freight share, sums in words of the house."""
    order = Order("E26-03318", "2026-03-30", "EUR", (
        Item("40", "23.40", "Gummituch-Waschmittel 10 l Kanister", "Kan.", sku="WM-10", discount="15"),
        Item("12", "58.00", "Feuchtmittelzusatz alkoholfrei 20 l", "Kan.", sku="FZ-20AF", discount="15"),
        Item("200", "1.95", "Putztuch fusselfrei, Rolle", "Rolle", sku="PT-FF", discount="8"),
        Item("5", "44.60", "Palettenstretchfolie 23 my schwarz", "Karton", sku="SF-23S", discount="8")),
        name="Druckhaus Weidlich GmbH", vat="DE263885345", need="2026-04-08", charges="29.50", vat_rate="19")
    html = f"""<div class="c" style="letter-spacing:1px"><b style="font:bold 18pt Georgia">Druckhaus Weidlich GmbH</b><br>Offset &bull; Digital &bull; Weiterverarbeitung<br>Am Mühlgraben 8 &bull; 04838 Eilenburg &bull; Telefon 03423 5550</div><hr>
<div class="two"><div>An<br>Sachsen-Fachhandel KG<br>Torgauer Straße 231<br>04347 Leipzig<br>per E-Mail: auftrag@sachsenfach.example</div><div class="r">Eilenburg, 30.03.2026<br>Zeichen: ma/kw<br>Ihr Angebot: 2026-4402 vom 24.03.2026</div></div>
<h2>Einkaufsbestellung Nr. {order.po}</h2><p>Sehr geehrte Damen und Herren,<br>wir bestellen zur Lieferung am <b>08.04.2026</b> frei Lager, Rampe 2:</p>
{table("Nr.|Ihre Art.-Nr.|Artikelbezeichnung|>Anzahl|Einh.|>E-Preis|>Rabatt %|>Gesamt EUR", [(i, o.sku, o.description, DE(o.qty, 0), o.uom, DE(o.price), DE(o.discount, 1), DE(o.amount)) for i, o in enumerate(order.items, 1)])}
<hr>{sums(("Warenwert", DE(order.goods)), ("Frachtpauschale", DE(order.charges)), ("Zwischensumme", DE(order.net)), ("MwSt. 19 %", DE(order.tax)), ("<b>Gesamtsumme EUR</b>", "<b>" + DE(order.total) + "</b>"))}
<p>Zahlung: 10 Tage 3 % Skonto. Bitte bestätigen Sie uns den Auftrag bis 01.04.2026.</p><p>Mit freundlichen Grüßen<br>M. Albrecht, Materialwirtschaft</p>{foot("<div>Sparkasse Leipzig</div><div>AG Leipzig HRB 14402</div><div>USt-IdNr.: DE263885345</div><div>GF: Katrin Weidlich</div>")}"""
    return html, order.truth()


def alpenland_bahn_abruf() -> tuple[str, Truth]:
    """Austrian railway, own layout: release against a framework contract, order number with a slash, VAT 20% as USt, UID at the head."""
    order = Order("2026/118-4471", "2026-01-28", "EUR", (
        Item("30", "78.90", "Warnschutzjacke Kl. 3 orange Gr. L", "Stk", item="BK-70112", line=1),
        Item("30", "54.20", "Warnschutzhose Kl. 2 orange Gr. L", "Stk", item="BK-70128", line=2),
        Item("150", "3.48", "Schutzhandschuh Leder Gr. 10", "Paar", item="BK-70340", line=3)),
        name="Alpenland Bahn Infrastruktur AG", vat="ATU67218110", country="AT", need="2026-02-20", vat_rate="20")
    html = f"""<div style="background:#b00;color:#fff;padding:2mm 4mm;font:bold 16pt Arial">ALB <span style="font-size:9pt">Infrastruktur</span></div>
<table class="w" style="margin-top:2mm;font-size:7.5pt"><tr><td>Alpenland Bahn Infrastruktur AG</td><td>Südbahnplatz 4, 8020 Graz, Österreich</td><td>FN 288114 k, LG Graz</td><td>UID: ATU67218110</td></tr></table>
<div class="two" style="margin-top:6mm"><div>Steirische Arbeitsschutz Handels GmbH<br>Herrn Lukas Hainzl<br>Puchstraße 85<br>8020 Graz</div><table><tr><td>Bestellung Nr.</td><td><b>{order.po}</b></td></tr><tr><td>vom</td><td>28.01.2026</td></tr><tr><td>Rahmenvertrag</td><td>RV-2024-0817 (gültig bis 31.12.2026)</td></tr><tr><td>Sachbearbeiterin</td><td>Ing. Eva Pichler, DW 2214</td></tr><tr><td>Liefertermin</td><td><b>20.02.2026</b></td></tr></table></div>
<h3>Abruf aus Rahmenvertrag</h3>
{table("Pos.|Mat.-Nr.|Bezeichnung|>Menge|EH|>Einzelpreis €|>Gesamtpreis €", [(o.line, o.item, o.description + small("PSA-Kategorie II, Logo ALB am Rücken" if o.line == 1 else "laut Muster vom 12.11.2025"), o.qty, o.uom, DE(o.price), DE(o.amount)) for o in order.items], "b")}
{sums(("Summe netto", "€ " + DE(order.net)), ("20 % USt", "€ " + DE(order.tax)), ("<b>Summe brutto</b>", "<b>€ " + DE(order.total) + "</b>"))}
<p><b>Lieferort:</b> Zentrallager Bruck an der Mur, Bahnhofstraße 11, 8600 Bruck an der Mur<br><b>Rechnungsadresse:</b> ALB Kreditorenbuchhaltung, Postfach 60, 8021 Graz<br><b>Kostenstelle:</b> 4410-227 &nbsp; <b>Lieferbedingung:</b> DDP</p>"""
    return html, order.truth()


def institut_rheinquelle_chf() -> tuple[str, Truth]:
    """Swiss research institute: apostrophe thousands, MWST 8.1%, manufacturer's data in a second row, no VAT id printed."""
    order = Order("B-260417", "2026-04-17", "CHF", (
        Item("2", "1480.00", "Laborwaage 3200 g / 0.01 g", "Stk.", sku="LW-3200"),
        Item("10", "64.50", "Pipettenspitzen 1000 µl, Rack à 960", "Pack", sku="PS-1000-960"),
        Item("4", "212.75", "Magnetrührer beheizbar", "Stk.", sku="MR-H1")),
        name="Stiftung Institut Rheinquelle", need="2026-05-08", vat_rate="8.1")
    html = f"""<div class="r"><b style="font-size:12pt">institut rheinquelle</b><br>Zentraler Einkauf</div>
<div style="margin:8mm 0 8mm 95mm">Labotrade Schweiz AG<br>Industriestrasse 21<br>8304 Wallisellen</div><p>Chur, 17. April 2026</p><h2>Bestellung {order.po}</h2>
<table><tr><td>Lieferdatum</td><td>8. Mai 2026</td></tr><tr><td>Offerte</td><td>OF-88120 vom 9. April 2026</td></tr><tr><td>Projekt</td><td>SNF 10.442 Alpine Böden</td></tr><tr><td>Besteller</td><td>Dr. Flurina Caduff, Labor 3.12</td></tr></table><br>
{table("Pos.|Ihre Artikelnr.|Bezeichnung|>Menge|Einheit|>Preis CHF|>Betrag CHF", [(i, o.sku, o.description, o.qty, o.uom, CH(o.price), CH(o.amount)) for i, o in enumerate(order.items, 1)])}
<table class="w" style="border-top:1px solid #000"><tr><td class="r">Total exkl. MWST</td><td class="r" style="width:28mm">{CH(order.net)}</td></tr><tr><td class="r">MWST 8.1%</td><td class="r">{CH(order.tax)}</td></tr><tr><td class="r"><b>Total CHF inkl. MWST</b></td><td class="r"><b>{CH(order.total)}</b></td></tr></table>
<div class="two"><div><b>Lieferadresse</b><br>Institut Rheinquelle, Warenannahme<br>Ringstrasse 34<br>7000 Chur</div><div><b>Rechnungsadresse</b><br>Stiftung Institut Rheinquelle<br>Finanzen<br>Postfach 118<br>7001 Chur</div></div><p style="font-size:7pt">Zahlbar 30 Tage netto. Es gelten die Allgemeinen Einkaufsbedingungen, Ausgabe Januar 2024.</p>"""
    return html, order.truth()


def filialwelt_lobert_ifs() -> tuple[str, Truth]:
    """German retail chain, IFS: each line has its own date, supplier's number under ours, totals in a strip, net only."""
    items = (
        Item("144", "3.29", "Kassenrolle Thermo 80x80x12 BPA-frei", "STK", buyer_item="507118", sku="TR-8080"),
        Item("1200", "0.185", "Papiertragetasche 32x17x44 braun", "STK", buyer_item="507422", sku="PTT-32B"),
        Item("36", "12.40", "Preisschildhalter magnetisch 10er", "PAK", buyer_item="509004", sku="PSH-M10"),
        Item("24", "28.75", "Einkaufskorb 22 l anthrazit", "STK", buyer_item="509871", sku="EK-22A"),
        Item("8", "96.00", "Kundenstopper A1 wetterfest", "STK", buyer_item="510020", sku="KS-A1W"))
    order = Order("LO2604-77120", "2026-04-13", "EUR", items, name="Lobert Filialwelt SE & Co. KG", vat="DE271960100")
    dates = ("27.04.2026", "27.04.2026", "04.05.2026", "04.05.2026", "18.05.2026")
    html = f"""<table class="w"><tr><td style="font:bold 26pt Arial;color:#d70">Lobert</td><td class="c"><b>BESTELLUNG</b><br>Original</td><td class="r">Seite 1/1</td></tr></table>
<table class="w b"><tr><td>Bestell-Nr.<br><b>{order.po}</b></td><td>Datum<br><b>13.04.2026</b></td><td>Lieferanten-Nr.<br>K40881</td><td>Disponent<br>S. Wörner</td><td>Währung<br>EUR</td><td>Lieferbed.<br>frei Haus</td><td>Zahlung<br>30 T. netto</td></tr></table>
<div class="two" style="margin:4mm 0"><div><u>Lieferant</u><br>Ladenbedarf Franken GmbH<br>Äußere Bayreuther Str. 77<br>90491 Nürnberg</div><div><u>Lieferanschrift</u><br>Lobert Logistikzentrum Ost<br>Am Güterbahnhof 1<br>06184 Kabelsketal</div><div><u>Rechnungsanschrift</u><br>Lobert Filialwelt SE &amp; Co. KG<br>Kreditoren<br>Hauptstraße 120<br>96047 Bamberg</div></div>
{table("Pos|Artikel-Nr.<br>Lief.-Art.-Nr.|Bezeichnung|Liefertermin|>Menge|ME|>Preis/ME|>Nettobetrag", [(i, o.buyer_item + "<br>" + o.sku, o.description, dates[i - 1], DE(o.qty, 0), o.uom, DE(o.price, 3), DE(o.amount)) for i, o in enumerate(items, 1)], "b")}
<table class="w" style="background:#fe9;margin-top:2mm"><tr><td>Anzahl Positionen: 5</td><td>Alle Preise ohne USt.</td><td class="r">Bestellwert netto EUR <b>{DE(order.total)}</b></td></tr></table>
{foot("<div>Lobert Filialwelt SE &amp; Co. KG, Sitz Bamberg, HRA 11874</div><div>USt-IdNr. DE271960100</div><div>GLN 4012345000009</div>")}"""
    return html, order.truth(need_date=...)


def biscuiterie_kervadec_sage() -> tuple[str, Truth]:
    """French food producer, Sage: references and designations, discount column, port, TVA 20 %, legal data in the foot."""
    order = Order("CF2603-00418", "2026-03-12", "EUR", (
        Item("50", "11.90", "Charlotte non tissée blanche, boîte de 100", "BTE", sku="CHA-100B", discount="10"),
        Item("80", "6.45", "Gants vinyle non poudrés T8, boîte de 100", "BTE", sku="GVN-8", discount="10"),
        Item("12", "74.30", "Détergent désinfectant alimentaire 20 L", "BID", sku="DDA-20", discount="5")),
        name="Biscuiterie Kervadec SAS", vat="FR96402789036", need="2026-03-24", charges="25.00", vat_rate="20")
    html = f"""<div class="two"><div><b style="font:bold 17pt Georgia;color:#853">Kervadec</b><br>Biscuiterie Kervadec SAS<br>ZA de Kerdroual<br>56270 Ploemeur<br>Tél. 02 97 55 01 80</div><div style="border:1px solid #000;padding:3mm;width:80mm">OUEST HYGIENE DISTRIBUTION<br>Service commandes<br>12 rue de la Fontaine au Beurre<br>35000 RENNES</div></div>
<h2>BON DE COMMANDE</h2><table class="b"><tr><th>Numéro</th><th>Date</th><th>Code fournisseur</th><th>Livraison souhaitée le</th><th>Acheteur</th></tr><tr><td>{order.po}</td><td>12/03/2026</td><td>FOHD01</td><td>24/03/2026</td><td>Maëlle Le Bihan</td></tr></table>
<p>Votre devis n° D26-1187 du 05/03/2026 &mdash; Franco à partir de 2 000 € HT</p>
{table("Votre référence|Désignation|>Qté|Unité|>P.U. HT|>Rem. %|>Montant HT", [(o.sku, o.description, o.qty, o.uom, COMMA(o.price), COMMA(o.discount), FR(o.amount)) for o in order.items], "b")}
{sums(("Total HT marchandises", FR(order.goods)), ("Frais de port", FR(order.charges)), ("Total HT", FR(order.net)), ("TVA 20 %", FR(order.tax)), ("<b>Total TTC</b>", "<b>" + FR(order.total) + " €</b>"))}
<p><b>Adresse de livraison :</b> Kervadec - Atelier 2, quai réception, rue des Embruns, 56100 Lorient (7h-12h)<br><b>Règlement :</b> virement 45 jours fin de mois</p>{foot("<div>SAS au capital de 850 000 € - RCS Lorient 402 789 036</div><div>TVA intracommunautaire FR96402789036</div><div>Crédit Maritime de Bretagne</div>")}"""
    return html, order.truth()


def rail_loire_commande_achat() -> tuple[str, Truth]:
    """French railway, SAP form: item rows of three lines, price per 100, dates with points, net total only."""
    order = Order("4700558120", "2026-06-03", "EUR", (
        Item("3000", "42.60", "COLLIER INOX 4,6X200", "PCE", buyer_item="000781145", per="100", line=10),
        Item("40", "2875.00", "PRESSE-ETOUPE LAITON M20", "PCE", buyer_item="000780092", per="1000", line=20),
        Item("600", "118.00", "COSSE TUBULAIRE CUIVRE 16MM2 M8", "PCE", buyer_item="000784410", per="100", line=30)),
        name="Rail Loire Maintenance SA", vat="FR07469401202", need="2026-06-26")
    lines = "".join(row([f"{o.line:05}", f"<b>{o.description}</b><br>Notre article : {o.buyer_item}<br>Imputation : OT 88{o.line}14", FR_HARD(o.qty, 0), o.uom, FR_HARD(o.price), o.per, FR_HARD(o.amount)], ("", "", "r", "", "r", "r", "r")) for o in order.items)
    html = f"""<div class="two"><div><span style="font:bold 20pt Arial">RL<span style="color:#09c">M</span></span><br>Direction des achats</div><div style="width:85mm"><b>Commande d'achat</b><hr>N° de commande / Date<br><b>{order.po} / 03.06.2026</b><br>Interlocuteur / Téléphone<br>M. Benoît Carpentier / 02 41 55 07 72<br>Votre n° fournisseur : 105523</div></div>
<div style="margin:6mm 0 6mm 95mm">Électro Val de Loire SARL<br>5 avenue du Bocage<br>49100 ANGERS</div>
<p>Lieu de livraison : Technicentre de Saint-Pierre, magasin 04, 37700 Saint-Pierre-des-Corps<br>Date de livraison : <b>26.06.2026</b><br>Incoterm : DAP Saint-Pierre-des-Corps<br>Contrat-cadre : 4600011872 du 15.01.2025<br>Conditions de paiement : 30 jours fin de mois</p>
<table class="w" style="border-bottom:1px solid"><tr style="border-top:1px solid;border-bottom:1px solid"><th>Poste</th><th>Désignation</th><th class="r">Quantité</th><th>Unité</th><th class="r">Prix unitaire</th><th class="r">Par</th><th class="r">Montant net EUR</th></tr>{lines}</table><p class="r"><b>Valeur nette totale hors TVA EUR &nbsp; {FR_HARD(order.total)}</b></p>
<p>Facture à adresser à : Rail Loire Maintenance SA, Comptabilité fournisseurs, BP 40112, 49001 ANGERS CEDEX 01</p>{foot("<div>Rail Loire Maintenance SA au capital de 12 000 000 €</div><div>RCS Angers 469 401 202</div><div>N° TVA FR07 469401202</div>")}
<div style="page-break-before:always"><h3>Conditions générales d'achat</h3><p>Article 1 - Objet. Les présentes conditions s'appliquent à toute commande. Article 2 - Retard. Une pénalité de 1 % par semaine est appliquée. Article 3 - Garantie de 24 mois. Article 4 - Litiges : tribunal de commerce d'Angers.</p></div>"""
    return html, order.truth()


def hotels_belrive_centrale() -> tuple[str, Truth]:
    """French hotel chain, own purchasing portal: the hotel delivered to and the company invoiced differ, dates in words, euro signs."""
    order = Order("HB-75-26-0912", "2026-02-18", "EUR", (
        Item("120", "8.90", "Drap de bain 70 x 140 cm blanc 500 g", "pièce", item="LIN-0140"),
        Item("120", "4.35", "Serviette de toilette 50 x 100 cm blanc 500 g", "pièce", item="LIN-0100"),
        Item("60", "14.20", "Peignoir nid d'abeille taille unique", "pièce", item="LIN-0310"),
        Item("15", "39.00", "Savon solide 20 g, carton de 250", "carton", item="ACC-0020")),
        name="Société Hôtelière Belrive", vat="FR54476566252", need="2026-03-06", vat_rate="20")
    html = f"""<div class="c"><span style="font:22pt Georgia;letter-spacing:6px">BELRIVE</span><br><span style="letter-spacing:3px;font-size:7pt">HOTELS &amp; RESIDENCES</span></div>
<div class="two" style="margin-top:5mm"><div><b>Commande n° {order.po}</b><br>du 18 février 2026<br>Livraison demandée : 6 mars 2026<br>Passée par : Inès Montagnier, gouvernante générale</div><div><b>Fournisseur</b><br>Textiles du Léman<br>22 chemin des Vergers<br>74200 Thonon-les-Bains</div></div>
<div class="two" style="margin:4mm 0">{box("Livrer à", "Hôtel Belrive Annecy<br>3 quai de la Tournette<br>74000 Annecy<br>Accès livraison : rue du Port", "85mm")}{box("Facturer à", "Société Hôtelière Belrive<br>48 rue de Courcelles<br>75008 Paris<br>TVA FR 54 476566252", "85mm")}</div>
{table("Code|Article|>Quantité|Conditionnement|>Prix unitaire HT|>Total HT", [(o.item, o.description, o.qty, o.uom, COMMA(o.price) + " €", FR(o.amount) + " €") for o in order.items])}
<table class="w b" style="margin-top:4mm"><tr><td class="c">Total HT<br>{FR(order.net)} €</td><td class="c">TVA 20 %<br>{FR(order.tax)} €</td><td class="c"><b>Total TTC<br>{FR(order.total)} €</b></td></tr></table><p>Centre de coût 612 - Linge. Merci de rappeler le numéro de commande sur le bon de livraison et la facture.</p>"""
    return html, order.truth()


def clinique_val_de_meuse_be() -> tuple[str, Truth]:
    """Belgian hospital group in French: enterprise number with BE as VAT id, TVA 21 %, market reference, totals left."""
    order = Order("2026-HVM-03177", "2026-05-27", "EUR", (
        Item("24", "31.60", "Papier ECG Z-fold 210 x 300 mm", "liasse", buyer_item="104-2281", sku="ECG-Z210"),
        Item("200", "2.15", "Bac haricot pulpe, paquet de 25", "paquet", buyer_item="104-0093", sku="BHP-25"),
        Item("18", "57.80", "Collecteur d'aiguilles 5 L, lot de 10", "lot", buyer_item="104-3340", sku="CA-5-10")),
        name="Hôpitaux du Val de Meuse ASBL", vat="BE0474355437", country="BE", need="2026-06-08", vat_rate="21")
    html = f"""<table class="w"><tr><td style="width:50%"><b style="font-size:13pt;color:#059">Hôpitaux du Val de Meuse ASBL</b><br>Service Achats et Logistique<br>Chaussée de Dinant 210<br>5000 Namur, Belgique<br>TVA BE 0474.355.437</td><td><h2>Bon de commande</h2>N° {order.po}<br>Date : 27-05-2026<br>Votre n° de client : 55018</td></tr></table>
<div style="margin:5mm 0 5mm 90mm">Fournisseur :<br>Medisud Benelux SRL<br>Rue de l'Industrie 18<br>1400 Nivelles</div>
<p>Marché public : 2025/MED/114 lot 3 &nbsp;|&nbsp; Demande d'achat : DA-66120 du 22-05-2026 &nbsp;|&nbsp; Contact : Nathalie Hubert, 081 55 04 17</p><p>À livrer pour le : <b>08-06-2026</b> &nbsp; Lieu : Pharmacie centrale, site Sainte-Barbe, rue Saint-Luc 8, 5100 Jambes</p>
{table("Ligne|Notre code|Votre référence|Description|>Quantité|Unité|>Prix unit.|>Montant", [(i, o.buyer_item, o.sku, o.description, o.qty, o.uom, COMMA(o.price), DE(o.amount)) for i, o in enumerate(order.items, 1)], "b")}
<table style="margin-top:3mm"><tr><td>Total HTVA</td><td class="r">{DE(order.net)} EUR</td></tr><tr><td>TVA 21 %</td><td class="r">{DE(order.tax)} EUR</td></tr><tr><td><b>Total TVAC</b></td><td class="r"><b>{DE(order.total)} EUR</b></td></tr></table><p style="font-size:7.5pt">Facture électronique via Peppol uniquement. Paiement à 60 jours. IBAN BE68 5390 0754 7034.</p>"""
    return html, order.truth()


def universite_montclar_sifac() -> tuple[str, Truth]:
    """French university, public SAP: engagement and service references, one line per two rows, VAT per order, signature block."""
    order = Order("4500326641", "2026-09-14", "EUR", (
        Item("6", "845.00", "Vidéoprojecteur laser 5000 lumens", "UN", sku="VPL-5000", line=10),
        Item("6", "129.90", "Support plafond universel blanc", "UN", sku="SPU-B", line=20)),
        name="Université de Montclar", vat="FR33456491513", need="2026-10-05", vat_rate="20")
    lines = "".join(row([o.line, o.description, o.qty, o.uom, COMMA(o.price), FR_HARD(o.amount)], ("", "", "r", "", "r", "r")) + f'<tr><td></td><td colspan="5" style="font-size:7.5pt">Réf. fournisseur : {o.sku}</td></tr>' for o in order.items)
    html = f"""<div class="two"><div><b style="font-size:14pt">Université de Montclar</b><br>UFR Sciences - Service financier<br>1 place du Palais<br>30000 Nîmes<br>SIRET 456 491 513 00014<br>N° TVA intracom. : FR33456491513</div><div style="text-align:right"><b>BON DE COMMANDE</b><br>N° <b>{order.po}</b><br>Émis le 14/09/2026<br>Page 1 / 1</div></div>
<div class="two" style="margin:6mm 0">{box("Titulaire", "Garrigue Audiovisuel<br>210 route d'Uzès<br>30900 Nîmes<br>Tél : 04 66 55 01 22", "85mm")}{box("Livraison", "Université de Montclar - Campus Carmes<br>Bâtiment B, accueil<br>Place Gabriel Péri<br>30000 Nîmes<br>Date de livraison : 05/10/2026", "85mm")}</div>
<p>Devis : GA-2026-0771 du 02/09/2026 &nbsp; Service exécutant : UFRSC &nbsp; Centre financier : 905F12 &nbsp; Affaire suivie par : Solène Darrieux</p>
<table class="w" style="border:1px solid #000"><tr style="border-bottom:1px solid"><th>Poste</th><th>Désignation</th><th class="r">Qté</th><th>Unité</th><th class="r">Prix unitaire HT</th><th class="r">Total HT</th></tr>{lines}</table>
{sums(("Montant HT", FR_HARD(order.net) + " EUR"), ("Montant TVA (20,00 %)", FR_HARD(order.tax) + " EUR"), ("<b>Montant TTC</b>", "<b>" + FR_HARD(order.total) + " EUR</b>"))}
<p>Paiement par virement administratif à 30 jours. Facture à déposer sur le portail public avec le numéro de commande.</p><p style="margin-left:110mm">Pour le président et par délégation,<br>la directrice de l'UFR<br><br>Claire Vasseur-Roche</p>"""
    return html, order.truth()


def obras_tajuna_pedido_sap() -> tuple[str, Truth]:
    """Spanish construction group, SAP form: works site as delivery address, NIF as tax id, price per unit with IVA 21 %."""
    order = Order("4501127093", "2026-03-23", "EUR", (
        Item("250", "5.20", "Guante de nitrilo reforzado talla 9", "PAR", item="1004471", line=10),
        Item("60", "38.75", "Bota de seguridad S3 talla 42", "PAR", item="1004820", line=20),
        Item("35", "17.90", "Casco de obra blanco con ruleta", "UN", item="1004112", line=30),
        Item("8", "164.00", "Arnés anticaídas dos puntos", "UN", item="1005533", line=40)),
        name="Obras y Proyectos Tajuña, S.A.", vat="ESA28562791", need="2026-04-07", vat_rate="21")
    html = f"""<div class="two"><div><b style="font-size:19pt;color:#363">TAJUÑA</b><br>Grupo constructor</div><div class="r">Obras y Proyectos Tajuña, S.A.<br>C/ Embajadores, 187 - 28045 Madrid<br>NIF-IVA: ESA28562791</div></div><h2 style="border-bottom:2px solid #363">PEDIDO DE COMPRA</h2>
<div class="two"><table><tr><td>N.º de pedido</td><td><b>{order.po}</b></td></tr><tr><td>Fecha de pedido</td><td>23.03.2026</td></tr><tr><td>Fecha de entrega</td><td>07.04.2026</td></tr><tr><td>Comprador</td><td>Rocío Valdivieso</td></tr><tr><td>Oferta</td><td>O-2260 de 16.03.2026</td></tr><tr><td>Forma de pago</td><td>Confirming 60 días</td></tr></table><div>Proveedor: 300418<br>Suministros Laborales Henares, S.L.<br>Avda. de la Industria, 44<br>28823 Coslada (Madrid)</div></div>
<p><b>Lugar de entrega:</b> Obra 2218 - Ampliación depuradora, Ctra. M-225 km 8, 28550 Tielmes (Madrid). Encargado: Julián Prieto, 600 555 142</p>
{table("Pos.|Material|Descripción|>Cantidad|UM|>Precio unit.|>Importe", [(f"{o.line:05}", o.item, o.description, DE(o.qty, 0), o.uom, DE(o.price), DE(o.amount)) for o in order.items], "b")}
{sums(("Base imponible", DE(order.net) + " EUR"), ("IVA 21 %", DE(order.tax) + " EUR"), ("<b>TOTAL PEDIDO</b>", "<b>" + DE(order.total) + " EUR</b>"))}
<p style="font-size:7.5pt">Las facturas se enviarán a facturas@tajuna.example indicando el número de pedido y de obra. No se admiten entregas parciales.</p>{foot("<div>Reg. Mercantil de Madrid, tomo 4.118, folio 77, hoja M-68120</div><div>Portes pagados</div>")}"""
    return html, order.truth()


def conservas_albufera_navision() -> tuple[str, Truth]:
    """Spanish food producer, Navision: supplier at the right without a label, discount column, transport charge, totals in a strip."""
    order = Order("PC26-01842", "2026-07-06", "EUR", (
        Item("90", "21.60", "Film estirable manual 500 mm 23 micras", "CAJA", sku="FE-500-23", discount="20"),
        Item("40", "33.45", "Cinta adhesiva PP marrón 48x132", "CAJA", sku="CA-48M", discount="15"),
        Item("2500", "0.42", "Cantonera cartón 45x45x1200", "UD", sku="CT-4512", discount="15")),
        name="Conservas Albufera, S.L.", vat="ESB46819454", country="ES", need="2026-07-15", charges="60.00", vat_rate="21")
    html = f"""<div class="two"><div><b style="font:bold 16pt Georgia;color:#c30">Conservas Albufera, S.L.</b><br>Pol. Ind. La Marjal, parcela 12<br>46470 Catarroja (Valencia)<br>España<br>CIF ESB46819454<br>Tel. 961 555 208</div><div style="padding-top:12mm">Envases y Embalajes Turia, S.A.<br>C/ del Azagador, 6<br>46960 Aldaia (Valencia)</div></div>
<h3>Pedido compra {order.po}</h3><table class="w"><tr><th>Fecha pedido</th><th>Fecha recepción esperada</th><th>Cód. comprador</th><th>Condiciones envío</th><th>Términos pago</th></tr><tr><td>06/07/2026</td><td>15/07/2026</td><td>AMPARO S.</td><td>DAP Catarroja</td><td>60 días f.f.</td></tr></table><hr>
{table("Su referencia|Descripción|>Cantidad|Ud. medida|>Coste unit. directo|>% Dto.|>Importe línea", [(o.sku, o.description, DE(o.qty, 0), o.uom, DE(o.price), o.discount, DE(o.amount)) for o in order.items])}<hr>
<table class="w b"><tr><th class="r">Importe bruto</th><th class="r">Transporte</th><th class="r">Base imponible</th><th class="r">% IVA</th><th class="r">Cuota IVA</th><th class="r">Total EUR</th></tr><tr><td class="r">{DE(order.goods)}</td><td class="r">{DE(order.charges)}</td><td class="r">{DE(order.net)}</td><td class="r">21</td><td class="r">{DE(order.tax)}</td><td class="r"><b>{DE(order.total)}</b></td></tr></table>
<p>Entregar en: Almacén de materiales auxiliares, muelle 3, Pol. Ind. La Marjal, Catarroja. Horario de 8 a 13 h.<br>Palets EUR retornables. Confirmar pedido en 48 horas.</p>"""
    return html, order.truth()


PAPERS = (*map(Printed, (
    rottmann_werkzeugmaschinen_medruck,
    nordalkyd_srm_bestellung,
    druckhaus_weidlich_eigenbau,
    alpenland_bahn_abruf,
    institut_rheinquelle_chf,
    biscuiterie_kervadec_sage,
    rail_loire_commande_achat,
    hotels_belrive_centrale,
    clinique_val_de_meuse_be,
    universite_montclar_sifac,
    obras_tajuna_pedido_sap,
    conservas_albufera_navision,
)), Printed(filialwelt_lobert_ifs, may_doubt=True))
