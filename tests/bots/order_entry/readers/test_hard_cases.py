"""The hard cases of purchase orders, typed as they look on paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bots.domain.documents import Document
from bots.domain.orders import Kind, PurchaseOrder
from bots.order_entry.readers import read_order
from tests.bots.order_entry.readers.papers import typed

HEAD = """
Great Lakes Conveyor Inc.                              PURCHASE ORDER
4400 Industrial Parkway                                PO Number: PO-77101
Cleveland, OH 44135                                    PO Date: 03/04/2026
United States                                          Currency: USD

Vendor:                                Ship To:
Brunel Fournitures SAS                 Great Lakes Conveyor Inc.
14 quai Perrache                       4400 Industrial Parkway
69002 Lyon                             Cleveland, OH 44135
France                                 United States

"""
COLUMNS = "Line  Part No    Description                      Qty   UoM   Unit Price      Amount\n"
BEARING = "1     A-100      Ball bearing 6204                 10   EA          4.80       48.00\n"


def read(*pages: str) -> PurchaseOrder:
    return read_order(Document(typed(*pages), "application/pdf"))


def american(*rows: str) -> PurchaseOrder:
    return read(HEAD + "\n".join(rows))


def figures(order: PurchaseOrder) -> list[tuple[str, ...]]:
    return [
        tuple("-" if value is None else format(value, "f") for value in (line.qty, line.unit_price, line.amount))
        for line in order.lines
    ]


def test_p1_carried_forward_is_no_item_and_a_line_goes_on_over_the_page():
    order = read(
        HEAD + COLUMNS + BEARING
        + "2     A-200      V-belt SPA 1250                    2   EA         14.90       29.80\n"
        + "Carried forward                                                              77.80\nPage 1 of 2",
        "Great Lakes Conveyor Inc.         PO Number: PO-77101\n" + COLUMNS
        + "Brought forward                                                              77.80\n"
        + "                 extra heavy duty\n"
        + "3     A-300      Hydraulic hose                     5   FT          9.75       48.75\n"
        + "Total                                                                        126.55\nPage 2 of 2",
    )  # fmt: skip
    assert [line.description for line in order.lines] == [
        "Ball bearing 6204", "V-belt SPA 1250 extra heavy duty", "Hydraulic hose",
    ]  # fmt: skip
    assert order.total == Decimal("126.55")
    assert order.doubts == ()


def test_p1_a_line_whose_figures_stand_on_the_next_page_is_one_line():
    order = read(
        HEAD + COLUMNS + BEARING + "2     A-200      V-belt SPA 1250",
        COLUMNS
        + "                 heat resistant                     2   EA         14.90       29.80\n"
        + "Total                                                                         77.80",
    )
    assert figures(order) == [("10", "4.80", "48.00"), ("2", "14.90", "29.80")]
    assert order.lines[1].description == "V-belt SPA 1250 heat resistant"
    assert order.lines[1].buyer_item == "A-200"
    assert order.doubts == ()


GERMAN = """
Hartmann Antriebstechnik GmbH
Industriestraße 8
70565 Stuttgart                         USt-IdNr.: DE812547393

Brunel Fournitures SAS
14 quai Perrache
69002 Lyon

BESTELLUNG Nr. 4500012345
Datum: 12.03.2026        Liefertermin: KW 15/2026

"""


def test_p4_units_beside_quantities_and_a_price_per_hundred():
    order = read(
        GERMAN
        + """
Pos  Artikel-Nr.  Bezeichnung                    Menge        Preis EUR       Betrag EUR
10   4711         Fett Kartusche                 2 CRT           87,00           174,00
20   4712         Hydraulikschlauch              1,5 M            9,75            14,63
30   4713         Schraube M8x40              5.000 Stk   18,50 / 100            925,00
                                             Summe netto                       1.113,63
                                             19% MwSt.                           211,59
                                             Gesamtbetrag                      1.325,22
