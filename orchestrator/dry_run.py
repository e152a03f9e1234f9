"""A dry run: what a bot would do about a document, and nothing done."""

from __future__ import annotations

from bots.bot import Reading
from bots.decision import Decision, Plan
from orchestrator.assembly import House
from orchestrator.journal import ItemJournal
from orchestrator.worker import enlist


def decide_only(house: House, bot: str, reading: Reading) -> Decision[Plan]:
    """Look and decide, and stop there. The looking is on record, nothing is posted."""
    found, settings = house.bot(bot), house.config.settings(bot)
    token = enlist(house.store, f"plan {bot}")
    journal = ItemJournal(house.store, f"plan {bot}", token)
    try:
        with house.workspace(bot, journal) as workspace:
            decision: Decision[Plan] = found.decide(reading, found.look(reading, workspace, settings), settings)
    finally:
        house.store.workers.retire(token)
    return decision
