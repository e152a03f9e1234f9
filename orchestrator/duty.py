"""Who works for whom, under which limits: what the configuration means for workers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bots.bot import Reading, Settings
from bots.errors import ConfigError, O2CError
from orchestrator.config import Config
from orchestrator.config.checks import with_parameters
from orchestrator.config.values import nearest
from orchestrator.isolation import Hands, Setup
from orchestrator.runner import Runner
from orchestrator.store.items import Item
from orchestrator.store.store import Store

PATIENCE = 5 / 6  #: of a lease: a process ends itself before anyone may take over what it works on


@dataclass(frozen=True)
class ItemBench:
    """See `orchestrator.attempts.Bench`."""

    reader: Hands
    hands: Hands
    runner: Runner

    def give_up(self, item: Item, reading: Reading | None, failure: O2CError) -> Item:
        """Settle an item whose process could not do it itself."""
        return self.runner.give_up(item.id, reading, failure)


def working_hands(config: Config, bot: str, token: str, setup: Setup, path: str) -> Hands:
    """The process in which a bot's items are worked, a browser in it: its memory watched, its children marked."""
    patience = lease_of(config).total_seconds() * PATIENCE
    most = config.limits.item_memory
    return Hands(setup, (path, bot, token), most_memory=most, mark=f"{token}:{bot}", patience=patience)


def lines_of(config: Config, bots: Sequence[str] = ()) -> Mapping[str, tuple[str, ...]]:
    """The bots of each log-in, in the order of the configuration; only the log-ins of `bots` when some are named.

    A log-in has one line, whichever of its bots is asked for: they share its one session.
    """
    lines: dict[str, tuple[str, ...]] = {}
    for bot in config.bots:
        login = login_of(config, bot)
        lines[login] = (*lines.get(login, ()), bot)
    return {login: served for login, served in lines.items() if not bots or set(bots) & set(served)}


def login_of(config: Config, bot: str) -> str:
    """`portal/user` of a bot: items with the same log-in run one after another; without a portal, the bot itself."""
    name = config.bots[bot].portal
    return f"{name}/{config.portals[name].login.user}" if name else bot


def bots_exist(config: Config, names: Iterable[str]) -> None:
    """Raises ConfigError for a name that is no bot of this configuration."""
    for name in names:
        if name not in config.bots:
            raise ConfigError(f"there is no bot `{name}` in the configuration; {nearest(name, config.bots)}")


def settings_of(config: Config, store: Store, bot: str, item: int) -> Settings:
    """The bot's settings for an item, with what the run that received it was started with."""
    run = store.items.get(item).run
    found = store.runs.get(run) if run else None
    settings = config.settings(bot)
    return with_parameters(settings, found.parameters) if found and found.parameters else settings


def standstill(config: Config, store: Store, bot: str) -> str | None:
    """Why nothing of a bot may begin now, as a sentence; None: it may."""
    pause = store.pauses.all().get(bot)
    if pause is not None:
        return pause.sentence()
    entry = config.bots.get(bot)
    parking = store.portals.parked(entry.portal) if entry and entry.portal else None
    if parking is None:
        return None
    return f"the portal {parking.portal} is parked since {parking.at:%Y-%m-%d %H:%M %Z}: {parking.why}"


def lease_of(config: Config) -> timedelta:
    """How long a worker may be silent."""
    return timedelta(seconds=config.limits.lease_seconds)


def grace_of(config: Config) -> timedelta:
    """What a worker that is told to stop may take to end what it is at."""
    return timedelta(seconds=config.limits.grace_seconds)
