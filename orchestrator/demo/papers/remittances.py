"""The demo's four advices: three on paper in three languages, one typed into a mail; one announces what never comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage

from orchestrator.demo.papers.envelope import Sender, letter, moment, with_pdf
from orchestrator.demo.papers.money import Debt, Payment, announced, payments
from orchestrator.demo.papers.numbers import american, german
from orchestrator.demo.papers.sheet import Column, Sheet
from orchestrator.demo.world import CASH_ADDRESS, COMPANY, COMPANY_ADDRESS, CUSTOMERS

_CUSTOMERS = {customer.number: customer for customer in CUSTOMERS}


@dataclass(frozen=True)
class Words:
    """The words of an advice in one language."""

    title: str
    facts: tuple[str, str]  #: payment number, day of the payment
    columns: tuple[str, str, str, str, str]  #: number, date, invoiced, taken off, paid
    total: str
    why: str
    day: str  #: strftime


FRENCH = Words("AVIS DE PAIEMENT", ("Référence du virement", "Date du paiement"),
               ("N° facture", "Date", "Montant EUR", "Retenue EUR", "Montant payé EUR"), "Total du virement EUR",
               "Motif", "%d/%m/%Y")  # fmt: skip
GERMAN = Words("ZAHLUNGSAVIS", ("Zahlungsreferenz", "Zahlungsdatum"),
               ("Rechnungs-Nr.", "Datum", "Bruttobetrag EUR", "Abzug EUR", "Zahlbetrag EUR"), "Gesamtbetrag EUR",
               "Abzugsgrund", "%d.%m.%Y")  # fmt: skip
SPANISH = Words("AVISO DE PAGO", ("Referencia de pago", "Fecha de pago"),
                ("N.º factura", "Fecha", "Importe EUR", "Descuento EUR", "Importe pagado EUR"), "Total pagado EUR",
                "Motivo", "%d/%m/%Y")  # fmt: skip

_MAILS = {
    "morel": (Sender("Claire Bonnefoy", "compta@ateliers-morel.example"), FRENCH, "Avis de paiement", "07:30"),
    "hartmann": (Sender("Sabine Vogt", "buchhaltung@hartmann-antriebe.example"), GERMAN, "Zahlungsavis", "07:41"),
    "ibarra-announced": (Sender("Talleres Ibarra", "pagos@talleres-ibarra.example"), SPANISH, "Aviso de pago", "08:02"),
}


def remittances(today: date) -> tuple[tuple[str, bytes], ...]:
    """Name and raw mail of each advice, oldest first; the same bytes for the same day."""
    said = {payment.name: payment for payment in (*payments(today), announced(today))}
    papers = tuple((name, _on_paper(said[name]).as_bytes()) for name in _MAILS)
    return (*papers, ("thornbury", _typed(said["thornbury"]).as_bytes()))


def _on_paper(payment: Payment) -> EmailMessage:
    sender, words, subject, clock = _MAILS[payment.name]
    text = f"{words.title.capitalize()} {payment.reference}\n\n{sender.name}\n"
    sent = moment(payment.day, clock, sender.east)
    message = letter(f"advice-{payment.name}", sender, f"{subject} {payment.reference}", text, sent, CASH_ADDRESS)
    return with_pdf(message, draw(payment, words), f"{subject} {payment.reference}.pdf".replace(" ", "_"))


def draw(payment: Payment, words: Words) -> bytes:
    """The advice as PDF: letterhead, facts, a table, the total, and why something was taken off."""
    payer, sheet = _CUSTOMERS[payment.customer], Sheet(words.title, payment.day, maker="SAP NetWeaver 7.5")
    sheet.say(20, 22, payer.name, 13, "B")
    sheet.lines(20, 27, (payer.vat or "",), 8)
    y = sheet.lines(20, 48, (COMPANY, *COMPANY_ADDRESS), 9, 4.6)
    sheet.say(20, y + 14, words.title, 14, "B")
    for place, (name, value) in enumerate(zip(words.facts, (payment.reference, _day(payment.day, words)), strict=True)):
        sheet.say(20, y + 24 + 6 * place, f"{name}: {value}", 9)
    return _table(sheet, payment, words, y + 46)


def _table(sheet: Sheet, payment: Payment, words: Words, y: float) -> bytes:
    short = any(debt.taken_off for debt in payment.debts)
    number, day, invoiced, off, paid = words.columns
    columns = [Column(number, 20, 50), Column(day, 54, 76), Column(invoiced, 78, 108, "right")]
    columns += [Column(off, 110, 128, "right"), Column(words.why, 131, 154)] if short else []
    columns += [Column(paid, 158, 186, "right")]
    sheet.headings(columns, y)
    sheet.rule(20, y + 1.6, 188, y + 1.6)
    for debt in payment.debts:
        y += 6.5
        sheet.row(columns, _row(debt, words, short), y)
    sheet.rule(20, y + 3, 188, y + 3)
    sheet.say(112, y + 9, words.total, 9, "B", side="right")
    sheet.say(186, y + 9, german(payment.amount), 9, "B", side="right")
    return sheet.content()


def _row(debt: Debt, words: Words, short: bool) -> list[str]:
    off = [german(debt.taken_off) if debt.taken_off else "", debt.why] if short else []
    return [debt.number, _day(debt.issued, words), german(debt.amount), *off, german(debt.paid)]


def _day(day: date, words: Words) -> str:
    return day.strftime(words.day)


def _typed(payment: Payment) -> EmailMessage:
    """A clerk's own mail: no attachment, the advice is its text."""
    sender = Sender("Helen Marsh", "accounts@thornbury-packaging.example", east=0)
    lines = "\n".join(f"{debt.number}   {debt.issued:%d/%m/%Y}   {american(debt.paid)}" for debt in payment.debts)
    text = (
        f"Remittance advice\n\nPayment reference: {payment.reference}\nPayment date: {payment.day:%d/%m/%Y}\n"
        f"Currency: EUR\n\nInvoice   Date   Amount\n{lines}\n\nTotal paid: EUR {american(payment.amount)}\n\n"
        "Thornbury Packaging Ltd\n"
    )
    sent = moment(payment.day, "09:12", 0)
    return letter("advice-thornbury", sender, f"Remittance advice {payment.reference}", text, sent, CASH_ADDRESS)
