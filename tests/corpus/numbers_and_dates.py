"""P3 to P6: whose part number, packs and prices per hundred, every notation of numbers, every order of dates."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import CH, COMMA, DE, FR, FR_HARD, INDIA, SI, US, Item, Notation, Order
from tests.corpus.draft import Draft
from tests.corpus.raw import narrow_spaces
from tests.corpus.sheet import Sheet


# fmt: off
def _plain(sheet: Sheet, order: Order, notation: Notation, dates: tuple[str, str], *, places: int = 2, heads: tuple[str, ...] = (),
           sums: str = "Total", address: str = "", labels: tuple[str, ...] = ("Purchase order no.", "Order date", "Delivery date")) -> None:
    """A plain paper, so that only the matter in question is hard."""
    sheet.paper(points=9)
    y = sheet.block(40, 50, (order.name or "") + "\n" + address)
    pairs = [pair for pair in zip(labels, (order.po or "", *dates), strict=True) if pair[1]]
    sheet.pairs(40, y + 20, pairs, to=150)
    heads = heads or ("Item", "Description", "Quantity", "Unit", "Unit price", "Amount")
    columns = [f"{x} {head}" for x, head in zip(("40", "120", ">330", "338", ">440", ">550"), heads, strict=True)]
    rows = [(one.item or one.buyer_item or one.sku or "", one.description or "", notation.whole(one.qty), one.uom or "", notation(one.price, places),
             notation(one.amount)) for one in order.items]
    y = sheet.table(columns, 180, rows)
    sheet.sums(400, y + 14, 550, [(sums, notation(order.total))])


def _order(po: str, date: str, currency: str, name: str, **other: Any) -> Order:
    items = (Item("1250", "3.40", "Clip, spring steel", "pcs", item="CL-100"), Item("4", "2150.75", "Press tool", "pcs", item="PT-7"))
    return Order(po, date, currency, items, name=name, **other)


def only_their_part_number(sheet: Sheet) -> dict[str, Any]:
    """P3: the buyer's part number is the only one; the same part twice with other delivery words."""
    order = Order(
        "R-5512", "2026-04-21", "EUR",
        (Item("10", "48.00", "Filter cartridge", "pcs", "RV-2001"), Item("25", "48.00", "Filter cartridge", "pcs", "RV-2001")),
        name="Rivero Logistics SL",
    )
    _plain(sheet, order, US, ("21 April 2026", ""), heads=("Our part no.", "Description", "Qty", "Unit", "Unit price EUR", "Amount EUR"))
    return order.truth()


def only_our_number(sheet: Sheet) -> dict[str, Any]:
    """P3: the heading says that the number is the supplier's; a date of validity stands beneath as a comment."""
    order = Order(
        "E-90021", "2026-06-25", "EUR", (Item("3", "615.00", "Ventilinsel 8-fach", "Stk", sku="VI-8"),
                                         Item("30", "9.10", "Blindplatte", "Stk", sku="VI-BP")), name="Ettlinger Pack GmbH", need="2026-07-15",
    )
    _plain(sheet, order, DE, ("25.06.2026", "15.07.2026"), heads=("Ihre Art.-Nr.", "Bezeichnung", "Menge", "ME", "Preis EUR", "Betrag EUR"),
           sums="Summe", labels=("Bestellnummer", "Bestelldatum", "Liefertermin"))
    return order.truth()


def cartons_of_twelve(sheet: Sheet) -> dict[str, Any]:
    """P4: `2 CRT of 12`: two cartons priced by the carton; the content is part of the unit's words."""
    order = Order("PO 5518", "2026-05-18", "EUR", (Item("2", "90.00", "Grease tube 400 g", "CRT", item="GT-400"),
                                                  Item("5", "61.20", "Hand cleaner 3 l", "CRT", item="HC-3")), name="Bexhill Garages Ltd")
    sheet.paper(points=9)
    sheet.at(40, 50, "Bexhill Garages Ltd", size=13, bold=True)
    sheet.pairs(40, 80, [("Purchase order", "PO 5518"), ("Date", "18 May 2026"), ("Currency", "EUR")], to=140)
    rows = [(one.item, one.description, f"{one.qty} CRT of {size}", US(one.price), US(one.amount))
            for one, size in zip(order.items, (12, 4), strict=True)]
    y = sheet.table(("40 Item", "110 Description", "270 Quantity", ">420 Price per CRT", ">550 Amount"), 140, rows)
    sheet.sums(400, y + 14, 550, [("Total EUR", US(order.total))])
    return order.truth()


