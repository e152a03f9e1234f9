"""The same in German, French and Spanish."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from decimal import Decimal

from tests.corpus.case import CH, DE, FR_HARD, SI, US, Item, Order
from tests.corpus.web import Printed, Truth, each, tax_of


def proalpha_mit_preiseinheit_in_zweiter_zeile() -> tuple[str, Truth]:
    """proALPHA (DE): DIN window, info block, positions in two or three rows, price per 1 or 100, VAT id in the footer."""
    order = Order("B26-004417", "2026-04-15", "EUR",
        (Item("400", "128.60", "Wellendichtring 35x52x7 FKM", "Stk", buyer_item="4711.0352", per="100"), Item("24", "86.45", "Kegelrollenlager 32210 A", "Stk", buyer_item="4720.3221"), Item("2500", "9.80", "Passfeder A 8x7x36 DIN 6885", "Stk", buyer_item="4655.0836", per="100"), Item("60", "12.95", "Getriebeöl CLP 220, Kanne", "Ltr", buyer_item="9010.0220"), Item("12", "343.00", "Hohlwelle vorgedreht 42CrMo4 nach Zeichnung", "Stk", buyer_item="Z-118.204-c")), name="Bruckner Getriebetechnik GmbH & Co. KG", vat="DE218453616", need="2026-05-18")
    rows = each(order, lambda n, i: f"""<tr class=a><td>{n}<td>{i.buyer_item}<td class=r>{DE.whole(i.qty)} {i.uom}<td class=r>{DE(i.price)}<td class=c>{i.per or 1}<td class=r>{DE(i.amount)}</tr><tr><td><td colspan=5><b>{i.description}</b></tr>""" + ("<tr><td><td colspan=5>Zeichnungs-Nr. 118.204 Index c, Werkszeugnis 3.1 nach EN 10204 erforderlich</tr>" if n == 5 else ""))
    foot = "<table class=w><tr><td>Bruckner Getriebetechnik GmbH &amp; Co. KG<br>Am Eisenhammer 12<br>58091 Hagen<td>Telefon 02331 5550-0<br>Telefax 02331 5550-199<br>einkauf@bruckner-getriebe.example<td>Sparkasse an Ruhr und Lenne<br>IBAN DE02 1203 0000 0000 2020 51<br>BIC BYLADEM1001<td>Amtsgericht Hagen HRA 4418<br>USt-IdNr. DE218453616<br>Geschäftsführer: Dr. J. Bruckner</table>"
    html = f"""<style>@page{{margin:0}} body{{font:9pt 'Liberation Sans';position:relative;height:296mm}} .p{{position:absolute}} .i td{{padding:.2mm 2mm .2mm 0}} .g td{{padding:.3mm 1mm}} .g .a td{{padding-top:2.2mm}} .g th{{background:#ddd}}</style>
    <div class=p style="top:12mm;right:20mm;text-align:right;font-size:20pt;font-weight:bold;color:#9a1b1e">BRUCKNER<div style="font-size:8pt;color:#333">Getriebetechnik</div></div><div class=p style="top:46mm;left:25mm;font-size:6.5pt"><u>Bruckner Getriebetechnik GmbH &amp; Co. KG · Am Eisenhammer 12 · 58091 Hagen</u></div><div class=p style="top:52mm;left:25mm;font-size:10pt">Firma<br>Ostwald Antriebselemente KG<br>Postfach 11 04 52<br>42304 Wuppertal</div>
    <div class=p style="top:46mm;left:118mm"><table class=i><tr><td>Datum<td>15.04.2026<tr><td>Unsere Lieferanten-Nr.<td>70218<tr><td>Unsere Kunden-Nr. bei Ihnen<td>114902<tr><td>Sachbearbeiter<td>Frau Terhorst<tr><td>Durchwahl<td>02331 5550-144<tr><td>Ihr Angebot<td>26/20917 vom 02.04.2026<tr><td>Seite<td>1 / 1</table></div>
    <div class=p style="top:98mm;left:25mm;right:20mm"><div style="font-size:14pt;font-weight:bold">Bestellung &nbsp;B26-004417</div><p>Sehr geehrte Damen und Herren,<br>wir bestellen zu unseren Ihnen bekannten Einkaufsbedingungen:</p><p>Liefertermin (Wareneingang): <b>18.05.2026</b></p>
    <table class="w g"><tr><th>Pos<th>Teile-Nr.<br>Bezeichnung<th class=r>Menge ME<th class=r>Preis<th class=c>PE<th class=r>Betrag EUR</tr>{rows}<tr><td colspan=5 style="border-top:1pt solid #000;padding-top:2mm"><b>Gesamtbetrag netto</b><td class=r style="border-top:1pt solid #000;padding-top:2mm"><b>{DE(order.total)}</b></tr></table><p>Lieferbedingung: DAP Hagen, Tor 2 &nbsp;·&nbsp; Zahlung: 14 Tage 3 % Skonto, 30 Tage netto</p><p>Wir bitten um Auftragsbestätigung bis 22.04.2026.</p></div><div class=p style="bottom:8mm;left:25mm;right:20mm;font-size:6.5pt;border-top:.5pt solid #9a1b1e">{foot}</div>"""
    return html, order.truth()


def lexware_eines_malerbetriebs() -> tuple[str, Truth]:
    """Lexware (DE, craft firm): unit in the quantity's cell, number below the text, the date wanted in a sentence."""
    order = Order("2026-0087", "2026-04-21", "EUR",
        (Item("16", "84.90", "Innenfarbe matt weiß, 12,5 l", "Eimer", item="40211"), Item("45", "7.35", "Malervlies 150 g/m², 25 m²", "Rolle", item="51806"), Item("8.5", "19.60", "Acryl-Spachtelmasse, lose", "kg", item="33090"), Item("120", "2.15", "Kreppband Gold 30 mm x 50 m", "Stck.", item="60530"), Item("2", "149.00", "Teleskopstange Carbon 2-4 m", "Stck.", item="77414")), name="Malerbetrieb Ohlendorf GmbH", need="2026-05-07", vat_rate="19")
    rows = each(order, lambda n, i: f"<tr><td>{n}<td>{DE.whole(i.qty)} {i.uom}<td>{i.description}<br><span style='font-size:8pt'>Art.-Nr. {i.item}</span><td class=r>{DE(i.price)} €<td class=r>{DE(i.amount)} €</tr>")
    html = f"""<style>@page{{margin:20mm}} body{{font:10.5pt 'Liberation Serif'}} .g td,.g th{{padding:1.5mm 1mm}} .g th{{border-bottom:.7pt solid #000}}</style>
    <div style="text-align:center;border-bottom:2pt solid #c77d1e;padding-bottom:2mm"><span style="font-size:22pt">Malerbetrieb Ohlendorf GmbH</span><br>Meisterbetrieb seit 1961 · Lüner Weg 7 · 21337 Lüneburg · Tel. 04131 555 87 20</div>
    <div class=two style="margin-top:12mm"><div>Farbengroßhandel Nordheide eG<br>Borsteler Straße 80<br>21423 Winsen (Luhe)</div><div style="text-align:right">Lüneburg, 21. April 2026<br><br>Kundennummer: 20871<br>Projekt: 2026-0041</div></div><p style="font-size:13pt;margin:10mm 0 4mm"><b>Bestellung Nr. 2026-0087</b></p>
    <p>Guten Tag Herr Petersen,<br>bitte liefern Sie uns bis spätestens 07.05.2026 frei Baustelle Stadtkoppel 19, 21337 Lüneburg:</p><table class="w g"><tr><th>Pos.<th>Menge<th>Text<th class=r>Einzelpreis<th class=r>Gesamtpreis</tr>{rows}<tr><td colspan=5 style="border-top:.7pt solid #000;padding:0"></tr><tr><td colspan=3><td class=r>Summe netto<td class=r>{DE(order.net)} €</tr><tr><td colspan=3><td class=r>zzgl. 19 % USt<td class=r>{DE(order.tax)} €</tr><tr><td colspan=3><td class=r><b>Endsumme</b><td class=r><b>{DE(order.total)} €</b></tr></table>
    <p>Rechnung bitte mit Ihrer USt-IdNr. DE143907228 und unserer Bestellnummer.</p><p>Mit freundlichen Grüßen<br><br><i>Anke Ohlendorf</i></p><div style="position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7.5pt;color:#666">Volksbank Lüneburger Heide · IBAN DE89 3704 0044 0532 0130 00 · Steuernummer 33/204/01177 · HRB 201884 Lüneburg</div>"""
    return html, order.truth()


def jtl_haendlerbestellung_mit_uebertrag() -> tuple[str, Truth]:
    """JTL-Wawi (DE, retailer): 33 lines over several pages with Übertrag, both numbers and the EAN, footer on each page."""

    def ean(place: int) -> str:
        digits = f"4260183{place * 137 + 20000:05d}"
        return digits + str(-sum(int(one) * (3 if at % 2 else 1) for at, one in enumerate(digits)) % 10)

    kinds = (("Edelstahl-Trinkflasche 750 ml", "TF750", "8.42"), ("Brotdose mit Trennsteg", "BD02", "6.1"), ("Thermobecher 400 ml", "TB400", "7.95"), ("Picknickdecke 200 x 200 cm", "PD200", "11.3"), ("Stirnlampe LED 300 lm", "SL300", "9.87"), ("Packsack 15 Liter", "PS15", "5.64"),
             ("Trekkinghandtuch 60 x 120 cm", "TH612", "4.38"), ("Campingkissen aufblasbar", "CK01", "6.79"), ("Isomatte Schaum 14 mm", "IM14", "10.55"), ("Wanderstock 3-teilig Paar", "WS3", "17.9"), ("Göffel Titan", "GT05", "3.27"))
    found = [(f"{text}, {tone}", f"{code}-{tone[:3].upper()}", price) for text, code, price in kinds for tone in ("anthrazit", "moosgrün", "petrol")]
    order = Order("LB-2026-1183", "2026-04-22", "EUR",
        tuple(Item(str(12 * (1 + place * 5 % 11)), price, text, "Stk", buyer_item=f"10{place:04d}", sku=code, gtin=ean(place)) for place, (text, code, price) in enumerate(found, 1)), name="Wandervogel Versand GmbH", vat="DE811562344", need="2026-06-08", vat_rate="19", charges="49.00")
    pages, carried = [], Decimal(0)
    foot = "<div class=f><span>Wandervogel Versand GmbH<br>Industriestraße 41, 97076 Würzburg</span><span>Geschäftsführerin: Petra Lindlar<br>AG Würzburg HRB 11876</span><span>USt-ID: DE811562344<br>St.-Nr. 257/141/30092</span><span>Tel. 0931 555 6410<br>einkauf@wandervogel.example</span></div>"
    for start, end in ((0, 15), (15, 30), (30, 33)):
        rows = f"<tr class=u><td colspan=6>Übertrag von Seite {len(pages)}<td class=r>{DE(carried)}</tr>" if start else ""
        for n, i in enumerate(order.items[start:end], start + 1):
            carried += i.amount
            rows += f"<tr><td>{n}<td>{i.buyer_item}<td>{i.sku}<td>{i.description}<br><small>EAN {i.gtin}</small><td class=r>{i.qty} Stk<td class=r>{DE(i.price)}<td class=r>{DE(i.amount)}</tr>"
        rows += f"<tr class=u><td colspan=6>Übertrag<td class=r>{DE(carried)}</tr>" if end < 33 else ""
        head = "" if start else """<div class=two style="margin-bottom:6mm"><div><small>Wandervogel Versand GmbH, Industriestraße 41, 97076 Würzburg</small><br><br>Alpenglüh Outdoor Import e.K.<br>Zollhafen 3<br>94032 Passau</div><table><tr><td>Bestellnummer<td class=r>LB-2026-1183<tr><td>Bestelldatum<td class=r>22.04.2026<tr><td>Lieferdatum<td class=r>08.06.2026<tr><td>Lieferantennr.<td class=r>L10044<tr><td>Eigene Kundennr.<td class=r>DE-55190<tr><td>Bearbeiter<td class=r>Jonas Wick</table></div><div style="font-size:15pt;font-weight:bold">Lieferantenbestellung</div><p>Lieferadresse: Wandervogel Lager 2, Am Güterbahnhof 5, 97080 Würzburg</p>"""
        tail = f"<table class=sums><tr><td>Warenwert<td class=r>{DE(order.goods)} €<tr><td>Fracht<td class=r>{DE(order.charges)} €<tr><td>Gesamt netto<td class=r>{DE(order.net)} €<tr><td>Vorsteuer 19 %<td class=r>{DE(order.tax)} €<tr><td><b>Gesamt brutto</b><td class=r><b>{DE(order.total)} €</b></table>" if end == 33 else ""
        pages.append(f"""<div style="position:relative;height:266mm;overflow:hidden;{"" if end == 33 else "break-after:page"}"><div class=r><small>Bestellung LB-2026-1183 · Seite {len(pages) + 1} von 3</small></div>{head}<table class="w g"><tr><th>#<th>Unsere Art.Nr.<th>Ihre Art.Nr.<th>Bezeichnung<th class=r>Menge<th class=r>EK netto<th class=r>Gesamt</tr>{rows}</table>{tail}{foot}</div>""")
    return f"<style>body{{font:9pt 'DejaVu Sans Condensed','DejaVu Sans'}} small{{font-size:7pt;color:#555}} .g td{{border-bottom:.4pt solid #bbb}} .g th{{background:#f0a830}} .u td{{font-weight:bold;text-align:right}} .f{{position:absolute;bottom:0;left:0;right:0;display:flex;justify-content:space-between;font-size:6.5pt;color:#555;border-top:.5pt solid #f0a830;padding-top:1mm}}</style>{''.join(pages)}", order.truth()


def abas_zeilendruck_aus_oesterreich() -> tuple[str, Truth]:
    """abas ERP (AT) as a line printer's page: one block of fixed-width text, four decimals, prices per 100, USt 20 %."""
    order = Order("26-30418", "2026-04-13", "EUR",
        (Item("3500", "4.2875", "Linsenschraube TX M4x12 A2", "Stk", buyer_item="110-4012", sku="7380-A2-4x12", per="100"), Item("180", "13.9050", "Kabelverschraubung M20 PA grau", "Stk", buyer_item="215-0020", sku="KV20-PA"), Item("75.5", "6.4400", "Hutschiene gelocht 35x7,5", "m", buyer_item="220-3575", sku="HS35L"), Item("900", "21.3500", "Aderendhülse 1,5 mm² schwarz", "Stk", buyer_item="231-0150", sku="AH15SW", per="100"), Item("14", "187.0000", "Schaltschrank 600x600x250 IP66", "Stk", buyer_item="300-6625", sku="SK662")), name="Steinwender Anlagenbau Ges.m.b.H.", vat="ATU57316425", country="AT", need="2026-05-20", vat_rate="20")
    rows = "".join(
        f"{n:>3}  {i.buyer_item:<12}{DE.whole(i.qty):>10} {i.uom:<4}{DE(i.price, 4):>13} {'/ ' + i.per if i.per else '':<7}{DE(i.amount):>18}\n     {i.description}\n     Ihre Nr.: {i.sku}\n\n"
        for n, i in enumerate(order.items, 1)
    )
    body = f"""Steinwender Anlagenbau Ges.m.b.H.
Gewerbepark Ost 14                              Tel. +43 7242 555 30-0
4600 Wels                                       Fax  +43 7242 555 30-90
Österreich                                      UID  ATU57316425


Firma
Kremsner Befestigungs- und                      B E S T E L L U N G
Elektrotechnik Handels-KG
Linzer Straße 221                               Bestell-Nr. : 26-30418
4614 Marchtrenk                                 Datum       : 13.04.2026
Österreich                                      Seite       : 1
                                                Lief.-Nr.   : 60177
Ihre UID: ATU63840213                           Zeichen     : hsu/ekf
                                                Ihr Angebot : 260331-07

Liefertermin : 20.05.2026      Versandart : LKW frei Haus

------------------------------------------------------------------------
{"Pos":<5}{"Artikel":<12}{"Menge":>10} {"ME":<4}{"Preis EUR":>13} {"per":<7}{"Wert EUR":>18}
------------------------------------------------------------------------
{rows}------------------------------------------------------------------------
     Nettosumme                                          {DE(order.net):>14}
     20,00 % USt                                         {DE(order.tax):>14}
                                                         ==============
     Bestellwert EUR                                     {DE(order.total):>14}


Zahlung      : 30 Tage netto, 10 Tage 2 % Skonto
Wir bestellen auf Grund unserer Einkaufsbedingungen (Fassung 01/2024).

                                         H. Sulzbacher, Einkauf"""
    return f"<style>@page{{margin:18mm 16mm}}</style><pre style=\"font:9.5pt/1.25 'Liberation Mono';margin:0\">{body}</pre>", order.truth()


def business_central_eines_schweizer_spitals() -> tuple[str, Truth]:
    """Business Central of a hospital (CH): company at the right, apostrophes, per-line discount, MWST 8,1 %."""
    order = Order("EB-106023", "2026-04-16", "CHF",
        (Item("30", "142.50", "Infusionsständer fahrbar, 5 Rollen", "Stück", buyer_item="1906-S", discount="10"), Item("1200", "1.95", "Einmalschürze PE weiss, 80 x 140 cm", "Stück", buyer_item="1928-W"), Item("16", "1285.00", "Patientenmonitor-Halterung Wand, schwenkbar", "Stück", buyer_item="1964-W", discount="7.5"), Item("45", "38.20", "Desinfektionstücher, Nachfüllbeutel", "Karton", buyer_item="1972-N")), name="Spital Oberthal AG", country="CH", need="2026-05-29", vat_rate="8.1")
    rows = each(order, lambda _, i: f"<tr><td>{i.buyer_item}<td>{i.description}<td class=r>{CH.whole(i.qty)}<td>{i.uom}<td class=r>{CH(i.price)}<td class=r>{i.discount or ''}<td class=r>{CH(i.amount)}</tr>")
    html = f"""<style>body{{font:8.5pt 'Liberation Sans'}} .k{{display:grid;grid-template-columns:repeat(4,1fr);gap:3mm 4mm;margin:8mm 0}} .k b,.g th{{color:#00677f;font-weight:bold}} .g th{{border-bottom:.7pt solid #00677f;vertical-align:bottom}}</style>
    <div class=two><div><span style="font-size:18pt;font-weight:bold">Bestellung</span><br><span style="font-size:11pt">EB-106023 &nbsp; 16. April 2026</span><br><br><b>An</b><br>Medisana Vertriebs GmbH<br>Frau Carla Niederberger<br>Ringstrasse 58<br>8600 Dübendorf<br>Schweiz</div><div style="text-align:right"><div style="background:#00677f;color:#fff;font-size:16pt;padding:4mm 6mm;display:inline-block;margin-bottom:3mm">+ Oberthal</div><br>Spital Oberthal AG<br>Spitalweg 20<br>3414 Oberburg<br>Schweiz</div></div>
    <div class=k><div><b>Einkäufer</b><br>Reto Aebischer</div><div><b>Lieferung an</b><br>Zentrallager U2</div><div><b>Gewünschtes<br>Wareneingangsdatum</b><br>29.05.2026</div><div><b>Lieferantenofferte</b><br>OF-88213</div><div><b>Zahlungsbedingungen</b><br>30 Tage netto</div><div><b>Lieferbedingung</b><br>DDP</div><div><b>Kreditorennr.</b><br>40 510</div><div><b>Kostenstelle</b><br>7210</div></div>
    <table class="w g"><tr><th>Nr.<th>Beschreibung<th class=r>Menge<th>Einheit<th class=r>EK-Preis<br>ohne MWST<th class=r>Rabatt %<th class=r>Betrag<br>ohne MWST</tr>{rows}</table>
    <table class=sums style="border-top:.7pt solid #00677f"><tr><td>Total CHF ohne MWST<td class=r>{CH(order.net)}<tr><td>8.1% MWST<td class=r>{CH(order.tax)}<tr><td><b>Total CHF inkl. MWST</b><td class=r><b>{CH(order.total)}</b></table>
    <div style="position:fixed;bottom:0;left:0;right:0;display:grid;grid-template-columns:repeat(4,1fr);font-size:7.5pt;border-top:.5pt solid #999;padding-top:2mm"><div><b>Startseite</b><br>www.spital-oberthal.example</div><div><b>Telefonnr.</b><br>+41 34 555 10 60</div><div><b>E-Mail</b><br>einkauf@spital-oberthal.example</div><div class=r>Seite 1 / 1</div></div>"""
    return html, order.truth()


def sage_x3_laboratoire_avec_port() -> tuple[str, Truth]:
    """Sage X3 (FR): boxes with coloured labels, discount in a column, carriage and TVA, ids of the buyer at the foot."""
    order = Order("CFA2604-00218", "2026-04-07", "EUR",
        (Item("24", "36.90", "Acétonitrile qualité HPLC, bidon 2,5 L", "UN", buyer_item="CHI-00412", sku="34851", line=1000, discount="8.00"), Item("6", "415.00", "Colonne C18 5 µm 150 x 4,6 mm", "UN", buyer_item="CHR-01180", sku="C18-546", line=2000, discount="12.00"), Item("40", "12.75", "Flacon verre borosilicaté 1 L bouchon bleu", "UN", buyer_item="VER-00095", sku="218015455", line=3000), Item("1500", "0.3840", "Vial 2 mL ambré, col fileté 9 mm", "UN", buyer_item="VER-00210", sku="V2A9", line=4000, discount="5.00")), name="Laboratoires Verdelin SAS", vat="FR85438190605", need="2026-04-29", charges="38.00", vat_rate="20")
    rows = each(order, lambda _, i: f"<tr><td>{i.line}<td>{i.buyer_item}<br><i>{i.sku}</i><td>{i.description}<td class=r>{FR_HARD(i.qty)}<td>{i.uom}<td class=r>{FR_HARD(i.price, 4)}<td class=r>{FR_HARD(i.discount) if i.discount else ''}<td class=r>{FR_HARD(i.amount)}</tr>")
    html = f"""<style>body{{font:8.5pt 'Liberation Sans'}} .x{{border:.7pt solid #1f5c99}} .x>b{{display:block;background:#1f5c99;color:#fff;padding:.8mm 1.5mm;font-weight:normal}} .x>div{{padding:1.5mm}} .g{{border:.7pt solid #1f5c99}} .g td{{border-left:.5pt solid #9bb8d6}} .g th{{background:#1f5c99;color:#fff;font-weight:normal}}</style>
    <div class=two><div style="font:bold 15pt 'Liberation Serif'">Laboratoires Verdelin<div style="font:8pt 'Liberation Sans'">Parc technologique de la Bruyère<br>38330 Montbonnot-Saint-Martin<br>Tél. 04 76 55 50 12</div></div><div style="font-size:15pt;color:#1f5c99;text-align:right">Bon de commande fournisseur<br><span style="font-size:9pt;color:#000">Page 1/1</span></div></div>
    <div style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:3mm;margin:6mm 0 3mm"><div class=x><b>Fournisseur F00731</b><div>Chimilab Distribution<br>12 rue des Alchimistes<br>69680 Chassieu<br>TVA : FR86512847302</div></div><div class=x><b>Adresse de livraison</b><div>Laboratoires Verdelin - Magasin<br>Quai 3, ZI Pré Million<br>38190 Villard-Bonnot</div></div><div class=x><b>Adresse de facturation</b><div>Verdelin Services Partagés<br>BP 40118<br>38243 Meylan Cedex</div></div></div>
    <div style="display:grid;grid-template-columns:1.3fr 1fr 1.2fr 1.4fr 1.2fr;gap:0"><div class=x><b>N° commande</b><div>CFA2604-00218</div></div><div class=x><b>Date</b><div>07/04/26</div></div><div class=x><b>Livraison demandée</b><div>29/04/2026</div></div><div class=x><b>Votre devis</b><div>DV-118-26 du 31/03/26</div></div><div class=x><b>Acheteur</b><div>Solène Marchetti</div></div></div>
    <table class="w g" style="margin-top:4mm"><tr><th>Ligne<th>Article<br><i>Réf. fournisseur</i><th>Désignation<th class=r>Quantité<th>Un.<th class=r>Prix brut<th class=r>Rem. %<th class=r>Montant HT</tr>{rows}</table>
    <div class=two style="margin-top:4mm"><div class=x style="width:85mm"><b>Conditions</b><div>Règlement : virement 45 jours fin de mois<br>Incoterm : DAP Villard-Bonnot<br>Devise : EUR</div></div><table style="width:70mm" class=g><tr><td>Total lignes HT<td class=r>{FR_HARD(order.goods)}<tr><td>Port<td class=r>{FR_HARD(order.charges)}<tr><td>Total HT<td class=r>{FR_HARD(order.net)}<tr><td>TVA 20,00 %<td class=r>{FR_HARD(order.tax)}<tr><td><b>Total TTC</b><td class=r><b>{FR_HARD(order.total)}</b></table></div>
    <div style="position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7pt;color:#444">Laboratoires Verdelin SAS au capital de 1 250 000 € - RCS Grenoble 438 190 605 - APE 2120Z - N° TVA intracommunautaire FR85438190605</div>"""
    return html, order.truth()


def bon_de_commande_d_une_commune() -> tuple[str, Truth]:
    """A municipality's bon de commande (FR): commitment and budget numbers by the order's, two TVA rates per line."""
    order = Order("2026-0312", "2026-04-24", "EUR",
        (Item("18", "142.00", "Barrière de police galvanisée 14 barreaux", "U"), Item("60", "8.50", "Terreau horticole, sac de 70 L", "sac"), Item("350", "1.32", "Géranium zonal rouge, godet de 10", "U"), Item("4", "389.00", "Corbeille de ville 80 L, RAL 6005, avec scellement", "U")), name="Commune de Valmorel-sur-Orne", need="2026-05-15")
    rates = "20", "10", "10", "20"
    base = {rate: sum((i.amount for i, one in zip(order.items, rates, strict=True) if one == rate), Decimal("0.00")) for rate in ("10", "20")}
    total = order.goods + sum(tax_of(amount, rate) for rate, amount in base.items())
    rows = each(order, lambda n, i: f"<tr><td>{i.description}<td class=c>{i.uom}<td class=r>{i.qty}<td class=r>{SI(i.price)}<td class=r>{SI(i.amount)}<td class=c>{rates[n - 1]} %</tr>")
    html = f"""<style>body{{font:10pt 'Liberation Serif'}} .g td,.g th{{border:.7pt solid #000;padding:1.5mm}} .g th{{text-align:center}} .k td{{padding:.6mm 2mm .6mm 0}}</style>
    <div class=two><div style="text-align:center;width:70mm"><b>RÉPUBLIQUE FRANÇAISE</b><br>Département de l'Orne<br><br><span style="font-size:13pt">Commune de Valmorel-sur-Orne</span><br>1 place de la Mairie, 61150 Valmorel-sur-Orne<br>SIRET 213 704 984 00011<br>Tél. 02 33 55 51 20</div><div style="width:75mm;margin-top:24mm">Ets Gaucherel Collectivités<br>ZA du Londeau<br>61000 CERISÉ</div></div>
    <div style="text-align:center;font-size:15pt;border:1pt solid #000;padding:2mm;margin:8mm 0 5mm">BON DE COMMANDE N° 2026-0312</div>
    <div class=two><table class=k><tr><td>Date :<td>24 avril 2026<tr><td>Service :<td>Services techniques - espaces verts<tr><td>Affaire suivie par :<td>M. Le Guével, 02 33 55 51 27<tr><td>Votre devis :<td>n° 2604-118 du 10 avril 2026</table><table class=k><tr><td>N° d'engagement :<td>2026 000847<tr><td>Imputation :<td>60632 / 823<tr><td>Code service Chorus :<td>ST-ESPV<tr><td>Livraison souhaitée :<td>15 mai 2026</table></div>
    <table class="w g" style="margin-top:5mm"><tr><th>Désignation<th>Unité<th>Qté<th>P.U. HT (€)<th>Montant HT (€)<th>TVA</tr>{rows}<tr><td colspan=4 class=r>Total HT<td class=r>{SI(order.goods)}<td></tr><tr><td colspan=4 class=r>TVA 10 % sur {SI(base["10"])}<td class=r>{SI(tax_of(base["10"], "10"))}<td></tr><tr><td colspan=4 class=r>TVA 20 % sur {SI(base["20"])}<td class=r>{SI(tax_of(base["20"], "20"))}<td></tr><tr><td colspan=4 class=r><b>Montant TTC</b><td class=r><b>{SI(total)}</b><td></tr></table>
    <div class=two style="margin-top:8mm"><div style="width:90mm;font-size:8.5pt">Lieu de livraison : Centre technique municipal, 14 rue du Four à Chaux, du lundi au vendredi de 8 h à 11 h 30.<br>Facture à déposer sur Chorus Pro avec le numéro d'engagement. Paiement par mandat administratif à 30 jours.</div><div style="text-align:center">Pour le Maire, l'adjointe déléguée,<br><br><br>Mme Brigitte Hamonou</div></div>"""
    return html, order.truth(total=str(total))


def ebp_d_un_menuisier_avec_lignes_de_commentaire() -> tuple[str, Truth]:
    """EBP (FR, small joiner): comment lines between items, TVA by code, a frame to the foot, a watermark."""
    order = Order("CF00000391", "2026-04-28", "EUR",
        (Item("14", "63.40", "Panneau MDF hydrofuge 19 mm 2500x1220", "PAN", item="MDFH19"), Item("6.25", "48.00", "Chêne massif avivé 27 mm, choix QBA", "M2", item="CHEAV27"), Item("80", "3.65", "Charnière invisible 110° à amortisseur", "PCE", item="CHI110A"), Item("12", "27.90", "Colle vinylique D3, bidon 5 kg", "BID", item="COLD3-5"), Item("3", "118.00", "Serrure 3 points à larder, axe 50", "PCE", item="SER3P50")), name="Menuiserie Kerouanton SARL", need="2026-05-18", vat_rate="20")
    note = {1: "Chantier Le Bihan, à livrer filmé", 3: "Finition nickel mat - voir échantillon remis à M. Tanguy le 14/04/2026"}
    rows = each(order, lambda n, i: f"<tr><td>{i.item}<td>{i.description}<td class=r>{FR_HARD(i.qty)}<td>{i.uom}<td class=r>{FR_HARD(i.price)}<td class=r>{FR_HARD(i.amount)}<td class=c>2</tr>" + (f"<tr><td><td style='font-style:italic;color:#666'>{note[n]}<td><td><td><td><td></tr>" if n in note else ""))
    html = f"""<style>body{{font:9pt 'Liberation Sans'}} .g{{border:1pt solid #7a9a3a;border-radius:2mm;border-collapse:separate;border-spacing:0;min-height:95mm}} .g th{{background:#7a9a3a;color:#fff;height:5mm}} .g td{{border-right:.4pt solid #c9d6ae;height:1px}} .g tr:last-child td{{height:auto}} .t{{border-collapse:separate;border-spacing:1mm}} .t td{{background:#f1f5e8}}</style>
    <div style="position:fixed;top:110mm;left:25mm;font:bold 62pt 'Liberation Sans';color:#f0f0f0;transform:rotate(-30deg);z-index:-1">ORIGINAL</div><div class=two><div><b style="font-size:13pt">Menuiserie Kerouanton SARL</b><br>Kervignac Izella<br>29190 Brasparts<br>Tél : 02.98.55.50.41<br>Siret : 493 157 267 00011 - NAF : 4332A</div><div style="width:82mm"><table class="w t"><tr><td colspan=2 style="background:#7a9a3a;color:#fff;font-size:12pt"><b>Commande fournisseur</b><tr><td>Numéro<td>CF00000391<tr><td>Date<td>28/04/2026<tr><td>Code fournisseur<td>FO00023<tr><td>Date de livraison prévue<td>18/05/2026</table></div></div>
    <div style="margin:5mm 0 6mm 98mm;border:.7pt solid #7a9a3a;border-radius:2mm;padding:3mm;min-height:20mm">Bois et Dérivés d'Armor<br>Z.I. de Kerdroniou<br>29000 QUIMPER</div><table class="w g"><tr><th>Code article<th>Description<th class=r>Qté<th>Unité<th class=r>P.U. HT<th class=r>Montant HT<th>TVA</tr>{rows}<tr><td><td><td><td><td><td><td></tr></table>
    <div class=two style="margin-top:3mm"><table class=t><tr><td>Code<td>Taux<td class=r>Base HT<td class=r>Montant TVA<tr><td>2<td>20,00 %<td class=r>{FR_HARD(order.net)}<td class=r>{FR_HARD(order.tax)}</table><table class=t style="width:70mm"><tr><td>Total HT<td class=r>{FR_HARD(order.net)}<tr><td>TVA<td class=r>{FR_HARD(order.tax)}<tr><td><b>Total TTC</b><td class=r><b>{FR_HARD(order.total)} €</b></table></div><p>Merci de confirmer par retour de mail. Enlèvement possible par nos soins.</p>"""
    return html, order.truth()


def odoo_commande_d_une_firme_belge() -> tuple[str, Truth]:
    """Odoo 17 (BE): [code] before the description, date and tax on each line, ship-to before the supplier, id at foot."""
    order = Order("P00417", "2026-04-14", "EUR",
        (Item("35", "54.20", "Casque de chantier ventilé, blanc", "Unités", item="EPI-CAS-BL"), Item("120", "3.89", "Gants anti-coupure niveau C, taille 9", "Paires", item="EPI-GAN-09"), Item("18", "76.50", "Chaussures de sécurité S3, pointure 43", "Paires", item="EPI-CHS-43"), Item("7.5", "24.00", "Bâche armée transparente, au mètre", "m", item="BAC-ARM")), name="Dewandre & Lejeune Construct SRL", vat="BE0473816294", country="BE", need="2026-05-19", vat_rate="21")
    rows = each(order, lambda _, i: f"<tr><td>[{i.item}] {i.description}<td class=c>21% M.<td class=c>19/05/2026<td class=r>{DE(i.qty)} {i.uom}<td class=r>{DE(i.price)}<td class=r>{DE(i.amount)} €</tr>")
    html = f"""<style>@page{{margin:12mm 14mm}} body{{font:9.5pt 'DejaVu Sans';color:#212529}} .g td,.g th{{padding:2mm 1mm}} .g th{{border-bottom:1pt solid #212529;font-size:8.5pt}} .g td{{border-bottom:.5pt solid #dee2e6;font-size:8.5pt}}</style>
    <div class=two style="border-bottom:1pt solid #714b67;padding-bottom:2mm"><b style="font-size:14pt;color:#714b67">D&amp;L Construct</b><i>Bâtir ensemble</i></div><div style="margin-top:2mm">Dewandre &amp; Lejeune Construct SRL<br>Rue de l'Industrie 88<br>4420 Saint-Nicolas<br>Belgique</div>
    <div class=two style="margin-top:6mm"><div><b>Adresse d'expédition</b><br>Dewandre &amp; Lejeune, chantier Val-Benoît<br>Quai Banning 6<br>4000 Liège<br>Belgique<br>☎ +32 4 555 04 17</div><div style="width:75mm">Sécurimat Wallonie SA<br>Zoning de Martinrou 21<br>6220 Fleurus<br>Belgique<br>TVA : BE0648205171</div></div>
    <h2 style="font-weight:normal;margin:9mm 0 5mm">Bon de commande n° P00417</h2><div style="display:flex;gap:14mm;margin-bottom:6mm"><div><b>Acheteur :</b><br>Bénédicte Olivier</div><div><b>Votre référence :</b><br>SO22871</div><div><b>Date de commande :</b><br>14/04/2026</div></div>
    <table class="w g"><tr><th>Description<th class=c>Taxes<th class=c>Date requise<th class=r>Qté<th class=r>Prix unitaire<th class=r>Montant</tr>{rows}</table><table class=sums style="width:70mm"><tr><td>Montant hors taxes<td class=r>{DE(order.net)} €<tr><td>TVA 21 %<td class=r>{DE(order.tax)} €<tr style="border-top:1pt solid #212529"><td><b>Total</b><td class=r><b>{DE(order.total)} €</b></table><p>Conditions de paiement : 30 jours fin de mois</p>
    <div style="position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7.5pt;border-top:1pt solid #714b67;padding-top:1.5mm">+32 4 555 03 00 · achats@dl-construct.example · http://www.dl-construct.example · TVA BE0473816294<br>Page : 1 / 1</div>"""
    return html, order.truth()


def ifs_paysage_d_une_manufacture_romande() -> tuple[str, Truth]:
    """IFS Cloud (CH, French) in landscape: each line its own date, currency CHF, ref. of both firms, price per 1000."""
    order = Order("700418", "2026-04-09", "CHF",
        (Item("12000", "86.40", "Vis de cage T4 M0,6 acier trempé", "pce", buyer_item="301.4406", sku="VT4-06", per="1000", line=1), Item("250", "14.75", "Couronne acier 316L diam. 6,5", "pce", buyer_item="412.0650", sku="CR65", line=2), Item("1800", "2.35", "Joint O-ring FPM 5,5 x 0,7", "pce", buyer_item="505.5507", sku="OR557", line=3), Item("40", "212.00", "Fraise carbure monobloc diam. 0,8 Z3", "pce", buyer_item="980.0803", sku="FC08Z3", line=5), Item("3000", "145.00", "Pied de cadran laiton 0,9 x 2,2", "pce", buyer_item="318.0922", sku="PC922", per="1000", line=6)), name="Manufacture Vauclair SA", vat_rate="8.1")
    dates = "04.05.2026", "11.05.2026", "11.05.2026", "28.04.2026", "15.06.2026"
    rows = each(order, lambda n, i: f"<tr><td>{i.line}<td>{i.buyer_item}<td>{i.description}<td>{i.sku}<td>{dates[n - 1]}<td class=r>{CH.whole(i.qty)}<td>{i.uom}<td class=r>{CH(i.price)}<td class=r>{i.per or '1'}<td class=r>{CH(i.amount)}</tr>")
    html = f"""<style>@page{{size:A4 landscape;margin:13mm}} body{{font:9pt 'Liberation Sans Narrow','Liberation Sans'}} .g th{{border-top:.7pt solid #000;border-bottom:.7pt solid #000}} .k td{{padding:.3mm 3mm .3mm 0}} .k td:nth-child(odd){{color:#555}}</style>
    <div style="display:grid;grid-template-columns:95mm 75mm 1fr;gap:4mm"><div><b style="font-size:15pt;letter-spacing:1.5pt">MANUFACTURE VAUCLAIR</b><br>Manufacture Vauclair SA<br>Chemin des Combes 9<br>2400 Le Locle</div><div><span style="color:#555">Fournisseur n° 2417</span><br>Décolletage Moutier-Sorvilier Sàrl<br>Route Principale 34<br>2736 Sorvilier</div><div><span style="color:#555">Livrer à</span><br>Vauclair, réception marchandises<br>Rue du Marais 17<br>2400 Le Locle</div></div>
    <div class=two style="margin:7mm 0 4mm;align-items:flex-end"><div style="font-size:17pt">Commande d'achat <b>700418</b></div><table class=k><tr><td>Date de commande<td>09.04.2026<td>Notre réf.<td>Y. Perret-Gentil, 032 555 70 41<tr><td>Votre offre<td>26-1187<td>Votre réf.<td>M. Schaffter<tr><td>Contrat cadre<td>CC-2025-031<td>Paiement<td>30 jours net</table></div>
    <table class="w g"><tr><th>Ligne<th>N° article<th>Désignation<th>Votre n° article<th>Date livr. souhaitée<th class=r>Quantité<th>Unité<th class=r>Prix<th class=r>Par<th class=r>Montant CHF</tr>{rows}</table>
    <table class=sums style="width:85mm;border-top:.7pt solid #000"><tr><td>Montant net<td class=r>{CH(order.net)}<tr><td>TVA 8.1 %<td class=r>{CH(order.tax)}<tr><td><b>Montant total</b><td class=r><b>CHF {CH(order.total)}</b></table><p style="font-size:7.5pt;color:#555;position:fixed;bottom:0;margin:0">Ligne 4 annulée avant envoi. Merci de confirmer les dates sous 3 jours ouvrables. Page 1 de 1</p>"""
    return html, order.truth(need_date=...)


def holded_pedido_de_una_agencia() -> tuple[str, Truth]:
    """Holded (ES): no item numbers, grey second line, columns of subtotal, IVA and total with tax on each line."""
    order = Order("PC260031", "2026-04-27", "EUR",
        (Item("50", "18.40", "Camiseta algodón orgánico, serigrafía 1 tinta"), Item("300", "1.35", "Bolígrafo bambú grabado"), Item("120", "7.25", "Botella acero 500 ml, láser"), Item("2", "165.00", "Lona photocall 300 x 200 cm")), name="Estudio Marejada S.L.", vat="ESB64710387", country="ES", vat_rate="21")
    more = "Tallas: 10 S / 20 M / 20 L, color arena", "Según arte final v3", "", "Ojales cada 50 cm"
    rows = each(order, lambda n, i: f"<tr><td><b>{i.description}</b><br><span style='color:#8a94a6'>{more[n - 1]}</span><td class=r>{DE(i.price)}€<td class=r>{DE.whole(i.qty)}<td class=r>{DE(i.amount)}€<td class=r>21%<td class=r>{DE(i.amount + tax_of(i.amount, '21'))}€</tr>")
    assert sum(i.amount + tax_of(i.amount, "21") for i in order.items) == order.total
    html = f"""<style>@page{{margin:0}} body{{font:9pt 'Liberation Sans';color:#2a3042}} .g th{{font-size:7pt;letter-spacing:.6pt;color:#fff;background:#ff4254;padding:2.5mm 2mm}} .g td{{padding:2.5mm 2mm;border-bottom:.5pt solid #e5e8ef}} small{{color:#ff4254;font-size:7pt;letter-spacing:.6pt}}</style>
    <div style="padding:16mm"><div class=two><div style="font:bold 22pt 'Liberation Serif'">marejada</div><div style="text-align:right"><span style="font-size:19pt;font-weight:bold;color:#ff4254">Pedido de compra</span><br>Núm. PC260031<br>Fecha 27/04/2026</div></div>
    <div style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:6mm;margin:11mm 0"><div><small>COMPRADOR</small><br><b>Estudio Marejada S.L.</b><br>ESB64710387<br>Carrer de Pallars 193, 2n<br>Barcelona (08005), Barcelona, España</div><div><small>PROVEEDOR</small><br><b>Regalos Publicitarios Levante S.A.</b><br>A28935518<br>Av. del Puerto 310<br>Valencia (46024), Valencia, España</div><div><small>DIRECCIÓN DE ENTREGA</small><br>Recinto Fira, Palacio 4, stand B-27<br>L'Hospitalet (08908)<br>Att. Mireia Solé 935 550 260</div></div>
    <table class="w g"><tr><th>CONCEPTO<th class=r>PRECIO<th class=r>UNIDADES<th class=r>SUBTOTAL<th class=r>IVA<th class=r>TOTAL</tr>{rows}</table><table class=sums style="width:75mm"><tr><td>BASE IMPONIBLE<td class=r>{DE(order.net)}€<tr><td>IVA 21%<td class=r>{DE(order.tax)}€<tr style="font-weight:bold;font-size:11pt"><td>TOTAL<td class=r>{DE(order.total)}€</table>
    <div style="margin-top:14mm"><small>CONDICIONES DE PAGO</small><br>Transferencia bancaria a 30 días desde la recepción de la factura</div></div><div style="position:fixed;bottom:8mm;left:16mm;right:16mm;font-size:7pt;color:#8a94a6;display:flex;justify-content:space-between"><span>PC260031 - {DE(order.total)}€</span><span>Pág. 1 de 1</span></div>"""
    return html, order.truth()


def factusol_pedido_con_pie_de_impuestos() -> tuple[str, Truth]:
    """FactuSOL (ES): framed columns to the page's foot, discount, a strip of three tax rates of which one is used."""
    order = Order("1-000214", "2026-04-15", "EUR",
        (Item("48", "3.95", "Bisagra cazoleta 35 mm cierre suave", item="BIS35S"), Item("20", "27.60", "Taladro columna mandril 13 mm, recambio", item="TAL-M13", discount="15.00"), Item("250", "0.42", "Taco nylon 8 x 40", item="TAC840"), Item("36", "11.85", "Cerradura embutir inox 40 mm", item="CER-E40", discount="20.00"), Item("12", "64.00", "Escalera tijera aluminio 5 peldaños", item="ESC-T5", discount="15.00"), Item("100", "1.90", "Cinta carrocero 36 mm", item="CIN36")), name="Ferretería Hermanos Ugalde, S.L.", vat="ESB97481626", vat_rate="21", charges="18.00", need="2026-04-30")
    rows = each(order, lambda _, i: f"<tr><td>{i.item}<td>{i.description}<td class=r>{DE(i.qty)}<td class=r>{DE(i.price)}<td class=r>{DE(i.discount) if i.discount else ''}<td class=r>{DE(i.amount)}</tr>")
    html = f"""<style>body{{font:8.5pt 'Liberation Sans'}} .g{{height:120mm}} .g,.g th,.p td,.p th{{border:.7pt solid #000}} .g td{{border-left:.7pt solid #000;border-right:.7pt solid #000;height:1px}} .g tr:last-child td{{height:auto}} .g th,.p th{{background:#d9d9d9;font-size:7.5pt;text-align:center}} .p{{margin-top:3mm}} .d{{border:.7pt solid #000;padding:3mm}}</style>
    <div class=two><div style="width:88mm"><b style="font-size:12pt">Ferretería Hermanos Ugalde, S.L.</b><br>C/ Particular de Alzola 4<br>48012 Bilbao (Bizkaia)<br>N.I.F.: ESB97481626<br>Tel. 944 555 021 &nbsp; Fax 944 555 022</div><div class=d style="width:80mm">SUMINISTROS ARRIAGA NORTE, S.A.<br>Pol. Ind. Ugaldeguren II, nave 9<br>48170 ZAMUDIO<br>BIZKAIA<br>N.I.F.: A48203913</div></div>
    <table class="w p"><tr><th>DOCUMENTO<th>NÚMERO<th>PÁGINA<th>FECHA<th>PROVEEDOR<th>FECHA ENTREGA<th>FORMA DE PAGO<tr><td>Pedido a proveedor<td class=c>1-000214<td class=c>1<td class=c>15/04/2026<td class=c>400087<td class=c>30/04/2026<td>Giro 60 días</table>
    <table class="w g" style="margin-top:3mm"><tr style="height:6mm"><th>ARTÍCULO<th>DESCRIPCIÓN<th>CANTIDAD<th>PRECIO<th>DTO.<th>TOTAL</tr>{rows}<tr><td><td><td><td><td><td></tr></table>
    <table class="w p"><tr><th>TIPO<th>IMPORTE<th>PORTES<th>BASE<th>I.V.A.<th>R.E.</tr><tr class=r><td class=r>21,00<br>10,00<br>4,00<td class=r>{DE(order.goods)}<td class=r>{DE(order.charges)}<td class=r>{DE(order.net)}<td class=r>{DE(order.tax)}<td></tr></table>
    <div class=two style="margin-top:3mm"><div class=d style="width:100mm;font-size:7.5pt">Observaciones: servir completo, no se admiten pendientes. Horario de almacén de 7:30 a 13:00.</div><div class=d style="width:55mm;display:flex;justify-content:space-between;font-size:12pt;font-weight:bold"><span>TOTAL:</span><span>{DE(order.total)} €</span></div></div>"""
    return html, order.truth()


def sap_business_one_de_un_minorista_con_bultos() -> tuple[str, Truth]:
    """SAP Business One of a retailer (ES): packages and units side by side, EAN in its column, four decimals, IVA 10 %."""
    order = Order("26001877", "2026-04-20", "EUR",
        (Item("480", "1.1250", "Aceituna manzanilla sin hueso 350 g", "UD", buyer_item="203114", gtin="8437011502346"), Item("960", "0.8640", "Tomate triturado extra 800 g", "UD", buyer_item="203207", gtin="8437011502414"), Item("240", "4.3975", "Aceite de girasol alto oleico 2 L", "UD", buyer_item="203340", gtin="8437011502520"), Item("600", "0.6900", "Garbanzo cocido tarro 570 g", "UD", buyer_item="203418", gtin="8437011502636"), Item("360", "1.7825", "Atún claro en aceite pack 3", "UD", buyer_item="203502", gtin="8437011502742")), name="Supermercados Ribalta, S.A.", vat="ESA46028312", need="2026-05-04", vat_rate="10")
    packs = "40", "80", "40", "50", "30"
    rows = each(order, lambda n, i: f"<tr><td>{n}<td>{i.buyer_item}<td>{i.gtin}<td>{i.description}<td class=r>{packs[n - 1]}<td class=r>{int(i.qty or 0) // int(packs[n - 1])}<td class=r>{DE.whole(i.qty)}<td>{i.uom}<td class=r>{DE(i.price, 4)}<td class=r>{DE(i.amount)}</tr>")
    html = f"""<style>@page{{margin:12mm}} body{{font:8pt 'Liberation Sans'}} .g tr:nth-child(even) td{{background:#fdf1e3}} .g th{{border-bottom:1.5pt solid #d9822b}} .k td{{padding:.5mm 1mm;white-space:nowrap}} .k td:first-child{{color:#777}}</style>
    <div style="background:#d9822b;color:#fff;padding:3mm 4mm;font-size:15pt;display:flex;justify-content:space-between"><b>Ribalta</b><span>PEDIDO DE COMPRAS</span></div>
    <div style="display:grid;grid-template-columns:56mm 55mm 1fr;margin:5mm 0;gap:3mm"><div><span style="color:#777">Proveedor P000312</span><br><b>Conservas del Segura, S.Coop.</b><br>Ctra. de Mula km 4<br>30176 Pliego (Murcia)<br>NIF F50326115</div><div><span style="color:#777">Lugar de entrega</span><br>Plataforma logística Ribarroja<br>Calle del Oficio 22, muelles 14-18<br>46394 Riba-roja de Túria<br>GLN 8437011500007</div><table class=k><tr><td>Nº pedido<td><b>26001877</b><tr><td>Fecha documento<td>20.04.2026<tr><td>Fecha de entrega<td>04.05.2026, 6:00 a 9:00 h<tr><td>Su referencia<td>Tarifa 2/2026<tr><td>Nuestro contacto<td>Eva Montoro, 963 550 187<tr><td>Moneda<td>EUR</table></div>
    <table class="w g"><tr><th>#<th>Nº artículo<th>Código EAN<th>Descripción<th class=r>Bultos<th class=r>Ud./bulto<th class=r>Unidades<th>UM<th class=r>Precio ud.<th class=r>Importe</tr>{rows}</table>
    <table class=sums><tr><td>Total bultos<td class=r>{sum(map(int, packs))}<tr><td>Base imponible<td class=r>{DE(order.net)} EUR<tr><td>IVA 10 %<td class=r>{DE(order.tax)} EUR<tr><td><b>Total pedido</b><td class=r><b>{DE(order.total)} EUR</b></table>
    <div style="border-top:.5pt solid #d9822b;margin-top:10mm;padding-top:2mm;font-size:7pt;color:#555">Supermercados Ribalta, S.A. - NIF ESA46028312 - Camino Viejo de Picassent 61, 46210 Picanya (Valencia) - R.M. Valencia, tomo 4120, folio 88, hoja V-21774<br>Palés EUR 80 x 120, altura máxima 1,60 m. Caducidad mínima a la recepción: 2/3 de la vida útil. No se descarga sin albarán valorado y nº de pedido.</div>"""
    return html, order.truth()


def orden_de_compra_mexicana() -> tuple[str, Truth]:
    """Microsip-like (MX): partidas, RFCs of both, requisition beside the order number, amount in letters, IVA 16 %."""
    order = Order("OC-004586", "2026-04-22", "MXN",
        (Item("25", "1248.00", "Motor trifásico 1/2 HP 1750 RPM 220/440 V", "PZA", buyer_item="MOT-05-1750", sku="1LE05-12"), Item("400", "38.50", "Cable THW cal. 10 AWG negro", "MTO", buyer_item="CAB-THW10-N", sku="C10N-100"), Item("60", "96.75", "Contacto doble polarizado grado hospital", "PZA", buyer_item="CON-GH", sku="8300-I"), Item("15", "865.20", "Interruptor termomagnético 3P 50 A", "PZA", buyer_item="INT-3P50", sku="QO350"), Item("8", "2310.00", "Tablero de distribución 12 circuitos", "PZA", buyer_item="TAB-12", sku="NQ12-4L")), name="Ingeniería y Montajes del Bajío S.A. de C.V.", country="MX", need="2026-05-08", vat_rate="16")
    rows = each(order, lambda n, i: f"<tr><td class=c>{n}<td class=r>{US(i.qty)}<td>{i.uom}<td>{i.buyer_item}<td>{i.sku}<td>{i.description}<td class=r>${US(i.price)}<td class=r>${US(i.amount)}</tr>")
    html = f"""<style>body{{font:8.5pt 'Liberation Sans'}} .g th{{background:#7b1e2b;color:#fff;text-align:center}} .g td{{border:.5pt solid #c9a3a8}} .k td{{border:.5pt solid #7b1e2b}} .k td:first-child{{background:#f5e9ea}}</style>
    <div style="display:grid;grid-template-columns:1fr 66mm;gap:5mm"><div style="text-align:center"><b style="font-size:12.5pt">Ingeniería y Montajes del Bajío S.A. de C.V.</b><br>RFC: IMB120418Q72<br>Blvd. Torres Landa 2208, Col. Jardines del Moral<br>C.P. 37160 León, Guanajuato, México<br>Tel. (477) 555 0458</div><table class="k w"><tr><td colspan=2 style="background:#7b1e2b;color:#fff;text-align:center;font-size:11pt"><b>ORDEN DE COMPRA</b><tr><td>No. de orden<td>OC-004586<tr><td>Requisición<td>RQ-011902<tr><td>Fecha<td>22/04/2026<tr><td>Fecha requerida<td>08/05/2026<tr><td>Moneda<td>MXN Peso mexicano</table></div>
    <table class="k w" style="margin:5mm 0"><tr><td style="width:24mm">Proveedor<td>Distribuidora Eléctrica Cuauhtémoc S.A. de C.V.<td style="background:#f5e9ea;width:22mm">RFC<td>DEC980611HT9<tr><td>Domicilio<td>Av. Central 145, Col. Industrial, 37340 León, Gto.<td style="background:#f5e9ea">Cotización<td>COT-7731<tr><td>Entregar en<td>Obra Hospital Regional, acceso 2, Silao, Gto.<td style="background:#f5e9ea">Condiciones<td>Crédito 30 días</table>
    <table class="w g"><tr><th>Partida<th>Cant.<th>Unidad<th>Clave<th>Clave proveedor<th>Descripción<th>P. unitario<th>Importe</tr>{rows}</table>
    <div class=two style="margin-top:3mm"><div style="width:95mm;border:.5pt solid #7b1e2b;padding:2mm">Importe con letra:<br><b>(NOVENTA Y SIETE MIL DOSCIENTOS OCHENTA Y UN PESOS 08/100 M.N.)</b></div><table><tr><td>Subtotal<td class=r>${US(order.net)}<tr><td>IVA 16%<td class=r>${US(order.tax)}<tr><td><b>Total</b><td class=r><b>${US(order.total)}</b></table></div>
    <div style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:10mm;text-align:center;margin-top:24mm"><div style="border-top:.5pt solid #000">Elaboró<br>Lic. Karla Zermeño</div><div style="border-top:.5pt solid #000">Autorizó<br>Ing. Raúl Ontiveros</div><div style="border-top:.5pt solid #000">Recibió proveedor</div></div><p style="font-size:6.5pt;color:#777">La factura (CFDI 4.0) deberá indicar el número de orden de compra. Recepción de facturas: martes de 9:00 a 13:00 h. Penalización por atraso: 1% diario hasta 10%.</p>"""
    return html, order.truth(buyer={"name": order.name, "country": order.country})


PAPERS = (*map(Printed, (
    proalpha_mit_preiseinheit_in_zweiter_zeile,
    lexware_eines_malerbetriebs,
    jtl_haendlerbestellung_mit_uebertrag,
    abas_zeilendruck_aus_oesterreich,
    business_central_eines_schweizer_spitals,
    sage_x3_laboratoire_avec_port,
    bon_de_commande_d_une_commune,
    ebp_d_un_menuisier_avec_lignes_de_commentaire,
    odoo_commande_d_une_firme_belge,
    holded_pedido_de_una_agencia,
    factusol_pedido_con_pie_de_impuestos,
    sap_business_one_de_un_minorista_con_bultos,
    orden_de_compra_mexicana,
)), Printed(ifs_paysage_d_une_manufacture_romande, may_doubt=True))
