"""Orders of Spanish, Italian, Dutch, Portuguese and Swedish buyers."""

from __future__ import annotations

from typing import Any

from tests.corpus.case import COMMA, DE, FR_HARD, US, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet

# fmt: off
SUPPLIER = "Tornillería Cantábrica SL\nPol. Asipo 31\n33428 Llanera"


def navision_spanish(sheet: Sheet) -> dict[str, Any]:
    """Navision in Spanish: `Pedido compra`, discount column, IVA under the base, NIF of the buyer in the letterhead."""
    order = Order(
        "PC26/00318", "2026-03-18", "EUR",
        (
            Item("350", "2.40", "Tornillo allen M10x30 12.9", "UDS", item="TA-1030", discount="12.5"),
            Item("48", "19.95", "Disco de corte 230 mm", "UDS", item="DC-230"),
        ),
        name="Talleres Ibarra S.A.", vat="ESA48021530", country="ES", need="2026-04-07", vat_rate="21",
    )
    sheet.paper(points=9)
    sheet.block(40, 50, "Talleres Ibarra S.A.\nC/ Astillero 5\n48950 Erandio (Bizkaia)\nEspaña\nNIF: ESA48021530")
    sheet.at(555, 55, "Pedido de compra", size=17, bold=True, align="R")
    sheet.pairs(370, 80, [("Nº pedido", "PC26/00318"), ("Fecha pedido", "18/03/2026"), ("Fecha entrega", "07/04/2026"),
                          ("Forma de pago", "Confirming 60 días")], to=460)
    sheet.block(40, 140, "Proveedor\n" + SUPPLIER)
    rows = [(one.item, one.description, DE.whole(one.qty), one.uom, DE(one.price), DE(one.discount) if one.discount else "",
             DE(one.amount)) for one in order.items]
    y = sheet.table(("40 Código", "105 Descripción", ">330 Cantidad", "338 Ud.", ">430 Precio", ">475 % Dto.", ">555 Importe"), 210, rows)
    sheet.sums(380, y + 16, 555, [("Base imponible", DE(order.net)), ("IVA 21%", DE(order.tax)),
                                  ("Total pedido EUR", DE(order.total))])
    return order.truth()


def stacked_spanish(sheet: Sheet) -> dict[str, Any]:
    """Two decks of headings, our reference beside the buyer's, a title that is only `PEDIDO`, comma without thousands."""
    order = Order(
        "26-1187", "2026-02-24", "EUR",
        (
            Item("1200", "0.75", "Arandela plana M12 A2", "uds", "MAT-3301", "TC-AP12A2"),
            Item("10", "164.00", "Caja herramientas 5 bandejas", "uds", "MAT-0088", "TC-CH5"),
        ),
        name="Conservas Ría de Arousa", need="2026-03-10",
    )
    sheet.paper("times", 10)
    sheet.at(40, 50, "Conservas Ría de Arousa", size=15, bold=True)
    sheet.at(500, 50, "PEDIDO", size=15, bold=True)
    sheet.boxes(40, 70, (100, 100, 120, 190), [("Número", "26-1187"), ("Fecha", "24.02.2026"), ("Plazo de entrega", "10.03.2026"),
                                               ("Proveedor", "Tornillería Cantábrica SL")])
    rows = [(one.buyer_item, one.sku, one.description, COMMA.whole(one.qty), one.uom, COMMA(one.price), COMMA(one.amount))
            for one in order.items]
    y = sheet.table(("40 Nuestra\nreferencia", "115 Su\nreferencia", "195 Concepto", ">385 Cantidad\npedida", "392 Ud.",
                     ">470 Precio\nunitario €", ">550 Importe\n€"), 130, rows, lined=True)
    sheet.sums(400, y + 12, 550, [("Total €", COMMA(order.total))], bold=True)
    sheet.at(40, 780, "Rogamos confirmen el pedido. Tel. 986 54 12 00 - CCC 2080 5151 60 3040012345", size=7)
    return order.truth()


def italian(sheet: Sheet) -> dict[str, Any]:
    """An Italian works: `Ordine a fornitore`, codes of both, UM before the quantity, `Imponibile`."""
    order = Order(
        "1147/A", "2026-05-20", "EUR",
        (
            Item("60", "23.70", "Cuscinetto a sfere 6205 2RS", "NR", item="CUS6205"),
            Item("15.5", "8.20", "Tubo poliuretano 10x8 blu", "MT", item="TPU108"),
        ),
        name="Officine Bertolini S.r.l.", vat="IT00743110157", country="IT", need="2026-06-05", vat_rate="22",
    )
    sheet.paper(points=9)
    sheet.block(40, 50, "Officine Bertolini S.r.l.\nVia dell'Artigianato 12\n36100 Vicenza - Italia\nP.IVA IT00743110157", bold=True)
    sheet.block(350, 110, "Spett.le\n" + SUPPLIER)
    sheet.at(40, 190, "ORDINE A FORNITORE N. 1147/A del 20/05/2026", size=12, bold=True)
    sheet.at(40, 206, "Consegna entro il 05/06/2026 - Pagamento R.B. 60 gg d.f.f.m.")
    rows = [(one.item, one.description, one.uom, DE(one.qty), DE(one.price), DE(one.amount)) for one in order.items]
    y = sheet.table(("40 Codice", "120 Descrizione", "320 U.M.", ">400 Quantità", ">470 Prezzo", ">550 Importo"), 235, rows)
    sheet.sums(370, y + 14, 550, [("Totale imponibile", DE(order.net)), ("IVA 22%", DE(order.tax)),
                                  ("Totale ordine EUR", DE(order.total))])
    return order.truth()


