"""Orders of French and Belgian buyers as their systems print them."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import FR, FR_HARD, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet

# fmt: off
SUPPLIER = "Visserie du Littoral SAS\n14 quai des Indes\n56100 Lorient"


def sage_french(sheet: Sheet) -> dict[str, Any]:
    """Sage 100: boxes with a small label above each value, sums in boxes at the foot, a discount column."""
    order = Order(
        "BCF-004512", "2026-04-03", "EUR",
        (
            Item("144", "12.35", "Vis CHC M6x20 inox A4", "BTE", sku="VCHC-620", discount="10"),
            Item("12", "86.00", "Rouleau adhésif alu 50 m", "RLX", sku="ADH-AL50"),
            Item("3", "1245.50", "Servante d'atelier 7 tiroirs", "U", sku="SRV-7T", discount="15"),
        ),
        name="Chaudronnerie Le Goff", vat="FR40303265045", country="FR", need="2026-04-20", vat_rate="20",
    )
    sheet.paper(points=9)
    sheet.block(40, 50, "Chaudronnerie Le Goff\nZA de Kerboulard\n29300 Quimperlé\nFRANCE", bold=True)
    sheet.at(40, 112, "N° TVA : FR 40 303 265 045 - SIRET 303 265 045 00017", size=7)
    sheet.at(550, 60, "BON DE COMMANDE FOURNISSEUR", size=13, bold=True, align="R")
    sheet.block(330, 100, SUPPLIER)
    sheet.boxes(40, 160, (95, 80, 110, 120, 110), [
        ("N° commande", "BCF-004512"), ("Date", "03/04/2026"), ("Code fournisseur", "FVISLIT"),
        ("Date de livraison", "20/04/2026"), ("Votre contact", "M. Hervé Calvez"),
    ])
    rows = [(one.sku, one.description, FR(one.qty), one.uom, FR(one.price), FR(one.discount) if one.discount else "",
             FR(one.amount)) for one in order.items]
    y = sheet.table(("42 Référence", "120 Désignation", ">340 Qté", "346 Unité", ">430 P.U. HT", ">480 Rem. %",
                     ">553 Montant HT"), 220, rows, gap=6)
    sheet.at(120, y, "Merci de nous retourner un accusé de réception sous 48 h.")
    sheet.boxes(250, 700, (100, 60, 70, 85), [
        ("Total HT", FR(order.net)), ("Taux TVA", "20,00"), ("TVA", FR(order.tax)), ("Total TTC", FR(order.total) + " EUR"),
    ])
    sheet.at(40, 810, "SARL au capital de 50 000 € - RCS Quimper 303 265 045 - Tél. 02 98 96 11 22 - IBAN FR76 1558 9297 0000 "
             "0120 3456 789", size=6)
    return order.truth()


def sentence_heading(sheet: Sheet) -> dict[str, Any]:
    """The number and the date stand in the title's sentence; amounts carry no-break spaces; the euro sign is glued."""
    order = Order(
        "CF26-118", "2026-05-07", "EUR",
        (
            Item("2000", "0.085", "Rondelle M6 inox", item="RON-M6"),
            Item("15", "1310.20", "Poste à souder inverter 200 A", item="SOUD-200"),
        ),
        name="Ateliers Morvan", need="2026-05-29",
    )
    sheet.paper("times", 10.5)
    sheet.block(40, 50, "Ateliers Morvan\n8 rue du Port\n17000 La Rochelle")
    sheet.block(340, 110, SUPPLIER)
    sheet.at(40, 190, "Commande n° CF26-118 du 7 mai 2026", size=15, bold=True)
    sheet.at(40, 212, "À livrer au plus tard le 29/05/2026 à l'adresse ci-dessus.")
    rows = [(one.item, one.description, FR_HARD.whole(one.qty), FR_HARD.whole(one.price) + "€", FR_HARD(one.amount) + "€")
            for one in order.items]
    y = sheet.table(("40 Article", "120 Libellé", ">350 Quantité", ">450 Prix unitaire HT", ">550 Montant HT"), 250, rows)
    sheet.sums(400, y + 12, 550, [("TOTAL HT", FR_HARD(order.total) + "€")], bold=True)
    return order.truth()


