"""Thornbury Packaging: an order typed in a word processor, and a request for a quotation typed the same way."""

from __future__ import annotations

from datetime import date

from orchestrator.demo.papers.numbers import american, whole
from orchestrator.demo.papers.paper import Paper
from orchestrator.demo.papers.sheet import GREY, Column, Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS

_COLUMNS = (
    Column("Quantity", 22, 40, "right"),
    Column("Your code", 46, 66),
    Column("Description", 70, 128),
    Column("Price each", 132, 154, "right"),
    Column("Total", 160, 186, "right"),
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"PO {paper.number}", paper.day, "times", maker="Microsoft Word 2019")
    title = "PURCHASE ORDER" + (f" - REVISION {paper.revision}" if paper.revision else "")
    y = _letter(sheet, title, (("Our order no.", paper.number), ("Date", _british(paper.day)),
                               ("Delivery required by", _british(paper.need))))  # fmt: skip
    y = _opening(sheet, paper, y)
    y = _table(sheet, paper, y)
    _closing(sheet, y)
    return sheet.content()


def draw_request(number: str, day: date, articles: tuple[tuple[str, str, str], ...]) -> bytes:
    """A request for a quotation: (quantity, code, description) a line, no prices and no order."""
    sheet = Sheet(f"RFQ {number}", day, "times", maker="Microsoft Word 2019")
    y = _letter(sheet, "REQUEST FOR QUOTATION", (("Our reference", number), ("Date", _british(day))))
    sheet.lines(22, y, ("Please quote us your best price and lead time for the following. This is an enquiry only",
                        "and not an order; we will send a purchase order if your offer is accepted."),
                11, 5.4)  # fmt: skip
    columns = _COLUMNS[:3]
    sheet.headings(columns, y + 20, 11)
    sheet.rule(22, y + 22, 186, y + 22, 0.3)
    for index, article in enumerate(articles):
        sheet.row(columns, article, y + 29 + 7 * index, 11)
    _closing(sheet, y + 34 + 7 * len(articles))
    return sheet.content()


def _british(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _letter(sheet: Sheet, title: str, facts: tuple[tuple[str, str], ...]) -> float:
    sheet.say(105, 24, "Thornbury Packaging Ltd", 20, "B", side="centre")
    sheet.say(105, 30, "Unit 7, Severn Way Industrial Estate, Thornbury, Bristol BS35 3UW", 10, "", side="centre")
    sheet.say(105, 35, "Tel 01454 960 118   orders@thornbury-packaging.example", 10, "", side="centre")
    sheet.rule(22, 39, 188, 39, 0.4)
    y = sheet.lines(22, 52, (COMPANY, *COMPANY_ADDRESS), 11, 5.2)
    sheet.say(105, y + 12, title, 15, "B", side="centre")
    y += 24
    for label, value in facts:
        sheet.say(22, y, f"{label}:", 11, "B")
        sheet.say(64, y, value, 11)
        y += 6
    return y + 6


def _opening(sheet: Sheet, paper: Paper, y: float) -> float:
    sheet.say(22, y, "Dear Sirs,", 11)
    words = "Please supply the goods listed below, all prices in euro (EUR) as per your current price list."
    if paper.revision:
        words = f"This revision replaces our order {paper.number} sent earlier."
    sheet.say(22, y + 8, words, 11)
    return y + 20


def _table(sheet: Sheet, paper: Paper, y: float) -> float:
    sheet.headings(_COLUMNS, y, 11)
    sheet.rule(22, y + 2, 186, y + 2, 0.3)
    for line in paper.lines:
        y += 7.5
        texts = (whole(line.quantity), line.sku, line.description, american(line.price), american(line.amount))
        sheet.row(_COLUMNS, texts, y, 11)
    sheet.rule(132, y + 3, 186, y + 3, 0.3)
    sheet.say(154, y + 9, "Order total (EUR)", 11, "B", side="right")
    sheet.say(186, y + 9, american(paper.net), 11, "B", side="right")
    sheet.rule(132, y + 11, 186, y + 11, 0.3)
    sheet.rule(132, y + 12, 186, y + 12, 0.3)
    return y + 22


def _closing(sheet: Sheet, y: float) -> None:
    sheet.lines(22, y,
                ("Please deliver to the address above, Monday to Friday, 8 am to 4 pm.", "", "Yours faithfully,"), 11,
                5.6)  # fmt: skip
    sheet.say(26, y + 25, "Helen Marsh", 18, "I", colour=(25, 45, 110))
    sheet.lines(22, y + 34, ("Helen Marsh", "Purchasing"), 11, 5.2)
    sheet.say(105, 285, "Registered in England no. 03918264.", 8, "", side="centre", colour=GREY)
