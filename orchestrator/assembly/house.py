"""One configuration brought to life, and the process in which a bot's items are worked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from bots.adapters.mailbox import ImapMailbox
from bots.adapters.masking import Masker
from bots.adapters.secrets import Secrets
from bots.adapters.workspace import Workspace
from bots.bot import Reading
from bots.decision import Decision, Plan
from bots.errors import ConfigError
from orchestrator.assembly.accounts import database_url, imap_account
from orchestrator.assembly.equipment import Equipment
from orchestrator.assembly.ground import Ground
from orchestrator.config import BotEntry, default_path, load
from orchestrator.duty import ItemBench, settings_of, working_hands
from orchestrator.isolation import Answer
from orchestrator.journal import ItemJournal
from orchestrator.logs import install_logging
from orchestrator.reading import reading_hands
from orchestrator.registry import AnyBot, find_bot
from orchestrator.runner import OpenWorkspace, Runner
from orchestrator.store.store import open_store
from orchestrator.worker import enlist


class House(Ground):
    """The ground with all that works on it. Everything that talks to the outside is opened when first used."""

    @property
    def database(self) -> str:
        """The database's URL, its password in it."""
        return database_url(self.config, self.secrets)

    def bot(self, name: str) -> AnyBot:
        """A bot by name."""
        return find_bot(name)

    @contextmanager
    def workspace(self, bot: str, journal: ItemJournal) -> Iterator[Workspace]:
        """A recorded workspace for one bot, with a browser of its own if a portal is used."""
        with self.equipment(bot) as equipment, equipment.workspace(journal) as workspace:
            yield workspace

    @contextmanager
    def equipment(self, bot: str) -> Iterator[Equipment]:
        """What one process works with for one bot."""
        with ExitStack() as opened:
            yield Equipment(self, self.config.bots[bot], opened)

    @contextmanager
    def at_portal(self, name: str) -> Iterator[Equipment]:
        """What a person has a portal looked at with, whichever bots work there. Raises ConfigError if there is none."""
        if name not in self.config.portals:
            raise ConfigError(f"there is no portal `{name}`; there is: {', '.join(self.config.portals) or 'none'}")
        with ExitStack() as opened:
            yield Equipment(self, BotEntry(portal=name), opened)

    def runner(self, bot: str, token: str, open_workspace: OpenWorkspace | None = None) -> Runner:
        """The loop for one bot under a worker's lease."""
        opener = open_workspace or (lambda journal: self.workspace(bot, journal))
        portal = self.config.bots[bot].portal
        return Runner(self.bot(bot), self.config.settings(bot), self.store, token, opener, portal)

    def bench(self, bot: str, token: str) -> ItemBench:
        """The processes in which a worker has a bot's items read and worked on."""
        reader = reading_hands(bot, self.config.limits.reading_memory)
        hands = working_hands(self.config, bot, token, working, str(self.path))
        return ItemBench(reader, hands, self.runner(bot, token))

    @contextmanager
    def listening(self, mailbox: str) -> Iterator[ImapMailbox]:
        """A mailbox to be waited on, on a connection of its own."""
        with ImapMailbox(mailbox, imap_account(self, mailbox), self.store.mail) as opened:
            yield opened

    def decide_only(self, bot: str, reading: Reading) -> tuple[Decision[Plan], ...]:
        """Look and decide, and stop there: a dry run of a document, then of its parts. The looking is on record,
        nothing is posted."""
        found, settings = self.bot(bot), self.config.settings(bot)
        token = enlist(self.store, f"plan {bot}")
        journal = ItemJournal(self.store, f"plan {bot}", token)
        try:
            with self.workspace(bot, journal) as workspace:
                readings = (reading, *found.parts(reading))
                return tuple(found.decide(one, found.look(one, workspace, settings), settings) for one in readings)
        finally:
            self.store.workers.retire(token)


@contextmanager
def open_house(path: Path | None) -> Iterator[House]:
    """Read the configuration and open the store. Raises ConfigError or StoreError before anything is touched."""
    found = path or default_path()
    config = load(found)
    masker = Masker()
    install_logging(masker.mask, config.data / "logs", level="WARNING")
    blocks = config.secrets
    secrets = Secrets(blocks.directory, blocks.age_file, blocks.age_identity, on_reveal=masker.learn)
    store = open_store(database_url(config, secrets), config.data)
    try:
        yield House(found.resolve(), config, store, secrets, masker)
    finally:
        store.close()


def working(path: str, bot: str, token: str) -> Answer:
    """Runs in the working process: opens the house once, then works item after item in one browser."""
    opened = ExitStack()
    house = opened.enter_context(open_house(Path(path)))
    runner = house.runner(bot, token, Equipment(house, house.config.bots[bot], opened).workspace)

    def work(request: tuple[int, int, Reading]) -> str:
        item, revision, reading = request
        tuned = replace(runner, settings=settings_of(house.config, house.store, bot, item))
        return tuned.work(item, revision, reading).state.value

    return work