def town_hall(sheet: Sheet) -> dict[str, Any]:
    """A public buyer: two letterheads, engagement number, a VAT code per line and a table of rates at the foot."""
    order = Order(
        "2026-VT-00934", "2026-06-02", "EUR",
        (
            Item("40", "9.90", "Ramette papier A4 80 g", "RAM", item="PAP80"),
            Item("8", "54.60", "Cartouche toner noir", "U", item="TON-BK"),
            Item("100", "2.15", "Classeur à levier dos 70", "U", item="CLAS70"),
        ),
        name="Ville de Trégastel", need="2026-06-16", vat_rate="20",
    )
    sheet.paper(points=8.5)
    sheet.block(40, 45, "RÉPUBLIQUE FRANÇAISE\nVille de Trégastel\nService des achats\nPlace Sainte-Anne\n22730 Trégastel")
    sheet.block(330, 45, "Fournisseur :\n" + SUPPLIER + "\nSIRET 552 100 554 00025")
    sheet.box(40, 125, 515, 44)
    sheet.at(297, 142, "BON DE COMMANDE", size=13, bold=True, align="C")
    sheet.at(50, 160, "N° de bon : 2026-VT-00934")
    sheet.at(230, 160, "Date : 02/06/2026")
    sheet.at(370, 160, "N° d'engagement : 26D001877")
    sheet.pairs(40, 190, [("Imputation :", "020 6064"), ("Livraison avant le :", "16/06/2026"),
                          ("Lieu de livraison :", "Hôtel de ville, 2e étage")], to=140)
    rows = [(one.item, one.description, "1", FR.whole(one.qty), one.uom, FR(one.price), FR(one.amount)) for one in order.items]
    y = sheet.table(("40 Code", "100 Désignation", "^290 TVA", ">350 Quantité", "360 Unité", ">450 Prix unit. HT",
                     ">550 Total HT"), 245, rows, lined=True)
    sheet.at(40, y + 20, "Code TVA    Base HT    Taux    Montant TVA", bold=True)
    sheet.at(40, y + 34, f"1               {FR(order.net)}      20,00      {FR(order.tax)}")
    sheet.sums(380, y + 20, 550, [("Total HT", FR(order.net)), ("Total TVA", FR(order.tax)),
                                  ("Total TTC en euros", FR(order.total))])
    sheet.at(40, 790, "Facture à déposer sur Chorus Pro, SIRET 212 203 533 00018, code service ACHATS.", size=7)
    return order.truth(buyer={"name": "Ville de Trégastel"})


def odoo_french(sheet: Sheet) -> dict[str, Any]:
    """Odoo: labels above values without boxes, [code] before the description, taxes as a column, units glued."""
    order = Order(
        "P00042", "2026-03-30", "EUR",
        (
            Item("12.00", "75.00", "Tapis antifatigue 90x60", "Unités"),
            Item("250.00", "3.40", "Gaine spiralée 20 mm", "m"),
        ),
        name="Atelier Bois & Fer", vat="FR83404833048", vat_rate="20",
    )
    sheet.paper(points=10)
    sheet.at(40, 50, "Atelier Bois & Fer", size=13, bold=True)
    sheet.block(40, 66, "5 chemin des Tanneurs\n69009 Lyon\nFrance\nTVA : FR83404833048")
    sheet.block(330, 120, SUPPLIER + "\nFrance\nNo TVA : FR23334175221")
    sheet.at(40, 210, "Bon de commande #P00042", size=17)
    for x, label, value in ((40, "Acheteur", "Nadia Benali"), (200, "Date de commande", "30/03/2026")):
        sheet.at(x, 236, label, bold=True)
        sheet.at(x, 250, value)
    rows = [(f"[{code}] {one.description}", "TVA 20%", "30/03/2026", FR(one.qty) + " " + one.uom, FR(one.price),
             FR(one.amount) + " €") for code, one in zip(("TAP-9060", "GSP-20"), order.items, strict=True)]
    y = sheet.table(("40 Description", "230 Taxes", "290 Date Req.", ">405 Qté", ">485 Prix unitaire", ">555 Montant"), 285, rows)
    sheet.sums(380, y + 10, 555, [("Sous-total", FR(order.net) + " €"), ("TVA 20%", FR(order.tax) + " €"),
                                  ("Total", FR(order.total) + " €")])
    lines = [line | {"buyer_item": ..., "sku": ...} for line in order.truth()["lines"]]
    lines = [{name: value for name, value in line.items() if value is not ...} for line in lines]
    return order.truth(lines=lines, buyer={"vat": "FR83404833048", "name": "Atelier Bois & Fer", "country": "FR"}, need_date=...)


