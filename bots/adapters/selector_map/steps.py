"""The way to a page that has no address of its own: menus to click, a search to fill in, a row to follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from bots.adapters.selector_map.locators import Locator, fill_in, placeholders
from bots.adapters.selector_map.strict import Strict


class InFrame(Strict):
    """From here on, look in this frame."""

    frame: str


class LoadPath(Strict):
    """Load an address below the portal's, in the frame named before, else in the whole window."""

    path: str


class OpenPage(Strict):
    """Go to another page of the map first; `fill`, `click` and `follow` after it speak of that page's names."""

    open: str


class FillFields(Strict):
    """Type into fields of the page opened before; the values may hold `{parameter}`."""

    fill: Mapping[str, str]


class ChooseEntries(Strict):
    """Choose entries of lists of the page opened before, by value or label; the texts may hold `{parameter}`."""

    choose: Mapping[str, str]


class ClickElement(Strict):
    """Press an element of the page opened before."""

    click: str


class FollowRow(Strict):
    """Press the link of the one row of a table whose columns hold these texts."""

    follow: str
    where: Mapping[str, str]


class MenuPath(Strict):
    """Go down the portal's menu by the words a person reads there: `[Order Entry, Reports, Sales Orders]`."""

    menu: Annotated[tuple[str, ...], Field(min_length=1)]


class Menu(Locator):
    """Click whatever this locator finds. With `opens`, only if what it unfolds is not on show yet."""

    opens: Locator | None = None


class MenuTree(Strict):
    """Where the portal's menu is, and where the entries under an entry stand, seen from that entry."""

    frame: str | None = None
    below: Locator

    def way_to(self, path: tuple[str, ...]) -> tuple[Menu, ...]:
        """A click for each entry of a menu path; one that folds is clicked only while what it holds is not on show."""
        entries: list[Locator] = []
        for words in path:
            under = self.below.model_copy(update={"within": entries[-1]}) if entries else None
            entries.append(Locator(text=words, within=under))
        return tuple(
            Menu(**dict(entry), opens=opens) for entry, opens in zip(entries, [*entries[1:], None], strict=True)
        )


def _which(data: Any) -> str:
    """The key that tells the kind of step; `frame` alone is a step, beside a locator it says where to look."""
    keys = set(data) if isinstance(data, Mapping) else set()
    if keys == {"frame"}:
        return "frame"
    return next((key for key in ("path", "open", "fill", "choose", "click", "follow", "menu") if key in keys), "entry")


Step = Annotated[
    Annotated[InFrame, Tag("frame")]
    | Annotated[LoadPath, Tag("path")]
    | Annotated[OpenPage, Tag("open")]
    | Annotated[FillFields, Tag("fill")]
    | Annotated[ChooseEntries, Tag("choose")]
    | Annotated[ClickElement, Tag("click")]
    | Annotated[FollowRow, Tag("follow")]
    | Annotated[MenuPath, Tag("menu")]
    | Annotated[Menu, Tag("entry")],
    Discriminator(_which),
]


def parameters_of(step: Step) -> frozenset[str]:
    """The `{parameter}`s a step needs."""
    texts = texts_of(step)
    if texts:
        return frozenset().union(*(placeholders(text) for text in texts.values()))
    if isinstance(step, LoadPath):
        return placeholders(step.path)
    return step.places if isinstance(step, Menu) else frozenset()


def texts_of(step: Step) -> Mapping[str, str]:
    """The texts of a step that fills, chooses or follows, by the name each is for; none of any other."""
    match step:
        case FillFields(fill=texts) | ChooseEntries(choose=texts) | FollowRow(where=texts):
            return texts
        case _:
            return {}


def filled(texts: Mapping[str, str], parameters: Mapping[str, str]) -> dict[str, str]:
    """The texts of a `fill` or a `where` with their parameters."""
    return {name: fill_in(text, parameters) for name, text in texts.items()}
