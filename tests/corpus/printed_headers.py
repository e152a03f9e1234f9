"""Headers and footers as browsers print them: stamps, letter spacing, two languages, two companies, labels close by."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from tests.corpus.case import DE, FR, INDIA, US, Item, Notation, Order
from tests.corpus.web import Printed, Truth, pairs, row, sums, table

ENGLISH = "Code|Description|>Qty|Unit|>Unit price|>Amount"
GERMAN = "Artikel|Bezeichnung|>Menge|ME|>Preis|>Betrag"


def _goods(order: Order, heads: str = ENGLISH, notation: Notation = US) -> str:
    return table(heads, [(one.item, one.description, notation.whole(one.qty), one.uom, notation(one.price), notation(one.amount)) for one in order.items])


def _order(po: str, date: str, currency: str, name: str, need: str | None, **other: str) -> Order:
    items = (Item("18", "46.80", "Ball valve DN25", "pcs", item="KV-25"), Item("60", "2.95", "Gasket DN50", "pcs", item="DG-50"))
    return Order(po, date, currency, items, name=name, need=need, **other)  # type: ignore[arg-type]


def _stamped(words: str) -> tuple[str, Truth]:
    order = _order("CT-26-0931", "2026-04-03", "EUR", "Chemiepark Technik GmbH & Co. KG", "2026-04-30")
    body = f"<div style='position:fixed;top:60mm;left:5mm;font-size:80pt;color:rgba(200,0,0,.15);transform:rotate(-40deg)'>{words}</div>"
    body += "<b>Chemiepark Technik GmbH &amp; Co. KG</b><br>06749 Bitterfeld<h2>Bestellung</h2>" + pairs(("Bestellnummer", order.po), ("Bestelldatum", "03.04.2026"), ("Lieferdatum", "30.04.2026"))
    return body + _goods(order, GERMAN, DE) + sums(("Summe netto EUR", DE(order.total))), order.truth()


def copy_across_the_page() -> tuple[str, Truth]:
    """The letters of a watermark stand among the words of the table and belong to none of them."""
    return _stamped("KOPIE")


def cancelled_across_the_page() -> tuple[str, Truth]:
    """A stamp that says the paper does not count: a person must look."""
    return _stamped("STORNIERT")


def letters_spaced_out() -> tuple[str, Truth]:
    """Title, name, labels and headings with letter spacing: only the file's spaces part words."""
    order = _order("TK-5521", "2026-04-03", "GBP", "TWEEDSIDE KNITWEAR LTD", "2026-05-01")
    body = "<h1 style='letter-spacing:6px'>PURCHASE ORDER</h1><b style='letter-spacing:4px'>TWEEDSIDE KNITWEAR LTD</b><br>Galashiels TD1 1AA, Scotland<p><span style='letter-spacing:2px'>ORDER NO.</span> <span style='letter-spacing:1.5px'>TK-5521</span><br>"
    body += "<span style='letter-spacing:2px'>ORDER DATE</span> 3 April 2026<br><span style='letter-spacing:2px'>DELIVERY DATE</span> 1 May 2026</p><style>th{letter-spacing:2px}</style>"
    return body + _goods(order, "ITEM|DESCRIPTION|>QTY|UNIT|>PRICE|>AMOUNT") + sums(("<span style='letter-spacing:3px'>TOTAL GBP</span>", US(order.total))), order.truth()


def name_and_title_in_a_running_header() -> tuple[str, Truth]:
    """`Firm · Bestellung … vom …` heads each page: the name is the part before the point."""
    order = _order("2026-4471", "2026-04-03", "EUR", "Pfalzer Anlagenbau GmbH", "2026-05-15")
    body = "<div class=two style='border-bottom:1px solid'><span>Pfalzer Anlagenbau GmbH · Bestellung 2026-4471 vom 03.04.2026</span><span>Seite 1 von 1</span></div><h2>Bestellung</h2>"
    return body + pairs(("Bestell-Nr.:", order.po), ("Datum:", "03.04.2026"), ("Liefertermin:", "15.05.2026")) + _goods(order, GERMAN, DE) + sums(("Gesamtbetrag netto EUR", DE(order.total))), order.truth()


