"""Repair without a language model: an element none of its ways finds is looked for by what it looked like.

All candidates on the page are scored in one call (likeness.js, after Similo). Similo always answers; ours abstains:
the best must be alike enough, clearly more alike than the second, and not more alike to another element of the map.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ElementHandle, Error, Frame

from bots.adapters.browser.fingerprint import Fingerprint, Memory, in_page
from bots.adapters.browser.spot import Spot, locate
from bots.adapters.browser.tab import Tab
from bots.adapters.browser.ways import MOST, leads_to, ways_to
from bots.adapters.selector_map import Locator, Repair, SelectorMap
from bots.errors import SelectorMissing

_DESCRIBE = in_page("all.map((e) => looks.remember(e))", "all")
_SEARCH = in_page("looks.search(asked)", "asked")


@dataclass(frozen=True)
class Search:
    """What the page offers for an element that is gone; likenesses from 0 to 1, rounded to two places."""

    candidates: int
    best: Fingerprint | None
    score: float
    second: float  #: of the next candidate
    rival: float  #: how like the best candidate is to any other element of the page's map

    def refusal(self, repair: Repair) -> str | None:
        """Why the best candidate is not taken, in half a sentence; None: it is."""
        if self.best is None:
            return "nothing of its kind is left on the page"
        if self.score < repair.score:
            return f"the nearest likeness is {self.score:.2f}, and {repair.score:.2f} is needed"
        if round(self.score - self.second, 2) < repair.margin:
            return f"two look like it ({self.score:.2f} and {self.second:.2f}), nearer than {repair.margin:.2f}"
        if round(self.score - self.rival, 2) < repair.margin:
            return f"what looks like it ({self.score:.2f}) looks like another element of the map ({self.rival:.2f})"
        return None


@dataclass(frozen=True)
class Healed:
    """An element found by its looks: the ways that lead to it now, and how sure that is."""

    ways: tuple[Locator, ...]
    search: Search

    def as_note(self) -> dict[str, object]:
        """For the record; likenesses as text, which is the same everywhere."""
        found = self.search
        return {
            "found_by": "; ".join(map(str, self.ways)),
            "score": f"{found.score:.2f}",
            "second": f"{found.second:.2f}",
            "rival": f"{found.rival:.2f}",
        }


class Repairs:
    """Learns what elements look like while they are found, and finds them by it when they are not."""

    def __init__(self, tab: Tab, selector_map: SelectorMap, memory: Memory, known: set[str]) -> None:
        self._tab = tab
        self._map = selector_map
        self._memory = memory
        self._known = known  #: looked at since the last log-in: a portal changes between two, not while we work

    def learn(self, spot: Spot) -> None:
        """Remember what the element looks like, if its best way finds it now; once in a session.

        Raises SelectorMissing when the map's ways, or what it looked like before, point to another element: better
        stop than type into a field whose label was handed on.
        """
        if not spot.by_looks or spot.name in self._known:
            return
        try:
            self._learn(spot)
        except Error:
            return  # the document is just being replaced: at the next find, then

    def _learn(self, spot: Spot) -> None:
        frame = self._tab.frame(spot.ways[0].frame or spot.frame)
        seen: list[Mapping[str, Any]] = locate(frame, spot.ways[0]).evaluate_all(_DESCRIBE)
        if len(seen) != 1:
            return
        now, before = Fingerprint.of(seen[0]), self._memory.recall(spot.name)
        earlier = Fingerprint.of(before) if before else None
        self.agree(spot)
        if earlier is not None and (earlier.name, earlier.label) != (now.name, now.label):
            self._not_handed_on(spot, frame, now, earlier)
        looks = now.after(earlier).as_json()
        if looks != before:
            self._memory.remember(spot.name, looks)
        self._known.add(spot.name)

    def heal(self, spot: Spot) -> Healed | str:
        """The element by its looks, or why it is not taken for any on the page."""
        before = self._memory.recall(spot.name) if spot.by_looks else None
        if isinstance(self._map.repair, str) or before is None:
            return ""
        frame = self._tab.frame(spot.frame)
        found = self.search(spot, frame, Fingerprint.of(before))
        refusal = found.refusal(self._map.repair)
        if refusal or found.best is None:
            return refusal or ""
        return Healed(ways_to(frame, found.best), found)

    def ways_of(self, spot: Spot, place: int) -> tuple[Locator, ...]:
        """Ways to the element that way number `place` (from 0) leads to now: new ones, then those that still lead."""
        frame = self._tab.frame(spot.frame)
        seen: list[Mapping[str, Any]] = locate(frame, spot.ways[place]).evaluate_all(_DESCRIBE)
        if len(seen) != 1:
            return ()
        looks = Fingerprint.of(seen[0])
        standing = tuple(way for way in spot.ways if way.frame is None and leads_to(frame, way) == looks.path)
        new = tuple(way for way in ways_to(frame, looks) if way.xpath is None and way not in standing)
        return (*new, *standing)[:MOST]

    def search(self, spot: Spot, frame: Frame, wanted: Fingerprint) -> Search:
        """Score everything on the page that no other element of the map claims."""
        others = tuple(self._others(spot))
        remembered = (self._memory.recall(other.name) for other in others)
        asked = {
            "wanted": wanted.as_json(),
            "rivals": [looks for looks in remembered if looks],
            "taken": [one for other in others if (one := self._claimed(other, frame)) is not None],
        }
        found = frame.evaluate(_SEARCH, asked)
        best = found["best"]
        return Search(
            found["candidates"],
            Fingerprint.of(best["found"]) if best else None,
            round(best["score"], 2) if best else 0.0,
            round(found["second"], 2),
            round(found["rival"], 2),
        )

    def _others(self, spot: Spot) -> Iterator[Spot]:
        """The other elements of the same page; of rows the first."""
        name = spot.name.partition(".")[0]
        page = self._map.pages[name]
        for element, ways in page.elements.items():
            if f"{name}.{element}" != spot.name:
                yield Spot(f"{name}.{element}", ways, page.frame)
        for row, elements in page.rows.items():
            for element, ways in elements.items():
                yield Spot(f"{name}.{row}[1].{element}", ways, page.frame).holding({"n": 1})

    def _claimed(self, spot: Spot, frame: Frame) -> ElementHandle | None:
        """The element another name of the map leads to now."""
        for way in spot.ways:
            if not way.places and way.frame in {None, spot.frame}:
                found = locate(frame, way).element_handles()
                if len(found) == 1:
                    return found[0]
        return None

    def agree(self, spot: Spot) -> None:
        """See that no two ways lead to different elements. Raises SelectorMissing when they do."""
        if not spot.by_looks:
            return
        led = [(way, leads_to(self._tab.frame(way.frame or spot.frame), way)) for way in spot.ways]
        found = [(way, path) for way, path in led if path is not None]
        for way, path in found[1:]:
            if path != found[0][1]:
                raise self._contradiction(spot, f"{found[0][0]} and {way} lead to different elements")

    def _not_handed_on(self, spot: Spot, frame: Frame, now: Fingerprint, earlier: Fingerprint) -> None:
        """Its label or name is new: nothing else of the map may lead there, nor anything look more like what it was."""
        if now.name in earlier.beside:
            raise self._contradiction(spot, f"{spot.ways[0]} leads to {now.name!r}, which stood beside it before")
        for other in self._others(spot):
            if any(leads_to(frame, way) == now.path for way in other.ways if not way.places):
                raise self._contradiction(spot, f"{spot.ways[0]} leads to what is {other.name}")
        found = self.search(spot, frame, earlier)
        if isinstance(self._map.repair, str) or found.best is None:
            return
        best, here = found.best, now.label or now.name
        if best.path == now.path and found.rival > found.score:
            raise self._contradiction(spot, f"{here!r} looks more like another element of the map did before")
        if best.path != now.path and found.refusal(self._map.repair) is None:
            raise self._contradiction(spot, f"{here!r} is called so now, {best.label or best.name!r} looks as it did")

    def _contradiction(self, spot: Spot, told: str) -> SelectorMissing:
        return SelectorMissing(
            f"{self._tab.name}: it is not sure which element {spot.name} is: {told}; {self._tab.on_show()}. "
            "Nothing was typed there. The page changed: correct the portal's selector map."
        )
