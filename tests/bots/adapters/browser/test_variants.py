"""The old portal after releases nobody announced: what is still there is found, what is gone is told as gone, and
nothing is ever typed into another field."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bots.adapters.browser import BrowserPortal
from bots.adapters.browser.fingerprint import InProcess
from bots.adapters.browser.tab import Tab
from bots.adapters.selector_map import load_map
from bots.errors import SelectorMissing
from orchestrator.demo.old_portal.process import running_portal
from tests.bots.adapters.browser.variants import MAPPED, release

pytestmark = pytest.mark.browser

MAP = load_map(Path(__file__).parents[4] / "selectors" / "old_portal.yaml")
EMPTY = "(text) => document.querySelectorAll('input').forEach((e) => { if (e.value === text) e.value = '' })"
WHERE = "(text) => [...document.querySelectorAll('input')].filter((e) => e.value === text).map((e) => e.name)"


@pytest.fixture(scope="module")
def mercure(tmp_path_factory):
    with running_portal(tmp_path_factory.mktemp("mercure"), slow=0) as running:
        yield running


@pytest.fixture(scope="module")
def open_portal(mercure, browser):
    """Makes a portal with a log-in of its own over a memory."""

    class Password:
        def reveal(self):
            return mercure.password

    def make(memory, note=lambda event, particulars: None):
        return BrowserPortal(
            "orders", MAP, url=mercure.url, user=mercure.user, password=Password(), browser=browser, note=note,
            memory=memory,
        )  # fmt: skip

    return make


@pytest.fixture(scope="module")
def looks(open_portal):
    """What every field looked like before any release: seen twice, as ids change from view to view."""
    memory = InProcess()
    for _ in range(2):
        with open_portal(memory) as portal:
            for page, fields in MAPPED.items():
                opened = portal.open(page)
                for element in fields:
                    opened.read(element)
    return {f"{page}.{one}": memory.recall(f"{page}.{one}") for page, fields in MAPPED.items() for one in fields}


@pytest.fixture
def patient_again(monkeypatch):
    """Only the wait for the best way is cut short; what is done after it has all the time a busy machine needs."""
    trouble = Tab.trouble

    def then(tab, awaited):
        tab.page.set_default_timeout(5000)
        trouble(tab, awaited)

    monkeypatch.setattr(Tab, "trouble", then)


@pytest.fixture
def try_release(mercure, open_portal, looks, notes, patient_again):
    """Type into every field of the map under a release, and look which field of the page holds it."""

    def outcome(page, element, key, variant):
        session = page._session
        found = session.finder.counts(page._spot(element))[0] == 1
        # What the best way does not lead to now will not come later: a release is no slow page.
        session.tab.page.set_default_timeout(5000 if found else 100)
        try:
            page.fill(element, "V-9047")
        except SelectorMissing:
            return "gone" if variant.posted_name(key) is None else "abstained"
        finally:
            session.tab.page.set_default_timeout(5000)
        held_by = session.tab.frame("main").evaluate(WHERE, "V-9047")
        session.tab.frame("main").evaluate(EMPTY, "V-9047")
        return "right" if held_by == [variant.posted_name(key)] else f"WRONG {page._visit.name}.{element} {variant}"

    def run(variant):
        memory = InProcess()
        for name, seen in looks.items():
            memory.remember(name, seen)
        mercure.faults.set(**variant.switches)
        with open_portal(memory, notes) as portal:
            for name, fields in MAPPED.items():
                page = portal.open(name)
                yield from (outcome(page, element, key, variant) for element, key in fields.items())

    yield run
    mercure.faults.set(rename_label={}, rename_field={}, move_field=[], remove_field=[])


def test_every_field_that_is_still_there_is_found_and_every_other_one_is_told_gone(try_release):
    counted = Counter(one for seed in range(3) for one in try_release(release(seed, renames_fields=False)))
    assert set(counted) == {"right", "gone"}


def test_where_no_way_is_left_it_is_found_by_its_looks_or_not_at_all_and_never_wrongly(try_release, notes):
    counted = Counter(one for seed in range(100, 104) for one in try_release(release(seed, renames_fields=True)))
    assert set(counted) == {"right", "gone", "abstained"}
    assert len(notes.of("healed")) > 0
    assert all(note["screenshot"].startswith(b"\x89PNG") for note in notes.of("healed"))
