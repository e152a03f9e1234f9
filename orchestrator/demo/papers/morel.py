"""Ateliers Morel: the ruled "bon de commande" of a French workshop, with its own references and VAT."""

from __future__ import annotations

from orchestrator.demo.papers.numbers import french, whole
from orchestrator.demo.papers.paper import Paper
from orchestrator.demo.papers.sheet import GREY, Column, Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS

_RED = (158, 27, 50)
_TINT = (244, 232, 233)
_COLUMNS = (
    Column("Référence", 15, 42),
    Column("Désignation", 42, 108),
    Column("Qté", 108, 124, "right"),
    Column("Unité", 124, 140, "centre"),
    Column("P.U. HT", 140, 165, "right"),
    Column("Montant HT", 165, 195, "right"),
)
_TOP = 112.0
_ROWS_TO = 212.0


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"Bon de commande {paper.number}", paper.day, maker="EBP Gestion Commerciale")
    _letterhead(sheet)
    _heading(sheet, paper)
    _grid(sheet)
    _rows(sheet, paper)
    _totals(sheet, paper)
    _footer(sheet)
    return sheet.content()


def _letterhead(sheet: Sheet) -> None:
    sheet.disc(25, 21, 9.5, _RED)
    sheet.disc(25, 21, 7.6, (255, 255, 255))
    sheet.say(25, 23.3, "AM", 15, "B", side="centre", colour=_RED, font="times")
    sheet.say(39, 20, "Ateliers Morel SA", 17, "B", colour=_RED, font="times")
    sheet.lines(39, 25.5, ("Usinage et mécanique de précision", "27 rue des Forges, 42100 Saint-Étienne"), 8.5, 4.2,
                colour=GREY)  # fmt: skip
    sheet.say(195, 20, "BON DE COMMANDE", 18, "B", side="right")


def _heading(sheet: Sheet, paper: Paper) -> None:
    facts = (
        ("N° de commande :", paper.number),
        ("Date :", f"{paper.day:%d/%m/%Y}"),
        ("Livraison souhaitée le :", f"{paper.need:%d/%m/%Y}"),
        ("Suivi par :", "Claire Bonnefoy"),
        ("Règlement :", "Virement 45 jours fin de mois"),
    )
    sheet.box(15, 44, 103, 80, 0.2, colour=GREY)
    for index, (label, value) in enumerate(facts):
        sheet.say(18, 51 + 6.2 * index, label, 9, "B")
        sheet.say(59, 51 + 6.2 * index, value, 9.5)
    sheet.box(112, 44, 195, 80, 0.2, colour=GREY)
    sheet.say(115, 50, "Fournisseur", 8, "", colour=GREY)
    sheet.say(115, 56, COMPANY, 11, "B")
    sheet.lines(115, 61.5, (*COMPANY_ADDRESS, "Votre n° client : C-1000"), 9.5, 4.8)
    sheet.say(15, 90, "Adresse de livraison :", 9, "B")
    sheet.say(52, 90, "Ateliers Morel SA, quai de réception B, 31 rue des Forges, 42100 Saint-Étienne")
    sheet.say(15, 100, "Nous vous prions de bien vouloir nous livrer les articles suivants :", 9.5)


def _grid(sheet: Sheet) -> None:
    sheet.box(15, _TOP - 8, 195, _TOP, 0.3, colour=_RED, fill=_TINT)
    for column in _COLUMNS:
        middle = (column.left + column.right) / 2
        sheet.say(middle, _TOP - 2.8, column.heading, 9, "B", side="centre")
        sheet.rule(column.left, _TOP - 8, column.left, _ROWS_TO, 0.2, colour=_RED)
    sheet.rule(195, _TOP - 8, 195, _ROWS_TO, 0.2, colour=_RED)
    sheet.rule(15, _ROWS_TO, 195, _ROWS_TO, 0.3, colour=_RED)


def _rows(sheet: Sheet, paper: Paper) -> None:
    inner = [Column(c.heading, c.left + 2, c.right - 2, c.side) for c in _COLUMNS]
    y = _TOP + 6.5
    for line in paper.lines:
        texts = (line.item or line.sku, line.description, whole(line.quantity), line.unit, french(line.price),
                 french(line.amount))  # fmt: skip
        sheet.row(inner, texts, y, 9.5)
        sheet.rule(15, y + 2.5, 195, y + 2.5, 0.1, colour=(214, 180, 184))
        y += 8.5


def _totals(sheet: Sheet, paper: Paper) -> None:
    rows = (
        ("Total HT", french(paper.net), ""),
        (f"TVA {french(paper.tax_rate)} %", french(paper.tax), ""),
        ("Total TTC", f"{french(paper.gross)} €", "B"),
    )
    sheet.box(128, _ROWS_TO + 5, 195, _ROWS_TO + 29, 0.3, colour=_RED)
    for index, (label, value, style) in enumerate(rows):
        y = _ROWS_TO + 11 + 7.4 * index
        sheet.say(131, y, label, 10, style)
        sheet.say(192, y, value, 10, style, side="right")
    sheet.say(15, _ROWS_TO + 11, "Bon pour accord, cachet et signature :", 9)
    sheet.say(18, _ROWS_TO + 24, "C. Bonnefoy", 17, "I", colour=(30, 40, 120), font="times")


def _footer(sheet: Sheet) -> None:
    texts = (
        "Merci de rappeler notre numéro de commande sur vos bons de livraison et factures.",
        "Ateliers Morel SA au capital de 150 000 €  -  SIREN 482 103 371 RCS Saint-Étienne  -  APE 2562B",
        "TVA intracommunautaire : FR64 482 103 371  -  Tél. 04 77 00 21 45  -  achats@ateliers-morel.example",
    )
    sheet.lines(105, 276, texts, 7.5, 3.8, side="centre", colour=GREY)
