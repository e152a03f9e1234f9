"""One kill, and what is found after somebody else took over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from bots.adapters.fakes import FakeWorkspace
from orchestrator.crash_tests import child
from orchestrator.crash_tests.grounds import Ground
from orchestrator.crash_tests.kill import Hand, Kill, Killed, raise_killed
from orchestrator.crash_tests.scene import Scene
from orchestrator.store.items import OPEN, Item, State
from orchestrator.store.verify import Verification

By = Literal["exception", "sigkill"]

NOT_REACHED = (
    "the run ended before {kill}, which the rehearsal reached: what the bot does differs from run to run, so it cannot "
    "be killed at every action; take clocks and chance out of it"
)


@dataclass(frozen=True)
class Aftermath:
    """The world and the memory once another worker has taken over and nothing is left for a machine to do."""

    world: FakeWorkspace
    items: tuple[Item, ...]
    record: Verification

    @property
    def item(self) -> Item:
        """The only item. Raises ValueError when there are more, or none."""
        (item,) = self.items
        return item

    @property
    def orders(self) -> int:
        """How many orders stand in the fake portal."""
        return len(self.world.portal.orders)

    @property
    def letters(self) -> int:
        """How many letters left."""
        return len(self.world.outbox.letters)

    @property
    def asks_a_person(self) -> bool:
        """Whether some item waits for a person."""
        return any(item.state not in {*OPEN, State.POSTED, State.REJECTED} for item in self.items)

    @property
    def faults(self) -> tuple[str, ...]:
        """What must never be, whatever the bot: a sentence each; empty is what a test asks for."""
        sent = Counter(letter.message_id for letter in self.world.outbox.letters)
        return (
            *(f"item {item.id} is left {item.state.value}: nobody will work on it" for item in self._left()),
            *(f"the letter {name} left {count} times" for name, count in sent.items() if count > 1),
            *(f"{arrival.source} was never taken out of the mailbox" for arrival in self.world.mailbox.waiting),
            *(() if self.items else ("the document made no work item: it is lost",)),
            *(() if self.record.ok else (f"the record does not verify: {self.record.what}",)),
        )

    def _left(self) -> list[Item]:
        return [item for item in self.items if item.state in OPEN]


@dataclass
class Crash:
    """What a test is given: `happens()` kills one run, `after_recovery()` lets another worker take over."""

    kill: Kill
    scene: Scene
    ground: Ground
    by: By
    world: FakeWorkspace = field(init=False)

    def __post_init__(self) -> None:
        self.world = self.scene.world()

    def happens(self) -> None:
        """Play the scene up to the kill. Raises AssertionError when it ends before."""
        reached = self._in_a_child() if self.by == "sigkill" else self._within()
        if not reached:
            raise AssertionError(NOT_REACHED.format(kill=self.kill))

    def after_recovery(self) -> Aftermath:
        """Have another worker collect and work on what is left; what then stands."""
        with self.ground.store() as store:
            self.scene.play(store, self.world)
            return Aftermath(self.world, store.items.list(self.scene.bot.name), store.audit.verify())

    def _within(self) -> bool:
        try:
            with self.ground.store(Hand(self.kill, raise_killed)) as store:
                self.scene.play(store, self.world)
        except Killed:
            return True
        return False

    def _in_a_child(self) -> bool:
        found = child.killed(self.scene, self.world, self.ground, self.kill)
        self.world = found or self.world
        return found is not None
