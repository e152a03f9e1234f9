"""A map says what it means, and whatever is wrong with it is named with its line."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from bots.adapters.selector_map import Numbers, load_map, parse_date, parse_map, typed_date
from bots.errors import ConfigError

GOOD = """\
portal: acme
numbers: {decimal: ",", thousands: "."}
dates: dd.MM.yyyy
errors: ["Fehler:", {css: p.error, text: ERR-}]
session_expired: {text: Session expired}
search_is_proof_after: 30s
pages:
  new_order:
    reach: [{frame: menu}, {text: Orders, opens: {text: New}}, {text: New}]
    proof: {role: heading, name: New order}
    frame: main_window
    elements:
      po_number: [{label: PO number}, {css: "input[name=ponumber]"}]
      add_line: {role: button, name: Add}
      submit: [{role: button, name: Save}]
    rows:
      line: {article: {css: "[name=partnumber_{n}]"}, quantity: {css: "[name=qty_{n-1}]"}}
    navigates: [submit, add_line]
    commits: [submit]
  order_search:
    path: /search
    proof: {text: Search}
    elements: {po_number: {label: PO number}, go: {role: button, name: Go}}
    navigates: [go]
    tables:
      orders: {table: {css: table.list}, columns: {number: "No.", total: 4}, numbered: [total], link: number}
  order:
    reach: [{open: order_search}, {fill: {po_number: "{po}"}}, {click: go},
            {follow: orders, where: {number: "{number}"}}]
    proof: {text: "Order {number}"}
"""


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_a_map_is_read_whole():
    acme = parse_map(GOOD, "acme.yaml")
    page = acme.pages["new_order"]
    assert [str(way) for way in page.elements["po_number"]] == ["label 'PO number'", "css 'input[name=ponumber]'"]
    assert acme.search_is_proof_after == timedelta(seconds=30)
    assert acme.pages["order"].parameters == {"po", "number"}
    assert page.rows["line"]["quantity"][0].holding({"n": 3}).css == "[name=qty_2]"


def test_a_map_cannot_be_changed_once_read():
    with pytest.raises(ValidationError):
        parse_map(GOOD, "acme.yaml").portal = "other"


LISTING = """\
portal: acme
pages:
  new_receipt:
    path: /receipt
    proof: {text: Receipt}
    elements: {amount: {label: Amount}, submit: {role: button, name: Post}}
    rows:
      line: {settled: {css: "[name=tick_{n}]"}, paid: {css: "[name=paid_{n}]"}}
    tables:
      invoices: {table: {css: table}, columns: {number: Invoice, due: Due}}
    picks:
      line.invoice: {table: invoices, column: number, ticks: settled, most: {paid: due}}
    reckoned: [amount]
    needless: [add_line]
    navigates: [line.invoice, submit]
    commits: [submit]
