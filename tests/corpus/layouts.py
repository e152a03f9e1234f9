"""Orders drawn at random from a seed, in layouts drawn at random: two hundred strangers' papers to measure on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from tests.corpus.case import Case, Order
from tests.corpus.sheet import Sheet
from tests.corpus.styles import RATES, Style, order, style

RIGHT = {"qty", "price", "amount", "discount", "tax", "per"}
FIRST_PAGE, NEXT_PAGE = 430.0, 600.0  #: points for rows
Columns = list[tuple[str, str, list[str]]]


def layouts(seed: int) -> Case:
    """The paper of this seed: always the same, honest, and like no other."""
    random = Random(seed)
    look = style(random)
    bought = order(look)
    sheet = Sheet().paper(
        random.choice(("helvetica", "helvetica", "times", "courier")),
        random.choice((8, 8.5, 9)),
        "Letter" if look.words.country == "US" else "A4",
    )
    look = _fitting(sheet, bought, look)
    bought = _printed(bought, look)
    y = _head(sheet, bought, look)
    y = _table(sheet, bought, look, y)
    _sums(sheet, bought, look, y)
    return Case(f"layout {seed} {look.words.country}", sheet.content(), bought.truth())


def _fitting(sheet: Sheet, bought: Order, look: Style) -> Style:
    """The style with columns left out until the table fits the page."""
    for name, value in (
        ("tax_column", False),
        ("day_column", False),
        ("discount", False),
        ("unit", "none"),
        ("numbering", "none"),
    ):
        if _room(sheet, _columns(bought, look)) >= 0:
            break
        look = replace(look, **{name: value})
    return look


def _printed(bought: Order, look: Style) -> Order:
    """The order with what the columns show, no more."""
    items = tuple(
        replace(
            one,
            uom=one.uom if look.unit != "none" else None,
            discount=one.discount if look.discount else None,
            line=one.line if look.numbering != "none" else None,
        )
        for one in bought.items
    )
    return bought.change(items=items)


def _head(sheet: Sheet, bought: Order, look: Style) -> float:
    words, random = look.words, look.random
    address = next(address for name, address in words.companies if name == bought.name)
    lines = [address, *([words.country_name] if bought.country else [])]
    if bought.vat:
        lines.append(f"{look.pick(words.vat_label)} {bought.vat}")
    place = random.choice(("L", "L", "R", "C"))
    x = {"L": 40, "R": sheet.pdf.w - 40, "C": sheet.pdf.w / 2}[place]
    sheet.at(x, 45, bought.name or "", size=13, bold=random.random() < 0.7, align=place)
    sheet.block(x, 60, "\n".join(lines), align=place)
    left = 40 if look.header in {"right", "beside"} or random.random() < 0.7 else 380
    sheet.block(left, 130, f"{look.pick(words.vendor)}:\n{words.supplier}")
    if random.random() < 0.5 and look.header != "beside":
        sheet.block(230, 130, f"{look.pick(words.ship_to)}:\n{bought.name}\n{address}")
    return _header(sheet, look, bought)


def _header(sheet: Sheet, look: Style, bought: Order) -> float:
    words = look.words
    pairs = [(look.pick(words.number), bought.po or ""), (look.pick(words.date), look.day(bought.date))]
    if bought.need and not look.day_column:
        pairs.append((look.pick(words.need), look.day(bought.need)))
    if look.money_label:
        pairs.append((words.money_label, bought.currency or ""))
    title = look.title
    if look.header == "title":
        title, pairs = f"{title} {bought.po}", pairs[1:]
    elif look.header == "sentence":
        title, pairs = words.order_of.format(title=title, po=bought.po, day=look.day(bought.date)), pairs[2:]
    noise = [
        (label, value)
        for label, _, value in (one.partition("|") for one in look.random.sample(words.noise, look.noise))
    ]
    if look.header not in {"boxes", "above"}:
        pairs = sorted([*pairs, *noise], key=lambda _: look.random.random())
    sheet.at(40, 205, title, size=14, bold=True)
    return _pairs(sheet, look, pairs)


def _pairs(sheet: Sheet, look: Style, pairs: list[tuple[str, str]]) -> float:
    if look.header == "boxes":
        sheet.boxes(40, 215, [120.0] * len(pairs), pairs, 28)
        return 262.0
    if look.header == "above":
        for place, (label, value) in enumerate(pairs):
            sheet.at(40 + 130 * place, 222, label, bold=True)
            sheet.at(40 + 130 * place, 234, value)
        return 262.0
    if look.header == "glued":
        for place, (label, value) in enumerate(pairs):
            sheet.at(40 + 260 * (place % 2), 222 + 13 * (place // 2), f"{label}: {value}")
        return 275.0
    if look.header == "beside":  # on the level of the supplier's address
        sheet.pairs(350, 130, [(label + ":", value) for label, value in pairs], to=350 + _label(sheet, pairs))
        return 230.0
    x = 350 if look.header == "right" else 40
    return sheet.pairs(x, 222, [(label + ":", value) for label, value in pairs], to=x + _label(sheet, pairs)) + 12


def _label(sheet: Sheet, pairs: list[tuple[str, str]]) -> float:
    """Room for the longest label."""
    return max((_width(sheet, label, False) for label, _ in pairs), default=0.0) + 20


def _columns(bought: Order, look: Style) -> Columns:
    """Key, heading and cells of every column, in the order of this paper."""
    words, items, number, random = look.words, bought.items, look.notation, Random(len(bought.items))
    pick = random.choice
    price = pick(words.price) + ("" if look.money_label or look.money != "none" else f" {bought.currency}")
    money = [look.amount(one.price, bought.currency) for one in items]
    found = {
        "line": (words.line, [str(one.line or "") for one in items]),
        "bare": (words.bare, [one.item or "" for one in items]),
        "ours": (words.ours, [one.buyer_item or "" for one in items]),
        "yours": (words.yours, [one.sku or "" for one in items]),
        "description": (words.description, [_described(one.description or "", look, random) for one in items]),
        "day": (words.need, [look.day(bought.need)] * len(items) if look.day_column else []),
        "qty": (words.qty, [number.whole(one.qty) + (f" {one.uom}" if look.unit == "glued" else "") for one in items]),
        "unit": (words.unit, [one.uom or "" for one in items] if look.unit == "column" else []),
        "price": ((price,), money),
        "per": (words.per, [one.per or "" for one in items]),
        "discount": (
            words.discount,
            [number.whole(one.discount) if one.discount else "" for one in items] if look.discount else [],
        ),
        "tax": (words.tax_rate, [number(RATES[words.country], 1)] * len(items) if look.tax_column else []),
        "amount": (words.amount, [look.amount(one.amount, bought.currency) for one in items]),
    }
    if look.numbering == "none":
        found.pop("line")
    keys = list(found)
    if random.random() < 0.25:  # the quantity stands before the goods
        keys = sorted(keys, key=lambda key: {"line": 0, "qty": 1, "unit": 2}.get(key, 3))
    return [(key, pick(found[key][0]), found[key][1]) for key in keys if any(found[key][1])]


def _described(text: str, look: Style, random: Random) -> str:
    """A description with as many lines as the style wants."""
    return "\n".join([text, *random.sample(look.words.comments, look.depth - 1)])


def _widths(sheet: Sheet, columns: Columns) -> list[float]:
    return [
        max(
            *(_width(sheet, part, True) for part in head.split("\n")),
            *(_width(sheet, part, False) for cell in cells for part in cell.split("\n")),
            0.0,
        )
        for _, head, cells in columns
    ]


def _room(sheet: Sheet, columns: Columns) -> float:
    """What is left beside the columns, with the narrowest gaps between them."""
    widths = _widths(sheet, columns)
    return sheet.pdf.w - 80 - sum(widths) - 7 * len(widths)


def _width(sheet: Sheet, text: str, bold: bool) -> float:
    sheet.pdf.set_font(style="B" if bold else "", size=sheet.points)
    return float(sheet.pdf.get_string_width(text))


def _table(sheet: Sheet, bought: Order, look: Style, y: float) -> float:
    columns = _columns(bought, look)
    if look.stacked:
        columns = [(key, head.replace(" ", "\n", 1) if len(head) > 8 else head, cells) for key, head, cells in columns]
    widths = _widths(sheet, columns)
    gap = 7 + max(0.0, min(15.0, _room(sheet, columns) / len(widths)))
    x, specs = 38.0, []
    for (key, head, _), wide in zip(columns, widths, strict=True):
        specs.append(f">{x + wide:.0f} {head}" if key in RIGHT else f"{x:.0f} {head}")
        x += wide + gap
    where = [key for key, _, _ in columns].index("description")
    rows = [_row([cells[place] for _, _, cells in columns], where, look) for place in range(len(bought.items))]
    return _pages(sheet, bought, look, specs, rows, y + 14)


def _row(cells: list[str], where: int, look: Style) -> tuple[str, ...]:
    """A row, its figures level with the line of the description that the style wants."""
    lowered = ["\n" * look.level + cell if cell else "" for cell in cells]
    lowered[where] = cells[where]
    return tuple(lowered)


def _pages(sheet: Sheet, bought: Order, look: Style, specs: list[str], rows: list[tuple[str, ...]], y: float) -> float:
    gap = look.random.choice((3, 6, 9))
    high = look.depth * sheet.leading + gap + (sheet.leading + gap) * look.remarks
    first, after = int(FIRST_PAGE / high), int(NEXT_PAGE / high)
    starts = [0, *range(first, len(rows), after)]
    wheres = [spec.lstrip(">").split(" ", 1)[0] for spec in specs]
    lined, running = look.random.random() < 0.3, Decimal(0)
    for number, start in enumerate(starts, 1):
        items = range(start, min(len(rows), start + (first if number == 1 else after)))
        shown: list[Any] = []
        if number > 1 and look.carried:
            shown.append(_carried(wheres, look.words.carried[1], look, running, bought))
        for place in items:
            shown.append(rows[place])
            running += bought.items[place].amount
            if look.remarks and look.random.random() < 0.3:
                shown.append(look.pick(look.words.comments))
        if number < len(starts) and look.carried:
            shown.append(_carried(wheres, look.words.carried[0], look, running, bought))
        y = sheet.table(specs, y, shown, gap=gap, lined=lined)
        sheet.at(sheet.pdf.w / 2, sheet.pdf.h - 15, look.words.page.format(n=number, of=len(starts)), size=7, align="C")
        sheet.at(40, sheet.pdf.h - 30, look.words.footers[number % 2], size=6.5)
        if number < len(starts):
            sheet.new_page()
            sheet.at(40, 40, f"{bought.name}   {look.title} {bought.po}")
            y = 70.0
    return y


def _carried(wheres: list[str], words: str, look: Style, running: Decimal, bought: Order) -> tuple[str, ...]:
    """The row with the running sum: its words in the second column, the sum in the last."""
    return ("", words, *[""] * (len(wheres) - 3), look.amount(running, bought.currency))


def _sums(sheet: Sheet, bought: Order, look: Style, y: float) -> None:
    words, taxed = look.words, bought.vat_rate is not None
    pairs = []
    if Decimal(bought.charges):
        pairs += [(look.pick(words.net), bought.goods), (look.pick(words.freight), Decimal(bought.charges))]
    elif taxed:
        pairs += [(look.pick(words.net), bought.net)]
    pairs += [(look.pick(words.tax), bought.tax)] if taxed else []
    code = "" if look.money_label or look.money != "none" else f" {bought.currency}"
    pairs += [(look.pick(words.total if taxed else words.total_net) + code, bought.total)]
    shown = [(label, look.amount(value, bought.currency)) for label, value in pairs]
    if look.random.random() < 0.2:
        sheet.boxes(sheet.pdf.w - 40 - 105 * len(shown), y + 10, [105.0] * len(shown), shown, 28)
    else:
        sheet.sums(sheet.pdf.w - 240, y + 16, sheet.pdf.w - 42, shown, bold=look.random.random() < 0.5)
