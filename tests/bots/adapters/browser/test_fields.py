"""Typing, reading and finding: what is typed is what the portal shows, and it is the right field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bots.errors import ApplicationError, BusinessError, ConfigError, SelectorMissing

pytestmark = pytest.mark.browser

MAP = """
portal: acme
numbers: {decimal: ",", thousands: "."}
dates: dd.MM.yyyy
pages:
  order:
    path: /order
    proof: {role: heading, name: Order}
    elements:
      po_number: [{label: PO number}, {css: "input[name=po]"}, {placeholder: your number}]
      requested: {label: Requested}
      weight: {label: Weight}
      priority: {label: Priority}
      total: {css: "#total"}
      warning: {css: .warning}
      copy: {label: Send a copy}
    rows:
      line: {article: {css: "[name=art_{n}]"}, price: {css: "[name=price_{n-1}]"}}
    optional: [warning]
"""

FORM = """<h1>Order</h1>
<label>PO number <input name=po maxlength=12 placeholder="your number"></label>
<label>Requested <input name=requested></label>
<label>Weight <input name=weight onchange="this.value = this.value.replace(/^(\\d+),(\\d)$/, '$1,$20')"></label>
<label for=p>Priority</label>
<select id=p><option value="">-</option><option value=H>High</option><option value=L>Low</option></select>
<label><input type=checkbox name=copy checked> Send a copy</label>
<input name=art_1><input name=price_0><input name=art_2><input name=price_1>
<p id=total>  Total
  1.234,50 EUR </p>"""


def with_label(new: str) -> str:
    return FORM.replace("PO number", new)


@pytest.fixture
def order(site, portal):
    def at(html=FORM, patience=1.5):
        site.pages["/order"] = html
        return portal(MAP, patience).open("order")

    return at


def test_a_value_is_typed_as_the_portal_writes_it(order):
    page = order()
    page.fill("po_number", "PO-1").fill("requested", date(2026, 4, 7)).fill("weight", Decimal("1234.5"))
    assert [page.read(name) for name in ("po_number", "requested", "weight")] == ["PO-1", "07.04.2026", "1234,5"]
    assert page.number("weight") == Decimal("1234.5")


def test_a_number_may_come_back_in_another_spelling(order):
    page = order().fill("weight", Decimal("4.8")).fill("po_number", "x")  # leaving the field rewrites it
    assert page.read("weight") == "4,80"


@pytest.mark.parametrize(
    ("field", "rewrites", "value", "told"),
    [
        pytest.param("po", "this.value.slice(0, 5)", "PO-123456", "typed 'PO-123456', it shows 'PO-12'", id="cut off"),
        pytest.param("po", "this.value.toUpperCase()", "po-1", "typed 'po-1', it shows 'PO-1'", id="another case"),
        pytest.param("weight", "this.value.replace(',', '')", Decimal("4.8"), "typed '4,8', it shows '48'",
                     id="the comma lost"),
        pytest.param("weight", "'n/a'", Decimal("4.8"), "typed '4,8', it shows 'n/a'", id="no number at all"),
        pytest.param("requested", "'04.07.2026'", date(2026, 4, 7), "typed '07.04.2026', it shows '04.07.2026'",
                     id="day and month swapped"),
    ],
)  # fmt: skip
def test_a_field_that_shows_another_value_stops_the_work(order, field, rewrites, value, told):
    html = FORM.replace(f"name={field}", f'name={field} oninput="this.value = {rewrites}"', 1)
    names = {"po": "po_number", "weight": "weight", "requested": "requested"}
    with pytest.raises(BusinessError, match="did not keep what was typed") as stopped:
        order(html).fill(names[field], value)
    assert told in str(stopped.value)
    assert f"order.{names[field]}" in str(stopped.value)


def test_a_field_too_short_for_the_value_stops_the_work(order):
    with pytest.raises(BusinessError, match="typed 'PO-1234567890', it shows 'PO-123456789'"):
        order().fill("po_number", "PO-1234567890")


@pytest.mark.parametrize("entry", ["H", "High"])
def test_an_entry_is_chosen_by_value_or_label(order, entry):
    assert order().choose("priority", entry).read("priority") == "High"


def test_an_entry_that_is_not_in_the_list_is_told_with_those_that_are(order):
    with pytest.raises(BusinessError, match="has no entry 'Urgent'; it has '-', 'H', 'High', 'L', 'Low'"):
        order().choose("priority", "Urgent")


def test_rows_are_found_by_their_number(order):
    page = order()
    page.row(2).fill("article", "A-2").fill("price", Decimal("9.75"))
    page.row(1).fill("article", "A-1")
    assert (page.row(1).read("article"), page.row(2).read("article")) == ("A-1", "A-2")
    assert (page.row(1).read("price"), page.row(2).number("price")) == ("", Decimal("9.75"))


def test_text_is_read_with_single_spaces_and_a_number_out_of_nothing_else(order):
    page = order()
    assert page.read("total") == "Total 1.234,50 EUR"
    assert page.read("copy") == "on"
    with pytest.raises(ApplicationError, match=r"order\.total: 'Total 1.234,50 EUR' is not a number"):
        page.number("total")


def test_an_element_that_need_not_be_there_is_shown_or_not(order):
    assert not order().shows("warning")
    assert not order(FORM + "<p class=warning style='display:none'>late payer</p>").shows("warning")
    assert order(FORM + "<p class=warning>late payer</p>").shows("warning")


def test_the_best_way_is_waited_for_before_another_is_tried(order, notes):
    late = with_label("Order no.") + (
        "<script>setTimeout(() => document.querySelector('label').firstChild.data = 'PO number', 400)</script>"
    )
    order(late, patience=3).fill("po_number", "PO-1")
    assert not notes.of("fallback")


def test_a_fallback_that_serves_is_told_once_with_what_was_missed(order, notes):
    page = order(with_label("Order no."))
    page.fill("po_number", "PO-1")
    assert page.read("po_number") == "PO-1"
    (note,) = notes.of("fallback")
    assert {name: note[name] for name in ("element", "missed", "found_by")} == {
        "element": "order.po_number", "missed": "label 'PO number'", "found_by": "css 'input[name=po]'",
    }  # fmt: skip
    assert note["screenshot"].startswith(b"\x89PNG")


def test_a_part_of_a_label_is_not_the_label(order, notes):
    other = FORM.replace("PO number", "PO number of your customer").replace("name=po ", "name=other ")
    with pytest.raises(SelectorMissing):
        order(other.replace("your number", "")).fill("po_number", "PO-1")


def test_what_leads_to_two_elements_leads_to_none(order, notes):
    twice = FORM + "<label>PO number <input name=po2></label>"
    order(twice).fill("po_number", "PO-1")
    assert [note["found_by"] for note in notes.of("fallback")] == ["css 'input[name=po]'"]


def test_only_what_is_visible_counts(order, notes):
    page = order(FORM + "<div hidden><label>PO number <input name=po value=old></label></div>").fill(
        "po_number", "PO-1"
    )
    assert page.read("po_number") == "PO-1"
    assert not notes.of("fallback")


def test_an_element_that_is_gone_is_told_with_the_ways_tried_and_a_picture(order, notes):
    with pytest.raises(SelectorMissing) as missing:
        order("<h1>Order</h1><p>Please use the new program</p>").fill("po_number", "PO-1")
    told = str(missing.value)
    assert "order.po_number was not found" in told
    assert "label 'PO number': none; css 'input[name=po]': none; placeholder 'your number': none" in told
    assert "Order Please use the new program" in told
    (failure,) = notes.of("failure")
    assert failure["screenshot"].startswith(b"\x89PNG")
    assert b"Please use the new program" in failure["html"]
    assert failure["last_actions"] == ["open order", "fill order.po_number"]


def test_a_field_that_is_greyed_out_is_the_portals_decision(order):
    with pytest.raises(BusinessError, match=r"order\.po_number is on the page but greyed out"):
        order(FORM.replace("name=po ", "name=po disabled ")).fill("po_number", "PO-1")


def test_a_page_that_is_another_one_is_never_worked_on(order):
    with pytest.raises(SelectorMissing, match=r"order \(its proof\) was not found"):
        order(FORM.replace("<h1>Order", "<h1>Invoice"))


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (lambda page: page.fill("po_nummer", "1"), "no element po_nummer on page order; did you mean po_number?"),
        (lambda page: page.row(1).fill("artikel", "1"), r"no element line\.artikel on page order"),
        (lambda page: page.row(1, "position"), "no rows position on page order"),
        (lambda page: page.table("lines"), "no table lines on page order"),
        (lambda page: page.commit("po_number"), "not among the page's commits"),
    ],
    ids=["an element", "an element of a row", "rows", "a table", "a commit"],
)
def test_a_name_the_map_does_not_have_is_told(order, work, told):
    with pytest.raises(ConfigError, match=told):
        work(order())


def test_a_message_of_the_browser_is_an_answer(order):
    html = FORM.replace("name=po ", "name=po onblur=\"alert('Order number is locked')\" ")
    page = order(html).fill("po_number", "PO-1")
    with pytest.raises(BusinessError, match="put up a message, which was answered with no: Order number is locked"):
        page.fill("requested", date(2026, 4, 7))


def test_a_page_is_pictured_for_evidence(order):
    assert order().picture().startswith(b"\x89PNG")
