# ruff: noqa: E501, RUF005 - a row of a paper stands on one line
"""Advices from programs nobody told the reader about, each laid out differently."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.advices.case import ZERO, Chance, Draft, Paid, Payment, Taken
from tests.corpus.case import CH, DE, FR_HARD, US
from tests.corpus.sheet import Sheet


def off(one: Paid) -> Decimal:
    return sum((taken.amount for taken in one.taken), ZERO)


def oracle_payables(sheet: Sheet) -> dict[str, Any]:
    """Withholding and discount in columns of their own; payment details in a box on the right."""
    chance = Chance(20)
    lines = []
    for n in range(5):
        one = chance.paid(f"US-{chance.random.randrange(10000, 99999)}-{n}")
        taken = ((Taken("Amount Withheld", "tax_withheld", chance.amount(500, 3000)),) if n == 2 else ()) + (
            (Taken("Discount Taken", "discount", chance.amount(100, 900)),) if n % 2 else ()
        )
        lines.append(Paid(one.reference, one.day, one.gross, taken))
    payment = Payment("Cascade Outdoor Holdings LLC", "300011482", date(2026, 2, 20), "USD", tuple(lines))
    sheet.paper("helvetica", 8, "letter", landscape=True)
    sheet.at(40, 40, "Cascade Outdoor Holdings LLC", bold=True, size=11)
    sheet.block(40, 55, "PO Box 4100\nPortland, OR 97208")
    sheet.at(40, 110, "Supplier: RHINE PAPER INC   Supplier Number: 88120")
    sheet.pairs(
        560,
        40,
        [
            ("Payment Number", "300011482"),
            ("Payment Date", "20-Feb-2026"),
            ("Payment Currency", "USD"),
            ("Payment Amount", US(payment.total)),
        ],
        to=660,
    )
    sheet.at(396, 90, "Separate Remittance Advice", size=12, align="C")
    rows = [
        [
            one.reference,
            f"{one.day:%d-%b-%Y}",
            "Standard",
            "Goods receipt",
            US(one.gross),
            next((US(t.amount) for t in one.taken if t.reason == "tax_withheld"), "0.00"),
            next((US(t.amount) for t in one.taken if t.reason == "discount"), "0.00"),
            US(one.net),
        ]
        for one in lines
    ]
    sheet.table(
        [
            "40 Invoice Number",
            "130 Invoice Date",
            "210 Type",
            "280 Description",
            ">450 Invoice Amount",
            ">530 Amount Withheld",
            ">610 Discount Taken",
            ">720 Amount Paid",
        ],
        140,
        rows,
    )
    return payment.truth()


def navision(sheet: Sheet) -> dict[str, Any]:
    """Document type, the payer's number, the external number that is ours, what remains, what is paid."""
    chance = Chance(21)
    lines = tuple(
        chance.paid(f"{chance.random.randrange(103000, 103999)}", discount="2" if n == 1 else None, text="Pmt. Disc.")
        for n in range(4)
    ) + (Paid("CM-558", date(2026, 1, 31), Decimal("-88.20")),)
    payment = Payment("Cronus UK Ltd.", "BANK000219", date(2026, 3, 6), "GBP", lines)
    sheet.paper("helvetica", 9)
    sheet.at(550, 50, "Cronus UK Ltd.", align="R", bold=True)
    sheet.block(
        440, 62, "7122 South Ashford Street\nWesterham\nNR1 1AA Norwich\nPhone 0161 496 0183\nVAT Reg. No. GB777777777"
    )
    sheet.block(50, 62, "Rhine Paper Ltd\n10 Deerfield Road\nLondon W1 4AB")
    sheet.at(50, 150, "Remittance Advice", size=14, bold=True)
    sheet.pairs(
        50,
        170,
        [("Posting Date", "06. March 2026"), ("Payment Document No.", "BANK000219"), ("Our Account No.", "10000")],
        to=180,
    )
    rows = [
        [
            "Credit Memo" if one.net < 0 else "Invoice",
            f"10{8000 + n}",
            one.reference,
            f"{one.day:%d/%m/%y}",
            US(one.gross),
            US(off(one)) if one.taken else "",
            US(one.net),
        ]
        for n, one in enumerate(lines)
    ]
    y = sheet.table(
        [
            "50 Document\nType",
            "120 Document\nNo.",
            "190 External\nDocument No.",
            "280 Document\nDate",
            ">400 Original\nAmount",
            ">470 Pmt. Disc.",
            ">550 Amount",
        ],
        230,
        rows,
    )
    sheet.at(400, y + 8, "Total Amount", align="R", bold=True)
    sheet.at(550, y + 8, US(payment.total), align="R", bold=True)
    return payment.truth(currency=None)


