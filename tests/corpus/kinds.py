"""P7 and P10: revisions, call-offs, cancellations, papers that are no orders, and orders that say something odd."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import DE, FR, US, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet

# fmt: off
ITEMS = (Item("16", "72.50", "Gear pump 8 cc", "pcs", item="GP-08"), Item("40", "6.15", "O-ring set NBR", "set", item="OR-S"))
WORDS = {
    "en": (("Item", "Description", "Qty", "Unit", "Price EUR", "Amount EUR"), "Total EUR", US),
    "fr": (("Article", "Désignation", "Qté", "Unité", "P.U. HT EUR", "Montant EUR"), "Total HT EUR", FR),
    "de": (("Artikel", "Bezeichnung", "Menge", "ME", "Preis EUR", "Betrag EUR"), "Gesamtbetrag EUR", DE),
}


def _paper(sheet: Sheet, title: str, name: str, pairs: list[tuple[str, str]], *, language: str = "en", items: tuple[Item, ...] = ITEMS,
           note: str = "", foot: str = "", number_column: tuple[str, ...] | None = None) -> float:
    heads, sum_label, notation = WORDS[language]
    sheet.paper(points=9)
    sheet.at(40, 50, name, size=13, bold=True)
    sheet.at(40, 90, title, size=14, bold=True)
    y = sheet.pairs(40, 110, pairs, to=160)
    sheet.block(40, y + 6, note)
    columns = [f"{x} {head}" for x, head in zip(("40", "110", ">330", "340", ">440", ">550"), heads, strict=True)]
    rows = [(one.item or "", one.description or "", notation.whole(one.qty) if one.qty else "", one.uom or "", notation(one.price) if one.price else "",
             notation(one.amount) if one.amount_printed else "") for one in items]
    y = sheet.table(columns, 220, rows)
    total = Order("", "", "", items).total
    sheet.sums(390, y + 12, 550, [(sum_label, notation(total))])
    sheet.block(40, y + 60, foot)
    return y + 60


def revision_b(sheet: Sheet) -> dict[str, Any]:
    """P7: `Revision: B` with its date beside the date of the order."""
    order = Order("PO-60021", "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd", kind="revision", need="2026-04-10")
    _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("PO number", "PO-60021"), ("Revision", "B"), ("Order date", "3 March 2026"),
           ("Revision date", "17 March 2026"), ("Delivery date", "10 April 2026")], note="This revision replaces all earlier issues of this order.")
    return order.truth(revision="B", po_date=...)


def changed_order_german(sheet: Sheet) -> dict[str, Any]:
    """P7: `Bestelländerung` with the number of the change in the title."""
    order = Order("4500600210", "2026-03-03", "EUR", ITEMS, name="Förderwerk GmbH", kind="revision", need="2026-04-10")
    _paper(sheet, "Bestelländerung Nr. 2 zur Bestellung 4500600210", "Förderwerk GmbH", [("Bestelldatum", "03.03.2026"), ("Liefertermin", "10.04.2026")],
           language="de", note="Geänderte Mengen. Diese Änderung ersetzt unsere Bestellung vom 24.02.2026.")
    return order.truth(revision="2")


def amended_french(sheet: Sheet) -> dict[str, Any]:
    """P7: `ANNULE ET REMPLACE` stands over a French order: a revision, no cancellation."""
    order = Order("CF-77120", "2026-03-05", "EUR", ITEMS, name="Marine Industrie SAS", kind="revision", need="2026-04-10")
    _paper(sheet, "Bon de commande", "Marine Industrie SAS", [("Commande n°", "CF-77120"), ("Indice", "C"), ("Date de commande", "05/03/2026"),
           ("Date de livraison", "10/04/2026")], language="fr", note="ANNULE ET REMPLACE NOTRE COMMANDE DU 24/02/2026")
    return order.truth(revision="C")


def call_off_same_number(sheet: Sheet) -> dict[str, Any]:
    """P7: a call-off that carries the number of the blanket order, and a number of its own."""
    order = Order("BPO-3100", "2026-05-11", "EUR", ITEMS, name="Solent Marine Ltd", kind="call_off", need="2026-05-29")
    _paper(sheet, "Call-off against blanket order", "Solent Marine Ltd", [("Blanket order no.", "BPO-3100"), ("Release no.", "4"), ("Date", "11 May 2026"),
           ("Delivery date", "29 May 2026")])
    return order.truth()


def call_off_german(sheet: Sheet) -> dict[str, Any]:
    """P7: `Abruf` from a `Rahmenauftrag`."""
    order = Order("5600012", "2026-05-11", "EUR", ITEMS, name="Förderwerk GmbH", kind="call_off", need="2026-05-29")
    _paper(sheet, "Abruf aus Rahmenbestellung 5600012", "Förderwerk GmbH", [("Abruf-Nr.", "7"), ("Datum", "11.05.2026"), ("Liefertermin", "29.05.2026")],
           language="de")
    return order.truth()


def cancelled(sheet: Sheet) -> dict[str, Any]:
    """P7: the same paper as an order, with `CANCELLED` across its title."""
    order = Order("PO-60022", "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd", kind="cancellation")
    _paper(sheet, "PURCHASE ORDER CANCELLATION", "Solent Marine Ltd", [("PO number", "PO-60022"), ("Order date", "3 March 2026")],
           note="Please cancel this purchase order in full. No goods are to be shipped.")
    return {"kind": order.kind}


def _no_order(title: str, label: str, number: str, note: str, language: str = "en", name: str = "Solent Marine Ltd"):
    def draw(sheet: Sheet) -> dict[str, Any]:
        _paper(sheet, title, name, [(label, number), ("Date", "12.03.2026")], language=language, note=note)
        return {"kind": "not_an_order"}

    draw.__name__ = "not_an_order_" + title.lower().replace(" ", "_")
    return draw


NO_ORDERS = (
    _no_order("Request for Quotation", "RFQ no.", "RFQ-2210", "Please quote your best price and delivery for a possible purchase order."),
    _no_order("Demande de prix", "Numéro", "DP-1180", "Merci de nous adresser votre meilleure offre. Ceci n'est pas une commande.", "fr", "Marine Industrie SAS"),
    _no_order("Anfrage", "Anfrage-Nr.", "60004411", "Wir bitten um Ihr Angebot bis 20.03.2026. Noch keine Bestellung.", "de", "Förderwerk GmbH"),
    _no_order("Solicitud de oferta", "Número", "SO-771", "Rogamos nos envíen su mejor oferta.", "en", "Talleres Ibarra SA"),
    _no_order("Order Confirmation", "Sales order", "SO-88120", "Thank you for your purchase order PO-60021. We confirm the following."),
    _no_order("Auftragsbestätigung", "Auftrag Nr.", "AB-551", "Wir danken für Ihre Bestellung 4500600210 und bestätigen wie folgt.", "de", "Förderwerk GmbH"),
    _no_order("Confirmation de commande", "N°", "AR-9912", "Nous accusons réception de votre commande CF-77120.", "fr", "Marine Industrie SAS"),
    _no_order("Invoice", "Invoice no.", "INV-4410", "Your purchase order PO-60021. Payment within 30 days."),
    _no_order("Pro forma invoice", "Number", "PF-331", "For your purchase order PO-60021. This is not a demand for payment."),
    _no_order("Delivery note", "Delivery no.", "DN-2020", "Your order PO-60021 of 3 March 2026."),
    _no_order("Quotation", "Quote no.", "Q-7781", "We are pleased to offer. Please send your purchase order to sales@solent.example."),
)


def only_terms(sheet: Sheet) -> dict[str, Any]:
    """P10: conditions of purchase that came alone; they speak of purchase orders in every sentence."""
    sheet.paper("times", 9)
    sheet.at(40, 50, "General Terms and Conditions of Purchase", size=14, bold=True)
    y = 80.0
    for number in range(1, 25):
        y = sheet.block(40, y, f"{number}. Any purchase order (PO) issued by the Buyer is binding once the Supplier has confirmed the order in writing.\n"
                        f"    Prices in the PO are fixed. Liability is limited to EUR {number * 1000:,}.00 per order; quantity and delivery date are\n"
                        "    of the essence.")  # fmt: skip
    return {"kind": "not_an_order"}


def order_with_terms_pages(sheet: Sheet) -> dict[str, Any]:
    """P10: an honest order; two pages of terms follow that speak of quotations, confirmations and amounts."""
    order = Order("PO-60030", "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd", need="2026-04-10")
    _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("PO number", "PO-60030"), ("Order date", "3 March 2026"), ("Delivery date", "10 April 2026")])
    for page in (1, 2):
        sheet.new_page()
        sheet.at(40, 50, f"Terms and conditions of purchase, page {page}", bold=True)
        y = 80.0
        for number in range(1, 21):
            y = sheet.block(40, y, f"{page}.{number} The Supplier shall confirm each order within 2 days. A quotation or request for quotation binds nobody.\n"
                            f"Damages for delay: EUR {number * 250:,}.00 per week, up to a total of EUR 25,000.00. Cancellation in writing only.")
    return order.truth()


def asks_for_a_confirmation(sheet: Sheet) -> dict[str, Any]:
    """An honest order that mentions the quotation, asks for a confirmation and names where invoices go."""
    order = Order("PO-60031", "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd", need="2026-04-10")
    _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("PO number", "PO-60031"), ("Order date", "3 March 2026"), ("Delivery date", "10 April 2026"),
           ("Your quotation", "Q-7781 of 20 February 2026")], note="With reference to your quotation we order as follows.",
           foot="Please send your order confirmation within two days. Invoices to ap@solent.example, delivery note with the goods.")
    return order.truth()


def cancellation_terms_in_the_foot(sheet: Sheet) -> dict[str, Any]:
    """An honest French order whose foot speaks of cancelling: `toute annulation`."""
    order = Order("CF-77131", "2026-03-06", "EUR", ITEMS, name="Marine Industrie SAS", need="2026-04-10")
    _paper(sheet, "Bon de commande", "Marine Industrie SAS", [("Commande n°", "CF-77131"), ("Date de commande", "06/03/2026"), ("Date de livraison", "10/04/2026")],
           language="fr", foot="Toute livraison tardive pourra entraîner l'annulation de la commande. Merci de confirmer la réception de cette commande.")
    return order.truth()


def price_in_a_note(sheet: Sheet) -> dict[str, Any]:
    """P10: the table says 0.00 and the note beneath says what the price is."""
    items = (Item("16", "0.00", "Gear pump 8 cc", "pcs", item="GP-08"), ITEMS[1])
    order = Order("PO-60040", "2026-03-03", "EUR", items, name="Solent Marine Ltd", need="2026-04-10")
    _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("PO number", "PO-60040"), ("Order date", "3 March 2026"), ("Delivery date", "10 April 2026")],
           items=items, foot="Note to line 1: price as agreed EUR 72.50 each, to be invoiced separately.")
    return order.truth()


def price_in_a_note_french(sheet: Sheet) -> dict[str, Any]:
    """P10: as before in French, the note directly beneath the line."""
    sheet.paper(points=9)
    sheet.at(40, 50, "Marine Industrie SAS", size=13, bold=True)
    sheet.pairs(40, 80, [("Bon de commande n°", "CF-77140"), ("Date", "06/03/2026"), ("Livraison", "10/04/2026")], to=150)
    rows = [("GP-08", "Pompe à engrenages 8 cc", "16", "U", "0,00", "0,00"), "Prix selon votre offre : 72,50 EUR HT l'unité",
            ("OR-S", "Jeu de joints NBR", "40", "JEU", "6,15", "246,00")]
    y = sheet.table(("40 Article", "110 Désignation", ">330 Qté", "340 Unité", ">440 P.U. HT EUR", ">550 Montant EUR"), 150, rows)
    sheet.sums(390, y + 12, 550, [("Total HT EUR", "246,00")])
    return {"kind": "order", "po_number": "CF-77140"}


def blank_quantities(sheet: Sheet) -> dict[str, Any]:
    """P10: the quantity column is empty; price and amount stand there, so a quantity could be guessed."""
    order = Order("PO-60041", "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd", need="2026-04-10")
    blank = tuple(Item(None, one.price, one.description, one.uom, item=one.item, says=str(one.amount)) for one in ITEMS)
    _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("PO number", "PO-60041"), ("Order date", "3 March 2026"), ("Delivery date", "10 April 2026")],
           items=blank)
    return order.change(items=blank).truth()


def one_blank_quantity(sheet: Sheet) -> dict[str, Any]:
    """P10: only the second line has no quantity, and no amount either; the sum is that of the first."""
    items = (ITEMS[0], Item(None, "6.15", "O-ring set NBR", "set", item="OR-S", amount_printed=False))
    order = Order("PO-60042", "2026-03-03", "EUR", items, name="Solent Marine Ltd", need="2026-04-10")
    _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("PO number", "PO-60042"), ("Order date", "3 March 2026"), ("Delivery date", "10 April 2026")],
           items=items)
    return order.truth()


def no_order_number(sheet: Sheet) -> dict[str, Any]:
    """The order has no number; a quotation's number and a customer's number invite to be taken for it."""
    order = Order(None, "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd")
    _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("Our account", "SOL-0042"), ("Your quotation", "Q-7781"), ("Order date", "3 March 2026")])
    return order.truth()


def two_order_numbers(sheet: Sheet) -> dict[str, Any]:
    """Two numbers with the same label, one digit apart."""
    _paper(sheet, "Purchase Order PO-60051", "Solent Marine Ltd", [("PO number", "PO-60057"), ("Order date", "3 March 2026")])
    return {"kind": "order"}


def _twin(number: str):
    def draw(sheet: Sheet) -> dict[str, Any]:
        order = Order(number, "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd", need="2026-04-10")
        _paper(sheet, "Purchase Order", "Solent Marine Ltd", [("PO number", number), ("Order date", "3 March 2026"), ("Delivery date", "10 April 2026")])
        return order.truth()

    draw.__name__ = f"one_digit_apart_{number}"
    return draw


def no_currency(sheet: Sheet) -> dict[str, Any]:
    """Nothing says in which money the prices are."""
    sheet.paper(points=9)
    sheet.at(40, 50, "Solent Marine Ltd", size=13, bold=True)
    sheet.pairs(40, 80, [("Purchase order", "PO-60061"), ("Date", "3 March 2026")], to=140)
    rows = [(one.item, one.description, one.qty, one.uom, US(one.price), US(one.amount)) for one in ITEMS]
    y = sheet.table(("40 Item", "110 Description", ">330 Qty", "340 Unit", ">440 Price", ">550 Amount"), 150, rows)
    order = Order("PO-60061", "2026-03-03", None, ITEMS, name="Solent Marine Ltd")
    sheet.sums(390, y + 12, 550, [("Total", US(order.total))])
    return order.truth()


def two_orders_in_one_file(sheet: Sheet) -> dict[str, Any]:
    """M1 in a mailbox of orders: two purchase orders, each with its own number, sum and page, in one PDF."""
    first = Order("PO-60071", "2026-03-03", "EUR", ITEMS, name="Solent Marine Ltd")
    rows = [(one.item, one.description, one.qty, one.uom, US(one.price), US(one.amount)) for one in ITEMS]
    sheet.paper(points=9)
    for number in ("PO-60071", "PO-60072"):
        sheet.at(40, 50, "Solent Marine Ltd", size=13, bold=True)
        sheet.pairs(40, 80, [("Purchase order", number), ("Date", "3 March 2026"), ("Currency", "EUR")], to=140)
        y = sheet.table(("40 Item", "110 Description", ">330 Qty", "340 Unit", ">440 Price", ">550 Amount"), 150, rows)
        sheet.sums(390, y + 12, 550, [("Total EUR", US(first.total))])
        if number == "PO-60071":
            sheet.new_page()
    return {"kind": "order"}


DRAFTS = (
    *(Draft(draw, may_doubt=True) for draw in (
        revision_b, changed_order_german, amended_french, call_off_same_number, call_off_german, cancelled, *NO_ORDERS, only_terms,
    )),
    *(Draft(draw) for draw in (
        order_with_terms_pages, asks_for_a_confirmation, cancellation_terms_in_the_foot, _twin("PO-60081"), _twin("PO-60087"),
    )),
    Draft(price_in_a_note, doubt=("price", "0.00")),
    Draft(price_in_a_note_french, doubt=("price", "0.00")),
    Draft(blank_quantities, doubt=("quantity",)),
    Draft(one_blank_quantity, doubt=("quantity",)),
    Draft(no_order_number, doubt=("order number",)),
    Draft(two_order_numbers, doubt=("PO-60051", "PO-60057")),
    Draft(no_currency, doubt=("currency",)),
    Draft(two_orders_in_one_file, doubt=("PO-60072", "two", "2812")),
)
