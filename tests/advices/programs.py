# ruff: noqa: E501, RUF005 - a row of a paper stands on one line
"""Advices in the manner of more programs and offices, written to be as unlike the others as they are in a mailbox."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.advices.case import ZERO, Chance, Draft, Paid, Payment, Taken
from tests.corpus.case import DE, FR, US
from tests.corpus.sheet import Sheet


def quickbooks_stub(sheet: Sheet) -> dict[str, Any]:
    """A bill payment stub: what remained due beside what is paid, the bank at the foot."""
    chance = Chance(60)
    lines = tuple(
        chance.paid(f"{chance.random.randrange(30000, 39999)}", discount="2" if n == 0 else None, text="Discount")
        for n in range(4)
    )
    payment = Payment("Bayview Bakery LLC", "10482", date(2026, 4, 9), "USD", lines)
    sheet.paper("helvetica", 8, "letter")
    sheet.at(40, 40, "Bayview Bakery LLC", bold=True)
    sheet.at(560, 40, "10482", align="R", bold=True)
    sheet.at(60, 60, "Rhine Paper Inc")
    sheet.at(400, 60, "Check No. 10482   Check Date 04/09/2026")
    rows = [
        [
            f"{one.day:%m/%d/%Y}",
            "Bill",
            one.reference,
            US(one.gross),
            US(one.gross),
            US(one.gross - one.net) if one.taken else "",
            US(one.net),
        ]
        for one in lines
    ]
    y = sheet.table(
        [
            "40 Date",
            "110 Type",
            "160 Reference",
            ">300 Original Amt.",
            ">380 Balance Due",
            ">450 Discount",
            ">560 Payment",
        ],
        90,
        rows,
        bold=False,
    )
    sheet.at(450, y + 4, "Check Amount", align="R")
    sheet.at(560, y + 4, US(payment.total), align="R")
    sheet.at(40, y + 60, "First Coast Bank   Operating account")
    sheet.at(560, y + 60, f"${US(payment.total)}", align="R")
    return payment.truth()


def xero_remittance(sheet: Sheet) -> dict[str, Any]:
    """What was invoiced, what is paid, what is still owed; the sum in the heading of its box."""
    chance = Chance(61)
    lines = tuple(chance.paid(f"INV-0{chance.random.randrange(100, 999)}") for _ in range(3))
    payment = Payment("Otago Outfitters Ltd", None, date(2026, 5, 4), "NZD", lines)
    sheet.paper("helvetica", 9)
    sheet.at(40, 60, "REMITTANCE ADVICE", size=18)
    sheet.block(40, 100, "Rhine Paper Ltd")
    sheet.block(330, 60, "Payment Date\n4 May 2026\nSent on\n4 May 2026")
    sheet.block(450, 60, "Otago Outfitters Ltd\n22 George St\nDunedin 9016\nNew Zealand")
    rows = [[f"{one.day:%d %b %Y}", one.reference, US(one.gross), US(one.net), "0.00"] for one in lines]
    y = sheet.table(
        ["40 Invoice Date", "140 Reference", ">310 Invoice Total", ">410 Amount Paid", ">510 Still Owing"], 190, rows
    )
    sheet.at(410, y + 10, "Total NZD paid", align="R", bold=True)
    sheet.at(510, y + 10, US(payment.total), align="R", bold=True)
    return payment.truth()


def sage_fifty(sheet: Sheet) -> dict[str, Any]:
    """Sage's remittance: details, debit and credit, and the amount paid in the last row."""
    chance = Chance(62)
    lines = tuple(chance.paid(f"{chance.random.randrange(5000, 5999)}") for _ in range(5))
    payment = Payment(
        "Bridgend Joinery Ltd",
        "000318",
        date(2026, 3, 30),
        "GBP",
        tuple(Paid(one.reference, one.day, one.gross, gross_printed=False) for one in lines),
    )
    sheet.paper("helvetica", 9)
    sheet.block(40, 45, "Bridgend Joinery Ltd\nUnit 9 Brewery Lane\nBridgend CF31 4AP\nVAT Reg No. 999 9999 73")
    sheet.block(40, 130, "Rhine Paper Ltd\n2 Dock Street\nLondon")
    sheet.at(430, 60, "Remittance Advice", bold=True, size=12)
    sheet.pairs(380, 85, [("Date", "30/03/2026"), ("Account Ref", "RHI001"), ("Cheque No", "000318")], to=480)
    rows = [[f"{one.day:%d/%m/%Y}", one.reference, "Goods/Services", "", US(one.net)] for one in lines]
    y = sheet.table(["40 Date", "120 Your Ref.", "210 Details", ">420 Debit", ">530 Credit"], 210, rows)
    sheet.at(420, y + 12, "Amount Paid  £", align="R")
    sheet.at(530, y + 12, US(payment.total), align="R")
    return payment.truth()


