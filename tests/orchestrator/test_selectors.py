"""`o2c selectors` and `o2c portals` against the demo's portal in a real browser, before and after a release."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bots.adapters.selector_map import load_map, parse_map
from bots.errors import BusinessError, ConfigError
from orchestrator.cli import app
from orchestrator.demo.old_portal.ledger import orders
from orchestrator.demo.old_portal.process import running_portal
from tests.browsers import a_browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MAPS = Path(__file__).parents[2] / "selectors"
CONFIG = """
company: {{name: Brunel Fournitures SAS, domain: brunel.example}}
portals:
  old_portal: {{url: "{url}", map: selectors/old_portal.yaml, login: {{user: BOT01, password: {{secret: portal}}}}}}
"""


@pytest.fixture(scope="module")
def mercure(tmp_path_factory):
    try:
        with a_browser():
            pass
    except ConfigError as missing:
        pytest.skip(str(missing))
    with running_portal(tmp_path_factory.mktemp("mercure"), slow=0) as running:
        yield running


@pytest.fixture
def folder(tmp_path, mercure, monkeypatch):
    """A company's folder: its configuration and its map."""
    shutil.copytree(MAPS, tmp_path / "selectors")
    (tmp_path / "config.yaml").write_text(CONFIG.format(url=mercure.url))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("O2C_SECRET_PORTAL", mercure.password)
    yield tmp_path
    mercure.faults.set(rename_label={}, rename_field={}, move_field=[], remove_field=[])


def o2c(*words, code=0):
    done = CliRunner().invoke(app, list(words))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.output


def seen(code=0):
    return {one["name"]: one for one in json.loads(o2c("selectors", "check", "old_portal", "--json", code=code))}


def test_a_release_is_checked_proposed_applied_and_stands(folder, mercure):
    before = seen()
    assert {one["verdict"] for one in before.values()} == {"found", "unseen"}
    picture = before["new_order"]["picture"]
    assert (folder / "var" / "evidence" / picture[:2] / picture[2:]).read_bytes().startswith(b"\x89PNG")
    seen()  # seen twice: ids that change at each view are no longer counted on
    assert o2c("selectors", "propose").startswith("# old_portal: nothing to propose")

    mercure.faults.set(
        rename_label={"Customer PO": "Customer's PO no.", "Ext. ref": "Our reference"},
        rename_field={"po_number": "ctl$19$txtB"},
        remove_field=["reference"],
    )
    after = seen(code=5)
    assert after["new_order.po_number"]["verdict"] == "healed"
    assert after["order_search.po_number"]["verdict"] == "fallback"
    assert after["new_order.reference"]["verdict"] == "missing"
    assert "by its looks" in after["new_order.reference"]["told"]
    assert after["new_order.customer"]["verdict"] == "found"

    diff = o2c("selectors", "propose", "old_portal")
    assert '+      po_number: [{label: "Customer\'s PO no."}' in diff
    apply = ["git", "apply", "--include=selectors/old_portal.yaml", "-"]
    subprocess.run(apply, input=diff, text=True, check=True, cwd=folder, env={"PATH": "/usr/bin:/bin"})
    mended = load_map(folder / "selectors" / "old_portal.yaml")
    assert mended.pages["new_order"].elements["po_number"][0].label == "Customer's PO no."
    assert "# red, status 200" in (folder / "selectors" / "old_portal.yaml").read_text()
    assert seen(code=5)["new_order.po_number"]["verdict"] == "found"
    assert orders(mercure.database) == []


def test_a_first_map_of_a_page_behind_the_log_in_names_its_fields_as_a_person_would(folder, mercure):
    o2c("selectors", "learn", "/order_new.do", "--portal", "old_portal", "--out", "learned.yaml")
    text = (folder / "learned.yaml").read_text()
    (page,) = parse_map(text, "learned.yaml").pages.values()
    assert {"customer_no", "customer_po", "ext_ref", "requested_date", "article", "quantity", "save_order"} <= set(
        page.elements
    )
    assert [str(way) for way in page.elements["customer_po"]] == [
        "label 'Customer PO'", "css \"input[name='ctl$17$txtB']\"",
        "css \"td:has(:text-is('Customer PO')) + td input\"",
    ]  # fmt: skip
    assert page.tables["table_1"].columns["article"] == "Article"
    assert "save_order" in page.navigates
    assert page.commits == ()


def test_a_page_that_needs_no_log_in_is_learned_from_its_address_alone(folder, mercure):
    text = o2c("selectors", "learn", mercure.url)
    (page,) = parse_map(text, "learned").pages.values()
    assert {"user", "password", "log_in"} <= set(page.elements)
    assert mercure.password not in text


def test_portals_are_parked_listed_and_released_with_who_and_why(folder):
    assert json.loads(o2c("portals", "--json"))[0]["state"] == "worked"
    o2c("portals", "park", "old_portal", "--who", "claire", "--why", "a release this afternoon")
    (line,) = json.loads(o2c("portals", "--json"))
    assert (line["state"], line["who"], line["why"]) == ("parked", "claire", "a release this afternoon")
    o2c("portals", "release", "old_portal", "--who", "claire", "--why", "it went well")
    assert json.loads(o2c("portals", "--json"))[0]["state"] == "worked"
    with pytest.raises(BusinessError, match="neither parked nor resting"):
        o2c("portals", "release", "old_portal", "--why", "again")
    with pytest.raises(ConfigError, match="there is no portal `other`"):
        o2c("portals", "park", "other", "--why", "x")


def test_a_refused_log_in_parks_the_portal_even_when_it_was_only_looked_at(folder, monkeypatch):
    monkeypatch.setenv("O2C_SECRET_PORTAL", "not the password")
    assert "refused the log-in" in seen(code=5)["new_order"]["told"]
    (line,) = json.loads(o2c("portals", "--json"))
    assert line["state"] == "parked"
    assert "refused the log-in of BOT01" in line["why"]
