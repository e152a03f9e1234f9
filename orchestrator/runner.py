"""The loop every bot runs in: look, decide, write the intent, act, look again, until the world shows the result.

One code path serves the first attempt, the check after entry and the recovery after a crash: whatever happened
before, the runner starts by looking. It never presses twice what it began once, unless the portal's own search is
declared proof and the quiet time has passed, and then only once more.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from loguru import logger

from bots.adapters.workspace import Workspace
from bots.bot import Reading
from bots.decision import Decision, Done, Go, Plan, Review, Skip, Wait, plan_hash
from bots.domain.plain import canonical
from bots.errors import ApplicationError, BusinessError, O2CError, StoreError
from orchestrator.intake import take_on
from orchestrator.journal import ItemJournal
from orchestrator.registry import AnyBot
from orchestrator.retry import wait_before_next
from orchestrator.store.intents import Intent, IntentRefused
from orchestrator.store.items import Item, OutOfTurn, State
from orchestrator.store.store import Store

LEDGER = "ledger."  #: how targets in our own book begin
MACHINE = "machine"  #: who refutes an intent when a search is proof
MOST_LOOKS = 12  #: a bot that still wants to act after so many looks does not see what it does
OpenWorkspace = Callable[[ItemJournal], AbstractContextManager[Workspace]]


@dataclass(frozen=True)
class Settlement:
    """How an attempt at a work item ended."""

    state: State
    reasons: tuple[str, ...] = ()
    result: str | None = None
    plan: Plan | None = None
    until: datetime | None = None
    cause: str | None = None  #: of a failure: its class and where it happened


@dataclass(frozen=True)
class Runner:
    """Runs one bot's work items, one at a time."""

    bot: AnyBot
    settings: Any
    store: Store
    worker: str  #: lease token
    open_workspace: OpenWorkspace
    portal: str | None = None  #: where its items are worked; nothing begins there while it is parked or rests

    def work(self, item_id: int, revision: int, reading: Reading) -> Item:
        """Bring one item to an end or to the point where someone else must act.

        Raises OutOfTurn when the item has moved on, StoreError when nothing can be written; any other failure ends
        as the item's state with its reason.
        """
        closed = self.store.portals.admit(self.portal) if self.portal else None
        if closed:
            held, why = State.POSTPONED, (closed.why,)
            return self.store.items.settle(item_id, revision, held, reasons=why, until=closed.until)
        item = self.store.items.start(item_id, revision, self.worker)
        with logger.contextualize(run=item.run, item=item.id, revision=revision, bot=self.bot.name):
            settlement = self._attempt(item, reading, self.journal(item.run, item))
            return self._settle(item, reading, settlement)

    def give_up(self, item_id: int, reading: Reading | None, failure: O2CError) -> Item:
        """Settle an item that could not be read, or whose process was killed over it."""
        item = self.store.items.get(item_id)
        if item.state is not State.WORKING:
            item = self.store.items.start(item.id, item.revision, self.worker)
        return self._settle(
            item, reading, self._failed(item, failure, "the document" if reading is None else "its work")
        )

    def journal(self, run: str | None, item: Item | None = None) -> ItemJournal:
        """A journal for one item, or for collecting."""
        actor = f"{self.bot.name}@{self.worker}"
        number, revision = (item.id, item.revision) if item else (None, None)
        return ItemJournal(self.store, actor, self.worker, run, number, revision)

    def _attempt(self, item: Item, reading: Reading, journal: ItemJournal) -> Settlement:
        try:
            with self.open_workspace(journal) as workspace:
                settlement = Attempt(self, item, reading, workspace, journal).settlement()
                if settlement.state is State.POSTED:
                    take_on(self.bot, workspace, self.store, journal)
                return settlement
        except (StoreError, OutOfTurn):
            raise
        except O2CError as failure:
            return self._failed(item, failure, journal.place)
        except Exception as surprise:
            logger.exception("item {} ended in a failure nobody foresaw", item.id)
            return self._failed(item, unforeseen(surprise), f"{journal.place} {type(surprise).__name__}")

    def _failed(self, item: Item, failure: O2CError, place: str) -> Settlement:
        begun, cause = self.store.intents.open_for(item.id), f"{type(failure).__name__} at {place}"
        if isinstance(failure, BusinessError):
            state = State.IN_DOUBT if begun else State.WAITING
            return Settlement(state, (str(failure), *doubt(begun)), cause=cause)
        wait = wait_before_next(item.attempts, failure, random.random())  # noqa: S311 - spreads load, guards nothing
        if wait is not None:
            return Settlement(State.POSTPONED, (str(failure),), until=self.store.now() + wait, cause=cause)
        return Settlement(State.IN_DOUBT if begun else State.FAILED, (str(failure), *doubt(begun)), cause=cause)

    def _settle(self, item: Item, reading: Reading | None, how: Settlement) -> Item:
        return self.store.items.settle(
            item.id,
            item.revision,
            how.state,
            reasons=how.reasons,
            result=how.result,
            plan=how.plan,
            plan_hash=plan_hash(how.plan) if how.plan else None,
            sentences=how.plan.sentences() if how.plan else (),
            until=how.until,
            amount=reading.amount() if reading else None,
            worker=self.worker,
            cause=how.cause,
        )


