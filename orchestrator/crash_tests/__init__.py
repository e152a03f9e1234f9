"""Crash tests for authors of bots: run a bot with fakes and a clock that stands still, killed at every recorded action.

    @every_action(bot=BOT, settings=SETTINGS, world=world, document=ORDER_PDF)
    def test_a_kill_leaves_one_order_or_a_question(crash):
        crash.happens()
        after = crash.after_recovery()
        assert after.faults == ()
        assert after.orders == 1 or after.asks_a_person

See docs/crash-tests.md. The plug-in for pytest is `orchestrator.crash_tests.plugin`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

import pytest

from bots.domain.documents import Document
from orchestrator.crash_tests.crash import Aftermath, By, Crash
from orchestrator.crash_tests.scene import MakeWorld, Scene, as_document
from orchestrator.registry import AnyBot
from orchestrator.store.doomed import When

__all__ = ["Aftermath", "Crash", "every_action"]

T = TypeVar("T", bound=Callable[..., None])
Engine = Literal["sqlite", "postgresql"]


def every_action(
    *,
    bot: AnyBot,
    world: MakeWorld,
    settings: Any = None,
    document: Document | bytes | None = None,
    when: tuple[When, ...] = ("before", "after"),
    by: By = "exception",
    database: Engine = "sqlite",
) -> Callable[[T], T]:
    """Run the test once for each position at which the bot can be killed, `crash` being that kill.

    `world` makes the world in memory, the clock standing at its instant; `document` is put into its mailbox (None:
    what it already holds). `settings` None are the bot's defaults. `when`: just before a write begins, just after it
    stands, or both. `by="sigkill"` kills a real process instead of unwinding this one; `database="postgresql"` needs
    the fixture `o2c_postgresql`.
    """
    scene = Scene(bot, bot.settings() if settings is None else settings, world, as_document(document))
    mark: Callable[[T], T] = pytest.mark.every_action(scene, when, by, database)
    return mark