def skonto_sentences(sheet: Sheet) -> dict[str, Any]:
    """A letter that works out every payment in its sentence."""
    lines = (
        Paid("4711", date(2026, 2, 3), Decimal("1200.00"), (Taken("Skonto", "discount", Decimal("24.00")),)),
        Paid("4733", date(2026, 2, 11), Decimal("850.00"), (Taken("Skonto", "discount", Decimal("17.00")),)),
    )
    payment = Payment("Gasthof Adler GmbH", None, date(2026, 3, 2), "EUR", lines)
    sheet.paper("times", 10)
    sheet.block(60, 60, "Gasthof Adler GmbH\nHauptstraße 1, 79822 Titisee")
    sheet.block(60, 150, "Rheinpapier GmbH\nUferweg 2\n56068 Koblenz")
    sheet.at(60, 240, "Zahlungsavis vom 02.03.2026", bold=True)
    y = 270.0
    for one in lines:
        sheet.at(
            60,
            y,
            f"Rechnung Nr. {one.reference} vom {one.day:%d.%m.%Y}: {DE(one.gross)} EUR abzgl. 2 % Skonto {DE(one.gross - one.net)} EUR = {DE(one.net)} EUR",
        )
        y += 16
    sheet.at(60, y + 10, f"Überweisungsbetrag: {DE(payment.total)} EUR")
    return payment.truth()


def blocks_of_fields(sheet: Sheet) -> dict[str, Any]:
    """No list at all: a block of fields for every invoice."""
    chance = Chance(63)
    lines = tuple(chance.paid(f"INV-20{n}7") for n in range(3))
    payment = Payment("Kestrel Logistics Ltd", "KL-55102", date(2026, 4, 28), "GBP", lines)
    sheet.paper("helvetica", 9)
    sheet.at(50, 50, "Kestrel Logistics Ltd", bold=True, size=12)
    sheet.at(50, 80, "Payment notification", bold=True, size=12)
    y = sheet.pairs(
        50,
        100,
        [
            ("Payment reference:", "KL-55102"),
            ("Payment date:", "28/04/2026"),
            ("Total payment:", f"GBP {US(payment.total)}"),
        ],
        to=160,
    )
    for one in lines:
        y = sheet.pairs(
            50,
            y + 14,
            [
                ("Invoice number:", one.reference),
                ("Invoice date:", f"{one.day:%d/%m/%Y}"),
                ("Amount paid:", f"GBP {US(one.net)}"),
            ],
            to=160,
        )
    return payment.truth(lines=[one.truth() | {"gross": None} for one in lines])


def ariba_like(sheet: Sheet) -> dict[str, Any]:
    """A network's remittance: fields in two columns, numbers of the network beside ours."""
    chance = Chance(64)
    lines = []
    for n in range(4):
        one = chance.paid(f"RP{chance.random.randrange(400000, 499999)}")
        lines.append(
            Paid(
                one.reference, one.day, one.gross, (Taken("Adjustment", "unknown", Decimal("12.50")),) if n == 1 else ()
            )
        )
    payment = Payment("Meridian Pharma Inc.", "PAYREM-0098812", date(2026, 4, 21), "USD", tuple(lines))
    sheet.paper("helvetica", 8, "letter", landscape=True)
    sheet.at(40, 40, "Payment Remittance: PAYREM-0098812", bold=True, size=13)
    sheet.pairs(
        40, 65, [("From:", "Meridian Pharma Inc."), ("To:", "Rhine Paper Inc"), ("Payment Method:", "ACH")], to=130
    )
    sheet.pairs(
        400,
        65,
        [
            ("Payment Date:", "21 Apr 2026"),
            ("Amount Paid:", f"${US(payment.total)} USD"),
            ("Bank reference:", "7781200"),
        ],
        to=500,
    )
    rows = [
        [
            str(n + 1),
            one.reference,
            f"PO-77{n}",
            f"{one.day:%d %b %Y}",
            f"${US(one.gross)} USD",
            f"${US(one.gross - one.net)} USD",
            f"${US(one.net)} USD",
        ]
        for n, one in enumerate(lines)
    ]
    sheet.table(
        [
            "40 Line",
            "90 Invoice",
            "190 Order",
            "280 Invoice Date",
            ">450 Gross Amount",
            ">560 Adjustment",
            ">680 Net Amount",
        ],
        140,
        rows,
    )
    return payment.truth()