@dataclass
class Attempt:
    """One attempt at one item, from the first look to a settlement."""

    runner: Runner
    item: Item
    reading: Reading
    workspace: Workspace
    journal: ItemJournal
    looked_at: datetime | None = None
    trouble: tuple[str, ...] = ()  #: what went wrong after a press, in the portal's or the adapter's words

    def settlement(self) -> Settlement:
        """Look and decide until nothing is left to do, or until a person or a later time is needed."""
        for _ in range(MOST_LOOKS):
            decision = self._decide()
            ended = self._follow(decision)
            if ended:
                return ended
        reason = f"after {MOST_LOOKS} looks the bot still wants to act: it does not see what it does; stopped"
        return Settlement(State.FAILED, (reason,))

    def _decide(self) -> Decision[Plan]:
        bot, settings = self.runner.bot, self.runner.settings
        self.looked_at = self.runner.store.now()
        facts = bot.look(self.reading, self.workspace, settings)
        decision: Decision[Plan] = bot.decide(self.reading, facts, settings)
        self.journal.record("decide", type(decision).__name__.lower(), canonical(decision))
        return decision

    def _follow(self, decision: Decision[Plan]) -> Settlement | None:
        match decision:
            case Done(made, shown):
                return self._done(made, shown)
            case Skip(reason):
                return self._unless_begun(Settlement(State.REJECTED, (reason,)))
            case Review(reasons):
                return self._unless_begun(Settlement(State.WAITING, reasons))
            case Wait(until, reason):
                return self._unless_begun(Settlement(State.POSTPONED, (reason,), until=until))
            case Go():
                return self._go(decision)

    def _done(self, made: str, shown: tuple[str, ...]) -> Settlement:
        self._confirm(shown or tuple(intent.posting_key for intent in self._begun()), made)
        if self._begun():
            return self._in_doubt((f"the portal shows {made}, but not what was begun",))
        if self.runner.store.intents.of(self.item.id):
            return Settlement(State.POSTED, result=made)
        return Settlement(State.REJECTED, (f"already there: {made}; nothing was posted for this document",), made)

    def _go(self, go: Go[Plan]) -> Settlement | None:
        self._confirm(go.shown, f"seen before {go.plan.key}")
        begun = self._begun()
        if any(intent.posting_key != go.plan.key for intent in begun):
            return self._in_doubt(("the decision changed after something else was begun",))
        if begun:
            undecided = self._not_shown(begun[0])
            if undecided:
                return undecided
        if go.approval and not self._approved(go.plan):
            return Settlement(State.APPROVAL, go.approval, plan=go.plan)
        self._act(go.plan)
        return None

    def _act(self, plan: Plan) -> None:
        """Carry the plan out. A failure after the intent is no verdict: the next look tells what happened."""
        self.journal.acting = plan
        try:
            self.runner.bot.act(plan, self.workspace)
        except IntentRefused as refused:
            raise ApplicationError(str(refused)) from refused
        except (BusinessError, ApplicationError) as failure:
            if not self._begun():
                raise
            self.trouble = (str(failure),)
            self.journal.record("failed", f"item {self.item.id}", {"after": "intent", "what": str(failure)})
        finally:
            self.journal.acting = None

    def _not_shown(self, intent: Intent) -> Settlement | None:
        """What to do about something begun that the world does not show. None: it is proven not made, go again."""
        quiet = self._quiet_time(intent)
        if quiet is None:
            return self._in_doubt(("this portal's search is no proof that nothing was entered",))
        if self._proven_before(intent.posting_key):
            return self._in_doubt(("it was entered a second time after a proof by search, and still is not shown",))
        ready = intent.begun_at + quiet
        if self.looked_at is None or self.looked_at < ready:
            reason = "begun and not shown yet: looked for again when the portal's search is proof"
            return Settlement(State.POSTPONED, (reason,), until=ready + timedelta(seconds=1))
        where = intent.target.partition(".")[0]
        why = f"a look into {where} shows nothing {quiet.total_seconds():.0f} s after the press"
        self.runner.store.intents.refute(intent.id, MACHINE, why)
        return None

    def _proven_before(self, posting_key: str) -> bool:
        """Whether a machine already concluded once from the portal's search that this was not made."""
        earlier = self.runner.store.intents.of(self.item.id)
        return any(intent.posting_key == posting_key and intent.who == MACHINE for intent in earlier)

    def _quiet_time(self, intent: Intent) -> timedelta | None:
        """How long after the press a look is proof; None: never. What our own book does not show was not entered:
        it lies in the database the intent lies in."""
        if intent.target.startswith(LEDGER):
            return timedelta(0)
        portal = self.workspace.portal
        return portal.search_is_proof_after if intent.target.startswith(f"{portal.name}.") else None

    def _unless_begun(self, settlement: Settlement) -> Settlement:
        return self._in_doubt(settlement.reasons) if self._begun() else settlement

    def _in_doubt(self, reasons: tuple[str, ...]) -> Settlement:
        return Settlement(State.IN_DOUBT, (*self.trouble, *reasons, *doubt(self._begun())))

    def _begun(self) -> tuple[Intent, ...]:
        return self.runner.store.intents.open_for(self.item.id)

    def _confirm(self, keys: tuple[str, ...], seen: str) -> None:
        for intent in self._begun():
            if intent.posting_key in keys:
                self.runner.store.intents.confirm(intent.id, seen)

    def _approved(self, plan: Plan) -> bool:
        approval = self.runner.store.items.approval(self.item.id, plan_hash(plan))
        if approval:
            self.journal.record("approved", plan.key, {"by": approval.who, "why": approval.why})
        return approval is not None


def doubt(begun: tuple[Intent, ...]) -> tuple[str, ...]:
    """What a person must know about each press whose result was not seen."""
    return tuple(
        f"{intent.posting_key} was begun on {intent.target} at {intent.begun_at:%Y-%m-%d %H:%M:%S %Z} and is not "
        "confirmed: look whether it is there, then settle the item or have it tried again"
        for intent in begun
    )


def unforeseen(surprise: Exception) -> O2CError:
    """A defect in a bot or an adapter, as a failure a machine must not retry."""
    return O2CError(
        f"the bot failed in a way nobody foresaw ({type(surprise).__name__}: {surprise}); nothing more was done for "
        "this document; see the technical log, then have it tried again"
    )
