"""A repaired map is the same file with other ways to some elements: comments and order stay."""

from __future__ import annotations

import pytest

from bots.adapters.selector_map import Locator, parse_map
from bots.adapters.selector_map.patch import proposed, with_ways, written
from bots.errors import ConfigError

TEXT = """\
portal: acme          # our oldest
pages:
  order:
    path: /order
    proof: {css: h1}
    elements:
      # the customer's own number
      po_number: [{label: PO number}, {css: "input[name=po]"}]   # asked for by audit
      remarks: {label: Remarks}
      warehouse:
        - label: Warehouse
        - {css: "select[name=wh]"}
      # what sends it
      submit: {role: button, name: Send}
    navigates: [submit]
    commits: [submit]
"""
NEW = (Locator(label="Your order: no. 1"), Locator(css="input[name='a$b']"))


def test_only_the_ways_of_the_element_change():
    changed = with_ways(TEXT, "acme.yaml", {("order", "po_number"): NEW})
    old = '[{label: PO number}, {css: "input[name=po]"}]'
    assert changed == TEXT.replace(old, '[{label: "Your order: no. 1"}, {css: "input[name=\'a$b\']"}]')


def test_ways_in_a_block_of_lines_are_replaced_too():
    changed = with_ways(TEXT, "acme.yaml", {("order", "warehouse"): (Locator(css="select[name=whs]"),)})
    assert parse_map(changed, "acme.yaml").pages["order"].elements["warehouse"] == (Locator(css="select[name=whs]"),)
    assert "      # what sends it\n      submit: {role: button, name: Send}\n" in changed


def test_a_proposal_is_a_unified_diff_with_the_lines_around():
    changes = {("order", "remarks"): (Locator(label="Notes"),), ("order", "po_number"): NEW[1:]}
    diff = proposed(TEXT, "selectors/acme.yaml", changes).splitlines()
    assert diff[:2] == ["--- a/selectors/acme.yaml", "+++ b/selectors/acme.yaml"]
    assert [line for line in diff[2:] if line[0] in "+-"] == [
        '-      po_number: [{label: PO number}, {css: "input[name=po]"}]   # asked for by audit',
        "-      remarks: {label: Remarks}",
        "+      po_number: {css: \"input[name='a$b']\"}   # asked for by audit",
        "+      remarks: {label: Notes}",
    ]


def test_nothing_to_change_is_no_diff():
    assert proposed(TEXT, "acme.yaml", {}) == ""


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (Locator(label="Name"), "{label: Name}"),
        (Locator(label="No"), '{label: "No"}'),
        (Locator(text="12"), '{text: "12"}'),
        (Locator(role="button", name="Größe: M"), '{role: button, name: "Größe: M"}'),
        (Locator(text="Next", exact=False), "{text: Next, exact: false}"),
        (Locator(css='a[title="x"]'), '{css: "a[title=\\"x\\"]"}'),
    ],
)
def test_a_way_is_written_so_that_it_reads_back_the_same(way, text):
    assert written((way,)) == text
    assert with_ways(TEXT, "acme.yaml", {("order", "remarks"): (way,)})


def test_what_would_not_read_back_is_refused():
    inside = Locator(css="input", within=Locator(css="form"))  # written without its container it would be another
    with pytest.raises(ConfigError, match=r"order\.remarks cannot be changed by a program"):
        with_ways(TEXT, "acme.yaml", {("order", "remarks"): (inside,)})