def labels_in_two_languages() -> tuple[str, Truth]:
    """`Required / Requis` is one label; `Date (YYYY-MM-DD)` too."""
    order = _order("LF-6601", "2026-04-03", "CAD", "Laurentian Floors Inc.", "2026-04-20", country="CA")
    body = "<b>Laurentian Floors Inc.</b><br>900 rue Sherbrooke O<br>Montréal QC H3A 1G2<br>Canada<h2>PURCHASE ORDER / BON DE COMMANDE</h2>"
    body += pairs(("P.O. # / N° BC", order.po), ("Date (YYYY-MM-DD)", order.date), ("Required / Requis", order.need), ("Currency / Devise", "CAD"))
    return body + _goods(order, "Item / Article|Description|>Qty / Qté|Unit / Unité|>Price / Prix|>Amount / Montant") + sums(("TOTAL", "$" + US(order.total))), order.truth()


def sender_over_the_window() -> tuple[str, Truth]:
    """DIN 5008: the sender in one small line right above whom it is written to; the second company is no rival."""
    order = _order("4500098765", "2026-04-03", "EUR", "Werkzeugbau Lindner GmbH", "2026-04-20")
    body = "<div class=two><div><u style='font-size:7pt'>Werkzeugbau Lindner GmbH · Am Gleis 4 · 73033 Göppingen</u><br><br>Muster Industrieteile AG<br>Postfach 11 02<br>70173 Stuttgart</div>"
    body += "<div><b style='font-size:14pt'>Bestellung</b><br><br>Bestellnummer/Datum<br>4500098765 / 03.04.2026</div></div><p>Liefertermin: 20.04.2026</p>"
    return body + _goods(order, GERMAN, DE) + sums(("Gesamtnettowert ohne Mwst EUR", DE(order.total))), order.truth()


def sender_in_smaller_type_than_the_address() -> tuple[str, Truth]:
    """DIN 5008 with a larger address than sender: the larger name is whom it is written to."""
    order = _order("B-10442", "2026-07-06", "EUR", "Rösthaus Elbe GmbH", "2026-07-10")
    body = "<div style='font-size:7pt'>Rösthaus Elbe GmbH | Fischmarkt 3 | 22767 Hamburg</div>ACME Food Service GmbH<br>Speicher 8<br>20457 Hamburg<h2>Bestellung B-10442</h2>"
    body += pairs(("Bestellnummer", order.po), ("Bestelldatum", "06.07.2026"), ("Lieferung bis", "10.07.2026"))
    return body + _goods(order, GERMAN, DE) + sums(("Gesamtbetrag netto EUR", DE(order.total))), order.truth()


def number_under_the_title() -> tuple[str, Truth]:
    """Dolibarr: `Réf. : …` in the row under the title is the order's number."""
    order = _order("CF2607-0018", "2026-07-06", "EUR", "Les Ruchers d'Armor SARL", "2026-07-17")
    body = "<div class=two><div>Émetteur :<br><b>Les Ruchers d'Armor SARL</b><br>22 rue du Port<br>22000 Saint-Brieuc</div><div class=r><b>Commande fournisseur</b><br>Réf. : CF2607-0018<br>Date commande : 06/07/2026<br>Date prévue de livraison : 17/07/2026</div></div>"
    return body + _goods(order, "Référence|Désignation|>Qté|Unité|>P.U. HT|>Total HT", FR) + sums(("Total HT EUR", FR(order.total))), order.truth()


def po_within_the_number() -> tuple[str, Truth]:
    """`DPP/PO/26-27/0417`: the PO in the middle is no label; `on or before` is one phrase."""
    order = _order("DPP/PO/26-27/0417", "2026-04-03", "INR", "DECCAN PIPING PROJECTS PVT. LTD.", "2026-04-30")
    body = "<h2 class=c>DECCAN PIPING PROJECTS PVT. LTD.</h2><h3 class=c>PURCHASE ORDER</h3><table class='w b'><tr><td rowspan=3>To,<br>M/s ACME Flanges<br>Ahmedabad 382445<td>PO No.<td>DPP/PO/26-27/0417</tr>"
    body += row(("PO Date", "03-04-2026")) + row(("Delivery on or before", "30-04-2026")) + "</table>"
    return body + _goods(order, "Item Code|Description of Goods|>Qty|UOM|>Rate (INR)|>Amount (INR)", INDIA) + sums(("Grand Total", INDIA(order.total))), order.truth()