"""


def test_a_way_to_a_page_may_choose_and_what_it_chooses_has_to_be_there():
    chosen = changed('{fill: {po_number: "{po}"}}', '{choose: {po_number: "{po}"}}')
    assert parse_map(chosen, "acme.yaml").pages["order"].parameters == {"po", "number"}
    with pytest.raises(ConfigError, match="po_nmber is not an element of that page; did you mean po_number"):
        parse_map(chosen.replace("{choose: {po_number", "{choose: {po_nmber"), "acme.yaml")


def test_a_map_offers_what_is_picked_and_what_is_needless():
    acme = parse_map(LISTING, "acme.yaml")
    assert acme.offers("new_receipt.line.invoice")
    assert acme.offers("new_receipt.add_line")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("line.invoice: {t", "lines.invoice: {t", "lines is not a row of this page"),
        ("line.invoice: {t", "line.paid: {t", "line.paid must be a name of its own in its row"),
        ("commits: [submit]", "commits: [submit, line.invoice]", "and commits nothing"),
        ("{table: invoices,", "{table: invoice,", "invoice is not a table of this page; did you mean invoices?"),
        ("column: number", "column: nmber", "nmber is not a column of that table"),
        ("ticks: settled", "ticks: setled", "setled is not an element of that row; did you mean settled?"),
        ("{paid: due}", "{paid: dew}", "dew is not a column of that table; did you mean due?"),
        ("{paid: due}", "{payed: due}", "payed is not an element of that row; did you mean paid?"),
        ("due: Due}}", "due: Due}, next: {text: Next}}", "a row is picked on this page only"),
        ("reckoned: [amount]", "reckoned: [amont]", "amont is not an element of this page; did you mean amount?"),
        ("needless: [add_line]", "needless: [submit]", "it is either pressed or needless"),
        ("most: {", "least: {", "least is not a key here"),
    ],
)
def test_a_wrong_pick_is_told(old, new, told):
    assert old in LISTING
    with pytest.raises(ConfigError) as refused:
        parse_map(LISTING.replace(old, new, 1), "acme.yaml")
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("path", "offered"),
    [
        ("new_order", True), ("new_order.po_number", True), ("new_order.line", True), ("new_order.line.article", True),
        ("order_search.orders", True), ("order_search.orders.total", True),
        ("articles", False), ("new_order.reference", False), ("new_order.line.price", False), ("nothing.at_all", False),
        ("order_search.orders.date", False),
    ],
)  # fmt: skip
def test_a_map_tells_what_it_offers(path, offered):
    assert parse_map(GOOD, "acme.yaml").offers(path) is offered


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            changed("numbers:", "number:"),
            "line 2: number: number is not a key here; did you mean numbers?",
            id="an unknown key at the top",
        ),
        pytest.param(
            changed("{label: PO number}, {css", "{lable: PO number}, {css"),
            "line 13: pages.new_order.elements.po_number.0.lable: lable is not a key here; did you mean lab",
            id="an unknown kind of locator",
        ),
        pytest.param(
            changed("frame: main_window", "fram: main_window"),
            "line 11: pages.new_order.fram",
            id="an unknown key of a page",
        ),
        pytest.param(
            changed("commits: [submit]", "commits: [sumbit]"),
            "sumbit is not an element of this page; did you mean submit?",
            id="a commit that is no element",
        ),
        pytest.param(
            changed("navigates: [submit, add_line]", "navigates: [add_line]"),
            "submit commits, so its answer must be waited for",
            id="a commit nobody waits for",
        ),
        pytest.param(
            changed("navigates: [submit, add_line]", "navigates: [submit, add_line]\n    stays: [submit]"),
            "submit stays on the page: name it in navigates too, and not in commits",
            id="a commit that stays on the page",
        ),
        pytest.param(
            changed("dates: dd.MM.yyyy", "dates: dd.mm.yyyy"),
            "line 3: dates: 'dd.mm.yyyy' is not a date pattern",
            id="a pattern with minutes for months",
        ),
        pytest.param(
            changed("30s", "30"), "line 6: search_is_proof_after: 30 is not a duration", id="a duration without unit"
        ),
        pytest.param(
            changed('thousands: "."', 'thousands: ","'),
            "line 2: numbers: numbers need one decimal mark",
            id="one mark for two things",
        ),
        pytest.param(
            changed("{label: PO number}, {css", "{label: PO number, text: x}, {css"),
            "not label and text together",
            id="two locators in one way",
        ),
        pytest.param(
            changed("{role: button, name: Add}", "{css: a, name: Add}"), "name goes with role", id="a name without role"
        ),
        pytest.param(
            changed("partnumber_{n}", "partnumber_{m}"), "{m} cannot stand in css", id="a foreign name in a selector"
        ),
        pytest.param(
            changed("label: PO number}, {css", "label: 'PO {n}'}, {css"),
            "{n} is filled in by nothing here",
            id="a row number outside rows",
        ),
        pytest.param(
            changed("Order {number}", "Order {nmber}"),
            "{nmber} is filled in by nothing here; did you mean number?",
            id="a parameter nothing fills",
        ),
        pytest.param(
            changed("path: /search", "path: /search\n    reach: [{text: a}]"),
            "either by its path or by steps",
            id="two ways to one page",
        ),
        pytest.param(
            changed("{open: order_search}", "{open: order_serch}"),
            "line 28: pages.order.reach.0: order_serch is not another page",
            id="a step over a page that is not there",
        ),
        pytest.param(
            changed("{open: order_search}, ", ""),
            "a page must be opened before its names are used",
            id="names without a page",
        ),
        pytest.param(
            changed("{click: go}", "{click: og}"),
            "og is not an element of that page; known here: go, po_number",
            id="a step on an element that is not there",
        ),
        pytest.param(
            changed("follow: orders", "follow: order"),
            "order is not a table of that page; did you mean orders?",
            id="a step along a table that is not there",
        ),
        pytest.param(
            changed(", link: number", ""),
            "does not say which column holds its link",
            id="a list to follow without links",
        ),
        pytest.param(
            changed("numbered: [total]", "numbered: [totl]"),
            "totl is not a column of this table",
            id="an unknown column",
        ),
        pytest.param(
            changed("table: {css: table.list}, ", ""), "either by table or by rows", id="a table that is nowhere"
        ),
        pytest.param(
            changed("dates: dd.MM.yyyy", "dates: dd.MM.yyyy\ndates: dd.MM.yyyy"),
            "line 4: dates stands twice",
            id="a key twice",
        ),
        pytest.param(changed("portal: acme", "portal: [acme"), "this is not YAML", id="no YAML"),
        pytest.param("", "line 1: the map: input should be a valid dictionary", id="an empty file"),
        pytest.param(changed("portal: acme\n", ""), "line 1: the map: portal is missing", id="a map without its name"),
        pytest.param(
            changed("      po_number: [{label", "      PO-Number: [{label"),
            "PO-Number",
            id="a name a bot could not speak",
        ),
        pytest.param(
            changed("[{role: button, name: Save}]", "[]"), "at least one way to find it is needed", id="no way at all"
        ),
    ],
)
def test_a_mistake_is_refused_with_its_line_and_what_was_meant(text, told):
    with pytest.raises(ConfigError) as refused:
        parse_map(text, "acme.yaml")
    assert "acme.yaml, line" in str(refused.value)
    assert told in str(refused.value)


def test_every_mistake_is_told_at_once():
    text = changed("dates: dd.MM.yyyy", "dates: tomorrow").replace("30s", "soon")
    with pytest.raises(ConfigError, match=r"(?s)line 3: dates.*line 6: search_is_proof_after"):
        parse_map(text, "acme.yaml")


def test_a_map_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(ConfigError, match=r"nowhere\.yaml"):
        load_map(tmp_path / "nowhere.yaml")


GERMAN = Numbers(decimal=",", thousands=".")
FRENCH = Numbers(decimal=",", thousands=" ")
SWISS = Numbers(decimal=".", thousands="'")
PLAIN = Numbers()


@pytest.mark.parametrize(
    ("numbers", "text", "value"),
    [
        (GERMAN, "1.234,50", "1234.50"), (GERMAN, "1234,5", "1234.5"), (GERMAN, "1.234", "1234"),
        (GERMAN, " 12 ", "12"),
        (FRENCH, "1\u202f234\u00a0567,89", "1234567.89"), (FRENCH, "1 234,50 €", "1234.50"),
        (SWISS, "CHF 1'234.50", "1234.50"), (PLAIN, "0.0485", "0.0485"),
        (GERMAN, "-12,00", "-12.00"), (GERMAN, "12,00-", "-12.00"), (GERMAN, "(12,00)", "-12.00"), (PLAIN, "−3", "-3"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_the_portal_prints_it(numbers, text, value):
    assert numbers.parse(text) == Decimal(value)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        (GERMAN, "4.80"), (GERMAN, "1.23,4"), (GERMAN, "1.2345,00"), (GERMAN, ""), (GERMAN, "none"),
        (PLAIN, "1,234.50"),
        (PLAIN, "12 EA"), (SWISS, "1.234,50"), (GERMAN, "1,2,3"), (GERMAN, ".5"),
    ],
)  # fmt: skip
def test_what_could_be_another_number_is_none(numbers, text):
    with pytest.raises(ValueError, match="is not a number as this portal prints them"):
        numbers.parse(text)


@pytest.mark.parametrize(
    ("value", "typed"), [("1234.50", "1234,50"), ("1E+3", "1000"), ("0.0485", "0,0485"), ("-2", "-2")]
)
def test_a_number_is_typed_plainly(value, typed):
    assert GERMAN.typed(Decimal(value)) == typed


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("dd.MM.yyyy", "07.04.2026"), ("MM-dd-yyyy", "04-07-2026"), ("yyyy-MM-dd", "2026-04-07"), ("d/M/yy", "7/4/26")],
)
def test_a_date_is_typed_and_read_by_one_pattern(pattern, text):
    assert typed_date(pattern, date(2026, 4, 7)) == text
    assert parse_date(pattern, text) == date(2026, 4, 7)


def test_a_date_of_another_pattern_is_none():
    with pytest.raises(ValueError, match=r"'2026-04-07' is not a date as this portal prints them \(dd\.MM\.yyyy\)"):
        parse_date("dd.MM.yyyy", "2026-04-07")
