# ruff: noqa: RUF005 - a row of a paper stands on one line
"""Advices with one odd manner each, in plain surroundings: what a reader of real mail meets sooner or later."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.advices.case import Chance, Draft, Paid, Payment, Taken
from tests.corpus.case import DE, FR, US
from tests.corpus.sheet import Sheet


def paper(
    sheet: Sheet,
    payment: Payment,
    title: str = "Remittance Advice",
    form: str = "%d/%m/%Y",
    *,
    address: str = "5 High Street\nYork YO1 7HH",
) -> None:
    """Name, address, title, number and day."""
    sheet.paper("helvetica", 9)
    sheet.at(50, 45, payment.payer, bold=True, size=12)
    sheet.block(50, 58, address)
    sheet.at(50, 105, title, bold=True, size=12)
    pairs = [("Payment reference", payment.number or "")] if payment.number else []
    pairs += [("Payment date", payment.day.strftime(form))] if payment.day else []
    sheet.pairs(330, 58, [*pairs, ("Currency", payment.currency)], to=440)


def plain(chance: Chance, numbers: list[str]) -> tuple[Paid, ...]:
    return tuple(chance.paid(number) for number in numbers)


def whole_amounts(sheet: Sheet) -> dict[str, Any]:
    """Amounts without cents: every number could be an amount."""
    lines = tuple(Paid(f"2026-{n}", date(2026, 3, n), Decimal(n * 1250)) for n in range(1, 6))
    payment = Payment("Castle Estates Ltd", "CE-114", date(2026, 4, 14), "GBP", lines)
    paper(sheet, payment)
    y = sheet.table(
        ["50 Invoice", "150 Date", ">350 Amount"],
        140,
        [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net, 0)] for one in lines],
    )
    sheet.at(250, y + 6, "Total payment")
    sheet.at(350, y + 6, US(payment.total, 0), align="R")
    return payment.truth()


def numbers_with_spaces(sheet: Sheet) -> dict[str, Any]:
    """`INV 2026 001`: one number in three words."""
    payment = Payment(
        "Castle Estates Ltd",
        "CE-115",
        date(2026, 4, 15),
        "GBP",
        plain(Chance(80), ["INV 2026 001", "INV 2026 007", "INV 2026 012"]),
    )
    paper(sheet, payment)
    y = sheet.table(
        ["50 Supplier's invoice", "190 Date", ">380 Amount paid"],
        140,
        [[one.reference, f"{one.day:%d-%b-%y}", US(one.net)] for one in payment.lines],
    )
    sheet.at(280, y + 6, "Total paid")
    sheet.at(380, y + 6, US(payment.total), align="R")
    return payment.truth(lines=[one.truth() | {"gross": None} for one in payment.lines])


def two_languages(sheet: Sheet) -> dict[str, Any]:
    """Headings and labels in two languages, as in Belgium and Switzerland."""
    payment = Payment(
        "Wallonie Distribution SA",
        "WD-2026-88",
        date(2026, 4, 16),
        "EUR",
        plain(Chance(81), ["V2600123", "V2600130", "V2600144"]),
    )
    sheet.paper("helvetica", 9)
    sheet.at(50, 45, "Wallonie Distribution SA", bold=True, size=12)
    sheet.block(50, 58, "Rue Neuve 10\n1000 Bruxelles")
    sheet.at(50, 105, "Avis de paiement / Betalingsadvies", bold=True, size=12)
    sheet.pairs(
        300,
        58,
        [
            ("Référence paiement / Betalingsreferentie :", "WD-2026-88"),
            ("Date de paiement / Betaaldatum :", "16/04/2026"),
        ],
        to=490,
    )
    y = sheet.table(
        ["50 Facture / Factuur", "190 Date / Datum", ">420 Montant / Bedrag EUR"],
        150,
        [[one.reference, f"{one.day:%d/%m/%Y}", DE(one.net)] for one in payment.lines],
    )
    sheet.at(200, y + 6, "Total payé / Totaal betaald")
    sheet.at(420, y + 6, DE(payment.total), align="R")
    return payment.truth()


def compact_dates(sheet: Sheet) -> dict[str, Any]:
    """Days as eight figures, which look like numbers of invoices."""
    lines = tuple(Paid(f"2026{n:04d}", date(2026, 3, n), Decimal(f"{n * 117}.35")) for n in (3, 11, 19))
    payment = Payment("Hansa Feinkost GmbH", "ZR-771", date(2026, 4, 17), "EUR", lines)
    paper(sheet, payment, "Zahlungsavis", "%d.%m.%Y", address="Kaistraße 3\n20457 Hamburg")
    y = sheet.table(
        ["50 Belegdatum", "150 Ihre Rechnung", ">350 Betrag"],
        140,
        [[f"{one.day:%Y%m%d}", one.reference, DE(one.net)] for one in lines],
    )
    sheet.at(250, y + 6, "Zahlbetrag")
    sheet.at(350, y + 6, DE(payment.total), align="R")
    return payment.truth()


def tall_rows(sheet: Sheet) -> dict[str, Any]:
    """Descriptions of three lines, everything else at the middle of its row."""
    payment = Payment(
        "Castle Estates Ltd", "CE-116", date(2026, 4, 18), "GBP", plain(Chance(82), ["8100441", "8100447", "8100453"])
    )
    paper(sheet, payment)
    y = sheet.table(["50 Invoice", "130 Date", "220 Description", ">480 Amount"], 140, [], lined=True)
    for one in payment.lines:
        sheet.block(220, y, "Printing paper A4, 80 g\n500 sheets a pack, order 7712\ndelivered to York, store 12")
        for x, text, align in ((50, one.reference, "L"), (130, f"{one.day:%d/%m/%Y}", "L"), (480, US(one.net), "R")):
            sheet.at(x, y + 12, text, align=align)
        y += 44
        sheet.rule(45, y - 12, 485)
    sheet.at(380, y + 6, "Total payment")
    sheet.at(480, y + 6, US(payment.total), align="R")
    return payment.truth()


def a_summary_above(sheet: Sheet) -> dict[str, Any]:
    """A small list of sums by kind above the list of documents."""
    lines = plain(Chance(83), ["55011", "55012", "55019"]) + (Paid("C-771", date(2026, 3, 2), Decimal("-50.50")),)
    payment = Payment("Castle Estates Ltd", "CE-117", date(2026, 4, 19), "GBP", lines)
    paper(sheet, payment)
    positive = sum((one.net for one in lines if one.net > 0), Decimal(0))
    y = sheet.sums(
        50,
        130,
        250,
        [("Total invoices", US(positive)), ("Total credit notes", "-50.50"), ("Net payment", US(payment.total))],
    )
    sheet.table(
        ["50 Document", "150 Date", ">350 Amount"],
        y + 20,
        [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net)] for one in lines],
    )
    return payment.truth()


def two_payments(sheet: Sheet) -> dict[str, Any]:
    """Two advices in one file: which lines go with which payment a person says."""
    payment = Payment("Castle Estates Ltd", None, None, "GBP", plain(Chance(84), ["9001", "9002"]))
    for number in ("CE-118", "CE-119"):
        if number == "CE-118":
            sheet.paper("helvetica", 9)
        else:
            sheet.new_page()
        sheet.at(50, 45, "Castle Estates Ltd", bold=True, size=12)
        sheet.at(50, 80, "Remittance Advice", bold=True)
        sheet.pairs(
            300, 45, [("Payment reference:", number), ("Payment date:", "20/04/2026"), ("Currency:", "GBP")], to=400
        )
        one = payment.lines[number == "CE-119"]
        y = sheet.table(
            ["50 Invoice", "150 Date", ">350 Amount"], 120, [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net)]]
        )
        sheet.at(250, y + 6, "Total payment")
        sheet.at(350, y + 6, US(one.net), align="R")
    return payment.truth(payment_ref=..., date=..., total=...)


def signs_before_the_currency(sheet: Sheet) -> dict[str, Any]:
    """`-EUR 12,00`, a true minus sign, the currency on every amount."""
    lines = plain(Chance(85), ["FC-101", "FC-102"]) + (Paid("AV-9", date(2026, 3, 3), Decimal("-77.10")),)
    payment = Payment("Librairie Centrale SARL", "LC 2026 0420", date(2026, 4, 20), "EUR", lines)
    paper(sheet, payment, "Avis de virement", address="2 place Kléber\n67000 Strasbourg")
    y = sheet.table(
        ["50 Facture", "150 Du", ">350 Montant"],
        140,
        [
            [one.reference, f"{one.day:%d/%m/%Y}", f"- {FR(-one.net)} EUR" if one.net < 0 else f"{FR(one.net)} EUR"]
            for one in lines
        ],
    )
    sheet.at(230, y + 6, "Total virement")
    sheet.at(350, y + 6, f"{FR(payment.total)} EUR", align="R")
    return payment.truth()


def percent_beside_the_discount(sheet: Sheet) -> dict[str, Any]:
    """The rate of the discount in a column of its own, days of the terms in another."""
    lines = []
    for n in range(4):
        gross = Decimal(f"{1000 + n * 311}.00")
        lines.append(
            Paid(
                f"R{26100 + n}",
                date(2026, 3, 3 + n),
                gross,
                (Taken("Skonto", "discount", (gross * 3 / 100).quantize(Decimal("0.01"))),),
            )
        )
    payment = Payment("Autohaus Weber GmbH", "AW-5521", date(2026, 4, 21), "EUR", tuple(lines))
    paper(sheet, payment, "Zahlungsavis", "%d.%m.%Y", address="Ringstraße 1\n66111 Saarbrücken")
    rows = [
        [one.reference, f"{one.day:%d.%m.%Y}", DE(one.gross), "3,00", "14", DE(one.gross - one.net), DE(one.net)]
        for one in lines
    ]
    y = sheet.table(
        ["50 Rechnung", "120 Datum", ">250 Brutto", ">310 Skonto %", ">350 Tage", ">430 Skonto", ">520 Zahlung"],
        140,
        rows,
    )
    sheet.at(430, y + 6, "Summe", align="R")
    sheet.at(520, y + 6, DE(payment.total), align="R")
    return payment.truth()


def name_at_the_foot(sheet: Sheet) -> dict[str, Any]:
    """No letterhead but a logo: who pays stands in the small print below."""
    payment = Payment(
        "Nordlicht Handels GmbH", "NL-3001", date(2026, 4, 22), "EUR", plain(Chance(86), ["70011", "70018"])
    )
    sheet.paper("helvetica", 9)
    sheet.box(50, 40, 120, 30, grey=200)
    sheet.at(50, 105, "Zahlungsavis", bold=True, size=12)
    sheet.pairs(50, 120, [("Zahlungsnummer:", "NL-3001"), ("Zahlungsdatum:", "22.04.2026")], to=150)
    y = sheet.table(
        ["50 Rechnung", "150 vom", ">350 Betrag EUR"],
        170,
        [[one.reference, f"{one.day:%d.%m.%Y}", DE(one.net)] for one in payment.lines],
    )
    sheet.at(250, y + 6, "Zahlbetrag EUR")
    sheet.at(350, y + 6, DE(payment.total), align="R")
    sheet.at(
        300,
        800,
        "Nordlicht Handels GmbH · Am Hafen 4 · 24103 Kiel · HRB 4711 · USt-IdNr. DE811234566",
        size=7,
        align="C",
    )
    return payment.truth()


def order_numbers_only(sheet: Sheet) -> dict[str, Any]:
    """The payer lists its own orders and no invoice of ours (R10): nothing may be taken for one."""
    payment = Payment(
        "Castle Estates Ltd", "CE-120", date(2026, 4, 23), "GBP", plain(Chance(87), ["4500011", "4500012"])
    )
    paper(sheet, payment)
    y = sheet.table(
        ["50 PO number", "150 Date", ">350 Amount"],
        140,
        [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net)] for one in payment.lines],
    )
    sheet.at(250, y + 6, "Total payment")
    sheet.at(350, y + 6, US(payment.total), align="R")
    return payment.truth(lines=...)


def reference_above_its_amounts(sheet: Sheet) -> dict[str, Any]:
    """Each document takes two rows: its number, then its date and amounts."""
    payment = Payment(
        "Castle Estates Ltd",
        "CE-121",
        date(2026, 4, 24),
        "GBP",
        plain(Chance(88), ["RP-77120-A", "RP-77121-B", "RP-77150-C"]),
    )
    paper(sheet, payment)
    y = sheet.table(["50 Invoice", "150 Date", ">350 Amount"], 140, [])
    for one in payment.lines:
        sheet.at(50, y, one.reference)
        sheet.at(150, y + 12, f"{one.day:%d/%m/%Y}")
        sheet.at(350, y + 12, US(one.net), align="R")
        y += 28
    sheet.at(250, y + 6, "Total payment")
    sheet.at(350, y + 6, US(payment.total), align="R")
    return payment.truth()


DRAFTS = tuple(
    Draft(draw, must_doubt=draw in {two_payments, order_numbers_only})
    for draw in (
        whole_amounts, numbers_with_spaces, two_languages, compact_dates, tall_rows, a_summary_above, two_payments,
        signs_before_the_currency, percent_beside_the_discount, name_at_the_foot, order_numbers_only,
        reference_above_its_amounts,
    )
)  # fmt: skip
