"""Finding elements by their looks, over many releases of the old portal: how many rightly, how many wrongly.

For every threshold: elements no way of the map leads to any more, still there or taken away, and what would have been
made of them. The map's defaults (docs/selector-maps.md) are the row with no wrong find and a margin to spare.
`./o2c bench repair`; a release takes about half a second.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bots.adapters.browser import BrowserPortal
from bots.adapters.browser.fingerprint import Fingerprint, InProcess
from bots.adapters.browser.repair import Search
from bots.adapters.selector_map import Repair, load_map
from orchestrator.demo.old_portal.process import OldPortal, running_portal
from tests.bots.adapters.browser.variants import MAPPED, Variant, release
from tests.browsers import a_browser

RELEASES = int(os.environ.get("O2C_REPAIR_RELEASES", "60"))
MAP = load_map(Path(__file__).parents[2] / "selectors" / "old_portal.yaml")
SCORES, MARGINS = (0.5, 0.6, 0.65, 0.7, 0.75), (0.05, 0.1, 0.15)


@dataclass(frozen=True)
class Password:
    """What the portal printed at its start."""

    value: str

    def reveal(self) -> str:
        """The value itself."""
        return self.value


@dataclass(frozen=True)
class Lost:
    """An element no way leads to in a release: what is true (None: taken away), and what the search says."""

    truth: str | None
    search: Search

    def outcome(self, repair: Repair) -> str:
        """`right`, `wrong` or `abstained`."""
        if self.search.refusal(repair) is not None or self.search.best is None:
            return "abstained"
        return "right" if self.search.best.name == self.truth else "wrong"


def run() -> dict[str, object]:
    """Counts by threshold, as `right / wrong / abstained`."""
    with tempfile.TemporaryDirectory() as folder, running_portal(Path(folder), slow=0) as portal, a_browser() as one:
        lost = list(_all_lost(portal, one))
    gone = [one for one in lost if one.truth is None]
    figures: dict[str, object] = {
        "releases": RELEASES,
        "no way leads there": len(lost),
        "of these taken away": len(gone),
        "surest wrong candidate": max(one.search.score for one in lost if one.search.best and not _is_right(one)),
    }
    for score in SCORES:
        for margin in MARGINS:
            outcomes = [one.outcome(Repair(score=score, margin=margin)) for one in lost]
            counted = " / ".join(str(outcomes.count(what)) for what in ("right", "wrong", "abstained"))
            figures[f"score {score} margin {margin}"] = counted
    return figures


def _is_right(one: Lost) -> bool:
    return one.search.best is not None and one.search.best.name == one.truth


def _all_lost(portal: OldPortal, browser: Browser) -> Iterator[Lost]:
    memory = InProcess()
    for _ in range(2):  # ids that change at each view are forgotten at the second look
        with _session(portal, browser, memory) as session:
            for page, fields in MAPPED.items():
                opened = session.open(page)
                for element in fields:
                    opened.read(element)
    with _session(portal, browser, memory) as session:
        for seed in range(RELEASES):
            variant = release(seed, renames_fields=True)
            portal.faults.set(**variant.switches)
            yield from _lost(session, variant, memory)


def _lost(session: BrowserPortal, variant: Variant, memory: InProcess) -> Iterator[Lost]:
    for page, fields in MAPPED.items():
        spots, finder = session.open(page).spots(), session.session.finder
        for element, key in fields.items():
            spot, looks = spots[element], memory.recall(f"{page}.{element}")
            if looks and 1 not in finder.counts(spot):
                found = finder.repairs.search(spot, session.session.tab.frame(spot.frame), Fingerprint.of(looks))
                yield Lost(variant.posted_name(key), found)


def _session(portal: OldPortal, browser: Browser, memory: InProcess) -> BrowserPortal:
    password = Password(portal.password)
    return BrowserPortal(
        "old_portal", MAP, url=portal.url, user=portal.user, password=password, browser=browser, memory=memory
    )


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
