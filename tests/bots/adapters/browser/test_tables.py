"""Tables are read by what their columns mean, whatever else the page draws around them."""

from __future__ import annotations

import pytest

from bots.errors import SelectorMissing

pytestmark = pytest.mark.browser

MAP = """
portal: acme
numbers: {decimal: ","}
answer_within: 3s
pages:
  list:
    path: /list
    proof: {css: h1}
    tables:
      orders:
        {table: [{css: table.list}], columns: COLUMNS, numbered: [total], next: {text: Next}, empty: [Nothing found]}
      plain: {table: {css: table.list}, columns: {number: 1}, filled: [number]}
      cards: {rows: {css: .card}, columns: {name: {css: h2}, price: {css: .price}}, empty: [No cards]}
"""
BY_HEADER = "{number: No., total: Total}"


@pytest.fixture
def read(site, portal):
    def rows(html, name="orders", columns=BY_HEADER):
        site.pages["/list"] = f"<h1>List</h1>{html}"
        table = portal(MAP.replace("COLUMNS", columns)).open("list").table(name)
        return [tuple(row.values()) for row in table]

    return rows


HEAD = "<tr><th>No.</th><th>Customer</th><th>Total</th></tr>"
ROWS = "<tr><td>A-1</td><td>Morel</td><td>10,00</td></tr><tr><td> A-2\n </td><td>Ibarra</td><td>20,50</td></tr>"
READ = [("A-1", "10,00"), ("A-2", "20,50")]


def listing(rows=ROWS, head=HEAD, above=""):
    return f"<table class=list>{above}{head}{rows}</table>"


INNER = "<table><tr><td>No.</td><td>Total</td></tr></table>"
WIDE = ROWS.replace("<td>Morel", "<td>FR</td><td>Morel").replace("<td>Ibarra", "<td>ES</td><td>Ibarra")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(listing(), id="a plain one"),
        pytest.param(f"<table class=list><thead>{HEAD}</thead><tbody>{ROWS}</tbody></table>", id="with head and body"),
        pytest.param(listing(above="<tr><td colspan=3>Orders of today</td></tr>"), id="a title above"),
        pytest.param(listing(f"{ROWS}<tr><td>Sum</td><td></td><td>two orders</td></tr>"), id="a last row, no number"),
        pytest.param(listing(f"{ROWS}<tr><td colspan=3>page 1</td></tr>"), id="a foot"),
        pytest.param(f"<table><tr><td>{listing()}</td></tr></table>", id="inside another table"),
        pytest.param(listing(ROWS.replace("Morel", INNER)), id="another table inside"),
        pytest.param(listing(WIDE, HEAD.replace("<th>C", "<th colspan=2>C")), id="a header over two columns"),
        pytest.param(listing(ROWS.replace("10,00", "<input type=hidden value=9><input value=10,00>")), id="a field"),
        pytest.param(listing(f"{ROWS}<tr style='display: none'><td>x</td></tr>"), id="a hidden row"),
    ],
)
def test_rows_are_read(html, read):
    assert read(html) == READ


def test_columns_may_be_counted_where_there_are_no_headers(read):
    assert read(f"<table class=list>{ROWS}</table>", columns="{number: 1, total: 3}") == READ


def test_a_row_is_kept_only_if_it_holds_what_a_row_must(read):
    assert read(f"<table class=list>{ROWS}<tr><td></td></tr></table>", "plain") == [("A-1",), ("A-2",)]


def test_all_result_pages_are_one_table(read, site):
    following = f"<table class=list>{HEAD}<tr><td>A-3</td><td></td><td>1,00</td></tr></table>"
    site.pages["/more"] = f"<h1>List</h1>{following}<button disabled>Next</button>"
    assert read(f"<table class=list>{HEAD}{ROWS}</table><a href=/more>Next</a>") == [*READ, ("A-3", "1,00")]


def test_cards_are_rows_too(read):
    cards = "".join(f"<div class=card><h2>{n}</h2><p class=price>{n},00</p></div>" for n in (1, 2))
    assert read(cards, "cards") == [("1", "1,00"), ("2", "2,00")]


@pytest.mark.parametrize(("name", "says"), [("orders", "Nothing found."), ("cards", "No cards today")])
def test_nothing_to_list_is_an_empty_table_only_when_the_portal_says_so(read, name, says):
    assert read(f"<p>{says}</p>", name) == []
    with pytest.raises(SelectorMissing, match=f"list.{name}"):
        read("<p>something else</p>", name)


def test_a_column_that_was_renamed_is_never_guessed(read):
    with pytest.raises(SelectorMissing, match=r"list\.orders has no row with the headers No\., Total"):
        read(f"<table class=list>{HEAD.replace('Total', 'Net')}{ROWS}</table>")
