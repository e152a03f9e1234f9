"""Control totals against the portal: what was posted on a day must be shown there, and once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from orchestrator.assembly import House
from orchestrator.journal import ItemJournal
from orchestrator.worker import enlist


def not_shown(house: House, bot: str, day: date, zone: ZoneInfo) -> Iterator[str]:
    """What the record says was posted on a day and the portal does not show once, a sentence each.

    Asks the bot's own `count`; a bot without one, and what it cannot count, is left out. Only looks.
    """
    count = house.bot(bot).count
    begin, end = (datetime.combine(one, time.min, zone) for one in (day, day + timedelta(days=1)))
    made = {intent.posting_key: intent for intent in house.store.intents.confirmed(bot, begin, end)}
    if count is None or not made:
        return
    token = enlist(house.store, f"totals {bot}")
    try:
        with house.workspace(bot, ItemJournal(house.store, f"totals {bot}", token)) as workspace:
            shown = count(tuple(made), workspace)
    finally:
        house.store.workers.retire(token)
    for key, times in shown.items():
        if times != 1:
            yield (
                f"{key} ({made[key].seen}) was posted for item {made[key].item}, but the portal shows it {times} "
                "times: look there, and settle what is too much or missing by hand"
            )
