"""Orders drawn at random from a seed, in layouts drawn at random: two hundred strangers' papers to measure on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from tests.corpus.case import Case, Item, Notation, Order
from tests.corpus.phrases import LANGUAGES, Phrases
from tests.corpus.sheet import Sheet

RATES = {"GB": "20", "US": "6.5", "FR": "20", "DE": "19", "ES": "21", "CH": "8.1"}


@dataclass(frozen=True)
class Style:
    """How one paper is laid out; every choice is drawn once, so that the paper is consistent in itself."""

    random: Random
    words: Phrases
    notation: Notation
    sign: str
    date_format: str
    numbering: str  #: line numbers: none, ones, tens
    articles: str  #: bare, ours, yours, both
    unit: str  #: column, glued, none
    money: str  #: how a price carries its currency: none, before, after, code
    per: bool
    discount: bool
    tax_column: bool
    day_column: bool
    tax_printed: bool
    stacked: bool  #: long headings break into two lines
    deep: bool  #: some descriptions have a second line
    header: str
    title: str

    def pick(self, some: tuple[str, ...]) -> str:
        """One of the words in use."""
        return self.random.choice(some)

    def day(self, iso: str) -> str:
        """A date as this paper prints it."""
        year, month, day = (int(part) for part in iso.split("-"))
        name = self.words.months[month - 1]
        return self.date_format.format(d=day, m=month, y=year, month=name, mon=name[:3])

    def amount(self, value: Decimal | str | None) -> str:
        """An amount with its currency, where this paper prints one with each."""
        text = self.notation(value)
        return {"before": f"{self.sign}{text}", "after": f"{text} {self.sign}"}.get(self.money, text)


def layouts(seed: int) -> Case:
    """The paper of this seed: always the same, honest, and like no other."""
    random = Random(seed)
    style = _style(random)
    order = _order(random, style)
    style = replace(style, sign=dict(style.words.currencies)[order.currency or ""])
    sheet = Sheet().paper(
        random.choice(("helvetica", "helvetica", "times", "courier")), random.choice((8, 8.5, 9)),
        "Letter" if style.words.country == "US" else "A4",
    )  # fmt: skip
    y = _head(sheet, order, style)
    y = _table(sheet, order, style, y)
    _sums(sheet, order, style, y)
    name = f"layout {seed} {style.words.country}"
    return Case(name, sheet.content(), _truth(order, style))


def _style(random: Random) -> Style:
    words = random.choice(LANGUAGES)
    maybe = lambda share: random.random() < share  # noqa: E731
    return Style(
        random=random, words=words, notation=random.choice(words.notations), sign="", date_format=random.choice(words.date_formats),
        numbering=random.choice(("none", "ones", "tens")), articles=random.choice(("bare", "bare", "ours", "yours", "both")),
        unit=random.choice(("column", "column", "glued", "none")), money=random.choice(("none", "none", "before", "after")),
        per=maybe(0.15), discount=maybe(0.2), tax_column=maybe(0.2), day_column=maybe(0.15), tax_printed=maybe(0.5),
        stacked=maybe(0.3), deep=maybe(0.3), header=random.choice(("left", "right", "boxes", "above", "glued", "title")),
        title=random.choice(words.titles),
    )  # fmt: skip


def _order(random: Random, style: Style) -> Order:
    words = style.words
    count = random.choice((1, 2, 3, 4, 5, 7, 9, 14, 33))
    items = tuple(_item(random, style, place) for place in range(count))
    month, day = random.randint(1, 9), random.randint(1, 28)
    currency, _ = random.choice(words.currencies)
    name, _ = random.choice(words.companies)
    return Order(
        random.choice(("PO-{n}", "45{n}", "{n}", "B{n}", "2026/{n}", "AC{n}-1")).format(n=random.randint(10000, 99999)),
        f"2026-{month:02}-{day:02}", currency, items, name=name, country=words.country,
        vat=random.choice(words.vats) if words.vats and random.random() < 0.7 else None,
        need=f"2026-{month + random.randint(1, 3):02}-{random.randint(1, 28):02}" if style.day_column or random.random() < 0.7 else None,
        vat_rate=RATES[words.country] if style.tax_printed else None,
        charges=random.choice(("0", "0", "0", "25.00", "148.50")),
    )  # fmt: skip


def _item(random: Random, style: Style, place: int) -> Item:
    letters = "".join(random.choice("ABCDEFGHKLMNPRSTVX") for _ in range(2))
    ours = random.choice((f"{random.randint(100000, 999999)}", f"{letters}-{random.randint(100, 9999)}"))
    yours = f"{letters}{random.randint(10, 99)}.{random.randint(100, 999)}"
    price = (
        Decimal(random.choice((random.randint(5, 999), random.randint(1000, 99999), random.randint(100000, 400000))))
        / 100
    )
    return Item(
        str(random.choice((1, 2, 4, 10, 25, 120, 1500, random.randint(1, 400)))), f"{price:.2f}",
        f"{random.choice(style.words.goods)} {random.choice(('', 'inox', 'HD', 'type B', 'DN25'))}".strip(),
        random.choice(style.words.units) if style.unit != "none" else None,
        line={"ones": place + 1, "tens": place * 10 + 10}.get(style.numbering),
        per=random.choice(("1", "100")) if style.per else None,
        discount=random.choice(("5", "10", "12.5")) if style.discount and random.random() < 0.6 else None,
        **{"bare": {"item": ours}, "ours": {"buyer_item": ours}, "yours": {"sku": yours},
           "both": {"buyer_item": ours, "sku": yours}}[style.articles],
    )  # fmt: skip


def _head(sheet: Sheet, order: Order, style: Style) -> float:
    random, words = style.random, style.words
    address = next(address for name, address in words.companies if name == order.name)
    lines = [address, words.country_name]
    if order.vat:
        lines.append(f"{style.pick(words.vat_label)} {order.vat}")
    place = random.choice(("L", "L", "R", "C"))
    x = {"L": 40, "R": sheet.pdf.w - 40, "C": sheet.pdf.w / 2}[place]
    sheet.at(x, 45, order.name or "", size=13, bold=random.random() < 0.7, align=place)
    sheet.block(x, 60, "\n".join(lines), align=place)
    vendor = style.pick(words.vendor)
    sheet.block(40, 130, f"{vendor}:\n{words.supplier}")
    if random.random() < 0.5:
        sheet.block(230, 130, f"{style.pick(words.ship_to)}:\n{order.name}\n{address}")
    pairs = [(style.pick(words.number), order.po or ""), (style.pick(words.date), style.day(order.date or ""))]
    if order.need and not style.day_column:
        pairs.append((style.pick(words.need), style.day(order.need)))
    pairs.append(
        (
            random.choice(
                {"DE": ("Währung",), "CH": ("Währung",), "FR": ("Devise",), "ES": ("Moneda",)}.get(
                    words.country, ("Currency",)
                )
            ),
            order.currency or "",
        )
    )
    return _header(sheet, style, pairs)


def _header(sheet: Sheet, style: Style, pairs: list[tuple[str, str]]) -> float:
    if style.header == "title":
        sheet.at(40, 205, f"{style.title} {pairs[0][1]}", size=14, bold=True)
        pairs = pairs[1:]
    else:
        sheet.at(40, 205, style.title, size=14, bold=True)
    if style.header == "boxes":
        sheet.boxes(40, 215, [120.0] * len(pairs), pairs, 28)
        return 262.0
    if style.header == "above":
        for place, (label, value) in enumerate(pairs):
            sheet.at(40 + 125 * place, 222, label, bold=True)
            sheet.at(40 + 125 * place, 234, value)
        return 262.0
    if style.header == "glued":
        for place, (label, value) in enumerate(pairs):
            sheet.at(40 + 260 * (place % 2), 222 + 13 * (place // 2), f"{label}: {value}")
        return 265.0
    x = 370 if style.header == "right" else 40
    return sheet.pairs(x, 222, [(label + ":", value) for label, value in pairs], to=x + 105) + 12


def _columns(order: Order, style: Style) -> list[tuple[str, str, list[str]]]:
    """Key, heading and cells of every column, in the order of this paper."""
    words, items, notation = style.words, order.items, style.notation
    qty = [notation.whole(one.qty) + (f" {one.uom}" if style.unit == "glued" else "") for one in items]
    price = style.pick(words.price) + (f" {order.currency}" if style.money == "none" and style.stacked else "")
    found = {
        "line": (style.pick(words.line), [str(one.line) for one in items] if style.numbering != "none" else []),
        "bare": (style.pick(words.bare), [one.item or "" for one in items] if style.articles == "bare" else []),
        "ours": (
            style.pick(words.ours),
            [one.buyer_item or "" for one in items] if style.articles in {"ours", "both"} else [],
        ),
        "yours": (
            style.pick(words.yours),
            [one.sku or "" for one in items] if style.articles in {"yours", "both"} else [],
        ),
        "description": (style.pick(words.description), [one.description or "" for one in items]),
        "day": (style.pick(words.need), [style.day(order.need or "")] * len(items) if style.day_column else []),
        "qty": (style.pick(words.qty), qty),
        "unit": (style.pick(words.unit), [one.uom or "" for one in items] if style.unit == "column" else []),
        "price": (price, [style.amount(one.price) for one in items]),
        "per": (style.pick(words.per), [one.per or "" for one in items] if style.per else []),
        "discount": (
            style.pick(words.discount),
            [notation.whole(one.discount) if one.discount else "" for one in items] if style.discount else [],
        ),
        "tax": (
            style.pick(words.tax_rate),
            [notation(RATES[words.country], 1)] * len(items) if style.tax_column else [],
        ),
        "amount": (style.pick(words.amount), [style.amount(one.amount) for one in items]),
    }
    sequence = [
        "line",
        "bare",
        "ours",
        "yours",
        "description",
        "day",
        "qty",
        "unit",
        "price",
        "per",
        "discount",
        "tax",
        "amount",
    ]
    if style.random.random() < 0.25:  # the quantity stands before the goods
        sequence = [
            "line",
            "qty",
            "unit",
            "bare",
            "ours",
            "yours",
            "description",
            "day",
            "price",
            "per",
            "discount",
            "tax",
            "amount",
        ]
    return [(key, *found[key]) for key in sequence if any(found[key][1])]


RIGHT = {"qty", "price", "amount", "discount", "tax", "per"}


def _table(sheet: Sheet, order: Order, style: Style, y: float) -> float:
    columns = _columns(order, style)
    heads = [head.replace(" ", "\n", 1) if style.stacked and len(head) > 8 else head for _, head, _ in columns]
    width = lambda text, bold: max(_width(sheet, part, bold) for part in text.split("\n"))  # noqa: E731
    widths = [
        max(width(head, True), *(width(cell, False) for cell in cells))
        for head, (_, _, cells) in zip(heads, columns, strict=True)
    ]
    room = sheet.pdf.w - 70 - sum(widths)
    gap = max(6.0, min(22.0, room / max(len(widths) - 1, 1)))
    x, specs = 35.0, []
    for (key, _, _), head, wide in zip(columns, heads, widths, strict=True):
        specs.append(f">{x + wide:.0f} {head}" if key in RIGHT else f"{x:.0f} {head}")
        x += wide + gap
    where = [key for key, _, _ in columns].index("description")
    rows: list[Any] = []
    for place in range(len(order.items)):
        row = [cells[place] for _, _, cells in columns]
        if style.deep and style.random.random() < 0.5:
            row[where] += "\n" + style.random.choice(style.words.comments)
        rows.append(tuple(row))
    lined = style.random.random() < 0.3
    return _pages(sheet, order, style, specs, rows, y + 10, lined)


def _pages(sheet: Sheet, order: Order, style: Style, specs: list[str], rows: list[Any], y: float, lined: bool) -> float:
    of = 1 + max(0, len(rows) - 14 + 21) // 22 if len(rows) > 14 else 1
    number, start, take = 1, 0, 14
    while True:
        y = sheet.table(
            specs, y, rows[start : start + take], gap=style.random.choice((3, 6, 9)) if number == 1 else 4, lined=lined
        )
        sheet.at(sheet.pdf.w / 2, sheet.pdf.h - 15, style.words.page.format(n=number, of=of), size=7, align="C")
        sheet.at(40, sheet.pdf.h - 30, style.words.footers[number % 2], size=6.5)
        start += take
        if start >= len(rows):
            return y
        number, take = number + 1, 22
        sheet.new_page()
        sheet.at(40, 40, f"{order.name}   {style.title} {order.po}")
        y = 70.0


def _sums(sheet: Sheet, order: Order, style: Style, y: float) -> None:
    words, pick = style.words, style.pick
    taxed = order.vat_rate is not None
    pairs = []
    if Decimal(order.charges):
        pairs += [(pick(words.net), order.goods), (pick(words.freight), Decimal(order.charges))]
    elif taxed:
        pairs += [(pick(words.net), order.net)]
    if taxed:
        pairs += [(pick(words.tax), order.tax)]
    pairs += [(pick(words.total if taxed else words.total_net), order.total)]
    shown = [(f"{label} {order.currency}" if last else label, style.amount(value))
             for last, (label, value) in zip([False] * (len(pairs) - 1) + [True], pairs, strict=True)]  # fmt: skip
    if style.random.random() < 0.2:
        sheet.boxes(sheet.pdf.w - 40 - 105 * len(shown), y + 10, [105.0] * len(shown), shown, 28)
    else:
        sheet.sums(sheet.pdf.w - 230, y + 16, sheet.pdf.w - 42, shown, bold=style.random.random() < 0.5)


def _width(sheet: Sheet, text: str, bold: bool) -> float:
    sheet.pdf.set_font(style="B" if bold else "", size=sheet.points)
    return float(sheet.pdf.get_string_width(text))


def _truth(order: Order, style: Style) -> dict[str, Any]:
    truth = order.truth()
    for line in truth["lines"]:
        line.setdefault("discount_percent", None)
    return truth
