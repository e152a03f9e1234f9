"""Invented orders in many layouts: every field equal to the truth, and no doubt where there is none to have."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from bots.domain.documents import Document
from bots.domain.orders import PurchaseOrder
from bots.order_entry.readers import read_order
from tests.bots.order_entry.readers.papers import TONGUES, Paper, Style, draw

COLUMNS = {
    "both numbers": ("pos", "buyer_item", "sku", "description", "qty", "uom", "unit_price", "amount"),
    "one number": ("code", "description", "qty", "uom", "unit_price", "amount"),
    "figures first": ("qty", "uom", "code", "description", "unit_price", "amount"),
    "price unit and discount": (
        "pos", "code", "description", "qty", "uom", "unit_price", "price_per", "discount", "amount",
    ),
    "dates on lines": ("pos", "code", "description", "date", "qty", "uom", "unit_price", "amount"),
    "no number": ("description", "qty", "unit_price", "amount"),
}  # fmt: skip

STYLES = {
    "grid, American": Style("us"),
    "grid, British, boxes": Style("gb", head="boxes", columns=COLUMNS["one number"]),
    "grid, French, three on a page": Style("fr", parties="three", columns=COLUMNS["price unit and discount"]),
    "grid, German, glued labels": Style("de", head="glued"),
    "grid, Spanish, title with number": Style("es", head="title", columns=COLUMNS["dates on lines"]),
    "grid, Swiss, Courier": Style("ch", font="Courier", size=8),
    "bare, American, Times": Style("us", font="Times", table="bare", columns=COLUMNS["figures first"]),
    "bare, French, centred": Style("fr", table="bare", align="center", columns=COLUMNS["one number"]),
    "bare, German, left": Style("de", table="bare", align="left", columns=COLUMNS["one number"]),
    "bare, Spanish, no numbers": Style("es", table="bare", columns=COLUMNS["no number"]),
    "bare, Swiss, labels without colon": Style("ch", table="bare", head="plain"),
    "ruled, British, headings in two rows": Style("gb", table="rules", stacked=True),
    "ruled, French, headings in two rows": Style("fr", table="rules", stacked=True, columns=COLUMNS["dates on lines"]),
    "filled heading, German": Style("de", table="filled"),
    "filled heading, American, no stated currency but on totals": Style("us", table="filled", currency="totals"),
    "descriptions on two lines": Style("gb", wrapped=2, table="bare"),
    "descriptions on three lines, price level with the second": Style("fr", wrapped=3, valign="middle", table="bare"),
    "descriptions on three lines, price level with the last": Style("de", wrapped=3, valign="bottom", table="rules"),
    "descriptions on three lines in boxes": Style("es", wrapped=3, valign="middle"),
    "our number below the description": Style("us", refs=True, columns=COLUMNS["one number"]),
    "our number below, German": Style("de", refs=True, columns=COLUMNS["figures first"], table="bare"),
    "unit beside the quantity": Style("fr", unit_in_qty=True, columns=COLUMNS["no number"]),
    "unit beside the quantity, Swiss": Style("ch", unit_in_qty=True, columns=COLUMNS["no number"], table="bare"),
    "quantities with three decimals": Style("de", qty_decimals=3),
    "quantities with three decimals, American": Style("us", qty_decimals=3, table="bare"),
    "one line": Style("gb", lines=1),
    "one line, bare, French": Style("fr", lines=1, table="bare", columns=COLUMNS["one number"]),
    "sixty lines": Style("us", lines=60),
    "sixty lines, carried forward": Style("de", lines=60, carried=True),
    "sixty lines, carried forward, bare": Style("fr", lines=60, carried=True, table="bare"),
    "sixty lines, heading on the first page only": Style("es", lines=60, page_heading=False),
    "sixty lines, heading once, carried forward": Style("ch", lines=60, page_heading=False, carried=True),
    "only a total": Style("gb", totals="plain"),
    "freight and tax": Style("fr", totals="freight"),
    "freight and tax, German": Style("de", totals="freight", table="bare"),
}


def differences(paper: Paper, order: PurchaseOrder) -> list[tuple[str, Any, Any]]:
    """Where the reading is not the truth: field, truth, reading."""
    truth = paper.truth
    read = {name: getattr(order, name) for name in truth if name not in {"buyer", "lines", "kind"}}
    found = [(name, truth[name], value) for name, value in read.items() if value != truth[name]]
    found += [
        (f"buyer.{name}", value, getattr(order.buyer, name))
        for name, value in truth["buyer"].items()
        if getattr(order.buyer, name) != value
    ]
    if len(order.lines) != len(truth["lines"]):
        return [*found, ("lines", len(truth["lines"]), len(order.lines))]
    for index, (expected, line) in enumerate(zip(truth["lines"], order.lines, strict=True)):
        for name, value in expected.items():
            got = line.position if name == "line" else getattr(line, name)
            if got != value:
                found.append((f"lines[{index}].{name}", value, got))
    return found


def read(paper: Paper) -> PurchaseOrder:
    return read_order(Document(paper.pdf, "application/pdf"))


@pytest.mark.parametrize("style", [pytest.param(style, id=name) for name, style in STYLES.items()])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_field_is_read_and_nothing_is_doubted(style, seed):
    paper = draw(replace(style, seed=seed))
    order = read(paper)
    assert differences(paper, order) == []
    assert order.doubts == ()


def mixed(seed: int) -> Style:
    """A style thrown together by chance."""
    chance = random.Random(seed)
    return Style(
        tongue=chance.choice(list(TONGUES)), font=chance.choice(["Helvetica", "Times", "Courier"]),
        size=chance.choice([7, 8, 9]), columns=chance.choice(list(COLUMNS.values())),
        table=chance.choice(["grid", "rules", "bare", "filled"]), align=chance.choice(["right", "center", "left"]),
        head=chance.choice(["side", "boxes", "title", "glued", "plain"]), wrapped=chance.choice([1, 2, 3]),
        valign=chance.choice(["top", "middle", "bottom"]), stacked=chance.random() < 0.3,
        lines=chance.choice([1, 3, 8, 30]),
        totals=chance.choice(["tax", "plain", "freight"]), carried=chance.random() < 0.4,
        page_heading=chance.random() < 0.7, qty_decimals=chance.choice([0, 0, 3]), seed=seed,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_nothing_wrong_is_ever_left_undoubted(seed):
    paper = draw(mixed(seed))
    order = read(paper)
    wrong = differences(paper, order)
    assert not wrong or order.doubts, wrong


def test_reading_twice_gives_the_same():
    paper = draw(STYLES["sixty lines, carried forward"])
    assert read(paper) == read(paper)
    assert read(paper).as_json() == read(paper).as_json()


def test_every_value_leads_back_to_the_words_it_came_from():
    order = read(draw(STYLES["grid, German, glued labels"]))
    line = order.evidence["lines[2].qty"]
    assert (line.page, line.rule) == (1, "column:quantity")
    assert line.box is not None
    assert line.box.x0 < line.box.x1
    for path in ("po_number", "po_date", "need_date", "currency", "total", "net_total", "buyer.name", "buyer.vat",
                 "lines[0].line", "lines[0].buyer_item", "lines[0].sku", "lines[0].description", "lines[0].uom",
                 "lines[0].unit_price", "lines[0].amount"):  # fmt: skip
        assert order.evidence[path].text, path
        assert order.evidence[path].confidence > 0.5, path
