"""What `o2c check` looks at: every part the configuration names, one after another, changing nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import Protocol

from bots.errors import SelectorMissing, StoreError
from orchestrator.assembly import House
from orchestrator.journal import ItemJournal

Look = tuple[str, Callable[[], object]]


class Seen(Protocol):
    """One page or element of a portal as it stands today; see `bots.adapters.browser.inspect`."""

    @property
    def name(self) -> str: ...

    @property
    def verdict(self) -> str: ...

    @property
    def told(self) -> str: ...


def checkup(house: House) -> Iterator[Look]:
    """Each part with the call that proves it; the call raises what is wrong."""
    yield "configuration", lambda: None  # it was read to get here
    yield "database and record", lambda: record_stands(house)
    yield "evidence", lambda: evidence_stands(house)
    for bot in house.config.bots:
        yield from parts_of(house, bot)


def record_stands(house: House) -> None:
    """The audit trail is whole."""
    found = house.store.audit.verify()
    if not found.ok:
        raise StoreError(f"the record does not stand: {found.what}")


def evidence_stands(house: House) -> None:
    """Every original and picture is what was kept."""
    troubles = house.store.evidence.verify()
    if troubles:
        raise StoreError("; ".join(troubles))


def parts_of(house: House, bot: str) -> Iterator[Look]:
    """A bot's mailboxes, its Sent folder and every page of its portal that needs no parameter."""
    journal = ItemJournal(house.store, "check", "check")
    with house.equipment(bot) as equipment, ExitStack() as connections:
        for mailbox in equipment.mailboxes(connections):
            yield f"{bot}: mailbox {mailbox.name}", mailbox.waiting
        for folder in equipment.folders():
            yield f"{bot}: folder {folder.name}", folder.waiting
        if house.config.outbox:
            yield f"{bot}: Sent folder", lambda: equipment.outbox(connections).sent("<nothing@check.invalid>")
        if house.config.bots[bot].portal:
            for seen in equipment.inspect(journal):
                yield f"{bot}: portal {seen.name} ({seen.told})", partial(stands, seen)


def stands(seen: Seen) -> None:
    """What the map describes is there, by whichever way; a way that leads nowhere stands in the line's brackets."""
    if seen.verdict == "missing":
        raise SelectorMissing(f"{seen.name} is not found in the portal as the map describes it; mend the map")
