"""Hartmann Antriebstechnik: an SAP form, columns held apart by space alone, positions running on to a second page."""

from __future__ import annotations

from orchestrator.demo.papers.numbers import german, whole
from orchestrator.demo.papers.paper import Paper, PaperLine
from orchestrator.demo.papers.sheet import GREY, Column, Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS

_BLUE = (0, 63, 114)
_COLUMNS = (
    Column("Pos.", 20, 29),
    Column("Material", 31, 54),
    Column("Bezeichnung", 56, 112),
    Column("Menge", 112, 128, "right"),
    Column("ME", 130, 137),
    Column("Preis", 137, 156, "right"),
    Column("pro", 158, 169, "right"),
    Column("Nettowert", 170, 192, "right"),
)
_LAST_LINE = 252.0
_UNITS = {"ST": "Stück", "M": "Meter", "KAR": "Karton zu 12 Stück", "PAA": "Paar"}


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"Bestellung {paper.number}", paper.day, maker="SAP NetWeaver 750")
    _letterhead(sheet)
    _information(sheet, paper)
    y = _conditions(sheet, paper)
    y = _positions(sheet, paper, _table_head(sheet, y))
    _total(sheet, paper, y)
    _footer(sheet)
    return sheet.content()


def _letterhead(sheet: Sheet) -> None:
    sheet.polygon([(168, 12), (192, 12), (186, 24), (162, 24)], _BLUE)
    sheet.say(177, 20.4, "HA", 17, "B", side="centre", colour=(255, 255, 255))
    sheet.say(20, 20, "Hartmann Antriebstechnik GmbH", 15, "B", colour=_BLUE)
    sheet.say(20, 25, "Antriebe  ·  Getriebe  ·  Fördertechnik", 8, colour=GREY)
    sheet.say(20, 45, "Hartmann Antriebstechnik GmbH  ·  Lindachstraße 12  ·  72764 Reutlingen", 6.5, colour=GREY)
    sheet.rule(20, 46, 97, 46, 0.1, colour=GREY)
    sheet.lines(20, 52, ("Firma", COMPANY, *COMPANY_ADDRESS[:2], "FRANKREICH"), 10, 4.7)


def _information(sheet: Sheet, paper: Paper) -> None:
    sheet.say(118, 45, "Bestellung", 16, "B")
    block = (
        ("Bestellnummer / Datum", f"{paper.number} / {paper.day:%d.%m.%Y}"),
        ("Ansprechpartner/Telefon", "Frau Vogt / 07121 5508-214"),
        ("Unsere Lieferantennummer", "0000700341"),
        ("USt-IdNr.", "DE812547393"),
        ("GLN", "4001234500003"),
    )
    for index, (label, value) in enumerate(block):
        sheet.say(118, 52.5 + 8.6 * index, label, 7.5, colour=GREY)
        sheet.say(118, 56.4 + 8.6 * index, value, 9.5)


def _conditions(sheet: Sheet, paper: Paper) -> float:
    sheet.say(20, 100, "Bitte liefern Sie an:", 9, "B")
    sheet.lines(20, 104.5, ("Hartmann Antriebstechnik GmbH, Wareneingang Tor 3", "Lindachstraße 12, 72764 Reutlingen"))
    pairs = (("Liefertermin:", f"{paper.need:%d.%m.%Y}"), ("Lieferbedingung:", "DAP Reutlingen"),
             ("Zahlungsbedingung:", "30 Tage netto"), ("Währung:", "EUR"))  # fmt: skip
    for index, (label, value) in enumerate(pairs):
        sheet.say(118, 100 + 4.5 * index, label)
        sheet.say(152, 100 + 4.5 * index, value)
    sheet.say(20, 122, "Wir bestellen zu unseren umseitigen Einkaufsbedingungen:")
    return 127.0