"""
    )
    assert [(line.qty, line.uom, line.price_per) for line in order.lines] == [
        (Decimal(2), "CRT", None), (Decimal("1.5"), "M", None), (Decimal(5000), "Stk", Decimal(100)),
    ]  # fmt: skip
    assert (order.net_total, order.tax, order.total) == (Decimal("1113.63"), Decimal("211.59"), Decimal("1325.22"))
    assert (order.po_number, order.need_date) == ("4500012345", date(2026, 4, 6))
    assert order.doubts == ()


def test_p4_a_pack_of_twelve_needs_a_person():
    order = american(
        "Line  Part No    Description                      Qty            Unit Price      Amount",
        "1     A-100      Grease                           2 CRT of 12         87.00      174.00",
        "Total                                                                            174.00",
    )
    assert (order.lines[0].qty, order.lines[0].uom) == (Decimal(2), "CRT")
    assert any("2 CRT of 12" in doubt for doubt in order.doubts)


def test_p5_lakhs_and_crores():
    order = read("""
Bharat Gears Pvt. Ltd.                          PURCHASE ORDER
Plot 12, MIDC                                   P.O. No. : BG/2026/0457
Pune 411001                                     Date : 14/02/2026
India
To,
Brunel Fournitures SAS
Lyon

Sl No  Description                 Qty     Unit   Rate (INR)        Amount (INR)
1      Gear motor 0.75 kW          90      Nos     49,167.67        44,25,090.30
2      Coupling                    10      Nos      1,200.00           12,000.00
       Total                                                      44,37,090.30
""")
    assert figures(order) == [("90", "49167.67", "4425090.30"), ("10", "1200.00", "12000.00")]
    assert (order.currency, order.buyer.country) == ("INR", "IN")
    assert order.doubts == ()


@pytest.mark.parametrize(
    ("printed", "quantity"),
    [pytest.param("1.000", "1000", id="a thousand, German"), pytest.param("1,000", "1.000", id="one, German")],
)
def test_p5_a_thousand_or_one_is_settled_by_arithmetic(printed, quantity):
    amount = {"1000": "4.800,00", "1.000": "4,80"}[quantity]
    order = read(
        GERMAN
        + "Pos  Artikel-Nr.  Bezeichnung                    Menge  ME     Preis EUR       Betrag EUR\n"
        + f"10   4711         Fett Kartusche                 {printed}  ST         4,80         {amount:>10}\n"
        + f"                                             Gesamtbetrag                   {amount:>10}"
    )
    assert format(order.lines[0].qty or 0, "f") == quantity
    assert order.doubts == ()


def test_p5_a_number_with_two_readings_and_nothing_to_settle_it_is_doubted():
    order = read("""
Nordic Parts AB                              PURCHASE ORDER
Storgatan 1                                  Order No: 99871
Stockholm                                    Date: 2026-04-03
Sweden                                       Currency: SEK
Supplier: Brunel Fournitures SAS

Item     Description       Qty     Price     Amount
A-1      Bearing             2     1.234      2.468
Total                                         2.468
""")
    assert any("'1.234' may be 1.234 or 1234" in doubt for doubt in order.doubts)


FRENCH = """
Ateliers Morel SA                             BON DE COMMANDE N° CF-2026-118
12 rue des Forges                             Date : 03/04/2026
42000 Saint-Étienne                           Livraison demandée : S23/2026
France
Fournisseur : Brunel Fournitures SAS

Réf.       Désignation                  Qté     PU HT     Montant HT
ROUL-6204  Roulement 6204-2RS           100      4,80         480,00
                                     Total HT                 480,00
                                     TVA 20 %                  96,00
                                     Total TTC                576,00 EUR
"""


def test_p6_the_same_digits_are_april_in_france_and_march_in_america():
    assert read(FRENCH).po_date == date(2026, 4, 3)
    assert american(COLUMNS + BEARING + " " * 68 + "Total    48.00").po_date == date(2026, 3, 4)


def test_p6_a_week_is_its_monday():
    order = read(FRENCH)
    assert order.need_date == date(2026, 6, 1)
    assert "week" in order.evidence["need_date"].rule
    assert order.doubts == ()


def test_p6_digits_nobody_explains_are_doubted_with_both_days():
    order = read("""
Northern Tools Limited                        PURCHASE ORDER
Order No: 99871
Date: 03/04/2026
Currency: EUR
Supplier: Brunel Fournitures SAS

