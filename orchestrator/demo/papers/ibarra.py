"""Talleres Ibarra: a Spanish "pedido de compra", coloured bands and striped rows, prices per hundred where it is so."""

from __future__ import annotations

from orchestrator.demo.papers.numbers import german, whole
from orchestrator.demo.papers.paper import Paper
from orchestrator.demo.papers.sheet import GREY, Column, Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS, COMPANY_VAT

_ORANGE = (201, 92, 18)
_STRIPE = (250, 239, 229)
_WHITE = (255, 255, 255)
_COLUMNS = (
    Column("Lín.", 16, 24),
    Column("Su referencia", 26, 50),
    Column("Descripción", 52, 106),
    Column("Cantidad", 106, 124, "right"),
    Column("Ud.", 127, 136),
    Column("Precio", 136, 155, "right"),
    Column("Por", 155, 167, "right"),
    Column("Importe", 168, 194, "right"),
)


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"Pedido de compra {paper.number}", paper.day, maker="Sage 200 Advanced")
    _letterhead(sheet)
    _heading(sheet, paper)
    y = _table(sheet, paper)
    _totals(sheet, paper, y)
    _footer(sheet)
    return sheet.content()


def _letterhead(sheet: Sheet) -> None:
    sheet.box(0, 0, 210, 6, 0, fill=_ORANGE)
    sheet.polygon([(16, 30), (24, 14), (32, 30), (28, 30), (24, 22), (20, 30)], _ORANGE)
    sheet.say(36, 22, "TALLERES IBARRA, S.L.", 16, "B")
    sheet.say(36, 27.5, "Mecanizados y mantenimiento industrial", 9, "I", colour=GREY)
    sheet.lines(194, 18, ("Polígono Ugaldeguren II, nave 14", "48160 Derio (Bizkaia)", "NIF: B65482176",
                          "compras@talleres-ibarra.example"), 8.5, 4.1, side="right", colour=GREY)  # fmt: skip


def _heading(sheet: Sheet, paper: Paper) -> None:
    sheet.box(14, 42, 196, 51, 0, fill=_ORANGE)
    sheet.say(17, 48.4, "PEDIDO DE COMPRA", 14, "B", colour=_WHITE)
    sheet.say(193, 48.4, f"Nº {paper.number}", 13, "B", side="right", colour=_WHITE)
    facts = (
        ("Fecha del pedido", f"{paper.day:%d/%m/%Y}"),
        ("Fecha de entrega", f"{paper.need:%d/%m/%Y}"),
        ("Forma de pago", "Transferencia a 60 días"),
        ("Divisa", "EUR"),
    )
    for index, (label, value) in enumerate(facts):
        sheet.say(17, 60 + 6 * index, label, 9, colour=GREY)
        sheet.say(52, 60 + 6 * index, value, 9.5, "B")
    sheet.say(110, 60, "PROVEEDOR", 8, "B", colour=_ORANGE)
    sheet.say(110, 66, COMPANY, 10.5, "B")
    sheet.lines(110, 71, (", ".join(COMPANY_ADDRESS), f"NIF-IVA: {COMPANY_VAT}"), 9, 4.6)


def _table(sheet: Sheet, paper: Paper) -> float:
    y = 98.0
    sheet.box(14, y - 6, 196, y + 2.5, 0, fill=_ORANGE)
    sheet.headings(_COLUMNS, y, 9, colour=_WHITE)
    for index, line in enumerate(paper.lines):
        y += 8.5
        if index % 2:
            sheet.box(14, y - 5.7, 196, y + 2.8, 0, fill=_STRIPE)
        texts = (str(index + 1), line.item or line.sku, line.description, whole(line.quantity), line.unit,
                 german(line.price), whole(line.per), german(line.amount))  # fmt: skip
        sheet.row(_COLUMNS, texts, y, 9)
    sheet.rule(14, y + 3, 196, y + 3, 0.5, colour=_ORANGE)
    return y + 3


def _totals(sheet: Sheet, paper: Paper, y: float) -> None:
    rows = (("Base imponible", german(paper.net)), ("IVA 0 % (entrega intracomunitaria exenta)", german(paper.tax)))
    for index, (label, value) in enumerate(rows):
        sheet.say(160, y + 8 + 6 * index, label, 9, "", side="right")
        sheet.say(194, y + 8 + 6 * index, value, 9.5, "", side="right")
    sheet.box(106, y + 18, 196, y + 27, 0, fill=_ORANGE)
    sheet.say(109, y + 24.3, "TOTAL PEDIDO", 11, "B", colour=_WHITE)
    sheet.say(194, y + 24.3, f"{german(paper.gross)} €", 12, "B", side="right", colour=_WHITE)
    notes = (
        "Observaciones:",
        "Entregar en nuestro almacén de Derio, de lunes a viernes, de 8:00 a 13:00.",
        "Indicar el número de pedido en el albarán y en la factura.",
    )
    sheet.lines(16, y + 42, notes, 9, 5)


def _footer(sheet: Sheet) -> None:
    sheet.rule(14, 278, 196, 278, 0.2, colour=GREY)
    sheet.say(105, 282.5, "Inscrita en el Registro Mercantil de Bizkaia, tomo 4521, folio 88, hoja BI-39417  -  "
              "Tel. +34 944 00 18 27", 7.5, "", side="centre", colour=GREY)  # fmt: skip
