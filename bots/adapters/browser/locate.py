"""Find an element by the ways its map knows: the best is waited for, then the others are tried and told of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from playwright.sync_api import Error
from playwright.sync_api import Locator as Found
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from bots.adapters.browser.repair import Healed, Repairs
from bots.adapters.browser.spot import Spot, locate
from bots.adapters.browser.tab import Note, Tab, reason
from bots.adapters.selector_map import Locator
from bots.errors import ApplicationError, BusinessError, SelectorMissing

T = TypeVar("T")


class Finder:
    """Finds elements on one tab, and remembers which fallback served, so that it is waited for only once."""

    def __init__(self, tab: Tab, note: Note, repairs: Repairs) -> None:
        self._tab = tab
        self._note = note
        self.repairs = repairs
        self._serving: dict[str, int] = {}
        self._healed: dict[str, Locator] = {}  #: found by their looks; not waited for again

    def act(self, spot: Spot, action: Callable[[Found], T]) -> T:
        """Do something with the element, by the best way that leads to exactly one, or else by its looks."""
        if spot.name in self._healed:
            counts = self.counts(spot)
        else:
            place = self._serving.get(spot.name, 0)
            try:
                self.repairs.learn(spot)
                return action(self._at(spot, place))
            except Error as error:
                self._tab.trouble(spot.name)
                if self._tab.clear():
                    return action(self._at(spot, place))
                counts = self.counts(spot)
                self._explain_unusable(spot, place, counts, error)
        other = next((index for index, count in enumerate(counts) if count == 1), None)
        if other is None:
            return action(self._by_looks(spot, counts))
        self._fall_back(spot, other)
        return action(self._at(spot, other))

    def _fall_back(self, spot: Spot, other: int) -> None:
        self.repairs.agree(spot)
        missed = spot.ways[self._serving.get(spot.name, 0)]
        self._serving[spot.name] = other
        self._healed.pop(spot.name, None)
        told = {"element": spot.name, "missed": str(missed), "found_by": str(spot.ways[other])}
        self._note("fallback", {**told, **self._tab.picture()})

    def _by_looks(self, spot: Spot, counts: list[int]) -> Found:
        """The element found by what it looked like; flagged and pictured. Raises SelectorMissing when it is gone."""
        healed = self.repairs.heal(spot)
        if not isinstance(healed, Healed):
            raise self._missing(spot, counts, healed)
        if spot.name not in self._healed:
            self._note("healed", {"element": spot.name, **healed.as_note(), **self._tab.picture()})
        self._healed[spot.name] = healed.ways[0]
        return locate(self._tab.frame(spot.frame), healed.ways[0])

    def act_on_best(self, spot: Spot, action: Callable[[Found], T]) -> T:
        """The same for what commits: by the best way or not at all."""
        try:
            return action(self._at(spot, 0))
        except Error as error:
            self._tab.trouble(spot.name)
            if self._tab.clear():
                return action(self._at(spot, 0))
            counts = self.counts(spot)
            self._explain_unusable(spot, 0, counts, error)
        raise self._missing(spot, counts)

    def ask(self, spot: Spot, script: str, argument: object = None) -> Any:
        """What a script `(element, argument) => …` answers of the element."""
        if spot.name not in self._healed:
            self.repairs.learn(spot)
        # Many times faster than `evaluate` when the element is there; when it is not, it is waited for below.
        answers = self.served_by(spot).evaluate_all(f"(all, at) => all.map((one) => ({script})(one, at))", argument)
        if len(answers) == 1:
            return answers[0]
        return self.act(spot, lambda found: found.evaluate(script, argument))

    def prove(self, spot: Spot) -> None:
        """Wait until the element is on show."""
        self.act(spot, lambda found: found.wait_for(state="visible"))

    def shows(self, spot: Spot) -> bool:
        """Whether any way finds it now; nothing is waited for."""
        return any(
            self._tab.has_frame(way.frame or spot.frame) and self._at(spot, place).count()
            for place, way in enumerate(spot.ways)
        )

    def served_by(self, spot: Spot) -> Found:
        """The element as it was last found, for another look at it."""
        if spot.name in self._healed:
            return locate(self._tab.frame(spot.frame), self._healed[spot.name])
        return self._at(spot, self._serving.get(spot.name, 0))

    def _at(self, spot: Spot, place: int) -> Found:
        way = spot.ways[place]
        return locate(self._tab.frame(way.frame or spot.frame), way)

    def counts(self, spot: Spot) -> list[int]:
        """How many visible elements each way leads to now."""
        return [self._at(spot, place).count() for place in range(len(spot.ways))]

    def _explain_unusable(self, spot: Spot, place: int, counts: list[int], error: Error) -> None:
        """The element is there, yet what was wanted of it failed: another way would lead to it again."""
        if counts[place] != 1:
            return
        if not self._at(spot, place).is_enabled():
            raise BusinessError(
                f"{self._tab.name}: {spot.name} is on the page but greyed out, so the portal does not allow it now; "
                f"{self._tab.on_show()}"
            ) from None
        if isinstance(error, PlaywrightTimeout):
            raise ApplicationError(
                f"{self._tab.name}: {spot.name} is on the page but could not be used within {self._tab.patience:g} s; "
                f"{self._tab.on_show()}"
            ) from None
        raise ApplicationError(f"{self._tab.name}: {spot.name} could not be used: {reason(error)}") from None

    def _missing(self, spot: Spot, counts: list[int], looks: str = "") -> SelectorMissing:
        tried = "; ".join(f"{way}: {count or 'none'}" for way, count in zip(spot.ways, counts, strict=True))
        if looks:
            tried += f"; by its looks: {looks}"
        return SelectorMissing(
            f"{self._tab.name}: {spot.name} was not found as exactly one element ({tried}); {self._tab.on_show()}. "
            f"The page changed: correct the portal's selector map."
        )