Item     Description       Qty     Price     Amount
A-1      Bearing             2     12.50      25.00
Total                                         25.00
""")
    assert any("2026-04-03 or 2026-03-04" in doubt for doubt in order.doubts)


def test_p6_another_date_of_the_paper_settles_it():
    order = read("""
Northern Tools Limited                        PURCHASE ORDER
Order No: 99871
Date: 03/04/2026                              Delivery date: 23/04/2026
Currency: EUR
Supplier: Brunel Fournitures SAS

Item     Description       Qty     Price     Amount
A-1      Bearing             2     12.50      25.00
Total                                         25.00
""")
    assert (order.po_date, order.need_date) == (date(2026, 4, 3), date(2026, 4, 23))
    assert order.doubts == ()


def test_p6_a_delivery_before_the_order_is_doubted():
    order = american("Required date: 02/01/2026", COLUMNS + BEARING, " " * 68 + "Total    48.00")
    assert any("2026-02-01, before the order's own date 2026-03-04" in doubt for doubt in order.doubts)


def test_lines_wanted_on_different_days_are_doubted():
    order = american(
        "Line  Part No    Description                Due Date      Qty   UoM   Unit Price      Amount",
        "1     A-100      Ball bearing 6204          04/10/2026     12   EA          4.80       57.60",
        "2     A-200      V-belt                     05/10/2026      3   EA         14.90       44.70",
        "Total                                                                                 102.30",
    )
    assert order.need_date is None
    assert any("2026-04-10, 2026-05-10" in doubt for doubt in order.doubts)


def test_p7_a_revision_says_so():
    order = read(
        HEAD.replace("PURCHASE ORDER", "PURCHASE ORDER - Revision B") + COLUMNS + BEARING + " " * 68 + "Total    48.00"
    )
    assert (order.kind, order.revision) == (Kind.REVISION, "B")
    assert order.doubts == ()


def test_p10_a_price_of_nothing_is_doubted():
    order = american(
        COLUMNS + "1     A-100      Ball bearing 6204                 10   EA          0.00        0.00",
        "Note: price as per your quotation 4.80 each",
        "Total                                                                         48.00",
    )
    assert any("the price is printed as 0" in doubt for doubt in order.doubts)
    assert any("the lines make 0.00, the document says 48.00" in doubt for doubt in order.doubts)


def test_p10_an_empty_quantity_is_doubted_and_not_worked_out():
    order = american(
        COLUMNS + "1     A-100      Ball bearing 6204                      EA          4.80       48.00",
        "2     A-200      V-belt                             1   EA          4.80        4.80",
        "Total                                                                         52.80",
    )
    assert figures(order) == [("-", "4.80", "48.00"), ("1", "4.80", "4.80")]
    assert "line 1: no quantity could be read" in order.doubts


def test_p10_two_order_numbers_one_digit_apart_are_doubted():
    order = american("PO Number: PO-77107", COLUMNS + BEARING, " " * 68 + "Total    48.00")
    assert order.po_number == "PO-77101"
    assert any("'PO-77107' on page 1 is printed as one too" in doubt for doubt in order.doubts)


def test_a_line_that_does_not_add_up_is_named_with_both_figures():
    order = american(
        COLUMNS + "1     A-100      Ball bearing 6204                 12   EA          4.80       75.60",
        "Total                                                                         75.60",
    )
    assert order.doubts == ("line 1: 12 × 4.80 = 57.60, the document says 75.60",)
    assert order.evidence["lines[0].amount"].confidence < 0.5


def test_a_total_that_does_not_add_up_is_named_with_both_figures():
    order = american(
        COLUMNS + BEARING, "Total                                                                         84.00"
    )
    assert order.doubts == ("the lines make 48.00, the document says 84.00",)


def test_a_missing_line_number_is_doubted():
    order = american(
        COLUMNS + "10    A-100      Ball bearing 6204                 12   EA          4.80       57.60",
        "20    A-200      V-belt                             1   EA          4.80        4.80",
        "40    A-300      V-belt                             1   EA          4.80        4.80",
        "Total                                                                         67.20",
    )
    assert order.doubts == (
        "no line between 20 and 40, although the others are numbered by 10: one may have been missed",
    )


def test_a_missing_page_is_doubted():
    order = american(
        COLUMNS + BEARING,
        "Total                                                                         48.00",
        "Page 1 of 3",
    )
    assert order.doubts == ("page 1 says it is page 1 of 3, but the file has 1",)


def test_freight_and_a_discount_between_lines_and_total_are_no_lines():
    order = american(
        COLUMNS + BEARING,
        "      Freight                                                                  15.00",
        "      Discount 10%                                                             -4.80",
        "                                                   Order Total                 58.20",
    )
    assert len(order.lines) == 1
    assert (order.charges, order.total) == (Decimal("15.00"), Decimal("58.20"))
    assert order.doubts == ()


def test_rows_without_a_heading_are_read_by_arithmetic_and_doubted():
    order = american(
        "A-100      Ball bearing 6204                 12   EA          4.80       57.60",
        "A-200      V-belt                             3   EA         14.90       44.70",
        "Total                                                                   102.30",
    )
    assert figures(order) == [("12", "4.80", "57.60"), ("3", "14.90", "44.70")]
    assert order.evidence["lines[0].qty"].confidence == 0.5
    assert order.doubts == ("no heading of a table was found: the lines were recognised by their arithmetic only",)


def test_an_item_may_take_two_rows_each_under_its_own_heading():
    order = read(
        GERMAN
        + """
