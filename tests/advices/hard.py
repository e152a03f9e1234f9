# ruff: noqa: E501, RUF005 - a row of a paper stands on one line
"""The hard cases of remittances (DOMAIN, R1 to R10) and other papers made to be misread."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.advices.case import ZERO, Chance, Draft, Paid, Payment, Taken
from tests.corpus.case import DE, FR, US
from tests.corpus.sheet import Sheet


def head(sheet: Sheet, payment: Payment, title: str = "Remittance Advice", form: str = "%d/%m/%Y") -> None:
    """A plain head: name, title, number and day of the payment."""
    sheet.paper("helvetica", 9)
    sheet.at(50, 45, payment.payer, bold=True, size=12)
    sheet.block(50, 58, "14 Mill Lane\nLeeds LS1 4AB\nUnited Kingdom")
    sheet.at(50, 105, title, bold=True, size=12)
    pairs = [("Payment reference:", payment.number or "")] if payment.number else []
    pairs += [("Payment date:", payment.day.strftime(form))] if payment.day else []
    sheet.pairs(330, 58, [*pairs, ("Currency:", payment.currency)], to=440)


def r1_sixty_three_invoices_seven_credits(sheet: Sheet) -> dict[str, Any]:
    """R1: negatives in all three notations in one paper, over three pages."""
    chance = Chance(40)
    lines = [chance.paid(f"SI-{chance.random.randrange(100000, 999999)}") for _ in range(63)]
    lines += [
        Paid(f"SC-{chance.random.randrange(100000, 999999)}", chance.day(), -chance.amount(1000, 20000))
        for _ in range(7)
    ]
    chance.random.shuffle(lines)
    payment = Payment("Thames Wholesale Ltd", "BACS-20260417", date(2026, 4, 17), "GBP", tuple(lines))
    head(sheet, payment)
    columns = ["50 Invoice no", "170 Date", "270 Description", ">480 Amount"]
    y = sheet.table(columns, 130, [])
    made = ("{}-", "({})", "{} CR", "-{}")
    for n, one in enumerate(lines):
        text = made[n % 4].format(US(abs(one.net))) if one.net < 0 else US(one.net)
        for x, cell, align in (
            (50, one.reference, "L"),
            (170, f"{one.day:%d/%m/%Y}", "L"),
            (270, "Credit" if one.net < 0 else "Goods", "L"),
            (480, text, "R"),
        ):
            sheet.at(x, y, cell, align=align)
        y += 14
        if y > 780:
            sheet.at(270, y, "Carried forward")
            sheet.at(480, y, US(sum((x.net for x in lines[: n + 1]), ZERO)), align="R")
            sheet.new_page()
            y = sheet.table(columns, 60, [])
    sheet.at(270, y + 8, "Total payment")
    sheet.at(480, y + 8, US(payment.total), align="R")
    return payment.truth()


def r2_bare_numbers(sheet: Sheet) -> dict[str, Any]:
    """R2: without prefix, padded with zeros, the last six digits only, letters for figures."""
    numbers = ("0000041177", "411780", "FAC2O260412", "004119", "41-1801")
    chance = Chance(41)
    payment = Payment(
        "Rosewood Interiors Ltd", "RW-7712", date(2026, 4, 2), "GBP", tuple(chance.paid(number) for number in numbers)
    )
    head(sheet, payment)
    y = sheet.table(
        ["50 Your reference", "200 Invoice date", ">400 Amount paid"],
        140,
        [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net)] for one in payment.lines],
    )
    sheet.at(300, y + 6, "Total")
    sheet.at(400, y + 6, US(payment.total), align="R")
    return payment.truth(lines=[one.truth() | {"gross": None} for one in payment.lines])


def r2_two_numbers_in_one_cell(sheet: Sheet) -> dict[str, Any]:
    """R2: two invoices glued with one amount: nobody can say which gets what."""
    payment = Payment(
        "Rosewood Interiors Ltd",
        "RW-7713",
        date(2026, 4, 3),
        "GBP",
        (Paid("0411/0412", date(2026, 3, 3), Decimal("1500.00")), Paid("0415", date(2026, 3, 5), Decimal("300.00"))),
    )
    head(sheet, payment)
    y = sheet.table(
        ["50 Invoice no", "200 Date", ">400 Amount"],
        140,
        [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net)] for one in payment.lines],
    )
    sheet.at(300, y + 6, "Total payment")
    sheet.at(400, y + 6, US(payment.total), align="R")
    return payment.truth()


def r2_broken_over_rows(sheet: Sheet) -> dict[str, Any]:
    """A narrow column breaks every number at its hyphen."""
    chance = Chance(42)
    lines = tuple(chance.paid(f"RHINE-2026-{chance.random.randrange(10000, 99999)}") for _ in range(6))
    payment = Payment("Pennine Packaging Ltd", "PP-0099", date(2026, 5, 5), "GBP", lines)
    head(sheet, payment)
    rows = [[one.reference[:11] + "\n" + one.reference[11:], f"{one.day:%d/%m/%Y}", US(one.gross)] for one in lines]
    y = sheet.table(["50 Invoice\nnumber", "130 Invoice\ndate", ">300 Amount\nGBP"], 140, rows, lined=True)
    sheet.at(200, y + 6, "Total payment")
    sheet.at(300, y + 6, US(payment.total), align="R")
    return payment.truth()


def r4_short_paid_with_reasons(sheet: Sheet) -> dict[str, Any]:
    """R4: less is paid than invoiced, a reason code and words beside it."""
    chance = Chance(43)
    said = {
        1: ("PRC price per contract", "price"),
        3: ("QTY 2 cartons missing", "quantity"),
        4: ("WKZ Aktion Ostern", "promotion"),
    }
    lines = []
    for n in range(6):
        one = chance.paid(f"{chance.random.randrange(610000, 619999)}")
        text, reason = said.get(n, ("", ""))
        lines.append(
            Paid(one.reference, one.day, one.gross, (Taken(text, reason, chance.amount(500, 4000)),) if text else ())
        )
    payment = Payment("Grocers United Ltd", "GU-1188", date(2026, 5, 12), "GBP", tuple(lines))
    head(sheet, payment)
    rows = [
        [one.reference, f"{one.day:%d/%m/%Y}", US(one.gross), one.taken[0].text if one.taken else "", US(one.net)]
        for one in lines
    ]
    y = sheet.table(
        ["50 Invoice", "130 Date", ">270 Invoice amount", "290 Reason for difference", ">520 Paid"], 140, rows
    )
    sheet.at(420, y + 6, "Total paid")
    sheet.at(520, y + 6, US(payment.total), align="R")
    return payment.truth()


def r4_short_paid_without_a_word(sheet: Sheet) -> dict[str, Any]:
    """R4: less is paid and nothing says why."""
    payment = Payment(
        "Grocers United Ltd",
        "GU-1189",
        date(2026, 5, 13),
        "GBP",
        (Paid("610200", date(2026, 4, 1), Decimal("1000.00")), Paid("610201", date(2026, 4, 2), Decimal("500.00"))),
    )
    head(sheet, payment)
    rows = [["610200", "01/04/2026", "1,000.00", "950.00"], ["610201", "02/04/2026", "500.00", "500.00"]]
    y = sheet.table(["50 Invoice", "130 Date", ">270 Invoice amount", ">520 Paid"], 140, rows)
    sheet.at(420, y + 6, "Total paid")
    sheet.at(520, y + 6, "1,450.00", align="R")
    truth = payment.truth(total="1450.00")
    truth["lines"][0]["net"] = "950.00"
    return truth


def r5_bank_fee_at_the_end(sheet: Sheet) -> dict[str, Any]:
    """R5: a fee below the last invoice may belong to it or to the whole payment: a person says."""
    payment = Payment("Atlas Export Ltd", "AX-5", date(2026, 5, 20), "GBP", ())
    head(sheet, payment)
    y = sheet.table(
        ["50 Invoice", "130 Date", ">400 Amount"],
        140,
        [["771100", "01/04/2026", "1,000.00"], ["771101", "02/04/2026", "500.00"], ["Bank charges", "", "-15.00"]],
    )
    sheet.at(300, y + 6, "Total payment")
    sheet.at(400, y + 6, "1,485.00", align="R")
    return payment.truth(total="1485.00", lines=...)


def r10_figures_that_look_like_invoices(sheet: Sheet) -> dict[str, Any]:
    """R10: dates without signs, orders, telephone, register and account numbers all around."""
    lines = (
        Paid("20260411", date(2026, 4, 11), Decimal("780.00")),
        Paid("20260388", date(2026, 4, 2), Decimal("1220.50")),
    )
    payment = Payment("Menuiserie Alsacienne SARL", "20260430001", date(2026, 4, 30), "EUR", lines)
    sheet.paper("helvetica", 9)
    sheet.at(50, 45, "Menuiserie Alsacienne SARL", bold=True, size=12)
    sheet.block(50, 58, "8 rue du Port 67000 STRASBOURG - Tél. 0388112233\nSIRET 552 100 554 00012 - TVA FR83404833048")
    sheet.at(50, 105, "Avis de paiement", bold=True, size=12)
    sheet.pairs(
        320,
        105,
        [
            ("Paiement n° :", "20260430001"),
            ("Date de paiement :", "30/04/2026"),
            ("Vers votre IBAN :", "FR76 3000 6000 0112 3456 7890 189"),
        ],
        to=410,
    )
    rows = [["4500012345", one.reference, f"{one.day:%d/%m/%Y}", FR(one.net)] for one in lines]
    y = sheet.table(["50 N° commande", "150 N° facture", "250 Date", ">400 Montant"], 170, rows)
    sheet.at(250, y + 8, "Montant total du virement")
    sheet.at(400, y + 8, f"{FR(payment.total)} €", align="R")
    sheet.at(50, y + 60, "Siège social : 552100554 RCS Strasbourg - capital 20260 EUR - Tél. 0388112233")
    return payment.truth()


def debit_of_a_line_wrong(sheet: Sheet) -> dict[str, Any]:
    """One net is misprinted: the line and the sum are named."""
    payment = Payment(
        "Grocers United Ltd",
        "GU-1190",
        date(2026, 5, 14),
        "GBP",
        (
            Paid("610300", date(2026, 4, 1), Decimal("1000.00"), (Taken("Discount", "discount", Decimal("20.00")),)),
            Paid("610301", date(2026, 4, 2), Decimal("500.00")),
        ),
    )
    head(sheet, payment)
    rows = [["610300", "01/04/2026", "1,000.00", "20.00", "890.00"], ["610301", "02/04/2026", "500.00", "", "500.00"]]
    y = sheet.table(["50 Invoice", "130 Date", ">270 Gross", ">360 Discount", ">520 Net"], 140, rows)
    sheet.at(420, y + 6, "Total paid")
    sheet.at(520, y + 6, "1,480.00", align="R")
    truth = payment.truth()
    truth["lines"][0]["net"] = "890.00"
    return truth


def no_total(sheet: Sheet) -> dict[str, Any]:
    """Nothing says what is paid in all."""
    chance = Chance(44)
    payment = Payment(
        "Grocers United Ltd", "GU-1191", date(2026, 5, 15), "GBP", tuple(chance.paid(f"61040{n}") for n in range(3))
    )
    head(sheet, payment)
    sheet.table(
        ["50 Invoice", "130 Date", ">400 Amount"],
        140,
        [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net)] for one in payment.lines],
    )
    return payment.truth(total=None)


def ambiguous_dates(sheet: Sheet) -> dict[str, Any]:
    """English, euros, no address, all days below thirteen: nobody can say which is the month."""
    sheet.paper("helvetica", 9)
    sheet.at(50, 45, "Global Trading Corp.", bold=True, size=12)
    sheet.at(50, 80, "Remittance Advice", bold=True)
    sheet.pairs(50, 95, [("Payment reference:", "GT-1"), ("Payment date:", "05/06/2026"), ("Currency:", "EUR")], to=180)
    y = sheet.table(
        ["50 Invoice", "150 Date", ">350 Amount"],
        150,
        [["A-100", "03/04/2026", "100.00"], ["A-101", "07/05/2026", "250.00"]],
    )
    sheet.at(250, y + 6, "Total payment")
    sheet.at(350, y + 6, "350.00", align="R")
    lines = [
        {"reference": "A-100", "document_date": None, "net": "100.00"},
        {"reference": "A-101", "document_date": None, "net": "250.00"},
    ]
    return {
        "kind": "advice",
        "payer": {"name": "Global Trading Corp."},
        "payment_ref": "GT-1",
        "date": None,
        "currency": "EUR",
        "total": "350.00",
        "lines": lines,
    }


def hidden_words(sheet: Sheet) -> dict[str, Any]:
    """White figures on white paper are left out, and said."""
    chance = Chance(45)
    payment = Payment(
        "Grocers United Ltd", "GU-1192", date(2026, 5, 16), "GBP", tuple(chance.paid(f"61050{n}") for n in range(3))
    )
    head(sheet, payment)
    y = sheet.table(
        ["50 Invoice", "130 Date", ">400 Amount"],
        140,
        [[one.reference, f"{one.day:%d/%m/%Y}", US(one.net)] for one in payment.lines],
    )
    sheet.at(50, y, "610599   01/01/2026   9,999.00", ink=(255, 255, 255))
    sheet.at(300, y + 30, "Total payment")
    sheet.at(400, y + 30, US(payment.total), align="R")
    return payment.truth()


def column_broken_without_a_sign(sheet: Sheet) -> dict[str, Any]:
    """One number is broken where no sign tells it, the others are whole: their form tells it."""
    payment = Payment(
        "Grocers United Ltd",
        "GU-1193",
        date(2026, 5, 17),
        "GBP",
        (
            Paid("INV20260001", date(2026, 4, 1), Decimal("1000.00")),
            Paid("INV20260002", date(2026, 4, 2), Decimal("500.00")),
            Paid("INV20260003", date(2026, 4, 2), Decimal("50.00")),
        ),
    )
    head(sheet, payment)
    rows = [
        ["INV20260001", "01/04/2026", "1,000.00"],
        ["INV2026\n0002", "02/04/2026", "500.00"],
        ["INV20260003", "02/04/2026", "50.00"],
    ]
    y = sheet.table(["50 Invoice", "130 Date", ">400 Amount"], 140, rows)
    sheet.at(300, y + 6, "Total payment")
    sheet.at(400, y + 6, "1,550.00", align="R")
    return payment.truth()


def german_marks(sheet: Sheet) -> dict[str, Any]:
    """Soll and Haben behind the amounts: invoices H, credit notes S."""
    chance = Chance(46)
    lines = tuple(chance.paid(f"AR{260000 + n * 17}") for n in range(8)) + (
        Paid("GS260044", date(2026, 2, 2), Decimal("-99.95")),
    )
    payment = Payment("Werkzeugbau Ott GmbH", "ZL-0815", date(2026, 4, 14), "EUR", lines)
    sheet.paper("courier", 9)
    sheet.block(50, 45, "Werkzeugbau Ott GmbH\nIndustriestr. 9\n70565 Stuttgart")
    sheet.at(50, 110, "Z A H L U N G S A V I S")
    sheet.pairs(50, 130, [("Zahllauf:", "ZL-0815"), ("Zahlungsdatum:", "14.04.2026")], to=180)
    rows = [[one.reference, f"{one.day:%d.%m.%Y}", DE(abs(one.net)) + (" S" if one.net < 0 else " H")] for one in lines]
    y = sheet.table(["50 Ihr Beleg", "170 Belegdatum", ">380 Betrag EUR"], 180, rows, bold=False)
    sheet.at(250, y + 8, "Zahlbetrag")
    sheet.at(380, y + 8, DE(payment.total) + "  ", align="R")
    return payment.truth()


DRAFTS = tuple(
    Draft(draw, must_doubt=draw in {
        r2_two_numbers_in_one_cell, r4_short_paid_without_a_word, r5_bank_fee_at_the_end, debit_of_a_line_wrong, no_total,
        ambiguous_dates, hidden_words,
    })
    for draw in (
        r1_sixty_three_invoices_seven_credits, r2_bare_numbers, r2_two_numbers_in_one_cell, r2_broken_over_rows,
        r4_short_paid_with_reasons, r4_short_paid_without_a_word, r5_bank_fee_at_the_end, r10_figures_that_look_like_invoices,
        debit_of_a_line_wrong, no_total, ambiguous_dates, hidden_words, column_broken_without_a_sign, german_marks,
    )
)  # fmt: skip
