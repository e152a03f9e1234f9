"""Repair without a language model: what it takes to be found by one's looks, and what is never found that way."""

from __future__ import annotations

import pytest

from bots.adapters.browser import Verdict, inspect_portal
from bots.adapters.browser.fingerprint import Fingerprint, InProcess
from bots.adapters.browser.repair import Search
from bots.adapters.selector_map import Repair
from bots.errors import SelectorMissing

FIELD = Fingerprint("field", "input")
REPAIR = Repair(score=0.7, margin=0.1)


@pytest.mark.parametrize(
    ("search", "told"),
    [
        pytest.param(Search(3, FIELD, 0.85, 0.60, 0.50), None, id="alike and alone: taken"),
        pytest.param(Search(3, FIELD, 0.70, 0.60, 0.60), None, id="just enough of everything: taken"),
        pytest.param(Search(0, None, 0, 0, 0), "nothing of its kind is left on the page", id="nothing there"),
        pytest.param(Search(3, FIELD, 0.69, 0, 0), "the nearest likeness is 0.69, and 0.70 is needed", id="too unlike"),
        pytest.param(Search(3, FIELD, 0.85, 0.76, 0), "two look like it (0.85 and 0.76)", id="two of them"),
        pytest.param(Search(3, FIELD, 0.85, 0, 0.8), "looks like another element of the map (0.80)", id="another's"),
    ],
)
def test_it_abstains_unless_it_is_sure(search, told):
    refusal = search.refusal(REPAIR)
    assert refusal is None if told is None else told in refusal


def test_an_id_that_is_another_at_each_view_is_forgotten():
    seen = Fingerprint("field", "input", id="f_1")
    assert seen.after(None).id == "f_1"
    assert Fingerprint("field", "input", id="f_2").after(seen).id == ""


def test_what_another_version_remembered_is_read_as_far_as_it_is_known():
    assert Fingerprint.of({**FIELD.as_json(), "colour": "red"}) == FIELD


MAP = """
portal: acme
repair: {score: 0.7, margin: 0.1}
pages:
  order:
    path: /order
    proof: {css: h1}
    elements:
      po_number: [{label: PO number}, {css: "input[name=po]"}]
      remarks: {label: Remarks}
      warehouse: {css: "select[name=wh]"}
      country: {css: "select[name=country]"}
      help: {css: "button[name=help]"}
      submit: {css: "button[name=go]"}
      shown: {css: "td:text-is('Status') + td"}
    navigates: [submit, country]
    commits: [submit]
"""
PAGE = """<h1>Order</h1><form method=post><fieldset><legend>Header</legend><table>
<tr><td>PO number</td><td><label>PO number <input name=po maxlength=20></label></td></tr>
<tr><td>Warehouse</td><td><select name=wh><option>North<option>South</select></td></tr>
<tr><td>Country</td><td><select name=country><option>FR<option>DE</select></td></tr>
<tr><td>Status</td><td>open</td></tr></table></fieldset>
<fieldset><legend>Notes</legend><table><tr><td><label>Remarks <textarea name=rem></textarea></label></td></tr></table>
</fieldset><button type=button name=help>Help</button><button name=go>Send</button></form>"""


@pytest.fixture
def acme(site, portal, browser, notes):
    """Opens the page as it was, has it looked at, then opens what a release made of it."""

    def after_release(*changes, text=MAP):
        site.pages["/order"] = PAGE
        was = portal(text)
        assert {one.verdict for one in inspect_portal(was)} == {Verdict.FOUND}  # what commits is remembered too
        changed = PAGE
        for old, new in changes:
            assert old in changed
            changed = changed.replace(old, new)
        site.pages["/order"] = changed
        was._kept.known.clear()
        return was.open("order")

    return after_release


RENAMED = (("PO number", "Your PO number"), ("name=po ", "name=po_no "))


def test_a_field_that_lost_its_label_and_its_name_is_found_by_its_looks_and_flagged(acme, notes, site):
    page = acme(*RENAMED)
    page.fill("po_number", "PO-1")
    assert page.read("po_number") == "PO-1"
    (note,) = notes.of("healed")
    assert note["element"] == "order.po_number"
    assert "input[name=po_no]" in note["found_by"]
    assert float(note["score"]) >= 0.7
    assert note["screenshot"].startswith(b"\x89PNG")
    seen = []
    page.commit("submit", seen.append)
    assert seen == [{"po_number": "PO-1"}]
    assert site.posts("/order")[0]["po_no"] == "PO-1"


