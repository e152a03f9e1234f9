"""Great Lakes Conveyor: an American purchase order, letter size, everything in boxes."""

from __future__ import annotations

from datetime import date

from orchestrator.demo.papers.numbers import american, whole
from orchestrator.demo.papers.paper import Paper
from orchestrator.demo.papers.sheet import GREY, Column, Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS

_GREEN = (20, 83, 74)
_SHADE = (226, 234, 232)
_COLUMNS = (
    Column("LINE", 14, 26, "centre"),
    Column("QTY", 26, 42, "right"),
    Column("U/M", 42, 55, "centre"),
    Column("VENDOR PART NO.", 55, 88),
    Column("DESCRIPTION", 88, 150),
    Column("UNIT PRICE", 150, 175, "right"),
    Column("EXTENDED", 175, 202, "right"),
)
_TOP = 128.0
_ROW = 7.5
_ROWS = 11


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"Purchase Order {paper.number}", paper.day, paper="letter", maker="Infor VISUAL")
    _letterhead(sheet)
    _number_box(sheet, paper)
    _addresses(sheet)
    _terms(sheet, paper)
    _table(sheet, paper)
    _totals(sheet, paper)
    return sheet.content()


def _us(day: date) -> str:
    return f"{day:%m/%d/%Y}"


def _letterhead(sheet: Sheet) -> None:
    for index in range(3):
        sheet.polygon([(14 + 5 * index, 24), (18 + 5 * index, 14), (22 + 5 * index, 24)], _GREEN)
    sheet.say(40, 19.5, "GREAT LAKES CONVEYOR INC.", 14, "B", colour=_GREEN)
    sheet.say(40, 24, "4120 Harbor Drive, Muskegon, MI 49441   |   Phone (231) 555-0142   |   Fax (231) 555-0143", 7.5,
              colour=GREY)  # fmt: skip
    sheet.rule(14, 28, 202, 28, 0.8, colour=_GREEN)


def _number_box(sheet: Sheet, paper: Paper) -> None:
    sheet.say(14, 42, "PURCHASE ORDER", 20, "B")
    sheet.say(
        14, 48, "This number must appear on all invoices, packing slips and correspondence.", 7.5, "I", colour=GREY
    )
    for left, right, label, value in ((132, 167, "P.O. NUMBER", paper.number), (167, 202, "P.O. DATE", _us(paper.day))):
        sheet.box(left, 33, right, 39, 0.3, fill=_SHADE)
        sheet.say((left + right) / 2, 37.3, label, 8, "B", side="centre")
        sheet.box(left, 39, right, 49, 0.3)
        sheet.say((left + right) / 2, 45.6, value, 11, "B", side="centre")


def _addresses(sheet: Sheet) -> None:
    blocks = (
        (14, 106, "VENDOR", (COMPANY, *COMPANY_ADDRESS, "Vendor No. BRUNEL-77")),
        (110, 202, "SHIP TO", ("Great Lakes Conveyor Inc.", "Receiving Dock 2", "4120 Harbor Drive",
                                 "Muskegon, MI 49441",
                               "USA")),
    )  # fmt: skip
    for left, right, label, texts in blocks:
        sheet.box(left, 56, right, 62, 0.3, fill=_SHADE)
        sheet.say(left + 2, 60.3, label, 8, "B")
        sheet.box(left, 62, right, 90, 0.3)
        sheet.lines(left + 2, 67.5, texts, 9.5, 4.9)


def _terms(sheet: Sheet, paper: Paper) -> None:
    cells = (
        ("BUYER", "D. Kowalski"), ("PAYMENT TERMS", "Net 30"), ("F.O.B.", "Muskegon"), ("SHIP VIA", "DHL Air"),
        ("DATE REQUIRED", _us(paper.need)), ("CURRENCY", "EUR"),
    )  # fmt: skip
    step = 188 / len(cells)
    for index, (label, value) in enumerate(cells):
        left = 14 + step * index
        sheet.box(left, 97, left + step, 103, 0.3, fill=_SHADE)
        sheet.say(left + step / 2, 101.2, label, 7.5, "B", side="centre")
        sheet.box(left, 103, left + step, 111, 0.3)
        sheet.say(left + step / 2, 108.2, value, 9, "", side="centre")


def _table(sheet: Sheet, paper: Paper) -> None:
    bottom = _TOP + _ROW * _ROWS
    for column in _COLUMNS:
        sheet.box(column.left, _TOP - 9, column.right, _TOP, 0.3, fill=_SHADE)
        sheet.say((column.left + column.right) / 2, _TOP - 3.3, column.heading, 7.5, "B", side="centre")
        sheet.box(column.left, _TOP, column.right, bottom, 0.3)
    inner = [Column(c.heading, c.left + 2, c.right - 2, c.side) for c in _COLUMNS]
    for index, line in enumerate(paper.lines):
        texts = (str(index + 1), whole(line.quantity), line.unit, line.item or line.sku, line.description,
                 american(line.price), american(line.amount))  # fmt: skip
        sheet.row(inner, texts, _TOP + _ROW * index + 5)
    for index in range(1, _ROWS):
        sheet.rule(14, _TOP + _ROW * index, 202, _TOP + _ROW * index, 0.1, colour=GREY)


def _totals(sheet: Sheet, paper: Paper) -> None:
    top = _TOP + _ROW * _ROWS
    rows = (("SUBTOTAL", american(paper.net), ""), ("SALES TAX", "0.00", ""), ("TOTAL EUR", american(paper.gross), "B"))
    for index, (label, value, style) in enumerate(rows):
        y = top + 7 * index
        sheet.box(150, y, 175, y + 7, 0.3, fill=_SHADE)
        sheet.say(152, y + 4.8, label, 8, "B")
        sheet.box(175, y, 202, y + 7, 0.3)
        sheet.say(200, y + 4.8, value, 9, style, side="right")
    notes = (
        "1. Ship complete. No substitutions without written approval from the buyer.",
        "2. Acknowledge this order within 48 hours to purchasing@glconveyor.example.",
        "3. CTN = carton of 24 each.  BX = box of 100 each.",
    )
    sheet.lines(14, top + 8, notes, 8, 4.4)
    sheet.rule(14, top + 40, 90, top + 40)
    sheet.say(14, top + 44, "Authorized signature", 7.5, colour=GREY)
    sheet.say(20, top + 38, "D. Kowalski", 16, "I", colour=(25, 45, 110), font="times")