def cegid_debit_credit(sheet: Sheet) -> dict[str, Any]:
    """Débit and crédit as in the payer's ledger: invoices in credit, credit notes in debit."""
    chance = Chance(22)
    lines = tuple(chance.paid(f"F{chance.random.randrange(2600000, 2699999)}") for _ in range(6)) + (
        Paid("A2600017", date(2026, 2, 12), Decimal("-214.80")),
    )
    lines = tuple(Paid(one.reference, one.day, one.gross, gross_printed=False) for one in lines)
    payment = Payment("SOCIETE NOUVELLE DUMONT SA", None, date(2026, 3, 31), "EUR", lines)
    sheet.paper("courier", 8.5)
    sheet.at(40, 40, "SOCIETE NOUVELLE DUMONT SA")
    sheet.block(40, 52, "ZI des Prés\n38500 VOIRON")
    sheet.at(300, 110, "AVIS DE REGLEMENT", align="C", bold=True)
    sheet.block(
        40, 140, "Date de règlement : 31/03/2026\nMode : VIREMENT\nFournisseur : PAPETERIES DU RHIN\nDevise : EUR"
    )
    rows = [
        [
            f"{one.day:%d/%m/%Y}",
            one.reference,
            "AVOIR" if one.net < 0 else "FACTURE",
            FR_HARD(-one.net) if one.net < 0 else "",
            FR_HARD(one.net) if one.net > 0 else "",
        ]
        for one in lines
    ]
    y = sheet.table(
        ["40 Date pièce", "130 N° pièce", "220 Libellé", ">420 Débit", ">530 Crédit"], 220, rows, bold=False
    )
    sheet.at(220, y + 8, "TOTAUX")
    sheet.at(420, y + 8, FR_HARD(Decimal("214.80")), align="R")
    sheet.at(530, y + 8, FR_HARD(payment.total + Decimal("214.80")), align="R")
    sheet.at(220, y + 30, "Montant du règlement")
    sheet.at(530, y + 30, FR_HARD(payment.total), align="R")
    return payment.truth()


def italian_withholding(sheet: Sheet) -> dict[str, Any]:
    """Ritenuta d'acconto in a column, the sum in the sentence above."""
    chance = Chance(23)
    lines = []
    for n in range(3):
        one = chance.paid(f"{n + 118}/2026")
        lines.append(
            Paid(
                one.reference,
                one.day,
                one.gross,
                (Taken("Ritenuta", "tax_withheld", (one.gross * Decimal("0.2")).quantize(ZERO)),),
            )
        )
    payment = Payment("Officine Bellini S.r.l.", "0306920260415", date(2026, 4, 15), "EUR", tuple(lines))
    sheet.paper("times", 10)
    sheet.at(40, 45, "Officine Bellini S.r.l.", bold=True, size=13)
    sheet.at(40, 58, "Via Roma 12 - 20121 Milano - P.IVA IT12345670017", size=8)
    sheet.block(330, 110, "Spett.le\nCartiera del Reno S.p.A.\nVia Emilia 4\n40100 Bologna")
    sheet.at(40, 190, "Oggetto: avviso di pagamento", bold=True)
    sheet.block(
        40,
        215,
        f"Vi comunichiamo che abbiamo disposto un bonifico di EUR {DE(payment.total)} con data 15/04/2026.\nRiferimento bonifico: 0306920260415",
    )
    rows = [[one.reference, f"{one.day:%d/%m/%Y}", DE(one.gross), DE(off(one)), DE(one.net)] for one in lines]
    sheet.table(["40 N. fattura", "140 Data fattura", ">300 Importo lordo", ">400 Ritenuta", ">500 Netto"], 260, rows)
    return payment.truth()


