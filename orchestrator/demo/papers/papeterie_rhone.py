"""Papeterie du Rhône: the rounded-off look of a small company's accounting program, labels above their values."""

from __future__ import annotations

from orchestrator.demo.papers.numbers import french, whole
from orchestrator.demo.papers.paper import Paper
from orchestrator.demo.papers.sheet import GREY, Column, Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS

_VIOLET = (92, 72, 150)
_PALE = (238, 235, 246)
_WHITE = (255, 255, 255)
_COLUMNS = (
    Column("Code article", 15, 44),
    Column("Libellé", 46, 112),
    Column("Quantité", 112, 134, "right"),
    Column("Prix unitaire HT", 136, 166, "right"),
    Column("Total HT", 168, 193, "right"),
)


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"Commande {paper.number}", paper.day, maker="Ciel Gestion commerciale")
    _letterhead(sheet)
    _facts(sheet, paper)
    _totals(sheet, paper, _table(sheet, paper))
    sheet.say(
        105,
        285,
        "Papeterie du Rhône SARL - SIREN 517 449 260 RCS Lyon - TVA FR47517449260",
        7.5,
        "",
        side="centre",
        colour=GREY,
    )
    return sheet.content()


def _letterhead(sheet: Sheet) -> None:
    sheet.disc(22, 20, 7, _VIOLET)
    sheet.disc(29, 20, 7, _PALE)
    sheet.say(40, 19, "Papeterie du Rhône", 16, "B", colour=_VIOLET)
    sheet.say(40, 24.5, "112 cours Gambetta, 69007 Lyon - contact@papeterie-rhone.example", 8.5, colour=GREY)
    sheet.lines(120, 44, ("Fournisseur", COMPANY, *COMPANY_ADDRESS), 10, 5)


def _facts(sheet: Sheet, paper: Paper) -> None:
    sheet.say(15, 48, "Commande", 22, "B", colour=_VIOLET)
    facts = (("Numéro", paper.number), ("Date", f"{paper.day:%d/%m/%Y}"), ("Livraison le", f"{paper.need:%d/%m/%Y}"),
             ("Mode de règlement", "Virement"))  # fmt: skip
    for index, (label, value) in enumerate(facts):
        left = 15 + 45 * index
        sheet.box(left, 76, left + 43, 83, 0, fill=_VIOLET)
        sheet.say(left + 21.5, 80.9, label, 8.5, "B", side="centre", colour=_WHITE)
        sheet.box(left, 83, left + 43, 91, 0, fill=_PALE)
        sheet.say(left + 21.5, 88.4, value, 9.5, "", side="centre")


def _table(sheet: Sheet, paper: Paper) -> float:
    y = 107.0
    sheet.box(13, y - 5.5, 195, y + 2.5, 0, fill=_VIOLET)
    sheet.headings(_COLUMNS, y, 9, colour=_WHITE)
    for line in paper.lines:
        y += 9
        texts = (line.item or line.sku, line.description, f"{whole(line.quantity)} {line.unit}", french(line.price),
                 french(line.amount))  # fmt: skip
        sheet.row(_COLUMNS, texts, y, 9.5)
        sheet.rule(13, y + 3, 195, y + 3, 0.1, colour=_VIOLET)
    return y + 3


def _totals(sheet: Sheet, paper: Paper, y: float) -> None:
    rows = (("Total HT", french(paper.net)), (f"TVA {french(paper.tax_rate, 1)} %", french(paper.tax)))
    for index, (label, value) in enumerate(rows):
        sheet.say(136, y + 10 + 6 * index, label, 9.5)
        sheet.say(193, y + 10 + 6 * index, f"{value} €", 9.5, "", side="right")
    sheet.box(134, y + 20, 195, y + 29, 0, fill=_PALE)
    sheet.say(136, y + 26.2, "Total TTC", 11, "B", colour=_VIOLET)
    sheet.say(193, y + 26.2, f"{french(paper.gross)} €", 11, "B", side="right", colour=_VIOLET)
