"""Orders whose arithmetic or words invite a confident mistake."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

from tests.corpus.case import DE, FR, US, Item, Order
from tests.corpus.draft import Draft
from tests.corpus.sheet import Sheet

HEADS = ("40 Item", "120 Description", ">330 Qty", "340 Unit", ">440 Unit price", ">550 Amount")


def _head(sheet: Sheet, name: str, po: str, *more: tuple[str, str]) -> None:
    sheet.paper(points=9)
    sheet.at(40, 50, name, size=13, bold=True)
    sheet.at(40, 80, "Purchase Order", size=13, bold=True)
    sheet.pairs(40, 100, [("PO number", po), ("Order date", "14 May 2026"), *more], to=150)


def _cells(one: Item) -> tuple[str, ...]:
    return (one.item or "", one.description or "", US.whole(one.qty), one.uom or "", US(one.price), US(one.amount))


def three_decimals_of_one(sheet: Sheet) -> dict[str, Any]:
    """Quantities with three decimals: `1.000` is one piece here, and only the amounts say so."""
    items = (Item("1.000", "350.00", "Motor 0.75 kW", "pcs", item="M-075"), Item("12.000", "4.50", "Cable gland M20", "pcs", item="CG-20"))
    order = Order("PO-81001", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    _head(sheet, "Oakfield Pumps Ltd", "PO-81001", ("Currency", "EUR"))
    rows = [(one.item, one.description, one.qty, one.uom, US(one.price), US(one.amount)) for one in items]
    y = sheet.table(HEADS, 180, rows)
    sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    return order.truth()


def three_decimals_german(sheet: Sheet) -> dict[str, Any]:
    """SAP in German: `12,000 ST` are twelve, `1.500,000 M` fifteen hundred."""
    items = (Item("12", "88.40", "Schütz 24V DC", "ST", "300-220", line=10), Item("1500", "0.72", "Litze H07V-K 1,5", "M", "300-901", line=20))
    order = Order("4500099120", "2026-05-14", "EUR", items, name="Schaltbau Weser GmbH", need="2026-06-01")
    sheet.paper("courier", 8.5)
    sheet.block(40, 50, "Schaltbau Weser GmbH\nDeichstr. 5\n28195 Bremen\n\nBestellung\n\nBestellnummer 4500099120\nDatum         14.05.2026\n"
                        "Liefertermin  01.06.2026\nWährung       EUR")
    rows = [(f"{one.line:05d}", one.buyer_item, one.description, DE(one.qty, 3), one.uom, DE(one.price), DE(one.amount)) for one in items]
    y = sheet.table(("40 Pos.", "80 Material", "150 Bezeichnung", ">350 Menge", "360 ME", ">440 Preis", ">550 Nettowert"), 200, rows)
    sheet.sums(330, y + 12, 550, [("Gesamtnettowert", DE(order.total))])
    return order.truth()


def either_notation(sheet: Sheet) -> dict[str, Any]:
    """10 × `1.250` = `12.500`: twelve and a half, or twelve thousand five hundred; nothing printed tells which."""
    _head(sheet, "Transcontinental Trading Ltd", "PO-81002", ("Currency", "EUR"))
    y = sheet.table(HEADS, 180, [("A-1", "Sample lot", "10", "pcs", "1.250", "12.500")])
    sheet.sums(400, y + 12, 550, [("Total EUR", "12.500")])
    return {"kind": "order", "po_number": "PO-81002"}


def either_notation_german(sheet: Sheet) -> dict[str, Any]:
    """As before in German words, where the point is likely a thousand: 12.500 Euro for ten; and that is what it is."""
    items = (Item("10", "1250", "Kabelpritsche", "Stk", item="KP-10"),)
    order = Order("B-81020", "2026-05-14", "EUR", items, name="Elektro Harz GmbH", country="DE")
    sheet.paper(points=9)
    sheet.block(40, 50, "Elektro Harz GmbH\nMarkt 1\n38855 Wernigerode\nDeutschland")
    sheet.pairs(40, 110, [("Bestellnummer", "B-81020"), ("Bestelldatum", "14.05.2026"), ("Währung", "EUR")], to=150)
    y = sheet.table(("40 Artikel", "120 Bezeichnung", ">330 Menge", "340 Einh.", ">440 Preis", ">550 Betrag"), 180,
                    [("KP-10", "Kabelpritsche", "10", "Stk", "1.250", "12.500")])
    sheet.sums(400, y + 12, 550, [("Gesamt EUR", "12.500")])
    return order.truth()


def rebate_as_a_row(sheet: Sheet) -> dict[str, Any]:
    """A rebate of 50.00 is a row of the table without a quantity; the total is after it."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"), Item("5", "96.00", "Relay base", "pcs", item="RB-1"))
    order = Order("PO-81003", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd", charges="-50.00")
    _head(sheet, "Oakfield Pumps Ltd", "PO-81003", ("Currency", "EUR"))
    y = sheet.table(HEADS, 180, [*map(_cells, items), ("", "Project rebate as agreed", "", "", "", "-50.00")])
    sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    return order.truth()


def free_of_charge(sheet: Sheet) -> dict[str, Any]:
    """A free sample: price and amount are `FOC`; everything else adds up."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"), Item("1", None, "Catalogue", "pcs", item="CAT", amount_printed=False))
    order = Order("PO-81004", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    _head(sheet, "Oakfield Pumps Ltd", "PO-81004", ("Currency", "EUR"))
    y = sheet.table(HEADS, 180, [_cells(items[0]), ("CAT", "Catalogue", "1", "pcs", "FOC", "FOC")])
    sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    return order.truth()


def optional_line(sheet: Sheet) -> dict[str, Any]:
    """The third line is `OPTIONAL, do not deliver without release` and not part of the total."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"), Item("5", "96.00", "Relay base", "pcs", item="RB-1"))
    order = Order("PO-81005", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    _head(sheet, "Oakfield Pumps Ltd", "PO-81005", ("Currency", "EUR"))
    option = Item("2", "410.00", "Control panel\nOPTIONAL, do not deliver without release", "pcs", item="CP-9")
    y = sheet.table(HEADS, 180, [*map(_cells, items), _cells(option)])
    sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    return {"kind": "order", "po_number": "PO-81005"}


def struck_out_line(sheet: Sheet) -> dict[str, Any]:
    """The second line is crossed out by hand (a rule through it), the total printed is the old one."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"), Item("5", "96.00", "Relay base", "pcs", item="RB-1"))
    _head(sheet, "Oakfield Pumps Ltd", "PO-81006", ("Currency", "EUR"))
    y = sheet.table(HEADS, 180, map(_cells, items))
    sheet.sums(400, y + 12, 550, [("Total EUR", "1,100.00"), ("New total EUR", "620.00")])
    sheet.rule(38, y - 19, 555)
    return {"kind": "order", "po_number": "PO-81006"}


def delivery_schedule(sheet: Sheet) -> dict[str, Any]:
    """SAP: under each line its schedule, dates and partial quantities in the quantity's column; they are no lines."""
    items = (Item("500", "2.20", "Bearing 608-2RS", "EA", "7001", line=10), Item("300", "5.10", "Bearing 6001-2RS", "EA", "7002", line=20))
    order = Order("4500771200", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    _head(sheet, "Oakfield Pumps Ltd", "4500771200", ("Currency", "EUR"))
    rows = []
    for one, parts in zip(items, ((("01.06.2026", "200"), ("15.06.2026", "300")), (("01.06.2026", "100"), ("01.07.2026", "200"))), strict=True):
        rows.append((str(one.line), one.buyer_item, one.description, one.qty, one.uom, US(one.price), US(one.amount)))
        rows += [("", "", f"  Delivery date {day}", qty, one.uom, "", "") for day, qty in parts]
    y = sheet.table(("40 Item", "80 Material", "150 Description", ">330 Qty", "340 Unit", ">440 Net price", ">550 Net amount"), 180, rows)
    sheet.sums(400, y + 12, 550, [("Total net value EUR", US(order.total))])
    return order.truth(need_date=...)


def second_table(sheet: Sheet) -> dict[str, Any]:
    """Beneath the total stands a table of delivered orders of last year, with quantities, prices and amounts."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"), Item("5", "96.00", "Relay base", "pcs", item="RB-1"))
    order = Order("PO-81007", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    _head(sheet, "Oakfield Pumps Ltd", "PO-81007", ("Currency", "EUR"))
    y = sheet.table(HEADS, 180, map(_cells, items))
    y = sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    sheet.at(40, y + 30, "For information: bought in 2025", bold=True)
    sheet.table(("40 Item", "120 Description", ">330 Qty", "340 Unit", ">440 Unit price", ">550 Amount"), y + 48,
                [("RL-24", "Relay 24V", "300", "pcs", "33.00", "9,900.00"), ("RB-1", "Relay base", "90", "pcs", "98.00", "8,820.00")])
    return order.truth()


def our_letterhead(sheet: Sheet) -> dict[str, Any]:
    """The supplier's block stands where a letterhead would, unlabelled; the buyer stands under `Bill to`."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"), Item("5", "96.00", "Relay base", "pcs", item="RB-1"))
    order = Order("PO-81008", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    sheet.paper(points=9)
    sheet.block(40, 50, "Severn Valve Supplies Ltd\nUnit 9 Dock Road\nBristol BS11 9FG")
    sheet.block(330, 50, "Bill to:\nOakfield Pumps Ltd\n1 Oak Lane\nTelford TF1 1AA")
    sheet.at(40, 120, "Purchase Order PO-81008", size=13, bold=True)
    sheet.pairs(40, 140, [("Order date", "14 May 2026"), ("Currency", "EUR")], to=150)
    y = sheet.table(HEADS, 180, map(_cells, items))
    sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    return order.truth()


def minimum_and_stock_columns(sheet: Sheet) -> dict[str, Any]:
    """Columns of other quantities: on hand, ordered, open; the ordered one multiplies."""
    items = (Item("24", "15.00", "Fuse 10A", "pcs", item="FU-10"), Item("36", "8.00", "Fuse holder", "pcs", item="FH-1"))
    order = Order("PO-81009", "2026-05-14", "USD", items, name="Summit Controls Inc.")
    _head(sheet, "Summit Controls Inc.", "PO-81009", ("Currency", "USD"))
    rows = [(one.item, one.description, hand, one.qty, rest, one.uom, US(one.price), US(one.amount)) for one, hand, rest in zip(items, ("6", "2"), ("0", "12"), strict=True)]
    y = sheet.table(("40 Item", "110 Description", ">250 On hand", ">310 Ordered", ">370 Backorder", "378 Unit", ">460 Price", ">550 Amount"), 180, rows)
    sheet.sums(400, y + 12, 550, [("Total USD", US(order.total))])
    return order.truth()


def tax_inclusive_prices(sheet: Sheet) -> dict[str, Any]:
    """French prices with tax included: the lines make the TTC total; `dont TVA` is not added."""
    items = (Item("4", "36.00", "Clé dynamométrique", "U", item="CD-4"), Item("10", "9.60", "Douille 13", "U", item="DO-13"))
    order = Order("CF-81010", "2026-05-14", "EUR", items, name="Garage Lemoine SARL")
    sheet.paper(points=9)
    sheet.at(40, 50, "Garage Lemoine SARL", size=13, bold=True)
    sheet.pairs(40, 80, [("Bon de commande n°", "CF-81010"), ("Date", "14/05/2026")], to=150)
    rows = [(one.item, one.description, one.qty, one.uom, FR(one.price), FR(one.amount)) for one in items]
    y = sheet.table(("40 Référence", "120 Désignation", ">330 Qté", "340 Unité", ">440 P.U. TTC", ">550 Montant TTC"), 140, rows)
    sheet.sums(380, y + 12, 550, [("Total TTC EUR", FR(order.total)), ("dont TVA 20 %", FR("40.00"))])
    return order.truth()


def total_of_something_else(sheet: Sheet) -> dict[str, Any]:
    """`Total quantity` and `Total weight` stand above the order's total and are larger than it."""
    items = (Item("2000", "0.11", "Washer M8", "pcs", item="WA-8"), Item("1500", "0.21", "Nut M8", "pcs", item="NU-8"))
    order = Order("PO-81011", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    _head(sheet, "Oakfield Pumps Ltd", "PO-81011", ("Currency", "EUR"))
    y = sheet.table(HEADS, 180, map(_cells, items))
    sheet.sums(400, y + 12, 550, [("Total quantity", "3,500"), ("Total weight kg", "1,042.00"), ("Total lines", "2"), ("Total EUR", US(order.total))])
    return order.truth()


def rate_beside_the_total(sheet: Sheet) -> dict[str, Any]:
    """Two currencies: priced in USD, with the total's value in EUR for information."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"),)
    order = Order("PO-81012", "2026-05-14", "USD", items, name="Oakfield Pumps Ltd")
    _head(sheet, "Oakfield Pumps Ltd", "PO-81012", ("Currency", "USD"))
    y = sheet.table(HEADS, 180, map(_cells, items))
    sheet.sums(380, y + 12, 550, [("Total USD", US(order.total)), ("Equivalent EUR at 1.0850", "571.43")])
    return order.truth()


def superseded_number(sheet: Sheet) -> dict[str, Any]:
    """The number of the order before (`Replaces PO-70000`), a contract and a quotation stand above the order's own."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"),)
    order = Order("PO-81013", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd")
    sheet.paper(points=9)
    sheet.at(40, 50, "Oakfield Pumps Ltd", size=13, bold=True)
    sheet.pairs(40, 80, [("Framework contract no.", "FC-2024-17"), ("Previous order no.", "PO-70000"), ("Your quotation no.", "Q-5512"),
                         ("Purchase order no.", "PO-81013"), ("Date", "14 May 2026"), ("Currency", "EUR")], to=170)
    y = sheet.table(HEADS, 190, map(_cells, items))
    sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    return order.truth()


def other_dates_first(sheet: Sheet) -> dict[str, Any]:
    """Printed on, valid until, quotation of: three dates stand before the order's own and the delivery's."""
    items = (Item("20", "31.00", "Relay 24V", "pcs", item="RL-24"),)
    order = Order("PO-81014", "2026-05-14", "EUR", items, name="Oakfield Pumps Ltd", need="2026-06-11")
    sheet.paper(points=9)
    sheet.at(550, 40, "Printed on 19 May 2026 10:22", size=7, align="R")
    sheet.at(40, 50, "Oakfield Pumps Ltd", size=13, bold=True)
    sheet.pairs(40, 80, [("Your quotation dated", "2 May 2026"), ("Prices valid until", "31 December 2026"), ("Purchase order", "PO-81014"),
                         ("Order date", "14 May 2026"), ("Date required", "11 June 2026"), ("Currency", "EUR")], to=170)
    y = sheet.table(HEADS, 190, map(_cells, items))
    sheet.sums(400, y + 12, 550, [("Total EUR", US(order.total))])
    return order.truth()


DRAFTS = (
    *(Draft(draw) for draw in (
        three_decimals_of_one, three_decimals_german, delivery_schedule, minimum_and_stock_columns, total_of_something_else,
        superseded_number, other_dates_first, our_letterhead,
    )),
    *(Draft(draw, may_doubt=True) for draw in (
        rebate_as_a_row, free_of_charge, second_table, tax_inclusive_prices, rate_beside_the_total, either_notation_german,
    )),
    *(Draft(draw, doubt=()) for draw in (either_notation, optional_line, struck_out_line)),
)