def german_letter(sheet: Sheet) -> dict[str, Any]:
    """A letter without any table: a sentence an invoice."""
    lines = (
        Paid("R-40117", date(2026, 2, 3), Decimal("1200.00")),
        Paid("R-40133", date(2026, 2, 11), Decimal("845.50")),
        Paid("G-1008", date(2026, 2, 12), Decimal("-45.50")),
    )
    payment = Payment("Tischlerei Kramer e.K.", None, date(2026, 3, 2), "EUR", lines)
    sheet.paper("times", 11)
    sheet.block(60, 60, "Tischlerei Kramer e.K.\nDorfstraße 2, 27404 Zeven")
    sheet.block(60, 150, "Rheinpapier GmbH\nUferweg 2\n56068 Koblenz")
    sheet.at(60, 240, "Zahlungsavis", bold=True)
    y = sheet.block(60, 270, "Guten Tag,\nwir haben heute, am 02.03.2026, folgende Posten überwiesen:\n")
    for one in lines:
        kind = "Gutschrift" if one.net < 0 else "Rechnung"
        sheet.at(80, y, f"{kind} {one.reference} vom {one.day:%d.%m.%Y} über {DE(one.net)} EUR")
        y += 16
    sheet.at(60, y + 10, f"Gesamtbetrag der Überweisung: {DE(payment.total)} EUR")
    return payment.truth()


def twin_stub(sheet: Sheet) -> dict[str, Any]:
    """A cheque stub with its list printed in two columns side by side."""
    chance = Chance(24)
    lines = tuple(chance.paid(f"{chance.random.randrange(550000, 559999)}") for _ in range(12))
    payment = Payment("HARBOR CITY SCHOOL DISTRICT", "00219845", date(2026, 5, 1), "USD", lines)
    sheet.paper("courier", 8, "letter")
    sheet.at(40, 40, "HARBOR CITY SCHOOL DISTRICT")
    sheet.block(40, 52, "1 District Way\nAustin, TX 78701")
    sheet.at(380, 40, "CHECK NUMBER: 00219845")
    sheet.at(380, 52, "CHECK DATE: 05/01/2026")
    for x, some in ((40, lines[:6]), (320, lines[6:])):
        rows = [[one.reference, f"{one.day:%m/%d/%y}", US(one.net)] for one in some]
        sheet.table([f"{x} INVOICE NO", f"{x + 90} DATE", f">{x + 230} AMOUNT"], 110, rows, bold=False)
    sheet.at(40, 300, f"TOTAL CHECK AMOUNT     ${US(payment.total)}")
    return payment.truth()


def mainframe_list(sheet: Sheet) -> dict[str, Any]:
    """A line printer's list: CR behind credits, page breaks in the middle, everything in one type."""
    chance = Chance(25)
    lines = tuple(
        chance.paid(f"{chance.random.randrange(4000000, 4999999):010d}")
        if n % 9
        else Paid(f"{chance.random.randrange(4000000, 4999999):010d}", chance.day(), -chance.amount(1000, 9000))
        for n in range(1, 80)
    )
    payment = Payment("UNITED RAIL SYSTEMS PLC", "E0099127", date(2026, 6, 12), "GBP", lines)
    page = 1

    def head() -> float:
        sheet.at(40, 40, "UNITED RAIL SYSTEMS PLC")
        sheet.at(420, 40, f"PAGE {page} OF 2")
        sheet.at(40, 52, "REMITTANCE ADVICE")
        sheet.at(40, 64, "PAYMENT REF  E0099127        VALUE DATE  12/06/2026        SUPPLIER  004411  RHINE PAPER LTD")
        sheet.at(40, 88, "YOUR REF        DATE          DETAILS                       AMOUNT GBP")
        return 104.0

    sheet.paper("courier", 8)
    y = head()
    for n, one in enumerate(lines):
        figure = US(abs(one.net)) + (" CR" if one.net < 0 else "   ")
        sheet.at(40, y, f"{one.reference:14}  {one.day:%d/%m/%Y}    {'GOODS':20}   {figure:>19}")
        y += 11
        if n == 49:
            sheet.at(40, y, f"{'CARRIED FORWARD':>46}   {US(sum((x.net for x in lines[:50]), ZERO)):>16}")
            page = 2
            sheet.new_page()
            y = head()
            sheet.at(40, y, f"{'BROUGHT FORWARD':>46}   {US(sum((x.net for x in lines[:50]), ZERO)):>16}")
            y += 11
    sheet.at(40, y + 11, f"{'TOTAL REMITTED':>46}   {US(payment.total):>16}")
    return payment.truth(payer={"name": "UNITED RAIL SYSTEMS PLC"})