def _table_head(sheet: Sheet, y: float) -> float:
    sheet.rule(20, y, 192, y, 0.3)
    sheet.headings(_COLUMNS, y + 4.4)
    sheet.say(192, y + 8.2, "EUR", 8.5, "B", side="right")
    sheet.rule(20, y + 10, 192, y + 10, 0.3)
    return y + 15.5


def _positions(sheet: Sheet, paper: Paper, y: float) -> float:
    carried = paper.lines[0].amount * 0
    for index, line in enumerate(paper.lines):
        notes = _notes(sheet, line)
        if y + 4.1 * len(notes) > _LAST_LINE:
            y = _next_page(sheet, paper, german(carried), y)
        _position(sheet, 10 * (index + 1), line, notes, y)
        y += 4.1 * len(notes) + 3.2
        carried += line.amount
    return y


def _notes(sheet: Sheet, line: PaperLine) -> list[str]:
    own = f"EAN {line.gtin}" if line.item is None else f"Ihre Materialnummer {line.sku}"
    return [*sheet.wrapped(line.description, 54, 9), own]


def _position(sheet: Sheet, number: int, line: PaperLine, notes: list[str], y: float) -> None:
    texts = (f"{number:05d}", line.item or "", notes[0], whole(line.quantity), line.unit, german(line.price),
             f"{line.per} {line.unit}", german(line.amount))  # fmt: skip
    sheet.row(_COLUMNS, texts, y)
    sheet.lines(56, y + 4.1, notes[1:], 8.5, 4.1)


def _next_page(sheet: Sheet, paper: Paper, carried: str, y: float) -> float:
    sheet.say(150, y, "Übertrag", 9, "", side="right")
    sheet.say(192, y, carried, 9, "", side="right")
    _footer(sheet)
    sheet.page()
    sheet.say(20, 20, "Hartmann Antriebstechnik GmbH", 11, "B", colour=_BLUE)
    sheet.say(192, 20, "Seite 2", 9, "", side="right")
    sheet.say(20, 27, f"Bestellnummer / Datum   {paper.number} / {paper.day:%d.%m.%Y}")
    y = _table_head(sheet, 32)
    sheet.say(150, y, "Übertrag", 9, "", side="right")
    sheet.say(192, y, carried, 9, "", side="right")
    return y + 7


def _total(sheet: Sheet, paper: Paper, y: float) -> None:
    sheet.rule(20, y, 192, y, 0.3)
    sheet.say(112, y + 6, "Gesamtnettowert ohne MwSt.", 10, "B")
    sheet.say(168, y + 6, "EUR", 10, "B", side="right")
    sheet.say(192, y + 6, german(paper.net), 10, "B", side="right")
    sheet.rule(112, y + 8.5, 192, y + 8.5, 0.3)
    units = [f"{unit} = {name}" for unit, name in _UNITS.items() if any(line.unit == unit for line in paper.lines)]
    words = (
        f"Mengeneinheiten: {', '.join(units)}.",
        "Bitte geben Sie auf allen Schriftstücken unsere Bestellnummer an und bestätigen Sie den Liefertermin",
        "innerhalb von drei Arbeitstagen. Dieses Schreiben wurde maschinell erstellt und ist ohne Unterschrift gültig.",
    )
    sheet.lines(20, y + 18, words, 8.5)


def _footer(sheet: Sheet) -> None:
    sheet.rule(20, 277, 192, 277, 0.1, colour=GREY)
    for x, texts in (
        (
            20,
            (
                "Sitz der Gesellschaft: Reutlingen",
                "Amtsgericht Stuttgart HRB 350218",
                "Geschäftsführer: Dr. K. Hartmann",
            ),
        ),
        (82, ("Telefon +49 7121 5508-0", "Telefax +49 7121 5508-99", "einkauf@hartmann-antriebe.example")),
        (140, ("Kreissparkasse Reutlingen", "IBAN DE02 6405 0000 0000 1234 56", "BIC SOLADES1REU")),
    ):
        sheet.lines(x, 280.5, texts, 6.5, 3, colour=GREY)