def french_groups(sheet: Sheet) -> dict[str, Any]:
    """Invoices by shop, each with its own sum, and a sum of all on the second page."""
    chance = Chance(65)
    shops = {"MAGASIN 0411 - LYON": 4, "MAGASIN 0412 - METZ": 30, "MAGASIN 0419 - NANCY": 12}
    groups = {
        shop: tuple(chance.paid(f"{chance.random.randrange(88000000, 88999999)}") for _ in range(count))
        for shop, count in shops.items()
    }
    payment = Payment(
        "HYPER CENTRALE S.A.",
        "0526-77120",
        date(2026, 5, 26),
        "EUR",
        tuple(one for some in groups.values() for one in some),
    )
    sheet.paper("helvetica", 8)
    columns = ["50 Type", "100 Numéro pièce", "200 Date pièce", "290 N° BL", ">480 Montant TTC"]

    def top() -> float:
        sheet.at(50, 40, "HYPER CENTRALE S.A.", bold=True)
        sheet.at(50, 52, "RELEVE DE REGLEMENT FOURNISSEUR", bold=True)
        sheet.at(330, 40, "Règlement n° 0526-77120 du 26/05/2026")
        return sheet.table(columns, 90, [])

    y = top()
    for shop, some in groups.items():
        sheet.at(50, y, shop, bold=True)
        y += 12
        for one in some:
            for x, text, align in (
                (50, "FA", "L"),
                (100, one.reference, "L"),
                (200, f"{one.day:%d/%m/%Y}", "L"),
                (290, "12345", "L"),
                (480, FR(one.net), "R"),
            ):
                sheet.at(x, y, text, align=align)
            y += 12
            if y > 780:
                sheet.new_page()
                y = top()
        sheet.at(100, y, "Total magasin")
        sheet.at(480, y, FR(sum((one.net for one in some), ZERO)), align="R")
        y += 18
    sheet.at(100, y, "MONTANT TOTAL DU REGLEMENT EN EUR", bold=True)
    sheet.at(480, y, FR(payment.total), align="R", bold=True)
    return payment.truth()


def kinds_in_the_number(sheet: Sheet) -> dict[str, Any]:
    """The cell of the number says what it is: `Invoice 7001`, `Credit note 91`; stars before the cheque's sum."""
    chance = Chance(66)
    lines = tuple(chance.paid(f"70{n:02d}1") for n in range(5)) + (Paid("90117", date(2026, 3, 3), Decimal("-61.00")),)
    payment = Payment("The Old Mill Hotel Ltd", "100233", date(2026, 4, 1), "GBP", lines)
    sheet.paper("times", 10)
    sheet.at(300, 50, "The Old Mill Hotel Ltd", align="C", bold=True, size=14)
    sheet.at(300, 64, "Mill Lane, Bath BA1 2QT   Tel 01225 496 0123", align="C", size=8)
    sheet.block(50, 110, "Rhine Paper Ltd\n2 Dock Street\nLondon E1 8JP")
    sheet.at(400, 110, "1 April 2026")
    sheet.at(50, 180, "Please find enclosed our cheque no. 100233 in settlement of the following:")
    rows = [
        [("Credit note " if one.net < 0 else "Invoice ") + one.reference, f"{one.day:%d %B %Y}", f"£{US(one.net)}"]
        for one in lines
    ]
    y = sheet.table(["50 Document", "200 Dated", ">400 Amount"], 210, rows)
    sheet.at(300, y + 6, "Total")
    sheet.at(400, y + 6, f"£{US(payment.total)}", align="R")
    sheet.at(400, y + 50, f"***{US(payment.total)}", align="R")
    return payment.truth()


