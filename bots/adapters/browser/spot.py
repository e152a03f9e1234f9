"""An element to find: its name for people, the ways to it, and Playwright's locator for each way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from playwright.sync_api import Frame, FrameLocator, Page
from playwright.sync_api import Locator as Found

from bots.adapters.selector_map import Locator

Root = Page | Frame | FrameLocator | Found


@dataclass(frozen=True)
class Spot:
    """An element to find: its name for people (`new_order.line[1].article`) and the ways to it, the best first."""

    name: str
    ways: tuple[Locator, ...]
    frame: str | None
    by_looks: bool = False  #: it is only read or typed into, so it may be found by its looks when no way finds it

    def holding(self, values: Mapping[str, str | int]) -> Spot:
        """The same with row number and parameters filled in."""
        return replace(self, ways=tuple(way.holding(values) for way in self.ways))


def locate(root: Root, way: Locator) -> Found:
    """Playwright's locator for one way; only what is visible counts."""
    if way.within is not None:
        root = locate(root, way.within)
    return _locate(root, way).filter(visible=True)


def _locate(root: Root, way: Locator) -> Found:
    if way.role is not None:
        return root.get_by_role(way.role, name=way.name, exact=way.exact)  # type: ignore[arg-type]  # any ARIA role
    if way.css is not None:
        return root.locator(f"css={way.css}")
    if way.xpath is not None:
        return root.locator(f"xpath={way.xpath}")
    if way.test_id is not None:
        return root.get_by_test_id(way.test_id)
    by_text = {
        "label": root.get_by_label, "placeholder": root.get_by_placeholder, "text": root.get_by_text,
        "title": root.get_by_title, "alt": root.get_by_alt_text,
    }  # fmt: skip
    return by_text[way.kind](way.wanted, exact=way.exact)