def thousands_as_a_unit(sheet: Sheet) -> dict[str, Any]:
    """P4: `1,5 M` in a French order is one and a half thousand, sold by the thousand: the quantity is 1.5."""
    order = Order("BC7781", "2026-02-03", "EUR", (Item("1.5", "84.00", "Rivet alu 4x10", "M", item="RA-410"),
                                                 Item("0.5", "131.00", "Rivet inox 5x12", "M", item="RI-512")), name="Carrosserie Blin SARL")
    sheet.paper(points=9)
    sheet.at(40, 50, "Carrosserie Blin SARL", size=13, bold=True)
    sheet.pairs(40, 80, [("Bon de commande", "BC7781"), ("Date", "03/02/2026")], to=140)
    rows = [(one.item, one.description, f"{FR.whole(one.qty)} M", f"{FR(one.price)} / M", FR(one.amount) + " EUR") for one in order.items]
    y = sheet.table(("40 Référence", "120 Désignation", ">330 Quantité", ">430 Prix HT", ">550 Total HT"), 140, rows)
    sheet.sums(400, y + 14, 550, [("Total HT", FR(order.total) + " EUR")])
    return order.truth()


def price_per_hundred(sheet: Sheet) -> dict[str, Any]:
    """P4: `Price per` is a column of its own: 100, 1000 and 1 in one table."""
    order = Order(
        "PO-3314", "2026-03-19", "USD",
        (
            Item("2500", "14.80", "Wood screw 4x40", "EA", item="WS-440", per="100"),
            Item("12000", "31.50", "Nail 50 mm", "EA", item="NL-50", per="1000"),
            Item("7", "24.00", "Nail gun magazine", "EA", item="NG-M", per="1"),
        ),
        name="Timberline Homes Inc.",
    )
    sheet.paper(points=9, size="Letter")
    sheet.at(40, 50, "Timberline Homes Inc.", size=13, bold=True)
    sheet.pairs(40, 80, [("Purchase Order", "PO-3314"), ("Order Date", "March 19, 2026"), ("Currency", "USD")], to=140)
    rows = [(one.item, one.description, US.whole(one.qty), one.uom, US(one.price), US.whole(one.per), US(one.amount)) for one in order.items]
    y = sheet.table(("40 Item", "110 Description", ">300 Quantity", "308 UOM", ">400 Unit Price", ">460 Price Per", ">560 Extension"), 140, rows)
    sheet.sums(400, y + 14, 560, [("Order Total", US(order.total))])
    return order.truth()


def price_per_hundred_in_the_cell(sheet: Sheet) -> dict[str, Any]:
    """P4: `18,50 /100` in the price's own cell, and `C` for a hundred nowhere explained on another line."""
    order = Order("AB-20117", "2026-11-04", "EUR", (Item("600", "18.50", "Scheibe A10", "Stk", item="SA-10", per="100"),
                                                   Item("50", "2.75", "Ringschraube M10", "Stk", item="RS-M10")), name="Metallbau Prokop GmbH")
    sheet.paper("times", 10)
    sheet.at(40, 50, "Metallbau Prokop GmbH", size=14, bold=True)
    sheet.pairs(40, 80, [("Bestell-Nr.", "AB-20117"), ("Datum", "04.11.2026")], to=120)
    rows = [(one.item, one.description, f"{one.qty} {one.uom}", DE(one.price) + (" /100" if one.per else ""), DE(one.amount) + " EUR")
            for one in order.items]
    y = sheet.table(("40 Artikel", "120 Bezeichnung", ">330 Menge", ">440 Preis", ">550 Gesamt"), 140, rows)
    sheet.sums(400, y + 14, 550, [("Summe", DE(order.total) + " EUR")])
    return order.truth()


