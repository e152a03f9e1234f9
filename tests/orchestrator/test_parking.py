"""A page that changed parks its portal while an item is worked on, and leaves behind what a person needs to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.errors import ApplicationError, ConfigError, SelectorMissing
from orchestrator.assembly import open_house
from orchestrator.demo.old_portal.process import running_portal
from orchestrator.journal import ItemJournal
from tests.browsers import a_browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MAP = Path(__file__).parents[2] / "selectors" / "old_portal.yaml"
CONFIG = """
company: {{name: Brunel Fournitures SAS, domain: brunel.example}}
portals:
  old_portal: {{url: "{url}", map: "{map}", login: {{user: BOT01, password: {{secret: portal}}}}}}
"""


@pytest.fixture
def mercure(tmp_path):
    try:
        with a_browser():
            pass
    except ConfigError as missing:
        pytest.skip(str(missing))
    with running_portal(tmp_path / "mercure", slow=0) as running:
        yield running


@pytest.fixture
def house(tmp_path, mercure, monkeypatch):
    monkeypatch.setenv("O2C_SECRET_PORTAL", mercure.password)
    (tmp_path / "config.yaml").write_text(CONFIG.format(url=mercure.url, map=MAP))
    with open_house(tmp_path / "config.yaml") as opened:
        yield opened


def work(house, what):
    """What one item does in the portal, as a worker would have it done."""
    journal = ItemJournal(house.store, "order_entry@worker", "worker")
    with house.at_portal("old_portal") as equipment, equipment.workspace(journal) as workspace:
        what(workspace.portal)


def test_a_changed_page_parks_the_portal_with_picture_page_and_last_actions(house, mercure):
    mercure.faults.set(remove_field=["reference"])
    with pytest.raises(SelectorMissing):
        work(house, lambda portal: portal.open("new_order").fill("po_number", "PO-1").fill("reference", "ref"))
    parking = house.store.portals.parked("old_portal")
    assert parking.who == "order_entry@worker"
    assert "new_order.reference was not found as exactly one element" in parking.why
    (failure,) = [one.detail for one in house.store.audit.list(limit=1000) if one.action == "failure"]
    assert failure["last_actions"][-3:] == ["open new_order", "fill new_order.po_number", "fill new_order.reference"]
    assert house.store.evidence.read(failure["screenshot"]).startswith(b"\x89PNG")
    page = house.store.evidence.read(failure["html"])
    assert b"Customer PO" in page
    assert mercure.password.encode() not in page


def test_trouble_that_may_pass_is_counted_and_forgotten_when_it_has(house, mercure):
    mercure.faults.set(error_500=9)
    with pytest.raises(ApplicationError):
        work(house, lambda portal: portal.open("new_order"))
    assert house.store.portals.circuit("old_portal").failures == 1
    assert house.store.portals.parked("old_portal") is None
    mercure.faults.set(error_500=0)
    work(house, lambda portal: portal.open("new_order"))
    assert house.store.portals.circuit("old_portal") is None


def test_what_elements_look_like_is_remembered_from_process_to_process(house):
    work(house, lambda portal: portal.open("new_order").fill("po_number", "PO-1"))
    looks = house.store.portals.looks("old_portal").recall("new_order.po_number")
    assert (looks["label"], looks["name"]) == ("Customer PO", "ctl$17$txtB")
    assert "PO-1" not in str(looks)
