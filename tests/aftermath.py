"""What stands after a chaos run, counted where it stands and where it was written down."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestrator.demo.old_portal.ledger import clashes, orders
from orchestrator.store.chain import Record
from orchestrator.store.items import OPEN, Item, State
from orchestrator.store.store import Store
from orchestrator.totals import of_run
from tests.post_office import Scene


@dataclass(frozen=True)
class Outcome:
    """What stood when everything had come to its end."""

    mails: int
    letters: int
    orders: int  #: in the portal's own database
    twice: tuple[str, ...]  #: letters that left, or orders that stand in the portal, more than once
    lost: tuple[str, ...]  #: mails that are no item, and orders that count as posted and stand nowhere
    states: Counter[str]
    together: tuple[str, ...]  #: moments at which two workers acted on one line, or two sessions under one log-in
    red: tuple[str, ...]  #: runs that do not balance now
    made_up: int  #: runs that did not balance when they ended, and do now: a later one took in what they left
    uncollected: int  #: runs whose mail could not be collected, and was by a later one
    record_stands: bool
    attempts: int

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that must never be; empty: all is well."""
        unsettled = self.mails - sum(self.states.values())
        missing = (f"{unsettled} mails are not settled",) if unsettled else ()
        posted = self.states[State.POSTED.value]
        dumb = (f"{posted} are posted but {self.letters} letters left",) if posted > self.letters else ()
        record = () if self.record_stands else ("the record does not verify",)
        return (*self.twice, *self.lost, *self.together, *self.red, *missing, *dumb, *record)


def aftermath(scene: Scene, store: Store, portal: Path | None = None) -> Outcome:
    """Count everything, once the runs have ended. `portal` is the old portal's database."""
    end = time.monotonic() + 30
    while any(run.collected_at for run in store.runs.open()) and time.monotonic() < end:
        time.sleep(0.5)
    items, runs, letters = store.items.list(limit=100_000), store.runs.list(limit=10_000), scene.letters()
    entered = Counter(order.po_number for order in orders(portal)) if portal else Counter[str]()
    trail = store.audit.list(limit=10_000_000)
    now = {run.id: of_run(store, run.id).red() for run in runs if run.collected_at}
    return Outcome(
        mails=len(scene.delivered),
        letters=letters.total(),
        orders=entered.total(),
        twice=(*more_than_once(letters, "letter {}"), *more_than_once(entered, "order {}")),
        lost=(*lost(scene, items), *(nowhere(items, entered) if portal else ())),
        states=Counter(one.state.value for one in items if one.state not in OPEN),
        together=(*together(trail, {one.id: one.bot for one in items}), *(at_once(portal) if portal else ())),
        red=tuple(f"run {run}: {'; '.join(reasons)}" for run, reasons in now.items() if reasons),
        made_up=sum(bool(run.red) and not now[run.id] for run in runs if run.collected_at),
        uncollected=sum(run.collected_at is None for run in runs),
        record_stands=store.audit.verify().ok,
        attempts=sum(one.attempts for one in items),
    )


def more_than_once(counted: Counter[str], what: str) -> Iterator[str]:
    for name, times in counted.items():
        if times > 1:
            yield f"{what.format(name)}: {times} times"


def lost(scene: Scene, items: tuple[Item, ...]) -> Iterator[str]:
    known = {one.envelope.message_id for one in items if one.envelope}
    for message_id in scene.delivered:
        if message_id not in known:
            yield f"mail {message_id} is nowhere"


def nowhere(items: tuple[Item, ...], entered: Counter[str]) -> Iterator[str]:
    """Orders that count as posted and do not stand in the portal. A mail's subject ends with its order's number."""
    for item in items:
        number = item.envelope.subject.rpartition(" ")[2] if item.envelope else ""
        if item.bot == "order_entry" and item.state is State.POSTED and entered[number] != 1:
            yield f"order {number} counts as posted and stands {entered[number]} times in the portal"


def at_once(portal: Path) -> Iterator[str]:
    for user, at in clashes(portal):
        yield f"{at}: a page was asked for in a session of {user} that another log-in had ended"


def together(trail: Iterable[Record], bots: Mapping[int, str]) -> Iterator[str]:
    """What a worker did to an item of a bot after another had begun one: the line was the other's by then."""
    at_work: dict[str, str] = {}
    for record in trail:
        bot, (_, _, token) = bots.get(record.item or 0, ""), record.actor.partition("@")
        if record.action == "item.started":
            at_work[bot] = record.actor
        elif token and bot and at_work.get(bot, token) != token:
            yield f"{record.at:%H:%M:%S} {token}: {record.action} {record.target}, while {at_work[bot]} has the line"