def italian_list(sheet: Sheet) -> dict[str, Any]:
    """Distinta di pagamento: the payer's protocol numbers, documents with their year behind a bar, dare and avere."""
    chance = Chance(67)
    lines = tuple(chance.paid(f"{n * 31 + 204}/26/A") for n in range(6)) + (
        Paid("19/26/NC", date(2026, 2, 27), Decimal("-130.00")),
    )
    payment = Payment(
        "Supermercati Adriatici S.p.A.",
        "CRO 12345678901",
        date(2026, 4, 30),
        "EUR",
        tuple(Paid(one.reference, one.day, one.gross, gross_printed=False) for one in lines),
    )
    sheet.paper("courier", 8)
    sheet.at(40, 40, "Supermercati Adriatici S.p.A.")
    sheet.at(40, 52, "DISTINTA DI PAGAMENTO FORNITORI")
    sheet.block(40, 76, "Data valuta: 30/04/2026\nCRO: 12345678901\nFornitore: 004412 CARTIERA DEL RENO SPA")
    rows = [
        [
            str(77120 + n),
            one.reference,
            f"{one.day:%d/%m/%y}",
            DE(-one.net) if one.net < 0 else "",
            DE(one.net) if one.net > 0 else "",
        ]
        for n, one in enumerate(lines)
    ]
    y = sheet.table(
        ["40 Protocollo", "120 Numero documento", "250 Data doc.", ">400 Dare EUR", ">520 Avere EUR"],
        130,
        rows,
        bold=False,
    )
    sheet.at(120, y + 6, "TOTALE PAGATO")
    sheet.at(520, y + 6, DE(payment.total), align="R")
    return payment.truth(payment_ref="12345678901")


def american_deductions(sheet: Sheet) -> dict[str, Any]:
    """A mass merchant's advice: every deduction a row with a code, its amount in the column of the discount."""
    chance = Chance(68)
    lines = []
    for n in range(12):
        one = chance.paid(f"{chance.random.randrange(2000000, 2999999)}")
        taken = (Taken("CO-OP ADVERTISING", "promotion", chance.amount(500, 5000)),) if n % 5 == 2 else ()
        lines.append(Paid(one.reference, one.day, one.gross, taken))
    payment = Payment("BIG BOX STORES, INC.", "004455667", date(2026, 6, 5), "USD", tuple(lines))
    sheet.paper("courier", 7.5, "letter")
    sheet.at(40, 40, "BIG BOX STORES, INC.")
    sheet.at(40, 50, "ELECTRONIC FUNDS TRANSFER REMITTANCE")
    sheet.block(40, 70, "TRACE NUMBER: 004455667\nPAYMENT DATE: 06/05/2026\nVENDOR NUMBER: 123456-78")
    rows = []
    for one in lines:
        rows.append([one.reference, "IN", f"{one.day:%m/%d/%Y}", "", US(one.gross), "", US(one.gross)])
        rows += [["", "DD", "", f"{taken.text}", "", US(taken.amount), US(-taken.amount)] for taken in one.taken]
    y = sheet.table(
        ["40 INVOICE NBR", "120 TYP", "150 INV DATE", "220 REASON", ">400 GROSS AMT", ">480 DEDUCTION", ">570 NET AMT"],
        110,
        rows,
        bold=False,
        gap=2,
    )
    sheet.at(220, y + 6, "TOTAL PAYMENT")
    sheet.at(570, y + 6, f"USD {US(payment.total)}", align="R")
    return payment.truth()


DRAFTS = tuple(
    Draft(draw)
    for draw in (
        quickbooks_stub, xero_remittance, sage_fifty, skonto_sentences, blocks_of_fields, ariba_like, french_groups,
        kinds_in_the_number, italian_list, american_deductions,
    )
)  # fmt: skip
