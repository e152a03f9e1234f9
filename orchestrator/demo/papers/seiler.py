"""Seiler Maschinen: a Swiss order, apostrophes in its thousands, articles by GTIN only."""

from __future__ import annotations

from orchestrator.demo.papers.numbers import swiss, whole
from orchestrator.demo.papers.paper import Paper
from orchestrator.demo.papers.sheet import GREY, Column, Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS

_STEEL = (58, 74, 92)
_RED = (213, 43, 30)
_COLUMNS = (
    Column("Pos", 22, 30),
    Column("GTIN / EAN", 32, 60),
    Column("Bezeichnung", 62, 118),
    Column("Menge", 118, 132, "right"),
    Column("Einheit", 135, 147),
    Column("Preis EUR", 147, 165, "right"),
    Column("Betrag EUR", 167, 190, "right"),
)


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"Bestellung {paper.number}", paper.day, maker="Abacus")
    _letterhead(sheet)
    _heading(sheet, paper)
    y = _table(sheet, paper)
    _totals(sheet, paper, y)
    _footer(sheet)
    return sheet.content()


def _letterhead(sheet: Sheet) -> None:
    sheet.box(22, 14, 34, 26, 0, fill=_RED)
    sheet.say(28, 23, "S", 22, "B", side="centre", colour=(255, 255, 255))
    sheet.say(38, 20, "SEILER", 17, "B", colour=_STEEL)
    sheet.say(38, 25.5, "MASCHINEN AG", 10, "", colour=_STEEL)
    texts = ("Seiler Maschinen AG", "Industriestrasse 38", "CH-8404 Winterthur", "Telefon +41 52 550 71 30",
             "bestellung@seiler-maschinen.example", "CHE-115.274.937 MWST")  # fmt: skip
    sheet.lines(152, 17, texts, 8, 3.9, colour=GREY)
    sheet.lines(22, 56, (COMPANY, *COMPANY_ADDRESS), 10.5, 5)


def _heading(sheet: Sheet, paper: Paper) -> None:
    sheet.say(22, 92, f"Bestellung Nr. {paper.number}", 15, "B", colour=_STEEL)
    facts = (
        ("Datum", f"{paper.day:%d.%m.%Y}"),
        ("Liefertermin", f"{paper.need:%d.%m.%Y}"),
        ("Sachbearbeiter", "R. Amstutz"),
        ("Lieferbedingungen", "DDP Winterthur (Incoterms 2020)"),
        ("Zahlung", "30 Tage netto"),
        ("Währung", "EUR"),
    )
    for index, (label, value) in enumerate(facts):
        x, y = (22, 101 + 5.4 * index) if index < 3 else (102, 101 + 5.4 * (index - 3))
        sheet.say(x, y, label, 9, colour=GREY)
        sheet.say(x + 34, y, value, 9.5)


def _table(sheet: Sheet, paper: Paper) -> float:
    y = 126.0
    sheet.headings(_COLUMNS, y, 8.5, colour=_STEEL)
    sheet.rule(22, y + 2.5, 190, y + 2.5, 0.6, colour=_STEEL)
    for index, line in enumerate(paper.lines):
        y += 8
        texts = (str(index + 1), line.gtin, line.description, whole(line.quantity), line.unit, swiss(line.price),
                 swiss(line.amount))  # fmt: skip
        sheet.row(_COLUMNS, texts, y, 9)
        sheet.rule(22, y + 2.6, 190, y + 2.6, 0.1, colour=(200, 206, 212))
    return y + 2.6


def _totals(sheet: Sheet, paper: Paper, y: float) -> None:
    sheet.rule(118, y + 4, 190, y + 4, 0.3, colour=_STEEL)
    sheet.say(118, y + 10, "Total exkl. MWST", 10.5, "B")
    sheet.say(165, y + 10, "EUR", 10.5, "B", side="right")
    sheet.say(190, y + 10, swiss(paper.net), 10.5, "B", side="right")
    sheet.rule(118, y + 12.5, 190, y + 12.5, 0.3, colour=_STEEL)
    sheet.rule(118, y + 13.3, 190, y + 13.3, 0.3, colour=_STEEL)
    words = ("Wir bitten um Ihre Auftragsbestätigung per E-Mail. Teillieferungen nur nach Absprache.", "",
             "Freundliche Grüsse", "Seiler Maschinen AG, Einkauf")  # fmt: skip
    sheet.lines(22, y + 30, words, 9.5, 5)


def _footer(sheet: Sheet) -> None:
    sheet.rule(22, 280, 190, 280, 0.3, colour=_RED)
    sheet.say(106, 284.5,
              "Zürcher Kantonalbank  ·  IBAN CH93 0076 2011 6238 5295 7  ·  www.seiler-maschinen.example", 7.5,
              "", side="centre", colour=GREY)  # fmt: skip