def test_a_list_is_chosen_from_by_its_looks(acme, notes):
    assert acme(("name=wh", "name=whs")).choose("warehouse", "South").read("warehouse") == "South"
    assert [note["element"] for note in notes.of("healed")] == ["order.warehouse"]


def test_what_is_gone_is_told_with_the_nearest_likeness(acme, notes):
    page = acme(("<label>PO number <input name=po maxlength=20></label>", "see the header"))
    with pytest.raises(SelectorMissing) as gone:
        page.fill("po_number", "PO-1")
    told = "order.po_number was not found as exactly one element (label 'PO number': none; css 'input[name=po]': none"
    assert told in str(gone.value)
    assert "by its looks: nothing of its kind is left on the page" in str(gone.value)
    assert notes.of("failure")[0]["screenshot"].startswith(b"\x89PNG")


def test_two_that_look_like_it_are_none(acme):
    twin = "<tr><td>Our PO number</td><td><label>Our PO number <input name=po_nr maxlength=20></label></td></tr>"
    with pytest.raises(SelectorMissing, match="two look like it"):
        acme(*RENAMED, ("<tr><td>Warehouse", f"{twin}<tr><td>Warehouse")).fill("po_number", "PO-1")


def test_a_field_that_was_there_beside_it_is_never_taken_for_it(acme, monkeypatch):
    """It is in no map, so no other name claims it; its label and its look are those of the field that went."""
    other = "<tr><td>Number</td><td><label>Number <input name=old_po maxlength=20></label></td></tr>"
    with_another = PAGE.replace("<tr><td>Warehouse", f"{other}<tr><td>Warehouse")
    monkeypatch.setitem(globals(), "PAGE", with_another)
    gone = ("<tr><td>PO number</td><td><label>PO number <input name=po maxlength=20></label></td></tr>", "")
    with pytest.raises(SelectorMissing, match=r"order\.po_number"):
        acme(gone, ("Number", "PO numbers")).fill("po_number", "PO-1")


def test_a_map_may_forbid_it(acme):
    with pytest.raises(SelectorMissing):
        acme(*RENAMED, text=MAP.replace("repair: {score: 0.7, margin: 0.1}", "repair: never")).fill("po_number", "P")


@pytest.mark.parametrize(
    ("old", "act"),
    [
        pytest.param("name=go", lambda page: page.commit("submit"), id="what commits"),
        pytest.param("name=help", lambda page: page.click("help"), id="what is pressed"),
        pytest.param("name=country", lambda page: page.choose("country", "DE"), id="what leads to another document"),
    ],
)
def test_what_does_something_is_never_found_by_its_looks(acme, site, notes, old, act):
    page = acme((old, "name=other"))
    with pytest.raises(SelectorMissing):
        act(page)
    assert not notes.of("healed")
    assert not site.posts("/order")


def test_a_label_that_was_handed_on_is_not_typed_into(acme):
    """The label of one field stands beside another: its best way leads to the wrong one."""
    page = acme(("Remarks ", "PO number "), ("<label>PO number <input name=po maxlength=20></label>", ""))
    with pytest.raises(SelectorMissing, match=r"not sure which element order\.po_number is"):
        page.fill("po_number", "PO-1")


def test_ways_that_contradict_each_other_are_no_ways(acme):
    page = acme(("Remarks ", "X "), ("<td>PO number</td><td><label>PO number ", "<td>Y</td><td><label>Y "),
                ("<label>X ", "<label>PO number "))  # fmt: skip
    with pytest.raises(SelectorMissing, match="lead to different elements"):
        page.fill("po_number", "PO-1")


def test_what_was_never_seen_cannot_be_found_by_its_looks(site, portal):
    site.pages["/order"] = PAGE.replace("PO number", "Your PO number").replace("name=po ", "name=po_no ")
    with pytest.raises(SelectorMissing):
        portal(MAP).open("order").fill("po_number", "PO-1")


def test_a_memory_keeps_the_last_looks():
    memory = InProcess()
    memory.remember("order.po_number", {"kind": "field"})
    assert memory.recall("order.po_number") == {"kind": "field"}
    assert memory.recall("order.remarks") is None