def types_tell_signs(sheet: Sheet) -> dict[str, Any]:
    """All amounts without a sign: only the kind of document says what is taken off."""
    chance = Chance(26)
    lines = tuple(chance.paid(f"{chance.random.randrange(880000, 889999)}") for _ in range(5)) + (
        Paid("DM-3310", date(2026, 3, 3), Decimal("-150.00")),
        Paid("CM-0071", date(2026, 3, 4), Decimal("-75.25")),
    )
    payment = Payment("Lakeside Hardware Corp.", "ACH-20260402-17", date(2026, 4, 2), "USD", lines)
    sheet.paper("helvetica", 9, "letter")
    sheet.at(40, 45, "Lakeside Hardware Corp.", bold=True, size=12)
    sheet.block(40, 58, "900 Shore Dr\nErie, PA 16501")
    sheet.at(400, 45, "ACH Remittance", bold=True, size=12)
    sheet.pairs(400, 62, [("Trace #:", "ACH-20260402-17"), ("Settlement date:", "04/02/2026")], to=490)
    rows = [
        [
            "DM" if one.reference[:2] == "DM" else "CM" if one.net < 0 else "INV",
            one.reference,
            f"{one.day:%m/%d/%Y}",
            f"${US(abs(one.net))}",
        ]
        for one in lines
    ]
    y = sheet.table(["40 Doc Type", "120 Doc #", "220 Doc Date", ">400 Amount"], 130, rows)
    sheet.at(300, y + 10, "Total Payment")
    sheet.at(400, y + 10, f"${US(payment.total)}", align="R")
    return payment.truth()


def swiss_references(sheet: Sheet) -> dict[str, Any]:
    """Apostrophes between thousands, a payment order's own words, dates with months in words."""
    chance = Chance(27)
    lines = tuple(
        Paid(f"RE-{2026000 + n * 13}", chance.day(), Decimal(chance.random.randrange(100000, 3000000)) / 100)
        for n in range(1, 6)
    )
    payment = Payment("Alpenbau AG", "PAY-2026-0311-009", date(2026, 3, 11), "CHF", lines)
    sheet.paper("helvetica", 9)
    sheet.block(60, 50, "Alpenbau AG\nBahnhofstrasse 20\n8001 Zürich\nCHE-123.456.788 MWST")
    sheet.block(340, 120, "Papierwerk Rhein AG\nSeeweg 9\n4051 Basel")
    sheet.at(60, 190, "Vergütungsanzeige / Zahlungsavis", bold=True, size=12)
    sheet.pairs(
        60,
        210,
        [("Zahlungsreferenz", "PAY-2026-0311-009"), ("Ausführungsdatum", "11. März 2026"), ("Währung", "CHF")],
        to=180,
    )
    rows = [[str(n + 1), one.reference, f"{one.day:%d.%m.%Y}", CH(one.net)] for n, one in enumerate(lines)]
    y = sheet.table(["60 Pos.", "100 Ihre Referenz", "220 Rechnungsdatum", ">420 Betrag CHF"], 270, rows)
    sheet.at(300, y + 8, "Total Vergütung CHF")
    sheet.at(420, y + 8, CH(payment.total), align="R")
    return payment.truth()


def two_lists(sheet: Sheet) -> dict[str, Any]:
    """Invoices in one list, what is taken off in another below it; the payment is the difference."""
    chance = Chance(28)
    invoices = tuple(chance.paid(f"INV{chance.random.randrange(70000, 79999)}") for _ in range(6))
    claims = (
        Paid("CLM-88121", date(2026, 2, 14), Decimal("-310.00")),
        Paid("CLM-88130", date(2026, 2, 20), Decimal("-42.75")),
    )
    payment = Payment("Nordic Retail AB", "NR-5500127", date(2026, 3, 20), "EUR", invoices + claims)
    sheet.paper("helvetica", 9)
    sheet.at(50, 45, "Nordic Retail AB", bold=True, size=12)
    sheet.at(50, 58, "Box 77, 111 21 Stockholm, Sweden")
    sheet.at(50, 100, "Payment specification", bold=True, size=12)
    sheet.pairs(
        50, 118, [("Payment number:", "NR-5500127"), ("Payment date:", "2026-03-20"), ("Currency:", "EUR")], to=160
    )
    sheet.at(50, 170, "Invoices", bold=True)
    y = sheet.table(
        ["50 Invoice no.", "160 Invoice date", ">360 Amount"],
        188,
        [[one.reference, f"{one.day:%Y-%m-%d}", US(one.net)] for one in invoices],
    )
    sheet.at(250, y, "Subtotal")
    sheet.at(360, y, US(sum((one.net for one in invoices), ZERO)), align="R")
    sheet.at(50, y + 30, "Deductions", bold=True)
    y = sheet.table(
        ["50 Document no.", "160 Date", ">360 Amount"],
        y + 48,
        [[one.reference, f"{one.day:%Y-%m-%d}", US(one.net)] for one in claims],
    )
    sheet.at(180, y + 14, "Amount transferred", bold=True)
    sheet.at(360, y + 14, US(payment.total), align="R", bold=True)
    return payment.truth()