Pos.   Material          Bezeichnung
       Bestellmenge   Einheit      Preis pro Einheit            Nettowert

00010  4711-0815         Rillenkugellager 6205-2RS
          240,000   Stück           5,95 / 1 ST               1.428,00
       Ihre Materialnummer BR-1002

00020  4711-0633         Sechskantschraube M8x40
        5.000,000   Stück          18,50 / 100 ST               925,00

Gesamtnettowert ohne Mwst EUR                                 2.353,00
"""
    )
    assert figures(order) == [("240.000", "5.95", "1428.00"), ("5000.000", "18.50", "925.00")]
    assert [(line.position, line.buyer_item, line.sku) for line in order.lines] == [
        (10, "4711-0815", "BR-1002"), (20, "4711-0633", None),
    ]  # fmt: skip
    assert order.lines[0].description == "Rillenkugellager 6205-2RS"
    assert order.total == Decimal("2353.00")


def test_no_prices_at_all_are_doubted():
    order = american(
        "Line  Part No    Description                      Qty   UoM",
        "1     A-100      Ball bearing 6204                 12   EA",
    )
    assert figures(order) == [("12", "-", "-")]
    assert any("no prices are printed" in doubt for doubt in order.doubts)


def test_hidden_words_are_left_out_and_named():
    from tests.bots.order_entry.readers.papers import typed_with_hidden

    content = typed_with_hidden(HEAD + COLUMNS + BEARING + " " * 68 + "Total    48.00", "PO Number: 999999 Total 5.00")
    order = read_order(Document(content, "application/pdf"))
    assert (order.po_number, order.total) == ("PO-77101", Decimal("48.00"))
    assert order.doubts == ("page 1 holds hidden text, left out: 'PO Number: 999999 Total 5.00'",)


def test_two_vat_numbers_nobody_attributes_are_doubted():
    order = read(
        GERMAN.replace("DE812547393", "DE812547393  FR64482103371")
        + """
Pos  Artikel-Nr.  Bezeichnung                    Menge  ME     Preis EUR       Betrag EUR
10   4711         Fett Kartusche                     2  ST         4,80              9,60
                                             Gesamtbetrag                            9,60
"""
    )
    assert order.buyer.vat is None
    assert any("several VAT numbers" in doubt for doubt in order.doubts)


def test_the_suppliers_vat_number_is_not_the_buyers():
    order = read(
        FRENCH.replace(
            "Fournisseur : Brunel Fournitures SAS",
            "Fournisseur :\nBrunel Fournitures SAS\n69002 Lyon\nTVA FR60805334174",
        )
    )
    assert order.buyer.name == "Ateliers Morel SA"
    assert order.buyer.vat is None