def dutch(sheet: Sheet) -> dict[str, Any]:
    """A Dutch buyer: `Inkooporder`, euro sign before amounts, BTW, `Uw artikel` beneath the description."""
    order = Order(
        "IO-2602119", "2026-06-09", "EUR",
        (
            Item("80", "13.45", "Slangklem RVS 40-60 mm", "stuks", item="20-4060"),
            Item("6", "249.00", "Dompelpomp 400 W", "stuks", item="31-0400"),
        ),
        name="Van der Meer Tuinbouw B.V.", vat="NL004495445B01", need="2026-06-23", vat_rate="21",
    )
    sheet.paper(points=10)
    sheet.block(40, 50, "Van der Meer Tuinbouw B.V.\nKwekerijweg 7\n2678 LC De Lier\nBTW nr. NL004495445B01")
    sheet.at(40, 130, "Inkooporder", size=18, bold=True)
    sheet.pairs(40, 155, [("Ordernummer", "IO-2602119"), ("Orderdatum", "9 juni 2026"), ("Leverdatum", "23 juni 2026")], to=140)
    sheet.block(340, 155, SUPPLIER)
    rows = [(one.item, one.description, one.qty, one.uom, "€ " + DE(one.price), "€ " + DE(one.amount)) for one in order.items]
    y = sheet.table(("40 Artikel", "110 Omschrijving", ">330 Aantal", "340 Eenheid", ">460 Prijs", ">550 Bedrag"), 230, rows)
    sheet.sums(390, y + 10, 550, [("Totaal excl. BTW", "€ " + DE(order.net)), ("BTW 21%", "€ " + DE(order.tax)),
                                  ("Totaal incl. BTW", "€ " + DE(order.total))])
    return order.truth()


def swedish_in_english(sheet: Sheet) -> dict[str, Any]:
    """A Swedish buyer writes English: spaces as thousands, decimal comma, SEK, ISO dates, label and value run together."""
    order = Order(
        "PO60017", "2026-08-14", "SEK",
        (
            Item("2400", "11.50", "Rivet nut M5 steel", "pcs", item="RN-M5"),
            Item("12", "3480.00", "Rivet nut tool, cordless", "pcs", item="RNT-18V"),
        ),
        name="Norrvik Fordon AB", vat="SE556703748501", country="SE", need="2026-09-01",
    )
    sheet.paper(points=9)
    sheet.block(40, 50, "Norrvik Fordon AB\nVerkstadsgatan 2\n931 57 Skellefteå\nSweden\nVAT no SE556703748501")
    sheet.at(330, 50, "Purchase order no: PO60017", bold=True, size=11)
    sheet.block(330, 66, "Order date:2026-08-14\nDelivery date:2026-09-01\nCurrency:SEK\nTerms of delivery:DAP Skellefteå (Incoterms 2020)")
    sheet.block(40, 140, "Supplier:\n" + SUPPLIER)
    rows = [(str(10 * place), one.item, one.description, FR_HARD.whole(one.qty), one.uom, FR_HARD(one.price), FR_HARD(one.amount))
            for place, one in enumerate(order.items, 1)]
    order = order.change(items=tuple(Item(one.qty, one.price, one.description, one.uom, item=one.item, line=10 * place)
                                     for place, one in enumerate(order.items, 1)))
    y = sheet.table(("40 Row", "75 Part number", "165 Description", ">350 Quantity", "356 Unit", ">450 Price/unit", ">550 Row sum"), 210, rows)
    sheet.sums(400, y + 14, 550, [("Order sum SEK", FR_HARD(order.total))])
    return order.truth()


def mexican_pesos(sheet: Sheet) -> dict[str, Any]:
    """A Mexican buyer: Spanish words with an American notation, pesos with a dollar sign and `MXN` beside the total."""
    order = Order(
        "OC-88214", "2026-09-24", "MXN",
        (
            Item("1200", "18.50", "Tuerca hexagonal 1/2 galv.", "PZA", item="TH-12G"),
            Item("6", "14750.00", "Motor trifásico 5 HP", "PZA", item="MT-5HP"),
        ),
        name="Aceros del Bajío S.A. de C.V.", need="2026-10-15", vat_rate="16",
    )
    sheet.paper(points=9, size="Letter")
    sheet.at(40, 50, "Aceros del Bajío S.A. de C.V.", size=13, bold=True)
    sheet.at(40, 64, "Blvd. Aeropuerto 500, León, Gto., México   RFC ABA920310QW0")
    sheet.at(570, 50, "ORDEN DE COMPRA", size=13, bold=True, align="R")
    sheet.pairs(400, 80, [("No. de orden:", "OC-88214"), ("Fecha:", "24/09/2026"), ("Fecha de entrega:", "15/10/2026"),
                          ("Moneda:", "MXN")], to=490)
    sheet.block(40, 90, "Proveedor:\n" + SUPPLIER)
    rows = [(one.qty, one.uom, one.item, one.description, "$" + US(one.price), "$" + US(one.amount)) for one in order.items]
    y = sheet.table((">75 Cant.", "85 Unidad", "130 Clave", "210 Descripción", ">480 P. Unitario", ">570 Importe"), 170, rows)
    sheet.sums(430, y + 10, 570, [("Subtotal", "$" + US(order.net)), ("I.V.A. 16%", "$" + US(order.tax)),
                                  ("Total MXN", "$" + US(order.total))])
    return order.truth(buyer={"name": order.name})


DRAFTS = tuple(
    Draft(draw) for draw in (navision_spanish, stacked_spanish, italian, dutch, swedish_in_english, mexican_pesos)
)