def sold_by_the_box(sheet: Sheet) -> dict[str, Any]:
    """P4: two quantity columns, pieces and boxes; the price is for a box; only boxes × price is the amount."""
    order = Order("41-2206", "2026-01-15", "GBP", (Item("6", "42.00", "Gloves nitrile L", "BOX", item="GN-L"),
                                                  Item("20", "9.90", "Masks FFP2", "BOX", item="MF-2")), name="Ashdown Clinic Ltd")
    sheet.paper(points=9)
    sheet.at(40, 50, "Ashdown Clinic Ltd", size=13, bold=True)
    sheet.pairs(40, 80, [("PO number", "41-2206"), ("PO date", "15 Jan 2026"), ("Currency", "GBP")], to=140)
    rows = [(one.item, one.description, pieces, one.qty, one.uom, US(one.price), US(one.amount))
            for one, pieces in zip(order.items, ("600", "400"), strict=True)]
    y = sheet.table(("40 Item", "110 Description", ">290 Pieces", ">350 Qty", "358 Unit", ">450 Price", ">550 Amount"), 140, rows)
    sheet.sums(400, y + 14, 550, [("Total", US(order.total))])
    return order.truth()


def german_notation(sheet: Sheet) -> dict[str, Any]:
    """P5: 1.234,56 with 1.250 as a whole quantity."""
    order = _order("D-40117", "2026-04-13", "EUR", "Notation Eins GmbH")
    _plain(sheet, order, DE, ("13.04.2026", ""), heads=("Artikel", "Bezeichnung", "Menge", "Einheit", "Preis EUR", "Betrag EUR"),
           sums="Gesamtbetrag EUR", labels=("Bestellnummer", "Datum", "-"))
    return order.truth()


def no_break_notation(sheet: Sheet) -> dict[str, Any]:
    """P5: 1 234,56 with no-break spaces."""
    order = _order("CMD-50012", "2026-04-13", "EUR", "Notation Deux SAS")
    _plain(sheet, order, FR_HARD, ("13/04/2026", ""), heads=("Article", "Désignation", "Quantité", "Unité", "Prix unitaire EUR", "Montant EUR"),
           sums="Total HT EUR", labels=("Commande n°", "Date de commande", "-"))
    return order.truth()


def narrow_space_notation(sheet: Sheet) -> dict[str, Any]:
    """P5: 1 234,56 with U+202F, in a raw PDF whose font says so by ToUnicode."""
    order = _order("CMD-50013", "2026-04-14", "EUR", "Notation Trois SAS")
    rows = [(60, 780, "Notation Trois SAS"), (60, 750, "Commande n° CMD-50013"), (60, 736, "Date de commande : 14/04/2026")]
    heads = ("Article", "Désignation", "Quantité", "Unité", "Prix unitaire EUR", "Montant EUR")
    rows += [(x, 690, text) for x, text in zip((60, 140, 290, 350, 400, 500), heads, strict=True)]
    for place, one in enumerate(order.items):
        cells = (one.item, one.description, SI.whole(one.qty), one.uom, SI(one.price), SI(one.amount))
        rows += [(x, 670 - 18 * place, text or "") for x, text in zip((60, 140, 290, 350, 400, 500), cells, strict=True)]
    rows += [(400, 620, "Total HT EUR"), (500, 620, SI(order.total))]
    sheet.made = narrow_spaces(rows)
    return order.truth()


def apostrophe_notation(sheet: Sheet) -> dict[str, Any]:
    """P5: 1'234.56."""
    order = _order("CH-2026-77", "2026-04-15", "CHF", "Notation Quattro AG")
    _plain(sheet, order, CH, ("15.04.2026", ""), heads=("Artikel", "Bezeichnung", "Menge", "Einheit", "Preis CHF", "Betrag CHF"),
           sums="Total CHF", labels=("Bestellnummer", "Bestelldatum", "-"))
    return order.truth()


def lakh_notation(sheet: Sheet) -> dict[str, Any]:
    """P5: 44,25,090.00 and 1,25,000 as a quantity."""
    items = (Item("125000", "35.40", "Clip, spring steel", "NOS", item="CL-100"), Item("45", "2.00", "Sample card", "NOS", item="SC-1"))
    order = Order("IND/0412", "2026-04-16", "INR", items, name="Notation Five Pvt Ltd")
    _plain(sheet, order, INDIA, ("16-Apr-2026", ""), heads=("Item", "Description", "Quantity", "Unit", "Rate INR", "Amount INR"), sums="Total INR")
    return order.truth()