def a_contract_right_above_the_table() -> tuple[str, Truth]:
    """A label with its value close above the headings is none of them; a sentence's date needs no label."""
    order = _order("BC-88120", "2026-05-12", "GBP", "Brine Chemicals Ltd", "2026-05-19")
    body = "<b>Brine Chemicals Ltd</b><br>Northwich CW9 1AA<h2>Purchase Order</h2><p style='width:120mm'>Please send your order confirmation and invoice quoting BC-88120 to us. This order replaces the quotation you sent, Q-771 of 1 May 2026.</p>"
    held = (("Purchase order number", order.po), ("Date", "12 May 2026"), ("Deliver by", "19 May 2026"), ("Quotation ref.", "Q-771"), ("Contract no.", "C-20011"))
    return body + "<table>" + "".join(row(pair) for pair in held) + "</table>" + _goods(order, "Item code|Description|>Qty|Unit|>Unit price|>Line total") + sums(("Order total GBP", US(order.total))), order.truth()


def an_official_order_with_catalogue_numbers() -> tuple[str, Truth]:
    """`Catalogue No.` heads a column and makes no catalogue of an `Official Order`."""
    order = _order("FDB 20417", "2026-05-12", "GBP", "Fenland Drainage Board", "2026-05-22")
    body = "<b>Fenland Drainage Board</b><br>Ely CB7 1AA<h2>Official Order</h2><p>Order No. FDB 20417<br>Date 12 May 2026<br>Delivery by 22 May 2026<br>Currency GBP</p>"
    return body + _goods(order, "Catalogue No.|Description|>Qty|Unit|>Unit Price|>Total Price") + sums(("Total excluding VAT", US(order.total))), order.truth()


def capital_behind_the_name() -> tuple[str, Truth]:
    """C. com. R123-238: `SARL au capital de …` stands behind the name and is none of it."""
    order = _order("OBJ/26/088", "2026-05-04", "EUR", "Ossature Bois Jura", "2026-05-18", country="FR")
    body = "<b>Ossature Bois Jura</b> - SARL au capital de 20 000 €<br>39100 Dole - France<p>Dole, le 4 mai 2026</p><p>À l'attention de : ACME Bois SA</p><p><b>Objet : notre commande n° OBJ/26/088</b></p><p>Veuillez trouver ci-dessous notre commande, à livrer le 18 mai 2026 sur notre dépôt.</p>"
    return body + _goods(order, "Référence|Désignation|>Quantité|Unité|>Prix unitaire HT|>Montant HT", FR) + sums(("Total HT", FR(order.total) + " €")), order.truth()


def surcharge_of_another_name() -> tuple[str, Truth]:
    """`Alloy surcharge` and `Carriage` between goods and net total; a release's total is a total."""
    order = _order("BL-4600123", "2026-04-03", "GBP", "Humber Fabrications Limited", "2026-04-10", charges="243.20", kind="call_off")
    body = "<b>Humber Fabrications Limited</b><br>Dock Road, Hull HU9 1AA<h2>Blanket Order Release</h2>" + pairs(("Blanket Purchase Order No.", order.po), ("Release No.", "4"), ("Release date", "3 April 2026"), ("Delivery date", "10 April 2026"))
    return body + _goods(order) + sums(("Goods total", "£" + US(order.goods)), ("Alloy surcharge", "£148.20"), ("Carriage", "£95.00"), ("Release total", "£" + US(order.total))), order.truth()


def a_week_asked_for() -> tuple[str, Truth]:
    """P6: `Délai demandé : S23/2026`."""
    order = _order("26040117", "2026-04-03", "EUR", "Papeteries de l'Isère SA", "2026-06-01")
    body = "<b>Papeteries de l'Isère SA</b><br>38500 Voiron, France<h2>COMMANDE</h2>" + pairs(("N° de commande", ": 26040117"), ("Date de commande", ": 03/04/2026"), ("Délai demandé", ": S23/2026"))
    return body + _goods(order, "Code article|Libellé|>Qté|UV|>P.U. net HT|>Total HT", FR) + sums(("Total HT de la commande", FR(order.total) + " EUR")), order.truth()


PAPERS = (
    *(Printed(draw) for draw in (
        copy_across_the_page, letters_spaced_out, name_and_title_in_a_running_header, labels_in_two_languages, sender_over_the_window,
        po_within_the_number, a_contract_right_above_the_table, an_official_order_with_catalogue_numbers, capital_behind_the_name,
        surcharge_of_another_name, sender_in_smaller_type_than_the_address, number_under_the_title,
    )),
    Printed(cancelled_across_the_page, doubt=("STORNIERT",)),
    Printed(a_week_asked_for, may_doubt=True),
)
