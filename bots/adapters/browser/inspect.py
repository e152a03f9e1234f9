"""Walk a portal's map without changing anything: which elements are found, how, and which are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bots.adapters.browser.locate import Finder
from bots.adapters.browser.page import BrowserPage
from bots.adapters.browser.portal import BrowserPortal
from bots.adapters.browser.repair import Healed
from bots.adapters.browser.spot import Spot
from bots.adapters.selector_map import Locator, Page
from bots.errors import O2CError, SelectorMissing

_COMMITS = " It commits and is never pressed by this find: look at it yourself before you take the proposal over."


class Verdict(StrEnum):
    """How an element of the map stands in the portal today."""

    FOUND = "found"  #: by its best way
    FALLBACK = "fallback"  #: the best way no longer leads to it, another one does
    HEALED = "healed"  #: no way leads to it; one element on the page looks like it did, and only one
    MISSING = "missing"
    UNSEEN = "unseen"  #: only shown after something was done, or not needed: nothing can be said


@dataclass(frozen=True)
class Inspected:
    """One page or element (`new_order.po_number`), and a sentence on what was seen.

    `ways`: what the map should say instead, where that is known. `picture`: a PNG of the page, passwords covered.
    """

    name: str
    verdict: Verdict
    told: str
    ways: tuple[Locator, ...] = ()
    picture: bytes | None = None


def inspect_portal(portal: BrowserPortal) -> Iterator[Inspected]:
    """Open every page that needs no parameter and look for each of its elements; nothing is typed or pressed there.

    Steps on the way to a page are taken as the map says: menus are clicked, searches may be filled in. What is found
    by its best way is remembered by its looks, what commits too: to be proposed, never to be pressed.
    """
    for name, page in portal.selector_map.pages.items():
        if page.parameters:
            needed = ", ".join(sorted(page.parameters))
            yield Inspected(name, Verdict.UNSEEN, f"opened only with {needed}")
            continue
        try:
            opened = portal.open(name)
        except O2CError as error:
            yield Inspected(name, Verdict.MISSING, str(error))
            continue
        yield Inspected(name, Verdict.FOUND, "opened, and its proof is on show", picture=opened.picture())
        yield from _elements(portal.session.finder, opened, name, page)


def _elements(finder: Finder, opened: BrowserPage, name: str, page: Page) -> Iterator[Inspected]:
    for element, spot in opened.spots().items():
        sought = replace(spot, by_looks=element in page.elements)
        seen = replace(_judged(finder, sought, element in page.optional), name=f"{name}.{element}")
        yield replace(seen, told=seen.told + _COMMITS) if seen.ways and element in page.commits else seen


def _judged(finder: Finder, spot: Spot, optional: bool) -> Inspected:
    counts = finder.counts(spot)
    told = ", ".join(f"way {place}: {count or 'none'}" for place, count in enumerate(counts, start=1))
    try:
        if counts[0] == 1:
            finder.repairs.learn(spot)
            return Inspected(spot.name, Verdict.FOUND, told)
        if 1 in counts:
            finder.repairs.agree(spot)
            ways = finder.repairs.ways_of(spot, counts.index(1)) if spot.by_looks else ()
            return Inspected(spot.name, Verdict.FALLBACK, told, ways)
    except SelectorMissing as contradiction:
        return Inspected(spot.name, Verdict.MISSING, str(contradiction))
    return Inspected(spot.name, Verdict.UNSEEN, told) if optional else _by_looks(finder, spot, told)


def _by_looks(finder: Finder, spot: Spot, told: str) -> Inspected:
    healed = finder.repairs.heal(spot)
    if isinstance(healed, Healed):
        sure = f"found by its looks, {healed.search.score:.2f} alike, the next {healed.search.second:.2f}"
        return Inspected(spot.name, Verdict.HEALED, f"{told}; {sure}", healed.ways)
    return Inspected(spot.name, Verdict.MISSING, f"{told}; by its looks: {healed}" if healed else told)