def comma_without_thousands(sheet: Sheet) -> dict[str, Any]:
    """P5: 4250,00 and three decimals: 0,125 is an eighth, not a hundred and twenty-five."""
    items = (Item("800", "0.125", "Unterlage Gummi", "Stk", item="UG-1"), Item("3", "1417.900", "Matrize", "Stk", item="MZ-3"))
    order = Order("Z26-0815", "2026-04-17", "EUR", items, name="Zillertal Formenbau GmbH")
    _plain(sheet, order, COMMA, ("17.04.2026", ""), places=3, heads=("Artikel", "Bezeichnung", "Menge", "Einheit", "Preis EUR", "Betrag EUR"),
           sums="Summe EUR", labels=("Bestellnummer", "Bestelldatum", "-"))
    return order.truth()


def third_of_april(sheet: Sheet) -> dict[str, Any]:
    """P6: 03/04/2026 from a French buyer is the third of April."""
    order = _order("CDE-11290", "2026-04-03", "EUR", "Quincaillerie Rivoli SA", need="2026-05-04", country="FR")
    _plain(sheet, order, FR, ("03/04/2026", "04/05/2026"), heads=("Article", "Désignation", "Quantité", "Unité", "Prix unitaire EUR", "Montant EUR"),
           sums="Total HT EUR", labels=("Commande n°", "Date de commande", "Date de livraison"), address="12 rue de Rivoli\n75004 Paris\nFrance")
    return order.truth()


def march_the_fourth(sheet: Sheet) -> dict[str, Any]:
    """P6: 03/04/2026 from an American buyer is the fourth of March."""
    order = _order("PO-11290", "2026-03-04", "USD", "Rivoli Hardware Inc.", need="2026-04-05", country="US")
    _plain(sheet, order, US, ("03/04/2026", "04/05/2026"), sums="Total USD", address="12 Main Street\nDayton, OH 45402\nUnited States")
    return order.truth()


def nobody_knows_which_month(sheet: Sheet) -> dict[str, Any]:
    """P6: 03/04/2026 in English, nothing on the paper says where the buyer is: a person must be asked."""
    order = _order("PO-66190", None, "EUR", "Trans Global Parts")  # type: ignore[arg-type]
    _plain(sheet, order, US, ("03/04/2026", "05/06/2026"), sums="Total EUR")
    return order.truth(po_date=..., need_date=...)


def week_twenty_three(sheet: Sheet) -> dict[str, Any]:
    """P6: delivery in `S23/2026`, a week and no day."""
    order = _order("CF-2026-204", "2026-04-22", "EUR", "Filature des Vosges SA")
    _plain(sheet, order, FR, ("22/04/2026", "S23/2026"), heads=("Article", "Désignation", "Quantité", "Unité", "Prix unitaire EUR", "Montant EUR"),
           sums="Total HT EUR", labels=("Commande n°", "Date de commande", "Livraison souhaitée"))
    return order.truth(need_date="2026-06-01")


def calendar_week_german(sheet: Sheet) -> dict[str, Any]:
    """P6: `KW 23/2026`."""
    order = _order("BE-260331", "2026-04-22", "EUR", "Weberei Hof GmbH")
    _plain(sheet, order, DE, ("22.04.2026", "KW 23/2026"), heads=("Artikel", "Bezeichnung", "Menge", "Einheit", "Preis EUR", "Betrag EUR"),
           sums="Summe EUR", labels=("Bestellnummer", "Bestelldatum", "Liefertermin"))
    return order.truth(need_date="2026-06-01")


def wanted_before_ordered(sheet: Sheet) -> dict[str, Any]:
    """P6: the requested date lies before the order's own."""
    order = _order("PO-9091", "2026-06-15", "USD", "Backdate Partners LLC", need="2026-05-15")
    _plain(sheet, order, US, ("June 15, 2026", "May 15, 2026"), sums="Total USD")
    return order.truth()


DRAFTS = (
    *(Draft(draw) for draw in (
        only_their_part_number, only_our_number, cartons_of_twelve, thousands_as_a_unit, price_per_hundred,
        price_per_hundred_in_the_cell, sold_by_the_box, german_notation, no_break_notation, narrow_space_notation,
        apostrophe_notation, lakh_notation, comma_without_thousands, third_of_april, march_the_fourth,
    )),
    Draft(nobody_knows_which_month, doubt=("date", "03/04/2026")),
    Draft(week_twenty_three, may_doubt=True),
    Draft(calendar_week_german, may_doubt=True),
    Draft(wanted_before_ordered, doubt=("2026-05-15", "before", "deliver")),
)
