"""Walk a portal's map without changing anything: which elements are found, how, and which are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bots.adapters.browser.portal import BrowserPortal
from bots.errors import O2CError


class Verdict(StrEnum):
    """How an element of the map stands in the portal today."""

    FOUND = "found"  #: by its best way
    FALLBACK = "fallback"  #: the best way no longer leads to it, another one does
    MISSING = "missing"
    UNSEEN = "unseen"  #: only shown after something was done, or not needed: nothing can be said


@dataclass(frozen=True)
class Inspected:
    """One page or element (`new_order.po_number`), and a sentence on what was seen."""

    name: str
    verdict: Verdict
    told: str


def inspect_portal(portal: BrowserPortal) -> Iterator[Inspected]:
    """Open every page that needs no parameter and look for each of its elements; nothing is typed or pressed there.

    Steps on the way to a page are taken as the map says: menus are clicked, searches may be filled in.
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
        yield Inspected(name, Verdict.FOUND, "opened, and its proof is on show")
        for element, counts in opened.count_all().items():
            yield _judged(f"{name}.{element}", counts, element in page.optional)


def _judged(name: str, counts: tuple[int, ...], optional: bool) -> Inspected:
    told = ", ".join(f"way {place}: {count or 'none'}" for place, count in enumerate(counts, start=1))
    if counts[0] == 1:
        return Inspected(name, Verdict.FOUND, told)
    if 1 in counts:
        return Inspected(name, Verdict.FALLBACK, told)
    return Inspected(name, Verdict.UNSEEN if optional else Verdict.MISSING, told)