def your_reference_beneath(sheet: Sheet) -> dict[str, Any]:
    """Oracle in French: our number stands under the description as `Votre réf.`; two decks of headings."""
    order = Order(
        "76100482", "2026-01-19", "EUR",
        (
            Item("60", "41.20", "Vérin pneumatique Ø32 course 50", "PCE", "A100455", "VP-3250", line=1),
            Item("120", "7.85", "Raccord instantané 8 mm G1/4", "PCE", "A100460", "RI-814", line=2),
            Item("4", "388.00", "Centrale de traitement d'air G1/2", "PCE", "A100731", "CTA-12", line=3),
        ),
        name="Laiterie du Marais SA", need="2026-02-16", vat="FR64318771052",
    )
    sheet.paper(points=8.5)
    sheet.at(40, 50, "LAITERIE DU MARAIS SA", size=12, bold=True)
    sheet.block(40, 64, "Route de Luçon - 85370 Mouzeuil - TVA intracommunautaire FR64318771052")
    sheet.at(400, 50, "COMMANDE D'ACHAT", size=12, bold=True)
    sheet.pairs(400, 70, [("N°", "76100482"), ("Révision", "0"), ("Date", "19-JANV-2026"), ("Page", "1 / 1")], to=460)
    sheet.block(40, 110, "FOURNISSEUR\n" + SUPPLIER)
    sheet.block(220, 110, "LIVRER À\nLaiterie du Marais SA\nMagasin général\nRoute de Luçon\n85370 Mouzeuil")
    sheet.block(400, 110, "FACTURER À\nLaiterie du Marais SA\nComptabilité fournisseurs\nBP 12\n85400 Luçon")
    rows = [(str(one.line), f"{one.buyer_item}", f"{one.description}\nVotre réf. : {one.sku}", "16/02/2026",
             FR.whole(one.qty), one.uom, FR(one.price), FR(one.amount)) for one in order.items]
    y = sheet.table(("40 Lg", "60 Article", "115 Désignation", "300 Date de\nlivraison", ">395 Quantité\ncommandée", "402 UM",
                     ">475 Prix\nunitaire", ">552 Montant\n(EUR)"), 200, rows)
    sheet.sums(390, y + 8, 552, [("TOTAL COMMANDE", FR(order.total))], bold=True)
    return order.truth()


def letter_from_a_joiner(sheet: Sheet) -> dict[str, Any]:
    """A letter written in Word: no headings, quantity first, unit price after `à`, sum in words of a sentence."""
    order = Order(
        "MG/26/07", "2026-07-13", "EUR",
        (Item("30", "4.10", "Charnière invisible 110°", item="CHI-110"), Item("8", "27.50", "Serrure à larder axe 50", item="SLA-50")),
        name="Menuiserie Garrec", need="2026-07-24",
    )
    sheet.paper("times", 12)
    sheet.block(60, 60, "Menuiserie Garrec\n2 place de l'Église\n56320 Le Faouët\nTél : 02 97 23 08 08")
    sheet.at(540, 130, "Le Faouët, le 13 juillet 2026", align="R")
    sheet.block(60, 170, "Objet : notre commande MG/26/07")
    sheet.block(60, 210, "Bonjour,\n\nVeuillez nous livrer pour le 24 juillet 2026 :")
    y = 275.0
    for one in order.items:
        sheet.at(70, y, f"- {one.qty} {one.description} (réf. {one.item}) à {FR(one.price)} € HT soit {FR(one.amount)} €")
        y += 18
    sheet.block(60, y + 12, f"Soit un total de {FR(order.total)} € HT.\n\nCordialement,\nYann Garrec")
    return order.truth(lines=...)


DRAFTS = (
    Draft(sage_french), Draft(sentence_heading), Draft(town_hall), Draft(odoo_french), Draft(your_reference_beneath),
    Draft(letter_from_a_joiner, may_doubt=True),
)
