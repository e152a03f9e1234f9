"""Purchase orders drawn from code in many layouts, each with the truth of what it says."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fpdf import FPDF


@dataclass(frozen=True)
class Tongue:
    """The words of one country's papers."""

    language: str
    country: str
    title: str
    number: str
    dated: str
    need: str
    vendor: str
    ship: str
    bill: str
    cols: dict[str, str]
    net: str
    tax: str
    gross: str
    total: str
    freight: str
    carried: str
    your_ref: str
    currency_label: str
    currency: str
    dates: str
    group: str
    decimal: str
    units: tuple[str, ...]
    buyer: tuple[str, ...]
    vat_label: str
    vat: str
    us: tuple[str, ...] = ("Brunel Fournitures SAS", "14 quai Perrache", "69002 Lyon", "France")


EN = {"pos": "Line", "buyer_item": "Our Part No", "sku": "Your Ref", "code": "Item No.", "description": "Description", "qty": "Qty",
      "uom": "UoM", "unit_price": "Unit Price", "price_per": "Per", "discount": "Disc %", "amount": "Amount", "date": "Delivery"}  # fmt: skip
TONGUES = {
    "us": Tongue(
        "en", "US", "PURCHASE ORDER", "PO Number", "PO Date", "Required Date", "Vendor", "Ship To", "Bill To",
        EN, "Subtotal", "Sales Tax", "Total", "TOTAL", "Freight", "Carried forward", "Vendor part", "Currency", "USD", "%m/%d/%Y", ",", ".",
        ("EA", "BX", "FT"), ("Great Lakes Conveyor Inc.", "4400 Industrial Parkway", "Cleveland, OH 44135", "United States"), "EIN", "",
    ),
    "gb": Tongue(
        "en", "GB", "Purchase Order", "Order No", "Order date", "Delivery date", "Supplier", "Deliver to", "Invoice to",
        {**EN, "amount": "Net Amount", "unit_price": "Price", "qty": "Quantity"}, "Total excl. VAT", "VAT 20%", "Total incl. VAT", "Order total",
        "Carriage", "Carried forward", "Your ref", "Currency", "GBP", "%d/%m/%Y", ",", ".",
        ("each", "box", "m"), ("Thornbury Packaging Ltd", "Unit 7 Severn Way", "Bristol BS35 2AQ", "United Kingdom"), "VAT No", "GB980780684",
    ),
    "fr": Tongue(
        "fr", "FR", "BON DE COMMANDE", "Commande n°", "Date de commande", "Livraison souhaitée le", "Fournisseur", "Adresse de livraison", "Facturer à",
        {"pos": "Lig.", "buyer_item": "Notre réf.", "sku": "Votre réf.", "code": "Référence", "description": "Désignation", "qty": "Qté",
         "uom": "Unité", "unit_price": "PU HT", "price_per": "Par", "discount": "Rem. %", "amount": "Montant HT", "date": "Livraison"},
        "Total HT", "TVA 20 %", "Total TTC", "Total commande", "Frais de port", "À reporter", "Votre réf", "Devise", "EUR", "%d/%m/%Y", "\u00a0", ",",
        ("PCE", "BTE", "M"), ("Ateliers Morel SA", "12 rue des Forges", "42000 Saint-Étienne", "France"), "TVA", "FR64482103371",
    ),
    "de": Tongue(
        "de", "DE", "Bestellung", "Bestellnummer", "Datum", "Liefertermin", "Lieferant", "Lieferanschrift", "Rechnungsanschrift",
        {"pos": "Pos.", "buyer_item": "Unsere Artikelnr.", "sku": "Ihre Artikelnr.", "code": "Artikelnummer", "description": "Bezeichnung", "qty": "Menge",
         "uom": "ME", "unit_price": "Einzelpreis", "price_per": "PE", "discount": "Rabatt %", "amount": "Gesamtpreis", "date": "Termin"},
        "Nettobetrag", "MwSt. 19 %", "Gesamtbetrag brutto", "Gesamtsumme", "Frachtkosten", "Übertrag", "Ihre Artikelnr", "Währung", "EUR", "%d.%m.%Y", ".", ",",
        ("ST", "KAR", "M"), ("Hartmann Antriebstechnik GmbH", "Industriestraße 8", "70565 Stuttgart", "Deutschland"), "USt-IdNr.", "DE812547393",
    ),
    "es": Tongue(
        "es", "ES", "PEDIDO DE COMPRA", "Pedido nº", "Fecha de pedido", "Fecha de entrega", "Proveedor", "Dirección de entrega", "Facturar a",
        {"pos": "Línea", "buyer_item": "Nuestra ref.", "sku": "Su ref.", "code": "Código", "description": "Descripción", "qty": "Cantidad",
         "uom": "Ud.", "unit_price": "Precio", "price_per": "Por", "discount": "Dto. %", "amount": "Importe", "date": "Entrega"},
        "Base imponible", "IVA 21%", "Total pedido", "Importe total", "Portes", "Suma y sigue", "Su ref", "Moneda", "EUR", "%d/%m/%Y", ".", ",",
        ("UD", "CJ", "M"), ("Talleres Ibarra SL", "Calle Mayor 25", "48001 Bilbao", "España"), "CIF", "ESB65482176",
    ),
    "ch": Tongue(
        "de", "CH", "Bestellung", "Bestell-Nr.", "Bestelldatum", "Wunschtermin", "Lieferant", "Lieferadresse", "Rechnungsadresse",
        {"pos": "Pos", "buyer_item": "Unsere Art.-Nr.", "sku": "Ihre Art.-Nr.", "code": "Art.-Nr.", "description": "Artikelbezeichnung", "qty": "Anzahl",
         "uom": "Einheit", "unit_price": "Preis", "price_per": "Preiseinheit", "discount": "Rabatt", "amount": "Betrag", "date": "Lieferdatum"},
        "Total netto", "MwSt 8.1%", "Total inkl. MwSt", "Total", "Versandkosten", "Übertrag", "Ihre Art.-Nr", "Währung", "CHF", "%d.%m.%Y", "'", ".",
        ("Stk", "Pack", "m"), ("Seiler Maschinen AG", "Werkstrasse 3", "8400 Winterthur", "Schweiz"), "UID", "CHE115274937",
    ),
}  # fmt: skip