def many_columns(sheet: Sheet) -> dict[str, Any]:
    """A landscape list with stores, orders, delivery notes, taxes and the payer's own numbers around ours."""
    chance = Chance(29)
    lines = tuple(
        chance.paid(f"{chance.random.randrange(91000000, 91999999)}", discount="1" if n % 2 else None, text="Skonto")
        for n in range(20)
    )
    payment = Payment("Kaufland Beispiel Warenhandel KG", "8100455512", date(2026, 5, 22), "EUR", lines)
    sheet.paper("helvetica", 7, landscape=True)
    sheet.at(30, 35, "Kaufland Beispiel Warenhandel KG", bold=True, size=10)
    sheet.at(30, 46, "74172 Neckarsulm")
    sheet.at(420, 35, "Regulierungsavis", bold=True, size=10, align="C")
    sheet.pairs(
        600,
        35,
        [
            ("Zahlungsbeleg", "8100455512"),
            ("Zahlungsdatum", "22.05.2026"),
            ("Währung", "EUR"),
            ("Lieferantennr.", "4711008"),
        ],
        to=690,
    )
    rows = [
        [
            f"{1000 + n}",
            str(5100000000 + n * 7),
            one.reference,
            f"{one.day:%d.%m.%Y}",
            str(450000000 + n),
            f"LS{n + 300}",
            DE(one.gross / Decimal("1.19")),
            "19,00",
            DE(one.gross),
            DE(off(one)) if one.taken else "",
            DE(one.net),
        ]
        for n, one in enumerate(lines)
    ]
    y = sheet.table(
        [
            "30 Filiale",
            "75 Unser Beleg",
            "145 Ihre Rechnung",
            "225 Belegdatum",
            "290 Bestellnr.",
            "355 Lieferschein",
            ">470 Netto o. MwSt",
            ">520 MwSt %",
            ">600 Bruttobetrag",
            ">670 Skonto",
            ">760 Zahlbetrag",
        ],
        90,
        rows,
    )
    sheet.at(30, y + 5, "Summe")
    sheet.at(600, y + 5, DE(sum((one.gross for one in lines), ZERO)), align="R")
    sheet.at(670, y + 5, DE(sum((off(one) for one in lines), ZERO)), align="R")
    sheet.at(760, y + 5, DE(payment.total), align="R")
    return payment.truth()


def dutch_specification(sheet: Sheet) -> dict[str, Any]:
    """Betalingsspecificatie, factuurnummers, korting."""
    chance = Chance(30)
    lines = tuple(chance.paid(f"2026{chance.random.randrange(1000, 9999)}") for _ in range(4))
    payment = Payment("Van Dijk Groothandel B.V.", "BET26-0199", date(2026, 4, 8), "EUR", lines)
    sheet.paper("helvetica", 9.5)
    sheet.block(60, 50, "Van Dijk Groothandel B.V.\nHavenweg 3\n3011 Rotterdam")
    sheet.at(60, 130, "Betalingsspecificatie", bold=True, size=13)
    sheet.pairs(60, 150, [("Betaaldatum:", "08-04-2026"), ("Betalingskenmerk:", "BET26-0199")], to=180)
    rows = [[one.reference, f"{one.day:%d-%m-%Y}", f"€ {DE(one.net)}"] for one in lines]
    y = sheet.table(["60 Factuurnummer", "190 Factuurdatum", ">380 Bedrag"], 210, rows)
    sheet.at(250, y + 10, "Totaal betaald")
    sheet.at(380, y + 10, f"€ {DE(payment.total)}", align="R")
    return payment.truth()


DRAFTS = tuple(
    Draft(draw, may_doubt=draw is navision)
    for draw in (
        oracle_payables, navision, cegid_debit_credit, italian_withholding, german_letter, twin_stub, mainframe_list,
        types_tell_signs, swiss_references, two_lists, many_columns, dutch_specification,
    )
)  # fmt: skip