THINGS = (
    "Ball bearing 6204-2RS", "Hexagon bolt M8 x 40, zinc plated", "V-belt SPA 1250", "Hydraulic hose 1/2 inch", "Quick coupling 1/2 inch",
    "Industrial grease, cartridge 400 g", "Cutting oil, can 20 l", "Safety gloves, size 9, pair", "Gear motor 0.75 kW, 1400 rpm, B14 flange, IP55",
    "Cable tie 200 x 4.8 mm black", "Stainless steel washer DIN 125 A2", "Total protection coverall, white", "Tax stamp holder", "Filter 10 micron",
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How a paper looks."""

    tongue: str = "us"
    font: str = "Helvetica"
    size: float = 9
    columns: tuple[str, ...] = ("pos", "buyer_item", "sku", "description", "qty", "uom", "unit_price", "amount")
    table: str = "grid"  #: grid, rules, bare, filled
    align: str = "right"  #: of figures
    head: str = "side"  #: side, boxes, title, colon-less
    wrapped: int = 1
    valign: str = "top"
    stacked: bool = False
    unit_in_qty: bool = False
    lines: int = 4
    totals: str = "tax"  #: tax, plain, freight
    currency: str = "label"
    refs: bool = False
    carried: bool = False
    page_heading: bool = True
    parties: str = "labels"
    qty_decimals: int = 0
    note: str | None = None
    seed: int = 1


@dataclass
class Paper:
    """A PDF with its truth, in the field names of `o2c read order --json`."""

    pdf: bytes
    truth: dict[str, Any]
    style: Style = field(default_factory=Style)


def money(value: Decimal, tongue: Tongue, places: int = 2) -> str:
    text = f"{abs(value):,.{places}f}".replace(",", "\0").replace(".", tongue.decimal).replace("\0", tongue.group)
    return f"-{text}" if value < 0 else text


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def goods(style: Style) -> list[dict[str, Any]]:
    """Invented lines whose amounts are right."""
    chance = random.Random(style.seed)  # noqa: S311
    tongue = TONGUES[style.tongue]
    lines = []
    for index in range(style.lines):
        price = Decimal(chance.randint(45, 250000)) / 100
        per = Decimal(100) if "price_per" in style.columns and chance.random() < 0.5 else Decimal(1)
        discount = Decimal(chance.choice((0, 5, 10))) if "discount" in style.columns else Decimal(0)
        qty = Decimal(chance.choice((1, 2, 5, 10, 12, 40, 144, 500, 1000, 2500)))
        lines.append({
            "line": (index + 1) * 10 if style.seed % 2 else index + 1,
            "buyer_item": f"M{chance.randint(10000, 99999)}-{chance.randint(1, 9)}",
            "sku": f"BR-{chance.randint(1000, 9999)}",
            "description": THINGS[(index + style.seed) % len(THINGS)],
            "qty": qty, "uom": chance.choice(tongue.units), "unit_price": price, "price_per": per, "discount": discount,
            "amount": cents(qty * price / per * (1 - discount / 100)),
        })  # fmt: skip
    return lines


class Sheet(FPDF):
    """A page drawn with absolute places."""

    def __init__(self, style: Style) -> None:
        super().__init__(unit="pt", format="A4" if style.tongue != "us" else "Letter")
        self.style, self.tongue = style, TONGUES[style.tongue]
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.y0 = 0.0

    def at(
        self, x: float, y: float, text: str, size: float = 0, bold: bool = False, align: str = "L", width: float = 0
    ) -> None:
        self.set_font(self.style.font, "B" if bold else "", size or self.style.size)
        wide = self.get_string_width(text)
        x = x + width - wide if align == "R" else x + (width - wide) / 2 if align == "C" else x
        self.text(x, y, text)


def draw(style: Style) -> Paper:
    """The paper of a style, and what it says."""
    tongue = TONGUES[style.tongue]
    chance = random.Random(style.seed + 77)  # noqa: S311
    lines = goods(style)
    ordered = date(2026, chance.randint(1, 9), chance.randint(1, 28))
    need = ordered + timedelta(days=chance.randint(10, 40))
    number = chance.choice(
        (
            f"45000{chance.randint(10000, 99999)}",
            f"PO-2026-{chance.randint(100, 999)}",
            f"{chance.randint(10000, 99999)}",
            f"BC26/{chance.randint(1000, 9999)}",
        )
    )
    net = sum((line["amount"] for line in lines), Decimal(0))
    freight = Decimal("35.00") if style.totals == "freight" else Decimal(0)
    tax = cents((net + freight) * Decimal("0.2")) if style.totals in {"tax", "freight"} else Decimal(0)
    sheet = Sheet(style)
    sheet.add_page()
    _header(sheet, number, ordered, need)
    _table(sheet, lines, need)
    _totals(sheet, net, freight, tax)
    truth = {
        "kind": "order", "po_number": number, "po_date": ordered, "need_date": need, "currency": tongue.currency,
        "total": net + freight + tax, "net_total": net if style.totals != "plain" else None, "buyer": {"name": tongue.buyer[0], "country": tongue.country},
        "lines": [_line_truth(line, style) for line in lines],
    }  # fmt: skip
    return Paper(bytes(sheet.output()), truth, style)


def _line_truth(line: dict[str, Any], style: Style) -> dict[str, Any]:
    shown = {name: line[name] for name in ("description", "qty", "unit_price", "amount")}
    if "pos" in style.columns:
        shown["line"] = line["line"]
    shown["uom"] = line["uom"] if "uom" in style.columns or style.unit_in_qty else None
    shown["buyer_item"] = line["buyer_item"] if {"buyer_item", "code"} & set(style.columns) else None
    shown["sku"] = line["sku"] if "sku" in style.columns or style.refs else None
    if "price_per" in style.columns:
        shown["price_per"] = line["price_per"]
    if "amount" not in style.columns:
        shown["amount"] = None
    return shown


def _header(sheet: Sheet, number: str, ordered: date, need: date) -> None:
    style, tongue = sheet.style, sheet.tongue
    sheet.at(40, 50, tongue.buyer[0], 14, bold=True)
    for index, text in enumerate(tongue.buyer[1:]):
        sheet.at(40, 64 + 11 * index, text, 8)
    if tongue.vat:
        sheet.at(40, 64 + 11 * 3, f"{tongue.vat_label}: {tongue.vat}", 8)
    ordered_text, need_text = ordered.strftime(tongue.dates), need.strftime(tongue.dates)
    facts = [(tongue.number, number), (tongue.dated, ordered_text), (tongue.need, need_text)]
    if style.currency == "label":
        facts.append((tongue.currency_label, tongue.currency))
    if style.head == "title":
        sheet.at(330, 50, f"{tongue.title} {number}", 15, bold=True)
        facts = facts[1:]
    else:
        sheet.at(360, 50, tongue.title, 17, bold=True)
    _facts(sheet, facts, style.head)
    blocks = [(tongue.vendor, tongue.us), (tongue.ship, tongue.buyer)]
    if style.parties == "three":
        blocks.append((tongue.bill, tongue.buyer))
    for index, (label, rows) in enumerate(blocks):
        x = 40 + index * 180
        sheet.at(x, 160, label + (":" if style.seed % 3 else ""), bold=True)
        for row, text in enumerate(rows):
            sheet.at(x, 174 + 11 * row, text)
    sheet.y0 = 240


def _facts(sheet: Sheet, facts: Sequence[tuple[str, str]], head: str) -> None:
    for index, (label, value) in enumerate(facts):
        if head == "boxes":
            x = 255 + 84 * index
            sheet.rect(x - 3, 70, 82, 34)
            sheet.at(x, 82, label, min(7, _fitting(sheet, label, 76)))
            sheet.at(x, 98, value, 9)
        elif head == "side" or head == "title":
            sheet.at(360, 75 + 14 * index, f"{label}:")
            sheet.at(470, 75 + 14 * index, value)
        elif head == "glued":
            sheet.at(360, 75 + 14 * index, f"{label}: {value}")
        else:
            sheet.at(340, 75 + 14 * index, label, align="R", width=100)
            sheet.at(450, 75 + 14 * index, value)


WIDTHS = {"pos": 30, "buyer_item": 62, "sku": 55, "code": 62, "description": 0, "qty": 48, "uom": 36, "unit_price": 60,
          "price_per": 34, "discount": 40, "amount": 68, "date": 58}  # fmt: skip
FIGURES = {"qty", "unit_price", "price_per", "discount", "amount"}


def _lanes(sheet: Sheet) -> list[tuple[str, float, float]]:
    total = 530.0
    free = total - sum(WIDTHS[name] for name in sheet.style.columns)
    lanes, x = [], 35.0
    for name in sheet.style.columns:
        width = WIDTHS[name] or free
        lanes.append((name, x, width))
        x += width
    return lanes


def _headings(sheet: Sheet, lanes: Sequence[tuple[str, float, float]]) -> None:
    style = sheet.style
    high = 26 if style.stacked else 15
    if style.table == "filled":
        sheet.set_fill_color(30, 60, 110)
        sheet.rect(35, sheet.y0, 530, high, style="F")
        sheet.set_text_color(255, 255, 255)
    for name, x, width in lanes:
        words = sheet.tongue.cols[name].split(" ") if style.stacked else [sheet.tongue.cols[name]]
        for index, word in enumerate(words[:2] if len(words) < 3 else [words[0], " ".join(words[1:])]):
            align = _align(style, name)
            size = _fitting(sheet, word, width - 6)
            sheet.at(x + 3, sheet.y0 + 10 + 11 * index, word, size, bold=True, align=align, width=width - 6)
    sheet.set_text_color(0, 0, 0)
    if style.table == "grid":
        for _, x, width in lanes:
            sheet.rect(x, sheet.y0, width, high)
    elif style.table in {"rules", "filled"}:
        sheet.line(35, sheet.y0 + high, 565, sheet.y0 + high)
    sheet.y0 += high + 3


def _fitting(sheet: Sheet, text: str, width: float) -> float:
    size = sheet.style.size
    sheet.set_font(sheet.style.font, "B", size)
    return min(size, size * width / sheet.get_string_width(text))


def _align(style: Style, name: str) -> str:
    if name not in FIGURES:
        return "L"
    return {"right": "R", "center": "C", "left": "L"}[style.align]


def _wrap(sheet: Sheet, text: str, width: float, rows: int) -> list[str]:
    sheet.set_font(sheet.style.font, "", sheet.style.size)
    words, held = text.split(" "), [""]
    target = width if rows == 1 else min(width, sheet.get_string_width(text) / rows * 1.25 + 8)
    for word in words:
        candidate = f"{held[-1]} {word}".strip()
        if sheet.get_string_width(candidate) <= target - 6 or not held[-1]:
            held[-1] = candidate
        else:
            held.append(word)
    return held


def _table(sheet: Sheet, lines: Sequence[dict[str, Any]], need: date) -> None:
    style, tongue = sheet.style, sheet.tongue
    lanes = _lanes(sheet)
    _headings(sheet, lanes)
    running = Decimal(0)
    for line in lines:
        texts = _texts(sheet, line, need)
        width = next(width for name, _, width in lanes if name == "description")
        wrapped = _wrap(sheet, line["description"], width, style.wrapped)
        if style.refs:
            wrapped.append(f"{tongue.your_ref}: {line['sku']}")
        high = 11.5 * len(wrapped) + 6
        if sheet.y0 + high > 740:
            if style.carried:
                sheet.at(38, sheet.y0 + 12, tongue.carried)
                sheet.at(38, sheet.y0 + 12, money(running, tongue), align="R", width=524)
            sheet.add_page()
            sheet.at(40, 30, tongue.buyer[0], 8)
            sheet.y0 = 60
            if style.page_heading:
                _headings(sheet, lanes)
            if style.carried:
                sheet.at(38, sheet.y0 + 10, tongue.carried)
                sheet.at(38, sheet.y0 + 10, money(running, tongue), align="R", width=524)
                sheet.y0 += 18
        level = {"top": 0.0, "middle": (len(wrapped) - 1) / 2, "bottom": len(wrapped) - 1.0}[style.valign]
        for name, x, width in lanes:
            if style.table == "grid":
                sheet.rect(x, sheet.y0 - 3, width, high)
            if name == "description":
                for index, text in enumerate(wrapped):
                    sheet.at(x + 3, sheet.y0 + 9 + 11.5 * index, text)
            else:
                size = _fitting(sheet, texts[name], width - 6)
                sheet.at(
                    x + 3, sheet.y0 + 9 + 11.5 * level, texts[name], size, align=_align(style, name), width=width - 6
                )
        if style.table == "rules":
            sheet.line(35, sheet.y0 + high - 3, 565, sheet.y0 + high - 3)
        sheet.y0 += high
        running += line["amount"]


def _texts(sheet: Sheet, line: dict[str, Any], need: date) -> dict[str, str]:
    style, tongue = sheet.style, sheet.tongue
    qty = money(line["qty"], tongue, style.qty_decimals)
    return {
        "pos": str(line["line"]), "buyer_item": line["buyer_item"], "code": line["buyer_item"], "sku": line["sku"],
        "qty": f"{qty} {line['uom']}" if style.unit_in_qty else qty, "uom": line["uom"], "unit_price": money(line["unit_price"], tongue),
        "price_per": f"{line['price_per']:f}", "discount": money(line["discount"], tongue, 1), "amount": money(line["amount"], tongue),
        "date": need.strftime(tongue.dates),
    }  # fmt: skip


def _totals(sheet: Sheet, net: Decimal, freight: Decimal, tax: Decimal) -> None:
    tongue, style = sheet.tongue, sheet.style
    sign = f" {tongue.currency}" if style.currency == "totals" else ""
    rows = [(tongue.net, net)] if style.totals != "plain" else []
    if freight:
        rows.append((tongue.freight, freight))
    if style.totals != "plain":
        rows.append((tongue.tax, tax))
    rows.append((tongue.gross if style.totals != "plain" else tongue.total, net + freight + tax))
    if sheet.y0 + 15 * len(rows) > 760:
        sheet.add_page()
        sheet.y0 = 60
    sheet.y0 += 8
    for label, value in rows:
        sheet.at(370, sheet.y0 + 10, label, bold=label == rows[-1][0])
        sheet.at(370, sheet.y0 + 10, money(value, tongue) + sign, align="R", width=192)
        sheet.y0 += 14
    if style.note:
        sheet.at(40, sheet.y0 + 30, style.note)


def typed(*pages: str, size: float = 8) -> bytes:
    """A PDF of typewritten pages: each character of the text stands where it stands in the source."""
    return bytes(_typed(pages, size).output())


def typed_with_hidden(page: str, hidden: str) -> bytes:
    """A typewritten page with some words in white on white."""
    pdf = _typed([page], 8)
    pdf.set_text_color(255, 255, 255)
    pdf.text(30, 800, hidden)
    return bytes(pdf.output())


def _typed(pages: Sequence[str], size: float) -> FPDF:
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    for text in pages:
        pdf.add_page()
        pdf.set_font("Courier", "", size)
        for row, line in enumerate(text.strip("\n").splitlines()):
            for column, word in _words(line):
                pdf.text(30 + column * size * 0.6, 40 + row * size * 1.3, word)
    return pdf


def _words(line: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for word in line.split(" "):
        if word:
            found.append((start, word))
        start += len(word) + 1
    return found


def filled_form(label: str, value: str) -> bytes:
    """A PDF form of one text field, filled in by a program that leaves drawing it to the viewer."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /NeedAppearances true /DR << /Font << /Helv 6 0 R >> >> "
        b"/DA (/Helv 10 Tf 0 g) >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R] "
        b"/Resources << /Font << /Helv 6 0 R >> >> >>",
        _stream(f"BT /Helv 10 Tf 40 700 Td ({label}:) Tj ET"),
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V ({value}) /Rect [150 695 300 712] /F 4 /P 3 0 R "
        f"/DA (/Helv 10 Tf 0 g) /AP << /N 7 0 R >> >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream(
            f"/Tx BMC BT /Helv 10 Tf 2 5 Td ({value}) Tj ET EMC",
            "/Type /XObject /Subtype /Form /BBox [0 0 150 17] /Resources << /Font << /Helv 6 0 R >> >>",
        ),
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + end % (len(objects) + 1, table, len(objects) + 1, len(out))


def _stream(content: str, entries: str = "") -> bytes:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream".encode()
